"""Data files: every tag, what updates change, and what they leave alone."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.data import convert_file
from odoo.tools import mute_logger


@pytest.fixture
def load(env: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Loads the text as a data file of contract_base."""
    from core.modules import manifest

    folder = tmp_path / "contract_base"
    folder.mkdir()
    found = manifest.find
    monkeypatch.setattr(manifest, "find", lambda name: folder if name == "contract_base" else found(name))

    def load(text: str, name: str = "data.xml", *, noupdate: bool = False, mode: str = "init") -> None:
        path = folder / name
        path.write_text(text if name.endswith(".csv") else f"<odoo>\n{textwrap.dedent(text)}\n</odoo>")
        convert_file(env, "contract_base", path, mode=mode, noupdate=noupdate)

    return load


def ref(env: Any, name: str) -> Any:
    return env.ref(f"contract_base.{name}", raise_if_not_found=False)


# tags


def test_record(env: Any, load: Any) -> None:
    load('<record id="one" model="contract.thing"><field name="name">One</field></record>')
    assert ref(env, "one").name == "One"
    assert ref(env, "one").get_external_id() == {ref(env, "one").id: "contract_base.one"}


def test_record_is_updated_the_second_time(env: Any, load: Any) -> None:
    load('<record id="one" model="contract.thing"><field name="name">One</field></record>')
    first = ref(env, "one")
    load('<record id="one" model="contract.thing"><field name="name">Uno</field></record>', mode="update")
    assert ref(env, "one") == first and first.name == "Uno"


def test_record_with_nested_lines(env: Any, load: Any) -> None:
    load("""
        <record id="one" model="contract.thing">
            <field name="name">One</field>
            <field name="line_ids">
                <record id="line_a" model="contract.thing.line"><field name="name">a</field></record>
                <record id="line_b" model="contract.thing.line"><field name="name">b</field></record>
            </field>
        </record>""")
    assert ref(env, "one").line_ids == ref(env, "line_a") + ref(env, "line_b")


def test_field_eval(env: Any, load: Any) -> None:
    load("""
        <record id="one" model="contract.thing">
            <field name="name" eval="'a' + 'b'"/>
            <field name="amount" eval="3 * 1.5"/>
            <field name="active" eval="False"/>
            <field name="date" eval="(DateTime(2024, 1, 31) + relativedelta(months=1)).date()"/>
            <field name="tag_ids" eval="[Command.link(ref('tag_blue')), Command.link(ref('contract_base.tag_red'))]"/>
        </record>""")
    one = ref(env, "one")
    assert (one.name, one.amount, one.active, str(one.date)) == ("ab", 4.5, False, "2024-02-29")
    assert one.tag_ids.mapped("name") == ["Blue", "Red"]


def test_field_ref(env: Any, load: Any) -> None:
    load("""
        <record id="one" model="contract.thing">
            <field name="name">One</field>
            <field name="category_id" ref="category_dogs"/>
            <field name="currency_id" ref="base.EUR"/>
            <field name="reference" ref="tag_red"/>
        </record>""")
    one = ref(env, "one")
    assert (one.category_id.name, one.currency_id.name, one.reference.name) == ("dogs", "EUR", "Red")


def test_field_search(env: Any, load: Any) -> None:
    load("""
        <record id="one" model="contract.thing">
            <field name="name">One</field>
            <field name="category_id" search="[('name', '=', 'dogs')]"/>
            <field name="tag_ids" search="[('color', '&lt;', 3)]"/>
        </record>""")
    assert ref(env, "one").category_id.name == "dogs"
    assert set(ref(env, "one").tag_ids.mapped("name")) == {"Red", "Green"}


@pytest.mark.parametrize(
    ("kind", "text", "value"), [("int", "7", 7), ("float", "1.5", 1.5), ("char", " x ", " x "), ("xml", "<b>x</b>", "<b>x</b>")]
)
def test_field_type(env: Any, load: Any, kind: str, text: str, value: Any) -> None:
    field = {"int": "sequence", "float": "amount", "char": "note", "xml": "note"}[kind]
    load(f'<record id="one" model="contract.thing"><field name="name">x</field><field name="{field}" type="{kind}">{text}</field></record>')
    assert ref(env, "one")[field] == value or value in ref(env, "one")[field]


