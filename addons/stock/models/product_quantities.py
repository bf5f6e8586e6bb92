"""On hand, free and forecast quantities of products: one grouped query per kind, for any number of products."""
import operator

from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import float_round

COMPARISONS = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "=": operator.eq, "!=": operator.ne}
OPEN_STATES = ("waiting", "confirmed", "assigned", "partially_available")
QUANTITY_FIELDS = ("qty_available", "virtual_available", "free_qty", "incoming_qty", "outgoing_qty")
CONTEXT_KEYS = ("lot_id", "owner_id", "package_id", "from_date", "to_date", "location", "warehouse", "warehouse_id",
                "allowed_company_ids")


class ProductQuantities(models.Model):
    _inherit = "product.product"

    qty_available = fields.Float("Quantity On Hand", compute="_compute_quantities", search="_search_qty_available",
                                 digits="Product Unit of Measure", compute_sudo=False)
    virtual_available = fields.Float("Forecasted Quantity", compute="_compute_quantities", search="_search_virtual_available",
                                     digits="Product Unit of Measure", compute_sudo=False)
    free_qty = fields.Float("Free To Use Quantity", compute="_compute_quantities", search="_search_free_qty",
                            digits="Product Unit of Measure", compute_sudo=False)
    incoming_qty = fields.Float("Incoming", compute="_compute_quantities", search="_search_incoming_qty",
                                digits="Product Unit of Measure", compute_sudo=False)
    outgoing_qty = fields.Float("Outgoing", compute="_compute_quantities", search="_search_outgoing_qty",
                                digits="Product Unit of Measure", compute_sudo=False)

    @api.depends("stock_move_ids.product_qty", "stock_move_ids.state", "stock_quant_ids.quantity",
                 "stock_quant_ids.reserved_quantity")
    @api.depends_context(*CONTEXT_KEYS)
    def _compute_quantities(self):
        context = self.env.context
        storable = self.filtered(lambda product: product.is_storable)
        quantities = storable._compute_quantities_dict(
            context.get("lot_id"), context.get("owner_id"), context.get("package_id"),
            context.get("from_date"), context.get("to_date"))
        for product in self:
            values = quantities.get(product.id) or dict.fromkeys(QUANTITY_FIELDS, 0.0)
            for name in QUANTITY_FIELDS:
                product[name] = values[name]

    def _compute_quantities_dict(self, lot_id, owner_id, package_id, from_date=False, to_date=False):
        """product id → {qty_available, virtual_available, free_qty, incoming_qty, outgoing_qty} in the product's unit.

        With ``to_date`` in the past, on hand is what was there at that moment.
        """
        if not self.ids:
            return {}
        at_quants, coming_in, going_out = self._get_domain_locations()
        of_these = [("product_id", "in", self.ids)]
        details = [(name, "=", value) for name, value in
                   (("lot_id", lot_id), ("owner_id", owner_id), ("package_id", package_id)) if value is not None]
        quants = self._sums("stock.quant", of_these + at_quants + details, ("quantity:sum", "reserved_quantity:sum"))
        window = ([("date", ">=", from_date)] if from_date else []) + ([("date", "<=", to_date)] if to_date else [])
        open_moves = of_these + [("state", "in", OPEN_STATES)] + window
        incoming = self._sums("stock.move", open_moves + coming_in, ("product_qty:sum",))
        outgoing = self._sums("stock.move", open_moves + going_out, ("product_qty:sum",))
        undone_in, undone_out = self._moved_since(to_date, of_these, coming_in, going_out)
        result = {}
        for product in self:
            rounding = product.uom_id.rounding
            on_hand, reserved = quants.get(product.id, (0.0, 0.0))
            on_hand += undone_out.get(product.id, (0.0,))[0] - undone_in.get(product.id, (0.0,))[0]
            come, go = incoming.get(product.id, (0.0,))[0], outgoing.get(product.id, (0.0,))[0]
            result[product.id] = {name: float_round(value, precision_rounding=rounding) for name, value in (
                ("qty_available", on_hand), ("free_qty", on_hand - reserved), ("incoming_qty", come),
                ("outgoing_qty", go), ("virtual_available", on_hand + come - go))}
        return result

    def _moved_since(self, to_date, of_these, coming_in, going_out):
        moment = fields.Datetime.to_datetime(to_date) if to_date else None
        if not moment or moment >= fields.Datetime.now():
            return {}, {}
        done = of_these + [("state", "=", "done"), ("date", ">", moment)]
        return (self._sums("stock.move", done + coming_in, ("product_qty:sum",)),
                self._sums("stock.move", done + going_out, ("product_qty:sum",)))

    def _sums(self, model, domain, aggregates):
        # Quantities are asked by salespeople too, who may not read single quants and moves.
        groups = self.env[model].sudo()._read_group(domain, ["product_id"], list(aggregates))
        return {product.id: tuple(value or 0.0 for value in values) for product, *values in groups}

    # -- which locations count --------------------------------------------------------------------

    def _get_domain_locations(self):
        """Domains on quants, incoming and outgoing moves for the location or warehouse of the context,
        else all warehouses of the companies in use."""
        context = self.env.context
        place = self.env["stock.location"]
        if context.get("location"):
            roots = self._context_records(place, context["location"])
        else:
            warehouse = self.env["stock.warehouse"].sudo()
            chosen = context.get("warehouse_id") or context.get("warehouse")
            warehouses = self._context_records(warehouse, chosen) if chosen else \
                warehouse.search([("company_id", "in", self.env.companies.ids)])
            roots = warehouses.view_location_id
        return self._get_domain_locations_new(roots.ids)

    @api.model
    def _context_records(self, model, value):
        if isinstance(value, int):
            return model.browse(value)
        if isinstance(value, str):
            return model.search([(model._rec_name or "name", "ilike", value)])
        return model.browse([item for item in value if isinstance(item, int)]) | model.search(
            [(model._rec_name or "name", "in", [item for item in value if isinstance(item, str)])]
        ) if any(isinstance(item, str) for item in value) else model.browse(value)

    def _get_domain_locations_new(self, location_ids):
        inside = ("location_id", "child_of", location_ids)
        arriving = ("location_dest_id", "child_of", location_ids)
        return ([inside], [arriving, "!", inside], [inside, "!", arriving])

    # -- searching --------------------------------------------------------------------------------

    def _search_qty_available(self, operator, value):
        return self._search_product_quantity(operator, value, "qty_available")

    def _search_virtual_available(self, operator, value):
        return self._search_product_quantity(operator, value, "virtual_available")

    def _search_free_qty(self, operator, value):
        return self._search_product_quantity(operator, value, "free_qty")

    def _search_incoming_qty(self, operator, value):
        return self._search_product_quantity(operator, value, "incoming_qty")

    def _search_outgoing_qty(self, operator, value):
        return self._search_product_quantity(operator, value, "outgoing_qty")

    def _search_product_quantity(self, comparison, value, field_name):
        if comparison not in COMPARISONS or not isinstance(value, (int, float)):
            raise UserError(_("Quantities are compared with numbers by <, >, <=, >=, = or !=; not %s %s.", comparison, value))
        holds = COMPARISONS[comparison]
        products = self.with_context(active_test=False).search([("is_storable", "=", True)])
        context = self.env.context
        quantities = products._compute_quantities_dict(
            context.get("lot_id"), context.get("owner_id"), context.get("package_id"),
            context.get("from_date"), context.get("to_date"))
        matching = [product_id for product_id, values in quantities.items() if holds(values[field_name], value)]
        if holds(0.0, value):
            failing = set(quantities) - set(matching)
            return [("id", "not in", sorted(failing))]
        return [("id", "in", matching)]


