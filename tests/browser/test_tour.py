"""The guided tour of the main job: followed step by step from a new quotation to the paid invoice."""

from __future__ import annotations

from typing import Any

import pytest

from core import SUPERUSER_ID
from core.base.config import config as options
from core.db import transaction
from core.orm.environment import Environment

CARD = ".o-tour"
TEXTS = {
    "en_US": {"begin": "Show me", "new": "Start a new quotation.", "paid": "Well done"},
    "vi_VN": {"begin": "Chỉ cho tôi", "new": "Tạo báo giá mới.", "paid": "Tuyệt vời"},
}


def offer(lang: str) -> None:
    """The administrator has not seen the tour, and uses this language."""

    def prepare(cr: Any) -> None:
        env = Environment(cr, SUPERUSER_ID, {})
        if lang not in dict(env["res.lang"].get_installed()):
            env["res.lang"]._activate_lang(lang)
            env["ir.module.module"].search([("state", "=", "installed")])._update_translations([lang])
        admin = env.ref("base.user_admin")
        admin.write({"tour_enabled": True, "lang": lang})
        env["web_tour.tour"].search([]).write({"user_consumed_ids": [(3, admin.id)]})

    transaction.run(options["db_name"], prepare)


@pytest.fixture(autouse=True)
def leave_no_tour(server: str):
    yield

    def end(cr: Any) -> None:
        Environment(cr, SUPERUSER_ID, {}).ref("base.user_admin").write({"tour_enabled": False, "lang": "en_US"})

    transaction.run(options["db_name"], end)


def card(user: Any) -> str:
    user.page.wait_for_timeout(120)
    return user.page.inner_text(CARD)


def follow(user: Any) -> list[str]:
    """Do what the guide says until it is content; returns what it said."""
    said: list[str] = []
    for _round in range(20):
        text = card(user)
        said.append(text)
        ring = user.page.locator(".o-tour-ring:not([hidden])")
        if not ring.count():
            return said
        box = ring.bounding_box()
        target = user.page.evaluate_handle(
            "([x, y]) => document.elementsFromPoint(x, y).find((each) => !each.closest('.o-tour, .o-tour-ring') && each.matches('a, button, input'))"
            " ?? document.elementsFromPoint(x, y)[0]?.querySelector('a, button, input')",
            [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]).as_element()
        if target is None:
            user.page.get_by_role("button", name=FOCUS[user.lang]).click()
            user.page.wait_for_timeout(150)
            continue
        name = target.get_attribute("name") or ""
        if name == "partner_id.text":
            user.choose("partner_id", "Azure")
        elif name.endswith("product_id.text") or name.endswith("product_template_id.text"):
            user.choose(name.split(".")[2], "Office Chair")
        else:
            target.click()
            user.settle()
    raise AssertionError("\n---\n".join(said))


FOCUS = {"en_US": "Where?", "vi_VN": "Ở đâu?"}


@pytest.mark.parametrize(("lang", "width", "height"), [("en_US", 1280, 800), ("vi_VN", 390, 844)])
def test_the_tour_leads_from_quotation_to_paid_invoice(anyone, server, lang, width, height):
    offer(lang)
    user = anyone(width=width, height=height)
    user.lang = lang
    user.open("/app")
    user.page.get_by_role("button", name=TEXTS[lang]["begin"]).click()
    user.page.wait_for_url("**/quotations")
    user.settle()
    said = follow(user)
    assert TEXTS[lang]["new"] in said[0]
    assert TEXTS[lang]["paid"] in said[-1], said
    assert len(said) >= 9
    user.page.click(f"{CARD} .btn-primary")
    user.page.wait_for_selector(CARD, state="detached")
    user.settle()
    user.open("/app")
    assert not user.page.locator("script[data-tour]").count()  # nothing is loaded any more


def test_the_tour_is_ended_by_keyboard_and_started_again_from_the_menu(anyone, server):
    offer("en_US")
    user = anyone()
    user.open("/app")
    user.page.locator(f"{CARD} button").first.focus()
    user.page.keyboard.press("Escape")
    user.page.wait_for_selector(CARD, state="detached")
    user.settle()
    user.open("/app")
    assert not user.page.locator("script[data-tour]").count()
    user.page.click(".o-user summary")
    user.page.get_by_role("button", name="Guided tour").click()
    user.page.wait_for_selector(".o-tour-ring:not([hidden])")
    assert "Start a new quotation." in card(user)
