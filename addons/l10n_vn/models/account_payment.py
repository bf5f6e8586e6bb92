from core import _, models


class AccountPayment(models.Model):
    _inherit = "account.payment"

    def _l10n_vn_account_codes(self, side):
        """Codes of the accounts debited or credited by the payment, as the form names them.

        :param side: 'debit' or 'credit'
        """
        self.ensure_one()
        return sorted(set(self.move_id.line_ids.filtered(side).account_id.mapped("code")))

    def _l10n_vn_signatories(self):
        """Who signs form 01-TT (money received) or 02-TT (money paid), from left to right."""
        self.ensure_one()
        partner = _("Payer") if self.payment_type == "inbound" else _("Payee")
        return [_("Director"), _("Chief accountant"), partner, _("Prepared by"), _("Cashier")]
