"""One database with `base` for the whole room; each test in a transaction that is rolled back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import core
from core.data import convert_file
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness


@pytest.fixture(scope="session")
def base_database() -> Iterator[str]:
    """A database with `base` and what comes with it by itself."""
    name = harness.clone(harness.build_template(["base"], demo=False), "data")
    yield name
    harness.drop(name)


@pytest.fixture
def env(base_database: str) -> Iterator[Any]:
    """The superuser's environment; rolled back."""
    with Registry.get(base_database).cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()
    Registry.get(base_database).clear_all_caches()


@pytest.fixture
def load(env: Any, tmp_path: Path) -> Callable[..., None]:
    """`load(text, mode=…)` loads a data file of the addon `base`; `name` says which kind."""
    folder = tmp_path / "base" / "data"
    folder.mkdir(parents=True)

    def load_text(text: str, name: str = "test.xml", **options: Any) -> None:
        path = folder / name
        path.write_text(text if name.endswith(".csv") or text.startswith("<odoo") else f"<odoo>{text}</odoo>")
        convert_file(env, "base", path, **options)

    return load_text
