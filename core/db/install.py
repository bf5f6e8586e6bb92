"""What every database of ours contains before any addon: the SQL functions and the kernel's tables (schema ``sen``)."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.db.cursor import Cursor

#: Raise with every change of ``functions.sql``: older databases are brought up to date when they are opened.
FUNCTIONS_VERSION = 2
#: Comment on a database by which ours are told from others on the same server.
MARKER = "Sen"

#: ``str.split`` and ``\s`` as Python sees them.
BLANKS = r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def prepare(cr: Cursor) -> bool:
    """Install or update functions and tables; returns whether anything had to be done."""
    cr.run("SELECT to_regclass('sen.database') IS NOT NULL")
    row = cr.fetchone()
    if row and row[0]:
        cr.run("SELECT functions_version FROM sen.database")
        version = cr.fetchone()
        if version and version[0] >= FUNCTIONS_VERSION:
            return False
    cr.run("SELECT pg_advisory_xact_lock(5326451)")  # two workers opening the same old database
    cr.run(_fold_function())
    cr.run(_functions())
    cr.run(
        "INSERT INTO sen.database (functions_version) VALUES (%s)"
        " ON CONFLICT (only_row) DO UPDATE SET functions_version = excluded.functions_version",
        [FUNCTIONS_VERSION],
    )
    return True


@cache
def _functions() -> str:
    text = Path(__file__).with_name("functions.sql").read_text(encoding="utf-8")
    letters = ALPHABET + ALPHABET.upper()
    codes = "".join(chr(0x80 + rank) for rank in range(len(ALPHABET)))
    for name, value in {
        "COMBINING": _combining_class(), "BLANKS": BLANKS, "LETTERS": letters, "CODES": codes * 2,
    }.items():
        text = text.replace(f"@{name}@", value)
    return text


def _combining_class() -> str:
    """A bracket expression of all combining marks."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.combining(chr(code)):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "[" + "".join(f"{_escape(first)}-{_escape(last)}" for first, last in ranges) + "]"


def _escape(code: int) -> str:
    return f"\\U{code:08X}" if code > 0xFFFF else f"\\u{code:04X}"


@cache
def _fold_function() -> str:
    """``sen_fold(text)``: Unicode case folding of decomposed text, the same whatever the server's locale.

    Its table is Python's, so that ``core.base.text.search_key`` gives the same keys. Slow (0.1 ms), and not needed for
    Vietnamese, of which only ASCII is left once the marks are dropped.
    """
    single, several = [], []
    for code in range(0x80, sys.maxunicode + 1):
        char = chr(code)
        folded = char.casefold()
        if folded == char:
            continue
        if len(folded) == 1:
            single.append((char, folded))
        else:
            several.append((char, folded))
    upper, lower = ("".join(column) for column in zip(*single, strict=True))
    expression = f"""translate(lower(value COLLATE "C"), '{upper}', '{lower}')"""
    for char, folded in several:
        expression = f"replace({expression}, '{char}', '{folded}')"
    return f"""
        CREATE OR REPLACE FUNCTION public.sen_fold(value text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN {expression}
    """
