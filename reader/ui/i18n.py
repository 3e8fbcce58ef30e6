"""The languages of the interface, each a compiled catalogue in ``resources/i18n``.

English is the language of the source; its catalogue holds only the texts with a number in them, which have a singular
and a plural: “%n mark(s)” in the source is “1 mark” or “3 marks”.
"""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader.messages import QT_TRANSLATE_NOOP

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Codes and what each language calls itself."""
SOURCE_LANGUAGE = "en"
OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
)
"""Texts of Qt that its own catalogues lack, or put less well than ours (arrow keys). Qt looks them up by itself."""


def language_in_force(chosen: str) -> str:
    """The language that was chosen, or for "" the one of ``LANGUAGES`` that fits the system best."""
    if chosen in LANGUAGES:
        return chosen
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    return "zh_CN" if chinese else SOURCE_LANGUAGE


def install(app: QApplication, language: str, folder: Path) -> None:
    """Let the interface speak a language: ours from ``folder``, Qt's own standard buttons from its library.

    Raises:
        FileNotFoundError: the catalogue that belongs to the program is not there.
    """
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(QLocale(language))
    _add(app, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm")
    _add(app, folder / f"jianbao_{language}.qm")  # last, since Qt asks the last one first


def _add(app: QApplication, catalogue: Path) -> None:
    translator = QTranslator(app)
    if not translator.load(str(catalogue)):
        raise FileNotFoundError(catalogue)
    app.installTranslator(translator)
