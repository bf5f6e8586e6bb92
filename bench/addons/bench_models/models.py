from core import api, fields, models


class Zone(models.Model):
    _name = "bench.zone"
    _description = "Benchmark Zone"

    name = fields.Char(required=True)
    rate = fields.Float()


class Group(models.Model):
    _name = "bench.group"
    _description = "Benchmark Group"

    name = fields.Char(required=True)
    zone_id = fields.Many2one("bench.zone")


class Item(models.Model):
    _name = "bench.item"
    _description = "Benchmark Item"

    name = fields.Char(required=True, index=True)
    code = fields.Char()
    description = fields.Text()
    kind = fields.Selection([("a", "A"), ("b", "B"), ("c", "C")], default="a")
    quantity = fields.Integer()
    price = fields.Float(digits=(16, 2))
    date = fields.Date()
    moment = fields.Datetime()
    active = fields.Boolean(default=True)
    group_id = fields.Many2one("bench.group", index=True)
    user_id = fields.Many2one("res.users")
    line_ids = fields.One2many("bench.line", "item_id")


class Priced(models.Model):
    """The same through two relations: a change of the zone's rate changes the amount of every item of its groups."""
    _name = "bench.priced"
    _description = "Benchmark Priced Item"

    name = fields.Char(required=True)
    price = fields.Float()
    group_id = fields.Many2one("bench.group", index=True)
    amount = fields.Float(compute="_compute_amount", store=True)

    @api.depends("price", "group_id.zone_id.rate")
    def _compute_amount(self):
        for item in self:
            item.amount = item.price * item.group_id.zone_id.rate


class Line(models.Model):
    _name = "bench.line"
    _description = "Benchmark Line"

    name = fields.Char(required=True)
    item_id = fields.Many2one("bench.item", required=True, ondelete="cascade", index=True)
    quantity = fields.Float()
