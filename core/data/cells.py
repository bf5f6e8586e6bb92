"""Cells of a table → values: numbers, dates, yes and no, as people write them in Vietnam, America and elsewhere.

Pure functions: no database. `guess_number_format` and `guess_date_format` look at a whole column, since one cell alone
(`1.500`, `03/04/2026`) does not say how it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from core.base.text import search_key
from core.i18n import _


class CellError(ValueError):
    """A cell that cannot be converted; the text says why and what to write instead."""


# -- numbers ---------------------------------------------------------------------------------------

NumberFormat = tuple[str, str]
"""(decimal separator, thousands separator or '')."""

NUMBER_FORMATS: tuple[NumberFormat, ...] = (
    (".", ""), (",", ""), (".", ","), (",", "."), (",", " "), (".", " "), (".", "'"),
)  # fmt: skip
_CURRENCY_MARKS = re.compile(r"^(?:[$€£¥₫đ]|VND|USD|EUR)\s*|\s*(?:[$€£¥₫đ%]|VND|USD|EUR|đồng)$", re.IGNORECASE)
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})


@lru_cache(maxsize=64)
def _grouped(decimal: str, thousands: str) -> re.Pattern[str]:
    """A number with separators where they belong: `1.234.567,89`, never `1.23.4`."""
    whole = rf"(?:\d+|\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+)" if thousands else r"\d+"
    mark = re.escape(decimal)
    return re.compile(rf"[+-]?(?:{whole}(?:{mark}\d*)?|{mark}\d+)(?:[eE][+-]?\d+)?")


def _bare(text: Any) -> str:
    """The digits and separators of a number: without currency, percent sign and special blanks; (5) is -5."""
    plain = _CURRENCY_MARKS.sub("", str(text).translate(_BLANKS).strip()).strip()
    return "-" + plain[1:-1].strip() if plain[:1] == "(" and plain[-1:] == ")" else plain


def parse_number(text: Any, decimal: str = ".", thousands: str = "") -> Decimal:
    """A number as it is written in the file; refuses anything else, and separators that contradict the format."""
    if isinstance(text, (int, float)):
        return Decimal(str(text))
    plain = _bare(text)
    try:
        if not _grouped(decimal, thousands).fullmatch(plain):
            raise InvalidOperation
        number = Decimal((plain.replace(thousands, "") if thousands else plain).replace(decimal, "."))
    except InvalidOperation:
        raise CellError(_not_a_number(text, plain, decimal)) from None
    if not number.is_finite():
        raise CellError(_("'%s' is not a number.", text))
    return number


def _not_a_number(text: Any, plain: str, decimal: str) -> str:
    if decimal != "." and "." in plain:
        return _("'%(text)s' is not a number written with the decimal separator '%(mark)s'.", text=text, mark=decimal)
    if decimal == "." and "," in plain and guess_number_format([plain]):
        return _("'%s' is not a number. Is the decimal separator a comma? Set decimal = \",\" in the mapping.", text)
    return _("'%s' is not a number.", text)


def guess_number_format(texts: Iterable[Any], preferred: NumberFormat = (".", ",")) -> NumberFormat | None:
    """The separators under which every text is a number, the preferred ones first; None when nothing fits."""
    plain = [_bare(text) for text in texts if not isinstance(text, (int, float))]
    for found in dict.fromkeys((preferred, (preferred[0], ""), *NUMBER_FORMATS)):
        pattern = _grouped(*found)
        if all(pattern.fullmatch(text) for text in plain):
            return found
    return None


# -- dates -----------------------------------------------------------------------------------------

_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%d/%m/%y", "%m/%d/%y", "%d-%b-%Y",
         "%d %b %Y", "%Y%m%d")  # fmt: skip
_TIMES = ("", " %H:%M:%S", " %H:%M", "T%H:%M:%S", " %H:%M:%S.%f", " %I:%M %p", "T%H:%M:%SZ")


def parse_datetime(text: Any, pattern: str | None = None) -> datetime:
    """A date and time in ISO form or in the given strptime pattern."""
    if isinstance(text, datetime):
        return text
    if isinstance(text, date):
        return datetime(text.year, text.month, text.day)
    plain = str(text).strip()
    try:
        return datetime.strptime(plain, pattern) if pattern else datetime.fromisoformat(plain)
    except ValueError:
        written = written_pattern(pattern) if pattern else _("2026-12-31 or 2026-12-31 23:59:00")
        raise CellError(_("'%(text)s' is not a date written as %(pattern)s.", text=text, pattern=written)) from None


def written_pattern(pattern: str) -> str:
    """A strptime pattern as people write it: `%d/%m/%Y` → `31/12/2026`."""
    return datetime(2026, 12, 31, 23, 59).strftime(pattern)


def guess_date_format(texts: Iterable[Any], preferred: str = "%Y-%m-%d") -> str | None:
    """The strptime pattern under which every text is a date, the preferred order of day and month first."""
    plain = [str(text).strip() for text in texts if not isinstance(text, date)]
    if not plain:
        return None
    for day in dict.fromkeys((_DAYS[0], preferred, *_DAYS)):
        for time in _TIMES:
            if _all_dates(plain, day + time):
                return day + time
    return None


def _all_dates(texts: Sequence[str], pattern: str) -> bool:
    try:
        return all(1000 <= datetime.strptime(text, pattern).year or "%y" in pattern for text in texts)
    except ValueError:
        return False


# -- yes and no ------------------------------------------------------------------------------------

_YES = frozenset("1 true yes y x t co dung".split())
_NO = frozenset("0 false no n f khong sai".split())


def parse_boolean(text: Any) -> bool:
    """yes/no, có/không in the usual spellings."""
    plain = search_key(str(text).strip())
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise CellError(_("'%s' is neither yes nor no.", text))
