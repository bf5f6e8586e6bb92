"""Vietnamese text, and HTML from strangers."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from core.base.html import html2plaintext, is_html_empty, plaintext2html
from core.base.text import html_escape, html_sanitize, nfc, remove_accents, search_key, vietnamese_sort_key


@pytest.mark.parametrize(
    ("text", "key"),
    [("Nguyễn Văn  Đức ", "nguyen van duc"), ("Hoà", "hoa"), ("Hòa", "hoa"), ("ĐẶNG", "dang"), ("Straße", "strasse"), ("", "")],
)
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key
    assert search_key(unicodedata.normalize("NFD", text)) == key


def test_dictionary_order() -> None:
    words = "da, đa, e, ê, ma, mà, mả, mã, má, mạ, mă, mâ".split(", ")
    shuffled = words[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=vietnamese_sort_key) == words


def test_people_sort_by_given_name_then_family_then_middle() -> None:
    names = ["Trần Văn An", "Lê Thị Bình", "Nguyễn Văn Bình", "Nguyễn Xuân Bình", "Đỗ Cường"]
    shuffled = names[::-1]
    assert sorted(shuffled, key=lambda name: vietnamese_sort_key(name, person=True)) == names


@given(st.text(), st.text())
def test_sort_keys_compare(first: str, second: str) -> None:
    one, two = vietnamese_sort_key(first), vietnamese_sort_key(second)
    assert (one < two) + (one == two) + (one > two) == 1


def test_normal_form() -> None:
    assert nfc("e\u0302\u0301") == "ế"
    assert remove_accents("Đặng Thị Hường") == "Dang Thi Huong"
    assert html_escape("<a href='x'>&\"") == "&lt;a href=&#x27;x&#x27;&gt;&amp;&quot;"


ATTACKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>", "<a href=' &#14; javascript:alert(1)'>x</a>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<iframe src='https://x'></iframe>", "<object data='x'></object>", "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p style='width: expression(alert(1))'>x</p>", "<p style='x:\\65xpression(1)'>x</p>", "<style>@import 'x'</style>", "<form action='x'><input name=a></form>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<img src='data:image/svg+xml;base64,PHN2Zz4='>", "<base href='https://x'>",
    "<meta http-equiv=refresh content='0;url=x'>", "<div onclick='x'><b onmouseover=x>y</b></div>", "<p><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<a href='vbscript:x'>x</a>", "<template><script>x</script></template>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>",
]  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_from_strangers_is_harmless(attack: str) -> None:
    assert _is_harmless(str(html_sanitize(f"<p>before</p>{attack}<p>after</p>")))


@given(st.lists(st.sampled_from(["<", ">", "script", "'", '"', "/", "a", "href=", "on", "x=", "javascript:", " ", "svg", "<!--", "-->", "&#106;", "style", "\x00", "p"]), max_size=30))
def test_random_html_is_harmless(pieces: list[str]) -> None:
    assert _is_harmless(str(html_sanitize("".join(pieces))))


def _is_harmless(text: str) -> bool:
    if not text.strip():
        return True
    root = html.fragment_fromstring(text, create_parent="div")
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "iframe", "object", "svg", "form", "input", "base", "meta", "math"):
            return False
        for name, value in element.attrib.items():
            if name.startswith("on") or "javascript:" in value.lower() or "expression" in value or name == "srcdoc":
                return False
            if name in ("href", "src") and value.lower().startswith(("data:text", "data:image/svg", "vbscript")):
                return False
    return True


def test_sanitising_keeps_what_is_harmless() -> None:
    text = '<p class="lead" style="color: red">Hello <b>world</b>, <a href="https://a.vn/x?y=1">link</a></p><ul><li>one</li></ul>'
    assert html_sanitize(text) == text
    assert html_sanitize("<unknown>kept</unknown>") == "kept"
    assert html_sanitize("5 & 6") == "<p>5 &amp; 6</p>"
    assert html_sanitize(False) is False


def test_plain_text_and_back() -> None:
    assert html2plaintext("<p>Hello<br/>you &amp; <b>me</b></p><ul><li>one</li></ul>") == "Hello\nyou & me\n* one"
    assert html2plaintext('<a href="https://a.vn">here</a>') == "here [1]\n\n[1] https://a.vn"
    assert plaintext2html("a < b\nc\n\nd") == "<p>a &lt; b<br/>c</p><p>d</p>"
    assert is_html_empty("<p><br/>&nbsp;</p>") and not is_html_empty("<p>x</p>") and not is_html_empty("<img src='x'/>")
