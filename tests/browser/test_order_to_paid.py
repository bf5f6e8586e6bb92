"""One order per shipping policy, clicked from quotation to paid."""

import pytest


def make_order(user, policy):
    """A saved quotation of two pieces of a product in stock."""
    user.open("/app/quotations/new")
    user.choose("partner_id", "Azure")
    user.page.select_option('select[name="order_policy"]', policy)
    user.settle()
    user.page.click("[data-add]")
    user.settle()
    user.choose("product_id", "Office Chair")
    user.fill("product_uom_qty", "2")
    user.save()
    assert "/new" not in user.page.url, user.messages()
    return user.page.url


def deliver(user, order):
    user.page.goto(order)
    user.settle()
    user.page.click('.o-stat:has-text("Delivery")')
    user.settle()
    user.press("button_validate")
    if user.page.locator("dialog[open]").count():
        user.page.click("dialog[open] .btn-primary")
        user.settle()
    assert user.status() == "Done", user.messages()


def post_and_pay(user, order):
    user.page.goto(order)
    user.settle()
    user.page.click('.o-stat:has-text("Invoice")')
    user.settle()
    if user.page.locator('button[value="button:action_post"]').count():
        user.press("action_post")
    user.press("action_register_payment")
    user.page.click("dialog[open] .btn-primary")
    user.settle()


def invoice_by_hand(user, order):
    user.page.goto(order)
    user.settle()
    user.page.click('.o-buttons button:has-text("invoice"), .o-buttons button:has-text("Invoice")')
    user.settle()
    if user.page.locator("dialog[open]").count():
        user.page.click("dialog[open] .btn-primary")
        user.settle()


def assert_done(user, order):
    user.page.goto(order)
    user.settle()
    assert user.status() == "Done"


@pytest.mark.parametrize("policy", ["prepaid", "manual", "postpaid", "picking"])
def test_an_order_from_quotation_to_paid(user, policy):
    order = make_order(user, policy)
    user.press("action_confirm")
    if policy == "prepaid":
        post_and_pay(user, order)
        deliver(user, order)
    elif policy == "postpaid":
        deliver(user, order)
        post_and_pay(user, order)
    else:
        deliver(user, order)
        invoice_by_hand(user, order)
        post_and_pay(user, order)
    assert_done(user, order)
