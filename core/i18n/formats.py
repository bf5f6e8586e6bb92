"""Numbers, dates and amounts as a language writes them.

What an administrator set on the language record (``res.lang``) wins; everything else comes from Babel's CLDR data.
"""

from __future__ import annotations

import datetime as _datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_datetime as babel_datetime
from babel.dates import format_time as babel_time

from core.base.rounding import float_round

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class LanguageFormat:
    """How a language writes. ``date_format`` and ``time_format`` are strftime patterns; ``grouping`` gives the sizes
    of digit groups from the right, the last one repeats (negative: no further groups)."""

    code: str
    date_format: str = "%m/%d/%Y"
    time_format: str = "%H:%M:%S"
    decimal_point: str = "."
    thousands_sep: str = ","
    grouping: tuple[int, ...] = (3,)
    rtl: bool = False
    week_start: int = 7


@lru_cache(maxsize=128)
def babel_locale(lang_code: str) -> Locale:
    """The Babel locale of a language code; the nearest one when the exact one is unknown."""
    code, _sep, modifier = lang_code.partition("@")
    modifier = {"latin": "Latn", "Cyrl": "Cyrl"}.get(modifier, "")
    language, *rest = code.split("_")
    candidates = ["_".join([language, modifier, *rest]) if modifier else code, code, language, "en_US"]
    for candidate in candidates:
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("en_US is a locale")


_LDML_TO_POSIX = (
    ("yyyy", "%Y"), ("yy", "%y"), ("y", "%Y"), ("MMMM", "%B"), ("MMM", "%b"), ("MM", "%m"), ("M", "%m"),
    ("dd", "%d"), ("d", "%d"),
)  # fmt: skip


def _posix_date_format(pattern: str) -> str:
    """A short CLDR date pattern as strftime, always with day and month in two and the year in four digits."""
    result, position = "", 0
    while position < len(pattern):
        for ldml, posix in _LDML_TO_POSIX:
            if pattern.startswith(ldml, position):
                result += "%Y" if posix == "%y" else posix
                position += len(ldml)
                break
        else:
            result += pattern[position]
            position += 1
    return result.replace("'", "").replace("\u200f", "")


@lru_cache(maxsize=128)
def get_lang_format(lang: str) -> LanguageFormat:
    """The format of a language by CLDR, without asking a database."""
    locale = babel_locale(lang)
    symbols = locale.number_symbols
    symbols = symbols.get("latn", symbols) if "latn" in symbols else symbols
    return LanguageFormat(
        code=lang,
        date_format=_posix_date_format(locale.date_formats["short"].pattern),
        decimal_point=symbols.get("decimal", "."),
        thousands_sep=symbols.get("group", ","),
        grouping=(3, 2) if lang in ("hi_IN", "bn_IN", "te_IN", "gu_IN") else (3,),
        rtl=locale.text_direction == "rtl",
        week_start=locale.first_week_day + 1,
    )


@lru_cache(maxsize=512)
def _parse_grouping(text: str) -> tuple[int, ...]:
    sizes = [int(part) for part in text.strip("[] ").split(",") if part.strip().lstrip("-").isdigit()]
    return tuple(size for size in sizes if size != 0) or (3,)


def _of_record(data: Any, code: str) -> LanguageFormat:
    return LanguageFormat(
        code=code,
        date_format=data.date_format or "%m/%d/%Y",
        time_format=data.time_format or "%H:%M:%S",
        decimal_point=data.decimal_point or ".",
        thousands_sep=data.thousands_sep or "",
        grouping=_parse_grouping(data.grouping or "[3,0]"),
        rtl=getattr(data, "direction", "ltr") == "rtl",
        week_start=int(getattr(data, "week_start", 7) or 7),
    )


def _code_for(env: Any, lang_code: str | None) -> str:
    """The asked language, else the context's, else the user's, else English."""
    if lang_code:
        return lang_code
    code = env.context.get("lang")
    if code:
        return str(code)
    return "en_US"


def language_format(env: Any, lang_code: str | None = None) -> LanguageFormat:
    """The format in force: the language record's when there is one, else CLDR's."""
    code = _code_for(env, lang_code)
    if env is not None and "res.lang" in env:
        find = getattr(env["res.lang"], "_get_data", None)
        data = find(code=code) if find else None
        if data:
            return _of_record(data, code)
    return get_lang_format(code)


def get_lang(env: Any, lang_code: str | None = None) -> Any:
    """The language record of ``lang_code``, or else of the context, the user's company, or the first installed."""
    languages = env["res.lang"]
    installed = [code for code, _name in languages.get_installed()]
    company_lang = env.user.company_id.partner_id.lang if env.uid else None
    wanted = [lang_code, env.context.get("lang"), company_lang, *installed[:1], "en_US"]
    code = next((code for code in wanted if code and code in installed), "en_US")
    return languages._lang_get(code) if hasattr(languages, "_lang_get") else languages._get_data(code=code)


# Numbers


def _group(digits: str, sizes: tuple[int, ...], separator: str) -> str:
    if not separator or not sizes:
        return digits
    groups: list[str] = []
    index = 0
    while digits:
        size = sizes[min(index, len(sizes) - 1)]
        if size <= 0:
            groups.append(digits)
            break
        groups.append(digits[-size:])
        digits = digits[:-size]
        index += 1
    return separator.join(reversed(groups))


