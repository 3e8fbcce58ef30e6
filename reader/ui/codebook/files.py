"""Asks where the codebook goes out to, and which file another one comes in from."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from reader.errors import UserError
from reader.services.codebook_files import CodebookFormat
from reader.ui.codebook.preview import CodebookPreview
from reader.ui.frame import Frame
from reader.ui.settings import EXPORT_FOLDER
from reader.ui.words import tr

translate = QCoreApplication.translate


def export_codebook(window: Frame) -> None:
    """Ask where to, and write the codebook there."""
    kinds = {
        CodebookFormat.REFI: translate("codebook", "REFI-QDA codebook (*.qdc)"),
        CodebookFormat.CSV: translate("codebook", "Table (*.csv)"),
    }
    name, chosen = QFileDialog.getSaveFileName(
        window,
        translate("codebook", "Export codebook"),
        str(_folder(window) / f"{window.library.path.stem}.qdc"),
        ";;".join(kinds.values()),
    )
    if not name:
        return
    path = Path(name)
    if path.suffix.casefold().removeprefix(".") not in [*CodebookFormat]:
        path = path.with_name(f"{path.name}.{next(form for form, kind in kinds.items() if kind == chosen)}")
    window.settings.set(EXPORT_FOLDER, str(path.parent))
    try:
        count = window.library.codebook_files.export(path)
    except UserError as error:
        window.show_error(error)
    else:
        window.status.say(tr("%Ln tag(s) exported", "", count))


def import_codebook(window: Frame) -> CodebookPreview | None:
    """Ask for a file, and give the dialog that shows what merging it would do; None where there is none to show."""
    name, _ = QFileDialog.getOpenFileName(
        window,
        translate("codebook", "Import codebook"),
        str(_folder(window)),
        translate("codebook", "Codebooks (*.qdc *.csv)"),
    )
    return CodebookPreview(window, Path(name)) if name else None


def _folder(window: Frame) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(window.settings.get(EXPORT_FOLDER) or documents)
