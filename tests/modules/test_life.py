"""The life of an addon: demo data, migrations, what it needs outside, its end; and addons with mistakes in them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from module_helpers import fingerprint, write_addon

from core.base.errors import LoadError
from core.db import connect
from core.modules import manifest, operations
from core.orm.environment import Environment
from core.orm.registry import Registry

MODEL = """
from odoo import fields, models


class Life(models.Model):
    _name = "test.life"
    _description = "Life"

    name = fields.Char(required=True)
    kind = fields.Char()
"""
RECORD = '<odoo><record id="{0}" model="test.life"><field name="name">{0}</field></record></odoo>'


def life(addons: Path, files: dict[str, str] | None = None, **values: Any) -> Path:
    values = {"data": ["data.xml"], **values}
    return write_addon(
        addons, "test_life", {"__init__.py": "from . import models\n", "models.py": MODEL, "data.xml": RECORD.format("one"), **(files or {})}, **values
    )


def ask(dbname: str, function: Any) -> Any:
    with connect(dbname).cursor() as cr:
        Registry.get(dbname).check_signaling()
        return function(Environment(cr, 1, {}))


def refusal(dbname: str, *names: str) -> str:
    before = fingerprint(dbname)
    with pytest.raises(LoadError) as refused:
        operations.install(dbname, names)
    assert fingerprint(dbname) == before
    return str(refused.value)


# demo data


def test_demo_data_comes_only_when_asked_for(dbname: str, addons: Path) -> None:
    life(addons, {"demo.xml": RECORD.format("demo")}, demo=["demo.xml"])
    operations.install(dbname, ["test_life"])
    assert ask(dbname, lambda env: env["test.life"].search([]).mapped("name")) == ["one"]


def test_demo_data_is_updated_with_its_addon_and_may_be_edited(dbname: str, addons: Path) -> None:
    life(addons, {"demo.xml": RECORD.format("demo")}, demo=["demo.xml"])
    operations.install(dbname, ["test_life"], demo=True)

    def edit(env: Any) -> None:
        env.ref("test_life.demo").name = "edited"
        env.cr.commit()

    ask(dbname, edit)
    life(addons, {"demo.xml": RECORD.format("demo").replace("</odoo>", RECORD.format("late")[6:])}, demo=["demo.xml"], version="1.1")
    operations.upgrade(dbname, ["test_life"])
    assert ask(dbname, lambda env: sorted(env["test.life"].search([]).mapped("name"))) == ["edited", "late", "one"]


# migrations


def test_migration_scripts_run_in_their_order(dbname: str, addons: Path) -> None:
    """By stage, then by version; `0.0.0` always, last of its stage; within a version by name; not for a new addon."""
    note = "def migrate(cr, version):\n    cr.execute(\"INSERT INTO test_life (name, kind) VALUES ('{0}', 'note')\")\n"
    scripts = {
        "migrations/1.1/post-b.py": "post 1.1 b", "migrations/1.1/post-a.py": "post 1.1 a", "migrations/18.0.1.10/post-x.py": "post 1.10",
        "migrations/18.0.1.2.0/post-x.py": "post 1.2", "migrations/0.0.0/post-always.py": "post always", "migrations/0.0.0/end-always.py": "end always",
        "upgrades/1.3/pre-x.py": "pre 1.3", "migrations/1.1/end-x.py": "end 1.1", "migrations/17.0.9.0/post-old.py": "post of an older series",
    }  # fmt: skip
    life(addons)
    operations.install(dbname, ["test_life"])
    files = {path: note.format(text) for path, text in scripts.items()}
    life(addons, files, version="18.0.1.10")
    operations.upgrade(dbname, ["test_life"])
    notes = lambda env: env["test.life"].search([("kind", "=", "note")], order="id").mapped("name")
    assert ask(dbname, notes) == [
        "pre 1.3", "post 1.1 a", "post 1.1 b", "post 1.2", "post 1.10", "post always", "end 1.1", "end always",
    ]  # fmt: skip
    operations.upgrade(dbname, ["test_life"])
    assert ask(dbname, notes)[8:] == ["post always", "end always"], "what was done is not done again"


def test_a_migration_script_must_define_migrate(dbname: str, addons: Path) -> None:
    life(addons)
    operations.install(dbname, ["test_life"])
    life(addons, {"migrations/1.1/pre-x.py": "x = 1\n"}, version="1.1")
    with pytest.raises(LoadError, match=r"pre-x\.py:1.*migrate\(cr, version\)"):
        operations.upgrade(dbname, ["test_life"])


def test_pre_migration_prepares_what_the_new_schema_needs(dbname: str, addons: Path) -> None:
    """The classical case: a column becomes required, or is renamed."""
    life(addons)
    operations.install(dbname, ["test_life"])
    changed = MODEL.replace("    kind = fields.Char()", "    sort = fields.Char(required=True)")
    script = "def migrate(cr, version):\n    cr.execute('ALTER TABLE test_life RENAME kind TO sort')\n    cr.execute(\"UPDATE test_life SET sort = 'old' WHERE sort IS NULL\")\n"
    life(addons, {"models.py": changed, "data.xml": RECORD.format("one").replace("</record>", '<field name="sort">s</field></record>'),
                  "migrations/1.1/pre-rename.py": script}, version="1.1")  # fmt: skip
    from module_helpers import forget_addons

    forget_addons(["test_life"])  # as after a restart of the server
    operations.upgrade(dbname, ["test_life"])
    with connect(dbname).cursor() as cr:
        cr.run("SELECT sort FROM test_life")
        assert cr.fetchall() == [("s",)]
        cr.run("SELECT is_nullable FROM information_schema.columns WHERE table_name = 'test_life' AND column_name = 'sort'")
        assert cr.fetchone() == ("NO",)


# what lies outside


def test_a_missing_program_is_told_with_the_remedy(dbname: str, addons: Path) -> None:
    life(addons, external_dependencies={"bin": ["no-such-program-here"], "python": ["no_such_package_here"]})
    text = refusal(dbname, "test_life")
    assert "no-such-program-here" in text and "pip install no_such_package_here" in text
    assert "test_life/__manifest__.py" in text


# gone from disk


def test_an_addon_gone_from_disk_tells_how_to_recover_and_can(dbname: str, addons: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = life(addons)
    operations.install(dbname, ["test_life"])
    shutil.move(folder, addons.parent / "aside")
    manifest.rescan()
    registry = Registry.new(dbname)
    assert "test.life" not in registry
    assert "test_life" in caplog.text and "addons path" in caplog.text
    shutil.move(addons.parent / "aside", folder)
    manifest.rescan()
    assert "test.life" in Registry.new(dbname)
    assert ask(dbname, lambda env: env.ref("test_life.one").name) == "one"


def test_an_addon_gone_from_disk_can_be_uninstalled(dbname: str, addons: Path) -> None:
    folder = life(addons)
    operations.install(dbname, ["test_life"])
    shutil.rmtree(folder)
    manifest.rescan()
    operations.uninstall(dbname, ["test_life"])
    assert ask(dbname, lambda env: env["ir.module.module"].search([("name", "=", "test_life")]).state) in (False, "uninstalled")
    assert ask(dbname, lambda env: env["res.partner"].search_count([])) > 0


# recursion


def test_a_circle_of_inherit_is_refused(dbname: str, addons: Path) -> None:
    write_addon(addons, "test_circle", {"__init__.py": """
