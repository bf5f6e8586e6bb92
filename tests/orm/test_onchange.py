"""Onchange: what a form is told when one of its fields is edited."""

from __future__ import annotations

from typing import Any

import pytest
from query_case import env, world  # noqa: F401 – fixtures

LINE = {"name": {}, "quantity": {}, "price": {}, "subtotal": {}}
ORDER = {"name": {}, "person_id": {"fields": {"display_name": {}}}, "country_id": {}, "code": {}, "total": {},
         "line_ids": {"fields": LINE}}


@pytest.fixture
def ann(env: Any) -> Any:  # noqa: F811
    country = env["test.country"].create({"name": "Vietnam", "code": "VN"})
    return env["test.person"].create({"name": "Ann", "code": "A1", "country_id": country.id})


@pytest.fixture
def order(ann: Any) -> Any:
    return ann.env["test.order"].create({"person_id": ann.id, "line_ids": [
        (0, 0, {"name": "ink", "price": 2, "quantity": 3}), (0, 0, {"name": "pen", "price": 2, "quantity": 5})]})


def test_a_new_form_is_filled_with_defaults(ann: Any) -> None:
    orders = ann.env["test.order"].with_context(default_person_id=ann.id)
    value = orders.onchange({}, [], ORDER)["value"]
    assert value == {
        "name": "New", "person_id": {"id": ann.id, "display_name": "Ann"}, "country_id": ann.country_id.id, "code": "A1",
        "total": 0.0, "line_ids": [],
    }


def test_editing_a_field_changes_what_depends_on_it(ann: Any) -> None:
    answer = ann.env["test.order"].onchange({"name": "New", "person_id": ann.id, "line_ids": []}, ["person_id"], ORDER)
    assert answer == {"value": {"country_id": ann.country_id.id, "code": "A1"}}


def test_a_warning(ann: Any) -> None:
    ann.vip = True
    answer = ann.env["test.order"].onchange({"name": "New", "person_id": ann.id}, ["person_id"], ORDER)
    assert answer["warning"] == {"title": "VIP", "message": "Be polite.", "type": "dialog"}


def test_nothing_is_saved(order: Any) -> None:
    other = order.person_id.copy({"name": "Bob", "code": "B2", "country_id": False})
    value = order.onchange({"person_id": other.id}, ["person_id"], ORDER)["value"]
    assert value == {"country_id": False, "code": "B2"}
    assert order.person_id.name == "Ann" and order.country_id


def test_editing_a_line_changes_the_total(order: Any) -> None:
    ink, _pen = order.line_ids
    value = order.onchange({"line_ids": [(1, ink.id, {"price": 10, "subtotal": 30})]}, ["line_ids"], ORDER)["value"]
    assert value == {"total": 40.0}
    assert order.onchange({"line_ids": [(2, ink.id, 0)]}, ["line_ids"], ORDER)["value"] == {"total": 10.0}
    added = (0, "virtual_1", {"name": "cup", "price": 1, "quantity": 1, "subtotal": 1})
    assert order.onchange({"line_ids": [added]}, ["line_ids"], ORDER)["value"] == {"total": 17.0}
    assert order.total == 16.0


def test_many_lines_do_not_mean_many_statements(order: Any) -> None:
    order.line_ids = [(0, 0, {"name": f"line {number}", "price": number}) for number in range(30)]
    order.env.invalidate_all()
    before = order.env.cr.sql_log_count
    order.onchange({"name": "SO2"}, ["name"], ORDER)
    assert order.env.cr.sql_log_count - before <= 6


def test_a_line_sees_the_form_it_belongs_to(ann: Any) -> None:
    lines = ann.env["test.order.line"]
    parent = {"id": False, "person_id": ann.id, "state": "done"}
    assert lines.onchange({"order_id": parent}, [], {**LINE, "order_state": {}})["value"]["order_state"] == "done"
    value = lines.onchange({"order_id": parent, "name": "pen", "quantity": 4, "price": 0, "subtotal": 0}, ["name"], LINE)["value"]
    assert value == {"price": 2.5, "subtotal": 10.0}


def test_an_unknown_field_is_refused(order: Any) -> None:
    with pytest.raises(ValueError, match="nothing"):
        order.onchange({}, ["nothing"], ORDER)


class TestWebApi:
    def test_web_read_follows_the_specification(self, order: Any) -> None:
        row, = order.web_read({"name": {}, "person_id": {"fields": {"display_name": {}, "code": {}}}, "country_id": {},
                               "line_ids": {"fields": {"name": {}}, "order": "name desc", "limit": 1}})
        ink, pen = order.line_ids
        assert row == {
            "id": order.id, "name": "New", "person_id": {"id": order.person_id.id, "display_name": "Ann", "code": "A1"},
            "country_id": order.country_id.id, "line_ids": [{"id": pen.id, "name": "pen"}, {"id": ink.id}],
        }

    def test_web_search_read_counts_what_is_not_on_the_page(self, order: Any) -> None:
        order.copy()
        page = order.browse().web_search_read([], {"name": {}}, limit=1)
        assert page["length"] == 2 and len(page["records"]) == 1
        assert order.web_search_read([], {"name": {}}, limit=1, count_limit=1)["length"] == 1
        assert order.web_search_read([], {"name": {}}, offset=1)["length"] == 2

    def test_web_save_creates_writes_and_reads_back(self, ann: Any) -> None:
        row, = ann.env["test.order"].web_save({"person_id": ann.id}, ORDER)
        order = ann.env["test.order"].browse(row["id"])
        assert row["code"] is False and row["country_id"] == ann.country_id.id
        line = (0, 0, {"name": "pen", "price": 2})
        assert order.web_save({"name": "SO1", "line_ids": [line]}, {"name": {}, "total": {}}) == [
            {"id": order.id, "name": "SO1", "total": 2.0}]
