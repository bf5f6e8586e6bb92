"""How the cells of an import find the records they refer to: each column is looked up at once, not cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from core.base.errors import UserError
from core.data import xmlids
from core.data.cells import CellError
from core.data.table_mapping import Column, Lookup
from core.i18n import _

if TYPE_CHECKING:
    from core.orm.environment import Environment

MAX_NAMES_SEARCHED_ALONE = 500
_SEVERAL = -1


class UnknownReference(CellError):
    """A cell that refers to no record, or to several."""


def identifier(value: Any) -> str:
    """A cell as part of an external id."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    return text.replace(" ", "_").replace(".", "_")


def cell_text(value: Any) -> str:
    """A cell as the text people see in it: a spreadsheet's 12.0 is 12."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


class References:
    """What the texts of reference columns stand for, found in batches and remembered."""

    def __init__(self, env: Environment, namespace: str = "__import__") -> None:
        self.env = env
        self._found: dict[tuple[Any, ...], dict[str, int]] = {}

    def forget(self) -> None:
        """Records were created meanwhile: what was not found may be there now."""
        for known in self._found.values():
            for text in [text for text, record_id in known.items() if not record_id]:
                del known[text]

    def prepare(self, column: Column, model_field: Any, cells: Iterable[Any], null: Iterable[str], namespace: str) -> None:
        """Look the texts of a whole column up."""
        texts = {part for cell in cells if cell is not None for part in self.texts(column, model_field, cell)}
        known = self._found.setdefault(self._key(column, model_field), {})
        wanted = texts - known.keys() - set(null) - {""}
        if wanted:
            found = self._look_up(column.lookup or Lookup(by="display_name"), model_field, wanted, namespace)
            known.update(dict.fromkeys(wanted, 0) | found)
            if column.create:
                known.update(self._create(column, model_field, [text for text in wanted if not known[text]]))

    @staticmethod
    def texts(column: Column, model_field: Any, cell: Any) -> list[str]:
        """What the cell refers to; several records are separated by commas."""
        text = cell_text(cell)
        parts = text.split(",") if model_field.type in ("many2many", "one2many") else [text]
        return [column.prefix + part.strip() for part in parts if part.strip()]

    def value(self, column: Column, model_field: Any, cell: Any) -> Any:
        """What `create` and `write` take for the cell.

        :raises UnknownReference: with the text that refers to nothing, or to several records
        """
        known = self._found[self._key(column, model_field)]
        ids = [self._one(known, column, model_field, text) for text in self.texts(column, model_field, cell)]
        return [(6, 0, ids)] if model_field.type in ("many2many", "one2many") else ids[0]

    def _one(self, known: dict[str, int], column: Column, model_field: Any, text: str) -> int:
        record_id = known.get(text, 0)
        if record_id > 0:
            return record_id
        lookup = column.lookup or Lookup(by="display_name")
        model = self.env[lookup.model or model_field.comodel_name]
        label = self.env["ir.model"]._get(model._name).sudo().name or model._name
        by = _("external id") if lookup.external_id else _by_label(model, lookup.by)
        if record_id == _SEVERAL:
            raise UnknownReference(
                _("'%(text)s' refers to several records of %(model)s (by %(by)s). Use another column, or the external id.",
                  text=text, model=label, by=by))  # fmt: skip
        raise UnknownReference(
            _("'%(text)s' refers to no record of %(model)s (by %(by)s). Create it first, or correct the cell.",
              text=text, model=label, by=by))  # fmt: skip

    def _key(self, column: Column, model_field: Any) -> tuple[Any, ...]:
        lookup = column.lookup or Lookup(by="display_name")
        comodel = lookup.model or model_field.comodel_name
        return (lookup.external_id, comodel, lookup.by, tuple(sorted(lookup.aliases.items())))

    # -- looking up --------------------------------------------------------------------------------

    def _look_up(self, lookup: Lookup, model_field: Any, texts: set[str], namespace: str) -> dict[str, int]:
        spelt = {text: lookup.aliases.get(text, text) for text in texts}
        model = self.env[lookup.model or model_field.comodel_name].with_context(active_test=False)
        if lookup.external_id:
            return self._by_external_id(lookup.external_id, model, spelt, namespace)
        if lookup.by in (".id", "id"):
            return self._by_database_id(model, spelt)
        if lookup.by == "display_name":
            return self._by_name(model, spelt)
        return self._by_field(model, lookup.by, spelt)

    def _by_external_id(self, pattern: str, model: Any, spelt: dict[str, str], namespace: str) -> dict[str, int]:
        names = {}
        for text, spelling in spelt.items():
            name = pattern.replace("{value}", spelling if pattern == "{value}" else identifier(spelling))
            names[text] = name if "." in name else f"{namespace}.{name}"
        rows = xmlids.rows(self.env, names.values())
        return {text: rows[name].res_id for text, name in names.items() if name in rows and rows[name].model == model._name}

    def _by_database_id(self, model: Any, spelt: dict[str, str]) -> dict[str, int]:
        ids = {text: int(spelling) for text, spelling in spelt.items() if spelling.isdigit() and len(spelling) < 10}
        alive = set(model.search([("id", "in", list(ids.values()))])._ids)
        return {text: record_id for text, record_id in ids.items() if record_id in alive}

    def _by_field(self, model: Any, name: str, spelt: dict[str, str]) -> dict[str, int]:
        by_value: dict[str, list[int]] = {}
        for record in model.search_fetch([(name, "in", list(set(spelt.values())))], [name]):
            by_value.setdefault(str(record[name]), []).append(record.id)
        found = {}
        for text, spelling in spelt.items():
            ids = by_value.get(spelling)
            if ids:
                found[text] = ids[0] if len(ids) == 1 else _SEVERAL
        return found

    def _by_name(self, model: Any, spelt: dict[str, str]) -> dict[str, int]:
        """By the model's name in one query, then the rest as a look-up field would find it: by code, full path …"""
        name = model._rec_name or ""
        found: dict[str, int] = {}
        field = model._fields.get(name)
        if field is not None and field.store and field.type in ("char", "text"):
            for lang in self._languages(field):
                rest = {text: spelling for text, spelling in spelt.items() if text not in found}
                found |= self._by_field(model.with_context(lang=lang) if lang else model, name, rest) if rest else {}
        missing = [text for text in spelt if text not in found]
        for text in missing[:MAX_NAMES_SEARCHED_ALONE]:
            hits = model.name_search(spelt[text], operator="=", limit=2)
            if hits:
                found[text] = hits[0][0] if len(hits) == 1 else _SEVERAL
        return found

    def _languages(self, field: Any) -> list[str | None]:
        """The languages a name may be written in: the user's, then the others."""
        if not field.translate:
            return [None]
        return [None, *(code for code, _name in self.env["res.lang"].get_installed() if code != self.env.lang)]

    def _create(self, column: Column, model_field: Any, texts: Iterable[str]) -> dict[str, int]:
        lookup = column.lookup or Lookup(by="display_name")
        model = self.env[lookup.model or model_field.comodel_name]
        created = {}
        for text in sorted(texts):
            try:
                with self.env.cr.savepoint():
                    created[text] = model.name_create(text)[0]
            except UserError:
                continue  # stays unknown, and is told so at its cells
        return created


def _by_label(model: Any, name: str) -> str:
    if name == "display_name":
        return _("name")
    return _("database id") if name in ("id", ".id") else name
