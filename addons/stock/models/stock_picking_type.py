from core import _, api, fields, models
from core.exceptions import UserError


class StockPickingType(models.Model):
    """A kind of transfer in a warehouse: receipts, deliveries, internal transfers."""

    _name = "stock.picking.type"
    _shared_rows = True
    _description = "Picking Type"
    _order = "is_favorite desc, sequence, id"
    _rec_names_search = ["name", "warehouse_id.name"]
    _check_company_auto = True

    name = fields.Char("Operation Type", required=True, translate=True)
    color = fields.Integer("Color")
    sequence = fields.Integer("Sequence")
    is_favorite = fields.Boolean("Favorite")
    active = fields.Boolean(default=True)
    code = fields.Selection([("incoming", "Receipt"), ("outgoing", "Delivery"), ("internal", "Internal Transfer")],
                            "Type of Operation", default="incoming", required=True)
    sequence_id = fields.Many2one("ir.sequence", "Reference Sequence", check_company=True, copy=False)
    sequence_code = fields.Char("Sequence Prefix", required=True)
    warehouse_id = fields.Many2one("stock.warehouse", "Warehouse", ondelete="cascade", check_company=True,
                                   compute="_compute_warehouse_id", store=True, readonly=False)
    company_id = fields.Many2one("res.company", "Company", required=True, index=True, default=lambda self: self.env.company)
    default_location_src_id = fields.Many2one("stock.location", "Source Location", required=True, check_company=True,
                                              compute="_compute_default_locations", store=True, readonly=False, precompute=True)
    default_location_dest_id = fields.Many2one("stock.location", "Destination Location", required=True, check_company=True,
                                               compute="_compute_default_locations", store=True, readonly=False, precompute=True)
    return_picking_type_id = fields.Many2one("stock.picking.type", "Operation Type for Returns", check_company=True)
    show_operations = fields.Boolean("Show Detailed Operations", default=False)
    show_entire_packs = fields.Boolean("Move Entire Packages", default=False)
    use_create_lots = fields.Boolean("Create New Lots/Serial Numbers", default=True)
    use_existing_lots = fields.Boolean("Use Existing Lots/Serial Numbers", default=True)
    reservation_method = fields.Selection(
        [("at_confirm", "At Confirmation"), ("manual", "Manually"), ("by_date", "Before scheduled date")],
        "Reservation Method", required=True, default="at_confirm",
        help="When the goods of this kind of transfer are set aside for it.")
    reservation_days_before = fields.Integer("Days")
    create_backorder = fields.Selection(
        [("ask", "Ask"), ("always", "Always"), ("never", "Never")], "Create Backorder", required=True, default="ask",
        help="What to do with the quantities that were not transferred: ask, always keep them in a backorder, or never.")
    barcode = fields.Char("Barcode", copy=False)
    count_picking_draft = fields.Integer(compute="_compute_picking_count")
    count_picking_ready = fields.Integer(compute="_compute_picking_count")
    count_picking = fields.Integer(compute="_compute_picking_count")
    count_picking_waiting = fields.Integer(compute="_compute_picking_count")
    count_picking_late = fields.Integer(compute="_compute_picking_count")
    count_picking_backorders = fields.Integer(compute="_compute_picking_count")

    @api.depends("company_id")
    def _compute_warehouse_id(self):
        for picking_type in self:
            if picking_type.warehouse_id.company_id != picking_type.company_id:
                picking_type.warehouse_id = self.env["stock.warehouse"]._default_of(picking_type.company_id)

    @api.depends("code", "warehouse_id")
    def _compute_default_locations(self):
        suppliers = self.env.ref("stock.stock_location_suppliers", raise_if_not_found=False)
        customers = self.env.ref("stock.stock_location_customers", raise_if_not_found=False)
        for picking_type in self:
            stock = picking_type.warehouse_id.lot_stock_id
            if not picking_type.default_location_src_id:
                picking_type.default_location_src_id = suppliers if picking_type.code == "incoming" else stock
            if not picking_type.default_location_dest_id:
                picking_type.default_location_dest_id = customers if picking_type.code == "outgoing" else stock

    @api.depends("name", "warehouse_id.name")
    def _compute_display_name(self):
        for picking_type in self:
            warehouse = picking_type.warehouse_id.name
            picking_type.display_name = f"{warehouse}: {picking_type.name}" if warehouse else picking_type.name

    def _compute_picking_count(self):
        groups = self.env["stock.picking"]._read_group(
            [("picking_type_id", "in", self.ids), ("state", "not in", ("done", "cancel"))],
            ["picking_type_id", "state"], ["__count"])
        counts = {(picking_type.id, state): count for picking_type, state, count in groups}
        late = self._count_open([("scheduled_date", "<", fields.Datetime.now()),
                                 ("state", "in", ("assigned", "waiting", "confirmed"))])
        backorders = self._count_open([("backorder_id", "!=", False),
                                       ("state", "in", ("assigned", "waiting", "confirmed"))])
        for picking_type in self:
            def count(*states, type_id=picking_type.id):
                return sum(counts.get((type_id, state), 0) for state in states)
            picking_type.count_picking_draft = count("draft")
            picking_type.count_picking_ready = count("assigned")
            picking_type.count_picking_waiting = count("confirmed", "waiting")
            picking_type.count_picking = count("assigned", "waiting", "confirmed")
            picking_type.count_picking_late = late.get(picking_type.id, 0)
            picking_type.count_picking_backorders = backorders.get(picking_type.id, 0)

    def _count_open(self, domain):
        groups = self.env["stock.picking"]._read_group(
            [("picking_type_id", "in", self.ids), *domain], ["picking_type_id"], ["__count"])
        return {picking_type.id: count for picking_type, count in groups}

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("sequence_id"):
                vals["sequence_id"] = self._create_sequence(vals).id
        return super().create(vals_list)

    @api.model
    def _create_sequence(self, vals):
        warehouse = self.env["stock.warehouse"].browse(vals.get("warehouse_id"))
        code = vals.get("sequence_code") or "OP"
        prefix = f"{warehouse.code}/{code}/" if warehouse else f"{code}/"
        return self.env["ir.sequence"].sudo().create({
            "name": _("%(warehouse)s Sequence %(code)s", warehouse=warehouse.name or "", code=code).strip(),
            "prefix": prefix,
            "padding": 5,
            "company_id": vals.get("company_id") or warehouse.company_id.id or self.env.company.id,
        })

    def write(self, vals):
        if "company_id" in vals and any(picking_type.company_id.id != vals["company_id"] for picking_type in self):
            raise UserError(_("The company of operation type %s cannot change; create another one instead.", self[0].name))
        result = super().write(vals)
        if "sequence_code" in vals:
            for picking_type in self.filtered("sequence_id"):
                warehouse = picking_type.warehouse_id
                prefix = f"{warehouse.code}/{vals['sequence_code']}/" if warehouse else f"{vals['sequence_code']}/"
                picking_type.sequence_id.sudo().prefix = prefix
        return result

    # -- the overview's buttons -----------------------------------------------------------------

    def _get_action(self, name, domain, context=None):
        action = self.env["ir.actions.actions"]._for_xml_id("stock.action_picking_tree_all")
        if self:
            action["display_name"] = self.display_name
        action.update(name=name, domain=[("picking_type_id", "=", self.id), *domain], context={
            "default_picking_type_id": self.id, "default_company_id": self.company_id.id, **(context or {})})
        return action

    def get_action_picking_tree_ready(self):
        return self._get_action(_("Ready"), [("state", "=", "assigned")])

    def get_action_picking_tree_waiting(self):
        return self._get_action(_("Waiting"), [("state", "in", ("confirmed", "waiting"))])

    def get_action_picking_tree_late(self):
        return self._get_action(_("Late"), [("state", "in", ("assigned", "waiting", "confirmed")),
                                            ("scheduled_date", "<", fields.Datetime.now())])

    def get_action_picking_tree_backorder(self):
        return self._get_action(_("Backorders"), [("backorder_id", "!=", False),
                                                  ("state", "in", ("assigned", "waiting", "confirmed"))])

    def get_stock_picking_action_picking_type(self):
        return self._get_action(self.display_name, [])
