"""The import alias: ``import odoo`` is ``core``, and every ``odoo.…`` name is one of our modules.

The alias gives the *same module objects*, so that ``odoo.exceptions.UserError is core.exceptions.UserError``.
Addons are real under ``odoo.addons.<name>`` (the name their loggers and patches expect) and found on the addons
path; ``core.addons.<name>`` is the alias there.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

#: Names whose home differs from "the same name under core".
ALIASES: dict[str, str] = {
    "core.api": "core.orm.api",
    "core.fields": "core.orm.fields",
    "core.models": "core.orm.models",
    "core.modules.db": "core.compat.modules",
    "core.modules.module": "core.compat.modules",
    "core.modules.registry": "core.orm.registry",
    "core.osv": "core.compat.osv",
    "core.osv.expression": "core.compat.expression",
    "core.service": "core.compat.service",
    "core.service.db": "core.compat.service",
    "core.service.model": "core.compat.service",
    "core.service.server": "core.compat.server",
    "core.sql_db": "core.compat.sql_db",
    "core.tests": "core.testing",
    "core.tools.convert": "core.compat.convert",
    "core.tools.query": "core.orm.query",
}
_ADDONS = "odoo.addons"


class AddonsPath(list[str]):
    """``odoo.addons.__path__``: what was appended, then the folders of the configuration as it is now."""

    def __iter__(self) -> Iterator[str]:
        from core.base.config import config

        return iter(dict.fromkeys([*super().__iter__(), *config.addons_path]))

    def __len__(self) -> int:
        return sum(1 for _folder in self)

    def __getitem__(self, index: Any) -> Any:
        return list(self)[index]

    def __repr__(self) -> str:
        return f"AddonsPath({list(self)!r})"

    def __contains__(self, item: object) -> bool:
        return any(folder == item for folder in self)


class _AliasLoader(Loader):
    """Hands out an existing module under a second name."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.original: ModuleSpec | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(self.target)
        self.original = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self.original  # the import system has set the alias's


class _AddonsLoader(Loader):
    """Makes the namespace package ``odoo.addons``, and gives libraries the names addons still import."""

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        module.__path__ = AddonsPath()
        importlib.import_module("core.compat.werkzeug_urls").install()


class AliasFinder(MetaPathFinder):
    """Resolves ``odoo…`` and the aliased names under ``core``."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "odoo":
            return self._alias(fullname, "core")
        if fullname.startswith("odoo."):
            return self._odoo_spec(fullname)
        if fullname == "core.addons" or fullname.startswith("core.addons."):
            return self._alias(fullname, "odoo" + fullname[len("core") :])
        return self._alias(fullname, ALIASES[fullname]) if fullname in ALIASES else None

    def _odoo_spec(self, fullname: str) -> ModuleSpec | None:
        if fullname == _ADDONS:
            return ModuleSpec(fullname, _AddonsLoader(), is_package=True)
        if fullname.startswith(_ADDONS + "."):
            return self._addon_alias(fullname)
        name = "core" + fullname[len("odoo") :]
        home = ALIASES.get(name, name)
        if home.startswith("core.testing") or name.startswith("core.tests."):
            home = _testing_home(name)
        return self._alias(fullname, home) if _exists(home) else None

    def _addon_alias(self, fullname: str) -> ModuleSpec | None:
        """An addon that answers to a second technical name (its manifest's ``alias``)."""
        name, _dot, rest = fullname[len(_ADDONS) + 1 :].partition(".")
        if rest:
            addon = sys.modules.get(f"{_ADDONS}.{name}")
            if addon is None or addon.__name__ == f"{_ADDONS}.{name}":
                return None  # a file of a real addon: the import system finds it in the addon's folder
            return self._alias(fullname, f"{addon.__name__}.{rest}")
        if PathFinder.find_spec(f"{_ADDONS}.{name}", AddonsPath()) is not None:
            return None
        canonical = _canonical_addon(name)
        if canonical == name:
            return None
        return self._alias(fullname, f"{_ADDONS}.{canonical}")

    @staticmethod
    def _alias(fullname: str, home: str) -> ModuleSpec:
        return ModuleSpec(fullname, _AliasLoader(home), is_package=True)


def _testing_home(name: str) -> str:
    """``odoo.tests.form`` is our file of that name; ``odoo.tests.common``, where addons find all of it, the package."""
    rest = name[len("core.tests") :]
    if rest == ".common":
        return "core.testing"
    return f"core.testing{rest}" if rest and _exists(f"core.testing{rest}") else "core.testing"


def _exists(name: str) -> bool:
    if name in sys.modules:
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _canonical_addon(name: str) -> str:
    """The addon that ``name`` means; asks the manifests, so only when no folder has that name."""
    return str(importlib.import_module("core.modules.manifest").canonical(name))


_finder = AliasFinder()


def install() -> None:
    """Put the alias before all other finders; calling it again changes nothing."""
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)
        sys.modules.setdefault("odoo", sys.modules["core"])
