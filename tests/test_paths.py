"""Jianbao's files are where the system's conventions and the user say."""

from pathlib import Path

from reader.paths import Paths, import_root, resources


def test_the_user_s_folders_follow_the_system_s_conventions(home):
    paths = Paths.of_user()
    assert paths.library == home / ".local/share/jianbao/library.jianbao"
    assert paths.settings == home / ".config/jianbao/settings.ini"
    assert paths.log == home / ".local/state/jianbao/jianbao.log"
    assert not paths.data.exists()


def test_the_library_can_be_named_by_the_environment(home, monkeypatch):
    monkeypatch.setenv("JIANBAO_LIBRARY", "~/作业.jianbao")
    assert Paths.of_user().library == home / "作业.jianbao"
    monkeypatch.setenv("JIANBAO_LIBRARY", "")
    assert Paths.of_user().library.name == "library.jianbao"


def test_a_checkout_finds_its_own_files():
    assert resources() == Path(__file__).parents[1] / "resources"
    assert (import_root() / "reader" / "paths.py").is_file()
