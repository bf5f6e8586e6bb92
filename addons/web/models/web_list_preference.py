"""Which columns of a list somebody wants to see."""
import json

from core import api, fields, models, tools


class WebListPreference(models.Model):
    _name = "web.list.preference"
    _description = "Columns of a list"
    _rec_name = "model"

    user_id = fields.Many2one("res.users", string="User", required=True, ondelete="cascade", index=True)
    model = fields.Char(string="Model", required=True)
    view = fields.Integer(string="View", default=0, help="Id of the list view; 0 for the model's own")
    columns = fields.Text(string="Columns", default="{}", required=True, help="JSON: name of the column → whether it is shown")

    _sql_constraints = [("user_view_uniq", "UNIQUE(user_id, model, view)", "A user has one choice of columns per list.")]

    @api.model
    def _columns(self, model, view_id):
        """What the user chose before: name of the column → shown."""
        return self._columns_of(model, view_id or 0, self.env.uid)

    @api.model
    @tools.ormcache("model", "view_id", "uid")
    def _columns_of(self, model, view_id, uid):
        found = self.sudo().search([("user_id", "=", uid), ("model", "=", model), ("view", "=", view_id)], limit=1)
        chosen = json.loads(found.columns) if found else {}
        return {str(name): bool(shown) for name, shown in chosen.items()} if isinstance(chosen, dict) else {}

    @api.model
    def _choose(self, model, view_id, columns):
        """Remember the user's choice; an empty one goes back to what the view says."""
        own = self.sudo().search([("user_id", "=", self.env.uid), ("model", "=", model), ("view", "=", view_id or 0)])
        if not columns:
            own.unlink()
        elif own:
            own.columns = json.dumps(columns)
        else:
            own.create({"user_id": self.env.uid, "model": model, "view": view_id or 0, "columns": json.dumps(columns)})
        self.env.registry.clear_cache()
