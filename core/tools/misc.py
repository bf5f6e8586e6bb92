"""Small general helpers: collections, iteration, files, logging, locale formats."""

from __future__ import annotations

import collections
import contextlib
import datetime as _datetime
import hashlib
import hmac as hmac_lib
import itertools
import logging
import os
import re
import sys
import threading
import time as _time
import traceback
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping, MutableSet, Reversible
from functools import reduce
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any, Literal, TypeVar

from core.base.config import ROOT, config
from core.base.rounding import float_compare, float_is_zero, float_repr, float_round  # noqa: F401 – part of the API
from core.base.text import html_escape, remove_accents  # noqa: F401 – part of the API
from core.tools.func import frame_codeinfo, lazy  # noqa: F401 – part of the API

K = TypeVar("K")
T = TypeVar("T")

_logger = logging.getLogger(__name__)

DEFAULT_SERVER_DATE_FORMAT = "%Y-%m-%d"
DEFAULT_SERVER_TIME_FORMAT = "%H:%M:%S"
DEFAULT_SERVER_DATETIME_FORMAT = f"{DEFAULT_SERVER_DATE_FORMAT} {DEFAULT_SERVER_TIME_FORMAT}"
DATE_LENGTH = len("2000-01-01")
ADDRESS_FORMAT_FIELDS = ("street", "street2", "zip", "city", "state_id", "country_id")
NON_BREAKING_SPACE = "\N{NO-BREAK SPACE}"
SKIPPED_ELEMENT_TYPES: tuple[Any, ...] = ()
POSIX_TO_LDML = {
    "a": "E", "A": "EEEE", "b": "MMM", "B": "MMMM", "d": "dd", "-d": "d", "H": "HH", "-H": "H", "I": "hh", "-I": "h",
    "j": "DDD", "m": "MM", "-m": "M", "M": "mm", "p": "a", "S": "ss", "U": "w", "w": "e", "W": "w", "y": "yy",
    "Y": "yyyy", "z": "Z",
}  # fmt: skip


# Collections


class frozendict(dict[K, T]):
    """A dict that cannot be changed, and can be a key."""

    __slots__ = ("_hash",)
    _hash: int

    def _refuse(self, *_args: Any, **_kwargs: Any) -> Any:
        raise NotImplementedError("A frozendict cannot be changed.")

    __delitem__ = __setitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(frozenset((key, freehash(value)) for key, value in self.items()))
            return self._hash

    def __reduce__(self) -> Any:
        return frozendict, (dict(self),)


def freehash(arg: Any) -> int:
    """A hash of anything: of the contents for containers, else of the identity."""
    try:
        return hash(arg)
    except Exception:
        if isinstance(arg, Mapping):
            return hash(frozendict(arg))
        if isinstance(arg, Iterable):
            return hash(frozenset(map(freehash, arg)))
        return id(arg)


class DotDict(dict[str, Any]):
    """A dict whose items read as attributes."""

    def __getattr__(self, name: str) -> Any:
        value = self.get(name)
        return DotDict(value) if isinstance(value, dict) else value


class ReadonlyDict(Mapping[K, T]):
    """A view of a mapping that cannot be changed, not even by dict methods."""

    __slots__ = ("_data__",)

    def __init__(self, data: Mapping[K, T]) -> None:
        self._data__ = dict(data)

    def __getitem__(self, key: K) -> T:
        return self._data__[key]

    def __len__(self) -> int:
        return len(self._data__)

    def __iter__(self) -> Iterator[K]:
        return iter(self._data__)


class OrderedSet(MutableSet[T]):
    """A set that remembers the order of first insertion."""

    __slots__ = ("_map",)

    def __init__(self, elems: Iterable[T] = ()) -> None:
        self._map: dict[T, None] = dict.fromkeys(elems)

    def __contains__(self, elem: object) -> bool:
        return elem in self._map

    def __iter__(self) -> Iterator[T]:
        return iter(self._map)

    def __len__(self) -> int:
        return len(self._map)

    def add(self, elem: T) -> None:
        self._map[elem] = None

    def discard(self, elem: T) -> None:
        self._map.pop(elem, None)

    def update(self, elems: Iterable[T]) -> None:
        self._map.update(zip(elems, itertools.repeat(None)))

    def difference_update(self, elems: Iterable[T]) -> None:
        for elem in elems:
            self.discard(elem)

    def intersection(self, *others: Iterable[T]) -> OrderedSet[T]:
        return reduce(OrderedSet.__and__, map(OrderedSet, others), self)  # type: ignore[arg-type]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self)!r})"


