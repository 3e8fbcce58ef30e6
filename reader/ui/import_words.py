"""An import in words: how far it is, and how it ended."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from reader.messages import printable
from reader.services.unfinished import Unfinished
from reader.ui.words import tr
from reader.workers.import_progress import ImportProgress, ImportSummary

translate = QCoreApplication.translate
_MINUTE_S = 60
_HOUR_S = 3600
_SOON_S = 1.5


def progress_text(progress: ImportProgress) -> str:
    """“12 of 118 · 31 pages/s · 4 s left”, as far as it is known."""
    parts = [
        translate("import", "{done} of {total}").format(done=_number(progress.done), total=_number(progress.total))
    ]
    if progress.paused:
        return " · ".join([*parts, translate("import", "paused")])
    if progress.pages_per_s:
        rate = round(progress.pages_per_s, 1 if progress.pages_per_s < 1 else None)
        parts.append(translate("import", "{rate} pages/s").format(rate=rate))
    if progress.eta_s is not None and progress.eta_s > _SOON_S:
        parts.append(_left(progress.eta_s))
    return " · ".join(parts)


def result_text(summary: ImportSummary) -> str:
    """“118 pages, 1,204 articles; 2 files could not be read”."""
    parts = [_added(summary)]
    if summary.revisions:
        parts.append(revised_text(summary))
    if summary.known:
        parts.append(tr("%Ln file(s) here already", "", summary.known))
    if summary.failures:
        parts.append(tr("%Ln file(s) could not be read", "", len(summary.failures)))
    text = translate("import", "; ").join(parts)
    if summary.error:
        return translate("import", "Stopped early: {result}").format(result=text)
    if summary.cancelled:
        return translate("import", "Cancelled: {result}").format(result=text)
    return text


def unfinished_text(unfinished: Unfinished, shortened: Callable[[str], str]) -> str:
    """“Interrupted: import of “papers” · 4,200 of 10,000 files left”, the name as short as there is room for."""
    paths = unfinished.request.paths
    name = shortened(printable(paths[0].name or str(paths[0])))
    if len(paths) > 1:
        name = translate("import", "{name} and others").format(name=name)
    said = translate("import", "Interrupted: import of “{name}” · {left} of {total} files left")
    return said.format(name=name, left=_number(unfinished.left), total=_number(unfinished.total))


def revised_text(summary: ImportSummary) -> str:
    """“2 pages replaced, 12 marks carried, 1 moved, 1 orphaned”: what newer texts of pages did to marks."""
    revisions = summary.revisions
    parts = [tr("%Ln page(s) replaced", "", len(revisions))]
    if carried := sum(revision.carried for revision in revisions):
        parts.append(tr("%Ln mark(s) carried over", "", carried))
    if moved := sum(revision.moved for revision in revisions):
        parts.append(tr("%Ln moved", "", moved))
    if orphaned := sum(revision.orphaned for revision in revisions):
        parts.append(tr("%Ln without a place", "", orphaned))
    return translate("import", ", ").join(parts)


def _added(summary: ImportSummary) -> str:
    if not summary.pages:
        return translate("import", "No new pages")
    pages = tr("%Ln page(s)", "", summary.pages)
    articles = tr("%Ln article(s)", "", summary.articles)
    return translate("import", "{pages}, {articles}").format(pages=pages, articles=articles)


def _left(seconds: float) -> str:
    if seconds < _MINUTE_S:
        return translate("import", "{seconds} s left").format(seconds=round(seconds))
    if seconds < _HOUR_S:
        return translate("import", "{minutes} min left").format(minutes=round(seconds / _MINUTE_S))
    hours, minutes = divmod(round(seconds / _MINUTE_S), 60)
    return translate("import", "{hours} h {minutes} min left").format(hours=hours, minutes=minutes)


def _number(value: int) -> str:
    return QLocale().toString(value)
