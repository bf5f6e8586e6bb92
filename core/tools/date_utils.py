"""Dates: start and end of periods, steps, ranges."""

from __future__ import annotations

import calendar
import datetime as _datetime
import functools
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, TypeVar

from dateutil.relativedelta import relativedelta

D = TypeVar("D", date, datetime)

__all__ = [
    "add",
    "date_range",
    "date_type",
    "end_of",
    "get_fiscal_year",
    "get_month",
    "get_quarter",
    "get_quarter_number",
    "get_timedelta",
    "json_default",
    "localized",
    "parse_iso_date",
    "relativedelta",
    "start_of",
    "subtract",
    "sum_intervals",
    "time_to_float",
    "float_to_time",
    "weekend",
    "weeknumber",
    "weekstart",
    "to_timezone",
]

utc = _datetime.UTC


def date_type(value: Any) -> type:
    return datetime if isinstance(value, datetime) else date


def float_to_time(hours: float) -> time:
    """``8.5`` → ``08:30``."""
    if hours == 24.0:
        return time.max
    minutes = round(hours * 60)
    return time(minutes // 60, minutes % 60)


def time_to_float(duration: time | _datetime.timedelta) -> float:
    if isinstance(duration, _datetime.timedelta):
        return duration.total_seconds() / 3600
    if duration == time.max:
        return 24.0
    return duration.hour + duration.minute / 60 + duration.second / 3600


def localized(dt: datetime) -> datetime:
    """The datetime with a time zone: UTC when it has none."""
    return dt if dt.tzinfo else dt.replace(tzinfo=utc)


def to_timezone(tz: _datetime.tzinfo | None) -> Any:
    if tz is None:
        return lambda dt: dt.astimezone(utc).replace(tzinfo=None)
    return lambda dt: dt.astimezone(tz)


def parse_iso_date(value: str) -> date | datetime:
    """A date, or a datetime when the text has a time."""
    return date.fromisoformat(value) if len(value) <= 10 else datetime.fromisoformat(value)


def get_month(value: D) -> tuple[D, D]:
    """First and last day of the month."""
    _weekday, days = calendar.monthrange(value.year, value.month)
    return value.replace(day=1), value.replace(day=days)


def get_quarter_number(value: date) -> int:
    return (value.month + 2) // 3


def get_quarter(value: D) -> tuple[D, D]:
    """First and last day of the quarter."""
    first_month = 3 * get_quarter_number(value) - 2
    first = value.replace(month=first_month, day=1)
    return first, value.replace(
        month=first_month + 2, day=calendar.monthrange(value.year, first_month + 2)[1]
    )


def get_fiscal_year(value: D, day: int = 31, month: int = 12) -> tuple[D, D]:
    """First and last day of the fiscal year that ends on the given day and month."""

    if month == 2 and day == 28:
        day = 29  # a year that ends with February ends on its last day, also in a leap year

    def year_end(year: int) -> D:
        return value.replace(year=year, month=month, day=min(day, calendar.monthrange(year, month)[1]))

    if value <= year_end(value.year):
        end = year_end(value.year)
        return year_end(value.year - 1) + relativedelta(days=1), end
    return year_end(value.year) + relativedelta(days=1), year_end(value.year + 1)


def get_timedelta(qty: int, granularity: str) -> relativedelta:
    """``qty`` hours, days, weeks, months or years."""
    units = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}
    return relativedelta(**{units[granularity]: qty})  # type: ignore[arg-type]


def _period_start(value: D, granularity: str) -> D:
    if granularity == "year":
        return value.replace(month=1, day=1)
    if granularity == "quarter":
        return get_quarter(value)[0]
    if granularity == "month":
        return value.replace(day=1)
    if granularity == "week":
        return value - relativedelta(days=calendar.weekday(value.year, value.month, value.day))
    if granularity == "day" or (granularity == "hour" and isinstance(value, datetime)):
        return value
    raise ValueError(
        f"Granularity must be year, quarter, month, week, day or (for datetimes) hour, not {granularity!r}."
    )


