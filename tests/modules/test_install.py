"""Installing, upgrading and uninstalling addons: in one transaction, with nothing half-done."""

from __future__ import annotations

import threading

import pytest
from module_helpers import fingerprint, write_addon

from core.base.errors import LoadError, UserError
from core.db import connect
from core.modules import operations
from core.orm.environment import Environment
from core.orm.registry import Registry

MODEL = """
from core import fields, models


class Thing(models.Model):
    _name = "test.thing"
    _description = "Thing"
    _sql_constraints = [("code_unique", "unique (code)", "A code names one thing.")]

    name = fields.Char(required=True, translate=True)
    code = fields.Char()
    size = fields.Selection([("s", "Small"), ("l", "Large")], default="s")


class Partner(models.Model):
    _inherit = "res.partner"

    thing_id = fields.Many2one("test.thing", string="Favourite thing")
    thing_note = fields.Char(required=True, default="none")
"""
DATA = """<odoo>
    <record id="thing_one" model="test.thing"><field name="name">One</field><field name="code">1</field></record>
    <record id="thing_two" model="test.thing"><field name="name">Two</field><field name="code">2</field></record>
    <data noupdate="1">
        <record id="thing_kept" model="test.thing"><field name="name">Kept</field><field name="code">k</field></record>
    </data>
</odoo>"""
FILES = {"__init__.py": "from . import models\n", "models.py": MODEL, "data.xml": DATA}


@pytest.fixture
def things(addons):
    return write_addon(addons, "test_things", FILES, data=["data.xml"])


def ask(dbname, function):
    """What `function(env)` says, in a transaction of its own."""
    Registry.get(dbname).check_signaling()
    with connect(dbname).cursor() as cr:
        return function(Environment(cr, 1, {}))


def state_of(dbname, name):
    return ask(dbname, lambda env: env["ir.module.module"]._get(name).state)


def test_an_installed_addon_has_its_tables_records_and_reflection(dbname, things):
    plan = operations.install(dbname, ["test_things"])
    assert plan.steps() == [("install", "test_things")]

    def look(env):
        assert env.ref("test_things.thing_one").name == "One"
        assert env.ref("test_things.model_test_thing").model == "test.thing"
        assert env.ref("test_things.field_test_thing__size").ttype == "selection"
        assert env.ref("test_things.selection__test_thing__size__l").name == "Large"
        assert env.ref("test_things.field_res_partner__thing_id").relation == "test.thing"
        assert env["res.partner"].search([], limit=1).thing_note == "none"
        return env["ir.module.module"]._get("test_things").latest_version

    assert ask(dbname, look) == "18.0.1.0"
    assert state_of(dbname, "test_things") == "installed"


def test_installing_again_changes_nothing(dbname, things):
    operations.install(dbname, ["test_things"])
    before = fingerprint(dbname)
    assert operations.install(dbname, ["test_things"]).steps() == []
    assert fingerprint(dbname) == before


def test_a_failed_install_leaves_the_database_exactly_as_it_was(dbname, addons, things):
    write_addon(
        addons,
        "test_more",
        {
            "data.xml": """<odoo>
        <record id="ok" model="test.thing"><field name="name">Fine</field></record>
        <record id="again" model="test.thing"><field name="name">Again</field><field name="code">1</field></record></odoo>"""
        },
        depends=["test_things"],
        data=["data.xml"],
    )
    before = fingerprint(dbname)
    with pytest.raises(LoadError) as refused:
        operations.install(dbname, ["test_more"])
    assert "data.xml:" in str(refused.value)
    assert fingerprint(dbname) == before
    assert "test.thing" not in Registry.get(dbname)


def test_hooks_run_around_the_installation(dbname, addons):
    write_addon(
        addons,
        "test_hooks",
        {
            "__init__.py": """
def pre_init(env):
    assert "test.hooked" not in env
    env["ir.config_parameter"].set_param("test_hooks.pre", "1")


def post_init(env):
    assert env.ref("test_hooks.param").value == "here"
    env["ir.config_parameter"].set_param("test_hooks.post", "1")


def uninstall(env):
    env["ir.config_parameter"].set_param("test_hooks.gone", "1")
""",
            "data.xml": '<odoo><record id="param" model="ir.config_parameter"><field name="key">test_hooks.data</field><field name="value">here</field></record></odoo>',
        },
        data=["data.xml"],
        pre_init_hook="pre_init",
        post_init_hook="post_init",
        uninstall_hook="uninstall",
    )
    operations.install(dbname, ["test_hooks"])
    get = lambda key: ask(dbname, lambda env: env["ir.config_parameter"].get_param(key))
    assert (get("test_hooks.pre"), get("test_hooks.post")) == ("1", "1")
    operations.uninstall(dbname, ["test_hooks"])
    assert (get("test_hooks.gone"), get("test_hooks.data")) == ("1", False)


