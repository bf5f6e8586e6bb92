from core import _, api, fields, models
from core.exceptions import UserError


class ProductTemplate(models.Model):
    _inherit = "product.template"

    is_storable = fields.Boolean("Track Inventory", compute="_compute_is_storable", store=True, readonly=False, precompute=True,
                                 default=False, tracking=True, help="Keep the stock of this product in quants.")
    tracking = fields.Selection([("serial", "By Unique Serial Number"), ("lot", "By Lots"), ("none", "By Quantity")],
                                "Tracking", required=True, default="none",
                                compute="_compute_tracking", store=True, readonly=False, precompute=True)
    responsible_id = fields.Many2one("res.users", "Responsible", company_dependent=True)
    property_stock_production = fields.Many2one("stock.location", "Production Location", company_dependent=True,
                                                check_company=True)
    property_stock_inventory = fields.Many2one("stock.location", "Inventory Location", company_dependent=True,
                                               check_company=True)
    sale_delay = fields.Integer("Customer Lead Time", default=0, help="Days promised between order and delivery.")
    description_picking = fields.Text("Description on Picking", translate=True)
    description_pickingout = fields.Text("Description on Delivery Orders", translate=True)
    description_pickingin = fields.Text("Description on Receptions", translate=True)
    route_ids = fields.Many2many("stock.route", "stock_route_product", "product_id", "route_id", "Routes",
                                 domain="[('product_selectable', '=', True)]")
    has_available_route_ids = fields.Boolean(compute="_compute_has_available_route_ids")
    show_on_hand_qty_status_button = fields.Boolean(compute="_compute_show_qty_buttons")
    show_forecasted_qty_status_button = fields.Boolean(compute="_compute_show_qty_buttons")

    @api.depends("type")
    def _compute_is_storable(self):
        for template in self:
            if template.type != "consu":
                template.is_storable = False

    @api.depends("is_storable")
    def _compute_tracking(self):
        for template in self:
            if not template.is_storable or not template.tracking:
                template.tracking = "none"

    def _compute_has_available_route_ids(self):
        available = bool(self.env["stock.route"].search_count([("product_selectable", "=", True)], limit=1))
        self.has_available_route_ids = available

    @api.depends("is_storable")
    def _compute_show_qty_buttons(self):
        for template in self:
            template.show_on_hand_qty_status_button = template.is_storable
            template.show_forecasted_qty_status_button = template.is_storable

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("route_ids") for vals in vals_list):
            self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self._check_stock_before_change(vals)
        if "route_ids" in vals:
            self.env.registry.clear_cache()
        return super().write(vals)

    def _check_stock_before_change(self, vals):
        """The unit of measure and the tracking of goods that were moved are part of their history."""
        if "uom_id" in vals:
            changing = self.filtered(lambda template: template.uom_id.id != vals["uom_id"])
            if changing._was_moved():
                raise UserError(_("%s was moved in its unit of measure already; archive it and create another product.",
                                  changing[0].display_name))
        stops = "is_storable" in vals and not vals["is_storable"] or vals.get("type", "consu") != "consu"
        if stops and self.filtered("is_storable")._is_in_stock():
            raise UserError(_("%s is in stock; bring its quantity to zero before you stop tracking it.",
                              self.filtered("is_storable")[0].display_name))

    def _was_moved(self):
        return bool(self) and bool(self.env["stock.move"].sudo().search_count(
            [("product_id.product_tmpl_id", "in", self.ids), ("state", "!=", "cancel")], limit=1))

    def _is_in_stock(self):
        return bool(self) and bool(self.env["stock.quant"].sudo().search_count(
            [("product_id.product_tmpl_id", "in", self.ids), ("quantity", "!=", 0),
             ("location_id.usage", "in", ("internal", "transit"))], limit=1))

    def action_open_quants(self):
        return self.product_variant_ids.action_open_quants()

    def action_view_stock_move_lines(self):
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id("stock.stock_move_line_action")
        action["domain"] = [("product_id.product_tmpl_id", "=", self.id)]
        return action

    def action_update_quantity_on_hand(self):
        return self.action_open_quants()

    def action_product_tmpl_forecast_report(self):
        return self.action_view_stock_move_lines()


class ProductProduct(models.Model):
    _inherit = "product.product"

    stock_quant_ids = fields.One2many("stock.quant", "product_id")
    stock_move_ids = fields.One2many("stock.move", "product_id")
    show_on_hand_qty_status_button = fields.Boolean(related="product_tmpl_id.show_on_hand_qty_status_button")
    show_forecasted_qty_status_button = fields.Boolean(related="product_tmpl_id.show_forecasted_qty_status_button")

    def _get_description(self, picking_type_id):
        """The text of this product on transfers of that kind."""
        self.ensure_one()
        by_code = {"incoming": self.description_pickingin, "outgoing": self.description_pickingout}
        return by_code.get(picking_type_id.code, self.description_picking) or self.display_name

    def action_open_quants(self):
        """The stock of these products, editable as a count."""
        action = self.env["ir.actions.actions"]._for_xml_id("stock.dashboard_open_quants")
        action["domain"] = [("product_id", "in", self.ids), ("location_id.usage", "in", ("internal", "transit"))]
        action["context"] = {"default_product_id": self[:1].id, "inventory_mode": True}
        return action

    def action_view_stock_move_lines(self):
        action = self.env["ir.actions.actions"]._for_xml_id("stock.stock_move_line_action")
        action["domain"] = [("product_id", "in", self.ids)]
        return action

    def action_update_quantity_on_hand(self):
        return self.action_open_quants()

    def action_product_tmpl_forecast_report(self):
        return self.action_view_stock_move_lines()

    def action_product_forecast_report(self):
        return self.action_view_stock_move_lines()


class ProductCategory(models.Model):
    _inherit = "product.category"

    route_ids = fields.Many2many("stock.route", "stock_route_categ", "categ_id", "route_id", "Routes",
                                 domain="[('product_categ_selectable', '=', True)]")
    removal_strategy_id = fields.Many2one("product.removal", "Force Removal Strategy")
    total_route_ids = fields.Many2many("stock.route", string="Total routes", compute="_compute_total_route_ids", readonly=True)

    @api.depends("route_ids", "parent_id")
    def _compute_total_route_ids(self):
        for category in self:
            routes, ancestor = category.route_ids, category.parent_id
            while ancestor:
                routes |= ancestor.route_ids
                ancestor = ancestor.parent_id
            category.total_route_ids = routes

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("route_ids") for vals in vals_list):
            self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        if not {"route_ids", "parent_id", "removal_strategy_id"}.isdisjoint(vals):
            self.env.registry.clear_cache()
        return super().write(vals)
