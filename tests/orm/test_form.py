"""The ``Form`` test helper: it lets through what the web client would, and nothing else."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from query_case import env, world  # noqa: F401 – fixtures

from core.testing.form import Form


@pytest.fixture
def ann(env: Any) -> Any:  # noqa: F811
    country = env["test.country"].create({"name": "Vietnam", "code": "VN"})
    return env["test.person"].create({"name": "Ann", "code": "A1", "country_id": country.id})


@pytest.fixture
def order(ann: Any) -> Any:
    return ann.env["test.order"].create({"person_id": ann.id, "line_ids": [
        (0, 0, {"name": "ink", "price": 2, "quantity": 3}), (0, 0, {"name": "cup", "price": 2, "quantity": 5})]})


def test_create_with_lines(ann: Any) -> None:
    with Form(ann.env["test.order"]) as form:
        assert form.name == "New" and form.state == "draft" and not form.person_id
        form.person_id = ann
        assert form.country_id == ann.country_id and form.code == "A1"
        with form.line_ids.new() as line:
            assert line.name == "A1" and line.quantity == 1
            line.name = "pen"
            assert line.price == 2.5
            line.quantity = 4
            assert line.subtotal == 10
        assert form.total == 10 and len(form.line_ids) == 1
    order = form.record
    assert order.person_id == ann and order.total == 10 and order.line_ids.name == "pen"
    assert not order.code, "a readonly field is not saved"


def test_edit_remove_and_add_lines(order: Any) -> None:
    form = Form(order)
    with form.line_ids.edit(0) as line:
        line.price = 10
    assert form.total == 40
    form.line_ids.remove(1)
    assert form.total == 30
    with form.line_ids.new() as line:
        line.name = "new"
        line.price = 1
    assert order.total == 16
    form.save()
    assert order.total == 31 and order.line_ids.mapped("name") == ["ink", "new"]


def test_only_what_changed_is_written(order: Any) -> None:
    written: list[dict] = []
    model = type(order)
    original = model.write
    model.write = lambda self, values: written.append(dict(values)) or original(self, values)
    try:
        with Form(order) as form:
            form.name = "SO7"
        Form(order).save()
    finally:
        del model.write
    assert written == [{"name": "SO7"}]


def test_many2many_fields(order: Any) -> None:
    red, green = order.env["test.tag"].create([{"name": "red"}, {"name": "green"}])
    with Form(order) as form:
        form.tag_ids.add(red)
        form.tag_ids.add(green)
        form.tag_ids.remove(id=red.id)
        assert list(form.tag_ids) == [green] and form.tag_ids[:] == green
        with form.line_ids.edit(0) as line:
            line.tag_ids.set(red + green)
    assert order.tag_ids == green and order.line_ids[0].tag_ids == red + green
    with Form(order) as form:
        form.tag_ids.clear()
    assert not order.tag_ids


def test_readonly_and_invisible_fields_cannot_be_written(order: Any) -> None:
    form = Form(order)
    with pytest.raises(AssertionError, match="readonly field 'state'"):
        form.state = "done"
    with pytest.raises(AssertionError, match="readonly field 'code'"):
        form.code = "x"
    order.state = "done"
    with pytest.raises(AssertionError, match="readonly field 'person_id'"):
        Form(order).person_id = order.person_id.browse()
    empty = Form(order.env["test.order"])
    with pytest.raises(AssertionError, match="invisible field 'country_id'"):
        empty.country_id = order.country_id


def test_modifiers_of_lines_look_at_the_parent(order: Any) -> None:
    order.code = "FIX"
    with Form(order).line_ids.edit(0) as line, pytest.raises(AssertionError, match="readonly field 'price'"):
        line.price = 3


def test_required_fields_must_be_filled(ann: Any) -> None:
    form = Form(ann.env["test.order"])
    with pytest.raises(AssertionError, match="person_id is a required field"):
        form.save()
    form.person_id = ann
    line = form.line_ids.new()
    line.name = False
    with pytest.raises(AssertionError, match="name is a required field"):
        line.save()


def test_a_field_outside_the_view_is_not_there(order: Any) -> None:
    with pytest.raises(AssertionError, match="not found in the view"):
        Form(order).create_uid
    with pytest.raises(AssertionError, match="takes a record of test.person"):
        Form(order).person_id = order.country_id
    with pytest.raises(AssertionError, match=r"use line_ids.new\(\)"):
        Form(order).line_ids = order.line_ids


def test_a_warning_is_logged(ann: Any, caplog: Any) -> None:
    ann.vip = True
    with caplog.at_level(logging.WARNING):
        Form(ann.env["test.order"]).person_id = ann
    assert "Be polite." in caplog.text


def test_an_abandoned_line_leaves_the_form_alone(order: Any) -> None:
    form = Form(order)
    line = form.line_ids.edit(0)
    line.price = 100
    assert form.total == 16 and form.line_ids[0]["price"] == 2
    assert form.id == order.id and [values["name"] for values in form.line_ids._records] == ["ink", "cup"]
