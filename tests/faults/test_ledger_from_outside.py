"""Programs that call with an accountant's rights cannot bend what is posted, whatever they put into the context."""

from __future__ import annotations

from typing import Any

import pytest

from core.base.errors import UserError
from core.http.rpc import call_kw

CONTEXTS: list[dict[str, Any]] = [
    {}, {"skip_invoice_sync": True, "check_move_validity": False}, {"_skip_invoice_sync": True, "check_move_validity": False}, {"_force_unlink": True},
]  # fmt: skip


@pytest.fixture
def accountant(env: Any) -> Any:
    groups = [env.ref(name).id for name in ("base.group_user", "account.group_account_manager", "sales_team.group_sale_manager")]
    user = env["res.users"].create({"name": "Accountant", "login": "faults_accountant", "groups_id": [(6, 0, groups)]})
    return env(user=user.id, su=False)


@pytest.fixture
def invoice(env: Any) -> Any:
    partner = env["res.partner"].create({"name": "Customer"})
    move = env["account.move"].create(
        {"move_type": "out_invoice", "partner_id": partner.id, "invoice_line_ids": [(0, 0, {"name": "Chair", "quantity": 2, "price_unit": 50, "tax_ids": []})]}
    )
    move.action_post()
    env.flush_all()
    return move


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: "+".join(context) or "plain")
def test_a_posted_invoice_keeps_its_lines_and_amounts(env: Any, accountant: Any, invoice: Any, context: dict[str, Any]) -> None:
    entry = invoice.line_ids
    before = entry.mapped(lambda line: (line.id, line.debit, line.credit))
    attempts = [
        ("account.move", "write", [invoice.ids, {"line_ids": [[5, 0, 0]]}]),
        ("account.move", "write", [invoice.ids, {"name": "X/1"}]),
        ("account.move", "write", [invoice.ids, {"date": "2020-01-01"}]),
        ("account.move", "write", [invoice.ids, {"payment_state": "paid"}]),
        ("account.move", "unlink", [invoice.ids]),
        ("account.move.line", "write", [entry[:1].ids, {"debit": 77.0}]),
        ("account.move.line", "unlink", [entry[:1].ids]),
        ("account.move.line", "create", [{"move_id": invoice.id, "name": "x", "account_id": entry[:1].account_id.id, "debit": 5.0}]),
    ]
    for model, method, args in attempts:
        with pytest.raises(UserError), env.cr.savepoint():
            call_kw(accountant, model, method, args, {"context": context})
            env.flush_all()
    env.invalidate_all()
    assert invoice.exists().line_ids.mapped(lambda line: (line.id, line.debit, line.credit)) == before
    assert (invoice.state, invoice.amount_total, invoice.payment_state) == ("posted", 100.0, "not_paid")
