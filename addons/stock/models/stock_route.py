from core import _, api, fields, models, tools
from core.exceptions import ValidationError


class StockRoute(models.Model):
    """A named bundle of rules: how goods reach a place."""

    _name = "stock.route"
    _clears_caches = ("default",)
    _shared_rows = True
    _description = "Inventory Routes"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char("Route", required=True, translate=True)
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=0)
    rule_ids = fields.One2many("stock.rule", "route_id", "Rules", copy=True)
    product_selectable = fields.Boolean("Applicable on Product", default=True)
    product_categ_selectable = fields.Boolean("Applicable on Product Category")
    warehouse_selectable = fields.Boolean("Applicable on Warehouse")
    packaging_selectable = fields.Boolean("Applicable on Packaging")
    supplied_wh_id = fields.Many2one("stock.warehouse", "Supplied Warehouse")
    supplier_wh_id = fields.Many2one("stock.warehouse", "Supplying Warehouse")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company, index=True)
    product_ids = fields.Many2many("product.template", "stock_route_product", "route_id", "product_id", "Products", copy=False)
    categ_ids = fields.Many2many("product.category", "stock_route_categ", "route_id", "categ_id", "Product Categories", copy=False)
    warehouse_ids = fields.Many2many("stock.warehouse", "stock_route_warehouse", "route_id", "warehouse_id", "Warehouses", copy=False)

    # -- what is where, remembered until a route or its use changes -------------------------------

    @api.model
    @tools.ormcache()
    def _templates_with_routes(self):
        """Ids of the product templates that have routes of their own."""
        return frozenset(self.sudo().search([("product_ids", "!=", False)]).with_context(active_test=False).product_ids.ids)

    @api.model
    @tools.ormcache("category_id")
    def _category_routes(self, category_id):
        return frozenset(self.env["product.category"].sudo().browse(category_id).total_route_ids.ids)

    @api.model
    @tools.ormcache("warehouse_id")
    def _warehouse_routes(self, warehouse_id):
        return frozenset(self.env["stock.warehouse"].sudo().browse(warehouse_id).route_ids.ids)

    @api.constrains("company_id", "rule_ids")
    def _check_company_consistency(self):
        for route in self:
            for rule in route.rule_ids:
                if route.company_id and rule.company_id and rule.company_id != route.company_id:
                    raise ValidationError(_("Rule %s belongs to %s while its route belongs to %s.",
                                            rule.display_name, rule.company_id.name, route.company_id.name))
