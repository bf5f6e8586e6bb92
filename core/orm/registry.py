"""The registry of a database: its models, composed from what the installed addons declare."""
from __future__ import annotations

import difflib
import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

import sqlalchemy as sa

from core.base.errors import LoadError, Problem
from core.orm import compute
from core.orm.environment import SUPERUSER_ID, Environment
from core.orm.fields.base import Field
from core.orm.fields.company import company_dependent_class
from core.orm.metamodel import MetaModel
from core.orm.sharedrows import SIGNAL, SharedRows
from core.tools.cache import caches_to_clear, new_caches
from core.tools.misc import OrderedSet

_logger = logging.getLogger(__name__)


def suggest(name: str, known: Iterable[str]) -> str:
    """' Did you mean …?' for a misspelt name, or ''."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Did you mean {close[0]!r}?" if close else ""


class _Get:
    """``Registry.get(database)``: its registry, loaded if this process has not got it yet. ``registry.get(model)``, as of
    any mapping: the class of the model, or None."""

    def __get__(self, registry: Registry | None, owner: type[Registry]) -> Any:
        return owner._of_database if registry is None else registry.models.get


class Registry:
    """Model name → class, for one database in one process. Serves several threads once it is ready."""

    registries: ClassVar[dict[str, Registry]] = {}
    _lock: ClassVar[threading.RLock] = threading.RLock()
    loader: ClassVar[Callable[[Registry], None] | None] = None
    """Loads the installed addons into a new registry; the modules room fills it in."""

    def __init__(self, db_name: str) -> None:
        self.db_name = db_name
        self.models: dict[str, Any] = {}
        self.metadata = sa.MetaData()
        self.loaded_modules: list[str] = []
        self.ready = False
        self.in_test_mode_cursor: Any = None
        self._definitions: dict[str, list[Any]] = {}
        self.custom: dict[str, list[Any]] = {}
        """Definitions of custom models and fields, see core.orm.custom."""
        self.custom_problems: dict[tuple[str, str], str] = {}
        """(model, custom field) → why the field is left out."""
        self._caches = new_caches()
        self._cleared: set[str] = set()
        self.registry_invalidated = False
        self.registry_generation: int | None = None
        self.cache_generations: dict[str, int] = {}
        self.triggers: dict[Field, Any] = {}
        self.trigger_cache: dict[Any, Any] = {}
        self.shared_rows = SharedRows()
        self.id_habits: dict[tuple[str, int, str], dict[str, int]] = {}
        self.field_computed: dict[Field, tuple[Field, ...]] = {}
        self.field_inverses: dict[Field, list[Field]] = {}
        #: many2one_reference field → the one2many fields whose lines name their record by it
        self.reference_inverses: dict[Field, list[Field]] = {}
        self.feeds_stored: dict[Field, bool] = {}
        self.dependents: dict[Field, frozenset[Field]] = {}
        self.write_hooks: dict[tuple[str, str], Callable[[Any, Any], bool]] = {}
        self.watched: dict[str, frozenset[str] | None] = {}
        self.remembered: set[Field] = set()
        """Computed fields whose earlier value is kept when they change."""
        self.before_unlink: dict[str, list[Callable[[Any], None]]] = {}
        self.before_commit: list[Callable[[Environment], None]] = []
        self.constraint_texts: dict[str, tuple[str, str, str]] = {}
        self.cache_version = 0
        """Counts the emptying of caches: what an environment derived from them before is not used any more."""
        self._tables: dict[str, Any] = {}
        self._definitions_before_tests: dict[str, list[Any]] | None = None
        self._undoing_test_models = False

    # -- finding registries ---------------------------------------------------------------------------------------

    get: Any = _Get()

    @classmethod
    def _of_database(cls, db_name: str) -> Registry:
        found = cls.registries.get(db_name)
        if found is not None and found.ready:
            return found
        with cls._lock:
            found = cls.registries.get(db_name)
            if found is not None:
                return found
            return cls.new(db_name)

    def __new__(cls, db_name: str) -> Registry:
        return object.__new__(cls)

    @classmethod
    def new(cls, db_name: str) -> Registry:
        """A freshly loaded registry, replacing the one this process had."""
        with cls._lock:
            registry = cls(db_name)
            previous = cls.registries.get(db_name)
            cls.registries[db_name] = registry
            try:
                if cls.loader is None:
                    raise RuntimeError("Registry.loader is not set: import core.modules before loading a registry.")
                cls.loader(registry)
            except BaseException:
                if previous is not None:
                    cls.registries[db_name] = previous
                else:
                    cls.registries.pop(db_name, None)
                raise
            return registry

    @classmethod
    def delete(cls, db_name: str) -> None:
        """Forget the registry of a database."""
        with cls._lock:
            cls.registries.pop(db_name, None)

    # -- mapping ------------------------------------------------------------------------------------------------------

    def __getitem__(self, model_name: str) -> Any:
        try:
            return self.models[model_name]
        except KeyError:
            raise self.unknown_model(model_name) from None

    def __contains__(self, model_name: object) -> bool:
        return model_name in self.models

    def __iter__(self) -> Any:
        return iter(self.models)

    def __len__(self) -> int:
        return len(self.models)

    def get_model(self, model_name: str, default: Any = None) -> Any:
        return self.models.get(model_name, default)

    def items(self) -> Any:
        return self.models.items()

    def values(self) -> Any:
        return self.models.values()

    def unknown_model(self, model_name: str) -> KeyError:
        return KeyError(f"{model_name}: no such model in database {self.db_name!r}." + suggest(str(model_name), self.models))

    def cursor(self, readonly: bool = False) -> Any:
        if self.in_test_mode_cursor is not None:
            return self.in_test_mode_cursor()
        from core.db import connect
        return connect(self.db_name).cursor(readonly=readonly)

    # -- composing the models ------------------------------------------------------------------------------------------

    def load_module(self, name: str) -> list[str]:
        """Add the model classes of an addon (its Python package has been imported); returns the models touched."""
        touched: dict[str, None] = {}
        known = {id(cls) for classes in self._definitions.values() for cls in classes}
        for cls in MetaModel.module_to_models.get(name, ()):
            if id(cls) not in known:
                self._definitions.setdefault(cls._name, []).append(cls)
            touched[cls._name] = None
        if name not in self.loaded_modules:
            self.loaded_modules.append(name)
        return list(touched)

    # -- models that only a test declares -----------------------------------------------------------------------------

    def load(self, cr: Any, package: Any) -> list[str]:
        """Take over what a test added to ``MetaModel.module_to_models[package.name]``; ``setup_models`` follows.

        This is how ``odoo_test_helper.FakeModelLoader`` brings its models in; it takes them out again by giving the
        composed classes their old bases (see :meth:`undo_test_models`).
        """
        if self._definitions_before_tests is None:
            self._definitions_before_tests = {name: list(classes) for name, classes in self._definitions.items()}
        self._definitions = {name: list(classes) for name, classes in self._definitions_before_tests.items()}
        self._undoing_test_models = False
        if cr.transaction is not None:
            cr.transaction.flush()
            cr.transaction.clear()
        return self.load_module(package.name)

    def undo_test_models(self) -> None:
        """Compose the models again as the installed addons declare them."""
        if self._definitions_before_tests is not None:
            self._definitions, self._definitions_before_tests = self._definitions_before_tests, None
            self.id_habits.clear()
            self.setup_models()
            self._undoing_test_models = True

    _init_modules = property(lambda self: set(self.loaded_modules))

    def setup_models(self, cr: Any = None) -> None:
        """Build the classes of all models and the dependency graph; a mistake in an addon raises LoadError.

        :param cr: read the custom models and fields anew from its database
        """
        if cr is not None:
            from core.orm import custom
            self.custom = custom.definitions(cr)
        self._reset_derived()
        problems: list[Problem] = []
        previous, self.models = self.models, {}
        try:
            for name in [*self._definitions, *self.custom]:
                self._compose(name, problems, ())
            if problems:
                raise LoadError(problems)
            self._setup_fields(problems)
            if problems:
                raise LoadError(problems)
            self._setup_inverses()
            compute.build_triggers(self)
        except BaseException:
            self.models = previous
            raise
        for model in self.models.values():
            model._setup_done()
        self._link_children()
        for hook in AFTER_SETUP:
            hook(self)

    def _link_children(self) -> None:
        """Each model knows the names of those that inherit or delegate to it."""
        for model in self.models.values():
            model._inherit_children = OrderedSet()
            model._inherits_children = set()
        for name, model in self.models.items():
            for base in model.__bases__:
                if base.__dict__.get("_registry_class"):
                    base._inherit_children.add(name)
            for parent in model._inherits:
                self.models[parent]._inherits_children.add(name)

    def _reset_derived(self) -> None:
        self._undoing_test_models = False
        self.metadata = sa.MetaData()
        self.triggers.clear()
        self.trigger_cache.clear()
        self.shared_rows.clear()
        self.field_computed.clear()
        self.field_inverses.clear()
        self.reference_inverses.clear()
        self.feeds_stored.clear()
        self.dependents.clear()
        self.constraint_texts.clear()
        self._tables.clear()
        self.__dict__.pop("_statements", None)
        self.write_hooks.clear()
        self.watched.clear()
        self.remembered.clear()
        self.before_unlink.clear()
        self.before_commit.clear()
        self.custom_problems.clear()

    def rebuilt(self, cr: Any) -> Registry:
        """The same addons, with the custom models and fields as the transaction of ``cr`` sees them."""
        fresh = Registry(self.db_name)
        fresh._definitions = {name: list(classes) for name, classes in self._definitions.items()}
        fresh.loaded_modules = list(self.loaded_modules)
        fresh.in_test_mode_cursor = self.in_test_mode_cursor
        fresh.setup_models(cr)
        fresh.ready = self.ready
        return fresh

    def publish(self) -> None:
        """From now on this process uses this registry; it knows what was announced so far."""
        from core.db import connect, signals
        with connect(self.db_name).cursor(readonly=True) as cr:
            generations = signals.generations(cr)
        self.registry_generation = generations.get("registry", 0)
        self.cache_generations = dict(generations)
        self._cleared.clear()
        self.registry_invalidated = False
        self.ready = True
        with Registry._lock:
            Registry.registries[self.db_name] = self

    def _compose(self, name: str, problems: list[Problem], stack: tuple[str, ...]) -> Any:
        """The class of model ``name``, from its definitions and its parents' classes."""
        if name in self.models:
            return self.models[name]
        definitions = [*self._definitions.get(name, ()), *self.custom.get(name, ())]
        if not definitions or definitions[0] in self.custom.get(name, ()) and not definitions[0]._custom:
            return None  # custom fields of a model whose addon is not there
        if name in stack:
            problems.append(_problem(definitions[0], f"_inherit goes in a circle: {' → '.join((*stack, name))}"))
            return None
        base = self._compose("base", problems, (*stack, name)) if name != "base" else None
        bases: dict[Any, None] = {}
        for cls in definitions:
            previous, bases = bases, {cls: None}
            parents = cls.__dict__.get("_inherit") or ()
            if name not in parents and previous:
                parents = [*parents, name]
            for parent in parents:
                if parent == name:
                    if not previous and name != "base":
                        problems.append(_problem(cls, f"_inherit = {name!r}: no addon it depends on declares this model."
                                                 + suggest(name, self._definitions)))
                    new: Iterable[Any] = previous
                else:
                    parent_class = self._compose(parent, problems, (*stack, name))
                    if parent_class is None:
                        problems.append(_problem(cls, f"Model {name!r} inherits from {parent!r}, which does not exist."
                                                 + suggest(parent, self._definitions)))
                        continue
                    new = (parent_class,)
                for item in new:
                    bases.pop(item, None)
                    bases[item] = None
        if base is not None:
            bases.pop(base, None)
            bases[base] = None
        attributes = {"_name": name, "_register": False, "_module": None, "__slots__": (), "registry": self, "pool": self}
        try:
            model: Any = MetaModel(_class_name(name), tuple(bases), attributes)
        except TypeError as error:
            problems.append(_problem(definitions[-1], f"The parents of {name!r} cannot be combined: {error}"))
            return None
        model._registry_class = True
        self.models[name] = model
        model._compose_attributes(definitions)
        return model

    def _setup_fields(self, problems: list[Problem]) -> None:
        problems.extend(self._shadowed_fields())
        for model in list(self.models.values()):
            self._bind_fields(model)
        done: set[str] = set()
        for name in list(self.models):
            self._inherit_fields(name, done, problems, ())
        for model in self.models.values():
            self._resolve_delegates(model)
        for model in self.models.values():
            model._setup_names()
        for model in self.models.values():
            for field in _in_setup_order(model._fields.values()):
                self._setup_field(model, field, problems)

    def _shadowed_fields(self) -> Iterable[Problem]:
        """Addons that give a stored field of another addon a type its values do not fit."""
        for name, classes in self._definitions.items():
            first: dict[str, tuple[Field, Any]] = {}
            for cls in classes if len(classes) > 1 else ():
                for field in cls._field_definitions:
                    if field.type not in VALUE_KINDS or not _has_column(field):
                        continue
                    known, owner = first.setdefault(field.name, (field, cls))
                    if VALUE_KINDS[known.type] != VALUE_KINDS[field.type]:
                        file, line = getattr(owner, "_source_line", None) or (None, None)
                        yield _problem(cls, f"The field {name}.{field.name} is {known.type} ({file}:{line}) and cannot become "
                                       f"{field.type}: the values it holds would not fit. Give the new field a name of its own.")

    def _bind_fields(self, model: Any) -> None:
        """Merge the definitions of each field along the model's inheritance."""
        collected: dict[str, list[Field]] = {}
        seen: set[int] = set()
        for cls in reversed(model.__mro__):
            for field in cls.__dict__.get("_field_definitions", ()):
                if id(field) not in seen:
                    seen.add(id(field))
                    collected.setdefault(field.name, []).append(field)
        model._fields = {}
        model._own_definitions = collected
        for name, field in model._automatic_fields(collected).items():
            collected.setdefault(name, []).insert(0, field)
        for name, definitions in collected.items():
            self._add_field(model, name, definitions)

    def _add_field(self, model: Any, name: str, definitions: list[Field]) -> Field:
        field = Field.assemble(model, name, definitions)
        if field.company_dependent and field.store:
            made = object.__new__(company_dependent_class(type(field)))
            made.__dict__.update(field.__dict__)
            field = made
        if model._abstract:
            field.store = field.store
        field.__dict__["_owner"] = model
        model._fields[name] = field
        type.__setattr__(model, name, field)
        return field

    def _inherit_fields(self, name: str, done: set[str], problems: list[Problem], stack: tuple[str, ...]) -> None:
        """Give a model the fields of those it delegates to (``_inherits``)."""
        if name in done:
            return
        model = self.models[name]
        if name in stack:
            problems.append(_problem(self._definitions[name][0], f"_inherits goes in a circle: {' → '.join((*stack, name))}"))
            return
        for parent_name, link in model._inherits.items():
            parent = self.models.get(parent_name)
            if parent is None:
                problems.append(_problem(self._definitions[name][0], f"_inherits names {parent_name!r}, which does not exist."
                                         + suggest(parent_name, self.models)))
                continue
            self._inherit_fields(parent_name, done, problems, (*stack, name))
            for field_name, parent_field in list(parent._fields.items()):
                if field_name in model._fields or field_name in MAGIC:
                    continue
                field = self._add_field(model, field_name, [_delegated(parent_field, link)])
                field.inherited = True
                field.inherited_field = parent_field
        done.add(name)

    def _resolve_delegates(self, model: Any) -> None:
        for field in list(model._fields.values()):
            if getattr(field, "delegate", False) and field.name not in model._inherits.values():
                model._inherits = {**model._inherits, field.comodel_name: field.name}

    def _setup_field(self, model: Any, field: Field, problems: list[Problem]) -> None:
        if field.__dict__.get("_setup_done"):
            return
        field.__dict__["_setup_done"] = True
        if field.related:
            # its source must be complete first
            current = model
            for name in field.related if isinstance(field.related, tuple) else tuple(field.related.split(".")):
                source = current._fields.get(name)
                if source is None:
                    break
                self._setup_field(current, source, problems)
                if source.comodel_name and source.comodel_name in self.models:
                    current = self.models[source.comodel_name]
        try:
            field.setup(model)
        except (KeyError, TypeError) as error:
            reason = str(error.args[0] if error.args else error)
            if field.manual:
                self._leave_out(model, field, reason)
            else:
                problems.append(field_problem(model, field, reason))
            return
        self._check_methods(model, field, problems)

    def _leave_out(self, model: Any, field: Field, reason: str) -> None:
        """A custom field that does not fit any more must not keep anybody from working."""
        _logger.info("Custom field %s is left out: %s", field, reason)
        self.custom_problems[model._name, field.name] = reason
        del model._fields[field.name]
        type.__delattr__(model, field.name)

    def _check_methods(self, model: Any, field: Field, problems: list[Problem]) -> None:
        """A field names methods as text: a misspelt one would only show when it is needed."""
        if model._abstract or field.inherited:
            return  # the heirs of a mixin may bring the method
        for role in ("compute", "inverse", "search"):
            name = getattr(field, role, None)
            if isinstance(name, str) and not hasattr(model, name):
                problems.append(field_problem(
                    model, field, f"Field {field}: {role}={name!r}, but {model._name} has no such method."
                    + suggest(name, (known for known in dir(model) if known.startswith(("_", role))))))

    def _setup_inverses(self) -> None:
        relations: dict[tuple, Field] = {}
        for model in self.models.values():
            for field in model._fields.values():
                if field.type == "one2many" and field.inverse_name and field.store:
                    inverse = self.models[field.comodel_name]._fields[field.inverse_name]
                    if inverse.type == "many2one":
                        self.field_inverses.setdefault(inverse, []).append(field)
                        self.field_inverses.setdefault(field, []).append(inverse)
                    elif inverse.type == "many2one_reference":
                        self.reference_inverses.setdefault(inverse, []).append(field)
                elif field.type == "many2many" and field.store:
                    key = (field.relation, field.column1, field.column2)
                    other = relations.get((field.relation, field.column2, field.column1))
                    if other is not None:
                        self.field_inverses.setdefault(field, []).append(other)
                        self.field_inverses.setdefault(other, []).append(field)
                    relations[key] = field

    # -- schema -------------------------------------------------------------------------------------------------------

    def init_models(self, cr: Any, model_names: Iterable[str], context: dict[str, Any] | None = None,
                    install: bool = True) -> None:
        """Bring the tables of the models in line with their fields."""
        from core.orm import schemasync
        names = list(model_names)
        schemasync.init_models(self, cr, names, context or {})
        if self._definitions_before_tests is not None:  # no loader that would do it
            Environment(cr, SUPERUSER_ID, {})["ir.model"]._reflect_modules({}, names)

    def constraint_message(self, name: str, env: Environment) -> str | None:
        """What the addon says about a broken ``_sql_constraints`` entry."""
        if not self.constraint_texts:
            for model in self.models.values():
                for key, _definition, message in model._sql_constraints:
                    self.constraint_texts[f"{model._table}_{key}"] = (model._name, key, message)
        found = self.constraint_texts.get(name)
        if found is None:
            return None
        model_name, key, message = found
        if callable(message):
            return message(env, None)
        from core import i18n
        for module in self.models[model_name]._modules:
            text = i18n.get_text(module, env.context.get("lang"), message)
            if text != message:
                return text
        return message

    def model_of_table(self, table: str | None) -> Any:
        if table and not self._tables:
            self._tables = {model._table: model for model in self.models.values() if model._auto and not model._abstract}
        return self._tables.get(table) if table else None

    # -- texts --------------------------------------------------------------------------------------------------------

    @staticmethod
    def field_text(env: Environment, field: Field, kind: str) -> str | None:
        """Label ('string') or 'help' of a field in the user's language."""
        source = getattr(field, kind)
        lang = env.context.get("lang")
        if not source or not lang or lang == "en_US":
            return source
        from core.orm import system
        return system.field_text(env, field, kind, lang) or source

    @staticmethod
    def selection_texts(env: Environment, field: Any) -> list[tuple[Any, str]]:
        """(value, label) pairs in the user's language."""
        lang = env.context.get("lang")
        if not lang or lang == "en_US":
            return list(field.selection)
        from core.orm import system
        return system.selection_texts(env, field, lang)

    # -- caches and signalling ------------------------------------------------------------------------------------------

    def clear_cache(self, *names: str) -> None:
        """Empty caches of ``ormcache`` here, and in the other workers once the transaction commits."""
        self.drop_caches(*names)
        self._cleared.update(names or ("default",))

    def drop_caches(self, *names: str) -> None:
        """Empty caches here only."""
        self.cache_version += 1
        for name in caches_to_clear(names):
            self._caches[name].clear()

    def clear_all_caches(self) -> None:
        self.cache_version += 1
        for cache in self._caches.values():
            cache.clear()
        self._cleared.update(self._caches)

    @property
    def cache_invalidated(self) -> set[str]:
        return self._cleared

    def check_signaling(self, cr: Any = None) -> Registry:
        """Notice what other workers changed: an up-to-date registry (a new one when addons changed).

        :param cr: ask in this transaction instead of one of its own
        """
        if self.in_test_mode_cursor is not None:
            return self
        from core.db import connect, signals
        if cr is not None:
            return self.apply_generations(signals.generations(cr))
        with connect(self.db_name).cursor(readonly=True) as cr:
            generations = signals.generations(cr)
        return self.apply_generations(generations)

    def apply_generations(self, generations: dict[str, int]) -> Registry:
        self.shared_rows.heard(generations.get(SIGNAL, 0))
        registry_generation = generations.get("registry", 0)
        if self.registry_generation is None:
            self.registry_generation = registry_generation
            self.cache_generations = dict(generations)
            return self
        if registry_generation != self.registry_generation:
            _logger.info("Addons of database %s changed: loading its registry anew", self.db_name)
            fresh = Registry.new(self.db_name)
            fresh.registry_generation = registry_generation
            fresh.cache_generations = dict(generations)
            return fresh
        for name, generation in generations.items():
            if name != "registry" and self.cache_generations.get(name) != generation:
                for cache_name in caches_to_clear([name]) if name in self._caches else ():
                    self._caches[cache_name].clear()
        self.cache_generations = dict(generations)
        return self

    def signal_changes(self, cr: Any = None) -> None:
        """Tell other workers what changed here; with a cursor, in its transaction."""
        names = sorted(self._cleared)
        if self.registry_invalidated:
            names.append("registry")
        if not names:
            return
        self._cleared.clear()
        self.registry_invalidated = False
        from core.db import connect, signals
        if cr is not None:
            signals.bump(cr, *names)
            return
        with connect(self.db_name).cursor() as own:
            signals.bump(own, *names)
        with connect(self.db_name).cursor(readonly=True) as own:
            generations = signals.generations(own)
        self.registry_generation = generations.get("registry", 0)
        self.cache_generations = dict(generations)

    def reset_changes(self) -> None:
        """After a rollback: what was cached of the failed transaction is dropped."""
        if self._cleared:
            for cache in self._caches.values():
                cache.clear()
            self._cleared.clear()
        self.registry_invalidated = False

    def model_without_env(self, model_name: str) -> Any:
        """An instance for dependency functions that only look at the model's fields."""
        return self.models[model_name]._new(_NoEnvironment(self), (), ())

    def environment(self, cr: Any) -> Environment:
        return Environment(cr, SUPERUSER_ID, {})


