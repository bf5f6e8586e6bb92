"""Test cases that run in a transaction which is never committed.

A class has one cursor; what ``setUpClass`` creates is shared by its tests, and each test runs in a savepoint.
"""
from __future__ import annotations

import functools
import logging
import re
import unittest
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import core.modules  # noqa: F401 – a registry needs its loader
from core.base.config import config
from core.db import connect
from core.orm.environment import SUPERUSER_ID, Environment
from core.orm.registry import Registry

_logger = logging.getLogger(__name__)


def get_db_name() -> str:
    """The database the tests run in."""
    name = config["db_name"]
    if not name:
        raise RuntimeError("Tests of addons need a database: odoo-bin.py test -d NAME, or the fixtures of tests/.")
    return str(name)


def tagged(*tags: str) -> Callable[[type], type]:
    """Add tags to a test class ('post_install'), or with '-' take them away ('-at_install')."""
    include = {tag for tag in tags if not tag.startswith("-")}
    exclude = {tag[1:] for tag in tags if tag.startswith("-")}

    def decorate(cls: type) -> type:
        cls.test_tags = (getattr(cls, "test_tags", set()) | include) - exclude  # type: ignore[attr-defined]
        return cls
    return decorate


def users(*logins: str) -> Callable[[Callable], Callable]:
    """Run a test method once per user: ``self.uid`` and ``self.env`` act as that user."""
    def decorate(method: Callable) -> Callable:
        @functools.wraps(method)
        def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
            before = self.env
            found = {user.login: user.id for user in before["res.users"].with_context(active_test=False).search(
                [("login", "in", list(logins))])}
            missing = set(logins) - found.keys()
            if missing:
                raise ValueError(f"Users not found: {', '.join(sorted(missing))}")
            try:
                for login in logins:
                    with self.subTest(login=login):
                        self.env = before(user=found[login])
                        method(self, *args, **kwargs)
                        self.env.flush_all()
            finally:
                self.env = before
        return wrapper
    return decorate


def warmup(method: Callable) -> Callable:
    """Run a test method twice and count queries in the second run only."""
    @functools.wraps(method)
    def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
        self.warm = False
        with self.env.cr.savepoint() as savepoint:
            method(self, *args, **kwargs)
            self.env.flush_all()
            savepoint.rollback()
        self.env.invalidate_all()
        self.warm = True
        method(self, *args, **kwargs)
    return wrapper


def new_test_user(env: Environment, login: str = "", groups: str = "base.group_user",
                  context: Mapping[str, Any] | None = None, **values: Any) -> Any:
    """A user with the groups (comma-separated external ids); name, email and password follow from the login."""
    if not login:
        raise ValueError("A test user needs a login")
    group_ids = [env.ref(xml_id.strip()).id for xml_id in groups.split(",")]
    context = {"no_reset_password": True, "mail_create_nosubscribe": True, "mail_create_nolog": True,
               "tracking_disable": True, **(context or {})}
    company = env["res.company"].browse(values.get("company_id")) if values.get("company_id") else env.company
    defaults = {"login": login, "password": values.pop("password", None) or login + "x" * (8 - len(login)),
                "name": f"{login} ({groups})", "email": f"{login}@example.com", "groups_id": [(6, 0, group_ids)],
                "company_id": company.id, "company_ids": [(6, 0, company.ids)]}
    if all(isinstance(company_id, int) for company_id in values.get("company_ids") or ()):
        values["company_ids"] = [(6, 0, list(values.get("company_ids") or company.ids))]
    return env["res.users"].with_context(**context).create({**defaults, **values})


def loaded_demo_data(env: Environment) -> bool:
    """Whether the database has demonstration data."""
    return bool(env.ref("base.user_demo", raise_if_not_found=False))


