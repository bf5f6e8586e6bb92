"""Login throttling, kept in the database so that every worker counts the same failures.

Attempts are counted per login and address together, and per address; an unknown login counts like a known one, so
the answer says nothing about which logins exist. Logins are stored hashed: people type passwords into that field.
"""

from __future__ import annotations

import hashlib
import math
from datetime import timedelta

from core.base import clock

WINDOW = timedelta(minutes=10)
MAX_PER_LOGIN_AND_ADDRESS = 5
MAX_PER_ADDRESS = 40


def _key(login: str) -> str:
    return hashlib.sha256(login.strip().casefold().encode()).hexdigest()


def minutes_to_wait(cr, login: str, address: str) -> int:
    """0 when a login may be tried now, else the minutes until the oldest counted failure is forgotten."""
    now = clock.now()
    cr.run(
        "SELECT count(*) FILTER (WHERE login_key = %s), count(*), min(failed_at) FROM web_login_attempt"
        " WHERE address = %s AND failed_at > %s",
        (_key(login), address, now - WINDOW),
    )
    for_login, for_address, oldest = cr.fetchone()
    if for_login < MAX_PER_LOGIN_AND_ADDRESS and for_address < MAX_PER_ADDRESS:
        return 0
    return max(1, math.ceil((oldest + WINDOW - now).total_seconds() / 60))


def record_failure(cr, login: str, address: str) -> None:
    now = clock.now()
    cr.run("INSERT INTO web_login_attempt (login_key, address, failed_at) VALUES (%s, %s, %s)", (_key(login), address, now))
    cr.run("DELETE FROM web_login_attempt WHERE failed_at < %s", (now - 6 * WINDOW,))


def forget(cr, login: str, address: str) -> None:
    cr.run("DELETE FROM web_login_attempt WHERE login_key = %s AND address = %s", (_key(login), address))
