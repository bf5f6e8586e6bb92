"""QWeb templates: each directive, escaping, and errors that name their place."""

import pytest
from lxml import etree
from markupsafe import Markup

from core.views.qweb import QWebError, compile_template


class Engine:
    """Templates by name, fields as `record.field`, everybody in group 'in'."""

    def __init__(self, **templates):
        self.templates = {name: compile_template(etree.fromstring(source), name) for name, source in templates.items()}

    def in_language(self, lang):
        return self

    def load(self, name, lang=None):
        return self.templates[name]

    def render_field(self, record, field_name, options, values):
        return f"{field_name}={getattr(record, field_name)}{options.get('widget', '')}"

    def render_widget(self, value, options, values):
        return f"{options['widget']}:{value}"

    def has_groups(self, groups):
        return groups == "in"


def render(source, engine=None, **values):
    return str(compile_template(etree.fromstring(source), "test").render(values, engine or Engine()))


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ('<p t-esc="x"/>', {"x": "<b>"}, "<p>&lt;b&gt;</p>"),
        ('<p t-out="x"/>', {"x": Markup("<b>1</b>")}, "<p><b>1</b></p>"),
        ('<p t-out="x">nothing</p>', {"x": False}, "<p>nothing</p>"),
        ('<p t-out="x">nothing</p>', {"x": 0}, "<p>0</p>"),
        ('<t><t t-if="x">a</t><t t-elif="y">b</t><t t-else="">c</t></t>', {"y": 1}, "b"),
        ('<t><t t-if="x">a</t> <t t-else="">c</t> end</t>', {}, "c end"),
        ('<t t-foreach="[1,2,3]" t-as="i"><t t-out="i"/><t t-if="not i_last">,</t></t>', {}, "1,2,3"),
        ('<li t-foreach="d" t-as="k" t-out="k_value"/>', {"d": {"a": 1, "b": 2}}, "<li>1</li><li>2</li>"),
        ('<t t-foreach="3" t-as="i" t-if="i_odd"><t t-out="i"/></t>', {}, "1"),
        ('<t><t t-set="x" t-value="2"/><t t-out="x * 21"/></t>', {}, "42"),
        ('<t><t t-set="x"><b>hi</b></t><t t-out="x"/></t>', {}, "<b>hi</b>"),
        ('<a t-att-href="u" t-attf-class="a #{c} {{c}}"/>', {"u": "/x?a=1&b=2", "c": "z"}, '<a href="/x?a=1&amp;b=2" class="a z z"></a>'),
        ('<a t-att-href="u"/>', {"u": "javascript:alert(1)"}, "<a></a>"),
        ('<i t-att-a="False" t-att-b="True" t-att-c="None"/>', {}, '<i b="b"></i>'),
        ('<i t-att="{\'a\': 1, \'b\': False}"/>', {}, '<i a="1"></i>'),
        ('<i t-att="[\'a\', \'1\']"/>', {}, '<i a="1"></i>'),
        ('<div><br/><input t-att-value="v"/></div>', {"v": '"'}, '<div><br/><input value="&#34;"/></div>'),
        ('<p>a &lt; b &amp; c</p>', {}, "<p>a &lt; b &amp; c</p>"),
        ('<t><!-- gone -->kept</t>', {}, "kept"),
        ('<t t-tag="x">y</t>', {"x": "h2"}, "<h2>y</h2>"),
        ('<t><b t-groups="in">1</b><b groups="out">2</b></t>', {}, "<b>1</b>"),
        ('<t t-out="missing or \'default\'"/>', {}, "default"),
        ('<t t-out="len(x)"/>', {"x": "abc"}, "3"),
        ('<span t-out="x" t-options="{\'widget\': \'money\'}"/>', {"x": 5}, "<span>money:5</span>"),
    ],
)
def test_directives(source, values, expected):
    assert render(source, **values) == expected


def test_a_field_is_drawn_by_the_engine_with_its_options():
    class Record:
        name = "x"

    assert render('<span t-field="o.name" t-options-widget="\'text\'"/>', o=Record()) == "<span>name=xtext</span>"


def test_a_called_template_sees_the_caller_but_does_not_change_it():
    engine = Engine(
        layout='<html><t t-set="seen" t-value="1"/><h1 t-out="title"/><t t-out="0"/></html>',
        page='<t t-call="layout"><t t-set="title" t-value="who + \'!\'"/><p>body</p></t>',
    )
    source = '<t><t t-call="page"/><t t-out="seen"/><t t-out="title"/></t>'
    assert render(source, engine, who="Mai") == "<html><h1>Mai!</h1><p>body</p></html>"


def test_loop_variables_end_with_the_loop_and_outer_ones_come_back():
    source = '<t><t t-set="i" t-value="9"/><t t-foreach="[1]" t-as="i"/><t t-out="i"/><t t-out="i_index"/></t>'
    assert render(source) == "9"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('<t t-out="1 +"/>', "invalid expression"),
        ('<t t-foreach="[]"/>', "t-as"),
        ('<t><t t-else="">x</t></t>', "without a t-if"),
        ('<t t-wrong="1"/>', "unknown directive t-wrong"),
        ('<t t-field="name"/>', "record.field"),
        ('<t t-out="().__class__"/>', "invalid expression"),
    ],
)
def test_mistakes_are_found_when_compiling_and_name_the_template(source, message):
    with pytest.raises(QWebError) as caught:
        compile_template(etree.fromstring(source), "sale.report")
    assert message in str(caught.value)
    assert "sale.report" in str(caught.value)


def test_a_failing_expression_names_template_line_and_expression():
    with pytest.raises(QWebError) as caught:
        render('<t>\n<p t-out="1 / 0"/></t>')
    assert caught.value.line == 2
    assert caught.value.expression == "1 / 0"
