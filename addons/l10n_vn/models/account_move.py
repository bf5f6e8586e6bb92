from core import models

from ..amount_in_words import amount_in_words


class AccountMove(models.Model):
    _inherit = "account.move"

    def _compute_amount_total_words(self):
        """Amounts in VND are written in Vietnamese words, whatever the language of the document."""
        dong = self.filtered(lambda move: move.currency_id.name == "VND")
        for move in dong:
            move.amount_total_words = amount_in_words(move.amount_total)
        return super(AccountMove, self - dong)._compute_amount_total_words()

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
