from core import api, fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    crm_team_ids = fields.Many2many("crm.team", "crm_team_member", "user_id", "crm_team_id", "Sales Teams", copy=False,
                                    compute="_compute_crm_team_ids", search="_search_crm_team_ids", store=False)
    crm_team_member_ids = fields.One2many("crm.team.member", "user_id", "Sales Team Members")
    sale_team_id = fields.Many2one("crm.team", "User Sales Team", compute="_compute_sale_team_id", store=True,
                                   help="The main team of the user, by default for their documents.")

    @api.depends("crm_team_member_ids.active")
    def _compute_crm_team_ids(self):
        for user in self:
            user.crm_team_ids = user.crm_team_member_ids.crm_team_id

    def _search_crm_team_ids(self, operator, value):
        return [("crm_team_member_ids.crm_team_id", operator, value)]

    @api.depends("crm_team_member_ids.crm_team_id", "crm_team_member_ids.create_date", "crm_team_member_ids.active")
    def _compute_sale_team_id(self):
        for user in self:
            user.sale_team_id = user.crm_team_member_ids.sorted("id")[:1].crm_team_id
