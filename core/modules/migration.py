"""Migration scripts: `migrations/<version>/{pre,post,end}-*.py`, each with `migrate(cr, version)`.

A version without the series (`1.2`) belongs to every series; `0.0.0` runs at each upgrade. `upgrades/` is read like
`migrations/`.
"""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.base.errors import LoadError, Problem
from core.modules.manifest import SERIES, Manifest, full_version, version_key

if TYPE_CHECKING:
    from core.db.cursor import Cursor

_logger = logging.getLogger(__name__)

STAGES = ("pre", "post", "end")


def scripts(manifest: Manifest, installed: str | None, stage: str) -> list[Path]:
    """The scripts of a stage that lie between the installed version and the manifest's, oldest version first."""
    found = []
    for folder in _version_folders(manifest.path):
        if _applies(folder.name, installed, manifest.version):
            key = version_key(full_version(folder.name)) if folder.name != "0.0.0" else ((10**6, ""),)
            found += [(key, script.name, script) for script in folder.glob(f"{stage}*.py")]
    return [script for _key, _name, script in sorted(found)]


def _version_folders(path: Path) -> Iterator[Path]:
    for name in ("migrations", "upgrades"):
        folder = path / name
        if folder.is_dir():
            yield from (entry for entry in folder.iterdir() if entry.is_dir() and entry.name[:1].isdigit())


def _applies(version: str, installed: str | None, current: str) -> bool:
    """installed < version ≤ current; a folder of another series counts by its own full number."""
    if version == "0.0.0":
        return True
    if not installed:
        return False
    parts = version.split(".")
    full = version if len(parts) > 3 and parts[1] == "0" and int(parts[0]) > 10 else f"{SERIES}.{version}"
    return version_key(full_version(installed)) < version_key(full) <= version_key(current)


def run(cr: Cursor, manifest: Manifest, installed: str | None, stage: str) -> None:
    """Run the scripts of a stage.

    :raises LoadError: a script without `migrate(cr, version)`, or one that failed, with its line
    """
    for script in scripts(manifest, installed, stage):
        _logger.info("%s: %s", manifest.technical_name, script.relative_to(manifest.path))
        _run_script(cr, script, installed)


def _run_script(cr: Cursor, script: Path, installed: str | None) -> None:
    spec = importlib.util.spec_from_file_location(
        f"migration_{script.parent.name}_{script.stem}".replace(".", "_"), script
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        migrate = module.migrate
    except AttributeError as error:
        raise LoadError(
            [Problem("A migration script defines migrate(cr, version).", str(script), 1)]
        ) from error
    except Exception as error:
        raise LoadError(
            [Problem(f"{type(error).__name__}: {error}", str(script), _line(error, script))]
        ) from error
    try:
        migrate(cr, installed)
        cr.flush()
    except Exception as error:
        message = f"The migration failed: {type(error).__name__}: {error}"
        raise LoadError([Problem(message, str(script), _line(error, script))]) from error


def _line(error: Exception, script: Path) -> int:
    """The deepest line of the script in the traceback."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(script):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
