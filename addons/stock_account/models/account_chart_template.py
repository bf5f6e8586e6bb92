from core import _, api, models

from odoo.addons.account.models.chart_template import template

CATEGORY_PROPERTIES = (
    "property_stock_valuation_account_id", "property_stock_account_input_categ_id",
    "property_stock_account_output_categ_id", "property_stock_journal",
)


class AccountChartTemplate(models.AbstractModel):
    """What valuation adds to every chart: its journal, and the accounts of product categories."""

    _inherit = "account.chart.template"

    @template(model="account.journal")
    def _get_stock_account_journal(self, template_code):
        return {"inventory_valuation": {"name": _("Inventory Valuation"), "code": "STJ", "type": "general", "sequence": 10}}

    @template("generic_coa", "account.account")
    def _get_stock_generic_coa_account_account(self, template_code):
        return {
            "stock_in": {"code": "110200", "name": _("Stock Interim (Received)"), "account_type": "asset_current",
                         "reconcile": True},
            "stock_out": {"code": "110300", "name": _("Stock Interim (Delivered)"), "account_type": "asset_current",
                          "reconcile": True},
        }

    @template("generic_coa")
    def _get_stock_generic_coa_template_data(self):
        return {
            "property_stock_valuation_account_id": "stock_valuation",
            "property_stock_account_input_categ_id": "stock_in",
            "property_stock_account_output_categ_id": "stock_out",
            "anglo_saxon_accounting": True,
        }

    @api.model
    def _set_default_properties(self, settings, company, references):
        super()._set_default_properties(settings, company, references)
        settings = {"property_stock_journal": "inventory_valuation", **settings}
        defaults = self.env["ir.default"].sudo()
        for name in CATEGORY_PROPERTIES:
            record = references.get(settings.get(name))
            if record:
                defaults.set("product.category", name, record.id, company_id=company.id)

    @api.model
    def _load_stock_accounts(self, company):
        """Give a company whose chart was loaded earlier the accounts and the journal it lacks."""
        data = self._get_chart_template_data(company.chart_template)
        references = {}
        for model in ("account.account", "account.journal"):
            missing = {}
            for name, values in data[model].items():
                record = self.with_company(company).ref(name, raise_if_not_found=False)
                if record:
                    references[name] = record
                elif name in self._stock_record_names(data["template_data"]):
                    missing[name] = values
            self._load_records(model, missing, company, references)
        if "anglo_saxon_accounting" in data["template_data"]:
            company.anglo_saxon_accounting = data["template_data"]["anglo_saxon_accounting"]
        self._set_default_properties(data["template_data"], company, references)

    @api.model
    def _stock_record_names(self, settings):
        return {"inventory_valuation", *(settings.get(name) for name in CATEGORY_PROPERTIES)}
