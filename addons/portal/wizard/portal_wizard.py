"""Give contacts access to the portal, and take it away."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import email_normalize


class PortalWizard(models.TransientModel):
    _name = "portal.wizard"
    _description = "Grant Portal Access"

    partner_ids = fields.Many2many("res.partner", string="Partners", default=lambda self: self._default_partner_ids())
    user_ids = fields.One2many("portal.wizard.user", "wizard_id", string="Users", compute="_compute_user_ids", store=True,
                               readonly=False)
    welcome_message = fields.Text("Invitation Message", help="Part of the invitation mail.")

    def _default_partner_ids(self):
        """The chosen contacts and their own contacts."""
        context = self.env.context
        ids = context.get("default_partner_ids") or context.get("active_ids") or []
        partners = self.env["res.partner"].browse(ids if context.get("active_model", "res.partner") == "res.partner" else [])
        return (partners.child_ids.filtered(lambda partner: partner.type in ("contact", "other")) | partners).ids

    @api.depends("partner_ids")
    def _compute_user_ids(self):
        for wizard in self:
            wizard.user_ids = [(5,)] + [(0, 0, {"partner_id": partner.id, "email": partner.email}) for partner in wizard.partner_ids]

    @api.model
    def action_open_wizard(self):
        """The dialog for the chosen contacts, stored so that each line's buttons work."""
        return self.create({})._action_open_modal()

    def _action_open_modal(self):
        return {"name": _("Portal Access Management"), "type": "ir.actions.act_window", "res_model": self._name,
                "view_mode": "form", "res_id": self.id, "target": "new"}


class PortalWizardUser(models.TransientModel):
    _name = "portal.wizard.user"
    _description = "Portal User Config"

    wizard_id = fields.Many2one("portal.wizard", "Wizard", required=True, ondelete="cascade")
    partner_id = fields.Many2one("res.partner", "Contact", required=True, readonly=True, ondelete="cascade")
    email = fields.Char("Email")
    user_id = fields.Many2one("res.users", "User", compute="_compute_user_id", compute_sudo=True)
    login_date = fields.Datetime(related="user_id.login_date", string="Latest Authentication")
    is_portal = fields.Boolean("Is Portal", compute="_compute_group_details")
    is_internal = fields.Boolean("Is Internal", compute="_compute_group_details")
    invitation_url = fields.Char(compute="_compute_invitation_url", groups="base.group_system")
    email_state = fields.Selection([("ok", "Valid"), ("ko", "Invalid"), ("exist", "Already Registered")], "Status",
                                   compute="_compute_email_state")

    @api.depends("partner_id")
    def _compute_user_id(self):
        for line in self:
            line.user_id = line.partner_id.with_context(active_test=False).user_ids[:1]

    @api.depends("user_id", "user_id.groups_id")
    def _compute_group_details(self):
        for line in self:
            user = line.user_id.sudo()
            line.is_internal = bool(user) and user._is_internal()
            line.is_portal = bool(user) and user.active and user._is_portal()

    def _compute_invitation_url(self):
        for line in self:
            line.invitation_url = line.user_id.sudo()._invitation_url() if line.user_id else False

    @api.depends("email")
    def _compute_email_state(self):
        logins = self.env["res.users"].sudo().with_context(active_test=False)
        for line in self:
            address = email_normalize(line.email or "")
            if not address:
                line.email_state = "ko"
            else:
                taken = logins.search_count([("login", "=ilike", address), ("id", "!=", line.user_id.id)], limit=1)
                line.email_state = "exist" if taken else "ok"

    def action_grant_access(self):
        """Make the contact a portal user and invite him."""
        self.ensure_one()
        self._check_email()
        if self.is_portal or self.is_internal:
            raise UserError(_("%s has access already.", self.partner_id.name))
        portal, public = self.env.ref("base.group_portal"), self.env.ref("base.group_public")
        self._update_partner_email()
        user = self.user_id.sudo() or self._create_user()
        user.write({"active": True, "groups_id": [(4, portal.id), (3, public.id)]})
        self.invalidate_recordset(["user_id", "is_portal", "is_internal"])
        self._send_email()
        return self.wizard_id._action_open_modal()

    def action_revoke_access(self):
        """Archive the portal user: his documents stay."""
        self.ensure_one()
        if not self.is_portal:
            raise UserError(_("%s is no portal user.", self.partner_id.name))
        self.user_id.sudo().active = False
        self.invalidate_recordset(["is_portal"])
        return self.wizard_id._action_open_modal()

    def action_invite_again(self):
        self.ensure_one()
        self._check_email()
        if not self.is_portal:
            raise UserError(_("Grant %s access first.", self.partner_id.name))
        self._update_partner_email()
        self._send_email()
        return self.wizard_id._action_open_modal()

    def _check_email(self):
        if self.email_state == "ko":
            raise UserError(_("The contact “%s” has no valid email address.", self.partner_id.name))
        if self.email_state == "exist":
            raise UserError(_("There is already a user with the address %s.", self.email))

    def _update_partner_email(self):
        address = email_normalize(self.email)
        if email_normalize(self.partner_id.email or "") != address:
            self.partner_id.email = address

    def _create_user(self):
        """A user of the contact's company; the invitation asks for the password."""
        company = self.partner_id.company_id or self.env.company
        return self.env["res.users"].sudo().with_context(no_reset_password=True).create({
            "login": email_normalize(self.email), "email": email_normalize(self.email), "partner_id": self.partner_id.id,
            "company_id": company.id, "company_ids": [(6, 0, company.ids)], "lang": self.partner_id.lang or self.env.lang,
            "groups_id": [(6, 0, self.env.ref("base.group_portal").ids)],
        })

    def _send_email(self):
        template = self.env.ref("portal.mail_template_data_portal_welcome")
        template.sudo().send_mail(self.id)
