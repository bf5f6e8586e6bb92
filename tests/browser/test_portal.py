"""A customer and his quotation: from the mail's link to the signed order, on a laptop and on a phone, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import core
from core.orm.environment import Environment
from core.orm.registry import Registry
from core.base.config import config as options

SCREENS = [pytest.param(1280, 800, "en-US", id="laptop, English"), pytest.param(390, 844, "vi-VN", id="phone, Vietnamese")]


@pytest.fixture
def committed(server: str) -> Callable[[Callable[[Any], Any]], Any]:
    def run(function: Callable[[Any], Any]) -> Any:
        with Registry.get(options["db_name"]).cursor() as cr:
            return function(Environment(cr, core.SUPERUSER_ID, {}))

    return run


@pytest.fixture
def quotation(committed: Any) -> tuple[int, str]:
    """(id, address) of a quotation with an optional product, sent to its customer."""

    def make(env: Any) -> tuple[int, str]:
        env["base.language.install"].create({"lang_ids": [(6, 0, env["res.lang"].with_context(active_test=False).search(
            [("code", "=", "vi_VN")]).ids)]}).lang_install()
        customer = env["res.partner"].create({"name": "Công ty Hoa Sen", "email": "mua@hoasen.example.com", "street": "12 Lê Lợi", "city": "Huế"})
        desk = env["product.product"].create({"name": "Bàn gỗ sồi", "type": "service", "list_price": 150, "taxes_id": False})
        lamp = env["product.product"].create({"name": "Đèn bàn", "type": "service", "list_price": 20, "taxes_id": False})
        order = env["sale.order"].create({
            "partner_id": customer.id, "order_line": [(0, 0, {"product_id": desk.id, "product_uom_qty": 2})],
            "sale_order_option_ids": [(0, 0, {"product_id": lamp.id})]})
        order.action_quotation_sent()
        return order.id, order.get_portal_url()

    return committed(make)


@pytest.fixture
def visitor(chromium: Any, server: str) -> Iterator[Callable[..., Any]]:
    """`visitor(width, height, language)`: a page of somebody who is not signed in; scripts of it make no errors."""
    contexts, errors = [], []

    def open_page(width: int, height: int, language: str) -> Any:
        contexts.append(chromium.new_context(viewport={"width": width, "height": height}, locale=language, base_url=server))
        page = contexts[-1].new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors, errors


@pytest.mark.parametrize(("width", "height", "language"), SCREENS)
def test_accept_and_sign(visitor: Any, committed: Any, quotation: tuple[int, str], width: int, height: int, language: str) -> None:
    order_id, address = quotation
    page = visitor(width, height, language)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("lang") == language[:2]

    page.locator("#optional_products button").click()
    page.wait_for_selector("#optional_products", state="detached")
    page.locator("#sale_order_sidebar_button [data-dialog=modalaccept]").click()
    pad = page.locator("canvas").bounding_box()
    page.mouse.move(pad["x"] + 20, pad["y"] + 20)
    page.mouse.down()
    page.mouse.move(pad["x"] + 120, pad["y"] + 50, steps=5)
    page.mouse.up()
    page.fill("#o_sign_name", "Nguyễn Văn Đức")
    page.click(".o_portal_sign_submit")
    page.wait_for_selector(".alert-success")

    state, total, signer, signature = committed(lambda env: (
        (order := env["sale.order"].browse(order_id)).state, order.amount_total, order.signed_by, bool(order.signature)))
    assert (state, total, signer, signature) == ("sale", 320.0, "Nguyễn Văn Đức", True)


def test_decline_without_a_script(visitor: Any, chromium: Any, server: str, committed: Any, quotation: tuple[int, str]) -> None:
    order_id, address = quotation
    context = chromium.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto(address)
    page.fill("#decline_message", "Giá cao quá")
    page.locator("#modaldecline button[type=submit]").click()
    page.wait_for_selector(".alert-warning")
    context.close()
    assert committed(lambda env: env["sale.order"].browse(order_id).state) == "cancel"


@pytest.mark.parametrize(("width", "height", "language"), SCREENS)
def test_a_customer_finds_his_documents(visitor: Any, committed: Any, quotation: tuple[int, str], width: int, height: int, language: str) -> None:
    order_id, _address = quotation
    login = f"khach{width}"
    committed(lambda env: env["res.users"].create({
        "name": "Nguyễn Văn Đức", "login": login, "password": "matkhau12", "lang": "vi_VN" if language == "vi-VN" else "en_US",
        "partner_id": env["sale.order"].browse(order_id).partner_id.id, "groups_id": [(6, 0, env.ref("base.group_portal").ids)]}).id)
    page = visitor(width, height, language)
    page.goto("/web/login")
    page.fill("#login", login)
    page.fill("#password", "matkhau12")
    page.click("button.btn-primary")
    page.wait_for_url("**/my")

    page.click('a[href="/my/quotes"]')
    page.locator(".o_portal_my_doc_table a").first.click()
    page.wait_for_url(f"**/my/orders/{order_id}?**")
    page.fill("#o_portal_message_body", "Giao thứ Bảy được không?")
    page.locator("#discussion form button").click()
    page.wait_for_selector(".o_portal_message")
    assert "Giao thứ Bảy được không?" in page.inner_text(".o_portal_messages")
    for path in ("/my", "/my/quotes", "/my/orders", "/my/invoices", "/my/account"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
