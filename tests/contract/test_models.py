"""How classes become models: extension, prototypes, delegation, mixins, and what a model says about itself."""

from __future__ import annotations

from typing import Any

import psycopg2
import pytest
from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tools import mute_logger

# composition


def test_inherit_extends_in_load_order(env: Any) -> None:
    assert env["contract.thing"].words() == ["more thing", "thing", "more numbered", "numbered"]


def test_an_extension_may_change_an_attribute_of_a_field(env: Any) -> None:
    assert env["contract.thing"]._fields["unindexed"].string == "Relabelled"
    assert env["contract.thing"]._fields["unindexed"].type == "char"


def test_inherit_with_a_name_copies_the_prototype(env: Any) -> None:
    copy = env["contract.copy"].create({"extra": "own"})
    assert copy.name == "prototype" and copy.extra == "own"
    assert copy._table == "contract_copy"
    assert "extra" not in env["contract.prototype"]._fields
    assert not env["contract.prototype"].search([])


def test_the_copy_of_a_prototype_gets_later_extensions(env: Any) -> None:
    copy = env["contract.copy"].create({})
    assert copy.added == "added to the prototype"
    assert copy.words() == ["copy", "more prototype", "prototype"]


def test_inherits_delegates_fields(env: Any) -> None:
    record = env["contract.delegating"].create({"name": "Outside", "own": "o"})
    assert record.thing_id.name == "Outside"
    record.name = "Changed"
    assert record.thing_id.name == "Changed"
    assert env["contract.delegating"].search([("name", "=", "Changed"), ("own", "=", "o")]) == record
    assert env["contract.delegating"]._fields["name"].inherited


def test_inherits_of_an_existing_record(env: Any, thing: Any) -> None:
    record = env["contract.delegating"].create({"thing_id": thing.id, "own": "o"})
    assert record.name == "Lamp"
    thing.note = "seen through"
    assert record.note == "seen through"


def test_inherits_gives_no_methods(env: Any) -> None:
    assert not hasattr(env["contract.delegating"], "action_done")


def test_deleting_what_is_delegated_to_deletes_the_record(env: Any) -> None:
    record = env["contract.delegating"].create({"name": "Outside"})
    record.thing_id.unlink()
    assert not record.exists()


def test_mixins_give_fields_and_methods(env: Any, thing: Any) -> None:
    assert thing.number.startswith("T/")
    assert thing.from_mixin == "by the mixin"
    assert env["contract.copy"].create({}).from_mixin == "by the mixin"


def test_abstract_models_have_no_table(env: Any) -> None:
    model = env["contract.numbered"]
    assert model._abstract and model.kinds() == "abstract"
    env.cr.execute("SELECT to_regclass('contract_numbered')")
    assert env.cr.fetchone() == (None,)


def test_extending_base_reaches_every_model(env: Any) -> None:
    assert all(hasattr(env[name], "get_external_id") for name in ("contract.thing", "res.partner", "contract.wizard"))


def test_registry_models_and_module_to_models(env: Any) -> None:
    from odoo.models import MetaModel

    assert env.registry.models["contract.thing"] is env.registry["contract.thing"] is type(env["contract.thing"])
    assert "contract.thing" in env.registry and "contract.nothing" not in env.registry
    declared = {cls._name for cls in MetaModel.module_to_models["contract_more"]}
    assert declared == {"contract.numbered", "contract.prototype", "contract.thing"}


def test_an_unknown_model_is_told_with_the_nearest(env: Any) -> None:
    with pytest.raises(KeyError, match=r"contract\.thing"):
        env["contract.thingy"]


