"""Rows copied in a spreadsheet find their columns."""

from types import SimpleNamespace

import pytest

from core.base.errors import UserError
from core.views.formats import Formats
from core.views.paste import MOST_ROWS, clipboard_table, match_columns

FORMATS = Formats("vi_VN", ",", ".", "%d/%m/%Y")


def column(name, label, kind):
    return SimpleNamespace(name=name, label=label, widget=SimpleNamespace(formats=FORMATS, node=SimpleNamespace(type=kind)))


COLUMNS = [column("product_id", "Sản phẩm", "many2one"), column("name", "Mô tả", "text"),
           column("product_uom_qty", "Số lượng", "float"), column("price_unit", "Đơn giá", "float")]


@pytest.mark.parametrize(("text", "expected"), [
    ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
    ('"two\nlines"\t1', [["two\nlines", "1"]]),
    ('"say ""hello"""\t1', [['say "hello"', "1"]]),
    ("\t\n\n a \t", [["a", ""]]),
    ("", []),
])
def test_cells_of_the_clipboard(text, expected):
    assert clipboard_table(text) == expected


def test_too_many_rows_are_refused():
    with pytest.raises(UserError, match=str(MOST_ROWS + 1)):
        clipboard_table("a\n" * (MOST_ROWS + 1))


@pytest.mark.parametrize(("rows", "start", "expected"), [
    ([["FURN", "3", "1.500,5"]], "product_id", ["product_id", "product_uom_qty", "price_unit"]),
    ([["FURN", "a desk", "3"]], "product_id", ["product_id", "name", "product_uom_qty"]),
    ([["FURN", "3"], ["BIN", "many"]], "product_id", ["product_id", "product_uom_qty"]),
    ([["5"], ["6"]], "product_uom_qty", ["product_uom_qty"]),
    ([["5", "6", "7"]], "product_uom_qty", ["product_uom_qty", "price_unit", None]),
])
def test_columns_without_a_heading_go_from_the_cell_with_the_focus_to_the_right(rows, start, expected):
    assert match_columns(rows, COLUMNS, start) == (rows, expected)


def test_a_heading_in_the_users_language_decides():
    rows = [["đơn giá", "Ghi chú", "Sản phẩm", "SỐ LƯỢNG"], ["70", "x", "BIN", "2"]]
    assert match_columns(rows, COLUMNS, "product_id") == (rows[1:], ["price_unit", None, "product_id", "product_uom_qty"])
