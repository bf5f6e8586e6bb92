"""Creating, copying and deleting; the commands of x2many fields."""

from __future__ import annotations

from typing import Any

import pytest

from odoo import Command
from odoo.exceptions import UserError


@pytest.fixture
def lamp(env: Any) -> Any:
    """A thing with two lines (switch 2 × 3, bulb 1 × 5) and the tags Blue and Red."""
    return env["contract.thing"].create(
        {
            "name": "Lamp",
            "tag_ids": [Command.set((env.ref("contract_base.tag_blue") + env.ref("contract_base.tag_red")).ids)],
            "line_ids": [
                Command.create({"name": "switch", "quantity": 2, "price": 3}),
                Command.create({"name": "bulb", "price": 5}),
            ],
        }
    )


def lines(thing: Any) -> list[tuple[str, float]]:
    return [(line.name, line.subtotal) for line in thing.line_ids]


# commands


def test_command_builds_the_tuples() -> None:
    assert Command.create({"a": 1}) == (0, 0, {"a": 1})
    assert Command.update(3, {"a": 1}) == (1, 3, {"a": 1})
    assert Command.delete(3) == (2, 3, 0)
    assert Command.unlink(3) == (3, 3, 0)
    assert Command.link(3) == (4, 3, 0)
    assert Command.clear() == (5, 0, 0)
    assert Command.set([3]) == (6, 0, [3])
    assert [int(kind) for kind in Command] == [0, 1, 2, 3, 4, 5, 6]


def test_command_0_creates(lamp: Any) -> None:
    lamp.write({"line_ids": [(0, 0, {"name": "cable", "price": 1})]})
    assert lines(lamp) == [("switch", 6), ("bulb", 5), ("cable", 1)]
    assert lamp.total == 12


def test_command_1_updates(lamp: Any) -> None:
    lamp.write({"line_ids": [(1, lamp.line_ids[0].id, {"quantity": 10})]})
    assert lines(lamp) == [("switch", 30), ("bulb", 5)]


def test_command_2_deletes(lamp: Any) -> None:
    switch = lamp.line_ids[0]
    lamp.write({"line_ids": [(2, switch.id, 0)]})
    assert not switch.exists() and lines(lamp) == [("bulb", 5)]


def test_command_3_unlinks(env: Any, lamp: Any) -> None:
    red = env.ref("contract_base.tag_red")
    lamp.write({"tag_ids": [(3, red.id, 0)]})
    assert lamp.tag_ids.mapped("name") == ["Blue"] and red.exists()


def test_command_3_of_a_one2many_deletes_when_the_link_cascades(lamp: Any) -> None:
    switch = lamp.line_ids[0]
    lamp.write({"line_ids": [(3, switch.id, 0)]})
    assert not switch.exists()


def test_command_3_of_a_one2many_empties_an_optional_link(env: Any) -> None:
    top = env["contract.node"].create({"name": "top", "below_ids": [Command.create({"name": "below"})]})
    below = top.below_ids
    top.write({"below_ids": [(3, below.id, 0)]})
    assert below.exists() and not below.above_id


def test_command_4_links(env: Any, lamp: Any) -> None:
    lamp.write({"tag_ids": [(4, env.ref("contract_base.tag_green").id)]})
    assert set(lamp.tag_ids.mapped("name")) == {"Blue", "Red", "Green"}
    other = env["contract.thing"].create({"name": "Other"})
    other.write({"line_ids": [(4, lamp.line_ids[0].id, 0)]})
    assert lines(other) == [("switch", 6)] and lines(lamp) == [("bulb", 5)]


def test_command_5_clears(lamp: Any) -> None:
    all_lines = lamp.line_ids
    lamp.write({"tag_ids": [(5, 0, 0)], "line_ids": [(5,)]})
    assert not lamp.tag_ids and not lamp.line_ids and not all_lines.exists()


def test_command_6_sets(env: Any, lamp: Any) -> None:
    green = env.ref("contract_base.tag_green")
    lamp.write({"tag_ids": [(6, 0, [green.id])]})
    assert lamp.tag_ids == green
    bulb = lamp.line_ids[1]
    lamp.write({"line_ids": [(6, 0, bulb.ids)]})
    assert lamp.line_ids == bulb


def test_commands_run_in_their_order(env: Any, lamp: Any) -> None:
    lamp.write({"line_ids": [Command.clear(), Command.create({"name": "new", "price": 1})]})
    assert lines(lamp) == [("new", 1)]


def test_assigning_a_recordset_sets_it(env: Any, lamp: Any) -> None:
    lamp.tag_ids = env.ref("contract_base.tag_green")
    assert lamp.tag_ids.mapped("name") == ["Green"]
    lamp.tag_ids += env.ref("contract_base.tag_red")
    assert set(lamp.tag_ids.mapped("name")) == {"Green", "Red"}
    lamp.tag_ids = False
    assert not lamp.tag_ids


