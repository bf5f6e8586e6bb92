from core import api, fields, models


class CrmTeam(models.Model):
    """People who sell together; documents belong to a team for reports and access."""

    _name = "crm.team"
    _inherit = ["mail.thread"]
    _description = "Sales Team"
    _order = "sequence ASC, create_date DESC, id DESC"
    _check_company_auto = True

    name = fields.Char("Sales Team", required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True, help="Archived teams are hidden without being deleted.")
    company_id = fields.Many2one("res.company", "Company", index=True)
    currency_id = fields.Many2one("res.currency", "Currency", related="company_id.currency_id", readonly=True)
    user_id = fields.Many2one("res.users", "Team Leader", check_company=True)
    crm_team_member_ids = fields.One2many("crm.team.member", "crm_team_id", "Sales Team Members")
    member_ids = fields.Many2many(
        "res.users", string="Salespersons", compute="_compute_member_ids", inverse="_inverse_member_ids",
        search="_search_member_ids", domain="[('share', '=', False)]")
    member_company_ids = fields.Many2many("res.company", compute="_compute_member_company_ids")
    color = fields.Integer("Color Index")
    is_membership_multi = fields.Boolean("Multiple Memberships Allowed", compute="_compute_is_membership_multi")

    @api.depends("sequence")  # one answer for all teams
    def _compute_is_membership_multi(self):
        multi = self.env["ir.config_parameter"].sudo().get_param("sales_team.membership_multi", False)
        self.is_membership_multi = bool(multi and multi != "False")

    @api.depends("crm_team_member_ids.active", "crm_team_member_ids.user_id")
    def _compute_member_ids(self):
        for team in self:
            team.member_ids = team.crm_team_member_ids.user_id

    def _inverse_member_ids(self):
        for team in self:
            memberships = team.with_context(active_test=False).crm_team_member_ids
            wanted = team.member_ids
            memberships.filtered(lambda member: member.user_id in wanted and not member.active).active = True
            missing = wanted - memberships.user_id
            self.env["crm.team.member"].create([{"crm_team_id": team.id, "user_id": user.id} for user in missing])
            memberships.filtered(lambda member: member.user_id not in wanted).unlink()

    def _search_member_ids(self, operator, value):
        return [("crm_team_member_ids.user_id", operator, value)]

    @api.depends("company_id")
    def _compute_member_company_ids(self):
        everyone = self.env["res.company"].search([])
        for team in self:
            team.member_company_ids = team.company_id or everyone

    @api.model
    def _get_default_team_id(self, user_id=False, domain=False):
        """The team of a user's documents: theirs, else the first one of the company."""
        user = self.env["res.users"].sudo().browse(user_id) if user_id else self.env.user
        company = self.env.company
        candidates = self.env["crm.team"].sudo().search(
            [*(domain or []), ("company_id", "in", [False, company.id])]) if domain else self._company_teams(company)
        own = candidates.filtered(lambda team: user == team.user_id or user in team.member_ids)
        default = self.env["crm.team"].browse(self.env.context.get("default_team_id"))
        if default and default in own:
            return default
        return (own or default or candidates)[:1].with_env(self.env)

    def _company_teams(self, company):
        return self.sudo().search([("company_id", "in", [False, company.id])])
