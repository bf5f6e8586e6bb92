"""Cards over HTTP: columns, moves that write or are refused, new cards, colours, hostile input."""

import html
import re
from urllib.parse import quote

import pytest


@pytest.fixture(scope="module")
def board(web_database):
    """The address of the contacts as cards; three of them, of two kinds, below one company."""
    import core
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    with Registry.get(web_database).cursor() as cr:
        env = Environment(cr, core.SUPERUSER_ID, {})
        company = env["res.partner"].create({"name": "Card company", "is_company": True})
        env["res.partner"].create([
            {"name": "Card An", "type": "contact", "parent_id": company.id}, {"name": "Card Bình", "type": "contact"},
            {"name": "Card <b>Chi</b>", "type": "invoice"},
        ])
        slug = env["ir.actions.act_window"]._web_slugs()[1][env.ref("base.action_partner_form").id]
    return f"/app/{slug}?s=1&view=kanban&q=Card"


def columns(page):
    """Column → names of its cards."""
    return {
        html.unescape(path): [html.unescape(name) for name in re.findall(r'class="o-k-open" href="[^"]*" aria-label="([^"]*)"', body)]
        for path, body in re.findall(r'data-column="([^"]*)"(.*?)</section>', page.text, re.DOTALL)
    }


def partner(committed, name):
    return committed(lambda env: env["res.partner"].search([("name", "=", name)]).id)


def test_cards_without_columns_have_pages(signed_in, board):
    page = signed_in.get(board + "&size=20")
    assert page.text.count('class="o-k ') == 4 and "1–4 / 4" in page.text
    assert "<b>Chi" not in page.text and "&lt;b&gt;Chi" in page.text


def test_every_value_of_a_selection_is_a_column(signed_in, board):
    found = columns(signed_in.get(board + "&group=type"))
    assert list(found) == ["contact", "invoice", "delivery", "other"]
    assert sorted(found["contact"]) == ["Card Bình", "Card company", "Card company, Card An"]
    assert len(found["invoice"]) == 1 and found["other"] == []


def test_a_dropped_card_writes_the_field(signed_in, committed, board):
    card = partner(committed, "Card Bình")
    assert signed_in.post(board + "&group=type", {"__action": f"move:{card}:delivery"}).status_code == 303
    assert committed(lambda env: env["res.partner"].browse(card).type) == "delivery"

    company = partner(committed, "Card company")
    signed_in.post(board + "&group=parent_id", {"__action": f"move:{card}:{company}"})
    assert committed(lambda env: env["res.partner"].browse(card).parent_id.id) == company
    signed_in.post(board + "&group=parent_id", {"__action": f"move:{card}:false"})
    assert not committed(lambda env: env["res.partner"].browse(card).parent_id)


def test_a_refused_move_says_why_and_changes_nothing(signed_in, committed, board):
    company, child = partner(committed, "Card company"), partner(committed, "Card An")
    answer = signed_in.post(board + "&group=parent_id", {"__action": f"move:{company}:{child}"})
    assert answer.status_code == 422 and 'role="alert"' in answer.text
    assert not committed(lambda env: env["res.partner"].browse(company).parent_id)


@pytest.mark.parametrize("action", [
    "move:1", "move:x:y", "move:1:no-such-type", "move:99999999:contact", "colour:1:99", "colour:x:1", "create:x", "create:2026-99-99", "row.1.card:nothing", "row.1.button:unlink",
    "row.1.action:1", "move::", "create:",
])
def test_what_cards_do_not_offer_is_refused(signed_in, board, action):
    answer = signed_in.post(board + "&group=type", {"__action": action})
    assert answer.status_code == 422, answer.status_code
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("query", ["group=create_date:month", "group=category_id", "group=parent_id&fold=../x", "group=type&at=contact:99999999", "group=no", "page=-3"])
def test_a_hostile_address_shows_cards(signed_in, board, query):
    assert signed_in.get(f"{board}&{query}").status_code == 200


