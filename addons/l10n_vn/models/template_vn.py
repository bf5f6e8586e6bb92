from datetime import date

from core import models

from odoo.addons.account.models.chart_template import template

from ..vat_rates import VAT_RATES, default_rate

SALE_ACCOUNT, PURCHASE_ACCOUNT = "chart33311", "chart1331"


class AccountChartTemplate(models.AbstractModel):
    """Chart of accounts of Circular 99/2025/TT-BTC."""

    _inherit = "account.chart.template"

    @template("vn")
    def _get_vn_template_data(self):
        return {
            "name": "Vietnam (Thông tư 99/2025/TT-BTC)",
            "country": "vn",
            "currency": "base.VND",
            "sequence": 10,
            "property_account_receivable_id": "chart131",
            "property_account_payable_id": "chart331",
            "property_account_income_categ_id": "chart5111",
            "property_account_expense_categ_id": "chart632",
            "bank_account_code_prefix": "112",
            "cash_account_code_prefix": "111",
            "transfer_account_code_prefix": "113",
            "tax_calculation_rounding_method": "round_globally",
        }

    @template("vn", "account.journal")
    def _get_vn_account_journal(self, template_code):
        return {
            "sale": {"name": "Sales", "name@vi_VN": "Bán hàng", "default_account_id": "chart5111"},
            "purchase": {"name": "Purchases", "name@vi_VN": "Mua hàng", "default_account_id": "chart632"},
            "general": {"name": "Miscellaneous Operations", "name@vi_VN": "Bút toán khác"},
            "exch": {"name": "Exchange Difference", "name@vi_VN": "Chênh lệch tỷ giá"},
            "cash": {"name": "Cash", "name@vi_VN": "Tiền mặt", "default_account_id": "chart1111"},
            "bank": {"name": "Bank", "name@vi_VN": "Ngân hàng", "default_account_id": "chart1121"},
        }

    @template("vn", "account.tax.group")
    def _get_vn_account_tax_group(self, template_code):
        return {
            f"tax_group_{rate.code}": {"name": rate.name_en, "name@vi_VN": rate.name_vi, "sequence": index}
            for index, rate in enumerate(VAT_RATES, start=1)}

    @template("vn", "account.tax")
    def _get_vn_account_tax(self, template_code):
        taxes = {}
        for use, account in (("sale", SALE_ACCOUNT), ("purchase", PURCHASE_ACCOUNT)):
            for index, rate in enumerate(VAT_RATES, start=1):
                taxes[f"tax_{use}_vat{rate.code}"] = self._vat_values(rate, use, account, index)
        return taxes

    def _vat_values(self, rate, use, account, sequence):
        return {
            "name": rate.name_en, "name@vi_VN": rate.name_vi, "invoice_label": rate.name_en,
            "invoice_label@vi_VN": rate.name_vi, "type_tax_use": use, "amount": rate.percent, "amount_type": "percent",
            "sequence": sequence, "tax_group_id": f"tax_group_{rate.code}", "valid_from": rate.valid_from,
            "valid_to": rate.valid_to, "legal_reference": rate.legal_reference,
            "repartition_line_ids": self.env["account.tax"]._named_repartition(account),
        }

    @template("vn", "res.company")
    def _get_vn_res_company(self, template_code):
        usual = default_rate(max(date.today(), VAT_RATES[0].valid_from)).code
        return {
            "company": {
                "account_sale_tax_id": f"tax_sale_vat{usual}",
                "account_purchase_tax_id": f"tax_purchase_vat{usual}",
                "currency_exchange_journal_id": "exch",
                "income_currency_exchange_account_id": "chart515",
                "expense_currency_exchange_account_id": "chart635",
                "transfer_account_id": "chart113",
                "account_journal_suspense_account_id": "chart113",
                "default_cash_difference_income_account_id": "chart3381",
                "default_cash_difference_expense_account_id": "chart1381",
                "account_default_pos_receivable_account_id": "chart131",
                "l10n_vn_sales_return_account_id": "chart5213",
            },
        }
