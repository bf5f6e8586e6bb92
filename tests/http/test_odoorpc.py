"""The public client `odoorpc` against a running server of two workers, from creating a database to dropping it.

What its own test-suite asks for stands here too, kind of field by kind of field.
"""

import base64
import datetime
import io
import json
import socket
import time
import urllib.parse
import zipfile
from concurrent.futures import ThreadPoolExecutor

import odoorpc
import pytest
from odoorpc.models import Model

DATABASE = "odoorpc_test"
MASTER = "admin"

# A picture of one pixel in arithmetic coding: no program need decode it, but it must come back byte for byte.
SMALL_JPEG = base64.b64decode(
    "/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA"
    "/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k="
)


def connect(api_server, **options):
    return odoorpc.ODOO("localhost", "jsonrpc", api_server.port, **options)


@pytest.fixture(scope="module")
def odoo(api_server):
    """Signed in to a database made through the API, with demo data and `sale`."""
    client = connect(api_server, timeout=300)
    assert client.db.list().count(DATABASE) == 0
    client.db.create(MASTER, DATABASE, True)
    client.login(DATABASE, "admin", "admin")
    crons = client.env["ir.cron"]
    crons.write(crons.search([]), {"active": False})
    modules = client.env["ir.module.module"]
    modules.button_immediate_install(modules.search([("name", "=", "sale"), ("state", "!=", "installed")]))
    yield client
    client.db.drop(MASTER, DATABASE)
    assert DATABASE not in client.db.list()


@pytest.fixture
def user(odoo):
    return odoo.env.user


@pytest.fixture
def partner(odoo):
    partners = odoo.env["res.partner"]
    return partners.browse(partners.create({"name": "Parent"}))


def fresh(record, name):
    return record.read([name])[0][name]


# -- connecting, environment ------------------------------------------------------------------------------


def test_the_version_is_odoos(odoo):
    assert odoo.version == "18.0"


def test_a_wrong_password_and_an_unknown_database_are_refused(api_server, odoo):
    other = connect(api_server)
    for database, password in ((DATABASE, "wrong"), ("nowhere", "admin"), (DATABASE, False)):
        with pytest.raises(odoorpc.error.RPCError, match="Wrong login ID or password"):
            other.login(database, "admin", password)
    assert other.logout() is False


def test_a_session_by_the_web_clients_address(api_server, odoo):
    other = connect(api_server)
    for path in ("/web/session/authenticate", "web/session/authenticate"):
        result = other.json(path, {"db": DATABASE, "login": "admin", "password": "admin"})["result"]
        assert (result["db"], result["uid"], result["username"]) == (DATABASE, 2, "admin")
        assert {"company_id", "currencies", "is_admin", "is_system", "partner_id", "server_version_info", "show_effect",
                "user_companies", "user_context", "web.base.url", "display_switch_company_menu", "cache_hashes",
                "active_ids_limit"} <= set(result)
    assert other.json("/web/session/get_session_info", {})["result"]["uid"] == 2
    rows = other.json("/web/dataset/call_kw/res.users/read", {
        "model": "res.users", "method": "read", "args": [[2], ["login"]], "kwargs": {}})["result"]
    assert rows == [{"id": 2, "login": "admin"}]
    other.json("/web/session/destroy", {})
    with pytest.raises(odoorpc.error.RPCError, match="sign in"):
        other.json("/web/session/get_session_info", {})


def test_the_logo_needs_nobody(api_server, odoo):
    assert connect(api_server).http("/web/binary/company_logo").read()


def test_the_environment(odoo):
    assert {"lang", "tz", "uid"} <= set(odoo.env.context)
    assert odoo.env.db == DATABASE
    assert odoo.env.user.login == "admin"
    assert odoo.env.ref("base.lang_en").code == "en_US"
    assert "res.partner" in odoo.env
    assert "does.not.exist" not in odoo.env


def test_changes_wait_for_commit_when_asked_to(odoo, partner):
    odoo.config["auto_commit"] = False
    try:
        partner.name = "Bob"
        assert partner in odoo.env.dirty
        assert fresh(partner, "name") == "Parent"
        odoo.env.commit()
    finally:
        odoo.config["auto_commit"] = True
    assert fresh(partner, "name") == "Bob"


def test_every_installed_model_and_kind_of_field_is_described(odoo):
    kinds = set()
    for model in ("res.partner", "res.users", "sale.order", "account.move", "ir.cron", "ir.attachment", "product.product",
                  "ir.actions.server", "sale.order.line", "mail.message"):
        columns = odoo.env[model]._columns
        assert "display_name" in columns, model
        kinds |= {type(column).__name__ for column in columns.values()}
    assert {"Binary", "Boolean", "Char", "Date", "Datetime", "Float", "Html", "Integer", "Many2many", "Many2one", "One2many",
            "Selection", "Text", "Unknown", "ValueField"} - kinds <= {"Unknown", "ValueField"}


