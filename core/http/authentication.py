"""Checking a login and password for a page or an RPC client."""

from __future__ import annotations

import hashlib
import time
from datetime import datetime
from typing import Any

from core.base import clock
from core.base.errors import AccessDenied, MissingError
from core.i18n import _
from core.orm.environment import Environment

from . import throttle

#: Every refused login takes at least this long, whether the login exists or not.
REFUSAL_TIME_S = 0.08
_LONGEST_PASSWORD = 1024


class TooManyAttempts(AccessDenied):
    """Login refused without looking at the password: too many failures from this address."""

    def __init__(self, message: str, minutes: int):
        super().__init__(message)
        self.minutes = minutes


def check_credentials(request: Any, login: str, password: str) -> int:
    """The user's id; raises AccessDenied without saying which part was wrong."""
    return verify(request.registry, request.cr, login, password, request.httprequest.remote_addr or "")


def verify(registry: Any, cr: Any, login: str, password: str, address: str, *, interactive: bool = True) -> int:
    """The id of the user who signs in by login and password; a program (not interactive) may use an API key.

    :raises AccessDenied: without saying which part was wrong
    """
    started = time.monotonic()
    # Attempts are counted in a transaction of their own: the refusal rolls the request's back.
    with registry.cursor() as own:
        _refuse_a_storm(own, login, address)
    try:
        uid = _ask_users(cr, login, password, address, interactive)
    except AccessDenied:
        _count_failure(registry, login, address, started)
        raise AccessDenied(_("Wrong login or password.")) from None
    with registry.cursor() as own:
        throttle.forget(own, login, address)
    return uid


def verify_uid(registry: Any, cr: Any, uid: Any, password: Any, address: str) -> None:
    """For programs that send user id and password or API key with every call.

    A proof once found good is remembered until anything about the user, the password or the key changes, or the key
    expires. Wrong ones are counted like wrong sign-ins.
    """
    if type(uid) is not int or not 0 < uid < 2**31 or not _is_possible(password):
        raise AccessDenied(_("Wrong user id or password."))
    proof = hashlib.sha256(password.encode()).digest()
    if _is_known(registry, uid, proof):
        return
    started, name, state = time.monotonic(), f"uid {uid}", _cache_state(registry)
    _refuse_a_storm(cr, name, address)
    users = Environment(cr, uid, {})["res.users"]
    try:
        if not users.env.user.exists().active:
            raise AccessDenied()
        info = users.env.user._check_credentials(
            {"login": users.env.user.login, "password": password, "type": "password"}, {"interactive": False})
    except (AccessDenied, MissingError):
        _count_failure(registry, name, address, started)
        raise AccessDenied(_("Wrong user id or password.")) from None
    if state == _cache_state(registry):  # nothing was revoked while we looked
        registry._caches[_CACHE][_KEY, uid, proof] = info.get("expiration_date") or None


def _is_possible(password: Any) -> bool:
    return isinstance(password, str) and 0 < len(password) <= _LONGEST_PASSWORD and "\0" not in password


#: In the registry's cache, which every change of a user, password or key empties on all workers.
_CACHE, _KEY = "default", "core.http.authentication"


def _is_known(registry: Any, uid: int, proof: bytes) -> bool:
    try:
        expires_at: datetime | None = registry._caches[_CACHE][_KEY, uid, proof]
    except KeyError:
        return False
    return expires_at is None or clock.now() < expires_at


def _cache_state(registry: Any) -> tuple[Any, Any]:
    """Changes whenever the cache was emptied, by this worker or another one's signal."""
    return registry.cache_version, registry.cache_generations.get(_CACHE)


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


def _ask_users(cr: Any, login: str, password: str, address: str, interactive: bool) -> int:
    if not login or "\0" in login or not _is_possible(password):
        raise AccessDenied()
    users = Environment(cr, None, {}, True)["res.users"]
    info = users.authenticate(
        cr.dbname, {"login": login, "password": password, "type": "password"}, {"REMOTE_ADDR": address, "interactive": interactive},
    )
    uid = info["uid"] if isinstance(info, dict) else info
    if not uid:
        raise AccessDenied()
    return uid