class LastOrderedSet(OrderedSet[T]):
    """A set that remembers the order of last insertion."""

    __slots__ = ()

    def __init__(self, elems: Iterable[T] = ()) -> None:
        super().__init__()
        self.update(elems)

    def add(self, elem: T) -> None:
        self.discard(elem)
        super().add(elem)

    def update(self, elems: Iterable[T]) -> None:
        for elem in elems:
            self.add(elem)


class Collector(dict[K, tuple[Any, ...]]):
    """A dict of tuples, to which items are added: the empty tuple is the default."""

    __slots__ = ("_map",)

    def __init__(self) -> None:
        super().__init__()
        self._map: dict[Any, dict[Any, None]] = {}

    def add(self, key: Any, val: Any) -> None:
        values = self._map.setdefault(key, {})
        values[val] = None
        self[key] = tuple(values)

    def __getitem__(self, key: Any) -> tuple[Any, ...]:
        return super().get(key, ())

    def discard_keys_and_values(self, excludes: Collection[Any]) -> None:
        for key in excludes:
            self._map.pop(key, None)
            self.pop(key, None)
        for key, values in list(self._map.items()):
            for value in excludes:
                values.pop(value, None)
            self[key] = tuple(values)


class StackMap(MutableMapping[K, T]):
    """Dicts on a stack: lookups go from the top down, changes touch the top."""

    __slots__ = ("_maps",)

    def __init__(self, m: MutableMapping[K, T] | None = None) -> None:
        self._maps: list[MutableMapping[K, T]] = [] if m is None else [m]

    def __getitem__(self, key: K) -> T:
        for mapping in reversed(self._maps):
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __setitem__(self, key: K, val: T) -> None:
        self._maps[-1][key] = val

    def __delitem__(self, key: K) -> None:
        del self._maps[-1][key]

    def __iter__(self) -> Iterator[K]:
        return iter({key for mapping in self._maps for key in mapping})

    def __len__(self) -> int:
        return sum(1 for _key in self)

    def pushmap(self, m: MutableMapping[K, T] | None = None) -> None:
        self._maps.append({} if m is None else m)

    def popmap(self) -> MutableMapping[K, T]:
        return self._maps.pop()


class ConstantMapping(Mapping[Any, T]):
    """Every key maps to the same value."""

    __slots__ = ("_value",)

    def __init__(self, val: T) -> None:
        self._value = val

    def __len__(self) -> int:
        raise NotImplementedError("A ConstantMapping has no length.")

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError("A ConstantMapping cannot be iterated.")

    def __getitem__(self, key: Any) -> T:
        return self._value


class Reverse:
    """Wraps a value so that comparisons go the other way: a descending sort key."""

    __slots__ = ("val",)

    def __init__(self, val: Any) -> None:
        self.val = val

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reverse) and bool(self.val == other.val)

    def __lt__(self, other: Any) -> bool:
        return bool(self.val > other.val)

    def __le__(self, other: Any) -> bool:
        return bool(self.val >= other.val)

    def __gt__(self, other: Any) -> bool:
        return bool(self.val < other.val)

    def __ge__(self, other: Any) -> bool:
        return bool(self.val <= other.val)

    def __hash__(self) -> int:
        return hash(self.val)


class ReversedIterable(Reversible[T]):
    def __init__(self, iterable: Reversible[T]) -> None:
        self.iterable = iterable

    def __iter__(self) -> Iterator[T]:
        return reversed(self.iterable)

    def __reversed__(self) -> Iterator[T]:
        return iter(self.iterable)


