from core import api, fields, models


class AccountAnalyticPlan(models.Model):
    """A dimension by which amounts are told apart: projects, departments …"""

    _name = "account.analytic.plan"
    _description = "Analytic Plans"
    _parent_store = True
    _rec_name = "complete_name"
    _order = "sequence asc, id"

    name = fields.Char(required=True, translate=True)
    description = fields.Text()
    parent_id = fields.Many2one("account.analytic.plan", "Parent", ondelete="cascade", index=True, domain="[('id', '!=', id)]")
    parent_path = fields.Char(index="btree")
    root_id = fields.Many2one("account.analytic.plan", compute="_compute_root_id", search="_search_root_id")
    children_ids = fields.One2many("account.analytic.plan", "parent_id", "Childrens")
    children_count = fields.Integer("Children Plans Count", compute="_compute_children_count")
    complete_name = fields.Char(compute="_compute_complete_name", recursive=True, store=True)
    account_ids = fields.One2many("account.analytic.account", "plan_id", "Accounts")
    account_count = fields.Integer("Analytic Accounts Count", compute="_compute_account_count")
    color = fields.Integer()
    sequence = fields.Integer(default=10)
    default_applicability = fields.Selection(
        [("optional", "Optional"), ("mandatory", "Mandatory"), ("unavailable", "Unavailable")],
        default="optional", required=True)

    @api.depends("parent_id", "parent_path")
    def _compute_root_id(self):
        for plan in self:
            plan.root_id = int(plan.parent_path.split("/")[0]) if plan.parent_path else plan

    def _search_root_id(self, operator, value):
        return [("id", "child_of" if operator in ("=", "in") else operator, value)]

    @api.depends("children_ids")
    def _compute_children_count(self):
        for plan in self:
            plan.children_count = len(plan.children_ids)

    @api.depends("name", "parent_id.complete_name")
    def _compute_complete_name(self):
        for plan in self:
            plan.complete_name = f"{plan.parent_id.complete_name} / {plan.name}" if plan.parent_id else plan.name

    @api.depends("account_ids")
    def _compute_account_count(self):
        counts = dict(self.env["account.analytic.account"]._read_group([("plan_id", "in", self.ids)], ["plan_id"], ["__count"]))
        for plan in self:
            plan.account_count = counts.get(plan, 0)

    @api.model
    def _get_all_plans(self):
        """(the first plan, the other plans without parent)."""
        plans = self.sudo().search([("parent_id", "=", False)])
        return plans[:1], plans[1:]

    def _get_applicability(self, **kwargs):
        """Whether an amount must, may or cannot be told apart by this plan; addons decide by what `kwargs` say about it."""
        self.ensure_one()
        return kwargs.get("applicability") or self.default_applicability

    @api.model
    def get_relevant_plans(self, **kwargs):
        """What a page asks: the plans in question, `[{'id', 'name', 'color', 'applicability', 'all_account_count'}]`."""
        company = kwargs.get("company_id") or self.env.company.id
        found = []
        for plan in self.sudo().search([("parent_id", "=", False)]):
            applicability = plan._get_applicability(**kwargs)
            count = self.env["account.analytic.account"].search_count(
                [("plan_id", "child_of", plan.id), ("company_id", "in", [company, False])])
            if applicability != "unavailable" and (count or applicability == "mandatory"):
                found.append({"id": plan.id, "name": plan.name, "color": plan.color, "applicability": applicability,
                              "all_account_count": count})
        return found

    def action_view_analytical_accounts(self):
        return {"type": "ir.actions.act_window", "res_model": "account.analytic.account", "name": self.env._("Analytical Accounts"),
                "view_mode": "list,form", "domain": [("plan_id", "child_of", self.ids)], "context": {"default_plan_id": self.id}}
