from core import _, api, fields, models
from core.exceptions import ValidationError
from core.tools import format_amount

from odoo.addons.product.price_trace import note

ACCOUNT_DOMAIN = "[('deprecated', '=', False), ('account_type', 'not in', ('asset_receivable', 'liability_payable'," \
    " 'asset_cash', 'liability_credit_card', 'off_balance'))]"


class ProductCategory(models.Model):
    _inherit = "product.category"

    property_account_income_categ_id = fields.Many2one(
        "account.account", company_dependent=True, string="Income Account", domain=ACCOUNT_DOMAIN, ondelete="restrict")
    property_account_expense_categ_id = fields.Many2one(
        "account.account", company_dependent=True, string="Expense Account", domain=ACCOUNT_DOMAIN, ondelete="restrict")


class ProductTemplate(models.Model):
    _inherit = "product.template"

    taxes_id = fields.Many2many(
        "account.tax", "product_taxes_rel", "prod_id", "tax_id", string="Sales Taxes",
        domain=[("type_tax_use", "=", "sale")],
        default=lambda self: self._default_taxes("account_sale_tax_id"))
    supplier_taxes_id = fields.Many2many(
        "account.tax", "product_supplier_taxes_rel", "prod_id", "tax_id", string="Purchase Taxes",
        domain=[("type_tax_use", "=", "purchase")],
        default=lambda self: self._default_taxes("account_purchase_tax_id"))
    tax_string = fields.Char(compute="_compute_tax_string")
    property_account_income_id = fields.Many2one(
        "account.account", company_dependent=True, string="Income Account", domain=ACCOUNT_DOMAIN, ondelete="restrict",
        help="Empty: the income account of the product category.")
    property_account_expense_id = fields.Many2one(
        "account.account", company_dependent=True, string="Expense Account", domain=ACCOUNT_DOMAIN, ondelete="restrict",
        help="Empty: the expense account of the product category.")
    account_tag_ids = fields.Many2many("account.account.tag", string="Account Tags")
    fiscal_country_codes = fields.Char(compute="_compute_fiscal_country_codes")

    @api.model
    def _default_taxes(self, field_name):
        return self.env.companies.mapped(field_name) or self.env.companies.root_id.sudo().mapped(field_name)

    @api.depends_context("allowed_company_ids")
    def _compute_fiscal_country_codes(self):
        codes = ",".join(code for code in self.env.companies.mapped("account_fiscal_country_id.code") if code)
        self.fiscal_country_codes = codes

    @api.depends("taxes_id", "list_price")
    @api.depends_context("company")
    def _compute_tax_string(self):
        for template in self:
            taxes = template.taxes_id._filter_taxes_by_company(self.env.company)
            if not taxes:
                template.tax_string = ""
                continue
            amounts = taxes.compute_all(template.list_price, currency=template.currency_id)
            template.tax_string = _(
                "(= %(included)s Incl. Taxes, %(excluded)s Excl. Taxes)",
                included=format_amount(self.env, amounts["total_included"], template.currency_id),
                excluded=format_amount(self.env, amounts["total_excluded"], template.currency_id))

    @api.constrains("uom_id")
    def _check_uom_not_in_invoice(self):
        """A unit used on posted documents is exchanged only within its category."""
        for template in self:
            other = self.env["account.move.line"].sudo().search([
                ("product_id.product_tmpl_id", "=", template.id), ("parent_state", "=", "posted"),
                ("product_uom_id.category_id", "!=", template.uom_id.category_id.id)], limit=1)
            if other:
                raise ValidationError(_(
                    "%(product)s is already on posted documents in %(unit)s; choose a unit of that category.",
                    product=template.display_name, unit=other.product_uom_id.name))

    def _get_product_accounts(self):
        """Income and expense accounts: the product's own, else its category's."""
        return {
            "income": self.property_account_income_id or self.categ_id.property_account_income_categ_id,
            "expense": self.property_account_expense_id or self.categ_id.property_account_expense_categ_id,
        }

    def _get_asset_accounts(self):
        return {"stock_input": False, "stock_output": False}

    def get_product_accounts(self, fiscal_pos=None):
        accounts = self._get_product_accounts()
        return (fiscal_pos or self.env["account.fiscal.position"]).map_accounts(accounts)


class ProductProduct(models.Model):
    _inherit = "product.product"

    tax_string = fields.Char(compute="_compute_tax_string")

    @api.depends("lst_price", "product_tmpl_id", "taxes_id")
    @api.depends_context("company")
    def _compute_tax_string(self):
        for product in self:
            product.tax_string = product.product_tmpl_id.tax_string

    def _get_product_accounts(self):
        return self.product_tmpl_id._get_product_accounts()

    def get_product_accounts(self, fiscal_pos=None):
        return self.product_tmpl_id.get_product_accounts(fiscal_pos=fiscal_pos)

    def _get_tax_included_unit_price(
            self, company, currency, document_date, document_type, is_refund_document=False, product_uom=None,
            product_currency=None, product_price_unit=None, product_taxes=None, fiscal_position=None):
        """The unit price on a document: sales price or cost, in its unit and currency, with its included taxes."""
        product = self.with_company(company)
        is_sale = document_type == "sale"
        price = product_price_unit
        if price is None:
            price = product.lst_price if is_sale else product.standard_price
        note("base", price, price_type="list_price" if is_sale else "standard_price", product=self, unit=product.uom_id)
        if product_uom and product.uom_id != product_uom:
            price = product.uom_id._compute_price(price, product_uom)
            note("unit", price, source=product.uom_id, target=product_uom)
        taxes = product_taxes
        if taxes is None:
            template = product.product_tmpl_id
            taxes = template.taxes_id if is_sale else template.supplier_taxes_id
            taxes = taxes._filter_taxes_by_company(company)
        mapped = fiscal_position.map_tax(taxes) if fiscal_position else taxes
        if mapped != taxes:
            price = taxes._fix_tax_included_price(price, taxes, mapped)
            note("taxes", price)
        source = product_currency or (product.currency_id if is_sale else company.currency_id)
        if source and currency and source != currency:
            price = source._convert(price, currency, company, document_date or fields.Date.context_today(self), round=False)
            note("currency", price, source=source, target=currency)
        return price