class Callbacks:
    """Functions to run later, once; ``data`` is shared by them and emptied after the run."""

    __slots__ = ("_funcs", "data")

    def __init__(self) -> None:
        self._funcs: collections.deque[Callable[[], Any]] = collections.deque()
        self.data: dict[Any, Any] = {}

    def add(self, func: Callable[[], Any]) -> None:
        self._funcs.append(func)

    def run(self) -> None:
        """Call the functions in order of addition, also those added meanwhile."""
        while self._funcs:
            self._funcs.popleft()()
        self.clear()

    def clear(self) -> None:
        self._funcs.clear()
        self.data.clear()

    def __len__(self) -> int:
        return len(self._funcs)


# Iteration


def groupby(iterable: Iterable[T], key: Callable[[T], Any] = lambda arg: arg) -> Iterable[tuple[Any, list[T]]]:
    """``(key, items)`` pairs, keys in order of first appearance; unlike itertools' the input need not be sorted."""
    groups: defaultdict[Any, list[T]] = defaultdict(list)
    for elem in iterable:
        groups[key(elem)].append(elem)
    return groups.items()


def unique(it: Iterable[T]) -> Iterator[T]:
    """The items without repetitions, in order."""
    return iter(dict.fromkeys(it))


def split_every(n: int, iterable: Iterable[T], piece_maker: Callable[[Iterable[T]], Any] = tuple) -> Iterator[Any]:
    """Pieces of ``n`` items."""
    iterator = iter(iterable)
    piece = piece_maker(itertools.islice(iterator, n))
    while piece:
        yield piece
        piece = piece_maker(itertools.islice(iterator, n))


def partition(pred: Callable[[T], Any], elems: Iterable[T]) -> tuple[list[T], list[T]]:
    """The items for which ``pred`` holds, and the others."""
    yes: list[T] = []
    no: list[T] = []
    for elem in elems:
        (yes if pred(elem) else no).append(elem)
    return yes, no


def flatten(nested: Iterable[Any]) -> list[Any]:
    """All items of nested lists, tuples and sets, in one list."""
    result: list[Any] = []
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            result.extend(flatten(item))
        else:
            result.append(item)
    return result


def reverse_enumerate(lst: Any) -> Iterator[tuple[int, Any]]:
    """``(index, item)`` from the last to the first."""
    return zip(range(len(lst) - 1, -1, -1), reversed(lst), strict=True)


def topological_sort(elems: Mapping[T, Collection[T]]) -> list[T]:
    """The keys, each after those it depends on."""
    result: list[T] = []
    state: dict[T, bool] = {}

    def visit(elem: T) -> None:
        if elem in state:
            return
        state[elem] = True
        for dependency in elems.get(elem, ()):
            visit(dependency)
        if elem in elems:
            result.append(elem)

    for elem in elems:
        visit(elem)
    return result


def merge_sequences(*iterables: Iterable[T]) -> list[T]:
    """One list in which the order of every given sequence is kept."""
    dependencies: dict[T, list[T]] = {}
    for iterable in iterables:
        previous: list[T] = []
        for item in iterable:
            dependencies.setdefault(item, []).extend(previous)
            previous = [item]
    return topological_sort(dependencies)


def is_list_of(values: Any, type_: type) -> bool:
    return isinstance(values, (list, tuple)) and all(isinstance(item, type_) for item in values)


def has_list_types(values: Any, types: tuple[type, ...]) -> bool:
    return (
        isinstance(values, (list, tuple))
        and len(values) == len(types)
        and all(map(isinstance, values, types))
    )


def submap(mapping: Mapping[K, T], keys: Iterable[K]) -> dict[K, T]:
    """The part of the mapping with these keys."""
    wanted = frozenset(keys)
    return {key: value for key, value in mapping.items() if key in wanted}


def itemgetter_tuple(items: Any) -> Callable[[Any], tuple[Any, ...]]:
    """Like operator.itemgetter, and always a tuple."""
    if not items:
        return lambda _gettable: ()
    if len(items) == 1:
        return lambda gettable: (gettable[items[0]],)
    return itemgetter(*items)


