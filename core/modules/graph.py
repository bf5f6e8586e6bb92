"""The dependency graph: which addons are needed, and in which order they load.

Order is Odoo's: by depth (the longest chain of dependencies down to `base`), then by name.
"""

from __future__ import annotations

import difflib
import importlib.metadata
import importlib.util
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from core.base.config import config
from core.base.errors import LoadError, Problem
from core.modules import manifest as manifests
from core.modules.manifest import Manifest


class Graph:
    """The addons reachable from some names, with everything wrong among them in `problems`."""

    def __init__(self, names: Iterable[str]) -> None:
        self.nodes: dict[str, Manifest] = {}
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self._visit(names)
        self._find_cycles()
        self._spread_broken()

    def _visit(self, names: Iterable[str]) -> None:
        todo: list[tuple[str, Manifest | None]] = [(manifests.canonical(name), None) for name in names]
        asked: set[str] = set()
        while todo:
            name, wanted_by = todo.pop()
            if name in self.nodes:
                continue
            node = self._read(name, wanted_by, first_time=name not in asked)
            asked.add(name)
            if node is None:
                continue
            self.nodes[name] = node
            todo.extend((dependency, node) for dependency in node.depends)

    def _read(self, name: str, wanted_by: Manifest | None, *, first_time: bool) -> Manifest | None:
        try:
            node = manifests.get(name)
        except LoadError as error:
            if first_time:
                self.problems.extend(error.problems)
            node = None
        else:
            if node is None:
                self.problems.append(_missing(name, wanted_by))
            elif not node.installable:
                self.problems.append(_not_installable(node, wanted_by))
        if node is None or not node.installable:
            self.broken.add(name)
            if wanted_by:
                self.broken.add(wanted_by.technical_name)
        return node

    def _find_cycles(self) -> None:
        """Report each cycle once, with the manifest line of every link."""
        done: set[str] = set()
        for start in sorted(self.nodes):
            path: list[str] = []
            self._walk(start, path, done)

    def _walk(self, name: str, path: list[str], done: set[str]) -> None:
        if name in path:
            self._report_cycle(path[path.index(name) :])
            return
        if name in done or name not in self.nodes:
            return
        path.append(name)
        for dependency in self.nodes[name].depends:
            self._walk(dependency, path, done)
        path.pop()
        done.add(name)

    def _report_cycle(self, cycle: list[str]) -> None:
        self.broken.update(cycle)
        chain = " → ".join([*cycle, cycle[0]])
        for position, name in enumerate(cycle):
            following = cycle[(position + 1) % len(cycle)]
            node = self.nodes[name]
            self.problems.append(
                Problem(
                    f"Cyclic dependency {chain}: '{name}' depends on '{following}'.",
                    node.file,
                    node.dependency_line(following),
                    "Remove one of the links, or move what both need into an addon of its own.",
                )
            )

    def _spread_broken(self) -> None:
        """Who needs a broken addon is broken too."""
        changed = True
        while changed:
            wounded = {
                name
                for name, node in self.nodes.items()
                if name not in self.broken and self.broken.intersection(node.depends)
            }
            self.broken |= wounded
            changed = bool(wounded)

    def order(self) -> list[str]:
        """The healthy addons in load order."""
        depths: dict[str, int] = {}

        def depth(name: str) -> int:
            if name not in depths:
                depths[name] = 1 + max(map(depth, self.nodes[name].depends), default=-1)
            return depths[name]

        return sorted(
            (name for name in self.nodes if name not in self.broken), key=lambda name: (depth(name), name)
        )

    def dependants(self, names: Collection[str]) -> set[str]:
        """Everything in the graph that needs one of `names`, directly or not; without `names` themselves."""
        found: set[str] = set()
        todo = set(names)
        while todo:
            todo = {name for name, node in self.nodes.items() if todo.intersection(node.depends)} - found
            found |= todo
        return found - set(names)


def load_order(names: Iterable[str]) -> list[str]:
    """`names` and all they need, in load order.

    :raises LoadError: missing, cyclic or broken addons, all of them at once.
    """
    graph = Graph(names)
    if graph.problems:
        raise LoadError(graph.problems)
    return graph.order()


def with_bridges(names: Collection[str]) -> list[str]:
    """`names` with their closure and every auto-install addon whose sides are then all present, in load order."""
    chosen = set(load_order(names))
    candidates = _bridges()
    while True:
        ready = {
            node.technical_name
            for node in candidates
            if node.technical_name not in chosen
            and node.auto_install is not None
            and node.auto_install <= chosen
        }
        if not ready:
            return load_order(chosen)
        chosen = set(load_order(chosen | ready))


def _bridges() -> list[Manifest]:
    """All installable auto-install addons found; a broken manifest of an addon nobody asked for is left out."""
    found = []
    for name in manifests.names():
        try:
            node = manifests.get(name)
        except LoadError:
            continue
        if node and node.installable and node.auto_install is not None and not missing_externals(node):
            found.append(node)
    return found


# -- what lies outside -----------------------------------------------------------------------------


def missing_externals(node: Manifest) -> list[Problem]:
    """The Python packages and programs `external_dependencies` asks for and this machine lacks."""
    wanted = node["external_dependencies"]
    problems = []
    for package in wanted.get("python", ()):
        if not _has_python(package):
            problems.append(
                Problem(
                    f"'{node.technical_name}' needs the Python package '{package}'.",
                    node.file,
                    node.line("external_dependencies"),
                    f"Install it: pip install {package}",
                )
            )
    for program in wanted.get("bin", ()):
        if not shutil.which(program):
            problems.append(
                Problem(
                    f"'{node.technical_name}' needs the program '{program}'.",
                    node.file,
                    node.line("external_dependencies"),
                    "Install it with the system's package manager.",
                )
            )
    return problems


def _has_python(requirement: str) -> bool:
    """Whether a distribution or an importable module of that name is present (markers and versions ignored)."""
    name = requirement
    for separator in ";<>=!~[ ":
        name = name.split(separator)[0]
    try:
        importlib.metadata.distribution(name)
        return True
    except importlib.metadata.PackageNotFoundError:
        pass
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _missing(name: str, wanted_by: Manifest | None) -> Problem:
    near = difflib.get_close_matches(name, manifests.names(), 1, 0.7)
    hint = f"Did you mean '{near[0]}'?" if near else "Put its folder on the addons path (--addons-path)."
    gone = [folder for folder in config.addons_path if not Path(folder).is_dir()]
    if gone and not near:
        hint = f"On the addons path there is no folder {', '.join(map(str, gone))}: correct it."
    bare = next((root for root in manifests.addon_roots() if Path(root, name).is_dir()), None)
    if bare:
        hint = f"The folder {Path(bare, name)} has no {manifests.MANIFEST_FILE}."
    if wanted_by is None:
        return Problem(f"No addon is called '{name}'.", "", 0, hint)
    return Problem(
        f"'{wanted_by.technical_name}' depends on '{name}', which is not on the addons path.",
        wanted_by.file,
        wanted_by.dependency_line(name),
        hint,
    )


def _not_installable(node: Manifest, wanted_by: Manifest | None) -> Problem:
    message = f"'{node.technical_name}' is marked as not installable"
    if wanted_by:
        message += f", but '{wanted_by.technical_name}' depends on it"
    return Problem(
        message + ".", node.file, node.line("installable"), "Remove 'installable': False, or the dependency."
    )
