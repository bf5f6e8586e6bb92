"""What every database of ours contains before any addon: the SQL functions and the kernel's tables (schema ``sen``)."""

from __future__ import annotations

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
#: Beyond this plane there are neither combining marks nor letters with case.
LAST_LETTER = 0x20000
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def prepare(cr: Cursor, *, mark: bool = True) -> bool:
    """Install or update functions and tables; returns whether anything had to be done.

    :param mark: list the database among ours
    """
    if installed_version(cr) >= FUNCTIONS_VERSION:
        return False
    cr.run(_fold_function())
    cr.run(_functions())
    cr.run(
        "INSERT INTO sen.database (functions_version) VALUES (%s)"
        " ON CONFLICT (only_row) DO UPDATE SET functions_version = excluded.functions_version",
        [FUNCTIONS_VERSION],
    )
    if mark:
        mark_as_ours(cr)
    return True


def installed_version(cr: Cursor) -> int:
    """Version of the functions in this database, 0 when there are none."""
    cr.run("SELECT to_regclass('sen.database') IS NOT NULL")
    if not cr.fetchone()[0]:
        return 0
    cr.run("SELECT functions_version FROM sen.database")
    row = cr.fetchone()
    return int(row[0]) if row else 0


def is_empty(cr: Cursor) -> bool:
    """Whether nobody keeps tables in this database."""
    cr.run(
        "SELECT NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast'))"
    )
    return bool(cr.fetchone()[0])


def mark_as_ours(cr: Cursor) -> None:
    """Comment the database, if we own it, so that it is listed."""
    cr.run("SELECT quote_ident(datname), pg_get_userbyid(datdba) = current_user FROM pg_database"
           " WHERE datname = current_database()")
    name, owned = cr.fetchone()
    if owned:
        cr.run(f"COMMENT ON DATABASE {name} IS '{MARKER}'")


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
    for code in range(LAST_LETTER):
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
    for code in range(0x80, LAST_LETTER):
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
