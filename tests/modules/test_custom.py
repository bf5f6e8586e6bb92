"""Custom models and fields: made by administrators, real at once, known to all workers, taken away again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

from core.base.errors import UserError, ValidationError
from core.db import connect
from core.modules import operations
from core.orm.environment import Environment
from core.orm.registry import Registry


@pytest.fixture(scope="module")
def shared_database(base_template: str) -> Iterator[str]:
    """For the tests that roll back."""
    from tests import harness

    name = harness.clone(base_template, "custom")
    yield name
    harness.drop(name)


@pytest.fixture
def env(shared_database: str) -> Iterator[Environment]:
    with Registry.get(shared_database).cursor() as cr:
        yield Environment(cr, 1, {})
        cr.rollback()


def add_field(env: Any, model: str = "res.partner", **values: Any) -> Any:
    return env["ir.model.fields"].create({"model_id": env["ir.model"]._get_id(model), "ttype": "char", **values})


def add_model(env: Any, name: str = "x_pet", **values: Any) -> Any:
    return env["ir.model"].create({"name": "Pet", "model": name, **values})


def column(env: Any, table: str, name: str) -> str | None:
    env.cr.execute("SELECT data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s AND column_name = %s", [table, name])
    return (env.cr.fetchone() or (None,))[0]


# fields


def test_a_custom_field_is_real_at_once(env: Any) -> None:
    add_field(env, name="x_nick", field_description="Nickname", help="For friends")
    partner = env["res.partner"].create({"name": "Ann", "x_nick": "Annie"})
    env.flush_all()
    assert column(env, "res_partner", "x_nick") == "text"
    assert env["res.partner"].search([("x_nick", "=", "Annie")]) == partner
    assert env["res.partner"].fields_get(["x_nick"])["x_nick"]["string"] == "Nickname"
    assert partner.read(["x_nick"])[0]["x_nick"] == "Annie"


@pytest.mark.parametrize(
    ("values", "given", "read"),
    [
        ({"ttype": "integer"}, 7, 7),
        ({"ttype": "float"}, 1.5, 1.5),
        ({"ttype": "boolean"}, True, True),
        ({"ttype": "text"}, "long", "long"),
        ({"ttype": "html"}, "<p>x</p><script>y</script>", "<p>x</p>"),
        ({"ttype": "date"}, "2024-01-02", "2024-01-02"),
        ({"ttype": "datetime"}, "2024-01-02 03:04:05", "2024-01-02 03:04:05"),
        ({"ttype": "selection", "selection_ids": [(0, 0, {"value": "a", "name": "A"})]}, "a", "a"),
        ({"ttype": "many2one", "relation": "res.country"}, 1, "res.country(1,)"),
        ({"ttype": "many2many", "relation": "res.country"}, [(6, 0, [1, 2])], "res.country(1, 2)"),
        ({"ttype": "binary"}, b"eA==", "b'eA=='"),
    ],
    ids=lambda value: value.get("ttype") if isinstance(value, dict) else "",
)
def test_every_kind_of_field(env: Any, values: dict[str, Any], given: Any, read: Any) -> None:
    add_field(env, name="x_value", **values)
    partner = env["res.partner"].create({"name": "Ann", "x_value": given})
    env.flush_all()
    env.invalidate_all()
    assert str(partner.x_value) == str(read)


def test_one2many_leads_back_through_a_custom_many2one(env: Any) -> None:
    add_field(env, name="x_friend_id", ttype="many2one", relation="res.partner")
    add_field(env, name="x_friend_ids", ttype="one2many", relation="res.partner", relation_field="x_friend_id")
    ann = env["res.partner"].create({"name": "Ann", "x_friend_ids": [(0, 0, {"name": "Bob"})]})
    assert ann.x_friend_ids.x_friend_id == ann


def test_a_related_custom_field(env: Any) -> None:
    add_field(env, name="x_country_code", related="country_id.code")
    partner = env["res.partner"].create({"name": "Ann", "country_id": env.ref("base.vn").id})
    assert partner.x_country_code == "VN"
    assert column(env, "res_partner", "x_country_code") is None


def test_a_computed_custom_field(env: Any) -> None:
    add_field(
        env, name="x_shout", depends="name", store=True,
        compute="for record in self:\n    record['x_shout'] = (record.name or '').upper()",
    )  # fmt: skip
    partner = env["res.partner"].create({"name": "Ann"})
    assert partner.x_shout == "ANN"
    partner.name = "Bob"
    assert env["res.partner"].search([("x_shout", "=", "BOB")]) == partner


def test_the_code_of_a_computed_field_is_a_safe_expression(env: Any) -> None:
    add_field(env, name="x_evil", compute="for record in self:\n    record['x_evil'] = __import__('os').getcwd()")
    with pytest.raises(ValueError):
        env["res.partner"].create({"name": "Ann"}).x_evil  # noqa: B018


def test_records_that_exist_get_a_column_and_computed_values(env: Any) -> None:
    partner = env["res.partner"].create({"name": "Ann"})
    add_field(env, name="x_len", ttype="integer", depends="name", store=True, compute="for record in self:\n    record['x_len'] = len(record.name or '')")
    assert env["res.partner"].browse(partner.id).x_len == 3


def test_groups_of_a_custom_field(env: Any) -> None:
    add_field(env, name="x_secret", groups=[(6, 0, env.ref("base.group_system").ids)])
    assert env["res.partner"]._fields["x_secret"].groups == "base.group_system"


def test_models_that_inherit_get_the_field_too(env: Any) -> None:
    add_field(env, name="x_nick")
    user = env["res.users"].create({"name": "Ann", "login": "ann", "x_nick": "Annie"})
    assert user.partner_id.x_nick == "Annie"


def test_a_custom_field_in_a_view(env: Any) -> None:
    add_field(env, name="x_nick", field_description="Nickname")
    env["ir.ui.view"].create(
        {
            "name": "nick", "model": "res.partner", "inherit_id": env.ref("base.view_partner_form").id,
            "arch": "<xpath expr='//field[@name=\"name\"]' position='after'><field name='x_nick'/></xpath>",
        }
    )  # fmt: skip
    view = env["res.partner"].get_view(env.ref("base.view_partner_form").id)
    assert etree.fromstring(view["arch"]).xpath("//field[@name='x_nick']")


def test_its_texts_and_choices_can_be_changed(env: Any) -> None:
    row = add_field(env, name="x_size", ttype="selection", selection_ids=[(0, 0, {"value": "s", "name": "Small"})])
    row.write({"field_description": "Size", "required": True, "selection_ids": [(0, 0, {"value": "l", "name": "Large"})]})
    described = env["res.partner"].fields_get(["x_size"])["x_size"]
    assert described["string"] == "Size" and described["required"]
    assert described["selection"] == [("s", "Small"), ("l", "Large")]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": "nick"}, "x_"),
        ({"name": "x_Nick; DROP"}, "x_"),
        ({"name": "x_a", "ttype": "many2one", "relation": "no.model"}, "no.model"),
        ({"name": "x_a", "ttype": "one2many", "relation": "res.partner", "relation_field": "nothing"}, "nothing"),
        ({"name": "x_a", "related": "country_id.nothing"}, "nothing"),
        ({"name": "x_a", "compute": "pass", "depends": "nothing"}, "nothing"),
    ],
    ids=["name", "characters", "model", "way_back", "related", "depends"],
)
def test_what_cannot_be_made_is_refused(env: Any, values: dict[str, Any], says: str) -> None:
    with pytest.raises((UserError, ValidationError), match=says), env.cr.savepoint():
        add_field(env, **values)
    assert values["name"] not in env["res.partner"]._fields


def test_what_makes_a_field_cannot_be_changed(env: Any) -> None:
    row = add_field(env, name="x_nick")
    for change in ({"name": "x_other"}, {"ttype": "integer"}):
        with pytest.raises(UserError, match="new field"):
            row.write(change)
    with pytest.raises(UserError, match="declared by an addon"):
        env["ir.model.fields"]._get("res.partner", "name").write({"required": False})


def test_deleting_a_field_takes_its_column(env: Any) -> None:
    row = add_field(env, name="x_nick")
    row.unlink()
    assert "x_nick" not in env["res.partner"]._fields
    assert column(env, "res_partner", "x_nick") is None


def test_a_field_in_use_is_not_deleted(env: Any) -> None:
    row = add_field(env, name="x_nick")
    add_field(env, name="x_same", related="parent_id.x_nick")
    with pytest.raises(UserError, match=r"res\.partner\.x_same"):
        row.unlink()


# models


def test_a_custom_model_is_real_at_once(env: Any) -> None:
    model = add_model(env, field_id=[(0, 0, {"name": "x_name", "ttype": "char"}), (0, 0, {"name": "x_age", "ttype": "integer"})])
    pet = env["x_pet"].create({"x_name": "Rex", "x_age": 3})
    assert pet.display_name == "Rex" and env["x_pet"].search([("x_age", ">", 2)]) == pet
    assert env["x_pet"]._description == "Pet" and model.count == 1


def test_a_custom_model_has_a_name_by_default(env: Any) -> None:
    add_model(env)
    assert env["x_pet"].name_create("Rex")[1] == "Rex"


def test_administrators_make_them_in_forms(env: Any) -> None:
    from core.testing import Form

    with Form(env["ir.model"]) as form:
        form.name, form.model = "Pet", "x_pet"
        with form.field_id.new() as line:
            line.name, line.field_description, line.ttype = "x_age", "Age", "integer"
    assert env["x_pet"].create({"x_name": "Rex", "x_age": 3}).x_age == 3
    with Form(env["ir.model.fields"]) as form:
        form.model_id = env["ir.model"]._get("x_pet")
        form.name, form.field_description, form.ttype = "x_size", "Size", "selection"
        with form.selection_ids.new() as line:
            line.value, line.name = "s", "Small"
    assert env["x_pet"].fields_get(["x_size"])["x_size"]["selection"] == [("s", "Small")]


def test_rights_on_a_custom_model(env: Any) -> None:
    from core.base.errors import AccessError

    model = add_model(env)
    user = env["res.users"].create({"name": "Ann", "login": "ann"})
    with pytest.raises(AccessError):
        env["x_pet"].with_user(user).search([])
    env["ir.model.access"].create({"name": "pets", "model_id": model.id, "group_id": env.ref("base.group_user").id, "perm_read": True})
    assert not env["x_pet"].with_user(user).search([])


def test_custom_models_refer_to_each_other(env: Any) -> None:
    add_model(env, "x_owner")
    add_model(env)
    add_field(env, "x_pet", name="x_owner_id", ttype="many2one", relation="x_owner")
    pet = env["x_pet"].create({"x_name": "Rex", "x_owner_id": env["x_owner"].create({"x_name": "Ann"}).id})
    assert pet.x_owner_id.x_name == "Ann"
    with pytest.raises(UserError, match=r"x_pet\.x_owner_id"):
        env["ir.model"].search([("model", "=", "x_owner")]).unlink()


def test_the_name_of_a_custom_model_is_checked(env: Any) -> None:
    with pytest.raises(UserError, match="x_"), env.cr.savepoint():
        add_model(env, "pet")


def test_deleting_a_model_keeps_its_rows_in_the_attic(env: Any) -> None:
    model = add_model(env)
    env["x_pet"].create({"x_name": "Rex"})
    model.unlink()
    assert "x_pet" not in env
    env.cr.execute("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'attic' AND table_name LIKE 'x_pet%'")
    assert env.cr.fetchone() == (1,)


def test_a_rollback_takes_everything_back(env: Any) -> None:
    with pytest.raises(UserError), env.cr.savepoint():
        add_field(env, name="x_nick")
        assert "x_nick" in env["res.partner"]._fields
        raise UserError("no")
    assert "x_nick" not in env["res.partner"]._fields
    env["res.partner"].create({"name": "Ann"})
    env.flush_all()


# over time


def commit(dbname: str, function: Any) -> None:
    with Registry.get(dbname).cursor() as cr:
        function(Environment(cr, 1, {}))


def test_other_workers_learn_of_it(dbname: str) -> None:
    worker = Registry.new(dbname)  # what another process has in memory
    commit(dbname, lambda env: (add_field(env, name="x_nick"), add_model(env)))
    fresh = worker.check_signaling()
    assert "x_nick" in fresh["res.partner"]._fields and "x_pet" in fresh
    with fresh.cursor() as cr:
        assert Environment(cr, 1, {})["res.partner"].create({"name": "Ann", "x_nick": "Annie"}).x_nick == "Annie"


def test_this_process_needs_no_reload(dbname: str) -> None:
    commit(dbname, lambda env: add_field(env, name="x_nick"))
    registry = Registry.get(dbname)
    assert "x_nick" in registry["res.partner"]._fields
    assert registry.check_signaling() is registry


def test_custom_fields_survive_an_upgrade(dbname: str) -> None:
    commit(dbname, lambda env: (add_field(env, name="x_nick"), env["res.partner"].create({"name": "Ann", "x_nick": "Annie"})))
    operations.upgrade(dbname, ["base"])
    with connect(dbname).cursor() as cr:
        env = Environment(cr, 1, {})
        assert env["res.partner"].search([("x_nick", "=", "Annie")]).name == "Ann"
        assert env["ir.model.fields"]._get("res.partner", "x_nick").state == "manual"


def test_a_custom_field_whose_model_is_gone_keeps_nobody_from_working(dbname: str) -> None:
    commit(dbname, lambda env: add_field(env, name="x_country", ttype="many2one", relation="res.country"))
    with connect(dbname).cursor() as cr:
        cr.run("UPDATE ir_model_fields SET relation = 'gone.model' WHERE name = 'x_country'")
    registry = Registry.new(dbname)
    assert "x_country" not in registry["res.partner"]._fields
    assert registry.custom_problems["res.partner", "x_country"]


def test_an_addon_may_bring_custom_fields_in_its_data(dbname: str, addons: Any) -> None:
    from module_helpers import write_addon

    data = """<odoo>
    <record id="field_zone" model="ir.model.fields">
        <field name="name">x_zone</field>
        <field name="model_id" ref="base.model_res_partner"/>
        <field name="ttype">char</field>
        <field name="field_description">Zone</field>
    </record>
    <record id="partner" model="res.partner"><field name="name">Zoned</field><field name="x_zone">north</field></record>
</odoo>"""
    write_addon(addons, "test_zone", {"data.xml": data}, data=["data.xml"])
    write_addon(addons, "test_zone_more", {"__init__.py": "from odoo import fields, models\n\n\nclass Partner(models.Model):\n"
                "    _inherit = 'res.partner'\n\n    more = fields.Char()\n\n\ndef post_init(env):\n"
                "    env.ref('test_zone.partner').more = env.ref('test_zone.partner').x_zone\n"},
                depends=["test_zone"], post_init_hook="post_init")  # fmt: skip
    operations.install(dbname, ["test_zone_more"])
    with Registry.get(dbname).cursor() as cr:
        env = Environment(cr, 1, {})
        assert env["res.partner"].search([("x_zone", "=", "north")]).more == "north"
    operations.uninstall(dbname, ["test_zone"])
    assert "x_zone" not in Registry.get(dbname)["res.partner"]._fields
