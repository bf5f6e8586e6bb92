"""Actions: what a menu, a button or a schedule starts.

The concrete kinds share one numbering (the sequence `ir_actions_id_seq`), so that an id names one action;
`ir.actions.actions` is the SQL view of what they have in common.
"""
import base64
import logging
from collections import defaultdict

from core import Command, _, api, fields, models, tools
from core.exceptions import AccessError, MissingError, UserError, ValidationError
from core.tools.safe_eval import datetime, dateutil, pytz, safe_eval, time

_logger = logging.getLogger(__name__)

_SHARED_SEQUENCE = "ir_actions_id_seq"
_CONCRETE_TABLES = {
    "ir_act_window": "ir.actions.act_window",
    "ir_act_window_close": "ir.actions.act_window_close",
    "ir_act_url": "ir.actions.act_url",
    "ir_act_server": "ir.actions.server",
    "ir_act_client": "ir.actions.client",
    "ir_act_report_xml": "ir.actions.report",
}
_COMMON_COLUMNS = (
    "id", "name", "type", "path", "help", "binding_model_id", "binding_type", "binding_view_types",
    "create_uid", "create_date", "write_uid", "write_date",
)


class IrActions(models.Model):
    _name = "ir.actions.actions"
    _description = "Actions"
    _table = "ir_actions"
    _order = "name, id"
    _allow_sudo_commands = False
    _auto = False

    name = fields.Char(string="Action Name", required=True, translate=True)
    type = fields.Char(string="Action Type", required=True)
    xml_id = fields.Char(compute="_compute_xml_id", string="External ID")
    path = fields.Char(string="Path to show in the URL")
    help = fields.Html(string="Action Description", translate=True,
                       help="Shown when the list the action opens is empty")
    binding_model_id = fields.Many2one("ir.model", ondelete="cascade",
                                       help="The action is offered in the menu of this model's records.")
    binding_type = fields.Selection([("action", "Action"), ("report", "Report")], required=True, default="action")
    binding_view_types = fields.Char(default="list,form")

    def init(self):
        if self._name == "ir.actions.actions":
            self._create_union_view()

    def _create_union_view(self):
        """(Re)create the view over the concrete tables that exist already."""
        cr = self.env.cr
        cr.execute(f"CREATE SEQUENCE IF NOT EXISTS {_SHARED_SEQUENCE}")
        cr.execute("SELECT tablename FROM pg_tables WHERE tablename = ANY(%s)", [list(_CONCRETE_TABLES)])
        tables = [row[0] for row in cr.fetchall()]
        columns = ", ".join(_COMMON_COLUMNS)
        parts = " UNION ALL ".join(f'SELECT {columns} FROM "{table}"' for table in sorted(tables))
        cr.execute("SELECT relkind FROM pg_class WHERE relname = 'ir_actions' AND relnamespace = current_schema::regnamespace")
        row = cr.fetchone()
        if row and row[0] != "v":
            raise UserError(_("The table ir_actions of an older database must be moved away before the upgrade."))
        cr.execute("DROP VIEW IF EXISTS ir_actions")
        cr.execute(f"CREATE VIEW ir_actions AS {parts}")

    @api.constrains("path")
    def _check_path(self):
        for action in self:
            if not action.path:
                continue
            if not action.path[0].isalpha() or not action.path.replace("-", "").replace("_", "").isalnum():
                raise ValidationError(_("The path “%s” may hold letters, digits, - and _, and starts with a letter.",
                                        action.path))
            if self.env["ir.actions.actions"].sudo().search_count(
                    [("path", "=", action.path), ("id", "!=", action.id)]):
                raise ValidationError(_("The path “%s” is taken by another action.", action.path))

    def _compute_xml_id(self):
        xml_ids = self.get_external_id()
        for action in self:
            action.xml_id = xml_ids.get(action.id)

    @api.model_create_multi
    def create(self, vals_list):
        actions = super().create(vals_list)
        self.env.registry.clear_cache()
        return actions

    def write(self, vals):
        result = super().write(vals)
        self.env.registry.clear_cache()
        return result

    def unlink(self):
        # A start page or a favourite of a removed action would be a dead end.
        ids = self.ids
        if "ir.filters" in self.env:
            self.env["ir.filters"].sudo().with_context(active_test=False).search([("action_id", "in", ids)]).unlink()
        self.env["res.users"].sudo().with_context(active_test=False).search(
            [("action_id", "in", ids)]).write({"action_id": False})
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    @api.model
    def _get_eval_context(self, action=None):
        """Names the code of a server action may use."""
        return {
            "uid": self.env.uid,
            "user": self.env.user,
            "time": time,
            "datetime": datetime,
            "dateutil": dateutil,
            "timezone": pytz.timezone,
            "float_compare": tools.float_compare,
            "b64encode": base64.b64encode,
            "b64decode": base64.b64decode,
            "Command": Command,
        }

    @api.model
    def get_bindings(self, model_name):
        """{'action': […], 'report': […]}: the actions offered on the records of a model, for the user's groups."""
        result = {}
        for binding_type, actions in self._get_bindings(model_name).items():
            allowed = []
            for action in actions:
                action = dict(action)
                groups, model = action.pop("groups_id", None), action.pop("res_model", None)
                if groups and not self.env.user.has_groups(",".join(groups)):
                    continue
                if model and not self.env["ir.model.access"].check(model, "read", raise_exception=False):
                    continue
                allowed.append(action)
            if allowed:
                result[binding_type] = allowed
        return result

    @tools.ormcache("model_name", "self.env.lang")
    def _get_bindings(self, model_name):
        self.env.flush_all()
        self.env.cr.execute(
            """SELECT a.id, a.type, a.binding_type
                 FROM ir_actions a JOIN ir_model m ON m.id = a.binding_model_id
                WHERE m.model = %s ORDER BY a.id""", [model_name])
        result = defaultdict(list)
        for action_id, action_model, binding_type in self.env.cr.fetchall():
            action = self.env[action_model].sudo().browse(action_id)
            names = [name for name in ("name", "binding_view_types", "res_model") if name in action._fields]
            values = action.read(names)[0]
            if "groups_id" in action._fields:
                xml_ids = action.groups_id.get_external_id()
                values["groups_id"] = [xml_id for xml_id in xml_ids.values() if xml_id]
            result[binding_type].append(values)
        return {kind: tuple(actions) for kind, actions in result.items()}

    @api.model
    def _for_xml_id(self, full_xml_id):
        """The values of an action a method returns to have it opened."""
        record = self.env.ref(full_xml_id)
        if record._name not in _CONCRETE_TABLES.values():
            raise MissingError(_("%s is not an action.", full_xml_id))
        return record._get_action_dict()

    def _get_action_dict(self):
        self.ensure_one()
        readable = self._get_readable_fields()
        return {
            field: value for field, value in self.sudo().read()[0].items()
            if field in readable
        }

    def _get_readable_fields(self):
        """What a client may know of an action; extended by the kinds of action."""
        return {
            "binding_model_id", "binding_type", "binding_view_types", "display_name", "help", "id", "name", "path",
            "type", "xml_id",
        }


