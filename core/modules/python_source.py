"""The Python package of an addon: syntax checked before anything runs, then imported as `odoo.addons.<name>`."""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import logging
import py_compile
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from core.base.errors import LoadError, Problem
from core.modules.manifest import Manifest

_logger = logging.getLogger(__name__)

_SKIPPED_FOLDERS = frozenset(["tests", "static", "node_modules", "migrations", "upgrades", "__pycache__"])


def syntax_problems(manifest: Manifest) -> list[Problem]:
    """Syntax errors in the addon's Python files; files with a current byte code are known to be fine."""
    problems = []
    for file in _python_files(manifest.path):
        if not _has_current_bytecode(file):
            problem = _compile(file)
            if problem:
                problems.append(problem)
    return problems


def _python_files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if entry.name not in _SKIPPED_FOLDERS and not entry.name.startswith("."):
                yield from _python_files(entry)
        elif entry.suffix == ".py" and entry.name != "__manifest__.py":
            yield entry


def _has_current_bytecode(file: Path) -> bool:
    """Whether the cached byte code was made from this very file (its header holds time and size of the source)."""
    cached = Path(importlib.util.cache_from_source(str(file)))
    try:
        with cached.open("rb") as stream:
            header = stream.read(16)
    except OSError:
        return False
    stat = file.stat()
    expected = (int(stat.st_mtime) & 0xFFFFFFFF).to_bytes(4, "little") + (stat.st_size & 0xFFFFFFFF).to_bytes(
        4, "little"
    )
    return (
        header[:4] == importlib.util.MAGIC_NUMBER and header[4:8] == b"\0\0\0\0" and header[8:16] == expected
    )


def _compile(file: Path) -> Problem | None:
    """Compile a file; the byte code is kept for the import that follows, where the folder is writable."""
    try:
        py_compile.compile(str(file), doraise=True, quiet=2)
    except py_compile.PyCompileError as error:
        cause = error.exc_value
        line = getattr(cause, "lineno", None) or 1
        return Problem(f"Syntax error: {getattr(cause, 'msg', cause)}.", str(file), line)
    except OSError:
        return _parse(file)
    return None


def _parse(file: Path) -> Problem | None:
    import ast

    try:
        ast.parse(file.read_bytes(), str(file))
    except (SyntaxError, ValueError) as error:
        return Problem(
            f"Syntax error: {getattr(error, 'msg', error)}.", str(file), getattr(error, "lineno", None) or 1
        )
    return None


def load_package(manifest: Manifest) -> ModuleType | None:
    """Import the addon's package; an addon without `__init__.py` has none.

    :raises LoadError: what went wrong, with the line of the addon's own file that caused it
    """
    name = f"odoo.addons.{manifest.technical_name}"
    if name in sys.modules:
        return sys.modules[name]
    if not (manifest.path / "__init__.py").is_file():
        return None
    _ensure_on_path(manifest)
    try:
        package = importlib.import_module(name)
    except Exception as error:
        _forget_half_imported(name)
        raise LoadError([_import_problem(manifest, error)]) from error
    if manifest["post_load"]:
        getattr(package, manifest["post_load"])()
    return package


def _ensure_on_path(manifest: Manifest) -> None:
    """`odoo.addons` looks into the folder that holds the addon."""
    import odoo.addons

    root = str(manifest.path.parent)
    if root not in odoo.addons.__path__:
        odoo.addons.__path__.append(root)


def _forget_half_imported(name: str) -> None:
    """A package whose import failed is imported anew next time, together with its modules."""
    for loaded in [module for module in sys.modules if module == name or module.startswith(name + ".")]:
        del sys.modules[loaded]


def _import_problem(manifest: Manifest, error: Exception) -> Problem:
    """The error, at the deepest line inside the addon."""
    if isinstance(error, SyntaxError) and error.filename:
        return Problem(f"Syntax error: {error.msg}.", error.filename, error.lineno or 1)
    file, line = str(manifest.path / "__init__.py"), 1
    for frame in traceback.extract_tb(error.__traceback__):
        if Path(frame.filename).is_relative_to(manifest.path):
            file, line = frame.filename, frame.lineno or 1
    return Problem(
        f"The addon '{manifest.technical_name}' cannot be imported: {type(error).__name__}: {error}",
        file,
        line,
        _meant(error),
    )


def _meant(error: Exception) -> str | None:
    """The nearest name to one a module or class does not have."""
    if isinstance(error, AttributeError) and error.name:
        near = difflib.get_close_matches(error.name, dir(error.obj), 1)
        return f"Did you mean '{near[0]}'?" if near else None
    return None


def hook(manifest: Manifest, key: str) -> object | None:
    """The function the manifest names under `key` (`post_init_hook` …), None when it names none.

    :raises LoadError: when the package has no such function
    """
    name = manifest[key]
    if not name:
        return None
    package = load_package(manifest)
    function = getattr(package, name, None)
    if not callable(function):
        hint = f"Define it in {manifest.path / '__init__.py'}, or import it there."
        raise LoadError(
            [Problem(f"There is no function '{name}' for '{key}'.", manifest.file, manifest.line(key), hint)]
        )
    return function
