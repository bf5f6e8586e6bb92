"""Searches users keep as favourites."""
import ast

from core import _, api, fields, models
from core.exceptions import UserError
from core.tools.safe_eval import safe_eval


class IrFilters(models.Model):
    _name = "ir.filters"
    _description = "Filters"
    _order = "model_id, name, id desc"

    name = fields.Char(string="Filter Name", required=True)
    user_id = fields.Many2one("res.users", string="User", ondelete="cascade",
                              help="Only this user sees the filter; empty: everybody")
    domain = fields.Text(default="[]", required=True)
    context = fields.Text(default="{}", required=True)
    sort = fields.Char(default="[]", required=True)
    model_id = fields.Selection(selection="_list_all_models", string="Model", required=True)
    is_default = fields.Boolean(string="Default Filter")
    action_id = fields.Many2one("ir.actions.actions", string="Action", ondelete="cascade", index=True)
    embedded_action_id = fields.Integer(string="Embedded Action")
    embedded_parent_res_id = fields.Integer()
    active = fields.Boolean(default=True)

    @api.model
    def _list_all_models(self):
        # Asked while a filter is being created: `execute` would flush the half-filled row first.
        self.env.cr.run("SELECT model, COALESCE(name->>'en_US', model) FROM ir_model ORDER BY 2")
        return self.env.cr.fetchall()

    def copy_data(self, default=None):
        return [dict(vals, name=_("%s (copy)", filter_.name))
                for filter_, vals in zip(self, super().copy_data(default))]

    def _get_eval_domain(self):
        self.ensure_one()
        return safe_eval(self.domain, {"uid": self.env.uid})

    @api.model
    def _get_action_domain(self, action_id=None, embedded_action_id=None, embedded_parent_res_id=None):
        return [("action_id", "in", [action_id, False] if action_id else [False])]

    @api.model
    def get_filters(self, model, action_id=None, embedded_action_id=None, embedded_parent_res_id=None):
        """The user's own and the shared favourites of a model, as dictionaries."""
        filters = self.search(
            self._get_action_domain(action_id) + [("model_id", "=", model), ("user_id", "in", [self.env.uid, False])])
        return filters.read(["name", "is_default", "domain", "context", "user_id", "sort", "action_id"])

    @api.model
    def create_or_replace(self, vals):
        """Save a favourite; one with the same name, model and action of the same user is replaced."""
        ast.literal_eval(vals.get("sort") or "[]")
        action_id = vals.get("action_id")
        current = self.get_filters(vals["model_id"], action_id)
        user_id = vals.get("user_id")
        same_owner = [item for item in current if (item["user_id"] and item["user_id"][0] or False) == (user_id or False)]
        if vals.get("is_default"):
            self._keep_one_default(same_owner, user_id)
        same_name = [item for item in same_owner if item["name"].lower() == vals["name"].lower()]
        if same_name:
            filter_ = self.browse(same_name[0]["id"])
            filter_.write(vals)
            return filter_
        return self.create(vals)

    def _keep_one_default(self, same_owner, user_id):
        defaults = [item["id"] for item in same_owner if item["is_default"]]
        if defaults and not user_id:
            raise UserError(_("There is already a shared default filter for this list. Remove that one first."))
        self.browse(defaults).write({"is_default": False})