class BaseCase(unittest.TestCase):
    """Assertions about records."""

    maxDiff = None
    longMessage = True
    test_tags: set[str] = {"standard", "at_install"}
    test_module: str = ""
    registry: Any = None
    env: Any = None
    cr: Any = None
    warm = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        parts = cls.__module__.split(".")
        if len(parts) > 2 and parts[1] == "addons":
            cls.test_module = parts[2]
            if "test_tags" not in cls.__dict__:
                cls.test_tags = set(cls.test_tags) | {parts[2]}

    @property
    def uid(self) -> int:
        return self.env.uid

    @uid.setter
    def uid(self, user: Any) -> None:
        self.env = self.env(user=int(user))

    def ref(self, xml_id: str) -> int:
        return self.env.ref(xml_id).id

    def browse_ref(self, xml_id: str) -> Any:
        return self.env.ref(xml_id)

    @classmethod
    def startClassPatcher(cls, patcher: Any) -> Any:
        mock = patcher.start()
        cls.addClassCleanup(patcher.stop)
        return mock

    def startPatcher(self, patcher: Any) -> Any:
        mock = patcher.start()
        self.addCleanup(patcher.stop)
        return mock

    def patch(self, target: Any, name: str, value: Any) -> None:
        """Replace an attribute for the rest of the test; it must exist."""
        self.startPatcher(patch.object(target, name, value))

    @classmethod
    def classPatch(cls, target: Any, name: str, value: Any) -> None:
        cls.startClassPatcher(patch.object(target, name, value))

    def patch_method(self, target: Any, name: str, function: Callable) -> None:
        self.patch(target, name, function)

    # -- assertions ---------------------------------------------------------------------------------------------------

    def assertRaises(self, exception: Any, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """As in unittest; what was done inside is undone, and pending work belongs to the block."""
        if not args:
            return self._assert_raises(super().assertRaises(exception, **kwargs))
        function, *rest = args
        with self._assert_raises(super().assertRaises(exception)):
            function(*rest, **kwargs)
        return None

    def assertRaisesRegex(self, exception: Any, pattern: Any, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        if not args:
            return self._assert_raises(super().assertRaisesRegex(exception, pattern, **kwargs))
        function, *rest = args
        with self._assert_raises(super().assertRaisesRegex(exception, pattern)):
            function(*rest, **kwargs)
        return None

    @contextmanager
    def _assert_raises(self, manager: Any) -> Iterator[Any]:
        with manager as caught:
            if self.env is None or self.env.cr is None or self.env.cr.closed:
                yield caught
            else:
                with self.env.cr.savepoint():
                    yield caught
                    self.env.flush_all()

    @contextmanager
    def assertQueries(self, expected: Sequence[str], flush: bool = True) -> Iterator[list[str]]:
        """The block runs exactly these statements (blanks do not matter)."""
        seen: list[str] = []
        cr = self.env.cr
        if flush:
            self.env.flush_all()
        original = type(cr).run

        def run(cursor: Any, query: Any, params: Any = None) -> None:
            seen.append(query if isinstance(query, str) else query.code)
            original(cursor, query, params)
        with patch.object(type(cr), "run", run):
            yield seen
            if flush:
                self.env.flush_all()
        if not self.warm:
            return
        squeeze = " ".join
        self.assertEqual([squeeze(text.split()) for text in seen], [squeeze(text.split()) for text in expected])

    @contextmanager
    def assertQueryCount(self, default: int = 0, flush: bool = True, **counts: int) -> Iterator[None]:
        """The block runs at most so many statements (by login: ``assertQueryCount(admin=3)``)."""
        if flush:
            self.env.flush_all()
        allowed = counts.get(self.env.user.login, default) if counts else default
        before = self.env.cr.sql_log_count
        yield
        if flush:
            self.env.flush_all()
        count = self.env.cr.sql_log_count - before
        if self.warm and count > allowed:
            self.fail(f"{count} statements, at most {allowed} were expected")

    def assertRecordValues(self, records: Any, expected_values: Sequence[Mapping[str, Any]], *,
                           field_names: Iterable[str] | None = None) -> None:
        """Field values of records, one dictionary each, in order; relations as ids."""
        expected = [dict(values) for values in expected_values]
        actual = [{name: self._comparable(record, name, wanted) for name, wanted in values.items()}
                  for record, values in zip(records, expected, strict=False)]
        wanted = [{name: self._comparable_expected(record, name, value) for name, value in values.items()}
                  for record, values in zip(records, expected, strict=False)]
        if len(records) != len(expected):
            self.fail(f"{len(expected)} records expected, got {len(records)}: {records}")
        self.assertEqual(actual, wanted)

    @staticmethod
    def _comparable(record: Any, name: str, expected: Any) -> Any:
        field = record._fields[name]
        value = record[name]
        if field.type in ("one2many", "many2many"):
            return sorted(value.ids)
        if field.type == "many2one":
            return value.id
        if field.type == "monetary" and field.currency_field and record[field.currency_field]:
            return record[field.currency_field].round(value)
        if field.type in ("float", "monetary") and isinstance(value, float):
            digits = field.get_digits(record.env) if field.type == "float" else None
            return round(value, digits[1] if digits else 10)
        return value

    @staticmethod
    def _comparable_expected(record: Any, name: str, value: Any) -> Any:
        field = record._fields[name]
        if hasattr(value, "_ids"):
            return sorted(value.ids) if field.type in ("one2many", "many2many") else value.id
        if field.type in ("one2many", "many2many"):
            return sorted(value or [])
        if field.type in ("date", "datetime") and isinstance(value, str):
            return field.convert_to_cache(value, record)
        if value is None:
            return False
        if field.type in ("float", "monetary") and isinstance(value, (int, float)) and not isinstance(value, bool):
            if field.type == "monetary" and field.currency_field and record[field.currency_field]:
                return record[field.currency_field].round(float(value))
            return round(float(value), 10)
        return value

    def assertTreesEqual(self, first: Any, second: Any, msg: str | None = None) -> None:
        from lxml import etree
        self.assertEqual(etree.tostring(first, method="c14n"), etree.tostring(second, method="c14n"), msg)

    def assertXMLEqual(self, original: str, expected: str) -> None:
        from lxml import etree
        parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
        self.assertTreesEqual(etree.fromstring(original, parser), etree.fromstring(expected, parser))

    assertHTMLEqual = assertXMLEqual

    @contextmanager
    def enter_registry_test_mode(self) -> Iterator[None]:
        with registry_in_test_mode(self.registry, self.cr):
            yield

    @contextmanager
    def debug_mode(self) -> Iterator[None]:
        """As a user who sees technical features."""
        before = self.env
        self.env = before(context=dict(before.context, debug="1"))
        try:
            yield
        finally:
            self.env = before

    @contextmanager
    def with_user(self, login: str) -> Iterator[None]:
        before = self.env
        user = before["res.users"].search([("login", "=", login)])
        self.env = before(user=user.id)
        try:
            yield
        finally:
            self.env = before

    @contextmanager
    def assertLogs(self, logger: Any = None, level: Any = None) -> Iterator[Any]:  # type: ignore[override]
        with super().assertLogs(logger, level) as caught:
            yield caught


class SharedCursor:
    """Lets code that opens its own cursor work in the test's transaction: commit flushes, rollback undoes the work."""

    def __init__(self, cr: Any) -> None:
        self._cr = cr
        self._savepoint = cr.savepoint()
        self._closed = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cr, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("_cr", "_savepoint", "_closed"):
            object.__setattr__(self, name, value)
        else:
            setattr(self._cr, name, value)

    def commit(self) -> None:
        self._cr.flush()
        self._savepoint.close()
        self._cr.postcommit.run()
        self._savepoint = self._cr.savepoint()

    def rollback(self) -> None:
        self._cr.clear()
        self._cr.postcommit.clear()
        self._savepoint.rollback()

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            if self._savepoint is not None:  # some tests take it away, so that what was done stays
                self._savepoint.close(rollback=True)

    @property
    def closed(self) -> bool:
        return self._closed or self._cr.closed

    def __enter__(self) -> SharedCursor:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()


@contextmanager
def registry_in_test_mode(registry: Registry, cr: Any) -> Iterator[None]:
    """``registry.cursor()`` gives the test's own transaction."""
    before = registry.in_test_mode_cursor
    registry.in_test_mode_cursor = lambda: SharedCursor(cr)
    try:
        yield
    finally:
        registry.in_test_mode_cursor = before


def _enter_test_mode(registry: Registry, cr: Any, test_readonly_enabled: bool = True) -> None:
    registry.in_test_mode_cursor = lambda: SharedCursor(cr)


def _leave_test_mode(registry: Registry) -> None:
    registry.in_test_mode_cursor = None


# Existing tests call these on the registry; the registry itself knows nothing of tests.
Registry.enter_test_mode = _enter_test_mode  # type: ignore[attr-defined]
Registry.leave_test_mode = _leave_test_mode  # type: ignore[attr-defined]
Registry.in_test_mode = lambda registry: registry.in_test_mode_cursor is not None  # type: ignore[attr-defined]


class TransactionCase(BaseCase):
    """Tests of a class share a transaction; each runs in a savepoint of its own."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.registry = Registry.get(get_db_name())
        cls.cr = connect(get_db_name()).cursor()
        cls.addClassCleanup(cls._close)
        cls.env = Environment(cls.cr, SUPERUSER_ID, {})

    @classmethod
    def _close(cls) -> None:
        cls.cr.rollback()
        cls.cr.close()
        cls._drop_caches()

    @classmethod
    def _drop_caches(cls) -> None:
        cls.registry.clear_all_caches()
        cls.registry.reset_changes()

    def setUp(self) -> None:
        super().setUp()
        env = type(self).env
        env.flush_all()
        savepoint = self.cr.savepoint(flush=False)
        self.addCleanup(self._undo, savepoint)
        self.env = env
        env.invalidate_all()

    def _undo(self, savepoint: Any) -> None:
        self.cr.precommit.clear()
        self.cr.postcommit.clear()
        self.cr.transaction.clear()
        savepoint.close(rollback=True)
        self._drop_caches()

    def flush_tracking(self) -> None:
        """Run what waits for the commit: tracked changes, settling."""
        self.cr.flush()

    def cr_flush(self) -> None:
        self.cr.flush()


class SingleTransactionCase(BaseCase):
    """All tests of the class run in one transaction and see each other's work."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.registry = Registry.get(get_db_name())
        cls.cr = connect(get_db_name()).cursor()
        cls.addClassCleanup(TransactionCase._close.__func__, cls)  # type: ignore[attr-defined]
        cls.env = Environment(cls.cr, SUPERUSER_ID, {})

    @classmethod
    def _drop_caches(cls) -> None:
        cls.registry.clear_all_caches()
        cls.registry.reset_changes()


class RecordCapturer:
    """``with RecordCapturer(model, domain) as capture:`` – ``capture.records`` are those created inside."""

    def __init__(self, model: Any, domain: Any = ()) -> None:
        self._model = model
        self._domain = list(domain)

    def __enter__(self) -> RecordCapturer:
        self._before = self._model.search(self._domain, order="id")
        self._after = None
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None:
            self._after = self._model.search(self._domain, order="id") - self._before

    @property
    def records(self) -> Any:
        if self._after is None:
            return self._model.search(self._domain, order="id") - self._before
        return self._after




SavepointCase = TransactionCase


def no_retry(function: Callable) -> Callable:
    """Kept for existing addons: tests are never run again here."""
    return function


def standalone(*tags: str) -> Callable[[Callable], Callable]:
    """Marks scripts that the test command does not run."""
    return lambda function: function


def can_import(module: str) -> bool:
    import importlib.util
    return importlib.util.find_spec(module) is not None


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


def __getattr__(name: str) -> Any:
    """`from odoo.tests import common` finds here all that tests use, also what lives in the files beside this one."""
    import core.testing
    if name.startswith("__") or name not in vars(core.testing):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return vars(core.testing)[name]
