"""Goods that come in add a layer to the value of their product, goods that leave take from it."""
from collections import defaultdict

from core import _, fields, models, workflow
from core.tools import float_is_zero

from ..valuation import average_cost


class StockMove(models.Model):
    _inherit = "stock.move"

    account_move_ids = fields.One2many("account.move", "stock_move_id")
    stock_valuation_layer_ids = fields.One2many("stock.valuation.layer", "stock_move_id")

    # -- which goods count ------------------------------------------------------------------------------

    def _get_in_move_lines(self):
        """Lines that bring the company's own goods into its stock."""
        return self._lines_between(valued_before=False, valued_after=True)

    def _get_out_move_lines(self):
        """Lines that take the company's own goods out of its stock."""
        return self._lines_between(valued_before=True, valued_after=False)

    def _lines_between(self, valued_before, valued_after):
        return self.move_line_ids.filtered(
            lambda line: line.location_id._should_be_valued() is valued_before
            and line.location_dest_id._should_be_valued() is valued_after and not line._is_somebody_elses())

    def _is_in(self):
        self.ensure_one()
        return bool(self._get_in_move_lines()) and not self._is_dropshipped_returned()

    def _is_out(self):
        self.ensure_one()
        return bool(self._get_out_move_lines()) and not self._is_dropshipped()

    def _is_dropshipped(self):
        """From the vendor to the customer, never in the company's stock."""
        self.ensure_one()
        return self.location_id.usage == "supplier" and self.location_dest_id.usage == "customer"

    def _is_dropshipped_returned(self):
        self.ensure_one()
        return self.location_id.usage == "customer" and self.location_dest_id.usage == "supplier"

    def _get_valued_types(self):
        return ["in", "out", "dropshipped", "dropshipped_returned"]

    def _valued_quantity(self, lines):
        """Quantity of the lines in the product's unit."""
        unit = self.product_id.uom_id
        return sum(line.quantity if line.product_uom_id == unit else line.product_uom_id._compute_quantity(line.quantity, unit)
                   for line in lines)

    # -- what they are worth -----------------------------------------------------------------------------

    def _get_price_unit(self):
        """What one unit (of the product) of an incoming move costs.

        Returned goods cost what they were worth when they left; others the price of the move, else that of the product.
        """
        self.ensure_one()
        product = self.product_id
        original = self.origin_returned_move_id.sudo().stock_valuation_layer_ids
        if original and product.cost_method != "standard":
            quantity = sum(original.mapped("quantity"))
            if not float_is_zero(quantity, precision_rounding=product.uom_id.rounding):
                return sum(original.mapped("value")) / quantity
        if product.cost_method == "standard" or not self.price_unit and self._should_force_price_unit() is False:
            return product.standard_price
        return self.price_unit

    def _should_force_price_unit(self):
        """Hook: whether a price of nothing on the move is meant (goods for free)."""
        return False

    def product_price_update_before_done(self, forced_qty=None):
        """The cost of average and FIFO products follows from what comes in. Called before its layers are made."""
        self._value_incoming(self.filtered(lambda move: move._is_in()), forced_qty, create=False)

    @workflow.operation
    def _action_done(self, cancel_backorder=False):
        done = super()._action_done(cancel_backorder=cancel_backorder)
        done.sudo()._create_valuation_layers()._validate_accounting_entries()
        return done

    def _create_valuation_layers(self):
        """Layers of moves that were just done, company by company."""
        layers = self.env["stock.valuation.layer"]
        storable = self.filtered(lambda move: move.product_id.is_storable)
        for company, moves in storable.grouped("company_id").items():
            moves = moves.with_company(company)
            incoming = moves.filtered(lambda move: move._is_in())
            layers |= moves._value_incoming(incoming)
            layers |= moves.filtered(lambda move: move._is_out())._create_out_svl()
            layers |= moves.filtered(lambda move: move._is_dropshipped())._create_dropshipped_svl()
            layers |= moves.filtered(lambda move: move._is_dropshipped_returned())._create_dropshipped_returned_svl()
            if incoming:
                layers |= layers._cover_what_left_early(incoming.product_id, company)
        return layers

    def _value_incoming(self, moves, forced_qty=None, create=True):
        """Update the costs that incoming moves change and, with ``create``, add their layers."""
        on_hand = moves._valued_stock()
        values = []
        for move in moves:
            product = move.product_id
            quantity = forced_qty if forced_qty is not None else move._valued_quantity(move._get_in_move_lines())
            cost = move._get_price_unit()
            before = on_hand[product.id]
            if product.cost_method == "average":
                move._set_cost(average_cost(before, product.standard_price, quantity, cost))
            elif product.cost_method == "fifo" and before <= 0:
                move._set_cost(cost)
            on_hand[product.id] += quantity
            values.append({**move._prepare_common_svl_vals(), **product._prepare_in_svl_vals(quantity, cost)})
        return self.env["stock.valuation.layer"].sudo().create(values) if create else None

    def _valued_stock(self):
        """{product id: quantity that is in layers}."""
        products = self.product_id.filtered(lambda product: product.cost_method in ("average", "fifo"))
        stock = defaultdict(float)
        if products:
            stock.update((product.id, quantity) for product, quantity in self.env["stock.valuation.layer"].sudo()._read_group(
                [("product_id", "in", products.ids), ("company_id", "=", self.env.company.id), ("remaining_qty", "!=", 0)],
                ["product_id"], ["remaining_qty:sum"]))
        return stock

    def _set_cost(self, cost):
        self.product_id.sudo().with_context(disable_auto_svl=True).standard_price = cost

    def _create_in_svl(self, forced_quantity=None):
        return self._value_incoming(self, forced_quantity)

    def _create_out_svl(self, forced_quantity=None):
        layers = self.env["stock.valuation.layer"].sudo()
        values, valued = [], set()
        for move in self:
            quantity = forced_quantity if forced_quantity is not None else move._valued_quantity(move._get_out_move_lines())
            if not quantity:
                continue
            if move.product_id.id in valued:  # what this move takes depends on what those before it took
                layers |= layers.create(values)
                values, valued = [], set()
            valued.add(move.product_id.id)
            values.append({**move._prepare_common_svl_vals(),
                           **move.product_id._prepare_out_svl_vals(quantity, move.company_id)})
        return layers | layers.create(values)

    def _create_dropshipped_svl(self, forced_quantity=None):
        """In and out at once: the value passes through."""
        return self._create_passing_svl(1, forced_quantity)

    def _create_dropshipped_returned_svl(self, forced_quantity=None):
        return self._create_passing_svl(-1, forced_quantity)

    def _create_passing_svl(self, sign, forced_quantity):
        values = []
        for move in self:
            quantity = forced_quantity if forced_quantity is not None else move._valued_quantity(move.move_line_ids)
            common = {**move._prepare_common_svl_vals(),
                      **move.product_id._prepare_in_svl_vals(quantity, move._get_price_unit()),
                      "remaining_qty": 0.0, "remaining_value": 0.0}
            for direction in (sign, -sign):
                values.append({**common, "quantity": direction * quantity, "value": direction * common["value"]})
        return self.env["stock.valuation.layer"].sudo().create(values)

    def _prepare_common_svl_vals(self):
        """Values of every layer of the move."""
        self.ensure_one()
        description = f"{self.reference} - {self.product_id.name}" if self.reference else self.product_id.name
        return {
            "stock_move_id": self.id,
            "company_id": self.company_id.id,
            "product_id": self.product_id.id,
            "description": f"{description} ({_('Inventory')})" if self.is_inventory else description,
        }


class StockMoveLine(models.Model):
    _inherit = "stock.move.line"

    def _is_somebody_elses(self):
        """Goods that belong to someone else are in the stock, not in its value."""
        self.ensure_one()
        return bool(self.owner_id) and self.owner_id != self.company_id.partner_id

    _should_exclude_for_valuation = _is_somebody_elses
