"""Calling model methods from outside: which ones, with which arguments, and how values travel."""

from __future__ import annotations

import base64
import inspect
import re
import weakref
import xmlrpc.client
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import orjson

from werkzeug.exceptions import HTTPException

from core.base.errors import AccessDenied, AccessError, MissingError, RedirectWarning, UserError
from core.db.errors import explain
from core.i18n import _

MAX_DEPTH = 100


class BadCall(TypeError):
    """The call does not fit what is called: arguments missing, too many, or of the wrong kind."""


class UnknownMethod(AttributeError):
    """The model has no method of this name."""


class _Callable:
    """A method of a model as seen from outside."""

    __slots__ = ("kind", "method", "returns")

    def __init__(self, method: Any, kind: str | None):
        self.method = method
        #: 'model' or 'model_create' when it is called on the model, None when on records
        self.kind = kind
        self.returns = getattr(method, "_returns", None)


#: Model class → (its bases when the methods were looked up, name → method)
_callables: "weakref.WeakKeyDictionary[type, tuple[tuple, dict[str, _Callable]]]" = weakref.WeakKeyDictionary()


def public_method(records: Any, name: str) -> Any:
    """The method `name` if it may be called from outside; else AccessError (private) or AttributeError (unknown)."""
    return _callable(records, name).method


def _callable(records: Any, name: Any) -> _Callable:
    """Looked up once per model class and name."""
    cls = type(records)
    bases, known = _callables.get(cls, ((), {}))
    if bases is not cls.__mro__:
        known = {}
        _callables[cls] = (cls.__mro__, known)
    try:
        return known[name]
    except (KeyError, TypeError):
        found = known[name] = _Callable(_look_up(records, name), _kind(records, name))
        return found


def _look_up(records: Any, name: Any) -> Any:
    if not isinstance(name, str):
        raise BadCall(f"The name of a method is expected as a text, not {type(name).__name__}.")
    if name.startswith("_"):
        raise AccessError(_("Private methods (such as %s) cannot be called remotely.", f"{records._name}.{name}"))
    method = getattr(type(records), name, None)
    if method is None or not callable(method):
        raise UnknownMethod(f"The method '{records._name}.{name}' does not exist")
    declared = [cls.__dict__[name] for cls in type(records).__mro__ if name in cls.__dict__]
    # Class methods (signing in, checking a password) serve the kernel; they know no user and count no attempts.
    private = not inspect.isfunction(method) or any(getattr(one, "_api_private", False) for one in declared)
    if private or name in _NOT_CALLABLE:
        raise AccessError(_("Private methods (such as %s) cannot be called remotely.", f"{records._name}.{name}"))
    return method


#: Methods every model has that are called on the model, not on records; overrides often omit the decorator.
_MODEL_METHODS = frozenset(
    """search search_count search_read search_fetch read_group web_read_group web_search_read web_name_search name_search name_create fields_get
    default_get get_view get_views load check_access_rights""".split()
)

#: Public names of recordsets that are tools for Python code; from outside they would leak or make no sense.
_NOT_CALLABLE = frozenset(
    """browse sudo with_user with_env with_context with_company with_prefetch new env mapped filtered filtered_domain sorted
    grouped concat union ensure_one flush_model flush_recordset invalidate_model invalidate_recordset modified
    init pool flush invalidate_cache""".split()
)

#: Methods whose first argument is a domain: False or a text would silently mean "everything" somewhere below.
_WITH_DOMAIN = frozenset(("search", "search_count", "search_fetch", "search_read", "read_group", "web_read_group", "web_search_read"))

#: PostgreSQL's largest bigint; no id is beyond it.
_LARGEST_ID = 2**63 - 1


def call_kw(env: Any, model: str, method_name: str, args: Any, kwargs: Any) -> Any:
    """Call a public method as RPC does: the first argument of a record method is the list of ids.

    Recordsets in the answer become ids (of `create`: one id for one dictionary).

    :raises BadCall: the arguments do not fit the method
    """
    if not isinstance(model, str) or model not in env.registry:
        raise UserError(_("The model %s does not exist.", model))
    if not isinstance(args, (list, tuple)) or not isinstance(kwargs, Mapping):
        raise BadCall("A method takes a list of positional and a dictionary of named arguments.")
    kwargs = dict(kwargs)
    context = kwargs.pop("context", None)
    if context:
        env = env(context={**env.context, **outside_context(context)})
    records = env[model]
    found = _callable(records, method_name)
    if found.kind is None:
        records, args = _records_of(records, method_name, args, kwargs)
    elif found.kind == "model_create":
        _check_values(args[0] if args else kwargs.get("vals_list", kwargs.get("vals")))
    elif method_name in _WITH_DOMAIN:
        _check_domain(args[0] if args else kwargs.get("domain") or [])
    result = call_checked(found.method, records, *args, **kwargs)
    if found.kind == "model_create":
        first = args[0] if args else kwargs.get("vals_list", kwargs.get("vals"))
        return result.id if isinstance(first, Mapping) else result.ids
    if not _is_recordset(result):
        return result
    return found.returns[1](records, result, *args, **kwargs) if found.returns and found.returns[1] else result.ids


def call_checked(function: Any, *args: Any, **kwargs: Any) -> Any:
    """Call; when the arguments do not fit, the TypeError is the caller's mistake and not one inside."""
    try:
        return function(*args, **kwargs)
    except TypeError as error:
        if error.__traceback__ is not None and error.__traceback__.tb_next is None:
            raise BadCall(str(error)) from None
        raise


def _records_of(records: Any, method: str, args: Any, kwargs: dict[str, Any]) -> tuple[Any, Any]:
    """The records a method is called on, and the arguments left for it."""
    if args:
        return records.browse(_ids(args[0])), args[1:]
    if "ids" not in kwargs:
        raise BadCall(f"{records._name}.{method}() is called on records: the first argument is the list of their ids.")
    return records.browse(_ids(kwargs.pop("ids"))), args


