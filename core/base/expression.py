"""Safe expressions: a whitelist over Python's syntax tree, interpreted – no ``eval``, no ``exec``.

Views, data files, rules and server actions carry small pieces of Python. They are parsed once and turned into
closures; what is not on the whitelist is refused when compiling, and what could leave the sandbox or eat the
machine (underscore names, format tricks, huge numbers or texts, endless loops) is refused when running.

``Expression.to_javascript`` translates the part that can be decided in the page, see there.
"""

from __future__ import annotations

import ast
import builtins
import datetime as _datetime
import functools
import operator
import re
import string
import sys
import types
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from decimal import Decimal
from typing import Any

from core.base.errors import AccessDenied, MissingError, RedirectWarning, UserError

MAX_SOURCE_LENGTH = 500_000
MAX_DEPTH = 80  # nesting of the source, and of calls
MAX_STEPS = 2_000_000
MAX_INT_BITS = 65_536
MAX_NODES = 1_000_000  # items of a value with all it contains
MAX_LENGTH = 5_000_000  # characters or items of one value
MAX_RANGE = 1_000_000
MAX_FORMAT_WIDTH = 1_000

#: Names that lead from harmless objects to code, frames or classes.
_FORBIDDEN_ATTRIBUTES = frozenset(
    "mro gi_frame gi_code gi_yieldfrom f_globals f_builtins f_locals f_code f_back tb_frame tb_next tb_lasti "
    "co_code co_consts co_names cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await func_globals "
    "func_code func_closure func_defaults im_func im_self im_class with_traceback".split()
)

#: Exceptions that mean something to the caller and pass through unchanged.
_PASSED_ON: tuple[type[BaseException], ...] = (UserError, AccessDenied, MissingError, RedirectWarning)


item_containers: list[type[Any]] = [dict, list]
"""Kinds of objects whose items an expression may assign; the ORM adds records."""


def _may_change(container: object) -> bool:
    return isinstance(container, tuple(item_containers))


class ExpressionError(ValueError):
    """The source is not a safe expression, or it failed while running."""


class LimitExceeded(ExpressionError):
    """The expression needs more time or memory than an expression may."""


class _Break(Exception):
    pass


class _Continue(Exception):
    pass


class _Return(Exception):
    def __init__(self, value: Any) -> None:
        self.value = value


class _Budget:
    """Steps left, and the depth of calls. Shared by all scopes of one evaluation."""

    __slots__ = ("depth", "steps")

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.depth = 0

    def spend(self, steps: int = 1) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise LimitExceeded("The expression takes too long.")


class _Scope:
    """Variables of one level: the namespace, a comprehension, or a function call."""

    __slots__ = ("budget", "parent", "variables")

    def __init__(self, variables: MutableMapping[str, Any], parent: _Scope | Mapping[str, Any] | None, budget: _Budget):
        self.variables = variables
        self.parent = parent
        self.budget = budget

    def lookup(self, name: str) -> Any:
        scope: Any = self
        while type(scope) is _Scope:
            if name in scope.variables:
                return scope.variables[name]
            scope = scope.parent
        if scope is not None and name in scope:
            return scope[name]
        try:
            return SAFE_BUILTINS[name]
        except KeyError:
            raise NameError(f"name {name!r} is not defined") from None


_Code = Callable[[_Scope], Any]
_SIZED: tuple[type[Any], ...] = (str, bytes, list, tuple, set, frozenset, dict)


def _charge(value: Any, budget: _Budget) -> Any:
    """Make big results cost steps, so that memory is bounded together with time."""
    if type(value) in _SIZED:
        length = len(value)
        if length > 64:
            if length > MAX_LENGTH:
                raise LimitExceeded("The expression builds too large a value.")
            budget.spend(length >> 4)
    elif type(value) is int and value.bit_length() > MAX_INT_BITS:
        raise LimitExceeded("The expression builds too large a number.")
    return value


_CONTAINERS = frozenset((list, tuple, set, frozenset, dict))


def _check_unfolded(value: Any) -> None:
    """Refuse containers that share parts so often that comparing, hashing or copying them would never end."""
    left = MAX_NODES
    stack = [value]
    while stack:
        item = stack.pop()
        children = [*item, *item.values()] if type(item) is dict else item
        left -= len(children)
        if left < 0:
            raise LimitExceeded("The value is nested too often.")
        stack.extend(child for child in children if type(child) in _CONTAINERS)


def _charge_inputs(target: Any, values: list[Any], budget: _Budget) -> None:
    """Built-in functions walk their arguments without counting steps: count them here."""
    for value in values:
        if type(value) in _CONTAINERS:
            _check_unfolded(value)
        if type(value) in _SIZED or type(value) is range:
            length = len(value)  # type: ignore[arg-type]
            if length > 64:
                budget.spend(length >> 4)
    if type(target) is types.BuiltinMethodType and type(target.__self__) in _SIZED:
        budget.spend(len(target.__self__) >> 6)  # type: ignore[arg-type]
        if type(target.__self__) in _CONTAINERS:
            _check_unfolded(target.__self__)


# Operators


def _weigh(value: Any, left: int = 100_000) -> int:
    """Refuse to print containers that unfold to an enormous text; return what is left of the allowance."""
    left -= 1
    if left < 0:
        raise LimitExceeded("The value is too large to print.")
    if isinstance(value, dict):
        for key, item in value.items():
            left = _weigh(item, _weigh(key, left))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            left = _weigh(item, left)
    return left


