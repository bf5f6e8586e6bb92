"""Printing and mailing from the client: the print menu of forms and lists, the page of a document, the mail dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import core
from core.base.config import config as options
from core.orm.environment import Environment
from core.orm.registry import Registry

_LINES = 12


@pytest.fixture
def committed(server: str) -> Callable[[Callable[[Any], Any]], Any]:
    def run(function: Callable[[Any], Any]) -> Any:
        with Registry.get(options["db_name"]).cursor() as cr:
            return function(Environment(cr, core.SUPERUSER_ID, {}))

    return run


@pytest.fixture
def order(committed: Any) -> tuple[int, str]:
    """(id, number) of a quotation of a customer with an address for mails."""

    def make(env: Any) -> tuple[int, str]:
        customer = env["res.partner"].create({"name": "Công ty Hoa Sen", "email": "mua@hoasen.example.com"})
        desk = env["product.product"].create({"name": "Bàn gỗ sồi", "type": "service", "list_price": 150})
        made = env["sale.order"].create({"partner_id": customer.id, "user_id": env.ref("base.user_admin").id, "order_line": [
            (0, 0, {"product_id": desk.id, "product_uom_qty": number + 1}) for number in range(_LINES)]})
        return made.id, made.name

    return committed(make)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)], ids=["laptop", "phone"])
def test_the_document_as_a_page(anyone: Any, order: tuple[int, str], width: int, height: int) -> None:
    person = anyone(width, height)
    person.page.goto(f"{person.address}/report/html/sale.report_saleorder/{order[0]}")
    assert order[1] in person.page.inner_text(".o_document_title")
    assert person.page.locator("tbody.sale_tbody tr").count() == _LINES
    assert person.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_form_prints_its_document(user: Any, order: tuple[int, str]) -> None:
    user.open(f"/app/quotations/{order[0]}")
    answer = user.page.request.get(f"{user.address}/report/pdf/sale.report_saleorder/{order[0]}")
    assert answer.ok
    assert answer.headers["content-type"] in ("application/pdf", "text/html; charset=utf-8")
    menu = user.page.locator("#main").locator("button", has_text="PDF Quote")
    assert menu.count() == 1


def test_the_quotation_is_mailed_from_the_dialog(user: Any, committed: Any, order: tuple[int, str]) -> None:
    user.page.set_default_timeout(30_000)  # the dialog makes the document first
    user.open(f"/app/quotations/{order[0]}")
    user.press("action_quotation_send")
    dialog = user.page.locator("dialog[open]")
    assert order[1] in dialog.locator('[name="subject"], [name$=".subject"]').first.input_value()
    assert "Hoa Sen" in dialog.inner_text()
    user.press("action_send_mail")
    state, recipients = committed(lambda env: (
        env["sale.order"].browse(order[0]).state,
        env["mail.mail"].search([("model", "=", "sale.order"), ("res_id", "=", order[0])]).recipient_ids.mapped("email")))
    assert state == "sent"
    assert "mua@hoasen.example.com" in recipients