def test_a_list_of_ids_sets_a_many2many(env: Any, lamp: Any) -> None:
    lamp.write({"tag_ids": [env.ref("contract_base.tag_green").id]})
    assert lamp.tag_ids.mapped("name") == ["Green"]


def test_commands_reach_through_several_levels(env: Any) -> None:
    top = env["contract.node"].create(
        {"name": "1", "below_ids": [Command.create({"name": "2", "below_ids": [Command.create({"name": "3"})]})]}
    )
    assert top.below_ids.below_ids.name == "3"


# create


def test_create_takes_a_list(env: Any) -> None:
    records = env["contract.thing"].create([{"name": "one"}, {"name": "two"}])
    assert records.mapped("name") == ["one", "two"]
    assert env["contract.thing"].create([]) == env["contract.thing"]


def test_create_takes_one_dictionary(env: Any) -> None:
    assert env["contract.thing"].create({"name": "one"}).name == "one"


def test_create_is_extended_with_model_create_multi(env: Any) -> None:
    numbers = env["contract.thing"].create([{"name": "one"}, {"name": "two"}]).mapped("number")
    assert numbers[0] != numbers[1] and all(number.startswith("T/") for number in numbers)


def test_create_in_bulk_costs_few_statements(env: Any) -> None:
    env["contract.tag"].create({"name": "first"})
    env.flush_all()
    before = env.cr.sql_log_count
    env["contract.tag"].create([{"name": f"tag {number}"} for number in range(100)])
    env.flush_all()
    assert env.cr.sql_log_count - before <= 4


def test_an_unknown_field_is_refused_with_the_nearest(env: Any, thing: Any) -> None:
    with pytest.raises(ValueError, match=r"nmae.*Did you mean 'name'"):
        env["contract.thing"].create({"nmae": "x"})
    with pytest.raises(ValueError, match=r"nmae.*Did you mean 'name'"):
        thing.write({"nmae": "x"})


def test_write_of_many_records(things: Any) -> None:
    assert things.write({"note": "same"}) is True
    assert set(things.mapped("note")) == {"same"}


# copy


def test_copy_follows_copy_of_each_field(lamp: Any) -> None:
    lamp.write({"ref": "R", "note": "n"})
    twin = lamp.copy()
    assert twin.note == "n" and not twin.ref
    assert lines(twin) == lines(lamp) and twin.line_ids != lamp.line_ids
    assert twin.tag_ids == lamp.tag_ids


def test_copy_takes_defaults(lamp: Any) -> None:
    twin = lamp.copy({"name": "Torch", "line_ids": False})
    assert twin.name == "Torch" and not twin.line_ids


def test_copy_of_several_records(things: Any) -> None:
    assert things.copy().mapped("amount") == [3, 1, 2]


def test_copy_data_gives_the_values(lamp: Any) -> None:
    (values,) = lamp.copy_data({"note": "other"})
    assert values["note"] == "other" and "ref" not in values and "total" not in values
    assert [command[2]["name"] for command in values["line_ids"]] == ["switch", "bulb"]


def test_copy_of_a_delegating_record_copies_what_it_delegates_to(env: Any) -> None:
    record = env["contract.delegating"].create({"name": "x", "own": "o"})
    twin = record.copy()
    assert twin.own == "o" and twin.thing_id != record.thing_id and twin.name == "x"


# unlink


def test_unlink_returns_true_and_deletes(things: Any) -> None:
    assert things.unlink() is True
    assert not things.exists()


def test_ondelete_method_refuses(env: Any) -> None:
    seals = env["contract.seal"].create([{"name": "whole"}, {"name": "broken", "broken": True}])
    with pytest.raises(UserError, match="unbroken seal"):
        seals.unlink()
    assert seals.exists() == seals
    assert seals[1].unlink()


def test_ondelete_not_at_uninstall_is_left_out_then(env: Any) -> None:
    seal = env["contract.seal"].create({"name": "whole"})
    seal.with_context(_force_unlink=True).unlink()
    assert not seal.exists()
    assert env["ir.config_parameter"].get_param("contract.seal") == "whole", "the one marked at_uninstall ran"


def test_unlink_takes_attachments_and_external_ids_along(env: Any, thing: Any) -> None:
    attachment = env["ir.attachment"].create({"name": "a", "raw": b"x", "res_model": thing._name, "res_id": thing.id})
    env["ir.model.data"].create({"module": "contract_base", "name": "to_go", "model": thing._name, "res_id": thing.id})
    thing.unlink()
    assert not attachment.exists()
    assert not env.ref("contract_base.to_go", raise_if_not_found=False)
