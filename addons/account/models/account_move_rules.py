"""What the lifecycle of a journal entry (workflow/account_move.xml) refuses, and what happens on the way."""

from core import _, fields, workflow
from core.tools import format_amount
from core.workflow import Refusal


@workflow.guard("account.has_lines")
def has_lines(move):
    if not move.line_ids.filtered(lambda line: line.display_type not in ("line_section", "line_note")):
        return Refusal(
            "account.no_lines", _("%s has no line."), move.display_name,
            hint=_("Add a product or an amount, or delete the draft."))
    return None


@workflow.guard("account.has_partner")
def has_partner(move):
    if not move.is_invoice(include_receipts=True) or move.partner_id or "receipt" in move.move_type:
        return None
    if move.is_sale_document():
        return Refusal("account.no_customer", _("%s has no customer."), move.display_name,
                       hint=_("Choose the customer the invoice is for."))
    return Refusal("account.no_vendor", _("%s has no vendor."), move.display_name,
                   hint=_("Choose the vendor the bill is from."))


@workflow.guard("account.has_bill_date")
def has_bill_date(move):
    if move.is_purchase_document(include_receipts=True) and not move.invoice_date:
        return Refusal("account.no_bill_date", _("%s has no bill date."), move.display_name,
                       hint=_("Enter the date printed on the vendor's document."))
    return None


@workflow.guard("account.total_not_negative")
def total_not_negative(move):
    if move.is_invoice(include_receipts=True) and move.currency_id.compare_amounts(move.amount_total, 0.0) < 0:
        return Refusal(
            "account.negative_total", _("%s has a negative total of %s."), move.display_name,
            format_amount(move.env, move.amount_total, move.currency_id),
            hint=_("Record a credit note instead."))
    return None


@workflow.guard("account.is_balanced")
def is_balanced(move):
    for _move, debit, credit in move._get_unbalanced_moves():
        currency = move.company_currency_id
        return Refusal(
            "account.unbalanced", _("%s is not balanced: debit %s, credit %s."), move.display_name,
            format_amount(move.env, debit, currency), format_amount(move.env, credit, currency),
            hint=_("Both sums must be equal."))
    return None


@workflow.guard("account.period_open")
def period_open(move):
    locked_until = move.company_id._locked_until(move)
    if locked_until:
        return Refusal(
            "account.period_locked", _("%s is dated %s, but the books are closed up to %s."), move.display_name,
            fields.Date.to_string(move.date), fields.Date.to_string(locked_until),
            hint=_("Choose a later date, or ask an accounting manager to move the lock date."))
    return None


@workflow.guard("account.accounts_usable")
def accounts_usable(move):
    deprecated = move.line_ids.account_id.filtered("deprecated")
    if deprecated:
        return Refusal(
            "account.deprecated_account", _("%s uses accounts that are no longer in use: %s."), move.display_name,
            ", ".join(deprecated.mapped("display_name")), hint=_("Choose other accounts on these lines."))
    return None


@workflow.guard("account.journal_active")
def journal_active(move):
    if not move.journal_id.active:
        return Refusal(
            "account.archived_journal", _("%s is in the archived journal %s."), move.display_name,
            move.journal_id.display_name, hint=_("Choose another journal."))
    return None


@workflow.effect("account.assign_numbers", batch=True)
def assign_numbers(moves):
    moves._assign_numbers()


@workflow.effect("account.assign_payment_references", batch=True)
def assign_payment_references(moves):
    moves._assign_payment_references()


@workflow.effect("account.after_posting", batch=True)
def after_posting(moves):
    moves._after_posting()


@workflow.effect("account.create_analytic_lines", batch=True)
def create_analytic_lines(moves):
    moves.line_ids._create_analytic_lines()


@workflow.effect("account.drop_analytic_lines", batch=True)
def drop_analytic_lines(moves):
    moves.line_ids.analytic_line_ids.sudo().unlink()  # whoever may reset the entry may take back what it brought


@workflow.effect("account.undo_reconciliation", batch=True)
def undo_reconciliation(moves):
    moves._undo_reconciliation()
