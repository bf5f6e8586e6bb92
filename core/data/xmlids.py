"""External ids: `module.name` → record.

Three levels, fastest first:

- While addons are loaded, one :class:`XmlIdMap` per transaction holds the whole table: no query per reference.
- Otherwise committed ids are remembered per registry and dropped by the signal 'xmlids'.
- Ids this transaction stored or removed are read from the database, since a savepoint may take them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from core.db.cursor import Cursor
    from core.orm.environment import Environment

_MAP = "core.data.xmlids.map"
_DIRTY = "core.data.xmlids.dirty"


class Row(NamedTuple):
    """What an external id points to."""

    model: str
    res_id: int
    noupdate: bool = False


class NewId(NamedTuple):
    """An external id to store."""

    xml_id: str
    model: str
    res_id: int
    noupdate: bool = False


class XmlIdMap:
    """All external ids of a database, held in memory while addons are loaded."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self.rows = rows
        self.loaded: set[str] = set()
        """The ids met in the files loaded so far; what an upgraded addon no longer ships is not among them."""

    @classmethod
    def read(cls, cr: Cursor) -> XmlIdMap:
        """Read the whole table (it must exist)."""
        cr.run("SELECT module || '.' || name, model, res_id, coalesce(noupdate, false) FROM ir_model_data")
        return cls({xml_id: Row(*row) for xml_id, *row in cr.fetchall()})

    def attach(self, env: Environment) -> None:
        """Answer every look-up of this transaction (until a savepoint of it is rolled back)."""
        env.transaction.extra[_MAP] = self

    @staticmethod
    def detach(env: Environment) -> None:
        env.transaction.extra.pop(_MAP, None)


def attached(env: Environment) -> XmlIdMap | None:
    """The map that answers for this transaction, if any."""
    return env.transaction.extra.get(_MAP)


def lookup(env: Environment, xml_id: str) -> tuple[str, int] | None:
    """(model, id) behind `module.name`, None when there is no such id."""
    known = attached(env)
    if known is not None:
        row = known.rows.get(xml_id) or known.rows.get(canonical(xml_id))
        return (row.model, row.res_id) if row else None
    if xml_id in env.transaction.extra.get(_DIRTY, ()):
        env["ir.model.data"].flush_model()
        return _query(env, xml_id)
    cache = _cache(env)
    found = cache.get(xml_id)
    if found is None:
        found = _query(env, xml_id) or _query(env, canonical(xml_id))
        if found is not None and _lives(env, *found):
            cache[xml_id] = found
    return found


def _lives(env: Environment, model_name: str, record_id: int) -> bool:
    """Whether the record is there; only such ids are remembered, so that nobody has to ask again."""
    return model_name in env.registry.models and bool(env[model_name].browse(record_id).exists())


def rows(env: Environment, xml_ids: Iterable[str]) -> dict[str, Row]:
    """The rows of those of `xml_ids` that exist, in one statement."""
    wanted = list(xml_ids)
    known = attached(env)
    if known is not None:
        return {xml_id: known.rows[xml_id] for xml_id in wanted if xml_id in known.rows}
    if not wanted:
        return {}
    modules, names = zip(*(xml_id.split(".", 1) for xml_id in wanted), strict=True)
    env.cr.execute(
        "SELECT d.module || '.' || d.name, d.model, d.res_id, coalesce(d.noupdate, false) FROM ir_model_data d "
        "JOIN unnest(%s::varchar[], %s::varchar[]) AS w(module, name) ON d.module = w.module AND d.name = w.name",
        [list(modules), list(names)],
    )
    return {xml_id: Row(*row) for xml_id, *row in env.cr.fetchall()}


