"""Controllers and routes: how an address reaches a method of an installed addon."""

from __future__ import annotations

import functools
import inspect
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.routing import BaseConverter, Map, Rule

#: Direct and indirect subclasses of Controller by the addon that declared them ('' is the kernel).
controllers_by_addon: dict[str, list[type["Controller"]]] = {}

_ROUTE_DEFAULTS: dict[str, Any] = {"type": "http", "auth": "user", "methods": None, "readonly": False, "save_session": True}


class Controller:
    """Base of all controllers. A subclass of an addon's controller extends it where the addon is installed."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        controllers_by_addon.setdefault(_addon_of(cls.__module__), []).append(cls)

    @property
    def env(self):
        from .request import request

        return request.env


def _addon_of(python_module: str) -> str:
    parts = python_module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] == "addons" else ""


def route(route: str | Iterable[str] | None = None, **routing: Any) -> Callable[[Callable], Callable]:
    """Make a controller method answer one or several addresses.

    :param route: address or addresses in Werkzeug's notation; None in an override keeps the inherited ones
    :param type: 'http' (form fields in, page out) or 'json' (JSON-RPC envelope both ways)
    :param auth: 'user' (signed in), 'public' (anyone, as the public user when not signed in), 'none' (no user at all)
    :param methods: HTTP methods answered; None: all
    :param csrf: whether unsafe requests need the session's token (default: yes for 'http', no for 'json')
    :param readonly: run in a read-only transaction
    """
    routes = [route] if isinstance(route, str) else list(route or ())
    if routing.get("type") == "jsonrpc":
        routing["type"] = "json"

    def decorate(method: Callable) -> Callable:
        @functools.wraps(method)
        def endpoint(self: Any, *args: Any, **kwargs: Any) -> Any:
            return method(self, *args, **_accepted(parameters, kwargs))

        parameters = inspect.signature(method).parameters
        endpoint.original_routing = {**routing, "routes": routes} if routes else dict(routing)  # type: ignore[attr-defined]
        endpoint.original_endpoint = method  # type: ignore[attr-defined]
        return endpoint

    return decorate


def _accepted(parameters, kwargs: dict[str, Any]) -> dict[str, Any]:
    """Only the parameters the method knows: an address with a stray `?utm=…` still works."""
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return kwargs
    return {name: value for name, value in kwargs.items() if name in parameters}


@dataclass(slots=True, eq=False)
class Endpoint:
    """One routed method of one combined controller."""

    method: Callable[..., Any]
    routing: dict[str, Any] = field(default_factory=dict)

    @property
    def csrf(self) -> bool:
        return self.routing.get("csrf", self.routing["type"] == "http")


class _ModelConverter(BaseConverter):
    """`<model("res.partner"):partner>`: a record by id or by `text-id`."""

    regex = r"(?:[\w-]*-)?\d+"
    part_isolating = False

    def __init__(self, url_map: Map, model: str = ""):
        super().__init__(url_map)
        self.model = model

    def to_python(self, value: str) -> Any:
        return RecordReference(self.model, int(value.rpartition("-")[2]))

    def to_url(self, value: Any) -> str:
        return str(getattr(value, "id", value))


class _ModelsConverter(BaseConverter):
    regex = r"[0-9,]+"

    def __init__(self, url_map: Map, model: str = ""):
        super().__init__(url_map)
        self.model = model

    def to_python(self, value: str) -> Any:
        return RecordReference(self.model, [int(part) for part in value.split(",") if part])


@dataclass(frozen=True, slots=True)
class RecordReference:
    """A record named in an address, browsed once the request has its environment."""

    model: str
    ids: Any


class _SignedIntConverter(BaseConverter):
    regex = r"-?\d+"
    weight = 50  # a number is tried before any text

    def to_python(self, value: str) -> int:
        return int(value)


CONVERTERS = {"model": _ModelConverter, "models": _ModelsConverter, "int": _SignedIntConverter}


def build_map(addons: Iterable[str], *, database: bool = True) -> Map:
    """The address map of a set of installed addons; with `database=False` only routes that need no user."""
    url_map = Map(converters=CONVERTERS, strict_slashes=False)
    for endpoint in _endpoints(["", *addons]):
        if not database and endpoint.routing["auth"] != "none":
            continue
        methods = endpoint.routing["methods"]
        for address in endpoint.routing["routes"]:
            url_map.add(Rule(address, endpoint=endpoint, methods=list(methods) + ["OPTIONS"] if methods else None,
                             merge_slashes=False))
    url_map.update()
    return url_map


def _endpoints(addons: list[str]) -> list[Endpoint]:
    found = []
    for controller_class in _combined_classes(addons):
        controller = controller_class()
        for name in dir(controller_class):
            routing = _merged_routing(controller_class, name)
            if routing:
                found.append(Endpoint(getattr(controller, name), routing))
    return found


def _combined_classes(addons: list[str]) -> list[type]:
    """One class per tree of controllers, inheriting from all its leaves that belong to the addons, latest first."""
    wanted = [cls for addon in addons for cls in controllers_by_addon.get(addon, ())]
    combined = []
    for top in [cls for cls in wanted if Controller in cls.__bases__]:
        family = [cls for cls in wanted if issubclass(cls, top)]
        leaves = [cls for cls in family if not any(other is not cls and issubclass(other, cls) for other in family)]
        if leaves == [top]:
            combined.append(top)
        else:
            combined.append(_unregistered(top, tuple(reversed(leaves))))
    return combined


_registering = threading.Lock()


def _unregistered(top: type, bases: tuple[type, ...]) -> type:
    """A class that combines `bases` without itself counting as a controller of an addon."""
    with _registering:
        combined = type(f"{top.__name__}Combined", bases, {"__module__": top.__module__})
        controllers_by_addon[_addon_of(top.__module__)].remove(combined)
    return combined


def _merged_routing(controller_class: type, name: str) -> dict[str, Any] | None:
    """The routing of a method, base classes first, so that an override changes only what it names."""
    merged: dict[str, Any] = {}
    for cls in reversed(controller_class.__mro__):
        method = cls.__dict__.get(name)
        if method is not None and hasattr(method, "original_routing"):
            merged.update(method.original_routing)
    if not merged.get("routes"):
        return None
    return {**_ROUTE_DEFAULTS, **merged}
