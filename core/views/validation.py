"""Checks of a view's arch against the models: every mistake at once, each with its place and the nearest valid name."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from core.base.errors import Problem

from . import arch as arch_tools

_BUTTON_TYPES = ("object", "action", "workflow")
_KNOWN_ROOTS = ("list", "tree", "form", "search", "kanban", "graph", "pivot", "calendar", "activity", "qweb", "t", "data")


@dataclass(slots=True)
class Mistake:
    """A problem with the element it was found at; the owner of the arch turns it into file and line."""

    message: str
    element: etree._Element
    hint: str | None = None


def validate(env, model: str, arch: etree._Element | str, *, file: str = "", line_offset: int = 0) -> list[Problem]:
    """All problems of the (combined) arch of a view of `model`. An empty list means the view is sound."""
    root = arch_tools.parse(arch) if isinstance(arch, str) else arch
    return [
        Problem(mistake.message, file, (mistake.element.sourceline or 1) + line_offset, hint=mistake.hint)
        for mistake in mistakes(env, model, root)
    ]


def mistakes(env, model: str, root: etree._Element) -> list[Mistake]:
    return _Validator(env).check(model, root)


def closest(name: str, candidates) -> str | None:
    found = difflib.get_close_matches(name, [str(candidate) for candidate in candidates], n=1, cutoff=0.6)
    return f"did you mean {found[0]!r}?" if found else None


class _Validator:
    def __init__(self, env):
        self.env = env
        self.found: list[Mistake] = []

    def check(self, model: str, root: etree._Element, parent_fields: frozenset = frozenset()) -> list[Mistake]:
        if root.tag not in _KNOWN_ROOTS:
            self._add(f"<{root.tag}> is not a view type", root, closest(root.tag, _KNOWN_ROOTS))
            return self.found
        if model not in self.env.registry:
            self._add(f"unknown model {model!r}", root, closest(model, self.env.registry))
            return self.found
        if root.tag == "search":
            self._search(model, root)
        elif root.tag in ("form", "list", "tree", "kanban"):
            self._record_view(model, root)
        else:
            for node in arch_tools.field_nodes(root):
                self._field_exists(model, node, node.get("name"))
        return self.found

    # -- views of records ---------------------------------------------------------------------------------

    def _record_view(self, model: str, root: etree._Element) -> None:
        for element in self._own_elements(root):
            if element.tag == "field":
                self._field(model, element)
            elif element.tag == "button":
                self._button(model, element)
            elif element.tag == "label" and element.get("for"):
                self._label(model, root, element)
            self._modifiers(model, element)
            self._groups(element)

    def _own_elements(self, root: etree._Element):
        """Elements of the view itself; a subview is checked on its own against its own model."""
        stack = [root]
        while stack:
            element = stack.pop()
            yield element
            children = [child for child in element if isinstance(child.tag, str)]
            if element.tag == "field":
                children = [child for child in children if child.tag not in arch_tools.X2MANY_CHILDREN]
            stack.extend(reversed(children))

    def _field(self, model: str, element: etree._Element) -> None:
        name = element.get("name")
        field = self._field_exists(model, element, name)
        if field is None:
            return
        for subview in arch_tools.subviews(element).values():
            comodel = field.comodel_name
            if not comodel:
                self._add(f"field {name!r} of {model} is no relation, it cannot hold a <{subview.tag}>", subview)
            elif subview.tag in ("list", "tree", "form", "kanban"):
                self.check(comodel, subview)
        if element.get("domain"):
            self._domain(field.comodel_name, element, element.get("domain"))

    def _field_exists(self, model: str, element: etree._Element, name: str | None) -> Any:
        if not name:
            self._add("<field> needs a name", element)
            return None
        fields = self.env[model]._fields
        field = fields.get(name)
        if field is None:
            self._add(f"unknown field {name!r} of model {model}", element, closest(name, fields))
        return field

    def _button(self, model: str, element: etree._Element) -> None:
        kind, name = element.get("type"), element.get("name")
        if kind not in (*_BUTTON_TYPES, None) :
            self._add(f"unknown button type {kind!r}", element, closest(kind, _BUTTON_TYPES))
        if kind != "object" or not name:
            return
        method = getattr(type(self.env[model]), name, None)
        if name.startswith("_"):
            self._add(f"button method {name!r} of {model} is private", element, "call a method that does not start with '_'")
        elif not callable(method):
            methods = [key for key in dir(type(self.env[model])) if not key.startswith("_")]
            self._add(f"model {model} has no method {name!r}", element, closest(name, methods))

    def _label(self, model: str, root: etree._Element, element: etree._Element) -> None:
        target = element.get("for")
        if target not in self.env[model]._fields and not any(node.get("id") == target for node in root.iter("div", "field", "span")):
            self._add(f"label for {target!r}, which is neither a field of {model} nor an id in this view", element,
                      closest(target, self.env[model]._fields))

    def _modifiers(self, model: str, element: etree._Element) -> None:
        for name in arch_tools.MODIFIERS:
            if element.get(name):
                source = arch_tools.modifier(element, name)
                if isinstance(source, str):
                    self._expression(model, element, name, source)
        for key, source in element.attrib.items():
            if key.startswith("decoration-"):
                self._expression(model, element, key, source)

    def _expression(self, model: str, element: etree._Element, attribute: str, source: str) -> None:
        try:
            names = arch_tools.expression_names(source)
        except Exception as error:
            self._add(f"{attribute}={source!r} is not a valid expression: {error}", element)
            return
        fields = self.env[model]._fields
        for name in sorted(names):
            if name not in fields:
                self._add(f"{attribute}={source!r} uses unknown field {name!r} of model {model}", element, closest(name, fields))

    def _groups(self, element: etree._Element) -> None:
        for group in (element.get("groups") or "").split(","):
            group = group.strip().lstrip("!")
            if group and not self.env.ref(group, raise_if_not_found=False):
                self._add(f"unknown group {group!r}", element, "name it as module.xml_id of a res.groups record")

    # -- domains and search views ------------------------------------------------------------------------------

    def _domain(self, model: str | None, element: etree._Element, source: str) -> None:
        try:
            arch_tools.compiled(source)
        except Exception as error:
            self._add(f"domain {source!r} is not a valid expression: {error}", element)
            return
        if not model or model not in self.env.registry:
            return
        fields = self.env[model]._fields
        for name in re.findall(r"\(\s*'([a-z_][a-z0-9_]*)(?:\.[a-z0-9_.]*)?'\s*,\s*'(?:[=!<>]|i?like|=?i?like|in|not|child_of|parent_of)", source):
            if name not in fields:
                self._add(f"domain uses unknown field {name!r} of model {model}", element, closest(name, fields))

    def _search(self, model: str, root: etree._Element) -> None:
        for element in root.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag == "field":
                self._field_exists(model, element, element.get("name"))
            elif element.tag == "filter":
                self._filter(model, element)
            self._groups(element)

    def _filter(self, model: str, element: etree._Element) -> None:
        if element.get("domain"):
            self._domain(model, element, element.get("domain"))
        if element.get("date"):
            self._field_exists(model, element, element.get("date"))
        context = element.get("context") or ""
        for name in re.findall(r"['\"]group_by['\"]\s*:\s*['\"]([a-z_0-9]+)", context):
            self._field_exists(model, element, name)

    def _add(self, message: str, element: etree._Element, hint: str | None = None) -> None:
        self.found.append(Mistake(message, element, hint))
