from core import api, models

from odoo.addons.account.models.chart_template import template


class AccountChartTemplate(models.AbstractModel):
    """Goods: bought and on the way 151, in stock 1561, delivered and not invoiced yet 157, sold 632; missing 1381, found 3381."""

    _inherit = "account.chart.template"

    @template("vn")
    def _get_vn_stock_template_data(self):
        return {
            "property_stock_valuation_account_id": "chart1561",
            "property_stock_account_input_categ_id": "chart151",
            "property_stock_account_output_categ_id": "chart157",
            "anglo_saxon_accounting": True,
        }

    @template("vn", "account.journal")
    def _get_vn_stock_account_journal(self, template_code):
        return {"inventory_valuation": {"name@vi_VN": "Giá trị hàng tồn kho"}}

    @api.model
    def _set_default_properties(self, settings, company, references):
        super()._set_default_properties(settings, company, references)
        missing, found = references.get("chart1381"), references.get("chart3381")
        if company.chart_template == "vn" and missing and found:
            self.env["stock.location"].search([
                ("usage", "=", "inventory"), ("company_id", "=", company.id), ("scrap_location", "=", False)]).write(
                {"valuation_in_account_id": missing.id, "valuation_out_account_id": found.id})
