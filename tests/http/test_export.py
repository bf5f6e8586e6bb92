"""Exports: what is in the file, what it may hold, who may have it."""

import csv
import html
import io
import json
import re
from urllib.parse import quote

import pytest
from python_calamine import CalamineWorkbook

LIST = "/app/m-res.partner"


@pytest.fixture(scope="module", autouse=True)
def partners(web_database):
    """A company in Vietnam with two contacts, one of them named like a formula."""
    import core
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    with Registry.get(web_database).cursor() as cr:
        env = Environment(cr, core.SUPERUSER_ID, {})
        env["res.partner"].create({
            "name": "Gốm Bát Tràng", "is_company": True, "color": 7, "country_id": env.ref("base.vn").id, "vat": "0101234567",
            "child_ids": [(0, 0, {"name": "=1+1", "email": "a@example.com"}), (0, 0, {"name": "Lan", "email": "b@example.com"})],
        })


def exported(browser, kind="csv", fields=("name",), search="Gốm", compatible="", **values):
    data = {"model": "res.partner", "address": f"{LIST}?s=1&custom={quote(json.dumps(['complete_name', 'ilike', search]))}&sort=complete_name",
            "kind": kind, "field": list(fields), "compatible": compatible, **values}
    return browser.post("/web/export/file", data)


def table(answer):
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))


def test_a_csv_follows_relations_and_starts_with_a_byte_order_mark(signed_in):
    answer = exported(signed_in, fields=["name", "country_id/code", "is_company", "color"])
    assert answer.get_data().startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in answer.get_data()
    rows = table(answer)
    assert rows[0] == ["Name", "Country/Country Code", "Is a Company", "Color Index"]
    assert rows[1] == ["Gốm Bát Tràng", "VN", "True", "7"]
    assert len(rows) == 4


def test_a_text_never_becomes_a_formula(signed_in):
    assert "'=1+1" in [row[0] for row in table(exported(signed_in))]
    book = CalamineWorkbook.from_filelike(io.BytesIO(exported(signed_in, "xlsx").get_data()))
    assert "=1+1" in [row[0] for row in book.get_sheet_by_index(0).to_python()]


def test_lines_of_a_record_follow_on_rows_of_their_own(signed_in):
    rows = table(exported(signed_in, fields=["name", "child_ids/name", "child_ids/email"]))
    company = next(position for position, row in enumerate(rows) if row[0] == "Gốm Bát Tràng")
    assert sorted(row[2] for row in rows[company:company + 2]) == ["a@example.com", "b@example.com"]
    assert rows[company + 1][0] == ""


def test_an_xlsx_has_typed_cells_and_a_heading(signed_in):
    book = CalamineWorkbook.from_filelike(io.BytesIO(exported(signed_in, "xlsx", ["name", "color", "is_company", "create_date", "vat"]).get_data()))
    heading, first = book.get_sheet_by_index(0).to_python()[:2]
    assert heading == ["Name", "Color Index", "Is a Company", "Created on", "Tax ID"]
    assert first[:3] == ["Gốm Bát Tràng", 7, True]
    assert hasattr(first[3], "year")
    assert first[4] == "0101234567"  # a code with a leading zero stays a text


def test_a_compatible_export_is_imported_again(signed_in, committed):
    rows = table(exported(signed_in, fields=["id", "name", "country_id/id", "email"], compatible="1"))
    assert rows[0] == ["id", "name", "country_id/id", "email"]
    assert all(row[0].count(".") == 1 for row in rows[1:])
    assert rows[1][2] == "base.vn"

    rows[1][3] = "kontakt@example.com"
    answer = committed(lambda env: env["res.partner"].load(rows[0], [rows[1]]))
    assert answer["ids"] and not answer["messages"]
    assert committed(lambda env: env["res.partner"].browse(answer["ids"]).email) == "kontakt@example.com"


