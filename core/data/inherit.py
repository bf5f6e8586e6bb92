"""Applying the changes of an inheriting view to the view it inherits.

A specification is one element, or several under `<data>`:

- `<xpath expr="…" position="…">`, the XPath function `hasclass('a', 'b')` included;
- `<field name="…" position="…">` and any other tag: the first node with that tag and those attributes.

Positions: `inside` (default), `before`, `after`, `replace` (`$0` stands for the node replaced), `attributes`
(`<attribute name="…" add="…" remove="…" separator="…">`). A child with `position="move"` moves an existing node.
"""

from __future__ import annotations

import copy
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

SKIPPED_ATTRIBUTES = frozenset(["position", "version"])
POSITIONS = ("inside", "before", "after", "replace", "attributes", "move")


@dataclass(frozen=True)
class Names:
    """How messages call the two views, each with the file it comes from if known."""

    source: str = "the inherited view"
    spec: str = "the inheriting view"
    source_file: str | None = None
    spec_file: str | None = None


class InheritanceError(ValueError):
    """A specification that cannot be applied; `line` is its line in the inheriting view."""

    def __init__(self, message: str, names: Names, line: int | None, hint: str | None = None) -> None:
        self.message = message
        self.names = names
        self.line = line
        self.hint = hint
        place = f"{names.spec_file or names.spec}" + (f":{line}" if line else "")
        base = f"{names.source} ({names.source_file})" if names.source_file else names.source
        text = f"{place}: {message} It inherits {base}."
        super().__init__(f"{text}\n{hint}" if hint else text)


def _hasclass(context: object, *classes: str) -> bool:
    node_classes = set(context.context_node.get("class", "").split())  # type: ignore[attr-defined]
    return node_classes.issuperset(classes)


etree.FunctionNamespace(None)["hasclass"] = _hasclass


def apply_inheritance(
    source: etree._Element, spec: etree._Element, *, names: Names | tuple[str, str] | None = None
) -> etree._Element:
    """Apply `spec` to `source`, which is changed in place; returns the root (a new one when it was replaced).

    :raises InheritanceError: for the first specification that finds nothing or cannot be understood.
    """
    if not isinstance(names, Names):
        names = Names(*names) if names else Names()
    for element in specifications(spec):
        source = _apply(source, element, names)
    return source


def specifications(spec: etree._Element) -> Iterator[etree._Element]:
    """The single specifications of an inheriting view."""
    if spec.tag in ("data", "odoo", "openerp"):
        for child in spec:
            if isinstance(child.tag, str):
                yield from specifications(child)
    else:
        yield spec


def _apply(source: etree._Element, spec: etree._Element, names: Names) -> etree._Element:
    node = locate(source, spec, names)
    if node is None:
        raise InheritanceError(
            f"{describe(spec)} finds nothing.", names, spec.sourceline, _nearest(source, spec)
        )
    position = spec.get("position", "inside")
    if position == "replace":
        return _replace(source, node, spec, names)
    if position == "attributes":
        _change_attributes(node, spec, names)
    elif position == "inside":
        _insert_inside(source, node, spec, names)
    elif position in ("before", "after"):
        if node.getparent() is None:
            raise InheritanceError(
                f"{describe(spec)} names the root; nothing can stand {position} it.", names, spec.sourceline
            )
        _insert_beside(source, node, spec, names, position)
    else:
        near = difflib.get_close_matches(position, POSITIONS, 1)
        hint = f"Did you mean '{near[0]}'?" if near else f"Use one of {', '.join(POSITIONS)}."
        raise InheritanceError(
            f"{describe(spec)} has the unknown position '{position}'.", names, spec.sourceline, hint
        )
    return source


# -- finding ---------------------------------------------------------------------------------------


def locate(source: etree._Element, spec: etree._Element, names: Names | None = None) -> etree._Element | None:
    """The node a specification is about, None when there is none."""
    names = names or Names()
    if spec.tag == "xpath":
        return _xpath(source, spec, names)
    if spec.tag == "field":
        wanted = spec.get("name")
        return next((node for node in source.iter("field") if node.get("name") == wanted), None)
    wanted_attributes = [
        (name, value) for name, value in spec.attrib.items() if name not in SKIPPED_ATTRIBUTES
    ]
    for node in source.iter(spec.tag):
        if all(node.get(name) == value for name, value in wanted_attributes):
            return node
    return None


