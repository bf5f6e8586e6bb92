"""View architectures as trees: parsing, groups, modifiers, and which fields a view needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml import etree

from core.base.expression import compile_expression

MODIFIERS = ("invisible", "readonly", "required", "column_invisible")
VIEW_TYPES = ("list", "form", "search", "kanban", "graph", "pivot", "calendar", "activity", "qweb")
#: Names that an expression in a view may use beside the fields of its model.
EXPRESSION_NAMES = frozenset(
    """parent context uid id active_id active_ids active_model current_date today now time datetime relativedelta
    context_today True False None len str int float bool set list dict tuple any all min max sum abs allowed_company_ids
    current_company_id companies company_id user_id""".split()
)


def parse(source: str | bytes) -> etree._Element:
    """Parse an arch without entities, network or comments in the result; raises `etree.XMLSyntaxError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=False)
    if isinstance(source, str):
        source = source.encode()
    return etree.fromstring(source, parser)


def serialise(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode").strip()


def modernise(root: etree._Element) -> etree._Element:
    """Older spellings that Odoo 18 addons may still carry: `<tree>` is `<list>`."""
    for element in root.iter("tree"):
        element.tag = "list"
    return root


def view_type(root: etree._Element) -> str:
    return {"tree": "list", "t": "qweb", "data": "qweb"}.get(root.tag, root.tag if root.tag in VIEW_TYPES else "qweb")


# -- groups --------------------------------------------------------------------------------------------


def group_expressions(root: etree._Element) -> list[str]:
    return sorted({element.get("groups") for element in root.iter() if element.get("groups")})


def remove_forbidden(root: etree._Element, allowed: Callable[[str], bool]) -> None:
    """Drop every element whose `groups` the user does not satisfy; a `<t groups>` that stays gives its children up."""
    for element in [node for node in root.iter() if node.get("groups")]:
        if not allowed(element.get("groups")):
            remove(element)
        else:
            del element.attrib["groups"]
            if element.tag == "t" and not element.attrib and element.getparent() is not None:
                unwrap(element)


def remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    position = parent.index(element)
    children = list(element)
    for offset, child in enumerate(children):
        parent.insert(position + offset, child)
    remove(element)


# -- modifiers -------------------------------------------------------------------------------------------

_CONSTANTS = {"1": True, "true": True, "0": False, "false": False, "": False, "none": False}


@lru_cache(maxsize=8192)
def compiled(source: str):
    return compile_expression(source.strip())


def modifier(element: etree._Element, name: str) -> bool | str:
    """The modifier as a constant, or the expression's source when it depends on the record."""
    source = (element.get(name) or "").strip()
    constant = _CONSTANTS.get(source.lower())
    return source if constant is None else constant


def expression_names(source: str) -> frozenset[str]:
    """Field names an expression reads (free names less the ones every view knows)."""
    return frozenset(compiled(source).names) - EXPRESSION_NAMES


# -- walking -------------------------------------------------------------------------------------------------

X2MANY_CHILDREN = frozenset(("list", "tree", "form", "kanban", "search", "graph", "pivot", "calendar"))


def field_nodes(root: etree._Element) -> Iterator[etree._Element]:
    """The `<field>` elements that belong to the view's own model, not those inside a subview."""
    for child in root:
        if not isinstance(child.tag, str):
            continue
        if child.tag == "field":
            yield child
            for inner in child:
                # a field's child that is not a subview belongs to the same model (search panels, x2many templates do not)
                if inner.tag not in X2MANY_CHILDREN and inner.tag != "field":
                    yield from field_nodes(inner)
        else:
            yield from field_nodes(child)


def subviews(field_node: etree._Element) -> dict[str, etree._Element]:
    return {("list" if child.tag == "tree" else child.tag): child for child in field_node if child.tag in X2MANY_CHILDREN}
