"""Journal items distributed over analytic accounts: posting them makes analytic items."""
from core import api, fields, models, tools

from odoo.addons.analytic.distribution import shares_by_account, split


class AccountAnalyticApplicability(models.Model):
    _inherit = "account.analytic.applicability"

    business_domain = fields.Selection(
        selection_add=[("invoice", "Invoice"), ("bill", "Vendor Bill")], ondelete={"invoice": "cascade", "bill": "cascade"})
    account_prefix = fields.Char("Financial Accounts Prefix", help="Only lines of accounts whose code begins like this; "
                                                                   "several are separated by commas.")
    product_categ_id = fields.Many2one("product.category", "Product Category")

    def _get_score(self, **kwargs):
        score = super()._get_score(**kwargs)
        if not score:
            return 0
        if self.account_prefix:
            account = self.env["account.account"].browse(kwargs.get("account"))
            if not account or not account.code.startswith(_prefixes(self.account_prefix)):
                return 0
            score += 1
        if self.product_categ_id:
            product = self.env["product.product"].browse(kwargs.get("product"))
            if product.categ_id != self.product_categ_id:
                return 0
            score += 1
        return score


class AccountAnalyticDistributionModel(models.Model):
    _inherit = "account.analytic.distribution.model"

    account_prefix = fields.Char("Accounts Prefix", help="Only lines of accounts whose code begins like this; several are "
                                                         "separated by commas.")
    product_id = fields.Many2one("product.product", "Product", ondelete="cascade", check_company=True)
    product_categ_id = fields.Many2one("product.category", "Product Category", ondelete="cascade")

    def _criteria(self):
        return [*super()._criteria(), "product_id", "product_categ_id", "account_prefix"]

    def _meets(self, name, wanted, value):
        if name == "account_prefix":
            return (value or "").startswith(_prefixes(wanted))
        return super()._meets(name, wanted, value)


def _prefixes(text):
    return tuple(prefix.strip() for prefix in text.split(",") if prefix.strip())


class AccountAnalyticLine(models.Model):
    _inherit = "account.analytic.line"

    product_id = fields.Many2one("product.product", "Product", check_company=True)
    general_account_id = fields.Many2one("account.account", "Financial Account", ondelete="restrict", index=True,
                                         related="move_line_id.account_id", store=True, readonly=False)
    journal_id = fields.Many2one("account.journal", "Financial Journal", related="move_line_id.journal_id", store=True,
                                 readonly=True)
    move_line_id = fields.Many2one("account.move.line", "Journal Item", ondelete="cascade", index="btree_not_null",
                                   check_company=True)
    code = fields.Char(size=8)
    ref = fields.Char("Ref.")
    category = fields.Selection(selection_add=[("invoice", "Customer Invoice"), ("vendor_bill", "Vendor Bill")])


