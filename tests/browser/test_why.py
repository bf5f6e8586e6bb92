"""Why this price, why these taxes: asked on a line, answered in a dialog, in both languages and on a phone."""

import pytest


def make_order(user):
    user.open("/app/quotations/new")
    user.choose("partner_id", "Azure")
    user.page.click("[data-add]")
    user.settle()
    user.choose("product_id", "FURN_8900")
    user.fill("product_uom_qty", "3")
    user.save()
    assert "/new" not in user.page.url, user.messages()


def ask(user, column):
    user.page.locator(f'td[data-column="{column}"] .o-explain').first.click()
    user.page.wait_for_selector("dialog[open].o-explanation")
    rows = user.page.locator(".o-explanation tr").all()
    return {row.locator("th").inner_text().split("\n")[0]: row.locator("td").inner_text() for row in rows}


def test_the_price_of_a_line_is_explained(user):
    make_order(user)
    price = ask(user, "price_unit")
    assert "25.00" in price["Sales price of the product"]
    assert "75.00" in price["Quantity × unit price"]
    user.page.keyboard.press("Escape")
    user.page.wait_for_selector("dialog[open]", state="detached")
    taxes = ask(user, "tax_id")
    assert "Amount with taxes" in taxes
    assert user.page.url.split("/")[-1].isdigit()  # the order stays where it was


@pytest.mark.parametrize("width", [1280, 390])
def test_in_vietnamese_too(chromium, server, vietnamese, width):
    from tests.browser.conftest import User

    lan = User(chromium, server, viewport={"width": width, "height": 844}).sign_in(vietnamese, vietnamese)
    make_order(lan)
    assert "75" in ask(lan, "price_unit")["Số lượng × đơn giá"]
    box = lan.page.locator(".o-explanation").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    lan.close()
    assert not lan.errors
