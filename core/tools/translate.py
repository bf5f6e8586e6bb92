"""Translation helpers, under the module name addons import."""

from typing import Any

from core.i18n import LazyTranslate, _, _lt, get_text

__all__ = ["LazyTranslate", "_", "_lt", "get_text", "get_translation"]


def get_translation(module: str, lang: str, source: str, args: Any = ()) -> str:
    """The translation of a text in an addon's code, with its placeholders filled in."""
    text = get_text(module, lang, source)
    return text % args if args else text


def __getattr__(name: str) -> Any:
    if name in ("html_translate", "xml_translate", "get_text_content"):
        from core.i18n import terms

        return getattr(terms, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
