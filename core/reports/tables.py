"""Tables as files: XLSX with typed cells, and CSV as RFC 4180 has it. Rows are written as they come."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

_LONGEST_CELL = 32_767
_NUMBERS = ("integer", "float", "monetary")
_WIDTHS = {"integer": 10, "float": 14, "monetary": 16, "boolean": 8, "date": 12, "datetime": 18, "text": 40, "html": 40}
_USUAL_WIDTH = 24
#: A spreadsheet takes a text that begins like this for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(slots=True)
class TableColumn:
    """One column: its heading, the type of the field it shows, decimals of a number."""

    label: str
    kind: str = "char"
    decimals: int = 2


def write_xlsx(columns: Sequence[TableColumn], rows: Iterable[Sequence[Any]], *, title: str = "", date_format: str = "%Y-%m-%d",
               time_format: str = "%H:%M") -> IO[bytes]:
    """A workbook with one sheet; memory does not grow with the rows.

    :param date_format: as `strftime` has it
    :return: the file, at its beginning
    """
    import xlsxwriter

    file = tempfile.SpooledTemporaryFile(max_size=2 << 20)  # noqa: SIM115 – the caller reads and closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    sheet = book.add_worksheet(_sheet_name(title))
    head = book.add_format({"bold": True, "bg_color": "#E2F0EE", "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = [_cell_format(book, column, date_format, time_format) for column in columns]
    for position, column in enumerate(columns):
        sheet.set_column(position, position, max(_WIDTHS.get(column.kind, _USUAL_WIDTH), min(len(column.label) + 2, 40)))
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column.label[:_LONGEST_CELL], head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for position, value in enumerate(row):
            _write_cell(sheet, last, position, value, formats[position])
    if columns:
        sheet.autofilter(0, 0, last, len(columns) - 1)
    book.close()
    file.seek(0)
    return file


def _cell_format(book: Any, column: TableColumn, date_format: str, time_format: str) -> Any:
    if column.kind == "integer":
        return book.add_format({"num_format": "#,##0"})
    if column.kind in _NUMBERS:
        return book.add_format({"num_format": "#,##0" + ("." + "0" * column.decimals if column.decimals else "")})
    if column.kind == "date":
        return book.add_format({"num_format": excel_format(date_format)})
    if column.kind == "datetime":
        return book.add_format({"num_format": excel_format(f"{date_format} {time_format}")})
    return book.add_format({"valign": "top", "text_wrap": column.kind in ("text", "html")})


def _write_cell(sheet: Any, row: int, position: int, value: Any, style: Any) -> None:
    if value is None or value == "" and not isinstance(value, bool):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, position, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, position, value, style)
    elif isinstance(value, (date, datetime)):
        sheet.write_datetime(row, position, value, style)
    else:
        text = str(value)
        sheet.write_string(row, position, text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL - 1] + "…", style)


def _sheet_name(title: str) -> str:
    cleaned = "".join(" " if letter in "[]:*?/\\" else letter for letter in title).strip().strip("'")
    return cleaned[:31] or "Sheet1"


def excel_format(pattern: str) -> str:
    """A `strftime` format as a spreadsheet writes it: %d/%m/%Y → dd/mm/yyyy."""
    for ours, theirs in (("%d", "dd"), ("%m", "mm"), ("%Y", "yyyy"), ("%y", "yy"), ("%b", "mmm"), ("%B", "mmmm"), ("%H", "hh"), ("%I", "hh"),
                         ("%M", "mm"), ("%S", "ss"), ("%p", "AM/PM")):
        pattern = pattern.replace(ours, theirs)
    return pattern.replace("%", "")


def write_csv(columns: Sequence[TableColumn], rows: Iterable[Sequence[Any]]) -> IO[bytes]:
    """Comma-separated UTF-8 with a byte order mark. Dates are ISO, numbers have a point; texts cannot become formulas.

    :return: the file, at its beginning
    """
    file = tempfile.SpooledTemporaryFile(max_size=2 << 20)  # noqa: SIM115 – the caller reads and closes it
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(column.label) for column in columns])
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    text.flush()
    text.detach()
    file.seek(0)
    return file


def _csv_cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return value


def _harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet would calculate; it is shown as text then."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
