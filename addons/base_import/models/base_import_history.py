import json
from datetime import date

from core import _, api, fields, models
from core.exceptions import UserError

from ..undo import Undo


class BaseImportHistory(models.Model):
    """One import that was carried out, and what it changed, so that it can be taken back."""

    _name = "base_import.history"
    _description = "Import"
    _order = "id desc"
    _rec_name = "name"

    name = fields.Char("File", required=True, readonly=True)
    res_model = fields.Char("Model", required=True, readonly=True, index=True)
    model_name = fields.Char("Records", compute="_compute_model_name")
    user_id = fields.Many2one("res.users", "Imported by", related="create_uid")
    imported_at = fields.Datetime("Imported on", readonly=True)
    created_count = fields.Integer("Created", readonly=True)
    updated_count = fields.Integer("Updated", readonly=True)
    state = fields.Selection([("done", "Imported"), ("undone", "Undone")], "Status", default="done", required=True, readonly=True)
    changes = fields.Text(readonly=True, groups="base.group_system", help="Ids of created records and former values of changed ones.")

    @api.depends("res_model")
    @api.depends_context("lang")
    def _compute_model_name(self):
        for entry in self:
            entry.model_name = self.env["ir.model"]._get(entry.res_model).sudo().name or entry.res_model

    @api.model
    def _record(self, wizard, run):
        """Note an import that just ran."""
        created, changed = {}, []
        for change in run.changes:
            if change.before is None:
                created.setdefault(change.model, []).append(change.id)
            else:
                changed.append([change.model, change.id, change.before])
        own = wizard.res_model
        return self.sudo().create({
            "name": wizard.file_name, "res_model": own, "imported_at": fields.Datetime.now(),
            "created_count": len(created.get(own, ())), "updated_count": sum(entry[0] == own for entry in changed),
            "changes": json.dumps({"created": created, "changed": changed}, default=_plain),
        }).sudo(False)

    def action_undo(self):
        """Delete what the import created and restore what it changed, or say what stands against it."""
        for entry in self:
            if entry.state == "undone":
                raise UserError(_("The import of %s was undone already.", entry.name))
            data = json.loads(entry.sudo().changes or "{}")
            Undo(self.env, data.get("created", {}), data.get("changed", []), entry.create_date).run()
            entry.sudo().write({"state": "undone", "changes": False})
        return True

    def action_open_records(self):
        """The records the import created or changed."""
        self.ensure_one()
        data = json.loads(self.sudo().changes or "{}")
        ids = [*data.get("created", {}).get(self.res_model, ()), *(entry[1] for entry in data.get("changed", ())
                                                                   if entry[0] == self.res_model)]
        return {"type": "ir.actions.act_window", "name": self.model_name, "res_model": self.res_model, "view_mode": "list,form",
                "domain": [("id", "in", ids)]}


def _plain(value):
    """Former values as JSON."""
    return value.isoformat(" ") if hasattr(value, "hour") else value.isoformat() if isinstance(value, date) else str(value)
