"""The search box: suggestions while typing, facets, the menu, favourites – by keyboard, and always in the address."""

from __future__ import annotations

import pytest


def facets(user):
    return [" ".join(text.replace("×", "").split()) for text in user.page.locator("[data-facet]").all_inner_texts()]


def rows(user):
    return user.page.locator("tbody tr[data-id]").count()


def typed(user, text):
    user.page.fill("#search", text)
    user.page.wait_for_selector("#search-list [role=option][aria-selected=true]")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_text_is_looked_up_in_the_suggested_field(anyone, width):
    user = anyone(width=width, height=844)
    user.open("/app/quotations?s=1")
    everything = rows(user)
    typed(user, "deco")
    assert [text.strip() for text in user.page.locator("#search-list li").all_inner_texts()][0] == "Search Order for: deco"
    user.page.keyboard.press("ArrowDown")
    user.page.keyboard.press("Enter")
    user.settle()

    assert facets(user) == ["Customer deco"]
    assert 0 < rows(user) < everything
    assert user.page.evaluate("document.activeElement.id") == "search"
    user.page.keyboard.press("Backspace")
    user.settle()
    assert facets(user) == [] and rows(user) == everything


def test_values_of_one_field_are_alternatives(user):
    user.open("/app/quotations?s=1&find=partner_id:deco")
    one = rows(user)
    typed(user, "gemini")
    user.page.keyboard.press("ArrowDown")
    user.page.keyboard.press("Enter")
    user.settle()
    assert facets(user) == ["Customer deco or gemini"]
    assert rows(user) > one


def test_a_relation_opens_its_entries(user):
    user.open("/app/quotations?s=1")
    typed(user, "gemini")
    user.page.keyboard.press("ArrowDown")
    user.page.keyboard.press("ArrowRight")
    user.page.wait_for_selector("#search-list .o-expanded")
    user.page.keyboard.press("ArrowDown")
    chosen = user.page.locator("#search-list [aria-selected=true]").inner_text().strip()
    user.page.keyboard.press("Enter")
    user.settle()
    assert facets(user) == [f"Customer {chosen}"]
    assert "is=partner_id" in user.page.url


def test_enter_at_once_means_the_first_field(user):
    user.open("/app/m-res.country?s=1")
    user.page.keyboard.press("/")
    user.page.keyboard.type("viet nam", delay=1)
    user.page.keyboard.press("Enter")
    user.page.wait_for_selector("[data-facet]")
    user.settle()
    assert len(facets(user)) == 1


def test_back_and_forward_walk_through_the_searches(user):
    user.open("/app/quotations?s=1")
    everything = rows(user)
    typed(user, "deco")
    user.page.keyboard.press("ArrowDown")
    user.page.keyboard.press("Enter")
    user.settle()
    narrowed = rows(user)
    user.page.locator("tbody tr[data-id] a").first.click()
    user.settle()
    user.page.go_back()
    user.settle()
    assert (facets(user), rows(user)) == (["Customer deco"], narrowed)
    user.page.go_back()
    user.settle()
    assert (facets(user), rows(user)) == ([], everything)
    user.page.go_forward()
    user.settle()
    assert facets(user) == ["Customer deco"]


def menu(user):
    user.page.click("[data-search-menu] > summary")
    user.page.wait_for_selector("[name=__condition]")


def test_the_menu_filters_groups_and_takes_own_conditions(user):
    user.open("/app/quotations?s=1")
    menu(user)
    user.page.locator(".o-groupings .o-entry", has_text="Customer").click()
    user.settle()
    assert facets(user) == ["Group by Customer"] and user.page.locator(".o-group-row").count()

    menu(user)
    user.page.select_option("[name=__condition]", "amount_total")
    user.page.select_option("[name=__operator]", ">")
    user.page.fill("[name=__value]", "1,000")
    user.page.click(".o-condition >> nth=0 >> button")
    user.settle()
    assert facets(user) == ["Total is more than 1,000", "Group by Customer"]

    menu(user)
    assert user.page.locator("[name=__operator] option:not([hidden])").count() < 10
    user.page.click(".o-filters summary >> nth=0")
    user.page.locator(".o-filters details[open] .o-entry").first.click()
    user.settle()
    assert any(text.startswith("Order Date:") for text in facets(user))


def test_a_favourite_is_kept_shown_first_and_deleted(user):
    user.page.on("dialog", lambda dialog: dialog.accept())
    user.open("/app/sales-orders?s=1&group=partner_id")
    menu(user)
    user.page.click("text=Save this search")
    user.page.fill(".o-favourites input[name=__name]", "By customer")
    user.page.check(".o-favourites input[name=__default]")
    user.page.click(".o-favourites button[value=favourite]")
    user.settle()
    user.open("/app/sales-orders")
    assert facets(user) == ["★ By customer"] and user.page.locator(".o-group-row").count()

    menu(user)
    user.page.click(".o-favourite button[value^='forget:']")
    user.settle()
    user.open("/app/sales-orders")
    assert "★ By customer" not in facets(user)
