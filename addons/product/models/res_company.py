from core import _, api, models


class ResCompany(models.Model):
    _inherit = "res.company"

    @api.model_create_multi
    def create(self, vals_list):
        companies = super().create(vals_list)
        companies._activate_or_create_pricelists()
        return companies

    def write(self, vals):
        """A company that changes its currency takes along its own default pricelist, unless it has prices already."""
        result = super().write(vals)
        if vals.get("currency_id"):
            defaults = self.env["product.pricelist"].sudo().search([
                ("company_id", "in", self.ids), ("item_ids", "=", False), ("currency_id", "!=", vals["currency_id"])])
            defaults.write({"currency_id": vals["currency_id"]})
        return result

    def _activate_or_create_pricelists(self):
        """With price lists in use every company has at least one."""
        if not self.env.user.has_group("product.group_product_pricelist"):
            return
        pricelists = self.env["product.pricelist"].sudo()
        covered = pricelists.search([("company_id", "in", self.ids)]).company_id
        pricelists.create([
            {"name": _("Default"), "currency_id": company.currency_id.id, "company_id": company.id}
            for company in self - covered])
