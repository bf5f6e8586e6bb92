"""Activate further languages and load their translations."""
from core import _, api, fields, models


class BaseLanguageInstall(models.TransientModel):
    _name = "base.language.install"
    _description = "Install Language"

    @api.model
    def _default_lang_ids(self):
        if self.env.context.get("active_model") == "res.lang":
            return self.env.context.get("active_ids") or []
        return []

    lang_ids = fields.Many2many("res.lang", "res_lang_install_rel", "language_wizard_id", "lang_id", "Languages",
                                default=_default_lang_ids, context={"active_test": False}, required=True)
    overwrite = fields.Boolean("Overwrite Existing Terms", default=True)
    first_lang_id = fields.Many2one("res.lang", compute="_compute_first_lang_id")

    @api.depends("lang_ids")
    def _compute_first_lang_id(self):
        for wizard in self:
            wizard.first_lang_id = wizard.lang_ids[:1]._origin

    def lang_install(self):
        self.ensure_one()
        modules = self.env["ir.module.module"].search([("state", "=", "installed")])
        self.lang_ids.active = True
        modules._update_translations(self.lang_ids.mapped("code"), self.overwrite)
        return {"type": "ir.actions.client", "tag": "reload", "params": {
            "message": _("The languages were installed.")}}
