"""The external API's services – `common`, `object`, `db` – over XML-RPC and JSON-RPC."""

from __future__ import annotations

import logging
from typing import Any

from core import release
from core.base.config import config
from core.base.errors import AccessDenied

from . import authentication, rpc
from .request import Response, request
from .routing import Controller, route

_logger = logging.getLogger(__name__)

#: Odoo's version as external clients compare it.
SERVER_SERIE = "18.0"


def version_info() -> dict[str, Any]:
    return {
        "server_version": SERVER_SERIE,
        "server_version_info": [18, 0, 0, "final", 0, ""],
        "server_serie": SERVER_SERIE,
        "protocol_version": 1,
        "product": "Sen",
        "product_version": getattr(release, "version", ""),
    }


def dispatch_service(service: str, method: str, args: list) -> Any:
    """Run one call of a service; the caller turns exceptions into its own envelope."""
    handler = _SERVICES.get(service, {}).get(method)
    if handler is None:
        raise AttributeError(f"Service {service!r} has no method {method!r}")
    return handler(*args)


# -- common ---------------------------------------------------------------------------------------------


def _login(db: str, login: str, password: str) -> int | bool:
    try:
        return _in_database(db, lambda registry, cr: _verify(registry, cr, login, password))
    except AccessDenied:
        return False


def _authenticate(db: str, login: str, password: str, user_agent_env: dict | None = None) -> int | bool:
    return _login(db, login, password)


def _verify(registry: Any, cr: Any, login: str, password: str) -> int:
    return authentication.verify(registry, cr, login, password, request.httprequest.remote_addr or "")


# -- object -------------------------------------------------------------------------------------------------


def _execute_kw(db: str, uid: int, password: str, model: str, method: str, args: list | None = None,
                kwargs: dict | None = None) -> Any:
    from core.orm.environment import Environment

    def call(registry: Any, cr: Any) -> Any:
        authentication.verify_uid(registry, cr, uid, password, request.httprequest.remote_addr or "")
        users = Environment(cr, uid, {})["res.users"]
        env = Environment(cr, uid, {key: value for key, value in users.context_get().items() if key in ("lang", "tz")})
        result = rpc.call_kw(env, model, method, list(args or []), dict(kwargs or {}))
        cr.flush()
        return rpc._plain(result)

    return _in_database(db, call)


def _execute(db: str, uid: int, password: str, model: str, method: str, *args: Any) -> Any:
    return _execute_kw(db, uid, password, model, method, list(args), {})


def _in_database(db: str, call: Any) -> Any:
    """Run in a transaction of the named database; a wrong name is refused like a wrong password."""
    from core.db import transaction
    from core.orm.registry import Registry

    from .application import allowed_databases

    if not isinstance(db, str) or db not in allowed_databases(request.httprequest.host):
        raise AccessDenied()
    registry = Registry.get(db).check_signaling()
    try:
        result = transaction.run(db, lambda cr: call(registry, cr))
    except BaseException:
        registry.reset_changes()
        raise
    registry.signal_changes()
    return result


# -- db ---------------------------------------------------------------------------------------------------------


def _db_list(document: bool = False) -> list[str]:
    from .application import allowed_databases

    if not config["list_db"]:
        raise AccessDenied()
    return sorted(allowed_databases(request.httprequest.host))


def _db_exist(name: str) -> bool:
    from .application import allowed_databases

    return name in allowed_databases(request.httprequest.host)


_SERVICES: dict[str, dict[str, Any]] = {
    "common": {"version": version_info, "login": _login, "authenticate": _authenticate, "about": lambda extended=False: "Sen"},
    "object": {"execute_kw": _execute_kw, "execute": _execute},
    "db": {"list": _db_list, "db_exist": _db_exist, "server_version": lambda: SERVER_SERIE},
}


def register_service_method(service: str, name: str, function: Any) -> None:
    """Offer one more method of a service (database creation registers itself here)."""
    _SERVICES.setdefault(service, {})[name] = function


class ServiceController(Controller):
    """The addresses external programs call. They authenticate per call, so they need neither session nor CSRF token."""

    @route("/jsonrpc", type="json", auth="none", save_session=False)
    def jsonrpc(self, service: str, method: str, args: list):
        return dispatch_service(service, method, args)

    @route(["/xmlrpc/2/<service>", "/xmlrpc/<service>"], type="http", auth="none", methods=["POST"], csrf=False, save_session=False)
    def xmlrpc(self, service: str):
        return Response(_answer_xmlrpc(service, request.httprequest.get_data()), mimetype="text/xml")

    @route("/web/webclient/version_info", type="json", auth="none", save_session=False)
    def version_info(self):
        return version_info()

    @route("/web/database/list", type="json", auth="none", save_session=False)
    def database_list(self):
        return _db_list()


def _answer_xmlrpc(service: str, body: bytes) -> bytes:
    try:
        params, method = rpc.xmlrpc_loads(body)
        return rpc.xmlrpc_dumps(dispatch_service(service, method, params))
    except Exception as error:
        if not hasattr(error, "hint"):
            _logger.warning("XML-RPC call to %s failed", service, exc_info=True)
        return rpc.xmlrpc_fault(error)
