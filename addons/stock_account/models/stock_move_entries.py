"""The journal entries of valued moves."""
from core import _, models
from core.exceptions import UserError


class StockMove(models.Model):
    _inherit = "stock.move"

    def _valuation_accounts(self, product):
        """Accounts and journal of a product's valuation; an error that says where to set those that are missing."""
        accounts = product.product_tmpl_id.get_product_accounts()
        labels = {
            "stock_journal": _("Stock Journal"), "stock_valuation": _("Stock Valuation Account"),
            "stock_input": _("Stock Input Account"), "stock_output": _("Stock Output Account"),
        }
        missing = [label for name, label in labels.items() if not accounts.get(name)]
        if missing:
            raise UserError(_(
                "%(product)s is valued automatically, but its category %(category)s has no: %(missing)s. "
                "Set them on the category, or value the category manually.",
                product=product.display_name, category=product.categ_id.display_name, missing=", ".join(missing)))
        return accounts

    def _get_accounting_data_for_valuation(self):
        """(journal id, source account id, destination account id, valuation account id)."""
        self.ensure_one()
        accounts = self._valuation_accounts(self.product_id)
        return (accounts["stock_journal"].id, self._get_src_account(accounts), self._get_dest_account(accounts),
                accounts["stock_valuation"].id)

    def _get_src_account(self, accounts_data):
        """Where the value of incoming goods comes from."""
        return self.location_id.valuation_out_account_id.id or accounts_data["stock_input"].id

    def _get_dest_account(self, accounts_data):
        """Where the value of outgoing goods goes to."""
        location = self.location_dest_id
        if location.usage in ("production", "inventory"):
            return location.valuation_in_account_id.id or accounts_data["stock_output"].id
        return accounts_data["stock_output"].id

    def _account_entry_move(self, qty, description, svl_id, cost):
        """Values of the entries of one layer of this move: goods in debit the stock, goods out credit it."""
        self.ensure_one()
        if not self.product_id.is_storable:
            return []
        journal_id, source_id, destination_id, valuation_id = self._get_accounting_data_for_valuation()
        if self._is_dropshipped() or self._is_dropshipped_returned():
            pair = (source_id, valuation_id) if cost > 0 else (valuation_id, destination_id)
            credit_id, debit_id = pair if self._is_dropshipped() else (pair[0], pair[1])
        elif cost > 0:
            # taken back from a customer: what the delivery had debited is credited
            credit_id = destination_id if self._is_returned(valued_type="in") else source_id
            debit_id = valuation_id
        else:
            credit_id = valuation_id
            debit_id = source_id if self._is_returned(valued_type="out") else destination_id
        return [self._prepare_account_move_vals(credit_id, debit_id, journal_id, qty, description, svl_id, abs(cost))]

    def _prepare_account_move_vals(self, credit_account_id, debit_account_id, journal_id, qty, description, svl_id, cost):
        self.ensure_one()
        return {
            "journal_id": journal_id,
            "line_ids": self._prepare_account_move_line(qty, cost, credit_account_id, debit_account_id, svl_id, description),
            "partner_id": self._get_partner_id_for_valuation_lines(),
            "ref": description,
            "stock_move_id": self.id,
            "stock_valuation_layer_ids": [(6, 0, [svl_id])],
            "move_type": "entry",
            "company_id": self.company_id.id,
        }

    def _prepare_account_move_line(self, qty, cost, credit_account_id, debit_account_id, svl_id, description):
        """Commands that create the two journal items."""
        values = self._generate_valuation_lines_data(
            self._get_partner_id_for_valuation_lines(), qty, cost, cost, debit_account_id, credit_account_id, svl_id,
            description)
        return [(0, 0, line) for line in values.values()]

    def _generate_valuation_lines_data(self, partner_id, qty, debit_value, credit_value, debit_account_id,
                                       credit_account_id, svl_id, description):
        common = {"name": description, "product_id": self.product_id.id, "quantity": qty,
                  "product_uom_id": self.product_id.uom_id.id, "partner_id": partner_id}
        return {
            "credit_line_vals": {**common, "balance": -credit_value, "account_id": credit_account_id},
            "debit_line_vals": {**common, "balance": debit_value, "account_id": debit_account_id},
        }

    def _get_partner_id_for_valuation_lines(self):
        return self.env["res.partner"]._find_accounting_partner(self.picking_id.partner_id).id
