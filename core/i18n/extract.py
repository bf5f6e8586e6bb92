"""Finding the texts of an addon: in Python code, in its models, in its XML files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from core.i18n import po, terms

#: ``{{ _("…") }}`` in a page template.
_TEMPLATE_TEXT = re.compile(r"""\b_\(\s*(["'])((?:(?!\1).)+)\1""")
_TRANSLATORS = frozenset(("_", "_lt", "_lazy"))
#: Fields of data records that hold translated plain text, by model. '*' is for every model.
_PLAIN_FIELDS: dict[str, frozenset[str]] = {
    "*": frozenset((
        "name", "string", "description", "help", "summary", "note", "comment", "title", "content", "introduction",
        "rainbow_man_message",
    )),  # fmt: skip
    "ir.ui.view": frozenset(),
    "ir.cron": frozenset(("name",)),
    "ir.sequence": frozenset(),
    "ir.rule": frozenset(),
    "ir.model.access": frozenset(),
    "ir.config_parameter": frozenset(),
}


def extract(folder: Path, module: str) -> list[po.Entry]:
    """Every text of an addon with its places, ready to write as a template."""
    entries: dict[str, po.Entry] = {}

    def note(source: str, place: po.Place) -> None:
        if not source.strip():
            return
        entry = entries.setdefault(source, po.Entry(source, modules=[module]))
        if place not in entry.places:
            entry.places.append(place)

    for source, place in _all_texts(folder, module):
        note(source, place)
    return sorted(entries.values(), key=lambda entry: entry.source)


def _all_texts(folder: Path, module: str) -> Iterator[tuple[str, po.Place]]:
    for path in sorted(folder.rglob("*.py")):
        relative = path.relative_to(folder)
        if relative.parts[0] in ("tests", "testing", "migrations", "static"):
            continue
        yield from _python_texts(path, f"{_prefix(module)}/{relative.as_posix()}", module)
    for path in sorted((*folder.rglob("*.html"), *folder.rglob("*.jinja"))):
        for _quote, text in _TEMPLATE_TEXT.findall(path.read_text(encoding="utf-8")):
            yield text, po.Place("code", f"{_prefix(module)}/{path.relative_to(folder).as_posix()}", line=0)
    for path in sorted(folder.rglob("*.xml")):
        if path.relative_to(folder).parts[0] in ("tests", "static", "i18n"):
            continue
        yield from _xml_texts(path, module)
    for path in sorted(folder.rglob("templates/*.html")):
        yield from _page_texts(path, f"{_prefix(module)}/{path.relative_to(folder).as_posix()}")


def _prefix(module: str) -> str:
    return "core" if module == "core" else f"addons/{module}"


def _page_texts(path: Path, shown: str) -> Iterator[tuple[str, po.Place]]:
    """The ``_("…")`` of a page template."""
    import jinja2

    environment: Any = jinja2.Environment(extensions=["jinja2.ext.i18n"])
    for _line, _function, message in environment.extract_translations(path.read_text(encoding="utf-8")):
        if isinstance(message, tuple):
            message = message[0]
        if message:
            yield message, po.Place("code", shown, line=0)


# Python


def _python_texts(path: Path, shown: str, module: str) -> Iterator[tuple[str, po.Place]]:
    tree = _with_constants(ast.parse(path.read_text(encoding="utf-8"), str(path)), path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            text = _call_text(node)
            if text:
                yield text, po.Place("code", shown, line=0)
        elif isinstance(node, ast.ClassDef):
            yield from _model_texts(node, module)


class _Constants(ast.NodeTransformer):
    """Puts the lists a module gives a name (``STATES = [("draft", "Draft")]``) where the name is used."""

    def __init__(self, lists: dict[str, ast.expr]) -> None:
        self.lists = lists

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.lists.get(node.id, node) if isinstance(node.ctx, ast.Load) else node


def _with_constants(tree: ast.Module, path: Path) -> ast.Module:
    lists = _lists_of(tree)
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.level == 1 and statement.module:
            source = path.parent / (statement.module.replace(".", "/") + ".py")
            if source.is_file():
                known = _lists_of(ast.parse(source.read_text(encoding="utf-8"), str(source)))
                lists.update({name.asname or name.name: known[name.name] for name in statement.names if name.name in known})
    return _Constants(lists).visit(tree) if lists else tree


def _lists_of(tree: ast.Module) -> dict[str, ast.expr]:
    """The lists that a module gives a name."""
    return {
        statement.targets[0].id: statement.value
        for statement in tree.body
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name) and isinstance(statement.value, ast.List)
    }


def _call_text(node: ast.Call) -> str | None:
    """The text of ``_("…")``, ``_lt("…")`` or ``self.env._("…")``."""
    function = node.func
    is_translator = (isinstance(function, ast.Name) and function.id in _TRANSLATORS) or (
        isinstance(function, ast.Attribute) and function.attr == "_"
    )
    if is_translator and node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
        return node.args[0].value
    return None


def _literal(node: ast.expr | None) -> Any:
    try:
        return ast.literal_eval(node) if node is not None else None
    except ValueError:
        return None


def _class_value(node: ast.ClassDef, name: str) -> Any:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in statement.targets
        ):
            return _literal(statement.value)
    return None


def _model_texts(node: ast.ClassDef, module: str) -> Iterator[tuple[str, po.Place]]:
    """Labels, helps and selection values of the fields a model class declares, and its description."""
    inherit = _class_value(node, "_inherit")
    model = _class_value(node, "_name") or (inherit if isinstance(inherit, str) else None)
    if not isinstance(model, str):
        return
    key = model.replace(".", "_")
    description = _class_value(node, "_description")
    if isinstance(description, str):
        yield description, po.Place("model", "ir.model,name", f"{module}.model_{key}")
    for statement in node.body:
        if (
            isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and isinstance(statement.value, ast.Call)
            and isinstance(statement.value.func, ast.Attribute)
            and isinstance(statement.value.func.value, ast.Name)
            and statement.value.func.value.id == "fields"
        ):
            yield from _field_texts(statement.targets[0].id, statement.value, key, module)
    for constraint in _class_value(node, "_sql_constraints") or ():
        if len(constraint) == 3 and isinstance(constraint[2], str):
            yield constraint[2], po.Place("model", "ir.model.constraint,message", f"{module}.constraint_{key}_{constraint[0]}")


# Where the label stands among the positional arguments of a field, when it is not the first.
_LABEL_POSITION = {"Many2one": 1, "Selection": 1, "Reference": 1, "Many2oneReference": 1, "One2many": 2, "Many2many": 4}


def _field_texts(name: str, call: ast.Call, key: str, module: str) -> Iterator[tuple[str, po.Place]]:
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    kind = call.func.attr  # type: ignore[attr-defined]
    xmlid = f"{module}.field_{key}__{name}"
    label = _literal(keywords.get("string"))
    position = _LABEL_POSITION.get(kind, 0)
    if label is None and len(call.args) > position:
        label = _literal(call.args[position])
    if label is None and not keywords.keys() & {"related"}:
        label = _default_label(name)
    if isinstance(label, str):
        yield label, po.Place("model", "ir.model.fields,field_description", xmlid)
    help_text = _literal(keywords.get("help"))
    if isinstance(help_text, str):
        yield help_text, po.Place("model", "ir.model.fields,help", xmlid)
    options = _literal(keywords.get("selection") or keywords.get("selection_add") or (call.args[0] if call.args else None))
    if kind == "Selection" and isinstance(options, list):
        for option in options:
            if isinstance(option, tuple) and len(option) == 2 and isinstance(option[1], str):
                value = re.sub(r"\W", "_", str(option[0]).lower())
                yield option[1], po.Place(
                    "model", "ir.model.fields.selection,name", f"{module}.selection__{key}__{name}__{value}"
                )


def _default_label(name: str) -> str:
    base = re.sub(r"_ids?$", "", name)
    return " ".join(word.capitalize() for word in base.split("_") if word)


# XML


def _xml_texts(path: Path, module: str) -> Iterator[tuple[str, po.Place]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.parse(str(path), parser).getroot()
    for element in root.iter("record", "menuitem", "template", "workflow", "workflow_extend", "policy", "report"):
        handler = {"record": _record_texts, "menuitem": _menu_texts, "template": _template_texts}.get(str(element.tag), _label_texts)
        yield from handler(element, module)


def _complete(xmlid: str | None, module: str) -> str:
    return xmlid if xmlid and "." in xmlid else f"{module}.{xmlid or ''}"


def _record_texts(element: Any, module: str) -> Iterator[tuple[str, po.Place]]:
    model, xmlid = element.get("model", ""), _complete(element.get("id"), module)
    for node in element.iterchildren("field"):
        name = node.get("name", "")
        kind = node.get("type", "")
        if kind in ("xml", "html") or len(node):
            translate = terms.html_terms if kind == "html" else terms.xml_terms
            inner = (node.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in node)
            place = po.Place("model_terms", f"{model},{'arch_db' if name == 'arch' else name}", xmlid)
            for term in translate(inner):
                yield term, place
        elif _is_translated(model, name) and node.text and not node.get("eval") and not node.get("ref"):
            yield node.text.strip(), po.Place("model", f"{model},{name}", xmlid)


def _is_translated(model: str, field: str) -> bool:
    return field in _PLAIN_FIELDS.get(model, _PLAIN_FIELDS["*"])


def _menu_texts(element: Any, module: str) -> Iterator[tuple[str, po.Place]]:
    if element.get("name"):
        yield element.get("name"), po.Place("model", "ir.ui.menu,name", _complete(element.get("id"), module))


def _template_texts(element: Any, module: str) -> Iterator[tuple[str, po.Place]]:
    place = po.Place("model_terms", "ir.ui.view,arch_db", _complete(element.get("id") or element.get("t-name"), module))
    inner = (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
    for term in terms.xml_terms(inner):
        yield term, place


def _label_texts(element: Any, module: str) -> Iterator[tuple[str, po.Place]]:
    """The ``string`` labels of workflows and policies: translated as texts of code."""
    for node in element.iter(etree.Element):
        for name in ("string", "help"):
            if node.get(name):
                yield node.get(name), po.Place("code", f"addons/{module}/workflow", line=0)


def merge(fresh: Iterable[po.Entry], old: Iterable[po.Entry]) -> list[po.Entry]:
    """The fresh entries with the translations of the old file."""
    known = {entry.source: entry.translation for entry in old}
    merged = list(fresh)
    for entry in merged:
        entry.translation = known.get(entry.source, "")
    return merged