def test_an_upgrade_updates_keeps_and_removes_records(dbname, things, addons):
    operations.install(dbname, ["test_things"])

    def administrator(env):
        env.ref("test_things.thing_one").name = "Edited"
        env.ref("test_things.thing_kept").name = "Edited too"
        env.cr.commit()

    ask(dbname, administrator)
    data = DATA.replace(
        '<record id="thing_two" model="test.thing"><field name="name">Two</field><field name="code">2</field></record>',
        '<record id="thing_three" model="test.thing"><field name="name">Three</field></record>',
    )
    write_addon(addons, "test_things", {**FILES, "data.xml": data}, data=["data.xml"], version="1.1")
    assert operations.upgrade(dbname, ["test_things"]).steps() == [("upgrade", "test_things")]

    def look(env):
        return {
            name: (env.ref(f"test_things.{name}", raise_if_not_found=False) or env["test.thing"]).name
            for name in ("thing_one", "thing_two", "thing_three", "thing_kept")
        }

    assert ask(dbname, look) == {
        "thing_one": "One",
        "thing_two": False,
        "thing_three": "Three",
        "thing_kept": "Edited too",
    }


def test_migrations_run_between_the_versions(dbname, things, addons):
    operations.install(dbname, ["test_things"])
    script = "def migrate(cr, version):\n    cr.execute(\"INSERT INTO ir_config_parameter (key, value) VALUES ('{0}', %s)\", [version])\n"
    write_addon(
        addons,
        "test_things",
        {
            **FILES,
            "migrations/1.0/pre-old.py": script.format("old"),
            "migrations/18.0.1.1/pre-first.py": script.format("pre"),
            "migrations/1.2/post-second.py": script.format("post"),
            "migrations/1.2/end-third.py": script.format("end"),
            "migrations/1.3/pre-future.py": script.format("future"),
        },
        data=["data.xml"],
        version="1.2",
    )
    operations.upgrade(dbname, ["test_things"])
    found = ask(
        dbname,
        lambda env: {
            name: env["ir.config_parameter"].get_param(name)
            for name in ("old", "pre", "post", "end", "future")
        },
    )
    assert found == {"old": False, "pre": "18.0.1.0", "post": "18.0.1.0", "end": "18.0.1.0", "future": False}


def test_a_migration_that_raises_half_way_leaves_the_database_as_it_was(dbname, things, addons):
    operations.install(dbname, ["test_things"])
    write_addon(
        addons,
        "test_things",
        {
            **FILES,
            "migrations/1.1/post-bad.py": "def migrate(cr, version):\n    cr.execute('DELETE FROM test_thing')\n    raise ValueError('half-way')\n",
        },
        data=["data.xml"],
        version="1.1",
    )
    before = fingerprint(dbname)
    with pytest.raises(LoadError) as refused:
        operations.upgrade(dbname, ["test_things"])
    assert "post-bad.py:3" in str(refused.value)
    assert "half-way" in str(refused.value)
    assert fingerprint(dbname) == before


def test_uninstalling_says_what_will_be_lost_and_removes_it(dbname, things):
    operations.install(dbname, ["test_things"])
    preview = operations.preview_uninstall(dbname, ["test_things"])
    assert preview.modules == ["test_things"]
    assert preview.records == {}
    assert preview.tables == {"test_thing": 3}
    assert preview.columns == {"res_partner": ["thing_id", "thing_note"]}

    operations.uninstall(dbname, ["test_things"])

    def look(env):
        assert "test.thing" not in env
        assert "thing_id" not in env["res.partner"]._fields
        assert not env["ir.model"].search([("model", "=", "test.thing")])
        assert not env["ir.model.fields"].search([("name", "=", "thing_id")])
        assert not env["ir.model.data"].search([("module", "=", "test_things")])
        env["res.partner"].create({"name": "Still possible"})
        env.cr.execute("SELECT to_regclass('test_thing')")
        return env.cr.fetchone()[0]

    assert ask(dbname, look) is None
    assert state_of(dbname, "test_things") == "uninstalled"


