from odoo import api, fields, models
from odoo.exceptions import UserError


class Seal(models.Model):
    """What stands in the way of deleting, and when."""

    _name = "contract.seal"
    _description = "Seal"

    name = fields.Char()
    broken = fields.Boolean()
    thing_restrict_id = fields.Many2one("contract.thing", ondelete="restrict")
    thing_cascade_id = fields.Many2one("contract.thing", ondelete="cascade")
    thing_null_id = fields.Many2one("contract.thing", ondelete="set null")

    @api.ondelete(at_uninstall=False)
    def _unlink_except_whole(self):
        if any(not seal.broken for seal in self):
            raise UserError("An unbroken seal stays.")

    @api.ondelete(at_uninstall=True)
    def _unlink_log(self):
        self.env["ir.config_parameter"].sudo().set_param("contract.seal", ",".join(self.mapped("name")))

    @api.model
    def _tick(self):
        self.env["ir.config_parameter"].sudo().set_param("contract.ticked", "yes")

    def seal_it(self):
        self.broken = False
        return self
