from core import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    group_uom = fields.Boolean("Units of Measure", implied_group="uom.group_uom")
    group_product_variant = fields.Boolean("Variants", implied_group="product.group_product_variant")
    group_stock_packaging = fields.Boolean("Product Packagings", implied_group="product.group_stock_packaging")
    group_product_pricelist = fields.Boolean("Pricelists", implied_group="product.group_product_pricelist")

    def set_values(self):
        """Switching price lists on gives every company one."""
        had_pricelists = self.default_get(["group_product_pricelist"])["group_product_pricelist"]
        result = super().set_values()
        if self.group_product_pricelist and not had_pricelists:
            self.env["res.company"].sudo().search([])._activate_or_create_pricelists()
        return result