def _multiply(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > MAX_INT_BITS:
            raise LimitExceeded("The expression builds too large a number.")
    elif isinstance(left, int) and isinstance(right, _SIZED):
        left, right = right, left
    if isinstance(left, _SIZED) and isinstance(right, int) and len(left) * right > MAX_LENGTH:
        raise LimitExceeded("The expression builds too large a value.")
    return left * right


def _power(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int) and right > 0 and left.bit_length() * right > MAX_INT_BITS:
        raise LimitExceeded("The expression builds too large a number.")
    return left**right


def _shift_left(left: Any, right: Any) -> Any:
    if isinstance(right, int) and right > MAX_INT_BITS:
        raise LimitExceeded("The expression builds too large a number.")
    return left << right


def _add(left: Any, right: Any) -> Any:
    if type(left) in _SIZED and type(right) in _SIZED and len(left) + len(right) > MAX_LENGTH:
        raise LimitExceeded("The expression builds too large a value.")
    return left + right


_PERCENT_FORMAT = re.compile(r"%(?:\([^)]*\))?([^a-zA-Z%]*)[a-zA-Z%]")


def _modulo(left: Any, right: Any) -> Any:
    if isinstance(left, (str, bytes)):
        text = left if isinstance(left, str) else left.decode("latin-1")
        for flags in _PERCENT_FORMAT.findall(text):
            if "*" in flags or any(int(number) > MAX_FORMAT_WIDTH for number in re.findall(r"\d+", flags)):
                raise LimitExceeded("Too wide a format.")
        _weigh(right)
    return left % right


_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: _add,
    ast.Sub: operator.sub,
    ast.Mult: _multiply,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: _modulo,
    ast.Pow: _power,
    ast.LShift: _shift_left,
    ast.RShift: operator.rshift,
    ast.BitOr: operator.or_,
    ast.BitAnd: operator.and_,
    ast.BitXor: operator.xor,
}
_IN_PLACE: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Sub: operator.isub,
    ast.BitOr: operator.ior,
    ast.BitAnd: operator.iand,
    ast.BitXor: operator.ixor,
}
_UNARY: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.Not: operator.not_,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda item, container: item in container,
    ast.NotIn: lambda item, container: item not in container,
}


def _compare(apply: Callable[[Any, Any], Any], left: Any, right: Any, budget: _Budget) -> Any:
    kind = type(right)
    if kind in _CONTAINERS or kind is str:
        if len(right) > 64:
            budget.spend(len(right) >> 6)
        if kind is not str and type(left) in _CONTAINERS:
            _check_unfolded(left)
            _check_unfolded(right)
    return apply(left, right)


def _as_key(value: Any) -> Any:
    """The value as key of a dict or member of a set: hashing walks all of it."""
    if type(value) is tuple:
        _check_unfolded(value)
    return value


# Formatting without tricks

_FORMATTABLE = (
    str, int, float, complex, bool, Decimal, type(None),
    _datetime.date, _datetime.datetime, _datetime.time, _datetime.timedelta,
)  # fmt: skip


def _format_value(value: Any, spec: str) -> str:
    if any(int(number) > MAX_FORMAT_WIDTH for number in re.findall(r"\d+", spec)):
        raise LimitExceeded("Too wide a format.")
    if not isinstance(value, _FORMATTABLE):
        _weigh(value)
    return format(value, spec)


class _SafeFormatter(string.Formatter):
    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, Any]:
        first, rest = _split_field_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = get_attribute(value, key) if is_attribute else value[key]
        return value, first

    def format_field(self, value: Any, format_spec: str) -> str:
        return _format_value(value, format_spec)


def _split_field_name(field_name: str) -> tuple[Any, list[tuple[bool, Any]]]:
    first, *_ = re.split(r"[.\[]", field_name, maxsplit=1)
    rest = [
        (False, int(item) if item.isdigit() else item) if item else (True, attribute)
        for attribute, item in re.findall(r"\.([^.\[\]]*)|\[([^\]]*)\]", field_name[len(first) :])
        for attribute, item in [(attribute, item)]
    ]
    return (int(first) if first.isdigit() else first), rest


