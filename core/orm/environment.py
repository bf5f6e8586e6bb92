"""Environment: who acts (user, context, superuser mode) on which transaction; and the transaction's cache."""
from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from core.base.errors import AccessError, MissingError, UserError
from core.orm.identifiers import Reservations, remember
from core.orm.ids import IdType
from core.orm import sharedrows
from core.tools import frozendict

if TYPE_CHECKING:
    from core.orm.fields.base import Field
    from core.orm.models import BaseModel
    from core.orm.registry import Registry

_logger = logging.getLogger(__name__)

SUPERUSER_ID = 1
MISSING: Any = object()
"""What a pending computation keeps for a record whose old value is not known."""

MAX_RECOMPUTE_ROUNDS = 100


class Transaction:
    """Everything the environments of one database transaction share.

    ``data[key][id]`` is the cache, ``key`` being the field, or ``(field, context key)`` for fields that depend
    on the context. ``dirty[model][field]`` and ``creates[model]`` are what the next flush writes.
    ``tocompute[field][id]`` holds the value a stored computed field had before it was marked (or MISSING):
    the value leaves the cache, so that reading the field finds nothing and computes it first.
    """

    __slots__ = (
        "registry", "cr", "data", "dirty", "creates", "created", "patches", "links", "tocompute", "protected",
        "envs", "touched", "before_commit", "new_records", "extra", "services", "computing", "offering", "reservations", "before",
        "changed_models", "shared_generation", "__weakref__",
    )

    def __init__(self, registry: Registry, cr: Any) -> None:
        self.registry = registry
        self.cr = cr
        self.envs: dict[Any, Environment] = {}
        self.data: dict[Any, dict[IdType, Any]] = _AutoDict()
        self.dirty: dict[str, dict[Field, dict[int, None]]] = {}
        self.creates: dict[str, dict[int, None]] = {}
        self.created: dict[str, set[int]] = {}
        self.patches: dict[Field, dict[int, dict[str, Any] | None]] = {}
        self.links: dict[Any, dict[tuple[int, int], bool]] = {}
        self.tocompute: dict[Field, dict[IdType, Any]] = {}
        self.protected: dict[Field, set[IdType]] = {}
        self.new_records: dict[str, dict[IdType, None]] = {}
        self.touched: dict[str, dict[int, None]] = {}
        self.before_commit = registry.before_commit
        self.extra: dict[Any, Any] = {}
        self.services: dict[str, Any] = {}
        """What upper rooms keep for the transaction: objects with ``flush()`` and ``rolled_back()``."""
        self.computing = 0
        self.offering = 0
        """Above 0 while an addon's ``_write_multi`` looks at pending values: its statements see the rows as they still are."""
        self.changed_models: set[str] = set()
        """Models with shared rows that this transaction changes."""
        self.shared_generation = registry.shared_rows.generation
        """Before the snapshot is taken: rows emptied since then are not filled in again from it."""
        self.before: dict[tuple[Field, IdType], Any] = {}
        """Values that fields in ``registry.remembered`` had before they changed (MISSING: the record is new)."""
        self.reservations = Reservations()

    # -- what the cursor calls ------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        return bool(self.tocompute or self.dirty or self.creates or self.links)

    def flush(self) -> None:
        """Write all pending work."""
        if self.pending and not self.offering:
            self.superuser_env().flush_all()
        for service in self.services.values():
            service.flush()

    def before_commit_hooks(self) -> None:
        """Run the hooks that may still change records before a commit (the workflow engine settles here)."""
        env = self.superuser_env()
        for hook in self.before_commit:
            hook(env)

    def clear(self) -> None:
        """Forget cache and pending work (the database rolled back)."""
        remember(self)
        self.reservations = Reservations()
        self.changed_models.clear()
        self.shared_generation = self.registry.shared_rows.generation
        self._forget()
        self.services.clear()

    def _forget(self) -> None:
        self.data.clear()
        self.dirty.clear()
        self.creates.clear()
        self.created.clear()
        self.patches.clear()
        self.links.clear()
        self.tocompute.clear()
        self.protected.clear()
        self.new_records.clear()
        self.before.clear()
        self.touched.clear()
        self.extra.clear()
        for env in self.envs.values():
            env._forget()

    reset = clear

    def use_registry(self, registry: Registry) -> None:
        """Go on with other models: somebody changes the custom ones. Nothing may be pending."""
        self.registry = registry
        self.before_commit = registry.before_commit
        self.shared_generation = registry.shared_rows.generation
        for env in self.envs.values():
            env.registry = registry
            env._forget()

    def savepoint_enter(self) -> Any:
        """Called after a flush: what must survive a rollback to this point."""
        return {model: dict(ids) for model, ids in self.touched.items()}, self.registry

    def savepoint_rollback(self, token: Any) -> None:
        self._forget()
        touched, registry = token or ({}, self.registry)
        self.touched.update(touched)
        if registry is not self.registry:
            self.use_registry(registry)
        for service in self.services.values():
            service.rolled_back()
        if self.changed_models:  # the hooks may have been added inside
            sharedrows.announce_at_commit(self)

    def superuser_env(self) -> Environment:
        return Environment(self.cr, SUPERUSER_ID, {}, True)

    # -- cache helpers --------------------------------------------------------------------------------------

    def invalidate(self, field: Field, ids: Iterable[IdType] | None = None) -> None:
        """Drop cached values of ``field`` for ``ids`` (None: all), in every context."""
        for key in self.context_data_keys(field):
            data = self.data.get(key)
            if data is None:
                continue
            if ids is None:
                data.clear()
            else:
                for id_ in ids:
                    data.pop(id_, None)

    def context_data_keys(self, field: Field) -> list[Any]:
        if not field.context_keys:
            return [field]
        return [key for key in self.data if type(key) is tuple and key[0] is field]