from odoo import models


class A(models.Model):
    _name = "test.a"
    _inherit = "test.b"
    _description = "A"


class B(models.Model):
    _name = "test.b"
    _inherit = "test.a"
    _description = "B"
"""})  # fmt: skip
    text = refusal(dbname, "test_circle")
    assert "circle" in text and "test.a → test.b → test.a" in text and "test_circle/__init__.py:" in text


def test_a_circle_of_inherits_is_refused(dbname: str, addons: Path) -> None:
    write_addon(addons, "test_circle", {"__init__.py": """
from odoo import fields, models


class A(models.Model):
    _name = "test.a"
    _inherits = {"test.b": "b_id"}
    _description = "A"
    b_id = fields.Many2one("test.b", required=True, ondelete="cascade")


class B(models.Model):
    _name = "test.b"
    _inherits = {"test.a": "a_id"}
    _description = "B"
    a_id = fields.Many2one("test.a", required=True, ondelete="cascade")
"""})  # fmt: skip
    text = refusal(dbname, "test_circle")
    assert "_inherits goes in a circle" in text and "test_circle/__init__.py:" in text


def test_dependencies_on_oneself_are_refused(dbname: str, addons: Path) -> None:
    write_addon(addons, "test_self", depends=["base", "test_self"])
    assert "test_self → test_self" in refusal(dbname, "test_self")


# shadowing


SHADOW = """
from odoo import fields, models


