"""Numbers, dates, encodings: recognised by the whole column or file, refused rather than misread."""

import unicodedata
from decimal import Decimal

import pytest

from core.data.cells import CellError, guess_date_format, guess_number_format, parse_boolean, parse_number
from core.data.table_files import FileProblem, describe, guess_separator, read_rows

VIETNAMESE = "Tên;Giá\nNguyễn Văn Đức;1\nCông ty Đường Sắt;2\n"


@pytest.mark.parametrize(("texts", "preferred", "expected"), [
    (["1.234.567,89", "5"], (".", ","), (",", ".")),
    (["1,234.50"], (",", "."), (".", ",")),
    (["1.500", "2.000"], (",", "."), (",", ".")),
    (["1.500", "2.000"], (".", ","), (".", ",")),
    (["1.100.000 đ", "18,5"], (".", ","), (",", ".")),
    (["1 234,5"], (".", ","), (",", " ")),
    (["abc"], (".", ","), None),
])
def test_separators_are_recognised_by_the_column(texts, preferred, expected):
    assert guess_number_format(texts, preferred) == expected


@pytest.mark.parametrize(("text", "separators", "number"), [
    ("1.234.567,89", (",", "."), "1234567.89"),
    ("1.100.000 ₫", (",", "."), "1100000"),
    ("(1,250.00)", (".", ","), "-1250"),
    ("15%", (".", ""), "15"),
    ("1\u00a0234,5", (",", " "), "1234.5"),
])
def test_numbers_as_people_write_them(text, separators, number):
    assert parse_number(text, *separators) == Decimal(number)


@pytest.mark.parametrize(("text", "separators"), [("1.23.4", (",", ".")), ("1,5", (".", ",")), ("12x", (".", "")), ("", (".", "")), ("nan", (".", ""))])
def test_a_number_that_contradicts_its_separators_is_refused(text, separators):
    with pytest.raises(CellError):
        parse_number(text, *separators)


@pytest.mark.parametrize(("texts", "preferred", "expected"), [
    (["31/12/2026", "01/02/2026"], "%m/%d/%Y", "%d/%m/%Y"),
    (["01/02/2026"], "%d/%m/%Y", "%d/%m/%Y"),
    (["01/02/2026"], "%m/%d/%Y", "%m/%d/%Y"),
    (["2026-12-31 23:59"], "%d/%m/%Y", "%Y-%m-%d %H:%M"),
    (["31.12.2026"], "%d/%m/%Y", "%d.%m.%Y"),
    (["31/02/2026"], "%d/%m/%Y", None),
])
def test_the_order_of_day_and_month_is_recognised_by_the_column(texts, preferred, expected):
    assert guess_date_format(texts, preferred) == expected


def test_yes_and_no_in_vietnamese_too():
    assert [parse_boolean(text) for text in ("Có", "không", "x", "0")] == [True, False, True, False]
    with pytest.raises(CellError):
        parse_boolean("maybe")


def code_page_1258(text: str) -> bytes:
    """As Windows programs in Vietnam write it: tone marks follow their letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += (base + "".join(part for part in parts if part in tones)).encode("cp1258")
    return out


@pytest.mark.parametrize(("content", "encoding"), [
    (VIETNAMESE.encode(), "utf-8"),
    (VIETNAMESE.encode("utf-8-sig"), "utf-8"),
    (VIETNAMESE.encode("utf-16"), "utf-16"),
    (VIETNAMESE.encode("utf-16-le"), "utf-16-le"),
    (code_page_1258(VIETNAMESE), "cp1258"),
])
def test_encodings_are_recognised(content, encoding):
    shape = describe("names.csv", content)
    assert (shape.encoding, shape.delimiter) == (encoding, ";")
    rows = [cells for _row, cells in read_rows("names.csv", content, shape)]
    assert rows[1] == ["Nguyễn Văn Đức", "1"]


def test_western_files_stay_western():
    assert describe("x.csv", "Name,City\nJosé,Málaga\nMüller,Köln\n".encode("cp1252")).encoding == "cp1252"


@pytest.mark.parametrize(("sample", "separator"), [
    ("a,b,c\n1,2,3\n", ","), ("a;b;c\n1,5;2;3\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("alone\nx\n", ","),
    ('name;note\n"x; y";"1, 2, 3"\n', ";"),
])  # fmt: skip
def test_the_separator_is_the_one_that_cuts_rows_alike(sample, separator):
    assert guess_separator(sample) == separator


def test_an_archive_that_unpacks_to_gigabytes_is_refused(monkeypatch):
    import io

    import xlsxwriter

    monkeypatch.setattr("core.data.table_files.MOST_UNPACKED_BYTES", 1000)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write(0, 0, "x")
    with pytest.raises(FileProblem, match="unpacks"):
        describe("bomb.xlsx", stream.getvalue())
