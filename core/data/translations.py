"""Translations of records: the `model:` and `model_terms:` entries of an addon's .po files, written in bulk.

Texts of code are not stored in the database; `core.i18n` reads them when they are needed.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from core.data import xmlids
from core.i18n import catalogue, po

if TYPE_CHECKING:
    from core.orm.environment import Environment

_logger = logging.getLogger(__name__)


class Term(NamedTuple):
    """A translated text of one record's field."""

    source: str
    translation: str


Terms = dict[tuple[str, str, str], dict[str, list[Term]]]
"""(kind, model, field) → {external id → terms}"""


def active_languages(env: Environment) -> list[str]:
    """Codes of the languages in use besides English, the language of the sources."""
    env["res.lang"].flush_model()
    env.cr.run("SELECT code FROM res_lang WHERE active AND code != 'en_US' ORDER BY code")
    return [code for (code,) in env.cr.fetchall()]


def load_module(
    env: Environment, module: str, path: Path, langs: Iterable[str] | None = None, *, overwrite: bool = False
) -> None:
    """Load the translations an addon brings for its records.

    :param langs: language codes; all active ones by default
    :param overwrite: replace translations that exist; without, administrators' changes stay
    """
    wanted = active_languages(env) if langs is None else list(langs)
    for lang in wanted:
        files = _files(path, lang)
        if files:
            env.flush_all()
            _write(env, module, lang, read_terms(files, module), overwrite)
    if wanted:
        env.invalidate_all(flush=False)


def load(
    env: Environment, modules: Iterable[str], langs: Iterable[str] | None = None, *, overwrite: bool = False
) -> None:
    """Load the translations of several installed addons, in load order (a language was activated)."""
    import odoo.addons

    for module in modules:
        for root in odoo.addons.__path__:
            path = Path(root, module)
            if path.is_dir():
                load_module(env, module, path, langs, overwrite=overwrite)
                break


def _files(path: Path, lang: str) -> list[Path]:
    candidates = (
        path / folder / f"{name}.po"
        for folder in ("i18n", "i18n_extra")
        for name in catalogue.language_chain(lang)
    )
    return [file for file in candidates if file.is_file()]


def read_terms(files: Iterable[Path], module: str) -> Terms:
    """The entries of .po files that belong to records; later files win."""
    terms: Terms = defaultdict(lambda: defaultdict(list))
    for file in files:
        try:
            entries = po.read(file)
        except po.PoError as error:
            _logger.warning("Translations not loaded: %s", error)
            continue
        for entry in entries:
            for place in entry.places:
                if place.kind in ("model", "model_terms") and place.xmlid:
                    xml_id = place.xmlid if "." in place.xmlid else f"{module}.{place.xmlid}"
                    terms[place.kind, place.model, place.field][xml_id].append(
                        Term(entry.source, entry.translation)
                    )
    return terms


def _write(env: Environment, module: str, lang: str, terms: Terms, overwrite: bool) -> None:
    for (kind, model_name, field_name), of_records in terms.items():
        field = (
            env.registry.models[model_name]._fields.get(field_name) if model_name in env.registry else None
        )
        if field is None or not field.store or not field.translate:
            continue
        known = xmlids.rows(env, of_records)
        ids = {row.res_id: of_records[xml_id] for xml_id, row in known.items() if row.model == model_name}
        if not ids:
            continue
        if kind == "model_terms" or callable(field.translate):
            values = _translated_terms(env, field, lang, ids, overwrite)
        else:
            values = {record_id: found[-1].translation for record_id, found in ids.items()}
        _update(
            env,
            field,
            lang,
            values,
            {record_id: found[-1].source for record_id, found in ids.items()}
            if kind == "model" and not callable(field.translate)
            else None,
            overwrite,
        )


def _update(
    env: Environment,
    field: Any,
    lang: str,
    values: dict[int, str],
    sources: dict[int, str] | None,
    overwrite: bool,
) -> None:
    """One statement per field; a whole value is written only where the English text is still the one translated."""
    if not values:
        return
    table = env.registry.models[field.model_name]._table
    column = field.name
    same_source = f"AND old.\"{column}\" ->> 'en_US' = new.source" if sources else ""
    keep = "" if overwrite else f'AND NOT (old."{column}" ? %(lang)s)'
    env.cr.run(
        f"""UPDATE "{table}" AS old SET "{column}" = old."{column}" || jsonb_build_object(%(lang)s::text, new.value)
              FROM unnest(%(ids)s::int[], %(values)s::text[], %(sources)s::text[]) AS new(id, value, source)
             WHERE old.id = new.id AND old."{column}" IS NOT NULL {same_source} {keep}""",
        {
            "lang": lang,
            "ids": list(values),
            "values": list(values.values()),
            "sources": [sources[record_id] if sources else None for record_id in values],
        },
    )


def _translated_terms(
    env: Environment, field: Any, lang: str, ids: dict[int, list[Term]], overwrite: bool
) -> dict[int, str]:
    """The whole values with their texts replaced, starting from English; nothing for values left unchanged."""
    table = env.registry.models[field.model_name]._table
    env.cr.run(
        f'SELECT id, "{field.name}" FROM "{table}" WHERE id = ANY(%s) AND "{field.name}" IS NOT NULL',
        [list(ids)],
    )
    values = {}
    for record_id, stored in env.cr.fetchall():
        texts = json.loads(stored) if isinstance(stored, str) else stored
        source = texts.get("en_US")
        if not source or (lang in texts and not overwrite):
            continue
        translated = _translate(field, source, {term.source: term.translation for term in ids[record_id]})
        if translated and translated != source:
            values[record_id] = translated
    return values


def _translate(field: Any, source: str, terms: dict[str, str]) -> str | None:
    callback: Callable[[str], str | None] = lambda term: terms.get(term) or terms.get(term.strip())
    if callable(field.translate):
        return field.translate(callback, source)
    return terms.get(source)


def record_terms(env: Environment, module: str) -> Iterator[tuple[str, str, str, str]]:
    """(kind, 'model,field', external id, English text) of everything translatable among an addon's records."""
    env.flush_all()
    env.cr.run("SELECT model, name, res_id FROM ir_model_data WHERE module = %s ORDER BY id", [module])
    by_model: dict[str, dict[int, str]] = defaultdict(dict)
    for model_name, name, res_id in env.cr.fetchall():
        by_model[model_name][res_id] = f"{module}.{name}"
    for model_name, names in by_model.items():
        model = env.registry.models.get(model_name)
        for field in model._fields.values() if model is not None and not model._abstract else ():
            if field.store and field.translate:
                yield from _field_terms(env, field, names)


def _field_terms(env: Environment, field: Any, names: dict[int, str]) -> Iterator[tuple[str, str, str, str]]:
    table = env.registry.models[field.model_name]._table
    env.cr.run(
        f'SELECT id, "{field.name}" ->> \'en_US\' FROM "{table}" WHERE id = ANY(%s) ORDER BY id',
        [list(names)],
    )
    for record_id, source in env.cr.fetchall():
        if not source:
            continue
        if callable(field.translate):
            found: list[str] = []
            field.translate(lambda term, found=found: found.append(term), source)
            for term in found:
                yield "model_terms", f"{field.model_name},{field.name}", names[record_id], term
        else:
            yield "model", f"{field.model_name},{field.name}", names[record_id], source
