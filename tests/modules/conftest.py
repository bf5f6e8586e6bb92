"""A database with `base`, made once for the tests of this room, and copies of it."""

from __future__ import annotations

import shutil
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

import core.compat
from core import db
from core.base.config import config
from core.modules import manifest, operations
from core.orm.registry import Registry

core.compat.install()

BAD_ADDONS = Path(__file__).parents[1] / "bad_addons"


def load_rooms() -> None:
    from core.cli import _common

    _common.load_rooms()


@pytest.fixture(scope="session")
def base_template() -> Iterator[str]:
    """Name of a database in which only `base` is installed."""
    load_rooms()
    name = f"test_base_{uuid.uuid4().hex[:8]}"
    db.create_database(name)
    operations.change(name, install=["base"], demo=False)
    yield name
    _drop(name)


def _drop(name: str) -> None:
    Registry.delete(name)
    db.drop_database(name)


@pytest.fixture
def dbname(base_template: str) -> Iterator[str]:
    """A fresh copy of the database with `base`."""
    name = f"test_modules_{uuid.uuid4().hex[:8]}"
    copy_database(base_template, name)
    yield name
    _drop(name)


def copy_database(source: str, name: str) -> None:
    from core.db.pool import pool

    pool().close_all()
    db.create_database(name, template=source)


@pytest.fixture
def addons(tmp_path: Path) -> Iterator[Path]:
    """An empty folder in front of the addons path; what was imported from it is forgotten afterwards."""
    before = config["addons_path"]
    root = tmp_path / "addons"
    root.mkdir()
    config["addons_path"] = [str(root)]
    manifest.rescan()
    yield root
    config["addons_path"] = before
    manifest.rescan()
    forget_addons(path.name for path in root.iterdir())
    shutil.rmtree(root, ignore_errors=True)


def forget_addons(names: object) -> None:
    """As if the addons had never been imported."""
    from core.orm.metamodel import MetaModel

    for name in list(names):  # type: ignore[call-overload]
        MetaModel.module_to_models.pop(name, None)
        prefix = f"odoo.addons.{name}"
        for loaded in [module for module in sys.modules if module == prefix or module.startswith(prefix + ".")]:
            del sys.modules[loaded]


def write_addon(root: Path, name: str, files: dict[str, str], **manifest_values: object) -> Path:
    """An addon from its files; the manifest from keywords."""
    folder = root / name
    values = {"name": name, "version": "1.0", "depends": ["base"], "license": "LGPL-3", **manifest_values}
    lines = "".join(f"    {key!r}: {value!r},\n" for key, value in values.items())
    for path, text in {"__manifest__.py": "{\n" + lines + "}\n", **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    manifest.rescan()
    return folder
