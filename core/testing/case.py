"""Test cases: ``TransactionCase`` and what goes with it."""

from __future__ import annotations

import contextlib
import datetime
import functools
import logging
import re
import unittest
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar
from unittest.mock import patch

import core.modules  # noqa: F401 – registries load their addons through it
from core.base.config import config
from core.base.rounding import float_compare
from core.db.cursor import Cursor
from core.db.pool import pool
from core.orm.commands import Command
from core.orm.environment import Environment
from core.orm.registry import Registry
from core.testing.tags import STANDARD_TAGS

_logger = logging.getLogger(__name__)

SUPERUSER_ID = 1
ADMIN_USER_ID = 2
HOST = "127.0.0.1"


def get_db_name() -> str:
    """The database tests run in: the first one configured."""
    name: str = config["db_name"].split(",")[0].strip()
    if not name:
        raise RuntimeError("Tests need a database: name it with -d, or run them by pytest.")
    return name


class TestCursor(Cursor):
    """A cursor that never commits, so that a test leaves nothing behind."""

    __slots__ = ("_ending",)

    def commit(self) -> None:
        raise AssertionError(
            "A test must not commit: it would leave its records behind. Use cr.savepoint() to roll back part of it, "
            "or a database of its own (the pytest fixture new_database)."
        )

    def rollback(self) -> None:
        if not getattr(self, "_ending", False):
            raise AssertionError("A test must not roll back its transaction. Use cr.savepoint() to roll back part of it.")
        super().rollback()

    def end(self) -> None:
        """Undo everything and close."""
        self._ending = True
        self.close()


def test_cursor(dbname: str) -> TestCursor:
    """A cursor for one test class."""
    return TestCursor(pool(), dbname)


