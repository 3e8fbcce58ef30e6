"""Every error and every step has words, and whatever a file is called, they fit on one line."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.code import CodeIssue, CodeProblem
from reader.domain.history import Step, StepName, StepState
from reader.domain.parcel import Refusal
from reader.errors import ErrorCode, UserError
from reader.file_words import CODE_ISSUES, REFUSALS, code_problem_text
from reader.messages import ERRORS, STEPS, error_text, printable, step_text


def fields(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_all_codes_and_steps_have_words():
    assert set(ERRORS) == set(ErrorCode)
    assert set(STEPS) == set(StepName)
    assert set(CODE_ISSUES) == set(CodeIssue)
    assert set(REFUSALS) == set(Refusal)


@pytest.mark.parametrize("template", [*ERRORS.values(), *STEPS.values()])
def test_words_have_no_other_placeholders_and_do_not_shout(template):
    assert fields(template) <= {"path", "detail"}
    assert "!" not in template


@pytest.mark.parametrize(
    "code", [code for code in ErrorCode if code.startswith(("file", "library", "folder", "export", "parcel"))]
)
def test_errors_about_files_name_them(code):
    assert "/home/甲/页.txt" in error_text(UserError(code, "/home/甲/页.txt", "why"))


def test_words_say_what_happened_and_what_to_do():
    said = error_text(UserError(ErrorCode.FILE_EMPTY, "/a/b.txt"))
    assert said == "“/a/b.txt” has no text in it. Check that the page was saved, then import it again."
    assert step_text(Step(1, StepName.MARK, "标题", StepState.DONE, 1, "")) == "Mark “标题”"


def test_what_a_codebook_lacks_is_said_on_one_line():
    said = code_problem_text(CodeProblem(CodeIssue.BAD_COLOR, "民\n生", "{red}"))
    assert said == "“民\\n生”: “{red}” is no colour; taken without."


def test_translations_are_used():
    asked = []

    def translate(context, source):
        asked.append((context, source))
        return "“{path}” 没有文字"

    assert error_text(UserError(ErrorCode.FILE_EMPTY, "页.txt"), translate) == "“页.txt” 没有文字"
    assert asked == [("errors", ERRORS[ErrorCode.FILE_EMPTY])]


@given(st.text(st.characters(exclude_categories=[])), st.sampled_from(list(ErrorCode)))
def test_any_name_can_be_shown(name, code):
    said = error_text(UserError(code, name, name))
    said.encode("utf-8")
    assert len(said.splitlines()) <= 1


def test_names_that_look_like_placeholders_are_only_names():
    assert "{detail}" in error_text(UserError(ErrorCode.FILE_EMPTY, "{detail}{0}"))


def test_ordinary_names_are_shown_as_they_are():
    assert printable("📰 𠮷林 头版\u3000第1版.txt") == "📰 𠮷林 头版\u3000第1版.txt"
    assert printable("a\nb\udcff") == "a\\nb\\udcff"