class Life(models.Model):
    _inherit = "test.life"

    kind = fields.{0}
"""


@pytest.mark.parametrize("field", ["Integer()", "Many2one('res.partner')", "Date()", "Boolean()"])
def test_a_field_shadowed_with_another_type_is_refused_with_both_places(dbname: str, addons: Path, field: str) -> None:
    life(addons)
    write_addon(addons, "test_shadow", {"__init__.py": SHADOW.format(field)}, depends=["test_life"])
    text = refusal(dbname, "test_shadow")
    assert "test.life.kind" in text
    assert "test_shadow/__init__.py:" in text and "test_life/models.py:" in text


@pytest.mark.parametrize("field", ["Text()", "Selection([('a', 'A')])", "Html()", "Boolean(compute='_compute_kind')\n    def _compute_kind(self): self.kind = True"])
def test_a_field_may_be_shadowed_with_a_type_its_values_fit(dbname: str, addons: Path, field: str) -> None:
    life(addons)
    write_addon(addons, "test_shadow", {"__init__.py": SHADOW.format(field)}, depends=["test_life"])
    operations.install(dbname, ["test_shadow"])


# external ids


def test_two_addons_claiming_one_xml_id_for_two_models_are_refused(dbname: str, addons: Path) -> None:
    life(addons)
    data = '<odoo><record id="test_life.one" model="res.partner"><field name="name">Mine</field></record></odoo>'
    write_addon(addons, "test_claim", {"data.xml": data}, depends=["test_life"], data=["data.xml"])
    text = refusal(dbname, "test_claim")
    assert "test_life.one" in text and "test_claim/data.xml:1" in text and "test_life" in text


def test_an_addon_may_complete_a_record_of_another(dbname: str, addons: Path) -> None:
    life(addons)
    data = '<odoo><record id="test_life.one" model="test.life"><field name="kind">completed</field></record></odoo>'
    write_addon(addons, "test_claim", {"data.xml": data}, depends=["test_life"], data=["data.xml"])
    operations.install(dbname, ["test_claim"])
    assert ask(dbname, lambda env: env.ref("test_life.one").kind) == "completed"
    operations.uninstall(dbname, ["test_claim"])
    assert ask(dbname, lambda env: env.ref("test_life.one").name) == "one", "it belongs to the addon that made it"


# files


def test_entities_in_data_and_views_are_refused(dbname: str, addons: Path) -> None:
    data = '<!DOCTYPE odoo [<!ENTITY secret SYSTEM "file:///etc/passwd">]>\n' + RECORD.format("one").replace(">one<", ">&secret;<")
    life(addons, {"data.xml": data})
    assert "test_life/data.xml" in refusal(dbname, "test_life")


def test_a_manifest_that_is_no_literal_is_refused(dbname: str, addons: Path) -> None:
    folder = life(addons)
    (folder / "__manifest__.py").write_text("import os\n{'name': os.getcwd()}\n")
    manifest.rescan()
    assert "test_life/__manifest__.py" in refusal(dbname, "test_life")


def test_a_huge_data_file_is_loaded_in_few_statements(dbname: str, addons: Path) -> None:
    rows = "id,name,kind\n" + "".join(f"row_{number},Row {number},k\n" for number in range(5000))
    life(addons, {"test.life.csv": rows}, data=["data.xml", "test.life.csv"])
    operations.install(dbname, ["test_life"])
    assert ask(dbname, lambda env: env["test.life"].search_count([])) == 5001


def test_a_mistake_at_the_end_of_a_huge_file_undoes_all_of_it(dbname: str, addons: Path) -> None:
    rows = "id,name,kind\n" + "".join(f"row_{number},Row {number},k\n" for number in range(2000)) + "last,,k\n"
    life(addons, {"test.life.csv": rows}, data=["data.xml", "test.life.csv"])
    assert "test.life.csv:2002" in refusal(dbname, "test_life")
