"""From order to invoice: what may be invoiced, in which documents, with which values."""
from itertools import groupby

from core import _, api, models
from core.exceptions import UserError
from core.tools import float_is_zero


class SaleOrderInvoicing(models.Model):
    _inherit = "sale.order"

    def _prepare_invoice(self):
        """Values of the invoice of this order (account.move), without its lines."""
        self.ensure_one()
        values = {
            "ref": self.client_order_ref or self.name,
            "move_type": "out_invoice",
            "narration": self.note,
            "currency_id": self.currency_id.id,
            "team_id": self.team_id.id,
            "partner_id": self.partner_invoice_id.id,
            "partner_shipping_id": self.partner_shipping_id.id,
            "fiscal_position_id": self._invoice_fiscal_position().id,
            "invoice_origin": self.name,
            "invoice_payment_term_id": self.payment_term_id.id,
            "invoice_user_id": self.user_id.id,
            "payment_reference": self.reference,
            "company_id": self.company_id.id,
            "invoice_line_ids": [],
            "user_id": self.user_id.id,
        }
        if self.journal_id:
            values["journal_id"] = self.journal_id.id
        return values

    def _invoice_fiscal_position(self):
        return self.fiscal_position_id or self.env["account.fiscal.position"].with_company(
            self.company_id)._get_fiscal_position(self.partner_invoice_id, self.partner_shipping_id)

    # -- which lines ------------------------------------------------------------------------------

    def _get_invoiceable_lines(self, final=False):
        """Lines with something to invoice (or, ``final``, to credit), with the sections and notes above them."""
        self.ensure_one()
        result = self.env["sale.order.line"]
        pending = self.env["sale.order.line"]
        down_payments = self.env["sale.order.line"]
        for line in self.order_line:
            if line.display_type == "line_section":
                pending = line
                continue
            if line.display_type == "line_note":
                if line.product_id or result & pending or not pending:
                    result |= line
                else:
                    pending |= line
                continue
            if float_is_zero(line.qty_to_invoice, precision_rounding=line.product_uom.rounding or 0.01):
                continue
            if line.qty_to_invoice > 0 or final:
                if line.is_downpayment:
                    down_payments |= line
                    continue
                result |= pending | line
                pending = self.env["sale.order.line"]
        return result | down_payments

    def _get_invoice_grouping_keys(self):
        """Orders that agree in these invoice values may share an invoice."""
        return ["company_id", "partner_id", "partner_shipping_id", "currency_id", "fiscal_position_id"]

    def _nothing_to_invoice_error_message(self):
        return _("Nothing of %s can be invoiced now. Products invoiced on delivery must be delivered first; what was invoiced "
                 "already is not invoiced again.", ", ".join(self.mapped("name")))

    # -- the invoices -------------------------------------------------------------------------------

    def _create_invoices(self, grouped=False, final=False, date=None):
        """Create draft invoices for what can be invoiced.

        ``grouped``: one invoice per order; else orders of the same customer, currency and terms share one.
        ``final``: also credit what was invoiced too much (a negative total becomes a credit note).
        Raises UserError when there is nothing to invoice.
        """
        values_by_order = []
        for order in self:
            order = order.with_company(order.company_id).with_context(lang=order.partner_invoice_id.lang)
            lines = order._get_invoiceable_lines(final)
            if any(not line.display_type for line in lines):
                values_by_order.append(order._invoice_values_with_lines(lines, date))
        if not values_by_order:
            raise UserError(self._nothing_to_invoice_error_message())
        if not grouped:
            values_by_order = self._group_invoice_values(values_by_order)
        moves = self._create_account_invoices(values_by_order, final)
        if final:
            self._turn_negative_into_refunds(moves)
        self._announce_invoices(moves)
        return moves

    def _invoice_values_with_lines(self, lines, date):
        values = self._prepare_invoice()
        if date:
            values["invoice_date"] = date
        sequence = 10
        for line in lines:
            line_values = line._prepare_invoice_line(sequence=sequence)
            values["invoice_line_ids"].append((0, 0, line_values))
            sequence += 1
        return values

    def _group_invoice_values(self, values_list):
        keys = self._get_invoice_grouping_keys()

        def key(values):
            return tuple(values.get(name) or False for name in keys)

        grouped = []
        for _key, group in groupby(sorted(values_list, key=lambda values: [str(part) for part in key(values)]), key=key):
            merged = None
            for values in group:
                merged = self._merge_invoice_values(merged, values) if merged else values
            for position, command in enumerate(merged["invoice_line_ids"]):
                command[2]["sequence"] = 10 + position
            grouped.append(merged)
        return grouped

    @api.model
    def _merge_invoice_values(self, first, other):
        def joined(name):
            return ", ".join(dict.fromkeys(part for part in (first.get(name), other.get(name)) if part)) or False

        return {**first, "invoice_line_ids": first["invoice_line_ids"] + other["invoice_line_ids"],
                "ref": (joined("ref") or "")[:2000] or False, "invoice_origin": joined("invoice_origin"),
                "payment_reference": first.get("payment_reference") if first.get("payment_reference") ==
                other.get("payment_reference") else False}

    def _create_account_invoices(self, invoice_vals_list, final):
        # A salesperson may invoice an order without being an accountant.
        return self.env["account.move"].sudo().with_context(default_move_type="out_invoice").create(invoice_vals_list)

    @api.model
    def _turn_negative_into_refunds(self, moves):
        negative = moves.filtered(lambda move: move.amount_total < 0)
        if negative:
            negative.action_switch_move_type()

    def _announce_invoices(self, moves):
        for move in moves:
            orders = move.invoice_line_ids.sale_line_ids.order_id
            move.message_post(body=_("Created from %s.", ", ".join(orders.mapped("name"))))

    # -- buttons --------------------------------------------------------------------------------------

    def action_view_invoice(self, invoices=False):
        invoices = invoices or self.invoice_ids
        action = self.env["ir.actions.actions"]._for_xml_id("account.action_move_out_invoice_type")
        if len(invoices) == 1:
            action.update(views=[(False, "form")], view_mode="form", res_id=invoices.id)
        else:
            action["domain"] = [("id", "in", invoices.ids)]
        action["context"] = {"default_move_type": "out_invoice"}
        return action
