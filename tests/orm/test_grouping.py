"""Grouping and aggregating: ``_read_group`` and ``read_group``."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from query_case import env, world  # noqa: F401 – fixtures

from core.base.errors import AccessError


@pytest.fixture
def people(env: Any) -> Any:  # noqa: F811
    vietnam, france = env["test.country"].create([{"name": "Vietnam", "code": "VN"}, {"name": "France", "code": "FR"}])
    red, green = env["test.tag"].create([{"name": "red"}, {"name": "green"}])
    return env["test.person"].create([
        {"name": "A", "country_id": vietnam.id, "rank": 10, "credit": 1.5, "vip": True, "kind": "a",
         "birth": "2026-01-31", "seen": "2026-01-31 20:00:00", "tag_ids": [(6, 0, [red.id, green.id])]},
        {"name": "B", "country_id": vietnam.id, "rank": 20, "credit": 2.5, "kind": "b",
         "birth": "2026-02-01", "seen": "2026-02-01 08:00:00", "tag_ids": [(6, 0, [red.id])]},
        {"name": "C", "country_id": france.id, "rank": 30, "birth": "2026-02-03", "kind": "a"},
        {"name": "D"},
    ])


def test_totals_without_groups(people: Any) -> None:
    assert people._read_group([], [], ["__count", "rank:sum", "credit:avg", "rank:max", "birth:min"]) == [
        (4, 60, 1.0, 30, datetime.date(2026, 1, 31))]


def test_totals_of_nothing(people: Any) -> None:
    assert people._read_group([("id", "in", [])], [], ["__count", "rank:sum", "id:recordset", "rank:array_agg"]) == [
        (0, False, people.browse(), [])]
    assert people._read_group([("rank", ">", 1000)], ["kind"], ["__count"]) == []


def test_many2one_groups_are_records_in_their_order(people: Any) -> None:
    groups = people._read_group([], ["country_id"], ["rank:sum", "id:recordset"])
    assert [(country.code, total, len(records)) for country, total, records in groups] == [
        ("FR", 30, 1), ("VN", 30, 2), (False, 0, 1)]
    assert groups[1][2] == people[:2]


def test_selection_boolean_and_number_groups(people: Any) -> None:
    assert people._read_group([], ["kind"], ["__count"]) == [("a", 2), ("b", 1), (False, 1)]
    assert people._read_group([], ["vip"], ["__count"]) == [(False, 3), (True, 1)]


def test_many2many_groups_count_a_record_in_each(people: Any) -> None:
    groups = people._read_group([], ["tag_ids"], ["__count"], order="tag_ids")
    assert [(tag.name, count) for tag, count in groups] == [("red", 2), ("green", 1), (False, 2)]


def test_groups_along_a_path(people: Any) -> None:
    assert people._read_group([], ["country_id.code"], ["__count"]) == [("FR", 1), ("VN", 2), (False, 1)]
    assert people._read_group([], ["country_code"], ["__count"]) == [("FR", 1), ("VN", 2), (False, 1)]


def test_periods_of_dates(people: Any) -> None:
    day = datetime.date
    assert people._read_group([("birth", "!=", False)], ["birth:month"], ["__count"]) == [
        (day(2026, 1, 1), 1), (day(2026, 2, 1), 2)]
    assert people._read_group([("birth", "!=", False)], ["birth:year"], ["__count"]) == [(day(2026, 1, 1), 3)]
    assert people._read_group([("birth", "!=", False)], ["birth:month_number"], ["__count"]) == [(1, 1), (2, 2)]


def test_weeks_begin_as_the_language_says(people: Any) -> None:
    # 2026-02-01 is a Sunday: the first day of a week in English, the last in Vietnamese.
    sunday, monday = datetime.date(2026, 2, 1), datetime.date(2026, 1, 26)
    domain = [("birth", "=", sunday)]
    assert people._read_group(domain, ["birth:week"], ["__count"]) == [(sunday, 1)]
    assert people.with_context(lang="vi_VN")._read_group(domain, ["birth:week"], ["__count"]) == [(monday, 1)]


def test_periods_of_datetimes_are_the_users(people: Any) -> None:
    domain = [("seen", "!=", False)]
    hanoi = people.with_context(tz="Asia/Ho_Chi_Minh")  # 20:00 UTC is 03:00 of the next day
    assert people._read_group(domain, ["seen:day"], ["__count"]) == [
        (datetime.datetime(2026, 1, 31), 1), (datetime.datetime(2026, 2, 1), 1)]
    assert hanoi._read_group(domain, ["seen:day"], ["__count"]) == [(datetime.datetime(2026, 2, 1), 2)]


def test_having_order_limit_and_offset(people: Any) -> None:
    assert [country.code for country, in people._read_group([], ["country_id"], having=[("__count", ">", 1)])] == ["VN"]
    kinds = people._read_group([], ["kind"], ["rank:sum"], order="rank:sum desc, kind", limit=2)
    assert kinds == [("a", 40), ("b", 20)]
    assert people._read_group([], ["kind"], ["rank:sum"], order="rank:sum desc", limit=1, offset=1) == [("b", 20)]
    assert people._read_group([], ["kind"], [], having=["|", ("rank:max", "=", 20), ("rank:sum", "in", [40])],
                              order="kind") == [("a",), ("b",)]


def test_aggregates(people: Any) -> None:
    row = people._read_group([("country_id.code", "=", "VN")], [], [
        "name:array_agg", "country_id:recordset", "country_id:count_distinct", "kind:count", "vip:bool_or", "vip:bool_and",
    ])[0]
    assert row == (["A", "B"], people[0].country_id, 1, 2, True, False)


def test_amounts_in_several_currencies_are_summed_in_the_companys(people: Any) -> None:
    env = people.env  # noqa: F811
    dong, dollar = env["res.currency"].create([{"name": "VND"}, {"name": "USD"}])
    env.company.currency_id = dong
    env["res.currency.rate"].create([
        {"currency_id": dong.id, "name": "2020-01-01", "rate": 25_000}, {"currency_id": dollar.id, "name": "2020-01-01", "rate": 1},
        {"currency_id": dollar.id, "name": "2999-01-01", "rate": 7},
    ])
    people[0].write({"debt": 50_000, "currency_id": dong.id})
    people[1].write({"debt": 2, "currency_id": dollar.id})
    assert people._read_group([("vip", "=", True)], [], ["debt:sum_currency"]) == [(50_000.0,)]
    assert people._read_group([("rank", ">", 0)], [], ["debt:sum_currency"]) == [(100_000.0,)]


@pytest.mark.parametrize(("groupby", "aggregates", "part"), [
    (["nothing"], [], "nothing"), (["rank:month"], [], "no date"), (["birth:decade"], [], "decade"), ([], ["rank"], "rank"),
    ([], ["rank:median"], "median"), (["big"], [], "not stored"), (["order_ids"], [], "order_ids"),
    (["kind); DROP TABLE x"], [], "expected"), ([], ["rank:sum(x)"], "expected"),
])
def test_what_cannot_be_grouped_is_refused(people: Any, groupby: list, aggregates: list, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        people._read_group([], groupby, aggregates)


def test_a_field_of_another_group_cannot_be_aggregated(people: Any) -> None:
    with pytest.raises(AccessError):
        people.with_user(2)._read_group([], ["secret"], ["__count"])


def test_what_a_rule_hides_is_no_group(people: Any) -> None:
    rules = type(people.env["ir.rule"]).domains
    rules["test.country"] = [("code", "=", "VN")]
    rules["test.tag"] = [("name", "=", "red")]
    user = people.with_user(2)
    assert user._read_group([], ["country_id.code"], ["__count"]) == [("VN", 2), (False, 2)]
    assert [(tag.name, count) for tag, count in user._read_group([("rank", ">", 0)], ["tag_ids"], ["__count"])] == [
        ("red", 2), (False, 1)]
    assert user._read_group([("vip", "=", True)], ["vip", "country_id.code"], ["rank:sum"]) == [(True, "VN", 10)]


class TestReadGroup:
    def test_groups_as_dicts(self, people: Any) -> None:
        groups = people.read_group([("rank", ">", 0)], ["rank", "credit:avg"], ["country_id"])
        vietnam = people[0].country_id
        assert groups[1] == {
            "country_id": (vietnam.id, "Vietnam"), "country_id_count": 2, "rank": 30, "credit": 2.0,
            "__domain": ["&", ("country_id", "=", vietnam.id), ("rank", ">", 0)],
        }

    def test_periods_have_labels_ranges_and_domains(self, people: Any) -> None:
        group = people.read_group([("birth", "!=", False)], [], ["birth:month"])[1]
        assert group["birth:month"] == "February 2026" and group["birth_count"] == 2
        assert group["__range"] == {"birth:month": {"from": "2026-02-01", "to": "2026-03-01"}}
        assert people.search_count(group["__domain"]) == 2
        vietnamese = people.with_context(lang="vi_VN").read_group([("birth", "!=", False)], [], ["birth"])
        assert vietnamese[1]["birth"] == "tháng 2 năm 2026"

    def test_ranges_of_datetimes_are_utc(self, people: Any) -> None:
        group, = people.with_context(tz="Asia/Ho_Chi_Minh").read_group([("seen", "!=", False)], [], ["seen:day"])
        assert group["__range"]["seen:day"] == {"from": "2026-01-31 17:00:00", "to": "2026-02-01 17:00:00"}

    def test_lazy_groups_by_the_first_only(self, people: Any) -> None:
        groups = people.read_group([], ["rank"], ["kind", "country_id"])
        assert groups[0]["__context"] == {"group_by": ["country_id"]} and groups[0]["kind_count"] == 2
        eager = people.read_group([], ["rank"], ["kind", "country_id"], lazy=False)
        assert len(eager) == 4 and eager[0]["__count"] == 1 and "__context" not in eager[0]

    def test_order_by_an_aggregate(self, people: Any) -> None:
        groups = people.read_group([], ["rank"], ["kind"], orderby="rank desc", limit=1)
        assert groups[0]["kind"] == "a"
        assert people.read_group([], [], ["kind"], orderby="kind_count desc")[0]["kind"] == "a"

    def test_groups_without_records_are_shown_where_asked_for(self, people: Any) -> None:
        people.env["test.country"].create({"name": "Laos"})
        board = people.with_context(read_group_expand=True)
        groups = board.read_group([("vip", "=", True)], ["rank"], ["country_id"])
        assert [(group["country_id"][1], group["country_id_count"], group["rank"]) for group in groups] == [
            ("France", 0, False), ("Laos", 0, False), ("Vietnam", 1, 10)]
        assert board.search_count(groups[1]["__domain"]) == 0
        assert [group["kind"] for group in board.read_group([("rank", ">", 0)], [], ["kind"])] == ["a", "b", "c"]
        assert len(people.read_group([("vip", "=", True)], [], ["country_id"])) == 1

    def test_renamed_aggregates(self, people: Any) -> None:
        assert people.read_group([], ["best:max(rank)"], [])[0]["best"] == 30

    def test_web_read_group_tells_how_many_groups_there_are(self, people: Any) -> None:
        page = people.web_read_group([], ["rank"], ["kind"], limit=2)
        assert page["length"] == 3 and len(page["groups"]) == 2