# -- browse, search, call -------------------------------------------------------------------------------------


def test_browse(odoo):
    partners = odoo.env["res.partner"]
    partner = partners.browse(1)
    assert isinstance(partner, Model)
    assert (partner.id, partner.ids, partners.browse([1]).ids) == (1, [1], [1])
    assert partner["name"] == partner.name
    assert [record.id for record in partner[:]] == [1]
    assert len(partners.browse(False)) == 0
    with pytest.raises(ValueError, match="no 'res.partner' record with IDs"):
        partners.browse(9999999)
    with pytest.raises(odoorpc.error.RPCError, match="list of numbers"):
        partners.browse("1")


def test_iterating_reads_once(odoo):
    partners = odoo.env["res.partner"]
    ids = partners.search([], limit=5)
    records = partners.browse(ids)
    assert [record.id for record in records] == ids
    assert all(record.display_name for record in records)


def test_search_with_its_arguments(odoo):
    users = odoo.env["res.users"]
    assert 2 in odoo.execute("res.users", "search", [])
    assert odoo.execute("res.users", "search", [("id", "=", 2)]) == [2]
    assert odoo.execute_kw("res.users", "search", [[("id", "=", 2)]], {"order": "name"}) == [2]
    assert users.search_count([("id", "=", 2)]) == 1
    assert users.search_read([("id", "=", 2)], ["login", "company_id"]) == [
        {"id": 2, "login": "admin", "company_id": [1, users.browse(2).company_id.display_name]}]


@pytest.mark.parametrize(("arguments", "text"), [
    (("res.users", "search"), "required positional argument: 'domain'"),
    (("res.users", "search", False), "list of conditions"),
    (("res.users", "name_get"), "called on records"),
    (("res.users", "create"), "dictionary of values"),
    (("res.users", "create", False), "dictionary of values"),
    (("wrong.model", "search", []), "does not exist"),
    (("res.users", "wrong_method", []), "does not exist"),
])
def test_wrong_calls_are_refused_with_the_reason(odoo, arguments, text):
    with pytest.raises(odoorpc.error.RPCError, match=text):
        odoo.execute(*arguments)


def test_wrong_named_arguments_are_refused(odoo):
    for args, kwargs in ((False, False), ([10], {"test": True})):
        with pytest.raises(odoorpc.error.RPCError):
            odoo.execute_kw("res.users", "create", args, kwargs)


def test_a_second_user_with_the_same_login_is_refused(odoo):
    login = f"foobar_{time.time()}"
    assert isinstance(odoo.execute("res.users", "create", {"name": login, "login": login}), int)
    with pytest.raises(odoorpc.error.RPCError, match="same login"):
        odoo.execute("res.users", "create", {"name": login, "login": login})


def test_methods_of_earlier_versions_still_answer(odoo):
    assert odoo.env["res.users"].name_get(2) == [[2, odoo.env.user.display_name]]
    assert odoo.env["ir.sequence"].get("fake.code") is False


def test_the_context_travels_with_the_model(odoo):
    products = odoo.env["product.product"]
    hidden = products.create({"name": "Product invisible", "active": False})
    assert hidden not in products.search([])
    assert hidden in products.with_context(active_test=False).search([])
    assert hidden not in products.search([])


def test_two_languages(odoo):
    languages = odoo.env["res.lang"].with_context(active_test=False).search([("code", "=", "fr_FR")])
    wizard = odoo.env["base.language.install"]
    wizard.lang_install([wizard.create({"lang_ids": [(6, 0, languages)]})])
    countries = odoo.env["res.country"]
    germany = countries.browse(countries.search([("code", "=", "DE")])[0])
    assert germany.name == "Germany"
    assert germany.with_context(lang="fr_FR").name == "Allemagne"
    products = odoo.env["product.product"]
    product = products.browse(products.create({"name": "Product en_US"}))
    french = product.with_context(lang="fr_FR")
    french.write({"name": "Produit fr_FR"})
    assert french.with_context().name == "Produit fr_FR"
    french.name = "Produit (nouveau)"
    assert french.with_context().name == "Produit (nouveau)"
    assert products.browse(product.id).name == "Product en_US"


# -- every kind of field ---------------------------------------------------------------------------------------


