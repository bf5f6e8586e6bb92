"""Dialogs around passwords and API keys."""
from datetime import timedelta

from core import Command, _, api, fields, models
from core.exceptions import AccessDenied, UserError, ValidationError


class ChangePasswordWizard(models.TransientModel):
    _name = "change.password.wizard"
    _description = "Change Password Wizard"

    def _default_user_ids(self):
        ids = self.env.context.get("active_model") == "res.users" and self.env.context.get("active_ids") or []
        return [Command.create({"user_id": user.id, "user_login": user.login})
                for user in self.env["res.users"].browse(ids)]

    user_ids = fields.One2many("change.password.user", "wizard_id", string="Users", default=_default_user_ids)

    def change_password_button(self):
        """Give the chosen users their new passwords."""
        self.ensure_one()
        self.user_ids.change_password_button()
        if self.env.user in self.user_ids.user_id:
            return {"type": "ir.actions.client", "tag": "reload"}
        return {"type": "ir.actions.act_window_close"}


class ChangePasswordUser(models.TransientModel):
    _name = "change.password.user"
    _description = "User, Change Password Wizard"

    wizard_id = fields.Many2one("change.password.wizard", string="Wizard", required=True, ondelete="cascade")
    user_id = fields.Many2one("res.users", string="User", required=True, ondelete="cascade")
    user_login = fields.Char(string="User Login", readonly=True)
    new_passwd = fields.Char(string="New Password", default="")

    def change_password_button(self):
        for line in self.filtered("new_passwd"):
            line.user_id._change_password(line.new_passwd)
        # Passwords do not stay in the table of the dialog.
        self.write({"new_passwd": False})


class ChangePasswordOwn(models.TransientModel):
    _name = "change.password.own"
    _description = "User, change own password wizard"
    _transient_max_hours = 0.1

    old_password = fields.Char(string="Current Password")
    new_password = fields.Char(string="New Password")
    confirm_password = fields.Char(string="New Password (Confirmation)")

    @api.constrains("new_password", "confirm_password")
    def _check_password_confirmation(self):
        if self.confirm_password != self.new_password:
            raise ValidationError(_("The new password and its confirmation must be identical."))

    def change_password(self):
        """Change the own password after the present one was given."""
        self.ensure_one()
        old_password, new_password = self.old_password, self.new_password
        self.unlink()
        try:
            self.env["res.users"].change_password(old_password, new_password)
        except AccessDenied as error:
            raise UserError(_("The current password is not correct. Nothing was changed.")) from error
        return {"type": "ir.actions.client", "tag": "reload"}


class APIKeyDescription(models.TransientModel):
    _name = "res.users.apikeys.description"
    _description = "API Key Description"
    _transient_max_hours = 0.1

    name = fields.Char("Description", required=True)
    duration = fields.Selection(
        [("1", "1 Day"), ("7", "1 Week"), ("30", "1 Month"), ("90", "3 Months"), ("365", "1 Year"),
         ("0", "Persistent Key"), ("-1", "Custom Date")], default="30", required=True, string="Duration")
    expiration_date = fields.Datetime("Expiration Date", compute="_compute_expiration_date", store=True, readonly=False)
    password = fields.Char(string="Your Password", help="Who finds your screen unlocked must not make a key.")

    @api.depends("duration")
    def _compute_expiration_date(self):
        for description in self:
            days = int(description.duration or 0)
            if days > 0:
                description.expiration_date = fields.Datetime.now() + timedelta(days=days)
            elif days == 0:
                description.expiration_date = False
            else:
                description.expiration_date = description.expiration_date

    def make_key(self):
        """Create the key and show it once."""
        self.ensure_one()
        self._check_identity()
        key = self.env["res.users.apikeys"]._generate(None, self.name, self.expiration_date)
        self.password = False  # it does not stay in the table of the dialog
        return {"type": "ir.actions.act_window", "res_model": "res.users.apikeys.show", "name": _("API Key Ready"),
                "views": [(False, "form")], "target": "new", "context": {"default_key": key}}


    def _check_identity(self):
        user = self.env.user
        try:
            user._check_credentials({"login": user.login, "password": self.password, "type": "password"}, {"interactive": True})
        except AccessDenied as error:
            raise UserError(_("The password is not correct. No key was made.")) from error


class APIKeyShow(models.AbstractModel):
    _name = "res.users.apikeys.show"
    _description = "Show API Key"

    # The key is only in the context of the dialog: the model has no table.
    id = fields.Id()
    key = fields.Char(readonly=True)
