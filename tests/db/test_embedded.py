"""The embedded server: started on demand, shared, and gone when nobody needs it – whatever is killed.

Each test has a data folder of its own; users of the server are separate processes that can be killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import random
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from db_helpers import reachable_folder, unprivileged

from core import db
from core.db import connection, embedded, transaction
from core.db.errors import DiskFull, EmbeddedServerError, FolderNotWritable
from core.db.pool import open_connection, pool

ROOT = Path(__file__).resolve().parents[2]
LINGER_SECONDS = 0.5
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can change users and mount")


class User:
    """A process that uses the server of a data folder: runs statements on request, holds its lease until it ends."""

    SCRIPT = textwrap.dedent(
        """
        import sys
        from core import db
        from core.db.pool import open_connection, pool
        connection = open_connection("postgres")
        connection.autocommit = True
        print("ready", flush=True)
        for line in sys.stdin:
            try:
                cursor = connection.cursor()
                cursor.execute(line)
            except Exception:
                connection = open_connection("postgres")
                connection.autocommit = True
                cursor = connection.cursor()
                cursor.execute(line)
            print(cursor.fetchone()[0] if cursor.description else "done", flush=True)
        """
    )

    def __init__(self, data_dir: Path, python: str = sys.executable, **identity: Any) -> None:
        environment = {
            "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "SEN_DATA_DIR": str(data_dir),
            "SEN_EMBEDDED_LINGER": str(LINGER_SECONDS), "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = subprocess.Popen(
            [python, "-c", self.SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env=environment, cwd="/", **identity,  # type: ignore[call-overload]
        )

    def wait_ready(self) -> User:
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"
        return self

    def ask(self, statement: str) -> str:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(statement + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()


class Folder:
    """A data folder and the processes found working on it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.users: list[User] = []

    def user(self, **identity: Any) -> User:
        self.users.append(User(self.path, **identity))
        return self.users[-1].wait_ready()

    @property
    def home(self) -> Path:
        return (self.path / f"postgresql-{embedded.wheel_binaries().major}").resolve()

    def state(self) -> dict[str, int]:
        return json.loads((self.home / "server.json").read_text())

    def processes(self) -> list[int]:
        """Postmaster and watchdog of this folder."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                command = (entry / "cmdline").read_bytes()
                alive = (entry / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
                if alive and os.fsencode(self.home) in command and b"pytest" not in command:
                    found.append(int(entry.name))
        return found

    def wait_until_nothing_runs(self, seconds: float = 15) -> None:
        deadline = time.monotonic() + seconds
        while self.processes():
            assert time.monotonic() < deadline, f"still there: {self.processes()}"
            time.sleep(0.05)

    def close(self) -> None:
        for user in self.users:
            user.kill()
        self.wait_until_nothing_runs()
        home = self.home
        with contextlib.suppress(OSError):
            sockets = Path(json.loads((home / "settings.json").read_text())["socket_folder"])
            if not sockets.is_relative_to(home):
                shutil.rmtree(sockets.parent)
        shutil.rmtree(self.path, ignore_errors=True)
        if home.is_relative_to(embedded.SYSTEM_HOME):
            shutil.rmtree(home)


@pytest.fixture
def folder() -> Iterator[Folder]:
    folder = Folder(reachable_folder("sen-embedded-"))
    yield folder
    folder.close()


def interpreter_for_everybody(identity: dict[str, Any]) -> str:
    """Ours, or the system's of the same version when ours lies in a closed folder."""
    version = f"import sys, psycopg2; assert sys.version_info[:2] == {sys.version_info[:2]}"
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    for candidate in (sys.executable, "/usr/bin/python3"):
        with contextlib.suppress(OSError):
            command = [candidate, "-c", version]
            if not subprocess.run(command, check=False, cwd="/", env=environment, capture_output=True, **identity).returncode:
                return candidate
    pytest.skip("no Python that an ordinary user may run")


