"""Data files: what each kind of element and each way to give a value does."""

from __future__ import annotations

import base64

import pytest

from core.base.errors import LoadError
from core.data import tags, xmlids

PARTNER = '<record id="{0}" model="res.partner"><field name="name">{0}</field>{1}</record>'


def partner(name, more=""):
    return PARTNER.format(name, more)


def test_a_record_is_created_under_its_external_id(env, load):
    load(partner("alpha"))
    record = env.ref("base.alpha")
    assert (record._name, record.name) == ("res.partner", "alpha")


def test_loading_again_updates_the_same_record(env, load):
    load(partner("alpha"))
    before = env.ref("base.alpha")
    load(partner("alpha", '<field name="city">Huế</field>'), mode="update")
    assert env.ref("base.alpha") == before
    assert before.city == "Huế"


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ('<field name="name">Text &amp; more</field>', "name", "Text & more"),
        ('<field name="color">7</field>', "color", 7),
        ('<field name="color" type="int">8</field>', "color", 8),
        ('<field name="color" eval="2 + 3"/>', "color", 5),
        ('<field name="active">0</field>', "active", False),
        ('<field name="active">True</field>', "active", True),
        ('<field name="active" eval="False"/>', "active", False),
        ('<field name="partner_latitude">10.5</field>', "partner_latitude", 10.5),
        ("<field name=\"city\" eval=\"'%s-%s' % ('a', version.split('.')[0])\"/>", "city", "a-18"),
        (
            '<field name="city" eval="(DateTime(2026, 1, 31) + relativedelta(months=1)).strftime(\'%d.%m.\')"/>',
            "city",
            "28.02.",
        ),
        (
            '<field name="city" eval="(datetime(2026, 1, 1) + timedelta(days=1)).date().isoformat()"/>',
            "city",
            "2026-01-02",
        ),
        ('<field name="type">invoice</field>', "type", "invoice"),
        (
            '<field name="comment" type="html"><p>Hello <b>you</b></p></field>',
            "comment",
            "<p>Hello <b>you</b></p>",
        ),
    ],
)
def test_values(env, load, field, name, value):
    load(f'<record id="r" model="res.partner"><field name="name">r</field>{field}</record>')
    assert env.ref("base.r")[name] == value


def test_references_by_id_search_and_expression(env, load):
    load(
        partner("parent")
        + partner("by_ref", '<field name="parent_id" ref="parent"/>')
        + partner("by_full_ref", '<field name="parent_id" ref="base.parent"/>')
        + partner("by_eval", '<field name="parent_id" eval="ref(\'parent\')"/>')
        + partner("by_search", "<field name=\"parent_id\" search=\"[('name', '=', 'parent')]\"/>")
        + partner("by_obj", '<field name="parent_id" eval="obj(ref(\'parent\')).id"/>')
    )
    parent = env.ref("base.parent")
    for name in ("by_ref", "by_full_ref", "by_eval", "by_search", "by_obj"):
        assert env.ref(f"base.{name}").parent_id == parent, name


def test_many2many_by_eval_and_ref(env, load):
    load(
        '<record id="tag" model="res.partner.category"><field name="name">Tag</field></record>'
        + partner("one", '<field name="category_id" eval="[Command.link(ref(\'tag\'))]"/>')
        + partner("two", '<field name="category_id" ref="tag"/>')
        + partner("three", '<field name="category_id" eval="[(6, 0, [ref(\'tag\')])]"/>')
    )
    tag = env.ref("base.tag")
    assert [env.ref(f"base.{name}").category_id for name in ("one", "two", "three")] == [tag] * 3


def test_nested_records_become_one2many_lines(env, load):
    load(
        '<record id="firm" model="res.partner"><field name="name">Firm</field><field name="child_ids">'
        '<record id="ann" model="res.partner"><field name="name">Ann</field></record>'
        '<record id="bob" model="res.partner"><field name="name">Bob</field></record></field></record>'
    )
    assert env.ref("base.firm").child_ids == env.ref("base.ann") | env.ref("base.bob")


def test_a_file_as_value(env, load, tmp_path):
    (tmp_path / "base" / "picture.txt").write_bytes(b"picture")
    load(
        '<record id="r" model="ir.attachment"><field name="name">r</field><field name="datas" type="base64" file="base/picture.txt"/></record>'
    )
    assert base64.b64decode(env.ref("base.r").datas) == b"picture"


