"""Everything in data files that can be found wrong without touching the database.

`parse_files` reads and schema-checks, `check_ids` finds ids given twice, `check_names` finds unknown models, fields
and methods, `check_views` applies every view inheritance on paper. All of them return problems instead of raising,
so that they can be reported together.
"""

from __future__ import annotations

import copy
import difflib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from core.base.errors import LoadError, Problem
from core.data import source, tags
from core.data.inherit import InheritanceError, Names, apply_inheritance, specifications
from core.data.load import split_path
from core.data.source import CsvSource, XmlSource, iterate_tags

if TYPE_CHECKING:
    from core.orm.registry import Registry


class ModuleFiles(NamedTuple):
    """The data files of one addon; `lines` are the manifest's lines that list them."""

    module: str
    path: Path
    manifest_file: str
    data: Sequence[str]
    demo: Sequence[str]
    lines: Sequence[int]


@dataclass
class Parsed:
    """The readable files of some addons, in load order: (module, source, whether it is demo data)."""

    files: list[tuple[str, source.Source, bool]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, modules: Iterable[str]) -> Iterator[tuple[str, source.Source, bool]]:
        wanted = set(modules)
        return (entry for entry in self.files if entry[0] in wanted)


def parse_files(modules: Iterable[ModuleFiles]) -> Parsed:
    """Parse the data files of the addons; unreadable ones become problems."""
    parsed = Parsed()
    for files in modules:
        names = [(name, False) for name in files.data] + [(name, True) for name in files.demo]
        for position, (name, is_demo) in enumerate(names):
            path = files.path / name
            if not path.is_file():
                line = files.lines[position] if position < len(files.lines) else 1
                parsed.problems.append(_missing_file(files, name, line))
                continue
            try:
                parsed.files.append((files.module, source.parse(path), is_demo))
            except LoadError as error:
                parsed.problems.extend(error.problems)
    return parsed


def _missing_file(files: ModuleFiles, name: str, line: int) -> Problem:
    present = [
        str(path.relative_to(files.path))
        for suffix in ("xml", "csv")
        for path in files.path.rglob(f"*.{suffix}")
    ]
    near = difflib.get_close_matches(name, present, 1)
    hint = f"Did you mean '{near[0]}'?" if near else None
    return Problem(
        f"The data file '{name}' of '{files.module}' does not exist.", files.manifest_file, line, hint
    )


# -- external ids ----------------------------------------------------------------------------------


class _Definition(NamedTuple):
    xml_id: str
    model: str
    fields: frozenset[str]
    file: str
    line: int
    is_demo: bool


def definitions(module: str, parsed: source.Source, is_demo: bool = False) -> Iterator[_Definition]:
    """The records a file defines, nested ones included."""
    if isinstance(parsed, XmlSource):
        for element in iterate_tags(parsed.root):
            yield from _element_definitions(module, element, str(parsed.path), is_demo)
    elif isinstance(parsed, CsvSource) and "id" in parsed.header:
        column = parsed.header.index("id")
        fields = frozenset(parsed.header)
        for line, cells in parsed.rows:
            if column < len(cells) and cells[column]:
                yield _Definition(
                    _full(module, cells[column]), parsed.model, fields, str(parsed.path), line, is_demo
                )


def _element_definitions(
    module: str, element: etree._Element, file: str, is_demo: bool
) -> Iterator[_Definition]:
    xml_id = element.get("id")
    if xml_id and element.tag == "record":
        fields = frozenset(node.get("name") for node in element.iterchildren("field"))
        yield _Definition(
            _full(module, xml_id), element.get("model"), fields, file, element.sourceline, is_demo
        )
    elif xml_id and element.tag == "menuitem":
        yield _Definition(
            _full(module, xml_id),
            "ir.ui.menu",
            frozenset(element.attrib) - {"id"},
            file,
            element.sourceline,
            is_demo,
        )
    elif xml_id and element.tag == "template":
        yield _Definition(
            _full(module, xml_id), "ir.ui.view", frozenset(["arch"]), file, element.sourceline, is_demo
        )
    if element.tag == "record":
        for nested in element.iterfind("field/record"):
            yield from _element_definitions(module, nested, file, is_demo)
    elif element.tag == "menuitem":
        for nested in element.iterchildren("menuitem"):
            yield from _element_definitions(module, nested, file, is_demo)


