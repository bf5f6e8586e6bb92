from odoo import api, fields, models
from odoo.exceptions import ValidationError


class Folder(models.Model):
    """A tree kept by ``parent_path``; its full name goes through the whole line of parents."""

    _name = "contract.folder"
    _description = "Folder"
    _parent_store = True
    _order = "complete_name"

    name = fields.Char(required=True)
    parent_id = fields.Many2one("contract.folder", ondelete="cascade", index=True)
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("contract.folder", "parent_id")
    complete_name = fields.Char(compute="_compute_complete_name", recursive=True, store=True)
    depth = fields.Integer(compute="_compute_depth", recursive=True)

    @api.depends("name", "parent_id.complete_name")
    def _compute_complete_name(self):
        for folder in self:
            above = folder.parent_id
            folder.complete_name = f"{above.complete_name}/{folder.name}" if above else folder.name

    @api.depends("parent_id.depth")
    def _compute_depth(self):
        for folder in self:
            folder.depth = folder.parent_id.depth + 1 if folder.parent_id else 0


class Node(models.Model):
    """A tree without ``parent_path``, its link under another name."""

    _name = "contract.node"
    _description = "Node"
    _parent_name = "above_id"

    name = fields.Char()
    above_id = fields.Many2one("contract.node")
    below_ids = fields.One2many("contract.node", "above_id")

    @api.constrains("above_id")
    def _check_circle(self):
        if self._has_cycle("above_id"):
            raise ValidationError("A node cannot be above itself.")
