from core import _, api, fields, models
from core.exceptions import UserError

APPLICABILITY = [("optional", "Optional"), ("mandatory", "Mandatory"), ("unavailable", "Unavailable")]


class AccountAnalyticPlan(models.Model):
    """A point of view – projects, departments, contracts – with accounts of its own."""

    _name = "account.analytic.plan"
    _description = "Analytic Plans"
    _parent_store = True
    _rec_name = "complete_name"
    _order = "sequence asc, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    description = fields.Text()
    parent_id = fields.Many2one("account.analytic.plan", "Parent", ondelete="cascade", domain="[('id', '!=', id)]")
    parent_path = fields.Char(index="btree")
    root_id = fields.Many2one("account.analytic.plan", compute="_compute_root_id", search="_search_root_id")
    children_ids = fields.One2many("account.analytic.plan", "parent_id", "Childrens")
    children_count = fields.Integer("Children Plans Count", compute="_compute_counts")
    complete_name = fields.Char("Complete Name", compute="_compute_complete_name", recursive=True, store=True)
    account_ids = fields.One2many("account.analytic.account", "plan_id", "Accounts")
    account_count = fields.Integer("Analytic Accounts Count", compute="_compute_counts")
    all_account_count = fields.Integer("All Analytic Accounts Count", compute="_compute_counts")
    color = fields.Integer("Color", default=0)
    sequence = fields.Integer(default=10)
    default_applicability = fields.Selection(APPLICABILITY, company_dependent=True)
    applicability_ids = fields.One2many("account.analytic.applicability", "analytic_plan_id", "Applicability")

    @api.depends("parent_id", "parent_path")
    def _compute_root_id(self):
        for plan in self.sudo():
            plan.root_id = int(plan.parent_path.split("/")[0]) if plan.parent_path else plan

    def _search_root_id(self, operator, value):
        if operator not in ("=", "in"):
            raise NotImplementedError(_("Plans are searched by their root with = or in."))
        ids = value if isinstance(value, (list, tuple)) else [value]
        return [("id", "child_of", ids)]

    @api.depends("name", "parent_id.complete_name")
    def _compute_complete_name(self):
        for plan in self:
            plan.complete_name = f"{plan.parent_id.complete_name} / {plan.name}" if plan.parent_id else plan.name

    @api.depends("account_ids", "children_ids")
    def _compute_counts(self):
        for plan in self:
            plan.account_count = len(plan.account_ids)
            plan.children_count = len(plan.children_ids)
            plan.all_account_count = self.env["account.analytic.account"].search_count([("plan_id", "child_of", plan.ids)]) \
                if plan.ids else 0

    @api.constrains("parent_id")
    def _check_parent(self):
        if self._has_cycle():
            raise UserError(_("A plan cannot be below itself. Choose another parent."))

    @api.model
    def _get_all_plans(self):
        """(the first plan, the other ones that have no parent)."""
        roots = self.sudo().search([("parent_id", "=", False)])
        return roots[:1], roots[1:]

    @api.model
    def get_relevant_plans(self, **kwargs):
        """The plans a document line may, or must, be distributed over: ``[{'id', 'name', 'color', 'applicability', …}]``."""
        company = self.env["res.company"].browse(kwargs.get("company_id") or self.env.company.id)
        relevant = []
        for plan in self.sudo().with_company(company).search([("parent_id", "=", False)]):
            applicability = plan._get_applicability(**kwargs)
            if applicability != "unavailable" and plan.all_account_count:
                relevant.append({
                    "id": plan.id, "name": plan.name, "color": plan.color, "applicability": applicability,
                    "all_account_count": plan.all_account_count})
        return relevant

    def _get_applicability(self, **kwargs):
        """Whether the plan is optional, mandatory or unavailable for a line of this kind."""
        self.ensure_one()
        if "applicability" in kwargs:
            return kwargs["applicability"]
        best, score = self.default_applicability or "optional", 0
        for rule in self.applicability_ids:
            own = rule._get_score(**kwargs)
            if own > score:
                best, score = rule.applicability, own
        return best

    def action_view_analytical_accounts(self):
        self.ensure_one()
        return {
            "name": _("Analytic Accounts"), "type": "ir.actions.act_window", "res_model": "account.analytic.account",
            "view_mode": "list,form", "domain": [("plan_id", "child_of", self.id)], "context": {"default_plan_id": self.id}}


class AccountAnalyticApplicability(models.Model):
    """For which documents a plan is needed."""

    _name = "account.analytic.applicability"
    _description = "Analytic Plan's Applicabilities"
    _check_company_auto = True

    analytic_plan_id = fields.Many2one("account.analytic.plan", ondelete="cascade", index=True)
    business_domain = fields.Selection([("general", "Miscellaneous")], required=True, string="Domain")
    applicability = fields.Selection(APPLICABILITY, required=True)
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company)

    def _get_score(self, **kwargs):
        """How well the rule fits; 0: not at all."""
        self.ensure_one()
        if kwargs.get("business_domain") != self.business_domain:
            return 0
        company_id = kwargs.get("company_id")
        if self.company_id and company_id and self.company_id.id != company_id:
            return 0
        return 2 if self.company_id and company_id else 1
