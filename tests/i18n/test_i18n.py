"""Translations and the formats of languages."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import i18n
from core.base.config import config
from core.i18n import formats, po, terms
from core.i18n.extract import extract, merge
from core.tools import format_amount, format_date, format_datetime, formatLang

PO = """
msgid ""
msgstr ""
"Language: vi\\n"

#. module: greeter
#: code:addons/greeter/models/hello.py:0
msgid "Order %s"
msgstr "Đơn hàng %s"

#. module: greeter
#: code:addons/greeter/models/hello.py:0
msgid "Broken %s"
msgstr "Hỏng %s %s"

#. module: greeter
#: model:ir.model.fields,field_description:greeter.field_hello__name
#: model_terms:ir.ui.view,arch_db:greeter.view_hello
msgid "Name"
msgstr "Tên"

#, fuzzy
#: code:addons/greeter/models/hello.py:0
msgid "Unsure"
msgstr "Chưa chắc"

#: code:addons/greeter/models/hello.py:0
msgid ""
"Two\\n"
"lines \\"quoted\\""
msgstr ""
"Hai\\n"
"dòng \\"trích\\""
"""

CODE = '''
from core import _, _lt
LATER = _lt("Order %s", 7)
def greet(env, number):
    return _("Order %s", number)
class Thing:
    def __init__(self, env): self.env = env
    def greet(self): return _("Order %s", 2)
    def named(self): return _("Order %(n)s", n=1)
    def broken(self): return _("Broken %s", 3)
'''


def env(lang: str | None = "vi_VN", **context: Any) -> Any:
    class Env(dict[str, Any]):
        uid = 0
        user = SimpleNamespace(tz=None)

    made = Env()
    made.context = {"lang": lang, **context}  # type: ignore[attr-defined]
    return made


@pytest.fixture
def greeter(tmp_path: Path) -> Any:
    """An addon with a Vietnamese catalogue; its module is made by hand."""
    folder = tmp_path / "greeter" / "i18n"
    folder.mkdir(parents=True)
    (folder / "vi.po").write_text(PO, encoding="utf-8")
    config["addons_path"] = [str(tmp_path)]
    module = ModuleType("odoo.addons.greeter.models.hello")
    exec(compile(CODE, "hello.py", "exec"), module.__dict__)  # noqa: S102 – the test's own text
    i18n.forget("greeter")
    yield module
    del config["addons_path"]
    i18n.forget("greeter")


class TestTexts:
    def test_the_language_is_that_of_the_calling_frame(self, greeter: Any) -> None:
        assert greeter.greet(env("vi_VN"), 5) == "Đơn hàng 5"
        assert greeter.greet(env("en_US"), 5) == "Order 5"
        assert greeter.greet(env("fr_FR"), 5) == "Order 5"
        assert greeter.Thing(env("vi_VN")).greet() == "Đơn hàng 2"

    def test_without_translation_the_source_is_shown(self, greeter: Any) -> None:
        assert greeter.Thing(env()).named() == "Order 1"

    def test_a_wrong_translation_does_no_harm(self, greeter: Any) -> None:
        assert greeter.Thing(env()).broken() == "Broken 3"

    def test_lazy_texts_are_translated_when_shown(self, greeter: Any) -> None:
        self_like = SimpleNamespace(env=env("vi_VN"))

        def show(self: Any) -> str:
            return str(greeter.LATER)

        assert show(self_like) == "Đơn hàng 7"
        assert str(greeter.LATER) == "Order 7"

    def test_the_request_decides_where_no_environment_is_in_sight(self, greeter: Any) -> None:
        source = lambda: "vi_VN"  # noqa: E731
        i18n.set_language_source(source)
        try:
            assert str(greeter.LATER) == "Đơn hàng 7"
        finally:
            i18n._language_sources.remove(source)

    def test_placeholders_escape_when_given_markup(self) -> None:
        from markupsafe import Markup

        assert i18n._("<%s>", Markup("<b>x</b>")) == "&lt;<b>x</b>&gt;"

    def test_catalogue(self, greeter: Any) -> None:
        catalogue = i18n.translations("vi_VN")
        assert catalogue.get_text("greeter", "Order %s") == "Đơn hàng %s"
        assert i18n.translate("Order %s", (1,), {}, lang="vi_VN", module="greeter") == "Đơn hàng 1"
        assert i18n.module_of_frame(sys._getframe()) == "core"


class TestPoFiles:
    def test_entries_say_where_texts_stand(self, tmp_path: Path) -> None:
        file = tmp_path / "vi.po"
        file.write_text(PO, encoding="utf-8")
        entries = {entry.source: entry for entry in po.read(file)}
        assert set(entries) == {"Order %s", "Broken %s", "Name", 'Two\nlines "quoted"'}
        assert entries['Two\nlines "quoted"'].translation == 'Hai\ndòng "trích"'
        assert entries["Order %s"].in_code and not entries["Name"].in_code
        field, view = entries["Name"].places
        assert (field.kind, field.model, field.field, field.xmlid) == (
            "model", "ir.model.fields", "field_description", "greeter.field_hello__name",
        )  # fmt: skip
        assert (view.kind, view.field) == ("model_terms", "arch_db")
        assert po.header(file) == {"Language": "vi"}

    @pytest.mark.parametrize(("text", "message"), [("nonsense", ":1: expected"), ('msgid "a', ":1: the text must stand"), ('msgwhat "x"', "unknown keyword")])
    def test_mistakes_name_file_and_line(self, tmp_path: Path, text: str, message: str) -> None:
        file = tmp_path / "vi.po"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(po.PoError, match=f"vi.po.*{message}"):
            po.read(file)
        file.write_bytes(b'msgid "\xff"')
        with pytest.raises(po.PoError, match="not UTF-8"):
            po.read(file)

    @given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n\t"), min_size=1), st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\n"), min_size=1), max_size=5))
    def test_what_is_written_reads_back(self, texts: dict[str, str]) -> None:
        import tempfile

        with tempfile.NamedTemporaryFile(suffix=".po") as file:
            po.write(file.name, [po.Entry(source, translation) for source, translation in texts.items()], lang="vi")
            assert {entry.source: entry.translation for entry in po.read(file.name)} == texts


class TestTerms:
    def test_inline_elements_stay_in_the_term(self) -> None:
        source = '<form string="Name"><p>Press <b>Save</b> now</p><div>Hello<field name="x"/>Bye</div></form>'
        assert terms.xml_terms(source) == ["Name", "Press <b>Save</b> now", "Hello", "Bye"]
        table = {"Name": "Tên", "Press <b>Save</b> now": "Bấm <b>Lưu</b>", "Bye": "Tạm biệt"}
        assert terms.xml_translate(table.get, source) == (
            '<form string="Tên"><p>Bấm <b>Lưu</b></p><div>Hello<field name="x"/>Tạm biệt</div></form>'
        )

    def test_code_and_numbers_are_no_terms(self) -> None:
        assert terms.xml_terms("<p>12.5</p><script>var a</script><t t-esc='x'/><p t-translation='off'>raw</p>") == []

    def test_html(self) -> None:
        assert terms.html_translate({"Hello": "Chào"}.get, "<p>Hello<br></p><p>Hello</p>") == "<p>Hello<br></p><p>Chào</p>"
        assert terms.html_translate({"a &amp; b": "c"}.get, "<p>a &amp; b</p>") == "<p>c</p>"

    @given(st.recursive(st.text("ab <&", max_size=5).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
                        lambda inner: st.tuples(st.sampled_from(["p", "b", "div", "field"]), st.lists(inner, max_size=3)).map(
                            lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"), max_leaves=8))  # fmt: skip
    def test_translating_to_itself_changes_nothing(self, source: str) -> None:
        from lxml import etree

        def canonical(text: Any) -> bytes:
            return etree.tostring(etree.fromstring(f"<x>{text}</x>"), method="c14n")

        assert canonical(terms.xml_translate(lambda term: f"{term}", source)) == canonical(source)


class TestFormats:
    dong = SimpleNamespace(symbol="đ", name="VND", position="after", decimal_places=0)
    dollar = SimpleNamespace(symbol="$", name="USD", position="before", decimal_places=2)

    def test_numbers(self) -> None:
        assert formats.format_number(1234567.891, 2, "vi_VN") == "1.234.567,89"
        assert formats.format_number(1234567.891, 2, "en_US") == "1,234,567.89"
        assert formats.format_number(-0.001, 2, "vi_VN") == "0,00"
        assert formats.format_number(12345678, 0, "hi_IN") == "1,23,45,678"
        assert formats.format_number(1234.5, 1, "vi_VN", grouping=False) == "1234,5"

    def test_amounts(self) -> None:
        assert format_amount(env("vi_VN"), 1_100_000, self.dong) == "1.100.000\N{NO-BREAK SPACE}đ"
        assert format_amount(env("en_US"), -5.5, self.dollar) == "-$\N{NO-BREAK SPACE}5.50"
        assert format_amount(env("en_US"), 5, self.dollar, trailing_zeroes=False) == "$\N{NO-BREAK SPACE}5"
        assert formatLang(env("en_US"), 2.345, digits=2) == "2.34"
        assert formatLang(env("en_US"), False) == ""
        assert formatLang(env("vi_VN"), 1234.5, currency_obj=self.dong) in ("1.234\N{NO-BREAK SPACE}đ", "1.235\N{NO-BREAK SPACE}đ")

    def test_dates(self) -> None:
        assert format_date(env("vi_VN"), date(2026, 2, 3)) == "03/02/2026"
        assert format_date(env("en_US"), "2026-02-03") == "02/03/2026"
        assert format_date(env("vi_VN"), False) == ""
        assert format_date(env("en_US"), date(2026, 2, 3), date_format="d MMMM y") == "3 February 2026"
        assert formats.parse_date(env("vi_VN"), "03/02/2026") == date(2026, 2, 3)
        assert formats.parse_date(env("vi_VN"), "soon") == "soon"

    def test_datetimes_are_shown_in_the_users_zone(self) -> None:
        moment = datetime(2026, 2, 3, 20, 30)
        assert format_datetime(env("vi_VN", tz="Asia/Ho_Chi_Minh"), moment) == "04/02/2026 03:30:00"
        assert format_datetime(env("en_US"), "2026-02-03 20:30:00", tz="UTC", dt_format="HH:mm") == "20:30"
        assert format_date(env("vi_VN", tz="Asia/Ho_Chi_Minh"), moment) == "04/02/2026"

    def test_unknown_languages_fall_back(self) -> None:
        assert formats.get_lang_format("xx_YY").date_format == "%m/%d/%Y"
        assert formats.babel_locale("vi_XX").language == "vi"
        assert formats.get_lang_format("ar_EG").rtl


def test_extraction_finds_code_fields_and_views(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "hello.py").write_text(
        "from core import _, fields, models\n"
        "class Hello(models.Model):\n"
        "    _name = 'hello'\n"
        "    _description = 'Greeting'\n"
        "    name = fields.Char(help='Who')\n"
        "    state = fields.Selection([('a', 'Open')], string='Status')\n"
        "    partner_id = fields.Many2one('res.partner')\n"
        "    def f(self):\n"
        "        return _('Hello %s', 1)\n",
        encoding="utf-8",
    )
    (tmp_path / "views.xml").write_text(
        '<odoo><record id="view" model="ir.ui.view"><field name="name">technical</field>'
        '<field name="arch" type="xml"><form><p>Some text</p></form></field></record>'
        '<menuitem id="menu" name="Greetings"/></odoo>',
        encoding="utf-8",
    )
    entries = {entry.source: [str(place) for place in entry.places] for entry in extract(tmp_path, "greeter")}
    assert entries == {
        "Greeting": ["model:ir.model,name:greeter.model_hello"],
        "Name": ["model:ir.model.fields,field_description:greeter.field_hello__name"],
        "Who": ["model:ir.model.fields,help:greeter.field_hello__name"],
        "Status": ["model:ir.model.fields,field_description:greeter.field_hello__state"],
        "Open": ["model:ir.model.fields.selection,name:greeter.selection__hello__state__a"],
        "Partner": ["model:ir.model.fields,field_description:greeter.field_hello__partner_id"],
        "Hello %s": ["code:addons/greeter/models/hello.py:0"],
        "Some text": ["model_terms:ir.ui.view,arch_db:greeter.view"],
        "Greetings": ["model:ir.ui.menu,name:greeter.menu"],
    }
    merged = merge(extract(tmp_path, "greeter"), [po.Entry("Name", "Tên")])
    assert {entry.source: entry.translation for entry in merged}["Name"] == "Tên"
