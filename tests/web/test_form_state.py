"""The state of a form between requests: order of lines, what an onchange compares, what is saved once."""

import json

import pytest

import core  # noqa: F401 – installs the addons' import names
from core.views import FormState


@pytest.fixture
def order(env):
    product = env["product.product"].create({"name": "Desk", "list_price": 100.0, "taxes_id": [(5,)]})
    return env["sale.order"].create({"partner_id": env["res.partner"].create({"name": "Customer"}).id, "order_line": [
        (0, 0, {"product_id": product.id, "product_uom_qty": quantity}) for quantity in (1, 2, 3)]})


@pytest.fixture
def form(env, order):
    return env["ir.ui.view"]._compiled("sale.order", "form", env.ref("sale.view_order_form").id)


def quantities(state):
    return [row.values["product_uom_qty"] for row in state.values["order_line"]]


def again(form, order, state):
    """The state as the next POST finds it."""
    fresh = FormState.of_record(form, order)
    fresh.load(state.dump())
    return fresh


def test_a_moved_line_stays_in_the_page_and_is_stored(form, order):
    state = FormState.of_record(form, order)
    state.move_row("order_line", state.values["order_line"][2].key, 0)
    state = again(form, order, state)
    assert quantities(state) == [3, 1, 2]
    state.save()
    order.invalidate_recordset()
    assert order.order_line.mapped("product_uom_qty") == [3, 1, 2]


def test_a_line_at_the_end_changes_no_other_line(form, order):
    state = FormState.of_record(form, order)
    row = state.add_row("order_line")
    assert not any(other.changed for other in state.values["order_line"] if other is not row)


def test_a_duplicate_has_the_price_that_was_typed(form, order):
    state = FormState.of_record(form, order)
    row = state.values["order_line"][0]
    row.values["price_unit"] = 77.0
    state.onchange_row("order_line", row, ["price_unit"])
    copy = state.duplicate_row("order_line", row.key)
    assert (copy.values["price_unit"], copy.values["product_uom_qty"], copy.values["price_subtotal"]) == (77.0, 1, 77.0)
    assert state.values["order_line"].index(copy) == 1


def test_pasted_rows_stand_below_the_line_they_were_pasted_into(form, order):
    state = FormState.of_record(form, order)
    first = state.values["order_line"][0]
    state.paste_rows("order_line", [["Desk", "7"], ["Desk", "8"]], ["product_id", "product_uom_qty"], first, overwrite=False)
    assert quantities(state) == [1, 7, 8, 2, 3]
    state.paste_rows("order_line", [["5"], ["6"]], ["product_uom_qty"], state.values["order_line"][0], overwrite=True)
    assert quantities(state) == [5, 6, 8, 2, 3]


def test_cancelling_a_line_gives_back_what_it_was_before(form, order):
    state = FormState.of_record(form, order)
    row = state.values["order_line"][1]
    row.values["product_uom_qty"] = 5.0
    row.changed.add("product_uom_qty")
    state.edit_row("order_line", row.key)
    row.values["product_uom_qty"] = 9.0
    state = again(form, order, state)
    state.cancel_row("order_line", row.key)
    assert quantities(state) == [1, 5.0, 3], "the first edit was confirmed, the second was not"


def test_a_quantity_is_compared_with_the_totals_and_no_other_line(form, order):
    state = FormState.of_record(form, order)
    spec, _risky = state._spec_within_reach(["order_line"], ["product_uom_qty", "price_subtotal", "price_total"])
    assert "tax_totals" in spec and "partner_id" not in spec
    assert "price_subtotal" not in spec["order_line"]["fields"]


def test_totals_follow_a_quantity(form, order):
    state = FormState.of_record(form, order)
    row = state.values["order_line"][0]
    row.values["product_uom_qty"] = 10.0
    state.onchange_row("order_line", row, ["product_uom_qty"])
    assert row.values["price_subtotal"] == 1000.0
    assert state.values["tax_totals"]["total_amount_currency"] == 1500.0


def test_a_field_with_onchange_methods_is_compared_with_everything(form, order):
    state = FormState.of_record(form, order)
    spec, _risky = state._spec_within_reach(["fiscal_position_id"], None)
    assert spec.keys() == form.spec().keys()


@pytest.mark.parametrize("text", ["[]", "null", '{"r": {"order_line": [{"k": null}]}}', '{"o": {"order_line": 5}}', '{"r": 1}', "{"])
def test_a_state_that_was_tampered_with_is_refused_or_ignored(form, order, text):
    from core.exceptions import UserError

    state = FormState.of_record(form, order)
    try:
        state.load(text)
    except UserError:
        return
    assert quantities(state) == [1, 2, 3]
    assert json.loads(state.dump())["d"] == {}
