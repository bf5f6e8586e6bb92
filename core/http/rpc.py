"""Calling model methods from outside: which ones, with which arguments, and how values travel."""

from __future__ import annotations

import base64
import inspect
import traceback
import xmlrpc.client
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson

from core.base.errors import AccessDenied, AccessError, MissingError, RedirectWarning, UserError
from core.db.errors import explain
from core.i18n import _

MAX_DEPTH = 100


def public_method(records: Any, name: str) -> Any:
    """The method `name` if it may be called from outside; else AccessError (private) or AttributeError (unknown)."""
    if not isinstance(name, str) or name.startswith("_"):
        raise AccessError(_("Private methods (such as %s) cannot be called remotely.", f"{records._name}.{name}"))
    method = getattr(type(records), name, None)
    if method is None or not callable(method):
        raise AttributeError(f"The method '{records._name}.{name}' does not exist")
    declared = [cls.__dict__[name] for cls in type(records).__mro__ if name in cls.__dict__]
    # Class methods (signing in, checking a password) serve the kernel; they know no user and count no attempts.
    private = not inspect.isfunction(method) or any(getattr(one, "_api_private", False) for one in declared)
    if private or name in _NOT_CALLABLE:
        raise AccessError(_("Private methods (such as %s) cannot be called remotely.", f"{records._name}.{name}"))
    return method


#: Methods every model has that are called on the model, not on records; overrides often omit the decorator.
_MODEL_METHODS = frozenset(
    """search search_count search_read search_fetch read_group web_read_group web_search_read name_search name_create fields_get
    default_get get_view get_views load check_access_rights""".split()
)

#: Public names of recordsets that are tools for Python code; from outside they would leak or make no sense.
_NOT_CALLABLE = frozenset(
    """browse sudo with_user with_env with_context with_company with_prefetch new env mapped filtered filtered_domain sorted
    grouped concat union ensure_one flush_model flush_recordset invalidate_model invalidate_recordset modified
    init pool flush invalidate_cache""".split()
)


def call_kw(env: Any, model: str, method_name: str, args: list, kwargs: dict) -> Any:
    """Call a public method as RPC does: the first argument of a record method is the list of ids.

    Recordsets in the answer become ids (of `create`: one id for one dictionary).
    """
    if not isinstance(model, str) or model not in env.registry:
        raise UserError(_("The model %s does not exist.", model))
    kwargs = dict(kwargs)
    context = kwargs.pop("context", None)
    args = list(args)
    if context:
        env = env(context={**env.context, **outside_context(context)})
    records = env[model]
    method = public_method(records, method_name)
    kind = _kind(records, method_name)
    if kind not in ("model", "model_create"):
        records = records.browse(_ids(args.pop(0) if args else kwargs.pop("ids", [])))
    result = method(records, *args, **kwargs)
    if kind == "model_create":
        first = args[0] if args else kwargs.get("vals_list", kwargs.get("vals"))
        return result.id if isinstance(first, Mapping) else result.ids
    return _downgrade(env, method, result, records, args, kwargs)


def _ids(value: Any) -> list[int]:
    ids = [value] if isinstance(value, int) and value else value or []
    if not isinstance(ids, (list, tuple)) or not all(isinstance(one, int) for one in ids):
        raise UserError(_("The ids of records are expected as a list of numbers, not %r.", value))
    return list(ids)


def outside_context(context: Any) -> dict[str, Any]:
    """What a caller may say in a context: names with a leading underscore are between methods of ours."""
    if not isinstance(context, Mapping):
        raise UserError(_("The context must be a dictionary, not %r.", type(context).__name__))
    return {str(key): value for key, value in context.items() if not str(key).startswith("_")}


def _kind(records: Any, name: str) -> str | None:
    """'model' or 'model_create' for methods of the model, None for methods of records; an override keeps the kind."""
    for cls in type(records).__mro__:
        kind = getattr(cls.__dict__.get(name), "_api", None)
        if kind:
            return kind
    return "model" if name in _MODEL_METHODS else None


def _downgrade(env: Any, method: Any, result: Any, records: Any, args: list, kwargs: dict) -> Any:
    if not _is_recordset(result):
        return result
    returns = getattr(method, "_returns", None)
    if returns and returns[1]:
        return returns[1](records, result, *args, **kwargs)
    return result.ids


def _is_recordset(value: Any) -> bool:
    return hasattr(value, "_name") and hasattr(value, "ids") and hasattr(value, "env")


# -- values on the wire ---------------------------------------------------------------------------


def _json_default(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, (set, frozenset)):
        return list(value)
    if _is_recordset(value):
        return value.ids
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (datetime, date)):
        return wire_date(value)
    return str(value)


def wire_date(value: date | datetime) -> str:
    return value.strftime("%Y-%m-%d %H:%M:%S") if isinstance(value, datetime) else value.isoformat()


