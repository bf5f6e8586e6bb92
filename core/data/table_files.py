"""Tables from files: CSV in any encoding and with any separator, spreadsheets. What a file is, its content says, not its name.

`describe` looks at the bytes and answers how to read them; `read_rows` reads. Nothing is evaluated: a formula in a CSV
file is text, in a spreadsheet its last result.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from core.base.errors import UserError
from core.base.text import nfc
from core.i18n import _

Cells = list[Any]

SPREADSHEETS = ("xlsx", "xls", "ods")
SEPARATORS = (",", ";", "\t", "|")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAMPLE_BYTES = 200_000
_SAMPLE_ROWS = 100
MOST_COLUMNS = 1000
MOST_UNPACKED_BYTES = 512 * 1024 * 1024


class FileProblem(UserError):
    """A file that cannot be read as a table; `row` says where, when it is known (1 is the first)."""

    def __init__(self, message: str, row: int | None = None, hint: str | None = None) -> None:
        self.row = row
        super().__init__(message, code="import.file", hint=hint)


@dataclass
class TableFormat:
    """How a file is read."""

    kind: str = "csv"
    """csv, or a kind of spreadsheet: xlsx, xls, ods."""
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    sheet: str | None = None
    sheets: list[str] = field(default_factory=list)


# -- what is it ------------------------------------------------------------------------------------


def describe(name: str, content: bytes) -> TableFormat:
    """The format of a file, from its content.

    :raises FileProblem: it is no table at all (a picture, a PDF …); the message says so in words
    """
    if not content.strip():
        raise FileProblem(_("%s is empty.", name), hint=_("Its first row names the columns, the others are the records."))
    if content.startswith((_ZIP, _OLE)):
        return _describe_spreadsheet(name, content)
    if _looks_binary(content):
        raise FileProblem(
            _("%s is neither a CSV file nor a spreadsheet, whatever its name says.", name),
            hint=_("Save the table as XLSX or CSV (UTF-8) in your spreadsheet program."))  # fmt: skip
    encoding = guess_encoding(content)
    sample = content[:_SAMPLE_BYTES].decode(_codec(encoding), errors="replace")
    quote = '"' if sample.count('"') >= sample.count("'") or "'" not in sample[:1] else "'"
    return TableFormat("csv", encoding, guess_separator(sample, quote), quote)


def _looks_binary(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    start = content[:4096]
    return content.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or (
        b"\0" in start and _utf16_without_mark(start) is None
    )


def _describe_spreadsheet(name: str, content: bytes) -> TableFormat:
    sheets = _workbook(name, content).sheet_names
    kind = "xls" if content.startswith(_OLE) else "ods" if b"opendocument" in content[:200] else "xlsx"
    return TableFormat(kind, sheet=sheets[0] if sheets else None, sheets=list(sheets))


def guess_encoding(content: bytes) -> str:
    """UTF-8 and UTF-16 are recognised for certain; of the one-byte code pages the one that gives Vietnamese words."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    wide = _utf16_without_mark(content[:4096])
    if wide:
        return wide
    try:
        content.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    return max(("cp1258", "cp1252", "latin-1"), key=lambda encoding: _plausibility(content, encoding))


