"""Rows copied in a spreadsheet, on their way into a table of lines: a table of texts, and which column goes where."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from core.base.errors import UserError
from core.i18n import _

from .formats import FormatError, Formats

#: Lines one paste may add; more is a job for the import.
MOST_ROWS = 500
_TEXT_TYPES = ("char", "text", "html")
_NUMBER_TYPES = ("integer", "float", "monetary")


def clipboard_table(text: str) -> list[list[str]]:
    """The cells of a spreadsheet's clipboard: tabs between cells, quotes around cells with line ends."""
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t")
    try:
        rows = [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise UserError(_("What you pasted is no table of a spreadsheet (%s).", error)) from error
    rows = [row for row in rows if any(row)]
    if len(rows) > MOST_ROWS:
        raise UserError(_("%(found)s rows were pasted; at most %(most)s are taken at once.", found=len(rows), most=MOST_ROWS),
                        hint=_("Paste them in parts, or import the file."))
    return rows


def match_columns(rows: list[list[str]], columns: Sequence[Any], start: str) -> tuple[list[list[str]], list[str | None]]:
    """The rows without their heading, and the field each pasted column goes to.

    A first row that names columns of the table decides. Without one the cells go from the column `start` to the right;
    a column of numbers passes over columns of text, so that code, quantity and price need no description between.

    :param columns: the editable columns of the table, as shown
    """
    if not columns:
        return rows, []
    headed = _by_heading(rows[0], columns) if rows else None
    if headed is not None:
        return rows[1:], headed
    names = [column.name for column in columns]
    todo = list(columns[names.index(start) if start in names else 0:])
    width = max((len(row) for row in rows), default=0)
    found: list[str | None] = []
    for place in range(width):
        is_number = _mostly_numbers([row[place] for row in rows if place < len(row) and row[place]], columns)
        while todo and place and is_number and todo[0].widget.node.type in _TEXT_TYPES and _has_number_column(todo):
            todo.pop(0)
        found.append(todo.pop(0).name if todo else None)
    return rows, found


def _by_heading(cells: list[str], columns: Sequence[Any]) -> list[str | None] | None:
    """The fields named by a heading; None when the row is none."""
    known = {column.name: column.name for column in columns}
    known.update((str(column.label).casefold(), column.name) for column in columns)
    found = [known.get(cell.casefold()) for cell in cells]
    named = sum(name is not None for name in found)
    return found if named and named * 2 >= len([cell for cell in cells if cell]) else None


def _has_number_column(columns: Sequence[Any]) -> bool:
    return any(column.widget.node.type in _NUMBER_TYPES for column in columns)


def _mostly_numbers(cells: list[str], columns: Sequence[Any]) -> bool:
    """A mistyped cell does not make a column of numbers one of texts."""
    return sum(_is_number(cell, columns[0].widget.formats) for cell in cells) * 2 >= len(cells) > 0


def _is_number(cell: str, formats: Formats) -> bool:
    try:
        formats.parse_number(cell)
    except FormatError:
        return False
    return True