def attrgetter_tuple(names: Any) -> Callable[[Any], tuple[Any, ...]]:
    if not names:
        return lambda _obj: ()
    if len(names) == 1:
        return lambda obj: (getattr(obj, names[0]),)
    return attrgetter(*names)


def clean_context(context: Mapping[str, Any]) -> dict[str, Any]:
    """The context without ``default_…`` keys."""
    return {key: value for key, value in context.items() if not key.startswith("default_")}


def discardattr(obj: Any, key: str) -> None:
    with contextlib.suppress(AttributeError):
        delattr(obj, key)


# Text


def str2bool(value: Any, default: bool | None = None) -> bool:
    """Whether the text says yes; a text that says neither gives ``default`` or is refused."""
    if not value:
        return bool(default)
    text = str(value).lower()
    if text in ("y", "yes", "1", "true", "t", "on"):
        return True
    if text in ("n", "no", "0", "false", "f", "off"):
        return False
    if default is None:
        raise ValueError("Use 0/1/yes/no/true/false/on/off")
    return bool(default)


def ustr(value: Any, hint_encoding: str = "utf-8", errors: str = "strict") -> str:
    """Anything as text."""
    return value.decode(hint_encoding, errors) if isinstance(value, bytes) else str(value)


def exception_to_unicode(error: BaseException) -> str:
    return "\n".join(map(str, error.args)) if error.args else str(error)


def human_size(sz: float | str) -> str | bool:
    """``2048`` → ``2.00 Kb``."""
    if not sz:
        return False
    size = float(len(sz) if isinstance(sz, str) else sz)
    units = ("bytes", "Kb", "Mb", "Gb", "Tb")
    index = 0
    while size >= 1024 and index < len(units) - 1:
        size /= 1024
        index += 1
    return f"{size:0.2f} {units[index]}"


def mod10r(number: str) -> str:
    """The digits of ``number`` with the recursive modulo-10 check digit appended."""
    table = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)
    report = 0
    digits = "".join(char for char in number if char.isdigit())
    for digit in digits:
        report = table[(int(digit) + report) % 10]
    return f"{number}{(10 - report) % 10}"


def street_split(street: str | None) -> dict[str, str]:
    """Street name, house number and door of an address line ``Name 12 - 3``."""
    match = re.match(r"\s*(.*?)\s+(\d\S*?)(?:\s*-\s*(.+))?\s*$", street or "")
    if not match:
        return {"street_name": (street or "").strip(), "street_number": "", "street_number2": ""}
    name, number, door = match.groups()
    return {"street_name": name, "street_number": number, "street_number2": door or ""}