def test_field_file(env: Any, load: Any, tmp_path: Path) -> None:
    (tmp_path / "contract_base" / "a.txt").write_bytes(b"content")
    load('<record id="one" model="contract.thing"><field name="name">x</field><field name="file" type="base64" file="contract_base/a.txt"/></record>')
    import base64

    assert base64.b64decode(ref(env, "one").file) == b"content"


def test_function(env: Any, load: Any) -> None:
    load("""
        <record id="one" model="contract.thing"><field name="name">One</field></record>
        <function model="contract.thing" name="write">
            <value eval="[ref('one')]"/>
            <value eval="{'note': 'by a function'}"/>
        </function>
        <function model="contract.thing" name="action_done" eval="[[ref('one')]]"/>""")
    assert (ref(env, "one").note, ref(env, "one").state) == ("by a function", "done")


def test_delete(env: Any, load: Any) -> None:
    load("""
        <record id="one" model="contract.thing"><field name="name">One</field></record>
        <record id="two" model="contract.thing"><field name="name">Two</field></record>
        <record id="three" model="contract.thing"><field name="name">Three</field></record>""")
    load("""
        <delete id="one" model="contract.thing"/>
        <delete model="contract.thing" search="[('name', '=', 'Two')]"/>""")
    assert not ref(env, "one") and not ref(env, "two") and ref(env, "three")


def test_menuitem(env: Any, load: Any) -> None:
    load("""
        <menuitem id="menu_a" name="A" sequence="3" groups="group_manager,-group_user">
            <menuitem id="menu_b" action="action_thing"/>
        </menuitem>
        <menuitem id="menu_c" name="C" parent="menu_a" web_icon="contract_base,static/icon.png"/>""")
    a, b, c = (ref(env, f"menu_{letter}") for letter in "abc")
    assert (a.name, a.sequence, a.groups_id) == ("A", 3, env.ref("contract_base.group_manager"))
    assert (b.name, b.parent_id, b.action) == ("Things", a, env.ref("contract_base.action_thing"))
    assert (c.parent_id, c.complete_name) == (a, "A/C")


def test_template(env: Any, load: Any) -> None:
    load("""
        <template id="hello" name="Hello"><p>Hello <t t-out="who"/></p></template>
        <template id="hello_more" inherit_id="hello"><xpath expr="//p" position="inside">!</xpath></template>""")
    assert ref(env, "hello").type == "qweb" and ref(env, "hello").key == "contract_base.hello"
    assert "Hello World!" in " ".join(str(env["ir.qweb"]._render("contract_base.hello", {"who": "World"})).split())


def test_report_and_asset_spellings(env: Any, load: Any) -> None:
    load("""
        <record id="report_thing" model="ir.actions.report">
            <field name="name">Thing</field><field name="model">contract.thing</field>
            <field name="report_name">contract_base.thing_page</field><field name="report_type">qweb-html</field>
        </record>""")
    assert ref(env, "report_thing").report_name == "contract_base.thing_page"


def test_csv(env: Any, load: Any) -> None:
    load('id,name,category_id:id,tag_ids:id\ncsv_1,One,category_dogs,"tag_red,tag_blue"\ncsv_2,Two,,\n', "contract.thing.csv")
    assert ref(env, "csv_1").category_id.name == "dogs"
    assert set(ref(env, "csv_1").tag_ids.mapped("name")) == {"Red", "Blue"}
    assert ref(env, "csv_2").name == "Two"


def test_csv_lines_of_a_record(env: Any, load: Any) -> None:
    load("id,name,line_ids/name,line_ids/price\nwith_lines,One,a,1\n,,b,2\n", "contract.thing.csv")
    assert ref(env, "with_lines").line_ids.mapped("price") == [1, 2]


def test_data_and_openerp_wrappers(env: Any, load: Any) -> None:
    load('<data noupdate="1"><record id="one" model="contract.thing"><field name="name">One</field></record></data>')
    assert ref(env, "one").name == "One"


def test_context_and_uid_of_a_record(env: Any, load: Any) -> None:
    load("""<record id="one" model="contract.thing" context="{'default_note': 'from context'}"><field name="name">One</field></record>""")
    assert ref(env, "one").note == "from context"


# updates