def test_an_uninstalled_addon_can_come_back(dbname, things, caplog):
    operations.install(dbname, ["test_things"])
    ask(dbname, lambda env: (env.ref("base.main_partner").write({"thing_id": env.ref("test_things.thing_two").id}), env.cr.commit()))
    operations.uninstall(dbname, ["test_things"])
    operations.install(dbname, ["test_things"])
    assert ask(dbname, lambda env: env["test.thing"].search_count([])) == 3
    assert not ask(dbname, lambda env: env.ref("base.main_partner").thing_id)
    assert "holds values that are not in" not in caplog.text


def test_uninstalling_takes_the_addons_that_need_it_along(dbname, things, addons):
    write_addon(addons, "test_on_top", depends=["test_things"])
    operations.install(dbname, ["test_on_top"])
    assert operations.preview_uninstall(dbname, ["test_things"]).modules == ["test_on_top", "test_things"]


def test_base_cannot_be_uninstalled(dbname):
    with pytest.raises(UserError, match="base"):
        operations.uninstall(dbname, ["base"])


def test_a_bridge_is_installed_when_its_last_side_arrives(dbname, addons):
    write_addon(addons, "test_left")
    write_addon(addons, "test_right")
    write_addon(addons, "test_bridge", depends=["test_left", "test_right"], auto_install=True)
    assert operations.install(dbname, ["test_left"]).steps() == [("install", "test_left")]
    assert operations.install(dbname, ["test_right"]).steps() == [
        ("install", "test_right"),
        ("install", "test_bridge"),
    ]


def test_an_addon_gone_from_disk_is_left_out_loudly(dbname, addons, caplog):
    import shutil

    from core.modules import manifest

    folder = write_addon(addons, "test_gone")
    operations.install(dbname, ["test_gone"])
    shutil.rmtree(folder)
    manifest.rescan()
    registry = Registry.new(dbname)
    assert "test_gone" not in registry.loaded_modules
    assert "test_gone" in caplog.text


