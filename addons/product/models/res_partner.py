from core import api, fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    property_product_pricelist = fields.Many2one(
        "product.pricelist", "Pricelist", compute="_compute_product_pricelist",
        inverse="_inverse_product_pricelist", domain="[('company_id', 'in', (False, allowed_company_ids[0]))]",
        help="The price list used when something is sold to this partner.")
    specific_property_product_pricelist = fields.Many2one("product.pricelist", company_dependent=True)

    @api.depends("country_id", "specific_property_product_pricelist")
    @api.depends_context("company")
    def _compute_product_pricelist(self):
        pricelist_of = self.env["product.pricelist"].sudo()._get_partner_pricelist_multi(self._ids)
        for partner in self:
            partner.property_product_pricelist = pricelist_of.get(partner.id)

    def _inverse_product_pricelist(self):
        """Only a choice that differs from the default is remembered."""
        for partner in self:
            partner.specific_property_product_pricelist = partner.property_product_pricelist

    @api.model
    def _commercial_fields(self):
        return super()._commercial_fields() + ["specific_property_product_pricelist"]
