from core import _, api, fields, models
from core.exceptions import UserError, ValidationError


class StockLocation(models.Model):
    """A place goods can be: a shelf, a customer, a supplier, or where lost goods go."""

    _name = "stock.location"
    _shared_rows = True
    _description = "Inventory Location"
    _parent_name = "location_id"
    _parent_store = True
    _order = "complete_name, id"
    _rec_name = "complete_name"
    _rec_names_search = ["complete_name", "barcode"]
    _check_company_auto = True

    name = fields.Char("Location Name", required=True)
    complete_name = fields.Char("Full Location Name", compute="_compute_complete_name", recursive=True, store=True)
    active = fields.Boolean(default=True)
    usage = fields.Selection(
        [
            ("supplier", "Vendor Location"),
            ("view", "View"),
            ("internal", "Internal Location"),
            ("customer", "Customer Location"),
            ("inventory", "Inventory Loss"),
            ("production", "Production"),
            ("transit", "Transit Location"),
        ],
        string="Location Type", default="internal", index=True, required=True,
        help="Only internal and transit locations hold stock that can be reserved.",
    )
    location_id = fields.Many2one("stock.location", "Parent Location", index=True, ondelete="cascade", check_company=True)
    child_ids = fields.One2many("stock.location", "location_id", "Contains")
    parent_path = fields.Char(index=True)
    comment = fields.Html("Additional Information")
    company_id = fields.Many2one("res.company", "Company", default=lambda self: self.env.company, index=True,
                                 help="Leave empty to share the location between companies.")
    scrap_location = fields.Boolean("Is a Scrap Location?", default=False)
    replenish_location = fields.Boolean("Replenish Location", default=False)
    removal_strategy_id = fields.Many2one("product.removal", "Removal Strategy")
    barcode = fields.Char("Barcode", copy=False)
    quant_ids = fields.One2many("stock.quant", "location_id")
    warehouse_view_ids = fields.One2many("stock.warehouse", "view_location_id", readonly=True)
    warehouse_id = fields.Many2one("stock.warehouse", compute="_compute_warehouse_id", store=True, recursive=True)
    cyclic_inventory_frequency = fields.Integer("Inventory Frequency (days)", default=0)
    last_inventory_date = fields.Date("Last Effective Inventory", readonly=True)

    _sql_constraints = [
        ("barcode_company_uniq", "unique (barcode, company_id)",
         "The barcode for a location must be unique per company."),
    ]

    @api.depends("name", "location_id.complete_name", "usage")
    def _compute_complete_name(self):
        for location in self:
            parent = location.location_id
            if parent and location.usage != "view":
                location.complete_name = f"{parent.complete_name}/{location.name}"
            else:
                location.complete_name = location.name

    @api.depends("warehouse_view_ids", "location_id.warehouse_id")
    def _compute_warehouse_id(self):
        for location in self:
            location.warehouse_id = location.warehouse_view_ids[:1] or location.location_id.warehouse_id

    @api.constrains("usage", "scrap_location")
    def _check_scrap_usage(self):
        for location in self:
            if location.scrap_location and location.usage not in ("internal", "inventory"):
                raise ValidationError(_("Location %s cannot be both a scrap location and a %s.",
                                        location.complete_name, location.usage))

    def write(self, vals):
        if "company_id" in vals:
            moved = self.filtered(lambda location: location.company_id.id != vals["company_id"])
            if moved and self.env["stock.quant"].sudo().search_count([("location_id", "in", moved.ids)], limit=1):
                raise UserError(_("Location %s holds stock; its company cannot change. Archive it and create another.",
                                  moved[0].complete_name))
        if vals.get("usage") == "view":
            self._check_empty()
        if vals.get("active") is False:
            self._check_not_used_by_warehouse()
        if not {"removal_strategy_id", "location_id"}.isdisjoint(vals):
            self.env.registry.clear_cache()
        return super().write(vals)

    def _check_empty(self):
        holding = self.env["stock.quant"].sudo().search([("location_id", "in", self.ids), ("quantity", "!=", 0)], limit=1)
        if holding:
            raise UserError(_("Location %s still holds %s; move the goods out before making it a view.",
                              holding.location_id.complete_name, holding.product_id.display_name))

    def _check_not_used_by_warehouse(self):
        warehouse = self.env["stock.warehouse"].search(
            ["|", ("lot_stock_id", "in", self.ids), ("view_location_id", "in", self.ids)], limit=1)
        if warehouse:
            raise UserError(_("Location %s is used by warehouse %s; archive the warehouse instead.",
                              (warehouse.lot_stock_id & self or self)[:1].complete_name, warehouse.name))

    def should_bypass_reservation(self):
        """True where goods need not be reserved: outside our walls, or a count or scrap account."""
        self.ensure_one()
        return (self.usage in ("supplier", "customer", "inventory", "production") or self.scrap_location
                or (self.usage == "transit" and not self.company_id))

    def _should_be_valued(self):
        """True when goods here belong to the company's stock value."""
        self.ensure_one()
        return self.usage == "internal" or (self.usage == "transit" and bool(self.company_id))

    def _ancestors(self):
        """This location and every location around it, nearest first."""
        self.ensure_one()
        ids = [int(part) for part in (self.parent_path or f"{self.id}/").split("/") if part]
        return self.browse(reversed(ids))

    def _is_inside(self, other):
        self.ensure_one()
        return bool(other) and bool(self.parent_path) and self.parent_path.startswith(other.parent_path)

    def _child_of(self, other_location):
        return self._is_inside(other_location)

    def _is_outgoing(self):
        self.ensure_one()
        return self.usage == "customer"


class ProductRemoval(models.Model):
    """The order in which the goods of a location leave it."""

    _name = "product.removal"
    _shared_rows = True
    _description = "Removal Strategy"

    name = fields.Char(required=True, translate=True)
    method = fields.Char(required=True, translate=False, help="fifo, lifo or closest")
