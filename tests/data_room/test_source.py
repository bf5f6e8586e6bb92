"""Data files are read with the line of everything in them, and checked against their schema."""

import pytest

from core.base.errors import LoadError
from core.data import checks, source


def refused(path):
    with pytest.raises(LoadError) as error:
        source.parse(path)
    return error.value.problems


def test_broken_xml_names_the_line(tmp_path):
    file = tmp_path / "a.xml"
    file.write_text("<odoo>\n  <record id='a' model='res.partner'>\n</odoo>")
    assert refused(file)[0].line == 3


def test_a_wrong_attribute_is_found_by_the_schema(tmp_path):
    file = tmp_path / "a.xml"
    file.write_text("<odoo>\n<record id='a' modle='res.partner'/>\n</odoo>")
    problems = refused(file)
    assert problems[0].line == 2


def test_entities_are_refused_unread(tmp_path):
    file = tmp_path / "a.xml"
    file.write_text(
        "<!DOCTYPE odoo [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><odoo><record id='a' model='m'><field name='b'>&x;</field></record></odoo>"
    )
    assert "root:" not in refused(file)[0].message


def test_a_csv_row_with_too_many_cells_names_its_line(tmp_path):
    file = tmp_path / "res.partner.csv"
    file.write_text("id,name\na,One\nb,Two,Three\n")
    [problem] = refused(file)
    assert problem.line == 3


def test_a_csv_in_another_encoding_names_line_and_byte(tmp_path):
    file = tmp_path / "res.partner.csv"
    file.write_bytes("id,name\na,Café\n".encode("cp1252"))
    [problem] = refused(file)
    assert (problem.line, "0xe9" in problem.message) == (2, True)


def test_the_model_of_a_csv_is_its_name(tmp_path):
    file = tmp_path / "res.country.state-vn.csv"
    file.write_text('id,name\na,"An\nGiang"\nb,Bac\n')
    parsed = source.parse(file)
    assert parsed.model == "res.country.state"
    assert [line for line, _cells in parsed.rows] == [2, 4]


def parsed(tmp_path, **files):
    (tmp_path / "x").mkdir(exist_ok=True)
    names = []
    for name, text in files.items():
        (tmp_path / "x" / f"{name}.xml").write_text(text)
        names.append(f"{name}.xml")
    return checks.parse_files(
        [checks.ModuleFiles("x", tmp_path / "x", "x/__manifest__.py", names, [], [5] * len(names))]
    )


def test_an_id_given_twice_is_reported_with_both_places(tmp_path):
    found = checks.check_ids(
        parsed(
            tmp_path,
            a="<odoo>\n<record id='r' model='m'><field name='name'>1</field></record>\n<record id='r' model='m'><field name='name'>2</field></record></odoo>",
        ),
        ["x"],
    )
    assert len(found) == 1
    assert found[0].line == 3
    assert "a.xml:2" in found[0].message


def test_completing_a_record_later_is_no_duplicate(tmp_path):
    assert not checks.check_ids(
        parsed(
            tmp_path,
            a="<odoo><record id='r' model='m'><field name='name'>1</field></record><record id='r' model='m'><field name='other'>2</field></record></odoo>",
        ),
        ["x"],
    )


def test_an_id_for_two_models_is_refused(tmp_path):
    found = checks.check_ids(
        parsed(
            tmp_path,
            a="<odoo><record id='r' model='m'><field name='name'>1</field></record></odoo>",
            b="<odoo><record id='r' model='n'><field name='other'>1</field></record></odoo>",
        ),
        ["x"],
    )
    assert "a m there, a n here" in found[0].message


def test_a_file_the_manifest_names_wrongly_is_told_with_the_nearest(tmp_path):
    (tmp_path / "x" / "views").mkdir(parents=True)
    (tmp_path / "x" / "views" / "order.xml").write_text("<odoo/>")
    found = checks.parse_files(
        [checks.ModuleFiles("x", tmp_path / "x", "x/__manifest__.py", ["views/orders.xml"], [], [7])]
    ).problems
    assert (found[0].file, found[0].line) == ("x/__manifest__.py", 7)
    assert "views/order.xml" in found[0].hint


VIEW = """<odoo>
<record id="base_view" model="ir.ui.view"><field name="arch" type="xml"><form><field name="name"/></form></field></record>
<record id="child" model="ir.ui.view"><field name="inherit_id" ref="base_view"/><field name="arch" type="xml">
<data>
<field name="name" position="after"><field name="x"/></field>
<field name="nme" position="after"><field name="y"/></field>
</data></field></record>
<record id="grandchild" model="ir.ui.view"><field name="inherit_id" ref="child"/><field name="arch" type="xml">
<field name="x" position="after"><field name="z"/></field></field></record>
<record id="primary" model="ir.ui.view"><field name="inherit_id" ref="base_view"/><field name="mode">primary</field><field name="arch" type="xml">
<xpath expr="//field[@name='z']" position="replace"/></field></record>
</odoo>"""


def test_view_inheritance_is_checked_on_paper(tmp_path):
    found = checks.check_views(parsed(tmp_path, a=VIEW), ["x"])
    assert [(problem.line, problem.hint) for problem in found] == [(6, "Did you mean 'name'?")]
    assert "x.base_view" in found[0].message


def test_a_view_that_inherits_nothing_is_found_on_paper(tmp_path):
    text = """<odoo><record id="one" model="ir.ui.view"><field name="inherit_id" ref="two"/>
        <field name="arch" type="xml"><field name="a" position="after"/></field></record></odoo>"""
    [problem] = checks.check_views(parsed(tmp_path, a=text), ["x"])
    assert "'x.two', which does not exist" in problem.message
    assert not checks.check_views(parsed(tmp_path, a=text), ["x"], {"x.two"})
