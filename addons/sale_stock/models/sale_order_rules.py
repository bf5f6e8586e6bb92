"""What the names of this addon in workflow XML mean."""
from core import workflow


@workflow.condition("sale_stock.fully_delivered")
def fully_delivered(order):
    """Every good was delivered, or its delivery was dropped, and something did leave (or came back after it was invoiced)."""
    return order._is_delivered() and (not order._goods_lines() or any(
        line.qty_delivered > 0 or line.qty_invoiced > 0 for line in order.order_line))


@workflow.condition("sale_stock.uninvoiced_delivery")
def uninvoiced_delivery(order):
    """Something that was delivered is on no invoice yet, or something that came back is still invoiced."""
    return any(not line.display_type and line._compare(line.qty_to_invoice, 0.0) for line in order.order_line)


@workflow.step("sale_stock.ensure_delivery", creates="stock.picking")
def ensure_delivery(order):
    """Create the pickings still missing and return them; an empty recordset means nothing was missing."""
    return order._ensure_delivery()


@workflow.step("sale_stock.ensure_picking_invoices", creates="account.move")
def ensure_picking_invoices(order):
    """One draft invoice for each done picking that is not invoiced; what came back is credited."""
    done = order.picking_ids.filtered(lambda picking: picking.state == "done").sorted("id")
    invoices = done._create_picking_invoices()
    if any(not line.display_type for line in order._get_invoiceable_lines(final=True)):
        # Services, and returns of what was invoiced.
        invoices |= order._create_invoices(final=True)
    return invoices
