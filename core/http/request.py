"""The request in hand: `request`, and what a controller does with it."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any
from urllib.parse import urlsplit

import orjson
from werkzeug.datastructures import Headers
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.local import LocalProxy
from werkzeug.wrappers import Request as _WerkzeugRequest
from werkzeug.wrappers import Response as _WerkzeugResponse

from core.base.errors import AccessDenied

from . import session as session_tools
from .session import Session

MAX_BODY_BYTES = 128 * 1024 * 1024

_current: ContextVar["Request"] = ContextVar("request")
request: "Request" = LocalProxy(_current, unbound_message="There is no HTTP request here.")  # type: ignore[assignment]


class HTTPRequest(_WerkzeugRequest):
    """Werkzeug's request with our size limits."""

    max_content_length = MAX_BODY_BYTES
    max_form_memory_size = 64 * 1024 * 1024
    max_form_parts = 100_000


class Response(_WerkzeugResponse):
    """A response; `set_cookie` is HttpOnly and SameSite=Lax unless told otherwise."""

    default_mimetype = "text/html"

    def __init__(self, *args: Any, **kwargs: Any):
        self.template: str | None = kwargs.pop("template", None)
        self.qcontext: dict[str, Any] = kwargs.pop("qcontext", None) or {}
        self.uid: int | None = kwargs.pop("uid", None)
        super().__init__(*args, **kwargs)

    def set_cookie(self, key: str, value: str = "", **options: Any) -> None:  # type: ignore[override]
        options.setdefault("httponly", True)
        options.setdefault("samesite", "Lax")
        options.pop("cookie_type", None)
        super().set_cookie(key, value, **options)

    @property
    def is_qweb(self) -> bool:
        return self.template is not None

    def render(self) -> str:
        """The QWeb template with its values."""
        return str(request.env["ir.qweb"]._render(self.template, {**self.qcontext, "request": request}))

    def flatten(self) -> None:
        """Render a lazy template now, while the transaction is open."""
        if self.template:
            self.set_data(self.render())
            self.template = None


