"""Schema sync: the plan makes the database what the specs say, twice is once, and no data is lost."""

from __future__ import annotations

import psycopg2
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects.postgresql import JSONB

from core.base.errors import UserError
from core.db import schema
from core.db.schema import TableSpec


def partner(*extra: sa.Column, **changes: sa.Column) -> sa.Table:
    columns = {
        "id": sa.Column("id", sa.Integer, primary_key=True),
        "name": sa.Column("name", sa.String, nullable=False),
        "parent_id": sa.Column("parent_id", sa.Integer, sa.ForeignKey("partner.id", ondelete="set null")),
        "amount": sa.Column("amount", sa.Numeric),
        "active": sa.Column("active", sa.Boolean),
        "born": sa.Column("born", sa.DateTime),
    } | changes
    return sa.Table("partner", sa.MetaData(), *columns.values(), *extra)


def sync(cr, *specs: TableSpec, complete: bool = False) -> list[str]:
    plan = schema.plan(cr, specs, complete=complete)
    plan.apply_structure(cr)
    problems = plan.apply_constraints(cr)
    again = schema.plan(cr, specs, complete=complete)
    if not problems:
        assert str(again) == "", "a second run must find nothing to do"
    return problems


def column_types(cr, table: str) -> dict[str, str]:
    cr.run("SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
           " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped", [table])
    return dict(cr.fetchall())


def test_new_table_with_everything(cr):
    table = partner(
        sa.Column("key", sa.String, sa.Computed("sen_search_key(name)")),
        sa.Index("partner__parent_id_index", "parent_id"),
    )
    sa.Index("partner__key_index", sa.text("sen_trigrams(key)"), _table=table, postgresql_using="gin")
    spec = TableSpec(
        table,
        {"partner_name_uniq": "unique(name, parent_id)", "partner_amount": "CHECK(amount >= 0 AND name <> '100%')"},
        comment="People and it's companies",
    )

    assert sync(cr, spec) == []

    cr.run("INSERT INTO partner (name, amount) VALUES ('Đặng Thị Hoà', 1) RETURNING id, key")
    assert cr.fetchone() == (1, "dang thi hoa")
    with pytest.raises(psycopg2.errors.CheckViolation) as refusal, cr.savepoint():
        cr.run("INSERT INTO partner (name, amount) VALUES ('x', -1)")
    assert refusal.value.diag.constraint_name == "partner_amount"


def test_printing_a_plan_changes_nothing(cr):
    plan = schema.plan(cr, [TableSpec(partner())])

    assert 'CREATE TABLE "partner"' in str(plan)
    assert plan.new_tables == ["partner"]
    cr.run("SELECT to_regclass('partner')")
    assert cr.fetchone() == (None,)


def test_required_column_is_filled_between_the_phases(cr):
    sync(cr, TableSpec(partner()))
    cr.run("INSERT INTO partner (name) VALUES ('a')")
    spec = TableSpec(partner(sa.Column("lang", sa.String, nullable=False)))

    plan = schema.plan(cr, [spec])
    plan.apply_structure(cr)
    assert plan.new_columns == {"partner": ["lang"]}
    cr.run("UPDATE partner SET lang = 'vi_VN'")

    assert plan.apply_constraints(cr) == []
    assert not schema.plan(cr, [spec])


def test_what_rows_do_not_allow_is_reported_and_the_rest_applied(cr):
    sync(cr, TableSpec(partner()))
    cr.run("INSERT INTO partner (name, parent_id) VALUES ('a', NULL), ('a', 1)")
    spec = TableSpec(
        partner(sa.Column("lang", sa.String, nullable=False)),
        {"partner_name_uniq": "unique(name)", "partner_has_name": "check(name <> '')"},
    )

    problems = sync(cr, spec)

    assert len(problems) == 2
    assert "partner.lang is required" in problems[0] and "2 rows, e.g. id 1, 2" in problems[0]
    assert "partner_name_uniq" in problems[1]
    cr.run("SELECT conname FROM pg_constraint WHERE conname = 'partner_has_name'")
    assert cr.fetchone()


