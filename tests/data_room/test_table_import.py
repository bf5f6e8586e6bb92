"""Importing tables: every mistake of a file is told by row and column, and nothing is imported then."""

from __future__ import annotations

import pytest

from core.data.table_import import (
    CellError,
    Column,
    ImportRefused,
    Mapping,
    TableFile,
    TableImport,
    convert,
    guess_overflow,
    import_tables,
    parse_boolean,
    parse_datetime,
    parse_number,
    read_mappings,
    read_table,
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


def run(env, mapping, text, **options):
    """One table with a mapping made in Python, as the import page makes it."""
    importer = TableImport(env, [mapping], [TableFile(mapping.file, text.encode())], note_changes=True)
    importer.run()
    return importer


def columns(**paths):
    return [Column(name, path) for name, path in paths.items()]


def test_lines_stand_in_the_rows_of_their_parent(env):
    """A row without cells of its own, or with the parent's key again, holds a further line."""
    mapping = Mapping("res.partner", "firms.csv", columns(id="id", name="name", person="child_ids/name", mail="child_ids/email"))
    run(env, mapping, "id,name,person,mail\nf.a,Firm A,Ann,ann@x\n,,Bob,bob@x\nf.b,Firm B,Cid,cid@x\nf.b,Firm B,Dot,dot@x\n")
    assert env.ref("f.a").child_ids.sorted("name").mapped(lambda one: (one.name, one.email)) == [("Ann", "ann@x"), ("Bob", "bob@x")]
    assert sorted(env.ref("f.b").child_ids.mapped("name")) == ["Cid", "Dot"]


def test_a_repeated_key_with_other_values_is_told(env):
    mapping = Mapping("res.partner", "firms.csv", columns(id="id", name="name", person="child_ids/name"))
    [problem] = refused(run, env, mapping, "id,name,person\nf.a,Firm A,Ann\nf.a,Firm X,Bob\n")
    assert (problem.row, problem.column, problem.value) == (3, "name", "Firm X")


@pytest.mark.parametrize("path", ["country_id", "country_id/id", "country_id/.id", "country_id/code"])
def test_references_by_name_external_id_database_id_and_code(env, path):
    vietnam = env.ref("base.vn")
    cell = {"country_id": vietnam.name, "country_id/id": "base.vn", "country_id/.id": str(vietnam.id), "country_id/code": "VN"}[path]
    run(env, Mapping("res.partner", "x.csv", columns(name="name", country=path)), f"name,country\nPath,{cell}\n")
    assert env["res.partner"].search([("name", "=", "Path")]).country_id == vietnam


def test_records_are_found_by_a_key_and_updated(env):
    old = env["res.partner"].create({"name": "Old", "ref": "K1"})
    mapping = Mapping("res.partner", "x.csv", columns(code="ref", name="name"), key="ref")
    done = run(env, mapping, "code,name\nK1,New\nK2,Other\n")
    assert old.name == "New"
    assert env["res.partner"].search([("ref", "=", "K2")]).name == "Other"
    before = {change.id: change.before for change in done.changes}
    assert before[old.id] == {"ref": "K1", "name": "Old"}
    assert list(before.values()).count(None) == 1


def test_a_key_that_fits_several_records_is_told(env):
    env["res.partner"].create([{"name": "One", "ref": "K1"}, {"name": "Two", "ref": "K1"}])
    mapping = Mapping("res.partner", "x.csv", columns(code="ref", name="name"), key="ref")
    problems = refused(run, env, mapping, "code,name\nK1,New\nK2,A\nK2,B\n")
    assert [(problem.row, problem.column) for problem in problems] == [(2, "code"), (4, "code")]


def test_an_external_id_of_another_model_is_not_taken_over(env):
    [problem] = refused(run, env, Mapping("res.partner", "x.csv", columns(id="id", name="name")), "id,name\nbase.main_company,Thief\n")
    assert "belongs to a record of res.company" in problem.message
    assert env.ref("base.main_company")._name == "res.company"


def test_what_a_name_refers_to_can_be_created(env):
    mapping = Mapping("res.partner", "x.csv", [Column("name", "name"), Column("tags", "category_id", create=True)])
    run(env, mapping, 'name,tags\nTagged,"Fresh one, Fresh two"\n')
    assert env["res.partner"].search([("name", "=", "Tagged")]).category_id.mapped("name") == ["Fresh one", "Fresh two"]


def test_choices_by_label_or_value(env):
    run(env, Mapping("res.partner", "x.csv", columns(name="name", kind="type")), "name,kind\nA choice,Delivery Address\nB choice,invoice\n")
    assert env["res.partner"].search([("name", "like", "% choice")]).mapped("type") == ["delivery", "invoice"]
    [problem] = refused(run, env, Mapping("res.partner", "x.csv", columns(name="name", kind="type")), "name,kind\nC,palace\n")
    assert "'palace' is none of the choices" in problem.message


def test_times_are_those_of_the_person_who_imports(env):
    env = env(context={"tz": "Asia/Ho_Chi_Minh"})
    mapping = Mapping("ir.cron", "x.csv", [Column("name", "name"), Column("next", "nextcall", format="%d/%m/%Y %H:%M")],
                      constants={"model_id": {"ref": "base.model_res_partner"}, "code": "pass", "state": "code"})
    run(env, mapping, "name,next\nAt seven,01/02/2027 07:00\n")
    assert str(env["ir.cron"].search([("name", "=", "At seven")]).nextcall) == "2027-02-01 00:00:00"


def test_a_path_that_leads_nowhere_is_told(env):
    [problem] = refused(run, env, Mapping("res.partner", "x.csv", columns(country="country_id/cod")), "country\nVN\n")
    assert "Did you mean 'code'?" in problem.message


def test_the_column_that_holds_the_separator_is_recognised():
    text = "id,name,address,zip\n1,A,Elm 5,11111\n2,B,Oak 7,22222\n3,C,5, rue X,33333\n"
    mapping = Mapping("res.partner", "x.csv", [])
    table = read_table(TableFile("x.csv", text.encode()), mapping, lenient=True)
    assert guess_overflow(table, ",") == "address"
