"""The `__manifest__.py` of an addon: found, read as a literal, checked.

A manifest is never executed. It is parsed with `ast`, so that every complaint can name the line of the key or
of the list item it is about.
"""

from __future__ import annotations

import ast
import difflib
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from core.base.config import config
from core.base.errors import LoadError, Problem

_logger = logging.getLogger(__name__)

MANIFEST_FILE = "__manifest__.py"
SERIES = "18.0"

# key → accepted types and default; the keys Odoo 18 documents, and `alias`, which is ours
_KEYS: dict[str, tuple[tuple[type, ...], Any]] = {
    "name": ((str,), ""),
    "version": ((str,), "1.0"),
    "summary": ((str,), ""),
    "description": ((str,), ""),
    "author": ((str, list, tuple), ""),
    "maintainer": ((str,), ""),
    "contributors": ((list, tuple, str), ""),
    "website": ((str,), ""),
    "license": ((str,), "LGPL-3"),
    "category": ((str,), "Uncategorized"),
    "sequence": ((int,), 100),
    "depends": ((list, tuple), ()),
    "alias": ((str, list, tuple), ()),
    "external_dependencies": ((dict,), {}),
    "excludes": ((list, tuple), ()),
    "data": ((list, tuple), ()),
    "demo": ((list, tuple), ()),
    "demo_xml": ((list, tuple), ()),
    "init_xml": ((list, tuple), ()),
    "update_xml": ((list, tuple), ()),
    "test": ((list, tuple), ()),
    "qweb": ((list, tuple), ()),
    "assets": ((dict,), {}),
    "images": ((list, tuple), ()),
    "images_preview_theme": ((dict,), {}),
    "icon": ((str,), ""),
    "countries": ((list, tuple), ()),
    "installable": ((bool,), True),
    "application": ((bool,), False),
    "auto_install": ((bool, list, tuple, set), False),
    "bootstrap": ((bool,), False),
    "web": ((bool,), False),
    "pre_init_hook": ((str,), ""),
    "post_init_hook": ((str,), ""),
    "uninstall_hook": ((str,), ""),
    "post_load": ((str,), ""),
    "live_test_url": ((str,), ""),
    "cloc_exclude": ((list, tuple), ()),
    "price": ((int, float), 0),
    "currency": ((str,), ""),
    "support": ((str,), ""),
    "development_status": ((str,), ""),
    "maintainers": ((list, tuple), ()),
    "old_technical_name": ((str,), ""),
    "new_page_templates": ((dict,), {}),
    "snippet_lists": ((dict,), {}),
    "theme_customizations": ((dict,), {}),
    "preloadable": ((bool,), True),
    "active": ((bool,), False),
}


@dataclass(frozen=True)
class Manifest:
    """One addon as its manifest describes it.

    `lines[key]` is the line of a key, `item_lines[key][i]` the line of the i-th item of a list.
    """

    technical_name: str
    path: Path
    values: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)
    item_lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    @property
    def file(self) -> str:
        """The manifest file, as shown in messages."""
        return str(self.path / MANIFEST_FILE)

    @cached_property
    def depends(self) -> tuple[str, ...]:
        """Direct dependencies under their canonical names; every addon but `base` needs `base`."""
        if self.technical_name == "base":
            return ()
        return tuple(dict.fromkeys(canonical(name) for name in self.values["depends"] or ("base",)))

    @cached_property
    def auto_install(self) -> frozenset[str] | None:
        """The addons whose joint presence installs this one by itself; None when it never does."""
        value = self.values["auto_install"]
        if value is True:
            return frozenset(self.depends)
        if value is False:
            return None
        return frozenset(canonical(name) for name in value)

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """Further technical names this addon answers to."""
        value = self.values["alias"]
        return (value,) if isinstance(value, str) else tuple(value)

    @property
    def data(self) -> tuple[str, ...]:
        """Data files in load order, relative to `path`."""
        return tuple(self.values["init_xml"]) + tuple(self.values["update_xml"]) + tuple(self.values["data"])

    @property
    def demo(self) -> tuple[str, ...]:
        """Demonstration data files in load order, relative to `path`."""
        return tuple(self.values["demo"]) + tuple(self.values["demo_xml"])

    @property
    def installable(self) -> bool:
        return bool(self.values["installable"])

    @cached_property
    def version(self) -> str:
        """The version with the series in front, as stored in the database: `1.2` is `18.0.1.2`."""
        return full_version(self.values["version"])

    def line(self, key: str, item: int | None = None) -> int:
        """The line of a key, or of one item of its list; 1 when the key is absent."""
        if item is not None:
            lines = self.item_lines.get(key, ())
            if item < len(lines):
                return lines[item]
        return self.lines.get(key, 1)

    def dependency_line(self, name: str) -> int:
        """The line that names `name` among `depends` (under any of its aliases)."""
        for index, raw in enumerate(self.values["depends"]):
            if canonical(raw) == name:
                return self.line("depends", index)
        return self.line("depends")


