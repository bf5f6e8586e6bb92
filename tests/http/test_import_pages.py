"""Importing in the browser, over HTTP: Northwind's files, bad files, rights, taking it back."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core
from core.base.config import config as options
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness
from tests.http.conftest import Browser

NORTHWIND = Path(__file__).parents[1] / "data" / "northwind"


@pytest.fixture(scope="module")
def sales_database() -> Iterator[str]:
    """Sales and stock in a company without a country and without demo data, as the command's test has it."""
    name = harness.clone(harness.build_template(["sale_stock"], demo=False), "import")
    before = options.get("db_name")
    options["db_name"] = name
    yield name
    options["db_name"] = before or ""
    harness.drop(name)


@pytest.fixture
def person(sales_database: str) -> Browser:
    browser = Browser(sales_database)
    assert browser.sign_in().status_code == 303
    return browser


@pytest.fixture
def env(sales_database: str) -> Iterator[Any]:
    with Registry.get(sales_database).cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()


def upload(person: Browser, model: str, name: str, content: bytes) -> Any:
    return person.post("/import", {"model": model, "back": "/app", "file": (io.BytesIO(content), name)}, content_type="multipart/form-data")


def start(person: Browser, model: str, name: str, content: bytes) -> str:
    """The address of the import's page."""
    answer = upload(person, model, name, content)
    assert answer.status_code == 303, answer.text
    return answer.location


def form_of(page: str) -> dict[str, Any]:
    """The form of the import's page as a browser would post it."""
    values: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", page[page.index('id="import-form"') :]):
        name = re.search(r' name="([^"]*)"', tag)
        value = re.search(r' value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            values[name.group(1)] = html.unescape(value.group(1)) if value else ""
    for name, body in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', body) or re.search(r'<option value="([^"]*)"', body)
        values[name] = html.unescape(chosen.group(1)) if chosen else ""
    return values


def columns_of(page: str) -> list[str]:
    """Names of the file's columns, in order."""
    table = page[page.index("o-import-columns") :]
    return [html.unescape(name) for name in re.findall(r"<tr[^>]*>\s*<td>([^<]*)</td>", table[: table.index("</table>")])]


def submit(person: Browser, address: str, do: str, fields: dict[str, str] | None = None, **values: Any) -> Any:
    """Post the page with other choices: `fields` maps columns to fields, all others are left out."""
    page = person.get(address).text
    data = form_of(page)
    if fields is not None:
        for number, name in enumerate(columns_of(page)):
            path, _bar, prefix = fields.get(name, "").partition("|")
            data[f"field-{number}"] = path
            data[f"prefix-{number}"] = prefix if not prefix.startswith("×") else ""
            data[f"factor-{number}"] = prefix[1:] if prefix.startswith("×") else ""
    return person.post(address, {**data, **values, "__do": do})


def imported(person: Browser, model: str, file: str, fields: dict[str, str], **values: Any) -> None:
    address = start(person, model, file, (NORTHWIND / file).read_bytes())
    answer = submit(person, address, "import", fields, **values)
    assert answer.status_code == 303, re.sub(r"<[^>]+>|\s+", " ", answer.text)


def test_northwind_goes_through_the_browser_as_through_the_command(person, env):
    """The same figures as `tests/scenarios/test_northwind.py` has of the command line."""
    imported(person, "product.category", "categories.csv", {"categoryName": "name"}, external_id="northwind.category_{categoryID}")
    imported(person, "res.partner", "customers.csv",
             {"customerID": "ref", "companyName": "name", "address": "street", "city": "city", "postalCode": "zip", "phone": "phone"},
             external_id="northwind.customer_{customerID}", overflow="address", **{"fixed-field": "is_company", "fixed-value": "yes"})
    imported(person, "product.template", "products.csv",
             {"productID": "default_code", "productName": "name", "categoryID": "categ_id/id|northwind.category_", "unitPrice": "list_price",
              "quantityPerUnit": "description_sale"},
             external_id="northwind.product_{productID}", **{"fixed-field": "is_storable", "fixed-value": "true"})
    imported(person, "sale.order", "orders.csv",
             {"orderID": "client_order_ref", "customerID": "partner_id/id|northwind.customer_", "orderDate": "date_order"},
             external_id="northwind.order_{orderID}", overflow="shipAddress")
    imported(person, "sale.order.line", "order-details.csv",
             {"orderID": "order_id/id|northwind.order_", "productID": "product_id/default_code", "quantity": "product_uom_qty",
              "unitPrice": "price_unit", "discount": "discount|×100"}, external_id="northwind.order_line_{orderID}_{productID}")

    lines = env["sale.order.line"].search([])
    assert (env["sale.order"].search_count([]), len(lines)) == (830, 2155)
    assert round(sum(lines.mapped("price_subtotal")), 2) == 1265793.29
    order = env.ref("northwind.order_10250")
    assert (str(order.date_order), order.partner_id) == ("1996-07-08 00:00:00", env.ref("northwind.customer_HANAR"))
    assert [(line.product_id.default_code, line.product_uom_qty, line.price_unit, line.discount) for line in order.order_line] == [
        ("41", 10, 7.7, 0), ("51", 35, 42.4, 15), ("65", 15, 16.8, 15)]
    assert env.ref("northwind.customer_BONAP").street == "12, rue des Bouchers"
    assert env.ref("northwind.customer_ALFKI").is_company
    assert env.ref("northwind.product_1").categ_id == env.ref("northwind.category_1")


