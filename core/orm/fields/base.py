"""The common part of all fields: definition, set-up, reading through the cache, assignment."""
from __future__ import annotations

import builtins
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from core.base.errors import AccessError, MissingError
from core.orm import sharedrows
from core.orm.environment import MISSING, Environment
from core.orm.ids import IdType, Origins

if TYPE_CHECKING:
    from core.orm.models import BaseModel

_logger = logging.getLogger(__name__)

PREFETCH_MAX = 1000


class _Unset:
    """Marks an attribute that a definition does not mention."""

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


UNSET: Any = _Unset()


class Field:
    """A field of a model.

    A *definition* (what the class body of an addon says) only keeps its arguments in ``_args``. When the registry
    is set up, the definitions of one field along the model's inheritance are merged into one instance that is
    bound to the model (``model_name``, ``name``).

    The cache holds values in the form records return them (``False`` for an empty text, date or selection, ``0``
    for an empty number), except relational fields, which hold ids.
    """

    type: ClassVar[str]
    by_type: ClassVar[dict[str, builtins.type[Field]]] = {}
    relational: ClassVar[bool] = False
    is_column: ClassVar[bool] = True
    """Whether a stored field of this kind is a column of the model's table."""
    null: ClassVar[Any] = False
    """The cached form of NULL."""
    write_sequence: ClassVar[int] = 0

    name: str = ""
    model_name: str = ""
    comodel_name: str | None = None
    inverse_name: str | None = None

    string: str | None = None
    help: str | None = None
    readonly: bool = False
    required: bool = False
    index: Any = None
    store: bool = True
    copy: bool = True
    groups: str | None = None
    default: Callable[[Any], Any] | None = None
    compute: Any = None
    compute_sudo: bool = False
    precompute: bool = False
    recursive: bool = False
    inverse: Any = None
    search: Any = None
    related: Any = None
    related_sudo: bool = True
    inherited: bool = False
    inherited_field: Field | None = None
    company_dependent: bool = False
    translate: Any = False
    prefetch: Any = True
    states: Any = None
    change_default: bool = False
    exportable: bool = True
    automatic: bool = False
    manual: bool = False
    aggregator: str | None = None
    depends: tuple[str, ...] = ()
    depends_context: tuple[str, ...] = ()
    context_keys: tuple[str, ...] = ()
    """What the cached value depends on, beside the record (fields of one database value: empty)."""
    bypass_search_access: bool = False
    tracking: Any = None
    copy_default: bool = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "type" in cls.__dict__:
            Field.by_type.setdefault(cls.type, cls)

    def __init__(self, string: Any = UNSET, **kwargs: Any) -> None:
        if string is not UNSET:
            kwargs["string"] = string
        self._args: dict[str, Any] = {key: value for key, value in kwargs.items() if value is not UNSET}
        self._module: str | None = None
        self._base_fields: tuple[Field, ...] = ()
        self._modules: tuple[str, ...] = ()
        self._live_related = False
        self._column: Any = UNSET
        self._triggers: Any = None

    args = property(lambda self: self._args)

    def __set_name__(self, owner: builtins.type, name: str) -> None:
        self.name = name
        self._module = getattr(owner, "_module", None)

    def __repr__(self) -> str:
        return f"{self.model_name}.{self.name}" if self.model_name else f"<{type(self).__name__} {self.name}>"

    def __str__(self) -> str:
        return f"{self.model_name}.{self.name}"

    # -- set-up ------------------------------------------------------------------------------------------------

    @classmethod
    def assemble(cls, model_cls: builtins.type[BaseModel], name: str, definitions: Sequence[Field]) -> Field:
        """The field ``name`` of a model, from its definitions, base first."""
        top = definitions[-1]
        same_kind = [definition for definition in definitions if definition.type == top.type] \
            if any(d.type != top.type for d in definitions) else definitions
        field = object.__new__(type(top))
        Field.__init__(field)
        args: dict[str, Any] = {}
        for definition in same_kind:
            top.merge_args(args, definition._args)
        field._args = args
        field.name = name
        field.model_name = model_cls._name
        field._module = definitions[0]._module
        field._modules = tuple(dict.fromkeys(d._module for d in definitions if d._module))
        field._base_fields = tuple(definitions)
        field._apply_args(model_cls, dict(args))
        return field

    def merge_args(self, args: dict[str, Any], more: dict[str, Any]) -> None:
        args.update(more)
        if more.get("compute"):
            if "related" not in more:
                args.pop("related", None)
        elif more.get("related"):
            args.pop("compute", None)

    def _apply_args(self, model_cls: builtins.type[BaseModel], args: dict[str, Any]) -> None:
        self._complete_args(args)
        if not args.get("string"):
            args["string"] = default_label(self.name)
        if "default" in args:
            value = args.pop("default")
            if value is not None:
                args["default"] = value if callable(value) else _constant(value)
        # `oldname`-like unknown keys are kept as plain attributes: addons read them back (tracking, options …)
        self.__dict__.update(args)

    def _complete_args(self, args: dict[str, Any]) -> None:
        """Defaults that follow from other arguments."""
        if args.get("sparse"):
            self._complete_sparse_args(args)
        if args.get("related"):
            related = args["related"]
            args["related"] = tuple(related.split(".")) if isinstance(related, str) else tuple(related)
            args["store"] = args.get("store", False)
            args["readonly"] = args.get("readonly", True)
            args["copy"] = args.get("copy", False)
            args["compute_sudo"] = args.get("related_sudo", args.get("compute_sudo", True))
        elif args.get("compute"):
            args["store"] = store = args.get("store", False)
            args["compute_sudo"] = args.get("compute_sudo", store)
            if not (store and not args.get("readonly", True)):
                args["copy"] = args.get("copy", False)
            args["readonly"] = args.get("readonly", not args.get("inverse"))
        if args.get("company_dependent"):
            args["copy"] = args.get("copy", True)
            args.pop("required", None)
        if args.get("precompute") and not args.get("store", True):
            args["precompute"] = False
        if isinstance(args.get("index"), str) and args["index"] in ("True", "False"):
            args["index"] = args["index"] == "True"
        if "group_operator" in args:
            args["aggregator"] = args.pop("group_operator")
        if "auto_join" in args:
            args["bypass_search_access"] = args["auto_join"]

    def _complete_sparse_args(self, args: dict[str, Any]) -> None:
        """A sparse field has no column: its value is an entry of the serialized field it names."""
        name, container = self.name, args["sparse"]

        def read(records: Any) -> None:
            for record in records:
                value = (record[container] or {}).get(name)
                if value and self.relational:
                    value = record.env[self.comodel_name].browse(value).exists()
                record[name] = value or False

        def keep(records: Any) -> None:
            for record in records:
                entries = dict(record[container] or {})
                value = self.convert_to_read(record[name], record, use_display_name=False)
                if value:
                    entries[name] = value
                else:
                    entries.pop(name, None)
                record[container] = entries

        read._depends = (container,)  # type: ignore[attr-defined]
        args.update(store=False, compute=read, inverse=keep, copy=args.get("copy", False), readonly=args.get("readonly", False))

    def setup(self, model_cls: builtins.type[BaseModel]) -> None:
        """Resolve what depends on other fields (every model has its fields by now)."""
        if self.related:
            self._setup_related(model_cls)
        elif self.compute:
            self._setup_compute(model_cls)
        else:
            self.depends = ()
        keys = list(self._own_context_keys())
        if not self.store or not self.is_column:
            keys += [key for key in self.depends_context if key not in keys]
        self.context_keys = tuple(keys)

    def _own_context_keys(self) -> tuple[str, ...]:
        if self.translate and self.store:
            return ("lang",)
        if self.company_dependent:
            return ("company",)
        return ()

    def _setup_compute(self, model_cls: builtins.type[BaseModel]) -> None:
        method = self.compute_method(model_cls)
        depends: list[str] = []
        context: list[str] = list(self._args.get("depends_context", ()))
        for function in _overridden(model_cls, self.compute, method):
            declared = getattr(function, "_depends", ())
            if callable(declared):
                declared = declared(model_cls.registry.model_without_env(model_cls._name))
            depends += declared
            context += getattr(function, "_depends_context", ())
        depends += self._args.get("depends", ())
        self.depends = tuple(dict.fromkeys(depends))
        if not self.store:
            # What is made of a translated or company-dependent value differs by language or company, too.
            context += [key for path in self.depends for key in _context_of_path(model_cls, path)]
        self.depends_context = tuple(dict.fromkeys(context))

    def compute_method(self, model_cls: builtins.type[BaseModel]) -> Callable | None:
        if isinstance(self.compute, str):
            return getattr(model_cls, self.compute, None)
        return self.compute

    def _setup_related(self, model_cls: builtins.type[BaseModel]) -> None:
        registry = model_cls.registry
        model: builtins.type[BaseModel] = model_cls
        live = not self.store
        field: Field | None = None
        for position, name in enumerate(self.related):
            field = model._fields.get(name)
            if field is None:
                from core.orm.registry import suggest
                raise KeyError(
                    f"Field {self}: related {'.'.join(self.related)!r} names {name!r}, which {model._name} does not have."
                    + suggest(name, model._fields))
            last = position == len(self.related) - 1
            if not last:
                if field.type != "many2one":
                    live = False
                if not field.comodel_name:
                    raise TypeError(f"Field {self}: {field} in related {'.'.join(self.related)!r} is not relational.")
                model = registry.models[field.comodel_name]
        assert field is not None
        self._setup_like(field, model_cls)
        self.depends = (".".join(self.related),)
        self._live_related = live and self.type not in ("one2many", "many2many")
        self.compute = self._compute_related
        if not self.readonly or self.inherited:
            self.inverse = self.inverse or Field._inverse_related
        self.target_field = field
        self.depends_context = tuple(field.depends_context)

    def _setup_like(self, field: Field, model_cls: builtins.type[BaseModel]) -> None:
        """Take over what a related field does not say itself."""
        if field.type != self.type and not (field.type in ("char", "text", "html") and self.type in ("char", "text", "html")):
            if not self.inherited and not (field.type == "many2one" and self.type == "integer"):
                raise TypeError(f"Type of related field {self} is inconsistent with {field} ({self.type} / {field.type}).")
        for name in self.related_attributes:
            if name not in self._args and hasattr(field, name):
                self.__dict__[name] = getattr(field, name)
        if "string" not in self._args and field.string:
            self.string = field.string
        if self.inherited:
            self.required = field.required
            self.readonly = field.readonly
            self.default = None

    related_attributes: tuple[str, ...] = (
        "help", "groups", "aggregator", "tracking", "exportable", "change_default")

    # -- context and identity ----------------------------------------------------------------------------------

    @property
    def column(self) -> Any:
        """The SQLAlchemy column, or None when the field is not a column of its table."""
        column = self._column
        if column is UNSET:
            model = self._model_cls
            column = self._column = model._table_.c.get(self.name) if self.store and self.is_column else None
        return column

    @property
    def column_type(self) -> tuple[str, str] | None:
        return (self.sql_type, self.sql_type) if self.is_column else None

    @property
    def _model_cls(self) -> Any:
        return self.__dict__["_owner"]

    @property
    def base_field(self) -> Field:
        return self.inherited_field.base_field if self.inherited_field else self

    @property
    def sql_type(self) -> str:
        """PostgreSQL's name of the column's type, as used in casts."""
        raise NotImplementedError(f"{self!r} is not a column")

    def sa_type(self) -> Any:
        raise NotImplementedError(f"{self!r} is not a column")

    def is_accessible(self, env: Environment) -> bool:
        """Whether the groups of the field admit the user."""
        return not self.groups or env.su or env.user.has_groups(self.groups)

    # -- reading -----------------------------------------------------------------------------------------------

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        ids = record._ids
        if len(ids) == 1 and not self.context_keys:
            try:
                return record.env._data[self][ids[0]]
            except KeyError:
                pass
        return self.convert_to_record(self.cached(record), record)

    def cached(self, record: Any) -> Any:
        """The cached form of the value of a record (at most one), computed or fetched if need be."""
        ids = record._ids
        if not ids:
            return self.null
        if len(ids) > 1:
            record.ensure_one()
        id_ = ids[0]
        env = record.env
        data = env.field_data(self)
        value = data.get(id_, MISSING)
        if value is not MISSING:
            return value
        if self._live_related and id_:
            return self._follow_related(record)
        if self.store and id_ in env.transaction.tocompute.get(self, ()):
            from core.orm import compute
            compute.recompute(env, self, id_)
            value = data.get(id_, MISSING)
            if value is not MISSING:
                return value
        return self._load(record, id_, data)

    def _load(self, record: Any, id_: IdType, data: dict[IdType, Any]) -> Any:
        if id_ and self.store:
            self.fetch(record)
            value = data.get(id_, MISSING)
            if value is MISSING:
                if id_ in record.env.transaction.tocompute.get(self, ()):
                    return self.null
                raise missing_record(record, self)
            return value
        if not id_ and self.store and (origin := getattr(id_, "origin", None)):
            value = data[id_] = self.from_origin(record, record._new(record.env, (origin,), Origins(record._prefetch_ids)))
            return value
        if self.compute:
            return self._compute_now(record, id_, data)
        value = data[id_] = self.empty_value(record)
        if not id_ and (self.name in type(record)._names_with_defaults or f"default_{self.name}" in record.env.context):
            value = self._default_of_new(record, data, value)
        return value

    def _default_of_new(self, record: Any, data: dict[IdType, Any], empty: Any) -> Any:
        """The default of a record in memory that was given no value."""
        default = record._default_of(self.name)
        if default:
            with record.env.protecting([self], record):
                self.write(record, default)
        return data.get(record._ids[0], empty)

    def empty_value(self, record: Any) -> Any:
        """The cached form of this field on a new record that was given no value."""
        return self.null

    def unsaved_value(self, record: Any) -> Any:
        """Cached value of a record that is created but not inserted, where this environment has none cached."""
        return self.null

    def from_origin(self, record: Any, origin: Any) -> Any:
        """Cached value for a new record standing for the saved record ``origin``."""
        return self.cached(origin)

    def _compute_now(self, record: Any, id_: IdType, data: dict[IdType, Any]) -> Any:
        from core.orm import compute
        env = record.env
        if id_ in env.transaction.protected.get(self, ()):
            data[id_] = value = self.null if self.is_column else self.null
            return value
        records = record
        if id_ and not self.recursive:
            prefetch = [i for i in record._prefetch_ids if i and i not in data][:PREFETCH_MAX]
            if len(prefetch) > 1:
                records = record.browse(prefetch if id_ in prefetch else [id_])
        try:
            compute.compute_value(self, records)
        except (AccessError, MissingError):
            if records is record:
                raise
            compute.compute_value(self, record)
        value = data.get(id_, MISSING)
        if value is MISSING:
            if self.store or not id_:
                value = data[id_] = self.null
                return value
            raise ValueError(f"Compute method of {self} did not assign {record!r}.{self.name}")
        return value

    def fetch(self, record: Any) -> None:
        """Bring this field of the record, and of those read along with it, into the cache."""
        data = record.env.field_data(self)
        pending = record.env.transaction.tocompute.get(self, ())
        ids = [i for i in record._prefetch_ids if i and i not in data and i not in pending][:PREFETCH_MAX]
        id_ = record._ids[0]
        if id_ not in ids:
            ids = [id_, *ids[:PREFETCH_MAX - 1]]
        records = record.browse(ids)
        try:
            records._fetch_field(self)
        except (AccessError, MissingError):  # of one of the others, it may be
            if len(ids) == 1:
                raise
            record._fetch_field(self)

    def mapped(self, records: Any) -> list[Any]:
        """Cached values for all ``records``, in order."""
        ids = records._ids
        data = records.env.field_data(self)
        try:
            return [data[id_] for id_ in ids]
        except KeyError:
            prefetch = records._prefetch_ids
            browse = records._browse_one
            return [self.cached(browse(id_, prefetch)) for id_ in ids]

    # -- related -------------------------------------------------------------------------------------------------

    def _follow_related(self, record: Any) -> Any:
        """Value of a related field that is not cached, through its many2one path."""
        if self.compute_sudo and not record.env.su:
            record = record.sudo()
        for name in self.related[:-1]:
            record = record[name]
            if not record._ids:
                return self.null
        return self.target_field.cached(record)

    def _compute_related(self, records: Any) -> None:
        """Compute method of a related field that is stored or belongs to a new record."""
        source = records.sudo() if self.compute_sudo and not records.env.su else records
        values = list(source)
        for name in self.related[:-1]:
            # a slice would fetch alone; what a many2one leads to is fetched with its siblings
            values = [found if len(found) < 2 else found[:1] for found in [value[name] for value in values]]
        last = self.related[-1]
        groups: dict[Any, tuple[Any, list[IdType]]] = {}
        for id_, target in zip(records._ids, values, strict=True):
            value = target[last]
            key = value._ids if self.relational else value
            if not _is_hashable(key):
                key = id_
            groups.setdefault(key, (value, []))[1].append(id_)
        for value, ids in groups.values():
            same = records.browse(ids)
            same[self.name] = self._relate(value, records.env)

    def _relate(self, value: Any, env: Environment) -> Any:
        return value.with_env(env) if self.relational and value is not False else value

    def _inverse_related(self, records: Any) -> None:
        """Write the value of a related field where it comes from."""
        by_value: dict[Any, list] = {}
        for record in records:
            target = record
            for name in self.related[:-1]:
                target = target[name][:1]
            if target:
                value = record[self.name]
                key = value._ids if self.relational else value
                by_value.setdefault(key if _is_hashable(key) else repr(key), [value, target.browse()])[1] |= target
        for value, targets in by_value.values():
            targets[self.related[-1]] = value

    # -- assignment ----------------------------------------------------------------------------------------------

    def __set__(self, records: Any, value: Any) -> None:
        ids = records._ids
        if not ids:
            return
        protected = records.env.transaction.protected.get(self)
        if protected:
            if len(ids) == 1 and ids[0] in protected:
                self.write(records, value)
                return
            computing = [id_ for id_ in ids if id_ in protected]
            if computing:
                if len(computing) == len(ids):
                    self.write(records, value)
                    return
                self.write(records.browse(computing), value)
                records = records.browse([id_ for id_ in ids if id_ not in protected])
                ids = records._ids
        new = [id_ for id_ in ids if not id_]
        if new:
            self._assign_new(records if len(new) == len(ids) else records.browse(new), value)
            if len(new) == len(ids):
                return
            records = records.browse([id_ for id_ in ids if id_])
        records.write({self.name: self.value_to_write(value, records)})

    def _assign_new(self, records: Any, value: Any) -> None:
        """Assign on records that are not saved: the cache changes, dependents are marked, nothing is written."""
        env = records.env
        from core.orm import compute
        same = env.registry.field_computed.get(self, (self,))
        with env.protecting(same, records):
            before = self.relational
            if before:
                compute.modified(records, (self.name,), before=True)
            self.write(records, value)
            compute.modified(records, (self.name,))
        if self.inherited:
            parents = records[self.related[0]]
            new_parents = parents.filtered(lambda parent: not parent.id)
            if new_parents:
                new_parents[self.name] = value

    def value_to_write(self, value: Any, records: Any) -> Any:
        """An assigned value as ``write`` takes it."""
        return value

    def write(self, records: Any, value: Any) -> None:
        """Put ``value`` in the cache of ``records`` and remember what the next flush has to write."""
        self.update(records, self.convert_to_cache(value, records))

    def write_new(self, records: Any, values: Sequence[Any]) -> None:
        """Put the values given to records that are being created in the cache, one value for each record."""
        if self._in_columns():
            convert = self.convert_to_cache
            records.env.transaction.data[self].update(zip(records._ids, [convert(value, records) for value in values], strict=True))
            return
        for record, value in zip(records, values, strict=True):
            self.write(record, value)

    def _in_columns(self) -> bool:
        """Whether the value of a new record is known by itself and concerns nothing but its own cell of the cache."""
        cls = type(self)
        return (self.is_column and self.plain_cell and not self.context_keys and not self.translate
                and cls.write is Field.write and cls.update is Field.update)

    plain_cell: ClassVar[bool] = True
    """False: the cached form depends on other fields of the record, or giving a value has consequences."""

    def update(self, records: Any, cache_value: Any) -> None:
        env = records.env
        data = env._data[self] if not self.context_keys else env.field_data(self)
        ids = records._ids
        if len(ids) == 1:
            id_ = ids[0]
            old = data.get(id_, MISSING)
            if old is not MISSING and old == cache_value:
                return
            data[id_] = cache_value
            self._after_update(env, ids, cache_value)
            return
        changed = [id_ for id_ in ids if id_ not in data or data[id_] != cache_value]
        if not changed:
            return
        data.update(dict.fromkeys(changed, cache_value))
        self._after_update(env, changed, cache_value)

    def _after_update(self, env: Environment, ids: Sequence[IdType], cache_value: Any) -> None:
        if self.store and self.is_column:
            self.mark_dirty(env, ids, cache_value)

    def mark_dirty(self, env: Environment, ids: Sequence[IdType], cache_value: Any = None) -> None:
        """The next flush writes the cached values of this field for those of ``ids`` that are saved records."""
        transaction = env.transaction
        creates = transaction.creates.get(self.model_name, ())
        saved: Sequence[IdType]
        if len(ids) == 1:
            if not ids[0] or ids[0] in creates:
                return
            saved = ids
        else:
            saved = [id_ for id_ in ids if id_ and id_ not in creates]
            if not saved:
                return
        if self._model_cls._shared_rows:
            sharedrows.change(transaction, (self.model_name,))
        by_field = transaction.dirty.get(self.model_name)
        if by_field is None:
            by_field = transaction.dirty[self.model_name] = {}
        waiting = by_field.get(self)
        if waiting is None:
            waiting = by_field[self] = {}
        if len(saved) == 1:
            waiting[saved[0]] = None  # type: ignore[index]
        else:
            waiting.update(dict.fromkeys(saved))  # type: ignore[arg-type]

    def set_cache(self, records: Any, values: Iterable[Any]) -> None:
        """Put cached values in, without any consequence."""
        data = records.env.field_data(self)
        for id_, value in zip(records._ids, values, strict=False):
            data[id_] = value

    def fill_from_column(self, env: Environment, ids: Sequence[int], values: Sequence[Any]) -> None:
        """Bring database values into the cache, leaving alone what is cached or waits to be computed."""
        data = env.field_data(self)
        pending = env.transaction.tocompute.get(self)
        convert, null = self.from_column, self.null
        if not data and not pending:
            data.update(zip(ids, [null if v is None else convert(v) for v in values] if convert else
                            [null if v is None else v for v in values], strict=False))
            return
        for id_, value in zip(ids, values, strict=False):
            if id_ in data or (pending and id_ in pending):
                continue
            data[id_] = null if value is None else convert(value) if convert else value

    from_column: Any = None
    """Converts a value that is not NULL from the database to the cache; None: it stays as it is."""

    # -- forms of a value ----------------------------------------------------------------------------------------

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        """``value`` (as given to ``create``, ``write`` or assigned) in its cached form."""
        return value

    def convert_to_record(self, value: Any, record: Any) -> Any:
        return self.null if value is None else value

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        """A record's value as ``read`` returns it."""
        return False if value is None else value

    def convert_to_write(self, value: Any, record: Any) -> Any:
        """A record's value as ``write`` takes it."""
        return self.convert_to_read(value, record, use_display_name=False)

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        """A cached value as a parameter of SQL."""
        return None if value is False or value is None else value

    convert_to_column_insert = convert_to_column
    convert_to_column_update = convert_to_column

    def convert_to_onchange(self, value: Any, record: Any, names: Any = None) -> Any:
        return self.convert_to_read(value, record)

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return "" if value is False or value is None else value

    def convert_to_display_name(self, value: Any, record: Any) -> str:
        return str(value) if value not in (False, None) else ""

    # -- description ---------------------------------------------------------------------------------------------

    description_names: tuple[str, ...] = ()

    def get_description(self, env: Environment, attributes: Iterable[str] | None = None) -> dict[str, Any]:
        """What ``fields_get`` tells about the field."""
        wanted = set(attributes) if attributes else None
        result: dict[str, Any] = {}
        for name, getter in DESCRIPTION.items():
            if (wanted is None or name in wanted) and (value := getter(self, env)) is not None:
                result[name] = value
        for name in self.description_names:
            if wanted is None or name in wanted:
                value = self.describe(name, env)
                if value is not None:
                    result[name] = value
        return result

    def describe(self, name: str, env: Environment) -> Any:
        return getattr(self, name, None)

    def label(self, env: Environment) -> str:
        return env.registry.field_text(env, self, "string") or self.string or self.name

    def _description_string(self, env: Environment) -> str:
        """The label under the name that addons know."""
        return self.label(env)

    def help_text(self, env: Environment) -> str | None:
        return env.registry.field_text(env, self, "help") if self.help else self.help

    def is_sortable(self) -> bool:
        return bool((self.store and self.is_column) or (self.inherited_field and self.inherited_field.is_sortable()))

    def is_groupable(self) -> bool:
        return self.is_sortable() or bool(self.store and self.type == "many2many")

    def is_searchable(self) -> bool:
        if self.store or self.search:
            return True
        return bool(self.related) and self.target_field.is_searchable()


