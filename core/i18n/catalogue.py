"""Which text means what in which language: the terms of code, per addon and language, read once."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from core.base.config import ROOT, config
from core.i18n import po

_logger = logging.getLogger(__name__)

_lock = threading.Lock()
_code: dict[tuple[str, str], dict[str, str]] = {}


def language_chain(lang: str) -> list[str]:
    """The .po names that serve a language, the general one first: ``vi_VN`` → ``vi``, ``vi_VN``."""
    base, _sep, modifier = lang.partition("@")
    language = base.split("_")[0]
    chain = [language, base, f"{language}@{modifier}" if modifier else "", lang]
    if language == "es" and base not in ("es_ES", "es"):
        chain.insert(1, "es_419")
    return list(dict.fromkeys(name for name in chain if name))


def po_files(module: str, lang: str) -> list[Path]:
    """The .po files of an addon (or of the kernel: ``core``) for a language, the general one first."""
    folder = _folder(module)
    if folder is None:
        return []
    files = (
        folder / subfolder / f"{name}.po" for subfolder in ("i18n", "i18n_extra") for name in language_chain(lang)
    )
    return [file for file in files if file.is_file()]


def _folder(module: str) -> Path | None:
    if module == "core":
        return ROOT / "core"
    if not module or os.sep in module or module.startswith("."):
        return None
    return next((path for root in config.addons_path if (path := Path(root, module)).is_dir()), None)


def code_translations(module: str, lang: str) -> Mapping[str, str]:
    """Source → translation of the texts in an addon's code; empty when there is no .po file."""
    key = (module, lang)
    terms = _code.get(key)
    if terms is None:
        with _lock:
            terms = _code[key] = _read_code_terms(module, lang)
    return terms


def _read_code_terms(module: str, lang: str) -> dict[str, str]:
    terms: dict[str, str] = {}
    for file in po_files(module, lang):
        try:
            entries = po.read(file)
        except po.PoError as error:
            _logger.warning("%s", error)
            continue
        terms.update((entry.source, entry.translation) for entry in entries if entry.translation and entry.in_code)
    return terms


def forget(module: str | None = None) -> None:
    """Read the .po files again at the next use (an addon was installed or upgraded)."""
    with _lock:
        for key in list(_code):
            if module is None or key[0] == module:
                del _code[key]


class Catalogue(Mapping[str, str]):
    """All texts of code in one language: lookups name the addon."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def get_text(self, module: str, source: str) -> str:
        """The translation, or the source when there is none."""
        return code_translations(module, self.lang).get(source) or source

    def __getitem__(self, source: str) -> str:
        for terms in self._all():
            if source in terms:
                return terms[source]
        raise KeyError(source)

    def __iter__(self) -> Iterator[str]:
        return iter({source: None for terms in self._all() for source in terms})

    def __len__(self) -> int:
        return sum(1 for _source in self)

    def _all(self) -> list[Mapping[str, str]]:
        return [terms for (_module, lang), terms in list(_code.items()) if lang == self.lang]


def translations(lang: str) -> Catalogue:
    """The catalogue of a language, e.g. ``vi_VN``."""
    return Catalogue(lang)
