"""Saved searches as the search box offers them."""
from core import api, models, tools


class IrFilters(models.Model):
    _inherit = "ir.filters"

    @api.model
    def _web_favourites(self, model, action_id=False):
        """The user's own and the shared saved searches of a list, as dictionaries."""
        return [dict(values) for values in self._web_favourites_of(model, action_id or False, self.env.uid)]

    @api.model
    @tools.ormcache("model", "action_id", "uid")
    def _web_favourites_of(self, model, action_id, uid):
        names = ("name", "domain", "context", "sort", "is_default")
        filters = self.search(self._get_action_domain(action_id) + [("model_id", "=", model), ("user_id", "in", [uid, False])])
        return [{"id": each.id, "is_shared": not each.user_id, "is_own": each.user_id.id == uid, **{name: each[name] for name in names}}
                for each in filters.sorted(lambda each: (not each.user_id, each.name or ""))]

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()
