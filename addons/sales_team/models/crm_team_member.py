from core import _, api, fields, models
from core.exceptions import ValidationError


class CrmTeamMember(models.Model):
    _name = "crm.team.member"
    _inherit = ["mail.thread"]
    _description = "Sales Team Member"
    _rec_name = "user_id"
    _order = "create_date ASC, id"
    _check_company_auto = True

    crm_team_id = fields.Many2one("crm.team", "Sales Team", required=True, index=True, ondelete="cascade", check_company=True)
    user_id = fields.Many2one("res.users", "Salesperson", required=True, index=True, ondelete="cascade",
                              domain="[('share', '=', False)]", check_company=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", "Company", related="crm_team_id.company_id")
    name = fields.Char(related="user_id.display_name")
    email = fields.Char(related="user_id.email")
    phone = fields.Char(related="user_id.phone")

    @api.constrains("crm_team_id", "user_id", "active")
    def _check_one_membership(self):
        for member in self.filtered("active"):
            twins = self.search([("crm_team_id", "=", member.crm_team_id.id), ("user_id", "=", member.user_id.id),
                                 ("id", "!=", member.id)], limit=1)
            if twins:
                raise ValidationError(_("%(user)s is a member of %(team)s already.", user=member.user_id.name,
                                        team=member.crm_team_id.name))

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(vals_list)
        members._leave_other_teams()
        return members

    def _leave_other_teams(self):
        """A person sells in one team, unless several memberships are allowed."""
        if self.env["ir.config_parameter"].sudo().get_param("sales_team.membership_multi") in ("True", "1"):
            return
        for member in self.filtered("active"):
            self.search([("user_id", "=", member.user_id.id), ("id", "!=", member.id)]).write({"active": False})
