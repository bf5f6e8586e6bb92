"""The models and fields as records: what access rights, translations and administrators refer to.

The rows are written by the module loader for whole batches of addons, with plain SQL: some thousand rows in a
handful of statements.
"""

import json
import logging
import re
from collections import defaultdict

from core.models import MODULE_UNINSTALL_FLAG  # noqa: F401 – where existing addons look for it
from core import _, api, fields, models
from core.data import xmlids
from core.db import schema, signals
from core.exceptions import AccessError, UserError, ValidationError
from core.orm import custom
from core.tools import ormcache

_logger = logging.getLogger(__name__)

_CUSTOM_NAME = re.compile(r"x_[a-z0-9_.]*[a-z0-9]")
_FIXED = {"name", "model", "model_id", "ttype", "relation", "relation_field", "store", "relation_table", "column1", "column2"}
"""What makes a custom field what it is: it is deleted and made anew rather than changed."""
_DECLARED = _FIXED | {
    "required", "readonly", "index", "copied", "translate", "size", "compute", "depends", "related", "domain", "on_delete",
    "selection_ids", "groups", "currency_field", "state",
}
"""What an addon says about its field; administrators change its texts only."""
MODES = ("read", "write", "create", "unlink")


def _json_text(text):
    return json.dumps({"en_US": text}, ensure_ascii=False) if text else None