class IrActionsActWindow(models.Model):
    _name = "ir.actions.act_window"
    _description = "Action Window"
    _table = "ir_act_window"
    _inherit = "ir.actions.actions"
    _sequence = _SHARED_SEQUENCE
    _order = "name, id"
    _auto = True
    _allow_sudo_commands = False

    type = fields.Char(default="ir.actions.act_window")
    view_id = fields.Many2one("ir.ui.view", string="View Ref.", ondelete="set null")
    domain = fields.Char(string="Domain Value", help="Filter of the records, a Python expression")
    context = fields.Char(string="Context Value", default="{}", required=True,
                          help="Context the records are opened with, a Python expression")
    res_id = fields.Integer(string="Record ID", help="The record to open when the view is a form")
    res_model = fields.Char(string="Destination Model", required=True)
    target = fields.Selection(
        [("current", "Current Window"), ("new", "New Window"), ("inline", "Inline Edit"),
         ("fullscreen", "Full Screen"),
         ("main", "Main action of Current Window")], default="current", string="Target Window")
    view_mode = fields.Char(required=True, default="list,form")
    mobile_view_mode = fields.Char(default="kanban")
    usage = fields.Char(string="Action Usage")
    view_ids = fields.One2many("ir.actions.act_window.view", "act_window_id", string="No of Views")
    views = fields.Binary(compute="_compute_views", help="[(view id, view type)] the action opens, first one first")
    limit = fields.Integer(default=80)
    groups_id = fields.Many2many("res.groups", "ir_act_window_group_rel", "act_id", "gid", string="Groups")
    search_view_id = fields.Many2one("ir.ui.view", string="Search View Ref.")
    embedded_action_ids = fields.Char(compute="_compute_embedded_actions")
    filter = fields.Boolean()
    cache = fields.Boolean(string="Data Caching", default=True)

    def _compute_embedded_actions(self):
        self.embedded_action_ids = False

    @api.depends("view_ids.view_mode", "view_ids.view_id", "view_mode", "view_id.type")
    def _compute_views(self):
        for action in self:
            views = [(view.view_id.id, view.view_mode) for view in action.view_ids]
            given = [mode for _view, mode in views]
            missing = [mode for mode in (action.view_mode or "").split(",") if mode and mode not in given]
            if missing and action.view_id.type in missing:
                missing.remove(action.view_id.type)
                views.append((action.view_id.id, action.view_id.type))
            views.extend((False, mode) for mode in missing)
            action.views = views

    @api.constrains("res_model")
    def _check_model(self):
        for action in self:
            if action.res_model not in self.env:
                raise ValidationError(_("The action “%(action)s” opens the unknown model “%(model)s”.",
                                        action=action.name, model=action.res_model))

    @api.constrains("view_mode")
    def _check_view_mode(self):
        for action in self:
            modes = (action.view_mode or "").split(",")
            if len(modes) != len(set(modes)):
                raise ValidationError(_("A view type appears twice in “%s”.", action.view_mode))
            if " " in (action.view_mode or ""):
                raise ValidationError(_("The view types in “%s” are separated by commas without blanks.",
                                        action.view_mode))

    @api.model_create_multi
    def create(self, vals_list):
        prepared = []
        for vals in vals_list:
            vals = self._modern_view_mode(vals)
            if not vals.get("name") and vals.get("res_model") in self.env:
                vals = {**vals, "name": self.env[vals["res_model"]]._description}
            prepared.append(vals)
        return super().create(prepared)

    def write(self, vals):
        return super().write(self._modern_view_mode(vals))

    @staticmethod
    def _modern_view_mode(vals):
        """Addons written for older series say “tree” for a list."""
        if "tree" in (vals.get("view_mode") or ""):
            modes = ["list" if mode == "tree" else mode for mode in vals["view_mode"].split(",")]
            return {**vals, "view_mode": ",".join(modes)}
        return vals

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {
            "context", "mobile_view_mode", "domain", "filter", "groups_id", "limit", "res_id", "res_model",
            "search_view_id", "target", "view_id", "view_mode", "views", "embedded_action_ids", "cache",
        }

    def _get_action_dict(self):
        result = super()._get_action_dict()
        if not result.get("help") and result.get("res_model") in self.env:
            result["help"] = self.env[result["res_model"]].with_context(
                **_literal_context(result.get("context"))).get_empty_list_help("")
        return result


