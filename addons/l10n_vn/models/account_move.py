from core import models

from ..amount_in_words import amount_in_words


class AccountMove(models.Model):
    _inherit = "account.move"

    def _amount_total_words(self):
        """The total in Vietnamese words, for printed documents in VND."""
        self.ensure_one()
        unit = "đồng" if self.currency_id.name == "VND" else self.currency_id.name
        return amount_in_words(self.amount_total, unit)

    def _reverse_move_vals(self, default_values, cancel=True):
        """Returned goods are debited to account 5213, not taken from revenue."""
        vals = super()._reverse_move_vals(default_values, cancel=cancel)
        returns = self.company_id.l10n_vn_sales_return_account_id
        if returns and vals["move_type"] == "out_refund":
            for command in vals.get("line_ids", ()):
                if command[0] == 0 and command[2].get("display_type", "product") == "product":
                    command[2]["account_id"] = returns.id
        return vals


class AccountMoveLine(models.Model):
    _inherit = "account.move.line"

    def _proposed_account(self):
        returns = self.move_id.company_id.l10n_vn_sales_return_account_id
        return returns if returns and self.move_id.move_type == "out_refund" else super()._proposed_account()
