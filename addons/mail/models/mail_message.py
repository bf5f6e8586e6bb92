"""Messages on records: comments, notes, mails and the log of changes."""
from collections import defaultdict

from core import Command, _, api, fields, models
from core.exceptions import AccessError
from core.tools import generate_tracking_message_id, html2plaintext

_ACCESS_BATCH = 1000
MESSAGE_TYPES = [
    ("email", "Incoming Email"), ("comment", "Comment"), ("email_outgoing", "Outgoing Email"),
    ("notification", "System notification"), ("auto_comment", "Automated Targeted Notification"),
    ("user_notification", "User Specific Notification"),
]


class MailMessage(models.Model):
    _name = "mail.message"
    _inherit = ["record.access.mixin"]
    _description = "Message"
    _order = "id desc"
    _rec_name = "subject"

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if {"author_id", "email_from"}.intersection(fields_list) and not (
                "author_id" in values and "email_from" in values):
            author_id, email_from = self.env["mail.thread"]._message_compute_author(
                values.get("author_id"), values.get("email_from"))
            values.setdefault("author_id", author_id)
            values.setdefault("email_from", email_from)
        return values

    subject = fields.Char("Subject")
    date = fields.Datetime("Date", default=fields.Datetime.now)
    body = fields.Html("Contents", default="", sanitize_style=True)
    preview = fields.Char("Preview", compute="_compute_preview")
    description = fields.Char("Short description", compute="_compute_preview")
    attachment_ids = fields.Many2many("ir.attachment", "message_attachment_rel", "message_id", "attachment_id",
                                      string="Attachments")
    parent_id = fields.Many2one("mail.message", "Parent Message", index="btree_not_null", ondelete="set null")
    child_ids = fields.One2many("mail.message", "parent_id", "Child Messages")
    model = fields.Char("Related Document Model")
    res_id = fields.Many2oneReference("Related Document ID", model_field="model")
    record_name = fields.Char("Message Record Name", compute="_compute_record_name")
    record_company_id = fields.Many2one("res.company", "Company", ondelete="set null")
    message_type = fields.Selection(MESSAGE_TYPES, "Type", required=True, default="comment")
    subtype_id = fields.Many2one("mail.message.subtype", "Subtype", ondelete="set null", index=True)
    mail_activity_type_id = fields.Many2one("mail.activity.type", "Mail Activity Type", index="btree_not_null",
                                            ondelete="set null")
    is_internal = fields.Boolean("Employee Only", help="Hidden to public / portal users")
    email_from = fields.Char("From")
    author_id = fields.Many2one("res.partner", "Author", index=True, ondelete="set null")
    author_avatar = fields.Binary("Author's avatar", related="author_id.avatar_128", depends=["author_id"])
    is_current_user_or_guest_author = fields.Boolean(compute="_compute_is_current_user_author")
    partner_ids = fields.Many2many("res.partner", string="Recipients", context={"active_test": False})
    notified_partner_ids = fields.Many2many("res.partner", string="Partners with Need Action",
                                            compute="_compute_notified_partner_ids",
                                            search="_search_notified_partner_ids", context={"active_test": False})
    needaction = fields.Boolean("Need Action", compute="_compute_needaction", search="_search_needaction")
    has_error = fields.Boolean("Has error", compute="_compute_has_error", search="_search_has_error")
    notification_ids = fields.One2many("mail.notification", "mail_message_id", "Notifications", copy=False)
    starred_partner_ids = fields.Many2many("res.partner", "mail_message_res_partner_starred_rel",
                                           string="Favorited By")
    starred = fields.Boolean("Starred", compute="_compute_starred", search="_search_starred", compute_sudo=False)
    pinned_at = fields.Datetime("Pinned")
    tracking_value_ids = fields.One2many("mail.tracking.value", "mail_message_id", string="Tracking values",
                                         groups="base.group_system")
    reply_to_force_new = fields.Boolean("No threading for answers")
    message_id = fields.Char("Message-Id", index="btree", readonly=True, copy=False)
    reply_to = fields.Char("Reply-To")
    mail_server_id = fields.Many2one("ir.mail_server", "Outgoing mail server")
    email_layout_xmlid = fields.Char("Layout", copy=False)
    email_add_signature = fields.Boolean(default=True)
    mail_ids = fields.One2many("mail.mail", "mail_message_id", string="Mails", groups="base.group_system")

    def init(self):
        self.env.cr.execute(
            """CREATE INDEX IF NOT EXISTS mail_message_model_res_id_id_idx ON mail_message (model, res_id, id)""")

    # -- computed fields ----------------------------------------------------------------------------

    @api.depends("body")
    def _compute_preview(self):
        for message in self:
            text = html2plaintext(message.body or "").strip().replace("\n", " ")
            message.preview = text if len(text) <= 190 else text[:190] + "[...]"
            message.description = message.subject or text[:30]

    @api.depends("model", "res_id")
    def _compute_record_name(self):
        for message in self:
            message.record_name = False
        for model, messages in self._by_model().items():
            records = self.env[model].sudo().browse({message.res_id for message in messages}).exists()
            names = {record.id: record.display_name for record in records}
            for message in messages:
                message.record_name = names.get(message.res_id, False)

    def _by_model(self):
        result = defaultdict(lambda: self.browse())
        for message in self:
            if message.model in self.env and message.res_id:
                result[message.model] |= message
        return result

    @api.depends("author_id")
    @api.depends_context("uid")
    def _compute_is_current_user_author(self):
        for message in self:
            message.is_current_user_or_guest_author = message.author_id == self.env.user.partner_id

    @api.depends("notification_ids.res_partner_id")
    def _compute_notified_partner_ids(self):
        for message in self.sudo():
            message.notified_partner_ids = message.notification_ids.res_partner_id

    @api.model
    def _search_notified_partner_ids(self, operator, operand):
        return [("notification_ids.res_partner_id", operator, operand)]

    @api.depends("notification_ids.is_read")
    @api.depends_context("uid")
    def _compute_needaction(self):
        waiting = self._messages_notified([("notification_type", "=", "inbox"), ("is_read", "=", False)])
        for message in self:
            message.needaction = message.id in waiting

    def _messages_notified(self, domain):
        notifications = self.env["mail.notification"].sudo().search(
            [("mail_message_id", "in", self.ids), ("res_partner_id", "=", self.env.user.partner_id.id), *domain])
        return set(notifications.mail_message_id.ids)

    @api.model
    def _search_needaction(self, operator, operand):
        is_read = not bool(operand) if operator == "=" else bool(operand)
        notifications = self.env["mail.notification"].sudo()._search(
            [("res_partner_id", "=", self.env.user.partner_id.id), ("is_read", "=", is_read)])
        return [("notification_ids", "in", notifications)]

    @api.depends("notification_ids.notification_status")
    def _compute_has_error(self):
        for message in self.sudo():
            message.has_error = any(notification.notification_status in ("bounce", "exception")
                                    for notification in message.notification_ids)

    def _search_has_error(self, operator, operand):
        positive = (operator == "=") == bool(operand)
        domain = [("notification_ids.notification_status", "in", ("bounce", "exception"))]
        return domain if positive else ["!", *domain]

    @api.depends("starred_partner_ids")
    @api.depends_context("uid")
    def _compute_starred(self):
        for message in self:
            message.starred = self.env.user.partner_id in message.sudo().starred_partner_ids

    @api.model
    def _search_starred(self, operator, operand):
        starred = (operator == "=") == bool(operand)
        return [("starred_partner_ids", "in" if starred else "not in", [self.env.user.partner_id.id])]

    # -- access: a message is as visible as the record it is about ------------------------------------

    @api.model
    def _search(self, domain, offset=0, limit=None, order=None):
        if self.env.su or self.env.user._is_admin():
            return super()._search(domain, offset, limit, order)
        if not self.env.user._is_internal():
            domain = [("is_internal", "=", False), "|", ("subtype_id", "=", False),
                      ("subtype_id.internal", "=", False), *domain]
        allowed = self._readable_ids(domain, order, (offset or 0) + limit if limit else None)[offset or 0:]
        return super()._search([("id", "in", allowed)], 0, limit, order)

    def _readable_ids(self, domain, order, wanted):
        found, start = [], 0
        while wanted is None or len(found) < wanted:
            batch = self.browse(super()._search(domain, start, _ACCESS_BATCH, order))
            found.extend((batch - batch._refused_for("read")).ids)
            if len(batch) < _ACCESS_BATCH:
                break
            start += _ACCESS_BATCH
        return found if wanted is None else found[:wanted]

    def _refused_error(self, operation):
        return AccessError(_(
            "You may not %(operation)s this message (%(ids)s): it belongs to a record you have no access to. "
            "Ask an administrator for access to that record.",
            operation=operation, ids=", ".join(map(str, self.ids[:5]))))

    def _refused_for(self, operation):
        """The messages in self the user may not `operation`: neither author, nor addressed, nor by the record."""
        partner = self.env.user.partner_id
        internal = self.env.user._is_internal()
        addressed = self._messages_notified([]) if operation == "read" else set()
        open_questions = self.browse()
        for message in self.sudo():
            if not internal and (message.is_internal or message.subtype_id.internal):
                open_questions |= message
            elif message.author_id == partner or message.create_uid.id == self.env.uid:
                if operation != "create" or not message.model:
                    continue
                open_questions |= message
            elif operation == "read" and (message.id in addressed or partner in message.partner_ids):
                continue
            else:
                open_questions |= message
        return open_questions - self._allowed_by_record(open_questions, operation, internal)

    def _allowed_by_record(self, messages, operation, internal):
        allowed = self.browse()
        for model_name, of_model in messages.sudo()._by_model().items():
            if not internal:
                of_model = of_model.filtered(lambda message: not message.is_internal and not message.subtype_id.internal)
            model = self.env[model_name].sudo(False)
            needed = "read" if operation == "read" else getattr(model, "_mail_post_access", "write")
            if operation in ("write", "unlink"):
                needed = "write"
            if not model.has_access(needed):
                continue
            records = model.browse(of_model.mapped("res_id")).exists()._filtered_access(needed)
            ids = set(records.ids)
            allowed |= of_model.filtered(lambda message, ids=ids: message.res_id in ids)
        return self.browse(allowed.ids)

    # -- life ---------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        prepared, tracking = [], []
        for vals in vals_list:
            vals = dict(vals)
            # Tracked changes of many messages go out as one batch, not message by message.
            tracking.append(vals.pop("tracking_value_ids", None))
            if "email_from" not in vals:
                author_id, vals["email_from"] = self.env["mail.thread"]._message_compute_author(vals.get("author_id"))
                vals.setdefault("author_id", author_id)
            if not vals.get("message_id"):
                vals["message_id"] = self._get_message_id(vals)
            prepared.append(vals)
        messages = super().create(prepared)
        self._create_tracking(messages, tracking)
        self._forget_messages_of_records(prepared)
        for message, vals in zip(messages, prepared):
            if vals.get("attachment_ids"):
                message._take_over_attachments()
        return messages

    def _forget_messages_of_records(self, vals_list):
        ids_by_model = defaultdict(set)
        for vals in vals_list:
            if vals.get("model") in self.env and vals.get("res_id"):
                ids_by_model[vals["model"]].add(vals["res_id"])
        for model, ids in ids_by_model.items():
            if "message_ids" in self.env[model]._fields:
                self.env[model].browse(ids).invalidate_recordset(["message_ids"], flush=False)

    def _create_tracking(self, messages, commands_by_message):
        rows = [
            {**command[2], "mail_message_id": message.id}
            for message, commands in zip(messages, commands_by_message) if commands
            for command in commands
        ]
        if rows:
            self.env["mail.tracking.value"].sudo().create(rows)

    def _take_over_attachments(self):
        """Files uploaded for a message that was being written belong to the record once it is posted."""
        pending = self.sudo().attachment_ids.filtered(
            lambda attachment: attachment.res_model == "mail.compose.message" or not attachment.res_model)
        if pending and self.model and self.res_id:
            pending.write({"res_model": self.model, "res_id": self.res_id})

    @api.model
    def _get_message_id(self, values):
        """An identifier mail programs can answer to; it names the record so that answers find back."""
        if values.get("reply_to_force_new"):
            return generate_tracking_message_id("reply_to")
        if values.get("res_id") and values.get("model"):
            return generate_tracking_message_id(f"{values['res_id']}-{values['model']}")
        return generate_tracking_message_id("private")

    def unlink(self):
        attachments = self.sudo().attachment_ids.filtered(
            lambda attachment: attachment.res_model == self._name)
        result = super().unlink()
        attachments.unlink()
        return result

    # -- what users do with messages ------------------------------------------------------------------

    @api.model
    def mark_all_as_read(self, domain=None):
        notifications = self.env["mail.notification"].sudo().search(
            [("res_partner_id", "=", self.env.user.partner_id.id), ("is_read", "=", False)])
        if domain:
            messages = self.search(domain)
            notifications = notifications.filtered(lambda item: item.mail_message_id in messages)
        notifications.write({"is_read": True})
        return notifications.mail_message_id.ids

    def set_message_done(self):
        """Take the messages out of the user's inbox."""
        self.env["mail.notification"].sudo().search([
            ("mail_message_id", "in", self.ids), ("res_partner_id", "=", self.env.user.partner_id.id),
            ("is_read", "=", False)]).write({"is_read": True})

    def toggle_message_starred(self):
        """Mark the messages for oneself, or take the mark away."""
        self.check_access("read")
        partner = self.env.user.partner_id
        for message in self.sudo():
            command = Command.unlink if partner in message.starred_partner_ids else Command.link
            message.starred_partner_ids = [command(partner.id)]

    def _cleanup_side_records(self):
        self.sudo().write({"starred_partner_ids": [Command.clear()]})

    def is_thread_message(self, vals=None):
        vals = vals or {}
        return bool(vals.get("model", self.model) and vals.get("res_id", self.res_id)) \
            and vals.get("message_type", self.message_type) != "user_notification"

    def _invalidate_documents(self, model=None, res_id=None):
        for message in self:
            name, record_id = model or message.model, res_id or message.res_id
            if name in self.env and record_id and "message_ids" in self.env[name]._fields:
                self.env[name].browse(record_id).invalidate_recordset(["message_ids"])

    def _message_format_data(self):
        """Dictionaries for clients: author, date, body, changes, attachments."""
        self.check_access("read")
        result = []
        for message in self.sudo():
            changes = message.tracking_value_ids._filter_tracked_field_access(self.env(su=False))
            result.append({
                "id": message.id, "date": message.date, "body": message.body, "subject": message.subject,
                "message_type": message.message_type, "subtype_id": message.subtype_id.id,
                "subtype_description": message.subtype_id.description,
                "is_note": message.subtype_id == self.env.ref("mail.mt_note"),
                "is_internal": message.is_internal or message.subtype_id.internal,
                "author_id": message.author_id.id, "author_name": message.author_id.name or message.email_from,
                "email_from": message.email_from, "model": message.model, "res_id": message.res_id,
                "attachment_ids": [{"id": attachment.id, "name": attachment.name, "mimetype": attachment.mimetype,
                                    "file_size": attachment.file_size} for attachment in message.attachment_ids],
                "trackingValues": changes._tracking_value_format(),
            })
        return result

    message_format = _message_format_data
