"""Keeps the catalogue of translations in step with the source.

``python -m tests.tools.translations`` collects the texts of the source into the .ts, compiles the .qm and lists what is
not translated yet.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGE = "zh_CN"
CATALOGUE = FOLDER / f"jianbao_{LANGUAGE}.ts"
COMPILED = CATALOGUE.with_suffix(".qm")


def collect(catalogue: Path) -> None:
    """Bring a catalogue up to date with the source; translations of texts that are gone go with them."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "reader").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-target-language", LANGUAGE]
    _run("lupdate", *options, *sources, "-ts", str(catalogue))


def compile_to(catalogue: Path, compiled: Path) -> None:
    """Compile a catalogue into what the program loads."""
    _run("lrelease", str(catalogue), "-qm", str(compiled))


def untranslated(catalogue: Path) -> list[str]:
    """The source texts that have no finished translation."""
    return [
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ET.parse(catalogue).getroot().iter("context")  # our own file
        for message in context.iter("message")
        if not _is_finished(message.find("translation"))
    ]


def _is_finished(translation: ET.Element | None) -> bool:
    if translation is None or translation.get("type") == "unfinished":
        return False
    return bool("".join(translation.itertext()).strip())


def _run(tool: str, *arguments: str) -> None:
    command = [Path(sys.executable).with_name(f"pyside6-{tool}"), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    collect(CATALOGUE)
    compile_to(CATALOGUE, COMPILED)
    missing = untranslated(CATALOGUE)
    print("\n".join(missing))
    sys.exit(bool(missing))
