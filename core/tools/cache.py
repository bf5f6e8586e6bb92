"""Caches of method results, kept per registry.

``registry._caches`` maps a cache name to an :class:`~core.tools.lru.LRU`; ``registry.clear_cache(*names)`` empties
some of them (and tells the other workers through the database).
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterable
from typing import Any

from core.tools.lru import LRU

#: Cache name → number of entries. 'default' holds what no other name claims.
CACHE_SIZES: dict[str, int] = {
    "default": 8192,
    "access": 4096,
    "assets": 512,
    "groups": 2048,
    "routing": 1024,
    "routing.rewrites": 8192,
    "stable": 1024,
    "templates": 1024,
    "templates.cached_values": 2048,
    "xmlids": 16384,
}

#: Emptying a cache empties the caches built from it too.
CACHE_DEPENDENTS: dict[str, tuple[str, ...]] = {
    "assets": ("assets", "templates.cached_values"),
    "default": ("default", "templates.cached_values"),
    "groups": ("groups", "templates", "templates.cached_values"),
    "routing": ("routing", "routing.rewrites", "templates.cached_values"),
    "stable": ("stable", "default", "templates.cached_values"),
    "templates": ("templates", "templates.cached_values"),
}


def new_caches() -> dict[str, LRU]:
    """Empty caches for a new registry."""
    return {name: LRU(size) for name, size in CACHE_SIZES.items()}


def caches_to_clear(names: Iterable[str]) -> list[str]:
    """The named caches and those that depend on them; without names, 'default' and its dependents."""
    cleared: dict[str, None] = {}
    for name in tuple(names) or ("default",):
        if name not in CACHE_SIZES:
            raise ValueError(f"There is no cache {name!r}; the caches are {', '.join(sorted(CACHE_SIZES))}.")
        cleared.update(dict.fromkeys(CACHE_DEPENDENTS.get(name, (name,))))
    return list(cleared)


def _argument_getter(method: Callable[..., Any], expressions: tuple[str, ...]) -> Callable[..., tuple[Any, ...]]:
    """A function from the call's arguments to the cache key's values.

    An expression is a parameter name, an attribute or item of one (``self.env.uid``, ``tuple(ids)``), written
    in the safe expression language.
    """
    signature = inspect.signature(method)
    names = list(signature.parameters)
    if all(expression.isidentifier() for expression in expressions):
        missing = [expression for expression in expressions if expression not in names]
        if missing:
            raise TypeError(f"{method.__qualname__} has no parameter {missing[0]!r} to cache by")

        positions = [names.index(expression) for expression in expressions]
        defaults = [parameter.default for parameter in signature.parameters.values()]

        def plain(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
            given = len(args)
            return tuple(
                args[position] if position < given else kwargs.get(names[position], defaults[position])
                for position in positions
            )

        return plain

    getters = [_value_getter(expression) for expression in expressions]

    defaulted = {name: parameter.default for name, parameter in signature.parameters.items()}
    if not all(parameter.kind is parameter.POSITIONAL_OR_KEYWORD for parameter in signature.parameters.values()):
        def variadic(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            return tuple(_hashable(getter(bound.arguments)) for getter in getters)

        return variadic

    def general(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
        # a call that does not fit fails in the method itself: its signature is not checked here
        values = {**defaulted, **dict(zip(names, args, strict=False)), **kwargs}
        return tuple(_hashable(getter(values)) for getter in getters)

    return general


_PATH = re.compile(r"\w+(\.\w+(\(\))?)*")


def _value_getter(expression: str) -> Callable[[dict[str, Any]], Any]:
    """A function from the names to the expression's value.

    A path such as `self.env.user._get_group_ids()` is followed directly: it stands in an addon's code, so private
    names are as good there as anywhere in it.
    """
    if not _PATH.fullmatch(expression):
        from core.base.expression import compile_expression

        return compile_expression(expression).evaluate
    first, *path = expression.split(".")

    def follow(names: dict[str, Any]) -> Any:
        value = names[first]
        for step in path:
            value = getattr(value, step[:-2])() if step.endswith("()") else getattr(value, step)
        return value

    return follow


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value




class ormcache:
    """Keep the results of a method per model, method and the given argument expressions.

    ``@ormcache('key')``, ``@ormcache('self.env.uid', 'mode', cache='access')``. The values kept must be plain
    data, never records. Empty it by ``self.env.registry.clear_cache(name)`` when what it was computed from changes.
    """

    def __init__(self, *args: str, cache: str = "default", skiparg: int | None = None, **_kwargs: Any) -> None:
        if cache not in CACHE_SIZES:
            raise ValueError(f"There is no cache {cache!r}; the caches are {', '.join(sorted(CACHE_SIZES))}.")
        self.args = args
        self.cache_name = cache
        self.skiparg = skiparg
        self.method: Callable[..., Any]

    def __call__(self, method: Callable[..., Any]) -> Callable[..., Any]:
        self.method = method
        get_key = self.determine_key()
        cache_name = self.cache_name

        @functools.wraps(method)
        def lookup(model: Any, *args: Any, **kwargs: Any) -> Any:
            cache = model.pool._caches[cache_name]
            key = (model._name, method, *get_key((model, *args), kwargs))
            try:
                return cache[key]
            except KeyError:
                value = cache[key] = method(model, *args, **kwargs)
                return value
            except TypeError:  # an argument that cannot be a key
                return method(model, *args, **kwargs)

        lookup.clear_cache = self.clear  # type: ignore[attr-defined]
        lookup.__cache__ = self  # type: ignore[attr-defined]
        return lookup

    def determine_key(self) -> Callable[..., tuple[Any, ...]]:
        if self.skiparg is not None:
            skip = self.skiparg
            return lambda args, kwargs: (*args[skip:], *sorted(kwargs.items()))
        return _argument_getter(self.method, self.args)

    def clear(self, model: Any, *args: Any) -> None:
        """Forget all results of this cache."""
        model.pool.clear_cache(self.cache_name)


class ormcache_context(ormcache):
    """Like :class:`ormcache`, and per value of the named context keys."""

    def __init__(self, *args: str, keys: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = keys

    def determine_key(self) -> Callable[..., tuple[Any, ...]]:
        get_arguments, keys = super().determine_key(), self.keys

        def get_key(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, ...]:
            context = args[0].env.context
            return (*get_arguments(args, kwargs), *(_freeze(context.get(key)) for key in keys))

        return get_key


def _freeze(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return tuple(map(_freeze, value))
    if isinstance(value, dict):
        return tuple(sorted((key, _freeze(item)) for key, item in value.items()))
    return value
