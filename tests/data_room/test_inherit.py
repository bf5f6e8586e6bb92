"""Applying view inheritance: every position, and errors that name both views."""

import pytest
from lxml import etree

from core.data.inherit import InheritanceError, Names, apply_inheritance

FORM = """<form><header/><sheet>
<field name="name" class="oe_title big"/>
<group name="left"><field name="partner_id" invisible="state == 'done'" options="a,b"/></group>
<notebook><page name="lines"><field name="line_ids"/></page></notebook>
</sheet></form>"""


def applied(spec, source=FORM):
    root = apply_inheritance(etree.fromstring(source), etree.fromstring(spec))
    return root


def names(root):
    return [node.get("name") for node in root.iter() if node.get("name")]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (
            "<field name='name' position='after'><field name='x'/></field>",
            ["name", "x", "left", "partner_id", "lines", "line_ids"],
        ),
        (
            "<field name='name' position='before'><field name='x'/></field>",
            ["x", "name", "left", "partner_id", "lines", "line_ids"],
        ),
        (
            "<group name='left' position='inside'><field name='x'/></group>",
            ["name", "left", "partner_id", "x", "lines", "line_ids"],
        ),
        (
            "<group name='left'><field name='x'/></group>",
            ["name", "left", "partner_id", "x", "lines", "line_ids"],
        ),
        (
            "<field name='name' position='replace'><field name='x'/><field name='y'/></field>",
            ["x", "y", "left", "partner_id", "lines", "line_ids"],
        ),
        ("<field name='name' position='replace'/>", ["left", "partner_id", "lines", "line_ids"]),
        (
            "<xpath expr=\"//page[@name='lines']/field\" position='before'><field name='x'/></xpath>",
            ["name", "left", "partner_id", "lines", "x", "line_ids"],
        ),
        (
            "<xpath expr=\"//field[hasclass('big')]\" position='after'><field name='x'/></xpath>",
            ["name", "x", "left", "partner_id", "lines", "line_ids"],
        ),
        (
            "<group name='left' position='after'><field name='name' position='move'/></group>",
            ["left", "partner_id", "name", "lines", "line_ids"],
        ),
        (
            "<data><field name='name' position='after'><field name='x'/></field><field name='x' position='after'><field name='y'/></field></data>",
            ["name", "x", "y", "left", "partner_id", "lines", "line_ids"],
        ),
    ],
)
def test_positions(spec, expected):
    assert names(applied(spec)) == expected


def test_a_replacement_may_keep_the_old_node():
    root = applied("<field name='name' position='replace'><div class='around'>$0</div></field>")
    assert root.find(".//div[@class='around']/field").get("name") == "name"


@pytest.mark.parametrize(
    ("change", "attribute", "value"),
    [
        ("<attribute name='string'>Customer</attribute>", "string", "Customer"),
        ("<attribute name='invisible'/>", "invisible", None),
        ("<attribute name='options' add='c'/>", "options", "a,b,c"),
        ("<attribute name='options' remove='a' add='c'/>", "options", "b,c"),
        ("<attribute name='class' add='wide' separator=' '/>", "class", "wide"),
        (
            "<attribute name='invisible' add=\"not active\" separator=' or '/>",
            "invisible",
            "(state == 'done') or (not active)",
        ),
    ],
)
def test_attributes(change, attribute, value):
    root = applied(f"<field name='partner_id' position='attributes'>{change}</field>")
    assert root.find(".//field[@name='partner_id']").get(attribute) == value


def test_text_around_nodes_survives():
    source = "<p>one <b>two</b> three</p>"
    root = applied("<b position='replace'><i>2</i></b>", source)
    assert "".join(root.itertext()) == "one 2 three"
    root = applied("<b position='replace'/>", source)
    assert "".join(root.itertext()) == "one  three"
    root = applied("<b position='after'><i>2</i></b>", source)
    assert "".join(root.itertext()) == "one two2 three"


def test_the_root_may_be_replaced():
    assert applied("<xpath expr='/form' position='replace'><list>$0</list></xpath>").tag == "list"


def test_a_specification_that_finds_nothing_names_both_views_and_the_line():
    spec = etree.fromstring(
        "<data>\n<field name='name' position='after'/>\n<field name='partner' position='after'/></data>"
    )
    with pytest.raises(InheritanceError) as refused:
        apply_inheritance(
            etree.fromstring(FORM),
            spec,
            names=Names("sale.view_form", "x.view_form", "sale/views.xml:3", "x/views.xml"),
        )
    assert "x/views.xml:3" in str(refused.value)
    assert "sale.view_form (sale/views.xml:3)" in str(refused.value)
    assert "'partner_id'" in refused.value.hint


@pytest.mark.parametrize(
    "spec",
    [
        "<xpath expr='//field[' position='after'/>",
        "<xpath position='after'/>",
        "<field name='name' position='befor'/>",
        "<form position='after'><x/></form>",
        "<group name='left'><field name='nothing' position='move'/></group>",
    ],
)
def test_nonsense_is_refused(spec):
    with pytest.raises(InheritanceError):
        applied(spec)
