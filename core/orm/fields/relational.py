"""many2one, one2many and many2many."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.orm import compute
from core.orm import sharedrows
from core.orm.commands import Command
from core.orm.environment import MISSING, Environment
from core.orm.fields.base import UNSET, Field
from core.orm.ids import IdType, NewId, unique


class _Relational(Field):
    relational = True
    domain: Any = ()
    context: Any = {}
    check_company: bool = False
    description_names: tuple[str, ...] = ("relation", "context", "domain")
    related_attributes = (*Field.related_attributes, "domain", "context")

    def setup(self, model_cls: Any) -> None:
        if not self.related and self.comodel_name not in model_cls.registry.models:
            from core.orm.registry import suggest
            raise KeyError(f"Field {self}: unknown model {self.comodel_name!r}."
                           + suggest(str(self.comodel_name), model_cls.registry.models))
        super().setup(model_cls)

    def _setup_like(self, field: Field, model_cls: Any) -> None:
        super()._setup_like(field, model_cls)
        if not self._args.get("comodel_name"):
            self.comodel_name = field.comodel_name

    def describe(self, name: str, env: Environment) -> Any:
        if name == "relation":
            return self.comodel_name
        if name == "domain":
            domain = self.domain(env[self.model_name]) if callable(self.domain) else self.domain
            return domain if isinstance(domain, str) else list(domain or [])
        if name == "context":
            return self.context
        if name == "relation_field":
            return self.inverse_name
        return getattr(self, name, None)

    def domain_list(self, model: Any) -> list:
        """The static domain of the field (a textual one belongs to views)."""
        domain = self.domain(model) if callable(self.domain) else self.domain
        return list(domain) if isinstance(domain, (list, tuple)) else []

    def comodel(self, env: Environment) -> Any:
        model = env[self.comodel_name]  # type: ignore[index]
        return model.with_context(**self.context) if self.context and isinstance(self.context, dict) else model

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return ",".join(name for name in value.mapped("display_name") if name) if value else ""

    def convert_to_display_name(self, value: Any, record: Any) -> str:
        return ", ".join(name or "" for name in value.mapped("display_name"))


class Many2one(_Relational):
    """A record of ``comodel_name``, or an empty recordset. Cached as an id or None."""

    type = "many2one"
    sql_type = "int4"  # type: ignore[assignment]
    null = None
    ondelete: str | None = None
    delegate: bool = False

    def __init__(self, comodel_name: Any = UNSET, string: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, comodel_name=comodel_name, **kwargs)

    def sa_type(self) -> Any:
        import sqlalchemy as sa
        return sa.Integer()

    def setup(self, model_cls: Any) -> None:
        super().setup(model_cls)
        if self.name in model_cls._inherits.values():
            self.delegate = True
        if not self.ondelete:
            comodel = model_cls.registry.models[self.comodel_name]
            if model_cls._transient and not comodel._transient:
                self.ondelete = "cascade" if self.required else "set null"
            else:
                self.ondelete = "restrict" if self.required else "set null"
        self._inverses: list[Field] | None = None

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        ids = record._ids
        env = record.env
        if len(ids) == 1:
            try:
                value = env._data[self][ids[0]]
            except KeyError:
                value = self.cached(record)
            model = env.registry.models[self.comodel_name]  # type: ignore[index]
            if value is None:
                return model._new(env, (), ())
            return model._new(env, (value,), _Prefetch(record, self))
        model = env.registry.models[self.comodel_name]  # type: ignore[index]
        if not ids:
            return model._new(env, (), ())
        values = unique(value for value in self.mapped(record) if value is not None)
        return model._new(env, values, values)

    def convert_to_record(self, value: Any, record: Any) -> Any:
        ids = () if value is None else (value,)
        return record.env[self.comodel_name].browse(ids)

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> Any:
        if hasattr(value, "_ids"):
            if validate and (value._name != self.comodel_name or len(value._ids) > 1):
                raise ValueError(f"Wrong value for {self}: {value!r}")
            id_ = value._ids[0] if value._ids else None
        elif isinstance(value, bool) or value is None or value == "":
            if value is True:
                raise ValueError(f"Wrong value for {self}: {value!r}")
            id_ = None
        elif isinstance(value, (int, NewId)):
            id_ = value or (value if isinstance(value, NewId) else None)
        elif isinstance(value, (tuple, list)):
            id_ = value[0] if value else None
        elif isinstance(value, dict):
            new = record.env[self.comodel_name].new(value)
            id_ = new._ids[0]
        elif isinstance(value, str) and value.isdigit():
            id_ = int(value)
        else:
            raise ValueError(f"Wrong value for {self}: {value!r}")
        if self.delegate and record._ids and not any(record._ids) and id_:
            id_ = NewId(id_)
        return id_

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        if not value:
            return False
        if use_display_name:
            return (value.id, value.sudo().display_name) if value.id else False
        return value.id

    def convert_to_write(self, value: Any, record: Any) -> Any:
        if not value:
            return value._ids[0] if value._ids else False
        return value.id

    def value_to_write(self, value: Any, records: Any) -> Any:
        return (value._ids[0] if value._ids else False) if hasattr(value, "_ids") else value

    def convert_to_column(self, value: Any, record: Any = None) -> Any:
        return value or None

    def convert_to_onchange(self, value: Any, record: Any, names: Any = None) -> Any:
        return self.convert_to_read(value, record)

    def convert_to_export(self, value: Any, record: Any) -> Any:
        return value.display_name if value else ""

    def convert_to_display_name(self, value: Any, record: Any) -> str:
        return value.display_name or "" if value else ""

    def from_origin(self, record: Any, origin: Any) -> Any:
        value = self.cached(origin)
        return NewId(value) if value and self.delegate else value

    def empty_value(self, record: Any) -> Any:
        if self.delegate and record._ids and not record._ids[0]:
            parent = record.env[self.comodel_name].new()
            return parent._ids[0]
        return None

    def inverses(self, env: Environment) -> list[Field]:
        """The one2many fields whose ``inverse_name`` is this field."""
        if self._inverses is None:
            self._inverses = env.registry.field_inverses.get(self, [])
        return self._inverses

    def update(self, records: Any, cache_value: Any) -> None:
        env = records.env
        data = env.field_data(self)
        changed = [id_ for id_ in records._ids if data.get(id_, MISSING) != cache_value or id_ not in data]
        if not changed:
            return
        inverses = self.inverses(env)
        if inverses:
            self._leave_inverses(env, records.browse(changed), inverses)
        for id_ in changed:
            data[id_] = cache_value
        self._after_update(env, changed, cache_value)
        if inverses and cache_value is not None:
            self._enter_inverses(env, changed, cache_value, inverses)

    def write_new(self, records: Any, values: Sequence[Any]) -> None:
        if self.delegate or self.context_keys:
            super().write_new(records, values)
            return
        env = records.env
        convert = self.convert_to_cache
        parents = [convert(value, records) for value in values]
        env.transaction.data[self].update(zip(records._ids, parents, strict=True))
        inverses = self.inverses(env)
        if inverses:
            children: dict[IdType, list[IdType]] = {}
            for id_, parent in zip(records._ids, parents, strict=True):
                if parent is not None:
                    children.setdefault(parent, []).append(id_)
            for parent, ids in children.items():
                self._enter_inverses(env, ids, parent, inverses)

    def _leave_inverses(self, env: Environment, records: Any, inverses: list[Field]) -> None:
        data = env.field_data(self)
        for inverse in inverses:
            for key in env.transaction.context_data_keys(inverse):
                parents = env.transaction.data.get(key)
                if not parents:
                    continue
                for id_ in records._ids:
                    old = data.get(id_, MISSING)
                    if old is MISSING:  # unknown parent: any cached list may hold the record
                        for parent in [p for p, lines in parents.items() if id_ in lines]:
                            parents[parent] = tuple(i for i in parents[parent] if i != id_)
                    elif old is not None and old in parents:
                        parents[old] = tuple(i for i in parents[old] if i != id_)

    def _enter_inverses(self, env: Environment, ids: list[IdType], parent: IdType, inverses: list[Field]) -> None:
        for inverse in inverses:
            for key in env.transaction.context_data_keys(inverse):
                lines = env.transaction.data.get(key)
                if lines is None or parent not in lines:
                    continue
                entering = ids
                domain = inverse.domain_list(env[inverse.model_name])  # type: ignore[attr-defined]
                if domain:
                    children = env[self.model_name].browse(ids)
                    try:
                        entering = list(children.sudo().filtered_domain(domain)._ids)
                    except Exception:
                        if parent:
                            del lines[parent]
                        continue
                lines[parent] = unique((*lines[parent], *entering))


class _Prefetch:
    """Ids that a many2one gives for the records read along with one; made only when something is fetched."""

    __slots__ = ("_record", "_field", "_ids")

    def __init__(self, record: Any, field: Field) -> None:
        self._record = record
        self._field = field
        self._ids: tuple | None = None

    def _resolve(self) -> tuple:
        if self._ids is None:
            record = self._record
            data = record.env.field_data(self._field)
            found: dict = {}
            for id_ in (*record._ids, *record._prefetch_ids):
                value = data.get(id_)
                if value is not None and value is not MISSING:
                    found[value] = None
            self._ids = tuple(found)
        return self._ids

    def __iter__(self) -> Any:
        return iter(self._resolve())

    def __len__(self) -> int:
        return len(self._resolve())

    def __bool__(self) -> bool:
        return True


class _X2many(_Relational):
    """Common part of one2many and many2many. Cached as a tuple of ids, archived records included."""

    is_column = False
    null = ()
    copy = False
    prefetch = False
    write_sequence = 20

    def _own_context_keys(self) -> tuple[str, ...]:
        return ()

    def __get__(self, record: Any, owner: Any = None) -> Any:
        if record is None:
            return self
        ids = record._ids
        env = record.env
        if len(ids) == 1:
            value = self.cached(record)
            prefetch: Any = _PrefetchX2many(record, self)
        else:
            values = self.mapped(record)
            value = prefetch = unique(id_ for lines in values for id_ in lines)
        records = env[self.comodel_name]._new(env, value, prefetch)  # type: ignore[index]
        return self._as_seen(records, env)

    def convert_to_record(self, value: Any, record: Any) -> Any:
        records = record.env[self.comodel_name].browse(value or ())
        return self._as_seen(records, record.env)

    def _as_seen(self, records: Any, env: Environment) -> Any:
        """The cache holds all lines; the user sees those that are active and that the rules admit."""
        records = self._active_only(records, env)
        return records if env.su or not records._ids else records._readable()

    def _active_only(self, records: Any, env: Environment) -> Any:
        """Without archived records, unless the context or the field asks for them."""
        active = records._active_name
        if active and records._ids and env.context.get("active_test", self._context_active_test):
            field = records._fields[active]
            if field.store:
                flags = field.mapped(records.sudo() if not env.su else records)
                if not all(flags):
                    ids = tuple(id_ for id_, flag in zip(records._ids, flags, strict=True) if flag)
                    return records._new(env, ids, ids)
        return records

    @property
    def _context_active_test(self) -> bool:
        return self.context.get("active_test", True) if isinstance(self.context, dict) else True

    def convert_to_cache(self, value: Any, record: Any, validate: bool = True) -> tuple:
        if hasattr(value, "_ids"):
            if validate and value._name != self.comodel_name:
                raise ValueError(f"Wrong value for {self}: {value!r}")
            return self._as_cached_ids(value._ids, record)
        if isinstance(value, (list, tuple)):
            return self._apply_to_memory(value, record)
        if not value:
            return ()
        raise ValueError(f"Wrong value for {self}: {value!r} (a list of commands or a recordset is expected)")

    def _as_cached_ids(self, ids: Sequence[IdType], record: Any) -> tuple:
        return tuple(ids)

    def _apply_to_memory(self, commands: Iterable[Any], record: Any) -> tuple:
        """Cached ids after ``commands`` on a record that is not saved."""
        comodel = record.env[self.comodel_name]
        ids: dict[IdType, None] = {}
        if len(record._ids) == 1:
            ids = dict.fromkeys(record.env.field_data(self).get(record._ids[0], ()))
        wrap = self._wrap_new(record)
        for command in commands:
            if isinstance(command, (list, tuple)):
                code = command[0]
                if code == Command.CREATE:
                    ids[comodel.new(command[2], ref=command[1] or None)._ids[0]] = None
                elif code == Command.UPDATE:
                    line = comodel.new(command[2], origin=comodel.browse(command[1])) if wrap and \
                        isinstance(command[1], int) else comodel.browse(command[1])
                    if not (wrap and isinstance(command[1], int)):
                        line.update(command[2])
                    ids.pop(command[1], None)
                    ids[line._ids[0]] = None
                elif code in (Command.DELETE, Command.UNLINK):
                    ids.pop(wrap(command[1]) if wrap else command[1], None)
                    ids.pop(command[1], None)
                elif code == Command.LINK:
                    ids[wrap(command[1]) if wrap else command[1]] = None
                elif code == Command.CLEAR:
                    ids.clear()
                elif code == Command.SET:
                    ids = {(wrap(id_) if wrap else id_): None for id_ in command[2]}
            elif isinstance(command, dict):
                ids[comodel.new(command)._ids[0]] = None
            else:
                ids[wrap(command) if wrap else command] = None
        return tuple(ids)

    def _wrap_new(self, record: Any) -> Any:
        """A new record's lines are new records too, standing for saved ones."""
        if record._ids and not any(record._ids):
            return lambda id_: NewId(id_) if id_ and isinstance(id_, int) else id_
        return None

    def convert_to_read(self, value: Any, record: Any, use_display_name: bool = True) -> Any:
        return list(value._ids)

    def convert_to_write(self, value: Any, record: Any) -> Any:
        """Commands that build the same list on another record."""
        result: list[tuple] = [Command.set([id_ for id_ in value._ids if id_])] if any(value._ids) else []
        for line in value:
            if not line.id:
                origin = line._origin
                if origin:
                    result.append(Command.link(origin.id))
                    values = line._new_values()
                    if values:
                        result.append(Command.update(origin.id, values))
                else:
                    result.append(Command.create(line._new_values()))
        return result

    def value_to_write(self, value: Any, records: Any) -> Any:
        if hasattr(value, "_ids"):
            if all(value._ids):
                return [Command.set(list(value._ids))]
            return self.convert_to_write(value, records)
        if value is False or value is None:
            return [Command.clear()]
        return value

    def from_origin(self, record: Any, origin: Any) -> Any:
        return tuple(NewId(id_) for id_ in self.cached(origin))

    def normal_commands(self, value: Any) -> list[tuple]:
        """``value`` of ``create``/``write`` as a list of commands."""
        if value is None or value is False:
            return [Command.clear()]
        if hasattr(value, "_ids"):
            return [Command.set(list(value._ids))]
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"Wrong value for {self}: {value!r} (a list of commands is expected)")
        commands: list[tuple] = []
        plain: list[int] = []
        for item in value:
            if isinstance(item, (list, tuple)):
                code = item[0]
                if not isinstance(code, int) or not 0 <= code <= 6:
                    raise ValueError(f"Wrong command for {self}: {item!r}")
                commands.append((code, item[1] if len(item) > 1 else 0, item[2] if len(item) > 2 else 0))
            elif isinstance(item, int):
                plain.append(item)
            elif isinstance(item, dict):
                commands.append(Command.create(item))
            else:
                raise ValueError(f"Wrong command for {self}: {item!r}")
        if plain:
            commands.insert(0, Command.set(plain))
        return commands

    def write(self, records: Any, value: Any) -> None:
        """Assign in memory: computing, or records that are not saved."""
        real = [id_ for id_ in records._ids if id_]
        if real and self.store:
            self.write_real(records.browse(real), value)
            new = [id_ for id_ in records._ids if not id_]
            if not new:
                return
            records = records.browse(new)
        data = records.env.field_data(self)
        for record in records:
            lines = self.convert_to_cache(value, record)
            wrap = self._wrap_new(record)
            if wrap and hasattr(value, "_ids"):
                lines = tuple(wrap(id_) for id_ in lines)
            self._set_memory(record, data, lines)

    def _set_memory(self, record: Any, data: dict[IdType, Any], lines: tuple) -> None:
        data[record._ids[0]] = lines

    def read(self, env: Environment, ids: Sequence[int]) -> None:
        """Bring all lines of ``ids`` into the cache, whoever asks; what the user may see of them is decided on reading."""
        everything = env(su=True)
        self._read_shared(everything, ids)
        if self.context_keys and env.cache_key(self) != everything.cache_key(self):
            found = everything.field_data(self)
            env.field_data(self).update({id_: found[id_] for id_ in ids})

    def _read_shared(self, env: Environment, ids: Sequence[int]) -> None:
        shared = sharedrows.usable(env, (self.model_name, self.comodel_name))  # type: ignore[arg-type]
        if shared is not None:
            known = set(sharedrows.take(env, shared, (self,), ids))
            ids = [id_ for id_ in ids if id_ not in known]
            if not ids:
                return
        self._read(env, ids)
        if shared is not None:
            sharedrows.keep(env, shared, (self,), ids)

    def _read(self, env: Environment, ids: Sequence[int]) -> None:
        raise NotImplementedError

    def write_real(self, records: Any, value: Any) -> None:
        raise NotImplementedError

    def apply(self, records_commands: list[tuple[Any, list[tuple]]], create: bool) -> None:
        """Carry out commands on saved records, all of one ``create`` or ``write`` together."""
        raise NotImplementedError