class IrModel(models.Model):
    _name = "ir.model"
    _shared_rows = True
    _description = "Models"
    _order = "model"
    _rec_names_search = ["name", "model"]

    name = fields.Char(string="Model Description", translate=True, required=True)
    model = fields.Char(default="x_", required=True)
    order = fields.Char(string="Order", default="id", required=True)
    info = fields.Text(string="Information")
    field_id = fields.One2many(
        "ir.model.fields", "model_id", string="Fields", copy=True, default=lambda self: self._default_field_id()
    )
    inherited_model_ids = fields.Many2many(
        "ir.model", compute="_compute_inherited_model_ids", string="Inherited models"
    )
    state = fields.Selection(
        [("manual", "Custom Object"), ("base", "Base Object")], string="Type", default="manual", readonly=True
    )
    access_ids = fields.One2many("ir.model.access", "model_id", string="Access")
    rule_ids = fields.One2many("ir.rule", "model_id", string="Record Rules")
    abstract = fields.Boolean(string="Abstract Model", readonly=True)
    transient = fields.Boolean(string="Transient Model")
    modules = fields.Char(compute="_compute_modules", string="In Apps")
    count = fields.Integer(compute="_compute_count", string="Count (Incl. Archived)")

    _sql_constraints = [("obj_name_uniq", "unique (model)", "Each model must have a unique name.")]

    @api.depends()
    def _compute_inherited_model_ids(self):
        for record in self:
            parents = list(self.env[record.model]._inherits) if record.model in self.env else []
            record.inherited_model_ids = self.search([("model", "in", parents)]) if parents else False

    @api.depends()
    def _compute_modules(self):
        modules = _modules_by_id(self)
        for record in self:
            record.modules = ", ".join(modules[record.id])

    @api.depends()
    def _compute_count(self):
        for record in self:
            model = self.env.get(record.model)
            stored = model is not None and not model._abstract and model._auto
            record.count = model.sudo().with_context(active_test=False).search_count([]) if stored else 0

    def _get(self, name):
        """The record of the model called `name`, as superuser; empty when there is none."""
        return self.sudo().browse(self._get_id(name) if name else False)

    @ormcache("name", cache="stable")
    def _get_id(self, name):
        # only reflection writes this table: nothing pending concerns it, so nothing is flushed for it
        self.env.cr.run("SELECT id FROM ir_model WHERE model = %s", [name])
        found = self.env.cr.fetchone()
        return found[0] if found else None

    @api.model
    def _is_manual_name(self, name):
        return name.startswith("x_")

    @api.constrains("model")
    def _check_model_name(self):
        for record in self:
            if record.state == "manual" and not self._is_manual_name(record.model):
                raise UserError(_("The name of a custom model must begin with 'x_', not %s.", record.model))

    # -- custom models -----------------------------------------------------------------------------

    def _default_field_id(self):
        """A custom model begins with a name."""
        if self.env.context.get("install_mode"):
            return []
        return [(0, 0, {"name": "x_name", "field_description": _("Name"), "ttype": "char", "copied": True})]

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        made = records.filtered(lambda record: record.state == "manual").mapped("model")
        if made:
            _apply_custom(self.env, made)
        return records

    def write(self, vals):
        if vals.keys() & {"model", "transient", "state"} and any(
            vals.get(name, record[name]) != record[name] for record in self for name in ("model", "transient", "state")
        ):
            raise UserError(_("The technical name and the type of a model cannot be changed. Make a new model."))
        result = super().write(vals)
        changed = self.filtered(lambda record: record.state == "manual").mapped("model")
        if changed and vals.keys() & {"name", "order"}:
            _apply_custom(self.env, changed)
        return result

    def unlink(self):
        custom_models = self.filtered(lambda record: record.state == "manual").mapped("model")
        self._refuse_if_named(custom_models)
        tables = [self.env[name]._table for name in custom_models if name in self.env]
        if custom_models:
            self.env["ir.ui.view"].search([("model", "in", custom_models)]).unlink()
        result = super().unlink()
        if custom_models:
            self.env.flush_all()
            for table in tables:
                schema.attic(self.env.cr, table)
            _apply_custom(self.env, [])
        return result

    def _refuse_if_named(self, names):
        """Custom fields elsewhere that lead to the models must go first."""
        leading = self.env["ir.model.fields"].search(
            [("state", "=", "manual"), ("relation", "in", names), ("model", "not in", names)]
        )
        if leading:
            raise UserError(
                _(
                    "These custom fields lead to the model %(model)s: %(fields)s. Delete them first.",
                    model=leading[0].relation,
                    fields=", ".join(leading.mapped("complete_name")),
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_if_manual(self):
        declared = self.filtered(lambda record: record.state != "manual")
        if declared:
            raise UserError(
                _(
                    "The model “%s” is declared by an addon and cannot be deleted. Uninstall the addon instead.",
                    declared[0].name,
                )
            )

    @api.model
    def display_name_for(self, models):
        """`[{'model', 'display_name'}]` of those of `models` the user may read."""
        allowed = self.env["ir.model.access"]._allowed("read")
        records = self.sudo().search([("model", "in", [name for name in models if name in allowed])])
        return [{"model": record.model, "display_name": record.name} for record in records]

    # -- reflection --------------------------------------------------------------------------------

    @api.model
    def _reflect_modules(self, declared, names):
        """Write the rows of what addons declare.

        :param declared: module → {model name → names of the fields the module gives it}
        :param names: all models to look at, those that inherit or delegate to a declared one included
        """
        self.env.flush_all()
        model_ids = self._reflect_models(names)
        field_ids = self.env["ir.model.fields"]._reflect_fields(names, model_ids)
        selection_ids = self.env["ir.model.fields.selection"]._reflect_selections(names, field_ids)
        self.env["ir.model.constraint"]._reflect_constraints(declared, model_ids)
        self.env["ir.model.relation"]._reflect_relations(declared, model_ids)
        xmlids.store(self.env, list(_reflected_ids(declared, model_ids, field_ids, selection_ids)))
        self.env.invalidate_all(flush=False)
        self.env.registry.clear_cache("stable")

    @api.model
    def _reflect_models(self, names):
        """Insert and update ir.model rows; returns model name → id."""
        rows = [self._reflected_values(self.env[name]) for name in names]
        columns = {
            "model": "varchar",
            "name": "jsonb",
            '"order"': "varchar",
            "info": "text",
            "transient": "bool",
            "abstract": "bool",
        }
        return _upsert(self.env, "ir_model", "model", columns, rows, {"state": "base"})

    def _reflected_values(self, model):
        info = next((cls.__doc__ for cls in type(model).mro() if cls.__doc__ and "_name" in vars(cls)), None)
        return (
            model._name,
            _json_text(model._description or model._name),
            model._order or "id",
            info,
            bool(model._transient),
            bool(model._abstract),
        )


class IrModelFields(models.Model):
    _name = "ir.model.fields"
    _shared_rows = True
    _description = "Fields"
    _order = "name, id"
    _rec_name = "field_description"

    name = fields.Char(string="Field Name", default="x_", required=True, index=True)
    complete_name = fields.Char(index=True)
    model = fields.Char(string="Model Name", required=True, index=True)
    relation = fields.Char(string="Related Model")
    relation_field = fields.Char()
    relation_field_id = fields.Many2one("ir.model.fields", string="Relation field", ondelete="cascade")
    model_id = fields.Many2one("ir.model", string="Model", required=True, index=True, ondelete="cascade")
    field_description = fields.Char(string="Field Label", default="", required=True, translate=True)
    help = fields.Text(string="Field Help", translate=True)
    ttype = fields.Selection(selection="_get_field_types", string="Field Type", required=True)
    selection = fields.Char(string="Selection Options (Deprecated)", compute="_compute_selection")
    selection_ids = fields.One2many(
        "ir.model.fields.selection", "field_id", string="Selection Options", copy=True
    )
    copied = fields.Boolean(string="Copied")
    related = fields.Char(string="Related Field Definition")
    related_field_id = fields.Many2one("ir.model.fields", string="Related Field", ondelete="cascade")
    required = fields.Boolean()
    readonly = fields.Boolean()
    index = fields.Boolean(string="Indexed")
    translate = fields.Boolean(string="Translatable")
    company_dependent = fields.Boolean(string="Company Dependent", readonly=True)
    size = fields.Integer()
    state = fields.Selection(
        [("manual", "Custom Field"), ("base", "Base Field")],
        string="Type",
        default="manual",
        required=True,
        readonly=True,
        index=True,
    )
    on_delete = fields.Selection(
        [("cascade", "Cascade"), ("set null", "Set NULL"), ("restrict", "Restrict")],
        string="On Delete",
        default="set null",
    )
    domain = fields.Char(default="[]")
    groups = fields.Many2many("res.groups", "ir_model_fields_group_rel", "field_id", "group_id")
    group_expand = fields.Boolean(string="Expand Groups")
    selectable = fields.Boolean(default=True)
    modules = fields.Char(compute="_compute_modules", string="In Apps")
    relation_table = fields.Char()
    column1 = fields.Char(string="Column 1")
    column2 = fields.Char(string="Column 2")
    compute = fields.Text()
    depends = fields.Char(string="Dependencies")
    store = fields.Boolean(string="Stored", default=True)
    currency_field = fields.Char(string="Currency field")
    sanitize = fields.Boolean(string="Sanitize HTML", default=True)

    _sql_constraints = [("name_unique", "unique (model, name)", "Field names must be unique per model.")]

    @api.model
    def _get_field_types(self):
        return (
            sorted((kind, kind) for kind in fields.Field.by_type)
            if hasattr(fields.Field, "by_type")
            else _FIELD_TYPES
        )

    @api.depends("selection_ids")
    def _compute_selection(self):
        for record in self:
            record.selection = (
                str([(option.value, option.name) for option in record.selection_ids])
                if record.selection_ids
                else False
            )

    @api.depends()
    def _compute_modules(self):
        modules = _modules_by_id(self)
        for record in self:
            record.modules = ", ".join(modules[record.id])

    @api.depends("field_description", "model")
    def _compute_display_name(self):
        labels = {
            record.model: record.name
            for record in self.env["ir.model"].sudo().search([("model", "in", self.mapped("model"))])
        }
        for record in self:
            record.display_name = f"{record.field_description} ({labels.get(record.model, record.model)})"

    @ormcache("model_name", "name", cache="stable")
    def _get_field_id(self, model_name, name):
        # Asked in the middle of computing a record: nothing else may be flushed then.
        self.env.cr.run("SELECT id FROM ir_model_fields WHERE model = %s AND name = %s", [model_name, name])
        found = self.env.cr.fetchone()
        return found[0] if found else None

    def _get(self, model_name, name):
        """The record of a field, as superuser; empty when there is none."""
        return self.sudo().browse(self._get_field_id(model_name, name) if model_name and name else False)

    # -- custom fields -----------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create([self._completed(vals) for vals in vals_list])
        records.filtered(lambda field: field.state == "manual")._apply()
        return records

    def _completed(self, vals):
        """What follows from the model and the type."""
        vals = dict(vals)
        if vals.get("model_id"):
            vals["model"] = self.env["ir.model"].browse(vals["model_id"]).sudo().model
        elif vals.get("model"):
            vals["model_id"] = self.env["ir.model"]._get_id(vals["model"])
        vals["complete_name"] = f"{vals.get('model')}.{vals.get('name')}"
        if not vals.get("field_description"):
            vals["field_description"] = (vals.get("name") or "").removeprefix("x_").replace("_", " ").capitalize()
        if vals.get("compute") or vals.get("related"):
            vals.setdefault("readonly", True)
            vals.setdefault("store", False)
            vals.setdefault("copied", False)
        return vals

    def write(self, vals):
        declared = self.filtered(lambda field: field.state == "base")
        if declared and vals.keys() & _DECLARED:
            raise UserError(
                _(
                    "The field %s is declared by an addon: only its texts can be changed here.", declared[0].complete_name
                )
            )
        if any(name in vals and self._differs(field, name, vals[name]) for field in self for name in _FIXED):
            raise UserError(_("The name, the model and the type of a field cannot be changed. Make a new field."))
        result = super().write(vals)
        (self - declared)._apply()
        return result

    @staticmethod
    def _differs(field, name, value):
        current = field[name]
        return (current.id if name == "model_id" else current or False) != (value or False)

    def unlink(self):
        custom_fields = self.filtered(lambda field: field.state == "manual")
        custom_fields._refuse_if_named()
        columns, relations = custom_fields._stored_places()
        names = custom_fields.mapped("model")
        result = super().unlink()
        if names:
            self.env.flush_all()
            for table, column in columns:
                self.env.cr.run(f'ALTER TABLE "{table}" DROP COLUMN IF EXISTS "{column}"')
            for relation in relations:
                schema.attic(self.env.cr, relation)
            _apply_custom(self.env, names)
        return result

    def _stored_places(self):
        """([(table, column)], [relation tables]) that hold the values."""
        columns, relations = [], []
        for row in self:
            field = self.env[row.model]._fields.get(row.name) if row.model in self.env else None
            if field is None or not field.store:
                continue
            if field.type == "many2many":
                relations.append(field.relation)
            elif field.is_column:
                columns.append((self.env[row.model]._table, row.name))
        return columns, relations

    def _refuse_if_named(self):
        """Views and other custom fields that name a field must be changed first."""
        for row in self:
            views = self.env["ir.ui.view"].search([("arch_db", "like", row.name)])
            named = [view.name for view in views if re.search(rf"\b{row.name}\b", view.arch_db or "")]
            others = self.search([("state", "=", "manual"), ("id", "not in", self.ids)])
            named += [
                other.complete_name
                for other in others
                if re.search(rf"\b{row.name}\b", " ".join(filter(None, (other.related, other.depends, other.relation_field))))
            ]
            if named:
                raise UserError(
                    _(
                        "The field %(field)s is used by: %(places)s. Take it out there first.",
                        field=row.complete_name,
                        places=", ".join(named),
                    )
                )

    def _apply(self):
        """Make the fields real, in this transaction and, once it commits, everywhere.

        :raises UserError: one that cannot be made, with the reason
        """
        names = [name for name in dict.fromkeys(self.mapped("model")) if name in self.env]
        if not names:
            return  # the model is being made: it applies its fields itself
        problems = _apply_custom(self.env, names)
        for row in self:
            if reason := problems.get((row.model, row.name)):
                raise UserError(_("The field %(field)s cannot be made: %(reason)s", field=row.complete_name, reason=reason))

    @api.constrains("name", "ttype", "relation", "relation_field", "related", "compute", "selection_ids", "state")
    def _check_custom(self):
        for row in self:
            if row.state == "manual":
                row._check_custom_name()
                row._check_relation()

    def _check_custom_name(self):
        if not _CUSTOM_NAME.fullmatch(self.name or "") or "." in self.name or len(self.name) > 63:
            raise ValidationError(
                _(
                    "%s cannot be the name of a custom field: it begins with “x_” and is made of small letters, digits and “_”.",
                    self.name,
                )
            )

    def _check_relation(self):
        if self.ttype not in ("many2one", "one2many", "many2many") or self.related:
            return
        if not self.env["ir.model"]._get_id(self.relation):
            raise ValidationError(_("%(field)s: there is no model “%(model)s”.", field=self.name, model=self.relation))
        if self.ttype == "one2many" and not self._get(self.relation, self.relation_field):
            raise ValidationError(
                _(
                    "%(field)s: %(model)s has no field “%(link)s” that leads back.",
                    field=self.name,
                    model=self.relation,
                    link=self.relation_field,
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_if_manual(self):
        declared = self.filtered(lambda record: record.state != "manual")
        if declared:
            raise UserError(
                _(
                    "The field %s.%s is declared by an addon and cannot be deleted. Uninstall the addon instead.",
                    declared[0].model,
                    declared[0].name,
                )
            )

    @api.model
    def _reflect_fields(self, model_names, model_ids):
        """Insert and update ir.model.fields rows, drop those of fields that are gone; returns (model, field) → id."""
        rows = [
            self._reflected_values(field, model_ids[name])
            for name in model_names
            for field in self.env[name]._fields.values()
            if not field.manual
        ]
        columns = {
            "model": "varchar",
            "name": "varchar",
            "model_id": "int",
            "field_description": "jsonb",
            "help": "jsonb",
            "ttype": "varchar",
            "relation": "varchar",
            "relation_field": "varchar",
            "related": "varchar",
            "copied": "bool",
            "required": "bool",
            "readonly": "bool",
            "index": "bool",
            "translate": "bool",
            "company_dependent": "bool",
            "size": "int",
            "on_delete": "varchar",
            "domain": "varchar",
            "group_expand": "bool",
            "selectable": "bool",
            "relation_table": "varchar",
            "column1": "varchar",
            "column2": "varchar",
            "compute": "text",
            "depends": "varchar",
            "store": "bool",
            "currency_field": "varchar",
            "complete_name": "varchar",
            "sanitize": "bool",
        }
        ids = _upsert(self.env, "ir_model_fields", ("model", "name"), columns, rows, {"state": "base"})
        self._forget_removed(model_names, ids)
        return ids

    def _forget_removed(self, model_names, known):
        """Rows of declared fields the classes no longer have; their columns stay in the table."""
        self.env.cr.run(
            "SELECT id, model, name FROM ir_model_fields WHERE model = ANY(%s) AND state = 'base'",
            [list(model_names)],
        )
        gone = [row_id for row_id, model, name in self.env.cr.fetchall() if (model, name) not in known]
        if gone:
            self.env.cr.run("DELETE FROM ir_model_fields WHERE id = ANY(%s)", [gone])
            xmlids.forget_records(self.env, self._name, gone)

    def _reflected_values(self, field, model_id):
        is_many2many = field.type == "many2many" and field.store
        related = (
            field.related
            if isinstance(getattr(field, "related", None), str)
            else ".".join(getattr(field, "related", None) or ())
        )
        compute = field.compute if isinstance(getattr(field, "compute", None), str) else None
        domain = getattr(field, "domain", None)
        return (
            field.model_name,
            field.name,
            model_id,
            _json_text(field.string or field.name),
            _json_text(field.help or None),
            field.type,
            getattr(field, "comodel_name", None),
            getattr(field, "inverse_name", None) if field.type == "one2many" else None,
            related or None,
            bool(field.copy),
            bool(field.required),
            bool(field.readonly),
            bool(field.index),
            bool(getattr(field, "translate", False)),
            bool(getattr(field, "company_dependent", False)),
            getattr(field, "size", None) or None,
            getattr(field, "ondelete", None)
            if field.type == "many2one" and isinstance(getattr(field, "ondelete", None), str)
            else None,
            domain if isinstance(domain, str) else str(domain or []) if not callable(domain) else "[]",
            bool(getattr(field, "group_expand", None)),
            bool(field.store),
            getattr(field, "relation", None) if is_many2many else None,
            getattr(field, "column1", None) if is_many2many else None,
            getattr(field, "column2", None) if is_many2many else None,
            compute,
            None,
            bool(field.store),
            _currency_field(field),
            f"{field.model_name}.{field.name}",
            bool(getattr(field, "sanitize", True)),
        )


def _apply_custom(env, model_names):
    """Build the models as the rows of custom models and fields now say, and announce it; returns what cannot be."""
    registry = custom.apply(env, model_names)
    registry.clear_all_caches()
    signals.bump(env.cr, "registry")
    return registry.custom_problems


def _currency_field(field):
    name = getattr(field, "currency_field", None)
    return name if isinstance(name, str) else None


_FIELD_TYPES = [
    (kind, kind)
    for kind in (
        "binary boolean char date datetime float html image integer json many2many many2one many2one_reference monetary "
        "one2many properties properties_definition reference selection text"
    ).split()
]


class IrModelFieldsSelection(models.Model):
    _name = "ir.model.fields.selection"
    _description = "Fields Selection"
    _order = "sequence, id"

    field_id = fields.Many2one("ir.model.fields", required=True, ondelete="cascade", index=True)
    value = fields.Char(required=True)
    name = fields.Char(translate=True, required=True)
    sequence = fields.Integer(default=1000)

    _sql_constraints = [
        ("selection_field_uniq", "unique (field_id, value)", "Selections values must be unique per field")
    ]

    @api.model_create_multi
    def create(self, vals_list):
        options = super().create(vals_list)
        options._apply()
        return options

    def write(self, vals):
        result = super().write(vals)
        self._apply()
        return result

    def unlink(self):
        rows = self.field_id
        result = super().unlink()
        rows.filtered(lambda field: field.state == "manual")._apply()
        return result

    def _apply(self):
        self.field_id.filtered(lambda field: field.state == "manual")._apply()

    @api.model
    def _reflect_selections(self, model_names, field_ids):
        """Insert and update the choices of selection fields; returns (field id, value) → id."""
        rows = []
        for name in model_names:
            for field in self.env[name]._fields.values():
                if field.type == "selection" and isinstance(field.selection, (list, tuple)) and not field.manual:
                    field_id = field_ids[field.model_name, field.name]
                    rows += [
                        (field_id, str(value), _json_text(str(label)) or _json_text(str(value)), sequence)
                        for sequence, (value, label) in enumerate(field.selection)
                    ]
        columns = {"field_id": "int", "value": "varchar", "name": "jsonb", "sequence": "int"}
        return _upsert(self.env, "ir_model_fields_selection", ("field_id", "value"), columns, rows, {})


class IrModelConstraint(models.Model):
    _name = "ir.model.constraint"
    _description = "Model Constraint"

    name = fields.Char(string="Constraint", required=True, index=True, readonly=True)
    definition = fields.Char(readonly=True)
    message = fields.Char(translate=True)
    model = fields.Many2one("ir.model", required=True, ondelete="cascade", index=True, readonly=True)
    module = fields.Many2one("ir.module.module", required=True, index=True, ondelete="cascade", readonly=True)
    type = fields.Char(string="Constraint Type", required=True, size=1, index=True, readonly=True)
    write_date = fields.Datetime()
    create_date = fields.Datetime()

    _sql_constraints = [
        ("module_name_uniq", "unique (name, module)", "Constraints with the same name are unique per module.")
    ]

    @api.model
    def _reflect_constraints(self, declared, model_ids):
        """Remember which addon declared which SQL constraint, so that uninstalling it drops the constraint."""
        module_ids = _module_ids(self.env, declared)
        rows = {}
        for module, of_module in declared.items():
            for model_name in of_module:
                for cls in _classes_of(self.env[model_name], module):
                    for name, definition, message in _own_constraints(cls):
                        constraint = f"{self.env[model_name]._table}_{name}"
                        rows[constraint, module] = (
                            constraint,
                            module_ids[module],
                            definition,
                            _json_text(str(message)),
                            model_ids[model_name],
                            "u",
                        )
        columns = {
            "name": "varchar",
            "module": "int",
            "definition": "varchar",
            "message": "jsonb",
            "model": "int",
            "type": "varchar",
        }
        _upsert(self.env, "ir_model_constraint", ("name", "module"), columns, list(rows.values()), {})


def _own_constraints(cls):
    return [entry for entry in vars(cls).get("_sql_constraints") or () if len(entry) == 3]


def _classes_of(model, module):
    """The classes an addon wrote for a model."""
    return [cls for cls in type(model).mro() if vars(cls).get("_module") == module]


class IrModelRelation(models.Model):
    _name = "ir.model.relation"
    _description = "Relation Model"

    name = fields.Char(string="Relation Name", required=True, index=True)
    model = fields.Many2one("ir.model", required=True, index=True, ondelete="cascade")
    module = fields.Many2one("ir.module.module", required=True, index=True, ondelete="cascade")
    write_date = fields.Datetime()
    create_date = fields.Datetime()

    @api.model
    def _reflect_relations(self, declared, model_ids):
        """Remember which addon brought which many2many table."""
        module_ids = _module_ids(self.env, declared)
        rows = {}
        for module, of_module in declared.items():
            for model_name, names in of_module.items():
                for name in names:
                    field = self.env[model_name]._fields.get(name)
                    if field is not None and field.type == "many2many" and field.store and field.relation:
                        rows[field.relation, module] = (
                            field.relation,
                            module_ids[module],
                            model_ids[model_name],
                        )
        columns = {"name": "varchar", "module": "int", "model": "int"}
        _upsert(self.env, "ir_model_relation", ("name", "module"), columns, list(rows.values()), {})


def _module_ids(env, names):
    env.cr.run("SELECT name, id FROM ir_module_module WHERE name = ANY(%s)", [list(names)])
    return dict(env.cr.fetchall())


def _modules_by_id(records):
    """id → sorted names of the addons that claim the record."""
    found = defaultdict(list)
    records.env.cr.execute(
        "SELECT DISTINCT res_id, module FROM ir_model_data WHERE model = %s AND res_id = ANY(%s) ORDER BY module",
        [records._name, list(records.ids)],
    )
    for res_id, module in records.env.cr.fetchall():
        found[res_id].append(module)
    return found


def _reflected_ids(declared, model_ids, field_ids, selection_ids):
    """The external ids `module.model_x`, `module.field_x__y`, `module.selection__x__y__value`."""
    values_of = defaultdict(list)
    for (field_id, value), selection_id in selection_ids.items():
        values_of[field_id].append((value, selection_id))
    for module, of_module in declared.items():
        for model_name, names in of_module.items():
            table = model_name.replace(".", "_")
            yield xmlids.NewId(f"{module}.model_{table}", "ir.model", model_ids[model_name])
            for name in names:
                field_id = field_ids.get((model_name, name))
                if field_id is None:
                    continue
                yield xmlids.NewId(f"{module}.field_{table}__{name}", "ir.model.fields", field_id)
                for value, selection_id in values_of.get(field_id, ()):
                    clean = value.replace(".", "_").replace(" ", "_").lower()
                    yield xmlids.NewId(
                        f"{module}.selection__{table}__{name}__{clean}",
                        "ir.model.fields.selection",
                        selection_id,
                    )


def _upsert(env, table, key, columns, rows, constants):
    """Insert missing rows, update differing ones, two statements for any number of rows; returns key → id.

    jsonb columns keep the other languages of rows that exist. The key columns come first in `columns`.
    """
    keys = (key,) if isinstance(key, str) else tuple(key)
    if not rows:
        return {}
    names = list(columns)
    parameters = {f"c{index}": list(values) for index, values in enumerate(zip(*rows, strict=True))}
    source = "(SELECT * FROM unnest({}) AS new({}))".format(
        ", ".join(f"%(c{index})s::{columns[name]}[]" for index, name in enumerate(names)), ", ".join(names)
    )
    match = " AND ".join(f"old.{name} = new.{name}" for name in keys)
    others = [name for name in names if name not in keys]
    returned = ", ".join(f"old.{name}" for name in keys)
    if others:
        changed = ", ".join(f"old.{name}" for name in others)
        wanted = [
            f"coalesce(old.{name}, '{{}}'::jsonb) || new.{name}"
            if columns[name] == "jsonb"
            else f"new.{name}"
            for name in others
        ]
        assignments = ", ".join(f"{name} = {value}" for name, value in zip(others, wanted, strict=True))
        env.cr.run(
            f"UPDATE {table} AS old SET {assignments} FROM {source} AS new "
            f"WHERE {match} AND ({changed}) IS DISTINCT FROM ({', '.join(wanted)})",
            parameters,
        )
    fixed = "".join(f", {name}" for name in constants)
    values = "".join(f", %(fixed_{name})s" for name in constants)
    env.cr.run(
        f"INSERT INTO {table} ({', '.join(names)}{fixed}, create_uid, write_uid, create_date, write_date) "
        f"SELECT {', '.join('new.' + name for name in names)}{values}, 1, 1, %(now)s, %(now)s FROM {source} AS new "
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} AS old WHERE {match})",
        {**parameters, **{f"fixed_{name}": value for name, value in constants.items()}, "now": env.cr.now()},
    )
    env.cr.run(f"SELECT {returned}, old.id FROM {table} AS old JOIN {source} AS new ON {match}", parameters)
    if len(keys) == 1:
        return dict(env.cr.fetchall())
    return {tuple(row[:-1]): row[-1] for row in env.cr.fetchall()}


class IrModelAccess(models.Model):
    _name = "ir.model.access"
    _clears_caches = ("access",)
    _description = "Model Access"
    _order = "model_id, group_id, name, id"

    name = fields.Char(required=True, index=True)
    active = fields.Boolean(
        default=True,
        help="An inactive access right grants nothing; deleted ones of an addon come back when it is upgraded.",
    )
    model_id = fields.Many2one("ir.model", string="Model", required=True, index=True, ondelete="cascade")
    group_id = fields.Many2one("res.groups", string="Group", ondelete="restrict", index=True)
    perm_read = fields.Boolean(string="Read Access")
    perm_write = fields.Boolean(string="Write Access")
    perm_create = fields.Boolean(string="Create Access")
    perm_unlink = fields.Boolean(string="Delete Access")

    # -- who may do what ---------------------------------------------------------------------------

    @api.model
    def _allowed(self, mode):
        """Names of the models the user may `read`, `write`, `create` or `unlink`; record rules come on top."""
        if mode not in MODES:
            raise ValueError(f"Unknown access mode {mode!r}; the modes are {', '.join(MODES)}.")
        return self._allowed_for_groups(tuple(sorted(self.env.user._get_group_ids())))[mode]

    @api.model
    @ormcache("group_ids", cache="access")
    def _allowed_for_groups(self, group_ids):
        """mode → frozenset of model names, for a user in exactly these groups: one query for all modes."""
        self.flush_model()
        self.env.cr.run(
            """
            SELECT m.model, bool_or(a.perm_read), bool_or(a.perm_write), bool_or(a.perm_create), bool_or(a.perm_unlink)
              FROM ir_model_access a JOIN ir_model m ON m.id = a.model_id
             WHERE a.active AND (a.group_id IS NULL OR a.group_id = ANY(%s))
          GROUP BY m.model
            """,
            [list(group_ids)],
        )
        rows = self.env.cr.fetchall()
        return {mode: frozenset(row[0] for row in rows if row[index]) for index, mode in enumerate(MODES, 1)}

    @api.model
    def _get_allowed_models(self, mode="read"):
        return self._allowed(mode)

    @api.model
    def check(self, model, mode="read", raise_exception=True):
        """Whether the user may do `mode` with records of `model` (a name, an ir.model record or a recordset).

        :raises AccessError: when not, and `raise_exception`
        """
        name = (
            model.model
            if isinstance(model, models.BaseModel) and model._name == "ir.model"
            else getattr(model, "_name", model)
        )
        if self.env.su or name in self._allowed(mode):
            return True
        if name not in self.env:
            _logger.error("Access check on the unknown model %s", name)
        if raise_exception:
            raise self._make_access_error(name, mode)
        return False

    @api.model
    def _make_access_error(self, model, mode):
        """The refusal: which model, which operation, and who may do it."""
        _logger.info("Access denied: user %s may not %s %s", self.env.uid, mode, model)
        label = self.env["ir.model"]._get(model).name or model
        refused = {
            "read": _("You are not allowed to access '%(label)s' (%(model)s) records.", label=label, model=model),
            "write": _("You are not allowed to modify '%(label)s' (%(model)s) records.", label=label, model=model),
            "create": _("You are not allowed to create '%(label)s' (%(model)s) records.", label=label, model=model),
            "unlink": _("You are not allowed to delete '%(label)s' (%(model)s) records.", label=label, model=model),
        }[mode]
        groups = self.group_names_with_access(model, mode)
        if groups:
            who = _("Members of these groups may: %s.", ", ".join(groups))
        else:
            who = _("No group may do this.")
        return AccessError(
            f"{refused}\n{who}\n" + _("Ask an administrator for the group if you need it."),
            code="base.no_model_access",
        )

    @api.model
    def group_names_with_access(self, model_name, access_mode):
        """Full names (category/group) of the active groups that grant this operation."""
        if access_mode not in MODES:
            raise ValueError(f"Unknown access mode {access_mode!r}; the modes are {', '.join(MODES)}.")
        accesses = self.sudo().search(
            [
                ("model_id.model", "=", model_name),
                (f"perm_{access_mode}", "=", True),
                ("group_id", "!=", False),
            ]
        )
        return sorted({access.group_id.full_name for access in accesses})

    @api.model
    def check_groups(self, group):
        """Whether the user is in the group with this external id."""
        return self.env.user.has_group(group)

    # -- changes -----------------------------------------------------------------------------------

    @api.private
    @api.model
    def call_cache_clearing_methods(self):
        self.env.registry.clear_cache("access")
