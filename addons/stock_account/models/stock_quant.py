from core import api, fields, models


class StockQuant(models.Model):
    _inherit = "stock.quant"

    currency_id = fields.Many2one("res.currency", "Valuation Currency", related="company_id.currency_id")
    cost_method = fields.Selection(related="product_categ_id.property_cost_method")
    value = fields.Monetary("Value", compute="_compute_value", groups="stock.group_stock_manager",
                            help="This quantity's part of the value of the product's stock.")

    @api.depends("company_id", "location_id", "owner_id", "product_id", "quantity")
    def _compute_value(self):
        for company, quants in self.grouped("company_id").items():
            for quant in quants.with_company(company):
                product = quant.product_id
                mine = quant.location_id._should_be_valued() and not (
                    quant.owner_id and quant.owner_id != company.partner_id)
                if not mine or product._no_quantity(product.quantity_svl):
                    quant.value = 0.0
                else:
                    quant.value = quant.quantity * product.value_svl / product.quantity_svl
