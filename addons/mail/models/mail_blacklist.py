"""Addresses that get no mass mail any more."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import email_normalize


class MailBlackList(models.Model):
    _name = "mail.blacklist"
    _description = "Mail Blacklist"
    _rec_name = "email"

    email = fields.Char(string="Email Address", required=True, index="trigram", help="This field is case insensitive.")
    active = fields.Boolean(default=True)

    _sql_constraints = [("unique_email", "unique (email)", "Email address already exists!")]

    @api.model_create_multi
    def create(self, vals_list):
        prepared = []
        for vals in vals_list:
            email = email_normalize(vals["email"])
            if not email:
                raise UserError(_("Invalid email address “%s”", vals["email"]))
            prepared.append({**vals, "email": email})
        known = {item.email: item for item in self.with_context(active_test=False).search(
            [("email", "in", [vals["email"] for vals in prepared])])}
        created = super().create(list({vals["email"]: vals for vals in prepared if vals["email"] not in known}.values()))
        by_email = {**known, **{item.email: item for item in created}}
        return self.browse(by_email[vals["email"]].id for vals in prepared)

    def _add(self, email, message=None):
        """Put an address on the list."""
        record = self.with_context(active_test=False).search([("email", "=", email_normalize(email))])
        if record:
            record.write({"active": True})
            return record
        return self.create({"email": email})

    def _remove(self, email, message=None):
        """Take an address off the list; it is kept, not active."""
        record = self.with_context(active_test=False).search([("email", "=", email_normalize(email))])
        if record:
            record.write({"active": False})
            return record
        return self.create({"email": email, "active": False})