class BaseCase(unittest.TestCase):
    """Assertions for all tests; no database."""

    test_tags: ClassVar[set[str] | frozenset[str]] = STANDARD_TAGS
    longMessage = True
    registry: Any = None
    env: Any = None
    cr: Any = None

    @property
    def test_module(self) -> str:
        parts = type(self).__module__.split(".")
        return parts[2] if parts[1:2] == ["addons"] else ""

    def cursor(self) -> Any:
        return self.registry.cursor()

    @property
    def uid(self) -> int:
        return self.env.uid  # type: ignore[no-any-return]

    @uid.setter
    def uid(self, user: int) -> None:
        self.env = self.env(user=user)

    def ref(self, xmlid: str) -> int:
        """Id of the record with this external id."""
        return self.browse_ref(xmlid).id  # type: ignore[no-any-return]

    def browse_ref(self, xmlid: str) -> Any:
        assert "." in xmlid, "an external id has the form module.name"
        return self.env.ref(xmlid)

    @classmethod
    def startClassPatcher(cls, patcher: Any) -> Any:
        mock = patcher.start()
        cls.addClassCleanup(patcher.stop)
        return mock

    def startPatcher(self, patcher: Any) -> Any:
        mock = patcher.start()
        self.addCleanup(patcher.stop)
        return mock

    def patch(self, obj: Any, key: str, val: Any) -> None:
        """Set an attribute for the time of the test."""
        self.startPatcher(patch.object(obj, key, val))

    @classmethod
    def classPatch(cls, obj: Any, key: str, val: Any) -> None:
        cls.startClassPatcher(patch.object(obj, key, val))

    @contextlib.contextmanager
    def with_user(self, login: str) -> Iterator[None]:
        """Run the block as the user with this login."""
        before = self.env
        user = self.env["res.users"].sudo().search([("login", "=", login)])
        assert user, f"there is no user {login!r}"
        self.env = self.env(user=user)
        try:
            yield
        finally:
            self.env = before

    @contextlib.contextmanager
    def debug_mode(self) -> Iterator[None]:
        yield

    # assertions

    @contextlib.contextmanager
    def _savepoint_for(self, inner: Any) -> Iterator[Any]:
        if self.env is None:
            with inner as context:
                yield context
            return
        with inner as context, self.env.cr.savepoint():
            yield context

    def assertRaises(self, exception: Any, func: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Like unittest's; what the failing block changed in the database is undone."""
        if func is not None:
            with self._savepoint_for(super().assertRaises(exception)):
                func(*args, **kwargs)
            return None
        return self._savepoint_for(super().assertRaises(exception, **kwargs))

    def assertRaisesRegex(self, exception: Any, expected_regex: Any, func: Any = None, *args: Any, **kwargs: Any) -> Any:
        if func is not None:
            with self._savepoint_for(super().assertRaisesRegex(exception, expected_regex)):
                func(*args, **kwargs)
            return None
        return self._savepoint_for(super().assertRaisesRegex(exception, expected_regex, **kwargs))

    @contextlib.contextmanager
    def assertQueryCount(self, default: int | None = 0, flush: bool = True, **counters: int) -> Iterator[None]:
        """At most so many SQL statements in the block (per login when given by keyword)."""
        login = self.env.user.login
        expected = counters.get(login, default)
        if flush:
            self.env.flush_all()
        before = self.env.cr.sql_log_count
        yield
        if flush:
            self.env.flush_all()
        count = self.env.cr.sql_log_count - before
        if expected is not None and count > expected:
            self.fail(f"{count} SQL statements instead of at most {expected} as user {login}")

    @contextlib.contextmanager
    def assertQueries(self, expected: Sequence[str], flush: bool = True) -> Iterator[list[str]]:
        """Exactly these statements, in this order, white space aside."""
        seen: list[str] = []
        original = Cursor.run

        def run(cursor: Any, query: Any, params: Any = None) -> None:
            seen.append(query if isinstance(query, str) else query.code)
            original(cursor, query, params)

        if flush:
            self.env.flush_all()
        with patch.object(Cursor, "run", run):
            yield seen
            if flush:
                self.env.flush_all()
        self.assertEqual([" ".join(query.split()) for query in seen], [" ".join(query.split()) for query in expected])

    def assertRecordValues(self, records: Any, expected_values: Sequence[Mapping[str, Any]], *, field_names: Any = None) -> None:
        """The records have these values, in this order. Dates may be given as text, many2ones as ids, x2manys as ids."""
        names = field_names or list(dict.fromkeys(name for values in expected_values for name in values))
        actual = [
            {name: _comparable(record, name) for name in (names if field_names else expected)}
            for record, expected in zip(records, expected_values, strict=False)
        ]
        wanted = [
            {name: _expected(record, name, value) for name, value in expected.items()}
            for record, expected in zip(records, expected_values, strict=False)
        ]
        if len(records) != len(expected_values):
            self.fail(f"{len(records)} records instead of {len(expected_values)}: {records!r}")
        for index, (found, value) in enumerate(zip(actual, wanted, strict=True)):
            difference = {
                name: (found.get(name), value[name])
                for name in value
                if not _same(records[index], name, found.get(name), value[name])
            }
            if difference:
                lines = [f"  {name}: {got!r}, expected {want!r}" for name, (got, want) in difference.items()]
                self.fail(f"{records[index]!r} (record {index + 1}):\n" + "\n".join(lines))

    def assertXMLEqual(self, original: Any, expected: Any) -> None:
        self.assertEqual(_canonical(original, "xml"), _canonical(expected, "xml"))

    def assertHTMLEqual(self, original: Any, expected: Any) -> None:
        self.assertEqual(_canonical(original, "html"), _canonical(expected, "html"))

    def assertURLEqual(self, url: str, expected: str, message: str | None = None) -> None:
        self.assertEqual(url.rstrip("/"), expected.rstrip("/"), message)


def _comparable(record: Any, name: str) -> Any:
    field = record._fields[name]
    value = record[name]
    if field.type == "many2one":
        return value.id
    if field.type in ("one2many", "many2many"):
        return sorted(value.ids)
    if field.type == "reference":
        return f"{value._name},{value.id}" if value else False
    return value


def _expected(record: Any, name: str, value: Any) -> Any:
    kind = record._fields[name].type
    if hasattr(value, "_ids"):
        return sorted(value.ids) if kind in ("one2many", "many2many") else value.id
    if kind in ("one2many", "many2many"):
        return sorted(value or ())
    if kind == "many2one":
        return value or False
    if isinstance(value, str) and kind == "date":
        return datetime.date.fromisoformat(value)
    if isinstance(value, str) and kind == "datetime":
        return datetime.datetime.fromisoformat(value)
    return value


def _same(record: Any, name: str, found: Any, expected: Any) -> bool:
    field = record._fields[name]
    if field.type == "monetary":
        currency = record[field.get_currency_field(record)] if hasattr(field, "get_currency_field") else None
        digits = currency.decimal_places if currency else 6
        return float_compare(found or 0.0, expected or 0.0, precision_digits=digits) == 0
    if field.type == "float":
        digits = field.get_digits(record.env)
        return float_compare(found or 0.0, expected or 0.0, precision_digits=digits[1] if digits else 6) == 0
    if not found and not expected and not isinstance(expected, (int, float)):
        return True
    return bool(found == expected)


def _canonical(source: Any, kind: str) -> str:
    from lxml import etree, html

    text = source if isinstance(source, (str, bytes)) else etree.tostring(source, encoding="unicode")
    parser: Any = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True) if kind == "xml" else html.HTMLParser(remove_blank_text=True)
    tree = etree.fromstring(text, parser)
    for element in tree.iter():
        if element.text is not None and not element.text.strip():
            element.text = None
        if element.tail is not None and not element.tail.strip():
            element.tail = None
    return etree.tostring(tree, method="c14n").decode()


