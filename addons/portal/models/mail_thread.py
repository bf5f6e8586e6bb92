"""Conversations that customers take part in."""
from core import models
from core.tools import consteq


class MailThread(models.AbstractModel):
    _inherit = "mail.thread"

    _mail_post_token_field = "access_token"

    def _notify_get_action_link(self, link_type, **kwargs):
        """Mails about a customer's document lead to its page, or an employee to its form."""
        if link_type == "view" and len(self) == 1 and isinstance(self, self.env.registry["portal.mixin"]):
            return self.get_base_url() + self._get_share_url(redirect=True)
        return super()._notify_get_action_link(link_type, **kwargs)

    def _portal_messages_domain(self):
        """The messages of this record that its customer may read: no notes, no tracked changes."""
        self.ensure_one()
        return [
            ("model", "=", self._name), ("res_id", "=", self.id), ("subtype_id.internal", "=", False),
            ("is_internal", "=", False), ("message_type", "in", ("comment", "email", "email_outgoing")),
            ("subtype_id", "=", self.env.ref("mail.mt_comment").id),
        ]

    def _portal_messages(self):
        """The conversation with the customer, oldest first; the caller has checked that he may read the document."""
        return self.env["mail.message"].sudo().search(self._portal_messages_domain(), order="id")

    def _portal_author(self, token=None):
        """Who writes here: the signed-in user, or the document's customer when the link's token is right."""
        self.ensure_one()
        user = self.env.user
        if not user._is_public():
            return user.partner_id
        own = self.sudo()[self._mail_post_token_field] if self._mail_post_token_field in self._fields else False
        if token and own and consteq(own, token) and "partner_id" in self._fields:
            return self.sudo().partner_id
        return self.env["res.partner"]
