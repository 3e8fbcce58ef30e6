"""The words for what a file of annotations or of a codebook held and could not be taken, in English.

Apart from ``messages.py``, since nothing but the import of such files has a use for them. They are translated as those.
"""

from collections.abc import Mapping
from types import MappingProxyType

from reader.domain.code import CodeIssue, CodeProblem
from reader.domain.parcel import Refusal, Unfit
from reader.messages import QT_TRANSLATE_NOOP, Translate, as_written, printable

CODE_ISSUES: Mapping[CodeIssue, str] = MappingProxyType(
    {
        CodeIssue.NO_NAME: QT_TRANSLATE_NOOP("codes", "A tag without a name was left out."),
        CodeIssue.BAD_UID: QT_TRANSLATE_NOOP("codes", "“{name}”: “{detail}” is no id; taken by its name."),
        CodeIssue.DUPLICATE_UID: QT_TRANSLATE_NOOP(
            "codes", "“{name}” has the id of another tag of the file; taken by its name."
        ),
        CodeIssue.UNKNOWN_PARENT: QT_TRANSLATE_NOOP(
            "codes", "“{name}”: there is no “{detail}” that it could stand below."
        ),
        CodeIssue.CYCLE: QT_TRANSLATE_NOOP("codes", "“{name}” would stand below itself; left where it is."),
        CodeIssue.BAD_COLOR: QT_TRANSLATE_NOOP("codes", "“{name}”: “{detail}” is no colour; taken without."),
        CodeIssue.NAME_IN_USE: QT_TRANSLATE_NOOP(
            "codes", "“{name}” is the name of another tag; this one is called “{detail}”."
        ),
        CodeIssue.SETS: QT_TRANSLATE_NOOP("codes", "The set “{name}” was left out; there are no sets of tags here."),
    }
)

REFUSALS: Mapping[Refusal, str] = MappingProxyType(
    {
        Refusal.NO_UID: QT_TRANSLATE_NOOP("refusals", "It has no id."),
        Refusal.DUPLICATE: QT_TRANSLATE_NOOP("refusals", "Its id stands in the file before; the first one was taken."),
        Refusal.NO_QUOTE: QT_TRANSLATE_NOOP("refusals", "It has no quote to look for."),
        Refusal.BAD_VALUE: QT_TRANSLATE_NOOP("refusals", "It has a value that cannot be read: {detail}"),
        Refusal.BAD_OFFSETS: QT_TRANSLATE_NOOP("refusals", "Its place is beyond the page."),
        Refusal.NO_PAGE: QT_TRANSLATE_NOOP("refusals", "Its page is not in the library. Import the page first."),
        Refusal.SEVERAL_PAGES: QT_TRANSLATE_NOOP("refusals", "Several pages of the library could be meant."),
        Refusal.QUOTE_NOT_FOUND: QT_TRANSLATE_NOOP("refusals", "Its page does not say the quote."),
        Refusal.QUOTE_SEVERAL_TIMES: QT_TRANSLATE_NOOP(
            "refusals", "Its page says the quote several times, and what stands around does not tell which is meant."
        ),
        Refusal.OTHER_PAGE: QT_TRANSLATE_NOOP("refusals", "The library has it on another page."),
        Refusal.NO_TARGET: QT_TRANSLATE_NOOP("refusals", "What it belongs to is not there."),
        Refusal.MEMO_EXISTS: QT_TRANSLATE_NOOP("refusals", "There is another memo in its place."),
        Refusal.NOT_TEXT: QT_TRANSLATE_NOOP("refusals", "It is not on a text that can be read. {detail}"),
    }
)


def code_problem_text(problem: CodeProblem, translate: Translate = as_written) -> str:
    """What of a file's code could not be taken as it stands there, in one sentence."""
    words = translate("codes", CODE_ISSUES[problem.issue])
    return words.format(name=printable(problem.name), detail=printable(problem.detail))


def unfit_text(unfit: Unfit, translate: Translate = as_written) -> str:
    """Why something of a file of annotations was left out, in a sentence or two."""
    return translate("refusals", REFUSALS[unfit.reason]).format(detail=printable(unfit.detail)).strip()
