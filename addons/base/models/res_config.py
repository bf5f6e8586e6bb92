"""The settings form: fields whose names or attributes say what they set.

- `default_…` with `default_model`: the default value of a field
- `group_…` with `implied_group` (and `group`, default base.group_user): every member gets the implied group
- `module_…`: installs the addon when ticked, uninstalls it when unticked
- any field with `config_parameter`: a system parameter
- everything else by `get_values` and `set_values`, or by related fields of the company
"""
import logging

from core import _, api, fields, models
from core.exceptions import AccessError, UserError
from core.tools import ormcache

_logger = logging.getLogger(__name__)
_PARAMETER_TYPES = ("boolean", "integer", "float", "char", "selection", "many2one", "datetime", "text")


class ResConfigConfigurable(models.TransientModel):
    _name = "res.config"
    _description = "Config"

    def start(self):
        return self.next()

    def next(self):
        """Where to go after the wizard: the page is loaded anew."""
        return {"type": "ir.actions.client", "tag": "reload"}

    def execute(self):
        raise NotImplementedError("Configuration items need to implement execute")

    def cancel(self):
        return None

    def action_next(self):
        return self.execute() or self.next()

    def action_skip(self):
        return self.cancel() or self.next()

    def action_cancel(self):
        return self.cancel() or self.next()


class ResConfigInstaller(models.TransientModel):
    _name = "res.config.installer"
    _inherit = "res.config"
    _description = "Config Installer"


