"""Menus: the tree of apps and entries, filtered by what the user may open."""
import base64
import re

from core import _, api, fields, models, tools
from core.exceptions import ValidationError

MENU_ITEM_SEPARATOR = "/"
_ACTION_MODELS = [
    ("ir.actions.report", "ir.actions.report"),
    ("ir.actions.act_window", "ir.actions.act_window"),
    ("ir.actions.act_url", "ir.actions.act_url"),
    ("ir.actions.server", "ir.actions.server"),
    ("ir.actions.client", "ir.actions.client"),
]


class IrUiMenu(models.Model):
    _name = "ir.ui.menu"
    _description = "Menu"
    _order = "sequence,id"
    _parent_store = True
    _allow_sudo_commands = False

    name = fields.Char(string="Menu", required=True, translate=True)
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=10)
    child_id = fields.One2many("ir.ui.menu", "parent_id", string="Child IDs")
    parent_id = fields.Many2one("ir.ui.menu", string="Parent Menu", index=True, ondelete="restrict")
    parent_path = fields.Char(index=True)
    groups_id = fields.Many2many("res.groups", "ir_ui_menu_group_rel", "menu_id", "gid", string="Groups",
                                 help="Empty: everybody; menus whose action the user may not open are hidden in any case.")
    complete_name = fields.Char(string="Full Path", compute="_compute_complete_name", recursive=True)
    web_icon = fields.Char(string="Web Icon File")
    action = fields.Reference(selection=_ACTION_MODELS)
    web_icon_data = fields.Binary(string="Web Icon Image", compute="_compute_web_icon_data", store=True, attachment=True)

    @api.depends("name", "parent_id.complete_name")
    def _compute_complete_name(self):
        for menu in self:
            parent = menu.parent_id.complete_name
            menu.complete_name = f"{parent}{MENU_ITEM_SEPARATOR}{menu.name}" if parent else menu.name

    @api.depends("web_icon")
    def _compute_web_icon_data(self):
        for menu in self:
            menu.web_icon_data = menu._icon_content()

    def _icon_content(self):
        parts = (self.web_icon or "").split(",")
        if len(parts) != 2:
            return False
        try:
            with tools.file_open("/".join(parts), "rb") as file:
                return base64.b64encode(file.read())
        except (OSError, ValueError):
            return False

    @api.constrains("parent_id")
    def _check_parent_id(self):
        if self._has_cycle():
            raise ValidationError(_("Error! You cannot create recursive menus."))

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        """Children of a deleted menu move to the top, where an administrator finds them."""
        children = self.with_context(active_test=False).search([("parent_id", "in", self.ids), ("id", "not in", self.ids)])
        children.write({"parent_id": False})
        self.env.registry.clear_cache()
        return super().unlink()

    @api.depends("complete_name")
    def _compute_display_name(self):
        for menu in self:
            menu.display_name = menu.complete_name

    # -- what the user sees --------------------------------------------------------------------------

    @api.model
    @tools.ormcache("self.env.user._get_group_ids()", "debug")
    def _visible_menu_ids(self, debug=False):
        """Ids of the menus the user may open: by groups, by the action's model and groups, and with a visible child."""
        menus = self.sudo().with_context(active_test=True).search([])
        groups = self.env.user.groups_id
        if not debug:
            groups -= self.env.ref("base.group_no_one", raise_if_not_found=False) or groups.browse()
        allowed = menus.filtered(lambda menu: not menu.groups_id or menu.groups_id & groups)
        readable = self.env["ir.model.access"].sudo(False)._allowed("read") if not self.env.su else None
        visible = set()
        for menu in allowed.filtered("action"):
            if not self._may_open(menu.action, readable, groups):
                continue
            way = menu.browse()
            while menu and menu in allowed:
                way |= menu
                menu = menu.parent_id
            if not menu:  # a menu below one that is hidden is hidden too
                visible.update(way.ids)
        return frozenset(visible)

    @staticmethod
    def _may_open(action, readable, groups):
        action = action.exists()
        if not action:
            return False
        if "groups_id" in action._fields and action.groups_id and not action.groups_id & groups:
            return False
        model = {"ir.actions.act_window": "res_model", "ir.actions.report": "model"}.get(action._name)
        name = action[model] if model else action.model_name if action._name == "ir.actions.server" else None
        if name and name not in action.env.registry:
            return False
        return not name or readable is None or name in readable

    @api.model
    def search_fetch(self, domain, field_names, offset=0, limit=None, order=None):
        """Users find the menus they may open; with `ir.ui.menu.full_list` in the context, all."""
        menus = super().search_fetch(domain, field_names, offset=offset, limit=limit, order=order)
        if self.env.su or self.env.context.get("ir.ui.menu.full_list"):
            return menus
        return menus._filter_visible_menus()

    @api.returns("self")
    def _filter_visible_menus(self):
        visible = self._visible_menu_ids()
        return self.filtered(lambda menu: menu.id in visible)

    @api.model
    def get_user_roots(self):
        return self.search([("parent_id", "=", False)])._filter_visible_menus()

    @api.model
    @tools.ormcache("self.env.user._get_group_ids()", "self.env.context.get('lang')", "debug")
    def load_menus(self, debug=False):
        """Every visible menu by id (and 'root'), as Odoo's web client gets them."""
        visible = self._visible_menu_ids(debug)
        menus = self.sudo().search([("id", "in", list(visible))])
        apps = {}
        xml_ids = menus._menu_xml_ids()
        result = {}
        for menu in menus:
            app = menu
            while app.parent_id and app.parent_id.id in visible:
                app = app.parent_id
            apps[menu.id] = app.id
            result[menu.id] = {
                "id": menu.id, "name": menu.name, "app_id": app.id, "xmlid": xml_ids.get(menu.id, ""),
                "action_model": menu.action._name if menu.action else False,
                "action_id": menu.action.id if menu.action else False,
                "action_path": (menu.action.path or False) if menu.action and "path" in menu.action._fields else False,
                "parent_id": menu.parent_id.id if menu.parent_id.id in visible else False,
                "web_icon": menu.web_icon, "web_icon_data": False, "children": [],
            }
        for menu in menus:
            parent = result[menu.id]["parent_id"]
            if parent:
                result[parent]["children"].append(menu.id)
        result["root"] = {
            "id": "root", "name": "root", "children": [menu.id for menu in menus if not result[menu.id]["parent_id"]],
        }
        return result

    @api.model
    def load_web_menus(self, debug=False):
        menus = self.load_menus(debug)
        return {
            key: {
                "id": menu["id"], "name": menu["name"], "children": menu["children"], "appID": menu.get("app_id", False),
                "xmlid": menu.get("xmlid", ""), "actionID": menu.get("action_id", False), "actionModel": menu.get("action_model", False),
                "actionPath": menu.get("action_path", False), "webIcon": menu.get("web_icon"), "webIconData": None,
            } for key, menu in menus.items()
        }

    @api.model
    def load_menus_root(self):
        menus = self.load_menus()
        return {"id": False, "name": "root", "parent_id": [-1, ""], "children": [menus[key] for key in menus["root"]["children"]],
                "all_menu_ids": [key for key in menus if key != "root"]}

    @api.model
    def _todos(self):
        """What may wait for the user, shown below the apps on the home page. Addons add theirs::

            {"menu": "sale.sale_menu_root", "name": _("Quotations to send"), "model": "sale.order",
             "domain": [("state", "=", "draft")], "action": "sale.action_quotations", "late": False}

        ``late`` marks what should have been done already. The counting is done by the page, with the user's rights.
        """
        return []

    def _menu_xml_ids(self):
        data = self.env["ir.model.data"].sudo().search_fetch(
            [("model", "=", "ir.ui.menu"), ("res_id", "in", self.ids)], ["module", "name", "res_id"])
        return {line.res_id: f"{line.module}.{line.name}" for line in data}


def slug(text):
    """`Sales Orders` → `sales-orders`; empty when nothing readable is left."""
    return re.sub(r"[^a-z0-9]+", "-", (text or "").lower()).strip("-")
