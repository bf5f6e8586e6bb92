from core import fields, models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    cost_method = fields.Selection(related="categ_id.property_cost_method", readonly=True)
    valuation = fields.Selection(related="categ_id.property_valuation", readonly=True)

    def write(self, vals):
        """In another category the stock may be valued another way."""
        moved = self.browse()
        if vals.get("categ_id"):
            moved = self.filtered(lambda template: template.categ_id.id != vals["categ_id"])
        products = moved.with_context(active_test=False).product_variant_ids
        emptied = products._svl_empty_stock()
        result = super().write(vals)
        products._svl_replenish_stock(emptied)
        return result

    def _get_product_accounts(self):
        accounts = super()._get_product_accounts()
        category = self.categ_id
        return {
            **accounts,
            "stock_input": category.property_stock_account_input_categ_id,
            "stock_output": category.property_stock_account_output_categ_id,
            "stock_valuation": category.property_stock_valuation_account_id,
        }

    def get_product_accounts(self, fiscal_pos=None):
        return {**super().get_product_accounts(fiscal_pos=fiscal_pos), "stock_journal": self.categ_id.property_stock_journal}
