"""Browser assets named by records. Sen's pages load their own assets; records of addons are kept, not used."""
from core import fields, models


class IrAsset(models.Model):
    _name = "ir.asset"
    _description = "Asset"
    _order = "sequence, id"
    _allow_sudo_commands = False

    name = fields.Char(required=True)
    bundle = fields.Char(string="Bundle name", required=True)
    directive = fields.Selection(
        [("append", "Append"), ("prepend", "Prepend"), ("after", "After"), ("before", "Before"),
         ("remove", "Remove"), ("replace", "Replace"), ("include", "Include")], default="append")
    path = fields.Char(string="Path (or glob pattern)", required=True)
    target = fields.Char()
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=16, required=True)