def full_version(version: str) -> str:
    """`version` with the series in front."""
    if version.startswith(SERIES + ".") or version == SERIES:
        return version
    return f"{SERIES}.{version}"


def version_key(version: str | None) -> tuple[tuple[int, str], ...]:
    """Sort key of a version: numbers as numbers, everything else as text after them."""
    parts = (version or "").replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts if part)


# -- where addons are ------------------------------------------------------------------------------


def addon_roots() -> list[str]:
    """Folders that hold addons: the configured addons path, then `odoo/addons` of the installed packages."""
    roots = [str(root) for root in config.addons_path]
    roots += [os.path.join(entry, "odoo", "addons") for entry in sys.path if entry]
    return list(dict.fromkeys(root for root in map(os.path.abspath, roots) if os.path.isdir(root)))


_paths: dict[str, Path] = {}
_aliases: dict[str, str] = {}
_scanned: tuple[str, ...] | None = None
_manifests: dict[Path, tuple[int, Manifest]] = {}


def _scan() -> None:
    """Fill the maps of addon paths once per set of roots; the first root that holds a name wins."""
    global _scanned
    roots = tuple(addon_roots())
    if roots == _scanned:
        return
    _paths.clear()
    _aliases.clear()
    for root in roots:
        for entry in sorted(os.listdir(root)):
            path = Path(root, entry)
            if entry not in _paths and (path / MANIFEST_FILE).is_file():
                _paths[entry] = path
    _scanned = roots
    for name, path in _paths.items():
        for alias in _declared_aliases(path):
            _aliases.setdefault(alias, name)


def _declared_aliases(path: Path) -> tuple[str, ...]:
    """The aliases of the addon at `path`; nothing when its manifest is broken (reported when it is used)."""
    source = (path / MANIFEST_FILE).read_bytes()
    if b"alias" not in source:
        return ()
    try:
        return read(path).aliases
    except LoadError:
        return ()


def rescan() -> None:
    """Forget what was found, so that addons added or changed on disk are seen."""
    global _scanned
    _scanned = None
    _manifests.clear()


def names() -> list[str]:
    """Technical names of all addons found, sorted."""
    _scan()
    return sorted(_paths)


def canonical(name: str) -> str:
    """The technical name behind an alias (`point_of_sale` is `pos`); other names unchanged."""
    _scan()
    return _aliases.get(name, name) if name not in _paths else name


def aliases() -> dict[str, str]:
    """Alias → canonical name, of all addons found."""
    _scan()
    return dict(_aliases)


def find(name: str) -> Path | None:
    """The folder of the addon `name` (or of the addon that has this alias), None when there is none."""
    _scan()
    return _paths.get(canonical(name))


def get(name: str) -> Manifest | None:
    """The manifest of the addon `name`, None when no addons path holds it; LoadError when it is broken."""
    path = find(name)
    return read(path) if path else None


# -- reading ---------------------------------------------------------------------------------------


def read(path: Path | str) -> Manifest:
    """Read the manifest in the folder `path`.

    :raises LoadError: with every mistake of the file, each with its line.
    """
    path = Path(path)
    file = path / MANIFEST_FILE
    modified_ns = file.stat().st_mtime_ns
    cached = _manifests.get(path)
    if cached and cached[0] == modified_ns:
        return cached[1]
    manifest = _read(path, file)
    _manifests[path] = (modified_ns, manifest)
    return manifest