def _ids(value: Any) -> list[int]:
    ids = [value] if isinstance(value, int) and value else value or []
    if not isinstance(ids, (list, tuple)) or not all(type(one) is int and 0 < one <= _LARGEST_ID for one in ids):
        raise UserError(_("The ids of records are expected as a list of numbers, not %r.", _short(value)))
    return list(ids)


def _check_values(value: Any) -> None:
    several = isinstance(value, (list, tuple)) and all(isinstance(one, Mapping) for one in value)
    if not several and not isinstance(value, Mapping):
        raise BadCall(f"create() takes a dictionary of values, or a list of them, not {_short(value)}.")


def _check_domain(value: Any) -> None:
    if not isinstance(value, (list, tuple)):
        raise BadCall(f"A domain is expected as a list of conditions, not {_short(value)}.")


def _short(value: Any) -> str:
    """What was given, as much of it as a message can take."""
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "…"


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
    error = explained(error)
    name = _error_name(error)
    known = isinstance(error, (UserError, RedirectWarning))
    message = str(error.args[0]) if known and error.args else str(error)
    message = message if known or isinstance(error, _TELLING) else _("Internal server error")
    return {
        "name": name,
        "message": message,
        "arguments": [str(argument) for argument in error.args] if known else [message],
        "context": getattr(error, "context", {}),
        "hint": getattr(error, "hint", None),
        "debug": "",
    }


#: Errors of Python whose text tells callers what they did wrong.
_TELLING = (AttributeError, TypeError, ValueError)


def explained(error: BaseException) -> BaseException:
    """The error in words for a caller: a constraint of the database, a request nobody can follow."""
    if isinstance(error, RecursionError):
        return UserError(_("The request is nested too deeply. Ask in simpler steps."))
    return explain(error) or error


def _error_name(error: BaseException) -> str:
    if isinstance(error, (BadCall, UnknownMethod)):
        return "builtins.TypeError" if isinstance(error, BadCall) else "builtins.AttributeError"
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
        return _NOT_XML.sub("", value)
    if isinstance(value, bytes):
        try:
            return _NOT_XML.sub("", value.decode())
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


#: Characters XML 1.0 has no way to write.
_NOT_XML = re.compile("[^\\t\\n\\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _dump_long(marshaller: Any, value: int, write: Any) -> None:
    # Ids and amounts may pass 2**31; like Odoo we send them as <int> rather than refuse.
    write(f"<value><int>{int(value)}</int></value>\n")


_Marshaller.dispatch[int] = _dump_long


def xmlrpc_dumps(value: Any) -> bytes:
    body = _Marshaller("utf-8", allow_none=True).dumps((_plain(value),))
    return f"<?xml version='1.0'?>\n<methodResponse>\n{body}</methodResponse>\n".encode()


def xmlrpc_fault(error: BaseException, new_style: bool = True) -> bytes:
    """A fault: numbered by kind (`/xmlrpc/2/`), or with the kind as a text where the number would be (`/xmlrpc/`)."""
    text = _fault_text(error)
    code: Any = next((code for kind, code in _FAULT_CODES if isinstance(error, kind)), 1)
    if not new_style:
        name = type(error).__name__
        code, text = {
            1: (text, text), 2: (f"warning -- {name}\n\n{text}", ""), 3: ("AccessDenied", text),
            4: (f"warning -- AccessError\n\n{text}", ""),
        }[code]
    body = _Marshaller("utf-8", allow_none=True).dumps(xmlrpc.client.Fault(_plain(code), _plain(text)))
    return f"<?xml version='1.0'?>\n<methodResponse>\n{body}</methodResponse>\n".encode()


def _fault_text(error: BaseException) -> str:
    error = explained(error)
    if isinstance(error, (UserError, RedirectWarning)):
        return str(error.args[0] if error.args else error)
    if isinstance(error, _TELLING):
        return f"{_error_name(error).removeprefix('builtins.')}: {error}"
    if isinstance(error, HTTPException):
        return f"{error.name}: {error.description}"
    return f"{type(error).__name__}: {_('Internal server error')}"


def xmlrpc_loads(body: bytes) -> tuple[list, str]:
    """Arguments and method name.

    :raises BadCall: not XML, or not a call; with a document type – the only place to declare entities –; nested too deeply
    """
    parser, target = xmlrpc.client.getparser(use_builtin_types=True)
    expat: Any = parser._parser  # type: ignore[attr-defined]
    expat.StartDoctypeDeclHandler = _refuse_doctype  # whatever the encoding, unlike a search in the bytes
    expat.StartElementHandler = _counting(expat.StartElementHandler, 1, depth := [0])
    expat.EndElementHandler = _counting(expat.EndElementHandler, -1, depth)
    try:
        parser.feed(body)
        parser.close()
        params = target.close()
    except BadCall:
        raise
    except Exception as error:  # expat's, and whatever the reading of a value raises: ValueError, KeyError, IndexError …
        raise BadCall(f"The request body is not an XML-RPC call: {error}") from error
    return list(params), target.getmethodname() or ""


def _counting(handler: Any, step: int, depth: list[int]) -> Any:
    """The handler of an element, counting how deep it stands; a value takes three elements (value, array, data)."""

    def handle(*args: Any) -> None:
        depth[0] += step
        if depth[0] > 3 * MAX_DEPTH + 10:
            raise BadCall(f"The values of the call are nested more than {MAX_DEPTH} deep.")
        handler(*args)

    return handle


def _refuse_doctype(*_args: Any) -> None:
    raise BadCall("Document types are not accepted.")