def to_json(value: Any) -> bytes:
    """JSON bytes in the external API's spelling: dates as text, ids for records, None as null."""
    options = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS
    return orjson.dumps(value, default=_json_or_subclass, option=options)


def _json_or_subclass(value: Any) -> Any:
    for kind in _PLAIN:
        if isinstance(value, kind):
            return kind(value)
    return _json_default(value)


_PLAIN: tuple[Any, ...] = (str, int, float, dict, list, tuple)


def error_data(error: BaseException) -> dict[str, Any]:
    """The `data` part of a JSON-RPC error, in Odoo's shape. Tracebacks are for the log, not for callers."""
    name = _error_name(error)
    error = explain(error) or error
    if isinstance(error, RecursionError):
        error = UserError(_("The request is nested too deeply. Ask in simpler steps."))
    known = isinstance(error, (UserError, RedirectWarning))
    message = str(error.args[0]) if known and error.args else str(error)
    return {
        "name": name,
        "message": message if known or isinstance(error, (AttributeError, TypeError, ValueError)) else _("Internal server error"),
        "arguments": [str(argument) for argument in error.args] if known else [message],
        "context": getattr(error, "context", {}),
        "hint": getattr(error, "hint", None),
        "debug": "",
    }


def _error_name(error: BaseException) -> str:
    cls = type(error)
    if isinstance(error, (UserError, RedirectWarning)):
        for base in cls.__mro__:
            if base.__module__ == "core.base.errors":
                return f"odoo.exceptions.{base.__name__}"
    if cls.__name__ == "SessionExpired":
        return "odoo.http.SessionExpiredException"
    return f"builtins.{cls.__name__}" if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def error_envelope(error: BaseException, request_id: Any) -> dict[str, Any]:
    from .request import SessionExpired

    expired = isinstance(error, SessionExpired)
    data = error_data(error)
    if expired:
        data["name"] = "odoo.http.SessionExpiredException"
    return {
        "jsonrpc": "2.0",
        "id": request_id,
        "error": {
            "code": 100 if expired else 200,
            "message": "Odoo Session Expired" if expired else "Odoo Server Error",
            "data": data,
        },
    }


# -- XML-RPC ------------------------------------------------------------------------------------------

_FAULT_CODES = ((AccessDenied, 3), (AccessError, 4), (MissingError, 2), (UserError, 2), (RedirectWarning, 2))


class _Marshaller(xmlrpc.client.Marshaller):
    """Values of the ORM as XML-RPC: dates as text, ids for records, big integers as they are."""

    dispatch = dict(xmlrpc.client.Marshaller.dispatch)


def _plain(value: Any, depth: int = 0) -> Any:
    if depth > MAX_DEPTH:
        raise ValueError("The value is nested too deeply.")
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return "".join(char for char in str(value) if char in "\t\n\r" or char >= " ")
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    if isinstance(value, (datetime, date)):
        return wire_date(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, depth + 1) for key, item in value.items()}
    if _is_recordset(value):
        return value.ids
    if isinstance(value, (list, tuple, set, frozenset)) or hasattr(value, "__iter__"):
        return [_plain(item, depth + 1) for item in value]
    return str(value)


def _dump_long(marshaller: Any, value: int, write: Any) -> None:
    # Ids and amounts may pass 2**31; like Odoo we send them as <int> rather than refuse.
    write(f"<value><int>{int(value)}</int></value>\n")


_Marshaller.dispatch[int] = _dump_long


def xmlrpc_dumps(value: Any) -> bytes:
    body = _Marshaller("utf-8", allow_none=True).dumps((_plain(value),))
    return f"<?xml version='1.0'?>\n<methodResponse>\n{body}</methodResponse>\n".encode()


def xmlrpc_fault(error: BaseException) -> bytes:
    code: Any = 1
    text = "".join(traceback.format_exception_only(type(error), error)).strip()
    for kind, fault_code in _FAULT_CODES:
        if isinstance(error, kind):
            code, text = fault_code, str(error.args[0] if error.args else error)
            break
    body = _Marshaller("utf-8", allow_none=True).dumps(xmlrpc.client.Fault(code, _plain(text)))
    return f"<?xml version='1.0'?>\n<methodResponse>\n{body}</methodResponse>\n".encode()


def xmlrpc_loads(body: bytes) -> tuple[list, str]:
    """Arguments and method name; a document type – the only place to declare entities – ends the reading."""
    parser, target = xmlrpc.client.getparser(use_datetime=True)
    parser._parser.StartDoctypeDeclHandler = _refuse_doctype  # type: ignore[attr-defined]  # whatever the encoding, unlike a search in the bytes
    parser.feed(body)
    parser.close()
    params = target.close()
    return list(params), target.getmethodname() or ""


def _refuse_doctype(*_args: Any) -> None:
    raise ValueError("Document types are not accepted.")
