"""What Vietnamese law adds to the posting of invoices."""

from core import _, fields, workflow
from core.workflow import Refusal


@workflow.guard("l10n_vn.taxes_in_force")
def taxes_in_force(move):
    if move.company_id.chart_template != "vn" or not move.is_sale_document(include_receipts=True):
        return None
    day = move.invoice_date or fields.Date.context_today(move)
    expired = move.line_ids.tax_ids._not_valid_on(day)
    if expired:
        return Refusal(
            "l10n_vn.tax_not_in_force", _("%(invoice)s of %(day)s uses taxes that are not in force: %(taxes)s."),
            invoice=move.display_name, day=fields.Date.to_string(day),
            taxes=", ".join(f"{tax.name} ({tax.valid_from or ''} – {tax.valid_to or ''}, {tax.legal_reference or ''})"
                            for tax in expired),
            hint=_("Choose the rate that applies on that day."))
    return None
