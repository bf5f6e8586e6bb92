from random import randint

from core import fields, models


class CrmTag(models.Model):
    _name = "crm.tag"
    _description = "CRM Tag"
    _sql_constraints = [("name_uniq", "unique (name)", "A tag of this name exists already.")]

    name = fields.Char("Tag Name", required=True, translate=True)
    color = fields.Integer("Color", default=lambda self: randint(1, 11))
