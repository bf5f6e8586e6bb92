"""The buttons of the order. Each ends by firing its transition; what it means is in workflow/sale_order.xml."""
from core import _, fields, models, workflow
from core.exceptions import UserError


class SaleOrderLifecycle(models.Model):
    _inherit = "sale.order"

    # -- confirm ----------------------------------------------------------------------------------

    def action_confirm(self):
        """Confirm quotations: an order is binding, numbered and ready to be fulfilled."""
        with workflow.operation(self.env):
            self.workflow.fire("confirm")
            confirmed = self.filtered(lambda order: order.state == "sale")
            confirmed._subscribe_customer()
            if confirmed:
                confirmed.with_context(self._without_default_name())._action_confirm()
            confirmed._lock_if_configured()
        return True

    def _without_default_name(self):
        """`default_name` of an action on orders is not meant for the documents that follow."""
        return {key: value for key, value in self.env.context.items() if key != "default_name"}

    def _subscribe_customer(self):
        for customer, orders in self.grouped("partner_id").items():
            orders.message_subscribe(customer.ids)

    def _lock_if_configured(self):
        group = self.env.ref("sale.group_auto_done_setting", raise_if_not_found=False)
        if self and group and self.env.user.has_group("sale.group_auto_done_setting"):
            self.action_lock()

    def _action_confirm(self):
        """Hook of addons: the orders are confirmed now. Fulfilment itself is the policy's."""

    def _prepare_confirmation_values(self):
        """What confirming writes on the order beside its state."""
        return {"state": "sale", "date_order": fields.Datetime.now()}

    def _confirmation_error_message(self):
        """Hook of addons: why this order cannot be confirmed (a text), or False."""
        self.ensure_one()
        if any(not line.display_type and not line.is_downpayment and not line.product_id for line in self.order_line):
            return _("A line of %s has no product. Choose one or remove the line.", self.name)
        return False

    # -- the other way ------------------------------------------------------------------------------

    def action_cancel(self):
        """Cancel orders: drafts of their invoices go, what is done stays and refuses."""
        locked = self.filtered("locked")
        if locked:
            raise UserError(_("Order %s is locked. Unlock it before you cancel it.", locked[0].name))
        if self._show_cancel_wizard():
            return self._cancel_wizard_action()
        return self._action_cancel()

    def _show_cancel_wizard(self):
        """Hook of addons: True to ask (for a reason …) before cancelling. The wizard cancels with the context key
        ``disable_cancel_warning``."""
        return False

    def _cancel_wizard_action(self):
        self.ensure_one()
        return {"name": _("Cancel %s", self.type_name), "type": "ir.actions.act_window", "res_model": "sale.order.cancel",
                "view_mode": "form", "views": [(self.env.ref("sale.sale_order_cancel_view_form").id, "form")],
                "target": "new", "context": {"default_order_id": self.id, "mark_so_as_canceled": True}}

    def _action_cancel(self):
        with workflow.operation(self.env):
            self._cancel_draft_invoices()
            self.workflow.fire("cancel")
        return True

    def _cancel_draft_invoices(self):
        drafts = self.invoice_ids.filtered(lambda move: move.state == "draft")
        if drafts:
            # A salesperson undoes the draft that confirming created.
            drafts.sudo().button_cancel()

    def action_draft(self):
        """Take cancelled orders and sent quotations back to be worked on."""
        self.workflow.fire("reopen")
        return True

    def action_quotation_sent(self):
        """Mark as sent."""
        self.workflow.fire("send")
        return True

    def action_quotation_send(self):
        """The dialog that mails the quotation; sending it marks it as sent."""
        self.order_line._validate_analytic_distribution()
        template = self._find_mail_template()
        return self._composer_action(template, mark_so_as_sent=True, proforma=self.env.context.get("proforma", False),
                                     default_email_layout_xmlid="mail.mail_notification_layout_with_responsible_signature",
                                     model_description=self[:1].with_context(lang=self[:1].partner_id.lang).type_name)

    def _find_mail_template(self):
        """The template of the mail for these orders: that of quotations, or of confirmed orders."""
        if self.env.context.get("proforma") or any(order.state != "sale" for order in self):
            return self.env.ref("sale.email_template_edi_sale", raise_if_not_found=False)
        return self[:1]._get_confirmation_template()

    def message_post(self, **kwargs):
        if self.env.context.get("mark_so_as_sent"):
            self.filtered(lambda order: order.state == "draft").action_quotation_sent()
        return super(SaleOrderLifecycle, self.with_context(mark_so_as_sent=False)).message_post(**kwargs)

    def action_lock(self):
        self.locked = True

    def action_unlock(self):
        self.locked = False

    # -- prices and taxes -----------------------------------------------------------------------------

    def action_update_prices(self):
        """Take the prices of the pricelist again, for lines entered under another one."""
        self.ensure_one()
        self._recompute_prices()
        if self.pricelist_id:
            self.message_post(body=_("Product prices have been recomputed according to pricelist %s.",
                                     self.pricelist_id.display_name))

    def _get_update_prices_lines(self):
        return self.order_line.filtered(lambda line: not line.display_type and not line.is_downpayment)

    def _recompute_prices(self):
        lines = self._get_update_prices_lines()
        lines.invalidate_recordset(["pricelist_item_id"])
        lines._force_price_recomputation()
        lines.discount = 0.0
        lines._compute_discount()
        self.show_update_pricelist = False

    def _recompute_taxes(self):
        self.order_line.filtered(lambda line: not line.display_type)._compute_tax_id()
        self.show_update_fpos = False

    def action_update_taxes(self):
        self.ensure_one()
        self._recompute_taxes()
        if self.partner_id:
            self.message_post(body=_("Product taxes have been recomputed according to fiscal position %s.",
                                     self.fiscal_position_id.display_name or ""))