def test_char_and_text(odoo, partner):
    for value, expected in (("A street", "A street"), (False, False), (None, False)):
        partner.street = value
        assert fresh(partner, "street") == expected
        assert partner.street == expected
    sale = odoo.env["ir.module.module"]
    assert isinstance(sale.browse(sale.search([("name", "=", "sale")])).views_by_module, str)


def test_boolean_and_integer(odoo, partner):
    for value in (True, False, None):
        partner.customer_rank = value
        assert fresh(partner, "customer_rank") == bool(value)
    crons = odoo.env["ir.cron"]
    cron = crons.browse(crons.with_context(active_test=False).search([], limit=1))
    for value in (False, None, 0, 100):
        cron.priority = value
        assert fresh(cron, "priority") == (value or 0)
        assert cron.priority == (value or 0)


def test_float_and_monetary(user, odoo):
    assert user.credit_limit == 0.0
    partner = user.partner_id
    for value in (False, None, 0.0, 100.0):
        partner.credit_limit = value
        assert fresh(partner, "credit_limit") == (value or 0.0)
        assert partner.credit_limit == (value or 0.0)
    orders = odoo.env["sale.order"]
    order = orders.browse(orders.search([("amount_total", ">", 0)], limit=1))
    assert order.amount_total == pytest.approx(order.amount_untaxed + order.amount_tax)


def test_date_and_datetime(user, odoo):
    assert isinstance(user.login_date, datetime.datetime)
    partner = user.company_id.partner_id
    for value, expected in ((False, False), (None, False), ("2012-01-01", "2012-01-01"), (datetime.date(2012, 1, 1), "2012-01-01")):
        partner.date = value
        assert fresh(partner, "date") == expected
        assert partner.date == (expected and datetime.date(2012, 1, 1))
    partner.date = False
    orders = odoo.env["sale.order"]
    assert isinstance(orders.browse(orders.search([("date_order", "!=", False)], limit=1)).date_order, datetime.datetime)


def test_selection(user):
    assert user.state == "active"
    for value in (False, None, "Europe/Paris", False):
        user.tz = value
        assert fresh(user, "tz") == (value or False)
        assert user.tz == (value or False)


def test_html(partner):
    partner.comment = "<p>Hello <script>alert(1)</script><b>you</b></p>"
    assert fresh(partner, "comment") == "<p>Hello <b>you</b></p>"


def test_binary(odoo, user):
    icon = base64.b64decode(odoo.env.ref("base.module_base").icon_image.encode("ascii"))
    assert icon
    before = user.image_1920
    user.image_1920 = base64.b64encode(SMALL_JPEG).decode()
    assert base64.b64decode(fresh(user, "image_1920")) == SMALL_JPEG
    user.image_1920 = before
    assert fresh(user, "image_1920") == before


def test_many2one(user, odoo):
    robot = odoo.env["res.users"].browse(1)
    assert isinstance(robot.company_id, Model)
    assert robot.company_id.ids == [1]
    user.state_id = False
    assert not user.state_id
    assert user.state_id.id is None
    user.action_id = 1
    assert user.action_id.id == 1
    user.action_id = odoo.env["ir.actions.actions"].browse(1)
    assert fresh(user, "action_id")[0] == 1
    user.action_id = False
    assert not user.action_id


def test_one2many(odoo, partner):
    partners = odoo.env["res.partner"]
    first, second = partners.create({"name": "Child 1"}), partners.create({"name": "Child 2"})

    def children():
        assert sorted(child.id for child in partner.child_ids) == sorted(fresh(partner, "child_ids"))
        return sorted(fresh(partner, "child_ids"))

    for nothing in (False, []):
        partner.child_ids = nothing
        assert children() == []
    partner.child_ids = [(6, 0, [first])]
    assert children() == [first]
    partner.child_ids += second
    assert children() == [first, second]
    partner.child_ids -= partners.browse([first, second])
    assert children() == []
    partner.child_ids += [partners.browse(first), partners.browse(second)]
    partner.child_ids -= [second]
    assert children() == [first]


def test_many2many(odoo):
    assert [company.id for company in odoo.env.user.company_ids] == [1]
    assert odoo.env.user.message_follower_ids.ids == []
    groups, users = odoo.env["res.groups"], odoo.env["res.users"]
    first, second = groups.create({"name": "Group 1"}), groups.create({"name": "Group 2"})
    login = f"m2m_{time.time()}"
    user = users.browse(users.create({"name": login, "login": login, "groups_id": [(4, first), (4, second)]}))
    assert {first, second} <= set(user.groups_id.ids)
    for value, expected in ((False, []), ([], []), ([(6, 0, [first, second])], [first, second])):
        user.groups_id = value
        assert sorted(fresh(user, "groups_id")) == expected
        assert sorted(user.groups_id.ids) == expected
    user.groups_id -= first
    user.groups_id -= [second]
    assert fresh(user, "groups_id") == []
    user.groups_id += groups.browse(first)
    user.groups_id += [second]
    assert sorted(fresh(user, "groups_id")) == [first, second]