def test_fake_model_loader_brings_models_in_and_takes_them_out(env: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from odoo_test_helper import FakeModelLoader

    from odoo import fields, models

    known = models.MetaModel.module_to_models
    for name in [name for name, found in known.items() if not found[0].__module__.startswith("odoo.addons.")]:
        monkeypatch.delitem(known, name)  # models of other tests of this process; the helper knows addons only

    loader = FakeModelLoader(env, "odoo.addons.contract_base.tests.fake")
    loader.backup_registry()

    class Thing(models.Model):
        _inherit = "contract.thing"
        _module = "contract_base"
        fake = fields.Char(default="faked")

    class Fake(models.Model):
        _name = "contract.fake"
        _description = "Fake"
        _module = "contract_base"
        name = fields.Char()

    loader.update_registry((Thing, Fake))
    try:
        assert env["contract.fake"].create({"name": "x"}).name == "x"
        assert env["contract.thing"].create({"name": "y"}).fake == "faked"
    finally:
        loader.restore_registry()
    assert "contract.fake" not in env.registry
    assert "fake" not in env["contract.thing"]._fields


# transient


def test_transient_models_are_wizards(env: Any, things: Any) -> None:
    wizard = env["contract.wizard"].with_context(active_ids=things.ids).create({"name": "noted"})
    assert wizard._transient and wizard.is_transient()
    assert wizard.apply() == {"type": "ir.actions.act_window_close"}
    assert set(things.mapped("note")) == {"noted"}


def test_users_see_only_their_own_transient_records(env: Any, make_user: Any) -> None:
    one, two = make_user("one"), make_user("two")
    wizard = env["contract.wizard"].with_user(one).create({"name": "mine"})
    assert env["contract.wizard"].with_user(one).search([]) == wizard
    assert not env["contract.wizard"].with_user(two).search([])


def test_old_transient_records_are_vacuumed(env: Any) -> None:
    old, young = env["contract.wizard"].create([{"name": "old"}, {"name": "young"}])
    env.flush_all()
    env.cr.execute(
        "UPDATE contract_wizard SET create_date = create_date - interval '3 hours', write_date = write_date - interval '3 hours' WHERE id = %s",
        [old.id],
    )
    env.invalidate_all()
    env["contract.wizard"]._transient_vacuum()
    assert not old.exists() and young.exists()


def test_autovacuum_methods_run_with_the_vacuum(env: Any) -> None:
    env["ir.autovacuum"]._run_vacuum_cleaner()
    assert env["ir.config_parameter"].get_param("contract.swept") == "yes"


# names and order


def test_rec_name_names_the_record(env: Any, thing: Any) -> None:
    assert env["contract.nameless"].create({"code": "C1"}).display_name == "C1"
    assert thing.display_name == "Lamp"


def test_without_a_name_the_model_and_id_name_it(env: Any) -> None:
    record = env["contract.unnamed"].create({"value": 1})
    assert record.display_name == f"contract.unnamed,{record.id}"


def test_rec_names_search_looks_into_several_fields(env: Any) -> None:
    record = env["contract.nameless"].create({"code": "C1", "alias": "Second name"})
    assert env["contract.nameless"].name_search("second") == [(record.id, "C1")]
    assert env["contract.nameless"].search([("display_name", "ilike", "second")]) == record


def test_name_search_with_domain_operator_and_limit(env: Any, things: Any) -> None:
    search = env["contract.thing"].name_search
    assert [name for _id, name in search("", [("id", "in", things.ids)])] == ["Ada", "Bob", "Cyd"]
    assert [name for _id, name in search("", [("id", "in", things.ids)], limit=1)] == ["Ada"]
    assert [name for _id, name in search("Bob", operator="=")] == ["Bob"]


def test_name_create(env: Any) -> None:
    record_id, name = env["contract.tag"].name_create("Quick")
    assert name == "Quick" and env["contract.tag"].browse(record_id).name == "Quick"


def test_compute_display_name_may_be_extended(env: Any) -> None:
    user = env.user
    assert user.display_name == user.partner_id.name
    assert env["contract.thing"]._fields["display_name"].compute == "_compute_display_name"


def test_search_display_name(env: Any, things: Any) -> None:
    domain = env["contract.thing"]._search_display_name("=", "Bob")
    assert env["contract.thing"].search(domain) == things[1]
    assert env["contract.thing"].search([("display_name", "=", "Bob")]) == things[1]


def test_order_of_the_model_is_the_default(env: Any, things: Any) -> None:
    things[2].sequence = 1
    assert env["contract.thing"].search([("id", "in", things.ids)]).mapped("name") == ["Cyd", "Ada", "Bob"]
    codes = env["contract.nameless"].create([{"code": code} for code in "bca"])
    assert env["contract.nameless"].search([("id", "in", codes.ids)]).mapped("code") == ["c", "b", "a"]


def test_order_of_a_search_wins(env: Any, things: Any) -> None:
    assert env["contract.thing"].search([("id", "in", things.ids)], order="amount desc").mapped("name") == ["Ada", "Cyd", "Bob"]
    assert env["contract.thing"].search([("id", "in", things.ids)], order="name desc", limit=1).name == "Cyd"


def test_active_test_hides_archived_records(env: Any, things: Any) -> None:
    things[0].active = False
    model, mine = env["contract.thing"], [("id", "in", things.ids)]
    assert model.search_count(mine) == 2
    assert model.with_context(active_test=False).search_count(mine) == 3
    assert model.search([*mine, ("active", "=", False)]) == things[0]
    assert model.search_count([*mine, ("active", "in", [True, False])]) == 3


def test_active_test_and_x2many_fields(env: Any, thing: Any) -> None:
    tags = env["contract.tag"].create([{"name": "on"}, {"name": "off", "active": False}])
    thing.tag_ids = tags
    env.invalidate_all()
    assert thing.tag_ids.mapped("name") == ["on"]
    assert thing.with_context(active_test=False).tag_ids == tags


def test_archive_and_unarchive(things: Any) -> None:
    things.action_archive()
    assert not any(things.mapped("active"))
    things.action_unarchive()
    assert all(things.mapped("active"))
    things[0].toggle_active()
    assert things.mapped("active") == [False, True, True]


# trees


@pytest.fixture
def tree(env: Any) -> Any:
    """a/b/c and a/d; returned in this order."""
    create = env["contract.folder"].create
    a = create({"name": "a"})
    b = create({"name": "b", "parent_id": a.id})
    return a + b + create([{"name": "c", "parent_id": b.id}, {"name": "d", "parent_id": a.id}])


def test_parent_path_is_kept(tree: Any) -> None:
    a, b, c, d = tree
    assert c.parent_path == f"{a.id}/{b.id}/{c.id}/"
    b.parent_id = d
    assert c.parent_path == f"{a.id}/{d.id}/{b.id}/{c.id}/"
    assert b.parent_path == f"{a.id}/{d.id}/{b.id}/"


def test_child_of(env: Any, tree: Any) -> None:
    search = env["contract.folder"].search
    assert search([("id", "child_of", tree[1].id)]).mapped("name") == ["b", "c"]
    assert search([("parent_id", "child_of", tree[0].id)]).mapped("name") == ["b", "c", "d"]
    assert search([("id", "child_of", tree[0].ids)]) == tree


def test_parent_of(env: Any, tree: Any) -> None:
    assert env["contract.folder"].search([("id", "parent_of", tree[2].id)]).mapped("name") == ["a", "b", "c"]


def test_child_of_without_parent_path_uses_parent_name(env: Any) -> None:
    top = env["contract.node"].create({"name": "top"})
    below = env["contract.node"].create({"name": "below", "above_id": top.id})
    deep = env["contract.node"].create({"name": "deep", "above_id": below.id})
    assert env["contract.node"].search([("id", "child_of", top.id)]) == top + below + deep
    assert env["contract.node"].search([("id", "parent_of", deep.id)]) == top + below + deep


def test_a_circle_of_parents_is_refused(env: Any, tree: Any) -> None:
    with pytest.raises(UserError):
        tree[0].parent_id = tree[2]


def test_has_cycle_finds_circles(env: Any) -> None:
    top = env["contract.node"].create({"name": "top"})
    below = env["contract.node"].create({"name": "below", "above_id": top.id})
    assert not below._has_cycle("above_id")
    with pytest.raises(ValidationError, match="above itself"):
        top.above_id = below


# constraints


def test_sql_constraints_are_checked_with_their_message(env: Any) -> None:
    env["contract.tag"].create({"name": "Same"})
    with mute_logger("odoo.sql_db"), pytest.raises((ValidationError, psycopg2.IntegrityError), match="There is a tag of this name"):
        env["contract.tag"].create({"name": "Same"})
        env.flush_all()


def test_check_constraints(env: Any) -> None:
    with mute_logger("odoo.sql_db"), pytest.raises((ValidationError, psycopg2.IntegrityError), match="from 0 to 99"):
        env["contract.tag"].create({"name": "Odd", "color": 100})
        env.flush_all()


def test_python_constraints_run_when_their_fields_are_written(env: Any, thing: Any) -> None:
    thing.amount = -1
    with pytest.raises(ValidationError, match="Lamp: a thing that is done has no negative amount"):
        thing.state = "done"
    with pytest.raises(ValidationError):
        env["contract.thing"].create({"name": "Neg", "amount": -1, "state": "done"})


def test_check_company_refuses_records_of_another_company(env: Any) -> None:
    own, other = env.company, env["res.company"].create({"name": "Other"})
    depot = env["contract.depot"].create({"name": "Depot", "company_id": other.id})
    shared = env["contract.depot"].create({"name": "Shared"})
    shelf = env["contract.shelf"].create({"name": "Shelf", "company_id": own.id, "depot_id": shared.id})
    with pytest.raises(UserError, match=r"(?s)Shelf.*Other|Other.*Shelf|Depot"):
        shelf.depot_id = depot
    with pytest.raises(UserError):
        env["contract.shelf"].create({"name": "S2", "company_id": own.id, "depot_ids": [(6, 0, depot.ids)]})


def test_check_company_domain_may_include_parents(env: Any) -> None:
    branch = env["res.company"].create({"name": "Branch", "parent_id": env.company.id})
    depot = env["contract.depot"].create({"name": "Depot", "company_id": env.company.id})
    assert env["contract.shelf"].create({"name": "Shelf", "company_id": branch.id, "depot_id": depot.id}).depot_id == depot


# tables


def test_auto_init_prepares_the_table(env: Any) -> None:
    env.cr.execute("SELECT 1 FROM pg_indexes WHERE indexname = 'contract_prepared_lower_idx'")
    assert env.cr.fetchone()


def test_init_creates_the_view_of_a_model_without_table(env: Any, things: Any) -> None:
    category = env.ref("contract_base.category_dogs")
    things.category_id = category
    env.flush_all()
    row = env["contract.report"].search([("category_id", "=", category.id)])
    assert (row.things, row.amount) == (3, 6.0)
    groups = env["contract.report"]._read_group([("category_id", "=", category.id)], ["category_id"], ["amount:sum"])
    assert groups == [(category, 6.0)]


def test_table_query_is_read_like_a_table(env: Any, things: Any) -> None:
    things[0].amount = 0
    rows = env["contract.query"].search([("name", "in", ["Ada", "Bob", "Cyd"])])
    assert rows.mapped("name") == ["Bob", "Cyd"]
    assert rows[0].amount == 1.0


def test_register_hook_runs_when_the_registry_is_complete(env: Any) -> None:
    assert env.cr.dbname in env["contract.prepared"].hooked


def test_log_access_fields(env: Any, make_user: Any) -> None:
    user = make_user("author")
    with freeze_time("2024-05-06 07:08:09"):
        record = env["contract.tag"].with_user(user).create({"name": "logged"})
    assert record.create_uid == user and record.write_uid == user
    assert record.create_date and record.write_date >= record.create_date
    record.with_user(env.user).name = "changed"
    assert record.write_uid == env.user and record.create_uid == user
