from core import _, api, fields, models
from core.exceptions import UserError


class StockWarehouse(models.Model):
    """A warehouse with its locations, operation types and routes; creating one creates them all."""

    _name = "stock.warehouse"
    _shared_rows = True
    _description = "Warehouse"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char("Warehouse", required=True, default=lambda self: self.env.company.name)
    code = fields.Char("Short Name", required=True, size=5, help="Prefix of the numbers of this warehouse's transfers.")
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one("res.company", "Company", required=True, index=True, default=lambda self: self.env.company)
    partner_id = fields.Many2one("res.partner", "Address", default=lambda self: self.env.company.partner_id, check_company=True)
    view_location_id = fields.Many2one("stock.location", "View Location", required=True, index=True, check_company=True)
    lot_stock_id = fields.Many2one("stock.location", "Location Stock", required=True, check_company=True)
    wh_input_stock_loc_id = fields.Many2one("stock.location", "Input Location", check_company=True)
    wh_qc_stock_loc_id = fields.Many2one("stock.location", "Quality Control Location", check_company=True)
    wh_output_stock_loc_id = fields.Many2one("stock.location", "Output Location", check_company=True)
    wh_pack_stock_loc_id = fields.Many2one("stock.location", "Packing Location", check_company=True)
    reception_steps = fields.Selection([("one_step", "Receive and Store (1 step)")], "Incoming Shipments",
                                       default="one_step", required=True)
    delivery_steps = fields.Selection([("ship_only", "Deliver (1 step)")], "Outgoing Shipments",
                                      default="ship_only", required=True)
    in_type_id = fields.Many2one("stock.picking.type", "In Type", check_company=True, copy=False)
    out_type_id = fields.Many2one("stock.picking.type", "Out Type", check_company=True, copy=False)
    int_type_id = fields.Many2one("stock.picking.type", "Internal Type", check_company=True, copy=False)
    pick_type_id = fields.Many2one("stock.picking.type", "Pick Type", check_company=True, copy=False)
    pack_type_id = fields.Many2one("stock.picking.type", "Pack Type", check_company=True, copy=False)
    route_ids = fields.Many2many("stock.route", "stock_route_warehouse", "warehouse_id", "route_id", "Routes",
                                 domain="[('warehouse_selectable', '=', True)]", copy=False, check_company=True)
    reception_route_id = fields.Many2one("stock.route", "Receipt Route", ondelete="restrict", copy=False)
    delivery_route_id = fields.Many2one("stock.route", "Delivery Route", ondelete="restrict", copy=False)
    mto_pull_id = fields.Many2one("stock.rule", "MTO rule", copy=False)

    _sql_constraints = [
        ("warehouse_name_uniq", "unique(name, company_id)", "The name of the warehouse must be unique per company."),
        ("warehouse_code_uniq", "unique(code, company_id)", "The short name of the warehouse must be unique per company."),
    ]

    @api.model
    def _default_of(self, company):
        """The first warehouse of ``company``."""
        return self.search([("company_id", "=", company.id)], limit=1)

    # -- creation: locations, then operation types, then routes ---------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._create_locations(vals)
        warehouses = super().create(vals_list)
        for warehouse in warehouses:
            warehouse._assign_view_location()
            warehouse.write(warehouse._create_or_update_sequences_and_picking_types())
            warehouse.write(warehouse._create_or_update_route())
            warehouse._create_or_update_global_routes_rules()
        return warehouses

    @api.model
    def _create_locations(self, vals):
        company_id = vals.get("company_id") or self.default_get(["company_id"])["company_id"]
        vals.setdefault("company_id", company_id)
        if not vals.get("view_location_id"):
            vals["view_location_id"] = self.env["stock.location"].create({
                "name": vals.get("code"), "usage": "view", "company_id": company_id,
                "location_id": self.env.ref("stock.stock_location_locations").id}).id
        for field_name, location_values in self._get_locations_values(vals).items():
            if not vals.get(field_name):
                vals[field_name] = self.env["stock.location"].create({
                    "location_id": vals["view_location_id"], "company_id": company_id, **location_values}).id

    @api.model
    def _get_locations_values(self, vals, code=False):
        """Field name → values of the locations a warehouse needs."""
        return {
            "lot_stock_id": {"name": _("Stock"), "usage": "internal", "replenish_location": True},
            "wh_input_stock_loc_id": {"name": _("Input"), "usage": "internal", "active": False},
            "wh_output_stock_loc_id": {"name": _("Output"), "usage": "internal", "active": False},
        }

    def _assign_view_location(self):
        self.view_location_id.sudo().company_id = self.company_id

    def _get_picking_type_create_values(self):
        """Field name → values of the operation types a warehouse starts with."""
        customers, suppliers = self._get_partner_locations()
        return {
            "in_type_id": {"name": _("Receipts"), "code": "incoming", "sequence_code": "IN", "sequence": 1,
                           "default_location_src_id": suppliers.id, "default_location_dest_id": self.lot_stock_id.id,
                           "use_existing_lots": False},
            "out_type_id": {"name": _("Delivery Orders"), "code": "outgoing", "sequence_code": "OUT", "sequence": 2,
                            "default_location_src_id": self.lot_stock_id.id, "default_location_dest_id": customers.id,
                            "use_create_lots": False},
            "int_type_id": {"name": _("Internal Transfers"), "code": "internal", "sequence_code": "INT", "sequence": 3,
                            "default_location_src_id": self.lot_stock_id.id,
                            "default_location_dest_id": self.lot_stock_id.id, "use_create_lots": False},
        }

    @api.model
    def _get_partner_locations(self):
        return (self.env.ref("stock.stock_location_customers"), self.env.ref("stock.stock_location_suppliers"))

    def _create_or_update_sequences_and_picking_types(self):
        """Create the missing operation types; returns the values to write on the warehouse."""
        self.ensure_one()
        created = {}
        for field_name, values in self._get_picking_type_create_values().items():
            if not self[field_name]:
                created[field_name] = self.env["stock.picking.type"].create({
                    "warehouse_id": self.id, "company_id": self.company_id.id, **values}).id
        if {"in_type_id", "out_type_id"} <= created.keys():
            types = self.env["stock.picking.type"]
            types.browse(created["out_type_id"]).return_picking_type_id = created["in_type_id"]
            types.browse(created["in_type_id"]).return_picking_type_id = created["out_type_id"]
        return created

    def _create_or_update_route(self):
        """Create the receipt and delivery routes with their rules; returns values for the warehouse."""
        self.ensure_one()
        values = {}
        if not self.delivery_route_id:
            values["delivery_route_id"] = self._create_route(_("Deliver in 1 step (ship)"), 10, self._delivery_rule_values()).id
        if not self.reception_route_id:
            values["reception_route_id"] = self._create_route(_("Receive in 1 step (stock)"), 9, None).id
        values["route_ids"] = [(4, route_id) for route_id in values.values()]
        return values

    def _create_route(self, name, sequence, rule_values):
        return self.env["stock.route"].create({
            "name": f"{self.name}: {name}",
            "sequence": sequence,
            "company_id": self.company_id.id,
            "product_selectable": False,
            "product_categ_selectable": True,
            "warehouse_selectable": True,
            "rule_ids": [(0, 0, rule_values)] if rule_values else [],
        })

    def _delivery_rule_values(self):
        customers, _suppliers = self._get_partner_locations()
        return {
            "name": f"{self.code}: {self.lot_stock_id.name} → {customers.name}",
            "action": "pull",
            "auto": "manual",
            "procure_method": "make_to_stock",
            "location_src_id": self.lot_stock_id.id,
            "location_dest_id": customers.id,
            "picking_type_id": self.out_type_id.id,
            "warehouse_id": self.id,
            "company_id": self.company_id.id,
            "propagate_carrier": True,
        }

    def _create_or_update_global_routes_rules(self):
        """Hook for addons that add rules over several warehouses (make to order, buy …)."""
        return True

    @api.model
    def _create_missing_warehouses(self):
        """Give every company without a warehouse its first one."""
        companies = self.env["res.company"].sudo().search([])
        owning = self.env["stock.warehouse"].sudo().with_context(active_test=False).search([]).company_id
        (companies - owning)._create_warehouse()

    @api.model
    def _name_main_records(self):
        """Give the first warehouse's records the xml ids that other addons refer to."""
        warehouse = self.env.ref("stock.warehouse0")
        self.env["ir.model.data"]._update_xmlids([
            {"xml_id": f"stock.{name}", "record": record, "noupdate": True}
            for name, record in (
                ("stock_location_stock", warehouse.lot_stock_id),
                ("stock_location_company", warehouse.wh_input_stock_loc_id),
                ("stock_location_output", warehouse.wh_output_stock_loc_id),
                ("picking_type_in", warehouse.in_type_id),
                ("picking_type_out", warehouse.out_type_id),
                ("picking_type_internal", warehouse.int_type_id),
            ) if record])
        return True

    # -- change and removal ---------------------------------------------------------------------

    def write(self, vals):
        if "company_id" in vals and any(warehouse.company_id.id != vals["company_id"] for warehouse in self):
            raise UserError(_("The company of warehouse %s cannot change; create another warehouse.", self[0].name))
        if vals.get("active") is False:
            self._check_no_open_transfer()
        if "route_ids" in vals:
            self.env.registry.clear_cache()
        result = super().write(vals)
        if "code" in vals:
            self._rename_code()
        if "active" in vals:
            self._archive_parts(vals["active"])
        return result

    def _rename_code(self):
        for warehouse in self:
            warehouse.view_location_id.sudo().name = warehouse.code
            picking_types = self.env["stock.picking.type"].with_context(active_test=False).search(
                [("warehouse_id", "=", warehouse.id)])
            for picking_type in picking_types.filtered("sequence_id"):
                picking_type.sequence_id.sudo().prefix = f"{warehouse.code}/{picking_type.sequence_code}/"

    def _check_no_open_transfer(self):
        picking = self.env["stock.picking"].sudo().search(
            [("picking_type_id.warehouse_id", "in", self.ids), ("state", "not in", ("done", "cancel"))], limit=1)
        if picking:
            raise UserError(_("Warehouse %(warehouse)s still has open transfers, as %(picking)s; finish or cancel them first.",
                              warehouse=picking.picking_type_id.warehouse_id.name, picking=picking.name))

    def _archive_parts(self, active):
        everything = self.with_context(active_test=False)
        everything.env["stock.picking.type"].search([("warehouse_id", "in", self.ids)]).active = active
        everything.env["stock.rule"].search([("warehouse_id", "in", self.ids)]).active = active
        (everything.view_location_id | everything.lot_stock_id).write({"active": active})

    # -- look-ups used by other addons ----------------------------------------------------------

    def _get_warehouses_with_replenish(self):
        return self

    def action_view_all_routes(self):
        action = self.env["ir.actions.actions"]._for_xml_id("stock.action_routes_form")
        action["domain"] = [("id", "in", self.route_ids.ids)]
        return action
