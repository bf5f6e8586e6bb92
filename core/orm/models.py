"""Models: ``models.Model``, ``models.TransientModel``, ``models.AbstractModel``."""
from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from core.base.expression import item_containers
from core.orm import api
from core.orm.access import AccessMixin
from core.orm.commands import Command
from core.orm.company_domain import (
    MODULE_UNINSTALL_FLAG,
    check_companies_domain_parent_of,
    check_company_domain,
    check_company_domain_parent_of,
    to_company_ids,
)
from core.orm.convert import ConvertMixin
from core.orm.environment import Environment
from core.orm.fields import Char, Datetime, Id, Many2one
from core.orm.fields.base import PREFETCH_MAX, Field
from core.orm.grouping import GroupingMixin
from core.orm.ids import IdType, NewId
from core.orm.metamodel import MetaModel
from core.orm.onchange import OnchangeMixin
from core.orm.read import ReadMixin
from core.orm.records import RecordsetMixin
from core.orm.search import SearchMixin
from core.orm.tables import LazyTable
from core.orm.webapi import WebApiMixin
from core.orm.write import LOG_FIELDS, WriteMixin

_logger = logging.getLogger(__name__)

MODEL_ATTRIBUTES = (
    "_description", "_table", "_order", "_rec_name", "_rec_names_search", "_parent_name", "_parent_store",
    "_active_name", "_date_name", "_fold_name", "_auto", "_abstract", "_transient", "_log_access", "_check_company_auto",
    "_translate", "_table_query",
)


