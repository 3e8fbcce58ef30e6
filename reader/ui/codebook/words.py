"""What is said of a tag: its meaning, its place, and what a merge would do."""

from html import escape

from PySide6.QtCore import QCoreApplication

from reader.domain.codebook import Codebook, Tag
from reader.domain.codebook_merge import MergePlan
from reader.ui.words import tr

translate = QCoreApplication.translate


def meaning_words(tag: Tag) -> str:
    """What a tag means, as rich text; empty where nothing is written."""
    parts = (
        ("", tag.definition),
        (translate("codebook", "Use when"), tag.use_when),
        (translate("codebook", "Not when"), tag.not_when),
        (translate("codebook", "Example"), tag.example),
    )
    return "".join(
        f"<p>{f'<b>{escape(title)}</b><br>' if title else ''}{escape(text).replace(chr(10), '<br>')}</p>"
        for title, text in parts
        if text
    )


def path_words(codebook: Codebook, tag: Tag) -> str:
    """A tag after those that it stands under."""
    return " › ".join(above.name for above in codebook.path(tag.id))


def names_words(names: list[str]) -> str:
    """Some tags by name: all of them, or the first and how many more."""
    first = translate("codebook", "“{name}”").format(name=names[0])
    if len(names) == 1:
        return first
    return translate("codebook", "{first} and {count} more").format(first=first, count=len(names) - 1)


def plan_words(plan: MergePlan) -> str:
    """What a merge does, by counts."""
    same = len(plan.tags) - len(plan.new) - len(plan.changed)
    return " · ".join(
        (
            tr("%Ln new tag(s)", "", len(plan.new)),
            tr("%Ln changed", "tags", len(plan.changed)),
            tr("%Ln as they are", "tags", same),
        )
    )
