from core import fields, models


class IrModelFields(models.Model):
    _inherit = "ir.model.fields"

    ttype = fields.Selection(selection_add=[("serialized", "serialized")], ondelete={"serialized": "cascade"})
    serialization_field_id = fields.Many2one(
        "ir.model.fields", "Serialization Field", domain="[('ttype', '=', 'serialized'), ('model_id', '=', model_id)]",
        ondelete="cascade", help="The field of which this one is an entry; empty for a field with a column of its own.")


class TestSparse(models.TransientModel):
    """Used by the tests."""

    _name = "sparse_fields.test"
    _description = "Sparse fields Test"

    data = fields.Serialized()
    boolean = fields.Boolean(sparse="data")
    integer = fields.Integer(sparse="data")
    float = fields.Float(sparse="data")
    char = fields.Char(sparse="data")
    selection = fields.Selection([("one", "One"), ("two", "Two")], sparse="data")
    partner = fields.Many2one("res.partner", sparse="data")
