"""Groups of copies, and the copies of one group, as lists."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.services.copies import Group
from reader.services.pages import Article
from reader.ui.copies.words import headline, place
from reader.ui.count_delegate import COUNT_ROLE
from reader.ui.words import tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class GroupModel(QAbstractListModel):
    """Groups, each by the headline of its first article and how many there are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []

    def show_groups(self, groups: list[Group]) -> None:
        """Show others; nothing happens where they are the same."""
        if groups != self.groups:
            self.beginResetModel()
            self.groups = groups
            self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many groups there are."""
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A group in words."""
        articles = self.groups[index.row()].articles
        if role == Qt.ItemDataRole.DisplayRole:
            return headline(articles[0])
        if role == COUNT_ROLE:
            return len(articles)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = tr("%Ln article(s)", "", len(articles))
            return f"{headline(articles[0])} · {number}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((headline(articles[0]), *map(place, articles)))
        return None


class CopyModel(QAbstractListModel):
    """The articles of a group in the order of their printing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.articles: tuple[Article, ...] = ()

    def show_articles(self, articles: tuple[Article, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self.articles = articles
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many articles there are."""
        return 0 if parent.isValid() else len(self.articles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Where an article was printed, and its headline."""
        article = self.articles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{place(article)} · {headline(article)}"
        return headline(article) if role == Qt.ItemDataRole.ToolTipRole else None
