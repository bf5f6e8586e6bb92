from core import _, api, fields, models
from core.exceptions import UserError, ValidationError


class StockLot(models.Model):
    """A lot (many units made together) or a serial number (one unit)."""

    _name = "stock.lot"
    _description = "Lot/Serial"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _check_company_auto = True
    _order = "name, id"

    name = fields.Char("Lot/Serial Number", required=True, index="trigram",
                       default=lambda self: self.env["ir.sequence"].next_by_code("stock.lot.serial"))
    ref = fields.Char("Internal Reference")
    product_id = fields.Many2one("product.product", "Product", required=True, index=True, check_company=True,
                                 domain="[('tracking', '!=', 'none'), ('is_storable', '=', True)]")
    product_uom_id = fields.Many2one("uom.uom", "Unit of Measure", related="product_id.uom_id")
    quant_ids = fields.One2many("stock.quant", "lot_id", "Quants", readonly=True)
    product_qty = fields.Float("On Hand Quantity", compute="_compute_product_qty", search="_search_product_qty",
                               digits="Product Unit of Measure")
    note = fields.Html("Description")
    company_id = fields.Many2one("res.company", "Company", index=True, default=lambda self: self.env.company)
    location_id = fields.Many2one("stock.location", "Location", compute="_compute_location_id")

    @api.constrains("name", "product_id", "company_id")
    def _check_unique_lot(self):
        for lot in self:
            twin = self.sudo().search([
                ("name", "=", lot.name), ("product_id", "=", lot.product_id.id), ("id", "!=", lot.id),
                ("company_id", "in", [lot.company_id.id, False])], limit=1)
            if twin:
                raise ValidationError(_("Lot/serial number %s of %s exists already; choose it instead of creating it again.",
                                        lot.name, lot.product_id.display_name))

    @api.depends("quant_ids.quantity", "quant_ids.location_id")
    def _compute_product_qty(self):
        totals = dict(self.env["stock.quant"]._read_group(
            [("lot_id", "in", self.ids), ("location_id.usage", "in", ("internal", "transit"))],
            ["lot_id"], ["quantity:sum"]))
        for lot in self:
            lot.product_qty = totals.get(lot, 0.0)

    def _search_product_qty(self, operator, value):
        groups = self.env["stock.quant"]._read_group(
            [("lot_id", "!=", False), ("location_id.usage", "in", ("internal", "transit"))], ["lot_id"], ["quantity:sum"])
        quantities = {lot.id: quantity for lot, quantity in groups}
        from .product_quantities import COMPARISONS
        holds = COMPARISONS[operator]
        matching = [lot_id for lot_id, quantity in quantities.items() if holds(quantity, value)]
        if holds(0.0, value):
            failing = [lot_id for lot_id in quantities if lot_id not in set(matching)]
            return [("id", "not in", failing)]
        return [("id", "in", matching)]

    @api.depends("quant_ids.quantity", "quant_ids.location_id")
    def _compute_location_id(self):
        for lot in self:
            places = lot.quant_ids.filtered(lambda quant: quant.quantity > 0).location_id
            lot.location_id = places if len(places) == 1 else False

    def write(self, vals):
        if "product_id" in vals and any(lot.product_id.id != vals["product_id"] for lot in self):
            used = self.env["stock.move.line"].sudo().search([("lot_id", "in", self.ids)], limit=1)
            if used:
                raise UserError(_("Lot/serial number %s was already used in %s; its product cannot change.",
                                  used.lot_id.name, used.reference or used.move_id.name))
        return super().write(vals)
