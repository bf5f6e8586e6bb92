"""``odoo-bin.py test``: run the tests of addons in a database and end with one summary line."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
import unittest
from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

import click

from core.base.config import config
from core.cli import _common
from core.cli._common import common_options, database_option

_SPEC = re.compile(
    r"(?P<minus>-)?(?P<plus>\+)?(?P<tag>[\w*]*)(?:/(?P<module>[\w/]+(?:\.py)?))?(?::(?P<cls>\w+))?(?:\.(?P<method>\w+))?(?:\[(?P<params>.*)\])?"
)


@click.command("test")
@common_options
@database_option
@click.option("-i", "--init", help="Install these addons first.")
@click.option("-u", "--update", help="Upgrade these addons first.")
@click.option("--test-tags", help="[-][tag][/addon][:class][.method], comma-separated.")
@click.option("--without-demo", is_flag=False, flag_value="all", default=None, help="Install without demonstration data.")
@click.argument("addons", nargs=-1)
def command(
    init: str | None, update: str | None, test_tags: str | None, without_demo: str | None, addons: tuple[str, ...]
) -> int:
    """Run the tests of ADDONS (default: all installed) in the database."""
    _common.set_up_logging("warn")
    name = _common.database_name()
    install = _common.split_names(init)
    registry = _common.open_registry(
        name, install, _common.split_names(update), demo=without_demo is None, create=bool(install)
    )
    modules = [module for argument in addons for module in _common.split_names(argument)]
    unknown = [module for module in modules if module not in registry.loaded_modules]
    if unknown:
        raise click.UsageError(f"Not installed in {name}: {', '.join(unknown)}. Install them first: -i {','.join(unknown)}")
    return 0 if run(name, modules or list(registry.loaded_modules), test_tags or config["test_tags"]) else 1


# Which tests


class TagSelector:
    """Decides by ``--test-tags`` which tests run.

    A spec is ``[-][tag][/addon][:class][.method]``; ``-`` excludes, ``*`` is any tag. Without an including spec,
    tests tagged 'standard' run; a spec without tag means 'standard' tests, or any test when it excludes.
    """

    def __init__(self, specs: str) -> None:
        self.include: list[tuple[str, str, str, str]] = []
        self.exclude: list[tuple[str, str, str, str]] = []
        for spec in filter(None, (part.strip() for part in re.split(r",(?![^\[]*\])", specs))):
            match = _SPEC.fullmatch(spec)
            if not match:
                raise click.UsageError(f"--test-tags: {spec!r} is not [-][tag][/addon][:class][.method]")
            tag = match["tag"] or ("" if match["minus"] else "standard")
            entry = ("" if tag == "*" else tag, match["module"] or "", match["cls"] or "", match["method"] or "")
            (self.exclude if match["minus"] else self.include).append(entry)
        if not self.include:
            self.include.append(("standard", "", "", ""))

    def selects(self, test: Any, module: str) -> bool:
        return any(self._is_about(test, module, spec) for spec in self.include) and not any(
            self._is_about(test, module, spec) for spec in self.exclude
        )

    @staticmethod
    def _is_about(test: Any, module: str, spec: tuple[str, str, str, str]) -> bool:
        tag, wanted_module, wanted_class, wanted_method = spec
        tags = getattr(test, "test_tags", None) or {"standard", "at_install"}
        if wanted_module.endswith(".py"):
            file = inspect.getsourcefile(type(test)) or ""
            in_module = file.endswith(wanted_module)
        else:
            in_module = not wanted_module or wanted_module == module
        return (
            (not tag or tag in tags or tag == module)
            and in_module
            and wanted_class in ("", type(test).__name__)
            and wanted_method in ("", getattr(test, "_testMethodName", ""))
        )


def test_modules(module: str) -> list[ModuleType]:
    """The test modules of an addon: those its ``tests`` package imports, or all when it imports none."""
    name = f"odoo.addons.{module}.tests"
    try:
        package = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name in (name, f"odoo.addons.{module}"):
            return []
        raise
    imported = [value for key, value in inspect.getmembers(package, inspect.ismodule) if key.startswith("test_")]
    if imported or not hasattr(package, "__path__"):
        return imported
    found = sorted(info.name for info in pkgutil.iter_modules(package.__path__) if info.name.startswith("test_"))
    return [importlib.import_module(f"{name}.{entry}") for entry in found]


def test_classes(module: str) -> Iterator[type[unittest.TestCase]]:
    """The test classes an addon defines."""
    for test_module in test_modules(module):
        for _name, value in inspect.getmembers(test_module, inspect.isclass):
            if issubclass(value, unittest.TestCase) and value.__module__ == test_module.__name__:
                yield value


def collect(modules: Iterable[str], specs: str = "") -> list[tuple[str, unittest.TestCase]]:
    """``(addon, test)`` of the selected tests: those for after the installation last."""
    selector = TagSelector(specs or "")
    loader = unittest.TestLoader()
    found: list[tuple[str, unittest.TestCase]] = []
    for module in modules:
        for cls in test_classes(module):
            for test in loader.loadTestsFromTestCase(cls):
                if isinstance(test, unittest.TestCase) and selector.selects(test, module):
                    found.append((module, test))
    return sorted(found, key=lambda entry: "post_install" in (getattr(entry[1], "test_tags", None) or ()))


# Running


class _Result(unittest.TextTestResult):
    """Prints nothing while tests pass, the traceback when one does not."""

    def __init__(self, stream: Any, descriptions: bool, verbosity: int) -> None:
        super().__init__(stream, descriptions, verbosity)
        self.passed = 0

    def addSuccess(self, test: unittest.TestCase) -> None:
        super().addSuccess(test)
        self.passed += 1

    def addError(self, test: unittest.TestCase, err: Any) -> None:
        super().addError(test, err)
        self._show("ERROR", test, self.errors[-1][1])

    def addFailure(self, test: unittest.TestCase, err: Any) -> None:
        super().addFailure(test, err)
        self._show("FAIL", test, self.failures[-1][1])

    def addSubTest(self, test: unittest.TestCase, subtest: unittest.TestCase, err: Any) -> None:
        super().addSubTest(test, subtest, err)
        if err is not None:
            shown = self.failures if issubclass(err[0], test.failureException) else self.errors
            self._show("FAIL", subtest, shown[-1][1])

    @staticmethod
    def _show(kind: str, test: unittest.TestCase, text: str) -> None:
        click.secho(f"\n{kind}: {test.id()}", fg="red", err=True)
        click.echo(text, err=True)


def run(dbname: str, modules: Sequence[str], specs: str = "") -> bool:
    """Run the selected tests of the addons; True when all passed."""
    config.set_options(db_name=dbname, test_enable=True)
    started = time.monotonic()
    selected = collect(modules, specs)
    suite = unittest.TestSuite(test for _module, test in selected)
    stream = unittest.runner._WritelnDecorator(_Silent())  # type: ignore[attr-defined]
    result = _Result(stream, descriptions=False, verbosity=0)
    result.failfast = False
    suite.run(result)
    _summarise(result, time.monotonic() - started)
    return result.wasSuccessful()


class _Silent:
    """The dots of unittest go nowhere."""

    def write(self, _text: str) -> None:
        pass

    def flush(self) -> None:
        pass


def _summarise(result: _Result, seconds: float) -> None:
    parts = [f"{result.passed} passed"]
    for name, count in (
        ("failed", len(result.failures)),
        ("with errors", len(result.errors)),
        ("skipped", len(result.skipped)),
    ):
        if count:
            parts.append(f"{count} {name}")
    colour = "green" if result.wasSuccessful() else "red"
    click.secho(f"{result.testsRun} tests in {seconds:.1f} s: {', '.join(parts)}", fg=colour, err=True)
