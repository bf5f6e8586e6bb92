"""What all tests share: a PostgreSQL, databases cloned from one template, and addon tests collected by pytest.

* The server is the embedded one in a folder of the tests' own; with ``SEN_TEST_POSTGRES=system`` a throw-away
  cluster of the system's PostgreSQL 15.
* The template database holds every addon of this repository with demo data. It is named after a hash of the
  sources, so that it is built once per change, by one of the workers while the others wait.
* ``database`` is a clone of it per worker; ``new_database()`` makes further ones for tests that commit.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib
import os
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [path for path in (str(ROOT), str(ROOT / "tests")) if path not in sys.path]

import core  # noqa: E402, F401 – installs the import alias before any test module is imported
from core.base.config import config as options  # noqa: E402
from core.cli import _common  # noqa: E402
from core.db import embedded  # noqa: E402

#: Rooms whose tests also run on the system's PostgreSQL.
_BOTH_SERVERS = ("tests/orm", "tests/data_room", "tests/modules", "tests/workflow", "tests/scenarios")
_CLUSTER = "SEN_TEST_CLUSTER"


# The server


def _data_folder() -> Path:
    """One folder per checkout and user, kept between runs."""
    name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    folder = Path(tempfile.gettempdir()) / f"sen-tests-{os.getuid()}-{name}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise RuntimeError(f"{folder} belongs to somebody else")
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """Options of the tests; the controlling process starts the system's cluster, the workers inherit its address."""
    chosen: dict[str, Any] = {
        "data_dir": os.environ.get("SEN_DATA_DIR") or str(_data_folder()),
        "argon2_time_cost": 1,
        "argon2_memory_cost": 64,
        "max_cron_threads": 0,
        "test_enable": True,
    }
    if os.environ.get("SEN_TEST_POSTGRES") == "system":
        if _CLUSTER not in os.environ:
            from db.db_helpers import SystemCluster

            cluster = SystemCluster()
            config.add_cleanup(cluster.stop)
            os.environ[_CLUSTER] = f"{cluster.folder}|{cluster.port}"
            config.add_cleanup(lambda: os.environ.pop(_CLUSTER, None))
        folder, _bar, port = os.environ[_CLUSTER].partition("|")
        chosen.update(db_host=folder, db_port=int(port), db_user="sen")
    options.set_options(**chosen)
    # nobody needs the tests' databases after a power cut; a killed server loses nothing by this
    embedded.SERVER_OPTIONS.update(fsync="off", full_page_writes="off")
    _common.load_rooms()


# Databases


def _source_hash(addons: Iterable[str], folders: Iterable[Path] = ()) -> str:
    """Changes whenever the kernel or an addon does; tests do not count, except the addons in ``folders``."""
    digest = hashlib.sha256(",".join(addons).encode())
    for folder in (ROOT / "core", ROOT / "addons", *folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".xml", ".csv", ".po", ".sql", ".rng") and "tests" not in path.parts[len(folder.parts) :]:
                facts = path.stat()
                digest.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}".encode())
    return digest.hexdigest()[:12]


def installable_addons() -> list[str]:
    """Every addon of this repository, or those named by ``SEN_TEST_ADDONS`` (comma-separated) while working on few."""
    from core.modules import manifest

    if os.environ.get("SEN_TEST_ADDONS"):
        return sorted(os.environ["SEN_TEST_ADDONS"].split(","))
    names = [name for name in manifest.names() if (path := manifest.find(name)) and path.parent == ROOT / "addons"]
    return [name for name in names if (found := manifest.get(name)) and found.installable]


