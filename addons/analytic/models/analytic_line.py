from core import api, fields, models


class AccountAnalyticLine(models.Model):
    """An amount on an analytic account: income is positive, cost negative."""

    _name = "account.analytic.line"
    _description = "Analytic Line"
    _order = "date desc, id desc"
    _check_company_auto = True

    name = fields.Char("Description", required=True)
    date = fields.Date("Date", required=True, index=True, default=fields.Date.context_today)
    amount = fields.Monetary("Amount", required=True, default=0.0)
    unit_amount = fields.Float("Quantity", default=0.0)
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", domain="[('category_id', '=', product_uom_category_id)]")
    product_uom_category_id = fields.Many2one(related="product_uom_id.category_id", string="UoM Category")
    account_id = fields.Many2one("account.analytic.account", "Analytic Account", required=True, ondelete="restrict", index=True,
                                 check_company=True)
    auto_account_id = fields.Many2one("account.analytic.account", "Account", compute="_compute_auto_account",
                                      inverse="_inverse_auto_account", search="_search_auto_account")
    plan_id = fields.Many2one("account.analytic.plan", related="account_id.root_plan_id", string="Plan")
    partner_id = fields.Many2one("res.partner", "Partner", check_company=True)
    user_id = fields.Many2one("res.users", "User", default=lambda self: self.env.context.get("user_id", self.env.user.id), index=True)
    company_id = fields.Many2one("res.company", "Company", required=True, readonly=True, default=lambda self: self.env.company)
    currency_id = fields.Many2one("res.currency", related="company_id.currency_id", string="Currency", readonly=True, store=True)
    category = fields.Selection([("other", "Other")], default="other")

    @api.depends("account_id")
    def _compute_auto_account(self):
        for line in self:
            line.auto_account_id = line.account_id

    def _inverse_auto_account(self):
        for line in self:
            line.account_id = line.auto_account_id

    def _search_auto_account(self, operator, value):
        return [("account_id", operator, value)]
