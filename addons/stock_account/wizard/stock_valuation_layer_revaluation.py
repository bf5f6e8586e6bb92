from core import _, api, fields, models
from core.exceptions import UserError

from ..valuation import round_value


class StockValuationLayerRevaluation(models.TransientModel):
    """Add value to (or take it from) the stock of a product, with a reason and a counterpart account."""

    _name = "stock.valuation.layer.revaluation"
    _description = "Stock Revaluation"
    _check_company_auto = True

    company_id = fields.Many2one("res.company", readonly=True, required=True, default=lambda self: self.env.company)
    currency_id = fields.Many2one("res.currency", related="company_id.currency_id", required=True)
    product_id = fields.Many2one("product.product", "Related product", required=True, check_company=True)
    property_valuation = fields.Selection(related="product_id.categ_id.property_valuation")
    product_uom_name = fields.Char("Unit of Measure", related="product_id.uom_id.name")
    account_journal_id = fields.Many2one("account.journal", "Journal", check_company=True)
    account_id = fields.Many2one("account.account", "Counterpart Account", domain=[("deprecated", "=", False)], check_company=True)
    date = fields.Date("Accounting Date")
    reason = fields.Char("Reason", help="Why the stock is worth more, or less.")
    current_quantity_svl = fields.Float("Current Quantity", related="product_id.quantity_svl")
    current_value_svl = fields.Float("Current Value", related="product_id.value_svl")
    added_value = fields.Monetary("Added value", required=True)
    new_value = fields.Monetary("New value", compute="_compute_new_value")
    new_value_by_qty = fields.Monetary("New value by quantity", compute="_compute_new_value")

    @api.model
    def default_get(self, default_fields):
        values = super().default_get(default_fields)
        product = self.env["product.product"].browse(values.get("product_id") or [])
        if product:
            if product._no_quantity(product.quantity_svl) or product.quantity_svl < 0:
                raise UserError(_("%s has no stock whose value could change.", product.display_name))
            accounts = product.product_tmpl_id.get_product_accounts()
            values.setdefault("account_journal_id", accounts["stock_journal"].id)
        return values

    @api.depends("current_value_svl", "current_quantity_svl", "added_value")
    def _compute_new_value(self):
        for wizard in self:
            wizard.new_value = wizard.current_value_svl + wizard.added_value
            quantity = wizard.current_quantity_svl
            wizard.new_value_by_qty = wizard.new_value / quantity if quantity else 0.0

    def action_validate_revaluation(self):
        """Spread the value over what is in stock, and post the entry of products that are valued automatically."""
        self.ensure_one()
        self.env["stock.valuation.layer"].check_access("create")
        if self.currency_id.is_zero(self.added_value):
            raise UserError(_("The added value of %s is zero: nothing would change.", self.product_id.display_name))
        product = self.product_id.with_company(self.company_id)
        if product.quantity_svl <= 0:
            raise UserError(_("%s has no stock whose value could change.", product.display_name))
        remaining = product._get_fifo_candidates(self.company_id)
        self._spread(remaining)
        layer = self.env["stock.valuation.layer"].create(self._layer_values(product))
        new_cost = (product.value_svl) / product.quantity_svl
        if product.cost_method != "fifo":
            product.with_context(disable_auto_svl=True).sudo().standard_price = new_cost
        elif remaining:
            product._follow_fifo_cost(remaining, new_cost)
        if product.valuation == "real_time":
            self._post_entry(product, layer)
        return True

    def _layer_values(self, product):
        description = _("Manual Stock Valuation: %s.", self.reason or _("No Reason Given"))
        return {"company_id": self.company_id.id, "product_id": product.id, "description": description,
                "value": self.added_value, "quantity": 0.0}

    def _spread(self, layers):
        """Each lot takes its part by quantity; the last one takes the remainder, so that the parts add up."""
        total = sum(layers.mapped("remaining_qty"))
        left = self.added_value
        for layer in layers:
            last = layer == layers[-1:]
            part = left if last else round_value(self.added_value * layer.remaining_qty / total, self.currency_id.rounding)
            left = self.currency_id.round(left - part)
            if layer.remaining_value + part < 0:
                raise UserError(_("The value of %s would become negative. Take less off.", self.product_id.display_name))
            layer.remaining_value = self.currency_id.round(layer.remaining_value + part)

    def _post_entry(self, product, layer):
        if not self.account_id:
            raise UserError(_("Choose the counterpart account of the value added to %s.", product.display_name))
        accounts = self.env["stock.move"].with_company(self.company_id)._valuation_accounts(product)
        pairs = ((accounts["stock_valuation"], self.added_value), (self.account_id, -self.added_value))
        self.env["account.move"].create({
            "journal_id": (self.account_journal_id or accounts["stock_journal"]).id,
            "company_id": self.company_id.id,
            "ref": layer.description,
            "stock_valuation_layer_ids": [(6, 0, layer.ids)],
            "date": self.date or fields.Date.context_today(self),
            "move_type": "entry",
            "line_ids": [(0, 0, {"name": layer.description, "account_id": account.id, "balance": balance,
                                 "product_id": product.id}) for account, balance in pairs],
        })._post()