def test_reference_to_missing_rows_names_them(cr):
    sync(cr, TableSpec(partner(parent_id=sa.Column("parent_id", sa.Integer))))
    cr.run("INSERT INTO partner (name, parent_id) VALUES ('a', 77)")

    problems = sync(cr, TableSpec(partner()))

    assert problems == [
        "partner.parent_id holds values that are not in partner: 1 rows, e.g. id 1. Correct them and upgrade again."
    ]


@pytest.mark.parametrize(
    ("old", "new", "value", "expected"),
    [
        (sa.Integer(), sa.Numeric(), "42", 42.0),
        (sa.Integer(), sa.BigInteger(), "42", 42),
        (sa.String(10), sa.String(20), "'abc'", "abc"),
        (sa.String(10), sa.Text(), "'abc'", "abc"),
        (sa.Text(), sa.String(), "'abc'", "abc"),
        (sa.String(), JSONB(), "'abc'", {"en_US": "abc"}),
        (sa.Date(), sa.String(), "'2026-01-31'", "2026-01-31"),
        (sa.Numeric(8, 2), sa.Numeric(), "12.50", 12.5),
    ],
)
def test_type_changes_that_lose_nothing_keep_the_column(cr, old, new, value, expected):
    sync(cr, TableSpec(partner(sa.Column("x", old))))
    cr.run(f"INSERT INTO partner (name, x) VALUES ('a', {value})")

    assert sync(cr, TableSpec(partner(sa.Column("x", new)))) == []

    cr.run("SELECT x FROM partner")
    assert cr.fetchone() == (expected,)
    assert not any(name.startswith("x_was") for name in column_types(cr, "partner"))


@pytest.mark.parametrize(
    ("old", "new", "value", "expected"),
    [
        (JSONB(), sa.String(), """'{"en_US": "Chair", "vi_VN": "Ghế"}'""", "Chair"),
        (sa.Numeric(), sa.Integer(), "12.7", 13),
        (sa.String(), sa.String(3), "'abcdef'", None),
        (sa.String(), sa.Integer(), "'many'", None),
    ],
)
def test_other_type_changes_keep_the_old_column_beside(cr, old, new, value, expected):
    sync(cr, TableSpec(partner(sa.Column("x", old, nullable=False))))
    cr.run(f"INSERT INTO partner (name, x) VALUES ('a', {value})")

    plan = schema.plan(cr, [TableSpec(partner(sa.Column("x", new)))])
    plan.apply_structure(cr)
    plan.apply_constraints(cr)

    assert "the old values are kept" in plan.notes[0]
    kept = next(name for name in column_types(cr, "partner") if name.startswith("x_was"))
    cr.run(f"SELECT x, {kept} IS NOT NULL FROM partner")
    assert cr.fetchone() == (expected, True)
    cr.run("INSERT INTO partner (name) VALUES ('new rows need not fill the old column')")


def test_changed_definitions_are_replaced(cr):
    table = partner()
    sa.Index("partner__name_index", sa.text("lower(name)"), _table=table)
    sync(cr, TableSpec(table, {"partner_amount": "CHECK (amount > 0)"}))

    table = partner()
    sa.Index("partner__name_index", sa.text("upper(name)"), _table=table)
    plan = schema.plan(cr, [TableSpec(table, {"partner_amount": "CHECK (amount >= 0)"})])

    assert 'DROP INDEX "partner__name_index"' in plan.statements
    assert any("DROP CONSTRAINT" in statement and ">= 0" in statement for statement in plan.statements)


def test_changed_ondelete_replaces_the_reference(cr):
    sync(cr, TableSpec(partner()))
    cascade = sa.Column("parent_id", sa.Integer, sa.ForeignKey("partner.id", ondelete="cascade"))

    assert sync(cr, TableSpec(partner(parent_id=cascade))) == []

    cr.run("SELECT conname, confdeltype FROM pg_constraint WHERE contype = 'f'")
    assert cr.fetchall() == [("partner_parent_id_fkey", "c")]


