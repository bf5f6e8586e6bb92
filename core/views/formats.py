"""Numbers, dates and amounts as the user writes and reads them. One `Formats` per language, shared."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from core.base import clock


class FormatError(ValueError):
    """What was typed is no number or date; `args[0]` is 'number', 'integer', 'date' or 'datetime'."""


class Formats:
    """Spelling of one language.

    :param date_format: strftime directives of Odoo's `res.lang`, e.g. `%d/%m/%Y`
    """

    __slots__ = ("lang", "decimal", "thousands", "date_format", "time_format", "_order", "date_hint")

    def __init__(self, lang: str, decimal: str = ".", thousands: str = ",", date_format: str = "%m/%d/%Y",
                 time_format: str = "%H:%M:%S"):
        self.lang, self.decimal, self.thousands = lang, decimal, thousands
        self.date_format, self.time_format = date_format, time_format.replace(":%S", "")
        self._order = [letter for letter in re.findall(r"%-?([dmyYb])", date_format)]
        hint = date_format.replace("%-", "%")
        for directive, text in (("%d", "dd"), ("%m", "mm"), ("%Y", "yyyy"), ("%y", "yy"), ("%b", "mm")):
            hint = hint.replace(directive, text)
        self.date_hint = hint

    # -- numbers ------------------------------------------------------------------------------

    def number(self, value: float, digits: int) -> str:
        text = f"{value:,.{digits}f}"
        if text.startswith("-") and not text.strip("-0.,"):
            text = text[1:]  # no "-0.00"
        if self.thousands == "," and self.decimal == ".":
            return text
        return text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)

    def integer(self, value: int) -> str:
        text = f"{value:,d}"
        return text if self.thousands == "," else text.replace(",", self.thousands)

    def quantity(self, value: float, digits: int, shortest: int = 0) -> str:
        """A number without the zeros that say nothing: 2 rather than 2.000, 2.5 rather than 2.500."""
        text = f"{value:,.{digits}f}"
        whole, dot, fraction = text.partition(".")
        fraction = fraction.rstrip("0").ljust(shortest, "0")
        text = f"{whole}.{fraction}" if fraction else whole
        return text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)

    def parse_number(self, text: str) -> float:
        """Lenient: blanks and signs of currency are ignored, and a lone separator is read by what follows it."""
        cleaned = re.sub(r"[^\d.,+\-]", "", text.strip())
        if not re.search(r"\d", cleaned) or re.search(r"[A-Za-z]{4,}", text):
            raise FormatError("number")
        decimal = self._decimal_of(cleaned)
        for separator in ".,":
            if separator != decimal:
                cleaned = cleaned.replace(separator, "")
        if decimal:
            cleaned = cleaned.replace(decimal, ".")
        try:
            return float(cleaned)
        except ValueError:
            raise FormatError("number") from None

    def _decimal_of(self, cleaned: str) -> str:
        """Which separator of this text is the decimal one: the language's, unless it can only be the other."""
        dots, commas = cleaned.count("."), cleaned.count(",")
        if dots and commas:
            return max(".,", key=cleaned.rindex)
        if not dots and not commas:
            return ""
        mark = "." if dots else ","
        if mark == self.decimal:
            return mark if cleaned.count(mark) == 1 else ""
        groups = cleaned.lstrip("+-").split(mark)
        grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
        return "" if grouped or len(groups) > 2 else mark

    def parse_integer(self, text: str) -> int:
        value = self.parse_number(text)
        if value != int(value):
            raise FormatError("integer")
        return int(value)

    # -- dates ------------------------------------------------------------------------------------

    def date(self, value: dt.date) -> str:
        return value.strftime(self.date_format)

    def datetime(self, value: dt.datetime, tz: str | None) -> str:
        local = value.replace(tzinfo=dt.UTC).astimezone(zone(tz))
        return local.strftime(f"{self.date_format} {self.time_format}")

    def parse_date(self, text: str) -> dt.date:
        text = text.strip()
        iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
        try:
            if iso:
                return dt.date(*map(int, iso.groups()))
            return self._date_from_parts(re.findall(r"\d+", text))
        except (ValueError, KeyError, OverflowError):
            raise FormatError("date") from None

    def _date_from_parts(self, parts: list[str]) -> dt.date:
        if len(parts) == 1 and len(parts[0]) in (6, 8):  # 21112026, 211126
            whole = parts[0]
            parts = [whole[0:2], whole[2:4], whole[4:]] if self._order[-1:] in (["Y"], ["y"]) else [whole[:-4], whole[-4:-2], whole[-2:]]
        order = [{"Y": "y", "b": "m"}.get(letter, letter) for letter in self._order] or ["m", "d", "y"]
        if len(parts) == 2:
            order = [letter for letter in order if letter != "y"]
        if len(parts) != len(order):
            raise ValueError(parts)
        found = dict(zip(order, map(int, parts), strict=True))
        year = found.get("y", clock.today().year)
        return dt.date(year + 2000 if year < 100 else year, found["m"], found["d"])

    def parse_datetime(self, text: str, tz: str | None) -> dt.datetime:
        """A moment in the user's time zone, as naive UTC."""
        text = text.strip().replace("T", " ")
        day, _, rest = text.partition(" ")
        clock_parts = re.fullmatch(r"(\d{1,2})(?:[:hH.](\d{1,2}))?(?:[:.](\d{1,2}))?", rest.strip() or "0")
        if not clock_parts:
            raise FormatError("datetime")
        hours, minutes, seconds = (int(part or 0) for part in clock_parts.groups())
        try:
            local = dt.datetime.combine(self.parse_date(day), dt.datetime.min.time()).replace(
                hour=hours, minute=minutes, second=seconds, tzinfo=zone(tz))
        except ValueError:
            raise FormatError("datetime") from None
        return local.astimezone(dt.UTC).replace(tzinfo=None)


@lru_cache(maxsize=512)
def zone(name: str | None) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def formats_for(env: Any) -> Formats:
    """The formats of the environment's language."""
    from core.i18n import get_lang_format

    lang = env.context.get("lang") or "en_US"
    return _build(lang, get_lang_format(lang))


def _build(lang: str, source: Any) -> Formats:
    return Formats(lang, source.decimal_point, source.thousands_sep, source.date_format, source.time_format)


def float_time(value: float) -> str:
    """1.5 → 01:30."""
    minutes = round(abs(value) * 60)
    return f"{'-' if value < 0 else ''}{minutes // 60:02d}:{minutes % 60:02d}"


def parse_float_time(text: str) -> float:
    match = re.fullmatch(r"\s*(-?)(\d+):(\d{1,2})\s*", text)
    if not match:
        raise FormatError("number")
    sign, hours, minutes = match.groups()
    return (int(hours) + int(minutes) / 60) * (-1 if sign else 1)
