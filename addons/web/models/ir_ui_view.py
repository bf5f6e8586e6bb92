"""What pages ask about the fields of a model."""
from core import api, models, tools

_NEVER = ("binary", "image", "json", "properties", "properties_definition", "serialized")


class View(models.Model):
    _inherit = "ir.ui.view"

    @api.model
    def _web_search_fields(self, model):
        """Fields the user may search and group by: name → label, type, selection, groupable; sorted by label."""
        return self._web_search_fields_of(model, self.env.context.get("lang") or "en_US", self.env.user._get_group_ids())

    @api.model
    @tools.ormcache("model", "lang", "groups", cache="templates")
    def _web_search_fields_of(self, model, lang, groups):
        described = self.env[model].with_context(lang=lang).fields_get(
            attributes=["string", "type", "selection", "searchable", "groupable", "relation"])
        found = {
            name: {"string": each["string"] or name, "type": each["type"], "selection": tuple(each.get("selection") or ()),
                   "groupable": bool(each.get("groupable")), "relation": each.get("relation")}
            for name, each in described.items() if each.get("searchable") and each["type"] not in _NEVER
        }
        return dict(sorted(found.items(), key=lambda item: item[1]["string"].casefold()))
