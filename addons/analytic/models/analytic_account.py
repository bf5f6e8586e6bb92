from core import _, api, fields, models
from core.exceptions import UserError


class AccountAnalyticAccount(models.Model):
    _name = "account.analytic.account"
    _inherit = ["mail.thread"]
    _description = "Analytic Account"
    _order = "plan_id, name asc, id"
    _check_company_auto = True
    _check_company_domain = models.check_company_domain_parent_of
    _rec_names_search = ["name", "code"]

    name = fields.Char("Analytic Account", index="trigram", required=True, tracking=True, translate=True)
    code = fields.Char("Reference", index="btree", tracking=True)
    active = fields.Boolean("Active", default=True, tracking=True)
    plan_id = fields.Many2one("account.analytic.plan", "Plan", required=True, index=True,
                              default=lambda self: self.env["account.analytic.plan"]._get_all_plans()[0])
    root_plan_id = fields.Many2one("account.analytic.plan", "Root Plan", related="plan_id.root_id")
    color = fields.Integer("Color Index", related="plan_id.color")
    line_ids = fields.One2many("account.analytic.line", "account_id", "Analytic Lines")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company)
    partner_id = fields.Many2one("res.partner", "Customer", tracking=True, check_company=True)
    currency_id = fields.Many2one("res.currency", "Currency", compute="_compute_currency_id")
    balance = fields.Monetary(compute="_compute_debit_credit_balance", string="Balance")
    debit = fields.Monetary(compute="_compute_debit_credit_balance", string="Debit")
    credit = fields.Monetary(compute="_compute_debit_credit_balance", string="Credit")

    @api.depends("company_id")
    def _compute_currency_id(self):
        for account in self:
            account.currency_id = (account.company_id or self.env.company).currency_id

    @api.depends("line_ids.amount")
    @api.depends_context("from_date", "to_date", "allowed_company_ids")
    def _compute_debit_credit_balance(self):
        """Costs are negative amounts, income is positive; ``from_date`` and ``to_date`` of the context bound the dates."""
        domain = [("account_id", "in", self.ids), ("company_id", "in", [False, *self.env.companies.ids])]
        if self.env.context.get("from_date"):
            domain.append(("date", ">=", self.env.context["from_date"]))
        if self.env.context.get("to_date"):
            domain.append(("date", "<=", self.env.context["to_date"]))
        lines = self.env["account.analytic.line"].sudo()
        earned, spent = ({account.id: amount for account, amount in lines._read_group(
            [*domain, ("amount", operator, 0)], ["account_id"], ["amount:sum"])} for operator in (">=", "<"))
        for account in self:
            account.credit = earned.get(account._origin.id, 0.0)
            account.debit = -spent.get(account._origin.id, 0.0)
            account.balance = account.credit - account.debit

    @api.depends("code", "partner_id")
    def _compute_display_name(self):
        for account in self:
            name = f"[{account.code}] {account.name}" if account.code else account.name
            partner = account.partner_id.commercial_partner_id.name
            account.display_name = f"{name} - {partner}" if partner else name

    @api.constrains("company_id")
    def _check_company_consistency(self):
        for account in self.filtered("company_id"):
            foreign = self.env["account.analytic.line"].sudo().search([
                ("account_id", "=", account.id), ("company_id", "!=", account.company_id.id)], limit=1)
            if foreign:
                raise UserError(_("%(account)s has items of %(company)s; its company cannot change.",
                                  account=account.display_name, company=foreign.company_id.display_name))

    @api.ondelete(at_uninstall=False)
    def _unlink_unless_used(self):
        line = self.env["account.analytic.line"].sudo().search([("account_id", "in", self.ids)], limit=1)
        if line:
            raise UserError(_("%s has analytic items and cannot be deleted. Archive it instead.", line.account_id.display_name))

    def copy_data(self, default=None):
        vals_list = super().copy_data(default)
        return [vals if "name" in (default or {}) else dict(vals, name=_("%s (copy)", account.name))
                for account, vals in zip(self, vals_list, strict=True)]

    def _get_plan_domain(self, plan):
        return [("plan_id", "child_of", plan.ids)]
