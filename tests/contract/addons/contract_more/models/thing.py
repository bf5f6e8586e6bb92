from odoo import api, fields, models


class Numbered(models.AbstractModel):
    """Extending a mixin extends all who inherit it."""

    _inherit = "contract.numbered"

    from_mixin = fields.Char(default="by the mixin")

    def words(self):
        return ["more numbered", *super().words()]


class Prototype(models.Model):
    _inherit = "contract.prototype"

    added = fields.Char(default="added to the prototype")

    def words(self):
        return ["more prototype", *super().words()]


class Thing(models.Model):
    """The second addon on the same model: its values of a selection, its labels, its way to compute."""

    _inherit = "contract.thing"

    kind = fields.Selection(
        selection_add=[("a",), ("null", "Null"), ("default", "Default"), ("cascade", "Cascade"), ("call", "Call"), ("fixed", "Fixed")],
        ondelete={
            "null": "set null",
            "default": "set default",
            "cascade": "cascade",
            "call": lambda things: things.write({"kind": "b", "note": "its kind is gone"}),
            "fixed": "set b",
        },
    )
    unindexed = fields.Char(string="Relabelled")
    more = fields.Char(default="more")

    @api.depends("amount")
    def _compute_double(self):
        super()._compute_double()
        for thing in self:
            if thing.kind == "default":
                thing.double += 1

    def words(self):
        return ["more thing", *super().words()]
