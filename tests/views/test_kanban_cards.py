"""Cards: what a template of either generation draws for a record."""

from types import SimpleNamespace

import pytest
from lxml import etree

import core
from core.orm.environment import Environment
from core.orm.registry import Registry
from core.views import compile_view
from core.views.kanban import KanbanCards


def cards_of(env, arch, model="res.partner"):
    view = compile_view(env, model, etree.fromstring(arch))
    return view, KanbanCards(view, env, SimpleNamespace(uid="", refusals=lambda S, method: None, record_url=lambda *a: "/app/x"), href="/app/{}".format)


def drawn(env, arch, record):
    return str(cards_of(env, arch, record._name)[1].draw(record)[record.id])


@pytest.fixture
def env(small_database):
    """The superuser's environment in a transaction that is rolled back; cards need no business addon."""
    with Registry.get(small_database).cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()


@pytest.fixture
def partner(env):
    return env["res.partner"].create({"name": "Nguyễn <b>An</b>", "email": "an@example.com", "color": 3, "comment": False})


def test_a_card_shows_values_and_asks_raw_ones(env, partner):
    html = drawn(env, """<kanban><field name="color"/><templates><t t-name="card" class="flex-row">
        <field name="name" class="fw-bold"/>
        <b t-if="record.color.raw_value === 3">three</b><b t-else="">other</b>
        <i t-att-class="{'hot': record.color.raw_value &gt; 2, 'cold': record.color.raw_value &lt; 2}"/>
        <span t-esc="record.email.value"/></t></templates></kanban>""", partner)

    assert '<article class="o-k flex-row"' in html
    assert '<span class="fw-bold">Nguyễn &lt;b&gt;An&lt;/b&gt;</span>' in html
    assert "three" in html and "other" not in html
    assert '<i class="hot">' in html


def test_the_older_template_is_drawn_too(env, partner):
    html = drawn(env, """<kanban><field name="name"/><field name="email"/><templates>
        <t t-name="kanban-menu"><a type="edit" class="dropdown-item">Edit</a><a type="delete">Delete</a></t>
        <t t-name="kanban-box"><div t-attf-class="oe_kanban_global_click {{ record.email.raw_value ? 'mail' : '' }}">
        <img t-att-src="kanban_image('res.partner', 'avatar_128', record.id.raw_value)"/><t t-esc="record.name.value"/></div></t>
        </templates></kanban>""", partner)

    assert 'class="oe_kanban_global_click mail"' in html
    assert f"/web/image/res.partner/{partner.id}/avatar_128" in html
    assert f'value="row.{partner.id}.card:delete"' in html
    assert 'href="/app/x"' in html


def test_landmarks_of_a_page_become_boxes_and_scripts_are_left_out(env, partner):
    html = drawn(env, """<kanban><templates><t t-name="card"><main onclick="x()" t-on-click="() => 1" style="color:red">A</main><footer>B</footer>
        </t></templates></kanban>""", partner)

    assert "<main" not in html and '<div class="o-k-main">A</div>' in html and '<div class="o-k-footer">B</div>' in html
    assert "onclick" not in html and "style" not in html and "t-on" not in html


def test_buttons_belong_to_their_card_and_obey_their_condition(env, partner):
    arch = """<kanban><field name="color"/><templates><t t-name="card">
        <button name="action_archive" type="object" class="btn btn-primary" invisible="color == 3">Hidden</button>
        <button name="action_unarchive" type="object" class="btn btn-primary" confirm="Sure?">Shown</button></t></templates></kanban>"""
    view, cards = cards_of(env, arch)
    html = str(cards.draw(partner)[partner.id])

    assert "Hidden" not in html
    assert f'value="row.{partner.id}.button:action_unarchive"' in html and 'data-confirm="Sure?"' in html
    assert {button.method for button in view.buttons} == {"action_archive", "action_unarchive"}


def test_a_card_carries_its_colour_and_offers_others(env, partner):
    html = drawn(env, """<kanban><templates><t t-name="menu"><field name="color" widget="kanban_color_picker"/></t>
        <t t-name="card"><field name="name"/></t></templates></kanban>""", partner)

    assert "o-k-colour o-hue-3" in html
    assert html.count(f'value="colour:{partner.id}:') == 12


def test_a_number_shown_is_compared_as_a_number(env, partner):
    html = drawn(env, """<kanban><field name="color"/><templates><t t-name="card"><b t-if="record.color.value &gt; 2">more</b></t></templates></kanban>""", partner)

    assert "more" in html


def test_an_expression_nobody_can_translate_is_left_out(env, partner, caplog):
    html = drawn(env, """<kanban><templates><t t-name="card"><b t-if="luxon.DateTime.now() =&gt; 1">x</b><field name="email"/></t></templates></kanban>""", partner)

    assert "<b>" not in html and "an@example.com" in html
    assert "left out" in caplog.text


def test_the_bar_over_a_column_is_described(env):
    view, _cards = cards_of(env, """<kanban default_group_by="parent_id" limit="7"><progressbar field="type" colors='{"contact": "success"}' sum_field="color"/>
        <templates><t t-name="card"><field name="name"/></t></templates></kanban>""")

    assert (view.progressbar.name, view.progressbar.colours, view.progressbar.sum_field) == ("type", {"contact": "success"}, "color")
    assert (view.default_group_by, view.limit) == ("parent_id", 7)