def format_number(value: float, digits: int = 2, lang: str | LanguageFormat = "en_US", *, grouping: bool = True) -> str:
    """``1234567.891`` with 2 digits in vi_VN: ``1.234.567,89``."""
    style = get_lang_format(lang) if isinstance(lang, str) else lang
    text = f"{float_round(value, precision_digits=digits):.{digits}f}"
    sign = "-" if text.startswith("-") else ""
    units, _point, fraction = text.lstrip("-").partition(".")
    if grouping:
        units = _group(units, style.grouping, style.thousands_sep)
    return f"{sign}{units}{style.decimal_point}{fraction}" if fraction else f"{sign}{units}"


def _with_symbol(text: str, currency: Any) -> str:
    symbol = currency.symbol or currency.name or ""
    if not symbol:
        return text
    if currency.position == "before":
        sign, number = ("-", text[1:]) if text.startswith("-") else ("", text)
        return f"{sign}{symbol}{NO_BREAK_SPACE}{number}"
    return f"{text}{NO_BREAK_SPACE}{symbol}"


def format_amount(
    env: Any, amount: float, currency: Any, lang_code: str | None = None, trailing_zeroes: bool = True
) -> str:
    """An amount with its currency's digits and sign, parted by a no-break space: ``1.100.000 đ``."""
    style = language_format(env, lang_code)
    digits = currency.decimal_places
    text = format_number(float(amount) + 0.0, digits, style)
    if not trailing_zeroes and digits and style.decimal_point in text:
        text = text.rstrip("0").removesuffix(style.decimal_point)
    return _with_symbol(text, currency)


_ROUNDING_UNITS = {"decimals": 1, "units": 1, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6}


def format_lang(
    env: Any,
    value: Any,
    digits: int | None = 2,
    grouping: bool = True,
    dp: str | None = None,
    currency: Any = None,
    rounding_method: str = "HALF-EVEN",
    rounding_unit: str = "decimals",
) -> str:
    """What ``formatLang`` returns; an empty value gives an empty text."""
    if value is False or value is None or value == "":
        return ""
    if dp:
        digits = env["decimal.precision"].precision_get(dp)
    elif currency:
        digits = currency.decimal_places
    if rounding_unit != "decimals":
        digits = 0
    rounded = float_round(value / _ROUNDING_UNITS[rounding_unit], precision_digits=digits or 0, rounding_method=rounding_method)
    text = format_number(rounded, digits or 0, language_format(env), grouping=grouping)
    return _with_symbol(text, currency) if currency else text


# Dates


def _strftime(moment: Any, pattern: str, locale: Locale) -> str:
    """strftime with the names of the locale."""
    from core.tools.misc import posix_to_ldml

    return babel_datetime(moment, posix_to_ldml(pattern, locale), locale=locale)


def _as_date(value: Any) -> _datetime.date | None:
    if not value:
        return None
    if isinstance(value, str):
        return _datetime.date.fromisoformat(value[:10])
    return value  # type: ignore[no-any-return]


def _zone(env: Any, tz: str | None) -> _datetime.tzinfo:
    name = tz or (env.context.get("tz") if env is not None else None) or (getattr(env.user, "tz", None) if env is not None and env.uid else None)
    try:
        return ZoneInfo(name or "UTC")
    except (KeyError, ValueError):
        return _datetime.UTC


def _as_local(env: Any, value: Any, tz: str | None) -> _datetime.datetime | None:
    if not value:
        return None
    if isinstance(value, str):
        value = _datetime.datetime.fromisoformat(value)
    if value.tzinfo is None:
        value = value.replace(tzinfo=_datetime.UTC)
    return value.astimezone(_zone(env, tz))  # type: ignore[no-any-return]


def format_date(env: Any, value: Any, lang_code: str | None = None, date_format: str | None = None) -> str:
    """A date, its ISO text, or the day of a datetime in the user's zone; '' when there is none.

    :param date_format: a Babel pattern; default the language's own format
    """
    day = _as_local(env, value, None) if isinstance(value, _datetime.datetime) else _as_date(value)
    if day is None:
        return ""
    if isinstance(day, _datetime.datetime):
        day = day.date()
    code = _code_for(env, lang_code)
    if date_format:
        return babel_date(day, format=date_format, locale=babel_locale(code))
    pattern = language_format(env, lang_code).date_format
    if not any(f"%{letter}" in pattern for letter in "aAbB"):
        return day.strftime(pattern)
    return _strftime(day, pattern, babel_locale(code))


def parse_date(env: Any, value: str, lang_code: str | None = None) -> Any:
    """The date in the language's own format; the text itself when it is none."""
    try:
        return _datetime.datetime.strptime(value, language_format(env, lang_code).date_format).date()
    except ValueError:
        return value


def format_datetime(
    env: Any, value: Any, tz: str | None = None, dt_format: str = "medium", lang_code: str | None = None
) -> str:
    """A UTC datetime (or its text) in the user's time zone; '' when there is none.

    :param dt_format: 'medium' is the language's own format; else a Babel format
    """
    moment = _as_local(env, value, tz)
    if moment is None:
        return ""
    locale = babel_locale(_code_for(env, lang_code))
    if dt_format and dt_format != "medium":
        return babel_datetime(moment, dt_format, locale=locale)
    style = language_format(env, lang_code)
    return _strftime(moment, f"{style.date_format} {style.time_format}", locale)


def format_time(
    env: Any, value: Any, tz: str | None = None, time_format: str = "medium", lang_code: str | None = None
) -> str:
    """A time of day, or the time of a UTC datetime in the user's zone."""
    if not value:
        return ""
    locale = babel_locale(_code_for(env, lang_code))
    if isinstance(value, _datetime.time):
        moment: Any = value
    else:
        moment = _as_local(env, value, tz)
    if time_format != "medium":
        return babel_time(moment, format=time_format, locale=locale)
    return str(moment.strftime(language_format(env, lang_code).time_format))
