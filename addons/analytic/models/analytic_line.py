from core import api, fields, models


class AccountAnalyticLine(models.Model):
    """An amount that counts for an analytic account: revenue positive, cost negative."""

    _name = "account.analytic.line"
    _description = "Analytic Line"
    _order = "date desc, id desc"
    _check_company_auto = True

    name = fields.Char("Description", required=True)
    date = fields.Date(required=True, index=True, default=fields.Date.context_today)
    amount = fields.Monetary(required=True, default=0.0)
    unit_amount = fields.Float("Quantity", default=0.0)
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", domain="[('category_id', '=', product_uom_category_id)]")
    product_uom_category_id = fields.Many2one("uom.category", "UoM Category", related="product_uom_id.category_id", readonly=True)
    account_id = fields.Many2one("account.analytic.account", "Analytic Account", ondelete="restrict", index=True, check_company=True)
    partner_id = fields.Many2one("res.partner", "Partner", check_company=True)
    user_id = fields.Many2one("res.users", "User", default=lambda self: self.env.context.get("user_id", self.env.user.id), index=True)
    company_id = fields.Many2one("res.company", "Company", required=True, readonly=True, default=lambda self: self.env.company)
    currency_id = fields.Many2one("res.currency", "Currency", related="company_id.currency_id", readonly=True, store=True, compute_sudo=True)
    category = fields.Selection([("other", "Other")], default="other")

    @api.constrains("account_id", "company_id")
    def _check_company_of_account(self):
        self._check_company(["account_id"])