def _xpath(source: etree._Element, spec: etree._Element, names: Names) -> etree._Element | None:
    expression = spec.get("expr")
    if not expression:
        raise InheritanceError("<xpath> without 'expr'.", names, spec.sourceline)
    try:
        found = etree.ETXPath(expression)(source)
    except etree.XPathError as error:
        raise InheritanceError(
            f"{describe(spec)} is not an XPath expression: {error}.", names, spec.sourceline
        ) from error
    nodes = found if isinstance(found, list) else []
    return next((node for node in nodes if isinstance(node, etree._Element)), None)


def describe(spec: etree._Element) -> str:
    """A specification as it was written, without its content."""
    attributes = "".join(f' {name}="{value}"' for name, value in spec.attrib.items() if name != "position")
    return f"<{spec.tag}{attributes}>"


def _nearest(source: etree._Element, spec: etree._Element) -> str | None:
    """A hint from the last name in the specification that the inherited view almost has."""
    wanted = (
        [spec.get("name")]
        if spec.get("name")
        else re.findall(r"@(?:name|id|t-name|t-field)\s*=\s*['\"]([^'\"]+)", spec.get("expr") or "")
    )
    present = sorted(
        {node.get("name") for node in source.iter(etree.Element) if node.get("name")}
        | {node.get("id") for node in source.iter(etree.Element) if node.get("id")}
    )
    for name in reversed(wanted):
        if name and name not in present:
            near = difflib.get_close_matches(name, present, 1)
            if near:
                return f"Did you mean '{near[0]}'?"
            return f"The inherited view has nothing named '{name}'."
    return None


# -- changing --------------------------------------------------------------------------------------


def _content(
    source: etree._Element, spec: etree._Element, names: Names
) -> tuple[str | None, list[etree._Element]]:
    """(leading text, nodes) a specification brings; nodes to move are taken out of the source."""
    nodes = []
    for child in spec:
        if not isinstance(child.tag, str):
            continue
        if child.get("position") == "move":
            nodes.append(_take(source, child, names))
        else:
            nodes.append(copy.deepcopy(child))
    return spec.text, nodes


def _take(source: etree._Element, spec: etree._Element, names: Names) -> etree._Element:
    """The node to move, cut out of the source with its tail text left behind."""
    if len(spec) or (spec.text or "").strip():
        raise InheritanceError(
            f"{describe(spec)} moves a node and cannot have content.", names, spec.sourceline
        )
    node = locate(source, spec, names)
    if node is None:
        raise InheritanceError(
            f"{describe(spec)} finds nothing to move.", names, spec.sourceline, _nearest(source, spec)
        )
    remove(node)
    return node