def _full(module: str, name: str) -> str:
    return name if "." in name else f"{module}.{name}"


def check_ids(parsed: Parsed, modules: Collection[str]) -> list[Problem]:
    """Ids given twice by one addon, ids for two models by two addons, and ids with a dot too many.

    A second record under the same id that sets other fields completes the first and is allowed.
    """
    problems: list[Problem] = []
    seen: dict[tuple[str, str], list[_Definition]] = {}
    for module, parsed_file, is_demo in parsed.of(modules):
        for definition in definitions(module, parsed_file, is_demo):
            if definition.xml_id.count(".") > 1:
                problems.append(
                    Problem(
                        f"The external id '{definition.xml_id}' has more than one dot.",
                        definition.file,
                        definition.line,
                    )
                )
            earlier = seen.setdefault((module, definition.xml_id), [])
            problems.extend(_clash(old, definition) for old in earlier[:1] if _clashes(old, definition))
            earlier.append(definition)
    return problems + _claims_of_two(parsed, set(modules))


def _claims_of_two(parsed: Parsed, changed: set[str]) -> list[Problem]:
    """Ids that one addon gives to a record of one model, another to one of another."""
    owners: dict[str, tuple[str, _Definition]] = {}
    problems = []
    for module, parsed_file, is_demo in parsed.files:
        for definition in definitions(module, parsed_file, is_demo):
            owner, first = owners.setdefault(definition.xml_id, (module, definition))
            if first.model != definition.model and owner != module and changed.intersection((owner, module)):
                problems.append(_clash(first, definition))
    return problems


def _clashes(old: _Definition, new: _Definition) -> bool:
    if old.model != new.model:
        return True
    if old.file == new.file:
        return bool(old.fields & new.fields)
    return old.is_demo == new.is_demo and old.fields == new.fields


def _clash(old: _Definition, new: _Definition) -> Problem:
    other = f" (a {old.model} there, a {new.model} here)" if old.model != new.model else ""
    return Problem(
        f"The external id '{new.xml_id}' is given twice; first at {old.file}:{old.line}{other}.",
        new.file,
        new.line,
        "Give one of the two records another id.",
    )


# -- names of models, fields and methods -----------------------------------------------------------


def check_names(registry: Registry, parsed: Parsed, modules: Iterable[str]) -> list[Problem]:
    """Unknown models, fields and methods, with the nearest known name."""
    checker = _NameChecker(registry)
    for module, parsed_file, _is_demo in parsed.of(modules):
        if isinstance(parsed_file, XmlSource):
            for element in iterate_tags(parsed_file.root):
                checker.element(module, element, str(parsed_file.path))
        elif isinstance(parsed_file, CsvSource):
            checker.csv(parsed_file)
    return checker.problems


