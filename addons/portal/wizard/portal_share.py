"""Send the link of a document to people."""
from markupsafe import Markup

from core import _, api, fields, models
from core.exceptions import UserError


class PortalShare(models.TransientModel):
    _name = "portal.share"
    _description = "Portal Sharing"

    res_model = fields.Char("Related Document Model", required=True)
    res_id = fields.Integer("Related Document ID", required=True)
    partner_ids = fields.Many2many("res.partner", string="Recipients")
    note = fields.Text("Note", help="Text of the mail that carries the link")
    share_link = fields.Char("Link", compute="_compute_share_link")
    access_warning = fields.Text("Access warning", compute="_compute_share_link")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        values.setdefault("res_model", self.env.context.get("active_model"))
        values.setdefault("res_id", self.env.context.get("active_id"))
        return values

    def _record(self):
        model = self.env.get(self.res_model)
        if model is None or not isinstance(model, self.env.registry["portal.mixin"]):
            raise UserError(_("Documents of this kind have no page for customers."))
        record = model.browse(self.res_id)
        record.check_access("read")
        return record

    @api.depends("res_model", "res_id")
    def _compute_share_link(self):
        base = self.env["ir.config_parameter"].sudo().get_param("web.base.url", "")
        for wizard in self:
            record = wizard._record() if wizard.res_model and wizard.res_id else None
            wizard.share_link = f"{base}{record._get_share_url(redirect=True)}" if record else False
            wizard.access_warning = record.access_warning if record else ""

    def action_send_mail(self):
        """Post the link on the document, which mails it to the recipients."""
        self.ensure_one()
        record = self._record()
        if not self.partner_ids:
            raise UserError(_("Choose who gets the link."))
        body = Markup('<p>%s</p><p><a href="%s">%s</a></p>') % (
            self.note or _("%s shared a document with you.", self.env.user.name), self.share_link, record.display_name)
        record.message_post(body=body, subject=_("%s is shared with you", record.display_name), partner_ids=self.partner_ids.ids,
                            message_type="comment", subtype_xmlid="mail.mt_comment", email_layout_xmlid="mail.mail_notification_light")
        return {"type": "ir.actions.act_window_close"}
