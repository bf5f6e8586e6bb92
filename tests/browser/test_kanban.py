"""Cards: columns, moved by mouse, menu and keyboard, refused with reasons; swiped on a phone."""

from __future__ import annotations

import pytest


def new_quotation(user, customer="Azure"):
    """The number of a new quotation."""
    user.open("/app/quotations/new")
    user.choose("partner_id", customer)
    user.save()
    return user.page.locator(".o-bar h1").inner_text().strip()


def card(user, number):
    return user.page.locator(".o-k", has_text=number)


def column_of(user, number):
    return card(user, number).locator("xpath=ancestor::section").get_attribute("data-column")


BOARD = "/app/quotations?view=kanban&s=1&group=state"


def test_the_switch_leads_from_list_to_cards_and_keeps_the_search(user):
    user.open("/app/quotations?s=1&find=partner_id:deco")
    rows = user.page.locator("tbody tr[data-id]").count()
    user.page.click(".o-switch a[title=Kanban]")
    user.settle()
    assert user.page.locator(".o-k").count() == min(rows, 40)
    assert user.page.locator("[data-facet]").count() == 1


@pytest.mark.parametrize("path", ["/app/products", "/app/contacts", "/app/deliveries?view=kanban&s=1", "/app/quotations?view=kanban&s=1"])
def test_cards_open_their_record(user, path):
    user.open(path)
    user.page.locator(".o-k-open").first.click()
    user.settle()
    assert user.page.url.split("?")[0].split("/")[-1].isdigit()


def test_a_card_dropped_into_a_column_fires_the_transition(user):
    number = new_quotation(user)
    user.open(BOARD)
    user.page.wait_for_selector("[data-cards][data-ready]")
    start, end = card(user, number).bounding_box(), user.page.locator("[data-column=cancel] [data-cards]").bounding_box()
    user.page.mouse.move(start["x"] + 20, start["y"] + 15)
    user.page.mouse.down()
    user.page.mouse.move(start["x"] + 60, start["y"] + 20, steps=4)
    user.page.mouse.move(end["x"] + 80, end["y"] + 20, steps=10)
    for step in range(4):  # the card follows the mouse a moment later
        user.page.wait_for_timeout(120)
        user.page.mouse.move(end["x"] + 80 + step, end["y"] + 20)
    user.page.mouse.up()
    user.settle()
    user.page.wait_for_selector(f"[data-column=cancel] .o-k:has-text('{number}')")
    assert column_of(user, number) == "cancel"


def test_a_card_goes_by_its_menu_and_by_the_keyboard_and_is_refused_with_the_reason(user):
    number = new_quotation(user)
    user.open(BOARD)
    card(user, number).locator(".o-k-menu summary").click()
    user.page.click("[data-move=cancel] >> visible=true")
    user.page.wait_for_selector(f"[data-column=cancel] .o-k:has-text('{number}')")

    card(user, number).locator(".o-k-open").focus()
    user.page.keyboard.press("Control+Shift+ArrowLeft")
    user.page.wait_for_selector("#messages .o-alert")
    assert "cannot go from" in user.messages()
    assert column_of(user, number) == "cancel"


def test_columns_fold_and_stay_folded(user):
    user.open(BOARD)
    user.page.locator("[data-column=draft] h2 a").click()
    user.settle()
    assert user.page.locator("[data-column=draft].o-column-folded").count() == 1
    user.page.reload()
    user.settle()
    assert user.page.locator("[data-column=draft].o-column-folded").count() == 1


def test_a_phone_swipes_through_columns(anyone):
    user = anyone(width=390, height=844)
    user.open(BOARD)
    assert user.page.evaluate("document.documentElement.scrollWidth") <= 390
    first = user.page.locator("[data-column]").first.bounding_box()
    assert first["width"] > 300
    user.page.locator(".o-columns").evaluate("(board) => board.scrollTo({ left: 10000 })")
    user.page.wait_for_timeout(100)
    last = user.page.locator("[data-column]").last.bounding_box()
    assert last["x"] < 390