def test_noupdate_records_keep_what_an_administrator_changed(env: Any, load: Any) -> None:
    text = '<record id="one" model="contract.thing"><field name="name">One</field></record>'
    load(text, noupdate=True)
    ref(env, "one").name = "Edited"
    load(text, noupdate=True, mode="update")
    assert ref(env, "one").name == "Edited"


def test_updates_overwrite_what_is_not_noupdate(env: Any, load: Any) -> None:
    text = '<record id="one" model="contract.thing"><field name="name">One</field></record>'
    load(text)
    ref(env, "one").name = "Edited"
    load(text, mode="update")
    assert ref(env, "one").name == "One"


def test_updates_leave_fields_alone_they_do_not_name(env: Any, load: Any) -> None:
    text = '<record id="one" model="contract.thing"><field name="name">One</field></record>'
    load(text)
    ref(env, "one").note = "added by a person"
    load(text, mode="update")
    assert ref(env, "one").note == "added by a person"


def test_noupdate_is_remembered_with_the_external_id(env: Any, load: Any) -> None:
    load('<record id="one" model="contract.thing"><field name="name">One</field></record>', noupdate=True)
    assert env["ir.model.data"].search([("module", "=", "contract_base"), ("name", "=", "one")]).noupdate


def test_forcecreate_false_is_not_created_by_updates(env: Any, load: Any) -> None:
    load(
        """
        <record id="not_again" model="contract.thing" forcecreate="0"><field name="name">x</field></record>
        <record id="again" model="contract.thing"><field name="name">y</field></record>""",
        noupdate=True,
        mode="update",
    )
    assert not ref(env, "not_again") and ref(env, "again")


def test_records_no_longer_shipped_are_removed(env: Any, load: Any) -> None:
    load("""
        <record id="kept" model="contract.thing"><field name="name">kept</field></record>
        <record id="gone" model="contract.thing"><field name="name">gone</field></record>""")
    load('<record id="held" model="contract.thing"><field name="name">held</field></record>', noupdate=True)
    gone = ref(env, "gone")
    env.cr.execute("SELECT module || '.' || name FROM ir_model_data WHERE module = 'contract_base'")
    shipped = {row[0] for row in env.cr.fetchall()} - {"contract_base.gone", "contract_base.held"}
    env["ir.model.data"]._process_end(["contract_base"], shipped)
    assert not gone.exists() and not ref(env, "gone")
    assert ref(env, "kept") and ref(env, "held")


def test_a_record_that_is_held_by_others_is_kept_with_a_warning(env: Any, load: Any) -> None:
    load('<record id="gone" model="contract.thing"><field name="name">gone</field></record>')
    env["contract.seal"].create({"name": "holds", "thing_restrict_id": ref(env, "gone").id})
    env.cr.execute("SELECT module || '.' || name FROM ir_model_data WHERE module = 'contract_base'")
    shipped = {row[0] for row in env.cr.fetchall()} - {"contract_base.gone"}
    with mute_logger("odoo.sql_db", "odoo.addons.base.models.ir_model_data"):
        env["ir.model.data"]._process_end(["contract_base"], shipped)
    assert ref(env, "gone")


# ir.model.data


def test_env_ref(env: Any) -> None:
    assert env.ref("contract_base.tag_red").name == "Red"
    assert env.ref("contract_base.nothing", raise_if_not_found=False) is None
    with pytest.raises(ValueError, match=r"contract_base\.tag_rde.*tag_red"):
        env.ref("contract_base.tag_rde")


def test_models_fields_and_selections_have_external_ids(env: Any) -> None:
    assert env.ref("contract_base.model_contract_thing").model == "contract.thing"
    assert env.ref("contract_base.field_contract_thing__name").name == "name"
    assert env.ref("contract_base.selection__contract_thing__state__done").value == "done"
    assert env.ref("contract_more.field_contract_thing__more").name == "more"


def test_load_and_export_data(env: Any) -> None:
    result = env["contract.thing"].load(["id", "name", "tag_ids/id"], [["__import__.a", "A", "contract_base.tag_red"]])
    assert not result["messages"] and len(result["ids"]) == 1
    record = env["contract.thing"].browse(result["ids"])
    assert record.tag_ids.name == "Red"
    assert record.export_data(["id", "name", "tag_ids/name"])["datas"] == [["__import__.a", "A", "Red"]]
