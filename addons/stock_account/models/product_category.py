from core import _, api, fields, models
from core.exceptions import UserError, ValidationError

ACCOUNT_DOMAIN = [("deprecated", "=", False)]


class ProductCategory(models.Model):
    _inherit = "product.category"

    property_valuation = fields.Selection(
        [("manual_periodic", "Manual"), ("real_time", "Automated")], string="Inventory Valuation", company_dependent=True,
        copy=True, help="Manual: the accountant enters the value of the stock. Automated: every move of goods makes an entry.")
    property_cost_method = fields.Selection(
        [("standard", "Standard Price"), ("fifo", "First In First Out (FIFO)"), ("average", "Average Cost (AVCO)")],
        string="Costing Method", company_dependent=True, copy=True,
        help="Standard Price: goods are worth the cost on the product.\n"
             "Average Cost: the cost follows from what came in.\n"
             "First In First Out: what leaves first costs what came in first.")
    property_stock_journal = fields.Many2one(
        "account.journal", "Stock Journal", company_dependent=True, ondelete="restrict")
    property_stock_account_input_categ_id = fields.Many2one(
        "account.account", "Stock Input Account", company_dependent=True, domain=ACCOUNT_DOMAIN, ondelete="restrict",
        help="Counterpart of incoming goods, until the vendor's bill arrives.")
    property_stock_account_output_categ_id = fields.Many2one(
        "account.account", "Stock Output Account", company_dependent=True, domain=ACCOUNT_DOMAIN, ondelete="restrict",
        help="Counterpart of outgoing goods, until the customer is invoiced.")
    property_stock_valuation_account_id = fields.Many2one(
        "account.account", "Stock Valuation Account", company_dependent=True, domain=ACCOUNT_DOMAIN, ondelete="restrict",
        help="What the goods in stock are worth.")

    @api.constrains("property_stock_valuation_account_id", "property_stock_account_output_categ_id",
                    "property_stock_account_input_categ_id")
    def _check_valuation_accounts(self):
        for category in self:
            valuation = category.property_stock_valuation_account_id
            if valuation and valuation in (category.property_stock_account_input_categ_id,
                                           category.property_stock_account_output_categ_id):
                raise ValidationError(_(
                    "%(category)s: the stock valuation account %(account)s cannot be the input or output account too. "
                    "Choose different accounts.", category=category.display_name, account=valuation.display_name))

    def write(self, vals):
        """With another costing method or valuation, the stock on hand is taken out the old way and put back the new way."""
        changing = self.browse()
        if not {"property_cost_method", "property_valuation"}.isdisjoint(vals):
            changing = self.filtered(lambda category: any(
                name in vals and vals[name] != category[name] for name in ("property_cost_method", "property_valuation")))
        products = self.env["product.product"]
        if changing:
            products = products.with_context(active_test=False).search([("categ_id", "in", changing.ids)])
        emptied = products._svl_empty_stock()
        result = super().write(vals)
        products._svl_replenish_stock(emptied)
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_unless_valued(self):
        layer = self.env["stock.valuation.layer"].sudo().search([("categ_id", "in", self.ids)], limit=1)
        if layer:
            raise UserError(_(
                "%(category)s groups products whose stock is valued (%(product)s); move them to another category first.",
                category=layer.categ_id.display_name, product=layer.product_id.display_name))
