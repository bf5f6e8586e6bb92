"""From HTML to paper: one document after the other, each with its letterhead, footer and page numbers."""

from __future__ import annotations

import builtins
import re
import zlib
from types import SimpleNamespace
from typing import Any

import pytest

from core.reports import PdfUnavailable, html_to_pdf
from core.reports.pdf import lay_out, page_style, split_documents, static_content

ROWS = "".join(f"<tr><td>Dòng {number}</td></tr>" for number in range(120))


def document(name: str, body: str = "") -> str:
    return (f'<div class="header">Công ty {name}</div><div class="article"><h2>{name}</h2>{body}</div>'
            f'<div class="footer">Chân trang {name} <span class="page"></span>/<span class="topage"></span></div>')


def page(*documents: str) -> str:
    return ('<html><head><link rel="stylesheet" href="/web/static/src/report.css"/></head><body><div id="wrapwrap"><main>'
            + "".join(documents) + "</main></div></body></html>")


def texts(laid_out: list[Any]) -> list[list[str]]:
    """The text of each page of each document, margin boxes included."""
    from weasyprint.formatting_structure import boxes

    def of(box: Any) -> list[str]:
        found = [box.text] if isinstance(box, boxes.TextBox) else []
        for child in getattr(box, "children", ()):
            found += of(child)
        return found

    return [[" ".join(of(sheet._page_box)) for sheet in each.pages] for each in laid_out]


@pytest.fixture(autouse=True)
def needs_pango() -> None:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("Pango is not installed")


def test_letterhead_footer_and_numbers_on_every_page() -> None:
    [sheets] = texts(lay_out(page(document("Hoa Sen", f"<table><thead><tr><th>Tên hàng</th></tr></thead>{ROWS}</table>"))))
    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, 1):
        assert "Công ty Hoa Sen" in sheet
        assert "Chân trang Hoa Sen" in sheet
        assert "Tên hàng" in sheet  # the head of the table is repeated
        assert re.search(rf"\b{number} */ *{len(sheets)}\b", sheet)


def test_each_document_counts_its_own_pages() -> None:
    first, second = texts(lay_out(page(document("Một", f"<table>{ROWS}</table>"), document("Hai"))))
    assert len(first) > 1
    assert len(second) == 1
    assert "Chân trang Hai 1 / 1" in re.sub(r" +", " ", second[0])
    assert "Công ty Hai" not in first[0]


def test_what_follows_an_article_stays_with_it() -> None:
    parts = list(split_documents(page(document("Một"), "<p>Ghi chú một</p>", document("Hai"))))
    assert ["Ghi chú một" in part for part in parts] == [True, False]


def test_a_page_without_articles_is_one_document() -> None:
    assert len(list(split_documents("<html><body><p>a</p><p>b</p></body></html>"))) == 1


def test_vietnamese_letters_have_glyphs() -> None:
    letters = "ăâđêôơưĂÂĐÊÔƠƯắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỵỷỹ"
    pdf = html_to_pdf(None, page(document("Đường", letters)))
    streams = b"".join(_inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)).lower()
    glyphs = dict(reversed(pair) for pair in re.findall(rb"<([0-9a-f]{4})> *<([0-9a-f]{4})>", streams))
    missing = [letter for letter in letters if glyphs.get(f"{ord(letter):04x}".encode(), b"0000") == b"0000"]
    assert not missing


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def paper(**values: Any) -> Any:
    class Format(SimpleNamespace):
        def __getitem__(self, name: str) -> Any:
            return getattr(self, name)

    return Format(**{"format": "A4", "orientation": "Portrait", "page_width": 0, "page_height": 0, "margin_top": 40, "margin_bottom": 20,
                     "margin_left": 7, "margin_right": 7, **values})


@pytest.mark.parametrize(("values", "size"), [
    ({}, "210mm 297mm"),
    ({"orientation": "Landscape"}, "297mm 210mm"),
    ({"format": "A5"}, "148mm 210mm"),
    ({"format": "custom", "page_width": 80, "page_height": 200}, "80mm 200mm"),
    ({"format": "Nonsense"}, "210mm 297mm"),
])
def test_paper_sizes(values: dict[str, Any], size: str) -> None:
    assert f"size: {size};" in page_style(paper(**values))


def test_paper_margins_are_kept() -> None:
    assert "margin: 40mm 7mm 20mm 7mm;" in page_style(paper())
    [[sheet]] = [each.pages for each in lay_out(page(document("A")), paper(format="custom", page_width=80, page_height=200))]
    assert (round(sheet.width * 25.4 / 96), round(sheet.height * 25.4 / 96)) == (80, 200)


@pytest.mark.parametrize("address", ["http://example.com/x.png", "file:///etc/passwd", "/web/static/../../../etc/passwd", "//example.com/a.css"])
def test_a_document_loads_nothing_from_elsewhere(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr(socket, "create_connection", lambda *arguments, **options: pytest.fail("the network was used"))
    pdf = html_to_pdf(None, page(document("A", f'<img src="{address}"/><link rel="stylesheet" href="{address}"/>')))
    assert pdf.startswith(b"%PDF")
    assert b"root:" not in pdf


def test_static_files_of_addons_only() -> None:
    assert static_content("/web/static/src/report.css") is not None
    assert static_content("/web/static/../__manifest__.py") is None
    assert static_content("/etc/passwd") is None


def test_without_pango_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def broken(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(PdfUnavailable) as refused:
        html_to_pdf(None, page(document("A")))
    assert "libpango" in refused.value.hint
