"""Searching: what each operator finds in the database, and that memory and database agree."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_case import env, world  # noqa: F401 – fixtures

from core.base.errors import AccessError
from core.orm.domain import InvalidDomain
from core.orm.query import Query
from core.tools.sql import SQL

Env = Any


@pytest.fixture
def people(env: Env) -> Any:  # noqa: F811
    """Ann (Hanoi, boss of Bình), Bình, Cường without anything, and the archived Dũng."""
    vietnam, france = env["test.country"].create([{"name": "Vietnam", "code": "VN"}, {"name": "France", "code": "FR"}])
    red, green = env["test.tag"].create([{"name": "red"}, {"name": "green"}])
    ann = env["test.person"].create({
        "name": "Ann", "code": "A1", "country_id": vietnam.id, "tag_ids": [(6, 0, [red.id, green.id])], "rank": 20,
        "vip": True, "birth": "1990-03-05", "seen": "2026-01-31 20:00:00", "kind": "a", "credit": 1.5,
    })
    binh = env["test.person"].create({
        "name": "Nguyễn Bình", "code": "B2", "parent_id": ann.id, "country_id": france.id, "tag_ids": [(6, 0, [red.id])],
        "rank": 5, "birth": "1991-03-09", "seen": "2026-02-01 08:00:00", "kind": "b", "credit": 2.5,
    })
    cuong = env["test.person"].create({"name": "Cường Đặng", "parent_id": binh.id})
    env["test.person"].create({"name": "Dũng", "active": False, "parent_id": ann.id})
    env["test.order"].create([
        {"name": "O1", "person_id": ann.id, "state": "done", "line_ids": [(0, 0, {"name": "pen", "price": 3})]},
        {"name": "O2", "person_id": ann.id}, {"name": "O3", "person_id": binh.id},
    ])
    return ann + binh + cuong


def found(people: Any, domain: list) -> str:
    """The initials of the people found."""
    return "".join(name.split()[-1][0] if name.startswith("N") else name[0]
                   for name in people.browse().search(domain, order="id").mapped("name"))


@pytest.mark.parametrize(("domain", "expected"), [
    ([], "ABC"),
    ([("name", "=", "Ann")], "A"),
    ([("name", "!=", "Ann")], "BC"),
    ([("code", "=", False)], "C"),
    ([("code", "!=", False)], "AB"),
    ([("code", "!=", "A1")], "BC"),
    ([("code", "in", ["A1", False])], "AC"),
    ([("code", "not in", ["A1", False])], "B"),
    ([("code", "not in", ["A1"])], "BC"),
    ([("code", "in", [])], ""),
    ([("code", "not in", [])], "ABC"),
    ([("name", "ilike", "ANN")], "A"),
    ([("name", "ilike", "binh")], "B"),
    ([("name", "ilike", "cuong dang")], "C"),
    ([("name", "ilike", "Đang")], "C"),
    ([("name", "not ilike", "n")], ""),
    ([("code", "not ilike", "a")], "BC"),
    ([("name", "like", "inh")], ""),
    ([("name", "like", "ình")], "B"),
    ([("name", "=like", "A%")], "A"),
    ([("name", "=ilike", "a_n")], "A"),
    ([("name", "ilike", "")], "ABC"),
    ([("name", "not ilike", "")], ""),
    ([("name", "ilike", "100%\\")], ""),
    ([("rank", "=", 0)], "C"),
    ([("rank", "=", False)], "C"),
    ([("rank", "!=", 0)], "AB"),
    ([("rank", "<", 6)], "BC"),
    ([("rank", "<=", 0)], "C"),
    ([("rank", ">", -1)], "ABC"),
    ([("rank", ">", 5)], "A"),
    ([("rank", "in", [0, 20])], "AC"),
    ([("rank", "=?", False)], "ABC"),
    ([("rank", "=?", 5)], "B"),
    ([("credit", ">=", 2.5)], "B"),
    ([("vip", "=", True)], "A"),
    ([("vip", "=", False)], "BC"),
    ([("vip", "!=", True)], "BC"),
    ([("vip", "in", [True, False])], "ABC"),
    ([("active", "=", False)], "D"),
    ([("active", "in", [True, False])], "ABCD"),
    ([("birth", ">=", "1991-01-01")], "B"),
    ([("birth", "=", False)], "C"),
    ([("birth.month_number", "=", 3)], "AB"),
    ([("birth.day_of_month", "in", [5, 6])], "A"),
    ([("birth.year_number", "!=", 1990)], "BC"),
    ([("seen", "<=", "2026-01-31")], "A"),
    ([("seen", ">", "2026-01-31")], "B"),
    ([("seen", ">=", datetime.date(2026, 2, 1))], "B"),
    ([("kind", "in", ["a", "b"])], "AB"),
    ([("big", "=", True)], "A"),
    ([("big", "!=", True)], "BC"),
    (["!", ("big", "=", True)], "BC"),
    (["|", ("rank", "=", 20), ("rank", "=", 5)], "AB"),
    (["!", "|", ("rank", "=", 20), ("rank", "=", 5)], "C"),
    ([(0, "=", 1)], ""),
    (["|", (0, "=", 1), ("rank", "=", 5)], "B"),
])
def test_plain_fields(people: Any, domain: list, expected: str) -> None:
    assert found(people, domain) == expected
    everybody = people.with_context(active_test=False).search([], order="id")
    if not any(leaf[0] == "active" for leaf in domain if isinstance(leaf, tuple)):
        everybody = everybody.filtered("active")
    assert "".join(person.name.split()[-1][0] if person.name.startswith("N") else person.name[0]
                   for person in everybody.filtered_domain(domain)) == expected


@pytest.mark.parametrize(("domain", "expected"), [
    ([("country_id", "!=", False)], "AB"),
    ([("country_id", "=", False)], "C"),
    ([("country_id", "=", "Vietnam")], "A"),
    ([("country_id", "ilike", "viet")], "A"),
    ([("country_id", "not ilike", "viet")], "BC"),
    ([("country_id", "in", ["Vietnam", "France"])], "AB"),
    ([("country_id.code", "=", "VN")], "A"),
    ([("country_id.code", "!=", "VN")], "B"),
    (["!", ("country_id.code", "=", "VN")], "BC"),
    ([("country_id", "any", [("code", "in", ["VN", "FR"])])], "AB"),
    ([("country_id", "not any", [("code", "=", "VN")])], "BC"),
    ([("country_code", "=", "VN")], "A"),
    ([("country_code", "!=", "VN")], "BC"),
    ([("country_code", "=", False)], "C"),
    ([("country_code", "!=", False)], "AB"),
    ([("parent_id.parent_id.name", "=", "Ann")], "C"),
    ([("tag_ids", "=", False)], "C"),
    ([("tag_ids", "!=", False)], "AB"),
    ([("tag_ids.name", "=", "green")], "A"),
    ([("tag_ids", "=", "green")], "A"),
    ([("tag_ids", "not in", ["green"])], "BC"),
    ([("tag_ids.name", "!=", "red")], "A"),
    (["!", ("tag_ids.name", "=", "red")], "C"),
    ([("order_ids", "=", False)], "C"),
    ([("order_ids.state", "=", "done")], "A"),
    ([("order_ids", "any", [("state", "=", "draft")])], "AB"),
    ([("order_ids", "not any", [("state", "=", "done")])], "BC"),
    ([("order_ids.line_ids.name", "=", "pen")], "A"),
    ([("order_ids", "ilike", "o3")], "B"),
    ([("child_ids.name", "ilike", "binh")], "A"),
    ([("parent_id", "ilike", "A1")], "B"),
])
def test_relations(people: Any, domain: list, expected: str) -> None:
    assert found(people, domain) == expected
    names = people.filtered_domain(domain).mapped("name")
    assert "".join({"A": "A", "N": "B", "C": "C"}[name[0]] for name in names) == expected


def test_ids_records_and_queries_as_values(people: Any) -> None:
    ann, binh, cuong = people
    assert found(people, [("id", "in", [ann.id, cuong.id])]) == "AC"
    assert found(people, [("id", "not in", [ann.id])]) == "BC"
    assert found(people, [("parent_id", "=", ann.id)]) == "B"
    assert found(people, [("parent_id", "in", ann)]) == "B"
    assert found(people, [("parent_id", "=", ann)]) == "B"
    assert found(people, [("parent_id", "in", [ann.id, False])]) == "AB"
    assert found(people, [("parent_id", "not in", [ann.id, False])]) == "C"
    assert found(people, [("parent_id", "in", people._search([("rank", "=", 5)]))]) == "C"
    assert found(people, [("id", "in", SQL("SELECT person_id FROM test_order WHERE name = %s", "O3"))]) == "B"
    assert found(people, [("order_ids", "in", people.env["test.order"]._search([("state", "=", "done")]))]) == "A"
    assert found(people, [("id", "in", people._search([], limit=1, order="rank desc"))]) in ("A", "B", "C")
    assert found(people, [("id", "in", [10**12, ann.id])]) == "A"


def test_hierarchies(people: Any) -> None:
    ann, binh, cuong = people
    assert found(people, [("id", "child_of", ann.id)]) == "ABC"
    assert found(people, [("id", "child_of", [binh.id])]) == "BC"
    assert found(people, [("id", "child_of", "binh")]) == "BC"
    assert found(people, [("id", "parent_of", cuong.id)]) == "ABC"
    assert found(people, [("parent_id", "child_of", binh.id)]) == "C"
    assert found(people, ["!", ("parent_id", "child_of", binh.id)]) == "AB"
    assert found(people, [("id", "child_of", [])]) == ""
    assert people.filtered_domain([("id", "child_of", binh.id)]) == binh + cuong


def test_hierarchies_with_a_parent_path(env: Any) -> None:  # noqa: F811
    colour = env["test.tag"].create({"name": "colour"})
    red = colour.create({"name": "red", "parent_id": colour.id})
    pink = colour.create({"name": "pink", "parent_id": red.id})
    tags = colour + red + pink
    for domain, expected in (
        ([("id", "parent_of", pink.id)], tags), ([("id", "child_of", red.id)], red + pink),
        ([("parent_id", "parent_of", pink.id)], red + pink), ([("id", "child_of", "colour")], tags),
        (["!", ("id", "parent_of", [red.id])], pink),
    ):
        assert tags.search(domain, order="id") == expected == tags.filtered_domain(domain)


def test_a_circle_of_parents_does_not_hang(people: Any) -> None:
    ann, _binh, cuong = people
    people.env.cr.execute("UPDATE test_person SET parent_id = %s WHERE id = %s", (cuong.id, ann.id))
    assert found(people, [("id", "child_of", ann.id)]) == "ABC"


def test_lines_that_are_archived_do_not_count(people: Any) -> None:
    assert found(people, [("child_ids.name", "=", "Dũng")]) == ""
    assert found(people.with_context(active_test=False), [("child_ids.name", "=", "Dũng")]) == "A"


class TestOrder:
    def test_by_many2one_in_its_own_order(self, people: Any) -> None:
        by_country = people.search([], order="country_id desc, id").mapped("name")
        assert [name[0] for name in by_country] == ["C", "A", "N"]

    def test_names_stand_in_the_order_of_the_vietnamese_alphabet(self, people: Any) -> None:
        names = ["da", "Đa", "e", "ê", "ma", "Mà", "mả", "mã", "má", "mạ", "mă", "mâ"]
        made = people.create([{"name": name, "rank": 7} for name in reversed(names)])
        assert people.search([("id", "in", made.ids)]).mapped("name") == names
        assert people.search([("id", "in", made.ids)], order="name desc", limit=1).name == "mâ"

    def test_nulls(self, people: Any) -> None:
        assert people.search([], order="birth desc nulls last")[-1].name.startswith("C")
        assert people.search([], order="birth nulls first")[0].name.startswith("C")

    def test_through_a_related_field(self, people: Any) -> None:
        assert people.search([("country_id", "!=", False)], order="country_code").mapped("country_code") == ["FR", "VN"]

    def test_limit_and_offset(self, people: Any) -> None:
        assert people.search([], order="id", limit=1, offset=1) == people[1]

    @pytest.mark.parametrize("order", [
        "name; DROP TABLE test_person", "name desc nulls middle", "(SELECT 1)", "name, ", "pg_sleep(9)", "big",
        "nothing", "order_ids",
    ])
    def test_what_is_no_order_never_reaches_sql(self, people: Any, order: str) -> None:
        with pytest.raises(ValueError):
            people.search([], order=order)


class TestLanguageAndCompany:
    def test_translated_text_falls_back_to_english(self, people: Any) -> None:
        ann = people[0]
        ann.title = "Doctor"
        ann.with_context(lang="vi_VN").title = "Bác sĩ"
        people[1].title = "Nurse"
        vietnamese = people.with_context(lang="vi_VN")
        assert found(people, [("title", "=", "Doctor")]) == "A"
        assert found(vietnamese, [("title", "ilike", "bac si")]) == "A"
        assert found(vietnamese, [("title", "=", "Doctor")]) == ""
        assert found(vietnamese, [("title", "=", "Nurse")]) == "B"

    def test_company_dependent(self, people: Any) -> None:
        ann, binh, _cuong = people
        ann.with_context(allowed_company_ids=[2]).limit = 500
        binh.limit = 100
        assert found(people, [("limit", ">", 50)]) == "B"
        assert found(people.with_context(allowed_company_ids=[2]), [("limit", ">", 50)]) == "A"


class TestAccess:
    def test_rules_narrow_the_search_and_its_paths(self, people: Any) -> None:
        user = people.with_user(2)
        type(people.env["ir.rule"]).domains["test.person"] = [("rank", ">", 1)]
        type(people.env["ir.rule"]).domains["test.order"] = [("state", "=", "draft")]
        assert found(user, []) == "AB"
        assert found(user, [("order_ids.name", "=", "O1")]) == ""
        assert found(user, [("order_ids.name", "=", "O2")]) == "A"
        assert found(user.sudo(), [("order_ids.name", "=", "O1")]) == "A"

    def test_a_rule_may_look_where_the_user_may_not(self, people: Any) -> None:
        type(people.env["ir.rule"]).domains["test.order"] = [(0, "=", 1)]
        type(people.env["ir.rule"]).domains["test.person"] = [("order_ids.state", "=", "done")]
        assert found(people.with_user(2), []) == "A"

    def test_a_field_of_another_group_cannot_be_probed(self, people: Any) -> None:
        with pytest.raises(AccessError, match="secret"):
            people.with_user(2).search([("secret", "=like", "a%")])
        for order in ("secret", "parent_id.secret desc"):
            with pytest.raises(AccessError, match="secret"):
                people.with_user(2).search([], order=order)


class TestErrors:
    def test_an_unknown_field_is_named_with_the_nearest(self, people: Any) -> None:
        with pytest.raises(InvalidDomain, match=r"test.person.nmae.*'name'"):
            people.search([("nmae", "=", 1)])

    def test_a_path_through_a_plain_field(self, people: Any) -> None:
        with pytest.raises(InvalidDomain, match="leads nowhere"):
            people.search([("name.x", "=", 1)])

    def test_values_of_the_wrong_kind(self, people: Any) -> None:
        with pytest.raises(InvalidDomain, match="not a date"):
            people.search([("birth", "=", "yesterday")])
        with pytest.raises(InvalidDomain, match="not a whole number"):
            people.search([("rank", ">", "many")])


_ODD_VALUES = [
    None, True, -1, 0, 10**30, 1.5, float("nan"), float("inf"), "", "x", "\x00", "'; DROP", "%", "9" * 400, "0000-00-00", [], [[]],
    [None, "x", 1], {}, {"a": 1}, (1, 2, 3), b"x", object(), datetime.date.max, datetime.datetime.min,
]


@pytest.mark.parametrize("field", [
    "id", "name", "title", "note", "limit", "parent_id", "child_ids", "tag_ids", "vip", "birth", "seen", "rank", "credit", "kind",
    "big", "country_code", "birth.month_number", "country_id.code", "tag_ids.name",
])
def test_odd_values_are_answered_or_refused_but_never_reach_the_database_as_errors(people: Any, field: str) -> None:
    operators = ["=", "!=", "in", "not in", "<", ">=", "like", "not ilike", "=ilike", "=?", "child_of", "parent_of", "any", "not any"]
    for operator in operators:
        for value in _ODD_VALUES:
            try:
                people.search([(field, operator, value)])
            except ValueError as refusal:
                assert isinstance(refusal, InvalidDomain), (field, operator, value)


@pytest.mark.parametrize("page", [{"limit": -1}, {"limit": "many"}, {"offset": -5}, {"offset": {}}, {"order": ["name"]}, {"order": 7}])
def test_odd_pages_are_refused(people: Any, page: dict) -> None:
    with pytest.raises(ValueError, match="Invalid"):
        people.search([], **page)


class TestStatements:
    def test_other_values_use_the_same_statement(self, people: Any) -> None:
        people.search([("rank", "=", 5), ("code", "in", ["a", "b"])])
        known = len(people.env.registry._statements)
        people.search([("rank", "=", 20), ("code", "in", ["x", "y", "z"])])
        assert len(people.env.registry._statements) == known

    def test_values_never_enter_the_text(self, people: Any) -> None:
        evil = "x'); DROP TABLE test_person; --%(p0)s %s"
        assert found(people, [("name", "=", evil)]) == ""
        assert found(people, [("name", "ilike", evil)]) == ""
        assert not any("DROP" in statement.sql for statement in people.env.registry._statements.values())

    def test_ids_and_columns_come_in_one_statement(self, people: Any) -> None:
        people.env.invalidate_all()
        before = people.env.cr.sql_log_count
        records = people.search_fetch([("rank", ">", 1)], ["name", "rank", "country_id"])
        assert [(person.name, person.rank) for person in records]
        assert people.env.cr.sql_log_count - before == 1

    def test_pending_work_is_written_before_it_is_searched(self, people: Any) -> None:
        people[2].rank = 99
        assert found(people, [("rank", "=", 99)]) == "C"

    def test_a_domain_that_is_false_asks_nothing(self, people: Any) -> None:
        people.env.flush_all()
        before = people.env.cr.sql_log_count
        assert not people.search([("id", "in", [])])
        assert people.env.cr.sql_log_count == before


def test_a_trigram_index_finds_the_same(people: Any) -> None:
    field = type(people)._fields["name"]
    field.index = "trigram"
    try:
        assert [found(people, [("name", "ilike", text)]) for text in ("BINH", "nguyen b", "n%b", 'in"', "ng")] \
            == ["B", "B", "B", "", "BC"]
    finally:
        field.index = None


class TestQueryObject:
    def test_count_ids_and_truth(self, people: Any) -> None:
        query = people._search([("rank", ">", 1)])
        assert len(query) == 2 and set(query) == set(people[:2].ids) and query
        assert people.search_count([("rank", ">", 1)]) == 2
        assert people.search_count([], limit=1) == 1

    def test_addons_add_conditions_and_joins(self, people: Any) -> None:
        query = people._where_calc([("rank", ">", 1)])
        alias = query.left_join("test_person", "country_id", "test_country", "id", "country_id")
        query.add_where(f'"{alias}"."code" = %s', ["VN"])
        assert query.get_result_ids() == (people[0].id,)
        assert found(people, [("id", "in", query)]) == "A"

    def test_as_sql(self, people: Any) -> None:
        query = people._search([("rank", ">", 1)])
        people.env.cr.execute(SQL("SELECT sum(rank) FROM test_person WHERE id IN %s", query.subselect()))
        assert people.env.cr.fetchone() == (25,)
        people.env.cr.execute(query.select("max(test_person.rank)"))
        assert people.env.cr.fetchone() is not None

    def test_its_clauses_in_a_statement_of_the_addon(self, people: Any) -> None:
        query = people._search([("rank", ">", 1), ("id", "child_of", people[1].id)])
        query.left_join("test_person", "country_id", "test_country", "id", "country_id")
        people.env.cr.execute(SQL("SELECT sum(rank) FROM %s WHERE %s", query.from_clause, query.where_clause))
        assert people.env.cr.fetchone() == (5,)
        assert query.tables == ["test_person", "test_person__country_id"]
        assert not people.with_context(active_test=False)._where_calc([]).where_clause

    def test_a_model_that_is_a_query(self, people: Any) -> None:
        report = people.env["test.report"]
        assert report.search([("total", ">", 0)], order="total desc").mapped("total") == [20, 5]
        assert report._read_group([], ["country_id"], ["total:sum"], order="total:sum desc")[0][1] == 20
        assert people.env["test.country"].search([("report_ids.total", "=", 5)]).name == "France"

    def test_from_the_name_of_the_table(self, people: Any) -> None:
        query = Query(people.env, "test_person")
        query.add_where("test_person.rank = %s", [5])
        assert query.get_result_ids() == (people[1].id,)


class TestNames:
    def test_name_search(self, people: Any) -> None:
        ann, binh, _cuong = people
        assert people.name_search("binh") == [(binh.id, "Nguyễn Bình")]
        assert people.name_search("a1") == [(ann.id, "Ann")]
        assert people.name_search("", [("rank", ">", 6)]) == [(ann.id, "Ann")]
        assert len(people.name_search("", limit=2)) == 2
        assert people.name_search("Ann", operator="=") == [(ann.id, "Ann")]

    def test_name_create(self, people: Any) -> None:
        id_, name = people.browse().name_create("Eva")
        assert name == "Eva" and people.browse(id_).name == "Eva"

    def test_search_read(self, people: Any) -> None:
        assert people.search_read([("rank", "=", 5)], ["name", "rank"]) == [
            {"id": people[1].id, "name": "Nguyễn Bình", "rank": 5}]


# Memory and database agree

_TEXTS = st.sampled_from(["", "Ann", "ann", "n", "%n_", "Nguyễn", "nguyen", False, "A1"])
_NUMBERS = st.sampled_from([0, 5, 20, -1, 7.5, False])
_LEAVES = st.one_of(
    st.tuples(st.sampled_from(["name", "code", "kind", "country_code"]),
              st.sampled_from(["=", "!=", "like", "ilike", "not like", "not ilike", "=like", "=ilike"]), _TEXTS),
    st.tuples(st.sampled_from(["name", "code"]), st.sampled_from(["in", "not in"]), st.lists(_TEXTS, max_size=3)),
    st.tuples(st.sampled_from(["rank", "credit"]), st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "=?"]), _NUMBERS),
    st.tuples(st.just("rank"), st.sampled_from(["in", "not in"]), st.lists(_NUMBERS, max_size=3)),
    st.tuples(st.just("vip"), st.sampled_from(["=", "!="]), st.booleans()),
    st.tuples(st.just("birth"), st.sampled_from(["=", "!=", "<", ">="]), st.sampled_from([False, "1990-03-05", "2000-01-01"])),
    st.tuples(st.sampled_from(["country_id", "tag_ids", "order_ids", "parent_id"]), st.sampled_from(["=", "!="]),
              st.sampled_from([False, "Vietnam", "red"])),
    st.tuples(st.sampled_from(["country_id.code", "tag_ids.name", "parent_id.name"]),
              st.sampled_from(["=", "!=", "ilike", "not ilike"]), st.sampled_from(["VN", "red", "Ann", False])),
)


def _domains(depth: int = 3) -> Any:
    return st.recursive(
        _LEAVES.map(lambda leaf: [leaf]),
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(lambda pair: ["&", *pair[0], *pair[1]]),
            st.tuples(inner, inner).map(lambda pair: ["|", *pair[0], *pair[1]]),
            inner.map(lambda domain: ["!", *domain]),
        ),
        max_leaves=depth * 2,
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(domain=_domains())
def test_memory_and_database_agree(people: Any, domain: list) -> None:
    assert people.search([*domain, ("id", "in", people.ids)], order="id") == people.filtered_domain(domain)


