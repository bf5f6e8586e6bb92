"""Readable addresses of window actions: `/app/quotations` instead of `/app/action-341`."""
import re

from core import api, models, tools


class IrActWindow(models.Model):
    _inherit = "ir.actions.act_window"

    @api.model
    @tools.ormcache()
    def _web_slugs(self):
        """({slug: action id}, {action id: slug}): the action's `path`, else its English name; actions of menus first."""
        actions = self.sudo().with_context(lang=None, active_test=False).search([], order="id")
        menu_actions = self.env["ir.ui.menu"].sudo().with_context(active_test=False).search([("action", "!=", False)])
        in_menus = {menu.action.id: rank for rank, menu in enumerate(menu_actions) if menu.action and menu.action._name == self._name}
        by_slug, by_id = {}, {}
        ordered = sorted(actions, key=lambda action: (not action.path, action.id not in in_menus, action.id))
        modules = self._modules_of(actions)
        for action in ordered:
            slug = self._free_slug(action, modules.get(action.id, ""), by_slug)
            by_slug[slug], by_id[action.id] = action.id, slug
        return by_slug, by_id

    def _modules_of(self, actions):
        data = self.env["ir.model.data"].sudo().search_fetch(
            [("model", "=", self._name), ("res_id", "in", actions.ids)], ["module", "res_id"])
        return {line.res_id: line.module for line in data}

    @staticmethod
    def _free_slug(action, module, taken):
        name = action.path or re.sub(r"[^a-z0-9]+", "-", (action.name or "").lower()).strip("-")
        candidates = [name, f"{module}-{name}" if module and name else ""]
        for candidate in candidates:
            if candidate and candidate not in taken and not candidate.isdigit() and candidate != "new" and not candidate.startswith("m-"):
                return candidate
        return f"action-{action.id}"

    @api.model
    @tools.ormcache("model")
    def _web_action_of_model(self, model):
        """Id of the window action that shows records of this model, the one of a menu first; False without any."""
        actions = self.sudo().search([("res_model", "=", model), ("target", "in", ("current", "main", False))], order="id")
        if not actions:
            return False
        menus = self.env["ir.ui.menu"].sudo().search([("action", "in", [f"{self._name},{action.id}" for action in actions])])
        plain = [menu.action for menu in menus if menu.action and not menu.action.domain]
        return (plain[0] if plain else menus[0].action if menus else actions[0]).id

    @api.model
    @tools.ormcache("action_id", "lang")
    def _web_action(self, action_id, lang):
        """What pages need of an action, read once: a dictionary, or None when it is gone."""
        action = self.sudo().with_context(lang=lang).browse(action_id).exists()
        if not action:
            return None
        return {
            "name": action.name, "model": action.res_model, "views": {kind: view_id for view_id, kind in action.views or ()},
            "domain": action.domain or "[]", "context": action.context or "{}", "search_view_id": action.search_view_id.id or None,
            "limit": action.limit or 80, "help": action.help or "", "target": action.target or "current",
            "groups": frozenset(action.groups_id.ids),
        }
