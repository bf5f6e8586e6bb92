from odoo import api, fields, models


class Item(models.Model):
    _name = "shop.item"
    _description = "Item"

    name = fields.Char(required=True, translate=True)
    price = fields.Float()
    owner_id = fields.Many2one("res.partner")
    state = fields.Selection([("sold", "Sold"), ("gift", "Gift")], required=True, default="sold")
    label = fields.Char(compute="_compute_label", store=True)

    @api.depends("name", "price")
    def _compute_label(self):
        for item in self:
            item.label = f"{item.name}: {item.price:g}"
