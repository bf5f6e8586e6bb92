"""Reading records from the database into the cache, and out of it for callers."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Self

from core.base.errors import MissingError
from core.orm import api, sharedrows
from core.orm.fields.base import Field, missing_record
from core.orm.ids import int_array


class ReadMixin:
    """``read``, ``fetch``, ``exists``, names."""

    __slots__ = ()

    env: Any
    _name: str
    _ids: tuple
    _table: str
    _fields: dict[str, Any]
    registry: Any

    # -- into the cache -----------------------------------------------------------------------------------------------

    def fetch(self, field_names: Collection[str] | None = None) -> None:
        """Make sure that the named fields (None: those read along by default) are in the cache."""
        if not self._ids:
            return
        fields = self._fields
        names = [name for name, field in fields.items() if field.prefetch is True] if field_names is None else field_names
        columns, others = [], []
        for name in names:
            field = fields.get(name)
            if field is None:
                raise ValueError(f"Invalid field {name!r} on model {self._name!r}")
            if field.groups and not field.is_accessible(self.env):
                continue
            if field.store and field.is_column and name != "id":
                columns.append(field)
            elif field.store and field.type in ("one2many", "many2many"):
                others.append(field)
        self._fetch_columns(columns)
        for field in others:
            data = self.env.field_data(field)
            missing = [id_ for id_ in self._ids if id_ and id_ not in data]
            if missing:
                field.fetch(self._new(self.env, (missing[0],), missing))  # type: ignore[attr-defined]

    def _fetch_field(self, field: Field) -> None:
        """Fetch ``field`` and the cheap columns beside it."""
        self.env.su or self.check_field_access_rights("read", [field.name])  # type: ignore[attr-defined]
        in_memory = self._shared_rows and len(self._ids) == 1  # one value costs less there than the row
        if field.prefetch is True and not in_memory:
            beside = self._company_columns() if field.company_dependent else self._prefetched_columns()
            columns = [f for f in beside if not f.groups or f.is_accessible(self.env)]
        else:
            columns = [field]
        self._fetch_columns(columns, wanted=field)

    @classmethod
    def _prefetched_columns(cls) -> tuple[Field, ...]:
        """What is read along with any other column; company-dependent values are not, they need the company first."""
        columns = cls.__dict__.get("_prefetch_columns")
        if columns is None:
            columns = cls._prefetch_columns = tuple(  # type: ignore[attr-defined]
                field for field in cls._column_fields() if field.prefetch is True and not field.company_dependent)
        return columns

    @classmethod
    def _company_columns(cls) -> tuple[Field, ...]:
        """Company-dependent values, read together once one of them is asked for."""
        columns = cls.__dict__.get("_company_prefetch_columns")
        if columns is None:
            columns = cls._company_prefetch_columns = tuple(  # type: ignore[attr-defined]
                field for field in cls._column_fields() if field.prefetch is True and field.company_dependent)
        return columns

    def _fetch_columns(self, columns: Sequence[Field], wanted: Field | None = None) -> None:
        env = self.env
        transaction = env.transaction
        todo: dict[int, None] = {}
        needed: list[Field] = []
        saved = [id_ for id_ in self._ids if id_]
        for field in columns:
            data = env.field_data(field)
            pending = transaction.tocompute.get(field, ())
            missing = [id_ for id_ in saved if id_ not in data and id_ not in pending] if data or pending else saved
            if missing:
                needed.append(field)
                if wanted is None or field is wanted:
                    todo.update(dict.fromkeys(missing))
        if not todo:
            return
        unsaved = transaction.creates.get(self._name)
        if unsaved:
            self._fill_unsaved(needed, [id_ for id_ in todo if id_ in unsaved])
            todo = {id_: None for id_ in todo if id_ not in unsaved}
            if not todo:
                return
        patched = [field.name for field in needed if field in transaction.patches
                   and not transaction.patches[field].keys().isdisjoint(todo)]
        if patched:  # texts of another language, or values of another company, are on their way
            env.flush_fields({self._name: patched})
        found = self._fetch_rows(list(todo), needed)
        if len(found) < len(todo):
            records = self.browse([id_ for id_ in todo if id_ not in found])  # type: ignore[attr-defined]
            raise self._missing_or_forbidden(records, wanted or needed[0])  # type: ignore[attr-defined]

    def _fill_unsaved(self, fields: Sequence[Field], ids: Sequence[int]) -> None:
        """A created record has no other values than those in the cache."""
        for field in fields:
            data = self.env.field_data(field)
            pending = self.env.transaction.tocompute.get(field, ())
            for id_ in ids:
                if id_ not in pending and id_ not in data:
                    data[id_] = field.unsaved_value(self.browse(id_))  # type: ignore[attr-defined]

    def _fetch_rows(self, ids: list[int], fields: Sequence[Field]) -> set[int]:
        """Read columns of ``ids`` as far as the user may; returns the ids found."""
        env = self.env
        if not env.su:
            self._check_model_access("read")  # type: ignore[attr-defined]
        if self._shared_rows and (shared := sharedrows.usable(env, (self._name,))) is not None:  # type: ignore[attr-defined]
            return self._select_shared(shared, ids, fields)
        if not env.su:
            if self._rule_domain("read"):  # type: ignore[attr-defined]
                query = self._make_query([("id", "in", ids)], active_test=False)  # type: ignore[attr-defined]
                found = self._fetch_query(query, fields)._ids  # type: ignore[attr-defined]
                self._remember_readable(found)  # type: ignore[attr-defined]
                return set(found)
        return self._select_rows(ids, fields)

    def _select_shared(self, shared: Any, ids: list[int], fields: Sequence[Field]) -> set[int]:
        """Columns of a model with shared rows; the rules are judged in memory."""
        env = self.env
        found = sharedrows.take(env, shared, fields, ids)
        if len(found) < len(ids):
            known = set(found)
            read = self._select_rows([id_ for id_ in ids if id_ not in known], fields)
            sharedrows.keep(env, shared, fields, read)
            found = [*found, *read]
        if env.su or not self._rule_domain("read"):  # type: ignore[attr-defined]
            return set(found)
        forbidden = self.browse(found)._forbidden_by_rules("read")._ids  # type: ignore[attr-defined]
        for field in fields:
            data = env.field_data(field)
            for id_ in forbidden:
                data.pop(id_, None)
        return set(found).difference(forbidden)

    def _select_rows(self, ids: list[int], fields: Sequence[Field]) -> set[int]:
        """Columns of ``ids`` without rules."""
        env = self.env
        text, params = self._select_text(fields)
        env.cr.run(text, [*params, int_array(ids)])
        rows = env.cr.fetchall()
        if not rows:
            return set()
        columns = list(zip(*rows, strict=True))
        for field, values in zip(fields, columns[1:], strict=True):
            field.fill_from_column(env, columns[0], values)
        return set(columns[0])

    def _lock_rows(self) -> None:
        """Lock the rows until the end of the transaction, in the order of their ids; their columns are read along."""
        env = self.env.transaction.superuser_env()
        columns = [field for field in self._prefetched_columns() if not field.context_keys]
        text, params = self.with_env(env)._select_text(columns)  # type: ignore[attr-defined]
        env.cr.run(f"{text} ORDER BY id FOR UPDATE", [*params, int_array(self._ids)])
        rows = env.cr.fetchall()
        if rows:
            ids, *values = zip(*rows, strict=True)
            for field, column in zip(columns, values, strict=True):
                field.fill_from_column(env, ids, column)

    def _select_text(self, fields: Sequence[Field]) -> tuple[str, list[Any]]:
        """SELECT of columns by ids, without rules; the text is kept per set of columns."""
        model = type(self)
        params: list[Any] = []
        parts = ["id"]
        for field in fields:
            if field.translate:
                lang = self.env.context.get("lang") or "en_US"
                if lang == "en_US":
                    parts.append(f"\"{field.name}\"->>'en_US'")
                else:
                    parts.append(f"COALESCE(\"{field.name}\"->>%s, \"{field.name}\"->>'en_US')")
                    params.append(lang)
            elif field.company_dependent:
                parts.append(f'"{field.name}"->%s')
                params.append(str(self.env.company.id))
            else:
                parts.append(f'"{field.name}"')
        source = model._table_query_sql(self) if model._table_query else f'"{self._table}"'  # type: ignore[attr-defined]
        return f"SELECT {', '.join(parts)} FROM {source} WHERE id = ANY(%s)", params

    def exists(self) -> Self:
        """The records that are in the database (new ones count as they are)."""
        unsaved = self.env.transaction.creates.get(self._name, ())
        ids = [id_ for id_ in self._ids if id_ and id_ not in unsaved]
        if not ids:
            return self  # type: ignore[return-value]
        if not self._table or self._abstract:  # type: ignore[attr-defined]
            return self  # type: ignore[return-value]
        valid = [id_ for id_ in ids if isinstance(id_, int)]
        source = type(self)._table_query_sql(self) if type(self)._table_query else f'"{self._table}"'  # type: ignore[attr-defined]
        self.env.cr.run(f"SELECT id FROM {source} WHERE id = ANY(%s)", (int_array(valid),))
        found = {row[0] for row in self.env.cr.fetchall()}
        if len(found) == len(set(ids)):
            return self  # type: ignore[return-value]
        return self.browse([id_ for id_ in self._ids if not id_ or id_ in found or id_ in unsaved])  # type: ignore[attr-defined]

    # -- out of the cache ---------------------------------------------------------------------------------------------

    def read(self, fields: Sequence[str] | None = None, load: str | None = "_classic_read") -> list[dict[str, Any]]:
        """A dictionary of field values per record; records that are gone have none.

        many2one values are ``(id, display name)`` pairs, or plain ids with ``load=None``; dates are date objects.
        """
        if not self.env.su:
            self._check_model_access("read")  # type: ignore[attr-defined]
        names = self.check_field_access_rights("read", fields or None)  # type: ignore[attr-defined]
        unknown = [name for name in names if name not in self._fields]
        if unknown:
            from core.orm.registry import suggest
            raise ValueError(f"Invalid field {unknown[0]!r} on model {self._name!r}." + suggest(unknown[0], self._fields))
        try:
            self._origin.fetch(names)  # type: ignore[attr-defined]
        except MissingError:
            left = self.exists()
            if len(left._ids) == len(self._ids):  # type: ignore[attr-defined]
                raise
            return left.read(fields, load)
        # what was just read with the rules is not judged again
        self.check_access("read")  # type: ignore[attr-defined]
        return self._read_format(names, load)

    def _read_format(self, fnames: Sequence[str], load: str | None = "_classic_read") -> list[dict[str, Any]]:
        result: list[dict[str, Any]] = [{"id": id_ or False} for id_ in self._ids]
        names_wanted = load == "_classic_read"
        for name in fnames:
            if name == "id":
                continue
            field = self._fields[name]
            if field.type == "many2one":
                ids = field.mapped(self)
                names = self._names_of(field, ids) if names_wanted else None
                for values, id_ in zip(result, ids, strict=True):
                    values[name] = ((id_, names[id_]) if names is not None else id_) if id_ else False
            elif type(field).convert_to_read is Field.convert_to_read and type(field).__get__ is Field.__get__ \
                    and not field.context_keys:
                for values, value in zip(result, field.mapped(self), strict=True):
                    values[name] = value
            else:
                for values, record in zip(result, self, strict=True):  # type: ignore[call-overload]
                    values[name] = field.convert_to_read(record[name], record, names_wanted)
        return result

    def _names_of(self, field: Field, ids: Iterable[Any]) -> dict[Any, str]:
        """Display names of the records a many2one points to, all at once; whoever sees the link sees the name."""
        comodel = self.env[field.comodel_name].sudo()
        records = comodel.browse(list(dict.fromkeys(id_ for id_ in ids if id_)))
        if len(records) > 1:
            records._fetch_for_names()
        return dict(zip(records._ids, records.mapped("display_name"), strict=True))

    @api.depends(lambda self: (self._rec_name,) if self._rec_name else ())
    def _compute_display_name(self) -> None:
        """The name people see; addons override it."""
        name = self._rec_name  # type: ignore[attr-defined]
        field = self._fields.get(name) if name else None
        if field is not None and field.type == "char":
            # by far the most frequent case: no need to go through each record
            self._fields["display_name"].set_cache(self, [value or "" for value in field.mapped(self)])
        elif field is not None:
            for record in self:  # type: ignore[attr-defined]
                record.display_name = field.convert_to_display_name(record[name], record)
        else:
            for record in self:  # type: ignore[attr-defined]
                record.display_name = f"{record._name},{record.id}"

    def name_get(self) -> list[tuple[int, str]]:
        """Older spelling of ``display_name``."""
        return [(record.id, record.display_name) for record in self]  # type: ignore[attr-defined]

    def get_metadata(self) -> list[dict[str, Any]]:
        """Who created and last changed the records, when, and their external ids."""
        names = [name for name in ("create_uid", "create_date", "write_uid", "write_date") if name in self._fields]
        xml_ids = self.get_external_id()
        return [{**values, "xmlid": xml_ids.get(values["id"]) or False, "noupdate": False} for values in self.read(names)]

    def get_external_id(self) -> dict[int, str]:
        """id → 'module.name' ('' without one)."""
        from core.orm import system
        return system.external_ids(self.env, self._name, list(self._ids))

    _get_external_ids = property(lambda self: lambda: {id_: [x] if x else [] for id_, x in self.get_external_id().items()})

    # -- invalidation and flushing ----------------------------------------------------------------------------------------

    def invalidate_recordset(self, fnames: Iterable[str] | None = None, flush: bool = True) -> None:
        """Forget cached values of these records (after raw SQL changed them)."""
        self._invalidate(fnames, flush, self._ids)

    def invalidate_model(self, fnames: Iterable[str] | None = None, flush: bool = True) -> None:
        """Forget cached values of all records of the model."""
        self._invalidate(fnames, flush, None)

    def _invalidate(self, fnames: Iterable[str] | None, flush: bool, ids: Sequence[Any] | None) -> None:
        names = list(fnames) if fnames is not None else None
        transaction = self.env.transaction
        if self._shared_rows:  # type: ignore[attr-defined]
            sharedrows.change(transaction, (self._name,))
        fields = [self._fields[name] for name in names] if names is not None else list(self._fields.values())
        if flush:
            pending = {self._name: [field.name for field in fields]}
            for field in fields:
                for inverse in self.registry.field_inverses.get(field, ()):
                    pending.setdefault(inverse.model_name, []).append(inverse.name)
            self.env.flush_fields(pending)
        for field in fields:
            transaction.invalidate(field, ids)
            for inverse in self.registry.field_inverses.get(field, ()):
                transaction.invalidate(inverse)

    def flush_model(self, fnames: Iterable[str] | None = None) -> None:
        """Write pending changes of the model (of the named fields)."""
        names = list(fnames) if fnames is not None else list(self._fields)
        self.env.flush_fields({self._name: names})

    def flush_recordset(self, fnames: Iterable[str] | None = None) -> None:
        if self._ids:
            self.flush_model(fnames)

    def recompute(self, fnames: Iterable[str] | None = None) -> None:
        self.env._recompute_all()

    def modified(self, fnames: Iterable[str], create: bool = False, before: bool = False) -> None:
        """Mark what depends on the fields (for code that writes by SQL)."""
        from core.orm import compute
        compute.modified(self, tuple(fnames), create=create, before=before)

    def _missing(self) -> Exception:
        return missing_record(self)
