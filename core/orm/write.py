"""Creating, changing and deleting records."""
from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

import psycopg2

from core.base.errors import AccessError, MissingError, UserError, ValidationError
from core.orm import api, compute, sharedrows
from core.orm.dberrors import explain
from core.orm.fields.base import Field
from core.orm.ids import NewId, int_array

_logger = logging.getLogger(__name__)

LOG_FIELDS = ("create_uid", "create_date", "write_uid", "write_date")
_NOT_WRITTEN = frozenset(("id", "parent_path", *LOG_FIELDS))


class WriteMixin:
    """``create``, ``write``, ``unlink`` and the checks around them."""

    __slots__ = ()

    env: Any
    _name: str
    _ids: tuple
    _table: str
    _fields: dict[str, Any]
    _inherits: Mapping[str, str]
    _log_access: bool
    registry: Any

    # -- create -------------------------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list: list[dict[str, Any]]) -> Self:
        """Create a record per dictionary of values; defaults complete them, x2many fields take commands."""
        if not vals_list:
            return self.browse()  # type: ignore[attr-defined]
        self = self.browse()  # type: ignore[attr-defined]
        self.check_access("create")
        complete = self._prepare_create_values(vals_list)
        self._create_parents(complete)
        records = self._reserve_ids(len(complete))
        split = [self._split_values(values) for values in complete]
        self._fill_new_cache(records, split)
        with self.env.protecting(self._given_groups(records, split)):
            compute.modified(records, self._all_field_names(), create=True)
        self._mark_created(records, split)
        self._precompute(records, x2many=False)
        self._create_x2many(records, split)
        self._precompute(records, x2many=True)
        self._run_inverses(records, split)
        names = dict.fromkeys(name for values in complete for name in values if name in self._fields)
        self._after_create_parent_path(records)
        records._refuse_missing_values()
        records._validate_fields(names)
        if not self.env.su:
            records._check_created()
        if self._check_company_auto:
            records._check_company(names)
        return records

    def _prepare_create_values(self, vals_list: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Values completed by defaults, without what the caller may not set."""
        for vals in vals_list:
            if not isinstance(vals, dict):
                raise TypeError(f"{self._name}.create() takes dictionaries of values, not {vals!r}")
        dropped = ("id", "parent_path", *(LOG_FIELDS if self._log_access and not self._keeps_log_values() else ()))
        names = self._default_names()
        known: dict[tuple[str, ...], dict[str, Any]] = {}
        result = []
        extended = type(self)._add_missing_default_values is not WriteMixin._add_missing_default_values
        for vals in vals_list:
            complete = self._add_missing_default_values(vals) if extended else self._with_defaults(vals, names, known)
            for name in dropped:
                complete.pop(name, None)
            result.append(complete)
        return result

    def _keeps_log_values(self) -> bool:
        """An import that restores records may say who created them when; nobody else may."""
        return self.env.context.get("keep_log_values") is True and self.env.su

    def _add_missing_default_values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """``values`` and the defaults of the fields they leave out."""
        return self._with_defaults(values, self._default_names(), {})

    def _with_defaults(self, values: Mapping[str, Any], names: Sequence[str],
                       known: dict[tuple[str, ...], dict[str, Any]]) -> dict[str, Any]:
        """``values`` completed; ``known`` keeps the defaults of a batch by the names that are missing."""
        missing = tuple([name for name in names if name not in values])
        if self._inherits:
            missing = self._without_given_parents(missing, values)
        if not missing:
            return dict(values)
        defaults = known.get(missing)
        if defaults is None:
            defaults = known[missing] = self.default_get(list(missing))  # type: ignore[attr-defined]
            for name, value in defaults.items():
                if self._fields[name].type in ("one2many", "many2many") and value and isinstance(value[0], int):
                    defaults[name] = [(6, 0, value)]
            return {**defaults, **values}
        result = {**defaults, **values}
        for name in self._fresh_defaults(defaults):
            if name not in values:
                field = self._fields[name]
                result[name] = field.value_to_write(field.default(self), self)
        return result

    def _fresh_defaults(self, defaults: Mapping[str, Any]) -> list[str]:
        """Defaults that may differ from record to record (numbers, tokens), computed for each one."""
        context = self.env.context
        return [name for name in defaults if name in type(self)._varying_defaults and f"default_{name}" not in context]

    def _without_given_parents(self, names: Sequence[str], values: Mapping[str, Any]) -> tuple[str, ...]:
        """A delegation to a record that exists brings that record's values, no defaults."""
        links = {link for link in self._inherits.values() if values.get(link)}
        return tuple(name for name in names if not (self._fields[name].inherited and self._fields[name].related[0] in links)) \
            if links else tuple(names)

    def _default_names(self) -> tuple[str, ...]:
        """Fields whose value may come from a default."""
        if self._has_user_defaults() or any(key.startswith("default_") for key in self.env.context):
            return tuple(name for name, field in self._fields.items()
                         if name not in LOG_FIELDS and name != "id" and (not field.compute or field.default or field.store
                                                                         or field.inverse))
        return type(self)._names_with_defaults

    def _has_user_defaults(self) -> bool:
        from core.orm import system
        return bool(system.user_defaults(self.env, self._name))

    def _create_parents(self, complete: list[dict[str, Any]]) -> None:
        """Create, or write, the records that new ones delegate to."""
        for parent_name, link in self._inherits.items():
            parent_model = self.env[parent_name]
            to_create: list[tuple[dict, dict]] = []
            for values in complete:
                own = {name: values.pop(name) for name in list(values)
                       if name != link and (field := self._fields.get(name)) is not None and field.inherited
                       and field.related[0] == link}
                if values.get(link):
                    if own:
                        parent_model.browse(values[link]).write(own)
                else:
                    to_create.append((values, own))
            if to_create:
                parents = parent_model.create([own for _values, own in to_create])
                for (values, _own), parent in zip(to_create, parents, strict=True):
                    values[link] = parent.id

    def _reserve_ids(self, count: int) -> Self:
        """New ids from the table's sequence."""
        from core.orm import identifiers
        # Several tables may share one numbering (the kinds of actions do): their models name it in `_sequence`.
        sequence = getattr(type(self), "_sequence", None) or f"{self._table}_id_seq"
        return self.browse(identifiers.reserve(self.env.transaction, sequence, count))  # type: ignore[attr-defined]

    def _split_values(self, values: Mapping[str, Any]) -> tuple[dict, dict, dict]:
        """(columns and other cached values, x2many commands, values for inverse methods)."""
        fields = self._fields
        plain: dict[Field, Any] = {}
        x2many: dict[Field, list] = {}
        inverse: dict[Field, Any] = {}
        for name, value in values.items():
            field = fields.get(name)
            if field is None:
                self._refuse_unknown(name)
            elif field.store:
                if field.type in ("one2many", "many2many"):
                    x2many[field] = field.normal_commands(value)
                else:
                    plain[field] = value
                    if field.inverse:
                        inverse[field] = value
            elif field.inverse:
                inverse[field] = value
            elif not field.compute:
                plain[field] = value
        return plain, x2many, inverse

    def _refuse_unknown(self, name: str) -> None:
        from core.orm.registry import suggest
        raise ValueError(f"Invalid field {name!r} on model {self._name!r}." + suggest(name, self._fields))

    def _fill_new_cache(self, records: Any, split: Sequence[tuple[dict, dict, dict]]) -> None:
        """Every column of the new records is known: what is not given is empty, or will be computed."""
        env = self.env
        ids = records._ids
        transaction = env.transaction
        self._announce_change()
        transaction.creates.setdefault(self._name, {}).update(dict.fromkeys(ids))
        transaction.created.setdefault(self._name, set()).update(ids)
        for field in type(self)._cached_on_create():
            if field.context_keys:
                if not field.company_dependent:
                    env.field_data(field).update(dict.fromkeys(ids, field.null))
            else:
                transaction.data[field].update(dict.fromkeys(ids, field.null))
        if self._log_access:
            now = self._transaction_moment()
            for name, value in (("create_uid", env.uid), ("create_date", now), ("write_uid", env.uid), ("write_date", now)):
                transaction.data[self._fields[name]].update(dict.fromkeys(ids, value))
        given: dict[Field, tuple[list, list]] = {}
        for id_, (plain, _x2many, _inverse) in zip(ids, split, strict=True):
            for field, value in plain.items():
                column = given.get(field)
                if column is None:
                    column = given[field] = [], []
                column[0].append(id_)
                column[1].append(value)
        for field in sorted(given, key=type(self)._write_order()):
            field_ids, values = given[field]
            field.write_new(records if len(field_ids) == len(ids) else self.browse(field_ids), values)  # type: ignore[attr-defined]

    def _transaction_moment(self) -> dt.datetime:
        extra = self.env.transaction.extra
        moment = extra.get("moment")
        if moment is None:
            moment = extra["moment"] = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        return moment

    @classmethod
    def _cached_on_create(cls) -> tuple[Field, ...]:
        fields = cls.__dict__.get("_create_fields")
        if fields is None:
            fields = cls._create_fields = tuple(
                field for field in cls._fields.values()
                if field.store and not field.compute and field.name != "id"
                and (field.is_column or field.type in ("one2many", "many2many", "binary")))
        return fields

    @classmethod
    def _write_order(cls) -> Any:
        return lambda field: field.write_sequence

    @classmethod
    def _all_field_names(cls) -> tuple[str, ...]:
        names = cls.__dict__.get("_field_names")
        if names is None:
            names = cls._field_names = tuple(cls._fields)
        return names

    def _given_groups(self, records: Any, split: Sequence[tuple[dict, dict, dict]]) -> list[tuple[tuple[Field, ...], Any]]:
        """New records by the computed fields that their given values settle."""
        known: dict[tuple[Field, ...], tuple[Field, ...]] = {}
        ids_of: dict[tuple[Field, ...], list] = {}
        for id_, (plain, _x2many, _inverse) in zip(records._ids, split, strict=True):
            key = tuple(plain)
            group = known.get(key)
            if group is None:
                group = known[key] = self._group_of(plain)
            if group:
                ids_of.setdefault(group, []).append(id_)
        return [(group, self.browse(ids)) for group, ids in ids_of.items()]  # type: ignore[attr-defined]

    def _group_of(self, fields: Iterable[Field]) -> tuple[Field, ...]:
        """Computed fields that given values settle: they and those computed with them."""
        groups = self.registry.field_computed
        return tuple(dict.fromkeys(
            computed for field in fields if field.compute and field.store for computed in groups.get(field, (field,))))

    def _mark_created(self, records: Any, split: Sequence[tuple[dict, dict, dict]]) -> None:
        """Stored computed fields of new records are computed, except those given."""
        transaction = self.env.transaction
        ids = records._ids
        for field in type(self)._stored_computed():
            given = {id_ for id_, (plain, _x2many, _inverse) in zip(ids, split, strict=True) if field in plain} \
                if any(field in plain for plain, _x, _i in split) else ()
            data = transaction.data[field] if not field.context_keys else {}
            grouped = self.registry.field_computed.get(field, ())
            todo = []
            for id_, (plain, _x2many, _inverse) in zip(ids, split, strict=True):
                if id_ in given or id_ in data:
                    continue
                if len(grouped) > 1 and any(other in plain for other in grouped if other is not field) \
                        and not field.readonly:
                    data.setdefault(id_, field.null)
                    continue
                todo.append(id_)
            if todo:
                compute.mark(transaction, field, todo)

    @classmethod
    def _stored_computed(cls) -> tuple[Field, ...]:
        fields = cls.__dict__.get("_stored_computed_fields")
        if fields is None:
            fields = cls._stored_computed_fields = tuple(
                field for field in cls._fields.values() if field.store and field.compute)
        return fields

    def _precompute(self, records: Any, *, x2many: bool) -> None:
        """Fields declared ``precompute`` are computed as the creator sees things (company, language), not at a later flush."""
        pending_ids = self.env.transaction.tocompute
        for field in type(self)._stored_computed():
            if field.precompute and (field.type in ("one2many", "many2many")) == x2many and (pending := pending_ids.get(field)):
                ids = [id_ for id_ in records._ids if id_ in pending]
                if ids:
                    compute._compute_marked(self.env, field, ids)

    def _create_x2many(self, records: Any, split: Sequence[tuple[dict, dict, dict]]) -> None:
        by_field: dict[Field, list] = {}
        if not any(x2many for _plain, x2many, _inverse in split):
            return
        for record, (_plain, x2many, _inverse) in zip(records, split, strict=True):
            for field, commands in x2many.items():
                if field.compute and field.store:
                    compute.unmark(self.env.transaction, field, record._ids)
                    self.env.field_data(field).setdefault(record._ids[0], ())
                by_field.setdefault(field, []).append((record, commands))
        for field, pairs in by_field.items():
            if any(commands for _record, commands in pairs):
                field.apply(pairs, True)
        changed = tuple(field.name for field in by_field if field.type == "many2many")
        if changed:
            compute.modified(records, changed)

    def _run_inverses(self, records: Any, split: Sequence[tuple[dict, dict, dict]]) -> None:
        if not any(inverse for _plain, _x2many, inverse in split):
            return
        by_field: dict[Field, list] = {}
        for record, (_plain, _x2many, inverse) in zip(records, split, strict=True):
            for field, value in inverse.items():
                by_field.setdefault(field, []).append((record, value))
        self._apply_inverses(by_field)

    def _apply_inverses(self, by_field: dict[Field, list]) -> None:
        """Assign values of computed fields in memory and call their inverse methods, fields of one method together."""
        by_method: dict[Any, dict[Field, list]] = {}
        for field, pairs in by_field.items():
            key = field.inverse if isinstance(field.inverse, str) else field
            by_method.setdefault(key, {})[field] = pairs
        for fields in by_method.values():
            ids = dict.fromkeys(record._ids[0] for pairs in fields.values() for record, _value in pairs)
            # the same records keep what they are read along with: an inverse method asks for their relations
            batch = self if tuple(ids) == self._ids else self.browse(list(ids))  # type: ignore[attr-defined]
            with self.env.protecting(list(fields), batch):
                for field, pairs in fields.items():
                    if not field.store:
                        for record, value in pairs:
                            data = self.env.field_data(field)
                            data[record._ids[0]] = field.convert_to_cache(value, record)
                first = next(iter(fields))
                if isinstance(first.inverse, str):
                    getattr(batch, first.inverse)()
                elif first.related:
                    for field in fields:
                        field._inverse_related(batch)
                else:
                    first.inverse(batch)
            assigned = [field for field in fields if not field.store]
            for field in assigned:  # from now on they are what their compute method says
                self.env.transaction.invalidate(field, batch._ids)
            compute.modified(batch, tuple(field.name for field in assigned))

    def _check_created(self) -> None:
        """The rules for creating are judged on the record as it was created."""
        domain = self._rule_domain("create")  # type: ignore[attr-defined]
        if domain:
            forbidden = self._forbidden_by_rules("create")  # type: ignore[attr-defined]
            if forbidden:
                raise self._rule_error("create", forbidden)  # type: ignore[attr-defined]

    # -- write ----------------------------------------------------------------------------------------------------------

    def write(self, vals: dict[str, Any]) -> bool:
        """Change all records of the recordset to the given values."""
        if not self._ids:
            return True
        if not vals:
            return True
        self.check_access("write")  # type: ignore[attr-defined]
        vals = self._run_write_hooks(dict(vals))
        if not self.env.su:
            self.check_field_access_rights("write", vals)  # type: ignore[attr-defined]
        for name in _NOT_WRITTEN & vals.keys():
            if name not in LOG_FIELDS or self._log_access and not self._keeps_log_values():
                del vals[name]
        if not all(self._ids):
            real = [id_ for id_ in self._ids if id_]
            new = self.browse([id_ for id_ in self._ids if not id_])  # type: ignore[attr-defined]
            new.update(vals)
            if not real:
                return True
            return self.browse(real).write(vals)  # type: ignore[attr-defined]
        return self._write_real(vals)

    def _run_write_hooks(self, vals: dict[str, Any]) -> dict[str, Any]:
        hooks = self.registry.write_hooks
        if hooks:
            for name in list(vals):
                hook = hooks.get((self._name, name))
                if hook is not None and hook(self, vals[name]):
                    del vals[name]
        return vals

    def _announce_change(self) -> None:
        """Caches that depend on this model are emptied: now for this transaction, after the commit for all."""
        transaction = self.env.transaction
        if self._shared_rows:  # type: ignore[attr-defined]
            sharedrows.change(transaction, (self._name,))
        names = self._clears_caches  # type: ignore[attr-defined]
        if names:
            registry = self.registry
            registry.clear_cache(*names)
            # meanwhile another thread may have filled them from before the commit
            transaction.cr.postcommit.add(lambda: registry.drop_caches(*names))

    def _write_real(self, vals: dict[str, Any]) -> bool:
        self._announce_change()
        plain: dict[Field, Any] = {}
        x2many: dict[Field, list] = {}
        inverse: dict[Field, Any] = {}
        for name, value in vals.items():
            field = self._fields.get(name)
            if field is None:
                self._refuse_unknown(name)
            elif field.store and field.type in ("one2many", "many2many"):
                x2many[field] = field.normal_commands(value)
                if field.inverse:
                    inverse[field] = value
            elif field.inverse and not field.store:
                if field.related and field.type in ("one2many", "many2many") and isinstance(value, (list, tuple)):
                    self._write_related_lines(field, value)
                else:
                    inverse[field] = value
            else:
                plain[field] = value
                if field.inverse:
                    inverse[field] = value
        names = tuple(vals)
        self._check_parent_cycle(plain)
        if inverse:
            self._compute_siblings(inverse)
        if plain or x2many:
            self._write_columns(plain, x2many, names)
        if inverse:
            self._check_exists_for_inverse(inverse)
            with self.env.protecting(self._group_of(inverse), self):
                self._apply_inverses({field: [(record, value) for record in self] for field, value in inverse.items()})  # type: ignore[attr-defined]
        self._after_write_parent_path(plain)
        if self._log_access and vals:
            self._touch_log()
        self._validate_fields(names)
        if self._check_company_auto:
            self._check_company(names)
        return True

    def _write_related_lines(self, field: Field, commands: Sequence[Any]) -> None:
        """Commands on the lines of a related field are commands on the lines they come from."""
        targets = self.mapped(".".join(field.related[:-1]))  # type: ignore[attr-defined]
        targets.write({field.related[-1]: list(commands)})

    def _compute_siblings(self, inverse: dict[Field, Any]) -> None:
        """Before a value is given to a field, those computed by the same method get theirs: computing them while the
        inverse method reads them would overwrite the value given."""
        transaction = self.env.transaction
        for sibling in self._group_of(inverse):
            pending = transaction.tocompute.get(sibling)
            if pending and sibling not in inverse and any(id_ in pending for id_ in self._ids):
                compute.recompute(self.env, sibling)

    def _check_exists_for_inverse(self, inverse: dict[Field, Any]) -> None:
        """Writing through an inverse method needs the record; reading one column makes sure."""

    def _write_columns(self, plain: dict[Field, Any], x2many: dict[Field, list], names: tuple[str, ...]) -> None:
        env = self.env
        relational = tuple(field.name for field in plain if field.relational)
        if relational:
            compute.modified(self, relational, before=True)
        computed = [field for field in (*plain, *x2many) if field.compute and field.store]
        for field in computed:
            compute.unmark(env.transaction, field, self._ids)
        group = self._group_of(computed)
        with env.protecting(group, self):
            order = type(self)._write_order()
            for field in sorted(plain, key=order) if len(plain) > 1 else plain:
                field.write(self, plain[field])
            if plain:
                compute.modified(self, tuple(field.name for field in plain))
        if x2many:
            self._write_x2many(x2many)

    def _write_x2many(self, x2many: dict[Field, list]) -> None:
        compute.modified(self, tuple(field.name for field in x2many), before=True)
        for field, commands in x2many.items():
            field.apply([(record, commands) for record in self], False)  # type: ignore[attr-defined]
        compute.modified(self, tuple(field.name for field in x2many))

    def _touch_log(self) -> None:
        """Remember who changed the records, and when."""
        env = self.env
        moment = self._transaction_moment()
        for name, value in (("write_uid", env.uid), ("write_date", moment)):
            field = self._fields[name]
            data = env.transaction.data[field]
            if len(self._ids) == 1:
                data[self._ids[0]] = value
            else:
                data.update(dict.fromkeys(self._ids, value))
            field.mark_dirty(env, self._ids)
        compute.modified(self, ("write_uid", "write_date"))

    # -- checks ---------------------------------------------------------------------------------------------------------

    def _refuse_missing_values(self) -> None:
        """New records that lack a required value are refused by the database before constraint methods count on it."""
        if not type(self)._constraint_methods():
            return
        transaction = self.env.transaction
        for field in type(self)._required_columns():
            values = self.env.field_data(field)
            pending = transaction.tocompute.get(field, ())
            if any(values.get(id_) in (None, False) and id_ not in pending for id_ in self._ids):
                self.flush_model([field.name])  # type: ignore[attr-defined]
                return

    @classmethod
    def _required_columns(cls) -> tuple[Field, ...]:
        fields = cls.__dict__.get("_required_fields")
        if fields is None:
            fields = cls._required_fields = tuple(
                field for field in cls._column_fields()  # type: ignore[attr-defined]
                if field.required and not field.context_keys and field.type in ("many2one", "char", "text", "selection", "date", "datetime"))
        return fields

    def _validate_fields(self, field_names: Iterable[str], excluded_names: Iterable[str] = ()) -> None:
        """Run the ``@api.constrains`` methods of the named fields."""
        names = set(field_names)
        excluded = set(excluded_names)
        for method, watched in type(self)._constraint_methods():
            watched = watched(self) if callable(watched) else watched
            if not names.isdisjoint(watched) and excluded.isdisjoint(watched):
                try:
                    method(self)
                except UserError as error:
                    _note_place(error, self, next(name for name in watched if name in names))
                    raise

    @classmethod
    def _constraint_methods(cls) -> list[tuple[Any, Any]]:
        methods = cls.__dict__.get("_constraints")
        if methods is None:
            methods = cls._constraints = [(method, method._constrains) for method in cls._marked_methods("_constrains")]  # type: ignore[attr-defined]
        return methods

    def _check_company(self, fnames: Iterable[str] | None = None) -> None:
        """Records linked through fields with ``check_company`` must belong to the same company, or to none."""
        names = set(fnames) if fnames is not None else set(self._fields)
        if "company_id" in names or fnames is None:
            names = set(self._fields)
        fields = [field for name in names if (field := self._fields.get(name)) is not None
                  and getattr(field, "check_company", False) and field.comodel_name and (field.store or field.inherited)]
        if not fields:
            return
        wrong = []
        for record in self.sudo():  # type: ignore[attr-defined]
            company = record if self._name == "res.company" else record.company_id
            for field in fields:
                default_company = self.env.company if field.company_dependent else company
                for corecord in record[field.name]:
                    if not _same_company(corecord, default_company):
                        wrong.append((record, field, corecord))
        if wrong:
            raise self._company_error(wrong)

    def _company_error(self, wrong: list[tuple[Any, Field, Any]]) -> UserError:
        env = self.env
        lines = [env._("- %(record)s: %(field)s “%(value)s” belongs to company %(company)s", record=record.display_name,
                       field=field.label(env), value=corecord.display_name,
                       company=", ".join(corecord.company_id.mapped("name")) if "company_id" in corecord._fields else "?")
                 for record, field, corecord in wrong[:5]]
        return UserError(env._("Records of different companies cannot be combined. Choose records of one company.")
                         + "\n" + "\n".join(lines))

    def _check_recursion(self, parent: str | None = None) -> bool:
        """Whether following the parent never comes back to a record."""
        return not self._has_cycle(parent)

    def _has_cycle(self, field_name: str | None = None) -> bool:
        """Whether following a many2one (default: the parent) or many2many comes back to one of the records."""
        field = self._fields[field_name or self._parent_name]  # type: ignore[attr-defined]
        if field.type == "many2one":
            for record in self.sudo():  # type: ignore[attr-defined]
                seen = {record._ids[0]}
                current = record[field.name]
                while current:
                    if current._ids[0] in seen:
                        return True
                    seen.add(current._ids[0])
                    current = current[field.name]
            return False
        for record in self.sudo():  # type: ignore[attr-defined]
            seen, stack = set(), list(record[field.name])
            while stack:
                current = stack.pop()
                if current == record:
                    return True
                if current._ids[0] not in seen:
                    seen.add(current._ids[0])
                    stack.extend(current[field.name])
        return False

    def _check_m2m_recursion(self, field_name: str) -> bool:
        return not self._has_cycle(field_name)

    # -- hierarchy ------------------------------------------------------------------------------------------------------

    def _check_parent_cycle(self, plain: dict[Field, Any]) -> None:
        if not self._parent_store:  # type: ignore[attr-defined]
            return
        field = self._fields[self._parent_name]  # type: ignore[attr-defined]
        if field not in plain or not plain[field]:
            return
        parent = self.browse(field.convert_to_cache(plain[field], self)).sudo()  # type: ignore[attr-defined]
        if not parent or not set(self._ids).isdisjoint(int(i) for i in (parent.parent_path or "").split("/") if i):
            raise UserError(self.env._(
                "%s: a record cannot be below itself. Choose another parent.", self._description or self._name))  # type: ignore[attr-defined]

    def _after_create_parent_path(self, records: Any) -> None:
        if not self._parent_store:  # type: ignore[attr-defined]
            return
        path, parent = self._fields["parent_path"], self._fields[self._parent_name]  # type: ignore[attr-defined]
        for record in records.sudo():
            above = record[parent.name]
            path.write(record, f"{above.parent_path if above else ''}{record.id}/")

    def _after_write_parent_path(self, plain: dict[Field, Any]) -> None:
        if not self._parent_store or self._fields[self._parent_name] not in plain:  # type: ignore[attr-defined]
            return
        path = self._fields["parent_path"]
        for record in self.sudo():  # type: ignore[attr-defined]
            old = record.parent_path or f"{record.id}/"
            above = record[self._parent_name]  # type: ignore[attr-defined]
            new = f"{above.parent_path if above else ''}{record.id}/"
            if new == old:
                continue
            below = record.with_context(active_test=False).search([("parent_path", "=like", f"{old}%")]) | record
            for child in below:
                path.write(child, new + (child.parent_path or "")[len(old):])
            compute.modified(below, ("parent_path",))

    def _parent_store_compute(self) -> None:
        """Set ``parent_path`` of all records anew."""
        table, parent = self._table, self._parent_name  # type: ignore[attr-defined]
        self.env.cr.run(
            f'WITH RECURSIVE tree(id, path) AS ('
            f'SELECT id, id || \'/\' FROM "{table}" WHERE "{parent}" IS NULL UNION ALL '
            f'SELECT c.id, tree.path || c.id || \'/\' FROM "{table}" AS c JOIN tree ON c."{parent}" = tree.id) '
            f'UPDATE "{table}" AS t SET parent_path = tree.path FROM tree WHERE t.id = tree.id '
            f'AND t.parent_path IS DISTINCT FROM tree.path')
        self.invalidate_model(["parent_path"], flush=False)  # type: ignore[attr-defined]

    def _write_multi(self, vals_list: Sequence[Mapping[str, Any]]) -> None:
        """Write values to the rows of the records, one dictionary each, without checks, hooks or the cache.

        Changes waiting for the flush pass here when an addon extends this method.
        """
        from core.orm import unitofwork
        unitofwork.write_rows(self, vals_list)

    _kernel_write_multi = _write_multi

    def _write(self, vals: Mapping[str, Any]) -> None:
        """Write the same values to the rows of all records, without checks, hooks or the cache."""
        self._write_multi([vals] * len(self))  # type: ignore[arg-type]

    # -- unlink -----------------------------------------------------------------------------------------------------------

    def unlink(self) -> bool:
        """Delete the records."""
        if not self._ids:
            return True
        self.check_access("unlink")  # type: ignore[attr-defined]
        for method in type(self)._ondelete_methods():
            if method._ondelete or not self.env.context.get("_force_unlink"):
                method(self)
        for hook in self.registry.before_unlink.get(self._name, ()):
            hook(self)
        env = self.env
        env.flush_all()
        # marked after the flush: what depends on these records is computed again without them
        compute.modified(self, self._all_field_names(), before=True)
        ids = list(self._ids)
        self._announce_change()
        self._delete_rows(ids)
        env._drop_cache(flush=False)
        self._forget_deleted(ids)
        return True

    @classmethod
    def _ondelete_methods(cls) -> list[Any]:
        methods = cls.__dict__.get("_ondelete_list")
        if methods is None:
            methods = cls._ondelete_list = cls._marked_methods("_ondelete")  # type: ignore[attr-defined]
        return methods

    def _delete_rows(self, ids: list[int]) -> None:
        from core.orm import system
        cr = self.env.cr
        system.before_delete(self.env, self._name, ids)
        try:
            cr.run(f'DELETE FROM "{self._table}" WHERE id = ANY(%s)', (int_array(ids),))
        except psycopg2.Error as error:
            raise self._delete_error(error, ids) from error
        if cr.rowcount:
            _logger.debug("user #%s deleted %s records of %s", self.env.uid, cr.rowcount, self._name)

    def _delete_error(self, error: psycopg2.Error, ids: list[int]) -> BaseException:
        return explain(self.env.transaction, self.env.registry.model_of_table(error.diag.table_name), error, ids,
                       deleting=self)

    def _forget_deleted(self, ids: Sequence[int]) -> None:
        transaction = self.env.transaction
        gone = set(ids)
        for field in self._fields.values():
            pending = transaction.tocompute.get(field)
            if pending:
                for id_ in gone & pending.keys():
                    del pending[id_]
                if not pending:
                    del transaction.tocompute[field]
        created = transaction.created.get(self._name)
        if created:
            created -= gone
        touched = transaction.touched.get(self._name)
        if touched:
            for id_ in gone:
                touched.pop(id_, None)

    # -- archive ----------------------------------------------------------------------------------------------------------

    def _compute_field_value(self, field: Field) -> None:
        """Compute ``field`` (and those computed with it) on these records; overridden to see the values before."""
        compute.compute_field_value(field, self)

    def toggle_active(self) -> None:
        """Archive the active records and restore the archived ones."""
        active = self._active_name  # type: ignore[attr-defined]
        if active:
            archived = self.filtered(lambda record: not record[active])  # type: ignore[attr-defined]
            (self - archived).write({active: False})  # type: ignore[operator]
            archived.write({active: True})

    def action_archive(self) -> Any:
        active = self._active_name  # type: ignore[attr-defined]
        return self.filtered(active).write({active: False})  # type: ignore[attr-defined]

    def action_unarchive(self) -> Any:
        active = self._active_name  # type: ignore[attr-defined]
        return self.filtered(lambda record: not record[active]).write({active: True})  # type: ignore[attr-defined]

    # -- records in memory --------------------------------------------------------------------------------------------------

    @api.model
    def new(self, values: Mapping[str, Any] | None = None, origin: Any = None, ref: Any = None) -> Self:
        """A record in memory with ``values``; ``origin`` is the saved record it stands for."""
        record = self.browse((NewId(origin.id if origin is not None else None, ref),))  # type: ignore[attr-defined]
        self.env.transaction.new_records.setdefault(self._name, {})[record._ids[0]] = None
        if values:
            record._set_new_values(values)
        return record

    def _set_new_values(self, values: Mapping[str, Any]) -> None:
        """Assign the values of a new record, without marking what depends on each one by one."""
        fields = []
        for name, value in values.items():
            field = self._fields.get(name)
            if field is None:
                self._refuse_unknown(name)
            fields.append((field, value))
        order = type(self)._write_order()
        fields.sort(key=lambda pair: order(pair[0]))
        with self.env.protecting([field for field, _value in fields], self):
            for field, value in fields:
                field.write(self, value)
            compute.modified(self, tuple(values))
        for field, value in fields:
            if field.inherited and not self[field.related[0]].id:
                self[field.related[0]].update({field.name: value})

    def _new_values(self) -> dict[str, Any]:
        """Values of a new record that were set on it, as ``write`` takes them."""
        values = {}
        for name, field in self._fields.items():
            if name == "id" or field.automatic:
                continue
            data = self.env.field_data(field)
            id_ = self._ids[0]
            if id_ in data:
                if self._origin and field.store:
                    if data[id_] == field.from_origin(self, self._origin):
                        continue
                values[name] = field.convert_to_write(self[name], self)  # type: ignore[index]
        return values

    def _convert_to_write(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values of fields (records, dates …) as ``write`` takes them."""
        result = {}
        for name, value in values.items():
            field = self._fields.get(name)
            if field is not None:
                record_value = field.convert_to_record(field.convert_to_cache(value, self, validate=False), self)
                result[name] = field.convert_to_write(record_value, self)
        return result


def _same_company(record: Any, company: Any) -> bool:
    if record._name == "res.company":
        return not company or record in company
    if record._name == "res.users":
        return not company or company <= record.company_ids
    field = "company_id" if "company_id" in record._fields else "company_ids" if "company_ids" in record._fields else None
    if field is None:
        return True
    own = record[field]
    if not own or not company or own & company:
        return True
    domain = record._check_company_domain(company)
    return not domain or bool(record.with_context(active_test=False).filtered_domain(domain))


__all__ = ["AccessError", "MissingError", "ValidationError", "WriteMixin"]


def _note_place(error: UserError, records: Any, field_name: str) -> None:
    """Say what a refusal is about, unless it says so itself: forms lead the user to the field."""
    if error.records is None:
        error.records = records
        error.field = error.field or field_name
