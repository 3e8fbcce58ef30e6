import ast
import re
import string
from itertools import chain

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMainWindow, QMenu

from reader.ui import i18n
from reader.ui.actions.build import ActionSet
from reader.ui.actions.table import MENUS
from reader.ui.words import plain, tr
from tests.tools import translations

CALLS = {"tr": 1, "translate": 2, "QT_TRANSLATE_NOOP": 2}
"""Functions that take texts to be translated, and how many arguments say which."""
LANGUAGES = pytest.mark.parametrize("language", i18n.LANGUAGES)


def translated():
    for language in i18n.LANGUAGES:
        for _context, message in translations.messages(translations.catalogue(language)):
            for form in translations.forms(message.find("translation")):
                yield message.findtext("source"), form


@pytest.fixture
def speak(qapp):
    yield lambda language: i18n.install(qapp, language, translations.FOLDER)
    i18n.install(qapp, i18n.SOURCE_LANGUAGE, translations.FOLDER)


@LANGUAGES
def test_every_text_of_the_source_is_translated(tmp_path, language):
    kept = translations.catalogue(language).read_bytes()
    fresh = tmp_path / "fresh.ts"
    fresh.write_bytes(kept)
    translations.collect(language, fresh)
    assert translations.untranslated(fresh) == []
    assert fresh.read_bytes() == kept, "run python -m tests.tools.translations"


@LANGUAGES
def test_the_compiled_catalogue_is_up_to_date(tmp_path, language):
    fresh = tmp_path / "fresh.qm"
    translations.compile_to(translations.catalogue(language), fresh)
    assert fresh.read_bytes() == translations.compiled(language).read_bytes(), "run python -m tests.tools.translations"


def test_the_catalogue_has_all_that_the_source_marks():
    """``lupdate`` overlooks what it cannot parse, without a word."""
    collected = {
        (context, message.findtext("source")): message.get("numerus") == "yes"
        for context, message in translations.messages(translations.catalogue("zh_CN"))
    }
    marked = list(chain.from_iterable(map(marked_in, sorted((translations.ROOT / "reader").rglob("*.py")))))
    assert len(marked) > 300
    for text, numbered, place in marked:
        assert text in collected, place
        assert collected[text] == numbered, place


def marked_in(path):
    """The texts that a module marks for translation, whether they have a number in them, and where they stand."""

    def walk(node, owner):
        for child in ast.iter_child_nodes(node):
            yield from walk(child, child.name if isinstance(child, ast.ClassDef) else owner)
        if not isinstance(node, ast.Call):
            return
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        count = CALLS.get(name, 0)
        said = [literal.value for literal in node.args[:count] if isinstance(literal, ast.Constant)]
        if name == "tr" and said:
            said.insert(0, owner if isinstance(node.func, ast.Attribute) else "")  # the function of ui/words.py
        # Those of translate and tr that are given a variable take it from a table whose texts are marked themselves.
        if len(said) == 2 and all(isinstance(word, str) for word in said):
            yield tuple(said), "%n" in said[1] or "%Ln" in said[1], f"{path}:{node.lineno}"

    return walk(ast.parse(path.read_text("utf-8")), "")


def test_tr_is_always_given_the_text_itself():
    for path in (translations.ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"


def test_translations_keep_placeholders_dots_and_mnemonics():
    for source, text in translated():
        assert fields(text) == fields(source), source
        assert text.endswith("…") == source.endswith("…"), source
        assert bool(re.search("&[A-Za-z]", text)) == bool(re.search("&[A-Za-z]", source)), source
        assert text.startswith(" ") <= source.startswith(" "), source


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}, set(re.findall("%L?n", text))


def test_chinese_is_set_in_chinese_punctuation():
    for _context, message in translations.messages(translations.catalogue("zh_CN")):
        for text in translations.forms(message.find("translation")):
            assert not re.search("[一-鿿][,;:?!]|[,;:?!][一-鿿]|！", text), text


@LANGUAGES
def test_the_mnemonics_of_a_menu_differ(speak, qtbot, settings, language):
    speak(language)
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = ActionSet(window, settings)
    actions.fill(window.menuBar())
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    assert len(menus) > len(MENUS)
    for menu in menus:
        texts = [action.text() for action in menu.actions()]
        keys = [found[1].upper() for found in (re.search("&([A-Za-z])", text) for text in texts) if found]
        assert len(set(keys)) == len(keys), texts


@LANGUAGES
def test_languages_are_installed_and_taken_away(speak, qapp, language):
    speak(language)
    assert qapp.translate("menus", "&File") == {"en": "&File", "zh_CN": "文件(&F)"}[language]
    assert qapp.translate("QPlatformTheme", "Cancel") == {"en": "Cancel", "zh_CN": "取消"}[language]
    assert QLocale().name() == {"en": "en_US", "zh_CN": "zh_CN"}[language]


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [("en", 1, "1 page"), ("en", 0, "0 pages"), ("en", 1204, "1,204 pages"), ("zh_CN", 1204, "1,204 个版面")],
)
def test_numbers_are_said_in_singular_and_plural(speak, language, number, said):
    speak(language)
    assert tr("%Ln page(s)", "", number) == said


@pytest.mark.parametrize(
    ("text", "shown"),
    [("&Import…", "Import"), ("导入(&I)…", "导入"), ("撤销标注“R&&D”(&U)", "撤销标注“R&D”"), ("Keys", "Keys")],
)
def test_names_are_shown_without_mnemonics(text, shown):
    assert plain(text) == shown
