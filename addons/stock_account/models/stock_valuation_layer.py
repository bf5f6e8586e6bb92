from core import api, fields, models, tools


class StockValuationLayer(models.Model):
    """One change of the value of a product's stock. The layers of a product add up to its quantity and its value."""

    _name = "stock.valuation.layer"
    _description = "Stock Valuation Layer"
    _order = "create_date, id"
    _rec_name = "product_id"

    company_id = fields.Many2one("res.company", "Company", readonly=True, required=True)
    product_id = fields.Many2one("product.product", "Product", readonly=True, required=True, check_company=True, index=True)
    categ_id = fields.Many2one("product.category", related="product_id.categ_id", store=True)
    product_tmpl_id = fields.Many2one("product.template", related="product_id.product_tmpl_id")
    quantity = fields.Float("Quantity", readonly=True, digits="Product Unit of Measure")
    uom_id = fields.Many2one("uom.uom", related="product_id.uom_id", readonly=True, required=True)
    currency_id = fields.Many2one("res.currency", "Currency", related="company_id.currency_id", readonly=True, required=True)
    unit_cost = fields.Float("Unit Value", digits="Product Price", readonly=True, aggregator=None)
    value = fields.Monetary("Total Value", readonly=True)
    remaining_qty = fields.Float("Remaining Quantity", readonly=True, digits="Product Unit of Measure",
                                 help="Of goods that came in: what is still there. Negative: what left before it came.")
    remaining_value = fields.Monetary("Remaining Value", readonly=True)
    description = fields.Char("Description", readonly=True)
    stock_valuation_layer_id = fields.Many2one(
        "stock.valuation.layer", "Linked To", readonly=True, check_company=True, index="btree_not_null")
    stock_valuation_layer_ids = fields.One2many("stock.valuation.layer", "stock_valuation_layer_id")
    stock_move_id = fields.Many2one("stock.move", "Stock Move", readonly=True, check_company=True, index="btree_not_null")
    account_move_id = fields.Many2one(
        "account.move", "Journal Entry", readonly=True, check_company=True, index="btree_not_null")
    reference = fields.Char(related="stock_move_id.reference")
    price_diff_value = fields.Float("Invoice value correction with invoice currency")
    warehouse_id = fields.Many2one("stock.warehouse", "Receipt WH", compute="_compute_warehouse_id")

    def init(self):
        tools.create_index(self.env.cr, "stock_valuation_layer_remaining_index", self._table, ["product_id", "company_id"],
                           where="remaining_qty <> 0")

    @api.depends("stock_move_id")
    def _compute_warehouse_id(self):
        for layer in self:
            move = layer.stock_move_id
            layer.warehouse_id = (move.location_dest_id if move.location_dest_id.usage == "internal"
                                  else move.location_id).warehouse_id

    def _cover_what_left_early(self, products, company):
        """What came in covers what had left before it."""
        owing = self.sudo().search_count(
            [("product_id", "in", products.ids), ("remaining_qty", "<", 0), ("company_id", "=", company.id)], limit=1)
        return products.with_company(company)._run_fifo_vacuum(company) if owing else self.browse()

    def _validate_accounting_entries(self):
        """Post the entries of layers whose products are valued automatically."""
        values = []
        for layer in self:
            if layer.product_id.with_company(layer.company_id).valuation != "real_time":
                continue
            if layer.currency_id.is_zero(layer.value):
                continue
            values += layer._entry_values()
        if values:
            moves = self.env["account.move"].sudo().create(values)
            moves._post()
            for move in moves:
                move.stock_valuation_layer_ids.account_move_id = move

    def _entry_values(self):
        """Values of the journal entries of one layer."""
        self.ensure_one()
        move = self.stock_move_id
        if move and self.quantity:
            return move.with_company(self.company_id)._account_entry_move(self.quantity, self.description, self.id, self.value)
        return [self._value_change_entry()]

    def _value_change_entry(self):
        """The value of the stock changed without goods moving; the expense account takes the difference."""
        accounts = self._required_accounts()
        counterpart = accounts["stock_output"] if self.stock_valuation_layer_id else accounts["expense"]
        debit, credit = accounts["stock_valuation"], counterpart
        if self.value < 0:
            debit, credit = credit, debit
        return {
            "journal_id": accounts["stock_journal"].id,
            "company_id": self.company_id.id,
            "ref": self.description or self.product_id.display_name,
            "move_type": "entry",
            "stock_valuation_layer_ids": [(6, 0, self.ids)],
            "line_ids": [(0, 0, {
                "name": self.description or self.product_id.display_name, "account_id": account.id, "balance": balance,
                "product_id": self.product_id.id}) for account, balance in ((debit, abs(self.value)), (credit, -abs(self.value)))],
        }

    def _required_accounts(self):
        return self.env["stock.move"].with_company(self.company_id)._valuation_accounts(self.product_id)

    def action_open_layer(self):
        self.ensure_one()
        return {"type": "ir.actions.act_window", "res_model": self._name, "res_id": self.id, "view_mode": "form",
                "views": [(False, "form")]}

    def action_open_journal_entry(self):
        self.ensure_one()
        if not self.account_move_id:
            return None
        return {"type": "ir.actions.act_window", "res_model": "account.move", "res_id": self.account_move_id.id,
                "view_mode": "form", "views": [(False, "form")]}