class _PrefetchX2many(_Prefetch):
    __slots__ = ()

    def _resolve(self) -> tuple:
        if self._ids is None:
            record = self._record
            data = record.env.field_data(self._field)
            found: dict = {}
            for id_ in (*record._ids, *record._prefetch_ids):
                for line in data.get(id_) or ():
                    found[line] = None
            self._ids = tuple(found)
        return self._ids


class One2many(_X2many):
    """The records of ``comodel_name`` whose many2one ``inverse_name`` is this record."""

    type = "one2many"
    limit: int | None = None
    description_names = ("relation", "context", "domain", "relation_field")

    def __init__(self, comodel_name: Any = UNSET, inverse_name: Any = UNSET, string: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, comodel_name=comodel_name, inverse_name=inverse_name, **kwargs)

    def setup(self, model_cls: Any) -> None:
        super().setup(model_cls)
        if not self.inverse_name:
            if not (self.compute or self.related):
                raise TypeError(f"Field {self}: a one2many needs inverse_name, or a compute method.")
            self.store = False if not self._args.get("store") else self.store
            return
        comodel = model_cls.registry.models[self.comodel_name]
        if self.inverse_name not in comodel._fields:
            from core.orm.registry import suggest
            raise KeyError(f"Field {self}: the inverse field {self.inverse_name!r} does not exist on {self.comodel_name}."
                           + suggest(self.inverse_name, comodel._fields))

    def inverse_field(self, env: Environment) -> Field:
        return env.registry.models[self.comodel_name]._fields[self.inverse_name]  # type: ignore[index]

    def empty_value(self, record: Any) -> Any:
        return ()

    def from_origin(self, record: Any, origin: Any) -> Any:
        """The lines of a record in memory belong to it, not to the saved one."""
        lines = super().from_origin(record, origin)
        inverse = self.inverse_field(record.env)
        if inverse.type == "many2one":
            data = record.env.field_data(inverse)
            for line in lines:
                data.setdefault(line, record._ids[0])
        return lines

    def fetch(self, record: Any) -> None:
        data = record.env.field_data(self)
        ids = [id_ for id_ in record._prefetch_ids if id_ and id_ not in data]
        if record._ids[0] not in ids:
            ids.append(record._ids[0])
        self.read(record.env, ids)

    def _read(self, env: Environment, ids: Sequence[int]) -> None:
        """Bring the lines of ``ids`` into the cache by one query."""
        data = env.field_data(self)
        unsaved = env.transaction.creates.get(self.model_name, ())
        inverse = self.inverse_field(env)
        # a line that names its record by model and id is not noted in the record's cache: it has to be looked for
        missing = [id_ for id_ in ids if id_ not in unsaved or inverse.type == "many2one_reference"]
        groups: dict[Any, list] = {id_: [] for id_ in ids}
        if missing:
            comodel = self.comodel(env).with_context(active_test=False)
            domain = [*self.domain_list(env[self.model_name]), (self.inverse_name, "in", missing)]
            if inverse.type == "many2one_reference":
                domain.append((inverse.model_field, "=", self.model_name))  # type: ignore[attr-defined]
            # whoever asks for lines reads their values next: one statement brings both
            # (not those that wait to be computed: nobody has asked for them)
            waiting = env.transaction.tocompute
            columns = [field.name for field in comodel._prefetched_columns() if not waiting.get(field)]
            lines = comodel.search_fetch(domain, [self.inverse_name, *columns])
            if inverse.type == "many2one":
                parents = inverse.mapped(lines)
            else:
                parents = [line[self.inverse_name] for line in lines]
            for line_id, parent in zip(lines._ids, parents, strict=True):
                if parent in groups:
                    groups[parent].append(line_id)
        for id_, line_ids in groups.items():
            data[id_] = tuple(line_ids)

    def _set_memory(self, record: Any, data: dict[IdType, Any], lines: tuple) -> None:
        data[record._ids[0]] = lines
        if not self.inverse_name:
            return
        inverse = record.env.registry.models[self.comodel_name]._fields[self.inverse_name]  # type: ignore[index]
        if inverse.type == "many2one":
            inverse_data = record.env.field_data(inverse)
            for line in lines:
                if not line:
                    inverse_data[line] = record._ids[0]

    def write_real(self, records: Any, value: Any) -> None:
        if not self.inverse_name:
            data = records.env.field_data(self)
            lines = self.convert_to_cache(value, records)
            for id_ in records._ids:
                data[id_] = lines
            return
        self.apply([(record, self.normal_commands(value)) for record in records], create=False)

    def apply(self, records_commands: list[tuple[Any, list[tuple]]], create: bool) -> None:
        if not records_commands:
            return
        env = records_commands[0][0].env
        comodel = self.comodel(env)
        to_create: list[dict] = []
        to_delete: list[int] = []
        for record, commands in records_commands:
            for code, id_, value in commands:
                if code == Command.CREATE:
                    to_create.append({**value, **self._inverse_values(env, record)})
                elif code == Command.UPDATE:
                    self._flush_step(comodel, to_create, to_delete)
                    comodel.browse(id_).write(value)
                elif code == Command.DELETE:
                    to_delete.append(id_)
                elif code == Command.UNLINK:
                    self._flush_step(comodel, to_create, to_delete)
                    self._remove(env, comodel.browse(id_).exists())
                elif code == Command.LINK:
                    self._flush_step(comodel, to_create, to_delete)
                    self._link(env, record, comodel.browse(id_))
                else:
                    self._flush_step(comodel, to_create, to_delete)
                    self._replace(env, record, comodel, value if code == Command.SET else [], create)
        self._flush_step(comodel, to_create, to_delete)

    def _inverse_values(self, env: Environment, record: Any) -> dict[str, Any]:
        inverse = self.inverse_field(env)
        values = {self.inverse_name: record.id}
        if inverse.type == "many2one_reference":
            values[inverse.model_field] = self.model_name  # type: ignore[attr-defined]
        return values  # type: ignore[return-value]

    def _flush_step(self, comodel: Any, to_create: list[dict], to_delete: list[int]) -> None:
        """Do the creations and deletions collected so far, each in one call."""
        if to_delete:
            comodel.browse(to_delete).unlink()
            to_delete.clear()
        if to_create:
            comodel.create(list(to_create))
            to_create.clear()

    def _link(self, env: Environment, record: Any, lines: Any) -> None:
        inverse = self.inverse_field(env)
        stray = [id_ for id_, parent in zip(lines._ids, inverse.mapped(lines.sudo()), strict=True)
                 if (parent or None) != record.id]
        if stray:
            lines.browse(stray).write(self._inverse_values(env, record))

    def _remove(self, env: Environment, lines: Any) -> None:
        if not lines:
            return
        inverse = self.inverse_field(env)
        if getattr(inverse, "ondelete", None) == "cascade" or inverse.required and inverse.type == "many2one":
            lines.unlink()
        else:
            lines.write({self.inverse_name: False})

    def _replace(self, env: Environment, record: Any, comodel: Any, ids: Sequence[int], create: bool) -> None:
        current = () if create else record.with_context(active_test=False)[self.name]._ids
        keep = set(ids)
        self._remove(env, comodel.browse([id_ for id_ in current if id_ not in keep]))
        known = set(current)
        self._link(env, record, comodel.browse([id_ for id_ in ids if id_ not in known]))
        if ids:
            data = env.field_data(self)
            if record.id in data:
                order = {id_: index for index, id_ in enumerate(ids)}
                data[record.id] = tuple(sorted(data[record.id], key=lambda i: order.get(i, len(order))))

    def convert_to_onchange(self, value: Any, record: Any, names: Any = None) -> Any:
        return [(line.id or line._ids[0].ref, line._new_values()) for line in value]


