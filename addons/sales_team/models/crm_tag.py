"""Labels of opportunities and orders."""
from random import randint

from core import fields, models


class Tag(models.Model):
    _name = "crm.tag"
    _description = "CRM Tag"

    def _get_default_color(self):
        return randint(1, 11)

    name = fields.Char("Tag Name", required=True, translate=True)
    color = fields.Integer("Color", default=_get_default_color, aggregator=False)

    # A translated name is stored with all its languages: `unique (name)` would accept a name again once it has a translation.
    _sql_constraints = [("name_uniq", "EXCLUDE ((name->>'en_US') WITH =)", "Tag name already exists!")]
