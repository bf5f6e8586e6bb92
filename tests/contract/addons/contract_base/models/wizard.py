from odoo import api, fields, models


class Wizard(models.TransientModel):
    _name = "contract.wizard"
    _description = "Wizard"
    _transient_max_hours = 2.0

    name = fields.Char()
    thing_ids = fields.Many2many("contract.thing", default=lambda self: self.env.context.get("active_ids"))
    line_ids = fields.One2many("contract.wizard.line", "wizard_id")

    def apply(self):
        self.ensure_one()
        self.thing_ids.write({"note": self.name})
        return {"type": "ir.actions.act_window_close"}


class WizardLine(models.TransientModel):
    _name = "contract.wizard.line"
    _description = "Wizard Line"

    wizard_id = fields.Many2one("contract.wizard", required=True, ondelete="cascade")
    name = fields.Char()


class Kept(models.TransientModel):
    """Counts its vacuuming."""

    _name = "contract.sweeper"
    _description = "Sweeper"

    @api.autovacuum
    def _gc_sweep(self):
        self.env["ir.config_parameter"].sudo().set_param("contract.swept", "yes")
