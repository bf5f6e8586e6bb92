"""The external API's services – `common`, `object`, `db` – over XML-RPC (`/xmlrpc/2/…`) and JSON-RPC (`/jsonrpc`).

Programs name the database and prove who they are with every call, so these addresses need neither session nor cookie
nor CSRF token and are answered beside the controllers: read the body, run the call in one transaction, write the answer.
A web page cannot reach them on a visitor's behalf: the media types asked for are none a browser sends across sites
without asking first.
"""

from __future__ import annotations

import gzip
import logging
from collections.abc import Callable, Iterable
from typing import Any

import orjson
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, RequestEntityTooLarge, UnsupportedMediaType

from core import release
from core.base.errors import AccessDenied, RedirectWarning, UserError

from . import authentication, database_service, rpc
from .databases import is_reachable
from .request import MAX_BODY_BYTES, HTTPRequest, Request, _current
from .routing import Controller, route
from .session import Session

_logger = logging.getLogger(__name__)

#: Odoo's version as external clients compare it.
SERVER_SERIE = "18.0"
_JSON_TYPES = frozenset(("application/json", "application/json-rpc"))
#: What a page of another site may send without being asked by the browser.
_CROSS_SITE_TYPES = frozenset(("", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"))
_GZIP_FROM_BYTES = 1400

#: Turns a result into its bytes on the wire, inside the transaction.
Encode = Callable[[Any], bytes]


def version_info() -> dict[str, Any]:
    return {
        "server_version": SERVER_SERIE,
        "server_version_info": [18, 0, 0, "final", 0, ""],
        "server_serie": SERVER_SERIE,
        "protocol_version": 1,
        "product": "Sen",
        "product_version": getattr(release, "version", ""),
    }


# -- the edge: addresses, bodies, answers ------------------------------------------------------------------


def serves(path: str) -> bool:
    """Whether this room's services answer the address."""
    return path == "/jsonrpc" or path.startswith("/xmlrpc/")


def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The WSGI application of the service addresses."""
    request = _ServiceRequest(environ)
    token = _current.set(request)
    try:
        if environ["PATH_INFO"] == "/jsonrpc":
            status, body, kind = *_answer_json(request), "application/json"
        else:
            status, body, kind = *_answer_xml(request), "text/xml"
    finally:
        _current.reset(token)
    headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
    if len(body) >= _GZIP_FROM_BYTES and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        body = gzip.compress(body, 3, mtime=0)
        headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
    start_response(status, [*headers, ("Content-Length", str(len(body)))])
    return [body]


class _ServiceRequest(Request):
    """A request without session; Werkzeug's object is made when somebody asks for it, which most calls never do."""

    _httprequest: HTTPRequest | None

    def __init__(self, environ: dict[str, Any]):
        super().__init__(None, Session("", _NO_TOKEN))  # type: ignore[arg-type]
        self.environ = environ

    @property
    def httprequest(self) -> HTTPRequest:  # type: ignore[override]
        if self._httprequest is None:
            self._httprequest = HTTPRequest(self.environ)
        return self._httprequest

    @httprequest.setter
    def httprequest(self, value: HTTPRequest | None) -> None:
        self._httprequest = value

    @property
    def host(self) -> str:
        return str(self.environ.get("HTTP_HOST") or "")

    @property
    def address(self) -> str:
        return str(self.environ.get("REMOTE_ADDR") or "")


_NO_TOKEN = "-"


def _read_body(request: _ServiceRequest) -> bytes:
    """The whole body, or the refusal of one that is too large; nothing is read of what announces itself as such."""
    environ = request.environ
    announced = environ.get("CONTENT_LENGTH")
    if announced and announced.isdigit():
        if int(announced) > MAX_BODY_BYTES:
            raise RequestEntityTooLarge()
        return environ["wsgi.input"].read(int(announced))
    return request.httprequest.get_data(cache=False)


def _check_post(request: _ServiceRequest, accepted: Callable[[str], bool], wanted: str) -> None:
    if request.environ["REQUEST_METHOD"] != "POST":
        raise MethodNotAllowed(["POST"])
    if not accepted(_media_type(request)):
        raise UnsupportedMediaType(f"Such a call is sent with the header Content-Type: {wanted}.")


def _media_type(request: _ServiceRequest) -> str:
    return str(request.environ.get("CONTENT_TYPE") or "").partition(";")[0].strip().lower()


def _answer_json(request: _ServiceRequest) -> tuple[str, bytes]:
    request_id = None
    try:
        _check_post(request, _JSON_TYPES.__contains__, "application/json")
        call = _json_call(_read_body(request))
        request_id = call.get("id")
        params = call.get("params")
        service, method, args = _json_params(params)
        result = dispatch_service(service, method, args, rpc.to_json)
        return "200 OK", b'{"jsonrpc":"2.0","id":%s,"result":%s}' % (orjson.dumps(request_id), result)
    except HTTPException as error:
        return _json_refusal(error, request_id)
    except Exception as error:
        _log(error, "JSON-RPC")
        return "200 OK", rpc.to_json(rpc.error_envelope(error, request_id))


def _json_call(body: bytes) -> dict[str, Any]:
    try:
        call = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"The request body is not valid JSON: {error}") from error
    if not isinstance(call, dict):
        raise BadRequest("A JSON-RPC request is one object with 'params'; lists of calls are not accepted.")
    return call


def _json_params(params: Any) -> tuple[str, str, list[Any]]:
    if not isinstance(params, dict):
        raise BadRequest("The 'params' of a JSON-RPC request must be an object.")
    service, method, args = params.get("service"), params.get("method"), params.get("args", [])
    if not isinstance(service, str) or not isinstance(method, str) or not isinstance(args, list):
        raise BadRequest("The 'params' must hold 'service' and 'method' as texts and 'args' as a list.")
    return service, method, args


def _json_refusal(error: HTTPException, request_id: Any) -> tuple[str, bytes]:
    """A request that is not a call at all: the HTTP status says so, and the envelope why."""
    data: dict[str, Any] = {"name": f"werkzeug.exceptions.{type(error).__name__}", "message": error.description, "debug": "",
            "arguments": [error.description], "context": {}}
    body = {"jsonrpc": "2.0", "id": request_id,
            "error": {"code": error.code, "message": f"{error.code}: {error.name}", "data": data}}
    return f"{error.code} {error.name}", rpc.to_json(body)


def _answer_xml(request: _ServiceRequest) -> tuple[str, bytes]:
    """`/xmlrpc/2/<service>` has numbers as fault codes, the older `/xmlrpc/<service>` texts."""
    service = request.environ["PATH_INFO"].removeprefix("/xmlrpc/")
    new_style = service.startswith("2/")
    try:
        _check_post(request, lambda media_type: media_type not in _CROSS_SITE_TYPES, "text/xml")
        args, method = rpc.xmlrpc_loads(_read_body(request))
        return "200 OK", dispatch_service(service.removeprefix("2/"), method, args, rpc.xmlrpc_dumps)
    except HTTPException as error:
        return f"{error.code} {error.name}", rpc.xmlrpc_fault(error, new_style)
    except Exception as error:
        _log(error, "XML-RPC")
        return "200 OK", rpc.xmlrpc_fault(error, new_style)


def _log(error: Exception, protocol: str) -> None:
    """Refusals are the caller's business; anything else is ours."""
    if isinstance(error, (UserError, RedirectWarning, rpc.BadCall, rpc.UnknownMethod)):
        _logger.info("%s call refused: %s", protocol, error)
    else:
        _logger.error("%s call failed", protocol, exc_info=error)


def _service_request() -> _ServiceRequest:
    return _current.get()  # type: ignore[return-value]


# -- services --------------------------------------------------------------------------------------------------


def dispatch_service(service: str, method: str, args: list[Any], encode: Encode) -> bytes:
    """Run one call of a service; the caller turns exceptions into its own envelope."""
    if service == "object":
        if method not in ("execute_kw", "execute"):
            raise rpc.BadCall(f"The service 'object' has no method {method!r}; it has execute_kw and execute.")
        return rpc.call_checked(_execute_kw if method == "execute_kw" else _execute, encode, *args)
    if service == "db":
        return encode(database_service.dispatch(method, args))
    function = _COMMON.get(method) if service == "common" else None
    if function is None:
        raise rpc.BadCall(f"There is no method {method!r} of a service {service!r}.")
    return encode(rpc.call_checked(function, *args))


def _login(db: Any, login: Any, password: Any) -> int | bool:
    """The user's id, or False: which part was wrong is not told."""
    request = _service_request()
    if not is_reachable(db, request.host) or not isinstance(login, str) or not isinstance(password, str):
        return False
    from core.db import transaction
    from core.orm.registry import Registry

    registry = Registry.get(db).check_signaling()
    try:
        return transaction.run(db, lambda cr: authentication.verify(registry, cr, login, password, request.address, interactive=False))
    except AccessDenied as error:
        if isinstance(error, authentication.TooManyAttempts):
            raise
        return False


def _authenticate(db: Any, login: Any, password: Any, user_agent_env: Any = None) -> int | bool:
    return _login(db, login, password)


def _about(extended: bool = False) -> Any:
    text = "Sen: sales, stock and accounting, with the addon API of Odoo 18."
    return [text, SERVER_SERIE] if extended else text


_COMMON: dict[str, Callable[..., Any]] = {
    "version": version_info, "login": _login, "authenticate": _authenticate, "about": _about,
}


def _execute_kw(encode: Encode, db: Any, uid: Any, password: Any, model: Any, method: Any, args: Any = (),
                kwargs: Any = None) -> bytes:
    request = _service_request()
    if not is_reachable(db, request.host):
        raise AccessDenied()
    if not isinstance(args or [], (list, tuple)) or not isinstance(kwargs or {}, dict):
        raise rpc.BadCall("execute_kw expects a list of positional and a dictionary of named arguments.")
    return _Execution(request, db, uid, password, encode).run(model, method, args or (), kwargs or {})


def _execute(encode: Encode, db: Any, uid: Any, password: Any, model: Any, method: Any, *args: Any) -> bytes:
    return _execute_kw(encode, db, uid, password, model, method, args)


class _Execution:
    """One call of a model's method in a transaction of its own: one BEGIN, one COMMIT, and what the method does."""

    def __init__(self, request: _ServiceRequest, db: str, uid: Any, password: Any, encode: Encode):
        self.request = request
        self.db = db
        self.uid = uid
        self.password = password
        self.encode = encode

    def run(self, model: Any, method: Any, args: Any, kwargs: dict[str, Any]) -> bytes:
        from core.db import transaction
        from core.orm.registry import Registry

        self.registry = Registry.get(self.db)
        try:
            result = transaction.run(self.db, lambda cr: self._attempt(cr, model, method, args, kwargs))
        except BaseException:
            self.registry.reset_changes()
            raise
        self.registry.signal_changes()
        return result

    def _attempt(self, cr: Any, model: Any, method: Any, args: Any, kwargs: dict[str, Any]) -> bytes:
        from core.orm.environment import Environment

        self.registry = self.registry.check_signaling(cr)
        authentication.verify_uid(self.registry, cr, self.uid, self.password, self.request.address)
        # The user's language for messages; what a method computes depends on the context the caller sends.
        env = Environment(cr, self.uid, {})
        self.request.registry, self.request.cr, self.request.db, self.request.env = self.registry, cr, self.db, env
        result = rpc.call_kw(env, model, method, args, kwargs)
        cr.flush()
        return self.encode(result)


class ServiceController(Controller):
    """What programs ask before they have named a database."""

    @route("/web/webclient/version_info", type="json", auth="none", save_session=False)
    def version_info(self):
        return version_info()

    @route("/web/database/list", type="json", auth="none", save_session=False)
    def database_list(self):
        return database_service.names()
