"""Records with an address that may be on the blacklist."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import email_normalize


class MailBlackListMixin(models.AbstractModel):
    _name = "mail.thread.blacklist"
    _inherit = ["mail.thread"]
    _description = "Mail Blacklist mixin"
    _primary_email = "email"

    email_normalized = fields.Char(string="Normalized Email", compute="_compute_email_normalized", compute_sudo=True,
                                   store=True, invisible=True, index="btree_not_null")
    is_blacklisted = fields.Boolean(string="Blacklist", compute="_compute_is_blacklisted", compute_sudo=True,
                                    store=False, search="_search_is_blacklisted", groups="base.group_user")
    message_bounce = fields.Integer("Bounce", default=0)

    @api.depends(lambda self: [self._primary_email])
    def _compute_email_normalized(self):
        name = self._primary_email
        for record in self:
            address = record[name]
            record.email_normalized = email_normalize(address, strict=False) if address else False

    @api.depends("email_normalized")
    def _compute_is_blacklisted(self):
        blocked = set(self.env["mail.blacklist"].sudo().search(
            [("email", "in", [address for address in self.mapped("email_normalized") if address])]).mapped("email"))
        for record in self:
            record.is_blacklisted = record.email_normalized in blocked

    @api.model
    def _search_is_blacklisted(self, operator, value):
        if operator not in ("=", "!="):
            raise UserError(_("The blacklist can be searched with “=” and “!=” only."))
        blocked = self.env["mail.blacklist"].sudo().search([]).mapped("email")
        positive = (operator == "=") == bool(value)
        return [("email_normalized", "in" if positive else "not in", blocked)]
