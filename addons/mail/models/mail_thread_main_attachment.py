"""Records of which one file is the document itself, e.g. a vendor's invoice."""
from core import fields, models


class MailMainAttachmentMixin(models.AbstractModel):
    _name = "mail.thread.main.attachment"
    _inherit = ["mail.thread"]
    _description = "Mail Main Attachment management"

    message_main_attachment_id = fields.Many2one("ir.attachment", string="Main Attachment", copy=False,
                                                 index="btree_not_null")

    def _message_post_after_hook(self, message, msg_vals):
        super()._message_post_after_hook(message, msg_vals)
        self.sudo()._message_set_main_attachment_id(message.attachment_ids, force=False)

    def _message_set_main_attachment_id(self, attachments, force=False, filter_xml=True):
        """Take the first file, a PDF or an image if there is one, as the document."""
        if not attachments or not self.ids or (self.message_main_attachment_id and not force):
            return
        if filter_xml:
            attachments = attachments.filtered(lambda attachment: not (attachment.mimetype or "").endswith("xml"))
        if attachments:
            def rank(attachment):
                mimetype = attachment.mimetype or ""
                return (not mimetype.endswith("pdf"), not mimetype.startswith("image"), attachment.id)
            self.with_context(tracking_disable=True).message_main_attachment_id = attachments.sorted(rank)[0].id
