"""View inheritance: where a specification puts what, in which order, for whom; and how a mistake reads."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from odoo.exceptions import ValidationError
from odoo.tools import mute_logger

BASE = """
<form>
    <group name="g" class="a b">
        <field name="name"/>
        <field name="ref"/>
        <field name="note"/>
    </group>
    <footer><button name="action_done" type="object" string="Done"/></footer>
</form>"""


@pytest.fixture
def base_view(env: Any) -> Any:
    return env["ir.ui.view"].create({"name": "contract.base", "model": "contract.thing", "arch": BASE})


@pytest.fixture
def extend(env: Any, base_view: Any) -> Any:
    """Adds an extension; returns the combined view."""

    def extend(arch: str, **values: Any) -> etree._Element:
        env["ir.ui.view"].create(
            {"name": values.pop("name", "contract.more"), "model": "contract.thing", "inherit_id": base_view.id, "arch": arch, **values}
        )
        return combined(base_view)

    return extend


def combined(view: Any) -> etree._Element:
    return etree.fromstring(view.get_combined_arch())


def fields_of(arch: etree._Element) -> list[str]:
    return [node.get("name") for node in arch.iter("field")]


@pytest.mark.parametrize(
    ("spec", "order"),
    [
        ('<xpath expr="//field[@name=\'ref\']" position="before"><field name="code"/></xpath>', "name code ref note"),
        ('<xpath expr="//field[@name=\'ref\']" position="after"><field name="code"/></xpath>', "name ref code note"),
        ('<xpath expr="//group" position="inside"><field name="code"/></xpath>', "name ref note code"),
        ('<xpath expr="//field[@name=\'ref\']" position="replace"><field name="code"/></xpath>', "name code note"),
        ('<xpath expr="//field[@name=\'ref\']" position="replace"/>', "name note"),
        ('<field name="ref" position="after"><field name="code"/></field>', "name ref code note"),
        ('<group name="g" position="inside"><field name="code"/></group>', "name ref note code"),
        ('<group class="a b"><field name="code"/></group>', "name ref note code"),
        ('<data><field name="name" position="replace"/><field name="ref" position="replace"/></data>', "note"),
        ('<xpath expr="//group" position="replace"><field name="code"/></xpath>', "code"),
        ('<field name="name" position="before"><field name="note" position="move"/></field>', "note name ref"),
        ('<xpath expr="//group" position="inside"><xpath expr="//field[@name=\'name\']" position="move"/></xpath>', "ref note name"),
        ('<xpath expr="//group[hasclass(\'a\')]" position="inside"><field name="code"/></xpath>', "name ref note code"),
        ('<xpath expr="/form/group/field[2]" position="after"><field name="code"/></xpath>', "name ref code note"),
    ],
    ids="before after inside replace remove shorthand_after shorthand_group shorthand_class data replace_group move move_xpath "
    "hasclass indexed".split(),
)
def test_position(extend: Any, spec: str, order: str) -> None:
    assert fields_of(extend(spec)) == order.split()


def test_position_attributes(extend: Any) -> None:
    arch = extend("""
        <group name="g" position="attributes">
            <attribute name="string">Main</attribute>
            <attribute name="class" add="c" remove="a" separator=" "/>
            <attribute name="invisible">not name</attribute>
        </group>""")
    group = arch.find("group")
    assert (group.get("string"), group.get("class"), group.get("invisible")) == ("Main", "b c", "not name")
    arch = extend('<group name="g" position="attributes"><attribute name="string"/></group>', name="second")
    assert arch.find("group").get("string") is None


def test_position_replace_inner(extend: Any) -> None:
    arch = extend('<xpath expr="//group" position="replace" mode="inner"><field name="code"/></xpath>')
    assert fields_of(arch) == ["code"] and arch.find("group").get("name") == "g"


def test_replace_may_keep_the_old_node_as_dollar_zero(extend: Any) -> None:
    arch = extend('<field name="ref" position="replace"><group name="wrap">$0</group></field>')
    assert arch.find(".//group[@name='wrap']/field").get("name") == "ref"


def test_position_of_text(extend: Any) -> None:
    arch = extend('<xpath expr="//group" position="after">some text<field name="code"/></xpath>')
    assert "some text" in etree.tostring(arch, encoding="unicode")


def test_priority_orders_extensions(extend: Any) -> None:
    extend('<field name="ref" position="after"><field name="code"/></field>', name="late", priority=30)
    arch = extend('<field name="ref" position="after"><field name="kind"/></field>', name="early", priority=10)
    assert fields_of(arch) == ["name", "ref", "code", "kind", "note"]


def test_an_extension_may_extend_an_extension(env: Any, base_view: Any) -> None:
    first = env["ir.ui.view"].create(
        {"name": "1", "model": "contract.thing", "inherit_id": base_view.id, "arch": '<field name="ref" position="after"><field name="code"/></field>'}
    )
    env["ir.ui.view"].create(
        {"name": "2", "model": "contract.thing", "inherit_id": first.id, "arch": '<field name="code" position="after"><field name="kind"/></field>'}
    )
    assert fields_of(combined(base_view)) == ["name", "ref", "code", "kind", "note"]


def test_mode_primary_is_a_view_of_its_own(env: Any, base_view: Any) -> None:
    own = env["ir.ui.view"].create(
        {
            "name": "own", "model": "contract.thing", "inherit_id": base_view.id, "mode": "primary",
            "arch": '<field name="ref" position="replace"/>',
        }
    )  # fmt: skip
    assert fields_of(combined(own)) == ["name", "note"]
    assert fields_of(combined(base_view)) == ["name", "ref", "note"]


def test_the_first_view_by_priority_is_the_default(env: Any) -> None:
    view = env["ir.ui.view"].create({"name": "first", "model": "contract.tag", "priority": 1, "arch": "<form><field name='color'/></form>"})
    env["ir.ui.view"].create({"name": "second", "model": "contract.tag", "priority": 2, "arch": "<form><field name='name'/></form>"})
    assert env["contract.tag"].get_view(view_type="form")["id"] == view.id


def test_groups_of_nodes_are_taken_out(env: Any, base_view: Any, make_user: Any) -> None:
    base_view.arch = BASE.replace('<field name="note"/>', '<field name="note" groups="contract_base.group_manager"/>')
    user, manager = make_user("u"), make_user("m", "contract_base.group_manager")
    model = env["contract.thing"]
    assert "note" not in fields_of(etree.fromstring(model.with_user(user).get_view(base_view.id)["arch"]))
    assert "note" in fields_of(etree.fromstring(model.with_user(manager).get_view(base_view.id)["arch"]))


def test_groups_of_an_extension(env: Any, base_view: Any, make_user: Any) -> None:
    extension = env["ir.ui.view"].create(
        {
            "name": "for managers", "model": "contract.thing", "inherit_id": base_view.id,
            "arch": '<field name="ref" position="after"><field name="code"/></field>',
        }
    )  # fmt: skip
    extension.groups_id = env.ref("contract_base.group_manager")
    user, manager = make_user("u"), make_user("m", "contract_base.group_manager")
    model = env["contract.thing"]
    assert "code" not in fields_of(etree.fromstring(model.with_user(user).get_view(base_view.id)["arch"]))
    assert "code" in fields_of(etree.fromstring(model.with_user(manager).get_view(base_view.id)["arch"]))


def test_an_archived_extension_does_nothing(env: Any, base_view: Any) -> None:
    env["ir.ui.view"].create(
        {"name": "off", "active": False, "model": "contract.thing", "inherit_id": base_view.id, "arch": '<field name="ref" position="replace"/>'}
    )
    assert fields_of(combined(base_view)) == ["name", "ref", "note"]


def test_an_xpath_that_finds_nothing_names_both_views(env: Any, extend: Any) -> None:
    with mute_logger("odoo.addons.base.models.ir_ui_view"), pytest.raises((ValidationError, ValueError)) as refused:
        extend('<xpath expr="//field[@name=\'nothing\']" position="after"/>')
    assert "contract.more" in str(refused.value) and "contract.base" in str(refused.value)
    assert "nothing" in str(refused.value)


def test_an_unknown_field_is_told_with_the_nearest(env: Any) -> None:
    with mute_logger("odoo.addons.base.models.ir_ui_view"), pytest.raises((ValidationError, ValueError), match=r"(?s)nmae.*name"):
        env["ir.ui.view"].create({"name": "bad", "model": "contract.thing", "arch": "<form><field name='nmae'/></form>"})


def test_tree_is_understood_as_list(env: Any) -> None:
    view = env["ir.ui.view"].create({"name": "old", "model": "contract.thing", "arch": "<tree><field name='name'/></tree>"})
    assert view.type == "list"
    assert etree.fromstring(env["contract.thing"].get_view(view.id)["arch"]).tag == "list"


def test_get_view_and_get_views(env: Any) -> None:
    view = env["contract.thing"].get_view(env.ref("contract_base.view_thing_form").id, "form")
    assert view["model"] == "contract.thing" and "more" in fields_of(etree.fromstring(view["arch"]))
    views = env["contract.thing"].get_views([(False, "form"), (False, "list"), (False, "search")])
    assert set(views["views"]) == {"form", "list", "search"}
    assert "name" in views["models"]["contract.thing"]["fields"]


def test_get_view_may_be_extended_in_python(env: Any) -> None:
    assert callable(type(env["contract.thing"])._get_view)
    arch, view = env["contract.thing"]._get_view(None, "form")
    assert arch.tag == "form" and view == env.ref("contract_base.view_thing_form")


def test_modifiers_are_expressions(env: Any) -> None:
    arch = etree.fromstring(env["contract.thing"].get_view(env.ref("contract_base.view_thing_form").id)["arch"])
    assert arch.find(".//button").get("invisible") == "state == 'done'"
    assert arch.find(".//field[@name='ref']").get("required") == "kind == 'b'"
