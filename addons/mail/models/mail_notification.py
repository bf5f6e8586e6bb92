"""Who was told about a message, how, and whether it arrived."""
from core import api, fields, models


class MailNotification(models.Model):
    _name = "mail.notification"
    _description = "Message Notifications"
    _table = "mail_notification"
    _rec_name = "res_partner_id"
    _log_access = False

    author_id = fields.Many2one("res.partner", "Author", ondelete="set null")
    mail_message_id = fields.Many2one("mail.message", "Message", index=True, ondelete="cascade", required=True)
    mail_mail_id = fields.Many2one("mail.mail", "Mail", index=True, ondelete="set null")
    res_partner_id = fields.Many2one("res.partner", "Recipient", index=True, ondelete="cascade")
    mail_email_address = fields.Char(help="Recipient email address")
    notification_type = fields.Selection([("inbox", "Inbox"), ("email", "Email")], string="Notification Type",
                                         default="inbox", index=True, required=True)
    notification_status = fields.Selection(
        [("ready", "Ready to Send"), ("process", "Processing"), ("pending", "Sent"), ("sent", "Delivered"),
         ("bounce", "Bounced"), ("exception", "Exception"), ("canceled", "Cancelled")],
        string="Status", default="ready", index=True)
    is_read = fields.Boolean("Is Read", index=True)
    read_date = fields.Datetime("Read Date", copy=False)
    failure_type = fields.Selection(
        [("unknown", "Unknown error"), ("mail_bounce", "Bounce"), ("mail_email_invalid", "Invalid email address"),
         ("mail_email_missing", "Missing email address"), ("mail_from_invalid", "Invalid from address"),
         ("mail_from_missing", "Missing from address"), ("mail_smtp", "Connection failed (outgoing mail server problem)")],
        string="Failure type")
    failure_reason = fields.Text("Failure reason", copy=False)

    _sql_constraints = [
        ("notification_partner_required",
         "CHECK(notification_type NOT IN ('email', 'inbox') OR res_partner_id IS NOT NULL OR mail_email_address IS NOT NULL)",
         "A notification needs a recipient."),
    ]

    def init(self):
        self.env.cr.execute(
            """CREATE INDEX IF NOT EXISTS mail_notification_res_partner_id_is_read_idx
                   ON mail_notification (res_partner_id, is_read, notification_status, mail_message_id)""")

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([
            {**vals, "read_date": fields.Datetime.now()} if vals.get("is_read") else vals for vals in vals_list])

    def write(self, vals):
        if vals.get("is_read"):
            vals = {**vals, "read_date": fields.Datetime.now()}
        return super().write(vals)

    def format_failure_reason(self):
        self.ensure_one()
        if self.failure_type != "unknown":
            return dict(self._fields["failure_type"]._description_selection(self.env)).get(self.failure_type, "")
        return self.failure_reason or ""
