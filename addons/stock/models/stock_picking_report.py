"""What the printed transfers show: operations for the storekeeper, the delivery slip for the customer."""
from core import _, models


class StockPicking(models.Model):
    _inherit = "stock.picking"

    def _get_report_lang(self):
        """The language of the slip: the customer's."""
        self.ensure_one()
        return self.move_ids[:1].partner_id.lang or self.partner_id.lang or self.env.lang

    def should_print_delivery_address(self):
        """True when the goods go to another address than the slip's partner."""
        self.ensure_one()
        return bool(self.move_ids and (self.move_ids[0].partner_id or self.partner_id) and self._is_to_external_location())

    def _is_to_external_location(self):
        self.ensure_one()
        return self.picking_type_code == "outgoing"

    def do_print_picking(self):
        """Print the operations, and remember that they were."""
        self.write({"printed": True})
        return self.env.ref("stock.action_report_picking").report_action(self)

    def _get_report_base_filename(self):
        self.ensure_one()
        return f"{self.picking_type_id._get_code_report_name()} {self.name}"


class StockPickingType(models.Model):
    _inherit = "stock.picking.type"

    def _get_code_report_name(self):
        """What the slip is called."""
        self.ensure_one()
        return {"outgoing": _("Delivery Slip"), "incoming": _("Goods Receipt Slip"), "internal": _("Internal Move")}.get(
            self.code, _("Delivery Slip"))


class StockMoveLine(models.Model):
    _inherit = "stock.move.line"

    def _get_aggregated_properties(self, move_line=False, move=False):
        """What lines are put together by: product, description and unit."""
        move = move or move_line.move_id
        unit = move.product_uom or move_line.product_uom_id
        product = move.product_id or move_line.product_id
        description = move.description_picking or ""
        if description in (product.name, product.display_name):
            description = ""
        return {
            "line_key": f"{product.id}_{product.display_name}_{description}_{unit.id}", "name": product.display_name,
            "description": description, "product_uom": unit, "move": move, "product": product,
        }

    def _get_aggregated_product_quantities(self, **kwargs):
        """{key: what a line of the slip shows} of these lines, one per product, description and unit.

        :param strict: what was asked for but not taken is left out (for the content of a package)
        """
        lines = {}
        for move_line in self:
            properties = self._get_aggregated_properties(move_line=move_line)
            key = properties["line_key"]
            quantity = move_line.product_uom_id._compute_quantity(move_line.quantity, properties["product_uom"])
            if key not in lines:
                lines[key] = {**properties, "quantity": 0.0, "qty_ordered": 0.0, "moves": self.env["stock.move"]}
            lines[key]["quantity"] += quantity
            lines[key]["moves"] |= move_line.move_id
        for line in lines.values():
            line["qty_ordered"] = line["quantity"] if kwargs.get("strict") else self._ordered_quantity(line.pop("moves"), line)
            line.pop("moves", None)
        if not kwargs.get("strict"):
            self._add_what_was_not_taken(lines)
        return lines

    def _ordered_quantity(self, moves, line):
        """What the customer asked for: the moves' demand and that of their back orders, in the slip's unit."""
        backorders = moves.picking_id.backorder_ids.move_ids.filtered(
            lambda move: move.state != "cancel" and move.product_id == line["product"])
        return sum(move.product_uom._compute_quantity(move.product_uom_qty, line["product_uom"]) for move in moves | backorders)

    def _add_what_was_not_taken(self, lines):
        for move in self.picking_id.move_ids.filtered(lambda move: move.state == "cancel" and not move.move_line_ids):
            properties = self._get_aggregated_properties(move=move)
            lines.setdefault(properties["line_key"], {**properties, "quantity": 0.0, "qty_ordered": 0.0})
            lines[properties["line_key"]]["qty_ordered"] += move.product_uom_qty
