"""Search views: the domain that a choice of filters and a text mean."""

from types import SimpleNamespace

from lxml import etree

from core.views.search import _and, _or, compile_search

FIELDS = {
    "name": {"type": "char", "string": "Name"}, "partner_id": {"type": "many2one", "string": "Customer"},
    "amount": {"type": "float", "string": "Amount"},
    "state": {"type": "selection", "string": "Status", "selection": [("draft", "Quotation"), ("sale", "Sales Order")]},
}
ARCH = """<search>
    <field name="name" filter_domain="['|', ('name', 'ilike', self), ('ref', '=', self)]"/>
    <field name="partner_id" operator="child_of"/>
    <field name="amount"/>
    <field name="state"/>
    <field name="unknown"/>
    <filter name="draft" string="Draft" domain="[('state', '=', 'draft')]"/>
    <filter name="sale" string="Sales" domain="[('state', '=', 'sale')]"/>
    <separator/>
    <filter name="mine" string="Mine" domain="[('user_id', '=', uid)]"/>
    <group><filter name="by_state" string="Status" context="{'group_by': 'state'}"/></group>
</search>"""
ENV = SimpleNamespace(uid=7, context={}, companies=SimpleNamespace(ids=[1]))


def search():
    return compile_search(FIELDS, etree.fromstring(ARCH))


def test_filters_of_one_group_are_alternatives_and_groups_add_up():
    assert search().domain("", "", ["draft", "sale", "mine"], ENV) == [
        "&", "|", ("state", "=", "draft"), ("state", "=", "sale"), ("user_id", "=", 7),
    ]


def test_text_is_looked_up_in_the_chosen_field():
    assert search().domain("S001", "name", [], ENV) == ["|", ("name", "ilike", "S001"), ("ref", "=", "S001")]
    assert search().domain("mai", "partner_id", [], ENV) == [("partner_id", "child_of", "mai")]
    assert search().domain("order", "state", [], ENV) == [("state", "in", ["sale"])]
    assert search().domain("1,5", "amount", [], ENV) == [("amount", "=", 1.5)]


def test_text_that_cannot_be_meant_for_the_field_finds_nothing():
    assert search().domain("abc", "amount", [], ENV) == [(0, "=", 1)]


def test_groupings_are_no_filters():
    assert [one.name for one in search().groupings] == ["by_state"]
    assert search().groupings[0].group_by == "state"


def test_joining_closes_implicit_ands():
    two = [("a", "=", 1), ("b", "=", 2)]
    assert _or([two, [("c", "=", 3)]]) == ["|", "&", ("a", "=", 1), ("b", "=", 2), ("c", "=", 3)]
    assert _and([two, []]) == ["&", ("a", "=", 1), ("b", "=", 2)]
