"""Messages of customers on their documents, and the links in mails."""
from core import _
from core.exceptions import AccessError, MissingError, UserError
from core.http import Controller, request, route

from odoo.addons.web.page import action_url

from .portal import CustomerPortal

_LONGEST_MESSAGE = 10_000


class PortalChatter(Controller):

    @route("/mail/view", type="http", auth="public", readonly=True)
    def mail_view(self, model="", res_id="", access_token=None, **kw):
        """The document of a mail: employees get its form, customers its page."""
        record = self._named_record(model, res_id)
        if record is None:
            raise request.not_found()
        user = request.env.user
        if user._is_internal():
            form = {"res_model": model, "res_id": record.id, "views": [(False, "form")]}
            return request.redirect(action_url(request.env, form) if record.has_access("read") else "/app")
        return request.redirect(record.sudo().get_portal_url() if self._opens(record, access_token) else record.sudo().access_url)

    def _named_record(self, model, res_id):
        if model not in request.env.registry or not str(res_id).isdigit() or "access_url" not in request.env[model]._fields:
            return None
        return request.env[model].browse(int(res_id)).sudo().exists().sudo(False) or None

    def _opens(self, record, access_token):
        try:
            CustomerPortal()._document_check_access(record._name, record.id, access_token)
        except (AccessError, MissingError):
            return False
        return True

    @route("/portal/message", type="http", auth="public", methods=["POST"])
    def portal_message(self, model="", res_id="", body="", access_token=None, **kw):
        """Post what a customer wrote about his document, and show the page again."""
        record = self._named_record(model, res_id)
        if record is None or not self._opens(record, access_token):
            raise request.not_found()
        author = record._portal_author(access_token)
        if not author:
            raise AccessError(_("Sign in to write a message."))
        text = body.strip()
        if not text:
            raise UserError(_("Write something first."))
        if len(text) > _LONGEST_MESSAGE:
            raise UserError(_("A message has at most %s characters.", _LONGEST_MESSAGE))
        record.sudo().message_post(body=text, author_id=author.id, email_from=author.email_formatted, message_type="comment",
                                   subtype_xmlid="mail.mt_comment")
        return request.redirect(record.sudo().get_portal_url(anchor="discussion"))
