"""Sessions live in the database: valid on every worker, revocable, never readable from a stolen backup.

The cookie carries `<database>~<token>`; the table keeps only the token's SHA-256. A session ends when it idles or
grows old, when the user signs out, is archived, or changes the password (the row remembers a mark of the password's
hash). Anonymous visitors have a token too – the CSRF token is derived from it – but no row until data is stored.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator, MutableMapping
from datetime import timedelta
from typing import Any

import orjson

from core.base import clock

COOKIE = "session_id"
IDLE_LIMIT = timedelta(days=7)
AGE_LIMIT = timedelta(days=30)
TOUCH_EVERY = timedelta(minutes=10)
CSRF_LIFETIME_S = 48 * 3600

_PASSWORD_MARK = "left(encode(sha256(convert_to(coalesce(u.password, ''), 'UTF8')), 'hex'), 16)"
_LOAD = f"""
    SELECT s.id, s.user_id, s.data, s.seen_at
      FROM web_session s JOIN res_users u ON u.id = s.user_id
     WHERE s.token_hash = %s AND u.active AND s.seen_at > %s AND s.opened_at > %s
       AND s.password_mark = {_PASSWORD_MARK}
"""


class Session(MutableMapping[str, Any]):
    """Who is signed in, and small data kept between requests. Changes are stored at the end of the request."""

    def __init__(self, db: str, token: str | None = None):
        self.db = db
        self.token = token or secrets.token_urlsafe(32)
        self.is_new = token is None
        self.row_id: int | None = None
        self.uid: int | None = None
        self.is_dirty = False
        self.can_save = True
        self.needs_touch = False
        self._data: dict[str, Any] = {}
        self._retired_hash: str | None = None

    # -- mapping ----------------------------------------------------------------------------------

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __setitem__(self, key: str, value: Any) -> None:
        if self._data.get(key, _ABSENT) != value:
            self._data[key] = value
            self.is_dirty = True

    def __delitem__(self, key: str) -> None:
        del self._data[key]
        self.is_dirty = True

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    @property
    def context(self) -> dict[str, Any]:
        return dict(self._data.get("context") or {})

    @context.setter
    def context(self, value: dict[str, Any]) -> None:
        self["context"] = value

    @property
    def login(self) -> str | None:
        return self._data.get("login")

    @property
    def debug(self) -> str:
        """'1' when the user switched the developer mode on (`?debug=1`)."""
        return self._data.get("debug") or ""

    @debug.setter
    def debug(self, value: str) -> None:
        self["debug"] = value or ""

    @property
    def sid(self) -> str:
        return self.token

    # -- life ------------------------------------------------------------------------------------

    def sign_in(self, uid: int, login: str, context: dict[str, Any]) -> None:
        """Bind the session to the user under a new token, so that a token planted before the login is worthless."""
        if self.row_id:
            self._retired_hash = token_hash(self.token)
        self.token, self.row_id, self.is_new = secrets.token_urlsafe(32), None, True
        self._data = {"login": login, "context": context}
        self.uid = uid
        self.is_dirty = True

    def logout(self, keep_db: bool = False) -> None:
        if self.row_id:
            self._retired_hash = token_hash(self.token)
        self.token, self.row_id, self.is_new, self.uid = secrets.token_urlsafe(32), None, True, None
        self._data = {}
        self.is_dirty = True

    # -- storage ------------------------------------------------------------------------------------

    def load(self, cr) -> None:
        """Read the row of the token, if it is still good."""
        now = clock.now()
        cr.run(_LOAD, (token_hash(self.token), now - IDLE_LIMIT, now - AGE_LIMIT))
        row = cr.fetchone()
        if row is None:
            return
        self.row_id, self.uid, data, seen_at = row
        self._data = orjson.loads(data) if data else {}
        self.needs_touch = now - seen_at > TOUCH_EVERY

    @property
    def needs_save(self) -> bool:
        return self.can_save and bool(self._retired_hash or self.needs_touch or (self.is_dirty and self.uid))

    def save(self, cr) -> None:
        """Write what changed. The caller commits."""
        now = clock.now()
        if self._retired_hash:
            cr.run("DELETE FROM web_session WHERE token_hash = %s", (self._retired_hash,))
        if self.uid and self.row_id is None:
            cr.run(
                f"INSERT INTO web_session (token_hash, user_id, data, opened_at, seen_at, password_mark)"
                f" SELECT %s, u.id, %s, %s, %s, {_PASSWORD_MARK} FROM res_users u WHERE u.id = %s RETURNING id",
                (token_hash(self.token), orjson.dumps(self._data).decode(), now, now, self.uid),
            )
            row = cr.fetchone()
            self.row_id = row[0] if row else None
        elif self.row_id and self.is_dirty:
            cr.run("UPDATE web_session SET data = %s, seen_at = %s WHERE id = %s",
                   (orjson.dumps(self._data).decode(), now, self.row_id))
        elif self.row_id and self.needs_touch:
            cr.run("UPDATE web_session SET seen_at = %s WHERE id = %s", (now, self.row_id))
        self.is_dirty = self.needs_touch = False
        self._retired_hash = None


_ABSENT = object()


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def read_cookie(value: str | None) -> tuple[str, str] | None:
    """(database, token) of the cookie, or None when it is not one of ours."""
    database, separator, token = (value or "").partition("~")
    if not separator or not (20 <= len(token) <= 100):
        return None
    return database, token


def cookie_value(session: Session) -> str:
    return f"{session.db}~{session.token}"


def csrf_token(secret: str, session: Session, *, lifetime_s: int | None = None) -> str:
    """A token for this session: `<salt>o<expires>o<mac>`. The salt changes each time, so pages compress safely."""
    expires = int(clock.now().timestamp()) + (lifetime_s or CSRF_LIFETIME_S)
    salt = secrets.token_hex(8)
    return f"{salt}o{expires:x}o{_csrf_mac(secret, session.token, salt, expires)}"


def csrf_valid(secret: str, session: Session, token: str | None) -> bool:
    salt, _, rest = (token or "").partition("o")
    expires_text, _, mac = rest.partition("o")
    try:
        expires = int(expires_text, 16)
    except ValueError:
        return False
    expected = _csrf_mac(secret, session.token, salt, expires)
    return hmac.compare_digest(expected.encode(), mac.encode()) and expires > clock.now().timestamp()


def _csrf_mac(secret: str, token: str, salt: str, expires: int) -> str:
    return hmac.new(secret.encode(), f"csrf {token} {salt} {expires:x}".encode(), hashlib.sha256).hexdigest()
