"""The one place that asks what time it is, so that tests can stop it."""

from __future__ import annotations

import datetime


def now() -> datetime.datetime:
    """The current UTC time, naive, whole seconds: the form datetimes have in the database."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)


def today() -> datetime.date:
    """The current UTC date. The user's day is ``fields.Date.context_today``."""
    return now().date()