def named_to_positional_printf(string: str, args: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
    """``'%(a)s'`` with a mapping as ``'%s'`` with a tuple."""
    names: list[str] = []

    def take(match: re.Match[str]) -> str:
        if match.group(1) is None:
            return match.group(0)
        names.append(match.group(1))
        return "%" + match.group(2)

    pattern = re.sub(r"%%|%\((.*?)\)([#0\-+ ]*\d*(?:\.\d+)?[a-zA-Z])", take, string)
    return pattern, tuple(args[name] for name in names)


def posix_to_ldml(fmt: str, locale: Any) -> str:
    """A strftime pattern as a Unicode (Babel) pattern."""
    pieces: list[str] = []
    literal = ""
    position = 0
    while position < len(fmt):
        char = fmt[position]
        if char != "%":
            literal += char
            position += 1
            continue
        code = fmt[position + 1 : position + 3] if fmt[position + 1 : position + 2] == "-" else fmt[position + 1 : position + 2]
        position += 1 + len(code)
        if code == "%":
            literal += "%"
            continue
        if literal:
            pieces.append(_quote_ldml(literal))
            literal = ""
        if code in ("x", "X"):
            pieces.append((locale.date_formats if code == "x" else locale.time_formats)["short"].pattern)
        else:
            pieces.append(POSIX_TO_LDML[code])
    if literal:
        pieces.append(_quote_ldml(literal))
    return "".join(pieces)


def _quote_ldml(literal: str) -> str:
    text = literal.replace("'", "''")
    return f"'{text}'" if any(char.isalpha() for char in literal) else text


# Secrets


def consteq(str1: Any, str2: Any) -> bool:
    """Compare secrets without telling by the time taken how much agreed."""
    first, second = (value.encode() if isinstance(value, str) else value for value in (str1, str2))
    return hmac_lib.compare_digest(first, second)


def hmac(env: Any, scope: Any, message: Any, hash_function: Any = hashlib.sha256) -> str:
    """A keyed digest under the database's secret; ``scope`` keeps uses apart."""
    if not scope:
        raise ValueError("hmac needs a scope")
    secret = env["ir.config_parameter"].sudo().get_param("database.secret")
    return hmac_lib.new(secret.encode(), repr((scope, message)).encode(), hash_function).hexdigest()


def hash_sign(env: Any, scope: Any, message_values: Any, expiration: Any = None, expiration_hours: Any = None) -> str:
    """A signed, optionally expiring token carrying ``message_values``."""
    import base64
    import json

    if expiration is None and expiration_hours:
        expiration = _datetime.datetime.now() + _datetime.timedelta(hours=expiration_hours)
    expires = int(expiration.timestamp()) if expiration else 0
    payload = json.dumps([expires, message_values], sort_keys=True, separators=(",", ":"))
    token = f"{hmac(env, scope, payload)}:{payload}"
    return base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")


def verify_hash_signed(env: Any, scope: Any, payload: str) -> Any:
    """The values of a token made by :func:`hash_sign`; None when forged or expired."""
    import base64
    import binascii
    import json

    try:
        token = base64.urlsafe_b64decode(payload.encode() + b"===").decode()
    except (binascii.Error, ValueError):
        return None
    signature, _, message = token.partition(":")
    if not message or not consteq(signature, hmac(env, scope, message)):
        return None
    expires, values = json.loads(message)
    return None if expires and expires < _time.time() else values


# Files


def file_path(file_path: str | os.PathLike[str], filter_ext: tuple[str, ...] = ("",), env: Any = None) -> str:
    """The absolute path of ``addon/path``, which must lie inside a folder of addons.

    :raise FileNotFoundError: there is no such file
    :raise ValueError: the extension is not among ``filter_ext``, or the path leads outside
    """
    relative = os.path.normpath(os.fspath(file_path))
    if filter_ext != ("",) and not relative.lower().endswith(tuple(filter_ext)):
        raise ValueError(f"Unsupported path: {file_path}")
    roots = [*config.addons_path, config["root_path"], str(ROOT)]
    for root in roots:
        candidate = relative if os.path.isabs(relative) else os.path.join(root, relative)
        real = os.path.realpath(candidate)
        if os.path.exists(real) and any(Path(real).is_relative_to(os.path.realpath(folder)) for folder in roots):
            return real
    raise FileNotFoundError(f"File not found: {file_path}")


def file_open(name: str, mode: str = "r", filter_ext: tuple[str, ...] = ("",), env: Any = None) -> Any:
    """Open a file of an addon, for reading (text is UTF-8)."""
    path = file_path(name, filter_ext, env)
    if any(char in mode for char in "wax+"):
        raise ValueError("Files of addons are opened for reading only.")
    return open(path, mode) if "b" in mode else open(path, mode, encoding="utf-8")


@contextlib.contextmanager
def file_open_temporary_directory(env: Any) -> Iterator[str]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        yield folder


@contextlib.contextmanager
def replace_exceptions(*exceptions: type[Exception], by: Any) -> Iterator[None]:
    """Turn these exceptions into another one."""
    try:
        yield
    except exceptions as error:
        if isinstance(by, type) and error.args:
            raise by(*error.args) from error
        raise by from error


# Logging and debugging


class mute_logger(logging.Handler):
    """Silence loggers: as a context manager or a decorator."""

    def __init__(self, *loggers: str) -> None:
        super().__init__()
        self.loggers = loggers
        self.old_params: dict[str, tuple[list[logging.Handler], bool]] = {}

    def __enter__(self) -> mute_logger:
        for name in self.loggers:
            for alias in _logger_names(name):
                logger = logging.getLogger(alias)
                self.old_params[alias] = (logger.handlers, logger.propagate)
                logger.propagate = False
                logger.handlers = [self]
        return self

    def __exit__(self, *_details: Any) -> None:
        for name, (handlers, propagate) in self.old_params.items():
            logger = logging.getLogger(name)
            logger.handlers = handlers
            logger.propagate = propagate
        self.old_params.clear()

    def __call__(self, func: Callable[..., T]) -> Callable[..., T]:
        import functools

        @functools.wraps(func)
        def muted(*args: Any, **kwargs: Any) -> T:
            with mute_logger(*self.loggers):
                return func(*args, **kwargs)

        return muted

    def emit(self, record: logging.LogRecord) -> None:
        pass


_LOGGER_ALIASES = {
    "odoo.sql_db": ("core.db",),
    "odoo.models": ("core.orm",),
    "odoo.models.unlink": ("core.orm.unlink",),
    "odoo.addons.base.models.ir_model": ("core.orm.access",),
}


def _logger_names(name: str) -> list[str]:
    """Addons mute our loggers under the names they know."""
    names = [name, *_LOGGER_ALIASES.get(name, ())]
    if name.startswith("odoo.") and not name.startswith("odoo.addons."):
        names.append("core" + name[len("odoo") :])
    return names


class lower_logging(logging.Handler):
    """Log at most at a level inside the block; ``had_error_log`` tells whether something was worse."""

    def __init__(self, max_level: int, to_level: int | None = None) -> None:
        super().__init__()
        self.max_level = max_level
        self.to_level = to_level or max_level
        self.had_error_log = False

    def __enter__(self) -> lower_logging:
        self.old_handlers = logging.root.handlers
        self.old_propagate = logging.root.propagate
        logging.root.handlers = [self]
        return self

    def __exit__(self, *_details: Any) -> None:
        logging.root.handlers = self.old_handlers

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno > self.max_level:
            record.levelno = self.to_level
            record.levelname = logging.getLevelName(self.to_level)
            self.had_error_log = True
        for handler in self.old_handlers:
            if handler.level <= record.levelno:
                handler.emit(record)


def dumpstacks(*_args: Any) -> str:
    """The stacks of all threads, also logged."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    code: list[str] = []
    for ident, stack in sys._current_frames().items():
        code.append(f"\n# Thread: {names.get(ident, ident)}")
        code.extend(line.rstrip() for line in traceback.format_stack(stack))
    text = "\n".join(code)
    _logger.info(text)
    return text


def stripped_sys_argv(*strip_args: str) -> list[str]:
    """The command line without options that name a database or install something."""
    dropped = {"-s", "--save", "-u", "--update", "-i", "--init", *strip_args}
    result: list[str] = []
    skip = False
    for argument in sys.argv:
        if skip:
            skip = False
        elif argument in dropped:
            skip = argument not in ("-s", "--save")
        elif not any(argument.startswith(f"{name}=") for name in dropped):
            result.append(argument)
    return result


def get_iso_codes(lang: str) -> str:
    """``fr_FR`` → ``fr``; ``pt_BR`` stays."""
    if "_" in lang and lang.split("_")[0] == lang.split("_")[1].lower():
        return lang.split("_")[0]
    return lang


# Locale: the work is in core.i18n, these keep the names addons import


def get_lang(env: Any, lang_code: str | None = None) -> Any:
    """The language record of ``lang_code``, or else of the context, the company, or the first installed."""
    from core.i18n.formats import get_lang as implementation

    return implementation(env, lang_code)


def babel_locale_parse(lang_code: str | None) -> Any:
    from core.i18n.formats import babel_locale

    return babel_locale(lang_code or "en_US")


def formatLang(
    env: Any,
    value: Any,
    digits: int | None = 2,
    grouping: bool = True,
    monetary: bool = False,
    dp: str | None = None,
    currency_obj: Any = None,
    rounding_method: str = "HALF-EVEN",
    rounding_unit: str = "decimals",
) -> str:
    """A number as the user's language writes it, with the currency's sign when one is given."""
    from core.i18n.formats import format_lang

    return format_lang(env, value, digits, grouping, dp, currency_obj, rounding_method, rounding_unit)


def format_date(env: Any, value: Any, lang_code: str | None = None, date_format: str | Literal[False] = False) -> str:
    """A date (or its ISO text) as the user's language writes it."""
    from core.i18n.formats import format_date as implementation

    return implementation(env, value, lang_code, date_format or None)


def parse_date(env: Any, value: str, lang_code: str | None = None) -> Any:
    """The date a user typed; the text itself when it is none."""
    from core.i18n.formats import parse_date as implementation

    return implementation(env, value, lang_code)


def format_datetime(
    env: Any, value: Any, tz: str | Literal[False] = False, dt_format: str | Literal[False] = "medium", lang_code: str | None = None
) -> str:
    """A UTC datetime in the user's time zone and language."""
    from core.i18n.formats import format_datetime as implementation

    return implementation(env, value, tz or None, dt_format or "medium", lang_code)


def format_time(
    env: Any, value: Any, tz: str | Literal[False] = False, time_format: str = "medium", lang_code: str | None = None
) -> str:
    from core.i18n.formats import format_time as implementation

    return implementation(env, value, tz or None, time_format, lang_code)


def format_amount(
    env: Any, amount: float, currency: Any, lang_code: str | None = None, trailing_zeroes: bool = True
) -> str:
    """An amount with its currency's digits and sign: ``1.100.000 đ``."""
    from core.i18n.formats import format_amount as implementation

    return implementation(env, amount, currency, lang_code, trailing_zeroes)


def format_duration(value: float) -> str:
    """``1.75`` hours → ``01:45``."""
    hours, minutes = divmod(round(abs(value) * 60), 60)
    return f"{'-' if value < 0 else ''}{hours:02d}:{minutes:02d}"


def _format_time_ago(env: Any, time_delta: Any, lang_code: str | None = None, add_direction: bool = True) -> str:
    from babel.dates import format_timedelta

    delta = _datetime.timedelta(seconds=time_delta) if isinstance(time_delta, (int, float)) else time_delta
    return format_timedelta(
        -delta, add_direction=add_direction, locale=babel_locale_parse(lang_code or env.context.get("lang"))
    )


def format_decimalized_number(number: float, decimal: int = 1) -> str:
    """``1234`` → ``1.2k``."""
    for unit in ("", "k", "M", "G"):
        if abs(number) < 1000:
            return f"{round(number, decimal):g}{unit}"
        number /= 1000
    return f"{round(number, decimal):g}T"


def format_decimalized_amount(amount: float, currency: Any = None) -> str:
    text = format_decimalized_number(amount)
    if currency is None:
        return text
    return f"{text} {currency.symbol}" if currency.position == "after" else f"{currency.symbol}{text}"


def format_frame(frame: Any) -> str:
    code = frame.f_code
    return f"{code.co_name} {code.co_filename}:{frame.f_lineno}"


def get_diff(data_from: tuple[str, str], data_to: tuple[str, str], custom_style: Any = False, dark_color_scheme: bool = False) -> str:
    """An HTML table of the differences of two ``(text, title)`` pairs."""
    import difflib

    return difflib.HtmlDiff(tabsize=2).make_table(
        data_from[0].splitlines(), data_to[0].splitlines(), data_from[1], data_to[1], context=True, numlines=3
    )


def find_in_path(name: str) -> str:
    import shutil

    path = shutil.which(name)
    if not path:
        raise OSError(f"{name} is not on the PATH")
    return path


class unquote(str):
    """Text whose repr has no quotes: a name to be left as it is in a domain written as text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class UnquoteEvalContext(defaultdict[str, Any]):
    """Names unknown to the context evaluate to themselves, unquoted."""

    def __missing__(self, key: str) -> unquote:
        return unquote(key)
