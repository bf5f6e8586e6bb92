"""Invoices of goods that are valued automatically carry the cost of what was sold (anglo-saxon accounting)."""
from core import fields, models

from ..valuation import round_value


class AccountMove(models.Model):
    _inherit = "account.move"

    stock_move_id = fields.Many2one("stock.move", "Stock Move", index="btree_not_null", copy=False)
    stock_valuation_layer_ids = fields.One2many("stock.valuation.layer", "account_move_id", "Stock Valuation Layer")

    def _prepare_posting(self):
        super()._prepare_posting()
        documents = self.filtered(lambda move: move.state == "draft" and move.is_sale_document(include_receipts=True)
                                  and move.company_id.anglo_saxon_accounting)
        values = documents._stock_account_prepare_anglo_saxon_out_lines_vals()
        if values:
            self.env["account.move.line"].with_context(_skip_invoice_sync=True).create(values)

    def _post(self, soft=True):
        posted = super()._post(soft=soft)
        posted._stock_account_anglo_saxon_reconcile_valuation()
        return posted

    def button_draft(self):
        result = super().button_draft()
        self.line_ids.filtered(lambda line: line.display_type == "cogs").with_context(
            _skip_invoice_sync=True, dynamic_unlink=True).unlink()
        return result

    def _stock_account_prepare_anglo_saxon_out_lines_vals(self):
        """Values of two journal items for each line of goods: debit the expense, credit the interim account of deliveries."""
        values = []
        for move in self:
            move = move.with_company(move.company_id)
            sign = -1 if move.move_type == "out_refund" else 1
            for line in move.invoice_line_ids.filtered(lambda line: line._eligible_for_cogs()):
                accounts = line.product_id.product_tmpl_id.get_product_accounts(fiscal_pos=move.fiscal_position_id)
                interim, expense = accounts["stock_output"], accounts["expense"] or move.journal_id.default_account_id
                if not interim or not expense:
                    continue
                cost = line._stock_account_get_anglo_saxon_price_unit()
                amount = round_value(cost * line.quantity, move.company_currency_id.rounding) * sign
                if move.company_currency_id.is_zero(amount):
                    continue
                values += [line._cogs_values(account, balance, cost)
                           for account, balance in ((interim, -amount), (expense, amount))]
        return values

    def _stock_account_anglo_saxon_reconcile_valuation(self, product=False):
        """Settle what deliveries put on the interim account with what invoices took from it."""
        for move in self.filtered(lambda move: move.is_sale_document() and move.company_id.anglo_saxon_accounting):
            cogs = move.line_ids.filtered(lambda line: line.display_type == "cogs" and line.account_id.reconcile
                                          and not line.reconciled)
            if not cogs:
                continue
            entries = move._stock_account_get_last_step_stock_moves().sudo().stock_valuation_layer_ids.account_move_id
            for (account, item), lines in cogs.grouped(lambda line: (line.account_id, line.product_id)).items():
                deliveries = entries.line_ids.filtered(
                    lambda line, account=account, item=item: line.account_id == account and line.product_id == item
                    and not line.reconciled and line.parent_state == "posted")
                if deliveries:
                    (lines | deliveries).reconcile()

    def _stock_account_get_last_step_stock_moves(self):
        """Moves that delivered, or took back, what the document invoices. Bridges know."""
        return self.env["stock.move"]


class AccountMoveLine(models.Model):
    _inherit = "account.move.line"

    cogs_origin_id = fields.Many2one("account.move.line", copy=False, index="btree_not_null")

    def _eligible_for_cogs(self):
        self.ensure_one()
        return (self.display_type == "product" and self.product_id.is_storable
                and self.product_id.with_company(self.company_id).valuation == "real_time")

    def _cogs_values(self, account, balance, cost):
        return {
            "name": (self.name or self.product_id.display_name or "")[:64],
            "move_id": self.move_id.id,
            "partner_id": self.move_id.commercial_partner_id.id,
            "product_id": self.product_id.id,
            "product_uom_id": self.product_uom_id.id,
            "quantity": self.quantity,
            "price_unit": cost if balance > 0 else -cost,
            "amount_currency": self.move_id._amount_in_document_currency(balance),
            "balance": balance,
            "account_id": account.id,
            "currency_id": self.move_id.currency_id.id,
            "display_type": "cogs",
            "tax_ids": [],
            "cogs_origin_id": self.id,
        }

    def _stock_account_get_anglo_saxon_price_unit(self):
        """Cost of one unit of the line, in the line's unit."""
        self.ensure_one()
        if not self.product_id:
            return self.price_unit
        return self.product_id.with_company(self.company_id)._stock_account_get_anglo_saxon_price_unit(uom=self.product_uom_id)


class AccountMoveCurrency(models.Model):
    _inherit = "account.move"

    def _amount_in_document_currency(self, balance):
        if self.currency_id == self.company_currency_id:
            return balance
        return self.currency_id.round(balance * (self.invoice_currency_rate or 1.0))
