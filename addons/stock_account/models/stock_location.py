from core import fields, models


class StockLocation(models.Model):
    _inherit = "stock.location"

    valuation_in_account_id = fields.Many2one(
        "account.account", "Stock Valuation Account (Incoming)", ondelete="restrict",
        domain=[("account_type", "not in", ("asset_receivable", "liability_payable", "asset_cash", "liability_credit_card")),
                ("deprecated", "=", False)],
        help="Goods that go from stock to here (a loss, a production) are debited to this account.")
    valuation_out_account_id = fields.Many2one(
        "account.account", "Stock Valuation Account (Outgoing)", ondelete="restrict",
        domain=[("account_type", "not in", ("asset_receivable", "liability_payable", "asset_cash", "liability_credit_card")),
                ("deprecated", "=", False)],
        help="Goods that come from here into stock (a surplus, a production) are credited to this account.")

    def _should_be_valued(self):
        """Whether goods here belong to the company's stock."""
        self.ensure_one()
        return self.usage == "internal" or (self.usage == "transit" and bool(self.company_id))
