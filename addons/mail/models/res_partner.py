"""Contacts have messages and activities, and their important fields are tracked."""
from core import api, fields, models
from core.tools import email_normalize


class Partner(models.Model):
    _name = "res.partner"
    _inherit = ["res.partner", "mail.activity.mixin", "mail.thread.blacklist"]
    _mail_flat_thread = False

    name = fields.Char(tracking=1)
    email = fields.Char(tracking=1)
    phone = fields.Char(tracking=2)
    parent_id = fields.Many2one(tracking=3)
    user_id = fields.Many2one(tracking=4)
    vat = fields.Char(tracking=5)
    starred_message_ids = fields.Many2many("mail.message", "mail_message_res_partner_starred_rel")

    def write(self, vals):
        result = super().write(vals)
        if {"name", "email"}.intersection(vals) and self.sudo().with_context(active_test=False).user_ids:
            # The users among them sign their messages with these, see res.users._cached_author.
            self.env.registry.clear_cache()
        return result

    def _mail_get_partners(self, introspect_fields=False):
        return {partner.id: partner for partner in self}

    def _message_get_suggested_recipients(self):
        return [{"partner_id": partner.id, "name": partner.name, "email": partner.email_normalized} for partner in self]

    @api.model
    def find_or_create(self, email, assert_valid_email=False):
        """By the normalised address, so that spelling and names do not make a second contact."""
        normalized = email_normalize(email)
        if normalized:
            partner = self.search([("email_normalized", "=", normalized)], limit=1)
            if partner:
                return partner
        return super().find_or_create(email, assert_valid_email)