class TransactionCase(BaseCase):
    """All tests of a class share one transaction; each runs in a savepoint that is rolled back after it.

    What ``setUpClass`` creates is seen by every test. ``self.env`` is the superuser's environment.
    """

    registry: Registry
    cr: Any
    env: Any
    muted_registry_logger: Any = None

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.registry = Registry.get(get_db_name())
        cls.addClassCleanup(cls.registry.reset_changes)
        cls.addClassCleanup(cls.registry.clear_all_caches)
        cls.cr = test_cursor(cls.registry.db_name)
        cls.addClassCleanup(cls.cr.end)
        cls.env = Environment(cls.cr, SUPERUSER_ID, {})
        previous = cls.registry.in_test_mode_cursor
        cls.registry.in_test_mode_cursor = functools.partial(_Borrowed, cls.cr)
        cls.addClassCleanup(setattr, cls.registry, "in_test_mode_cursor", previous)

    def setUp(self) -> None:
        super().setUp()
        type(self).env.flush_all()
        self.addCleanup(self._forget)
        savepoint = self.cr.savepoint()
        self.addCleanup(savepoint.close, rollback=True)
        # Each test has an environment of its own: what one does to it is not seen by the next.
        self.env = type(self).env(context=dict(type(self).env.context))

    def _forget(self) -> None:
        type(self).env.invalidate_all(flush=False)
        self.registry.reset_changes()
        for hooks in (self.cr.precommit, self.cr.postcommit, self.cr.prerollback, self.cr.postrollback):
            hooks.clear()

    @contextlib.contextmanager
    def enter_registry_test_mode(self) -> Iterator[None]:
        """Cursors of the registry are the test's own – they always are here."""
        yield


class _Borrowed:
    """The test's cursor, lent to code that opens its own: commit and close do not end the test's transaction."""

    def __init__(self, cr: Any) -> None:
        self._cr = cr
        self._savepoint = cr.savepoint()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cr, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            setattr(self._cr, name, value)

    def __enter__(self) -> _Borrowed:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None:
            self.commit()
        self.close()

    def commit(self) -> None:
        """Keep what was done so far, as part of the test's transaction."""
        self._cr.flush()
        self._savepoint.close()
        self._savepoint = self._cr.savepoint()

    def rollback(self) -> None:
        self._savepoint.close(rollback=True)
        self._savepoint = self._cr.savepoint()

    def close(self) -> None:
        self._savepoint.close(rollback=True)


