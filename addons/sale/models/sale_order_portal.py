"""The order as its customer sees it: the document, its address in the portal, what accepting it needs."""
from core import _, fields, models
from core.exceptions import UserError


class SaleOrderPortal(models.Model):
    _name = "sale.order"
    _inherit = ["sale.order", "portal.mixin"]

    # -- the document -------------------------------------------------------------------------------

    def _get_order_lines_to_report(self):
        """The lines the customer sees: all but those of an advance that was not asked for yet."""
        advances = self.order_line.filtered(lambda line: line.is_downpayment and not line.display_type)

        def shown(line):
            if not line.is_downpayment:
                return True
            return bool(advances.filtered("qty_invoiced")) if line.display_type else bool(line.qty_invoiced)

        return self.order_line.filtered(shown)

    def _get_report_base_filename(self):
        self.ensure_one()
        return f"{self.type_name} {self.name}"

    def _amount_total_words(self):
        """The total in words, in the language of the document."""
        self.ensure_one()
        return self.currency_id.amount_to_text(self.amount_total)

    def _get_name_portal_content_view(self):
        """The template that shows the order; a localization may return its own."""
        self.ensure_one()
        return "sale.sale_order_portal_content"

    def _get_name_tax_totals_view(self):
        return "account.document_tax_totals"

    # -- its address --------------------------------------------------------------------------------

    def _compute_access_url(self):
        super()._compute_access_url()
        for order in self:
            order.access_url = f"/my/orders/{order.id}"

    def action_preview_sale_order(self):
        """The order as the customer sees it."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "target": "self", "url": self.get_portal_url()}

    # -- accepting ----------------------------------------------------------------------------------

    def _can_be_edited_on_portal(self):
        """True while the customer may still change the quotation (its optional products)."""
        self.ensure_one()
        return self.state in ("draft", "sent") and not self.is_expired and not self.signature

    def _has_to_be_signed(self):
        """True when the customer is to sign the quotation."""
        self.ensure_one()
        return self.state in ("draft", "sent") and not self.is_expired and self.require_signature and not self.signature

    def _has_to_be_paid(self):
        """True when an online payment confirms the quotation; needs an online payment addon to be of use."""
        self.ensure_one()
        return (self.state in ("draft", "sent") and not self.is_expired and self.require_payment
                and self.amount_total > 0 and not self._is_confirmation_amount_reached())

    def _is_confirmation_amount_reached(self):
        self.ensure_one()
        return self.currency_id.compare_amounts(self.amount_paid, self._get_prepayment_required_amount()) >= 0

    def _get_prepayment_required_amount(self):
        """What has to be paid before the quotation is confirmed, in the order's currency."""
        self.ensure_one()
        share = self.prepayment_percent if self.require_payment and self.prepayment_percent else 1.0
        return self.currency_id.round(self.amount_total * share)

    def _accept_on_portal(self, name, signature):
        """The customer accepts: the signature is kept, and the order confirmed unless it is to be paid first.

        :param signature: the picture as base64 text
        :raise UserError: the quotation cannot be signed (any more)
        """
        self.ensure_one()
        if not self._has_to_be_signed():
            raise UserError(_("%s cannot be signed any more: it was changed, confirmed or has expired.", self.name))
        self.write({"signed_by": name, "signed_on": fields.Datetime.now(), "signature": signature})
        if not self._has_to_be_paid():
            self._validate_order()

    def _validate_order(self):
        """Confirm and tell the customer."""
        self.action_confirm()
        self._send_order_confirmation_mail()

    def _send_order_confirmation_mail(self):
        template = self._get_confirmation_template()
        for order in self:
            if template and order.partner_id.email:
                order._send_order_notification_mail(template)

    def _send_order_notification_mail(self, mail_template):
        """Post the mail of a template on the order, which sends it to the customer."""
        self.ensure_one()
        self.message_post_with_source(mail_template, email_layout_xmlid="mail.mail_notification_layout",
                                      subtype_xmlid="mail.mt_comment")

    def _portal_author_of_signature(self, user):
        """Who acts on the order's page: the signed-in customer, else the order's contact."""
        return self.partner_id if user._is_public() else user.sudo().partner_id

    def _decline_on_portal(self, reason):
        """The customer declines: the quotation is cancelled and the reason kept in its conversation."""
        self.ensure_one()
        if not self._can_be_edited_on_portal() or not reason:
            raise UserError(_("%s cannot be declined any more.", self.name))
        self._action_cancel()

