"""Recordsets: ordered, immutable tuples of ids that share what is read."""

from __future__ import annotations

from typing import Any

import pytest



def names(records: Any) -> str:
    return ",".join(records.mapped("name"))


# what they are


def test_ids_are_an_immutable_ordered_tuple(env: Any, things: Any) -> None:
    backwards = env["contract.thing"].browse(reversed(things.ids))
    assert isinstance(things._ids, tuple)
    assert names(backwards) == "Cyd,Bob,Ada"
    before = things.ids
    before.append(0)
    assert len(things.ids) == 3
    with pytest.raises((TypeError, AttributeError)):
        things.ids = []


def test_browse_takes_an_id_several_or_nothing(env: Any, things: Any) -> None:
    model = env["contract.thing"]
    assert model.browse(things[0].id) == things[0]
    assert model.browse(things.ids) == things
    assert model.browse(things._ids) == things
    assert not model.browse() and not model.browse(False) and not model.browse(None) and not model.browse([])


def test_a_recordset_is_falsy_when_empty(env: Any, things: Any) -> None:
    assert things and not env["contract.thing"]
    assert len(env["contract.thing"]) == 0


def test_iteration_gives_single_records(things: Any) -> None:
    assert [len(thing) for thing in things] == [1, 1, 1]
    assert [thing.id for thing in things] == things.ids


def test_reversed_iteration(things: Any) -> None:
    assert [thing.name for thing in reversed(things)] == ["Cyd", "Bob", "Ada"]


def test_slices_and_indices_are_recordsets(things: Any) -> None:
    assert names(things[:2]) == "Ada,Bob"
    assert things[0] == things[:1]
    assert names(things[-1]) == "Cyd"
    assert names(things[::-1]) == "Cyd,Bob,Ada"
    with pytest.raises(IndexError):
        things[3]


def test_membership(env: Any, things: Any) -> None:
    assert things[1] in things
    assert things[1] not in things[0]
    with pytest.raises(TypeError):
        assert env.user in things


def test_equality_ignores_order(env: Any, things: Any) -> None:
    assert things == things[::-1]
    assert things != things[:2]
    assert things[0] != things[1]
    assert env["contract.thing"].browse(7) != env["contract.tag"].browse(7)
    assert hash(things) == hash(env["contract.thing"].browse(things.ids))


def test_bool_int_and_len_of_a_single_record(things: Any) -> None:
    assert int(things[0]) == things[0].id
    assert len(things) == 3


def test_ensure_one(env: Any, things: Any) -> None:
    assert things[0].ensure_one() == things[0]
    for wrong in (things, env["contract.thing"]):
        with pytest.raises(ValueError, match="Expected singleton"):
            wrong.ensure_one()


def test_a_field_of_several_records_is_refused(things: Any) -> None:
    with pytest.raises(ValueError, match="Expected singleton"):
        things.name  # noqa: B018


def test_fields_of_an_empty_recordset_are_falsy(env: Any) -> None:
    nothing = env["contract.thing"]
    assert nothing.name is False
    assert nothing.amount == 0.0
    assert nothing.partner_id == env["res.partner"]
    assert nothing.partner_id.country_id.name is False
    assert nothing.line_ids == env["contract.thing.line"]
    assert nothing.id is False


def test_empty_scalars_read_as_false(env: Any, thing: Any) -> None:
    for name in ("ref", "note", "moment", "dynamic", "data", "file", "html", "title"):
        assert thing[name] is False, name
    assert not thing.reference
    assert thing.amount == 0.0 and thing.sequence == 10
    assert thing.tag_ids == env["contract.tag"]


def test_item_access_reads_and_writes_a_field(thing: Any) -> None:
    assert thing["name"] == "Lamp"
    thing["name"] = "Torch"
    assert thing.name == "Torch"
    with pytest.raises(KeyError):
        thing["nothing"]


# operations


def test_union_keeps_order_and_drops_doubles(things: Any) -> None:
    assert names(things[1:] | things) == "Bob,Cyd,Ada"
    assert names(things[2].union(things[0], things[2])) == "Cyd,Ada"


def test_concat_keeps_doubles(things: Any) -> None:
    assert names(things[:2] + things[1:]) == "Ada,Bob,Bob,Cyd"
    assert names(things[0].concat(things[0], things[1])) == "Ada,Ada,Bob"


def test_difference(things: Any) -> None:
    assert names(things - things[1]) == "Ada,Cyd"


def test_intersection(things: Any) -> None:
    assert names(things & things[::-1][:2]) == "Bob,Cyd"


def test_subset_and_superset(things: Any) -> None:
    assert things[:2] < things and things <= things and things > things[0] and things >= things
    assert not things < things


def test_operations_across_models_are_refused(env: Any, things: Any) -> None:
    for operation in ("__or__", "__add__", "__sub__", "__and__", "__lt__"):
        with pytest.raises(TypeError):
            getattr(things, operation)(env.user)


# along the records


def test_mapped_field_and_path(env: Any, things: Any) -> None:
    partner = env["res.partner"].create({"name": "P", "country_id": env.ref("base.vn").id})
    things.partner_id = partner
    assert things.mapped("amount") == [3.0, 1.0, 2.0]
    assert things.mapped("partner_id") == partner
    assert things.mapped("partner_id.country_id.code") == ["VN"]


def test_mapped_callable(env: Any, things: Any) -> None:
    assert things.mapped(lambda thing: thing.amount + 1) == [4, 2, 3]
    assert things.mapped(lambda thing: thing.currency_id) == env.company.currency_id
    assert env["contract.thing"].mapped(lambda thing: thing.currency_id) == env["res.currency"]
    assert env["contract.thing"].mapped("name") == []