@contextlib.contextmanager
def _lock(name: str) -> Iterator[None]:
    """One worker at a time."""
    with open(_data_folder() / f"{name}.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def build_template(addons: list[str], demo: bool = True, folders: Iterable[Path] = ()) -> str:
    """The template database for these addons, built when the sources, or those in ``folders``, changed."""
    from core import db
    from core.db.pool import pool
    from core.orm.registry import Registry

    prefix = f"sen_template_{hashlib.sha256((','.join(addons) + str(demo)).encode()).hexdigest()[:6]}_"
    name = prefix + _source_hash(addons, folders)
    with _lock("template"):
        known = [existing for existing in db.databases() if existing.startswith(prefix)]
        if name in known:
            return name
        for stale in known:
            with contextlib.suppress(Exception):
                db.drop_database(stale)
        building = f"sen_building_{uuid.uuid4().hex[:8]}"
        try:
            _common.open_registry(building, addons, demo=demo, create=True)
        except BaseException:
            Registry.delete(building)
            with contextlib.suppress(Exception):
                db.drop_database(building)
            raise
        Registry.delete(building)
        db.create_database(name, template=building)
        pool().close_all(name)  # an idle connection of this process would keep the others from cloning
        db.drop_database(building)
    return name


def clone(template: str, label: str) -> str:
    """A new database made from the template."""
    from core import db

    name = f"sen_{label}_{uuid.uuid4().hex[:8]}"
    with _lock("template"):  # cloning needs a template nobody is using
        db.create_database(name, template=template)
    return name


def drop(name: str) -> None:
    from core import db
    from core.orm.registry import Registry

    Registry.delete(name)
    with contextlib.suppress(Exception):
        db.drop_database(name)


@pytest.fixture(scope="session")
def template_database() -> str:
    """A database with every addon and demo data. Do not change it: clone it."""
    return build_template(installable_addons())


@pytest.fixture(scope="session")
def small_database() -> Iterator[str]:
    """A database with nothing but the foundation, without demo data. Tests leave it as they found it."""
    name = clone(build_template(["base", "web"], demo=False), "small")
    yield name
    drop(name)


@pytest.fixture(scope="session")
def database(template_database: str) -> Iterator[str]:
    """This worker's database. Tests leave it as they found it (TransactionCase, the ``env`` fixture)."""
    name = clone(template_database, "test")
    options["db_name"] = name
    yield name
    del options["db_name"]
    drop(name)


@pytest.fixture
def new_database(template_database: str) -> Iterator[Callable[[], str]]:
    """Makes databases for a test that commits; they are dropped after it."""
    made: list[str] = []

    def make() -> str:
        made.append(clone(template_database, "own"))
        return made[-1]

    yield make
    for name in made:
        drop(name)


@pytest.fixture
def new_small_database() -> Iterator[Callable[[], str]]:
    """Like ``new_database``, with nothing but the foundation."""
    template = build_template(["base", "web"], demo=False)
    made: list[str] = []

    def make() -> str:
        made.append(clone(template, "own"))
        return made[-1]

    yield make
    for name in made:
        drop(name)


@pytest.fixture
def env(database: str) -> Iterator[Any]:
    """The superuser's environment in a transaction that is rolled back."""
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    registry = Registry.get(database)
    with registry.cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()


# Addon tests


class AddonModule(pytest.Module):
    """A test module of an addon, imported under the name addons have."""

    def _getobj(self) -> Any:
        parts = self.path.relative_to(ROOT / "addons").with_suffix("").parts
        return importlib.import_module(".".join(("odoo.addons", *parts)))

    def collect(self) -> Iterable[Any]:
        """The test classes the module defines; those it imports belong to another module."""
        self.add_marker(pytest.mark.usefixtures("database"))
        return [node for node in super().collect() if getattr(node.obj, "__module__", None) == self.obj.__name__]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if _is_addon_test(file_path):
        return AddonModule.from_parent(parent, path=file_path)
    return None


def _is_addon_test(path: Path) -> bool:
    if path.suffix != ".py" or not path.name.startswith("test_") or not path.is_relative_to(ROOT / "addons"):
        return False
    parts = path.relative_to(ROOT / "addons").parts
    return len(parts) > 2 and parts[1] == "tests"


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> Any:
    """Addon tests are collected above; pytest's own collection of the same file gives way."""
    return _Nothing.from_parent(parent, path=module_path) if _is_addon_test(module_path) else None


class _Nothing(pytest.Module):
    def collect(self) -> Iterable[Any]:
        return []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks by place; tests an addon takes out of the standard ones are left out."""
    kept, left_out = [], []
    for item in items:
        place = item.path.relative_to(ROOT).as_posix() if item.path.is_relative_to(ROOT) else ""
        if place.startswith(_BOTH_SERVERS) or (place.startswith("addons/") and "scenario" in item.path.name):
            item.add_marker("both_servers")
        tags = getattr(getattr(item, "cls", None), "test_tags", None)
        (left_out if tags is not None and "standard" not in tags else kept).append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept
