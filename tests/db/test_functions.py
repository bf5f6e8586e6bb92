"""The SQL functions every database has: the same answers on every server, and the same as Python's."""

from __future__ import annotations

import random
import unicodedata
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import db
from core.base.text import search_key, vietnamese_sort_key
from core.db import admin, connection, install
from core.db.pool import open_connection

IN_ORDER = "da, đa, e, ê, ma, mà, mả, mã, má, mạ, mă, mâ".split(", ")
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"


def ask(cr: db.Cursor, function: str, value: str):
    cr.run(f"SELECT {function}(%s)", [value])
    return cr.fetchone()[0]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Văn Đức", "nguyen van duc"),
        ("Hoà", "hoa"),
        ("Hòa", "hoa"),
        ("  CÔNG TY\tTNHH \n Ánh Dương ", "cong ty tnhh anh duong"),
        (unicodedata.normalize("NFD", "Đặng Thị Hồng"), "dang thi hong"),
        ("Straße ΣΊΣΥΦΟΣ Ёлка", "strasse σισυφοσ елка"),
        ("100% \\ 'x'", "100% \\ 'x'"),
        ("", ""),
    ],
)
def test_search_key(cr, text, key):
    assert ask(cr, "sen_search_key", text) == key


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs", "Cn"))))
def test_search_key_is_pythons(cr, text):
    assert ask(cr, "sen_search_key", text) == search_key(text)


def test_vietnamese_order(cr):
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))
    cr.run('SELECT name FROM unnest(%s) AS name ORDER BY sen_sort_key(name) COLLATE "C"', [shuffled])
    assert [name for (name,) in cr.fetchall()] == IN_ORDER


def test_people_sort_by_given_name(cr):
    people = ["Nguyễn Văn Ánh", "Trần Thị An", "Lê Ân", "Đỗ Văn Anh", "Dương Văn Anh", "An"]
    cr.run('SELECT name FROM unnest(%s) AS name ORDER BY sen_person_sort_key(name) COLLATE "C"', [people])
    assert [name for (name,) in cr.fetchall()] == [
        "An", "Trần Thị An", "Dương Văn Anh", "Đỗ Văn Anh", "Nguyễn Văn Ánh", "Lê Ân",
    ]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper() + "  019-/&_[~"), max_size=12), max_size=6))
def test_sort_key_is_pythons(cr, names):
    cr.run("SELECT name, sen_sort_key(name) FROM unnest(%s::text[]) AS name", [names])
    rows = cr.fetchall()
    for one, one_key in rows:
        for two, two_key in rows:
            python = (vietnamese_sort_key(one) > vietnamese_sort_key(two)) - (
                vietnamese_sort_key(one) < vietnamese_sort_key(two))
            sql = (one_key.encode() > two_key.encode()) - (one_key.encode() < two_key.encode())
            assert python == sql, (one, two)


@pytest.mark.parametrize(
    ("text", "expected"), [("duong", {"duo", "uon", "ong"}), ("aaaa", {"aaa"}), ("ab", set()), ("", set())]
)
def test_trigrams(cr, text, expected):
    assert set(ask(cr, "sen_trigrams", text)) == expected


def test_substring_search_uses_the_index_through_a_generated_column(cr):
    cr.run(
        "CREATE TABLE person (name text, key text GENERATED ALWAYS AS (sen_search_key(name)) STORED);"
        "INSERT INTO person SELECT 'Nguyễn Văn ' || chr(65 + i % 26) || i FROM generate_series(1, 3000) i;"
        "INSERT INTO person VALUES ('Trần Đường Lâm');"
        "CREATE INDEX ON person USING gin (sen_trigrams(key)); ANALYZE person"
    )
    where = "WHERE sen_trigrams(key) @> sen_trigrams('duong') AND key LIKE '%duong%'"
    cr.run(f"SELECT name FROM person {where}")
    assert cr.fetchall() == [("Trần Đường Lâm",)]
    cr.run(f"EXPLAIN SELECT name FROM person {where}")
    assert "Bitmap Index Scan" in str(cr.fetchall())


def test_functions_of_an_older_version_are_replaced_by_the_first_who_opens_the_database(dbname, monkeypatch):
    assert dbname in db.databases()
    monkeypatch.setattr(install, "FUNCTIONS_VERSION", install.FUNCTIONS_VERSION + 1)
    connection.forget(dbname)
    with db.connect(dbname).cursor() as cr:
        assert install.installed_version(cr) == install.FUNCTIONS_VERSION
        assert install.prepare(cr) is False


def test_an_empty_database_made_by_somebody_else_becomes_ours(server):
    name = f"made_{uuid.uuid4().hex[:8]}"
    admin.create_empty(name)
    try:
        with db.connect(name).cursor() as cr:
            assert ask(cr, "sen_search_key", "Đ") == "d"
        assert name in db.databases()
    finally:
        db.drop_database(name)


def test_a_database_with_foreign_tables_is_left_alone(server):
    name = f"foreign_{uuid.uuid4().hex[:8]}"
    admin.create_empty(name)
    try:
        other = open_connection(name)
        with other, other.cursor() as cursor:
            cursor.execute("CREATE TABLE theirs (id int)")
        other.close()
        with db.connect(name).cursor() as cr:
            assert install.installed_version(cr) == 0
        assert name not in db.databases()
    finally:
        db.drop_database(name)
