"""Setting goods aside for moves: all moves of a call with one query for the quants."""
from collections import defaultdict

from core import _, models
from core.exceptions import UserError
from core.tools import float_compare, float_is_zero, float_round

CLOSED = ("done", "cancel")


class StockMoveReservation(models.Model):
    _inherit = "stock.move"

    def _action_assign(self, force_qty=False):
        """Reserve what is available for the moves still needing it, urgent and early ones first.

        Afterwards a move is assigned (all of it), partially available, or unchanged.
        """
        moves = self.filtered(lambda move: move.state in ("confirmed", "waiting", "partially_available"))
        ordered = moves.sorted(lambda move: (move.priority != "1", move.date, move.id))
        needs = [(move, move._missing_quantity(force_qty)) for move in ordered]
        needs = [(move, need) for move, need in needs if need > 0]
        free_needs = [(move, need) for move, need in needs if move._should_bypass_reservation() and not move.move_orig_ids]
        stock_needs = [(move, need) for move, need in needs
                       if not (move._should_bypass_reservation() and not move.move_orig_ids)]
        values = [line for move, need in free_needs for line in move._lines_without_stock(need)]
        values += self._lines_from_stock(stock_needs)
        if values:
            self.env["stock.move.line"].create(values)
        return True

    def _missing_quantity(self, force_qty=False):
        """What is not yet set aside for this move, in the product's unit."""
        demand = self.product_qty
        if force_qty:
            demand = self.product_uom._compute_quantity(force_qty, self.product_id.uom_id, rounding_method="HALF-UP")
        missing = demand - sum(line.quantity_product_uom for line in self.move_line_ids)
        return max(0.0, float_round(missing, precision_rounding=self.product_id.uom_id.rounding))

    # -- moves that need no stock ------------------------------------------------------------------

    def _lines_without_stock(self, need):
        """Lines of a receipt or of a product whose stock is not counted; one per unit for serial numbers."""
        if self.has_tracking == "serial" and self.picking_type_id.use_create_lots:
            return [self._prepare_move_line_vals(quantity=1.0) for _unit in range(int(need))]
        return [self._prepare_move_line_vals(quantity=need)]

    # -- moves that take from stock ----------------------------------------------------------------

    def _lines_from_stock(self, needs):
        """Allocate the free stock to ``needs`` [(move, quantity)]; returns the values of the new lines."""
        if not needs:
            return []
        pool = self._open_pool(needs)
        values = []
        for move, need in needs:
            limits = move._brought_by_origins() if move.move_orig_ids else None
            for quant, quantity in move._allocate(need, pool, limits):
                if not move._extend_line(quant, quantity):
                    values.append(move._prepare_move_line_vals(quantity=quantity, reserved_quant=quant))
        return values

    def _open_pool(self, needs):
        """Free quantities of every quant the moves may take from: product id → [[quant, free]]."""
        moves = self.browse([move.id for move, _need in needs])
        quant = self.env["stock.quant"]
        quant._lock_products(moves.product_id.ids)
        quants = quant.sudo().search_fetch(
            [("product_id", "in", moves.product_id.ids), ("location_id", "child_of", moves.location_id.ids)],
            ["product_id", "location_id", "lot_id", "package_id", "owner_id", "quantity", "reserved_quantity", "in_date"],
            order="in_date, id")
        pool = defaultdict(list)
        for row in quants:
            pool[row.product_id.id].append([row, row.quantity - row.reserved_quantity])
        return pool

    def _allocate(self, need, pool, limits=None):
        """Take ``need`` from ``pool`` in removal order; yields (quant, quantity) and lowers the pool.

        Quants in debt are paid first: what is missing there is missing from the location's total.
        """
        rounding = self.product_id.uom_id.rounding
        rows = self._removal_sorted([row for row in pool[self.product_id.id] if self._may_take(row[0])])
        left = min(need, max(0.0, sum(row[1] for row in rows)))
        for row in rows:
            quant, free = row
            part = min(left, free)
            if limits is not None:
                part = min(part, limits.get(quant._key(), 0.0))
            part = float_round(part, precision_rounding=rounding, rounding_method="DOWN")
            if float_compare(part, 0.0, precision_rounding=rounding) <= 0:
                continue
            row[1] -= part
            left -= part
            if limits is not None:
                limits[quant._key()] -= part
            yield quant, part
            if float_is_zero(left, precision_rounding=rounding):
                return

    def _may_take(self, quant):
        return quant.owner_id == self.restrict_partner_id and quant.location_id._is_inside(self.location_id)

    def _removal_sorted(self, rows):
        strategy = self.env["stock.quant"]._get_removal_strategy(self.product_id, self.location_id)
        if strategy == "lifo":
            rows = list(reversed(rows))
        elif strategy == "closest":
            rows = sorted(rows, key=lambda row: (row[0].location_id.complete_name, row[0].in_date, row[0].id))
        return sorted(rows, key=lambda row: not row[0].lot_id)

    def _brought_by_origins(self):
        """What finished origin moves brought and nobody took: quant key → quantity in the product's unit."""
        brought = defaultdict(float)
        origins = self.move_orig_ids.filtered(lambda move: move.state == "done")
        for line in origins.move_line_ids:
            brought[line._destination_key()] += line.quantity_product_uom
        siblings = origins.move_dest_ids.filtered(lambda move: move.state != "cancel")
        for line in siblings.move_line_ids:
            brought[line._source_key()] -= line.quantity_product_uom
        return brought

    def _extend_line(self, quant, quantity):
        """Add ``quantity`` to an open line that takes from the same quant already, if there is one."""
        if self.has_tracking == "serial":
            return False
        for line in self.move_line_ids:
            if not line.picked and line._source_key() == quant._key() and line.product_uom_id == self.product_uom:
                line.quantity += self.product_id.uom_id._compute_quantity(quantity, self.product_uom,
                                                                          rounding_method="HALF-UP")
                return True
        return False

    def _prepare_move_line_vals(self, quantity=None, reserved_quant=None):
        """Values of a line of this move; ``quantity`` is in the product's unit."""
        self.ensure_one()
        vals = {
            "move_id": self.id,
            "product_id": self.product_id.id,
            "product_uom_id": self.product_uom.id,
            "location_id": self.location_id.id,
            "location_dest_id": self.location_dest_id.id,
            "picking_id": self.picking_id.id,
            "company_id": self.company_id.id,
        }
        if quantity:
            vals.update(self._line_quantity(quantity))
        if reserved_quant:
            vals.update({
                "location_id": reserved_quant.location_id.id,
                "lot_id": reserved_quant.lot_id.id or False,
                "package_id": reserved_quant.package_id.id or False,
                "owner_id": reserved_quant.owner_id.id or False,
            })
        return vals

    def _line_quantity(self, quantity):
        """Quantity and unit of a line: the move's unit where it says exactly the same, else the product's."""
        unit = self.product_id.uom_id
        if unit == self.product_uom:
            return {"quantity": quantity}
        converted = unit._compute_quantity(quantity, self.product_uom, rounding_method="HALF-UP")
        back = self.product_uom._compute_quantity(converted, unit, rounding_method="HALF-UP")
        if float_compare(back, quantity, precision_rounding=unit.rounding) == 0:
            return {"quantity": converted}
        return {"quantity": quantity, "product_uom_id": unit.id}

    # -- changing and freeing reservations ---------------------------------------------------------

    def _do_unreserve(self):
        """Free what is set aside for these moves; picked goods stay."""
        done = self.filtered(lambda move: move.state == "done")
        if done:
            raise UserError(_("%(reference)s: %(product)s was moved already; there is nothing to unreserve.",
                              reference=done[0].reference, product=done[0].product_id.display_name))
        moves = self.filtered(lambda move: move.state not in CLOSED and not move.picked)
        moves.move_line_ids.unlink()
        return True

    def _trim_reservation(self):
        """Free what exceeds a lowered demand."""
        for move in self:
            if move._quantity_differs(move.quantity, move.product_uom_qty) > 0:
                move._set_quantity_done(move.product_uom_qty)

    def _set_quantity_done(self, qty):
        """Make the lines of this move add up to ``qty`` (in the move's unit)."""
        self.ensure_one()
        total = self.product_uom._compute_quantity(qty, self.product_id.uom_id, rounding_method="HALF-UP") \
            if self.product_uom != self.product_id.uom_id else qty
        present = sum(line.quantity_product_uom for line in self.move_line_ids)
        difference = float_round(total - present, precision_rounding=self.product_id.uom_id.rounding)
        if difference > 0:
            self._add_to_lines(difference)
        elif difference < 0:
            self._take_off_lines(-difference)

    def _add_to_lines(self, quantity):
        """Take ``quantity`` more, from free stock as far as it reaches and the rest by force."""
        if self.state not in CLOSED and not self._should_bypass_reservation():
            quantity -= self._update_reserved_quantity(quantity, self.location_id)
        if float_compare(quantity, 0.0, precision_rounding=self.product_id.uom_id.rounding) <= 0:
            return
        line = self.move_line_ids.filtered(lambda line: line.product_uom_id == self.product_uom
                                           and self.has_tracking == "none")[:1]
        if line:
            line.quantity += self.product_id.uom_id._compute_quantity(quantity, self.product_uom, rounding_method="HALF-UP")
        else:
            self.env["stock.move.line"].create(self._prepare_move_line_vals(quantity=quantity))

    def _take_off_lines(self, quantity):
        for line in self.move_line_ids.sorted("id", reverse=True):
            if quantity <= 0:
                break
            part = min(quantity, line.quantity_product_uom)
            quantity -= part
            if part == line.quantity_product_uom and line.state != "done":
                line.unlink()
            else:
                line.quantity = self.product_id.uom_id._compute_quantity(
                    line.quantity_product_uom - part, line.product_uom_id, rounding_method="HALF-UP")

    def _update_reserved_quantity(self, need, location_id, quant_ids=None, lot_id=None, package_id=None, owner_id=None,
                                  strict=True):
        """Reserve up to ``need`` (product's unit) for this move; returns what was reserved."""
        self.ensure_one()
        before = sum(line.quantity_product_uom for line in self.move_line_ids)
        values = self._lines_from_stock([(self, need)])
        if values:
            self.env["stock.move.line"].create(values)
        return sum(line.quantity_product_uom for line in self.move_line_ids) - before

    def _set_quantities_to_reservation(self):
        """Kept for addons: the quantity of a move is what is reserved for it already."""

    def _trigger_assign(self):
        """Offer goods that have just arrived to the moves waiting for them."""
        arrived = self.filtered(lambda move: move.product_id.is_storable and move.location_dest_id.usage == "internal")
        if not arrived:
            return
        waiting = self.search([
            ("product_id", "in", arrived.product_id.ids), ("state", "in", ("confirmed", "partially_available")),
            ("procure_method", "=", "make_to_stock"), ("location_id.usage", "=", "internal"),
            ("picking_type_id.reservation_method", "!=", "manual"),
        ], order="priority desc, date asc, id asc")
        waiting.filtered(lambda move: any(arrival.location_dest_id._is_inside(move.location_id) for arrival in arrived)
                         )._action_assign()