def test_fifty_thousand_rows_are_no_burden(committed):
    """The rows are read and written in batches: what is held at once does not grow with the export."""
    from addons.web.export_page import export_file

    def run(env):
        env.cr.execute("INSERT INTO res_partner_industry (name, active) SELECT jsonb_build_object('en_US', 'Row ' || n), true FROM generate_series(1, 50000) n")
        ids = env["res.partner.industry"].search([]).ids
        file = export_file(env["res.partner.industry"], ids, ["name", "active"], "csv")
        lines = sum(1 for _line in file)
        held = len(env.field_data(env["res.partner.industry"]._fields["name"]))
        env.cr.rollback()
        return len(ids), lines, held

    count, lines, held = committed(run)
    assert count >= 50_000 and lines == count + 1 and held <= 1000


# -- choosing fields -------------------------------------------------------------------------------------------------


def test_the_dialog_proposes_the_columns_of_the_list(signed_in):
    page = signed_in.post(LIST, {"__action": "export:all"}).text
    assert re.findall(r'<input type="hidden" name="field" value="(\w+)"', page)[:1] == ["complete_name"]
    assert 'data-path="child_ids"' in page


def test_a_choice_of_fields_is_saved_loaded_and_deleted(signed_in):
    saved = signed_in.post("/web/export/save", {"model": "res.partner", "name": "Address list", "field": ["name", "country_id/code"]}).json
    assert signed_in.get(f"/web/export/saved/{saved['id']}").json == {"fields": [["name", "Name"], ["country_id/code", "Country/Country Code"]]}
    assert "Address list" in signed_in.post(LIST, {"__action": "export:all"}).text

    signed_in.post("/web/export/forget", {"saved": str(saved["id"])})
    assert signed_in.get(f"/web/export/saved/{saved['id']}").status_code == 404


# -- what is refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["no_such_field", "country_id/no_such", "name/x", "image_1920", "a/b/c/d/e/f", "../etc", "", "user_ids/password/x"])
def test_a_path_that_leads_nowhere_is_refused(signed_in, field):
    answer = exported(signed_in, fields=[field])
    assert answer.status_code == 422
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("values", [
    {"kind": "exe"}, {"model": "no.model"}, {"model": "base"}, {"address": "/web/login"}, {"address": "http://example.com/app/users"},
    {"address": "/app/users"}, {"address": "", "ids": "x,99999999"}, {"field": []}, {"field": ["name"] * 500},
])
def test_an_impossible_export_is_told_in_a_sentence(signed_in, values):
    answer = exported(signed_in, **{"fields": values.pop("field", ["name"]), **values})
    assert answer.status_code in (404, 422), answer.status_code
    assert "Traceback" not in answer.text


def test_who_may_not_export_is_told_what_to_do(browser, committed):
    committed(lambda env: env["res.users"].create({
        "name": "Reader", "login": "reader", "password": "reader-secret", "groups_id": [(6, 0, [env.ref("base.group_user").id])]}))
    browser.sign_in("reader", "reader-secret")
    answer = exported(browser)
    assert answer.status_code == 403
    assert "Ask an administrator" in html.unescape(answer.text)
    assert "export:all" not in browser.get(LIST).text


def test_a_field_reserved_to_others_is_no_column(browser, committed):
    """Of the first model and field that only administrators may read."""
    def prepare(env):
        user = env["res.users"].create({"name": "Exporter", "login": "exporter", "password": "exporter-secret", "groups_id": [
            (6, 0, [env.ref("base.group_user").id, env.ref("base.group_allow_export").id])]})
        return next((model, name, env[model].search([], limit=1).id) for model in sorted(env.registry) for name, field in env[model]._fields.items()
                    if field.groups and not user.has_groups(field.groups) and env[model].with_user(user).has_access("read") and env[model].search([], limit=1))

    model, reserved, record = committed(prepare)
    browser.sign_in("exporter", "exporter-secret")
    assert exported(browser, model=model, address="", ids=str(record), fields=["id"]).status_code == 200
    refused = exported(browser, model=model, address="", ids=str(record), fields=["id", reserved])
    assert refused.status_code == 422 and "you may not read it" in refused.text


def test_a_password_leaves_nobody(signed_in):
    answer = exported(signed_in, fields=["user_ids/login", "user_ids/password"], search="Administrator")
    assert answer.status_code == 422 or b"$argon2" not in answer.get_data()
