"""The HTTP room: controllers, requests, sessions, and the WSGI application.

    from core.http import Controller, request, route

    class Hello(Controller):
        @route("/hello/<name>", auth="public")
        def hello(self, name):
            return request.make_response(f"Hello {name}")
"""

from typing import Any

from core.i18n import set_language_source

from .assets import asset_url
from .request import Request, Response, SessionExpired, request
from .routing import Controller, route
from . import services as _services
from .application import Application, application

#: The name Odoo's addons catch.
SessionExpiredException = SessionExpired
root = application

__all__ = [
    "Application", "Controller", "Request", "Response", "SessionExpired", "SessionExpiredException", "application", "asset_url",
    "request", "root", "route",
]


def content_disposition(filename: str, disposition_type: str = "attachment") -> str:
    """The header that names a download; safe for any character in the name."""
    from urllib.parse import quote

    return f"{disposition_type}; filename*=UTF-8''{quote(filename, safe='')}"


def serialize_exception(exception: BaseException, *, message: str | None = None, arguments: Any = None) -> dict[str, Any]:
    """An exception as the JSON answers of controllers carry it."""
    import traceback

    kind = type(exception)
    return {
        "name": f"{kind.__module__}.{kind.__qualname__}",
        "debug": "".join(traceback.format_exception(exception)),
        "message": message if message is not None else str(exception),
        "arguments": arguments if arguments is not None else list(exception.args),
        "context": getattr(exception, "context", {}),
    }


def db_list(force: bool = False, host: str | None = None) -> list[str]:
    from .databases import allowed_databases

    return allowed_databases(host or "")


def _request_language() -> str | None:
    from .request import _current

    current = _current.get(None)
    return current.lang if current is not None else None


set_language_source(_request_language)
