"""Databases as a whole, and the command ``db``: what works, and what each refusal says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
import zipfile
from pathlib import Path

import psycopg2.errors
import pytest
from click.testing import CliRunner

from core import db
from core.cli.db import command
from core.db import admin, backup, connection, embedded, install, pool, transaction
from core.db.errors import (
    DatabaseExists,
    DatabaseInUse,
    DiskFull,
    FolderNotWritable,
    InvalidDatabaseName,
    ServerUnreachable,
    UnknownDatabase,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def filled(dbname, options):
    """A database with rows, a generated column, an index on our functions, and two attachments."""
    with db.connect(dbname).cursor() as cr:
        cr.run(
            "CREATE TABLE partner (id serial PRIMARY KEY, name text NOT NULL,"
            " key text GENERATED ALWAYS AS (sen_search_key(name)) STORED);"
            "CREATE INDEX partner__key_index ON partner USING gin (sen_trigrams(key));"
            "INSERT INTO partner (name) SELECT 'Đặng Văn ' || i FROM generate_series(1, 500) i"
        )
    for number in range(2):
        file = options.filestore(dbname) / f"a{number}" / f"a{number}ffee"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"attachment %d" % number)
    return dbname


@pytest.fixture
def new_name(server):
    name = f"new_{uuid.uuid4().hex[:8]}"
    yield name
    if db.exists(name):
        db.drop_database(name)


def contents(name: str) -> tuple[int, str]:
    with db.connect(name).cursor(readonly=True) as cr:
        cr.run("SELECT count(*), max(key) FROM partner")
        return cr.fetchone()


def test_dump_and_restore(filled, new_name, tmp_path, options):
    steps = []
    target = tmp_path / "dump.zip"

    manifest = backup.dump(filled, target, lambda done, total, text: steps.append((done, total, text)))
    assert (manifest["database"], manifest["attachments"], manifest["format"]) == (filled, 2, 1)
    assert steps[0] == (0, 3, "database") and steps[-1] == (3, 3, "done")
    backup.restore(target, new_name)

    assert contents(new_name) == contents(filled) == (500, "dang van 99")
    assert (options.filestore(new_name) / "a1" / "a1ffee").read_bytes() == b"attachment 1"
    assert new_name in db.databases()
    with db.connect(new_name).cursor() as cr:
        cr.run("INSERT INTO partner (name) VALUES ('Ánh') RETURNING id, key")
        assert cr.fetchone() == (501, "anh")
        cr.run("SELECT uuid FROM sen.database")
        assert [cr.fetchone()] != _uuid_of(filled)
    assert list(tmp_path.iterdir()) == [target]


def _uuid_of(name):
    with db.connect(name).cursor() as cr:
        cr.run("SELECT uuid FROM sen.database")
        return cr.fetchall()


def test_nothing_is_overwritten(filled, new_name, tmp_path, options):
    target = tmp_path / "dump.zip"
    backup.dump(filled, target)
    before = target.read_bytes()

    with pytest.raises(DatabaseExists, match="exists already"):
        backup.dump(filled, target)
    with pytest.raises(DatabaseExists, match="is in use"):
        backup.restore(target, filled)
    left = options.filestore(new_name)
    left.mkdir(parents=True)
    (left / "file").touch()
    with pytest.raises(DatabaseExists, match="former database"):
        backup.restore(target, new_name)
    (left / "file").unlink()

    assert target.read_bytes() == before
    assert contents(filled)[0] == 500


@pytest.mark.parametrize("damage", ["not a zip", "foreign zip", "cut off", "wrong dump", "future format"])
def test_damaged_dump_leaves_nothing_behind(filled, new_name, tmp_path, options, damage):
    target = tmp_path / "dump.zip"
    backup.dump(filled, target)
    parts = {}
    with zipfile.ZipFile(target) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    match damage:
        case "not a zip":
            target.write_bytes(b"hello")
        case "foreign zip":
            _rewrite(target, {"readme.txt": b"hello"})
        case "cut off":
            _rewrite(target, parts | {backup.DATABASE: parts[backup.DATABASE][:-3000]})
        case "wrong dump":
            _rewrite(target, parts | {backup.DATABASE: b"nonsense" * 1000})
        case "future format":
            _rewrite(target, parts | {backup.MANIFEST: b'{"format": 99, "version": "9.9"}'})

    with pytest.raises(backup.DumpUnreadable) as refusal:
        backup.restore(target, new_name)

    assert refusal.value.hint
    _assert_no_trace(new_name, options)


def _rewrite(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _assert_no_trace(name: str, options) -> None:
    assert not db.exists(name)
    assert not db.exists(backup.UNFINISHED + name)
    assert not options.filestore(name).exists()
    assert not options.filestore(backup.UNFINISHED + name).exists()


def test_a_forged_dump_cannot_write_elsewhere(filled, new_name, tmp_path, options):
    target = tmp_path / "dump.zip"
    backup.dump(filled, target)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("filestore/../../evil", b"x")
        archive.writestr("filestore/.hidden", b"x")

    backup.restore(target, new_name)

    files = [path for path in options.filestore(new_name).rglob("*") if path.is_file()]
    assert len(files) == 2
    assert not (options.filestore(new_name).parent / "evil").exists()


def test_killed_restore_never_looks_finished_and_can_be_repeated(filled, new_name, tmp_path, options):
    target = tmp_path / "dump.zip"
    backup.dump(filled, target)
    script = (
        "import sys, os, signal\nfrom pathlib import Path\nfrom core.base.config import config\n"
        f"config.set_options(data_dir={options['data_dir']!r}, db_host={options['db_host']!r},"
        f" db_port={options['db_port']!r}, db_user={options['db_user']!r}, embedded_linger=0.5)\n"
        "from core.db import backup\n"
        "backup._finish = lambda *names: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"backup.restore(Path({str(target)!r}), {new_name!r})\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert not db.exists(new_name)
    assert backup.UNFINISHED + new_name not in db.databases()

    backup.restore(target, new_name)

    assert contents(new_name)[0] == 500
    assert not db.exists(backup.UNFINISHED + new_name)


def test_killed_dump_leaves_no_target(filled, tmp_path, monkeypatch):
    def stop(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(backup, "_manifest", stop)
    with pytest.raises(KeyboardInterrupt):
        backup.dump(filled, tmp_path / "dump.zip")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small file system")
def test_disk_full_while_dumping(filled, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(small)], check=False).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    try:
        with pytest.raises(DiskFull, match="No space left") as refusal:
            backup.dump(filled, small / "dump.zip")
        assert refusal.value.hint
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_disk_full_on_the_server_is_explained(new_name, monkeypatch):
    def full(*_arguments, **_options):
        raise psycopg2.errors.DiskFull("could not extend file")

    monkeypatch.setattr(install, "prepare", full)
    with pytest.raises(DiskFull, match="no space left on its disk"):
        db.create_database(new_name)
    assert not db.exists(new_name)


def test_dump_into_a_folder_that_cannot_be_written(filled, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable, match="cannot be written"):
        backup.dump(filled, tmp_path / "file" / "dump.zip")


def test_a_dump_of_the_newer_server_restores_into_the_older_and_back(server, new_name, tmp_path, options):
    if server == "embedded":
        pytest.skip("needs both servers; runs with the other one")
    outside = {name: options[name] for name in ("db_host", "db_port", "db_user")}

    def use_embedded(wanted: bool) -> None:
        pool.pool().close_all()
        connection.forget(new_name)
        for name, value in outside.items():
            options[name] = type(value)() if wanted else value

    use_embedded(True)
    try:
        db.create_database(new_name)
        with db.connect(new_name).cursor() as cr:
            cr.run("CREATE TABLE partner (id serial PRIMARY KEY, name text NOT NULL,"
                   " key text GENERATED ALWAYS AS (sen_search_key(name)) STORED);"
                   "INSERT INTO partner (name) VALUES ('Đặng')")
        backup.dump(new_name, tmp_path / "newer.zip")
        use_embedded(False)
        backup.restore(tmp_path / "newer.zip", new_name)
        assert contents(new_name) == (1, "dang")
        backup.dump(new_name, tmp_path / "older.zip")
        use_embedded(True)
        db.drop_database(new_name)
        backup.restore(tmp_path / "older.zip", new_name)
        assert contents(new_name) == (1, "dang")
        db.drop_database(new_name)
    finally:
        use_embedded(False)
        embedded.release()


# -- create, drop, list ------------------------------------------------------------------------------


def test_create_from_a_template_copies_everything(filled, new_name, options):
    backup.duplicate(filled, new_name)

    assert contents(new_name) == contents(filled)
    assert (options.filestore(new_name) / "a0" / "a0ffee").exists()
    assert _uuid_of(new_name) != _uuid_of(filled)


def test_a_template_in_use_is_refused(filled, new_name):
    user = pool.open_connection(filled)
    user.cursor().execute("SELECT 1")
    try:
        with pytest.raises(DatabaseInUse, match=f"using the database '{filled}'"):
            backup.duplicate(filled, new_name)
        assert not db.exists(new_name)
    finally:
        user.close()


def test_a_user_who_may_not_create_databases_is_told_so(new_name, options):
    with pool.open_connection("postgres") as connection_, connection_.cursor() as cursor:
        cursor.execute("DROP ROLE IF EXISTS modest")
        cursor.execute("CREATE ROLE modest LOGIN PASSWORD 'modest'")
    connection_.close()
    address = db.address()
    options["db_host"], options["db_port"] = address.tcp_host or address.host, address.port
    options["db_user"], options["db_password"] = "modest", "modest"

    with pytest.raises(ServerUnreachable, match="may not create") as refusal:
        db.create_database(new_name)
    assert "CREATEDB" in refusal.value.hint


@pytest.mark.parametrize("name", ["", "template1", "postgres", "a/b", "../x", "é", "-x", "x" * 64, 'a"b', "a b"])
def test_names_that_cannot_be(server, name):
    with pytest.raises(InvalidDatabaseName):
        db.create_database(name)


def test_drop_throws_out_who_is_connected(dbname):
    other = pool.open_connection(dbname)
    db.drop_database(dbname)
    assert not db.exists(dbname)
    with pytest.raises(psycopg2.OperationalError):
        other.cursor().execute("SELECT 1")
    with pytest.raises(UnknownDatabase):
        db.drop_database(dbname)
    db.create_database(dbname)


def test_only_our_databases_are_listed(server, new_name):
    admin.create_empty(new_name)
    assert db.exists(new_name) and new_name not in db.databases()
    db.prepare_database(new_name)
    assert new_name in db.databases()


# -- the command -------------------------------------------------------------------------------------


def call(*arguments: str, answer: str | None = None):
    return CliRunner().invoke(command, list(arguments), input=answer)


def test_command_creates_lists_dumps_restores_drops(server, new_name, tmp_path):
    target, copy = str(tmp_path / "x.zip"), new_name + "_copy"

    assert f"Database {new_name} created" in call("create", new_name).output
    assert new_name in call("list").output
    assert call("list", "--names").output.split().count(new_name) == 1
    assert "0 addons, 0 attachments" in call("dump", new_name, target).output
    assert f"restored from the dump of {new_name}" in call("restore", target, copy).output
    assert "Aborted" in call("drop", copy, answer="n\n").output
    assert db.exists(copy)
    assert "dropped" in call("drop", copy, answer="y\n").output
    assert not db.exists(copy)


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["drop", "--yes", "nowhere"], UnknownDatabase, "db list"),
        (["dump", "nowhere"], UnknownDatabase, "db list"),
        (["create", "no/slash"], InvalidDatabaseName, "letters without accents"),
        (["restore", "/nowhere.zip", "x"], backup.DumpUnreadable, "db dump"),
        (["create", "--template", "nowhere", "x_y"], UnknownDatabase, "db list"),
    ],
)
def test_refusals_of_the_command_say_what_to_do(server, arguments, error, hint):
    result = call(*arguments)
    assert isinstance(result.exception, error)
    assert hint in result.exception.hint


def test_name_in_use(dbname):
    assert isinstance(call("create", dbname).exception, DatabaseExists)


# -- faults while working ------------------------------------------------------------------------------


def test_killed_server_in_the_middle_of_transactions(dbname, server):
    """kill -9 of PostgreSQL: what was committed is there, what was not is not, and work goes on."""
    if server != "embedded":
        pytest.skip("a system server is brought back by the system")
    with db.connect(dbname).cursor() as cr:
        cr.run("CREATE TABLE entry (id int, side int)")

    def book(cr, number):
        cr.run("INSERT INTO entry VALUES (%s, 1)", [number])
        if number == 5 and not killed:
            killed.append(embedded.status()["server"])
            os.kill(killed[0], signal.SIGKILL)
            time.sleep(0.3)
        cr.run("INSERT INTO entry VALUES (%s, -1)", [number])

    killed: list[int] = []
    for number in range(10):
        transaction.run(dbname, lambda cr, number=number: book(cr, number))

    with db.connect(dbname).cursor() as cr:
        cr.run("SELECT count(*), sum(side), count(DISTINCT id) FROM entry")
        assert cr.fetchone() == (20, 0, 10)
