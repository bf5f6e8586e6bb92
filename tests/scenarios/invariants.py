"""What is true after every commit, whatever happened: read from the tables, without the ORM that wrote them.

``broken(cr)`` returns one readable line per violation; scenarios assert that there is none.
"""

from __future__ import annotations

from typing import Any

#: What must not be → a query for it. The first column names the record.
VIOLATIONS: dict[str, str] = {
    # -- the ledger
    "debit differs from credit": """
        SELECT m.name, sum(l.debit), sum(l.credit) FROM account_move_line l JOIN account_move m ON m.id = l.move_id
        WHERE m.state = 'posted' GROUP BY m.id HAVING sum(l.debit) <> sum(l.credit) OR sum(l.balance) <> 0""",
    "an invoice does not total its lines": """
        SELECT m.name, m.id, m.amount_untaxed, sum(l.price_subtotal) FROM account_move m
        JOIN account_move_line l ON l.move_id = m.id AND l.display_type = 'product'
        WHERE m.move_type IN ('out_invoice', 'out_refund') GROUP BY m.id
        HAVING m.amount_untaxed <> sum(l.price_subtotal) OR m.amount_total <> m.amount_untaxed + m.amount_tax""",
    "the receivable differs from the invoice's total": """
        SELECT m.name, m.amount_total, sum(l.balance) FROM account_move m
        JOIN account_move_line l ON l.move_id = m.id AND l.display_type = 'payment_term'
        JOIN res_company c ON c.id = m.company_id AND c.currency_id = m.currency_id
        WHERE m.move_type IN ('out_invoice', 'out_refund') AND m.state = 'posted'
        GROUP BY m.id HAVING m.amount_total <> abs(sum(l.balance))""",
    "what is open differs from the balance less its matches": """
        SELECT m.name, l.id, l.amount_residual, l.balance FROM account_move_line l
        JOIN account_move m ON m.id = l.move_id JOIN account_account a ON a.id = l.account_id
        WHERE m.state = 'posted' AND a.account_type = 'asset_receivable' AND l.amount_residual <> l.balance
            - coalesce((SELECT sum(p.amount) FROM account_partial_reconcile p WHERE p.debit_move_id = l.id), 0)
            + coalesce((SELECT sum(p.amount) FROM account_partial_reconcile p WHERE p.credit_move_id = l.id), 0)""",
    "a paid invoice is open, or an open one is paid": """
        SELECT m.name, m.payment_state, m.amount_residual FROM account_move m
        WHERE m.state = 'posted' AND m.move_type IN ('out_invoice', 'out_refund') AND m.amount_total > 0
        AND (m.payment_state IN ('paid', 'in_payment', 'reversed')) <> (m.amount_residual = 0)""",
    "the numbers of a journal have a gap or repeat": """
        SELECT j.code || ' ' || m.sequence_prefix, count(*), min(m.sequence_number), max(m.sequence_number)
        FROM account_move m JOIN account_journal j ON j.id = m.journal_id
        WHERE m.sequence_number > 0 AND m.move_type IN ('out_invoice', 'out_refund')
        GROUP BY j.id, m.sequence_prefix
        HAVING count(*) <> count(DISTINCT m.sequence_number)
            OR max(m.sequence_number) - min(m.sequence_number) + 1 <> count(*)""",
    "a posted document has no number": """
        SELECT id::text FROM account_move WHERE state = 'posted' AND coalesce(name, '/') = '/'""",
    # -- the orders
    "an order does not total its lines": """
        SELECT o.name, o.amount_untaxed, sum(l.price_subtotal) FROM sale_order o
        JOIN sale_order_line l ON l.order_id = o.id AND l.display_type IS NULL GROUP BY o.id
        HAVING o.amount_untaxed <> sum(l.price_subtotal) OR o.amount_total <> o.amount_untaxed + o.amount_tax""",
    "more invoiced than ordered": """
        SELECT o.name, l.id, l.product_uom_qty, billed.quantity FROM sale_order_line l JOIN sale_order o ON o.id = l.order_id
        JOIN LATERAL (SELECT sum(CASE m.move_type WHEN 'out_refund' THEN -i.quantity ELSE i.quantity END) AS quantity
            FROM sale_order_line_invoice_rel r JOIN account_move_line i ON i.id = r.invoice_line_id
            JOIN account_move m ON m.id = i.move_id WHERE r.order_line_id = l.id AND m.state <> 'cancel') billed ON true
        WHERE billed.quantity > l.product_uom_qty""",
    "an order line counts its invoices wrongly": """
        SELECT o.name, l.id, l.qty_invoiced, billed.quantity FROM sale_order_line l JOIN sale_order o ON o.id = l.order_id
        JOIN LATERAL (SELECT coalesce(sum(CASE m.move_type WHEN 'out_refund' THEN -i.quantity ELSE i.quantity END), 0) AS quantity
            FROM sale_order_line_invoice_rel r JOIN account_move_line i ON i.id = r.invoice_line_id
            JOIN account_move m ON m.id = i.move_id WHERE r.order_line_id = l.id AND m.state <> 'cancel') billed ON true
        WHERE coalesce(l.qty_invoiced, 0) <> billed.quantity AND l.display_type IS NULL""",
    "more shipped than ordered": """
        SELECT o.name, l.id, l.product_uom_qty, sum(v.sent) * u.factor FROM sale_order_line l JOIN sale_order o ON o.id = l.order_id
        JOIN uom_uom u ON u.id = l.product_uom
        JOIN (SELECT m.sale_line_id, CASE WHEN t.usage = 'customer' THEN m.quantity ELSE -m.quantity END / w.factor AS sent
            FROM stock_move m JOIN stock_location f ON f.id = m.location_id JOIN stock_location t ON t.id = m.location_dest_id
            JOIN uom_uom w ON w.id = m.product_uom
            WHERE m.state = 'done' AND (f.usage = 'customer') <> (t.usage = 'customer')) v ON v.sale_line_id = l.id
        GROUP BY o.id, l.id, u.id HAVING round(sum(v.sent) * u.factor, 6) > l.product_uom_qty""",
    "an order line counts its deliveries wrongly": """
        SELECT o.name, l.id, l.qty_delivered, sum(v.sent) * u.factor FROM sale_order_line l JOIN sale_order o ON o.id = l.order_id
        JOIN uom_uom u ON u.id = l.product_uom
        JOIN (SELECT m.sale_line_id, CASE WHEN t.usage = 'customer' THEN m.quantity ELSE -m.quantity END / w.factor AS sent
            FROM stock_move m JOIN stock_location f ON f.id = m.location_id JOIN stock_location t ON t.id = m.location_dest_id
            JOIN uom_uom w ON w.id = m.product_uom
            WHERE m.state = 'done' AND (f.usage = 'customer') <> (t.usage = 'customer')) v ON v.sale_line_id = l.id
        GROUP BY o.id, l.id, u.id HAVING round(sum(v.sent) * u.factor, 6) <> l.qty_delivered""",
    "a done order is not paid or not delivered": """
        SELECT name, state, payment_status, delivery_status FROM sale_order
        WHERE is_done AND (state <> 'sale' OR payment_status <> 'paid' OR coalesce(delivery_status, 'full') <> 'full')""",
    # -- the stock
    "more reserved than on hand": """
        SELECT q.id::text, q.quantity, q.reserved_quantity FROM stock_quant q JOIN stock_location l ON l.id = q.location_id
        WHERE l.usage = 'internal' AND (q.reserved_quantity > greatest(q.quantity, 0) OR q.reserved_quantity < 0)""",
    "a quant is not the sum of the done moves": """
        SELECT q.product_id || ' at ' || q.location_id, q.quantity, moved.quantity
        FROM (SELECT product_id, location_id, lot_id, sum(quantity) AS quantity FROM stock_quant GROUP BY 1, 2, 3) q
        FULL JOIN (SELECT product_id, location_id, lot_id, sum(quantity) AS quantity FROM (
            SELECT product_id, location_dest_id AS location_id, lot_id, quantity_product_uom AS quantity FROM stock_move_line WHERE state = 'done'
            UNION ALL SELECT product_id, location_id, lot_id, -quantity_product_uom FROM stock_move_line WHERE state = 'done') parts
            JOIN product_product p ON p.id = product_id JOIN product_template t ON t.id = p.product_tmpl_id AND t.is_storable
            GROUP BY 1, 2, 3) moved
        ON (moved.product_id, moved.location_id, coalesce(moved.lot_id, 0)) = (q.product_id, q.location_id, coalesce(q.lot_id, 0))
        WHERE coalesce(q.quantity, 0) <> coalesce(moved.quantity, 0)""",
    "reserved differs from what open transfers hold": """
        SELECT q.product_id || ' at ' || q.location_id, q.reserved, coalesce(held.quantity, 0)
        FROM (SELECT product_id, location_id, sum(reserved_quantity) AS reserved FROM stock_quant GROUP BY 1, 2) q
        JOIN stock_location l ON l.id = q.location_id AND l.usage = 'internal'
        LEFT JOIN (SELECT product_id, location_id, sum(quantity_product_uom) AS quantity FROM stock_move_line
            WHERE state NOT IN ('done', 'cancel', 'draft') GROUP BY 1, 2) held
        ON (held.product_id, held.location_id) = (q.product_id, q.location_id)
        WHERE q.reserved <> coalesce(held.quantity, 0)""",
    "a move is not the sum of its lines": """
        SELECT m.reference, m.id, m.quantity, sum(l.quantity) FROM stock_move m JOIN stock_move_line l ON l.move_id = m.id
        WHERE l.product_uom_id = m.product_uom GROUP BY m.id HAVING m.quantity <> sum(l.quantity)""",
    "a transfer's state is not that of its moves": """
        SELECT p.name, p.state, array_agg(DISTINCT m.state) FROM stock_picking p JOIN stock_move m ON m.picking_id = p.id
        GROUP BY p.id HAVING (p.state = 'done') <> (bool_and(m.state IN ('done', 'cancel')) AND bool_or(m.state = 'done'))
            OR (p.state = 'cancel') <> bool_and(m.state = 'cancel')""",
    # -- the history
    "an order is not where its history left it": """
        SELECT o.name, o.state, last.to_state FROM sale_order o JOIN LATERAL (
            SELECT h.to_state FROM workflow_history h WHERE h.model = 'sale.order' AND h.res_id = o.id AND h.kind = 'transition'
            ORDER BY h.id DESC LIMIT 1) last ON true WHERE last.to_state <> o.state""",
    "a confirmed order has no history": """
        SELECT o.name FROM sale_order o WHERE o.state = 'sale' AND NOT EXISTS (
            SELECT FROM workflow_history h WHERE h.model = 'sale.order' AND h.res_id = o.id AND h.name = 'confirm')""",
    "an entry of the history has no cause": """
        SELECT h.id::text, h.model, h.name FROM workflow_history h
        WHERE h.cause_id IS NOT NULL AND NOT EXISTS (SELECT FROM workflow_history c WHERE c.id = h.cause_id)""",
}


def broken(cr: Any) -> list[str]:
    """Every violation in the database of ``cr``, as text; pending work of the transaction is written first."""
    found = []
    for rule, query in VIOLATIONS.items():
        cr.execute(query)
        found += [f"{rule}: {', '.join(map(str, row))}" for row in cr.fetchall()]
    return found


def broken_in(dbname: str) -> list[str]:
    """Every violation in a database, as committed."""
    from core.db import connect

    with connect(dbname).cursor(readonly=True) as cr:
        return broken(cr)


def trial_balance(cr: Any) -> dict[str, float]:
    """Balance of the posted items by type of account (debit positive)."""
    cr.execute("""
        SELECT a.account_type, sum(l.balance) FROM account_move_line l JOIN account_account a ON a.id = l.account_id
        JOIN account_move m ON m.id = l.move_id WHERE m.state = 'posted' GROUP BY 1""")
    return {kind: float(balance) for kind, balance in cr.fetchall() if balance}
