"""Every test of the db room that asks for ``server`` runs twice: on the embedded PostgreSQL and on a system's 15."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core import db
from core.base.config import config
from core.db import embedded
from core.db.pool import pool

SYSTEM_POSTGRESQL = Path("/usr/lib/postgresql/15/bin")


def unprivileged() -> dict[str, Any]:
    """Popen arguments: not root, which PostgreSQL refuses to be."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def reachable_folder(prefix: str) -> Path:
    """A short temporary folder the unprivileged user may enter (pytest's own are closed, and long)."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir="/tmp"))
    folder.chmod(0o755)
    return folder


class SystemCluster:
    """A throw-away cluster of the PostgreSQL installed on this machine."""

    def __init__(self) -> None:
        self.folder = reachable_folder("sen-pg15-")
        self.data = self.folder / "data"
        self.data.mkdir(mode=0o700)
        if identity := unprivileged():
            for path in (self.folder, self.data):
                os.chown(path, identity["user"], identity["group"])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._call("initdb", "-D", str(self.data), "-U", "sen", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._call("pg_ctl", "-D", str(self.data), "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def stop(self) -> None:
        self._call("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _call(self, program: str, *arguments: str) -> None:
        command = [str(SYSTEM_POSTGRESQL / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **unprivileged())


@pytest.fixture
def options() -> Iterator[Any]:
    """``config`` whose changes are undone afterwards, with no connection left over from before or to the next."""
    before = dict(config._layers["runtime"])
    pool().close_all()
    yield config
    _restore(before)


def _restore(before: dict[str, Any]) -> None:
    pool().close_all()
    for name in set(config._layers["runtime"]) | set(before):
        if name in before:
            config[name] = before[name]
        else:
            del config[name]


@pytest.fixture(scope="package", params=["embedded", "postgresql-15"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    before = dict(config._layers["runtime"])
    pool().close_all()
    folder = reachable_folder("sen-test-")
    config["data_dir"] = str(folder)
    cluster: SystemCluster | None = None
    if request.param == "postgresql-15":
        if not (SYSTEM_POSTGRESQL / "postgres").exists():
            pytest.skip("no system PostgreSQL 15 on this machine")
        cluster = SystemCluster()
        config["db_host"], config["db_port"], config["db_user"] = str(cluster.folder), cluster.port, "sen"
    else:
        config["db_host"], config["db_port"], config["db_user"] = "", 0, ""
        config["embedded_linger"] = 0.5
    yield request.param
    _restore(before)
    if cluster:
        cluster.stop()
    else:
        embedded.release()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def dbname(server: str) -> Iterator[str]:
    """An empty database of ours."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    db.create_database(name)
    yield name
    db.drop_database(name)


@pytest.fixture
def cr(dbname: str) -> Iterator[db.Cursor]:
    cursor = db.connect(dbname).cursor()
    yield cursor
    cursor.close()