def test_reference_and_many2one_reference(odoo, partner):
    attachments = odoo.env["ir.attachment"]
    attachment = attachments.create({"name": "a.txt", "datas": base64.b64encode(b"hello").decode(),
                                     "res_model": "res.partner", "res_id": partner.id})
    assert attachments.read([attachment], ["datas", "res_id"]) == [{
        "id": attachment, "datas": base64.b64encode(b"hello").decode(), "res_id": partner.id}]
    menus = odoo.env["ir.ui.menu"]
    menu = menus.browse(menus.search([("action", "like", "ir.actions.act_window,")], limit=1))
    action = menu.action
    assert (action._name, fresh(menu, "action")) == ("ir.actions.act_window", f"ir.actions.act_window,{action.id}")
    own = menus.browse(menus.create({"name": "Own"}))
    assert own.action is False
    own.action = f"ir.actions.act_window,{action.id}"
    assert fresh(own, "action") == f"ir.actions.act_window,{action.id}"
    menus.unlink([own.id])


def test_properties(odoo):
    categories, templates = odoo.env["product.category"], odoo.env["product.template"]
    category = categories.create({"name": "Vases", "product_properties_definition": [
        {"name": "a1b2c3d4e5f60718", "type": "char", "string": "Glaze"}]})
    template = templates.create({"name": "Vase", "categ_id": category, "product_properties": {"a1b2c3d4e5f60718": "celadon"}})
    (found,) = templates.read([template], ["product_properties"])[0]["product_properties"]
    assert (found["name"], found["type"], found["string"], found["value"]) == ("a1b2c3d4e5f60718", "char", "Glaze", "celadon")
    assert templates.search([("product_properties.a1b2c3d4e5f60718", "=", "celadon")]) == [template]


# -- work ------------------------------------------------------------------------------------------------------------


def test_an_order_is_made_confirmed_and_printed(api_server, odoo, partner):
    products, orders = odoo.env["product.product"], odoo.env["sale.order"]
    product = products.create({"name": "Service", "type": "service", "list_price": 30.0, "taxes_id": [(5,)]})
    order = orders.browse(orders.create({
        "partner_id": partner.id, "order_line": [(0, 0, {"product_id": product, "product_uom_qty": 2})]}))
    assert (order.state, order.amount_total) == ("draft", 60.0)
    assert orders.action_confirm([order.id]) is True
    assert fresh(order, "state") == "sale"
    assert orders.message_post([order.id], body="Called", message_type="comment")
    with pytest.raises(odoorpc.error.RPCError, match="(?i)confirm|state|draft"):
        orders.action_confirm([order.id])
    reports = odoo.report.list()
    assert any(report["report_name"] == "account.report_invoice" for report in reports["account.move"])
    assert any(report["report_name"] == "sale.report_saleorder" for report in reports["sale.order"])
    browser = connect(api_server)
    browser.json("/web/session/authenticate", {"db": DATABASE, "login": "admin", "password": "admin"})
    page = browser.http(f"/report/html/sale.report_saleorder/{order.id}").read().decode()
    assert "Parent" in page
    assert "60.00" in page
    assert browser.http(f"/report/pdf/sale.report_saleorder/{order.id}").read(5) == b"%PDF-"
    query = urllib.parse.urlencode({"data": json.dumps([f"/report/pdf/sale.report_saleorder/{order.id}", "qweb-pdf"])})
    file = browser.http(f"/report/download?{query}")
    assert file.read(5) == b"%PDF-"
    assert file.headers["Content-Disposition"].startswith("attachment")


def test_workflows_of_odoo_10_are_gone(odoo):
    with pytest.raises(DeprecationWarning):
        odoo.exec_workflow("sale.order", 1, "order_confirm")


def test_large_files(api_server, odoo):
    """The text of the bytes with its b'…' around it: base64 skips what is not of its alphabet."""
    content = bytes(range(256)) * (4 * 1024 * 20)
    values = {"name": "TEST", "datas": str(base64.b64encode(content))}
    attachment = odoo.env["ir.attachment"].create(values)
    assert odoo.env["ir.attachment"].read([attachment], ["file_size"])[0]["file_size"] >= len(content) - 2
    hurried = connect(api_server)
    hurried.login(DATABASE)
    attachments = hurried.env["ir.attachment"]
    hurried.config["timeout"] = 0.001
    with pytest.raises((socket.timeout, OSError)):
        attachments.create(values)


