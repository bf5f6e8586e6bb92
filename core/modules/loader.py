"""Loading addons into a registry, and installing or upgrading them in the database of its cursor.

Installing costs one composition of the models and one schema sync per *batch* of addons, not per addon. A batch
ends where an addon must see the database before its own tables exist (`pre_init_hook`, a `pre` migration). Data
files are then loaded addon by addon, in load order. With `careful=True` every addon is a batch of its own: exactly
what an addon sees when it is installed alone.

Nothing is committed here: the caller owns the transaction, and a failure leaves the database as it was.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg2

from core.base.errors import ConcurrencyError, LoadError, Problem
from core.data import checks, source, translations, xmlids
from core.data.convert import convert_file
from core.modules import graph as graphs
from core.modules import manifest as manifests
from core.modules import migration, ownership, python_source
from core.modules.manifest import Manifest

if TYPE_CHECKING:
    from core.db.cursor import Cursor
    from core.orm.environment import Environment
    from core.orm.registry import Registry

_logger = logging.getLogger(__name__)

Progress = Callable[[int, int, str], None]
AfterModule = Callable[["Environment", str], None]

INSTALLED_STATES = ("installed", "to upgrade", "to remove")


@dataclass
class Known:
    """What the database says about an addon."""

    state: str
    version: str | None
    demo: bool


@dataclass
class Plan:
    """What a run will do; `order` is the load order of everything concerned."""

    order: list[str] = field(default_factory=list)
    install: set[str] = field(default_factory=set)
    upgrade: set[str] = field(default_factory=set)

    @property
    def changes(self) -> set[str]:
        return self.install | self.upgrade

    def steps(self) -> list[tuple[str, str]]:
        """(action, addon) in load order, for display before anything is done."""
        return [
            ("install" if name in self.install else "upgrade", name)
            for name in self.order
            if name in self.changes
        ]


def read_known(cr: Cursor) -> dict[str, Known]:
    """State of every addon the database knows; empty for a fresh database."""
    cr.run("SELECT to_regclass('ir_module_module') IS NOT NULL")
    if not cr.fetchone()[0]:
        return {}
    cr.run("SELECT name, state, latest_version, coalesce(demo, false) FROM ir_module_module")
    return {name: Known(state, version, demo) for name, state, version, demo in cr.fetchall()}


def make_plan(known: dict[str, Known], install: Iterable[str] = (), upgrade: Iterable[str] = ()) -> Plan:
    """What must be installed and upgraded so that `install` and `upgrade`, and what was marked before, are done.

    :raises LoadError: missing, cyclic and broken addons, all of them at once
    """
    installed = {name for name, entry in known.items() if entry.state in INSTALLED_STATES}
    wanted = {manifests.canonical(name) for name in install}
    wanted |= {name for name, entry in known.items() if entry.state == "to install"}
    to_upgrade = {manifests.canonical(name) for name in upgrade}
    to_upgrade |= {name for name, entry in known.items() if entry.state == "to upgrade"}
    if "all" in to_upgrade:
        to_upgrade = (to_upgrade - {"all"}) | {"base"}
    _refuse_unknown(to_upgrade - installed)
    if wanted <= installed and not to_upgrade and installed:
        return Plan(order=_installed_order(installed))
    wanted |= installed | {"base"}
    order = graphs.with_bridges(wanted)
    nodes = graphs.Graph(order)
    upgrades = (to_upgrade | nodes.dependants(to_upgrade)) & installed
    plan = Plan(order, set(order) - installed, upgrades)
    _refuse_missing_externals(plan, nodes)
    return plan


def _refuse_unknown(names: Collection[str]) -> None:
    if names:
        raise LoadError(
            [
                Problem(f"'{name}' is not installed, so it cannot be upgraded.", hint="Install it with -i.")
                for name in sorted(names)
            ]
        )


def _refuse_missing_externals(plan: Plan, nodes: graphs.Graph) -> None:
    problems = [
        problem
        for name in plan.order
        if name in plan.install
        for problem in graphs.missing_externals(nodes.nodes[name])
    ]
    if problems:
        raise LoadError(problems)


def _installed_order(installed: set[str]) -> list[str]:
    """Load order of what is installed; an addon gone from disk is left out, with those that need it, loudly."""
    found = graphs.Graph(installed)
    for problem in found.problems:
        _logger.error("Installed addon not loaded: %s", problem)
    return [name for name in found.order() if name in installed]


class Loading:
    """One run of the loader over one registry and cursor."""

    def __init__(
        self,
        registry: Registry,
        cr: Cursor,
        *,
        demo: bool = False,
        careful: bool = False,
        progress: Progress | None = None,
        after_module: AfterModule | None = None,
    ) -> None:
        self.registry = registry
        self.cr = cr
        self.demo = demo
        self.careful = careful
        self.progress = progress
        self.after_module = after_module
        self.known: dict[str, Known] = {}
        self.plan = Plan()
        self.nodes: dict[str, Manifest] = {}
        self.parsed = checks.Parsed()
        self.ids: xmlids.XmlIdMap | None = None
        self.in_data = False
        self._done = 0
        self._setup = False

    # -- the run -----------------------------------------------------------------------------------

    def run(self, install: Iterable[str] = (), upgrade: Iterable[str] = ()) -> Plan:
        """Load what is installed; install and upgrade what is asked for or marked. Returns what was done."""
        self._prepare()
        install = list(install)
        try:
            self.plan = make_plan(self.known, install, upgrade)
        except LoadError as error:
            raise LoadError(_sorted([*error.problems, *self._further_problems(install)])) from None
        self._read_manifests()
        if not self.plan.changes:
            self._load_unchanged()
            return self.plan
        self._check_files()
        for batch in self._batches():
            self._run_batch(batch)
        self._finish()
        return self.plan

    def run_installed(self) -> Plan:
        """Load what is installed and change nothing."""
        self._prepare()
        installed = {name for name, entry in self.known.items() if entry.state in INSTALLED_STATES}
        if not installed:
            raise LoadError(
                [
                    Problem(
                        f"The database '{self.cr.dbname}' holds no addons yet.",
                        hint="Install them with -i base,web.",
                    )
                ]
            )
        self.plan = Plan(_installed_order(installed))
        self._read_manifests()
        self._load_unchanged()
        return self.plan

    def _prepare(self) -> None:
        from core.orm.environment import Transaction

        xmlids.aliases.update(manifests.aliases())
        if self.cr.transaction is None or self.cr.transaction.registry is not self.registry:  # type: ignore[attr-defined]
            self.cr.transaction = Transaction(self.registry, self.cr)
        self.known = read_known(self.cr)

    def _read_manifests(self) -> None:
        self.nodes = {name: manifests.read(manifests.find(name)) for name in self.plan.order}  # type: ignore[arg-type]

    def _load_unchanged(self) -> None:
        self._load_classes(self.plan.order)
        self._setup_models()
        self._finish_registry()

    def env(self) -> Environment:
        """The superuser's environment, with the map of external ids at hand while data is loaded."""
        from core.orm.environment import Environment

        env = Environment(self.cr, 1, {}, True)
        self.registry = env.registry  # data files may bring custom models and fields
        if self.ids is not None and xmlids.attached(env) is None:
            self.ids.attach(env)
        return env

    def _report(self, text: str) -> None:
        if self.progress:
            self.progress(self._done, 2 * len(self.plan.changes) + 2, text)

    # -- checks before anything is changed ---------------------------------------------------------

    def _further_problems(self, install: Iterable[str]) -> list[Problem]:
        """What is wrong in the files of addons whose dependencies cannot be resolved, and of those beside them."""
        installed = {name for name, entry in self.known.items() if entry.state in INSTALLED_STATES}
        found = graphs.Graph({*install, *installed, "base"})
        broken = found.broken | {name for name, node in found.nodes.items() if graphs.missing_externals(node)}
        order = [*found.order(), *sorted(found.broken & found.nodes.keys())]
        self.plan = Plan(order, set(order) - installed)
        self._read_manifests()
        try:
            self._check_files(broken)
        except LoadError as error:
            return error.problems
        return []

    def _check_files(self, unresolved: Collection[str] = ()) -> None:
        """Syntax, XML, external ids, view inheritance; and, as far as the sound addons go, names in their data.

        :param unresolved: addons that cannot be imported anyway; only their own files are read
        """
        self._report("checking")
        changed = [name for name in self.plan.order if name in self.plan.changes]
        problems: list[Problem] = []
        self.broken: set[str] = set(unresolved)
        for name in changed:
            found = python_source.syntax_problems(self.nodes[name])
            if found:
                self.broken.add(name)
                problems += found
        self.parsed = checks.parse_files(self._module_files(self.plan.order))
        problems += [problem for problem in self.parsed.problems if self._is_about(problem, changed)]
        problems += checks.check_ids(self.parsed, changed)
        resolved = [name for name in changed if name not in unresolved]
        problems += checks.check_views(self.parsed, resolved, self._known_views())
        problems += self._import_problems(changed)
        if problems:
            problems += self._name_problems(changed)
            raise LoadError(_sorted(problems))
        for name in changed:
            if self.nodes[name]["assets"]:
                _logger.warning("%s: what it brings for the browser (assets) is left out; its server side works.", name)

    def _known_views(self) -> set[str]:
        """External ids of the views in the database."""
        if not self.known:
            return set()
        self.cr.run("SELECT module || '.' || name FROM ir_model_data WHERE model = 'ir.ui.view'")
        return {xml_id for (xml_id,) in self.cr.fetchall()}

    def _module_files(self, names: Iterable[str]) -> Iterator[checks.ModuleFiles]:
        for name in names:
            node = self.nodes[name]
            lines = [node.line("data", index) for index in range(len(node["data"]))]
            with_demo = name in self.plan.changes and self._with_demo(name)
            yield checks.ModuleFiles(
                name, node.path, node.file, node.data, node.demo if with_demo else (), lines
            )

    def _is_about(self, problem: Problem, names: Iterable[str]) -> bool:
        return any(problem.file and problem.file.startswith(str(self.nodes[name].path)) for name in names)

    def _import_problems(self, changed: Sequence[str]) -> list[Problem]:
        """Import every addon whose dependencies could be imported."""
        problems = []
        for name in self.plan.order:
            if name in self.broken or self.broken.intersection(self.nodes[name].depends):
                self.broken.add(name)
                continue
            try:
                python_source.load_package(self.nodes[name])
                for key in ("pre_init_hook", "post_init_hook", "uninstall_hook") if name in changed else ():
                    python_source.hook(self.nodes[name], key)
            except LoadError as error:
                self.broken.add(name)
                problems += error.problems
        return problems

    def _name_problems(self, changed: Sequence[str]) -> list[Problem]:
        """Unknown names in the data of sound addons, found with a throw-away registry; best effort."""
        sound = [name for name in self.plan.order if name not in self.broken]
        if "base" not in sound:
            return []
        try:
            scratch = type(self.registry)(self.registry.db_name)
            for name in sound:
                scratch.load_module(name)
            scratch.setup_models()
        except Exception as error:
            _logger.debug("no registry for the name checks: %s", error)
            return []
        return checks.check_names(scratch, self.parsed, [name for name in changed if name in sound])

    # -- batches -----------------------------------------------------------------------------------

    def _batches(self) -> list[list[str]]:
        """The load order, cut before each addon that must see the database without its own tables.

        `base` is a batch of its own in a new database: it makes the first company and users with plain SQL, which
        knows nothing of the columns other addons add.
        """
        batches: list[list[str]] = [[]]
        for name in self.plan.order:
            if batches[-1] and (self._begins_batch(name) or batches[-1] == ["base"] and "base" in self.plan.install):
                batches.append([])
            batches[-1].append(name)
        return batches

    def _begins_batch(self, name: str) -> bool:
        if name not in self.plan.changes:
            return False
        if self.careful:
            return True
        if name in self.plan.install:
            return bool(self.nodes[name]["pre_init_hook"])
        return bool(migration.scripts(self.nodes[name], self.known[name].version, "pre"))

    def _run_batch(self, batch: Sequence[str]) -> None:
        changed = [name for name in batch if name in self.plan.changes]
        if changed and self._begins_batch(changed[0]):
            self._before_schema(changed[0])
        self._renew_environment()
        self._load_classes(batch)
        self._setup_models()
        if not changed:
            return
        problems = checks.check_names(self.registry, self.parsed, changed)
        if problems:
            raise LoadError(_sorted(problems))
        self.in_data = True
        self._sync_schema(batch, changed)
        self._register_modules()
        self._reflect(changed)
        for name in changed:
            self._load_data(name)
        self.in_data = False

    def _before_schema(self, name: str) -> None:
        """`pre_init_hook` of a new addon, `pre` migrations of an upgraded one."""
        node = self.nodes[name]
        if name in self.plan.upgrade:
            migration.run(self.cr, node, self.known[name].version, "pre")
            return
        function = python_source.hook(node, "pre_init_hook")
        if function is not None:
            self._call_hook(function, node, "pre_init_hook")

    def _call_hook(self, function: Any, node: Manifest, key: str) -> None:
        """Call a hook with the environment; what it raises is reported with the manifest's line."""
        try:
            function(self.env())
            self.env().flush_all()
        except (LoadError, ConcurrencyError, psycopg2.OperationalError):
            raise
        except Exception as error:
            _logger.debug("%s of %s", key, node.technical_name, exc_info=True)
            message = f"The {key} of '{node.technical_name}' failed: {type(error).__name__}: {error}"
            raise LoadError([Problem(message, node.file, node.line(key))]) from error

    def _renew_environment(self) -> None:
        """Forget what the models of the previous batch cached: their classes are about to be composed anew."""
        transaction = self.cr.transaction
        if transaction is not None:
            transaction.flush()
            transaction.clear()

    def _load_classes(self, names: Iterable[str]) -> None:
        for name in names:
            python_source.load_package(self.nodes[name])
            self.registry.load_module(name)

    def _setup_models(self) -> None:
        self.registry.setup_models(self.cr)
        self._setup = True

    def _sync_schema(self, batch: Sequence[str], changed: Sequence[str]) -> None:
        """Tables and columns of all models the changed addons touch, in one plan."""
        self._report(f"tables of {changed[0]}" + (f" … {changed[-1]}" if len(changed) > 1 else ""))
        names = self._touched_models(changed)
        install = any(name in self.plan.install for name in changed)
        self.registry.init_models(
            self.cr, names, {"module": changed[-1], "update_custom_fields": True, "install": install}
        )
        self._done += len(changed)

    def _touched_models(self, modules: Collection[str]) -> list[str]:
        return ownership.touched_models(self.registry, modules)

    def _register_modules(self) -> None:
        """After the first schema sync: the list of addons, and the map of external ids."""
        if self.ids is None:
            self.env()
            self.ids = xmlids.XmlIdMap.read(self.cr)
            self.env()["ir.module.module"]._sync_list()

    def _reflect(self, changed: Sequence[str]) -> None:
        """Rows of ir.model, ir.model.fields … and their external ids for what the addons bring."""
        declared = ownership.declared(self.registry, changed)
        self.env()["ir.model"]._reflect_modules(declared, self._touched_models(changed))

    # -- data of one addon -------------------------------------------------------------------------

    def _load_data(self, name: str) -> None:
        node = self.nodes[name]
        self._report(name)
        started = time.perf_counter()
        mode = "init" if name in self.plan.install else "update"
        for file in node.data:
            convert_file(self.env(), name, node.path / file, mode=mode)
        demo = self._with_demo(name)
        for file in node.demo if demo else ():
            convert_file(self.env(), name, node.path / file, mode=mode, noupdate=True)
        if name in self.plan.upgrade:
            migration.run(self.cr, node, self.known[name].version, "post")
        translations.load_module(self.env(), name, node.path)
        if name in self.plan.install:
            function = python_source.hook(node, "post_init_hook")
            if function is not None:
                self._call_hook(function, node, "post_init_hook")
        self._mark_installed(name, node, demo)
        self._done += 1
        _logger.info("module %s loaded in %.2f s", name, time.perf_counter() - started)
        if self.after_module:
            self.after_module(self.env(), name)

    def _with_demo(self, name: str) -> bool:
        if name in self.plan.upgrade:
            return self.known[name].demo
        return self.demo

    def _mark_installed(self, name: str, node: Manifest, demo: bool) -> None:
        self.env().flush_all()
        self.cr.run(
            "UPDATE ir_module_module SET state = 'installed', latest_version = %s, demo = %s WHERE name = %s",
            [node.version, demo, name],
        )
        self.env()["ir.module.module"].invalidate_model(["state", "latest_version", "demo"])

    # -- the end -----------------------------------------------------------------------------------

    def _finish(self) -> None:
        self._report("finishing")
        for name in self.plan.order:
            if name in self.plan.upgrade:
                migration.run(self.cr, self.nodes[name], self.known[name].version, "end")
        self._remove_orphans()
        self.env().flush_all()
        self._check_constraints()
        xmlids.XmlIdMap.detach(self.env())
        source.forget()
        self._finish_registry()
        self._done = 2 * len(self.plan.changes) + 2
        self._report("done")

    def _remove_orphans(self) -> None:
        """Records an upgraded addon no longer ships, newest first; those marked `noupdate` stay."""
        if not self.plan.upgrade or self.ids is None:
            return
        self.env()["ir.model.data"]._process_end(sorted(self.plan.upgrade), self.ids.loaded)

    def _check_constraints(self) -> None:
        """Constraints that waited for data (required columns of tables that already had rows)."""
        finish = getattr(self.registry, "finalize_constraints", None)
        if finish is not None:
            finish(self.cr)

    def _finish_registry(self) -> None:
        self.registry.ready = True
        env = self.env()
        for model_name in self.registry.models:
            env[model_name]._register_hook()


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.file or "", problem.line or 0))


def load(
    registry: Registry,
    cr: Cursor,
    install: Iterable[str] = (),
    upgrade: Iterable[str] = (),
    demo: bool = False,
    progress: Progress | None = None,
    *,
    careful: bool = False,
    after_module: AfterModule | None = None,
) -> Plan:
    """Load the addons of the database into `registry`; install and upgrade as asked, in the transaction of `cr`.

    :param demo: load demonstration data of the addons being installed
    :param progress: called as progress(done, total, text)
    :param after_module: called as after_module(env, name) when an addon's data is in
    :raises LoadError: all mistakes found before anything is changed, or the one that stopped the loading
    """
    loading = Loading(registry, cr, demo=demo, careful=careful, progress=progress, after_module=after_module)
    return loading.run(install, upgrade)