def start_of(value: D, granularity: str) -> D:
    """The first moment of the year, quarter, month, week (Monday), day or hour."""
    start = _period_start(value, granularity)
    if isinstance(start, datetime):
        if granularity == "hour":
            return start.replace(minute=0, second=0, microsecond=0)
        return start.replace(hour=0, minute=0, second=0, microsecond=0)
    return start


def end_of(value: D, granularity: str) -> D:
    """The last moment of the year, quarter, month, week (Sunday), day or hour."""
    start = _period_start(value, granularity)
    length = {"year": 12, "quarter": 3, "month": 1}.get(granularity)
    if length:
        end = start + relativedelta(months=length, days=-1)
    else:
        end = start + relativedelta(days=6) if granularity == "week" else start
    if isinstance(end, datetime):
        if granularity == "hour":
            return end.replace(minute=59, second=59, microsecond=999999)
        return end.replace(hour=23, minute=59, second=59, microsecond=999999)
    return end


def add(value: D, *args: Any, **kwargs: Any) -> D:
    """The date plus a relativedelta given by its arguments."""
    return value + relativedelta(*args, **kwargs)


def subtract(value: D, *args: Any, **kwargs: Any) -> D:
    """The date minus a relativedelta given by its arguments."""
    return value - relativedelta(*args, **kwargs)


def date_range(start: D, end: D, step: relativedelta | None = None) -> Iterator[D]:
    """The dates from ``start`` to ``end`` (included), by default month by month."""
    step = relativedelta(months=1) if step is None else step
    if isinstance(start, datetime) and isinstance(end, datetime):
        if (start.tzinfo is None) != (end.tzinfo is None):
            raise ValueError("Start and end must both have a time zone, or neither.")
        if start.tzinfo is not None and str(start.tzinfo) != str(end.tzinfo):
            raise ValueError("The time zones of start and end differ.")
    elif isinstance(start, datetime) != isinstance(end, datetime):
        raise ValueError("Start and end must both be dates or both be datetimes.")
    if start > end:
        raise ValueError("The start is after the end.")
    if start == start + step:
        raise ValueError("The step is zero: the range would never end.")
    if start > start + step:
        raise ValueError("The step is negative.")
    current = start
    while current <= end:
        yield current
        current = current + step


def weeknumber(locale: Any, value: date) -> tuple[int, int]:
    """Year and week of the date by the locale's rules."""
    if locale.first_week_day == 0 and locale.min_week_days == 4:
        iso = value.isocalendar()
        return iso.year, iso.week
    for year in (value.year + 1, value.year, value.year - 1):
        first = weekstart(locale, date(year, 1, locale.min_week_days))
        day = value.date() if isinstance(value, datetime) else value
        if day >= first:
            return year, (day - first).days // 7 + 1
    raise AssertionError("a date lies in some week")


def weekstart(locale: Any, value: D) -> D:
    """First day of the week by the locale's rules."""
    return value - relativedelta(days=(value.weekday() - locale.first_week_day) % 7)


def weekend(locale: Any, value: D) -> D:
    """Last day of the week by the locale's rules."""
    return weekstart(locale, value) + relativedelta(days=6)


def sum_intervals(intervals: Any) -> float:
    """Total hours of ``(start, stop, …)`` intervals."""
    return sum((interval[1] - interval[0]).total_seconds() / 3600 for interval in intervals)


def json_default(obj: Any) -> Any:
    """For ``json.dumps(default=…)``: dates, lazy texts, bytes and the like as text."""
    if isinstance(obj, datetime):
        return obj.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(obj, date):
        return obj.isoformat()
    if isinstance(obj, functools.partial):
        return obj()
    if isinstance(obj, bytes):
        return obj.decode()
    if hasattr(obj, "items") and hasattr(obj, "keys"):
        return dict(obj)
    return str(obj)
