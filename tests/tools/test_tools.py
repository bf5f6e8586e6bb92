"""The helpers addons import."""

from __future__ import annotations

import logging
from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest

from core import tools
from core.tools import (
    SQL,
    Collector,
    LastOrderedSet,
    OrderedSet,
    StackMap,
    date_utils,
    email_normalize,
    email_split,
    email_split_tuples,
    escape_psql,
    formataddr,
    frozendict,
    groupby,
    guess_mimetype,
    lazy_property,
    mute_logger,
    ormcache,
    parse_version,
    partition,
    reverse_order,
    split_every,
    str2bool,
    topological_sort,
    unique,
)
from core.tools.cache import caches_to_clear, new_caches, ormcache_context
from core.tools.lru import LRU


def test_every_listed_name_exists() -> None:
    for name in tools._HOME:
        if tools._HOME[name] != "convert":  # needs the data room
            assert getattr(tools, name, None) is not None, name
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        tools.nonsense  # noqa: B018


class TestSQL:
    def test_values_become_parameters(self) -> None:
        sql = SQL("SELECT * FROM %s WHERE a = %s AND b LIKE 'x%%'", SQL.identifier("res_partner"), "'; DROP TABLE x")
        assert sql.code == "SELECT * FROM \"res_partner\" WHERE a = %s AND b LIKE 'x%%'"
        assert sql.params == ["'; DROP TABLE x"]

    def test_named_placeholders(self) -> None:
        sql = SQL("%(a)s = %(a)s OR %(b)s", a=1, b=SQL("x = %s", 2))
        assert (sql.code, sql.params) == ("%s = %s OR x = %s", [1, 1, 2])

    def test_join(self) -> None:
        assert SQL(", ").join([SQL.identifier("a"), SQL("%s", 1)]) == SQL('"a", %s', 1)
        assert SQL(" AND ").join([]) == SQL()
        assert not SQL()
        assert SQL(" %s ", 9).join([SQL("a"), SQL("b")]) == SQL("a %s b", 9)

    def test_identifiers_are_checked(self) -> None:
        assert SQL.identifier("sale_order", "id").code == '"sale_order"."id"'
        with pytest.raises(ValueError, match="not a SQL identifier"):
            SQL.identifier('a"; DROP TABLE b')

    def test_wrong_number_of_arguments(self) -> None:
        with pytest.raises(TypeError, match="not enough"):
            SQL("%s %s", 1)
        with pytest.raises(TypeError, match="too many"):
            SQL("%s", 1, 2)

    def test_fields_to_flush_are_collected(self) -> None:
        inner = SQL.identifier("t", "name", to_flush="field")
        assert list(SQL("SELECT %s", inner).to_flush) == ["field"]

    def test_unpacks_for_execute(self) -> None:
        code, params = SQL("a = %s", 1)
        assert (code, params) == ("a = %s", [1])

    def test_helpers(self) -> None:
        assert escape_psql(r"50%_\x") == r"50\%\_\\x"
        assert reverse_order("date desc, id") == "date asc, id desc"