def remove(node: etree._Element) -> None:
    """Take a node out of its tree; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    _add_tail(node)
    parent.remove(node)
    node.tail = None


def _add_tail(node: etree._Element) -> None:
    """Give the text after a node to what precedes it."""
    if not node.tail:
        return
    previous = node.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + node.tail
    else:
        parent = node.getparent()
        parent.text = (parent.text or "") + node.tail


def _insert_inside(source: etree._Element, node: etree._Element, spec: etree._Element, names: Names) -> None:
    text, nodes = _content(source, spec, names)
    if text and text.strip():
        if len(node):
            node[-1].tail = (node[-1].tail or "") + text
        else:
            node.text = (node.text or "") + text
    node.extend(nodes)


def _insert_beside(
    source: etree._Element, node: etree._Element, spec: etree._Element, names: Names, position: str
) -> None:
    """Insert before or after; an anchor keeps the place while nodes are moved about."""
    text, nodes = _content(source, spec, names)
    parent = node.getparent()
    index = parent.index(node) + (1 if position == "after" else 0)
    if position == "after":
        tail, node.tail = node.tail, (text if text and text.strip() else None)
        if nodes:
            nodes[-1].tail = (nodes[-1].tail or "") + (tail or "")
        else:
            node.tail = (node.tail or "") + (tail or "")
    elif text and text.strip():
        previous = node.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
    for offset, new in enumerate(nodes):
        parent.insert(index + offset, new)


def _replace(
    source: etree._Element, node: etree._Element, spec: etree._Element, names: Names
) -> etree._Element:
    if spec.get("mode") == "inner":
        return _replace_inner(source, node, spec, names)
    parent = node.getparent()
    if parent is None:
        return _replace_root(source, spec, names)
    anchor = etree.SubElement(parent, "_anchor")
    parent.remove(anchor)
    parent.insert(parent.index(node), anchor)
    text, nodes = _content(source, spec, names)
    _fill_placeholders(nodes, node)
    parent = anchor.getparent()
    index = parent.index(anchor)
    if node.getparent() is not None:
        remove(node)
    _keep_text(anchor, text)
    for offset, new in enumerate(nodes):
        parent.insert(index + offset, new)
    remove(anchor)
    return source


def _keep_text(anchor: etree._Element, text: str | None) -> None:
    """Leading text of a replacement, before its nodes."""
    if not (text and text.strip()):
        return
    previous = anchor.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent = anchor.getparent()
        parent.text = (parent.text or "") + text


def _replace_root(source: etree._Element, spec: etree._Element, names: Names) -> etree._Element:
    _text, nodes = _content(source, spec, names)
    if len(nodes) != 1:
        raise InheritanceError("The root can only be replaced by exactly one node.", names, spec.sourceline)
    _fill_placeholders(nodes, source)
    return nodes[0]


def _replace_inner(
    source: etree._Element, node: etree._Element, spec: etree._Element, names: Names
) -> etree._Element:
    text, nodes = _content(source, spec, names)
    for child in list(node):
        node.remove(child)
    node.text = text
    node.extend(nodes)
    return source


def _fill_placeholders(nodes: Sequence[etree._Element], node: etree._Element) -> None:
    """Put a copy of the replaced node where a replacement says `$0`."""
    for new in nodes:
        for place in [found for found in new.iter(etree.Element) if (found.text or "").strip() == "$0"]:
            place.text = None
            kept = copy.deepcopy(node)
            kept.tail = None
            place.append(kept)


def _change_attributes(node: etree._Element, spec: etree._Element, names: Names) -> None:
    for change in spec.iterchildren("attribute"):
        name = change.get("name")
        if not name:
            raise InheritanceError("<attribute> without 'name'.", names, change.sourceline)
        value = _changed_value(node.get(name, ""), change)
        if value:
            node.set(name, value)
        elif name in node.attrib:
            del node.attrib[name]


def _changed_value(value: str, change: etree._Element) -> str:
    """The new value of an attribute: given outright, or by adding to and removing from its parts."""
    if change.get("add") is None and change.get("remove") is None:
        return change.text or ""
    separator = change.get("separator", ",")
    if separator.strip() in ("and", "or"):
        return _changed_expression(value, change, f" {separator.strip()} ")
    removed = {part.strip() for part in _split(change.get("remove") or "", separator)}
    parts = [part.strip() for part in _split(value, separator)]
    parts = [part for part in parts if part and part not in removed]
    parts += [
        part.strip()
        for part in _split(change.get("add") or "", separator)
        if part.strip() and part.strip() not in parts
    ]
    return (
        separator if separator.strip() == "" else separator.strip() if separator != ", " else separator
    ).join(parts)


def _split(text: str, separator: str) -> list[str]:
    return text.split() if separator == " " else text.split(separator)


def _changed_expression(value: str, change: etree._Element, separator: str) -> str:
    """Python expressions joined by `and` / `or`: parts in brackets, so that precedence holds."""
    parts = [part.strip() for part in value.split(separator)] if value.strip() else []
    removed = (change.get("remove") or "").strip()
    parts = [part for part in parts if part.strip("() ") != removed.strip("() ") or not removed]
    added = (change.get("add") or "").strip()
    if added:
        parts = [part if part.startswith("(") else f"({part})" for part in parts] + [f"({added})"]
        if len(parts) == 1:
            return added
    return separator.join(parts)
