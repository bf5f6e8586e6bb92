"""``odoo.modules.module``: where addons are and what their manifests say."""

from __future__ import annotations

import importlib
import os
from typing import Any

from core.modules import manifest
from core.tools.misc import file_path

MANIFEST_NAMES = (manifest.MANIFEST_FILE,)


def get_module_path(module: str, downloaded: bool = False, display_warning: bool = True) -> str | bool:
    """Folder of an addon; False when there is none."""
    path = manifest.find(module)
    return str(path) if path else False


def get_resource_path(module: str, *args: str) -> str | bool:
    """Path of a file of an addon; False when there is none."""
    try:
        return file_path(os.path.join(module, *args))
    except (FileNotFoundError, ValueError):
        return False


def get_resource_from_path(path: str) -> tuple[str, str, str] | None:
    """``(addon, relative path, relative path)`` of a file inside an addon."""
    for root in manifest.addon_roots():
        if path.startswith(root + os.sep):
            module, _sep, rest = path[len(root) + 1 :].partition(os.sep)
            return module, rest, rest
    return None


def get_manifest(module: str, mod_path: str | None = None) -> dict[str, Any]:
    """The manifest's values; empty when there is no such addon."""
    found = manifest.get(module)
    return dict(found.values) if found else {}


load_information_from_description_file = get_manifest


def get_modules() -> list[str]:
    """Names of all addons on the addons path."""
    return manifest.names()


def get_modules_with_version() -> dict[str, str]:
    return {name: found.version for name in manifest.names() if (found := manifest.get(name))}


def load_openerp_module(module_name: str) -> None:
    """Import an addon's Python package."""
    importlib.import_module(f"odoo.addons.{module_name}")


def adapt_version(version: str) -> str:
    return manifest.full_version(version)


def module_manifest(path: str) -> str | None:
    file = os.path.join(path, manifest.MANIFEST_FILE)
    return file if os.path.isfile(file) else None


def get_module_icon(module: str) -> str:
    return f"/{module}/static/description/icon.png" if get_resource_path(module, "static", "description", "icon.png") else ""
