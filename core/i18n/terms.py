"""Texts inside XML and HTML: finding them, and putting translations in.

A term is the longest run of text and inline elements, e.g. ``Press <b>Save</b> now``; block elements part terms.
Attributes that people read (``string``, ``placeholder``, ``title`` …) are terms too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree, html

#: Elements that may stand inside a term.
INLINE_TAGS = frozenset(
    "abbr b bdi bdo br cite code data del dfn em font i ins kbd keygen mark math meter output progress q ruby s samp "
    "small span strong sub sup time u var wbr text".split()
)
#: Attributes whose values are texts for people.
TRANSLATED_ATTRIBUTES = frozenset(
    "string add-label help sum avg confirm placeholder alt title aria-label aria-placeholder aria-roledescription "
    "aria-valuetext value_label data-tooltip label confirm-label cancel-label confirm-title summary".split()
)
_SKIPPED_TAGS = frozenset(("script", "style", "title", "base", "template", "code", "pre"))
_HAS_LETTER = re.compile(r"[^\W\d_]")

Callback = Callable[[str], str | None]


def _is_term(text: str | None) -> bool:
    return bool(text and _HAS_LETTER.search(re.sub(r"<[^>]*>|&\w+;", "", text)))


def _is_inline(node: Any) -> bool:
    return (
        isinstance(node.tag, str)
        and node.tag in INLINE_TAGS
        and not any(name.startswith("t-") for name in node.attrib)
        and all(_is_inline(child) for child in node)
    )


def _translatable(node: Any) -> bool:
    if node.tag == "attribute" and node.get("name") and node.get("name") not in TRANSLATED_ATTRIBUTES:
        return False  # of an extension of a view: a condition, a class, groups
    return isinstance(node.tag, str) and node.tag not in _SKIPPED_TAGS and node.get("t-translation", "").strip() != "off"


class _Walker:
    """Rebuilds the text of a tree, run by run."""

    def __init__(self, callback: Callback, parse: Callable[[str], Any], serialise: Callable[[Any], str]) -> None:
        self.callback = callback
        self.parse = parse
        self.serialise = serialise

    def walk(self, node: Any) -> None:
        if not _translatable(node):
            return
        for name, value in node.attrib.items():
            if name in TRANSLATED_ATTRIBUTES and _is_term(value):
                node.set(name, self.callback(value.strip()) or value)
        run: list[Any] = []
        start: Any = None  # the block before the run; None: the run starts with the node's own text
        for child in list(node):
            if _is_inline(child):
                run.append(child)
                continue
            self._translate_run(node, start, run)
            self.walk(child)
            start, run = child, []
        self._translate_run(node, start, run)

    def _translate_run(self, node: Any, start: Any, run: list[Any]) -> None:
        """Translate the text after ``start`` with the inline elements that follow it."""
        text = (node.text if start is None else start.tail) or ""
        content = _escape(text) + "".join(self.serialise(child) for child in run)
        if not _is_term(content):
            return
        term = content.strip()
        translation = self.callback(term)
        if translation is None or translation == term:
            return
        before, after = content[: len(content) - len(content.lstrip())], content[len(content.rstrip()) :]
        replacement = self.parse(f"<div>{before}{translation}{after}</div>")
        if start is None:
            node.text = replacement.text
            position = 0
        else:
            start.tail = replacement.text
            position = node.index(start) + 1
        for child in run:
            node.remove(child)
        for offset, child in enumerate(list(replacement)):
            node.insert(position + offset, child)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _parse_xml(text: str) -> Any:
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))


def _parse_html(text: str) -> Any:
    return html.fragment_fromstring(text, parser=html.HTMLParser(encoding="utf-8", no_network=True))


def _serialise_xml(node: Any) -> str:
    return str(etree.tostring(node, encoding="unicode"))


def _serialise_html(node: Any) -> str:
    return str(etree.tostring(node, encoding="unicode", method="html"))


def translate_element(node: Any, callback: Callback) -> Any:
    """Translate the texts of a parsed XML tree in place: ``callback(term)`` gives the translation or None."""
    _Walker(callback, _parse_xml, _serialise_xml).walk(node)
    return node


def xml_translate(callback: Callback, value: str | None) -> str | None:
    """Translate the texts of an XML fragment; ``Field(translate=xml_translate)`` marks fields holding XML."""
    if not value:
        return value
    try:
        root = _parse_xml(f"<div>{value}</div>" if not value.lstrip().startswith("<?xml") else value)
    except etree.ParseError:
        return html_translate(callback, value)
    translate_element(root, callback)
    text = _serialise_xml(root)
    return text[len("<div>") : -len("</div>")] if text.startswith("<div>") and text.endswith("</div>") else text


def html_translate(callback: Callback, value: str | None) -> str | None:
    """Translate the texts of an HTML fragment; ``Field(translate=html_translate)`` marks fields holding HTML."""
    if not value:
        return value
    try:
        root = _parse_html(f"<div>{value}</div>".encode())  # type: ignore[arg-type]
    except (etree.ParserError, etree.XMLSyntaxError):
        return value
    _Walker(callback, lambda text: _parse_html(text.encode()), _serialise_html).walk(root)  # type: ignore[arg-type]
    text = _serialise_html(root)
    return text[len("<div>") : -len("</div>")]


def _collect(translate: Callable[[Callback, str | None], str | None], value: str | None) -> list[str]:
    terms: dict[str, None] = {}

    def note(term: str) -> None:
        terms[term] = None

    translate(note, value)  # type: ignore[arg-type]
    return list(terms)


def xml_terms(value: str | None) -> list[str]:
    """The texts of an XML fragment."""
    return _collect(xml_translate, value)


def html_terms(value: str | None) -> list[str]:
    """The texts of an HTML fragment."""
    return _collect(html_translate, value)


def get_text_content(term: str) -> str:
    """The bare text of a term."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", term)).strip()


for _function, _terms in ((xml_translate, xml_terms), (html_translate, html_terms)):
    _function.get_text_content = get_text_content  # type: ignore[attr-defined]
    _function.get_terms = _terms  # type: ignore[attr-defined]
    _function.is_text = _is_term  # type: ignore[attr-defined]