def _guard_width(method: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(width: Any = 8, *rest: Any, **named: Any) -> Any:
        if isinstance(width, int) and width > MAX_FORMAT_WIDTH * 100:
            raise LimitExceeded("Too wide a text.")
        return method(width, *rest, **named)

    return guarded


def _guard_expandtabs(text: Any) -> Callable[..., Any]:
    def expandtabs(tabsize: int = 8) -> Any:
        if len(text) * max(tabsize, 1) > MAX_LENGTH:
            raise LimitExceeded("Too wide a text.")
        return text.expandtabs(tabsize)

    return expandtabs


def _guard_replace(text: Any) -> Callable[..., Any]:
    def replace(old: Any, new: Any, count: int = -1) -> Any:
        if (len(text) + 1) * max(len(new), 1) > MAX_LENGTH and (text.count(old) + 1) * len(new) > MAX_LENGTH:
            raise LimitExceeded("The expression builds too large a text.")
        return text.replace(old, new, count)

    return replace


def _guard_join(text: Any) -> Callable[..., Any]:
    def join(items: Any) -> Any:
        parts = list(items)
        if len(text) * len(parts) + sum(map(len, parts)) > MAX_LENGTH:
            raise LimitExceeded("The expression builds too large a text.")
        return text.join(parts)

    return join


def _guard_extend(target: list[Any]) -> Callable[..., Any]:
    def extend(items: Any) -> None:
        added = list(items)
        if len(target) + len(added) > MAX_LENGTH:
            raise LimitExceeded("The expression builds too large a list.")
        target.extend(added)

    return extend


class _EscapingFormatter(_SafeFormatter):
    """For Markup: what is filled in is escaped."""

    def format_field(self, value: Any, format_spec: str) -> str:
        from markupsafe import escape

        return str(escape(value if hasattr(value, "__html__") else _format_value(value, format_spec)))


def _formatted(text: str, args: Any, kwargs: Any) -> str:
    if hasattr(text, "__html__"):
        return type(text)(_EscapingFormatter().vformat(text, args, kwargs))
    return _SafeFormatter().vformat(text, args, kwargs)


def _safe_format(text: str) -> Callable[..., str]:
    return lambda *args, **kwargs: _formatted(text, args, kwargs)


def _safe_format_map(text: str) -> Callable[..., str]:
    return lambda mapping: _formatted(text, (), mapping)


_TEXT_METHODS: dict[str, Callable[[Any], Callable[..., Any]]] = {
    "center": lambda text: _guard_width(text.center),
    "ljust": lambda text: _guard_width(text.ljust),
    "rjust": lambda text: _guard_width(text.rjust),
    "zfill": lambda text: _guard_width(text.zfill),
    "expandtabs": _guard_expandtabs,
    "format": _safe_format,
    "format_map": _safe_format_map,
    "join": _guard_join,
    "replace": _guard_replace,
}
_GUARDED_METHODS: tuple[tuple[type | tuple[type, ...], dict[str, Callable[[Any], Callable[..., Any]]]], ...] = (
    ((str, bytes), _TEXT_METHODS),
    (list, {"extend": _guard_extend}),
    (int, {"to_bytes": lambda number: _guard_width(number.to_bytes)}),
)
_REFUSED_METHODS = frozenset(("translate", "maketrans"))


def get_attribute(value: Any, name: str) -> Any:
    """``value.name`` for names an expression may read."""
    if name.startswith("_") or "__" in name or name in _FORBIDDEN_ATTRIBUTES:
        raise ExpressionError(f"Reading {name!r} is not allowed in an expression.")
    if isinstance(value, types.ModuleType):
        raise ExpressionError(f"Module {value.__name__!r} cannot be used in an expression.")
    if isinstance(value, type) and issubclass(value, (str, bytes, list, int)) and (
        name in _REFUSED_METHODS or any(name in methods for _types, methods in _GUARDED_METHODS)
    ):
        raise ExpressionError(f"Call {name!r} on a value, not on its type.")
    if type(value) in (str, bytes, list, int, bool) or isinstance(value, (str, bytes, list)):
        if name in _REFUSED_METHODS:
            raise ExpressionError(f"{name!r} is not allowed in an expression.")
        for kinds, methods in _GUARDED_METHODS:
            if isinstance(value, kinds) and name in methods:
                return methods[name](value)
    return getattr(value, name)


def get_private_method(value: Any, name: str) -> Any:
    """A private method of a recordset, or the name of its model.

    Only what administrators write may use it: scheduled and server actions, templates of documents and pages.
    """
    method = getattr(value, name, None) if hasattr(type(value), "_ids") else None
    if name == "_name" and isinstance(method, str):
        return method
    if not isinstance(method, types.MethodType):
        raise ExpressionError(f"Reading {name!r} is not allowed: it is no method of a record.")
    return method


# Builtins


def _safe_range(*bounds: int) -> range:
    result = range(*bounds)
    if len(result) > MAX_RANGE:
        raise LimitExceeded("Too long a range.")
    return result


def _safe_round(number: Any, ndigits: int | None = None) -> Any:
    if ndigits is not None and abs(ndigits) > 400:
        raise LimitExceeded("Too many digits.")
    return round(number, ndigits) if ndigits is not None else round(number)


def _safe_sum(items: Any, start: Any = 0) -> Any:
    if isinstance(start, (int, float)):
        return sum(items, start)
    total = start
    for item in items:
        total = _add(total, item)
    return total


def _safe_pow(base: Any, exponent: Any, modulus: Any = None) -> Any:
    return _power(base, exponent) if modulus is None else pow(base, exponent, modulus)


class _TextType(type):
    """``str`` as a name: callable with a check, and right for ``isinstance``."""

    def __call__(cls, value: Any = "", *encoding: Any) -> Any:
        if not isinstance(value, _FORMATTABLE):
            _weigh(value)
        return str(value, *encoding)

    def __instancecheck__(cls, instance: Any) -> bool:
        return isinstance(instance, str)

    def __eq__(cls, other: Any) -> bool:
        return other is str or other is _Text

    def __hash__(cls) -> int:
        return hash(str)


class _Text(metaclass=_TextType):
    lower = str.lower
    upper = str.upper
    strip = str.strip


def _safe_str(value: Any) -> str:
    _weigh(value)
    return str(value)


def _safe_repr(value: Any) -> str:
    _weigh(value)
    return repr(value)


def _safe_bytes(value: Any = b"", *encoding: Any) -> bytes:
    if isinstance(value, int) and value > MAX_LENGTH:
        raise LimitExceeded("The expression builds too large a value.")
    return bytes(value, *encoding)


SAFE_BUILTINS: dict[str, Any] = {
    name: getattr(builtins, name)
    for name in (
        "abs all any bool chr dict divmod enumerate filter float frozenset int isinstance len list map max min ord "
        "reversed set sorted tuple zip Exception ValueError KeyError TypeError IndexError ZeroDivisionError"
    ).split()
}
SAFE_BUILTINS.update(
    {
        "bytes": _safe_bytes,
        "pow": _safe_pow,
        "range": _safe_range,
        "xrange": _safe_range,
        "reduce": functools.reduce,
        "repr": _safe_repr,
        "round": _safe_round,
        "str": _Text,
        "unicode": _Text,
        "sum": _safe_sum,
        "True": True,
        "False": False,
        "None": None,
    }
)


# Compiler: syntax tree → closures


class _Compiler:
    """Turns syntax nodes into closures ``code(scope) -> value``; unknown nodes are refused."""

    def __init__(self, source: str, statements: bool, private_methods: bool) -> None:
        self.source = source
        self.statements = statements
        self.private_methods = private_methods
        self.depth = 0

    def refuse(self, node: ast.AST, reason: str) -> ExpressionError:
        return ExpressionError(f"{reason} (line {getattr(node, 'lineno', 1)} of {_shorten(self.source)})")

    def expression(self, node: ast.expr) -> _Code:
        method = getattr(self, f"_x_{type(node).__name__}", None)
        if method is None:
            raise self.refuse(node, f"{type(node).__name__} is not allowed in an expression")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.refuse(node, "The expression is nested too deeply")
        code: _Code = method(node)
        self.depth -= 1
        return code

    def _name(self, node: ast.AST, name: str) -> str:
        if name.startswith("__") or (name.startswith("_") and name not in ("_", "_logger")):
            raise self.refuse(node, f"Name {name!r} is not allowed")
        return name

    # literals

    def _x_Constant(self, node: ast.Constant) -> _Code:
        value = node.value
        if isinstance(value, int) and value.bit_length() > MAX_INT_BITS:
            raise self.refuse(node, "Too large a number")
        return lambda scope: value

    def _x_List(self, node: ast.List) -> _Code:
        items = self._items(node.elts)
        return lambda scope: items(scope)

    def _x_Tuple(self, node: ast.Tuple) -> _Code:
        if all(isinstance(item, ast.Constant) for item in node.elts):
            constant = tuple(item.value for item in node.elts if isinstance(item, ast.Constant))
            return lambda scope: constant
        items = self._items(node.elts)
        return lambda scope: tuple(items(scope))

    def _x_Set(self, node: ast.Set) -> _Code:
        items = self._items(node.elts)
        return lambda scope: {_as_key(item) for item in items(scope)}

    def _items(self, nodes: list[ast.expr]) -> Callable[[_Scope], list[Any]]:
        if not any(isinstance(node, ast.Starred) for node in nodes):
            codes = [self.expression(node) for node in nodes]
            return lambda scope: [code(scope) for code in codes]
        parts = [
            (True, self.expression(node.value)) if isinstance(node, ast.Starred) else (False, self.expression(node))
            for node in nodes
        ]

        def items(scope: _Scope) -> list[Any]:
            values: list[Any] = []
            for starred, code in parts:
                if starred:
                    values.extend(code(scope))
                else:
                    values.append(code(scope))
            _charge(values, scope.budget)
            return values

        return items

    def _x_Dict(self, node: ast.Dict) -> _Code:
        pairs = [
            (self.expression(key) if key is not None else None, self.expression(value))
            for key, value in zip(node.keys, node.values, strict=True)
        ]

        def build(scope: _Scope) -> dict[Any, Any]:
            result: dict[Any, Any] = {}
            for key, value in pairs:
                if key is None:
                    result.update(value(scope))
                else:
                    result[_as_key(key(scope))] = value(scope)
            return result

        return build

    def _x_JoinedStr(self, node: ast.JoinedStr) -> _Code:
        parts = [self.expression(value) for value in node.values]
        return lambda scope: _charge("".join(str(part(scope)) for part in parts), scope.budget)

    def _x_FormattedValue(self, node: ast.FormattedValue) -> _Code:
        value = self.expression(node.value)
        spec = self.expression(node.format_spec) if node.format_spec else None
        if node.conversion == 97:
            raise self.refuse(node, "!a is not allowed in an expression")
        conversions: dict[int, Callable[[Any], Any]] = {-1: lambda item: item, 115: _safe_str, 114: _safe_repr}
        convert = conversions[node.conversion]
        return lambda scope: _format_value(convert(value(scope)), spec(scope) if spec else "")

    # names, attributes, items

    def _x_Name(self, node: ast.Name) -> _Code:
        name = self._name(node, node.id)

        def load(scope: _Scope) -> Any:
            variables = scope.variables
            return variables[name] if name in variables else scope.lookup(name)

        return load

    def _x_Attribute(self, node: ast.Attribute) -> _Code:
        name = node.attr
        if self.private_methods and name.startswith("_") and "__" not in name:
            value = self.expression(node.value)
            return lambda scope: get_private_method(value(scope), name)
        if name.startswith("_") or name in _FORBIDDEN_ATTRIBUTES:
            raise self.refuse(node, f"Reading {name!r} is not allowed in an expression")
        value = self.expression(node.value)
        return lambda scope: get_attribute(value(scope), name)

    def _x_Subscript(self, node: ast.Subscript) -> _Code:
        value, index = self.expression(node.value), self.expression(node.slice)
        return lambda scope: value(scope)[_as_key(index(scope))]

    def _x_Slice(self, node: ast.Slice) -> _Code:
        lower, upper, step = (self.expression(part) if part else None for part in (node.lower, node.upper, node.step))
        return lambda scope: slice(
            lower(scope) if lower else None, upper(scope) if upper else None, step(scope) if step else None
        )

    # operators

    def _x_BoolOp(self, node: ast.BoolOp) -> _Code:
        codes = [self.expression(value) for value in node.values]
        stop_on = isinstance(node.op, ast.Or)

        def combine(scope: _Scope) -> Any:
            value = None
            for code in codes:
                value = code(scope)
                if bool(value) is stop_on:
                    return value
            return value

        return combine

    def _x_UnaryOp(self, node: ast.UnaryOp) -> _Code:
        apply, operand = _UNARY[type(node.op)], self.expression(node.operand)
        return lambda scope: apply(operand(scope))

    def _x_BinOp(self, node: ast.BinOp) -> _Code:
        apply = _BINARY.get(type(node.op))
        if apply is None:
            raise self.refuse(node, f"Operator {type(node.op).__name__} is not allowed")
        left, right = self.expression(node.left), self.expression(node.right)
        return lambda scope: _charge(apply(left(scope), right(scope)), scope.budget)

    def _x_Compare(self, node: ast.Compare) -> _Code:
        first = self.expression(node.left)
        rest = [
            (_COMPARE[type(op)], self.expression(right)) for op, right in zip(node.ops, node.comparators, strict=True)
        ]
        if len(rest) == 1:
            apply, second = rest[0]
            return lambda scope: _compare(apply, first(scope), second(scope), scope.budget)

        def chain(scope: _Scope) -> Any:
            left, result = first(scope), True
            for apply, code in rest:
                right = code(scope)
                result = _compare(apply, left, right, scope.budget)
                if not result:
                    return result
                left = right
            return result

        return chain

    def _x_IfExp(self, node: ast.IfExp) -> _Code:
        test, body, orelse = self.expression(node.test), self.expression(node.body), self.expression(node.orelse)
        return lambda scope: body(scope) if test(scope) else orelse(scope)

    # calls and functions

    def _x_Call(self, node: ast.Call) -> _Code:
        function = self.expression(node.func)
        args = self._items(node.args)
        keywords = [(keyword.arg, self.expression(keyword.value)) for keyword in node.keywords]

        def call(scope: _Scope) -> Any:
            budget = scope.budget
            budget.spend()
            target = function(scope)
            values = args(scope)
            _charge_inputs(target, values, budget)
            if not keywords:
                return _charge(target(*values), budget)
            named: dict[str, Any] = {}
            for name, code in keywords:
                if name is None:
                    named.update(code(scope))
                else:
                    named[name] = code(scope)
            return _charge(target(*values, **named), budget)

        return call

    def _x_Lambda(self, node: ast.Lambda) -> _Code:
        body = self.expression(node.body)
        return self._function(node.args, body)

    def _function(self, arguments: ast.arguments, body: _Code) -> _Code:
        names = [self._name(argument, argument.arg) for argument in (*arguments.posonlyargs, *arguments.args)]
        keyword_only = [self._name(argument, argument.arg) for argument in arguments.kwonlyargs]
        defaults = [self.expression(default) for default in arguments.defaults]
        keyword_defaults = {
            name: self.expression(default)
            for name, default in zip(keyword_only, arguments.kw_defaults, strict=True)
            if default is not None
        }
        rest_name = arguments.vararg.arg if arguments.vararg else None
        named_name = arguments.kwarg.arg if arguments.kwarg else None

        def bind(default_values: dict[str, Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
            variables = dict(default_values)
            variables.update(zip(names, args, strict=False))
            if len(args) > len(names) and rest_name is None:
                raise TypeError(f"function takes {len(names)} arguments, {len(args)} given")
            if rest_name is not None:
                variables[rest_name] = args[len(names) :]
            known = set(names) | set(keyword_only)
            extra = {name: value for name, value in kwargs.items() if name not in known}
            if extra and named_name is None:
                raise TypeError(f"unexpected argument {next(iter(extra))!r}")
            variables.update({name: value for name, value in kwargs.items() if name in known})
            if named_name is not None:
                variables[named_name] = extra
            missing = known - variables.keys()
            if missing:
                raise TypeError(f"missing argument {min(missing)!r}")
            return variables

        def make(scope: _Scope) -> Callable[..., Any]:
            default_values = dict(
                zip(names[len(names) - len(defaults) :], (code(scope) for code in defaults), strict=True)
            )
            default_values.update({name: code(scope) for name, code in keyword_defaults.items()})

            def function(*args: Any, **kwargs: Any) -> Any:
                budget = scope.budget
                budget.spend()
                budget.depth += 1
                if budget.depth > MAX_DEPTH:
                    raise LimitExceeded("The expression calls itself too deeply.")
                try:
                    return body(_Scope(bind(default_values, args, kwargs), scope, budget))
                finally:
                    budget.depth -= 1

            return function

        return make

    # comprehensions

    def _x_ListComp(self, node: ast.ListComp) -> _Code:
        produce = self._generator(node.generators, self.expression(node.elt))
        return lambda scope: list(produce(scope))

    def _x_SetComp(self, node: ast.SetComp) -> _Code:
        produce = self._generator(node.generators, self.expression(node.elt))
        return lambda scope: {_as_key(item) for item in produce(scope)}

    def _x_GeneratorExp(self, node: ast.GeneratorExp) -> _Code:
        return self._generator(node.generators, self.expression(node.elt))

    def _x_DictComp(self, node: ast.DictComp) -> _Code:
        key, value = self.expression(node.key), self.expression(node.value)
        produce = self._generator(node.generators, lambda scope: (_as_key(key(scope)), value(scope)))
        return lambda scope: dict(produce(scope))

    def _generator(self, generators: list[ast.comprehension], element: _Code) -> Callable[[_Scope], Iterator[Any]]:
        levels = []
        for generator in generators:
            if generator.is_async:
                raise self.refuse(generator.iter, "async is not allowed in an expression")
            levels.append(
                (
                    self.expression(generator.iter),
                    self._target(generator.target),
                    [self.expression(condition) for condition in generator.ifs],
                )
            )

        def run(scope: _Scope, level: int) -> Iterator[Any]:
            if level == len(levels):
                yield element(scope)
                return
            iterable, assign, conditions = levels[level]
            for item in iterable(scope):
                scope.budget.spend()
                assign(scope, item)
                if all(condition(scope) for condition in conditions):
                    yield from run(scope, level + 1)

        return lambda scope: run(_Scope({}, scope, scope.budget), 0)

    def _target(self, node: ast.expr) -> Callable[[_Scope, Any], None]:
        """An assignment target: name, unpacking, or an item of a container."""
        if isinstance(node, ast.Name):
            name = self._name(node, node.id)

            def assign_name(scope: _Scope, value: Any) -> None:
                scope.variables[name] = value

            return assign_name
        if isinstance(node, (ast.Tuple, ast.List)):
            targets = [self._target(element) for element in node.elts]

            def unpack(scope: _Scope, value: Any) -> None:
                values = list(value)
                if len(values) != len(targets):
                    raise ValueError(f"expected {len(targets)} values to unpack, got {len(values)}")
                for target, item in zip(targets, values, strict=True):
                    target(scope, item)

            return unpack
        if isinstance(node, ast.Subscript) and self.statements:
            container, index = self.expression(node.value), self.expression(node.slice)

            def assign_item(scope: _Scope, value: Any) -> None:
                target: Any = container(scope)
                if not _may_change(target):
                    raise ExpressionError(f"Items of a {type(target).__name__} cannot be assigned.")
                target[_as_key(index(scope))] = value

            return assign_item
        raise self.refuse(node, f"Assigning to {type(node).__name__} is not allowed")

    # statements (mode 'exec')

    def block(self, nodes: list[ast.stmt]) -> Callable[[_Scope], None]:
        codes = [self.statement(node) for node in nodes]

        def run(scope: _Scope) -> None:
            for code in codes:
                scope.budget.spend()
                code(scope)

        return run

    def statement(self, node: ast.stmt) -> _Code:
        method = getattr(self, f"_s_{type(node).__name__}", None)
        if method is None:
            raise self.refuse(node, f"{type(node).__name__} is not allowed here")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.refuse(node, "The code is nested too deeply")
        code: _Code = method(node)
        self.depth -= 1
        return code

    def _s_Expr(self, node: ast.Expr) -> _Code:
        return self.expression(node.value)

    def _s_Pass(self, node: ast.Pass) -> _Code:
        return lambda scope: None

    def _s_Assign(self, node: ast.Assign) -> _Code:
        value = self.expression(node.value)
        targets = [self._target(target) for target in node.targets]

        def assign(scope: _Scope) -> None:
            result = value(scope)
            for target in targets:
                target(scope, result)

        return assign

    def _s_AugAssign(self, node: ast.AugAssign) -> _Code:
        apply = _IN_PLACE.get(type(node.op)) or _BINARY.get(type(node.op))
        if apply is None:
            raise self.refuse(node, f"Operator {type(node.op).__name__} is not allowed")
        load_node: Any = ast.copy_location(
            ast.Name(node.target.id, ast.Load())
            if isinstance(node.target, ast.Name)
            else ast.Subscript(node.target.value, node.target.slice, ast.Load())
            if isinstance(node.target, ast.Subscript)
            else node.target,
            node.target,
        )
        target, load, value = self._target(node.target), self.expression(load_node), self.expression(node.value)
        extends = isinstance(node.op, ast.Add)

        def assign(scope: _Scope) -> None:
            current, operand = load(scope), value(scope)
            if extends and type(current) is list:
                _guard_extend(current)(operand)
                result = current
            else:
                result = apply(current, operand)
            target(scope, _charge(result, scope.budget))

        return assign

    def _s_If(self, node: ast.If) -> _Code:
        test, body, orelse = self.expression(node.test), self.block(node.body), self.block(node.orelse)
        return lambda scope: body(scope) if test(scope) else orelse(scope)

    def _s_For(self, node: ast.For) -> _Code:
        iterable, assign = self.expression(node.iter), self._target(node.target)
        body, orelse = self.block(node.body), self.block(node.orelse)

        def loop(scope: _Scope) -> None:
            for item in iterable(scope):
                scope.budget.spend()
                assign(scope, item)
                try:
                    body(scope)
                except _Continue:
                    continue
                except _Break:
                    return
            orelse(scope)

        return loop

    def _s_While(self, node: ast.While) -> _Code:
        test, body, orelse = self.expression(node.test), self.block(node.body), self.block(node.orelse)

        def loop(scope: _Scope) -> None:
            while test(scope):
                scope.budget.spend()
                try:
                    body(scope)
                except _Continue:
                    continue
                except _Break:
                    return
            orelse(scope)

        return loop

    def _s_Break(self, node: ast.Break) -> _Code:
        def leave(scope: _Scope) -> None:
            raise _Break

        return leave

    def _s_Continue(self, node: ast.Continue) -> _Code:
        def skip(scope: _Scope) -> None:
            raise _Continue

        return skip

    def _s_Delete(self, node: ast.Delete) -> _Code:
        pairs = []
        for target in node.targets:
            if not isinstance(target, ast.Subscript):
                raise self.refuse(node, "Only items of a list or dict can be deleted")
            pairs.append((self.expression(target.value), self.expression(target.slice)))

        def delete(scope: _Scope) -> None:
            for container, index in pairs:
                target: Any = container(scope)
                if not _may_change(target):
                    raise ExpressionError(f"Items of a {type(target).__name__} cannot be deleted.")
                del target[index(scope)]

        return delete

    def _s_Raise(self, node: ast.Raise) -> _Code:
        if node.exc is None:
            raise self.refuse(node, "raise needs an exception")
        error = self.expression(node.exc)

        def throw(scope: _Scope) -> None:
            raise error(scope)

        return throw

    def _s_Try(self, node: ast.Try) -> _Code:
        body, orelse, final = self.block(node.body), self.block(node.orelse), self.block(node.finalbody)
        handlers = [
            (
                self.expression(handler.type) if handler.type else None,
                self._name(handler, handler.name) if handler.name else None,
                self.block(handler.body),
            )
            for handler in node.handlers
        ]

        def attempt(scope: _Scope) -> None:
            try:
                body(scope)
            except (_Break, _Continue, _Return, LimitExceeded):
                raise
            except Exception as error:
                for kind, name, code in handlers:
                    if kind is None or isinstance(error, kind(scope)):
                        if name:
                            scope.variables[name] = error
                        code(scope)
                        break
                else:
                    raise
            else:
                orelse(scope)
            finally:
                final(scope)

        return attempt

    def _s_FunctionDef(self, node: ast.FunctionDef) -> _Code:
        if node.decorator_list:
            raise self.refuse(node, "Decorators are not allowed")
        name, block = self._name(node, node.name), self.block(node.body)

        def body(scope: _Scope) -> Any:
            try:
                block(scope)
            except _Return as result:
                return result.value
            return None

        make = self._function(node.args, body)

        def define(scope: _Scope) -> None:
            scope.variables[name] = make(scope)

        return define

    def _s_Return(self, node: ast.Return) -> _Code:
        value = self.expression(node.value) if node.value else None

        def leave(scope: _Scope) -> None:
            raise _Return(value(scope) if value else None)

        return leave


def _shorten(source: str, width: int = 120) -> str:
    text = " ".join(source.split())
    return repr(text if len(text) <= width else text[: width - 1] + "…")


# Free names


class _NameCollector(ast.NodeVisitor):
    """Collects the names an expression takes from outside."""

    def __init__(self) -> None:
        self.free: set[str] = set()
        self.bound: list[set[str]] = [set()]

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.bound[-1].add(node.id)
        elif not any(node.id in names for names in self.bound):
            self.free.add(node.id)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        arguments = node.args
        for default in (*arguments.defaults, *(item for item in arguments.kw_defaults if item)):
            self.visit(default)
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        every += [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
        self.bound.append({argument.arg for argument in every})
        self.visit(node.body)
        self.bound.pop()

    def _visit_comprehension(self, node: Any) -> None:
        self.bound.append(set())
        for generator in node.generators:
            self.visit(generator.iter)
            self.visit(generator.target)
            for condition in generator.ifs:
                self.visit(condition)
        for part in ("elt", "key", "value"):
            if hasattr(node, part):
                self.visit(getattr(node, part))
        self.bound.pop()

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _visit_comprehension

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.bound[-1].add(node.name)
        self.bound.append({argument.arg for argument in node.args.args})
        for statement in node.body:
            self.visit(statement)
        self.bound.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_For(self, node: ast.For) -> None:
        for part in (node.iter, node.target, *node.body, *node.orelse):
            self.visit(part)


# JavaScript


class _NotInThePage(Exception):
    """This part can only be decided on the server."""


_JS_COMPARE = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Is: "==",
    ast.IsNot: "!=",
}
_JS_BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Mod: "%"}


def _to_page(node: ast.AST) -> Any:
    """The node as nested lists ``[operator, operand, …]``, see :meth:`Expression.to_javascript`."""
    match node:
        case ast.Constant(value=bool() | int() | float() | str() | None):
            return ["const", node.value]
        case ast.List() | ast.Tuple() | ast.Set():
            return ["list", *map(_to_page, node.elts)]
        case ast.Name():
            return ["name", node.id]
        case ast.Attribute():
            return ["attr", _to_page(node.value), node.attr]
        case ast.BoolOp():
            return ["and" if isinstance(node.op, ast.And) else "or", *map(_to_page, node.values)]
        case ast.UnaryOp(op=ast.Not()):
            return ["not", _to_page(node.operand)]
        case ast.UnaryOp(op=ast.USub()):
            return ["-", ["const", 0], _to_page(node.operand)]
        case ast.BinOp() if type(node.op) in _JS_BINARY:
            return [_JS_BINARY[type(node.op)], _to_page(node.left), _to_page(node.right)]
        case ast.IfExp():
            return ["if", _to_page(node.test), _to_page(node.body), _to_page(node.orelse)]
        case ast.Compare():
            operands = [_to_page(operand) for operand in (node.left, *node.comparators)]
            parts = [
                [_JS_COMPARE[type(op)], operands[index], operands[index + 1]] for index, op in enumerate(node.ops)
            ]
            return parts[0] if len(parts) == 1 else ["and", *parts]
        case ast.Call(func=ast.Name(id=("len" | "bool" | "str" | "int" | "float" | "abs") as name), args=[argument], keywords=[]):
            return [name, _to_page(argument)]
    raise _NotInThePage


# Public face


class Expression:
    """A compiled expression (or, in mode 'exec', a small program). Immutable and shareable between threads."""

    __slots__ = ("_code", "_tree", "mode", "names", "source")

    def __init__(self, source: str, mode: str = "eval") -> None:
        self.source = source
        self.mode = mode
        self._tree = _parse(source, "exec" if mode == "exec" else "eval")
        compiler = _Compiler(source, statements=mode == "exec", private_methods=mode != "eval")
        try:
            self._code: _Code = (
                compiler.expression(self._tree.body)
                if isinstance(self._tree, ast.Expression)
                else compiler.block(self._tree.body)
            )
            collector = _NameCollector()
            collector.visit(self._tree)
        except RecursionError:
            raise ExpressionError(f"The expression is nested too deeply: {_shorten(source)}") from None
        #: the names the expression takes from outside
        self.names: frozenset[str] = frozenset(collector.free - SAFE_BUILTINS.keys())

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    def evaluate(
        self,
        names: Mapping[str, Any] | None = None,
        variables: MutableMapping[str, Any] | None = None,
        *,
        max_steps: int = MAX_STEPS,
    ) -> Any:
        """Evaluate with ``names`` in scope; ``variables`` (mode 'exec') receives what the code assigns.

        :raise ExpressionError: the expression tried something it may not, or took too long
        :raise Exception: whatever the expression itself raises (NameError, TypeError …)
        """
        scope = _Scope({} if variables is None else variables, names or {}, _Budget(max_steps))
        try:
            return self._code(scope)
        except RecursionError:
            raise LimitExceeded("The expression calls itself too deeply.") from None
        except MemoryError:
            raise LimitExceeded("The expression builds too large a value.") from None
        except (_Break, _Continue, _Return):
            raise ExpressionError("break, continue or return outside of a loop or function") from None

    def to_javascript(self) -> str | None:
        """The expression for the page, or None when only the server can decide it.

        The result is JSON (so valid JavaScript, and usable under a content security policy without
        ``unsafe-eval``): nested lists ``[operator, operand, …]`` with the operators ``const value``,
        ``name n``, ``attr object n``, ``list …``, ``and …``, ``or …``, ``not x``, ``== != < <= > >= in``,
        ``not in``, ``+ - * / %``, ``if test then else``, and ``len bool str int float abs``. Truth is
        Python's: empty texts and lists, 0, null and false are false. ``and``/``or`` return an operand.
        """
        if not isinstance(self._tree, ast.Expression):
            return None
        import json

        try:
            return json.dumps(_to_page(self._tree.body), ensure_ascii=False, separators=(",", ":"))
        except (_NotInThePage, RecursionError):
            return None


_TOKENS = re.compile(
    r"""(?P<string>[A-Za-z]{0,2}(?:\'\'\'|\"\"\"|'|"))|(?P<comment>\#[^\n]*)|(?P<word>\w+)|(?P<sign>[^\w\s])|(?P<newline>\n)"""
)
_STRING_ENDS = {quote: re.compile(rf"\\.|{quote}", re.DOTALL) for quote in ("'", '"', "\'\'\'", '"""')}
_NESTING_WORDS = frozenset(("not", "and", "or", "if", "elif", "else", "lambda", "for", "in", "is", "await"))
#: Sources that would give a deeper syntax tree are refused before Python's parser sees them.
_MAX_NESTING = 400


def _check_nesting(source: str, text: str | None = None) -> None:
    """Refuse a source whose syntax tree would be very deep: CPython's parser does not always recover from that.

    The bound used: brackets that are open, plus the operators since the last separator at each level of them.
    """
    text = source if text is None else text
    chains = [0]
    branches = position = 0
    while match := _TOKENS.search(text, position):
        position, kind, token = match.end(), match.lastgroup, match.group()
        if kind == "string":
            position = _end_of_string(text, match)
            if _holds_code(source, token):
                _check_nesting(source, text[match.end() : position - 1])
        elif token in "([{":
            chains[-1] += 1
            chains.append(0)
        elif token in ")]}" and len(chains) > 1:
            chains.pop()
        elif token in ",;" or (kind == "newline" and len(chains) == 1):
            chains[-1] = 0
        elif kind == "sign" or token in _NESTING_WORDS:
            chains[-1] += 1
            branches += token == "elif"
        if sum(chains) + len(chains) > _MAX_NESTING or branches > _MAX_NESTING // 4:
            raise ExpressionError(f"The expression is nested too deeply: {_shorten(source)}")


def _end_of_string(text: str, match: re.Match[str]) -> int:
    quote = match.group().lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    position = match.end()
    while found := _STRING_ENDS[quote].search(text, position):
        position = found.end()
        if found.group() == quote:
            return position
    return len(text) + 1


def _holds_code(source: str, opening: str) -> bool:
    """Whether code may stand in the string: in f-strings; from Python 3.12 on these may even hold their own quotes,
    so that no string beside them is taken for granted."""
    if sys.version_info >= (3, 12) and _F_STRING.search(source):
        return True
    return "f" in opening.lower()


_F_STRING = re.compile(r"""[fF][rR]?['"]|[rR][fF]['"]""")


def _parse(source: str, mode: str) -> ast.Expression | ast.Module:
    if mode not in ("eval", "exec"):
        raise ExpressionError(f"Unknown mode {mode!r}: use 'eval' or 'exec'.")
    if not isinstance(source, str):
        raise TypeError(f"An expression is text, not {type(source).__name__}.")
    if len(source) > MAX_SOURCE_LENGTH:
        raise LimitExceeded("The expression is too long.")
    text = source.strip() if mode == "eval" else source.strip("\n") + "\n"
    _check_nesting(text)
    try:
        if mode == "exec" and text[:1] in (" ", "\t"):
            import textwrap

            text = textwrap.dedent(text)
        return ast.parse(text, mode=mode)  # type: ignore[return-value]
    except (SyntaxError, ValueError) as error:
        raise ExpressionError(f"Not a valid expression: {_shorten(source)} ({error})") from error
    except (RecursionError, MemoryError):
        raise ExpressionError(f"The expression is nested too deeply: {_shorten(source)}") from None


@functools.lru_cache(maxsize=4096)
def _compile_cached(source: str, mode: str) -> Expression:
    return Expression(source, mode)


def compile_expression(source: str, *, mode: str = "eval") -> Expression:
    """Compile ``source`` once; later calls with the same text return the same object.

    :param mode: 'eval' for an expression, 'exec' for a small program, 'template' for an expression in a stored
        template, which may call private methods of records
    """
    return _compile_cached(source, mode) if isinstance(source, str) else Expression(source, mode)


def safe_eval(
    source: Any,
    globals_dict: MutableMapping[str, Any] | None = None,
    locals_dict: MutableMapping[str, Any] | None = None,
    mode: str = "eval",
    nocopy: bool = False,
    locals_builtins: bool = False,
    filename: str | None = None,
) -> Any:
    """Evaluate an expression (or run simple statements with ``mode='exec'``) in the sandbox.

    What statements assign is stored in ``locals_dict``, or else in ``globals_dict``. Errors of the expression
    arrive as ValueError naming it; refusals meant for the user (UserError, RedirectWarning …) pass unchanged.
    """
    if isinstance(source, (bytes, bytearray)):
        source = bytes(source).decode()
    names: Mapping[str, Any] = globals_dict if globals_dict is not None else {}
    _check_names(names)
    if locals_dict is not None:
        _check_names(locals_dict)
    if mode == "exec":
        variables = locals_dict if locals_dict is not None else globals_dict
    else:
        variables = dict(locals_dict) if locals_dict is not None else None
    expression = compile_expression(source, mode=mode)
    try:
        return expression.evaluate(names, variables)
    except ExpressionError:
        raise
    except Exception as error:
        if isinstance(error, _PASSED_ON):
            raise
        if getattr(error, "sqlstate", None) or type(error).__module__.startswith("psycopg2"):
            raise  # the transaction's retry decides
        raise ValueError(f"{type(error).__name__}: {error} while evaluating {_shorten(expression.source)}") from error


def _check_names(names: Mapping[str, Any]) -> None:
    for name, value in names.items():
        if isinstance(value, types.ModuleType):
            raise TypeError(f"Module {value.__name__!r} given as {name!r}: wrap it with wrap_module().")


def test_python_expr(expr: str, mode: str = "eval") -> str | bool:
    """False when the source is acceptable, else what is wrong with it."""
    try:
        compile_expression(expr.strip(), mode=mode)
    except ExpressionError as error:
        return str(error)
    return False


test_python_expr.__test__ = False  # type: ignore[attr-defined]


def literal_eval(source: str | ast.AST) -> Any:
    """The value of a literal: numbers, texts, lists, tuples, dicts, sets, True, False, None."""
    return ast.literal_eval(source.strip() if isinstance(source, str) else source)


def const_eval(expr: str) -> Any:
    """The value of a literal given by a user."""
    return literal_eval(expr)


class wrap_module:
    """The listed attributes of a module as an object an expression may use.

    ``attributes`` is a list of names, or a dict name → names for modules inside the module.
    """

    def __init__(self, module: Any, attributes: Any) -> None:
        for name in attributes:
            value = getattr(module, name)
            nested = attributes[name] if isinstance(attributes, Mapping) else None
            self.__dict__[name] = wrap_module(value, nested) if isinstance(value, types.ModuleType) else value
        self.__dict__["_repr"] = f"<safe module {module.__name__}>"

    def __repr__(self) -> str:
        return str(self.__dict__["_repr"])

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{self!r} cannot be changed")


@functools.cache
def _wrapped_modules() -> dict[str, Any]:
    import json as json_module
    import time as time_module

    import dateutil.parser
    import dateutil.relativedelta
    import dateutil.tz

    days = "MO TU WE TH FR SA SU relativedelta weekday".split()
    return {
        "datetime": wrap_module(_datetime, "date datetime time timedelta timezone tzinfo MAXYEAR MINYEAR".split()),
        "json": wrap_module(json_module, ["loads", "dumps"]),
        "time": wrap_module(time_module, "time strptime strftime gmtime localtime mktime timezone".split()),
        "dateutil": wrap_module(
            dateutil,
            {"parser": ["isoparse", "parse"], "relativedelta": days, "tz": ["UTC", "tzutc", "gettz"]},
        ),
        "relativedelta": dateutil.relativedelta.relativedelta,
        "context_today": _context_today,
    }


def _context_today(record: Any = None, timestamp: _datetime.datetime | None = None) -> _datetime.date:
    """The day of the user the record's environment belongs to; without one, the UTC day."""
    from core.base import clock

    moment = timestamp or clock.now()
    zone = getattr(getattr(record, "env", None), "context", {}).get("tz") if record is not None else None
    if zone:
        from zoneinfo import ZoneInfo

        moment = moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    return moment.date()


def __getattr__(name: str) -> Any:
    """``time``, ``datetime``, ``dateutil``, ``json``, ``relativedelta`` and ``context_today``: made on first use."""
    if name in ("time", "datetime", "dateutil", "json", "relativedelta", "context_today"):
        return _wrapped_modules()[name]
    if name == "pytz":
        import pytz

        return wrap_module(pytz, ["UTC", "utc", "timezone", "all_timezones", "BaseTzInfo"])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
