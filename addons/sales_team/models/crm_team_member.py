"""Memberships of users in sales teams."""
from core import _, api, fields, models
from core.exceptions import ValidationError


class CrmTeamMember(models.Model):
    _name = "crm.team.member"
    _shared_rows = True
    _inherit = ["mail.thread"]
    _description = "Sales Team Member"
    _rec_name = "user_id"
    _order = "create_date ASC, id"
    _check_company_auto = True

    crm_team_id = fields.Many2one("crm.team", string="Sales Team", default=False, index=True, required=True,
                                  check_company=True, ondelete="cascade")
    user_id = fields.Many2one("res.users", string="Salesperson", check_company=True, index=True, ondelete="cascade",
                              required=True, domain="[('share', '=', False)]")
    user_company_ids = fields.Many2many("res.company", compute="_compute_user_company_ids")
    active = fields.Boolean(string="Active", default=True)
    is_membership_multi = fields.Boolean("Multiple Memberships Allowed", compute="_compute_is_membership_multi")
    member_warning = fields.Text(compute="_compute_member_warning")
    image_1920 = fields.Image("Image", related="user_id.image_1920", max_width=1920, max_height=1920)
    image_128 = fields.Image("Image (128)", related="user_id.image_128", max_width=128, max_height=128)
    name = fields.Char(string="Name", related="user_id.display_name", readonly=False)
    email = fields.Char(string="Email", related="user_id.email")
    phone = fields.Char(string="Phone", related="user_id.phone")
    mobile = fields.Char(string="Mobile", related="user_id.mobile")
    company_id = fields.Many2one("res.company", string="Company", related="user_id.company_id")

    @api.constrains("crm_team_id", "user_id", "active")
    def _constrains_membership(self):
        """A user is in a team once."""
        for member in self.filtered("active"):
            twins = self.search_count([
                ("crm_team_id", "=", member.crm_team_id.id), ("user_id", "=", member.user_id.id),
                ("active", "=", True), ("id", "!=", member.id)])
            if twins:
                raise ValidationError(_("%(user)s is already in the team %(team)s.",
                                        user=member.user_id.name, team=member.crm_team_id.name))

    def _compute_is_membership_multi(self):
        self.is_membership_multi = self.env["crm.team"]._multi_membership()

    @api.depends("crm_team_id")
    def _compute_user_company_ids(self):
        companies = self.env["res.company"].search([])
        for member in self:
            member.user_company_ids = member.crm_team_id.company_id or companies

    @api.depends("is_membership_multi", "active", "user_id", "crm_team_id")
    def _compute_member_warning(self):
        for member in self:
            others = self.env["crm.team.member"]
            if not member.is_membership_multi and member.user_id and member.active:
                others = self.search([("user_id", "=", member.user_id.id), ("crm_team_id", "!=", member.crm_team_id.id)])
            member.member_warning = others and _(
                "Adding %(user)s to this team takes this person out of: %(teams)s.", user=member.user_id.name,
                teams=", ".join(others.crm_team_id.mapped("name"))) or False

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env["crm.team"]._multi_membership():
            self._archive_other_memberships(vals_list)
        return super(CrmTeamMember, self.with_context(mail_create_nosubscribe=True)).create(vals_list)

    def write(self, vals):
        if vals.get("active") and not self.env["crm.team"]._multi_membership():
            self._archive_other_memberships([
                {"user_id": member.user_id.id, "crm_team_id": member.crm_team_id.id} for member in self])
        return super().write(vals)

    @api.model
    def _archive_other_memberships(self, vals_list):
        """With one team for each person, who joins a team leaves the former one."""
        user_ids = [vals["user_id"] for vals in vals_list if vals.get("user_id") and vals.get("active", True)]
        team_of_user = {vals["user_id"]: vals.get("crm_team_id") for vals in vals_list if vals.get("user_id")}
        if user_ids:
            self.search([("active", "=", True), ("user_id", "in", user_ids)]).filtered(
                lambda member: member.crm_team_id.id != team_of_user[member.user_id.id]).write({"active": False})
