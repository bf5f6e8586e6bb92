"""What the names in workflow/sale_order.xml mean."""
from core import _, workflow
from core.workflow import Refusal


@workflow.guard("sale.has_lines")
def has_lines(order):
    """A quotation without a product line promises nothing. People are told; a program may know better, as in Odoo 18."""
    if not order.env.su and not any(not line.display_type for line in order.order_line):
        return Refusal("sale.no_lines", _("Quotation %s has no line.", order.name),
                       hint=_("Add a product, or cancel the quotation."))
    return None


@workflow.guard("sale.can_be_confirmed")
def can_be_confirmed(order):
    """What addons object to, through `_confirmation_error_message`."""
    message = order._confirmation_error_message()
    return Refusal("sale.not_confirmable", message) if message else None


@workflow.guard("sale.nothing_irrevocable")
def nothing_irrevocable(order):
    """Posted invoices stay in the books: they are credited, not forgotten."""
    refusals = []
    posted = order.invoice_ids.filtered(lambda move: move.state == "posted")
    open_invoices = posted.filtered(lambda move: move.move_type == "out_invoice" and move.payment_state != "reversed")
    if open_invoices:
        refusals.append(Refusal(
            "sale.invoiced", _("Order %(order)s is invoiced by %(invoices)s.", order=order.name,
                               invoices=", ".join(open_invoices.mapped("name"))),
            hint=_("Create a credit note for the invoice first.")))
    if any(line.qty_delivered > 0 for line in order.order_line if line.qty_delivered_method != "manual"):
        refusals.append(Refusal("sale.delivered", _("Goods of order %s were delivered already.", order.name),
                                hint=_("Take them back with a return first.")))
    return refusals


@workflow.effect("sale.assign_number")
def assign_number(order):
    """An order has its number at the latest when it is confirmed."""
    if not order.name or order.name == _("New"):
        [order.name] = order._next_numbers([{"date_order": order.date_order, "company_id": order.company_id.id}])


@workflow.effect("sale.stamp_confirmation")
def stamp_confirmation(order):
    """The order date becomes the moment of confirmation."""
    values = {name: value for name, value in order._prepare_confirmation_values().items() if name != "state"}
    if values:
        order.write(values)


@workflow.effect("sale.freeze_amounts")
def freeze_amounts(order):
    """The last moment anything may change prices: later effects see the amounts as confirmed."""
    order.order_line._validate_analytic_distribution()


@workflow.condition("sale.order_paid")
def order_paid(order):
    """The customer paid the order's total, and none of it was credited back."""
    return order._is_paid_in_full()


@workflow.condition("sale.something_to_invoice")
def something_to_invoice(order):
    return order.invoice_status == "to invoice"


@workflow.step("sale.ensure_order_invoice", creates="account.move")
def ensure_order_invoice(order):
    """Create the draft invoice of what is to be invoiced; an empty recordset means nothing was missing."""
    lines = order._get_invoiceable_lines(final=True)
    if not any(not line.display_type for line in lines):
        return order.env["account.move"]
    return order._create_invoices(final=True)
