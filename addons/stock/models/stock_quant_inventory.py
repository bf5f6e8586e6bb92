"""Counting: what a person found on the shelf, and the moves that make the books agree."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import float_is_zero, float_round

from .stock_quant import QuantKey


class StockQuantInventory(models.Model):
    _inherit = "stock.quant"

    inventory_quantity = fields.Float("Counted Quantity", digits="Product Unit of Measure")
    inventory_quantity_set = fields.Boolean("Inventory Quantity Set")
    inventory_quantity_auto_apply = fields.Float(
        "Inventoried Quantity", digits="Product Unit of Measure", compute="_compute_inventory_quantity_auto_apply",
        inverse="_set_inventory_quantity", groups="stock.group_stock_manager")
    inventory_diff_quantity = fields.Float("Difference", compute="_compute_inventory_diff_quantity", store=True, readonly=True,
                                           digits="Product Unit of Measure")
    inventory_date = fields.Date("Scheduled Date")
    last_count_date = fields.Date("Last Count", readonly=True)
    user_id = fields.Many2one("res.users", "Assigned To")
    is_outdated = fields.Boolean("Quantity has been moved since last count", compute="_compute_is_outdated")

    @api.depends("quantity")
    def _compute_inventory_quantity_auto_apply(self):
        for quant in self:
            quant.inventory_quantity_auto_apply = quant.quantity

    def _set_inventory_quantity(self):
        """Typing the quantity of a quant is a count applied at once."""
        for quant in self:
            quant.inventory_quantity = quant.inventory_quantity_auto_apply
        self.action_apply_inventory()

    @api.depends("inventory_quantity", "inventory_quantity_set")
    def _compute_inventory_diff_quantity(self):
        # Deliberately not on `quantity`: the difference a person saw stays until counted again.
        for quant in self:
            quant.inventory_diff_quantity = quant.inventory_quantity - quant.quantity if quant.inventory_quantity_set else 0.0

    @api.depends("inventory_quantity", "quantity", "inventory_diff_quantity")
    def _compute_is_outdated(self):
        for quant in self:
            seen = quant.inventory_quantity - quant.inventory_diff_quantity
            quant.is_outdated = bool(quant.inventory_quantity_set) and not float_is_zero(
                seen - quant.quantity, precision_rounding=quant.product_uom_id.rounding or 0.01)

    # -- entering a count -----------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        """A count for a place that has a quant already is entered on that quant."""
        for vals in vals_list:
            if "inventory_quantity" in vals:
                vals.setdefault("inventory_quantity_set", True)
        counted = [vals for vals in vals_list if "inventory_quantity" in vals]
        if not counted:
            return super().create(vals_list)
        existing = self._quants_by_key({vals["product_id"] for vals in counted},
                                       {self._counted_location(vals) for vals in counted})
        found = {}
        fresh = []
        for position, vals in enumerate(vals_list):
            match = existing.get(self._vals_key(vals)) if "inventory_quantity" in vals else None
            if match:
                match[0].write({name: value for name, value in vals.items() if name not in QuantKey._fields})
                found[position] = match[0].id
            else:
                fresh.append(vals)
        created = iter(super().create(fresh).ids)
        return self.browse([found.get(position) or next(created) for position in range(len(vals_list))])

    @api.model
    def _counted_location(self, vals):
        if not vals.get("location_id"):
            company = self.env.company
            vals["location_id"] = self.env["stock.warehouse"]._default_of(company).lot_stock_id.id
        return vals["location_id"]

    @api.model
    def _vals_key(self, vals):
        return QuantKey(*(vals.get(name) or False for name in QuantKey._fields))

    def write(self, vals):
        if "inventory_quantity" in vals and "inventory_quantity_set" not in vals:
            vals = {**vals, "inventory_quantity_set": True}
        return super().write(vals)

    def action_set_inventory_quantity(self):
        for quant in self:
            quant.write({"inventory_quantity": quant.quantity, "user_id": self.env.uid})

    def action_set_inventory_quantity_to_zero(self):
        self.write({"inventory_quantity": 0.0, "inventory_quantity_set": False})

    def action_clear_inventory_quantity(self):
        return self.action_set_inventory_quantity_to_zero()

    # -- applying it ----------------------------------------------------------------------------

    def action_apply_inventory(self):
        """Make the books agree with the counts."""
        untracked = self.filtered(lambda quant: quant.tracking in ("lot", "serial") and not quant.lot_id
                                  and quant.inventory_quantity > 0)
        if untracked:
            raise UserError(_("%s is tracked: enter the lot or serial number you counted.", untracked[0].product_id.display_name))
        many = self.filtered(lambda quant: quant.tracking == "serial" and quant.inventory_quantity > 1)
        if many:
            raise UserError(_("Serial number %(serial)s of %(product)s is one unit; the count says %(quantity)s.",
                              serial=many[0].lot_id.name, product=many[0].product_id.display_name,
                              quantity=many[0].inventory_quantity))
        self._apply_inventory()

    def action_apply_all(self):
        self.search([("inventory_quantity_set", "=", True)]).action_apply_inventory()

    def _apply_inventory(self):
        counts = self.sudo()
        counts._lock_products(counts.product_id.ids)
        move_values = []
        for quant in counts:
            difference = float_round(quant.inventory_quantity - quant.quantity,
                                     precision_rounding=quant.product_uom_id.rounding)
            if not float_is_zero(difference, precision_rounding=quant.product_uom_id.rounding):
                move_values.append(quant._difference_move_values(difference))
        moves = self.env["stock.move"].sudo().create(move_values)
        moves._action_done()
        counts.write({"inventory_quantity": 0.0, "inventory_quantity_set": False, "inventory_diff_quantity": 0.0,
                      "last_count_date": fields.Date.context_today(self), "inventory_date": False})
        counts.location_id.write({"last_inventory_date": fields.Date.context_today(self)})

    def _difference_move_values(self, difference):
        loss = self._inventory_loss_location()
        if difference > 0:
            return self._get_inventory_move_values(difference, loss, self.location_id, package_dest_id=self.package_id)
        return self._get_inventory_move_values(-difference, self.location_id, loss, package_id=self.package_id)

    def _inventory_loss_location(self):
        company = self.company_id or self.env.company
        own = self.product_id.with_company(company).property_stock_inventory
        return own or self.env["stock.location"].search(
            [("usage", "=", "inventory"), ("scrap_location", "=", False), ("company_id", "in", (company.id, False))],
            order="company_id, id", limit=1)

    def _get_inventory_move_values(self, qty, location_id, location_dest_id, package_id=False, package_dest_id=False):
        """Values of the move that brings a count difference of ``qty`` (product's unit) into the books."""
        self.ensure_one()
        name = self.env.context.get("inventory_name") or _("Product Quantity Updated")
        company_id = self.company_id.id or self.env.company.id
        line = {
            "product_id": self.product_id.id,
            "product_uom_id": self.product_uom_id.id,
            "quantity": qty,
            "location_id": location_id.id,
            "location_dest_id": location_dest_id.id,
            "company_id": company_id,
            "lot_id": self.lot_id.id,
            "package_id": package_id.id if package_id else False,
            "result_package_id": package_dest_id.id if package_dest_id else False,
            "owner_id": self.owner_id.id,
            "picked": True,
        }
        return {
            "name": name,
            "product_id": self.product_id.id,
            "product_uom": self.product_uom_id.id,
            "product_uom_qty": qty,
            "company_id": company_id,
            "location_id": location_id.id,
            "location_dest_id": location_dest_id.id,
            "is_inventory": True,
            "origin": _("Stock count"),
            "move_line_ids": [(0, 0, line)],
        }

    @api.model
    def _demo_opening_stock(self):
        """Count some goods of the demonstration data into stock."""
        location = self.env.ref("stock.stock_location_stock")
        counts = []
        for name, quantity in (("product_product_3", 30), ("product_product_4", 40), ("product_product_5", 25),
                               ("product_product_6", 60), ("product_product_7", 20), ("product_product_8", 15),
                               ("product_product_9", 80), ("product_product_10", 18), ("product_product_12", 50),
                               ("product_product_16", 100), ("product_product_20", 35), ("product_product_22", 45),
                               ("product_product_24", 10), ("product_product_25", 55)):
            product = self.env.ref(f"product.{name}", raise_if_not_found=False)
            if product and product.type == "consu":
                product.product_tmpl_id.is_storable = True
                counts.append({"product_id": product.id, "location_id": location.id, "inventory_quantity": quantity})
        self.create(counts).action_apply_inventory()
        return True