def _read(path: Path, file: Path) -> Manifest:
    node = _dictionary_node(file)
    problems: list[Problem] = []
    values: dict[str, Any] = {key: default for key, (_types, default) in _KEYS.items()}
    lines: dict[str, int] = {}
    item_lines: dict[str, tuple[int, ...]] = {}
    for key, key_line, value, value_node in _literal_items(node, file, problems):
        if key in lines:
            problems.append(
                Problem(f"The key '{key}' is given twice (first in line {lines[key]}).", str(file), key_line)
            )
        lines[key] = key_line
        problem = _check_key(key, value, str(file), key_line)
        if problem:
            problems.append(problem)
        elif key in _KEYS:
            values[key] = value
        if isinstance(value_node, (ast.List, ast.Tuple, ast.Set)):
            item_lines[key] = tuple(item.lineno for item in value_node.elts)
            problems.extend(_check_items(key, value, item_lines[key], str(file)))
    if problems:
        raise LoadError(problems)
    if not values["name"]:
        values["name"] = path.name
    return Manifest(path.name, path, values, lines, item_lines)


def _dictionary_node(file: Path) -> ast.Dict:
    """The one dictionary a manifest consists of."""
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    except UnicodeDecodeError as error:
        raise LoadError(
            [Problem(f"The manifest is not UTF-8 text ({error.reason}).", str(file), 1)]
        ) from error
    except SyntaxError as error:
        raise LoadError([Problem(f"Syntax error: {error.msg}.", str(file), error.lineno or 1)]) from error
    expressions = [statement for statement in tree.body if isinstance(statement, ast.Expr)]
    nodes = [statement.value for statement in expressions if isinstance(statement.value, ast.Dict)]
    if len(nodes) != 1 or len(expressions) != len(tree.body):
        hint = "Write {'name': …, 'depends': […], 'data': […]} and nothing else; a manifest is not executed."
        raise LoadError([Problem("A manifest holds exactly one dictionary of literals.", str(file), 1, hint)])
    return nodes[0]


def _literal_items(
    node: ast.Dict, file: Path, problems: list[Problem]
) -> Iterator[tuple[str, int, Any, ast.expr]]:
    """The entries of the dictionary that are literals; the others become problems."""
    for key_node, value_node in zip(node.keys, node.values, strict=True):
        line = (key_node or value_node).lineno
        try:
            key = ast.literal_eval(key_node) if key_node is not None else None
            value = ast.literal_eval(value_node)
        except (ValueError, TypeError, SyntaxError):
            hint = "A manifest is not executed: use strings, numbers, booleans, lists and dictionaries only."
            problems.append(Problem("This entry is not a literal.", str(file), value_node.lineno, hint))
            continue
        if not isinstance(key, str):
            problems.append(Problem(f"The key {key!r} is not a string.", str(file), line))
            continue
        yield key, line, value, value_node


def _check_key(key: str, value: Any, file: str, line: int) -> Problem | None:
    if key not in _KEYS:
        near = difflib.get_close_matches(key, _KEYS, 1, 0.8)
        if near:
            return Problem(f"Unknown manifest key '{key}'.", file, line, f"Did you mean '{near[0]}'?")
        _logger.info("%s:%s: the manifest key '%s' is unknown and has no effect.", file, line, key)
        return None
    types = _KEYS[key][0]
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        expected = " or ".join(dict.fromkeys(_TYPE_NAMES[type_] for type_ in types))
        return Problem(f"'{key}' must be {expected}, not {value!r}.", file, line)
    return None


_TYPE_NAMES = {
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "True or False",
    list: "a list",
    tuple: "a list",
    set: "a list",
    dict: "a dictionary",
}


def _check_items(key: str, value: Any, lines: tuple[int, ...], file: str) -> Iterator[Problem]:
    """Names and files must be strings, each once."""
    if key not in ("depends", "data", "demo", "excludes", "auto_install") or isinstance(value, set):
        return
    seen: dict[str, int] = {}
    for item, line in zip(value, lines, strict=True):
        if not isinstance(item, str) or not item:
            yield Problem(f"An item of '{key}' must be a non-empty string, not {item!r}.", file, line)
        elif item in seen and key in ("data", "demo"):
            _logger.info(
                "%s:%s: '%s' is listed twice in '%s' (first in line %s).", file, line, item, key, seen[item]
            )
        else:
            seen[item] = line