def store(env: Environment, new_ids: Sequence[NewId]) -> None:
    """Insert or repoint external ids, all in one statement; `noupdate` of an existing id is kept."""
    if not new_ids:
        return
    unique = {new.xml_id: new for new in new_ids}
    modules, names = zip(*(xml_id.split(".", 1) for xml_id in unique), strict=True)
    env.cr.run(
        """
        INSERT INTO ir_model_data (module, name, model, res_id, noupdate, create_uid, write_uid, create_date, write_date)
        SELECT module, name, model, res_id, noupdate, %(uid)s, %(uid)s, %(now)s, %(now)s
          FROM unnest(%(modules)s::varchar[], %(names)s::varchar[], %(models)s::varchar[], %(res_ids)s::int[], %(noupdate)s::bool[])
               AS new(module, name, model, res_id, noupdate)
        ON CONFLICT (module, name) DO UPDATE
           SET model = excluded.model, res_id = excluded.res_id, write_uid = excluded.write_uid, write_date = excluded.write_date
         WHERE (ir_model_data.model, ir_model_data.res_id) IS DISTINCT FROM (excluded.model, excluded.res_id)
        """,
        {
            "uid": env.uid,
            "now": env.cr.now(),
            "modules": list(modules),
            "names": list(names),
            "models": [new.model for new in unique.values()],
            "res_ids": [new.res_id for new in unique.values()],
            "noupdate": [new.noupdate for new in unique.values()],
        },
    )
    known = attached(env)
    if known is not None:
        for xml_id, new in unique.items():
            old = known.rows.get(xml_id)
            known.rows[xml_id] = Row(new.model, new.res_id, old.noupdate if old else new.noupdate)
        known.loaded.update(unique)
    else:
        touched(env, unique)


def touched(env: Environment, xml_ids: Iterable[str]) -> None:
    """These ids changed in this transaction: read them anew, and let other transactions do so after the commit."""
    changed = set(xml_ids)
    env.transaction.extra.setdefault(_DIRTY, set()).update(changed)
    cache = _cache(env)
    if any(cache.pop(xml_id, None) is not None for xml_id in changed):
        env.registry.clear_cache("xmlids")


def forget_records(env: Environment, model: str, ids: Sequence[int]) -> None:
    """Remove the external ids of deleted records, in one statement."""
    if not ids:
        return
    env.cr.run(
        "DELETE FROM ir_model_data WHERE model = %s AND res_id = ANY(%s) RETURNING module || '.' || name",
        [model, list(ids)],
    )
    removed = [xml_id for (xml_id,) in env.cr.fetchall()]
    known = attached(env)
    if known is not None:
        for xml_id in removed:
            known.rows.pop(xml_id, None)
    elif removed:
        touched(env, removed)


def similar(env: Environment, xml_id: str) -> str | None:
    """The id nearest to a misspelt one, for error messages."""
    import difflib

    known = attached(env)
    if known is not None:
        candidates: Iterator[str] | list[str] = list(known.rows)
    else:
        env.cr.run(
            "SELECT module || '.' || name FROM ir_model_data WHERE module = %s", [xml_id.split(".")[0]]
        )
        candidates = [row[0] for row in env.cr.fetchall()]
    name = xml_id.split(".", 1)[-1]
    near_names = [candidate for candidate in candidates if candidate.split(".", 1)[1] == name]
    near = near_names or difflib.get_close_matches(xml_id, candidates, 1, 0.75)
    return near[0] if near else None


def _cache(env: Environment) -> Any:
    """The registry's memory of committed ids."""
    return env.registry._caches["xmlids"]


def _query(env: Environment, xml_id: str) -> tuple[str, int] | None:
    module, _dot, name = xml_id.partition(".")
    env.cr.run("SELECT model, res_id FROM ir_model_data WHERE module = %s AND name = %s", [module, name])
    return env.cr.fetchone()


aliases: dict[str, str] = {}
"""Alias → canonical technical name of addons; filled by the modules room, which reads the manifests."""


def canonical(xml_id: str) -> str:
    """The external id under the addon's own name, should it be given under an alias."""
    module, _dot, name = xml_id.partition(".")
    return f"{aliases.get(module, module)}.{name}"
