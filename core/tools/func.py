"""Descriptors and function helpers."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy_property(Generic[T]):
    """Computed on first access, then kept on the instance. ``lazy_property.reset_all(obj)`` forgets."""

    def __init__(self, fget: Callable[[Any], T]) -> None:
        self.fget = fget
        self.name = fget.__name__
        functools.update_wrapper(self, fget)  # type: ignore[arg-type]

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, obj: Any, cls: type | None = None) -> Any:
        if obj is None:
            return self
        value = self.fget(obj)
        obj.__dict__[self.name] = value
        return value

    @staticmethod
    def reset_all(obj: Any) -> None:
        for name in list(obj.__dict__):
            if isinstance(getattr(type(obj), name, None), lazy_property):
                del obj.__dict__[name]


class classproperty(Generic[T]):
    """A property of the class."""

    def __init__(self, fget: Callable[[Any], T]) -> None:
        self.fget = classmethod(fget)

    def __get__(self, cls: Any, owner: type | None = None, /) -> T:
        return self.fget.__get__(None, owner)()  # type: ignore[no-any-return]


class lazy_classproperty(classproperty[T]):
    """A class property computed once per class."""

    def __get__(self, cls: Any, owner: type | None = None, /) -> T:
        value = super().__get__(cls, owner)
        setattr(owner, self.fget.__name__, value)
        return value


class lazy:
    """A value computed when it is first used as the thing it stands for."""

    __slots__ = ("_args", "_func", "_kwargs", "_value")

    def __init__(self, func: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        object.__setattr__(self, "_func", func)
        object.__setattr__(self, "_args", args)
        object.__setattr__(self, "_kwargs", kwargs)

    def __resolve(self) -> Any:
        if self._func is not None:
            object.__setattr__(self, "_value", self._func(*self._args, **self._kwargs))
            object.__setattr__(self, "_func", None)
        return self._value

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__resolve(), name)

    def __str__(self) -> str:
        return str(self.__resolve())

    def __repr__(self) -> str:
        return repr(self.__resolve()) if self._func is None else object.__repr__(self)

    def __bool__(self) -> bool:
        return bool(self.__resolve())

    def __len__(self) -> int:
        return len(self.__resolve())

    def __iter__(self) -> Any:
        return iter(self.__resolve())

    def __getitem__(self, key: Any) -> Any:
        return self.__resolve()[key]

    def __contains__(self, key: Any) -> bool:
        return key in self.__resolve()

    def __eq__(self, other: object) -> bool:
        return bool(self.__resolve() == other)

    def __hash__(self) -> int:
        return hash(self.__resolve())

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__resolve()(*args, **kwargs)


def conditional(condition: Any, decorator: Callable[[T], T]) -> Callable[[T], T]:
    """Apply a decorator only when the condition holds."""
    return decorator if condition else (lambda function: function)


def filter_kwargs(func: Callable[..., Any], kwargs: dict[str, Any]) -> dict[str, Any]:
    """The keyword arguments ``func`` accepts."""
    import inspect

    parameters = inspect.signature(func).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return dict(kwargs)
    return {name: value for name, value in kwargs.items() if name in parameters}


def locked(func: Callable[..., T]) -> Callable[..., T]:
    """Run a method under the instance's ``_lock``."""

    @functools.wraps(func)
    def wrapper(self: Any, *args: Any, **kwargs: Any) -> T:
        with self._lock:
            return func(self, *args, **kwargs)

    return wrapper


def frame_codeinfo(fframe: Any, back: int = 0) -> tuple[str, int | str]:
    """File and line of a caller."""
    frame = fframe
    for _step in range(back):
        frame = frame.f_back if frame else None
    return (frame.f_code.co_filename, frame.f_lineno) if frame else ("<unknown>", "")


def reset_cached_properties(obj: Any) -> None:
    """Forget every cached_property of the object."""
    for name in list(vars(obj)):
        if isinstance(getattr(type(obj), name, None), functools.cached_property):
            del obj.__dict__[name]
