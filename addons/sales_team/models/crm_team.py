"""Sales teams."""
from random import randint

from core import Command, _, api, fields, models
from core.exceptions import UserError


class CrmTeam(models.Model):
    _name = "crm.team"
    _shared_rows = True
    _inherit = ["mail.thread"]
    _description = "Sales Team"
    _order = "sequence ASC, create_date DESC, id DESC"
    _check_company_auto = True

    def _get_default_color(self):
        return randint(1, 11)

    def _get_default_favorite_user_ids(self):
        return [Command.set([self.env.uid])]

    name = fields.Char("Sales Team", required=True, translate=True)
    sequence = fields.Integer("Sequence", default=10)
    active = fields.Boolean(default=True, help="A team that is not active is hidden, not removed.")
    company_id = fields.Many2one("res.company", string="Company", index=True)
    currency_id = fields.Many2one("res.currency", string="Currency", related="company_id.currency_id", readonly=True)
    user_id = fields.Many2one("res.users", string="Team Leader", check_company=True,
                              domain=[("share", "!=", True)])
    is_membership_multi = fields.Boolean("Multiple Memberships Allowed", compute="_compute_is_membership_multi",
                                         help="Whether a salesperson may be in several teams")
    member_ids = fields.Many2many("res.users", string="Salespersons", compute="_compute_member_ids",
                                  inverse="_inverse_member_ids", search="_search_member_ids",
                                  domain="['&', ('share', '=', False), ('company_ids', 'in', member_company_ids)]")
    member_company_ids = fields.Many2many("res.company", compute="_compute_member_company_ids")
    member_warning = fields.Text("Membership Issue Warning", compute="_compute_member_warning")
    crm_team_member_ids = fields.One2many("crm.team.member", "crm_team_id", string="Sales Team Members",
                                          context={"active_test": True})
    crm_team_member_all_ids = fields.One2many("crm.team.member", "crm_team_id",
                                              string="Sales Team Members incl. inactive",
                                              context={"active_test": False})
    color = fields.Integer(string="Color Index", default=_get_default_color)
    favorite_user_ids = fields.Many2many("res.users", "team_favorite_user_rel", "team_id", "user_id",
                                         string="Favorite Members", default=_get_default_favorite_user_ids)
    is_favorite = fields.Boolean(string="Show on dashboard", compute="_compute_is_favorite",
                                 inverse="_inverse_is_favorite")
    dashboard_button_name = fields.Char(string="Dashboard Button", compute="_compute_dashboard_button_name")

    # -- computed fields ----------------------------------------------------------------------------

    @api.depends("sequence")
    def _compute_is_membership_multi(self):
        self.is_membership_multi = self._multi_membership()

    def _multi_membership(self):
        value = self.env["ir.config_parameter"].sudo().get_param("sales_team.membership_multi", False)
        return value not in (False, "False", "0", "")

    @api.depends("crm_team_member_ids.active", "crm_team_member_ids.user_id")
    def _compute_member_ids(self):
        for team in self:
            team.member_ids = team.crm_team_member_ids.user_id

    def _inverse_member_ids(self):
        """Create, restore and archive memberships so that the users named are the members."""
        for team in self:
            memberships = team.crm_team_member_all_ids
            wanted = team.member_ids
            known = memberships.user_id
            (memberships.filtered(lambda item: item.active and item.user_id not in wanted)).active = False
            (memberships.filtered(lambda item: not item.active and item.user_id in wanted)).active = True
            self.env["crm.team.member"].create(
                [{"crm_team_id": team.id, "user_id": user.id} for user in wanted - known])

    def _search_member_ids(self, operator, value):
        return [("crm_team_member_ids.user_id", operator, value)]

    @api.depends("company_id")
    def _compute_member_company_ids(self):
        companies = self.env["res.company"].search([])
        for team in self:
            team.member_company_ids = team.company_id or companies

    @api.depends("is_membership_multi", "member_ids")
    def _compute_member_warning(self):
        self.member_warning = False
        if self._multi_membership():
            return
        for team in self:
            others = self.env["crm.team.member"].search([
                ("user_id", "in", team.member_ids.ids), ("crm_team_id", "not in", team.ids)]) if team.member_ids \
                else self.env["crm.team.member"]
            if others:
                team.member_warning = _(
                    "Adding %(users)s to this team takes them out of their present teams: %(teams)s.",
                    users=", ".join(others.user_id.mapped("name")), teams=", ".join(others.crm_team_id.mapped("name")))

    @api.depends_context("uid")
    @api.depends("favorite_user_ids")
    def _compute_is_favorite(self):
        for team in self:
            team.is_favorite = self.env.user in team.favorite_user_ids

    def _inverse_is_favorite(self):
        teams = self.sudo()
        favorites = teams.filtered(lambda team: self.env.user in team.favorite_user_ids)
        favorites.write({"favorite_user_ids": [Command.unlink(self.env.uid)]})
        (teams - favorites).write({"favorite_user_ids": [Command.link(self.env.uid)]})

    def _compute_dashboard_button_name(self):
        """Said by the apps that work with teams."""
        self.dashboard_button_name = _("Open")

    # -- which team ---------------------------------------------------------------------------------

    def _get_default_team_id(self, user_id=False, domain=False):
        """The team documents of a user belong to: the one he leads or is in, in the companies chosen.

        :param user_id: default the current user
        :param domain: further conditions on the team; a team outside them is used when there is no other
        """
        user = self.env["res.users"].sudo().browse(user_id) if user_id else self.env.user
        companies = user.company_ids & self.env.companies if user_id else self.env.companies
        valid = [("company_id", "in", [False, *companies.ids])]
        mine = self.env["crm.team"].search(
            [*valid, "|", ("user_id", "=", user.id), ("member_ids", "in", [user.id])])
        preferred = mine.filtered_domain(domain) if domain else mine
        if preferred or mine:
            return (preferred or mine)[:1]
        teams = self.env["crm.team"].search(valid)
        if self.env.context.get("default_team_id"):
            wanted = self.env["crm.team"].browse(self.env.context["default_team_id"]).exists()
            if wanted in teams:
                return wanted
        return (teams.filtered_domain(domain) if domain else teams)[:1] or teams[:1]

    # -- life ---------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        teams = super(CrmTeam, self.with_context(mail_create_nosubscribe=True)).create(vals_list)
        for team in teams.filtered("member_ids"):
            team._add_members_to_favorites()
        return teams

    def write(self, vals):
        result = super().write(vals)
        if vals.get("member_ids"):
            self._add_members_to_favorites()
        return result

    def _add_members_to_favorites(self):
        for team in self:
            team.favorite_user_ids = [Command.link(member.id) for member in team.member_ids]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_default(self):
        defaults = [self.env.ref(xml_id, raise_if_not_found=False) for xml_id in (
            "sales_team.salesteam_website_sales", "sales_team.pos_sales_team")]
        for team in self:
            if team in defaults:
                raise UserError(_("The team “%s” is used by the system: archive it instead.", team.name))

    def action_primary_channel_button(self):
        """What the main button of the team's card opens; said by the apps that work with teams."""
        return False
