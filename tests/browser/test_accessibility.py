"""WCAG 2.2 AA by machine: axe-core finds nothing serious or critical on any kind of page, light and dark, laptop and phone.

What axe cannot see – the order of the keyboard, where the focus goes, what is read out – has tests of its own below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SCREENS = [("laptop", {"width": 1280, "height": 800}), ("phone", {"width": 390, "height": 844})]


def violations(page):
    """['rule: selector – what is wrong'] of what axe calls serious or critical."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then((result) => result.violations)", _RULES)
    return [
        f"{each['id']}: {node['target']} – {(node.get('failureSummary') or '').splitlines()[-1].strip()}"
        for each in found if each["impact"] in ("serious", "critical") for node in each["nodes"][:4] if not _is_whole_card(each, node)
    ]


def _is_whole_card(violation, node):
    """The link of a card fills the card; axe measures what its buttons leave free."""
    return violation["id"] == "target-size" and "o-k-open" in node["html"]


def check(user):
    problems = []
    for screen, size in _SCREENS:
        user.page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            user.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            problems += [f"{screen}, {scheme}: {problem}" for problem in violations(user.page)]
    assert not problems, "\n".join(problems)


def order(user):
    """The address of a confirmed order."""
    user.open("/app/sales-orders?s=1")
    return user.page.get_attribute("tbody tr[data-id] a", "href")


PAGES = {
    "home": "/app", "list": "/app/quotations", "grouped list": "/app/sales-orders?s=1&group=partner_id", "record": order, "new record": "/app/quotations/new",
    "contact": "/app/contacts/1", "product": "/app/products/1", "settings": "/app/settings", "pickings": "/app/receipts", "invoices": "/app/invoices",
    "operation types": "/app/inventory-overview", "workflows": "/web/workflow", "password": "/web/preferences/password", "missing": "/app/nowhere",
    "deleted record": "/app/quotations/999999", "empty list": "/app/quotations?s=1&find=name:zzzz", "cards": "/app/receipts?view=kanban",
    "document": "/report/html/sale.report_saleorder/2", "customer's home": "/my", "customer's orders": "/my/orders", "customer's order": "/my/orders/3",
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(reader, name):
    place = PAGES[name]
    reader.open(place(reader) if callable(place) else place)
    check(reader)


def open_deletion(user):
    user.page.keyboard.press("Control+d")
    user.page.wait_for_selector("dialog[open]")


def open_palette(user):
    user.page.keyboard.press("Control+k")
    user.page.keyboard.type("s0")
    user.page.wait_for_selector("#palette [role=option]")


def open_shortcuts(user):
    user.page.locator("h1").first.click()
    user.page.keyboard.press("?")
    user.page.wait_for_selector(".o-shortcuts")


def open_way(user):
    user.page.keyboard.press("Alt+w")
    user.page.wait_for_selector(".wf-story, .wf-offers")


def open_user_menu(user):
    user.page.click(".o-user > summary")


def open_wizard(user):
    user.open(order(user))
    user.page.locator("#main .o-form-head .btn-primary").first.click()
    user.page.wait_for_selector("dialog[open]")


def open_export(user):
    user.open("/app/contacts?s=1")
    user.page.keyboard.press("Alt+u")


def open_line(user):
    user.page.locator("[data-add]").first.click()
    user.settle()
    user.page.locator("[role=combobox][name*=product]").last.press("ArrowDown")
    user.page.wait_for_selector("[role=option]")


OPENED = {"deletion": open_deletion, "palette": open_palette, "shortcuts": open_shortcuts, "way of the document": open_way, "user menu": open_user_menu, "wizard": open_wizard, "menu of a list": open_export,
          "line with its look-up list": open_line}


@pytest.mark.parametrize("name", OPENED)
def test_what_opens_over_a_page(reader, name):
    reader.page.on("dialog", lambda dialog: dialog.accept())
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    reader.open("/app/quotations/2")
    OPENED[name](reader)
    check(reader)


def test_signing_in(visitor):
    visitor.open("/web/login")
    check(visitor)
    visitor.page.fill("#login", "nobody")
    visitor.page.fill("#password", "wrong")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_selector("[role=alert]")
    check(visitor)


def test_another_page_is_read_out_and_the_keyboard_starts_there(reader):
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    reader.open("/app")
    reader.page.click("main a[href='/app/quotations'] >> nth=0")
    reader.settle()
    assert reader.page.inner_text("#announce") == reader.page.title()
    assert reader.page.evaluate("document.activeElement.id") == "main"


def test_refusals_are_announced_as_alerts(reader):
    reader.open("/app/m-res.partner/new")
    reader.page.fill("input[name=city]", "Huế")
    reader.page.keyboard.press("Control+s")
    reader.page.wait_for_selector("#messages [role=alert]")
    assert reader.page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    described = reader.page.evaluate("document.getElementById(document.activeElement.getAttribute('aria-describedby').split(' ')[0])?.textContent")
    assert described
    reader.page.evaluate("document.querySelector('#main form').classList.remove('o-dirty')")


@pytest.mark.parametrize("path", ["/app", "/app/quotations", "/app/quotations/2", "/my/orders"])
def test_landmarks_and_headings(reader, path):
    reader.open(path)
    assert reader.page.locator("main").count() == 1
    assert reader.page.locator("header").count() >= 1
    assert reader.page.locator("h1").count() >= 1
    assert reader.page.get_attribute("html", "lang")
    assert reader.page.title()
