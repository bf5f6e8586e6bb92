"""Outgoing mail servers. Messages are built here and sent by the outbox, after the commit."""
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formataddr, formatdate, make_msgid

from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import config, email_split_and_format, html2plaintext

_TIMEOUT_SECONDS = 60


class MailDeliveryException(Exception):
    """A mail could not be handed to the server."""


class IrMailServer(models.Model):
    _name = "ir.mail_server"
    _description = "Mail Server"
    _order = "sequence, id"
    _allow_sudo_commands = False

    name = fields.Char(string="Name", required=True, index=True)
    from_filter = fields.Char("FROM Filtering", help="Only for senders with this address or domain")
    smtp_host = fields.Char(string="SMTP Server")
    smtp_port = fields.Integer(string="SMTP Port", default=25)
    smtp_authentication = fields.Selection([("login", "Username"), ("certificate", "SSL Certificate")],
                                           string="Authenticate with", required=True, default="login")
    smtp_user = fields.Char(string="Username", groups="base.group_system")
    smtp_pass = fields.Char(string="Password", groups="base.group_system")
    smtp_encryption = fields.Selection([("none", "None"), ("starttls", "TLS (STARTTLS)"), ("ssl", "SSL/TLS")],
                                       string="Connection Encryption", required=True, default="none")
    smtp_debug = fields.Boolean(string="Debugging")
    max_email_size = fields.Float(string="Max Email Size")
    sequence = fields.Integer(string="Priority", default=10)
    active = fields.Boolean(default=True)

    @api.model
    def _get_default_from_address(self):
        return self.env["ir.config_parameter"].sudo().get_param("mail.default.from") or config.get("email_from")

    @api.model
    def build_email(self, email_from, email_to, subject, body, email_cc=None, email_bcc=None, reply_to=False,
                    attachments=None, message_id=None, references=None, object_id=False, subtype="plain",
                    headers=None, body_alternative=None, subtype_alternative="plain"):
        """An `email.message.EmailMessage`; `attachments` is a list of (name, bytes, mimetype)."""
        message = EmailMessage()
        message["Subject"] = subject or ""
        message["From"] = email_from or self._get_default_from_address() or formataddr(("", "noreply@localhost"))
        message["Date"] = formatdate()
        message["Message-Id"] = message_id or make_msgid()
        if references:
            message["References"] = references
        if reply_to:
            message["Reply-To"] = reply_to
        for header, addresses in (("To", email_to), ("Cc", email_cc), ("Bcc", email_bcc)):
            if addresses:
                message[header] = ", ".join(addresses if isinstance(addresses, (list, tuple)) else [addresses])
        for name, value in (headers or {}).items():
            message[name] = str(value)
        if subtype == "html":
            message.set_content(body_alternative or html2plaintext(body or ""))
            message.add_alternative(body or "", subtype="html")
        else:
            message.set_content(body or "")
        for name, content, mimetype in (attachments or []):
            main, _slash, sub = (mimetype or "application/octet-stream").partition("/")
            message.add_attachment(content, maintype=main, subtype=sub or "octet-stream", filename=name)
        return message

    def _is_configured(self):
        """Whether there is a server to hand mails to: a record, or `smtp_server` in the configuration."""
        return bool(config.get("smtp_server") or self.sudo().search_count([], limit=1))

    @api.private
    def connect(self, *args, **kwargs):
        """An authenticated SMTP connection of this server, or of the configuration file's."""
        server = self[:1].sudo()
        host = server.smtp_host or config.get("smtp_server") or "localhost"
        port = server.smtp_port or config.get("smtp_port") or 25
        encryption = server.smtp_encryption if server else ("starttls" if config.get("smtp_ssl") else "none")
        context = ssl.create_default_context()
        if encryption == "ssl":
            connection = smtplib.SMTP_SSL(host, int(port), timeout=_TIMEOUT_SECONDS, context=context)
        else:
            connection = smtplib.SMTP(host, int(port), timeout=_TIMEOUT_SECONDS)
            if encryption == "starttls":
                connection.starttls(context=context)
        user = server.smtp_user if server else config.get("smtp_user")
        password = server.smtp_pass if server else config.get("smtp_password")
        if user:
            connection.login(user, password or "")
        return connection

    @api.private
    @api.model
    def send_email(self, message, mail_server_id=None, smtp_session=None, **kwargs):
        """Hand `message` to the server and return its Message-Id.

        :raise MailDeliveryException: no recipient, or the server refused
        """
        recipients = email_split_and_format(
            ",".join(str(message[header]) for header in ("To", "Cc", "Bcc") if message[header]))
        if not recipients:
            raise MailDeliveryException(_("The mail “%s” has no recipient.", message["Subject"]))
        if config.get("test_enable"):
            return message["Message-Id"]
        del message["Bcc"]
        server = self.browse(mail_server_id) if mail_server_id else self.sudo().search([], limit=1)
        try:
            connection = smtp_session or server.connect()
            connection.send_message(message, to_addrs=recipients)
            if not smtp_session:
                connection.quit()
        except (OSError, smtplib.SMTPException) as error:
            raise MailDeliveryException(_("The mail “%(subject)s” was not sent: %(error)s",
                                          subject=message["Subject"], error=error)) from error
        return message["Message-Id"]

    def test_smtp_connection(self, autodetect_max_email_size=False):
        for server in self:
            try:
                server.connect().quit()
            except (OSError, smtplib.SMTPException) as error:
                raise UserError(_("The server %(server)s did not accept the connection: %(error)s",
                                  server=server.name, error=error)) from error
        return {"type": "ir.actions.client", "tag": "display_notification", "params": {
            "message": _("Connection Test Successful!"), "type": "success", "sticky": False}}
