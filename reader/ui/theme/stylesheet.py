"""The application's one style sheet, generated from tokens: flat, quiet chrome in steps of four pixels.

A widget opts into a look by a dynamic property: ``primary`` (the button to press), ``quiet`` (secondary text),
``heading`` (the name of a pane), ``pane`` (a surface of paper), ``field`` (a list that is filled in).
"""

from string import Template

from reader.paths import resources
from reader.ui.theme.colour import mix, readable_on
from reader.ui.theme.tokens import Tokens

_TEMPLATE = Template("""
QMainWindow, QDialog, QMessageBox { background: $canvas; }
QWidget { selection-background-color: $selected; selection-color: $selected_ink; }
QWidget:disabled { color: $faded; }

QLabel[quiet="true"] { color: $quiet; }
QLabel[heading="true"] { color: $quiet; font-weight: 600; padding: 8px 12px 4px 12px; qproperty-indent: 0; }
QLabel[title="true"] { font-weight: 600; font-size: 14pt; }
QWidget#findBar { background: $canvas; border-top: 1px solid $rule; }
*[pane="true"] { background: $paper; }

QMenuBar { background: $canvas; padding: 2px 4px 0 4px; border: none; }
QMenuBar::item { padding: 3px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $paper; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $selected_ink; }
QMenu::item:disabled { color: $faded; background: transparent; }
QMenu::separator { height: 1px; background: $rule; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }

QToolBar { background: $canvas; border: none; border-bottom: 1px solid $rule; padding: 1px 6px 3px 6px; spacing: 2px; }
QToolBar::separator { width: 1px; background: $rule; margin: 5px 4px; }
QToolBar QToolButton { padding: 2px 5px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 3px 8px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $faded; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-indicator { image: none; }

QPushButton, QToolButton[button="true"] {
    background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 4px 16px; min-height: 20px;
}
QPushButton:hover, QToolButton[button="true"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[button="true"]:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus, QToolButton[button="true"]:focus { border: 2px solid $focus; padding: 3px 15px; }
QPushButton:disabled, QToolButton[button="true"]:disabled { color: $faded; border-color: $rule; }
QPushButton:default, QPushButton[primary="true"], QToolButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton:default:hover, QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton:default:focus, QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {
    border: 2px solid $focus;
}
QPushButton:default:disabled, QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {
    background: $canvas; color: $faded; border-color: $rule;
}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {
    background: $paper; color: $ink; border: 1px solid $edge; border-radius: 4px; padding: 3px 6px;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QComboBox:focus { border: 2px solid $focus; padding: 2px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled { background: $canvas; }
QTextEdit#articleText, QTextEdit#articleText:focus { border: none; border-radius: 0; padding: 0; }
QTextBrowser, QTextBrowser:focus { border: none; border-radius: 0; padding: 0 8px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$images/chevron-down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $edge; outline: none; }
QAbstractSpinBox { min-height: 20px; padding-right: 20px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$images/chevron-up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$images/chevron-down.svg"); width: 12px; height: 12px; }

QAbstractItemView { background: $paper; border: none; outline: none; alternate-background-color: $canvas; }
QAbstractItemView::item { color: $ink; }
QTreeView::item, QListView::item { padding: 4px 8px; border: none; }
QTableView::item { padding: 4px 8px; border: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTreeView::item:hover, QListView::item:hover { background: $hover_row; }
QAbstractItemView::item:selected { background: $selected_idle; color: $ink; }
QAbstractItemView::item:selected:active:focus { background: $selected; color: $selected_ink; }
QTreeView:focus, QListView:focus, QTableView:focus { border: 1px solid $focus; }
QTreeView, QListView, QTableView { border: 1px solid transparent; gridline-color: $rule; }
QListView[field="true"] { border: 1px solid $edge; border-radius: 4px; }
QListView[field="true"]:focus { border-color: $focus; }
QTreeView::branch { background: transparent; }
QHeaderView { background: $canvas; border: none; }
QHeaderView::section {
    background: $canvas; color: $quiet; border: none; border-bottom: 1px solid $rule; padding: 4px 11px;
}
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $canvas; border: none; }

QSplitter::handle { background: $rule; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $focus; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $thumb; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: $canvas; border-top: 1px solid $rule; color: $quiet; }
QStatusBar::item { border: none; }
QStatusBar QToolButton { padding: 1px 8px; }
QStatusBar QLabel { color: $quiet; }
QProgressBar { background: $rule; border: none; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: $focus; border-radius: 2px; }

QTabWidget::pane { border: none; border-top: 1px solid $rule; }
QTabBar::tab {
    background: transparent; color: $quiet; padding: 6px 12px; border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:bottom { border-bottom: none; border-top: 2px solid transparent; }
QTabBar::tab:bottom:selected { border-top-color: $accent; }
QTabBar::tab:selected:focus { border-bottom-color: $focus; color: $focus; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator, QMenu::indicator {
    width: 14px; height: 14px; border: 1px solid $quiet; border-radius: 3px; background: $paper;
}
QMenu::indicator { margin-left: 6px; width: 12px; height: 12px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:non-exclusive:checked {
    background: $focus; border-color: $focus; image: url("$images/$check.svg");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $edge; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $rule; background: $canvas; }
QRadioButton::indicator { border-radius: 8px; }
QMenu::indicator:exclusive { border-radius: 7px; }
QRadioButton::indicator:checked { border: 5px solid $focus; width: 6px; height: 6px; }
QMenu::indicator:exclusive:checked { border: 4px solid $focus; width: 6px; height: 6px; }
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $edge; }
QSlider::handle:horizontal { width: 16px; margin: -6px 0; border-radius: 8px; background: $focus; }
QGroupBox { border: 1px solid $rule; border-radius: 4px; margin-top: 12px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; color: $quiet; }
QDockWidget { titlebar-close-icon: url("$images/close.svg"); titlebar-normal-icon: url("$images/float.svg"); }
QDockWidget { color: $quiet; font-weight: 600; }
QDockWidget::title { background: $canvas; padding: 8px; }
QDockWidget::close-button, QDockWidget::float-button {
    border: none; border-radius: 4px; width: 20px; height: 20px; subcontrol-position: right center;
}
QDockWidget::close-button { right: 8px; }
QDockWidget::float-button { right: 28px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $hover; }
QMainWindow::separator { background: $rule; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $focus; }
QToolTip { background: $paper; color: $ink; border: 1px solid $edge; padding: 4px; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: $rule; }
""")


def build_stylesheet(tokens: Tokens) -> str:
    """The style sheet of a theme."""
    return _TEMPLATE.substitute(
        images=(resources() / "controls").as_posix(),
        check="check-dark" if tokens.dark else "check-light",
        canvas=tokens.canvas,
        paper=tokens.paper,
        ink=tokens.ink,
        quiet=tokens.quiet,
        rule=tokens.rule,
        edge=tokens.edge,
        accent=tokens.accent,
        accent_hover=mix(tokens.accent, tokens.ink, 0.2),
        on_accent=readable_on(tokens.accent, tokens.paper, tokens.ink),
        focus=tokens.focus,
        hover=tokens.hover,
        hover_row=mix(tokens.paper, tokens.ink, 0.05),
        pressed=tokens.pressed,
        selected=tokens.selected,
        selected_ink=tokens.selected_ink,
        selected_idle=mix(tokens.paper, tokens.ink, 0.12),
        thumb=mix(tokens.paper, tokens.quiet, 0.45),
        faded=mix(tokens.canvas, tokens.ink, 0.4),
    )