class _AutoDict(dict):
    """A dict of dicts that makes the inner dict on first use."""

    __slots__ = ()

    def __missing__(self, key: Any) -> dict:
        value = self[key] = {}
        return value


class Environment(Mapping):
    """``env[model_name]`` gives an empty recordset of the model, acting as ``uid`` with ``context``."""

    __slots__ = ("cr", "uid", "context", "su", "registry", "transaction", "_data", "_cached", "_keys")

    cr: Any
    uid: int
    context: frozendict
    su: bool
    registry: Registry
    transaction: Transaction

    def __new__(cls, cr: Any, uid: int | None, context: Mapping[str, Any] | None = None, su: bool = False,
                uid_origin: int | None = None) -> Environment:
        if uid == SUPERUSER_ID:
            su = True
        context = context if type(context) is frozendict else frozendict(context or {})
        transaction = cr.transaction
        if transaction is None:
            from core.orm.registry import Registry
            transaction = cr.transaction = Transaction(Registry.get(cr.dbname), cr)
        try:
            key: Any = (uid, su, context)
            env = transaction.envs.get(key)
        except TypeError:  # a list in the context: this environment is not shared
            key = env = None
        if env is not None and (env.context is context or env.context == context):  # addons assign env.context
            return env
        if not isinstance(context.get("lang") or "", str):
            raise ValueError(f"Invalid language code: {context['lang']!r}")
        self = object.__new__(cls)
        self.cr, self.uid, self.context, self.su = cr, uid, context, su  # type: ignore[assignment]
        self.registry = transaction.registry
        self.transaction = transaction
        self._data = transaction.data
        self._cached = {}
        self._keys = {}
        if key is not None:
            transaction.envs[key] = self
        return self

    def _forget(self) -> None:
        self._cached.clear()
        self._keys.clear()

    def reset(self) -> None:
        self.transaction.clear()

    # -- mapping ---------------------------------------------------------------------------------------------

    def __getitem__(self, model_name: str) -> Any:
        try:
            return self.registry.models[model_name]._new(self, (), ())
        except KeyError:
            raise self.registry.unknown_model(model_name) from None

    def __contains__(self, model_name: object) -> bool:
        return model_name in self.registry.models

    def __iter__(self) -> Iterator[str]:
        return iter(self.registry.models)

    def __len__(self) -> int:
        return len(self.registry.models)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __repr__(self) -> str:
        return f"<Environment {self.cr.dbname} uid={self.uid} su={self.su} context={dict(self.context)}>"

    def __call__(self, cr: Any = None, user: Any = None, context: Mapping | None = None,
                 su: bool | None = None) -> Environment:
        """This environment with another cursor, user, context or superuser mode."""
        cr = self.cr if cr is None else cr
        uid = self.uid if user is None else int(user)
        if context is None:
            context = self.context
        if su is None:
            su = self.su if user is None else False
        return Environment(cr, uid, context, su)

    # -- who and where ----------------------------------------------------------------------------------------

    def ref(self, xml_id: str, raise_if_not_found: bool = True) -> Any:
        """The record with the external id ``xml_id`` ('module.name')."""
        from core.orm import system
        found = system.xmlid_lookup(self, xml_id)
        if found:
            record = self[found[0]].browse(found[1])
            # remembered ids are those of living records; deleting one makes every worker forget its ids
            if xml_id in self.registry._caches["xmlids"] or record.exists():
                return record
        if raise_if_not_found:
            if found:
                raise ValueError(f"No record found for unique ID {xml_id}. It may have been deleted.")
            near = system.similar_xmlid(self, xml_id)
            raise ValueError(f"External ID not found in the system: {xml_id}" + (f". Did you mean {near}?" if near else ""))
        return None

    def is_superuser(self) -> bool:
        return self.su

    def is_admin(self) -> bool:
        return self.su or self.user._is_admin()

    def is_system(self) -> bool:
        return self.su or self.user._is_system()

    @property
    def user(self) -> Any:
        user = self._cached.get("user")
        if user is None:
            user = self._cached["user"] = self(su=True)["res.users"].browse(self.uid)
        return user

    @property
    def company(self) -> Any:
        company = self._cached.get("company")
        if company is None:
            company = self._cached["company"] = self._find_company()
        return company

    def _find_company(self) -> Any:
        company_ids = self.context.get("allowed_company_ids")
        if company_ids:
            if not self.su:
                self._check_companies(company_ids)
            return self["res.company"].browse(company_ids[0])
        return self.user.company_id.with_env(self)

    @property
    def companies(self) -> Any:
        companies = self._cached.get("companies")
        if companies is None:
            company_ids = self.context.get("allowed_company_ids")
            if company_ids:
                if not self.su:
                    self._check_companies(company_ids)
                companies = self["res.company"].browse(company_ids)
            else:
                # remembered by the users' model: no statement per transaction
                companies = self["res.company"].browse(self.user._get_company_ids())
            self._cached["companies"] = companies
        return companies

    def _check_companies(self, company_ids: Iterable[int]) -> None:
        if not set(company_ids) <= set(self.user._get_company_ids()):
            raise AccessError(self._("You asked for a company that you may not use. Choose one of your companies."))

    @property
    def lang(self) -> str | None:
        return self.context.get("lang") or None

    @property
    def tz(self) -> Any:
        import zoneinfo
        name = self.context.get("tz") or self.user.tz or "UTC"
        try:
            return zoneinfo.ZoneInfo(name)
        except (KeyError, ValueError, zoneinfo.ZoneInfoNotFoundError):
            return zoneinfo.ZoneInfo("UTC")

    def _(self, source: str, /, *args: Any, **kwargs: Any) -> str:
        """``source`` in the language of this environment, ``args`` or ``kwargs`` filled in."""
        from core import i18n
        return i18n.translate(source, args, kwargs, lang=self.context.get("lang"),
                              module=i18n.module_of_frame(sys._getframe(1)))

    # -- cache and pending work ---------------------------------------------------------------------------------

    @property
    def cache(self) -> CacheView:
        return CacheView(self.transaction)

    def cache_key(self, field: Field) -> Any:
        """Key of ``field`` in ``transaction.data`` as seen from this environment."""
        if not field.context_keys:
            return field
        key = self._keys.get(field)
        if key is None:
            key = self._keys[field] = (field, tuple(self._context_value(field, k) for k in field.context_keys))
        return key

    def _context_value(self, field: Field, key: str) -> Any:
        if key == "company":
            return self.company.id
        if key == "uid":
            return (self.uid, self.su)
        if key == "lang":
            return self.context.get("lang") or "en_US"
        if key == "active_test":
            return self.context.get("active_test", field.context.get("active_test", True))
        if key == "allowed_company_ids":
            return tuple(self.context.get("allowed_company_ids") or ())
        value = self.context.get(key)
        return tuple(value) if isinstance(value, list) else value if _hashable(value) else repr(value)

    def field_data(self, field: Field) -> dict[IdType, Any]:
        """The cache of ``field`` in this environment: id → value."""
        return self._data[self.cache_key(field) if field.context_keys else field]

    def invalidate_all(self, flush: bool = True) -> None:
        """Empty the cache, by default after having written pending work (for code that changed rows by SQL)."""
        sharedrows.change_all(self.transaction)
        self._drop_cache(flush)

    def _drop_cache(self, flush: bool = True) -> None:
        if flush:
            self.flush_all()
        transaction = self.transaction
        if transaction.new_records:
            for field_data in transaction.data.values():
                for id_ in [id_ for id_ in field_data if id_]:
                    del field_data[id_]
        else:
            transaction.data.clear()
        for env in transaction.envs.values():
            env._forget()

    def flush_all(self) -> None:
        """Compute what is pending and write everything to the database."""
        from core.orm import unitofwork
        unitofwork.flush_all(self.transaction)

    def flush_fields(self, names: Mapping[str, Iterable[str]]) -> None:
        """Write what a query reading ``{model: field names}`` depends on."""
        transaction = self.transaction
        if transaction.pending:
            from core.orm import unitofwork
            unitofwork.flush_fields(transaction, names)

    def _recompute_all(self) -> None:
        from core.orm import compute
        compute.recompute_all(self.transaction)

    @contextmanager
    def protecting(self, what: Any, records: BaseModel | None = None) -> Iterator[None]:
        """While inside, assigning ``fields`` of ``records`` only changes the cache (no write, no marking of them).

        ``protecting(fields, records)`` or ``protecting([(fields, records), …])``.
        """
        protected = self.transaction.protected
        pairs = [(what, records)] if records is not None else list(what)
        added: list[tuple[Field, set[IdType]]] = []
        for fields, recs in pairs:
            for field in fields:
                new = set(recs._ids) - protected.setdefault(field, set())
                protected[field] |= new
                added.append((field, new))
        try:
            yield
        finally:
            for field, ids in added:
                if field in protected:
                    protected[field] -= ids

    def is_protected(self, field: Field, record: BaseModel) -> bool:
        return record.id in self.transaction.protected.get(field, ())

    def add_to_compute(self, field: Field, records: BaseModel) -> None:
        from core.orm import compute
        if records:
            compute.mark(self.transaction, field, records._ids)

    def remove_to_compute(self, field: Field, records: BaseModel) -> None:
        from core.orm import compute
        compute.unmark(self.transaction, field, records._ids)

    def records_to_compute(self, field: Field) -> Any:
        return self[field.model_name].browse(tuple(self.transaction.tocompute.get(field, ())))

    def is_to_compute(self, field: Field, record: BaseModel) -> bool:
        return record.id in self.transaction.tocompute.get(field, ())

    def fields_to_compute(self) -> list[Field]:
        return list(self.transaction.tocompute)

    @contextmanager
    def norecompute(self) -> Iterator[None]:
        yield

    @property
    def all(self) -> Transaction:
        return self.transaction

    def execute_query(self, query: Any) -> list[tuple]:
        """Run a SQL object after a flush and return its rows."""
        self.cr.execute(query)
        return self.cr.fetchall() if self.cr.description else []

    def execute_query_dict(self, query: Any) -> list[dict]:
        self.cr.execute(query)
        return self.cr.dictfetchall()