def _utf16_without_mark(start: bytes) -> str | None:
    """Every other byte of Latin text in UTF-16 is zero."""
    pairs = max(len(start) // 2, 1)
    if start[1::2].count(0) > pairs * 0.4 and start[0::2].count(0) < pairs * 0.1:
        return "utf-16-le"
    if start[0::2].count(0) > pairs * 0.4 and start[1::2].count(0) < pairs * 0.1:
        return "utf-16-be"
    return None


def _plausibility(content: bytes, encoding: str) -> tuple[int, int]:
    """Letters that belong to Vietnamese words count for an encoding, marks without a letter against it."""
    import unicodedata

    try:
        text = content[:_SAMPLE_BYTES].decode(encoding)
    except UnicodeDecodeError:
        return (-1_000_000, 0)
    composed = unicodedata.normalize("NFC", text)
    foreign = sum(1 for letter in composed if ord(letter) > 127 and not letter.isalpha())
    combining = sum(1 for letter in composed if unicodedata.combining(letter))
    tones = sum(1 for letter in text if unicodedata.combining(letter)) - combining
    marked = sum(1 for letter in composed.lower() if letter in "đăơư")
    # the order of the candidates breaks ties: code page 1252 is the usual one outside Vietnam
    return (2 * tones + (marked if tones else 0) - 3 * combining - foreign, encoding == "cp1252")


def guess_separator(sample: str, quote: str = '"') -> str:
    """The separator that cuts most rows into the same number of cells, more than one."""
    best, best_score = ",", (0.0, 0)
    for separator in SEPARATORS:
        widths = Counter(len(row) for row in _parsed_sample(sample, separator, quote) if row)
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        header = next((len(row) for row in _parsed_sample(sample, separator, quote) if row), 0)
        if header > 1:
            score = (count / sum(widths.values()) if width == header else 0.0, header)
            best, best_score = max((best_score, best), (score, separator))[::-1]
    return best


def _parsed_sample(sample: str, separator: str, quote: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator, quotechar=quote):
            rows.append(row)
            if len(rows) >= _SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    return rows


# -- reading ---------------------------------------------------------------------------------------


def read_rows(name: str, content: bytes, shape: TableFormat) -> Iterator[tuple[int, Cells]]:
    """(row number from 1, cells) of every row.

    :raises FileProblem: for what does not belong to such a file, with its row
    """
    if shape.kind in SPREADSHEETS or content.startswith((_ZIP, _OLE)):
        yield from _spreadsheet_rows(name, content, shape)
    else:
        yield from _csv_rows(name, content, shape)


def _csv_rows(name: str, content: bytes, shape: TableFormat) -> Iterator[tuple[int, Cells]]:
    text = decode(content, shape.encoding)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=shape.delimiter or ",", quotechar=shape.quote or None, strict=True,
        quoting=csv.QUOTE_MINIMAL if shape.quote else csv.QUOTE_NONE)  # fmt: skip
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        raise FileProblem(_("Broken CSV: %s.", error), reader.line_num) from error


def decode(content: bytes, encoding: str) -> str:
    """The text of a file.

    :raises FileProblem: with the row that is not in this encoding, and the encoding it probably has
    """
    try:
        return nfc(content.decode(_codec(encoding)))
    except LookupError as error:
        raise FileProblem(_("Unknown encoding '%s'.", encoding)) from error
    except UnicodeDecodeError as error:
        raise FileProblem(
            _("The file is not %(encoding)s: byte 0x%(byte)s does not belong there. Save it as UTF-8, or name its encoding"
              ' in the mapping (encoding = "%(likely)s").', encoding=encoding, byte=f"{content[error.start]:02x}",
              likely=guess_encoding(content)), content.count(b"\n", 0, error.start) + 1) from error  # fmt: skip


def _codec(encoding: str) -> str:
    return "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding


def _workbook(name: str, content: bytes) -> Any:
    from python_calamine import CalamineError, CalamineWorkbook

    _refuse_bomb(name, content)
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, OSError, ValueError) as error:
        raise FileProblem(
            _("%(name)s is no spreadsheet: %(error)s", name=name, error=error),
            hint=_("Open it in your spreadsheet program and save it as XLSX.")) from error  # fmt: skip


def _refuse_bomb(name: str, content: bytes) -> None:
    """A small archive may unpack to more than memory holds."""
    if not content.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return  # calamine says what is wrong with it
    if size > MOST_UNPACKED_BYTES:
        raise FileProblem(_("%(name)s unpacks to %(size)s MB, too much to be a table.", name=name, size=size // 2**20))


def _spreadsheet_rows(name: str, content: bytes, shape: TableFormat) -> Iterator[tuple[int, Cells]]:
    from python_calamine import CalamineError, WorksheetNotFound

    workbook = _workbook(name, content)
    try:
        sheet = workbook.get_sheet_by_name(shape.sheet) if shape.sheet else workbook.get_sheet_by_index(0)
    except (CalamineError, WorksheetNotFound, IndexError) as error:
        raise FileProblem(
            _("%(name)s has no sheet '%(sheet)s'. It has: %(sheets)s.", name=name, sheet=shape.sheet or "1",
              sheets=", ".join(workbook.sheet_names))) from error  # fmt: skip
    width = sheet.width
    if width > MOST_COLUMNS:
        raise FileProblem(_("The sheet has %(width)s columns; at most %(most)s can be imported.", width=width, most=MOST_COLUMNS))
    yield from enumerate(sheet.to_python(skip_empty_area=False), 1)