class AccountMoveLine(models.Model):
    _name = "account.move.line"
    _inherit = ["account.move.line", "analytic.mixin"]

    analytic_distribution = fields.Json(inverse="_inverse_analytic_distribution", precompute=True)
    analytic_line_ids = fields.One2many("account.analytic.line", "move_line_id", "Analytic lines")
    has_invalid_analytics = fields.Boolean(compute="_compute_has_invalid_analytics")

    @api.depends("analytic_distribution")
    def _compute_has_invalid_analytics(self):
        """Whether the distribution names accounts that are gone."""
        for line in self:
            line.has_invalid_analytics = len(line.distribution_analytic_account_ids) < len(set(line._get_analytic_account_ids()))

    @api.depends("account_id", "partner_id", "product_id")
    def _compute_analytic_distribution(self):
        """By the distribution models; what somebody chose stays while no model says otherwise."""
        models_ = self.env["account.analytic.distribution.model"]
        known = {}
        for line in self:
            found = None
            if line.display_type == "product" and models_._any():
                values = line._analytic_criteria()
                key = tools.freehash(values)
                if key not in known:
                    known[key] = models_._get_distribution(values)
                found = known[key]
            line.analytic_distribution = found or line.analytic_distribution

    def _analytic_criteria(self):
        self.ensure_one()
        return {
            "product_id": self.product_id.id,
            "product_categ_id": self.product_id.categ_id.id,
            "partner_id": self.partner_id.id,
            "partner_category_id": self.partner_id.category_id.ids,
            "account_prefix": self.account_id.code,
            "company_id": self.company_id.id,
        }

    def _inverse_analytic_distribution(self):
        """The distribution of a posted line changed: its analytic items follow."""
        posted = self.filtered(lambda line: line.parent_state == "posted")
        posted.analytic_line_ids.sudo().unlink()
        posted._create_analytic_lines()

    def _create_analytic_lines(self):
        """Make the analytic items of posted lines; mandatory plans are insisted on where the caller asks for it."""
        lines = self.filtered("analytic_distribution")
        if self.env.context.get("validate_analytic"):
            self._validate_analytic_distribution()
        values = [values for line in lines for values in line._prepare_analytic_lines()]
        if values:
            self.env["account.analytic.line"].sudo().create(values)

    def _validate_analytic_distribution(self):
        for line in self.filtered(lambda line: line.display_type == "product"):
            line._validate_distribution(
                company_id=line.company_id.id, product=line.product_id.id, account=line.account_id.id,
                business_domain="invoice" if line.move_id.is_sale_document(True)
                else "bill" if line.move_id.is_purchase_document(True) else "general")

    def _prepare_analytic_lines(self):
        """Values of the analytic items of one line; costs are negative. Parts of a line add up to it, plan by plan."""
        self.ensure_one()
        shares = shares_by_account(self.analytic_distribution)
        accounts = self.env["account.analytic.account"].sudo().browse(shares).exists()
        result = []
        for _plan, group in accounts.grouped("root_plan_id").items():
            parts = split(-self.balance, {account.id: shares[account.id] for account in group},
                          self.company_currency_id.decimal_places)
            result += [self._prepare_analytic_distribution_line(shares[id_], id_, amount) for id_, amount in parts.items()]
        return result

    def _prepare_analytic_distribution_line(self, distribution, account_id, amount):
        self.ensure_one()
        return {
            "name": self.name or (f"{self.ref or '/'} -- {self.partner_id.name or '/'}"),
            "date": self.date,
            "account_id": account_id,
            "partner_id": self.partner_id.id,
            "unit_amount": self.quantity * distribution / 100.0,
            "product_id": self.product_id.id,
            "product_uom_id": self.product_uom_id.id,
            "amount": amount,
            "ref": self.ref,
            "move_line_id": self.id,
            "user_id": self.move_id.invoice_user_id.id or self.env.uid,
            "company_id": self.company_id.id,
            "category": "invoice" if self.move_id.is_sale_document() else "vendor_bill" if self.move_id.is_purchase_document()
            else "other",
        }


class AccountAnalyticAccount(models.Model):
    _inherit = "account.analytic.account"

    invoice_count = fields.Integer("Invoice Count", compute="_compute_invoice_counts")
    vendor_bill_count = fields.Integer("Vendor Bill Count", compute="_compute_invoice_counts")

    def _compute_invoice_counts(self):
        """Posted documents with an item for the account."""
        counts = {
            (account, category): lines for account, category, lines in self.env["account.analytic.line"].sudo()._read_group(
                [("account_id", "in", self.ids), ("category", "in", ("invoice", "vendor_bill"))],
                ["account_id", "category"], ["move_line_id:array_agg"])}
        lines = self.env["account.move.line"].sudo()
        for account in self:
            account.invoice_count = len(lines.browse(counts.get((account, "invoice"), ())).move_id)
            account.vendor_bill_count = len(lines.browse(counts.get((account, "vendor_bill"), ())).move_id)
