"""Search views: the domains that texts, chosen values, filters and periods mean."""

import datetime
from types import SimpleNamespace

import pytest
from lxml import etree

from core.base import clock
from core.views.search import (
    compile_search, conjunction, conjunction_text, day_domain, disjunction, evaluate, filter_domain, period_domain, period_options,
)

FIELDS = {
    "name": {"type": "char", "string": "Name"}, "partner_id": {"type": "many2one", "string": "Customer", "relation": "res.partner"},
    "amount": {"type": "float", "string": "Amount"}, "date": {"type": "datetime", "string": "Date"},
    "tag_ids": {"type": "many2many", "string": "Tags", "relation": "tag"},
    "state": {"type": "selection", "string": "Status", "selection": [("draft", "Quotation"), ("sale", "Sales Order")]},
}
ARCH = """<search>
    <field name="name" filter_domain="['|', ('name', 'ilike', self), ('ref', '=', self)]"/>
    <field name="partner_id" operator="child_of"/>
    <field name="amount"/>
    <field name="state"/>
    <field name="tag_ids"/>
    <field name="unknown"/>
    <filter name="draft" string="Draft" domain="[('state', '=', 'draft')]"/>
    <filter name="sale" string="Sales" domain="[('state', '=', 'sale')]"/>
    <separator/>
    <filter name="mine" string="Mine" domain="[('user_id', '=', uid)]"/>
    <filter name="when" string="Date" date="date" default_period="month,year-1"/>
    <group><filter name="by_state" string="Status" context="{'group_by': 'state'}"/></group>
    <searchpanel><field name="partner_id" select="multi"/><field name="name"/></searchpanel>
</search>"""
ENV = SimpleNamespace(uid=7, context={"tz": "Asia/Ho_Chi_Minh"}, companies=SimpleNamespace(ids=[1]), user=SimpleNamespace(tz="UTC"))


def search():
    return compile_search(FIELDS, etree.fromstring(ARCH))


@pytest.fixture
def today(monkeypatch):
    """It is 15 February 2026."""
    monkeypatch.setattr(clock, "today", lambda *args: datetime.date(2026, 2, 15))


def test_text_is_looked_up_in_the_field_by_its_kind():
    fields = search()
    assert fields.field_named("name").domain("S001") == ["|", ("name", "ilike", "S001"), ("ref", "=", "S001")]
    assert fields.field_named("partner_id").domain("mai") == [("partner_id", "child_of", "mai")]
    assert fields.field_named("state").domain("order") == [("state", "in", ["sale"])]
    assert fields.field_named("amount").domain("1,5") == [("amount", "=", 1.5)]


def test_text_that_cannot_be_meant_for_the_field_finds_nothing():
    assert search().field_named("amount").domain("abc") is None
    assert search().field_named("state").domain("zzz") is None


def test_a_chosen_value_is_compared_itself():
    fields = search()
    assert fields.field_named("partner_id").value_domain(12, "Mai") == [("partner_id", "child_of", 12)]
    assert fields.field_named("tag_ids").value_domain(3, "VIP") == [("tag_ids", "in", [3])]
    assert fields.field_named("name").value_domain("S1", "S1") == ["|", ("name", "ilike", "S1"), ("ref", "=", "S1")]


def test_a_filter_may_speak_of_the_user():
    assert filter_domain(search().filter_named("mine"), ENV) == [("user_id", "=", 7)]


def test_groupings_are_no_filters_and_panels_hold_relations_only():
    compiled = search()
    assert [one.name for one in compiled.groupings] == ["by_state"]
    assert compiled.groupings[0].group_by == "state"
    assert [(each.name, each.select) for each in compiled.panel] == [("partner_id", "multi")]


def test_joining_closes_implicit_ands():
    two = [("a", "=", 1), ("b", "=", 2)]
    assert disjunction([two, [("c", "=", 3)]]) == ["|", "&", ("a", "=", 1), ("b", "=", 2), ("c", "=", 3)]
    assert conjunction([two, []]) == ["&", ("a", "=", 1), ("b", "=", 2)]


def test_an_alternative_that_always_holds_makes_the_whole_hold():
    assert disjunction([[("a", "=", 1)], []]) == []


def test_a_saved_domain_keeps_what_depends_on_user_and_day(today):
    text = conjunction_text([
        ("[('user_id', '=', uid), ('active', '=', True)]", [("user_id", "=", 7), ("active", "=", True)]),
        ("", ["|", ("name", "ilike", "it's"), ("ref", "=", "x")]),
        ("[('date', '<', context_today().strftime('%Y-%m-%d'))]", [("date", "<", "2026-02-15")]),
    ])

    assert "uid" in text and "context_today" in text
    assert evaluate(text, {"uid": 9}) == [
        "&", "&", "&", ("user_id", "=", 9), ("active", "=", True), "|", ("name", "ilike", "it's"), ("ref", "=", "x"), ("date", "<", "2026-02-15"),
    ]


# -- periods ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("periods", "spans"), [
    (["month"], [("2026-02-01", "2026-03-01")]),
    (["month-2"], [("2025-12-01", "2026-01-01")]),
    (["fourth_quarter"], [("2026-10-01", "2027-01-01")]),
    (["year"], [("2026-01-01", "2027-01-01")]),
    (["month", "year-1"], [("2025-02-01", "2025-03-01")]),
    (["first_quarter", "year", "year-1"], [("2025-01-01", "2025-04-01"), ("2026-01-01", "2026-04-01")]),
])
def test_months_and_quarters_are_looked_for_in_the_chosen_years(today, periods, spans):
    expected = disjunction([[("date", ">=", start), ("date", "<", end)] for start, end in spans])
    assert period_domain("date", "date", periods) == expected


def test_a_day_of_the_user_is_a_span_of_moments():
    day = datetime.date(2026, 3, 5)
    assert day_domain("at", "datetime", "=", day, "Asia/Ho_Chi_Minh") == [("at", ">=", "2026-03-04 17:00:00"), ("at", "<", "2026-03-05 17:00:00")]
    assert day_domain("on", "date", "<=", day) == [("on", "<", "2026-03-06")]
    assert day_domain("on", "date", ">", day) == [("on", ">=", "2026-03-06")]


def test_a_date_filter_offers_three_months_the_quarters_and_three_years(today):
    months, quarters, years = period_options()
    assert [name for name, _label in months] == ["month", "month-1", "month-2"]
    assert [label for _name, label in months] == ["February", "January", "December"]
    assert len(quarters) == 4
    assert [label for _name, label in years] == ["2026", "2025", "2024"]


def test_ticking_a_date_filter_takes_the_periods_of_the_view(today):
    assert search().filter_named("when").default_periods() == ["month", "year-1"]
    assert filter_domain(search().filter_named("when"), ENV) == ["&", ("date", ">=", "2025-01-31 17:00:00"), ("date", "<", "2025-02-28 17:00:00")]
