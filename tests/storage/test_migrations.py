"""The numbered steps that make and renew the tables of a library."""

import re
from contextlib import closing

import pytest

from reader.storage import schema
from reader.storage.connection import open_database

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)


@pytest.fixture
def database(tmp_path):
    with closing(open_database(tmp_path / "a.jianbao")) as opened:
        yield opened


def test_the_version_counts_the_steps(database):
    assert database.conn.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0] == schema.VERSION


def test_tags_are_given_a_uuid_each(database):
    database.conn.execute("INSERT INTO tag (name, created_at) VALUES ('桥', ''), ('路', '')")
    uids = {uid for (uid,) in database.conn.execute("SELECT uid FROM tag")}
    assert len(uids) == 2
    assert all(UUID.fullmatch(uid) for uid in uids)