class _NoEnvironment:
    """Stands in where a dependency function runs before there is a cursor."""

    su = True
    uid = SUPERUSER_ID
    context: ClassVar[dict] = {}

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __getitem__(self, model_name: str) -> Any:
        return self.registry.models[model_name]._new(self, (), ())

    def __contains__(self, model_name: str) -> bool:
        return model_name in self.registry.models


MAGIC = frozenset(("id", "display_name", "create_uid", "create_date", "write_uid", "write_date"))
AFTER_SETUP: list[Callable[[Registry], None]] = []
"""Hooks of upper rooms, called at the end of every ``setup_models``."""


VALUE_KINDS = {
    **dict.fromkeys(("char", "text", "html", "selection", "reference"), "text"),
    **dict.fromkeys(("integer", "float", "monetary", "many2one_reference"), "number"),
    **dict.fromkeys(("date", "datetime"), "time"),
    **{kind: kind for kind in ("boolean", "many2one", "many2many", "one2many", "binary", "json", "properties")},
}
"""Type of a field → what kind of values its column holds; within a kind an extension may change the type."""


def _has_column(definition: Field) -> bool:
    args = definition._args
    return bool(args.get("store", not args.get("compute") and not args.get("related")))


def _delegated(parent_field: Field, link: str) -> Field:
    """Definition of a field reached through ``link``."""
    kwargs: dict[str, Any] = {"related": (link, parent_field.name), "readonly": False,
                              "copy": parent_field.copy, "related_sudo": False, "manual": parent_field.manual}
    made = object.__new__(type(parent_field))
    if type(parent_field).__name__.startswith("CompanyDependent"):
        made = object.__new__(type(parent_field).__mro__[2])
    Field.__init__(made, **kwargs)
    made.name = parent_field.name
    made._module = parent_field._module
    return made


def _in_setup_order(fields: Iterable[Field]) -> list[Field]:
    return sorted(fields, key=lambda field: bool(field.related))


def _class_name(model_name: str) -> str:
    return model_name


def _problem(cls: Any, message: str) -> Problem:
    file, line = getattr(cls, "_source_line", None) or (None, None)
    return Problem(message, file, line)


def field_problem(model: Any, field: Field, message: str) -> Problem:
    """At the class that says something about the field; of several the one loaded last."""
    for cls in model.__mro__:
        if cls.__dict__.get("_source_line") and any(
                one.name == field.name for one in cls.__dict__.get("_field_definitions", ())):
            return _problem(cls, message)
    return _problem(None, message)