class ResConfigSettings(models.TransientModel):
    _name = "res.config.settings"
    _description = "Config Settings"

    company_id = fields.Many2one("res.company", "Company", required=True, default=lambda self: self.env.company)

    def _valid_field_parameter(self, field, name):
        return name in ("default_model", "config_parameter", "group", "implied_group") \
            or super()._valid_field_parameter(field, name)

    def copy(self, default=None):
        raise UserError(_("Settings cannot be duplicated."))

    def onchange_module(self, field_value, module_name):
        """A warning before an addon is uninstalled: what else goes with it."""
        module = self.env["ir.module.module"].sudo().search(
            [("name", "=", module_name.replace("module_", "", 1)), ("state", "in", ["to install", "installed",
                                                                                  "to upgrade"])])
        if module and not int(field_value):
            dependents = (module + module.downstream_dependencies()).mapped("shortdesc")
            return {"warning": {
                "title": _("Warning!"),
                "message": _("Without this option the following apps are uninstalled, with their data:\n%s",
                             "\n".join(dependents))}}
        return {}

    @api.model
    @ormcache()
    def _classified_field_names(self):
        """Names by kind, so that the settings of many addons are sorted once."""
        kinds = {"default": [], "group": [], "module": [], "config": [], "other": []}
        for name, field in self._fields.items():
            if name.startswith("default_"):
                kinds["default"].append(name)
            elif name.startswith("group_"):
                kinds["group"].append(name)
            elif name.startswith("module_"):
                kinds["module"].append(name)
            elif getattr(field, "config_parameter", None):
                kinds["config"].append(name)
            else:
                kinds["other"].append(name)
        return kinds

    @api.model
    def _get_classified_fields(self, fnames=None):
        """{'default': […], 'group': […], 'module': …, 'config': […], 'other': […]} as Odoo documents them."""
        kinds = self._classified_field_names()
        wanted = set(fnames) if fnames is not None else None

        def chosen(kind):
            return [name for name in kinds[kind] if wanted is None or name in wanted]

        defaults = [(name, self._default_model(name), name[len("default_"):]) for name in chosen("default")]
        groups = []
        for name in chosen("group"):
            field = self._fields[name]
            if field.type not in ("boolean", "selection") or not getattr(field, "implied_group", None):
                raise TypeError(f"{field}: a group_ field is a Boolean with the attribute implied_group")
            owners = self.env["res.groups"].browse(
                self.env.ref(xml_id.strip()).id for xml_id in getattr(field, "group", "base.group_user").split(","))
            groups.append((name, owners, self.env.ref(field.implied_group)))
        modules = self.env["ir.module.module"]
        if names := [name[len("module_"):] for name in chosen("module")]:
            modules = modules.sudo().search([("name", "in", names)])
        for name in chosen("config"):
            if self._fields[name].type not in _PARAMETER_TYPES:
                raise TypeError(f"{self._fields[name]}: a config_parameter cannot be a {self._fields[name].type}")
        config = [(name, self._fields[name].config_parameter) for name in chosen("config")]
        return {"default": defaults, "group": groups, "module": modules, "config": config, "other": chosen("other")}

    def _default_model(self, name):
        model = getattr(self._fields[name], "default_model", None)
        if not model:
            raise TypeError(f"{self._fields[name]}: a default_ field needs the attribute default_model")
        return model

    # -- reading ----------------------------------------------------------------------------------

    @api.model
    def default_get(self, fields_list):
        result = super().default_get(fields_list)
        if not fields_list:
            return result
        classified = self._get_classified_fields(fields_list)
        for name, model, field in classified["default"]:
            value = self.env["ir.default"].sudo()._get(model, field)
            if value is not None:
                result[name] = value
        for name, groups, implied_group in classified["group"]:
            active = all(implied_group in group.implied_ids for group in groups)
            result[name] = str(int(active)) if self._fields[name].type == "selection" else active
        installed = {module.name: module.state in ("installed", "to install", "to upgrade")
                     for module in classified["module"]}
        for name in fields_list:
            if name.startswith("module_"):
                result[name] = installed.get(name[len("module_"):], False)
        for name, parameter in classified["config"]:
            result[name] = self._read_parameter(name, parameter, result.get(name))
        result.update(self.get_values())
        return result

    def _read_parameter(self, name, parameter, default):
        field = self._fields[name]
        value = self.env["ir.config_parameter"].sudo().get_param(
            parameter, field.default(self) if callable(field.default) else default or False)
        if value is False or value is None:
            return value or False
        try:
            if field.type == "many2one":
                return self.env[field.comodel_name].browse(int(value)).exists().id
            if field.type == "integer":
                return int(value)
            if field.type == "float":
                return float(value)
            if field.type == "boolean":
                return value not in ("False", "false", "0", "")
        except ValueError:
            _logger.warning("The parameter %s holds %r, which is no %s", parameter, value, field.type)
            return False
        return value

    @api.model
    def get_values(self):
        """Values of the other fields; overridden by addons."""
        return {}

    # -- writing ----------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        # A related field that keeps its value needs no write on the company: fewer writes, fewer conflicts.
        prepared = []
        for vals in vals_list:
            vals = dict(vals)
            for name in list(vals):
                field = self._fields.get(name)
                if field is not None and field.related and not field.readonly and self._related_unchanged(field, vals):
                    del vals[name]
            prepared.append(vals)
        return super().create(prepared)

    def _related_unchanged(self, field, vals):
        path = field.related.split(".") if isinstance(field.related, str) else list(field.related)
        if len(path) != 2 or path[0] not in self._fields or self._fields[path[0]].type != "many2one":
            return False
        owner_id = vals.get(path[0]) or (self.env.company.id if path[0] == "company_id" else False)
        if not owner_id:
            return False
        owner = self.env[self._fields[path[0]].comodel_name].browse(owner_id)
        target = owner._fields[path[1]]
        if target.type in ("one2many", "many2many"):
            return False
        return target.convert_to_write(owner[path[1]], owner) == vals[field.name]

    def set_values(self):
        """Store defaults, implied groups and parameters; overridden by addons for the other fields."""
        self = self.with_context(active_test=False)
        classified = self._get_classified_fields()
        current = self.default_get(list(self._fields))
        self._set_defaults(classified["default"])
        self._set_groups(classified["group"], current)
        self._set_parameters(classified["config"], current)

    def _set_defaults(self, defaults):
        for name, model, field in defaults:
            value = self[name].ids if self._fields[name].type in ("one2many", "many2many") else (
                self[name].id if self._fields[name].type == "many2one" else self[name])
            self.env["ir.default"].sudo().set(model, field, value)

    def _set_groups(self, groups, current):
        for name, owners, implied_group in groups:
            if self[name] == current.get(name):
                continue
            if int(self[name]):
                owners.sudo()._apply_group(implied_group)
            else:
                owners.sudo()._remove_group(implied_group)

    def _set_parameters(self, parameters, current):
        store = self.env["ir.config_parameter"].sudo()
        for name, parameter in parameters:
            field, value = self._fields[name], self[name]
            if field.type == "char":
                value = (value or "").strip() or False
            elif field.type in ("integer", "float"):
                value = repr(value) if value else False
            elif field.type == "many2one":
                value = value.id
            elif field.type == "boolean":
                value = "True" if value else False
            if (current.get(name) or False) != (self[name].id if field.type == "many2one" else self[name] or False):
                store.set_param(parameter, value)

    def execute(self):
        """Store the settings, install and uninstall addons, and load the page anew."""
        self.ensure_one()
        if not self.env.is_admin():
            raise AccessError(_("Only administrators can change the settings."))
        self = self.with_context(active_test=False)
        classified = self._get_classified_fields()
        self.set_values()
        to_install, to_uninstall = self._module_changes(classified["module"])
        action = None
        if to_uninstall:
            action = to_uninstall.button_immediate_uninstall()
        if to_install:
            action = to_install.button_immediate_install()
        if action and action.get("type") != "ir.actions.act_window_close":
            return action
        return {"type": "ir.actions.client", "tag": "reload"}

    def _module_changes(self, modules):
        to_install = modules.filtered(
            lambda module: self[f"module_{module.name}"] and module.state == "uninstalled")
        to_uninstall = modules.filtered(
            lambda module: not self[f"module_{module.name}"] and module.state in ("installed", "to upgrade"))
        return to_install, to_uninstall

    def cancel(self):
        """Forget the changes and open the settings anew."""
        return self.env["ir.actions.act_window"].search([("res_model", "=", self._name)], limit=1)._get_action_dict()

    def _compute_display_name(self):
        action = self.env["ir.actions.act_window"].sudo().search([("res_model", "=", self._name)], limit=1)
        for settings in self:
            settings.display_name = action.name or self._description

    @api.model
    def get_option_path(self, menu_xml_id):
        """(path, action id) of a menu of settings, for messages that send the reader there."""
        menu = self.env.ref(menu_xml_id)
        return menu.complete_name, menu.action.id

    @api.model
    def get_option_name(self, full_field_name):
        model_name, field_name = full_field_name.rsplit(".", 1)
        return self.env[model_name].fields_get([field_name])[field_name]["string"]
