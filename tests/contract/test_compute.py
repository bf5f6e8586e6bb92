"""What depends on what; changing forms; records in memory."""

from __future__ import annotations

from typing import Any

import pytest

from odoo import Command
from odoo.tests import Form

# depends


def test_depends_through_one2many_and_back(env: Any, thing: Any) -> None:
    line = env["contract.thing.line"].create({"name": "l", "thing_id": thing.id, "quantity": 2, "price": 3})
    assert thing.total == 6
    line.price = 4
    assert thing.total == 8
    line.unlink()
    assert (thing.total, thing.line_count) == (0, 0)


def test_depends_when_a_line_moves(env: Any, thing: Any) -> None:
    other = env["contract.thing"].create({"name": "Other"})
    line = env["contract.thing.line"].create({"name": "l", "thing_id": thing.id, "price": 3})
    line.thing_id = other
    assert (thing.total, other.total) == (0, 3)


def test_depends_recursively(env: Any) -> None:
    create = env["contract.folder"].create
    a = create({"name": "a"})
    b = create({"name": "b", "parent_id": a.id})
    c = create({"name": "c", "parent_id": b.id})
    assert (c.complete_name, c.depth) == ("a/b/c", 2)
    a.name = "z"
    assert c.complete_name == "z/b/c"
    b.parent_id = False
    assert (c.complete_name, c.depth) == ("b/c", 1)
    assert env["contract.folder"].search([("complete_name", "=", "b/c")]) == c


def test_depends_context(env: Any, thing: Any) -> None:
    thing.title = "Lamp"
    assert thing.with_context(lang="en_US").in_language == "en_US: Lamp"
    assert thing.with_context(lang="en_US", contract_suffix="!").in_language == "en_US!: Lamp"
    assert thing.with_context(lang="en_US").in_language == "en_US: Lamp"


def test_depends_on_the_user(env: Any, thing: Any, make_user: Any) -> None:
    user = make_user("reader")
    assert thing.sudo().seen_as == "superuser"
    assert thing.with_user(user).seen_as == "reader"


def test_recompute_writes_once_for_many_records(env: Any) -> None:
    things = env["contract.thing"].create([{"name": str(n), "line_ids": [Command.create({"name": "l", "price": n})]} for n in range(20)])
    env.flush_all()
    before = env.cr.sql_log_count
    things.line_ids.write({"quantity": 2})
    env.flush_all()
    assert things.mapped("total") == [2.0 * n for n in range(20)]
    assert env.cr.sql_log_count - before <= 4


def test_add_to_compute_and_modified(env: Any, thing: Any) -> None:
    thing.total  # noqa: B018
    env.flush_all()
    env.cr.execute("UPDATE contract_thing SET total = 99 WHERE id = %s", [thing.id])
    thing.invalidate_recordset(["total"])
    assert thing.total == 99
    env.add_to_compute(thing._fields["total"], thing)
    assert thing.total == 0
    env.cr.execute("UPDATE contract_thing SET total = 99 WHERE id = %s", [thing.id])
    thing.invalidate_recordset(["total"])
    thing.modified(["line_ids"])
    assert thing.total == 0


def test_protecting_keeps_a_value(env: Any, thing: Any) -> None:
    thing.guess = "mine"
    with env.protecting([thing._fields["guess"]], thing):
        thing.name = "Torch"
    assert thing.guess == "mine"


# flushing and forgetting


def test_flush_writes_what_is_pending(env: Any, thing: Any) -> None:
    env.flush_all()
    thing.note = "pending"
    thing.flush_recordset(["note"])
    env.cr.execute("SELECT note FROM contract_thing WHERE id = %s", [thing.id])
    assert env.cr.fetchone() == ("pending",)
    thing.note = "again"
    env["contract.thing"].flush_model()
    env.cr.execute("SELECT note FROM contract_thing WHERE id = %s", [thing.id])
    assert env.cr.fetchone() == ("again",)


def test_invalidate_forgets_what_was_read(env: Any, thing: Any) -> None:
    env.flush_all()
    for forget in (
        lambda: thing.invalidate_recordset(["note"]),
        lambda: env["contract.thing"].invalidate_model(["note"]),
        env.invalidate_all,
    ):
        thing.note  # noqa: B018
        env.cr.execute("UPDATE contract_thing SET note = coalesce(note, '') || 'x' WHERE id = %s", [thing.id])
        before = thing.note
        forget()
        assert thing.note == (before or "") + "x"


# onchange


def test_onchange_changes_other_fields(env: Any) -> None:
    partner = env["res.partner"].create({"name": "Ann", "is_company": True})
    with Form(env["contract.thing"], "contract_base.view_thing_form") as form:
        form.name = "x"
        form.partner_id = partner
        assert form.note == "for Ann"
    assert form.record.note == "for Ann"


def test_onchange_warns(env: Any) -> None:
    beware = env["res.partner"].create({"name": "Beware"})
    result = env["contract.thing"].onchange(
        {"name": "x", "partner_id": beware.id}, ["partner_id"], {"name": {}, "partner_id": {}, "note": {}, "category_id": {}}
    )
    assert result["warning"] == {"title": "Beware", "message": "This partner bites.", "type": "notification"}
    assert result["value"]["note"] == "for Beware"


def test_onchange_may_limit_a_domain(env: Any) -> None:
    beware = env["res.partner"].create({"name": "Beware"})
    thing = env["contract.thing"].new({"name": "x", "partner_id": beware.id})
    assert thing._onchange_partner()["domain"] == {"category_id": [("name", "like", "dog")]}


