"""The WSGI application: from the socket to a controller in a transaction, and back.

One request is one transaction, run through `core.db.transaction.run` with a fresh environment and retried from the
buffered body when PostgreSQL asks for it. The response is complete before the commit; nothing is sent before it.
"""

from __future__ import annotations

import gzip
import io
import logging
import secrets
import threading
import weakref
from typing import Any

import orjson
import psycopg2
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, NotFound
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import Map, RequestRedirect

import core.modules  # noqa: F401 – a registry is loaded through it
from core.base.config import config
from core.base.errors import AccessDenied, AccessError
from core.i18n import _

from . import assets, database_forms, errors, rpc, services
from .databases import allowed_databases
from .request import HTTPRequest, Request, Response, SessionExpired, _current
from .routing import Endpoint, RecordReference, build_map
from .session import COOKIE, AGE_LIMIT, Session, cookie_value, read_cookie

_logger = logging.getLogger(__name__)

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
#: What programs ask first; a database that cannot be opened does not keep the answer from them.
_BESIDE_DATABASES = ("/web/webclient/version_info", "/web/database/list")
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")
_GZIP_FROM_BYTES = 1000

_maps: "weakref.WeakKeyDictionary[Any, tuple[tuple, Map]]" = weakref.WeakKeyDictionary()
_secrets: "weakref.WeakKeyDictionary[Any, str]" = weakref.WeakKeyDictionary()
_no_database_map: list[Map] = []
_lock = threading.Lock()


class Application:
    """The WSGI callable."""

    def __call__(self, environ: dict, start_response: Any) -> Any:
        if config["proxy_mode"] and "HTTP_X_FORWARDED_HOST" in environ:
            _believe_proxy(environ, start_response)
        if services.serves(environ.get("PATH_INFO", "")):
            return services.answer(environ, start_response)
        httprequest = HTTPRequest(environ)
        try:
            response = self._respond(httprequest)
        except Exception as error:  # the last resort: even a broken error page must not take the worker down
            response = errors.error_response(error, path=httprequest.path)
        _secure(response)
        return response(environ, start_response)

    def _respond(self, httprequest: HTTPRequest) -> Response:
        if httprequest.path == "/web/health":
            return health(httprequest)
        static = _static(httprequest)
        if static is not None:
            return static
        if database_forms.serves(httprequest):
            return database_forms.answer(httprequest)
        session, problem = (Session(""), None) if httprequest.path in _BESIDE_DATABASES else open_session(httprequest)
        if problem is not None:
            return problem
        try:
            if session.db:
                response = _serve_database(httprequest, session)
            else:
                response = _serve_without_database(httprequest, session)
        except Exception as error:
            response = _answer_outside_the_database(httprequest, session, error)
        _set_session_cookie(httprequest, session, response)
        return _compress(httprequest, response)


application = Application()


def _nothing(environ: dict, start_response: Any) -> list[bytes]:
    return []


#: Rewrites the environment by the headers of the reverse proxy; used for that effect only.
_believe_proxy = ProxyFix(_nothing, x_for=1, x_proto=1, x_host=1)


# -- static, health ---------------------------------------------------------------------------------------


def _static(httprequest: HTTPRequest) -> Response | None:
    try:
        return assets.serve(httprequest)  # type: ignore[return-value]
    except NotFound as error:
        return errors.error_response(error, path=httprequest.path)


