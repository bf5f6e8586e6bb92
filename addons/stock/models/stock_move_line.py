"""The detail of a move: which lot, package and shelf, and how much.

An open line of a storable product holds its quantity reserved on the quant it takes from; a done
line has moved it. Both are expressed as quant changes with a sign, so that creating, editing and
deleting a line all go through the same few lines.
"""
from collections import defaultdict

from core import _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.tools import float_compare, float_is_zero

from .stock_quant import QuantChange, QuantKey

QUANT_FIELDS = frozenset(("product_id", "product_uom_id", "quantity", "location_id", "location_dest_id", "lot_id",
                          "package_id", "result_package_id", "owner_id"))
CLOSED = ("done", "cancel")


class StockMoveLine(models.Model):
    _name = "stock.move.line"
    _description = "Product Moves (Stock Move Line)"
    _rec_name = "product_id"
    _order = "result_package_id desc, id"
    _check_company_auto = True

    move_id = fields.Many2one("stock.move", "Stock Operation", check_company=True, index=True, ondelete="cascade")
    picking_id = fields.Many2one("stock.picking", "Transfer", check_company=True, index=True,
                                 compute="_compute_picking_id", store=True, readonly=False, precompute=True)
    company_id = fields.Many2one("res.company", "Company", readonly=True, required=True, index=True)
    product_id = fields.Many2one("product.product", "Product", ondelete="cascade", check_company=True, required=True, index=True)
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", required=True)
    product_uom_category_id = fields.Many2one(related="product_id.uom_id.category_id")
    quantity = fields.Float("Quantity", digits="Product Unit of Measure", copy=False)
    quantity_product_uom = fields.Float("Quantity in Product UoM", digits="Product Unit of Measure", copy=False,
                                        compute="_compute_quantity_product_uom", store=True, precompute=True)
    picked = fields.Boolean("Picked", copy=False)
    package_id = fields.Many2one("stock.quant.package", "Source Package", ondelete="restrict", check_company=True)
    result_package_id = fields.Many2one("stock.quant.package", "Destination Package", ondelete="restrict", check_company=True)
    lot_id = fields.Many2one("stock.lot", "Lot/Serial Number", check_company=True, index="btree_not_null",
                             domain="[('product_id', '=', product_id)]")
    lot_name = fields.Char("Lot/Serial Number Name")
    owner_id = fields.Many2one("res.partner", "From Owner", check_company=True)
    date = fields.Datetime("Date", default=fields.Datetime.now, required=True)
    location_id = fields.Many2one("stock.location", "From", required=True, check_company=True, index=True,
                                  domain="[('usage', '!=', 'view')]")
    location_dest_id = fields.Many2one("stock.location", "To", required=True, check_company=True, index=True,
                                       domain="[('usage', '!=', 'view')]")
    location_usage = fields.Selection(related="location_id.usage", string="Source Location Type")
    location_dest_usage = fields.Selection(related="location_dest_id.usage", string="Destination Location Type")
    state = fields.Selection(related="move_id.state", store=True)
    reference = fields.Char(related="move_id.reference")
    origin = fields.Char(related="move_id.origin")
    description_picking = fields.Text(related="move_id.description_picking")
    tracking = fields.Selection(related="product_id.tracking")
    is_inventory = fields.Boolean(related="move_id.is_inventory")
    picking_partner_id = fields.Many2one(related="picking_id.partner_id")
    picking_code = fields.Selection(related="picking_id.picking_type_id.code")
    picking_type_id = fields.Many2one("stock.picking.type", related="picking_id.picking_type_id", string="Operation type")

    @api.depends("move_id.picking_id")
    def _compute_picking_id(self):
        for line in self:
            if line.move_id:
                line.picking_id = line.move_id.picking_id

    @api.depends("quantity", "product_uom_id", "product_id")
    def _compute_quantity_product_uom(self):
        for line in self:
            unit = line.product_id.uom_id
            if line.product_uom_id and unit and line.product_uom_id != unit:
                line.quantity_product_uom = line.product_uom_id._compute_quantity(
                    line.quantity, unit, rounding_method="HALF-UP")
            else:
                line.quantity_product_uom = line.quantity

    @api.constrains("lot_id", "product_id")
    def _check_lot_product(self):
        for line in self:
            if line.lot_id and line.lot_id.product_id != line.product_id:
                raise ValidationError(_("Lot/serial number %(lot)s is of %(other)s, not of %(product)s.", lot=line.lot_id.name,
                                        other=line.lot_id.product_id.display_name, product=line.product_id.display_name))

    @api.constrains("quantity")
    def _check_quantity_not_negative(self):
        for line in self:
            if line.quantity < 0:
                raise ValidationError(_("A quantity of %(product)s cannot be negative (%(quantity)s).",
                                        product=line.product_id.display_name, quantity=line.quantity))

    @api.onchange("product_id")
    def _onchange_product_id(self):
        if self.product_id:
            self.product_uom_id = self.move_id.product_uom or self.product_id.uom_id

    # -- create, write, unlink keep the quants in step -------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = self._complete_values(vals_list)
        lines = super().create(vals_list)
        self.env["stock.quant"]._apply_changes(lines._quant_changes())
        lines.move_id._recompute_state()
        return lines

    @api.model
    def _complete_values(self, vals_list):
        """Fill in what follows from the move or the transfer; a line without a move gets one."""
        completed = []
        for vals in vals_list:
            vals = dict(vals)
            move = self.env["stock.move"].browse(vals.get("move_id"))
            if not move and vals.get("picking_id"):
                move = self._move_for(vals)
                vals["move_id"] = move.id
            if move:
                vals.setdefault("product_id", move.product_id.id)
                vals.setdefault("product_uom_id", move.product_uom.id)
                vals.setdefault("location_id", move.location_id.id)
                vals.setdefault("location_dest_id", move.location_dest_id.id)
                vals.setdefault("company_id", move.company_id.id)
            else:
                vals.setdefault("company_id", self.env.company.id)
                if vals.get("product_id"):
                    vals.setdefault("product_uom_id", self.env["product.product"].browse(vals["product_id"]).uom_id.id)
            completed.append(vals)
        return completed

    @api.model
    def _move_for(self, vals):
        """The move of the transfer that a line added by hand belongs to."""
        picking = self.env["stock.picking"].browse(vals["picking_id"])
        move = picking.move_ids.filtered(
            lambda move: move.product_id.id == vals.get("product_id") and move.state not in CLOSED)[:1]
        if move or not vals.get("product_id"):
            return move
        product = self.env["product.product"].browse(vals["product_id"])
        move = self.env["stock.move"].create({
            "name": product.display_name,
            "product_id": product.id,
            "product_uom": vals.get("product_uom_id") or product.uom_id.id,
            "product_uom_qty": 0.0,
            "picking_id": picking.id,
            "picking_type_id": picking.picking_type_id.id,
            "location_id": picking.location_id.id,
            "location_dest_id": picking.location_dest_id.id,
            "company_id": picking.company_id.id,
        })
        if picking.state != "draft":
            move._action_confirm(merge=False)
        return move

    def write(self, vals):
        if not QUANT_FIELDS & vals.keys():
            return super().write(vals)
        before = self._quant_changes(sign=-1)
        moves = self.move_id
        result = super().write(vals)
        self.env["stock.quant"]._apply_changes(before + self._quant_changes())
        (moves | self.move_id)._recompute_state()
        return result

    def unlink(self):
        done = self.filtered(lambda line: line.state == "done")
        if done:
            raise UserError(_("%(product)s was moved by %(reference)s already; create a return instead of deleting the line.",
                              product=done[0].product_id.display_name, reference=done[0].reference))
        changes = self._quant_changes(sign=-1)
        moves = self.move_id
        result = super().unlink()
        self.env["stock.quant"]._apply_changes(changes)
        moves.exists()._recompute_state()
        return result

    # -- what a line means for the quants --------------------------------------------------------

    def _source_key(self):
        return QuantKey(self.product_id.id, self.location_id.id, self.lot_id.id, self.package_id.id, self.owner_id.id)

    def _destination_key(self):
        return QuantKey(self.product_id.id, self.location_dest_id.id, self.lot_id.id, self.result_package_id.id,
                        self.owner_id.id)

    def _should_bypass_reservation(self, location=None):
        """True when this line needs nothing reserved: not storable, or taken from outside."""
        self.ensure_one()
        return not self.product_id.is_storable or (location or self.location_id).should_bypass_reservation()

    def _quant_changes(self, sign=1):
        """The changes these lines stand for: reserved while open, moved once done."""
        changes = []
        for line in self:
            if not line.product_id.is_storable or line.state == "cancel" or not line.quantity_product_uom:
                continue
            if line.state == "done":
                changes += line._movement_changes(sign)
            else:
                changes += line._reservation_changes(sign)
        return changes

    def _reservation_changes(self, sign):
        if self.location_id.should_bypass_reservation():
            return []
        return [QuantChange(self._source_key(), 0.0, sign * self.quantity_product_uom, False)]

    def _movement_changes(self, sign, in_date=False):
        quantity = sign * self.quantity_product_uom
        return [QuantChange(self._source_key(), -quantity, 0.0, False),
                QuantChange(self._destination_key(), quantity, 0.0, in_date)]

    # -- done -----------------------------------------------------------------------------------

    def _action_done(self):
        """Move the goods: free what was reserved and take it from the source to the destination.

        The state of the moves is set by the caller afterwards. Lines of quantity zero are deleted.
        """
        empty = self.filtered(lambda line: float_is_zero(line.quantity, precision_rounding=line.product_uom_id.rounding))
        lines = self - empty
        if empty:
            empty.unlink()
        lines._create_named_lots()
        lines._check_tracking()
        lines._move_quants()
        lines.write({"date": fields.Datetime.now(), "picked": True})
        return lines

    def _move_quants(self):
        storable = self.filtered(lambda line: line.product_id.is_storable)
        if not storable:
            return
        quant = self.env["stock.quant"]
        quant._lock_products(storable.product_id.ids)
        existing = quant._quants_by_key(storable.product_id.ids, (storable.location_id | storable.location_dest_id).ids)
        changes = []
        for line in storable:
            source = existing.get(line._source_key())
            changes += line._reservation_changes(-1)
            changes += line._movement_changes(1, source[0].in_date if source else fields.Datetime.now())
        quant._apply_changes(changes, existing)
        storable._free_overbooked(existing)

    def _free_overbooked(self, existing):
        """Goods taken by force were perhaps set aside for others: shorten the newest other reservations."""
        for key in {line._source_key() for line in self if not line.location_id.should_bypass_reservation()}:
            quants = existing.get(key)
            if not quants:
                continue
            quantity = sum(quant.quantity for quant in quants)
            reserved = sum(quant.reserved_quantity for quant in quants)
            if reserved and float_compare(max(quantity, 0.0), reserved,
                                          precision_rounding=quants[0].product_id.uom_id.rounding) < 0:
                self._shorten_others(key, reserved - max(quantity, 0.0))

    def _shorten_others(self, key, excess):
        others = self.search([
            ("product_id", "=", key.product_id), ("location_id", "=", key.location_id), ("lot_id", "=", key.lot_id),
            ("package_id", "=", key.package_id), ("owner_id", "=", key.owner_id), ("state", "not in", CLOSED),
            ("id", "not in", self.ids), ("quantity_product_uom", ">", 0)], order="date desc, id desc")
        for line in others:
            if excess <= 0:
                break
            part = min(excess, line.quantity_product_uom)
            excess -= part
            line.quantity = line.product_id.uom_id._compute_quantity(
                line.quantity_product_uom - part, line.product_uom_id, rounding_method="HALF-UP")

    # -- lots -----------------------------------------------------------------------------------

    def _create_named_lots(self):
        """Create the lots that were typed as text, one per product and name."""
        wanted = defaultdict(lambda: self.browse())
        for line in self.filtered(lambda line: line.lot_name and not line.lot_id and line.tracking != "none"):
            wanted[line.product_id.id, line.lot_name, line.company_id.id] |= line
        if not wanted:
            return
        known = self.env["stock.lot"].search([("product_id", "in", [key[0] for key in wanted]),
                                              ("name", "in", [key[1] for key in wanted])])
        by_key = {(lot.product_id.id, lot.name, company): lot for lot in known
                  for company in (lot.company_id.id or False,)}
        for key, lines in wanted.items():
            lot = by_key.get(key) or by_key.get((*key[:2], False)) or self.env["stock.lot"].create(
                {"product_id": key[0], "name": key[1], "company_id": key[2]})
            lines.write({"lot_id": lot.id})

    def _check_tracking(self):
        missing = self.filtered(lambda line: line.tracking in ("lot", "serial") and not line.lot_id
                                and not line.is_inventory)
        if missing:
            raise UserError(_("Enter a lot or serial number for: %s",
                              ", ".join(dict.fromkeys(missing.mapped("product_id.display_name")))))
        several = self.filtered(lambda line: line.tracking == "serial" and float_compare(
            line.quantity_product_uom, 1.0, precision_rounding=line.product_id.uom_id.rounding) > 0)
        if several:
            raise UserError(_("Serial number %(serial)s of %(product)s is one unit; the line says %(quantity)s.",
                              serial=several[0].lot_id.name, product=several[0].product_id.display_name,
                              quantity=several[0].quantity_product_uom))