def _literal_context(source):
    """The literal part of an action's context; what depends on names is for the client."""
    try:
        value = safe_eval(source or "{}", {"uid": 0, "active_id": False, "active_ids": [], "active_model": False})
    except Exception:  # noqa: BLE001 – any mistake in the expression means: no literal part
        return {}
    return value if isinstance(value, dict) else {}


VIEW_TYPES = [
    ("list", "List"), ("form", "Form"), ("graph", "Graph"), ("pivot", "Pivot"), ("calendar", "Calendar"),
    ("kanban", "Kanban"), ("activity", "Activity"), ("qweb", "QWeb"),
]


class IrActionsActWindowView(models.Model):
    _name = "ir.actions.act_window.view"
    _description = "Action Window View"
    _table = "ir_act_window_view"
    _rec_name = "view_id"
    _order = "sequence, id"
    _allow_sudo_commands = False

    sequence = fields.Integer()
    view_id = fields.Many2one("ir.ui.view", string="View")
    view_mode = fields.Selection(VIEW_TYPES, string="View Type", required=True)
    act_window_id = fields.Many2one("ir.actions.act_window", string="Action", ondelete="cascade", index="btree_not_null")
    multi = fields.Boolean(string="On Multiple Doc.")

    _sql_constraints = [("act_window_view_unique_mode_per_action", "unique (act_window_id, view_mode)",
                         "An action has at most one view of each type.")]

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._modern(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._modern(vals))

    @staticmethod
    def _modern(vals):
        return {**vals, "view_mode": "list"} if vals.get("view_mode") == "tree" else vals


class IrActionsActWindowClose(models.Model):
    _name = "ir.actions.act_window_close"
    _description = "Action Window Close"
    _inherit = "ir.actions.actions"
    _table = "ir_act_window_close"
    _sequence = _SHARED_SEQUENCE
    _auto = True
    _allow_sudo_commands = False

    type = fields.Char(default="ir.actions.act_window_close")

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"effect", "infos"}


