"""One product going from one location to another. This file: the fields; the lifecycle is beside it."""
from core import _, api, fields, models
from core.exceptions import UserError
from core.tools import float_compare, float_is_zero

CLOSED = ("done", "cancel")


class StockMove(models.Model):
    _name = "stock.move"
    _description = "Stock Move"
    _order = "sequence, id"
    _rec_name = "name"
    _check_company_auto = True

    name = fields.Char("Description", required=True)
    sequence = fields.Integer("Sequence", default=10)
    priority = fields.Selection([("0", "Normal"), ("1", "Urgent")], "Priority", default="0",
                                compute="_compute_priority", store=True, readonly=False, precompute=True)
    date = fields.Datetime("Date Scheduled", default=fields.Datetime.now, index=True, required=True,
                           help="Scheduled date until the move is done, then the date of the move.")
    date_deadline = fields.Datetime("Deadline", readonly=True, copy=False)
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company, index=True, required=True)
    product_id = fields.Many2one("product.product", "Product", check_company=True, index=True, required=True,
                                 domain="[('type', '=', 'consu')]")
    product_tmpl_id = fields.Many2one("product.template", "Product Template", related="product_id.product_tmpl_id")
    description_picking = fields.Text("Description of Picking")
    product_qty = fields.Float("Real Quantity", compute="_compute_product_qty", store=True, precompute=True, digits=0,
                               help="Quantity in the default unit of the product.")
    product_uom_qty = fields.Float("Demand", digits="Product Unit of Measure", default=0.0, required=True)
    product_uom = fields.Many2one("uom.uom", "UoM", required=True, compute="_compute_product_uom", store=True,
                                  readonly=False, precompute=True,
                                  domain="[('category_id', '=', product_uom_category_id)]")
    product_uom_category_id = fields.Many2one(related="product_id.uom_id.category_id")
    quantity = fields.Float("Quantity", compute="_compute_quantity", inverse="_set_quantity", store=True, copy=False,
                            digits="Product Unit of Measure",
                            help="What is set aside for the move; once done, what was moved.")
    picked = fields.Boolean("Picked", compute="_compute_picked", inverse="_inverse_picked", store=True, readonly=False,
                            copy=False)
    location_id = fields.Many2one("stock.location", "Source Location", index=True, required=True, check_company=True,
                                  compute="_compute_locations", store=True, readonly=False, precompute=True)
    location_dest_id = fields.Many2one("stock.location", "Intermediate Location", required=True, check_company=True,
                                       compute="_compute_locations", store=True, readonly=False, precompute=True, index=True)
    location_final_id = fields.Many2one("stock.location", "Final Location", check_company=True)
    location_usage = fields.Selection(related="location_id.usage", string="Source Location Type")
    location_dest_usage = fields.Selection(related="location_dest_id.usage", string="Destination Location Type")
    partner_id = fields.Many2one("res.partner", "Destination Address", index="btree_not_null")
    move_dest_ids = fields.Many2many("stock.move", "stock_move_move_rel", "move_orig_id", "move_dest_id",
                                     "Destination Moves", copy=False)
    move_orig_ids = fields.Many2many("stock.move", "stock_move_move_rel", "move_dest_id", "move_orig_id",
                                     "Original Move", copy=False)
    picking_id = fields.Many2one("stock.picking", "Transfer", index=True, check_company=True)
    picking_code = fields.Selection(related="picking_id.picking_type_id.code", readonly=True)
    state = fields.Selection(
        [
            ("draft", "New"),
            ("waiting", "Waiting Another Move"),
            ("confirmed", "Waiting Availability"),
            ("partially_available", "Partially Available"),
            ("assigned", "Available"),
            ("done", "Done"),
            ("cancel", "Cancelled"),
        ],
        string="Status", copy=False, default="draft", index=True, readonly=True)
    price_unit = fields.Float("Unit Price", copy=False)
    origin = fields.Char("Source Document")
    procure_method = fields.Selection(
        [("make_to_stock", "Default: Take From Stock"), ("make_to_order", "Advanced: Apply Procurement Rules")],
        string="Supply Method", default="make_to_stock", required=True, copy=False)
    scrapped = fields.Boolean("Scrapped", related="location_dest_id.scrap_location", readonly=True)
    group_id = fields.Many2one("procurement.group", "Procurement Group", index=True)
    rule_id = fields.Many2one("stock.rule", "Stock Rule", ondelete="restrict", check_company=True)
    propagate_cancel = fields.Boolean("Propagate cancel and split", default=True)
    picking_type_id = fields.Many2one("stock.picking.type", "Operation Type", check_company=True, index=True,
                                      compute="_compute_picking_type_id", store=True, readonly=False, precompute=True)
    is_inventory = fields.Boolean("Inventory")
    move_line_ids = fields.One2many("stock.move.line", "move_id")
    origin_returned_move_id = fields.Many2one("stock.move", "Origin return move", copy=False, index="btree_not_null",
                                              check_company=True)
    returned_move_ids = fields.One2many("stock.move", "origin_returned_move_id", "All returned moves")
    to_refund = fields.Boolean("Update quantities on SO/PO", copy=True, default=False,
                               help="The order's delivered quantity goes down when this return is done.")
    restrict_partner_id = fields.Many2one("res.partner", "Owner", check_company=True, index="btree_not_null")
    route_ids = fields.Many2many("stock.route", "stock_route_move", "move_id", "route_id", "Destination route")
    warehouse_id = fields.Many2one("stock.warehouse", "Warehouse")
    has_tracking = fields.Selection(related="product_id.tracking", string="Product with Tracking")
    is_storable = fields.Boolean(related="product_id.is_storable")
    reference = fields.Char("Reference", compute="_compute_reference", store=True, precompute=True)
    availability = fields.Float("Forecasted Quantity", compute="_compute_availability", readonly=True)
    forecast_availability = fields.Float("Forecast Availability", compute="_compute_forecast_availability",
                                         digits="Product Unit of Measure")
    lot_ids = fields.Many2many("stock.lot", string="Serial Numbers", compute="_compute_lot_ids")
    product_packaging_id = fields.Many2one("product.packaging", "Packaging", check_company=True)
    additional = fields.Boolean("Whether the move was added after the picking's confirmation", default=False)
    is_locked = fields.Boolean(compute="_compute_is_locked", readonly=True)
    is_initial_demand_editable = fields.Boolean(compute="_compute_is_locked")
    is_quantity_done_editable = fields.Boolean(compute="_compute_is_locked")
    show_details_visible = fields.Boolean(compute="_compute_is_locked")

    # -- values that follow from others ----------------------------------------------------------

    @api.depends("picking_id.priority")
    def _compute_priority(self):
        for move in self:
            move.priority = move.picking_id.priority or move.priority or "0"

    @api.depends("product_id")
    def _compute_product_uom(self):
        for move in self:
            if not move.product_uom or move.product_uom.category_id != move.product_id.uom_id.category_id:
                move.product_uom = move.product_id.uom_id

    @api.depends("product_id", "product_uom", "product_uom_qty")
    def _compute_product_qty(self):
        for move in self:
            unit = move.product_id.uom_id
            if not move.product_uom or not unit or move.product_uom == unit:
                move.product_qty = move.product_uom_qty
            else:
                move.product_qty = move.product_uom._compute_quantity(move.product_uom_qty, unit, rounding_method="HALF-UP")

    @api.depends("picking_id")
    def _compute_picking_type_id(self):
        for move in self:
            if move.picking_id:
                move.picking_type_id = move.picking_id.picking_type_id

    @api.depends("picking_id.location_id", "picking_id.location_dest_id")
    def _compute_locations(self):
        for move in self:
            if move.picking_id and not move.location_id:
                move.location_id = move.picking_id.location_id
            if move.picking_id and not move.location_dest_id:
                move.location_dest_id = move.picking_id.location_dest_id

    @api.depends("picking_id.name", "name")
    def _compute_reference(self):
        for move in self:
            move.reference = move.picking_id.name if move.picking_id else move.name

    @api.depends("move_line_ids.quantity", "move_line_ids.product_uom_id", "product_uom")
    def _compute_quantity(self):
        for move in self:
            total = 0.0
            for line in move.move_line_ids:
                if line.product_uom_id == move.product_uom:
                    total += line.quantity
                else:
                    total += line.product_uom_id._compute_quantity(line.quantity, move.product_uom, round=False)
            move.quantity = total

    def _set_quantity(self):
        """A person typed the quantity of the move: take that much, from stock as far as it reaches."""
        for move in self:
            if move.state in CLOSED and not move.move_line_ids:
                continue
            move._set_quantity_done(move.quantity)

    @api.depends("move_line_ids.picked", "state")
    def _compute_picked(self):
        for move in self:
            move.picked = move.state == "done" or any(line.picked for line in move.move_line_ids)

    def _inverse_picked(self):
        for move in self:
            move.move_line_ids.filtered(lambda line, wanted=move.picked: line.picked != wanted).write({"picked": move.picked})

    @api.depends("state", "product_id", "product_qty", "location_id")
    def _compute_availability(self):
        for move in self:
            if move.state == "done":
                move.availability = move.product_qty
            else:
                free = self.env["stock.quant"]._get_available_quantity(move.product_id, move.location_id)
                move.availability = min(move.product_qty, free)

    @api.depends("state", "quantity", "product_id.free_qty", "product_uom_qty")
    def _compute_forecast_availability(self):
        for move in self:
            if move.state in ("assigned", "done") or move._should_bypass_reservation():
                move.forecast_availability = move.product_uom_qty
            else:
                move.forecast_availability = move.quantity

    @api.depends("move_line_ids.lot_id")
    def _compute_lot_ids(self):
        for move in self:
            move.lot_ids = move.move_line_ids.lot_id

    @api.depends("state", "picking_id.is_locked", "has_tracking", "move_line_ids")
    def _compute_is_locked(self):
        for move in self:
            move.is_locked = bool(move.picking_id.is_locked)
            move.is_initial_demand_editable = move.state == "draft" or (not move.is_locked and move.state not in CLOSED)
            move.is_quantity_done_editable = bool(move.product_id) and move.state != "cancel"
            move.show_details_visible = move.has_tracking != "none" or len(move.move_line_ids) > 1

    @api.depends("product_id.display_name", "location_id.name", "location_dest_id.name", "picking_id.origin")
    def _compute_display_name(self):
        for move in self:
            move.display_name = "%s%s%s>%s" % (
                f"{move.picking_id.origin}/" if move.picking_id.origin else "",
                f"{move.product_id.code}: " if move.product_id.code else "",
                move.location_id.name or "", move.location_dest_id.name or "")

    @api.onchange("product_id")
    def _onchange_product_id(self):
        if self.product_id:
            self.name = self.product_id.display_name
            self.description_picking = self.product_id._get_description(self.picking_type_id)

    # -- create, write, unlink --------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._complete_values(vals)
        return super().create(vals_list)

    @api.model
    def _complete_values(self, vals):
        picking = self.env["stock.picking"].browse(vals.get("picking_id") or [])
        if picking:
            if not vals.get("company_id"):  # a form knows the company only once the transfer is saved
                vals["company_id"] = picking.company_id.id
            vals.setdefault("group_id", picking.group_id.id)
            vals.setdefault("date", picking.scheduled_date or fields.Datetime.now())
            vals.setdefault("origin", picking.origin)
            vals.setdefault("partner_id", picking.partner_id.id)
            vals.setdefault("additional", picking.state not in ("draft", False))
        if vals.get("product_id") and not vals.get("name"):
            vals["name"] = self.env["product.product"].browse(vals["product_id"]).display_name
        # The quantity of a new move is entered through its lines (see _set_quantity).
        if not vals.get("quantity"):
            vals.pop("quantity", None)

    def write(self, vals):
        if "product_uom_qty" in vals:
            changed = self.filtered(lambda move: move.state not in ("draft", *CLOSED))
            done = self.filtered(lambda move: move.state == "done")
            if done and vals["product_uom_qty"] != done[0].product_uom_qty:
                raise UserError(_("%(reference)s: %(product)s was moved already; its demand cannot change.",
                                  reference=done[0].reference, product=done[0].product_id.display_name))
            result = super().write(vals)
            changed._trim_reservation()
            changed._recompute_state()
            return result
        if "location_id" in vals:
            self._release_before_relocation(vals["location_id"])
        return super().write(vals)

    def _release_before_relocation(self, location_id):
        self.filtered(lambda move: move.location_id.id != location_id and move.move_line_ids
                      and move.state not in ("draft", *CLOSED))._do_unreserve()

    @api.ondelete(at_uninstall=False)
    def _unlink_if_draft_or_cancel(self):
        kept = self.filtered(lambda move: move.state not in ("draft", "cancel"))
        if kept:
            raise UserError(_("%(reference)s: the move of %(product)s is %(state)s; cancel it before deleting it.",
                              reference=kept[0].reference, product=kept[0].product_id.display_name,
                              state=dict(kept._fields["state"]._description_selection(self.env))[kept[0].state]))

    def unlink(self):
        self.move_line_ids.unlink()
        return super().unlink()

    # -- questions other addons ask ---------------------------------------------------------------

    def _should_bypass_reservation(self, forced_location=False):
        """True when nothing needs to be reserved: not storable, or coming from outside."""
        self.ensure_one()
        return not self.product_id.is_storable or (forced_location or self.location_id).should_bypass_reservation()

    def _is_incoming(self):
        self.ensure_one()
        return self.location_id.usage in ("customer", "supplier") or (
            self.location_id.usage == "transit" and not self.location_id.company_id)

    def _is_outgoing(self):
        self.ensure_one()
        return self.location_dest_id.usage in ("customer", "supplier") or (
            self.location_dest_id.usage == "transit" and not self.location_dest_id.company_id)

    def _is_returned(self, valued_type="in"):
        self.ensure_one()
        usage = self.location_id.usage if valued_type == "in" else self.location_dest_id.usage
        return usage == ("customer" if valued_type == "in" else "supplier")

    def _get_source_document(self):
        """The document a person should look at to see where the move comes from."""
        self.ensure_one()
        return self.picking_id or self.origin_returned_move_id.picking_id

    def _get_available_quantity(self, location_id, lot_id=None, package_id=None, owner_id=None, strict=False,
                                allow_negative=False):
        self.ensure_one()
        if location_id.should_bypass_reservation():
            return self.product_qty
        return self.env["stock.quant"]._get_available_quantity(
            self.product_id, location_id, lot_id=lot_id, package_id=package_id, owner_id=owner_id, strict=strict,
            allow_negative=allow_negative)

    def _prepare_procurement_values(self):
        """Values of the procurement that supplies a make-to-order move."""
        self.ensure_one()
        return {
            "product_description_variants": self.description_picking,
            "date_planned": self.date,
            "date_deadline": self.date_deadline,
            "move_dest_ids": self,
            "group_id": self.group_id,
            "route_ids": self.route_ids,
            "warehouse_id": self.warehouse_id or self.picking_type_id.warehouse_id,
            "priority": self.priority,
            "company_id": self.company_id,
            "partner_id": self.partner_id.id,
        }

    def _prepare_procurement_origin(self):
        self.ensure_one()
        return self.group_id.name or self.origin or self.picking_id.name or "/"

    def _quantity_differs(self, left, right):
        return float_compare(left, right, precision_rounding=self.product_uom.rounding)

    def _has_quantity(self):
        return not float_is_zero(self.quantity, precision_rounding=self.product_uom.rounding)

    # -- buttons ----------------------------------------------------------------------------------

    def action_show_details(self):
        self.ensure_one()
        return {
            "name": _("Detailed Operations"),
            "type": "ir.actions.act_window",
            "res_model": "stock.move",
            "res_id": self.id,
            "view_mode": "form",
            "views": [(self.env.ref("stock.view_stock_move_operations").id, "form")],
            "target": "new",
        }

    def action_open_reference(self):
        self.ensure_one()
        document = self._get_source_document() or self
        return {"type": "ir.actions.act_window", "res_model": document._name, "res_id": document.id,
                "view_mode": "form", "views": [(False, "form")]}
