from core import _, api, fields, models
from core.tools import format_amount

from ..rates import Rule

VARIABLES = [("weight", "Weight"), ("volume", "Volume"), ("wv", "Weight * Volume"), ("price", "Price"), ("quantity", "Quantity")]


class DeliveryPriceRule(models.Model):
    _name = "delivery.price.rule"
    _description = "Delivery Price Rules"
    _order = "sequence, list_price, id"

    name = fields.Char(compute="_compute_name")
    sequence = fields.Integer(required=True, default=10)
    carrier_id = fields.Many2one("delivery.carrier", "Carrier", required=True, ondelete="cascade", index=True)
    currency_id = fields.Many2one(related="carrier_id.currency_id")
    variable = fields.Selection(VARIABLES, required=True, default="quantity")
    operator = fields.Selection([("==", "="), ("<=", "<="), ("<", "<"), (">=", ">="), (">", ">")], required=True, default="<=")
    max_value = fields.Float("Maximum Value", required=True)
    list_base_price = fields.Float("Sale Base Price", digits="Product Price", required=True, default=0.0)
    list_price = fields.Float("Sale Price", digits="Product Price", required=True, default=0.0)
    variable_factor = fields.Selection(VARIABLES, "Variable Factor", required=True, default="weight")

    @api.depends("variable", "operator", "max_value", "list_base_price", "list_price", "variable_factor", "currency_id")
    def _compute_name(self):
        labels = dict(self._fields["variable"]._description_selection(self.env))
        for rule in self:
            parts = []
            if rule.list_base_price:
                parts.append(rule._money(rule.list_base_price))
            if rule.list_price or not parts:
                parts.append(_("%(price)s times %(factor)s", price=rule._money(rule.list_price),
                               factor=labels.get(rule.variable_factor, "")))
            rule.name = _("if %(variable)s %(operator)s %(value)s then %(price)s", variable=labels.get(rule.variable, ""),
                          operator=rule.operator, value=f"{rule.max_value:g}", price=" + ".join(parts))

    def _money(self, amount):
        return format_amount(self.env, amount, self.currency_id) if self.currency_id else f"{amount:.2f}"

    def _plain(self):
        """The rule for the calculation."""
        self.ensure_one()
        return Rule(self.variable, self.operator, self.max_value, self.list_base_price, self.list_price, self.variable_factor)