DESCRIPTION: dict[str, Callable[[Field, Environment], Any]] = {
    "type": lambda field, env: field.type,
    "name": lambda field, env: field.name,
    "string": lambda field, env: field.label(env),
    "help": lambda field, env: field.help_text(env),
    "readonly": lambda field, env: field.readonly,
    "required": lambda field, env: field.required,
    "store": lambda field, env: bool(field.store),
    "searchable": lambda field, env: field.is_searchable(),
    "sortable": lambda field, env: field.is_sortable(),
    "groupable": lambda field, env: field.is_groupable(),
    "company_dependent": lambda field, env: field.company_dependent,
    "manual": lambda field, env: field.manual,
    "depends": lambda field, env: field.depends,
    "related": lambda field, env: ".".join(field.related) if field.related else None,
    "groups": lambda field, env: field.groups,
    "change_default": lambda field, env: field.change_default,
    "default_export_compatible": lambda field, env: getattr(field, "default_export_compatible", False),
    "exportable": lambda field, env: field.exportable,
    "aggregator": lambda field, env: field.aggregator,
    "translate": lambda field, env: bool(field.translate),
}


def default_label(name: str) -> str:
    """'partner_id' → 'Partner', 'order_line_ids' → 'Order Line'."""
    base = name[:-4] if name.endswith("_ids") else name[:-3] if name.endswith("_id") else name
    return base.replace("_", " ").title()


def missing_record(record: Any, field: Field | None = None) -> MissingError:
    env = record.env
    return MissingError(env._(
        "Record does not exist or has been deleted.\n(Record: %(record)s, User: %(user)s)",
        record=record, user=env.uid))


def _constant(value: Any) -> Callable[[Any], Any]:
    def default(model: Any) -> Any:
        return value
    default.constant = value  # type: ignore[attr-defined]
    return default


def _overridden(model_cls: builtins.type, name: Any, method: Any) -> list[Any]:
    """All implementations of a method along the inheritance: each may declare dependencies of its own."""
    if not isinstance(name, str):
        return [method] if method else []
    found = []
    for cls in model_cls.__mro__:
        function = cls.__dict__.get(name)
        if function is not None:
            found.append(function)
    return found


def _is_hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _context_of_path(model_cls: builtins.type[BaseModel], path: str) -> tuple[str, ...]:
    """The context keys that the value at the end of a dependency (`partner_id.name`) depends on."""
    model: builtins.type[BaseModel] | None = model_cls
    for name in path.split("."):
        field = model._fields.get(name) if model is not None else None
        if field is None:
            return ()
        model = model_cls.registry.models.get(field.comodel_name or "")
    return field._own_context_keys() if field is not None else ()
