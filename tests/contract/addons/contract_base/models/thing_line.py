from odoo import api, fields, models


class ThingLine(models.Model):
    _name = "contract.thing.line"
    _description = "Thing Line"
    _order = "sequence, id"

    thing_id = fields.Many2one("contract.thing", required=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    quantity = fields.Float(default=1)
    price = fields.Float()
    subtotal = fields.Float(compute="_compute_subtotal", store=True)
    tag_id = fields.Many2one("contract.tag")
    note = fields.Char()

    @api.depends("quantity", "price")
    def _compute_subtotal(self):
        for line in self:
            line.subtotal = line.quantity * line.price

    @api.onchange("name")
    def _onchange_name(self):
        if self.name == "pen":
            self.price = 2.0
            self.note = f"for {self.thing_id.name}"