def health(httprequest: HTTPRequest) -> Response:
    """`{"status": "pass"}`; with `?db_server_status=1` the database server is asked too."""
    status: dict[str, Any] = {"status": "pass"}
    code = 200
    if httprequest.args.get("db_server_status"):
        try:
            from core import db

            db.databases()
            status["db_server_status"] = True
        except Exception:
            _logger.exception("The health check cannot reach the database server")
            status.update(status="fail", db_server_status=False)
            code = 500
    response = Response(rpc.to_json(status), status=code, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


# -- which database ------------------------------------------------------------------------------------------


def open_session(httprequest: HTTPRequest) -> tuple[Session, Response | None]:
    """The session of the request's database. Its row is read later, inside the transaction."""
    cookie = read_cookie(httprequest.cookies.get(COOKIE))
    try:
        names = allowed_databases(httprequest.host)
    except Exception:
        _logger.exception("The database server cannot be reached")
        return Session(""), errors.service_unavailable(
            _("The database server cannot be reached."), _("Is PostgreSQL running? The log of the server says what it tried."),
        )
    wanted = httprequest.args.get("db") or _named_by_program(httprequest)
    if wanted and wanted in names:
        if cookie and cookie[0] == wanted:
            return Session(wanted, cookie[1]), None
        return Session(wanted), None
    if wanted:
        return Session(""), errors.error_response(_unknown_database(wanted))
    if cookie and cookie[0] in names:
        return Session(cookie[0], cookie[1]), None
    return Session(names[0] if len(names) == 1 else ""), None


def _named_by_program(httprequest: HTTPRequest) -> str | None:
    """Programs name the database they sign in to in the call's parameters."""
    if httprequest.path != "/web/session/authenticate" or httprequest.mimetype != "application/json":
        return None
    try:
        name = orjson.loads(httprequest.get_data(cache=True))["params"]["db"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
    return name if isinstance(name, str) else None


def _unknown_database(name: str) -> HTTPException:
    return _described(NotFound, _("There is no database named %s here.", name))


def _described(kind: type[HTTPException], text: str) -> HTTPException:
    return kind(text)


# -- a request in a database ----------------------------------------------------------------------------------


def _serve_database(httprequest: HTTPRequest, session: Session) -> Response:
    from core.orm.registry import Registry

    registry = Registry.get(session.db)
    body: bytes | None = None
    while True:
        registry, endpoint, arguments = _match_in(registry, httprequest)
        body = _buffer(httprequest) if body is None else body
        try:
            return _run_as_routed(registry, session, httprequest, body, endpoint, arguments)
        except _AddonsChanged as changed:
            registry = changed.registry


def _run_as_routed(registry, session, httprequest, body, endpoint, arguments) -> Response:
    readonly = _wants_readonly(endpoint, httprequest)
    try:
        return _run(registry, session, httprequest, body, endpoint, arguments, readonly)
    except psycopg2.errors.ReadOnlySqlTransaction:
        _logger.info("%s wrote in a read-only route; running it again read/write", httprequest.path)
        return _run(registry, session, httprequest, body, endpoint, arguments, False)


def _match_in(registry: Any, httprequest: HTTPRequest) -> tuple[Any, Endpoint, dict[str, Any]]:
    """The registry and what answers the address; an unknown address may be that of an addon another worker installed."""
    try:
        return registry, *match(_map_of(registry), httprequest)
    except NotFound:
        fresh = registry.check_signaling()
        if fresh is registry:
            raise
        return fresh, *match(_map_of(fresh), httprequest)


def _wants_readonly(endpoint: Endpoint, httprequest: HTTPRequest) -> bool:
    readonly = endpoint.routing["readonly"]
    return bool(readonly(getattr(endpoint.method, "__self__", None)) if callable(readonly) else readonly)


def _run(registry, session, httprequest, body, endpoint, arguments, readonly) -> Response:
    def attempt(cr: Any) -> Response:
        # In the same transaction, so that the answer is as new as what the request reads.
        current = registry.check_signaling(cr)
        if current is not registry:
            raise _AddonsChanged(current)
        fresh = _copy_session(session, cr)
        request = Request(_fresh_request(httprequest, body), fresh, registry, cr)
        token = _current.set(request)
        try:
            response = dispatch(request, endpoint, dict(arguments))
            if fresh.needs_save and not readonly and endpoint.routing["save_session"]:
                fresh.save(cr)
        except Exception as error:
            # The page that explains the error is written in the user's language, so it is made here.
            failed = _answer_error(httprequest, fresh, error, request=request, endpoint=endpoint)
            if failed is None:
                raise
            raise _Failed(failed, fresh) from error
        finally:
            _current.reset(token)
        attempt.session = fresh  # type: ignore[attr-defined]
        return response

    try:
        response = _transact(registry, session.db, attempt, readonly)
        finished = attempt.session  # type: ignore[attr-defined]
        registry.signal_changes()
    except _Failed as failure:
        registry.reset_changes()
        response, finished = failure.response, failure.session
    if finished.needs_save and endpoint.routing["save_session"]:
        _save_apart(registry, finished)
    session.__dict__.update(finished.__dict__)
    return response


class _AddonsChanged(Exception):
    """Another worker installed, upgraded or removed addons: the request starts over with the new registry."""

    def __init__(self, registry: Any):
        self.registry = registry


def _transact(registry: Any, dbname: str, attempt: Any, readonly: bool) -> Response:
    """Run the request in a transaction of its own, or in that of the test that makes it."""
    from core.db import transaction

    if registry.in_test_mode_cursor is None:
        return transaction.run(dbname, attempt, readonly=readonly)
    with registry.cursor() as cr:
        return attempt(cr)


class _Failed(Exception):
    """Carries the error's page through the rollback."""

    def __init__(self, response: Response, session: Session):
        self.response, self.session = response, session


def _copy_session(session: Session, cr: Any) -> Session:
    fresh = Session(session.db, session.token)
    fresh.is_new = session.is_new
    if not fresh.is_new:
        fresh.load(cr)
    return fresh


def _save_apart(registry: Any, session: Session) -> None:
    """Store the session when the request's own transaction could not: read-only, or rolled back."""
    try:
        with registry.cursor() as cr:
            session.save(cr)
    except psycopg2.Error:
        _logger.warning("A session could not be stored", exc_info=True)


def _buffer(httprequest: HTTPRequest) -> bytes:
    if httprequest.method in ("GET", "HEAD"):
        return b""
    return httprequest.get_data(cache=False)


def _fresh_request(httprequest: HTTPRequest, body: bytes) -> HTTPRequest:
    environ = {key: value for key, value in httprequest.environ.items() if key != "werkzeug.request"}
    environ["wsgi.input"] = io.BytesIO(body)
    environ["CONTENT_LENGTH"] = str(len(body))
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    return HTTPRequest(environ)


def match(url_map: Map, httprequest: HTTPRequest) -> tuple[Endpoint, dict[str, Any]]:
    try:
        endpoint, arguments = url_map.bind_to_environ(httprequest.environ).match(return_rule=False)
        return endpoint, dict(arguments)
    except RequestRedirect as redirect:
        raise redirect
    except MethodNotAllowed:
        raise
    except NotFound:
        raise NotFound() from None


def _map_of(registry: Any) -> Map:
    installed = tuple(registry.loaded_modules)
    cached = _maps.get(registry)
    if cached is None or cached[0] != installed:
        with _lock:
            cached = (installed, build_map(installed))
            _maps[registry] = cached
    return cached[1]


def database_secret(registry: Any, cr: Any) -> str:
    """The database's own secret (`database.secret`), made on first use."""
    secret = _secrets.get(registry)
    if secret is None:
        secret = _read_secret(cr) or _make_secret(registry)
        _secrets[registry] = secret
    return secret


def _read_secret(cr: Any) -> str | None:
    cr.run("SELECT value FROM ir_config_parameter WHERE key = 'database.secret'")
    row = cr.fetchone()
    return row[0] if row else None


def _make_secret(registry: Any) -> str:
    with registry.cursor() as cr:
        cr.run(
            "INSERT INTO ir_config_parameter (key, value) SELECT 'database.secret', %s"
            " WHERE NOT EXISTS (SELECT FROM ir_config_parameter WHERE key = 'database.secret')", (secrets.token_hex(32),),
        )
        return _read_secret(cr) or ""


# -- calling the controller ----------------------------------------------------------------------------------


def dispatch(request: Request, endpoint: Endpoint, arguments: dict[str, Any]) -> Response:
    """Authenticate, check the CSRF token, call the controller, and make a response of what it answers."""
    request.endpoint = endpoint
    request.update_env(request.session.uid, request.session.context)
    _authenticate(request, endpoint)
    _note_debug_mode(request)
    if endpoint.routing["type"] == "json":
        return _dispatch_json(request, endpoint, arguments)
    _check_csrf(request, endpoint)
    request.params = {**request.get_http_params(), **_browse_references(request, arguments)}
    for name in ("csrf_token", "db") :
        if name not in arguments:
            request.params.pop(name, None)
    return _finish(request, endpoint.method(**request.params))


def _authenticate(request: Request, endpoint: Endpoint) -> None:
    auth = endpoint.routing["auth"]
    ir_http = request.env["ir.http"]
    method = getattr(type(ir_http), f"_auth_method_{auth}", None)
    if method is None:
        raise ValueError(f"Unknown auth={auth!r} on {endpoint.method!r}")
    getattr(ir_http, f"_auth_method_{auth}")()


def _note_debug_mode(request: Request) -> None:
    wanted = request.httprequest.args.get("debug")
    if wanted is not None and request.session.uid:
        request.session.debug = "" if wanted in ("", "0") else "1"


def _check_csrf(request: Request, endpoint: Endpoint) -> None:
    http = request.httprequest
    if http.method in _SAFE_METHODS or not endpoint.csrf:
        return
    token = http.headers.get("X-CSRF-Token") or http.form.get("csrf_token")
    if not request.validate_csrf(token):
        raise BadRequest(_("This form is too old or was not sent from this site. Reload the page and try again."))


def _browse_references(request: Request, arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        name: request.env[value.model].browse(value.ids) if isinstance(value, RecordReference) else value
        for name, value in arguments.items()
    }


def _dispatch_json(request: Request, endpoint: Endpoint, arguments: dict[str, Any]) -> Response:
    call, params = _json_call(request)
    request.params = {**params, **_browse_references(request, arguments)}
    result = endpoint.method(**request.params)
    if isinstance(result, Response):
        return _finish(request, result)
    request.env.cr.flush()
    return _finish(request, request.make_json_response({"jsonrpc": "2.0", "id": call.get("id"), "result": result}))


def _json_call(request: Request) -> tuple[dict[str, Any], dict[str, Any]]:
    """The call in the body and its parameters."""
    if request.httprequest.mimetype not in ("application/json", "application/json-rpc"):
        raise BadRequest("This address expects a JSON-RPC request (Content-Type: application/json).")
    call = request.get_json_data()
    if not isinstance(call, dict):
        raise BadRequest("A JSON-RPC request is an object with 'params'.")
    params = call.get("params") or {}
    if not isinstance(params, dict):
        raise BadRequest("The 'params' of a JSON-RPC request must be an object.")
    return call, params


def _finish(request: Request, result: Any) -> Response:
    if isinstance(result, HTTPException):
        raise result
    if isinstance(result, Response):
        response = result
    elif hasattr(result, "get_wsgi_response") or hasattr(result, "status_code"):
        response = Response.force_type(result, request.httprequest.environ)  # type: ignore[assignment]
    else:
        response = Response(result if result is not None else "")
    if isinstance(response, Response) and response.is_qweb:
        response.flatten()
    request.future_response.apply(response)
    if request.session.uid and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


# -- without a database -------------------------------------------------------------------------------------------


def _serve_without_database(httprequest: HTTPRequest, session: Session) -> Response:
    """Only the kernel's own routes that need no user: version, database list, the selector page."""
    if not _no_database_map:
        _no_database_map.append(build_map([], database=False))
    try:
        endpoint, arguments = match(_no_database_map[0], httprequest)
    except NotFound:
        return _choose_database(httprequest)
    request = Request(_fresh_request(httprequest, _buffer(httprequest)), session)
    token = _current.set(request)
    try:
        if endpoint.routing["type"] == "json":
            call, params = _json_call(request)
            result = endpoint.method(**{**params, **arguments})
            return request.make_json_response({"jsonrpc": "2.0", "id": call.get("id"), "result": result})
        result = endpoint.method(**{**request.get_http_params(), **arguments})
        return result if isinstance(result, Response) else Response(result or "")
    finally:
        _current.reset(token)


def _choose_database(httprequest: HTTPRequest) -> Response:
    """The list of databases, where the configuration allows to show it; else only the advice to name one."""
    names = allowed_databases(httprequest.host) if config["list_db"] else []
    return errors.selector_page(sorted(names), bool(config["list_db"]))


# -- errors --------------------------------------------------------------------------------------------------------


def _answer_error(httprequest, session, error, *, request=None, endpoint=None) -> Any:
    """The response for an error; None when the transaction should be tried again or run differently."""
    if request is not None and _is_retryable(error):
        return None
    if endpoint is not None and endpoint.routing["type"] == "json" and not isinstance(error, HTTPException):
        return _json_error(httprequest, error, request)
    if isinstance(error, SessionExpired) or (isinstance(error, AccessDenied) and not session.uid):
        return _sign_in_first(httprequest, error)
    if isinstance(error, RequestRedirect):
        return Response("", status=308, headers={"Location": error.new_url})
    fragment = httprequest.headers.get("HX-Request") == "true"
    return errors.error_response(error, path=httprequest.full_path, fragment=fragment)


def _answer_outside_the_database(httprequest: HTTPRequest, session: Session, error: Exception) -> Response:
    """For errors that ended the transaction; a request without database still knows the visitor's language."""
    token = _current.set(Request(httprequest, session))
    try:
        return _answer_error(httprequest, session, error)
    finally:
        _current.reset(token)


def _is_retryable(error: BaseException) -> bool:
    from core.base.errors import ConcurrencyError

    return isinstance(error, (psycopg2.errors.SerializationFailure, psycopg2.errors.DeadlockDetected,
                              psycopg2.errors.LockNotAvailable, psycopg2.errors.ReadOnlySqlTransaction,
                              psycopg2.OperationalError, ConcurrencyError))


def _json_error(httprequest, error, request) -> Response:
    try:
        request_id = request.get_json_data().get("id")
    except Exception:
        request_id = None
    if not isinstance(error, (AccessError, AccessDenied)) and not hasattr(error, "hint"):
        _logger.error("Error in a JSON-RPC call to %s", httprequest.path, exc_info=error)
    response = Response(rpc.to_json(rpc.error_envelope(error, request_id)), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _sign_in_first(httprequest: HTTPRequest, error: Exception) -> Response:
    from urllib.parse import quote

    if httprequest.headers.get("HX-Request") == "true":
        # The page stays, with everything typed into it; a dialog asks to sign in again.
        response = Response("", status=401)
        response.headers["HX-Trigger"] = "session-expired"
        response.headers["HX-Reswap"] = "none"
        return response
    target = httprequest.full_path.rstrip("?") if httprequest.method == "GET" else "/app"
    return Response("", status=303, headers={"Location": f"/web/login?redirect={quote(target, safe='/')}"})


# -- finishing the response -------------------------------------------------------------------------------------------


def _set_session_cookie(httprequest: HTTPRequest, session: Session, response: Response) -> None:
    current = read_cookie(httprequest.cookies.get(COOKIE))
    if not session.db or (current == (session.db, session.token) and not session.is_new):
        return
    response.set_cookie(
        COOKIE, cookie_value(session), max_age=int(AGE_LIMIT.total_seconds()), path="/", secure=httprequest.is_secure,
        httponly=True, samesite="Lax",
    )


def _secure(response: Any) -> None:
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)


def _compress(httprequest: HTTPRequest, response: Response) -> Response:
    if (
        "gzip" not in httprequest.headers.get("Accept-Encoding", "")
        or "Content-Encoding" in response.headers
        or response.is_streamed
        or response.direct_passthrough
        or not (response.mimetype or "").startswith(("text/", "application/json"))
    ):
        return response
    body = response.get_data()
    if len(body) < _GZIP_FROM_BYTES:
        return response
    response.set_data(gzip.compress(body, 3, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.headers.add("Vary", "Accept-Encoding")
    return response
