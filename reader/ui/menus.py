"""The submenus that the table of actions cannot list: languages and recent libraries."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.messages import printable
from reader.ui.i18n import LANGUAGES
from reader.ui.settings import LANGUAGE, RECENT_LIBRARIES, Settings


class Menus(QObject):
    """Fills the two submenus and tells what is chosen there.

    Signals:
        library_chosen: the ``Path`` of a recent library.
        language_chosen: another language was chosen and remembered.
    """

    library_chosen = Signal(object)
    language_chosen = Signal()

    def __init__(self, settings: Settings, languages: QMenu, recent: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._recent = recent
        self._add_languages(languages)
        recent.aboutToShow.connect(self._fill_recent)
        recent.triggered.connect(self._on_recent)
        languages.triggered.connect(self._on_language)

    def _add_languages(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for code, name in {"": self.tr("As the system"), **LANGUAGES}.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == self._settings.get(LANGUAGE))
            action.setData(code)
            group.addAction(action)

    @Slot()
    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.get(RECENT_LIBRARIES).splitlines():
            self._recent.addAction(printable(path).replace("&", "&&")).setData(path)

    @Slot(QAction)
    def _on_recent(self, action: QAction) -> None:
        self.library_chosen.emit(Path(action.data()))

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        if action.data() != self._settings.get(LANGUAGE):
            self._settings.set(LANGUAGE, action.data())
            self.language_chosen.emit()