class ProductTemplateQuantities(models.Model):
    _inherit = "product.template"

    qty_available = fields.Float("Quantity On Hand", compute="_compute_quantities", search="_search_qty_available",
                                 digits="Product Unit of Measure", compute_sudo=False)
    virtual_available = fields.Float("Forecasted Quantity", compute="_compute_quantities", search="_search_virtual_available",
                                     digits="Product Unit of Measure", compute_sudo=False)
    incoming_qty = fields.Float("Incoming", compute="_compute_quantities", search="_search_incoming_qty",
                                digits="Product Unit of Measure", compute_sudo=False)
    outgoing_qty = fields.Float("Outgoing", compute="_compute_quantities", search="_search_outgoing_qty",
                                digits="Product Unit of Measure", compute_sudo=False)

    @api.depends("product_variant_ids.qty_available", "product_variant_ids.virtual_available",
                 "product_variant_ids.incoming_qty", "product_variant_ids.outgoing_qty")
    @api.depends_context(*CONTEXT_KEYS)
    def _compute_quantities(self):
        for template in self:
            variants = template.product_variant_ids
            for name in ("qty_available", "virtual_available", "incoming_qty", "outgoing_qty"):
                template[name] = sum(variants.mapped(name))

    def _compute_quantities_dict(self):
        names = ("qty_available", "virtual_available", "incoming_qty", "outgoing_qty")
        return {template.id: {name: template[name] for name in names} for template in self}

    def _search_qty_available(self, operator, value):
        return self._search_by_variants("qty_available", operator, value)

    def _search_virtual_available(self, operator, value):
        return self._search_by_variants("virtual_available", operator, value)

    def _search_incoming_qty(self, operator, value):
        return self._search_by_variants("incoming_qty", operator, value)

    def _search_outgoing_qty(self, operator, value):
        return self._search_by_variants("outgoing_qty", operator, value)

    def _search_by_variants(self, field_name, operator, value):
        variants = self.env["product.product"].with_context(active_test=False).search([(field_name, operator, value)])
        return [("product_variant_ids", "in", variants.ids)]
