"""Importing tables: every mistake of a file is told by row and column, and nothing is imported then."""

from __future__ import annotations

import pytest

from core.data.table_import import (
    CellError,
    Column,
    ImportRefused,
    convert,
    import_tables,
    parse_boolean,
    parse_datetime,
    parse_number,
    read_mappings,
)

MAPPING = """
model = "res.partner"
file = "customers.csv"
namespace = "test"
external_id = "customer_{code}"
null = ["", "NULL"]
columns = [
    { column = "code", field = "ref", required = true, unique = true },
    { column = "name", field = "name", required = true },
    { column = "country", field = "country_id", lookup = { by = "name", aliases = { UK = "United Kingdom" } } },
    { column = "latitude", field = "partner_latitude" },
    { column = "since", field = "date", format = "%Y-%m-%d" },
]
[constants]
is_company = true
"""
MAPPING = MAPPING.replace('    { column = "since", field = "date", format = "%Y-%m-%d" },\n', "")
GOOD = "code,name,country,latitude\nA,Älpha,UK,1.5\nB,Beta,Vietnam,NULL\n"


@pytest.fixture
def table(tmp_path, env):
    """`table(text, mapping=…)` imports one file."""

    def run(text=GOOD, mapping=MAPPING, encoding="utf-8", name="customers.csv"):
        (tmp_path / "mapping.toml").write_text(mapping)
        (tmp_path / name).write_bytes(text.encode(encoding))
        return import_tables(env, tmp_path / "mapping.toml", [tmp_path / name])

    return run


def refused(function, *arguments, **keywords):
    with pytest.raises(ImportRefused) as error:
        function(*arguments, **keywords)
    return error.value.problems


def test_rows_become_records(env, table):
    assert table() == {"res.partner": 2}
    alpha, beta = env.ref("test.customer_A"), env.ref("test.customer_B")
    assert (alpha.name, alpha.country_id, alpha.partner_latitude, alpha.is_company) == (
        "Älpha",
        env.ref("base.uk"),
        1.5,
        True,
    )
    assert (beta.country_id, beta.partner_latitude) == (env.ref("base.vn"), 0.0)


def test_importing_again_updates(env, table):
    table()
    before = env.ref("test.customer_A")
    table(GOOD.replace("Älpha", "Alpha"))
    assert env.ref("test.customer_A") == before
    assert before.name == "Alpha"


@pytest.mark.parametrize(
    ("text", "row", "column", "says"),
    [
        ("code,name,country,latitude\nA,Alpha,Nowhere,1\n", 2, "country", "'Nowhere' refers to no record"),
        ("code,name,country,latitude\nA,Alpha,UK,1\nB,,UK,1\n", 3, "name", "required"),
        ("code,name,country,latitude\nA,Alpha,UK,many\n", 2, "latitude", "'many' is not a number"),
        ('code,name,country,latitude\nA,Alpha,UK,"1,5"\n', 2, "latitude", 'decimal = ","'),
        (
            "code,name,country,latitude\nA,Alpha,UK,1\nA,Beta,UK,1\n",
            3,
            "code",
            "given twice (first in row 2)",
        ),
        ("code,nam,country,latitude\nA,Alpha,UK,1\n", 1, "name", "Did you mean 'nam'?"),
        ("code;name;country;latitude\nA;Alpha;UK;1\n", 1, None, 'delimiter = ";"'),
        ("code,name,country,latitude\nA,Alpha,UK\n", 2, None, "3 cells"),
        ("code,name,country,latitude\nA,Alpha, Beta,UK,1\n", 2, None, "overflow"),
        ("", 1, None, "empty"),
    ],
)
def test_a_mistake_is_told_with_its_place(env, table, text, row, column, says):
    problem = refused(table, text)[0]
    assert (problem.file, problem.row, problem.column) == ("customers.csv", row, column)
    assert says in problem.message


def test_a_wrong_encoding_names_the_row_and_a_likely_encoding(table):
    [problem] = refused(table, GOOD, encoding="cp1252")
    assert problem.row == 2
    assert 'encoding = "cp1252"' in problem.message


def test_all_mistakes_are_told_and_nothing_is_imported(env, table):
    problems = refused(table, "code,name,country,latitude\nA,Alpha,UK,1\nB,,Nowhere,x\nA,Beta,UK,1\n")
    assert [(problem.row, problem.column) for problem in problems] == [
        (4, "code"),
        (3, "name"),
        (3, "country"),
        (3, "latitude"),
    ]
    assert not env["res.partner"].search([("ref", "in", ("A", "B"))])


def test_what_a_model_refuses_is_told_by_row(env, table):
    mapping = MAPPING.replace('field = "partner_latitude"', 'field = "type"')
    [problem] = refused(
        table, "code,name,country,latitude\nA,Alpha,UK,contact\nB,Beta,UK,nonsense\n", mapping
    )
    assert problem.row == 3
    assert not env["res.partner"].search([("ref", "=", "A")])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("model =", "modl ="), "Did you mean 'model'?"),
        (("res.partner", "res.partnr"), "Did you mean 'res.partner'?"),
        (('field = "ref"', 'field = "reff"'), "Did you mean 'ref'?"),
        (("required = true", "requird = true"), "Did you mean 'required'?"),
        (("null = [", "null = "), "broken"),
        (("customers.csv", "customer.csv"), "Did you mean 'customer.csv'?"),
    ],
)
def test_a_mistake_in_the_mapping_is_told_with_the_nearest_name(table, change, says):
    assert says in refused(table, mapping=MAPPING.replace(*change))[0].message


def test_lines_come_from_a_file_of_their_own(env, tmp_path):
    (tmp_path / "mapping.toml").write_text("""
model = "res.partner"
file = "firms.csv"
namespace = "test"
external_id = "firm_{id}"
columns = [{ column = "name", field = "name" }]
[[lines]]
file = "people.csv"
field = "child_ids"
key_column = "id"
parent_column = "firm"
external_id = "person_{name}"
columns = [{ column = "name", field = "name" }]
constants = { type = "contact" }
""")
    (tmp_path / "firms.csv").write_text("id,name\n1,First\n2,Second\n")
    (tmp_path / "people.csv").write_text("firm,name\n2,Ann\n1,Bob\n2,Cleo\n")
    files = [tmp_path / "firms.csv", tmp_path / "people.csv"]
    import_tables(env, tmp_path / "mapping.toml", files)
    assert env.ref("test.firm_2").child_ids.mapped("name") == ["Ann", "Cleo"]
    import_tables(env, tmp_path / "mapping.toml", files)
    assert len(env.ref("test.firm_2").child_ids) == 2

    (tmp_path / "people.csv").write_text("firm,name\n3,Dora\n")
    [problem] = refused(import_tables, env, tmp_path / "mapping.toml", files)
    assert (problem.file, problem.row, problem.column) == ("people.csv", 2, "firm")


def test_a_text_that_holds_the_separator_may_be_named(env, table):
    mapping = MAPPING.replace("null =", 'overflow = "name"\nnull =')
    table("code,name,country,latitude\nA,Alpha, Beta, and sons,UK,1\n", mapping)
    assert env.ref("test.customer_A").name == "Alpha, Beta, and sons"


def test_spreadsheets_are_read_too(env, tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "customers.xlsx") as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([("code", "name", "country", "latitude"), (7, "Seven", "Vietnam", 2.5)]):
            sheet.write_row(row, 0, cells)
    (tmp_path / "mapping.toml").write_text(MAPPING.replace("customers.csv", "customers.xlsx"))
    import_tables(env, tmp_path / "mapping.toml", [tmp_path / "customers.xlsx"])
    assert (env.ref("test.customer_7").ref, env.ref("test.customer_7").partner_latitude) == ("7", 2.5)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "value"),
    [
        ("1.5", ".", "", 1.5),
        ("1,5", ",", "", 1.5),
        ("1.234,50", ",", ".", 1234.5),
        ("1,234.50", ".", ",", 1234.5),
        (" 7 ", ".", "", 7),
        ("-3e2", ".", "", -300),
    ],
)
def test_numbers(text, decimal, thousands, value):
    assert float(parse_number(text, decimal, thousands)) == value


@pytest.mark.parametrize(
    ("text", "decimal"), [("1.5", ","), ("1,5", "."), ("abc", "."), ("NaN", "."), ("", "."), ("1 000", ".")]
)
def test_what_is_no_number(text, decimal):
    with pytest.raises(CellError):
        parse_number(text, decimal)


def test_dates():
    assert (
        parse_datetime("1996-07-04 00:00:00.000", "%Y-%m-%d %H:%M:%S.%f").isoformat() == "1996-07-04T00:00:00"
    )
    assert parse_datetime("2026-12-31").day == 31
    for wrong in ("31.12.2026", "2026-02-30", "soon"):
        with pytest.raises(CellError):
            parse_datetime(wrong)


def test_words_and_factors():
    assert [parse_boolean(text) for text in ("yes", "0", "TRUE")] == [True, False, True]
    assert convert(Column("c", "f", values={"S": "small"}), "selection", "S") == "small"
    assert convert(Column("c", "f", multiply=100), "float", "0.15") == 15.0
    with pytest.raises(CellError):
        convert(Column("c", "f"), "integer", "1.5")


def test_northwinds_mappings_are_sound():
    from core.base.config import ROOT

    mappings = read_mappings(ROOT / "config" / "import" / "northwind")
    assert [mapping.model for mapping in mappings] == [
        "product.category",
        "res.partner",
        "product.template",
        "stock.quant",
        "sale.order",
    ]