def test_two_installations_at_once_wait_for_each_other(dbname, things, addons):
    write_addon(addons, "test_other")
    failures = []

    def install(name):
        try:
            operations.install(dbname, [name])
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=install, args=(name,)) for name in ("test_things", "test_other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert [state_of(dbname, name) for name in ("test_things", "test_other")] == ["installed", "installed"]


def test_another_worker_learns_of_the_new_addon(dbname, things):
    worker = Registry.new(dbname)
    worker.check_signaling()
    operations.install(dbname, ["test_things"])
    assert "test.thing" not in worker
    assert "test.thing" in worker.check_signaling()


def test_the_buttons_of_the_addon_list(dbname, things):
    ask(dbname, lambda env: (env["ir.module.module"].update_list(), env.cr.commit()))
    ask(dbname, lambda env: env["ir.module.module"]._get("test_things").button_immediate_install())
    assert state_of(dbname, "test_things") == "installed"
    ask(dbname, lambda env: env["ir.module.module"]._get("test_things").button_immediate_uninstall())
    assert state_of(dbname, "test_things") == "uninstalled"


def test_translations_of_records_are_loaded_for_active_languages(dbname, addons):
    ask(dbname, lambda env: (env["res.lang"]._activate_lang("vi_VN"), env.cr.commit()))
    po = """
#. module: test_things
#: model:test.thing,name:test_things.thing_one
msgid "One"
msgstr "Một"

#. module: test_things
#: model:ir.model.fields,field_description:test_things.field_test_thing__size
msgid "Size"
msgstr "Kích cỡ"
"""
    write_addon(addons, "test_things", {**FILES, "i18n/vi.po": po}, data=["data.xml"])
    operations.install(dbname, ["test_things"])

    def look(env):
        thing = env.ref("test_things.thing_one")
        label = env.ref("test_things.field_test_thing__size").with_context(lang="vi_VN").field_description
        return thing.name, thing.with_context(lang="vi_VN").name, label

    assert ask(dbname, look) == ("One", "Một", "Kích cỡ")


def test_addons_that_only_load_one_by_one_are_loaded_one_by_one(dbname, addons):
    """The first addon creates a partner; the second's `create` needs data of its own."""
    write_addon(
        addons,
        "test_first",
        {
            "data.xml": '<odoo><record id="early" model="res.partner"><field name="name">Early</field></record></odoo>'
        },
        data=["data.xml"],
    )
    write_addon(
        addons,
        "test_second",
        {
            "__init__.py": """
from core import api, models


class Partner(models.Model):
    _inherit = "res.partner"

    @api.model_create_multi
    def create(self, vals_list):
        kind = self.env.ref("test_second.kind")
        return super().create([{**vals, "category_id": [(4, kind.id)]} for vals in vals_list])
""",
            "data.xml": '<odoo><record id="kind" model="res.partner.category"><field name="name">Kind</field></record></odoo>',
        },
        depends=["test_first"],
        data=["data.xml"],
    )
    operations.install(dbname, ["test_second"])
    assert ask(dbname, lambda env: env.ref("test_first.early").name) == "Early"


def test_what_is_marked_is_done_with_the_next_change(dbname, things):
    ask(dbname, lambda env: (env["ir.module.module"].update_list(), env.cr.commit()))
    ask(dbname, lambda env: (env["ir.module.module"]._get("test_things").button_install(), env.cr.commit()))
    assert state_of(dbname, "test_things") == "to install"
    assert operations.change(dbname).steps() == [("install", "test_things")]
    ask(dbname, lambda env: (env["ir.module.module"]._get("test_things").button_uninstall(), env.cr.commit()))
    operations.change(dbname)
    assert state_of(dbname, "test_things") == "uninstalled"


def test_the_uninstall_dialog_says_what_will_be_lost(dbname, things):
    operations.install(dbname, ["test_things"])

    def look(env):
        wizard = env["base.module.uninstall"].create(
            {"module_ids": [(6, 0, env["ir.module.module"]._get("test_things").ids)]}
        )
        return wizard.impacted_module_ids.mapped("name"), wizard.loss

    names, loss = ask(dbname, look)
    assert names == ["test_things"]
    assert "Table test_thing (3 row(s)) moved" in loss


def test_an_installation_killed_half_way_leaves_the_database_as_it_was(dbname, addons):
    import os
    import subprocess
    import sys

    from core.base.config import config

    write_addon(addons, "test_killed", {
        **FILES, "__init__.py": "import os\nimport signal\n\nfrom . import models\n\n\ndef post_init(env):\n    env.flush_all()\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"}, data=["data.xml"], post_init_hook="post_init")
    before = fingerprint(dbname)
    code = f"import core; from core.modules import operations; operations.install({dbname!r}, ['test_killed'])"
    options = {f"SEN_{name.upper()}": str(config[name]) for name in ("data_dir", "db_host", "db_port", "db_user") if config[name]}
    options["SEN_ADDONS_PATH"] = str(addons)
    finished = subprocess.run([sys.executable, "-c", code], env={**os.environ, **options}, cwd=str(config_root()), check=False)
    assert finished.returncode == -9
    assert fingerprint(dbname) == before


def config_root():
    from core.base.config import ROOT

    return ROOT


def test_values_added_to_a_selection_are_taken_back(dbname, addons):
    write_addon(addons, "test_base_choice", {"__init__.py": """
from core import fields, models


class Choice(models.Model):
    _name = "test.choice"
    _description = "Choice"

    kind = fields.Selection([("a", "A"), ("b", "B")], required=True, default="b")
"""})
    write_addon(addons, "test_more_choice", {"__init__.py": """
from core import fields, models


class Choice(models.Model):
    _inherit = "test.choice"

    kind = fields.Selection(selection_add=[("c", "C"), ("d", "D"), ("e", "E")],
                            ondelete={"c": "set default", "d": "cascade", "e": lambda records: records.write({"kind": "a"})})
"""}, depends=["test_base_choice"])
    operations.install(dbname, ["test_more_choice"])
    ask(dbname, lambda env: (env["test.choice"].create([{"kind": kind} for kind in "acde"]), env.cr.commit()))
    preview = operations.uninstall(dbname, ["test_more_choice"])
    assert "1 record(s) of test.choice with kind = 'c': set default" in preview.values
    assert ask(dbname, lambda env: env["test.choice"].search([]).mapped("kind")) == ["a", "b", "a"]


def test_another_room_may_refuse(dbname, things):
    from core.modules import uninstall

    operations.install(dbname, ["test_things"])
    refusal = lambda env, modules: ["the things are in use"] if "test_things" in modules else []
    uninstall.refusals.append(refusal)
    try:
        before = fingerprint(dbname)
        with pytest.raises(UserError, match="in use"):
            operations.uninstall(dbname, ["test_things"])
        assert fingerprint(dbname) == before
    finally:
        uninstall.refusals.remove(refusal)
