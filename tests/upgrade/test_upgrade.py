"""The databases of earlier releases are upgraded by this version, with everything people put into them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.base.config import config
from core.db import connect, create_database
from core.modules import manifest, operations
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness
from tests.upgrade import release

RELEASES = sorted(path.stem for path in Path(__file__).parent.glob("*.sql"))


@pytest.fixture(scope="module", autouse=True)
def upgrade_addons() -> Iterator[None]:
    before = dict(config._layers["runtime"])
    config["addons_path"] = [str(release.ADDONS), *config.addons_path]
    manifest.rescan()
    yield
    config._layers["runtime"] = before
    config._merge()
    manifest.rescan()


@pytest.fixture(scope="module", params=RELEASES)
def upgraded(request: pytest.FixtureRequest, upgrade_addons: None) -> Iterator[str]:
    """The database of a release after the upgrade to this version."""
    name = f"sen_upgraded_{uuid.uuid4().hex[:8]}"
    create_database(name)
    release.restore(name, (Path(__file__).parent / f"{request.param}.sql").read_text())
    operations.upgrade(name, ["all"])
    yield name
    harness.drop(name)


@pytest.fixture
def env(upgraded: str) -> Iterator[Any]:
    with Registry.get(upgraded).cursor() as cr:
        yield Environment(cr, 1, {})
        cr.rollback()


def test_there_is_a_release_to_upgrade_from() -> None:
    assert RELEASES


def test_records_of_people_are_there(env: Any) -> None:
    partner = env["res.partner"].search([("email", "=", "anh@example.com")])
    assert (partner.name, partner.city) == ("Nguyễn Thị Ánh", "Huế")
    assert env["shop.item"].search([("owner_id", "=", partner.id)]).name == "Lamp"


def test_people_can_sign_in(env: Any) -> None:
    from odoo.exceptions import AccessDenied

    user = env["res.users"].search([("login", "=", "clerk")])
    user.with_user(user)._check_credentials({"type": "password", "password": "clerk secret"}, {"interactive": True})
    with pytest.raises(AccessDenied):
        user.with_user(user)._check_credentials({"type": "password", "password": "other"}, {"interactive": True})


def test_custom_fields_live_on(env: Any) -> None:
    assert env["res.partner"].search([("x_nick", "=", "Annie")]).name == "Nguyễn Thị Ánh"


def test_migrations_move_what_the_models_moved(env: Any) -> None:
    items = {item.name: (item.price, item.state) for item in env["shop.item"].search([])}
    assert items["Lamp"] == (12.5, "sold") and items["Chair"] == (40, "sold")
    assert items["Edited by an administrator"] == (0, "gift")


def test_new_columns_are_filled(env: Any) -> None:
    lamp = env["shop.item"].search([("name", "=", "Lamp")])
    assert lamp.label == "Lamp: 12.5"
    assert env["shop.item"].search_count([("state", "=", False)]) == 0


def test_shipped_records_follow_their_files_and_edited_ones_stay(env: Any) -> None:
    assert env.ref("upgrade_shop.item_shipped").price == 2
    assert env.ref("upgrade_shop.item_kept").name == "Edited by an administrator"
    assert env.ref("upgrade_shop.item_new").name == "New"
    assert not env.ref("upgrade_shop.item_gone", raise_if_not_found=False)
    assert env["ir.config_parameter"].get_param("shop.greeting") == "xin chào"


def test_numbering_goes_on(env: Any) -> None:
    assert env["ir.sequence"].next_by_code("shop.item") == "S002"
    assert env["res.partner"].create({"name": "next"}).id > env["res.partner"].search([("x_nick", "=", "Annie")]).id


def test_the_schema_is_that_of_a_new_database(upgraded: str) -> None:
    new = harness.build_template(["upgrade_shop"], demo=False, folders=[release.ADDONS])
    assert missing(columns(upgraded), columns(new)) == []
    assert missing(constraints(upgraded), constraints(new)) == []


def test_views_and_rights_are_those_of_a_new_database(env: Any) -> None:
    assert env["res.partner"].get_view(env.ref("base.view_partner_form").id)["arch"].count("<field") > 5
    assert not [view.name for view in env["ir.ui.view"].search([]) if view.arch_db == "<data/>"]
    user = env["res.users"].search([("login", "=", "clerk")])
    assert env["shop.item"].with_user(user).search_count([]) >= 4


def columns(dbname: str) -> set[tuple[Any, ...]]:
    with connect(dbname).cursor() as cr:
        cr.run("SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = 'public'")
        return set(cr.fetchall())


def constraints(dbname: str) -> set[tuple[Any, ...]]:
    with connect(dbname).cursor() as cr:
        cr.run("SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype != 'n'")
        return {(table, name, text.removesuffix(" NOT VALID")) for table, name, text in cr.fetchall()}


def missing(found: set[tuple[Any, ...]], wanted: set[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(wanted - found)
