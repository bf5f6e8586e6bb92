"""The front door for addons: ``from core import api, fields, models, _, Command, tools, workflow``.

Everything loads on first use; ``import core`` itself only installs the import alias ``odoo`` (see ``core.compat``).
"""

from __future__ import annotations

import importlib
from typing import Any

#: Id of the technical user who may do everything.
SUPERUSER_ID = 1

_MODULES = {
    "api": "core.orm.api",
    "fields": "core.orm.fields",
    "models": "core.orm.models",
    "osv": "core.compat.osv",
    "sql_db": "core.compat.sql_db",
    "service": "core.compat.service",
    "tests": "core.testing",
    "addons": "odoo.addons",
}
_NAMES = {
    "Command": ("core.orm.commands", "Command"),
    "_": ("core.i18n", "_"),
    "_lt": ("core.i18n", "_lt"),
}


def registry(database_name: str | None = None) -> Any:
    """The registry of a database; without a name, of the current thread's."""
    if database_name is None:
        import threading

        database_name = threading.current_thread().dbname  # type: ignore[attr-defined]
    importlib.import_module("core.modules")  # registries load their addons through it
    return importlib.import_module("core.orm.registry").Registry.get(database_name)


def __getattr__(name: str) -> Any:
    if name in _NAMES:
        module, attribute = _NAMES[name]
        value = getattr(importlib.import_module(module), attribute)
    elif name == "evented":
        value = False
    elif name.startswith("__"):
        raise AttributeError(name)
    else:
        target = _MODULES.get(name, f"core.{name}")
        try:
            value = importlib.import_module(target)
        except ModuleNotFoundError as error:
            if error.name != target:
                raise
            raise AttributeError(f"module 'core' has no attribute {name!r}") from None
    globals()[name] = value
    return value


importlib.import_module("core.compat").install()
