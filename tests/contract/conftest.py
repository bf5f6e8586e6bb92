"""The world of ``addons/``, installed once into a template database; every test rolls back what it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core
from core.base.config import config
from core.modules import manifest
from tests import harness

ADDONS = Path(__file__).parent / "addons"


@pytest.fixture(scope="session", autouse=True)
def contract_addons() -> Iterator[Path]:
    """The addons of these tests are on the addons path."""
    before = dict(config._layers["runtime"])
    config["addons_path"] = [str(ADDONS), *config.addons_path]
    manifest.rescan()
    yield ADDONS
    config._layers["runtime"] = before
    config._merge()
    manifest.rescan()


@pytest.fixture(scope="session")
def contract_template(contract_addons: Path) -> str:
    return harness.build_template(["contract_base", "contract_more"], demo=False, folders=[ADDONS])


@pytest.fixture(scope="session")
def contract_database(contract_template: str) -> Iterator[str]:
    name = harness.clone(contract_template, "contract")
    yield name
    harness.drop(name)


@pytest.fixture
def own_database(contract_template: str) -> Iterator[str]:
    """For a test that commits."""
    name = harness.clone(contract_template, "own")
    yield name
    harness.drop(name)


@pytest.fixture
def env(contract_database: str) -> Iterator[Any]:
    """The superuser's environment; rolled back."""
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    registry = Registry.get(contract_database)
    with registry.cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()
        registry.reset_changes()


@pytest.fixture
def thing(env: Any) -> Any:
    return env["contract.thing"].create({"name": "Lamp"})


@pytest.fixture
def things(env: Any) -> Any:
    """Ada (3), Bob (1), Cyd (2), in this order; by their amounts Bob, Cyd, Ada."""
    return env["contract.thing"].create(
        [{"name": name, "amount": amount} for name, amount in (("Ada", 3), ("Bob", 1), ("Cyd", 2))]
    )


@pytest.fixture
def make_user(env: Any) -> Any:
    """Makes a user of some groups (external ids, comma-separated)."""

    def make(login: str, groups: str = "contract_base.group_user", **values: Any) -> Any:
        from core.testing import new_test_user

        return new_test_user(env, login, groups=groups, **values)

    return make