def test_a_file_outside_the_addon_is_refused(env, load, tmp_path):
    (tmp_path / "secret.txt").write_bytes(b"secret")
    with pytest.raises(LoadError, match="does not exist"):
        load(
            '<record id="r" model="ir.attachment"><field name="name">r</field><field name="datas" type="base64" file="../../secret.txt"/></record>'
        )


def test_noupdate_records_are_left_alone_by_updates(env, load):
    load(f'<data noupdate="1">{partner("kept")}</data>{partner("plain")}')
    (env.ref("base.kept") | env.ref("base.plain")).write({"city": "edited"})
    load(f'<data noupdate="1">{partner("kept", CITY)}</data>{partner("plain", CITY)}', mode="update")
    assert (env.ref("base.kept").city, env.ref("base.plain").city) == ("edited", "shipped")


CITY = '<field name="city">shipped</field>'


def test_a_record_that_became_noupdate_is_left_alone_too(env, load):
    load(partner("kept"))
    env.ref("base.kept").city = "edited"
    load(f'<data noupdate="1">{partner("kept", CITY)}</data>', mode="update")
    assert env.ref("base.kept").city == "edited"


def test_an_alias_stands_for_the_addon(env, load):
    xmlids.aliases["foundation"] = "base"
    try:
        load('<record id="foundation.alpha" model="res.partner"><field name="name">alpha</field></record>' + partner("beta", '<field name="parent_id" ref="foundation.alpha"/>'))
        assert env.ref("base.alpha") == env.ref("foundation.alpha") == env.ref("base.beta").parent_id
    finally:
        del xmlids.aliases["foundation"]


def test_a_noupdate_record_that_is_missing_comes_back_unless_forcecreate_forbids(env, load):
    load(
        f'<data noupdate="1">{partner("back")}<record id="gone" model="res.partner" forcecreate="0"><field name="name">gone</field></record></data>',
        mode="update",
    )
    assert env.ref("base.back")
    assert env.ref("base.gone", raise_if_not_found=False) is None


def test_a_record_deleted_behind_is_created_again(env, load):
    load(partner("alpha"))
    first = env.ref("base.alpha")
    first.unlink()
    load(partner("alpha"), mode="update")
    assert env.ref("base.alpha").id != first.id


def test_functions_are_called_with_their_values(env, load):
    load(
        partner("alpha")
        + """
        <function model="res.partner" name="write">
            <value eval="[ref('alpha')]"/>
            <value eval="{'city': 'called'}"/>
        </function>
        <function model="ir.config_parameter" name="set_param" eval="('test.key', 'value')"/>"""
    )
    assert env.ref("base.alpha").city == "called"
    assert env["ir.config_parameter"].get_param("test.key") == "value"


def test_functions_under_noupdate_run_once(env, load):
    text = """<data noupdate="1"><function model="ir.config_parameter" name="set_param" eval="('test.key', '{0}')"/></data>"""
    load(text.format("first"))
    load(text.format("second"), mode="update")
    assert env["ir.config_parameter"].get_param("test.key") == "first"


def test_delete_by_id_and_search(env, load):
    load(partner("alpha") + partner("beta"))
    load(
        '<delete model="res.partner" id="alpha"/><delete model="res.partner" search="[(\'name\', \'=\', \'beta\')]"/><delete model="res.partner" id="never_there"/>'
    )
    assert not env["res.partner"].search([("name", "in", ("alpha", "beta"))])
    assert env.ref("base.alpha", raise_if_not_found=False) is None


def test_menus_nest_and_take_the_name_of_their_action(env, load):
    load("""
        <record id="action_x" model="ir.actions.act_window"><field name="name">Things</field><field name="res_model">res.partner</field></record>
        <menuitem id="menu_root" name="Root" sequence="7" groups="base.group_user,-base.group_system">
            <menuitem id="menu_child" action="action_x"/>
        </menuitem>""")
    root, child = env.ref("base.menu_root"), env.ref("base.menu_child")
    assert (root.name, root.sequence, root.groups_id) == ("Root", 7, env.ref("base.group_user"))
    assert (child.name, child.parent_id, child.action) == ("Things", root, env.ref("base.action_x"))


def test_templates_become_qweb_views(env, load):
    load("""
        <template id="greeting" name="Greeting"><p>Hello <t t-out="name"/></p></template>
        <template id="greeting_more" inherit_id="greeting" priority="30"><xpath expr="//p" position="inside">!</xpath></template>""")
    view, more = env.ref("base.greeting"), env.ref("base.greeting_more")
    assert (view.type, view.key, view.mode) == ("qweb", "base.greeting", "primary")
    assert 't-name="base.greeting"' in view.arch
    assert (more.inherit_id, more.priority, more.mode) == (view, 30, "extension")