class BaseModel(WriteMixin, ReadMixin, ConvertMixin, SearchMixin, GroupingMixin, OnchangeMixin, WebApiMixin, AccessMixin,
                RecordsetMixin, metaclass=MetaModel):
    """A recordset of one model. Subclasses in addons are definitions; the registry composes them."""

    __slots__ = ("_ids", "_prefetch_ids", "env")

    _register = False
    _name: str = None  # type: ignore[assignment]
    _inherit: Any = ()
    _module: str | None = None
    _description: str | None = None
    _table: str = None  # type: ignore[assignment]
    _table_query: Any = None
    _order = "id"
    _rec_name: str | None = None
    _rec_names_search: Sequence[str] | None = None
    _parent_name = "parent_id"
    _parent_store = False
    _active_name: str | None = None
    _date_name = "date"
    _fold_name = "fold"
    _auto = False
    _abstract = True
    _transient = False
    _log_access = True
    _translate = True
    _check_company_auto = False
    _check_company_domain = check_company_domain
    _custom = False
    _clears_caches: tuple[str, ...] = ()
    """Names of the ``ormcache`` caches that creating, writing or deleting records of this model empties."""
    _shared_rows = False
    """Master data: rows are shared by all transactions of a process, see core.orm.sharedrows."""
    _inherits: Mapping[str, str] = {}
    _sql_constraints: list[tuple[str, str, Any]] = []
    _depends: Mapping[str, Iterable[str]] = {}
    _fields: dict[str, Field] = {}
    _modules: tuple[str, ...] = ()
    _own_definitions: ClassVar[dict[str, list[Field]]] = {}
    _registry_class = False
    registry: Any = None
    pool: Any = None  # type: ignore[assignment]
    _table_ = LazyTable()

    def __init__(self, env: Environment, ids: tuple[IdType, ...] = (), prefetch_ids: Any = ()) -> None:
        self.env = env
        self._ids = ids
        self._prefetch_ids = prefetch_ids

    # -- composition ------------------------------------------------------------------------------------------------

    @classmethod
    def _compose_attributes(cls, definitions: Sequence[type]) -> None:
        """Collect what definitions add up: constraints, delegations, modules."""
        first = definitions[0]
        cls._modules = tuple(dict.fromkeys(d._module for d in definitions if d._module))  # type: ignore[attr-defined]
        cls._module = cls._modules[0] if cls._modules else None
        cls._source_line = getattr(first, "_source_line", None)  # type: ignore[assignment]
        cls._original_module = cls._module  # type: ignore[attr-defined]
        inherits: dict[str, str] = {}
        constraints: dict[str, tuple[str, str, Any]] = {}
        depends: dict[str, set[str]] = {}
        for base in reversed(cls.__mro__):
            declared = base.__dict__
            inherits.update(declared.get("_inherits") or {} if not declared.get("_registry_class") else {})
            for key, definition, message in declared.get("_sql_constraints") or () if not declared.get("_registry_class") else ():
                constraints[key] = (key, definition, message)
            for model, names in (declared.get("_depends") or {}).items() if not declared.get("_registry_class") else ():
                depends.setdefault(model, set()).update(names)
        cls._inherits = inherits
        cls._sql_constraints = list(constraints.values())
        cls._depends = depends
        if cls._table is None or cls._table == "":
            cls._table = cls._name.replace(".", "_")
        declared_table = next((d.__dict__["_table"] for d in reversed(definitions) if d.__dict__.get("_table")), None)
        cls._table = declared_table or cls._name.replace(".", "_")
        if cls._description is None or not any("_description" in d.__dict__ for d in definitions):
            cls._description = next((d.__dict__["_description"] for d in definitions if d.__dict__.get("_description")), None) \
                or cls._name
        own_auto = [d.__dict__["_auto"] for d in definitions if "_auto" in d.__dict__]
        kinds = {d._abstract for d in definitions if d.__dict__.get("_inherit") is None or d._name not in d._inherit}  # type: ignore[attr-defined]
        if kinds:
            cls._abstract = all(kinds)
            cls._transient = any(d._transient for d in definitions if not d._abstract)  # type: ignore[attr-defined]
        cls._auto = own_auto[-1] if own_auto else not cls._abstract
        explicit_log = [d.__dict__["_log_access"] for d in definitions if "_log_access" in d.__dict__]
        cls._log_access = explicit_log[-1] if explicit_log else cls._auto
        cls._table_wanted = not cls._abstract  # type: ignore[attr-defined]

    @classmethod
    def _automatic_fields(cls, own: Mapping[str, Any]) -> dict[str, Field]:
        """The fields every model has."""
        fields: dict[str, Field] = {"id": Id(string="ID")}
        fields["display_name"] = Char(
            string="Display Name", compute="_compute_display_name", search="_search_display_name", automatic=True)
        if cls._log_access and not cls._abstract:
            fields["create_uid"] = Many2one("res.users", string="Created by", automatic=True, readonly=True, copy=False)
            fields["create_date"] = Datetime(string="Created on", automatic=True, readonly=True, copy=False)
            fields["write_uid"] = Many2one("res.users", string="Last Updated by", automatic=True, readonly=True, copy=False)
            fields["write_date"] = Datetime(string="Last Updated on", automatic=True, readonly=True, copy=False)
        for name, field in fields.items():
            field.name = name
        return fields

    @classmethod
    def _setup_names(cls) -> None:
        """Which fields name a record and archive it; computed fields may depend on them."""
        if cls._rec_name is None or cls._rec_name not in cls._fields:
            cls._rec_name = "name" if "name" in cls._fields else "x_name" if "x_name" in cls._fields else None
        if not cls._active_name:
            cls._active_name = "active" if "active" in cls._fields else "x_active" if "x_active" in cls._fields else None

    @classmethod
    def _setup_done(cls) -> None:
        """Derive what needs all fields."""
        cls._extends_default_get = cls.default_get is not BaseModel.default_get  # type: ignore[attr-defined]
        with_default = [name for name, field in cls._fields.items() if field.default and not field.inherited]
        cls._names_with_defaults = tuple(  # type: ignore[attr-defined]
            # an extended default_get may know a value of any field
            [name for name, field in cls._fields.items() if name not in LOG_FIELDS and name != "id" and not field.inherited
             and (not field.compute or field.store or field.inverse)]
            if cls.default_get is not BaseModel.default_get else with_default)
        cls._varying_defaults = frozenset(  # type: ignore[attr-defined]
            name for name in with_default
            if not hasattr(cls._fields[name].default, "constant")
            and cls._fields[name].type not in ("many2one", "many2many", "selection", "boolean"))

    @classmethod
    def _column_fields(cls) -> tuple[Field, ...]:
        """Stored fields that are columns, without the id."""
        fields = cls.__dict__.get("_columns_of_table")
        if fields is None:
            fields = tuple(field for field in cls._fields.values() if field.store and field.is_column and field.name != "id"
                           and not field.inherited)
            cls._columns_of_table = fields  # type: ignore[attr-defined]
        return fields

    @classmethod
    def _many2one_columns(cls) -> tuple[Field, ...]:
        fields = cls.__dict__.get("_references_of_table")
        if fields is None:
            fields = cls._references_of_table = tuple(field for field in cls._column_fields() if field.type == "many2one")  # type: ignore[attr-defined]
        return fields

    @classmethod
    def _marked_methods(cls, mark: str) -> list[Callable]:
        """Methods carrying the mark of a decorator, the most derived version of each, base models first."""
        found: dict[str, Callable] = {}
        for base in reversed(cls.__mro__):
            for name, value in base.__dict__.items():
                if callable(value) and hasattr(value, mark):
                    found.setdefault(name, value)
        result = []
        for name in found:
            method = getattr(cls, name)
            if hasattr(method, mark):
                result.append(method)
        return result

    @classmethod
    def _table_query_sql(cls, model: Any) -> str:
        """The query of a model without a table of its own, as a parenthesised source."""
        from core.orm.statement import table_query_text
        return f'({table_query_text(model)}) AS "{cls._table}"'

    # -- schema hooks -----------------------------------------------------------------------------------------------

    def _auto_init(self) -> None:
        """Called after the table exists, before data is loaded; addons prepare columns here."""

    def init(self) -> None:
        """Called after :meth:`_auto_init`; addons create views and functions here."""

    def _register_hook(self) -> None:
        """Called once the registry is complete."""

    def _unregister_hook(self) -> None:
        """Called before the registry is replaced."""

    # -- odds and ends the contract names -----------------------------------------------------------------------------

    @api.model
    def get_empty_list_help(self, help_message: str) -> str:
        return help_message

    @api.model
    def get_import_templates(self) -> list:
        return []

    def get_base_url(self) -> str:
        return self.env["ir.config_parameter"].sudo().get_param("web.base.url")

    def get_formview_id(self, access_uid: int | None = None) -> int | bool:
        """Id of the form view to open these records with; False: the default one."""
        return False

    def get_formview_action(self, access_uid: int | None = None) -> dict[str, Any]:
        """The action that opens the record in its form."""
        view_id = self.sudo().get_formview_id(access_uid=access_uid)
        return {"type": "ir.actions.act_window", "res_model": self._name, "view_mode": "form",
                "views": [(view_id, "form")], "target": "current", "res_id": self.id, "context": dict(self.env.context)}  # type: ignore[attr-defined]

    def get_access_action(self, access_uid: int | None = None, force_website: bool = False) -> dict[str, Any]:
        return self.get_formview_action(access_uid=access_uid)

    def _get_placeholder_filename(self, field: str) -> str | bool:
        return False

    @api.model
    def user_has_groups(self, groups: str) -> bool:
        """Whether the user belongs to one of the comma-separated groups ('!' excludes)."""
        return self.env.user.has_groups(groups)

    @api.model
    def is_transient(self) -> bool:
        return self._transient

    def lock_for_update(self) -> None:
        """Lock the rows until the end of the transaction, in the order of their ids."""
        if self._ids:
            self.env.flush_fields({self._name: ["id"]})
            self.env.cr.run(f'SELECT id FROM "{self._table}" WHERE id = ANY(%s) ORDER BY id FOR UPDATE',
                            ([id_ for id_ in self._ids if id_],))