def test_partial_specs_leave_what_they_do_not_know(cr):
    full = partner(sa.Column("extra", sa.String, nullable=False), sa.Index("partner__amount_index", "amount"))
    sync(cr, TableSpec(full, {"partner_name_uniq": "unique(name)"}))

    assert str(schema.plan(cr, [TableSpec(partner())])) == ""
    complete = schema.plan(cr, [TableSpec(partner())], complete=True)
    assert complete.statements == [
        'DROP INDEX "partner__amount_index"',
    ] or sorted(complete.statements) == sorted(
        ['DROP INDEX "partner__amount_index"', 'ALTER TABLE "partner" DROP CONSTRAINT "partner_name_uniq"']
    )


def test_removed_field_stays_as_an_optional_column_and_is_listed(cr):
    sync(cr, TableSpec(partner(sa.Column("fax", sa.String, nullable=False))))
    cr.run("INSERT INTO partner (name, fax) VALUES ('a', '123')")

    assert schema.retire_columns(cr, [TableSpec(partner())]) == ["partner.fax"]
    assert schema.retire_columns(cr, [TableSpec(partner())]) == []

    cr.run("INSERT INTO partner (name) VALUES ('b')")
    (left,) = schema.leftovers(cr)
    assert (left.table, left.column) == ("partner", "fax")
    schema.drop_leftover(cr, left)
    assert "fax" not in column_types(cr, "partner")


def test_a_left_over_column_wanted_again_is_no_longer_offered_for_dropping(cr):
    with_fax = TableSpec(partner(sa.Column("fax", sa.String)))
    sync(cr, with_fax)
    schema.retire_columns(cr, [TableSpec(partner())])

    assert sync(cr, with_fax) == []

    assert schema.leftovers(cr) == []


def test_table_of_a_removed_model_moves_to_the_attic(cr):
    line = sa.Table(
        "line", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id", ondelete="restrict")),
    )
    sync(cr, TableSpec(partner()), TableSpec(line))
    cr.run("INSERT INTO partner (name) VALUES ('a'); INSERT INTO line (partner_id) VALUES (1)")

    assert schema.attic(cr, "line") == "line"

    cr.run("DELETE FROM partner")  # the attic blocks nobody
    cr.run("SELECT partner_id FROM attic.line")
    assert cr.fetchone() == (1,)
    assert [left.table for left in schema.leftovers(cr)] == ["line"]
    sync(cr, TableSpec(line), TableSpec(partner()))
    assert schema.attic(cr, "line") == "line_2"
    assert schema.attic(cr, "never_was") is None
    for left in schema.leftovers(cr):
        schema.drop_leftover(cr, left)
    assert schema.leftovers(cr) == []


def test_long_names_stay_distinct(cr):
    names = ["x" * 60 + suffix for suffix in ("_a", "_b")]
    table = sa.Table(
        "a_rather_long_table_name", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Integer, sa.ForeignKey("a_rather_long_table_name.id")) for name in names),
    )

    assert sync(cr, TableSpec(table)) == []
    keys = {schema.foreign_key_name(table.name, name) for name in names}
    assert len(keys) == 2 and all(len(key) <= 63 for key in keys)


def test_a_view_in_the_way_is_refused(cr):
    cr.run("CREATE VIEW partner AS SELECT 1 AS id")
    with pytest.raises(UserError, match="a view named 'partner'"):
        schema.plan(cr, [TableSpec(partner())])


_types = st.sampled_from(
    [sa.Integer(), sa.BigInteger(), sa.String(), sa.String(7), sa.Text(), sa.Numeric(), sa.Numeric(16, 2),
     sa.Boolean(), sa.Date(), sa.DateTime(), JSONB(), sa.LargeBinary(), sa.Float(53)]
)
_columns = st.dictionaries(st.sampled_from(["a", "b", "c", "select", "Mixed Case"]), st.tuples(_types, st.booleans()))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(_columns, min_size=1, max_size=4))
def test_any_history_of_columns_converges_and_keeps_rows(cr, versions):
    with cr.savepoint() as savepoint:
        sync(cr, TableSpec(partner()))
        cr.run("INSERT INTO partner (name) VALUES ('kept')")
        for version in versions:
            columns = [sa.Column(name, type_, nullable=nullable) for name, (type_, nullable) in version.items()]
            sync(cr, TableSpec(partner(*columns)))
        cr.run("SELECT count(*) FROM partner")
        assert cr.fetchone() == (1,)
        savepoint.rollback()
