"""Checking a login and password for a page or an RPC client."""

from __future__ import annotations

import time
from typing import Any

from core.base.errors import AccessDenied
from core.i18n import _
from core.orm.environment import Environment

from . import throttle

#: Every refused login takes at least this long, whether the login exists or not.
REFUSAL_TIME_S = 0.08


class TooManyAttempts(AccessDenied):
    """Login refused without looking at the password: too many failures from this address."""

    def __init__(self, message: str, minutes: int):
        super().__init__(message)
        self.minutes = minutes


def check_credentials(request: Any, login: str, password: str) -> int:
    """The user's id; raises AccessDenied without saying which part was wrong."""
    return verify(request.registry, request.cr, login, password, request.httprequest.remote_addr or "", request)


def verify(registry: Any, cr: Any, login: str, password: str, address: str, request: Any = None) -> int:
    started = time.monotonic()
    # Attempts are counted in a transaction of their own: the refusal rolls the request's back.
    with registry.cursor() as own:
        _refuse_a_storm(own, login, address)
    try:
        uid = _ask_users(cr, login, password, address)
    except AccessDenied:
        _count_failure(registry, login, address, started)
        raise AccessDenied(_("Wrong login or password.")) from None
    with registry.cursor() as own:
        throttle.forget(own, login, address)
    return uid


def verify_uid(registry: Any, cr: Any, uid: Any, password: Any, address: str) -> None:
    """For programs that send user id and password with every call; wrong ones are counted like wrong sign-ins."""
    if isinstance(uid, bool) or not isinstance(uid, int) or not isinstance(password, str):
        raise AccessDenied(_("Wrong user id or password."))
    started, name = time.monotonic(), f"uid {uid}"
    _refuse_a_storm(cr, name, address)
    try:
        Environment(cr, uid, {}, True)["res.users"].check(cr.dbname, uid, password)
    except AccessDenied:
        _count_failure(registry, name, address, started)
        raise AccessDenied(_("Wrong user id or password.")) from None


def _refuse_a_storm(cr: Any, login: str, address: str) -> None:
    minutes = throttle.minutes_to_wait(cr, login, address)
    if minutes:
        raise TooManyAttempts(
            _("Too many failed sign-ins. Try again in %s minutes, or ask an administrator to reset your password.", minutes), minutes,
        )


def _count_failure(registry: Any, login: str, address: str, started: float) -> None:
    with registry.cursor() as own:
        throttle.record_failure(own, login, address)
    time.sleep(max(0.0, REFUSAL_TIME_S - (time.monotonic() - started)))


def _ask_users(cr: Any, login: str, password: str, address: str) -> int:
    if not login or not password or len(password) > 1024:
        raise AccessDenied()
    users = Environment(cr, None, {}, True)["res.users"]
    info = users.authenticate(
        cr.dbname, {"login": login, "password": password, "type": "password"}, {"REMOTE_ADDR": address, "interactive": True},
    )
    uid = info["uid"] if isinstance(info, dict) else info
    if not uid:
        raise AccessDenied()
    return uid
