"""Write a message or a mail about records, freely or starting from a template."""
import ast

from markupsafe import Markup

from core import Command, _, api, fields, models
from core.exceptions import UserError


class MailComposer(models.TransientModel):
    _name = "mail.compose.message"
    _inherit = "mail.render.mixin"
    _description = "Email composition wizard"
    _rec_name = "subject"

    composition_mode = fields.Selection([("comment", "Post on a document"), ("mass_mail", "Email Mass Mailing")],
                                        string="Composition mode", default="comment")
    model = fields.Char("Related Document Model")
    res_ids = fields.Text("Related Document IDs")
    template_id = fields.Many2one("mail.template", "Use template", domain="[('model', '=', model)]")
    subject = fields.Char("Subject", compute="_compute_from_template", store=True, readonly=False)
    body = fields.Html("Contents", compute="_compute_from_template", store=True, readonly=False)
    partner_ids = fields.Many2many("res.partner", string="Additional Contacts", compute="_compute_from_template",
                                   store=True, readonly=False)
    attachment_ids = fields.Many2many("ir.attachment", "mail_compose_message_ir_attachments_rel", "wizard_id",
                                      "attachment_id", "Attachments", compute="_compute_from_template", store=True,
                                      readonly=False)
    subtype_id = fields.Many2one("mail.message.subtype", "Subtype",
                                 default=lambda self: self.env.ref("mail.mt_comment", raise_if_not_found=False))
    subtype_is_log = fields.Boolean("Is a log", compute="_compute_subtype_is_log")
    email_layout_xmlid = fields.Char("Email Notification Layout")
    author_id = fields.Many2one("res.partner", "Author", default=lambda self: self.env.user.partner_id)
    email_from = fields.Char("From", default=lambda self: self.env.user.email_formatted)
    force_send = fields.Boolean(default=False)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        context = self.env.context
        if "model" in fields_list and not values.get("model"):
            values["model"] = context.get("active_model")
        if "res_ids" in fields_list and not values.get("res_ids"):
            ids = context.get("default_res_ids") or context.get("active_ids") or [context.get("active_id")]
            values["res_ids"] = repr([id_ for id_ in ids if id_])
        return values

    @api.depends("subtype_id")
    def _compute_subtype_is_log(self):
        note = self.env.ref("mail.mt_note", raise_if_not_found=False)
        for composer in self:
            composer.subtype_is_log = composer.subtype_id == note

    @api.depends("model")
    def _compute_render_model(self):
        for composer in self:
            composer.render_model = composer.model

    @api.depends("template_id")
    def _compute_from_template(self):
        for composer in self:
            ids = composer._evaluate_res_ids()
            if not composer.template_id or len(ids) != 1:
                composer.subject = composer.subject or False
                composer.body = composer.body or False
                composer.partner_ids = composer.partner_ids
                composer.attachment_ids = composer.attachment_ids
                continue
            values = composer.template_id._generate_template(
                ids, ("subject", "body_html", "partner_to", "email_to", "attachment_ids", "report_template_ids"))[ids[0]]
            composer.subject = values.get("subject")
            composer.body = values.get("body_html")
            composer.partner_ids = [Command.set(values.get("partner_ids", []))]
            composer.attachment_ids = [Command.set(composer._files(values))]

    def _files(self, values):
        created = self.env["ir.attachment"].create([
            {"name": name, "raw": content, "res_model": self._name, "res_id": 0, "type": "binary"}
            for name, content in values.get("attachments", [])])
        return values.get("attachment_ids", []) + created.ids

    def _evaluate_res_ids(self):
        """The ids in the text field, as a list."""
        if not self.res_ids:
            return []
        value = ast.literal_eval(self.res_ids)
        return [value] if isinstance(value, int) else list(value)

    def action_send_mail(self):
        """Post on the one record, or send to each of many, and close."""
        self._action_send_mail()
        return {"type": "ir.actions.act_window_close"}

    def _action_send_mail(self, auto_commit=False):
        mails, messages = self.env["mail.mail"].sudo(), self.env["mail.message"]
        for composer in self:
            ids = composer._evaluate_res_ids()
            if not composer.model or composer.model not in self.env:
                raise UserError(_("Open the dialog from a record: there is nothing to write about."))
            if composer.composition_mode == "mass_mail":
                if not composer.template_id:
                    raise UserError(_("Choose a template for a mail to several records."))
                if hasattr(self.env[composer.model], "message_post"):
                    messages |= composer._post_template(ids)
                else:
                    mails |= composer.template_id.send_mail_batch(ids, force_send=composer.force_send)
                continue
            for record in self.env[composer.model].browse(ids):
                messages |= record.message_post(
                    body=Markup(composer.body or ""), subject=composer.subject, message_type="comment",
                    partner_ids=composer.partner_ids.ids, attachment_ids=composer.attachment_ids.ids,
                    subtype_id=composer.subtype_id.id, author_id=composer.author_id.id or None,
                    email_layout_xmlid=composer.email_layout_xmlid or False)
        return mails, messages

    def _post_template(self, ids):
        """Post what the template makes of each record, so that each keeps what was sent to its customer."""
        return self.env[self.model].browse(ids).message_post_with_source(
            self.template_id, message_type="comment", subtype_id=self.subtype_id.id, author_id=self.author_id.id or None,
            email_layout_xmlid=self.email_layout_xmlid or self.template_id.email_layout_xmlid or False)