def test_ids_inside_view_texts(env, load):
    load("""
        <record id="action_x" model="ir.actions.act_window"><field name="name">Things</field><field name="res_model">res.partner</field></record>
        <record id="view_x" model="ir.ui.view"><field name="name">x</field><field name="model">res.partner</field>
            <field name="arch" type="xml"><form><button name="%(action_x)d" type="action" string="Use %%(year)s"/></form></field></record>""")
    arch = env.ref("base.view_x").arch
    assert f'name="{env.ref("base.action_x").id}"' in arch
    assert "Use %(year)s" in arch


def test_csv_files(env, load):
    load(
        'id,name,parent_id:id,category_id/id,color\nfirm,"Firm, Ltd.",,,3\nann,Ann,firm,,\n',
        name="res.partner.csv",
    )
    assert env.ref("base.ann").parent_id == env.ref("base.firm")
    assert (env.ref("base.firm").name, env.ref("base.firm").color) == ("Firm, Ltd.", 3)


def test_csv_references_may_use_database_ids_and_names(env, load):
    country = env.ref("base.vn")
    load(f"id,name,country_id/.id\na,A,{country.id}\n", name="res.partner.csv")
    load("id,name,country_id\nb,B,Vietnam\n", name="res.partner.csv")
    assert env.ref("base.a").country_id == env.ref("base.b").country_id == country


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (
            partner("a")
            + '\n<record id="b" model="res.partner"><field name="name">b</field>\n<field name="parent_id" ref="nowhere"/></record>',
            3,
            "base.nowhere",
        ),
        ('\n<record id="b" model="res.partnr"/>', 2, "res.partnr"),
        (
            '\n<record id="b" model="res.partner">\n<field name="nme">x</field></record>',
            3,
            "Did you mean 'name'?",
        ),
        (
            '\n\n<record id="b" model="res.partner"><field name="name">x</field><field name="color" eval="1 +"/></record>',
            3,
            "1 +",
        ),
        (
            '\n<record id="b" model="res.partner"><field name="name">x</field><field name="color">many</field></record>',
            2,
            "many",
        ),
        (
            '\n<record id="nowhere.b" model="res.partner"><field name="name">x</field></record>',
            2,
            "not loaded",
        ),
        ('\n<function model="res.partner" name="no_such_method"/>', 2, "no_such_method"),
    ],
)
def test_mistakes_name_file_and_line(load, text, line, says):
    with pytest.raises(LoadError) as refused:
        load(text)
    [problem] = refused.value.problems
    assert problem.file.endswith("base/data/test.xml")
    assert problem.line == line
    assert says in str(problem)


def test_a_bad_row_of_a_csv_names_its_line(load):
    with pytest.raises(LoadError) as refused:
        load("id,name,country_id:id\na,A,vn\nb,B,nowhere_at_all\nc,C,neither\n", name="res.partner.csv")
    assert [problem.line for problem in refused.value.problems] == [3, 4]


def test_the_record_at_fault_in_a_run_is_named(load):
    with pytest.raises(LoadError) as refused:
        load(
            "\n".join(
                [
                    "",
                    partner("a"),
                    partner("b"),
                    '<record id="c" model="res.partner"><field name="name">c</field><field name="type">no_such_type</field></record>',
                    partner("d"),
                ]
            )
        )
    assert refused.value.problems[0].line == 4


def test_other_rooms_add_tags(env, load):
    tags.register(
        "greet",
        lambda loader, element: loader.env["ir.config_parameter"].set_param("greeted", element.get("whom")),
    )
    load('<greet whom="world"/>')
    assert env["ir.config_parameter"].get_param("greeted") == "world"


def test_a_run_of_records_is_created_together(env, load):
    before = env.cr.sql_log_count
    load("".join(partner(f"p{number}") for number in range(200)))
    assert env.ref("base.p199").name == "p199"
    assert env.cr.sql_log_count - before < 60


def test_inherits_gives_the_parent_an_id_too(env, load):
    load(
        '<record id="user_x" model="res.users"><field name="name">X</field><field name="login">x</field></record>'
    )
    assert env.ref("base.user_x_res_partner") == env.ref("base.user_x").partner_id