class TestCollections:
    def test_frozendict(self) -> None:
        first, second = frozendict(a=1, b=[2]), frozendict(b=[2], a=1)
        assert first == second and hash(first) == hash(second)
        with pytest.raises(NotImplementedError):
            first["a"] = 2
        with pytest.raises(NotImplementedError):
            first.update(a=2)

    def test_sets_keep_an_order(self) -> None:
        assert list(OrderedSet([3, 1, 3, 2])) == [3, 1, 2]
        assert list(LastOrderedSet([3, 1, 3, 2])) == [1, 3, 2]
        assert OrderedSet([1, 2, 3]) & OrderedSet([3, 1]) == {1, 3}

    def test_groupby_needs_no_sorting(self) -> None:
        assert dict(groupby([1, 2, 3, 4], key=lambda number: number % 2)) == {1: [1, 3], 0: [2, 4]}

    def test_small_ones(self) -> None:
        assert list(split_every(2, [1, 2, 3])) == [(1, 2), (3,)]
        assert list(unique([2, 1, 2])) == [2, 1]
        assert partition(lambda number: number > 1, [1, 2, 3]) == ([2, 3], [1])
        assert topological_sort({"c": ["b"], "b": ["a"], "a": []}) == ["a", "b", "c"]
        assert tools.flatten([1, [2, (3, {4})], "ab"]) == [1, 2, 3, 4, "ab"]
        stack: StackMap[str, int] = StackMap({"a": 1})
        stack.pushmap({"a": 2})
        assert stack["a"] == 2
        stack.popmap()
        assert stack["a"] == 1
        collector: Any = Collector()
        collector.add("x", 1)
        assert (collector["x"], collector["y"]) == ((1,), ())

    def test_str2bool(self) -> None:
        assert str2bool("Yes") and not str2bool("off") and str2bool("maybe", True)
        with pytest.raises(ValueError, match="0/1/yes/no"):
            str2bool("maybe")

    def test_versions(self) -> None:
        ordered = ["1.0rc1", "1.0", "1.0.1", "1.2", "1.10", "18.0.1.0.0", "18.0.1.10.0"]
        assert sorted(reversed(ordered), key=parse_version) == ordered
        assert parse_version("2.4") == parse_version("2.4.0")

    def test_lazy_property(self) -> None:
        class Thing:
            calls = 0

            @lazy_property
            def value(self) -> int:
                Thing.calls += 1
                return Thing.calls

        thing = Thing()
        assert (thing.value, thing.value) == (1, 1)
        lazy_property.reset_all(thing)
        assert thing.value == 2

    def test_mute_logger(self, caplog: pytest.LogCaptureFixture) -> None:
        logger = logging.getLogger("odoo.sql_db")
        with mute_logger("odoo.sql_db"):
            logger.error("unseen")
            logging.getLogger("core.db").error("unseen")
        logger.error("seen")
        assert [record.message for record in caplog.records] == ["seen"]

    def test_lru_forgets_the_least_recently_used(self) -> None:
        cache = LRU(2, [("a", 1), ("b", 2)])
        cache["a"]
        cache["c"] = 3
        assert list(cache) == ["a", "c"]


class TestCache:
    def model(self, **context: Any) -> Any:
        class Pool:
            _caches = new_caches()

            def clear_cache(self, *names: str) -> None:
                for name in caches_to_clear(names):
                    self._caches[name].clear()

        class Model:
            _name = "some.model"
            pool = Pool()
            env = SimpleNamespace(context=context, uid=7)
            calls = 0

            @ormcache("self.env.uid", "key")
            def plain(self, key: str, other: int = 0) -> int:
                type(self).calls += 1
                return type(self).calls

            @ormcache_context("key", keys=("lang",))
            def by_language(self, key: str) -> int:
                type(self).calls += 1
                return type(self).calls

            @ormcache("tuple(ids)", cache="access")
            def of_ids(self, ids: list[int]) -> int:
                type(self).calls += 1
                return type(self).calls

        return Model()

    def test_computed_once_per_key(self) -> None:
        model = self.model()
        assert [model.plain("a"), model.plain("a", other=3), model.plain("b"), model.plain(key="a")] == [1, 1, 2, 1]
        assert [model.of_ids([1, 2]), model.of_ids([1, 2]), model.of_ids([2])] == [3, 3, 4]

    def test_cleared_by_name(self) -> None:
        model = self.model()
        model.plain("a"), model.of_ids([1])
        model.pool.clear_cache("access")
        assert (model.plain("a"), model.of_ids([1])) == (1, 3)
        model.pool.clear_cache()
        assert model.plain("a") == 4
        with pytest.raises(ValueError, match="no cache 'nonsense'"):
            model.pool.clear_cache("nonsense")

    def test_per_context(self) -> None:
        model = self.model(lang="vi_VN")
        assert model.by_language("a") == model.by_language("a")
        type(model).env = SimpleNamespace(context={"lang": "en_US"}, uid=7)
        assert model.by_language("a") == 2