AbstractModel = BaseModel
item_containers.append(BaseModel)  # record['x_name'] = value

MAGIC_COLUMNS = ["id", *LOG_FIELDS]
LOG_ACCESS_COLUMNS = list(LOG_FIELDS)


class Base(AbstractModel):
    """Parent of every model: addons extend it (``_inherit = 'base'``) to add something to all."""

    __module__ = "odoo.addons.base.models.base"  # where addons and test helpers expect it
    _name = "base"
    _description = "Base"
    _module = "base"


class Model(AbstractModel):
    """A model with a table."""

    _register = False
    _auto = True
    _abstract = False
    _transient = False


class TransientModel(Model):
    """A model of short-lived records (wizards), vacuumed by and by."""

    _register = False
    _auto = True
    _abstract = False
    _transient = True
    _transient_max_count = 0
    _transient_max_hours = 1.0

    @api.autovacuum
    def _transient_vacuum(self) -> None:
        """Delete records older than ``_transient_max_hours``."""
        self.env.cr.execute(
            f'SELECT id FROM "{self._table}" WHERE COALESCE(write_date, create_date) '
            "< (now() AT TIME ZONE 'UTC') - %s * interval '1 hour' LIMIT 100000", (self._transient_max_hours,))
        self.sudo().browse([row[0] for row in self.env.cr.fetchall()]).unlink()


__all__ = [
    "LOG_ACCESS_COLUMNS", "MAGIC_COLUMNS", "MODULE_UNINSTALL_FLAG", "PREFETCH_MAX", "AbstractModel", "BaseModel", "Command",
    "MetaModel", "Model", "NewId", "TransientModel",
    "check_companies_domain_parent_of", "check_company_domain", "check_company_domain_parent_of", "to_company_ids",
]