class CacheView:
    """What addons may do with ``env.cache``."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def contains(self, record: BaseModel, field: Field) -> bool:
        return record.id in record.env.field_data(field)

    def get(self, record: BaseModel, field: Field, default: Any = None) -> Any:
        return record.env.field_data(field).get(record.id, default)

    def set(self, record: BaseModel, field: Field, value: Any, dirty: bool = False) -> None:
        field.set_cache(record, [value] * len(record._ids))

    def remove(self, record: BaseModel, field: Field) -> None:
        self._transaction.invalidate(field, record._ids)

    def get_records(self, model: BaseModel, field: Field) -> Any:
        return model.browse(tuple(model.env.field_data(field)))

    def get_missing_ids(self, records: BaseModel, field: Field) -> Iterator[IdType]:
        data = records.env.field_data(field)
        return (id_ for id_ in records._ids if id_ not in data)

    def invalidate(self, spec: Iterable[tuple[Field, Iterable[IdType] | None]] | None = None) -> None:
        if spec is None:
            self._transaction.superuser_env().invalidate_all()
        else:
            for field, ids in spec:
                self._transaction.invalidate(field, ids)


def _hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


__all__ = ["Environment", "MISSING", "MissingError", "SUPERUSER_ID", "Transaction", "UserError"]