class TestDates:
    def test_periods(self) -> None:
        day = date(2026, 5, 20)
        assert date_utils.start_of(day, "year") == date(2026, 1, 1)
        assert date_utils.start_of(day, "quarter") == date(2026, 4, 1)
        assert date_utils.start_of(day, "week") == date(2026, 5, 18)
        assert date_utils.end_of(day, "month") == date(2026, 5, 31)
        assert date_utils.end_of(day, "quarter") == date(2026, 6, 30)
        assert date_utils.end_of(day, "week") == date(2026, 5, 24)
        moment = datetime(2026, 5, 20, 13, 45, 6)
        assert date_utils.start_of(moment, "hour") == datetime(2026, 5, 20, 13)
        assert date_utils.end_of(moment, "day") == datetime.combine(day, time.max)
        with pytest.raises(ValueError, match="Granularity"):
            date_utils.start_of(day, "hour")

    def test_steps(self) -> None:
        assert date_utils.add(date(2026, 1, 31), months=1) == date(2026, 2, 28)
        assert date_utils.subtract(date(2026, 3, 1), days=1) == date(2026, 2, 28)
        assert list(date_utils.date_range(date(2026, 1, 1), date(2026, 3, 1))) == [date(2026, month, 1) for month in (1, 2, 3)]
        with pytest.raises(ValueError, match="after the end"):
            list(date_utils.date_range(date(2026, 2, 1), date(2026, 1, 1)))

    def test_fiscal_year(self) -> None:
        assert date_utils.get_fiscal_year(date(2026, 5, 1)) == (date(2026, 1, 1), date(2026, 12, 31))
        assert date_utils.get_fiscal_year(date(2026, 5, 1), day=31, month=3) == (date(2026, 4, 1), date(2027, 3, 31))
        assert date_utils.get_fiscal_year(date(2026, 2, 1), day=28, month=2) == (date(2025, 3, 1), date(2026, 2, 28))


class TestMail:
    def test_splitting(self) -> None:
        text = '"Ann, the first" <Ann@B.vn>; c@d.vn\nnobody'
        assert email_split_tuples(text) == [("Ann, the first", "Ann@B.vn"), ("", "c@d.vn")]
        assert email_split(text) == ["Ann@B.vn", "c@d.vn"]
        assert email_split("") == []

    def test_normalising(self) -> None:
        assert email_normalize("Ann <Ann@B.vn>") == "ann@b.vn"
        assert email_normalize("a@b.vn, c@d.vn") is False
        assert email_normalize("a@b.vn, c@d.vn", strict=False) == "a@b.vn"
        assert email_normalize("nothing") is False

    def test_formatting(self) -> None:
        assert formataddr(("Đức", "d@b.vn")) == '"Đức" <d@b.vn>'
        assert formataddr(('An "x"', "a@b.vn")) == '"An \\"x\\"" <a@b.vn>'
        assert formataddr(("", "a@b.vn")) == "a@b.vn"


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\x89PNG\r\n\x1a\nxx", "image/png"), (b"%PDF-1.4", "application/pdf"), (b"<svg xmlns='x'/>", "image/svg+xml"), (b"<?xml version='1.0'?><svg/>", "image/svg+xml"),
     (b"hello", "text/plain"), (b"\x00\x01\x02", "application/octet-stream"), (b"RIFFxxxxWEBPVP8 ", "image/webp")],
)  # fmt: skip
def test_mimetypes(data: bytes, kind: str) -> None:
    assert guess_mimetype(data) == kind


def test_images_shrink_to_fit() -> None:
    import io

    from PIL import Image

    from core.base.errors import UserError
    from core.tools.image import image_process

    stream = io.BytesIO()
    Image.new("RGB", (400, 200), "red").save(stream, "PNG")
    small = image_process(stream.getvalue(), size=(100, 100))
    assert Image.open(io.BytesIO(small)).size == (100, 50)
    assert image_process(stream.getvalue(), size=(1000, 1000)) == stream.getvalue()
    square = image_process(stream.getvalue(), size=(64, 64), crop="center")
    assert Image.open(io.BytesIO(square)).size == (64, 64)
    with pytest.raises(UserError, match="not be read as an image"):
        image_process(b"nonsense", size=(10, 10))
