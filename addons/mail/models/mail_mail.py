"""The outbox: mails waiting to be handed to the mail server, and what became of them."""
import logging

from core import _, api, fields, models
from core.tools import email_split_and_format, formataddr

from core.addons.base.models.ir_mail_server import MailDeliveryException

_logger = logging.getLogger(__name__)


class MailMail(models.Model):
    _name = "mail.mail"
    _description = "Outgoing Mails"
    _inherits = {"mail.message": "mail_message_id"}
    _order = "id desc"
    _rec_name = "subject"

    mail_message_id = fields.Many2one("mail.message", "Message", required=True, ondelete="cascade", index=True,
                                      auto_join=True)
    body_html = fields.Text("Text Contents", help="Rich-text/HTML message")
    body_content = fields.Html("Rich-text Contents", sanitize=True, compute="_compute_body_content")
    references = fields.Text("References", readonly=True)
    headers = fields.Text("Headers", copy=False)
    is_notification = fields.Boolean("Notification Email")
    email_to = fields.Text("To", help="Message recipients (emails)")
    email_cc = fields.Char("Cc", help="Carbon copy message recipients")
    recipient_ids = fields.Many2many("res.partner", string="To (Partners)", context={"active_test": False})
    state = fields.Selection(
        [("outgoing", "Outgoing"), ("sent", "Sent"), ("received", "Received"), ("exception", "Delivery Failed"),
         ("cancel", "Cancelled")], "Status", readonly=True, copy=False, default="outgoing", index=True)
    failure_type = fields.Selection(
        [("unknown", "Unknown error"), ("mail_email_invalid", "Invalid email address"),
         ("mail_email_missing", "Missing email"), ("mail_smtp", "Connection failed (outgoing mail server problem)")],
        string="Failure type")
    failure_reason = fields.Text("Failure Reason", readonly=True, copy=False)
    auto_delete = fields.Boolean("Auto Delete", help="Deleted once it is sent, to save space")
    scheduled_date = fields.Datetime("Scheduled Send Date", help="Not sent before; empty: as soon as possible")

    @api.depends("body_html")
    def _compute_body_content(self):
        for mail in self:
            mail.body_content = mail.body_html

    @api.model_create_multi
    def create(self, vals_list):
        prepared = []
        for vals in vals_list:
            vals = dict(vals)
            if "is_notification" not in vals and vals.get("mail_message_id"):
                vals["is_notification"] = True
            if not vals.get("mail_message_id"):
                vals.setdefault("message_type", "email_outgoing")
            prepared.append(vals)
        mails = super().create(prepared)
        # The scheduled action sends them after the commit: a mail of a refused transaction is never sent.
        cron = self.env.ref("mail.ir_cron_mail_scheduler_action", raise_if_not_found=False)
        if cron and mails:
            cron.sudo()._trigger()
        return mails

    def unlink(self):
        own_messages = self.filtered(lambda mail: not mail.is_notification).mail_message_id
        result = super().unlink()
        own_messages.unlink()
        return result

    # -- sending ------------------------------------------------------------------------------------

    @api.model
    def process_email_queue(self, ids=None, batch_size=1000):
        """Send what waits; called by the scheduled action. Without an outgoing server mails wait."""
        if not self.env["ir.mail_server"]._is_configured():
            return True
        now = fields.Datetime.now()
        domain = [("state", "=", "outgoing"), "|", ("scheduled_date", "=", False), ("scheduled_date", "<=", now)]
        if ids:
            domain = [("id", "in", ids), *domain]
        mails = self.search(domain, limit=batch_size, order="id")
        mails.send(auto_commit=False)
        self.env["ir.cron"]._notify_progress(done=len(mails), remaining=self.search_count(domain))
        return True

    def send(self, auto_commit=False, raise_exception=False, post_send_callback=None):
        """Hand the mails to the server, each recipient contact its own copy; failures are recorded.

        :raise MailDeliveryException: with raise_exception, at the first failure
        """
        for mail in self.filtered(lambda mail: mail.state == "outgoing"):
            try:
                for message in mail._build_messages():
                    self.env["ir.mail_server"].send_email(message, mail_server_id=mail.mail_server_id.id)
            except MailDeliveryException as error:
                mail._record_failure(error)
                if raise_exception:
                    raise
            else:
                mail._record_success()
        if post_send_callback:
            post_send_callback(self.ids)
        return True

    def _build_messages(self):
        """One `email.message.EmailMessage` for the plain addresses and one for each contact."""
        self.ensure_one()
        build = self.env["ir.mail_server"].build_email
        attachments = [(item.name, item.raw, item.mimetype) for item in self.sudo().attachment_ids]
        groups = []
        if self.email_to or self.email_cc:
            groups.append(email_split_and_format(self.email_to or ""))
        for partner in self.recipient_ids:
            if partner.email:
                groups.append([formataddr((partner.name or "", partner.email))])
        if not groups:
            raise MailDeliveryException(_("The mail “%s” has no recipient with an address.", self.subject or ""))
        return [
            build(self.email_from, addresses, self.subject, self.body_html or self.body or "", subtype="html",
                  email_cc=email_split_and_format(self.email_cc or "") if position == 0 else None,
                  reply_to=self.reply_to, attachments=attachments, message_id=self.message_id,
                  references=self.references)
            for position, addresses in enumerate(groups)
        ]

    def _record_success(self):
        self.write({"state": "sent", "failure_type": False, "failure_reason": False})
        self._notifications().write({"notification_status": "sent", "failure_type": False, "failure_reason": False})
        if self.auto_delete:
            self.unlink()

    def _record_failure(self, error):
        _logger.warning("Mail %s was not sent: %s", self.id, error)
        values = {"failure_type": "mail_smtp", "failure_reason": str(error)}
        self.write({**values, "state": "exception"})
        self._notifications().write({**values, "notification_status": "exception"})

    def _notifications(self):
        return self.env["mail.notification"].sudo().search([("mail_mail_id", "in", self.ids)])

    def mark_outgoing(self):
        return self.write({"state": "outgoing"})

    def cancel(self):
        self._notifications().write({"notification_status": "canceled"})
        return self.write({"state": "cancel"})

    action_retry = mark_outgoing
