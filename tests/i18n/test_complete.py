"""Vietnamese is complete: every text of the kernel and of every addon here has its translation."""

from __future__ import annotations

import re

import pytest

from core.base.config import ROOT
from core.i18n import po
from core.i18n.extract import extract
from core.modules import manifest

MODULES = ["core", *sorted(
    name for name in manifest.names()
    if (folder := manifest.find(name)) and folder.parent == ROOT / "addons" and (found := manifest.get(name)) and found.installable)]  # fmt: skip
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sdfgr]")


def test_every_addon_is_looked_at():
    assert {"core", "base", "web", "sale", "account", "stock", "base_import", "web_tour"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_every_text_is_translated(module):
    folder = ROOT / "core" if module == "core" else ROOT / "addons" / module
    file = folder / "i18n" / "vi.po"
    known = {entry.source: entry.translation for entry in po.read(file)} if file.exists() else {}
    missing = [f"{entry.source!r} ({entry.places[0]})" for entry in extract(folder, module) if not known.get(entry.source)]
    assert not missing, f"{len(missing)} texts: " + "\n".join(missing[:40])


@pytest.mark.parametrize("module", MODULES)
def test_translations_keep_their_placeholders(module):
    file = (ROOT / "core" if module == "core" else ROOT / "addons" / module) / "i18n" / "vi.po"
    entries = po.read(file) if file.exists() else []
    wrong = [
        entry.source for entry in entries
        if entry.translation and sorted(PLACEHOLDER.findall(entry.source)) != sorted(PLACEHOLDER.findall(entry.translation))]
    assert not wrong
