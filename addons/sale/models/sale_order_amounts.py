"""What the order is worth, and what of it is invoiced and paid."""
from core import api, fields, models
from core.tools import float_compare

from .sale_order import INVOICE_STATUS


class SaleOrderAmounts(models.Model):
    _inherit = "sale.order"

    amount_untaxed = fields.Monetary("Untaxed Amount", compute="_compute_amounts", store=True, tracking=5, precompute=True)
    amount_tax = fields.Monetary("Taxes", compute="_compute_amounts", store=True, precompute=True)
    amount_total = fields.Monetary("Total", compute="_compute_amounts", store=True, tracking=4, precompute=True)
    amount_undiscounted = fields.Float("Amount Before Discount", compute="_compute_amount_undiscounted", digits=0)
    tax_totals = fields.Binary(compute="_compute_tax_totals", exportable=False)
    tax_country_id = fields.Many2one("res.country", compute="_compute_tax_country_id", compute_sudo=True)
    invoice_ids = fields.Many2many("account.move", string="Invoices", compute="_compute_invoice_ids",
                                   search="_search_invoice_ids", copy=False)
    invoice_count = fields.Integer("Invoice Count", compute="_compute_invoice_ids")
    invoice_status = fields.Selection(INVOICE_STATUS, "Invoice Status", compute="_compute_invoice_status", store=True)
    amount_to_invoice = fields.Monetary("Un-invoiced Balance", compute="_compute_amount_to_invoice")
    amount_invoiced = fields.Monetary("Already invoiced", compute="_compute_amount_invoiced")
    amount_paid = fields.Monetary("Paid", compute="_compute_payment", store=True, copy=False,
                                  help="What the customer paid on the invoices of this order, less credit notes.")
    payment_status = fields.Selection([("unpaid", "Unpaid"), ("partial", "Partially Paid"), ("paid", "Paid")],
                                      "Payment Status", compute="_compute_payment", store=True, copy=False)
    is_done = fields.Boolean("Done", compute="_compute_is_done", store=True, copy=False,
                             help="Delivered, invoiced and paid: nothing is left to do.")

    # -- totals -----------------------------------------------------------------------------------

    @api.depends("order_line.price_subtotal", "order_line.price_tax", "order_line.price_total", "currency_id", "company_id")
    def _compute_amounts(self):
        """Totals by the tax engine over the whole document, so that rounding is that of the invoice."""
        for order in self:
            amounts = order._document_amounts()
            order.amount_untaxed = amounts["base_amount_currency"]
            order.amount_tax = amounts["tax_amount_currency"]
            order.amount_total = amounts["total_amount_currency"]

    def _priced_lines(self):
        return self.order_line.filtered(lambda line: not line.display_type)

    def _document_amounts(self):
        """The tax engine's summary of this order (see account.tax._get_tax_totals_summary)."""
        self.ensure_one()
        tax = self.env["account.tax"]
        company = self.company_id or self.env.company
        base_lines = [line._prepare_base_line_for_taxes_computation() for line in self._priced_lines()]
        tax._add_tax_details_in_base_lines(base_lines, company)
        return tax._get_tax_totals_summary(base_lines=base_lines, currency=self.currency_id or company.currency_id,
                                           company=company)

    @api.depends_context("lang")
    @api.depends("order_line.price_subtotal", "order_line.price_tax", "currency_id", "company_id")
    def _compute_tax_totals(self):
        for order in self:
            order.tax_totals = order._document_amounts()

    @api.depends("order_line.price_unit", "order_line.product_uom_qty", "order_line.discount")
    def _compute_amount_undiscounted(self):
        for order in self:
            order.amount_undiscounted = sum(line.price_unit * line.product_uom_qty for line in order._priced_lines())

    @api.depends("company_id", "fiscal_position_id")
    def _compute_tax_country_id(self):
        for order in self:
            foreign = order.fiscal_position_id.foreign_vat and order.fiscal_position_id.country_id
            order.tax_country_id = foreign or order.company_id.account_fiscal_country_id

    # -- invoices ---------------------------------------------------------------------------------

    @api.depends("order_line.invoice_lines")
    def _compute_invoice_ids(self):
        for order in self:
            invoices = order.order_line.invoice_lines.move_id.filtered(
                lambda move: move.move_type in ("out_invoice", "out_refund"))
            order.invoice_ids = invoices
            order.invoice_count = len(invoices)

    def _get_invoiced(self):
        return self._compute_invoice_ids()

    def _search_invoice_ids(self, operator, value):
        if operator in ("=", "!=") and not value:
            without = operator == "="
            with_invoice = self.env["sale.order.line"].sudo().search([("invoice_lines", "!=", False)]).order_id
            return [("id", "not in" if without else "in", with_invoice.ids)]
        return [("order_line.invoice_lines.move_id", operator, value)]

    @api.depends("state", "order_line.invoice_status")
    def _compute_invoice_status(self):
        for order in self:
            order.invoice_status = order._status_of({line.invoice_status for line in order._lines_deciding_status()})

    def _lines_deciding_status(self):
        return self.order_line.filtered(lambda line: not line.display_type and not line.is_downpayment)

    def _status_of(self, statuses):
        if self.state != "sale":
            return "no"
        if "to invoice" in statuses:
            return "to invoice"
        if statuses and statuses <= {"invoiced"}:
            return "invoiced"
        if statuses and statuses <= {"invoiced", "upselling"}:
            return "upselling"
        return "no"

    @api.depends("order_line.amount_to_invoice")
    def _compute_amount_to_invoice(self):
        for order in self:
            order.amount_to_invoice = sum(order.order_line.mapped("amount_to_invoice"))

    @api.depends("order_line.amount_invoiced")
    def _compute_amount_invoiced(self):
        for order in self:
            order.amount_invoiced = sum(order.order_line.mapped("amount_invoiced"))

    # -- payment and the end ------------------------------------------------------------------------

    @api.depends("state", "invoice_status", "amount_total", "order_line.invoice_lines.move_id.state",
                 "order_line.invoice_lines.move_id.payment_state", "order_line.invoice_lines.move_id.amount_residual")
    def _compute_payment(self):
        for order in self:
            paid, owed = order._paid_and_owed()
            order.amount_paid = paid
            order.payment_status = order._payment_status_of(paid, owed)

    def _paid_and_owed(self):
        """(paid less credited, still owed on posted documents), in the order's currency.

        An invoice over several orders counts for each by the order's share of it.
        """
        paid = owed = 0.0
        for move in self.order_line.invoice_lines.move_id.filtered(lambda move: move.state == "posted"):
            share = self._share_of(move)
            if move.move_type == "out_invoice":
                paid += (move.amount_total - move.amount_residual) * share
                owed += move.amount_residual * share
            elif move.move_type == "out_refund":
                paid -= move.amount_total * share
                owed -= move.amount_residual * share
        return paid, owed

    def _share_of(self, move):
        """The part of ``move`` that invoices this order, between 0 and 1."""
        own = sum(line.price_subtotal for line in self.order_line.invoice_lines if line.move_id == move)
        total = move.amount_untaxed
        return 1.0 if not total or own == total else min(1.0, max(0.0, own / total))

    def _payment_status_of(self, paid, owed):
        rounding = (self.currency_id or self.company_id.currency_id).rounding or 0.01
        if float_compare(self.amount_total, 0.0, precision_rounding=rounding) <= 0:
            return "paid" if self.state == "sale" else "unpaid"
        moves = self.order_line.invoice_lines.move_id
        posted = any(move.state == "posted" for move in moves)
        waiting = any(move.state == "draft" and move.move_type == "out_invoice" for move in moves)
        if posted and not waiting and float_compare(owed, 0.0, precision_rounding=rounding) <= 0 \
                and float_compare(paid, 0.0, precision_rounding=rounding) >= 0 and self.invoice_status != "to invoice":
            return "paid"
        return "partial" if float_compare(paid, 0.0, precision_rounding=rounding) > 0 else "unpaid"

    def _is_paid_in_full(self):
        """True when the customer paid at least the order's total and none of it was credited back."""
        self.ensure_one()
        rounding = (self.currency_id or self.company_id.currency_id).rounding or 0.01
        return float_compare(self.amount_paid, self.amount_total, precision_rounding=rounding) >= 0

    @api.depends(lambda self: self._is_done_depends())
    def _compute_is_done(self):
        for order in self:
            order.is_done = order.state == "sale" and order._is_complete()

    @api.model
    def _is_done_depends(self):
        """Fields that decide whether an order is complete; bridges add theirs."""
        return ["state", "payment_status", "invoice_status", "order_line.invoice_lines.parent_state"]

    def _is_complete(self):
        """Hook: nothing is left to do. Here: everything is invoiced and paid, and no invoice is a draft."""
        self.ensure_one()
        return (self.payment_status == "paid" and self.invoice_status != "to invoice"
                and all(line.parent_state != "draft" for line in self.order_line.invoice_lines))
