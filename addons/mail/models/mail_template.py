"""Mails prepared for the records of a model."""
from core import Command, _, api, fields, models
from core.exceptions import UserError
from core.tools.translate import html_translate


# Parts of a mail that are no rendered texts: recipients and files are found by methods of their own.
_NOT_TEXTS = {"attachment_ids", "report_template_ids", "partner_to", "email_to", "email_cc", "auto_delete",
              "mail_server_id", "model", "res_id"}


class MailTemplate(models.Model):
    _name = "mail.template"
    _inherit = ["mail.render.mixin"]
    _description = "Email Templates"
    _order = "user_id, name, id"
    _unrestricted_rendering = True

    name = fields.Char("Name", translate=True, required=True)
    description = fields.Text("Template description", translate=True)
    active = fields.Boolean(default=True)
    template_category = fields.Selection([("base_template", "Base Template"), ("hidden_template", "Hidden Template"),
                                          ("custom_template", "Custom Template")], compute="_compute_category")
    model_id = fields.Many2one("ir.model", "Applies to", ondelete="cascade")
    model = fields.Char("Related Document Model", related="model_id.model", index=True, store=True, readonly=True)
    subject = fields.Char("Subject", translate=True, prefetch=True)
    email_from = fields.Char("From", help="Sender; empty: the user who sends")
    user_id = fields.Many2one("res.users", string="Owner")
    use_default_to = fields.Boolean("Default recipients", help="The contacts of the record, without saying more")
    email_to = fields.Char("To (Emails)")
    partner_to = fields.Char("To (Partners)", help="Comma-separated ids of contacts")
    email_cc = fields.Char("Cc")
    reply_to = fields.Char("Reply To")
    body_html = fields.Html("Body", render_engine="qweb", render_options={"post_process": True}, translate=html_translate,
                            prefetch=True, sanitize=False)
    attachment_ids = fields.Many2many("ir.attachment", "email_template_attachment_rel", "email_template_id",
                                      "attachment_id", "Attachments")
    report_template_ids = fields.Many2many("ir.actions.report", "mail_template_ir_actions_report_rel",
                                           "mail_template_id", "ir_actions_report_id", string="Dynamic Reports")
    email_layout_xmlid = fields.Char("Email Notification Layout")
    mail_server_id = fields.Many2one("ir.mail_server", "Outgoing Mail Server")
    scheduled_date = fields.Char("Scheduled Date")
    auto_delete = fields.Boolean("Auto Delete", default=True)
    ref_ir_act_window = fields.Many2one("ir.actions.act_window", "Sidebar action", readonly=True, copy=False)

    @api.depends("model")
    def _compute_render_model(self):
        for template in self:
            template.render_model = template.model

    def _compute_category(self):
        for template in self:
            if template.description:
                template.template_category = "base_template"
            else:
                template.template_category = "custom_template" if template.active else "hidden_template"

    def copy_data(self, default=None):
        return [dict(vals, name=_("%s (copy)", template.name))
                for template, vals in zip(self, super().copy_data(default))]

    def unlink_action(self):
        self.ref_ir_act_window.unlink()
        return True

    # -- rendering ----------------------------------------------------------------------------------

    def _generate_template(self, res_ids, render_fields, recipients_allow_suggested=False, find_or_create_partners=False):
        """{record id: {field: value}} with the recipients as `partner_ids` and the files as `attachments`."""
        self.ensure_one()
        result = {res_id: {} for res_id in res_ids}
        for template, ids in self._classify_per_lang(res_ids).values():
            for name in render_fields:
                if name in _NOT_TEXTS:
                    continue
                for res_id, value in template._render_field(name, ids).items():
                    result[res_id][name] = value
            template._generate_template_recipients(ids, render_fields, result)
            if {"attachment_ids", "report_template_ids"}.intersection(render_fields):
                template._generate_template_attachments(ids, render_fields, result)
            for res_id in ids:
                result[res_id].update(self._static_values())
                if result[res_id].get("body_html"):
                    result[res_id]["body"] = result[res_id]["body_html"]
        for res_id in res_ids:
            result[res_id].update({"model": self.model, "res_id": res_id})
        return result

    def _static_values(self):
        return {"auto_delete": self.auto_delete, "mail_server_id": self.mail_server_id.id}

    def _generate_template_recipients(self, res_ids, render_fields, result):
        records = self.env[self.model].browse(res_ids)
        if self.use_default_to or not (self.partner_to or self.email_to or self.email_cc):
            for res_id, defaults in records._message_get_default_recipients().items():
                result[res_id].update({"partner_ids": defaults["partner_ids"], "email_to": defaults["email_to"],
                                       "email_cc": defaults["email_cc"]})
            return
        rendered = {name: self._render_field(name, res_ids) for name in ("partner_to", "email_to", "email_cc")}
        for res_id in res_ids:
            ids = [int(part) for part in (rendered["partner_to"][res_id] or "").replace("[", "").replace("]", "").split(",")
                   if part.strip().isdigit()]
            result[res_id].update({
                "partner_ids": self.env["res.partner"].sudo().browse(ids).exists().ids,
                "email_to": rendered["email_to"][res_id], "email_cc": rendered["email_cc"][res_id]})

    def _generate_template_attachments(self, res_ids, render_fields, result):
        for res_id in res_ids:
            result[res_id]["attachment_ids"] = self.attachment_ids.ids
            files = []
            for report in self.report_template_ids:
                content, extension = self._printed(report, res_id)
                files.append((self._report_file_name(report, res_id, extension), content))
            result[res_id]["attachments"] = files

    def _printed(self, report, res_id):
        """(content, extension) of the document that goes along; a page where the server makes no PDF files."""
        reports = self.env["ir.actions.report"]
        if report.report_type != "qweb-pdf":
            return reports._render(report, [res_id])
        content = reports._pdf_if_possible(report, [res_id])
        return (content, "pdf") if content is not None else reports._render_qweb_html(report, [res_id])

    def _report_file_name(self, report, res_id, extension):
        name = report._document_file_name(self.env[self.model].browse(res_id))
        return name if name.endswith(f".{extension}") else f"{name}.{extension}"

    # -- sending ------------------------------------------------------------------------------------

    def send_mail(self, res_id, force_send=False, raise_exception=False, email_values=None, email_layout_xmlid=False):
        """Put the mail for one record into the outbox.

        :param force_send: hand it to the server now instead of at the next run of the queue
        :return: id of the mail.mail
        """
        self.ensure_one()
        return self.send_mail_batch([res_id], force_send=force_send, raise_exception=raise_exception,
                                    email_values=email_values, email_layout_xmlid=email_layout_xmlid)[0].id

    def send_mail_batch(self, res_ids, force_send=False, raise_exception=False, email_values=None,
                        email_layout_xmlid=False):
        """Put a mail for each record into the outbox and return them."""
        self.ensure_one()
        self.check_access("read")
        if not self.model:
            raise UserError(_("The template “%s” applies to no model.", self.name))
        self.env[self.model].browse(res_ids).check_access("read")
        rendered = self._generate_template(list(res_ids), (
            "attachment_ids", "auto_delete", "body_html", "email_cc", "email_from", "email_to", "partner_to",
            "report_template_ids", "reply_to", "scheduled_date", "subject"))
        values_list = []
        for res_id in res_ids:
            values_list.append(self._mail_values(res_id, rendered[res_id], email_values or {}, email_layout_xmlid))
        mails = self.env["mail.mail"].sudo().create(values_list)
        if force_send:
            mails.send(raise_exception=raise_exception)
        return mails

    def _mail_values(self, res_id, rendered, email_values, email_layout_xmlid):
        values = dict(rendered)
        files = values.pop("attachments", [])
        partner_ids = values.pop("partner_ids", [])
        attachment_ids = list(values.pop("attachment_ids", []))
        if files:
            attachment_ids += self.env["ir.attachment"].sudo().create([
                {"name": name, "raw": content, "res_model": "mail.message", "type": "binary"}
                for name, content in files]).ids
        values["recipient_ids"] = [Command.link(id_) for id_ in partner_ids]
        values["attachment_ids"] = [Command.link(id_) for id_ in attachment_ids]
        author_id, email_from = self.env["mail.thread"]._message_compute_author(
            email_values.get("author_id"), values.get("email_from") or None)
        values.update(author_id=author_id, email_from=email_from, message_type="email_outgoing")
        values.update(email_values)
        values["scheduled_date"] = values.get("scheduled_date") or False
        values["auto_delete"] = self.auto_delete
        layout = email_layout_xmlid or self.email_layout_xmlid
        if layout:
            values["body_html"] = self._in_layout(layout, res_id, values)
        values["body"] = values.get("body_html") or ""
        values["body_html"] = self._replace_local_links(values.get("body_html"))
        return {name: value for name, value in values.items() if name in self.env["mail.mail"]._fields}

    def _in_layout(self, layout, res_id, values):
        record = self.env[self.model].browse(res_id)
        message = self.env["mail.message"].sudo().new({"body": values.get("body_html"), "record_name": record.display_name})
        return self.env["ir.qweb"]._render(layout, {
            "message": message, "record": record, "record_name": record.display_name, "company": self.env.company,
            "user": self.env.user, "tracking_values": [], "signature": False, "access_url": False})
