from core import api, fields, models


class AccountAnalyticAccount(models.Model):
    _name = "account.analytic.account"
    _inherit = ["mail.thread"]
    _description = "Analytic Account"
    _order = "plan_id, name asc"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of
    _rec_names_search = ["name", "code"]

    name = fields.Char("Analytic Account", index="trigram", required=True, tracking=True, translate=True)
    code = fields.Char("Reference", index="btree", tracking=True)
    active = fields.Boolean(default=True, tracking=True, help="Deactivate the account.")
    plan_id = fields.Many2one("account.analytic.plan", "Plan", required=True, index=True,
                              default=lambda self: self.env["account.analytic.plan"]._get_all_plans()[0])
    root_plan_id = fields.Many2one("account.analytic.plan", "Root Plan", related="plan_id.root_id")
    color = fields.Integer("Color Index", related="plan_id.color")
    line_ids = fields.One2many("account.analytic.line", "account_id", "Analytic Lines")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company)
    partner_id = fields.Many2one("res.partner", "Customer", auto_join=True, tracking=True, check_company=True)
    balance = fields.Monetary(compute="_compute_debit_credit_balance")
    debit = fields.Monetary(compute="_compute_debit_credit_balance")
    credit = fields.Monetary(compute="_compute_debit_credit_balance")
    currency_id = fields.Many2one("res.currency", "Currency", related="company_id.currency_id")

    @api.depends("code", "partner_id", "name")
    def _compute_display_name(self):
        for account in self:
            name = f"[{account.code}] {account.name}" if account.code else account.name
            customer = account.partner_id.commercial_partner_id.name
            account.display_name = f"{name} - {customer}" if customer else name

    def copy_data(self, default=None):
        default = dict(default or {})
        values_list = super().copy_data(default)
        for account, values in zip(self, values_list):
            if "name" not in default:
                values["name"] = self.env._("%s (copy)", account.name)
        return values_list

    @api.depends("line_ids.amount")
    def _compute_debit_credit_balance(self):
        domain = [("account_id", "in", self.ids), ("company_id", "in", [False, *self.env.companies.ids])]
        for key in ("from_date", "to_date"):
            if self.env.context.get(key):
                domain.append(("date", ">=" if key == "from_date" else "<=", self.env.context[key]))
        credits, debits = ({
            account: amount for account, amount in self.env["account.analytic.line"]._read_group(
                [*domain, ("amount", operator, 0.0)], ["account_id"], ["amount:sum"])} for operator in (">=", "<"))
        for account in self:
            account.credit = credits.get(account, 0.0)
            account.debit = -debits.get(account, 0.0)
            account.balance = account.credit - account.debit
