"""How much of a line is invoiced, and how much may be."""
from core import api, fields, models
from core.tools import float_compare, float_is_zero

from .sale_order import INVOICE_STATUS


class SaleOrderLineInvoicing(models.Model):
    _name = "sale.order.line"
    _inherit = ["sale.order.line", "analytic.mixin"]

    analytic_distribution = fields.Json(precompute=True)
    invoice_lines = fields.Many2many("account.move.line", "sale_order_line_invoice_rel", "order_line_id", "invoice_line_id",
                                     string="Invoice Lines", copy=False)
    qty_invoiced = fields.Float("Invoiced Quantity", compute="_compute_qty_invoiced", store=True,
                                digits="Product Unit of Measure")
    qty_invoiced_posted = fields.Float("Invoiced Quantity (posted)", compute="_compute_qty_invoiced_posted",
                                       digits="Product Unit of Measure")
    qty_to_invoice = fields.Float("Quantity To Invoice", compute="_compute_qty_to_invoice", store=True,
                                  digits="Product Unit of Measure")
    invoice_status = fields.Selection(INVOICE_STATUS, "Invoice Status", compute="_compute_invoice_status", store=True)
    untaxed_amount_invoiced = fields.Monetary("Untaxed Invoiced Amount", compute="_compute_untaxed_amount_invoiced", store=True)
    untaxed_amount_to_invoice = fields.Monetary("Untaxed Amount To Invoice", compute="_compute_untaxed_amount_to_invoice",
                                                store=True)
    amount_invoiced = fields.Monetary("Invoiced Amount", compute="_compute_amount_invoiced")
    amount_to_invoice = fields.Monetary("Un-invoiced Balance", compute="_compute_amount_to_invoice")

    def _get_invoice_lines(self):
        """The invoice lines that count for this line (addons may narrow them, as to a date)."""
        self.ensure_one()
        return self.invoice_lines

    def _signed_invoiced(self, invoice_line):
        """The quantity of one invoice line in this line's unit; negative on credit notes."""
        unit = invoice_line.product_uom_id
        quantity = invoice_line.quantity
        if unit and self.product_uom and unit != self.product_uom:
            quantity = unit._compute_quantity(quantity, self.product_uom, round=False)
        return -quantity if invoice_line.move_id.move_type == "out_refund" else quantity

    @api.depends("invoice_lines.parent_state", "invoice_lines.quantity")
    def _compute_qty_invoiced(self):
        """Quantities on invoices that are not cancelled, drafts included, less credit notes."""
        for line in self:
            line.qty_invoiced = sum(
                line._signed_invoiced(invoice_line) for invoice_line in line._get_invoice_lines()
                if invoice_line.parent_state != "cancel"
                and invoice_line.move_id.move_type in ("out_invoice", "out_refund"))

    @api.depends("invoice_lines.parent_state", "invoice_lines.quantity")
    def _compute_qty_invoiced_posted(self):
        for line in self:
            line.qty_invoiced_posted = sum(
                line._signed_invoiced(invoice_line) for invoice_line in line._get_invoice_lines()
                if invoice_line.parent_state == "posted")

    def _invoicing_basis(self):
        """'order' or 'delivery': which quantity is invoiced. Shipping policies override it."""
        self.ensure_one()
        return self.product_id.invoice_policy or "order"

    @api.depends("qty_invoiced", "qty_delivered", "product_uom_qty", "state", "order_id.order_policy")
    def _compute_qty_to_invoice(self):
        for line in self:
            if line.state != "sale" or line.display_type:
                line.qty_to_invoice = 0.0
            elif line._invoicing_basis() == "order":
                line.qty_to_invoice = line.product_uom_qty - line.qty_invoiced
            else:
                line.qty_to_invoice = line.qty_delivered - line.qty_invoiced

    @api.depends("state", "product_uom_qty", "qty_delivered", "qty_to_invoice", "qty_invoiced")
    def _compute_invoice_status(self):
        for line in self:
            line.invoice_status = line._invoice_status_now()

    def _invoice_status_now(self):
        rounding = self.product_uom.rounding or 0.01
        if self.state != "sale" or self.display_type:
            return "no"
        if self.is_downpayment and not self.untaxed_amount_to_invoice:
            return "invoiced"
        if not float_is_zero(self.qty_to_invoice, precision_rounding=rounding):
            return "to invoice"
        if self._invoicing_basis() == "order" and self.product_uom_qty >= 0.0 \
                and float_compare(self.qty_delivered, self.product_uom_qty, precision_rounding=rounding) > 0:
            return "upselling"
        if float_compare(self.qty_invoiced, self.product_uom_qty, precision_rounding=rounding) >= 0 \
                or self._is_finally_invoiced():
            return "invoiced"
        return "no"

    def _is_finally_invoiced(self):
        """Hook: True when less than ordered was delivered and nothing more will be."""
        self.ensure_one()
        return False

    # -- amounts ----------------------------------------------------------------------------------

    @api.depends("invoice_lines.price_subtotal", "invoice_lines.parent_state")
    def _compute_untaxed_amount_invoiced(self):
        for line in self:
            line.untaxed_amount_invoiced = line._sum_posted("price_subtotal")

    def _compute_amount_invoiced(self):
        for line in self:
            line.amount_invoiced = line._sum_posted("price_total")

    def _sum_posted(self, field_name):
        """Amount on posted invoices less credit notes, in the order's currency."""
        total = 0.0
        for invoice_line in self._get_invoice_lines():
            if invoice_line.parent_state != "posted":
                continue
            amount = invoice_line[field_name]
            if invoice_line.currency_id != self.currency_id and self.currency_id:
                amount = invoice_line.currency_id._convert(
                    amount, self.currency_id, self.company_id, invoice_line.move_id.invoice_date or fields.Date.today())
            total += -amount if invoice_line.move_id.move_type == "out_refund" else amount
        return total

    @api.depends("state", "qty_to_invoice", "price_reduce_taxexcl")
    def _compute_untaxed_amount_to_invoice(self):
        for line in self:
            line.untaxed_amount_to_invoice = line.price_reduce_taxexcl * line.qty_to_invoice if line.state == "sale" else 0.0

    @api.depends("state", "price_total", "product_uom_qty", "qty_delivered", "qty_invoiced")
    def _compute_amount_to_invoice(self):
        for line in self:
            if line.state != "sale" or not line.product_uom_qty:
                line.amount_to_invoice = 0.0
                continue
            quantity = line.product_uom_qty if line._invoicing_basis() == "order" else line.qty_delivered
            line.amount_to_invoice = line.price_total / line.product_uom_qty * (quantity - line.qty_invoiced)

    # -- the invoice line -----------------------------------------------------------------------------

    def _prepare_invoice_line(self, **optional_values):
        """Values of the invoice line for what is to be invoiced of this line."""
        self.ensure_one()
        values = {
            "display_type": self.display_type or "product",
            "sequence": self.sequence,
            "name": self.name,
            "product_id": self.product_id.id,
            "product_uom_id": self.product_uom.id,
            "quantity": self.qty_to_invoice,
            "discount": self.discount,
            "price_unit": self.price_unit,
            "tax_ids": [(6, 0, self.tax_id.ids)],
            "sale_line_ids": [(4, self.id)],
            "is_downpayment": self.is_downpayment,
        }
        if self.analytic_distribution and not self.display_type:
            values["analytic_distribution"] = self.analytic_distribution
        values.update(optional_values)
        if self.display_type:
            values.update(account_id=False, product_id=False, product_uom_id=False, quantity=0.0, price_unit=0.0,
                          tax_ids=[(5,)])
        return values

    @api.depends("order_id.partner_id", "product_id")
    def _compute_analytic_distribution(self):
        """What the distribution models say, unless the line has a distribution of its own."""
        distributions = self.env["account.analytic.distribution.model"]
        models_exist = distributions._any()
        for line in self:
            found = {}
            if models_exist and not line.display_type and line.state in ("draft", "sent", False):
                found = distributions._get_distribution({
                    "product_id": line.product_id.id, "product_categ_id": line.product_id.categ_id.id,
                    "partner_id": line.order_id.partner_id.id, "partner_category_id": line.order_id.partner_id.category_id.ids,
                    "company_id": line.company_id.id or self.env.company.id})
            line.analytic_distribution = found or line.analytic_distribution

    def _validate_analytic_distribution(self):
        """The orders are about to be confirmed: their lines name every mandatory plan."""
        for line in self.filtered(lambda line: not line.display_type and line.state in ("draft", "sent")):
            line._validate_distribution(product=line.product_id.id, business_domain="sale_order", company_id=line.company_id.id)


class AccountAnalyticApplicability(models.Model):
    _inherit = "account.analytic.applicability"

    business_domain = fields.Selection(selection_add=[("sale_order", "Sale Order")], ondelete={"sale_order": "cascade"})