class _NameChecker:
    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.problems: list[Problem] = []

    def _say(self, message: str, file: str, line: int, wanted: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(wanted, list(known), 1)
        self.problems.append(Problem(message, file, line, f"Did you mean '{near[0]}'?" if near else None))

    def _model(self, name: str | None, file: str, line: int) -> Any:
        if name is None or name not in self.registry:
            hint_pool = (
                list(self.registry.models) if hasattr(self.registry, "models") else list(self.registry)
            )
            if not str(name).startswith("x_"):  # a custom model: the data itself may bring it
                self._say(f"Unknown model '{name}'.", file, line, name or "", hint_pool)
            return None
        return self.registry[name]

    def element(self, module: str, element: etree._Element, file: str) -> None:
        if element.tag == "record":
            self._record(element, file)
        elif element.tag == "function":
            self._function(element, file)
        elif element.tag == "delete":
            self._model(element.get("model"), file, element.sourceline)
        else:
            tag = tags.get(element.tag)
            if tag and tag.check:
                self.problems.extend(tag.check(element, module, file))

    def _record(self, element: etree._Element, file: str) -> None:
        model = self._model(element.get("model"), file, element.sourceline)
        for node in element.iterchildren("field"):
            for nested in node.iterchildren("record"):
                self._record(nested, file)
            if model is not None and node.get("name") not in model._fields:
                self._unknown_field(model, node.get("name"), file, node.sourceline)

    def _unknown_field(self, model: Any, name: str, file: str, line: int) -> None:
        if str(name).startswith("x_"):
            return  # a custom field: the data itself may bring it
        self._say(f"The model '{model._name}' has no field '{name}'.", file, line, name, model._fields)

    def _function(self, element: etree._Element, file: str) -> None:
        model = self._model(element.get("model"), file, element.sourceline)
        name = element.get("name")
        if model is not None and not callable(getattr(model, name, None)):
            known = [method for method in dir(model) if not method.startswith("__")]
            self._say(
                f"The model '{model._name}' has no method '{name}'.", file, element.sourceline, name, known
            )
        for nested in element.iterchildren("function"):
            self._function(nested, file)

    def csv(self, parsed: CsvSource) -> None:
        model = self._model(parsed.model, str(parsed.path), 1)
        if model is None:
            return
        if "id" not in parsed.header:
            self.problems.append(
                Problem("The header has no column 'id' for the external id.", str(parsed.path), 1)
            )
        for column in parsed.header:
            self._path(model, split_path(column), str(parsed.path))
        if parsed.model == "ir.model.access":
            self._access_models(parsed)

    def _path(self, model: Any, path: list[str], file: str) -> None:
        """Each name of `order_line/product_id/id` exists on the model before it."""
        for name in path:
            if name in ("id", ".id"):
                return
            if name not in model._fields:
                self._unknown_field(model, name, file, 1)
                return
            comodel = getattr(model._fields[name], "comodel_name", None)
            if comodel is None or comodel not in self.registry:
                return
            model = self.registry[comodel]

    def _access_models(self, parsed: CsvSource) -> None:
        """`model_sale_order` in an access file stands for the model `sale.order`."""
        column = next(
            (index for index, name in enumerate(parsed.header) if name in ("model_id:id", "model_id/id")),
            None,
        )
        if column is None:
            return
        names = self.registry.models if hasattr(self.registry, "models") else self.registry
        known = {f"model_{name.replace('.', '_')}" for name in names}
        for line, cells in parsed.rows:
            short = cells[column].split(".", 1)[-1] if column < len(cells) else ""
            if short.startswith("model_") and short not in known:
                self._say(
                    f"'{cells[column]}' stands for no known model.", str(parsed.path), line, short, known
                )


# -- views -----------------------------------------------------------------------------------------


@dataclass
class ViewDefinition:
    """A view as the files give it."""

    xml_id: str
    module: str
    file: str
    line: int
    arch: etree._Element | None = None
    inherit_id: str | None = None
    primary: bool = False
    priority: int = 16
    active: bool = True
    position: int = 0


def check_views(parsed: Parsed, modules: Iterable[str], known: Collection[str] = ()) -> list[Problem]:
    """Apply the inheritance of all views of the files; report what fails in the addons `modules`.

    :param known: external ids of views the database has, in the files or not
    """
    views = collect_views(parsed)
    checked = set(modules)
    unknown = list(_unknown_parents(views, checked, {module for module, _file, _demo in parsed.files}, known))
    children: dict[str, list[ViewDefinition]] = {}
    for view in views.values():
        if view.inherit_id:
            children.setdefault(view.inherit_id, []).append(view)
    for siblings in children.values():
        siblings.sort(key=lambda view: (view.priority, view.position))
    problems: list[Problem] = unknown
    for view in views.values():
        is_root = view.inherit_id is None or view.primary
        if is_root and view.arch is not None and (view.primary or view.xml_id in children):
            _combine(view, views, children, checked, problems)
    return list(dict.fromkeys(problems))


def _unknown_parents(
    views: dict[str, ViewDefinition], checked: set[str], modules: set[str], known: Collection[str]
) -> Iterator[Problem]:
    """Views that inherit one that neither the files nor the database have."""
    for view in views.values():
        parent = view.inherit_id
        if view.module not in checked or not parent or parent in views or parent in known:
            continue
        if parent.split(".")[0] in modules:
            near = difflib.get_close_matches(parent, [name for name in views if name != view.xml_id], 1)
            hint = f"Did you mean '{near[0]}'?" if near else None
            yield Problem(f"View '{view.xml_id}' inherits '{parent}', which does not exist.", view.file, view.line, hint)


def collect_views(parsed: Parsed) -> dict[str, ViewDefinition]:
    """All views the files define, later definitions of an id laid over earlier ones."""
    views: dict[str, ViewDefinition] = {}
    for module, parsed_file, _is_demo in parsed.files:
        if not isinstance(parsed_file, XmlSource):
            continue
        for element in iterate_tags(parsed_file.root):
            is_view = element.tag == "record" and element.get("model") == "ir.ui.view"
            if not is_view and element.tag != "template" or not element.get("id"):
                continue
            xml_id = _full(module, element.get("id"))
            view = views.setdefault(
                xml_id,
                ViewDefinition(
                    xml_id, module, str(parsed_file.path), element.sourceline, position=len(views)
                ),
            )
            (_fill_from_template if element.tag == "template" else _fill_from_record)(view, module, element)
    return views


def _fill_from_record(view: ViewDefinition, module: str, element: etree._Element) -> None:
    for node in element.iterchildren("field"):
        name = node.get("name")
        if name == "arch" and node.get("type") == "xml" and not node.get("file"):
            view.arch = _arch(node)
        elif name == "inherit_id":
            view.inherit_id = _full(module, node.get("ref")) if node.get("ref") else None
        elif name == "mode":
            view.primary = (node.text or "").strip() == "primary"
        elif name == "priority":
            text = (node.get("eval") or node.text or "").strip()
            view.priority = int(text) if text.lstrip("-").isdigit() else view.priority
        elif name == "active":
            view.active = (node.get("eval") or node.text or "").strip() not in ("False", "0", "false")


def _arch(node: etree._Element) -> etree._Element | None:
    """The element inside the field `arch`; several (an extension may list its changes plainly) count as one `<data>`."""
    elements = [child for child in node if isinstance(child.tag, str)]
    if len(elements) < 2:
        return elements[0] if elements else None
    arch = copy.deepcopy(node)
    arch.tag = "data"
    arch.attrib.clear()
    arch.tail = None
    return arch


def _fill_from_template(view: ViewDefinition, module: str, element: etree._Element) -> None:
    view.inherit_id = _full(module, element.get("inherit_id")) if element.get("inherit_id") else None
    view.primary = (element.get("primary") or "").lower() in ("true", "1")
    view.priority = int(element.get("priority") or 16)
    view.active = (element.get("active") or "true").lower() not in ("false", "0")
    arch = copy.deepcopy(element)
    arch.tag = "data" if view.inherit_id else "t"
    arch.tail = None
    for name in ("id", "name", "inherit_id", "priority", "primary", "active", "groups"):
        arch.attrib.pop(name, None)
    view.arch = arch


def _combine(
    view: ViewDefinition,
    views: dict[str, ViewDefinition],
    children: dict[str, list[ViewDefinition]],
    checked: set[str],
    problems: list[Problem],
    seen: frozenset[str] = frozenset(),
) -> etree._Element | None:
    """The arch of a view with all its extensions; None when its parent is not in the files."""
    if view.xml_id in seen or view.arch is None:
        return None
    if view.inherit_id is None:
        arch = copy.deepcopy(view.arch)
    else:
        parent = views.get(view.inherit_id)
        base = _combine(parent, views, children, set(), [], seen | {view.xml_id}) if parent else None
        if base is None or parent is None:
            return None
        arch = _apply(base, view, parent, checked, problems)
    return _extend(arch, view, children, checked, problems)


def _extend(
    arch: etree._Element,
    view: ViewDefinition,
    children: dict[str, list[ViewDefinition]],
    checked: set[str],
    problems: list[Problem],
    depth: int = 0,
) -> etree._Element:
    for child in children.get(view.xml_id, ()):
        if not child.primary and child.active and child.arch is not None and depth < 50:
            arch = _apply(arch, child, view, checked, problems)
            arch = _extend(arch, child, children, checked, problems, depth + 1)
    return arch


def _apply(
    arch: etree._Element,
    view: ViewDefinition,
    parent: ViewDefinition,
    checked: set[str],
    problems: list[Problem],
) -> etree._Element:
    """Apply the specifications of a view one by one, so that all that fail are known."""
    assert view.arch is not None
    names = Names(parent.xml_id, view.xml_id, f"{parent.file}:{parent.line}", view.file)
    for spec in specifications(view.arch):
        try:
            arch = apply_inheritance(arch, spec, names=names)
        except InheritanceError as error:
            if view.module in checked:
                message = f"View '{view.xml_id}': {error.message} It inherits '{parent.xml_id}' ({parent.file}:{parent.line})."
                problems.append(Problem(message, view.file, error.line, error.hint))
    return arch