def test_onchange_on_lines_and_of_lines(env: Any) -> None:
    form = Form(env["contract.thing"], "contract_base.view_thing_form")
    form.name = "Box"
    form.kind = "b"
    form.ref = "needed"
    assert len(form.line_ids) == 1
    with form.line_ids.new() as line:
        line.name = "pen"
        assert (line.note, line.quantity) == ("for Box", 2)
    record = form.save()
    assert record.line_ids.mapped("name") == ["from onchange", "pen"]
    assert record.total == 7 + 2 * 2


def test_onchange_method_of_a_new_record_writes_nothing(env: Any, thing: Any) -> None:
    env.flush_all()
    before = env.cr.sql_log_count
    draft = env["contract.thing"].new({"name": "draft"}, origin=thing)
    draft.name = "changed"
    assert (draft.name, thing.name) == ("changed", "Lamp")
    assert thing.name == "Lamp" and env.cr.sql_log_count - before <= 1


# records in memory


def test_new_computes_without_saving(env: Any) -> None:
    draft = env["contract.thing"].new({"name": "draft", "amount": 4, "line_ids": [Command.create({"name": "l", "price": 3})]})
    assert (draft.double, draft.total, draft.guess) == (8, 3, "guess draft")
    assert draft.line_ids.thing_id == draft
    assert not draft.id


def test_new_has_defaults_where_no_value_is_given(env: Any) -> None:
    draft = env["contract.thing"].new({"name": "draft"})
    assert (draft.sequence, draft.kind, draft.currency_id) == (10, "a", env.company.currency_id)
    assert env["contract.thing"].with_context(default_note="n").new({}).note == "n"


def test_new_with_origin_reads_through_to_it(env: Any, thing: Any) -> None:
    thing.line_ids = [Command.create({"name": "l", "price": 3})]
    draft = env["contract.thing"].new({"name": "draft"}, origin=thing)
    assert draft._origin == thing and draft.id.origin == thing.id
    assert (draft.sequence, draft.total) == (10, 3)
    assert draft.line_ids._origin == thing.line_ids
    draft.line_ids.price = 5
    assert (draft.total, thing.total) == (5, 3)


def test_origin_of_saved_records_is_themselves(thing: Any) -> None:
    assert thing._origin == thing


def test_ids_of_new_records_are_those_of_their_origin(env: Any, thing: Any) -> None:
    draft = env["contract.thing"].new({}, origin=thing)
    assert draft.ids == thing.ids
    assert draft != thing


# Form


def test_form_creates_with_defaults(env: Any) -> None:
    form = Form(env["contract.thing"], "contract_base.view_thing_form")
    assert (form.kind, form.state) == ("a", "draft")
    form.name = "x"
    assert form.save().kind == "a"


def test_form_edits_a_record(env: Any, thing: Any) -> None:
    with Form(thing, "contract_base.view_thing_form") as form:
        form.name = "Torch"
    assert thing.name == "Torch"


def test_form_requires_what_the_view_requires(env: Any) -> None:
    form = Form(env["contract.thing"], "contract_base.view_thing_form")
    form.name = "x"
    form.kind = "b"
    with pytest.raises(AssertionError, match="ref"):
        form.save()


def test_form_refuses_what_is_readonly_or_invisible(env: Any, thing: Any) -> None:
    thing.state = "done"
    form = Form(thing, "contract_base.view_thing_form")
    with pytest.raises(AssertionError, match="name"):
        form.name = "Torch"
    with pytest.raises(AssertionError, match="amount"):
        form.amount = 3


def test_form_does_not_write_what_is_readonly(env: Any, thing: Any) -> None:
    form = Form(thing, "contract_base.view_thing_form")
    with pytest.raises(AssertionError, match="double"):
        form.double = 3


def test_form_knows_only_the_fields_of_its_view(env: Any, thing: Any) -> None:
    form = Form(thing, "contract_base.view_thing_form")
    with pytest.raises(AssertionError, match="moment"):
        form.moment  # noqa: B018


def test_form_edits_lines(env: Any, thing: Any) -> None:
    thing.line_ids = [Command.create({"name": "a", "price": 1}), Command.create({"name": "b", "price": 2})]
    with Form(thing, "contract_base.view_thing_form") as form:
        with form.line_ids.edit(0) as line:
            line.quantity = 5
        form.line_ids.remove(1)
        assert form.total == 5
    assert [(line.name, line.quantity) for line in thing.line_ids] == [("a", 5)]


def test_form_modifiers_of_lines_look_at_the_parent(env: Any, thing: Any) -> None:
    thing.note = "fixed prices"
    with Form(thing, "contract_base.view_thing_form") as form, form.line_ids.new() as line:
        line.name = "pen"
        with pytest.raises(AssertionError, match="price"):
            line.price = 3
    assert thing.line_ids.price == 0, "what is readonly in the view is not saved, not even an onchange's"


def test_form_sets_many2many(env: Any, thing: Any) -> None:
    red = env.ref("contract_base.tag_red")
    with Form(thing, "contract_base.view_thing_form") as form:
        form.tag_ids.add(red)
    assert thing.tag_ids == red
    with Form(thing, "contract_base.view_thing_form") as form:
        form.tag_ids.remove(red.id)
    assert not thing.tag_ids


def test_form_takes_the_default_view_of_the_model(env: Any) -> None:
    with Form(env["contract.tag"]) as form:
        form.name = "by the default view"
    assert form.record.name == "by the default view"


def test_form_runs_as_its_user(env: Any, make_user: Any) -> None:
    user = make_user("clerk")
    form = Form(env["contract.thing"].with_user(user), "contract_base.view_thing_form")
    form.name = "mine"
    assert form.save().create_uid == user
    with pytest.raises(AssertionError, match="secret"):
        form.secret = "s"