class IrActionsActUrl(models.Model):
    _name = "ir.actions.act_url"
    _description = "Action URL"
    _table = "ir_act_url"
    _inherit = "ir.actions.actions"
    _sequence = _SHARED_SEQUENCE
    _order = "name, id"
    _auto = True
    _allow_sudo_commands = False

    type = fields.Char(default="ir.actions.act_url")
    url = fields.Text(string="Action URL", required=True)
    target = fields.Selection([("new", "New Window"), ("self", "This Window"), ("download", "Download")],
                              string="Action Target", default="new", required=True)

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"target", "url", "close"}


class IrActionsServer(models.Model):
    _name = "ir.actions.server"
    _description = "Server Action"
    _table = "ir_act_server"
    _inherit = "ir.actions.actions"
    _sequence = _SHARED_SEQUENCE
    _order = "sequence, name, id"
    _auto = True
    _allow_sudo_commands = False

    DEFAULT_PYTHON_CODE = """# Names you may use:
#  - env, model, record, records, time, datetime, dateutil, log(message), UserError, Command
# To return an action, assign: action = {...}
"""

    type = fields.Char(default="ir.actions.server")
    usage = fields.Selection([("ir_actions_server", "Server Action"), ("ir_cron", "Scheduled Action")],
                             default="ir_actions_server", required=True)
    state = fields.Selection(
        [("object_write", "Update Record"), ("object_create", "Create Record"), ("code", "Execute Code"),
         ("multi", "Execute Existing Actions")],
        string="Type", default="object_write", required=True, copy=True)
    sequence = fields.Integer(default=5)
    model_id = fields.Many2one("ir.model", string="Model", required=True, ondelete="cascade", index=True)
    available_model_ids = fields.Many2many("ir.model", compute="_compute_available_model_ids", store=False)
    model_name = fields.Char(related="model_id.model", string="Model Name", readonly=True, store=True)
    code = fields.Text(string="Python Code", groups="base.group_system", default=DEFAULT_PYTHON_CODE)
    child_ids = fields.Many2many("ir.actions.server", "rel_server_actions", "server_id", "action_id",
                                 string="Child Actions")
    crud_model_id = fields.Many2one("ir.model", string="Record to Create")
    crud_model_name = fields.Char(related="crud_model_id.model", string="Target Model Name", readonly=True)
    link_field_id = fields.Many2one("ir.model.fields", string="Link Field")
    groups_id = fields.Many2many("res.groups", "ir_act_server_group_rel", "act_id", "gid", string="Allowed Groups")
    update_field_id = fields.Many2one("ir.model.fields", string="Field to Update", ondelete="cascade")
    update_path = fields.Char(string="Field to Update Path")
    value = fields.Text()
    evaluation_type = fields.Selection([("value", "Update"), ("equation", "Compute")], default="value")

    def _compute_available_model_ids(self):
        self.available_model_ids = self.env["ir.model"].sudo().search([("transient", "=", False)])

    @api.constrains("code")
    def _check_python_code(self):
        for action in self.sudo().filtered("code"):
            message = tools.safe_eval.test_python_expr(expr=action.code.strip(), mode="exec")
            if message:
                raise ValidationError(message)

    @api.constrains("child_ids")
    def _check_child_recursion(self):
        if self._has_cycle("child_ids"):
            raise ValidationError(_("An action cannot start itself, not even through other actions."))

    def create_action(self):
        """Offer the action in the menu of its model's records."""
        for action in self:
            action.write({"binding_model_id": action.model_id.id, "binding_type": "action"})
        return True

    def unlink_action(self):
        self.check_access("write")
        self.filtered("binding_model_id").write({"binding_model_id": False})
        return True

    def _get_eval_context(self, action=None):
        context = super()._get_eval_context(action=action)
        if action is None:
            return context
        model = self.env[action.model_id.sudo().model]
        active_model, ids = self.env.context.get("active_model"), self.env.context.get("active_ids")
        record_id = self.env.context.get("active_id")
        record = records = None
        if active_model == model._name:
            record = model.browse(record_id) if record_id else None
            records = model.browse(ids) if ids else record
        if self.env.context.get("onchange_self") is not None:
            record = self.env.context["onchange_self"]
        name = action.name

        def log(message, level="info"):
            self.env["ir.logging"].sudo().create({
                "name": self.env.cr.dbname, "type": "server", "level": level, "message": str(message),
                "path": "action", "func": name, "line": "0", "dbname": self.env.cr.dbname})

        context.update({
            "env": self.env, "model": model, "record": record, "records": records,
            "UserError": UserError, "log": log, "_logger": _logger,
        })
        return context

    def run(self):
        """Run the actions in the context's active_model / active_id / active_ids.

        :return: the client action the last one asks for, or False
        :raise AccessError: the user is in none of an action's groups, or may not write the model
        """
        result = False
        for action in self.sudo():
            action._check_may_run()
            context = action._get_eval_context(action.sudo(False))
            runner = getattr(action.sudo(False), f"_run_action_{action.state}_multi", None)
            if runner:
                result = runner(eval_context=context) or result
                continue
            runner = getattr(action.sudo(False), f"_run_action_{action.state}")
            ids = self.env.context.get("active_ids") or [self.env.context.get("active_id")]
            for active_id in filter(None, ids):
                single = action.sudo(False).with_context(active_id=active_id, active_ids=[active_id])
                result = runner.__func__(single, eval_context=single._get_eval_context(action.sudo(False))) or result
        return result or False

    def _check_may_run(self):
        """Groups decide when there are any; otherwise the right to write the model does."""
        user = self.env.user
        if self.groups_id:
            if not self.groups_id & user.groups_id and not user._is_superuser():
                raise AccessError(_("You are in none of the groups that may run “%(action)s” (%(groups)s).",
                                    action=self.name, groups=", ".join(self.groups_id.mapped("full_name"))))
            return
        model = self.env[self.model_name].sudo(False).with_user(self.env.uid)
        model.check_access("write")

    def _run_action_code_multi(self, eval_context):
        # The code was written by an administrator; it runs restricted to the safe statements.
        names = dict(eval_context)
        safe_eval(self.sudo().code.strip(), names, mode="exec", nocopy=True)
        return names.get("action")

    def _run_action_multi(self, eval_context=None):
        result = False
        for child in self.sudo().child_ids.sorted("sequence").sudo(False):
            result = child.run() or result
        return result

    def _run_action_object_write(self, eval_context=None):
        field_name = self._target_field_name()
        record = self.env[self.sudo().model_name].browse(self.env.context.get("active_id"))
        record.write({field_name: self._eval_value(eval_context)[self.id]})

    def _target_field_name(self):
        action = self.sudo()
        return action.update_path or action.update_field_id.name

    def _run_action_object_create(self, eval_context=None):
        action = self.sudo()
        target = self.env[action.crud_model_id.model]
        new_id, _name = target.name_create(self._eval_value(eval_context)[self.id])
        if action.link_field_id and self.env.context.get("active_id"):
            record = self.env[action.model_name].browse(self.env.context["active_id"])
            link = action.link_field_id
            record.write({link.name: new_id if link.ttype == "many2one" else [Command.link(new_id)]})

    def _eval_value(self, eval_context=None):
        values = {}
        for action in self:
            value = action.sudo().value
            if action.sudo().evaluation_type == "equation":
                value = safe_eval(value, eval_context)
            values[action.id] = value
        return values

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"groups_id", "model_name"}


