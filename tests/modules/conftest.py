"""Copies of a database with `base`, and an addons folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from module_helpers import forget_addons

from core.base.config import config
from core.modules import manifest
from tests import harness


@pytest.fixture(scope="session")
def base_template() -> str:
    """Name of a database in which only `base`, and what comes with it by itself, is installed."""
    return harness.build_template(["base"], demo=False)


@pytest.fixture
def dbname(base_template: str) -> Iterator[str]:
    """A fresh copy of the database with `base`."""
    name = harness.clone(base_template, "modules")
    yield name
    harness.drop(name)


@pytest.fixture
def addons(tmp_path: Path) -> Iterator[Path]:
    """An empty folder in front of the addons path; what was imported from it is forgotten afterwards."""
    before = dict(config._layers["runtime"])
    root = tmp_path / "addons"
    root.mkdir()
    config["addons_path"] = [str(root), *config.addons_path]
    manifest.rescan()
    yield root
    config._layers["runtime"] = before
    config._merge()
    manifest.rescan()
    forget_addons(path.name for path in root.iterdir())
