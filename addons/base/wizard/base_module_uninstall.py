"""Before addons are removed: what will be lost."""

from core import _, api, fields, models
from core.modules import uninstall


class BaseModuleUninstall(models.TransientModel):
    _name = "base.module.uninstall"
    _description = "Module Uninstall"

    module_ids = fields.Many2many(
        "ir.module.module", string="Modules", required=True, readonly=True, ondelete="cascade",
        domain=[("state", "in", ["installed", "to upgrade", "to install"])])
    impacted_module_ids = fields.Many2many("ir.module.module", string="Impacted modules", compute="_compute_impact")
    loss = fields.Text(string="What will be lost", compute="_compute_impact")

    @api.depends("module_ids")
    def _compute_impact(self):
        for wizard in self:
            names = wizard.module_ids.mapped("name")
            preview = uninstall.preview_uninstall(self.env(su=True), names) if names else None
            wizard.impacted_module_ids = self.env["ir.module.module"].search([("name", "in", preview.modules if preview else [])])
            wizard.loss = "\n".join(preview.lines()) if preview else _("Nothing.")

    def action_uninstall(self):
        return self.module_ids.button_immediate_uninstall()