# -- databases ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def no_session(api_server):
    client = connect(api_server, timeout=300)
    made = []
    yield client, lambda: made.append(f"{DATABASE}_{len(made)}_{int(time.time())}") or made[-1]
    for name in made:
        client.db.drop(MASTER, name)


def test_dump_and_restore(odoo, no_session):
    client, new_name = no_session
    dump = client.db.dump(MASTER, DATABASE)
    names = zipfile.ZipFile(dump).namelist()
    assert "dump.sql" in names
    assert any(name.startswith("filestore/") for name in names)
    assert json.loads(zipfile.ZipFile(dump).read("manifest.json"))["database"] == DATABASE
    copy = new_name()
    dump.seek(0)
    client.db.restore(MASTER, copy, dump)
    client.login(copy)
    assert client.env["sale.order"].search_count([]) == odoo.env["sale.order"].search_count([])
    client.logout()
    with pytest.raises(odoorpc.error.RPCError, match="in use|exists"):
        client.db.restore(MASTER, DATABASE, io.BytesIO(b"PK"))


def test_a_copy_while_others_work(odoo, no_session):
    client, new_name = no_session
    assert odoo.env["res.partner"].search_count([]) > 0  # its worker holds a connection
    copy = new_name()
    client.db._odoo.json("/jsonrpc", {"service": "db", "method": "duplicate_database", "args": [MASTER, DATABASE, copy, True]})
    assert copy in client.db.list()
    client.login(copy)
    assert client.env["ir.config_parameter"].get_param("database.is_neutralized") == "True"
    assert client.env["ir.cron"].search([]) == []
    assert client.db.drop(MASTER, copy) is True
    assert copy not in client.db.list()
    assert odoo.env["res.partner"].search_count([]) > 0


def test_rename(odoo, no_session):
    client, new_name = no_session
    first, second = new_name(), new_name()
    client.db.duplicate(MASTER, DATABASE, first)
    client.json("/jsonrpc", {"service": "db", "method": "rename", "args": [MASTER, first, second]})
    assert (first in client.db.list(), second in client.db.list()) == (False, True)
    client.login(second)
    assert client.env.user.login == "admin"


def test_two_makers_of_one_name(api_server, odoo, no_session):
    client, new_name = no_session
    name = new_name()

    def make(_number):
        try:
            connect(api_server, timeout=300).db.create(MASTER, name)
        except odoorpc.error.RPCError as error:
            return str(error)
        return "made"

    with ThreadPoolExecutor(2) as pool:
        first, second = sorted(pool.map(make, range(2)), key=lambda answer: answer != "made")
    assert first == "made"
    assert "right now" in second or "exists already" in second
    assert client.db.list().count(name) == 1


def test_databases_that_do_not_exist_or_exist_already(odoo, no_session):
    client, new_name = no_session
    assert client.db.drop(MASTER, "wrong_database") is False
    for call in (lambda: client.db.dump(MASTER, "wrong_db"), lambda: client.db.duplicate(MASTER, "wrong_db", new_name()),
                 lambda: client.db.create(MASTER, DATABASE), lambda: client.db.duplicate(MASTER, DATABASE, DATABASE),
                 lambda: client.db.create(MASTER, "../etc"), lambda: client.db.dump(MASTER, "postgres")):
        with pytest.raises(odoorpc.error.RPCError):
            call()
    assert client.db.drop(MASTER, "postgres") is False


def test_a_wrong_master_password_does_nothing(odoo, no_session):
    client, new_name = no_session
    before = client.db.list()
    for call in (lambda: client.db.dump("wrong", DATABASE), lambda: client.db.create("wrong", new_name()),
                 lambda: client.db.drop("wrong", DATABASE), lambda: client.db.duplicate("wrong", DATABASE, new_name()),
                 lambda: client.db.restore("wrong", new_name(), io.BytesIO(b"")), lambda: client.db.change_password("wrong", "x")):
        with pytest.raises(odoorpc.error.RPCError, match="master password"):
            call()
    assert client.db.list() == before


def test_changing_the_master_password(odoo, no_session):
    client, _new_name = no_session
    client.db.change_password(MASTER, "chosen one")
    try:
        with pytest.raises(odoorpc.error.RPCError, match="master password"):
            client.db.drop(MASTER, "wrong_database")
        assert client.db.drop("chosen one", "wrong_database") is False
    finally:
        client.db.change_password("chosen one", MASTER)
