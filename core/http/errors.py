"""Error pages: what was refused, why, what to do; an internal error gets a reference number that is in the log."""

from __future__ import annotations

import logging
import secrets
from pathlib import Path
import jinja2
from werkzeug.exceptions import HTTPException, NotFound

from core.base.errors import AccessDenied, AccessError, MissingError, RedirectWarning, UserError
from core.db.errors import DatabaseError, explain
from core.i18n import _

from .assets import asset_url
from .request import Response

_logger = logging.getLogger(__name__)
_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
)


def error_response(error: BaseException, *, path: str = "", fragment: bool = False) -> Response:
    """The page (or, for htmx, the alert) for an error of any kind."""
    error = explain(error) or error
    if isinstance(error, DatabaseError):
        _logger.error("%s (while answering %s)", error.args[0], path)
        return service_unavailable(str(error.args[0]), error.hint or "", fragment=fragment)
    if isinstance(error, HTTPException):
        if error.response is not None:
            return error.response  # type: ignore[return-value]
        return _page(error.code or 500, *_http_texts(error), fragment=fragment)
    if isinstance(error, UserError):
        return _page(_status(error), _title(error), str(error.args[0]), getattr(error, "hint", None), fragment=fragment)
    if isinstance(error, RedirectWarning):
        return _page(400, _("This cannot be done yet"), str(error.args[0]), None, fragment=fragment)
    reference = secrets.token_hex(4).upper()
    _logger.error("Internal error %s while answering %s", reference, path, exc_info=error)
    return _page(
        500, _("Something went wrong"),
        _("The server could not complete this request. Nothing was changed."),
        _("Try again; if it happens again, give your administrator the reference %s.", reference), fragment=fragment,
    )


def _status(error: UserError) -> int:
    if isinstance(error, (AccessError, AccessDenied)):
        return 403
    return 404 if isinstance(error, MissingError) else 422


def _title(error: UserError) -> str:
    if isinstance(error, (AccessError, AccessDenied)):
        return _("No access")
    return _("Record not found") if isinstance(error, MissingError) else _("This was refused")


def _http_texts(error: HTTPException) -> tuple[str, str, str | None]:
    if error.code == 404 and error.description != NotFound.description:
        return _("Page not found"), error.description or "", None
    if error.code == 400:
        return _("This was not understood"), error.description or "", None
    if error.code == 404:
        return (_("Page not found"), _("There is nothing at this address."),
                _("The record may have been deleted, or the app that owned the page removed."))
    if error.code == 405:
        return _("Not possible here"), _("This address does not answer this kind of request."), None
    if error.code == 413:
        return _("Too large"), _("What you sent is larger than the server accepts."), _("Send less at once, or a smaller file.")
    if error.code == 403:
        return _("No access"), error.description or _("You may not open this page."), None
    return error.name, error.description or "", None


def _page(status: int, title: str, message: str, hint: str | None, *, fragment: bool) -> Response:
    template = _templates.get_template("error_fragment.html" if fragment else "error.html")
    body = template.render(title=title, message=message, hint=hint, status=status, asset=asset_url, _=_)
    response = Response(body, status=status)
    if fragment:
        # htmx swaps only what it is told to: the alert goes to the message area, the page stays as it is.
        response.headers["HX-Retarget"] = "#messages"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def service_unavailable(message: str, hint: str, *, fragment: bool = False) -> Response:
    return _page(503, _("The database is not available"), message, hint, fragment=fragment)


def selector_page(names: list[str], listed: bool) -> Response:
    """Which database? Each is a link that opens its sign-in page."""
    body = _templates.get_template("selector.html").render(names=names, listed=listed, asset=asset_url, _=_)
    return Response(body, status=200 if names else 404)
