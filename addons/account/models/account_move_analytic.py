"""Journal items in analytic accounting: their distribution, and the analytic lines of what is posted."""
from core import api, fields, models


class AccountMoveLine(models.Model):
    _name = "account.move.line"
    _inherit = ["account.move.line", "analytic.mixin"]

    analytic_line_ids = fields.One2many("account.analytic.line", "move_line_id", "Analytic lines")
    has_invalid_analytics = fields.Boolean(compute="_compute_has_invalid_analytics")

    @api.depends("account_id", "partner_id", "product_id")
    def _compute_analytic_distribution(self):
        """What the distribution models say about product lines, unless a line has a distribution of its own."""
        distributions = self.env["account.analytic.distribution.model"]
        models_exist = distributions._exist()
        for line in self:
            found = {}
            if models_exist and (line.display_type == "product" or not line.move_id.is_invoice(include_receipts=True)):
                found = distributions._get_distribution(line._distribution_criteria())
            line.analytic_distribution = found or line.analytic_distribution

    def _distribution_criteria(self):
        return {
            "product_id": self.product_id.id, "product_categ_id": self.product_id.categ_id.id,
            "partner_id": self.partner_id.id, "partner_category_id": self.partner_id.category_id.ids,
            "account_prefix": self.account_id.code, "company_id": self.company_id.id}

    @api.depends("analytic_distribution")
    def _compute_has_invalid_analytics(self):
        for line in self:
            ids = set(line._get_analytic_account_ids())
            line.has_invalid_analytics = len(line.distribution_analytic_account_ids) < len(ids)

    def _create_analytic_lines(self):
        """The analytic lines of the distributed items; mandatory plans are checked when the context asks for it."""
        for line in self:
            if line.display_type == "product":
                line._validate_distribution(
                    product=line.product_id.id, account=line.account_id.id, company_id=line.company_id.id,
                    business_domain="invoice" if line.move_id.is_sale_document(include_receipts=True)
                    else "bill" if line.move_id.is_purchase_document(include_receipts=True) else "general")
        return self.env["account.analytic.line"].sudo().create(self._prepare_analytic_lines())

    def _prepare_analytic_lines(self):
        """Values of one analytic line per account of each distribution; shares add up to the item's balance."""
        return [values for line in self for values in line._analytic_shares()]

    def _analytic_shares(self):
        self.ensure_one()
        shares = []
        currency = self.company_currency_id
        for key, percentage in (self.analytic_distribution or {}).items():
            for account_id in map(int, filter(str.isdigit, str(key).split(","))):
                shares.append(self._prepare_analytic_distribution_line(percentage, account_id))
        whole = [values for values in shares if len(self.analytic_distribution) == len(shares)]
        if whole and abs(sum(self.analytic_distribution.values()) - 100) < 0.005:
            whole[-1]["amount"] += currency.round(-self.balance - sum(values["amount"] for values in whole))
        return shares

    def _prepare_analytic_distribution_line(self, distribution, account_id):
        """Values of the analytic line that gives `account_id` `distribution` per cent of the item."""
        self.ensure_one()
        return {
            "name": self.name or f"{self.ref or '/'} -- {self.partner_id.name or '/'}",
            "date": self.date,
            "account_id": account_id,
            "partner_id": self.partner_id.id,
            "unit_amount": self.quantity,
            "product_id": self.product_id.id,
            "product_uom_id": self.product_uom_id.id,
            "amount": self.company_currency_id.round(-self.balance * distribution / 100.0),
            "general_account_id": self.account_id.id,
            "ref": self.ref,
            "move_line_id": self.id,
            "user_id": self.move_id.invoice_user_id.id or self.env.uid,
            "company_id": self.company_id.id,
            "category": "invoice" if self.move_id.is_sale_document() else "vendor_bill" if self.move_id.is_purchase_document() else "other",
        }


class AccountAnalyticLine(models.Model):
    _inherit = "account.analytic.line"

    product_id = fields.Many2one("product.product", "Product", check_company=True)
    general_account_id = fields.Many2one("account.account", "Financial Account", ondelete="restrict", readonly=True)
    journal_id = fields.Many2one("account.journal", "Financial Journal", related="move_line_id.journal_id", store=True, readonly=True)
    move_line_id = fields.Many2one("account.move.line", "Journal Item", ondelete="cascade", index=True, check_company=True)
    code = fields.Char(size=8)
    ref = fields.Char("Ref.")
    category = fields.Selection(selection_add=[("invoice", "Customer Invoice"), ("vendor_bill", "Vendor Bill")])


class AccountAnalyticDistributionModel(models.Model):
    _inherit = "account.analytic.distribution.model"

    account_prefix = fields.Char("Accounts Prefix", help="Applies to accounts whose code begins so.")
    product_id = fields.Many2one("product.product", "Product", ondelete="cascade", check_company=True)
    product_categ_id = fields.Many2one("product.category", "Product Category", ondelete="cascade")

    def _get_fields_to_check(self):
        return super()._get_fields_to_check() | {"account_prefix", "product_id", "product_categ_id"}

    def _agrees(self, name, wanted, given):
        if name == "account_prefix":
            return bool(given) and given.startswith(tuple(part.strip() for part in wanted.replace(";", ",").split(",") if part.strip()))
        return super()._agrees(name, wanted, given)


class AccountAnalyticAccount(models.Model):
    _inherit = "account.analytic.account"

    invoice_count = fields.Integer("Invoice Count", compute="_compute_invoice_counts")
    vendor_bill_count = fields.Integer("Vendor Bill Count", compute="_compute_invoice_counts")

    def _compute_invoice_counts(self):
        """Documents with a posted item for the account, by the kind of their analytic lines."""
        counts = {
            (account, category): moves for account, category, moves in self.env["account.analytic.line"].sudo()._read_group(
                [("account_id", "in", self.ids), ("category", "in", ("invoice", "vendor_bill"))],
                ["account_id", "category"], ["move_line_id:array_agg"])}
        lines = self.env["account.move.line"].sudo()
        for account in self:
            account.invoice_count = len(lines.browse(counts.get((account, "invoice"), ())).move_id)
            account.vendor_bill_count = len(lines.browse(counts.get((account, "vendor_bill"), ())).move_id)
