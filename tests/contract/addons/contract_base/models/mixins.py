from odoo import api, fields, models


class Numbered(models.AbstractModel):
    """A mixin: whoever inherits it has a number, and a method that others extend."""

    _name = "contract.numbered"
    _description = "Numbered"

    number = fields.Char(copy=False, readonly=True)

    def words(self):
        return ["numbered"]

    @api.model
    def kinds(self):
        return "abstract"


class Prototype(models.Model):
    """The original that ``contract.copy`` is made after."""

    _name = "contract.prototype"
    _description = "Prototype"

    name = fields.Char(default="prototype")

    def words(self):
        return ["prototype"]


class Copy(models.Model):
    """``_name`` and ``_inherit``: a table of its own, with what the prototype has."""

    _name = "contract.copy"
    _inherit = ["contract.prototype", "contract.numbered"]
    _description = "Copy"

    extra = fields.Char()

    def words(self):
        return ["copy", *super().words()]


class Delegating(models.Model):
    """Has all fields of the thing it is made of."""

    _name = "contract.delegating"
    _description = "Delegating"
    _inherits = {"contract.thing": "thing_id"}

    thing_id = fields.Many2one("contract.thing", required=True, ondelete="cascade")
    own = fields.Char()


class Nameless(models.Model):
    _name = "contract.nameless"
    _description = "Nameless"
    _rec_name = "code"
    _order = "code desc"
    _rec_names_search = ["code", "alias"]

    code = fields.Char()
    alias = fields.Char()


class Unnamed(models.Model):
    _name = "contract.unnamed"
    _description = "Unnamed"

    value = fields.Integer()
