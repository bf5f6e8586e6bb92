"""`/web/database/create`, `drop`, `backup`, `restore`, `duplicate`, `change_password`: the database service for forms and curl.

    curl -F master_pwd=… -F name=prod -F backup_format=zip -o prod.zip https://example.com/web/database/backup
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from werkzeug.exceptions import BadRequest, MethodNotAllowed
from werkzeug.utils import send_file

from core.base.errors import AccessDenied

from . import database_service, errors
from .request import HTTPRequest, Request, Response, _current
from .session import Session

_PREFIX = "/web/database/"


def serves(httprequest: HTTPRequest) -> bool:
    path = httprequest.path
    return path.startswith(_PREFIX) and path.removeprefix(_PREFIX) in _FORMS


def answer(httprequest: HTTPRequest) -> Response:
    """Do what the form asks for, beside any session: whoever has the master password needs none."""
    token = _current.set(Request(httprequest, Session("")))
    try:
        if httprequest.method != "POST":
            raise MethodNotAllowed(["POST"])
        _check_origin(httprequest)
        values = httprequest.form.to_dict(flat=True)
        database_service.check_master_password(values.pop("master_pwd", None))
        return _FORMS[httprequest.path.removeprefix(_PREFIX)](httprequest, values)
    except Exception as error:
        return errors.error_response(error, path=httprequest.path)
    finally:
        database_service.forget_names()
        _current.reset(token)


def _check_origin(httprequest: HTTPRequest) -> None:
    """A page of another site must not send the form with a visitor's browser."""
    origin = httprequest.headers.get("Origin") or httprequest.headers.get("Referer")
    if origin and urlsplit(origin).netloc != httprequest.host:
        raise AccessDenied()


def _run(method: str, *args: Any) -> Response:
    database_service.run(method, *args)
    return Response("", status=303, headers={"Location": "/web"})


def _create(httprequest: HTTPRequest, values: dict[str, str]) -> Response:
    demo = values.get("demo", "") not in ("", "0", "false", "False")
    return _run("create_database", _value(values, "name"), demo, values.get("lang") or "en_US", _value(values, "password"),
                values.get("login") or "admin", values.get("country_code") or None, values.get("phone") or None)


def _duplicate(httprequest: HTTPRequest, values: dict[str, str]) -> Response:
    return _run("duplicate_database", _value(values, "name"), _value(values, "new_name"), bool(values.get("neutralize_database")))


def _drop(httprequest: HTTPRequest, values: dict[str, str]) -> Response:
    return _run("drop", _value(values, "name"))


def _change_password(httprequest: HTTPRequest, values: dict[str, str]) -> Response:
    return _run("change_admin_password", _value(values, "master_pwd_new"))


def _backup(httprequest: HTTPRequest, values: dict[str, str]) -> Response:
    name, kind = _value(values, "name"), values.get("backup_format") or "zip"
    file = database_service.dump_file(name, kind)
    return send_file(  # type: ignore[return-value]
        file, httprequest.environ, mimetype="application/zip" if kind == "zip" else "application/octet-stream",
        as_attachment=True, download_name=f"{name}.{kind}", response_class=Response,  # type: ignore[arg-type]
    )


def _restore(httprequest: HTTPRequest, values: dict[str, str]) -> Response:
    upload = httprequest.files.get("backup_file")
    if upload is None:
        raise BadRequest("The form has no file 'backup_file'.")
    with tempfile.TemporaryDirectory(prefix="sen-restore-") as folder:
        source = Path(folder) / "dump"
        upload.save(source)
        database_service.restore_file(_value(values, "name"), source, neutralize=bool(values.get("neutralize_database")))
    return Response("", status=303, headers={"Location": "/web"})


def _value(values: dict[str, str], name: str) -> str:
    if not values.get(name):
        raise BadRequest(f"The form has no field {name!r}.")
    return values[name]


_FORMS: dict[str, Callable[[HTTPRequest, dict[str, str]], Response]] = {
    "create": _create, "duplicate": _duplicate, "drop": _drop, "backup": _backup, "restore": _restore,
    "change_password": _change_password,
}
