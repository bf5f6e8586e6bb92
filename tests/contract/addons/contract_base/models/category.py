from odoo import fields, models


class Category(models.Model):
    """Defines the properties of its things."""

    _name = "contract.category"
    _description = "Category"

    name = fields.Char(required=True)
    active = fields.Boolean(default=True)
    thing_ids = fields.One2many("contract.thing", "category_id")
    thing_properties = fields.PropertiesDefinition()


class Tag(models.Model):
    _name = "contract.tag"
    _description = "Tag"
    _order = "name"

    name = fields.Char(required=True)
    color = fields.Integer()
    active = fields.Boolean(default=True)
    thing_ids = fields.Many2many("contract.thing", "contract_thing_tag_rel", "tag_id", "thing_id")

    _sql_constraints = [
        ("name_unique", "UNIQUE (name)", "There is a tag of this name already."),
        ("color_range", "CHECK (color >= 0 AND color < 100)", "A colour is a number from 0 to 99."),
    ]
