"""How much of a product is where. A quant is the sum of the done moves into and out of one place.

Everything that changes quants goes through :meth:`StockQuant._apply_changes`, which takes the hot
lock of every product concerned in one fixed order (by product id) before it reads a quant, so that
many sessions reserving the same product queue up instead of failing.
"""
from collections import defaultdict, namedtuple

from core import _, api, fields, models, tools
from core.exceptions import UserError, ValidationError
from core.tools import float_compare, float_is_zero, float_round

QuantKey = namedtuple("QuantKey", ["product_id", "location_id", "lot_id", "package_id", "owner_id"])
"""What distinguishes one quant from another, as database ids (False where there is none)."""

QuantChange = namedtuple("QuantChange", ["key", "quantity", "reserved", "in_date"])
"""One step: ``quantity`` and ``reserved`` are added (in the product's unit); ``in_date`` may be False."""


class StockQuant(models.Model):
    _name = "stock.quant"
    _description = "Quants"
    _rec_name = "product_id"
    _rec_names_search = ["location_id", "lot_id", "package_id", "owner_id"]
    _order = "location_id, in_date, id"

    product_id = fields.Many2one("product.product", "Product", required=True, index=True, ondelete="restrict",
                                 domain="[('is_storable', '=', True)]")
    product_tmpl_id = fields.Many2one("product.template", related="product_id.product_tmpl_id")
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", related="product_id.uom_id", readonly=True)
    product_categ_id = fields.Many2one("product.category", related="product_id.categ_id")
    tracking = fields.Selection(related="product_id.tracking", readonly=True)
    location_id = fields.Many2one("stock.location", "Location", required=True, index=True, ondelete="restrict",
                                  domain="[('usage', 'in', ('internal', 'transit'))]")
    warehouse_id = fields.Many2one("stock.warehouse", related="location_id.warehouse_id")
    company_id = fields.Many2one("res.company", "Company", related="location_id.company_id", store=True, readonly=True)
    lot_id = fields.Many2one("stock.lot", "Lot/Serial Number", index=True, ondelete="restrict",
                             domain="[('product_id', '=', product_id)]")
    package_id = fields.Many2one("stock.quant.package", "Package", ondelete="restrict", index=True)
    owner_id = fields.Many2one("res.partner", "Owner", index="btree_not_null")
    quantity = fields.Float("Quantity", readonly=True, digits="Product Unit of Measure")
    reserved_quantity = fields.Float("Reserved Quantity", default=0.0, readonly=True, required=True,
                                     digits="Product Unit of Measure")
    available_quantity = fields.Float("Available Quantity", compute="_compute_available_quantity",
                                      digits="Product Unit of Measure")
    in_date = fields.Datetime("Incoming Date", readonly=True, required=True, default=fields.Datetime.now)

    @api.depends("quantity", "reserved_quantity")
    def _compute_available_quantity(self):
        for quant in self:
            quant.available_quantity = quant.quantity - quant.reserved_quantity

    @api.constrains("location_id")
    def _check_location(self):
        for quant in self:
            if quant.location_id.usage == "view":
                raise ValidationError(_("%(product)s cannot be kept in %(location)s: it only groups other locations.",
                                        product=quant.product_id.display_name, location=quant.location_id.complete_name))

    def _key(self):
        self.ensure_one()
        return QuantKey(self.product_id.id, self.location_id.id, self.lot_id.id, self.package_id.id, self.owner_id.id)

    # -- locks ----------------------------------------------------------------------------------

    @api.model
    def _lock_products(self, product_ids):
        """Take the hot lock of the stock of each product; all of them at once, in one order."""
        if product_ids:
            self.env.cr.lock_hot(*(f"stock.quant:{product_id}" for product_id in sorted(product_ids)))

    # -- the batch: every change of a quant happens here ----------------------------------------

    @api.model
    def _apply_changes(self, changes, existing=None):
        """Add ``changes`` (QuantChange) to the quants, creating the missing ones. One query for all.

        ``existing``: quants by key, when the caller has locked the products and read them already.
        """
        totals = self._sum_changes(changes)
        if not totals:
            return
        products = self.env["product.product"].browse(sorted({key.product_id for key in totals}))
        if existing is None:
            self._lock_products(products.ids)
            existing = self._quants_by_key(products.ids, {key.location_id for key in totals})
        rounding = {product.id: product.uom_id.rounding for product in products}
        missing = []
        for key, (quantity, reserved, in_date) in totals.items():
            quants = existing.get(key)
            if quants:
                quants[0]._add(quantity, reserved, in_date, rounding[key.product_id])
            else:
                missing.append({**key._asdict(), "in_date": in_date or fields.Datetime.now(),
                                "quantity": float_round(quantity, precision_rounding=rounding[key.product_id]),
                                "reserved_quantity": max(0.0, float_round(
                                    reserved, precision_rounding=rounding[key.product_id]))})
        if missing:
            self.sudo().create(missing)

    @api.model
    def _sum_changes(self, changes):
        totals = {}
        for key, quantity, reserved, in_date in changes:
            before = totals.get(key, (0.0, 0.0, False))
            dates = [date for date in (before[2], in_date) if date]
            totals[key] = (before[0] + quantity, before[1] + reserved, min(dates) if dates else False)
        return {key: total for key, total in totals.items() if total[0] or total[1]}

    @api.model
    def _quants_by_key(self, product_ids, location_ids):
        # Quants are bookkeeping: whoever may make the move may have it recorded.
        quants = self.sudo().search_fetch(
            [("product_id", "in", sorted(product_ids)), ("location_id", "in", sorted(location_ids))],
            ["product_id", "location_id", "lot_id", "package_id", "owner_id", "quantity", "reserved_quantity", "in_date"],
            order="in_date, id")
        by_key = defaultdict(list)
        for quant in quants:
            by_key[quant._key()].append(quant)
        return by_key

    def _add(self, quantity, reserved, in_date, rounding):
        values = {}
        if quantity:
            values["quantity"] = float_round(self.quantity + quantity, precision_rounding=rounding)
            if in_date and quantity > 0 and (self.quantity <= 0 or in_date < self.in_date):
                values["in_date"] = in_date
        if reserved:
            values["reserved_quantity"] = max(0.0, float_round(
                self.reserved_quantity + reserved, precision_rounding=rounding))
        if values:
            self.write(values)

    # -- Odoo's single-quant interface, on top of the batch --------------------------------------

    @api.model
    def _update_available_quantity(self, product_id, location_id, quantity=False, reserved_quantity=False, lot_id=None,
                                   package_id=None, owner_id=None, in_date=None):
        """Add ``quantity`` / ``reserved_quantity``; returns (available there now, its in_date)."""
        if not quantity and not reserved_quantity:
            raise ValidationError(_("A change of stock needs a quantity."))
        key = QuantKey(product_id.id, location_id.id, lot_id.id if lot_id else False,
                       package_id.id if package_id else False, owner_id.id if owner_id else False)
        self._apply_changes([QuantChange(key, quantity or 0.0, reserved_quantity or 0.0, in_date or False)])
        quants = self._gather(product_id, location_id, lot_id=lot_id, package_id=package_id, owner_id=owner_id, strict=True)
        dates = [quant.in_date for quant in quants if quant.in_date]
        return (self._get_available_quantity(product_id, location_id, lot_id=lot_id, package_id=package_id,
                                             owner_id=owner_id, strict=True, allow_negative=True),
                min(dates) if dates else fields.Datetime.now())

    @api.model
    def _update_reserved_quantity(self, product_id, location_id, quantity, lot_id=None, package_id=None, owner_id=None,
                                  strict=True):
        """Set ``quantity`` aside (or, negative, free it) among the quants there.

        Returns [(quant, quantity taken)]. Raises UserError when less than that is available.
        """
        rounding = product_id.uom_id.rounding
        self._lock_products(product_id.ids)
        quants = self._gather(product_id, location_id, lot_id=lot_id, package_id=package_id, owner_id=owner_id, strict=strict)
        taken, missing = quants._take(quantity, rounding)
        if not float_is_zero(missing, precision_rounding=rounding):
            verb = _("reserve") if quantity > 0 else _("release")
            raise UserError(_("It is not possible to %(verb)s %(quantity)s %(uom)s of %(product)s in %(location)s: "
                              "%(missing)s too many.", verb=verb, quantity=abs(quantity), uom=product_id.uom_id.name,
                              product=product_id.display_name, location=location_id.complete_name, missing=abs(missing)))
        self._apply_changes([QuantChange(quant._key(), 0.0, part, False) for quant, part in taken])
        return taken

    def _take(self, quantity, rounding):
        """Spread ``quantity`` over these quants in order; returns ([(quant, part)], what is missing)."""
        taken = []
        left = quantity
        for quant in self:
            if float_is_zero(left, precision_rounding=rounding):
                break
            room = quant.quantity - quant.reserved_quantity if quantity > 0 else quant.reserved_quantity
            part = min(room, abs(left))
            if float_compare(part, 0.0, precision_rounding=rounding) > 0:
                part = float_round(part if quantity > 0 else -part, precision_rounding=rounding)
                taken.append((quant, part))
                left -= part
        return taken, left

    # -- reading --------------------------------------------------------------------------------

    @api.model
    def _get_removal_strategy(self, product_id, location_id):
        """'fifo', 'lifo' or 'closest': the product category's, else that of the nearest location."""
        return self._removal_strategy_of(product_id.categ_id.id, location_id.id)

    @api.model
    @tools.ormcache("category_id", "location_id")
    def _removal_strategy_of(self, category_id, location_id):
        strategy = self.env["product.category"].sudo().browse(category_id).removal_strategy_id
        location = self.env["stock.location"].sudo().browse(location_id)
        for place in location._ancestors() if not strategy else ():
            strategy = strategy or place.removal_strategy_id
        return strategy.method or "fifo"

    @api.model
    def _get_removal_strategy_order(self, removal_strategy):
        orders = {"fifo": "in_date ASC, id", "lifo": "in_date DESC, id DESC", "closest": "location_id, in_date ASC, id"}
        if removal_strategy not in orders:
            raise UserError(_("Removal strategy %s is not known; choose fifo, lifo or closest.", removal_strategy))
        return orders[removal_strategy]

    @api.model
    def _get_gather_domain(self, product_id, location_id, lot_id=None, package_id=None, owner_id=None, strict=False):
        domain = [("product_id", "=", product_id.id)]
        if strict:
            domain += [("lot_id", "=", lot_id.id if lot_id else False),
                       ("package_id", "=", package_id.id if package_id else False),
                       ("owner_id", "=", owner_id.id if owner_id else False),
                       ("location_id", "=", location_id.id)]
            return domain
        if lot_id:
            domain.append(("lot_id", "in", [lot_id.id, False]))
        if package_id:
            domain.append(("package_id", "=", package_id.id))
        domain.append(("owner_id", "=", owner_id.id if owner_id else False))
        domain.append(("location_id", "child_of", location_id.id))
        return domain

    @api.model
    def _gather(self, product_id, location_id, lot_id=None, package_id=None, owner_id=None, strict=False, qty=0):
        """The quants of ``product_id`` at (or, not strict, under) ``location_id``, in removal order."""
        domain = self._get_gather_domain(product_id, location_id, lot_id, package_id, owner_id, strict)
        order = self._get_removal_strategy_order(self._get_removal_strategy(product_id, location_id))
        return self.sudo().search(domain, order=order).sorted(lambda quant: not quant.lot_id)

    @api.model
    def _get_available_quantity(self, product_id, location_id, lot_id=None, package_id=None, owner_id=None, strict=False,
                                allow_negative=False):
        """What may still be reserved there, in the product's unit."""
        quants = self._gather(product_id, location_id, lot_id=lot_id, package_id=package_id, owner_id=owner_id, strict=strict)
        available = sum(quants.mapped("quantity")) - sum(quants.mapped("reserved_quantity"))
        available = float_round(available, precision_rounding=product_id.uom_id.rounding)
        return available if allow_negative else max(0.0, available)

    @api.model
    def _get_quants_by_products_locations(self, product_ids, location_ids):
        """(product id, location id) → quants, in one query."""
        groups = defaultdict(lambda: self.browse())
        for quant in self.sudo().search([("product_id", "in", product_ids.ids), ("location_id", "in", location_ids.ids)],
                                        order="in_date, id"):
            groups[quant.product_id.id, quant.location_id.id] |= quant
        return groups

    # -- housekeeping ---------------------------------------------------------------------------

    @api.autovacuum
    def _merge_quants(self):
        """Join quants of one key, which two first arrivals at the same moment may have created."""
        by_key = defaultdict(lambda: self.browse())
        for group in self.sudo()._read_group([], ["product_id", "location_id"], ["id:recordset", "__count"],
                                             having=[("__count", ">", 1)]):
            for quant in group[2]:
                by_key[quant._key()] |= quant
        for quants in by_key.values():
            if len(quants) > 1:
                quants._merge_into_first()

    def _merge_into_first(self):
        first, others = self[0], self[1:]
        first.write({"quantity": sum(self.mapped("quantity")), "reserved_quantity": sum(self.mapped("reserved_quantity")),
                     "in_date": min(self.mapped("in_date"))})
        others.unlink()

    @api.autovacuum
    def _unlink_zero_quants(self):
        self.sudo().search([("quantity", "=", 0), ("reserved_quantity", "=", 0), ("inventory_quantity_set", "=", False)]).unlink()

    @api.model
    def _quant_tasks(self):
        self._merge_quants()
        self._unlink_zero_quants()

    def action_view_stock_moves(self):
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id("stock.stock_move_line_action")
        action["domain"] = [("product_id", "=", self.product_id.id), ("lot_id", "=", self.lot_id.id),
                            "|", ("location_id", "=", self.location_id.id), ("location_dest_id", "=", self.location_id.id)]
        return action
