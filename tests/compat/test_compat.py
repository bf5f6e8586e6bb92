"""`odoo.…` is our `core.…`: the same objects, under the names existing addons import."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import core
from core.base.config import config


def test_the_same_objects() -> None:
    import odoo
    import odoo.exceptions
    import odoo.tools.float_utils
    from odoo import _, api, fields, models
    from odoo.exceptions import UserError

    assert odoo is core
    assert odoo.exceptions is core.exceptions
    assert UserError is core.exceptions.UserError
    assert (api, fields, models, _) == (core.api, core.fields, core.models, core._)
    assert odoo.tools.float_utils is importlib.import_module("core.tools.float_utils")


@pytest.mark.parametrize(
    "name",
    ["odoo.api", "odoo.fields", "odoo.models", "odoo.exceptions", "odoo.http", "odoo.tools", "odoo.tools.safe_eval", "odoo.tools.misc", "odoo.tools.sql",
     "odoo.tools.date_utils", "odoo.tools.float_utils", "odoo.tools.translate", "odoo.tools.convert", "odoo.tools.config", "odoo.tools.mail", "odoo.tools.image",
     "odoo.tools.query", "odoo.osv", "odoo.osv.expression", "odoo.tests", "odoo.tests.common", "odoo.tests.form", "odoo.modules", "odoo.modules.module",
     "odoo.modules.registry", "odoo.sql_db", "odoo.release", "odoo.service", "odoo.addons", "odoo.cli", "core.tests", "core.models"],
)  # fmt: skip
def test_names_addons_import(name: str) -> None:
    module = importlib.import_module(name)
    assert importlib.import_module(name) is module
    assert module.__spec__ is not None


@pytest.mark.parametrize(
    ("module", "names"),
    [
        ("odoo", "SUPERUSER_ID registry release Command _ _lt"),
        ("odoo.models", "Model AbstractModel TransientModel BaseModel MetaModel"),
        ("odoo.modules.registry", "Registry"),
        ("odoo.modules.module", "get_module_path get_resource_path get_manifest"),
        ("odoo.osv.expression", "AND OR normalize_domain expression FALSE_DOMAIN TRUE_DOMAIN NEGATIVE_TERM_OPERATORS"),
        ("odoo.tests", "TransactionCase Form tagged new_test_user"),
        ("odoo.tests.common", "TransactionCase Form tagged"),
        ("odoo.http", "Controller request route"),
        ("odoo.tools.safe_eval", "safe_eval datetime dateutil time json wrap_module test_python_expr"),
        ("odoo.tools.convert", "convert_file"),
        ("odoo.sql_db", "Cursor db_connect"),
        ("odoo.release", "version series"),
    ],
)
def test_names_inside_them(module: str, names: str) -> None:
    found = importlib.import_module(module)
    assert [name for name in names.split() if not hasattr(found, name)] == []


def test_names_shared_with_their_file_stay_what_they_are() -> None:
    for name in ("odoo.tools.config", "odoo.tools.parse_version"):
        importlib.import_module(name)
    from odoo import tools

    assert tools.config["db_name"] is not None
    assert callable(tools.parse_version)


def test_names_that_do_not_exist() -> None:
    with pytest.raises(ImportError):
        importlib.import_module("odoo.nonsense")
    with pytest.raises(ImportError):
        importlib.import_module("odoo.addons.nonsense")


def test_addons_have_one_module_object(tmp_path: pytest.TempPathFactory) -> None:
    addon = tmp_path / "tst_addon"  # type: ignore[operator]
    addon.mkdir()
    (addon / "__init__.py").write_text("VALUE = object()\n")
    (addon / "__manifest__.py").write_text("{'name': 'x'}\n")
    config["addons_path"] = [str(tmp_path)]
    try:
        import odoo.addons

        assert str(tmp_path) in odoo.addons.__path__
        core_name = importlib.import_module("core.addons.tst_addon")
        odoo_name = importlib.import_module("odoo.addons.tst_addon")
        assert core_name is odoo_name
        assert core_name.__name__ == "odoo.addons.tst_addon"
    finally:
        del config["addons_path"]
        for name in ("core.addons.tst_addon", "odoo.addons.tst_addon"):
            sys.modules.pop(name, None)


def test_the_front_door_is_light() -> None:
    """Importing core must not import what only some processes need."""
    heavy = "sqlalchemy babel lxml werkzeug jinja2 weasyprint rich PIL procrastinate"
    script = f"import sys, core; print([name for name in {heavy.split()!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


class TestDomains:
    """`odoo.osv.expression` works on lists."""

    def test_joining(self) -> None:
        from odoo.osv import expression

        a, b, c = ("a", "=", 1), ("b", "=", 2), ("c", "=", 3)
        assert expression.AND([[a], [b, c]]) == ["&", a, "&", b, c]
        assert expression.OR([[a], [b, c]]) == ["|", a, "&", b, c]
        assert expression.AND([]) == expression.TRUE_DOMAIN
        assert expression.OR([]) == expression.FALSE_DOMAIN
        assert expression.AND([[], [a]]) == [a]
        assert expression.OR([[], [a]]) == expression.TRUE_DOMAIN
        assert expression.AND([[a], expression.FALSE_DOMAIN]) == expression.FALSE_DOMAIN
        assert expression.OR([[a], expression.FALSE_DOMAIN]) == [a]

    def test_normalising(self) -> None:
        from odoo.osv import expression

        a, b, c = ("a", "=", 1), ("b", "=", 2), ("c", "=", 3)
        assert expression.normalize_domain([a, b, c]) in (["&", a, "&", b, c], ["&", "&", a, b, c])
        assert expression.normalize_domain([]) == [(1, "=", 1)]
        with pytest.raises(ValueError, match="incomplete"):
            expression.normalize_domain(["|", a])
        assert expression.distribute_not(["!", "|", a, b]) == ["&", ("a", "!=", 1), ("b", "!=", 2)]
        assert expression.is_leaf(a) and not expression.is_leaf("&")


def test_an_addon_may_answer_to_a_second_name(tmp_path: pytest.TempPathFactory) -> None:
    from core.modules import manifest

    addon = tmp_path / "tst_till"  # type: ignore[operator]
    (addon / "models").mkdir(parents=True)
    (addon / "__init__.py").write_text("from . import models\n")
    (addon / "models" / "__init__.py").write_text("from . import session\n")
    (addon / "models" / "session.py").write_text("VALUE = object()\n")
    (addon / "__manifest__.py").write_text("{'name': 'x', 'alias': 'tst_point_of_sale'}\n")
    config["addons_path"] = [str(tmp_path)]
    manifest.rescan()
    try:
        alias = importlib.import_module("odoo.addons.tst_point_of_sale.models.session")
        assert alias is importlib.import_module("odoo.addons.tst_till.models.session")
        assert alias is importlib.import_module("core.addons.tst_till.models.session")
        assert alias.__name__ == "odoo.addons.tst_till.models.session"
    finally:
        del config["addons_path"]
        manifest.rescan()
        for name in [name for name in sys.modules if "tst_till" in name or "tst_point" in name]:
            del sys.modules[name]
