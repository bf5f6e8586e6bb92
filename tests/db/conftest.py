"""Every test of the db room that asks for ``server`` runs twice: on the embedded PostgreSQL and on a system's 15."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from db_helpers import SYSTEM_POSTGRESQL, SystemCluster, reachable_folder

from core import db
from core.base.config import config
from core.db import embedded
from core.db.pool import pool

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


@pytest.fixture(scope="module", params=["embedded", "postgresql-15"])
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
