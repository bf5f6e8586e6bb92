"""Deleting asks first: it lists what goes along and what is in the way, and "No" changes nothing."""

import html
import re

import pytest


@pytest.fixture
def company(committed):
    """A contact with two bank accounts and a contact person."""

    def make(env):
        partner = env["res.partner"].create({"name": "Đại Phát", "is_company": True, "child_ids": [(0, 0, {"name": "Lan"})]})
        env["res.partner.bank"].create([{"acc_number": f"0071{number}", "partner_id": partner.id} for number in (1, 2)])
        return partner.id

    made = committed(make)
    yield made
    committed(lambda env: env["res.partner"].with_context(active_test=False).search(["|", ("id", "=", made), ("name", "=", "Lan")]).unlink())


def ask(browser, record):
    return browser.act(f"/app/m-res.partner/{record}", "delete")


def said(page):
    """The dialog's text."""
    found = re.search(r"<dialog.*?</dialog>", page.text, re.S)
    assert found, page.text
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def test_what_goes_along_and_what_stays_is_counted_by_kind(signed_in, company):
    text = said(ask(signed_in, company))
    assert "Deleted along with it: 2 Bank Accounts" in text
    assert "without their link to it: 1 Contact : Đại Phát, Lan" in text


def test_asking_changes_nothing(signed_in, committed, company):
    ask(signed_in, company)
    assert committed(lambda env: len(env["res.partner"].browse(company).exists().bank_ids)) == 2


def test_yes_deletes_what_was_listed(signed_in, committed, company):
    signed_in.post("/web/delete", {"model": "res.partner", "ids": str(company), "back": "/app/m-res.partner", "do": "delete"})
    assert committed(lambda env: env["res.partner.bank"].search_count([("acc_number", "=like", "0071_")])) == 0
    assert committed(lambda env: env["res.partner"].search([("name", "=", "Lan")]).parent_id.id) is False


def test_what_is_in_the_way_is_named_and_yes_is_not_offered(signed_in, committed):
    page = ask(signed_in, committed(lambda env: env.ref("base.user_admin").partner_id.id))
    text = said(page)
    assert "This cannot be deleted" in text
    assert "In the way: 1 User" in text
    assert "Yes, delete" not in text


def test_archiving_is_offered_instead(signed_in, committed, company):
    assert "Archive instead" in said(ask(signed_in, company))
    signed_in.post("/web/delete", {"model": "res.partner", "ids": str(company), "back": "/app", "do": "archive"})
    assert committed(lambda env: env["res.partner"].browse(company).active) is False


def test_documents_somebody_may_not_read_are_counted_not_named(committed, web_database, company):
    """Rights on bank accounts are taken away for the question: the number stays, the account numbers do not appear."""

    def names(env):
        from odoo.addons.web.deletion import consequences

        env["ir.model.access"].search([("model_id.model", "=", "res.partner.bank")]).perm_read = False
        env.flush_all()
        user = env.ref("base.user_admin")
        found = consequences(env(user=user.id, su=False)["res.partner"].browse(company))
        env.cr.rollback()
        return [(row.count, row.names) for row in found.removed if not row.names]

    assert (2, []) in committed(names)


def test_somebody_without_the_right_is_not_even_asked(signed_in, committed, company):
    def restricted(env):
        from core.exceptions import AccessError
        from odoo.addons.web import deletion

        user = env["res.users"].create({"name": "Reader", "login": "reader", "groups_id": [(6, 0, [env.ref("base.group_user").id])]})
        with pytest.raises(AccessError):
            deletion.ask(env(user=user.id, su=False)["res.partner"].browse(company), back="/app", here="/app")
        env.cr.rollback()

    committed(restricted)


@pytest.mark.parametrize("values", [{"model": "no.model", "do": "delete"}, {"model": "res.partner", "do": "explode"}, {"model": "res.partner", "ids": "x,,"}])
def test_a_made_up_answer_is_refused(signed_in, values):
    assert signed_in.post("/web/delete", values).status_code == 422