class IrActionsTodo(models.Model):
    _name = "ir.actions.todo"
    _description = "Configuration Wizards"
    _rec_name = "action_id"
    _order = "sequence, id"
    _allow_sudo_commands = False

    action_id = fields.Many2one("ir.actions.actions", string="Action", required=True, index=True)
    sequence = fields.Integer(default=10)
    state = fields.Selection([("open", "To Do"), ("done", "Done")], string="Status", default="open", required=True)
    name = fields.Char()

    def action_launch(self):
        self.ensure_one()
        self.write({"state": "done"})
        action = self.action_id.sudo()
        return self.env[action.type].browse(action.id)._get_action_dict()

    def action_open(self):
        return self.write({"state": "open"})


class IrActionsClient(models.Model):
    _name = "ir.actions.client"
    _description = "Client Action"
    _inherit = "ir.actions.actions"
    _table = "ir_act_client"
    _sequence = _SHARED_SEQUENCE
    _order = "name, id"
    _auto = True
    _allow_sudo_commands = False

    type = fields.Char(default="ir.actions.client")
    tag = fields.Char(string="Client action tag", required=True)
    target = fields.Selection(
        [("current", "Current Window"), ("new", "New Window"), ("fullscreen", "Full Screen"),
         ("main", "Main action of Current Window")], default="current", string="Target Window")
    res_model = fields.Char(string="Destination Model")
    context = fields.Char(string="Context Value", default="{}", required=True)
    params = fields.Json(string="Supplementary arguments")

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"context", "params", "res_model", "tag", "target"}
