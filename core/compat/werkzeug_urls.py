"""URL helpers that werkzeug had until version 2, under the names existing addons import from ``werkzeug.urls``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlsplit, urlunsplit

import werkzeug.urls
from werkzeug.datastructures import MultiDict


def url_decode(s: str | bytes, charset: str = "utf-8", include_empty: bool = True, **_options: Any) -> MultiDict[str, str]:
    """The parameters of a query string."""
    text = s.decode(charset) if isinstance(s, bytes) else s
    return MultiDict(parse_qsl(text, keep_blank_values=include_empty, encoding=charset))


def url_encode(obj: Mapping[str, Any] | Iterable[tuple[str, Any]], charset: str = "utf-8", sort: bool = False, **_options: Any) -> str:
    """A query string; parameters without a value (None) are left out, lists give one parameter per item."""
    if isinstance(obj, MultiDict):
        pairs = list(obj.items(multi=True))
    else:
        pairs = list(obj.items()) if isinstance(obj, Mapping) else list(obj)
    flat = [(key, item) for key, value in pairs for item in (value if isinstance(value, (list, tuple)) else [value]) if item is not None]
    return urlencode(sorted(flat) if sort else flat, encoding=charset)


def url_quote(string: str | bytes, charset: str = "utf-8", errors: str = "strict", safe: str = "/:", unsafe: str = "") -> str:
    kept = "".join(character for character in safe if character not in unsafe)
    return quote(string, safe=kept) if isinstance(string, bytes) else quote(str(string), safe=kept, encoding=charset, errors=errors)


def url_unquote(s: str, charset: str = "utf-8", errors: str = "replace", unsafe: str = "") -> str:
    return unquote(s, charset, errors)


def url_quote_plus(string: str, charset: str = "utf-8", errors: str = "strict", safe: str = "") -> str:
    return quote_plus(string, safe, charset, errors)


def url_unquote_plus(s: str, charset: str = "utf-8", errors: str = "replace") -> str:
    return unquote_plus(s, charset, errors)


class URL(SplitResult):
    """The parts of an address, with the methods addons call."""

    @property
    def host(self) -> str | None:
        return self.hostname

    def replace(self, **parts: str) -> URL:
        return URL(*self._replace(**parts))

    def decode_query(self) -> MultiDict[str, str]:
        return url_decode(self.query)

    def to_url(self) -> str:
        return urlunsplit(self)

    def join(self, other: str) -> URL:
        return url_parse(urljoin(self.to_url(), other))


def url_parse(url: str, scheme: str | None = None, allow_fragments: bool = True) -> URL:
    return URL(*urlsplit(url, scheme or "", allow_fragments))


def url_unparse(components: tuple[str, str, str, str, str]) -> str:
    return urlunsplit(components)


def url_join(base: str, url: str, allow_fragments: bool = True) -> str:
    return urljoin(base, url, allow_fragments)


def install() -> None:
    """Add the names that this werkzeug lacks."""
    for function in (url_decode, url_encode, url_quote, url_unquote, url_quote_plus, url_unquote_plus, url_parse, url_unparse, url_join, URL):
        if not hasattr(werkzeug.urls, function.__name__):
            setattr(werkzeug.urls, function.__name__, function)
