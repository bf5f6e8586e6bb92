"""Translations of texts in code, and locale formats.

``_("Order %s is locked", name)`` translates into the language of the calling frame: of its ``self.env`` or
``env``, else of the request (see :func:`set_language_source`). The catalogue is the calling addon's
``i18n/<lang>.po``. English is the source language.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from core.i18n.catalogue import Catalogue, code_translations, forget, translations

__all__ = [
    "Catalogue",
    "LazyTranslate",
    "_",
    "_lt",
    "code_translations",
    "forget",
    "format_amount",
    "format_date",
    "format_datetime",
    "format_number",
    "get_lang",
    "get_lang_format",
    "get_text",
    "module_of_frame",
    "set_language_source",
    "translate",
    "translations",
]

_language_sources: list[Callable[[], str | None]] = []


def set_language_source(source: Callable[[], str | None]) -> None:
    """Ask ``source`` for the language where no environment is in sight (the http room: the request's)."""
    if source not in _language_sources:
        _language_sources.append(source)


def _language_of(frame: FrameType | None) -> str | None:
    """The language of the code running in ``frame``."""
    if frame is not None:
        names = frame.f_locals
        owner = names.get("self")
        env = getattr(owner, "env", None) if owner is not None else None
        if env is None:
            env = names.get("env")
        if env is None:
            env = next((getattr(names[name], "env", None) for name in _RECORD_NAMES if name in names), None)
        context = getattr(env, "context", None)
        if context is None and isinstance(names.get("context"), dict):
            context = names["context"]
        if context is not None:
            return context.get("lang")  # type: ignore[no-any-return]
    for source in _language_sources:
        lang = source()
        if lang:
            return lang
    return None


#: Where a function without ``self`` usually holds records.
_RECORD_NAMES = ("record", "records", "order", "picking", "move", "moves", "invoice", "line", "lines", "session", "request")


def _addon_of(module_name: str) -> str:
    """``odoo.addons.sale.models.order`` → ``sale``; the kernel's own texts belong to ``core``."""
    parts = module_name.split(".", 3)
    if len(parts) > 2 and parts[1] == "addons":
        return parts[2]
    return "core"


def get_text(module: str, lang: str | None, source: str) -> str:
    """The translation of a text in an addon's code; the text itself when there is none."""
    if not lang or lang == "en_US":
        return source
    return code_translations(module, lang).get(source) or source


def _format(text: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    if not args and not kwargs:
        return text
    values: Any = kwargs or args
    if any(hasattr(value, "__html__") for value in (kwargs.values() if kwargs else args)):
        from markupsafe import Markup, escape

        return Markup(escape(text)) % values
    return text % values


def module_of_frame(frame: FrameType) -> str:
    """The addon whose code runs in ``frame``."""
    return _addon_of(frame.f_globals.get("__name__", ""))


def translate(source: Any, args: tuple[Any, ...], kwargs: dict[str, Any], *, lang: str | None, module: str) -> str:
    """Translate a text of an addon's code, then fill in its placeholders."""
    text = str(source)
    translated = get_text(module, lang, text)
    if translated is not text:
        try:
            return _format(translated, args, kwargs)
        except (TypeError, ValueError, KeyError):
            pass  # the translation's placeholders are wrong: show the source
    return _format(text, args, kwargs)


def _(source: str, /, *args: Any, **kwargs: Any) -> str:
    """Translate a text, then fill in its ``%s`` or ``%(name)s``."""
    frame = sys._getframe(1)
    lang = _language_of(frame)
    if not lang or lang == "en_US":
        return _format(str(source), args, kwargs)
    return translate(source, args, kwargs, lang=lang, module=module_of_frame(frame))


class LazyText:
    """A text translated when it is shown: what ``_lt`` makes, for constants of a module."""

    __slots__ = ("_args", "_default_lang", "_kwargs", "_module", "_source")

    def __init__(
        self, module: str, source: str, args: tuple[Any, ...], kwargs: dict[str, Any], default_lang: str = ""
    ) -> None:
        self._module = module
        self._source = source
        self._args = args
        self._kwargs = kwargs
        self._default_lang = default_lang

    def _translate(self, lang: str = "") -> str:
        text = get_text(self._module, lang or self._default_lang, self._source)
        return _format(text, self._args, self._kwargs)

    def __str__(self) -> str:
        return self._translate(_language_of(sys._getframe(1)) or "")

    def __repr__(self) -> str:
        return f"_lt({self._source!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazyText) and (self._source, self._args) == (other._source, other._args)

    def __hash__(self) -> int:
        return hash(self._source)

    def __add__(self, other: Any) -> str:
        return str(self) + str(other)

    def __radd__(self, other: Any) -> str:
        return str(other) + str(self)

    def __mod__(self, other: Any) -> str:
        return str(self) % other

    def __bool__(self) -> bool:
        return bool(self._source)


class LazyTranslate:
    """``_lt = LazyTranslate(__name__)``: the maker of lazy texts for one module."""

    def __init__(self, module: str, *, default_lang: str = "") -> None:
        self.module = _addon_of(module)
        self.default_lang = default_lang

    def __call__(self, source: str, /, *args: Any, **kwargs: Any) -> LazyText:
        return LazyText(self.module, source, args, kwargs, self.default_lang)


def _lt(source: str, /, *args: Any, **kwargs: Any) -> LazyText:
    """A text translated when it is shown."""
    return LazyText(_addon_of(sys._getframe(1).f_globals.get("__name__", "")), source, args, kwargs)


def __getattr__(name: str) -> Any:
    """Formats load Babel: on first use."""
    if name in ("format_amount", "format_date", "format_datetime", "format_number", "get_lang", "get_lang_format"):
        from core.i18n import formats

        value = getattr(formats, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
