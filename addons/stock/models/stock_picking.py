"""A transfer: moves that travel together. Its state is derived from theirs, never set by hand."""
from collections import defaultdict

from core import _, api, fields, models, workflow
from core.exceptions import UserError

CLOSED = ("done", "cancel")


class StockPicking(models.Model):
    _name = "stock.picking"
    _description = "Transfer"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "priority desc, scheduled_date asc, id desc"
    _rec_names_search = ["name", "origin"]
    _check_company_auto = True

    name = fields.Char("Reference", default="/", copy=False, index="trigram", readonly=True)
    origin = fields.Char("Source Document", index="trigram", help="Reference of the document that asked for it.")
    note = fields.Html("Notes")
    backorder_id = fields.Many2one("stock.picking", "Back Order of", copy=False, index="btree_not_null", readonly=True,
                                   check_company=True)
    backorder_ids = fields.One2many("stock.picking", "backorder_id", "Back Orders")
    return_id = fields.Many2one("stock.picking", "Return of", copy=False, index="btree_not_null", readonly=True,
                                check_company=True)
    return_ids = fields.One2many("stock.picking", "return_id", "Returns")
    return_count = fields.Integer("# Returns", compute="_compute_return_count")
    move_type = fields.Selection([("direct", "As soon as possible"), ("one", "When all products are ready")],
                                 "Shipping Policy", default="direct", required=True,
                                 help="Whether the goods go out in parts or all at once.")
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("waiting", "Waiting Another Operation"),
            ("confirmed", "Waiting"),
            ("assigned", "Ready"),
            ("done", "Done"),
            ("cancel", "Cancelled"),
        ],
        string="Status", compute="_compute_state", copy=False, index=True, readonly=True, store=True)
    group_id = fields.Many2one("procurement.group", "Procurement Group", index=True, copy=False, readonly=True)
    priority = fields.Selection([("0", "Normal"), ("1", "Urgent")], "Priority", default="0")
    scheduled_date = fields.Datetime("Scheduled Date", compute="_compute_scheduled_date", inverse="_set_scheduled_date",
                                     store=True, index=True, default=fields.Datetime.now, precompute=True)
    date_deadline = fields.Datetime("Deadline", compute="_compute_date_deadline", store=True)
    has_deadline_issue = fields.Boolean("Is late", compute="_compute_has_deadline_issue")
    date = fields.Datetime("Creation Date", default=fields.Datetime.now, copy=False)
    date_done = fields.Datetime("Date of Transfer", copy=False, readonly=True)
    location_id = fields.Many2one("stock.location", "Source Location", required=True, check_company=True,
                                  compute="_compute_locations", store=True, readonly=False, precompute=True)
    location_dest_id = fields.Many2one("stock.location", "Destination Location", required=True, check_company=True,
                                       compute="_compute_locations", store=True, readonly=False, precompute=True)
    move_ids = fields.One2many("stock.move", "picking_id", string="Stock Moves", copy=True)
    move_ids_without_package = fields.One2many("stock.move", "picking_id", string="Stock moves not in package", copy=False)
    move_line_ids = fields.One2many("stock.move.line", "picking_id", "Operations")
    move_line_ids_without_package = fields.One2many("stock.move.line", "picking_id", "Operations without package")
    has_scrap_move = fields.Boolean("Has Scrap Moves", compute="_compute_has_scrap_move")
    picking_type_id = fields.Many2one("stock.picking.type", "Operation Type", required=True, index=True,
                                      check_company=True, default=lambda self: self._default_picking_type_id())
    picking_type_code = fields.Selection(related="picking_type_id.code", readonly=True)
    warehouse_address_id = fields.Many2one(related="picking_type_id.warehouse_id.partner_id")
    partner_id = fields.Many2one("res.partner", "Contact", check_company=True, index="btree_not_null")
    company_id = fields.Many2one("res.company", string="Company", related="picking_type_id.company_id", readonly=True,
                                 store=True, index=True)
    user_id = fields.Many2one("res.users", "Responsible", copy=False, tracking=True,
                              default=lambda self: self.env.user)
    owner_id = fields.Many2one("res.partner", "Assign Owner", check_company=True, index="btree_not_null")
    printed = fields.Boolean("Printed", copy=False)
    is_locked = fields.Boolean(default=True, copy=False,
                               help="While locked, the demand of a confirmed transfer cannot be changed here.")
    product_id = fields.Many2one("product.product", "Product", related="move_ids.product_id", readonly=True)
    lot_id = fields.Many2one("stock.lot", "Lot/Serial Number", related="move_line_ids.lot_id", readonly=True)
    show_check_availability = fields.Boolean(compute="_compute_show_buttons")
    show_unreserve = fields.Boolean(compute="_compute_show_buttons")
    is_return_picking = fields.Boolean(compute="_compute_is_return_picking")
    products_availability = fields.Char("Product Availability", compute="_compute_products_availability")
    products_availability_state = fields.Selection(
        [("available", "Available"), ("expected", "Expected"), ("late", "Late")], compute="_compute_products_availability")

    _sql_constraints = [
        ("name_uniq", "unique(name, company_id)", "Reference must be unique per company!"),
    ]

    @api.model
    def _default_picking_type_id(self):
        code = self.env.context.get("restricted_picking_type_code")
        domain = [("company_id", "=", self.env.company.id)] + ([("code", "=", code)] if code else [])
        return self.env["stock.picking.type"].search(domain, limit=1)

    # -- derived values ---------------------------------------------------------------------------

    @api.depends("move_type", "move_ids.state")
    def _compute_state(self):
        for picking in self:
            states = set(picking.move_ids.mapped("state"))
            picking.state = picking._state_of(states)

    def _state_of(self, states):
        """The state that the states of the moves stand for."""
        if not states or "draft" in states:
            return "draft"
        if states == {"cancel"}:
            return "cancel"
        active = states - set(CLOSED)
        if not active:
            return "done"
        if active == {"assigned"}:
            return "assigned"
        ready = bool(active & {"assigned", "partially_available"})
        if ready and self.move_type == "direct":
            return "assigned"
        return "waiting" if active == {"waiting"} else "confirmed"

    @api.depends("move_ids.date", "move_ids.state", "move_type")
    def _compute_scheduled_date(self):
        for picking in self:
            dates = picking.move_ids.filtered(lambda move: move.state not in CLOSED).mapped("date")
            if dates:
                picking.scheduled_date = min(dates) if picking.move_type == "direct" else max(dates)
            else:
                picking.scheduled_date = picking.scheduled_date or fields.Datetime.now()

    def _set_scheduled_date(self):
        for picking in self:
            if picking.state in CLOSED:
                raise UserError(_("Transfer %s is closed; its scheduled date cannot change.", picking.name))
            picking.move_ids.write({"date": picking.scheduled_date})

    @api.depends("move_ids.date_deadline", "move_type")
    def _compute_date_deadline(self):
        for picking in self:
            dates = [move.date_deadline for move in picking.move_ids if move.date_deadline]
            picking.date_deadline = (min(dates) if picking.move_type == "direct" else max(dates)) if dates else False

    @api.depends("date_deadline", "scheduled_date")
    def _compute_has_deadline_issue(self):
        for picking in self:
            picking.has_deadline_issue = bool(picking.date_deadline) and picking.date_deadline < picking.scheduled_date

    @api.depends("picking_type_id", "partner_id")
    def _compute_locations(self):
        for picking in self:
            if picking.state not in (False, "draft") or picking.return_id:
                continue
            kind = picking.picking_type_id
            source, destination = kind.default_location_src_id, kind.default_location_dest_id
            if source.usage == "supplier" and picking.partner_id:
                source = picking.partner_id.with_company(picking.company_id)._stock_location("supplier")
            if destination.usage == "customer" and picking.partner_id:
                destination = picking.partner_id.with_company(picking.company_id)._stock_location("customer")
            picking.location_id = source
            picking.location_dest_id = destination

    @api.depends("move_ids.scrapped")
    def _compute_has_scrap_move(self):
        for picking in self:
            picking.has_scrap_move = any(move.scrapped for move in picking.move_ids)

    @api.depends("return_ids")
    def _compute_return_count(self):
        for picking in self:
            picking.return_count = len(picking.return_ids)

    @api.depends("move_ids.origin_returned_move_id", "return_id")
    def _compute_is_return_picking(self):
        for picking in self:
            picking.is_return_picking = bool(picking.return_id) or any(
                move.origin_returned_move_id for move in picking.move_ids)

    @api.depends("state", "move_ids.state", "move_ids.quantity")
    def _compute_show_buttons(self):
        for picking in self:
            open_moves = picking.move_ids.filtered(lambda move: move.state not in ("draft", *CLOSED))
            picking.show_check_availability = any(
                move.state in ("waiting", "confirmed", "partially_available") for move in open_moves)
            picking.show_unreserve = any(
                move.quantity and not move.picked and not move._should_bypass_reservation() for move in open_moves)

    @api.depends("state", "move_ids.state", "picking_type_code")
    def _compute_products_availability(self):
        for picking in self:
            text, state = False, False
            if picking.picking_type_code == "outgoing" and picking.state in ("waiting", "confirmed", "assigned"):
                ready = all(move.state in ("assigned", *CLOSED) for move in picking.move_ids)
                text, state = (_("Available"), "available") if ready else (_("Not Available"), "late")
            picking.products_availability = text
            picking.products_availability_state = state

    # -- create, write, unlink --------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        default_type = None
        unnumbered = defaultdict(list)
        for vals in vals_list:
            kind = self.env["stock.picking.type"].browse(vals.get("picking_type_id") or [])
            if not kind:
                kind = default_type = default_type or self._default_picking_type_id()
                vals["picking_type_id"] = kind.id
            if vals.get("name", "/") == "/" and kind.sequence_id:
                unnumbered[kind.sequence_id].append(vals)
        for sequence, values in unnumbered.items():
            for vals, name in zip(values, sequence.sudo()._next_many(len(values))):
                vals["name"] = name
        pickings = super().create(vals_list)
        pickings._complete_moves()
        return pickings

    def _complete_moves(self):
        """Moves entered together with their transfer take its locations, kind and contact."""
        for picking in self:
            for move in picking.move_ids:
                values = {}
                if not move.location_id:
                    values["location_id"] = picking.location_id.id
                if not move.location_dest_id:
                    values["location_dest_id"] = picking.location_dest_id.id
                if not move.picking_type_id:
                    values["picking_type_id"] = picking.picking_type_id.id
                if not move.partner_id and picking.partner_id:
                    values["partner_id"] = picking.partner_id.id
                if values:
                    move.write(values)

    def write(self, vals):
        if "picking_type_id" in vals and any(
                picking.state != "draft" and picking.picking_type_id.id != vals["picking_type_id"] for picking in self):
            raise UserError(_("The operation type of a confirmed transfer cannot change; cancel it and create another."))
        result = super().write(vals)
        moved = {name: vals[name] for name in ("location_id", "location_dest_id") if vals.get(name)}
        if moved:
            self.move_ids.filtered(lambda move: move.state == "draft").write(moved)
        if "partner_id" in vals:
            self.move_ids.filtered(lambda move: move.state not in CLOSED).write({"partner_id": vals["partner_id"]})
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_unless_done(self):
        done = self.filtered(lambda picking: picking.state == "done")
        if done:
            raise UserError(_("Transfer %s is done and stays in the books; create a return instead.", done[0].name))

    def unlink(self):
        self._unlink_unless_done()
        moves = self.move_ids
        moves._action_cancel()
        moves.unlink()
        return super().unlink()

    # -- actions ----------------------------------------------------------------------------------

    @workflow.operation
    def action_confirm(self):
        """Confirm the drafts among the moves; what can be reserved is."""
        self._check_company()
        for picking in self:
            if picking.state == "cancel" and not self.env.su:  # a program may confirm many, some of them cancelled
                raise UserError(_("Transfer %s is cancelled and cannot be confirmed.", picking.name))
        self.move_ids.filtered(lambda move: move.state == "draft")._action_confirm()
        return True

    @workflow.operation
    def action_assign(self):
        """Check availability: reserve what there is for the open moves."""
        self.filtered(lambda picking: picking.state == "draft").action_confirm()
        moves = self.move_ids.filtered(lambda move: move.state not in ("draft", *CLOSED))
        if not moves:
            raise UserError(_("Nothing is left to reserve in %s.", ", ".join(self.mapped("name"))))
        moves._action_assign()
        return True

    @workflow.operation
    def action_cancel(self):
        """Cancel the transfers and free their goods; refused for done ones."""
        done = self.filtered(lambda picking: picking.state == "done")
        if done:
            raise UserError(_("Transfer %s is done and cannot be cancelled. Create a return to take the goods back.",
                              done[0].name))
        self.move_ids.filtered(lambda move: move.state not in CLOSED)._action_cancel()
        self.filtered(lambda picking: not picking.move_ids).write({"state": "cancel"})
        return True

    @workflow.operation
    def do_unreserve(self):
        """Free the goods set aside for these transfers."""
        self.move_ids.filtered(lambda move: move.state not in CLOSED)._do_unreserve()
        return True

    def action_toggle_is_locked(self):
        for picking in self:
            picking.is_locked = not picking.is_locked
        return True

    def action_view_reception_report(self):
        return self._open_pickings(self.backorder_ids, _("Backorders"))

    def action_see_move_scrap(self):
        return True

    def action_see_returns(self):
        return self._open_pickings(self.return_ids, _("Returns"))

    def action_see_backorders(self):
        return self._open_pickings(self.backorder_ids, _("Backorders"))

    def _open_pickings(self, pickings, title):
        if len(pickings) == 1:
            return {"name": title, "type": "ir.actions.act_window", "res_model": "stock.picking", "res_id": pickings.id,
                    "view_mode": "form", "views": [(False, "form")]}
        return {"name": title, "type": "ir.actions.act_window", "res_model": "stock.picking",
                "domain": [("id", "in", pickings.ids)], "view_mode": "list,form", "views": [(False, "list"), (False, "form")]}

    def _get_default_return_type(self):
        return self.picking_type_id.return_picking_type_id or self.picking_type_id