def test_a_column_has_more_when_asked(signed_in, committed, board):
    committed(lambda env: env["res.partner"].create([{"name": f"Many {number:02}", "type": "other"} for number in range(45)]))
    address = board.replace("q=Card", f"q={quote('Many')}") + "&group=type"
    first = signed_in.get(address)
    assert len(columns(first)["other"]) == 40 and "Show more (5)" in first.text
    assert len(columns(signed_in.get(address + "&at=other:2"))["other"]) == 45


def test_a_card_is_archived_from_its_column(signed_in, committed, board):
    card = committed(lambda env: env["res.partner"].create({"name": "Card to archive"}).id)
    assert signed_in.post(board, {"__action": f"row.{card}.card:archive"}).status_code == 303
    assert not committed(lambda env: env["res.partner"].browse(card).active)


# -- bars, sums, quick creation, colours -------------------------------------------------------------------------------

ARCH = """<kanban on_create="quick_create" default_group_by="type" highlight_color="color">
    <field name="active"/><progressbar field="is_company" colors='{"true": "success", "false": "warning"}' sum_field="color"/>
    <templates><t t-name="menu"><field name="color" widget="kanban_color_picker"/></t><t t-name="card"><field name="name"/></t></templates></kanban>"""


@pytest.fixture(scope="module")
def own_board(web_database):
    """An action with a kanban view of its own: six partners of two types, with colours as numbers to add up."""
    import core
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    with Registry.get(web_database).cursor() as cr:
        env = Environment(cr, core.SUPERUSER_ID, {})
        view = env["ir.ui.view"].create({"name": "own board", "model": "res.partner", "type": "kanban", "arch": ARCH})
        action = env["ir.actions.act_window"].create({
            "name": "Own board", "res_model": "res.partner", "view_mode": "kanban,list,form", "domain": "[('ref', '=', 'own')]",
            "view_ids": [(0, 0, {"view_mode": "kanban", "view_id": view.id}), (0, 0, {"view_mode": "list"})]})
        env["res.partner"].create([
            {"name": f"Own {number}", "ref": "own", "color": number, "is_company": number < 2, "type": "contact" if number < 4 else "other"}
            for number in range(6)])
        return f"/app/{env['ir.actions.act_window']._web_slugs()[1][action.id]}"


def test_a_column_has_a_bar_and_a_sum(signed_in, own_board):
    page = signed_in.get(own_board).text
    contacts = page.partition('data-column="contact"')[2].partition("</section>")[0]
    assert 'class="o-column-sum">6<' in contacts
    assert re.findall(r'class="o-bar-(\w+) [^"]*" title="([^"]*)"', contacts) == [
        ("warning", "Is a Company: No: 2"), ("success", "Is a Company: Yes: 2")]


def test_a_new_card_takes_the_value_of_its_column(signed_in, committed, own_board):
    assert signed_in.post(own_board, {"__action": "create:other", "__name:other": "Quick one"}).status_code == 303
    assert committed(lambda env: env["res.partner"].search([("name", "=", "Quick one")]).type) == "other"
    assert "Give the new card a name" in signed_in.post(own_board, {"__action": "create:other", "__name:other": " "}).text


def test_a_card_gets_another_colour(signed_in, committed, own_board):
    card = partner(committed, "Own 0")
    assert signed_in.post(own_board, {"__action": f"colour:{card}:9"}).status_code == 303
    assert committed(lambda env: env["res.partner"].browse(card).color) == 9
    assert "o-hue-9" in signed_in.get(own_board).text
    assert signed_in.post(own_board, {"__action": f"colour:{card}:99"}).status_code == 422


def test_the_switch_goes_to_the_list_and_back(signed_in, own_board):
    assert 'id="board"' in signed_in.get(own_board).text
    assert 'id="list"' in signed_in.get(f"{own_board}?view=list").text