class SingleTransactionCase(BaseCase):
    """All tests of a class run in one transaction, in order, without savepoints; rolled back at the end."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.registry = Registry.get(get_db_name())
        cls.addClassCleanup(cls.registry.reset_changes)
        cls.cr = test_cursor(cls.registry.db_name)
        cls.addClassCleanup(cls.cr.end)
        cls.env = Environment(cls.cr, SUPERUSER_ID, {})

    def setUp(self) -> None:
        super().setUp()
        self.env.flush_all()


SavepointCase = TransactionCase


# Helpers


def new_test_user(env: Any, login: str = "", groups: str = "base.group_user", context: Any = None, **kwargs: Any) -> Any:
    """A user with this login, in these groups (comma-separated external ids)."""
    if not login:
        raise ValueError("A test user needs a login.")
    values = dict(kwargs)
    group_ids = [env.ref(name.strip()).id for name in groups.split(",") if name.strip()]
    values["groups_id"] = [Command.set(group_ids)]
    values.setdefault("name", f"{login} ({groups})")
    values.setdefault("email", f"{login}@example.com" if "@" not in login else login)
    values.setdefault("password", f"{login}x" * 4 if len(login) < 8 else login)
    context = context if context is not None else {"no_reset_password": True, "mail_create_nolog": True, "mail_notrack": True}
    return env["res.users"].with_context(**context).create({"login": login, **values})


def users(*logins: str) -> Callable[[Any], Any]:
    """Run the test once as each user."""

    def decorate(function: Any) -> Any:
        @functools.wraps(function)
        def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
            before = self.env
            found = {user.login: user for user in self.env["res.users"].sudo().search([("login", "in", logins)])}
            try:
                for login in logins:
                    with self.subTest(login=login):
                        self.env = before(user=found[login])
                        function(self, *args, **kwargs)
                    self.env = before
                    self.env.invalidate_all()
            finally:
                self.env = before

        return wrapper

    return decorate


def warmup(function: Any) -> Any:
    """Run the test twice: first to fill caches (query counts not judged), then for real."""

    @functools.wraps(function)
    def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
        self.env.flush_all()
        self.env.invalidate_all()
        with self.env.cr.savepoint() as savepoint, patch.object(type(self), "assertQueryCount", _uncounted):
            function(self, *args, **kwargs)
            savepoint.rollback()
        self.env.flush_all()
        self.env.invalidate_all()
        function(self, *args, **kwargs)

    return wrapper


@contextlib.contextmanager
def _uncounted(self: Any, *_args: Any, **_counters: Any) -> Iterator[None]:
    yield


def no_retry(function: Any) -> Any:
    """Kept for existing addons: tests are never run again here."""
    return function


def loaded_demo_data(env: Any) -> bool:
    """Whether the database has demonstration data."""
    return bool(env.ref("base.user_demo", raise_if_not_found=False))


def can_import(module: str) -> bool:
    import importlib.util

    return importlib.util.find_spec(module) is not None


class RecordCapturer:
    """The records of a model created inside the block, found by a domain."""

    def __init__(self, model: Any, domain: Iterable[Any] = ()) -> None:
        self._model = model
        self._domain = list(domain)

    def __enter__(self) -> RecordCapturer:
        self._before = self._model.search(self._domain, order="id")
        self._after: Any = None
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None:
            self._after = self._model.search(self._domain, order="id") - self._before

    @property
    def records(self) -> Any:
        if self._after is None:
            return self._model.search(self._domain, order="id") - self._before
        return self._after


class Like:
    """Equal to any text that has these parts in this order: ``Like('Order ... confirmed')``."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.regex = re.compile(".*".join(map(re.escape, pattern.split("..."))), re.DOTALL)

    def __eq__(self, other: object) -> bool:
        return self.regex.fullmatch(str(other).strip()) is not None

    def __hash__(self) -> int:
        return hash(self.pattern)

    def __repr__(self) -> str:
        return repr(self.pattern)


