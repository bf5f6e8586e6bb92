"""Recordsets: an environment and an ordered tuple of ids."""
from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self

from core.orm.environment import Environment
from core.orm.ids import IdType, NewId, origin_ids, unique
from core.tools import frozendict


class RecordsetMixin:
    """What every recordset can do without knowing fields or the database."""

    __slots__ = ()

    env: Environment
    _ids: tuple[IdType, ...]
    _prefetch_ids: Any
    _name: str
    _fields: dict[str, Any]
    registry: Any

    # -- making recordsets -------------------------------------------------------------------------------------------

    @classmethod
    def _new(cls, env: Environment, ids: tuple[IdType, ...], prefetch_ids: Any) -> Self:
        self = object.__new__(cls)
        self.env = env  # type: ignore[misc]
        self._ids = ids  # type: ignore[misc]
        self._prefetch_ids = prefetch_ids
        return self

    def browse(self, ids: Any = None) -> Self:
        """The records with ``ids`` (an id, several, or nothing) in this environment."""
        if not ids:
            ids = () if ids is None or ids is False or not isinstance(ids, NewId) else (ids,)
        elif ids.__class__ is int:
            ids = (ids,)
        elif ids.__class__ is not tuple:
            ids = (ids,) if isinstance(ids, (int, str)) else tuple(ids)
        return self._new(self.env, ids, ids)

    def _browse_one(self, id_: IdType, prefetch_ids: Any) -> Self:
        return self._new(self.env, (id_,), prefetch_ids)

    @property
    def ids(self) -> list[int]:
        """Ids of the saved records (or, for new ones, of those they stand for)."""
        return origin_ids(self._ids)

    @property
    def _context(self) -> frozendict:
        return self.env.context

    _cr = property(lambda self: self.env.cr)
    _uid = property(lambda self: self.env.uid)
    pool = property(lambda self: self.env.registry)

    @property
    def _origin(self) -> Self:
        """The saved records these new records stand for."""
        ids = tuple(origin_ids(self._ids))
        return self._new(self.env, ids, ids)

    # -- environments -------------------------------------------------------------------------------------------------

    def with_env(self, env: Environment) -> Self:
        return self._new(env, self._ids, self._prefetch_ids)

    def sudo(self, flag: bool = True) -> Self:
        """Without (or, with False, with) access checks; the user stays the same."""
        env = self.env
        return self if env.su is flag else self.with_env(env(su=flag))

    def with_user(self, user: Any) -> Self:
        """As another user, with that user's rights."""
        return self if not user else self.with_env(self.env(user=user, su=False))

    def with_context(self, *args: Any, **overrides: Any) -> Self:
        """With another context: ``with_context(new)`` replaces, ``with_context(key=value)`` extends."""
        if args and "allowed_company_ids" not in args[0] and "allowed_company_ids" in self.env.context:
            context = dict(args[0], allowed_company_ids=self.env.context["allowed_company_ids"], **overrides)
        else:
            context = dict(args[0] if args else self.env.context, **overrides)
        return self.with_env(self.env(context=context))

    def with_company(self, company: Any) -> Self:
        """With ``company`` as the current one."""
        if not company:
            return self
        company_id = int(company)
        allowed = self.env.context.get("allowed_company_ids") or []
        if allowed and allowed[0] == company_id:
            return self
        if not allowed:
            allowed = [company_id]
        else:
            allowed = [company_id, *(other for other in allowed if other != company_id)]
        return self.with_context(allowed_company_ids=allowed)

    def with_prefetch(self, prefetch_ids: Any = None) -> Self:
        return self._new(self.env, self._ids, self._ids if prefetch_ids is None else prefetch_ids)

    # -- basic behaviour --------------------------------------------------------------------------------------------------

    def __bool__(self) -> bool:
        return bool(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Self]:
        ids = self._ids
        if len(ids) <= 1:
            if ids:
                yield self
            return
        new, env = self._new, self.env
        prefetch = self._prefetch_ids if len(ids) < 1000 or self._prefetch_ids is not ids else ids
        for id_ in ids:
            yield new(env, (id_,), prefetch)

    def __reversed__(self) -> Iterator[Self]:
        for id_ in reversed(self._ids):
            yield self._new(self.env, (id_,), self._prefetch_ids)

    def __contains__(self, item: Any) -> bool:
        if isinstance(item, RecordsetMixin):
            if item._name != self._name:
                raise TypeError(f"inconsistent models in: {item} in {self}")
            return len(item._ids) == 1 and item._ids[0] in self._ids
        if isinstance(item, str):
            return item in self._fields
        raise TypeError(f"unsupported operand types in: {item!r} in {self}")

    def __getitem__(self, key: Any) -> Any:
        """``records[i]``, ``records[i:j]`` or ``record['field']``."""
        if isinstance(key, str):
            field = self._fields.get(key)
            if field is None:
                raise self._unknown_field(key)
            return field.__get__(self, type(self))
        if isinstance(key, slice):
            return self.browse(self._ids[key])
        return self.browse((self._ids[key],))

    def __setitem__(self, key: str, value: Any) -> None:
        field = self._fields.get(key)
        if field is None:
            raise self._unknown_field(key)
        field.__set__(self, value)

    def _unknown_field(self, name: str) -> KeyError:
        from core.orm.registry import suggest
        return KeyError(f"{self._name} has no field {name!r}." + suggest(name, self._fields))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RecordsetMixin):
            return NotImplemented
        return self._name == other._name and (self._ids == other._ids or set(self._ids) == set(other._ids))

    def __hash__(self) -> int:
        return hash((self._name, frozenset(self._ids)))

    def __int__(self) -> int:
        return self.id or 0  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        return f"{self._name}{self._ids!r}"

    def __deepcopy__(self, memo: Any) -> Self:
        return self

    def ensure_one(self) -> Self:
        """This record, if it is exactly one."""
        if len(self._ids) != 1:
            raise ValueError(f"Expected singleton: {self}")
        return self

    # -- set operations ---------------------------------------------------------------------------------------------------

    def _same_model(self, other: Any, sign: str) -> None:
        if not isinstance(other, RecordsetMixin):
            raise TypeError(f"unsupported operand types in: {self} {sign} {other!r}")
        if self._name != other._name:
            raise TypeError(f"inconsistent models in: {self} {sign} {other}")

    def __add__(self, other: Self) -> Self:
        return self.concat(other)

    def concat(self, *others: Self) -> Self:
        ids = list(self._ids)
        for other in others:
            self._same_model(other, "+")
            ids.extend(other._ids)
        return self.browse(tuple(ids))

    def __or__(self, other: Self) -> Self:
        return self.union(other)

    def union(self, *others: Self) -> Self:
        ids = dict.fromkeys(self._ids)
        for other in others:
            self._same_model(other, "|")
            ids.update(dict.fromkeys(other._ids))
        return self.browse(tuple(ids))

    def __sub__(self, other: Self) -> Self:
        self._same_model(other, "-")
        drop = set(other._ids)
        return self.browse(tuple(id_ for id_ in self._ids if id_ not in drop))

    def __and__(self, other: Self) -> Self:
        self._same_model(other, "&")
        keep = set(other._ids)
        return self.browse(unique(id_ for id_ in self._ids if id_ in keep))

    def __lt__(self, other: Self) -> bool:
        self._same_model(other, "<")
        return set(self._ids) < set(other._ids)

    def __le__(self, other: Self) -> bool:
        self._same_model(other, "<=")
        return not self._ids or set(self._ids) <= set(other._ids)

    def __gt__(self, other: Self) -> bool:
        self._same_model(other, ">")
        return set(self._ids) > set(other._ids)

    def __ge__(self, other: Self) -> bool:
        self._same_model(other, ">=")
        return not other._ids or set(self._ids) >= set(other._ids)

    # -- over the records ---------------------------------------------------------------------------------------------------

    def mapped(self, func: Callable[[Any], Any] | str | None) -> Any:
        """Values of a dotted field name, or results of a function; a recordset where they are records."""
        if not func:
            return self
        if isinstance(func, str):
            if func.endswith(".id"):
                return self._mapped_path(func[:-3]).mapped("id") if func != "id" else list(self._ids)
            return self._mapped_path(func)
        if self._ids:
            values = [func(record) for record in self]
            first = values[0]
            if isinstance(first, RecordsetMixin):
                return first.union(*values[1:])
            return values
        probe = func(self)
        return probe if isinstance(probe, RecordsetMixin) else []

    def _mapped_path(self, path: str) -> Any:
        records: Any = self
        names = path.split(".")
        for position, name in enumerate(names):
            field = records._fields.get(name)
            if field is None:
                raise records._unknown_field(name)
            if field.comodel_name or field.type == "reference":
                if field.comodel_name:
                    records = field.__get__(records) if len(records._ids) != 1 else records[name]
                    continue
            if position == len(names) - 1:
                if field.context_keys or type(field).__get__ is not _plain_get():
                    return [record[name] for record in records]
                return field.mapped(records)
            records = records[name]
        return records

    def filtered(self, func: Callable[[Any], Any] | str) -> Self:
        """The records for which a function, or a dotted field name, is truthy."""
        if isinstance(func, str):
            if "." in func:
                return self.browse(tuple(record._ids[0] for record in self if any(record.mapped(func))))
            name = func
            return self.browse(tuple(record._ids[0] for record in self if record[name]))
        if not callable(func):
            return self.filtered_domain(func)  # type: ignore[attr-defined]
        return self.browse(tuple(record._ids[0] for record in self if func(record)))

    def sorted(self, key: Callable[[Any], Any] | str | None = None, reverse: bool = False) -> Self:
        """Ordered by a function, by a field name, or by the order of the model ("name desc, id")."""
        if len(self._ids) < 2:
            return self
        if key is None or (isinstance(key, str) and ("," in key or " " in key)):
            return self._sorted_by_order(key or self._order, reverse)  # type: ignore[attr-defined]
        getter = operator.itemgetter(key) if isinstance(key, str) else key
        if isinstance(key, str) and self._fields[key].comodel_name:
            return self._sorted_by_order(key, reverse)
        ordered = sorted(self, key=_none_safe(getter), reverse=reverse)
        return self.browse(tuple(record._ids[0] for record in ordered))

    def _sorted_by_order(self, order: str, reverse: bool) -> Self:
        if all(self._ids):
            found = self.with_context(active_test=False).search([("id", "in", list(self._ids))], order=order)  # type: ignore[attr-defined]
            ids = found._ids
            return self.browse(tuple(reversed(ids)) if reverse else ids)
        records = list(self)
        for part in reversed(order.split(",")):
            name, *direction = part.split()
            if name not in self._fields or self._fields[name].comodel_name and not records:
                continue
            descending = bool(direction and direction[0].lower() == "desc")
            records.sort(key=_by_name(name), reverse=descending)
        if reverse:
            records.reverse()
        return self.browse(tuple(record._ids[0] for record in records))

    def grouped(self, key: Callable[[Any], Any] | str) -> dict[Any, Self]:
        """Records by the value of a function or field."""
        getter = operator.itemgetter(key) if isinstance(key, str) else key
        groups: dict[Any, list[IdType]] = {}
        for record in self:
            groups.setdefault(getter(record), []).append(record._ids[0])
        return {value: self._new(self.env, tuple(ids), self._prefetch_ids) for value, ids in groups.items()}

    def update(self, values: Mapping[str, Any]) -> None:
        """Assign several fields of each record."""
        for name, value in values.items():
            self[name] = value


def _plain_get() -> Any:
    from core.orm.fields.base import Field
    return Field.__get__


def _none_safe(getter: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Sort key under which empty values (False) come first instead of failing."""
    def key(record: Any) -> Any:
        value = getter(record)
        if isinstance(value, tuple):
            return tuple(_comparable(item) for item in value)
        return _comparable(value)
    return key


def _comparable(value: Any) -> Any:
    if isinstance(value, RecordsetMixin):
        return (1, value._ids[0] or 0) if value._ids else (0, 0)
    if value is False or value is None:
        return (0, 0)
    if value is True:
        return (1, 1)
    if isinstance(value, (list, tuple)):
        return (1, tuple(_comparable(item) for item in value))
    return (1, value)


def _by_name(name: str) -> Callable[[Any], Any]:
    return _none_safe(lambda record: _order_value(record[name]))


def _order_value(value: Any) -> Any:
    if isinstance(value, RecordsetMixin):
        return value[:1].display_name if value else False  # type: ignore[attr-defined]
    return value
