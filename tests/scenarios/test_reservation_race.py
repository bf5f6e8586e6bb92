"""Fifty sessions want the same product at the same moment: they queue, nobody fails, nothing is promised twice."""

import threading

from core.db import transaction
from core.orm.environment import Environment

SESSIONS, ON_HAND, EACH = 50, 70, 2


def _a_shop(cr):
    """One product with stock, and a quotation for every session."""
    env = Environment(cr, 1, {})
    warehouse = env["stock.warehouse"].search([], limit=1)
    product = env["product.product"].create({"name": "Nước mắm", "type": "consu", "is_storable": True, "list_price": 5})
    env["stock.quant"].create({"product_id": product.id, "location_id": warehouse.lot_stock_id.id,
                               "inventory_quantity": ON_HAND}).action_apply_inventory()
    customer = env["res.partner"].create({"name": "Khách"})
    orders = env["sale.order"].create([
        {"partner_id": customer.id, "order_line": [(0, 0, {"product_id": product.id, "product_uom_qty": EACH})]}
        for _session in range(SESSIONS)])
    return product.id, orders.ids


def test_fifty_sessions_reserve_one_product(new_database):
    name = new_database()
    product_id, order_ids = transaction.run(name, _a_shop)
    failures = []

    def confirm(order_id):
        try:
            transaction.run(name, lambda cr: Environment(cr, 1, {})["sale.order"].browse(order_id).action_confirm())
        except Exception as error:  # noqa: BLE001 – shown by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=confirm, args=(order_id,)) for order_id in order_ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []

    def outcome(cr):
        env = Environment(cr, 1, {})
        moves = env["stock.move"].search([("product_id", "=", product_id), ("sale_line_id", "!=", False)])
        quant = env["stock.quant"].search([("product_id", "=", product_id), ("location_id.usage", "=", "internal")])
        return len(moves), sum(moves.mapped("quantity")), len(quant), quant.quantity, quant.reserved_quantity

    assert transaction.run(name, outcome) == (SESSIONS, ON_HAND, 1, ON_HAND, ON_HAND)
