"""Keeps the catalogues of translations in step with the source.

``python -m tests.tools.translations`` collects the texts of the source into the .ts files, compiles the .qm files and
lists what is not translated yet.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from reader.ui.i18n import LANGUAGES, SOURCE_LANGUAGE

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"


def catalogue(language: str) -> Path:
    """The file that a language is translated in."""
    return FOLDER / f"jianbao_{language}.ts"


def compiled(language: str) -> Path:
    """The file that the program loads."""
    return catalogue(language).with_suffix(".qm")


def collect(language: str, into: Path) -> None:
    """Bring a catalogue up to date with the source; translations of texts that are gone go with them."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "reader").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-source-language", SOURCE_LANGUAGE, "-target-language", language]
    if language == SOURCE_LANGUAGE:
        options.append("-pluralonly")
    _run("lupdate", *options, *sources, "-ts", str(into))


def compile_to(source: Path, target: Path) -> None:
    """Compile a catalogue into what the program loads."""
    _run("lrelease", str(source), "-qm", str(target))


def messages(source: Path) -> list[tuple[str, ET.Element]]:
    """The messages of a catalogue with the contexts that they stand in."""
    return [
        (context.findtext("name", ""), message)
        for context in ET.parse(source).getroot().iter("context")  # our own file
        for message in context.iter("message")
    ]


def untranslated(source: Path) -> list[str]:
    """The source texts that have no finished translation, or lack one of its plurals."""
    return [
        f"{context}: {message.findtext('source')}"
        for context, message in messages(source)
        if not _is_finished(message.find("translation"))
    ]


def forms(translation: ET.Element) -> list[str]:
    """The translated text, or each of its plurals."""
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def _is_finished(translation: ET.Element | None) -> bool:
    if translation is None or translation.get("type") == "unfinished":
        return False
    return all(form.strip() for form in forms(translation))


def _run(tool: str, *arguments: str) -> None:
    command = [Path(sys.executable).with_name(f"pyside6-{tool}"), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def main() -> int:
    """Renew every catalogue; returns 1 where texts are left to translate."""
    missing = []
    for language in LANGUAGES:
        collect(language, catalogue(language))
        compile_to(catalogue(language), compiled(language))
        missing += [f"{language}: {text}" for text in untranslated(catalogue(language))]
    print("\n".join(missing))
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