def test_filtered_callable_path_and_domain(env: Any, things: Any) -> None:
    things[0].partner_id = env["res.partner"].create({"name": "P", "country_id": env.ref("base.vn").id})
    assert names(things.filtered(lambda thing: thing.amount > 1)) == "Ada,Cyd"
    assert names(things.filtered("partner_id")) == "Ada"
    assert names(things.filtered("partner_id.country_id.code")) == "Ada"
    assert names(things.filtered_domain([("amount", ">", 1), ("name", "!=", "Ada")])) == "Cyd"
    assert names(things.filtered_domain([])) == "Ada,Bob,Cyd"


def test_filtered_domain_takes_archived_records_as_they_are(things: Any) -> None:
    things[1].active = False
    assert names(things.filtered_domain([("amount", ">=", 1)])) == "Ada,Bob,Cyd"


def test_sorted_by_key_name_and_order(env: Any, things: Any) -> None:
    assert names(things.sorted("amount")) == "Bob,Cyd,Ada"
    assert names(things.sorted("amount", reverse=True)) == "Ada,Cyd,Bob"
    assert names(things.sorted(key=lambda thing: -thing.amount)) == "Ada,Cyd,Bob"
    assert names(things[::-1].sorted()) == "Ada,Bob,Cyd"
    assert names(things.sorted("sequence, amount desc")) == "Ada,Cyd,Bob"


def test_sorted_is_stable(things: Any) -> None:
    assert names(things[::-1].sorted("sequence")) == "Cyd,Bob,Ada"


def test_grouped(env: Any, things: Any) -> None:
    things[1:].state = "done"
    by_state = things.grouped("state")
    assert {state: names(group) for state, group in by_state.items()} == {"draft": "Ada", "done": "Bob,Cyd"}
    assert {key: len(group) for key, group in things.grouped(lambda thing: thing.amount > 1).items()} == {True: 2, False: 1}
    assert list(things.grouped("company_id")) == [env["res.company"]]


def test_update_assigns_several_fields(things: Any) -> None:
    things.update({"note": "all", "sequence": 3})
    assert set(things.mapped("note")) == {"all"} and set(things.mapped("sequence")) == {3}


# environment


def test_with_context_adds_and_replaces(things: Any) -> None:
    assert things.with_context(a=1).env.context["a"] == 1
    both = things.with_context(a=1).with_context({"b": 2})
    assert dict(both.env.context) == {"b": 2}
    assert dict(things.with_context(a=1).with_context(b=2).env.context) == {"a": 1, "b": 2}
    assert things.with_context(a=1) == things
    assert "a" not in things.env.context


def test_the_context_cannot_be_changed_in_place(things: Any) -> None:
    with pytest.raises((TypeError, NotImplementedError)):
        things.env.context["a"] = 1


def test_with_env(env: Any, things: Any) -> None:
    other = env(context={"x": 1})
    assert things.with_env(other).env is other


def test_one_prefetch_for_all_records_iterated(env: Any, things: Any) -> None:
    env.invalidate_all()
    records = env["contract.thing"].browse(things.ids)
    before = env.cr.sql_log_count
    assert [record.name for record in records] == ["Ada", "Bob", "Cyd"]
    assert env.cr.sql_log_count - before == 1


def test_prefetch_follows_relations(env: Any, things: Any) -> None:
    for thing in things:
        thing.partner_id = env["res.partner"].create({"name": f"partner of {thing.name}"})
    env.invalidate_all()
    before = env.cr.sql_log_count
    assert [thing.partner_id.name for thing in env["contract.thing"].browse(things.ids)][1] == "partner of Bob"
    assert env.cr.sql_log_count - before == 2


def test_with_prefetch_shares_another_recordsets(env: Any, things: Any) -> None:
    env.invalidate_all()
    alone = env["contract.thing"].browse(things[0].id).with_prefetch(things._prefetch_ids)
    assert alone.name == "Ada"
    before = env.cr.sql_log_count
    assert env["contract.thing"].browse(things[1].id).name == "Bob"
    assert env.cr.sql_log_count == before


def test_sql_log_count_counts_statements(env: Any) -> None:
    before = env.cr.sql_log_count
    env.cr.execute("SELECT 1")
    assert env.cr.sql_log_count == before + 1


# existence


def test_exists_leaves_out_what_is_deleted(env: Any, things: Any) -> None:
    things[1].unlink()
    assert names(things.exists()) == "Ada,Cyd"
    assert env["contract.thing"].browse(2**30).exists() == env["contract.thing"]
    fresh = env["contract.thing"].new({"name": "new"})
    assert fresh.exists() == fresh


def test_a_missing_record_is_told(env: Any, things: Any) -> None:
    from odoo.exceptions import MissingError

    gone = things[1]
    gone.unlink()
    with pytest.raises(MissingError, match="does not exist or has been deleted"):
        gone.name  # noqa: B018
    with pytest.raises(MissingError):
        gone.write({"note": "x"})
        env.flush_all()
    assert [values["name"] for values in things.read(["name"])] == ["Ada", "Cyd"]


def test_repr_and_ids_of_new_records(env: Any) -> None:
    from odoo.models import NewId

    fresh = env["contract.thing"].new({"name": "new"})
    assert isinstance(fresh.id, NewId) and not fresh.id
    assert fresh.ids == []
    assert repr(env["contract.thing"].browse([1, 2])) == "contract.thing(1, 2)"