def wait_until_dead(pid: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError(f"{pid} still lives")


def test_two_processes_share_one_server_and_the_last_one_ends_it(folder):
    one, two = folder.user(), folder.user()

    assert one.ask("SELECT pg_postmaster_start_time()") == two.ask("SELECT pg_postmaster_start_time()")
    one.kill()
    time.sleep(3 * LINGER_SECONDS)
    assert two.ask("SELECT 1") == "1"
    two.kill()

    folder.wait_until_nothing_runs()
    assert not (folder.home / "server.json").exists()


def test_many_starters_at_once_start_one_server(folder):
    users = [User(folder.path) for _number in range(6)]
    folder.users += users

    starts = {user.wait_ready().ask("SELECT pg_postmaster_start_time()") for user in users}

    assert len(starts) == 1


def test_a_newcomer_during_shutdown_gets_a_fresh_server(folder):
    for _round in range(4):
        user = folder.user()
        assert user.ask("SELECT 1") == "1"
        user.kill()
        time.sleep(LINGER_SECONDS)  # right when the watchdog decides


def test_killed_user_leaves_nothing_behind(folder):
    folder.user().kill()

    folder.wait_until_nothing_runs()


def test_killed_postmaster_comes_back_with_all_committed_data(folder):
    user = folder.user()
    user.ask("CREATE TABLE kept (id int)")
    user.ask("INSERT INTO kept VALUES (42)")
    state = folder.state()

    os.kill(state["server"], signal.SIGKILL)
    wait_until_dead(state["server"])

    assert user.ask("SELECT id FROM kept") == "42"
    assert folder.state()["server"] != state["server"]
    assert folder.state()["watchdog"] == state["watchdog"]
    assert folder.state()["port"] == state["port"], "addresses stay valid"


def test_killed_watchdog_takes_the_server_along_and_users_get_a_new_one(folder):
    user = folder.user()
    user.ask("CREATE TABLE kept (id int)")
    user.ask("INSERT INTO kept VALUES (42)")
    state = folder.state()

    os.kill(state["watchdog"], signal.SIGKILL)
    wait_until_dead(state["server"])

    assert user.ask("SELECT id FROM kept") == "42"
    assert folder.state()["watchdog"] != state["watchdog"]


def test_everything_killed_at_once_then_started_again(folder):
    user = folder.user()
    user.ask("CREATE TABLE kept (id int)")
    state = folder.state()

    for pid in (state["watchdog"], state["server"], user.process.pid):
        os.kill(pid, signal.SIGKILL)

    assert folder.user().ask("SELECT count(*) FROM kept") == "0"


def test_pid_file_of_a_dead_server_whose_pid_now_belongs_to_somebody_else(folder):
    user = folder.user()
    user.kill()
    folder.wait_until_nothing_runs()
    identity = unprivileged()
    somebody = subprocess.Popen(["sleep", "60"], cwd="/", **identity)
    try:
        pid_file = folder.home / "data" / "postmaster.pid"
        pid_file.write_text(f"{somebody.pid}\n{folder.home}/data\n1\n5432\n\n\n\nready\n")
        if identity:
            os.chown(pid_file, identity["user"], identity["group"])

        assert folder.user().ask("SELECT 1") == "1"
        assert somebody.poll() is None, "not our process, not ours to end"
    finally:
        somebody.kill()
        somebody.wait()


def test_interrupted_initdb_starts_over(folder):
    unfinished = folder.path / f"postgresql-{embedded.wheel_binaries().major}" / "data.new"
    unfinished.mkdir(parents=True)
    (unfinished / "half").write_text("done")
    unfinished.parent.chmod(0o755)

    assert folder.user().ask("SELECT 1") == "1"


def test_folder_with_a_long_name_still_gets_a_socket(folder):
    deep = folder.path / ("long" * 20) / ("name" * 10)
    deep.mkdir(parents=True)
    nested = Folder(deep)
    try:
        assert nested.user().ask("SELECT 1") == "1"
        assert len(nested.state()["socket_folder"]) < 90
    finally:
        nested.close()


def test_tcp_needs_the_password_and_the_socket_the_right_user(folder, options):
    folder.user()
    options["data_dir"] = str(folder.path)
    address = embedded.ensure()
    parameters = address.parameters("postgres")
    try:
        psycopg2.connect(**parameters | {"host": address.tcp_host}).close()
        with pytest.raises(psycopg2.OperationalError, match="password"):
            psycopg2.connect(**parameters | {"host": address.tcp_host, "password": "wrong"})
        with pytest.raises(psycopg2.OperationalError):
            psycopg2.connect(**parameters | {"user": "postgres"})
        assert stat.S_IMODE((folder.home / "password").stat().st_mode) == 0o600
        assert stat.S_IMODE((folder.home / "data").stat().st_mode) == 0o700
    finally:
        embedded.release()


def test_settings_of_server_and_locale(folder):
    user = folder.user()

    assert user.ask("SELECT datlocprovider::text || ' ' || datlocale FROM pg_database LIMIT 1") == "b C.UTF-8"
    assert user.ask("SHOW timezone") == "UTC"
    assert user.ask("SHOW fsync") == "on"


@as_root
def test_as_root_the_server_is_somebody_else(folder):
    folder.user()

    owner = Path(f"/proc/{folder.state()['server']}").stat().st_uid

    assert owner == pwd.getpwnam("nobody").pw_uid


@as_root
def test_an_ordinary_user_runs_the_server_as_himself(folder):
    identity = unprivileged()
    os.chown(folder.path, identity["user"], identity["group"])
    python = interpreter_for_everybody(identity)

    user = folder.user(python=python, **identity)

    assert user.ask("SELECT current_user") == "sen"
    assert Path(f"/proc/{folder.state()['server']}").stat().st_uid == identity["user"]


@as_root
def test_data_folder_closed_to_the_servers_user_moves_below_var_lib(folder):
    closed = folder.path / "root"
    closed.mkdir(mode=0o700)
    inside = Folder(closed / "data")
    try:
        assert inside.user().ask("SELECT 1") == "1"
        assert inside.home.is_relative_to(embedded.SYSTEM_HOME)
    finally:
        inside.close()


@as_root
def test_binaries_closed_to_the_servers_user_are_copied(folder, options, monkeypatch, tmp_path):
    monkeypatch.setattr(embedded, "SYSTEM_HOME", folder.path / "system")
    wheel = embedded.wheel_binaries()
    installation = wheel.programs.parent
    for source in (*(installation / name for name in ("bin", "lib", "share")), wheel.root / f"{embedded.WHEEL}.libs"):
        shutil.copytree(source, tmp_path / source.relative_to(wheel.root), symlinks=True)
    tmp_path.chmod(0o700)
    hidden = embedded.Binaries(tmp_path, tmp_path / wheel.programs.relative_to(wheel.root), wheel.major)
    monkeypatch.setattr(embedded, "wheel_binaries", lambda: hidden)
    options["data_dir"], options["embedded_linger"] = str(folder.path / "data"), LINGER_SECONDS

    try:
        open_connection("postgres", embedded.ensure()).close()

        program = Path(f"/proc/{embedded.status()['server']}/exe").resolve()
        assert program.is_relative_to(folder.path / "system")
    finally:
        embedded.release()
        Folder(folder.path / "data").wait_until_nothing_runs()


@as_root
def test_disk_full_is_said_before_anything_is_begun(folder, options):
    small = folder.path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20m,mode=755", "tmpfs", str(small)], check=False).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    try:
        options["data_dir"] = str(small / "data")
        with pytest.raises(DiskFull, match="needs 100 MB") as refusal:
            embedded.ensure()
        assert "--data-dir" in refusal.value.hint
    finally:
        embedded.release()
        subprocess.run(["umount", "-l", str(small)], check=True)


def test_data_folder_that_cannot_be_written(folder, options):
    (folder.path / "file").write_text("")
    options["data_dir"] = str(folder.path / "file" / "data")

    with pytest.raises(FolderNotWritable, match="cannot be used") as refusal:
        embedded.ensure()

    assert "SEN_DATA_DIR" in refusal.value.hint


@as_root
def test_no_unprivileged_user_to_run_as(options, folder):
    options["data_dir"], options["embedded_user"] = str(folder.path), "no-such-user"

    with pytest.raises(EmbeddedServerError, match="cannot run as root"):
        embedded.ensure()


def test_server_that_cannot_start_tells_its_reason(folder, options, monkeypatch):
    monkeypatch.setattr(embedded, "SERVER_OPTIONS", {"shared_buffers": "nonsense"})
    options["data_dir"] = str(folder.path)

    with pytest.raises(EmbeddedServerError, match='invalid value for parameter "shared_buffers"'):
        embedded.ensure()
    embedded.release()


WORKER = textwrap.dedent(
    """
    import random, sys, time
    from core import db
    from core.db import transaction

    def entry(cr):
        cr.lock_hot("ledger")
        cr.run("INSERT INTO ledger VALUES (1)")
        time.sleep(random.random() / 100)
        cr.run("INSERT INTO ledger VALUES (-1)")

    while True:
        try:
            transaction.run(sys.argv[1], entry)
        except Exception as error:
            # COMMIT was on its way: whether it happened nobody knows, so it is not repeated.
            assert "connection" in str(error), error
    """
)


def wait_for_entries(count: int, seconds: float = 60) -> None:
    """Until so many more entries are written; the ledger must sum to zero whenever one looks."""

    def look(cr: db.Cursor) -> tuple[int, int]:
        cr.run("SELECT count(*), coalesce(sum(amount), 0) FROM ledger")
        return cr.fetchone()

    first, deadline = None, time.monotonic() + seconds
    while time.monotonic() < deadline:
        entries, total = transaction.run("ledger", look, readonly=True)
        assert total == 0
        first = entries if first is None else first
        if entries >= first + count:
            return
        time.sleep(0.05)
    raise AssertionError("work does not go on")


def test_random_kills_break_no_invariant_and_leave_nothing_behind(folder, options):
    """Workers, PostgreSQL and watchdog are killed in turns while entries that sum to zero are written."""
    options["data_dir"], options["embedded_linger"] = str(folder.path), LINGER_SECONDS
    dice = random.Random(18)

    def worker() -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "SEN_DATA_DIR": str(folder.path),
            "SEN_EMBEDDED_LINGER": str(LINGER_SECONDS),
        }
        return subprocess.Popen([sys.executable, "-c", WORKER, "ledger"], env=environment)

    workers = []
    try:
        db.create_database("ledger")
        with db.connect("ledger").cursor() as cr:
            cr.run("CREATE TABLE ledger (amount int)")
        workers = [worker() for _number in range(3)]
        wait_for_entries(20)
        for victim in ["server", "worker", "watchdog", "server", "worker", "watchdog"]:
            time.sleep(dice.uniform(0, 0.5))
            if victim == "worker":
                workers[0].kill()
                workers[0].wait()
                workers[0] = worker()
            else:
                with contextlib.suppress(OSError, ValueError, TypeError):
                    os.kill(folder.state()[victim], signal.SIGKILL)
            wait_for_entries(20)
        assert all(process.poll() is None for process in workers), "a worker gave up"
    finally:
        for process in workers:
            process.kill()
            process.wait()
        pool().close_all()
        connection.forget("ledger")
        embedded.release()
    folder.wait_until_nothing_runs()