class Many2many(_X2many):
    """Any records of ``comodel_name``, linked through the table ``relation``."""

    type = "many2many"
    relation: str | None = None
    column1: str | None = None
    column2: str | None = None
    ondelete: str = "cascade"
    copy = True

    def __init__(self, comodel_name: Any = UNSET, relation: Any = UNSET, column1: Any = UNSET, column2: Any = UNSET,
                 string: Any = UNSET, **kwargs: Any) -> None:
        super().__init__(string, comodel_name=comodel_name, relation=relation, column1=column1, column2=column2, **kwargs)

    def setup(self, model_cls: Any) -> None:
        super().setup(model_cls)
        if not self.store or self.related and not self.store:
            return
        registry = model_cls.registry
        comodel = registry.models[self.comodel_name]
        if not self.relation:
            first, second = sorted((model_cls._table, comodel._table))
            if first == second:
                raise TypeError(f"Field {self}: a many2many of a model with itself needs an explicit 'relation'.")
            self.relation = f"{first}_{second}_rel"
        self.column1 = self.column1 or f"{model_cls._table}_id"
        self.column2 = self.column2 or f"{comodel._table}_id"
        if self.column1 == self.column2:
            self.column2 = f"{self.column2}2" if not self._args.get("column2") else self.column2

    @property
    def relation_table(self) -> Any:
        from core.orm import tables
        return tables.relation_table(self)

    @property
    def relation_column1(self) -> Any:
        return self.relation_table.c[self.column1]

    @property
    def relation_column2(self) -> Any:
        return self.relation_table.c[self.column2]

    def empty_value(self, record: Any) -> Any:
        return ()

    def fetch(self, record: Any) -> None:
        env = record.env
        data = env.field_data(self)
        ids = [id_ for id_ in record._prefetch_ids if id_ and id_ not in data]
        if record._ids[0] not in ids:
            ids.append(record._ids[0])
        self.read(env, ids)

    def _read(self, env: Environment, ids: Sequence[int]) -> None:
        """Bring the links of ``ids`` into the cache by one query, in the comodel's order."""
        from core.orm import unitofwork
        data = env.field_data(self)
        unsaved = env.transaction.creates.get(self.model_name, ())
        # what a new record is linked to is in the cache; with several caches (one per user), perhaps in another one
        missing = [id_ for id_ in ids if id_ not in unsaved or self.context_keys]
        groups: dict[Any, list] = {id_: [] for id_ in ids}
        if missing:
            unitofwork.flush_links(env.transaction, self)
            cr = env.cr
            cr.run(f'SELECT "{self.column1}", "{self.column2}" FROM "{self.relation}" WHERE "{self.column1}" = ANY(%s)',
                   (list(missing),))
            rows = cr.fetchall()
            if rows:
                order = self._in_order(env, {row[1] for row in rows})
                rows = [row for row in rows if row[1] in order]
                rows.sort(key=lambda row: order[row[1]])
            for id_, line in rows:
                groups[id_].append(line)
        for id_, lines in groups.items():
            data[id_] = tuple(lines)

    def _in_order(self, env: Environment, ids: set[int]) -> dict[int, int]:
        comodel = self.comodel(env).with_context(active_test=False)
        domain = self.domain_list(env[self.model_name])
        if len(ids) == 1 and not domain:
            return dict.fromkeys(ids, 0)
        # whoever asks for links reads the values of what is linked next: one statement brings both
        columns = [field.name for field in comodel._prefetched_columns()]
        found = comodel.search_fetch([*domain, ("id", "in", sorted(ids))], columns)
        return {id_: index for index, id_ in enumerate(found._ids)}

    def write_real(self, records: Any, value: Any) -> None:
        self.apply([(record, self.normal_commands(value)) for record in records], create=False)

    def apply(self, records_commands: list[tuple[Any, list[tuple]]], create: bool) -> None:
        if not records_commands:
            return
        env = records_commands[0][0].env
        comodel = self.comodel(env)
        created = self._create_lines(comodel, records_commands)
        data = env.field_data(self)
        if not create:
            missing = [r._ids[0] for r, _commands in records_commands if r._ids[0] not in data]
            if missing:
                self.read(env, missing)
        to_delete: list[int] = []
        linked: dict[IdType, None] = {}
        for record, commands in records_commands:
            id_ = record._ids[0]
            old = data.get(id_, ())
            new = dict.fromkeys(old)
            for code, line, value in commands:
                if code == Command.CREATE:
                    new[next(created)] = None
                elif code == Command.UPDATE:
                    comodel.browse(line).write(value)
                elif code == Command.DELETE:
                    new.pop(line, None)
                    to_delete.append(line)
                elif code == Command.UNLINK:
                    new.pop(line, None)
                elif code == Command.LINK:
                    new[line] = None
                elif code == Command.CLEAR:
                    new.clear()
                else:
                    new = dict.fromkeys(value)
            self._set_links(env, id_, old, tuple(new))
            linked.update(dict.fromkeys(set(old) ^ new.keys()))
        self._mark_inverses(env, tuple(linked))
        if to_delete:
            comodel.browse(to_delete).unlink()

    def _create_lines(self, comodel: Any, records_commands: list[tuple[Any, list[tuple]]]) -> Any:
        values = [command[2] for _record, commands in records_commands for command in commands
                  if command[0] == Command.CREATE]
        return iter(comodel.create(values)._ids if values else ())

    def _set_links(self, env: Environment, id_: int, old: tuple, new: tuple) -> None:
        data = env.field_data(self)
        data[id_] = new
        before, after = set(old), set(new)
        if before == after:
            return
        sharedrows.change(env.transaction, [
            field.model_name for field in (self, *env.registry.field_inverses.get(self, ())) if field._model_cls._shared_rows])
        links = env.transaction.links.setdefault(self._relation_key(), {})
        for line in before - after:
            links[id_, line] = False
        for line in after - before:
            links[id_, line] = True
        for inverse in env.registry.field_inverses.get(self, ()):
            inverse_data = env.transaction.data.get(inverse)
            if inverse_data:
                for line in before - after:
                    if line in inverse_data:
                        inverse_data[line] = tuple(i for i in inverse_data[line] if i != id_)
                for line in after - before:
                    if line in inverse_data:
                        inverse_data[line] = unique((*inverse_data[line], id_))

    def _mark_inverses(self, env: Environment, lines: tuple[IdType, ...]) -> None:
        """The same relation as seen from the other side has changed for ``lines``."""
        if not lines:
            return
        for inverse in env.registry.field_inverses.get(self, ()):
            if inverse.type == "many2many":
                compute.modified(env[inverse.model_name].browse(lines), (inverse.name,))

    def _relation_key(self) -> tuple[str, str, str, str, str]:
        return (self.relation, self.column1, self.column2, self.model_name, self.comodel_name)  # type: ignore[return-value]

    def _after_update(self, env: Environment, ids: Sequence[IdType], cache_value: Any) -> None:
        pass