class Request:
    """One HTTP request inside one transaction. A retried request is a new object over the same buffered body."""

    def __init__(self, httprequest: HTTPRequest, session: Session, registry: Any = None, cr: Any = None):
        self.httprequest = httprequest
        self.session = session
        self.registry = registry
        self.cr = cr
        self.db = session.db or None
        self.env: Any = None
        self.params: dict[str, Any] = {}
        self.endpoint: Any = None
        self.future_response = _FutureResponse()
        self._secret: str | None = None

    # -- environment ---------------------------------------------------------------------------

    @property
    def uid(self) -> int | None:
        return self.env.uid if self.env else self.session.uid

    @property
    def context(self) -> Mapping[str, Any]:
        return self.env.context if self.env else self.session.context

    @property
    def lang(self) -> str:
        return self.context.get("lang") or self.best_lang or "en_US"

    def update_env(self, user: Any = None, context: Mapping | None = None, su: bool | None = None) -> None:
        """Replace the environment; `user` is an id or a record."""
        from core.orm.environment import Environment

        uid = getattr(user, "id", user)
        current = self.env
        self.env = Environment(
            self.cr,
            uid if uid is not None else current.uid if current else None,
            dict(context if context is not None else current.context if current else self.session.context),
            bool(su) if su is not None else False,
        )

    def update_context(self, **overrides: Any) -> None:
        self.update_env(context={**self.context, **overrides})

    @property
    def best_lang(self) -> str | None:
        """The browser's first language, as an Odoo code (`vi_VN`)."""
        best = self.httprequest.accept_languages.best
        if not best or best == "*":
            return None
        code, _, territory = best.replace("-", "_").partition("_")
        territory = territory or {"vi": "VN", "en": "US", "fr": "FR", "de": "DE"}.get(code.lower(), code.upper())
        return f"{code.lower()}_{territory.upper()}"

    # -- parameters ------------------------------------------------------------------------------

    def get_http_params(self) -> dict[str, Any]:
        """Query and form fields; of a repeated field the last value, files included."""
        params: dict[str, Any] = self.httprequest.args.to_dict(flat=True)
        params.update(self.httprequest.form.to_dict(flat=True))
        params.update(self.httprequest.files.to_dict(flat=True))
        return params

    def get_json_data(self) -> Any:
        try:
            return orjson.loads(self.httprequest.get_data(cache=True) or b"{}")
        except orjson.JSONDecodeError as error:
            raise BadRequest(f"The request body is not valid JSON: {error}") from error

    @property
    def is_htmx(self) -> bool:
        return self.httprequest.headers.get("HX-Request") == "true"

    # -- security -----------------------------------------------------------------------------------

    @property
    def secret(self) -> str:
        if self._secret is None:
            from .application import database_secret

            self._secret = database_secret(self.registry, self.cr)
        return self._secret

    def csrf_token(self, time_limit: int | None = None) -> str:
        return session_tools.csrf_token(self.secret, self.session, lifetime_s=time_limit)

    def validate_csrf(self, token: str | None) -> bool:
        return session_tools.csrf_valid(self.secret, self.session, token)

    # -- answers ----------------------------------------------------------------------------------------

    def make_response(self, data: Any, headers: Any = None, cookies: Mapping[str, str] | None = None,
                      status: int = 200) -> Response:
        response = Response(data, status=status, headers=Headers(headers or []))
        for key, value in (cookies or {}).items():
            response.set_cookie(key, value)
        return response

    def make_json_response(self, data: Any, headers: Any = None, cookies: Mapping | None = None, status: int = 200) -> Response:
        from .rpc import to_json

        response = self.make_response(to_json(data), headers, cookies, status)
        response.mimetype = "application/json"
        return response

    def redirect(self, location: str, code: int = 303, local: bool = True) -> Response:
        """Send the browser elsewhere; a `local` redirect never leaves this site, whatever the location says."""
        if local:
            try:
                parts = urlsplit(location.replace("\\", "/"))
            except ValueError:  # an address nobody can read, e.g. with half an IPv6 host
                parts = urlsplit("/")
            location = "/" + parts.path.lstrip("/") + (f"?{parts.query}" if parts.query else "") + (
                f"#{parts.fragment}" if parts.fragment else "")
        return Response("", status=code, headers={"Location": location})

    def redirect_query(self, location: str, query: Mapping | None = None, code: int = 303, local: bool = True) -> Response:
        from urllib.parse import urlencode

        if query:
            location += ("&" if "?" in location else "?") + urlencode(query)
        return self.redirect(location, code, local)

    def render(self, template: str, qcontext: dict | None = None, lazy: bool = True, **options: Any) -> Any:
        """Answer with a QWeb template of the database."""
        response = Response(template=template, qcontext=qcontext, **options)
        return response if lazy else response.render()

    def not_found(self, description: str | None = None) -> NotFound:
        return NotFound(description)

    # -- sign-in ----------------------------------------------------------------------------------------

    def authenticate(self, login: str, password: str) -> int:
        """Check the credentials (throttled, in constant time) and sign the session in; raises AccessDenied."""
        from .authentication import check_credentials

        uid = check_credentials(self, login, password)
        self.sign_in(uid, login)
        return uid

    def sign_in(self, uid: int, login: str) -> None:
        from core.orm.environment import Environment

        env = Environment(self.cr, uid, {})
        context = dict(env["res.users"].context_get())
        self.session.sign_in(uid, login, {key: context.get(key) for key in ("lang", "tz") if context.get(key)})
        self.env = Environment(self.cr, uid, self.session.context)

    def require_user(self) -> int:
        if not self.session.uid:
            raise SessionExpired()
        return self.session.uid


class _FutureResponse:
    """Headers and cookies that will be put on whatever response comes out."""

    def __init__(self) -> None:
        self.headers = Headers()
        self.cookies: list[tuple[tuple, dict]] = []

    def set_cookie(self, *args: Any, **options: Any) -> None:
        self.cookies.append((args, options))

    def apply(self, response: _WerkzeugResponse) -> None:
        response.headers.extend(self.headers)
        for args, options in self.cookies:
            response.set_cookie(*args, **options)


class SessionExpired(AccessDenied):
    """The address needs a signed-in user and nobody is signed in (any more)."""

    def __init__(self, message: str = "Your session has ended. Please sign in again."):
        super().__init__(message)