def test_every_mistake_is_listed_with_row_and_column_and_nothing_is_imported(person, env):
    table = "Name,Country,Credit limit\nAlpha,Vietnam,5\n,Nowhere,x\nBeta,Vietnam,6\n"
    address = start(person, "res.partner", "bad.csv", table.encode())
    page = submit(person, address, "import", {"Name": "name", "Country": "country_id", "Credit limit": "color"}).text
    rows = re.findall(r'<tr>\s*<td class="o-end">3</td>\s*<td>([^<]*)</td>\s*<td class="o-import-value">([^<]*)</td>', page)
    assert ("Country", "Nowhere") in rows and ("Credit limit", "x") in rows
    assert not env["res.partner"].search([("name", "in", ("Alpha", "Beta"))])


@pytest.mark.parametrize(("name", "content", "says"), [
    ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0", "neither a CSV file nor a spreadsheet"),
    ("report.xlsx", b"%PDF-1.7 ...", "neither a CSV file nor a spreadsheet"),
    ("broken.xlsx", b"PK\x03\x04 nonsense", "no spreadsheet"),
    ("empty.csv", b"   \n", "is empty"),
    ("quotes.csv", b'name,city\n"open,Hue\n', "Broken CSV"),
])
def test_a_file_that_is_no_table_is_refused_in_words(person, name, content, says):
    answer = upload(person, "res.partner", name, content)
    assert answer.status_code == 422
    assert says in html.unescape(answer.text)


def test_a_spreadsheet_called_csv_and_a_table_called_xlsx_are_read_for_what_they_are(person, env):
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([("Name", "City"), ("Lying GmbH", "Ulm")]):
            sheet.write_row(row, 0, cells)
    address = start(person, "res.partner", "lies.csv", stream.getvalue())
    assert submit(person, address, "import", {"Name": "name", "City": "city"}).status_code == 303
    address = start(person, "res.partner", "lies.xlsx", b"Name;City\nHonest AG;Bern\n")
    assert submit(person, address, "import", {"Name": "name", "City": "city"}).status_code == 303
    assert env["res.partner"].search([("name", "in", ("Lying GmbH", "Honest AG"))]).mapped("city") == ["Bern", "Ulm"]


def test_markup_and_formulas_in_cells_are_text(person, env):
    table = 'Name,City\n"<script>alert(1)</script>","=cmd|\'/c calc\'!A1"\n'
    address = start(person, "res.partner", '<img src=x onerror=alert(1)>.csv', table.encode())
    page = person.get(address).text
    assert "<script>alert(1)" not in page and "<img src=x" not in page
    assert submit(person, address, "import", {"Name": "name", "City": "city"}).status_code == 303
    assert env["res.partner"].search([("name", "=", "<script>alert(1)</script>")]).city == "=cmd|'/c calc'!A1"


def test_who_may_not_create_may_not_import(person, env, sales_database):
    with Registry.get(sales_database).cursor() as cr:
        own = Environment(cr, core.SUPERUSER_ID, {})
        own["res.users"].create({"name": "Reader", "login": "reader", "password": "reader", "groups_id": [(6, 0, [own.ref("base.group_user").id])]})
    reader = Browser(sales_database)
    assert reader.sign_in("reader", "reader").status_code == 303
    assert reader.get("/import?model=product.template").status_code == 403
    assert upload(reader, "product.template", "products.csv", b"Name\nX\n").status_code == 403
    address = start(person, "res.partner", "mine.csv", b"Name\nMine\n")
    assert reader.get(address).status_code in (403, 404)


def test_an_import_is_taken_back_unless_somebody_built_on_it(person, env, sales_database):
    address = start(person, "res.partner", "undo.csv", b"Name,City\nUndo me,Hue\n")
    done = submit(person, address, "import", {"Name": "name", "City": "city"})
    assert done.status_code == 303 and done.location.startswith("/app/imports/")
    with Registry.get(sales_database).cursor() as cr:
        Environment(cr, core.SUPERUSER_ID, {})["res.partner"].search([("name", "=", "Undo me")]).city = "Vinh"
    refused = person.act(done.location, "button:action_undo")
    assert "Undo me" in refused.text and "was changed by" in html.unescape(refused.text)

    address = start(person, "res.partner", "undo.csv", b"Name,City\nForget me,Hue\n")
    done = submit(person, address, "import", {"Name": "name", "City": "city"})
    assert person.act(done.location, "button:action_undo").status_code == 303
    with Registry.get(sales_database).cursor() as cr:
        partners = Environment(cr, core.SUPERUSER_ID, {})["res.partner"]
        assert not partners.search([("name", "=", "Forget me")])
        assert partners.search([("name", "=", "Undo me")])
