from core import fields, models


class UomCategory(models.Model):
    _name = "uom.category"
    _shared_rows = True
    _description = "Unit of Measure Category"
    _order = "name, id"

    name = fields.Char("Unit of Measure Category", required=True, translate=True)
    uom_ids = fields.One2many("uom.uom", "category_id")
