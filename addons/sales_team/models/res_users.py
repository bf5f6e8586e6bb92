"""The teams of a user."""
from core import api, fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    crm_team_ids = fields.Many2many("crm.team", string="Sales Teams",
                                    compute="_compute_crm_team_ids", search="_search_crm_team_ids")
    crm_team_member_ids = fields.One2many("crm.team.member", "user_id", string="Sales Team Members")
    sale_team_id = fields.Many2one("crm.team", string="User Sales Team", compute="_compute_sale_team_id", store=True,
                                   readonly=True,
                                   help="The team the user's documents belong to: the first one joined")

    @api.depends("crm_team_member_ids.active", "crm_team_member_ids.crm_team_id")
    def _compute_crm_team_ids(self):
        for user in self:
            user.crm_team_ids = user.crm_team_member_ids.crm_team_id

    def _search_crm_team_ids(self, operator, value):
        return [("crm_team_member_ids.crm_team_id", operator, value)]

    @api.depends("crm_team_member_ids.crm_team_id", "crm_team_member_ids.create_date", "crm_team_member_ids.active")
    def _compute_sale_team_id(self):
        for user in self:
            user.sale_team_id = user.crm_team_member_ids[:1].crm_team_id
