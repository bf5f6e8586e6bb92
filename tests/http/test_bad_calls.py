"""What programs get wrong, or try: every refusal is clear, nothing is half done, nothing is told that may not be read."""

import json
import xmlrpc.client

import pytest

ADMIN = 2
PASSWORD = "clerk's password"


LOCAL = {"REMOTE_ADDR": "127.0.0.1"}


def post(browser, body, path="/jsonrpc", content_type="application/json"):
    return browser.client.post(path, data=body, content_type=content_type, environ_base=LOCAL)


def call(browser, params):
    answer = post(browser, json.dumps({"jsonrpc": "2.0", "id": 1, "method": "call", "params": params}))
    return answer.json


def execute(browser, model, method, *args, uid=ADMIN, password="admin", **kwargs):
    return call(browser, {"service": "object", "method": "execute_kw",
                          "args": [browser.database, uid, password, model, method, list(args), kwargs]})


def refusal(answer):
    """The error's data; it speaks to the caller and shows nothing of the inside."""
    assert "error" in answer, answer
    data = answer["error"]["data"]
    assert data["message"]
    assert data["message"] != "Internal server error", data
    assert data["debug"] == ""
    for inside in ("Traceback", "psycopg2", "LINE 1:", "unnest("):
        assert inside not in json.dumps(data), data
    return data


@pytest.fixture(scope="module")
def clerk(web_database):
    """The id of an employee without further rights, and of a contact that a rule hides from everybody but its makers."""
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    with Registry.get(web_database).cursor() as cr:
        env = Environment(cr, 1, {})
        user = env["res.users"].create({
            "name": "Clerk", "login": "clerk", "password": PASSWORD, "groups_id": [(6, 0, [env.ref("base.group_user").id])]})
        hidden = env["res.partner"].create({"name": "Top Secret Ltd", "email": "secret@example.com", "ref": "HIDDEN"})
        child = env["res.partner"].create({"name": "Assistant", "parent_id": hidden.id})
        env["ir.rule"].create({
            "name": "Hidden", "model_id": env.ref("base.model_res_partner").id, "domain_force": "[('ref', '!=', 'HIDDEN')]"})
        Registry.get(web_database).clear_all_caches()
        return {"uid": user.id, "hidden": hidden.id, "child": child.id}


@pytest.fixture(autouse=True)
def nobody_failed_before(committed):
    """Wrong passwords are counted per address; each test starts from none."""
    committed(lambda env: env.cr.execute("DELETE FROM web_login_attempt"))


@pytest.fixture
def as_clerk(browser, clerk):
    return lambda model, method, *args, **kwargs: execute(browser, model, method, *args, uid=clerk["uid"], password=PASSWORD, **kwargs)


# -- bodies ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", [
    b"", b"[]", b"{", b"\xff\xfe", b'"text"', b"null", b"[[" * 100_000, b'{"params": {"args": ' + b"[" * 2000 + b"]" * 2000 + b"}}",
    b'{"params": 3}', b'{"params": {"service": 1, "method": [], "args": []}}', b'{"params": {"service": "object", "method": "execute_kw", "args": {}}}',
    b'[{"params": {}}, {"params": {}}]',
])
def test_json_that_is_no_call(browser, body):
    answer = post(browser, body)
    assert answer.status_code == 400
    assert refusal(answer.json)["message"]


@pytest.mark.parametrize("path", ["/web/webclient/version_info", "/web/database/list", "/web/session/authenticate", "/web/dataset/call_kw"])
@pytest.mark.parametrize("body", [b"", b"[]", b"5", b"{", b'{"params": []}', b'{"params": {"db": {}, "login": [], "password": 5}}', b"[" * 5000])
def test_sessions_take_objects(browser, path, body):
    answer = post(browser, body, path)
    assert answer.status_code in (200, 400), answer.text
    if answer.status_code == 200 and "error" in answer.json:
        assert answer.json["error"]["data"]["name"] != "Internal server error"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
def test_pages_of_other_sites_cannot_send_calls(browser, content_type):
    """These are the types a browser sends across sites without asking."""
    body = json.dumps({"params": {"service": "db", "method": "drop", "args": ["admin", browser.database]}})
    assert post(browser, body, content_type=content_type).status_code == 415
    xml = xmlrpc.client.dumps(("admin", browser.database), "drop")
    assert post(browser, xml, "/xmlrpc/2/db", content_type).status_code == 415


def test_a_body_too_large_is_refused_before_it_is_read(browser):
    answer = browser.client.post("/jsonrpc", data=b"{}", content_type="application/json",
                                 environ_overrides={"CONTENT_LENGTH": str(10**12)})
    assert answer.status_code == 413
    assert "larger" in answer.json["error"]["data"]["message"] or "exceeds" in answer.json["error"]["data"]["message"]


def test_only_post(browser):
    assert browser.client.get("/jsonrpc").status_code == 405
    assert browser.client.get("/xmlrpc/2/common").status_code == 405


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
NESTED = "<value><array><data>" * 5000 + "</data></array></value>" * 5000


@pytest.mark.parametrize("body", [
    "", "<", "not xml", "<methodCall/>", "<a>" * 200_000,
    f"<!DOCTYPE x [<!ENTITY e0 'x'>{BOMB}]><methodCall><methodName>&e9;</methodName></methodCall>",
    "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><methodCall><methodName>version</methodName></methodCall>",
    f"<methodCall><methodName>version</methodName><params><param>{NESTED}</param></params></methodCall>",
    "<methodCall><methodName>version</methodName><params><param><value><int>ten</int></value></param></params></methodCall>",
    "<methodCall><methodName>version</methodName><params><param><value><dateTime.iso8601>never</dateTime.iso8601></value></param></params></methodCall>",
    "<methodCall><methodName>version</methodName><params><param><value><int>" + "9" * 10_000 + "</int></value></param></params></methodCall>",
])
def test_xml_that_is_no_call(browser, body):
    answer = post(browser, body.encode(), "/xmlrpc/2/common", "text/xml")
    with pytest.raises(xmlrpc.client.Fault) as caught:
        xmlrpc.client.loads(answer.data)
    assert caught.value.faultCode == 1
    assert "Internal" not in caught.value.faultString


def test_faults_of_both_addresses(browser, clerk):
    def fault(path, *args):
        answer = post(browser, xmlrpc.client.dumps(args, "execute", allow_none=True), path, "text/xml")
        with pytest.raises(xmlrpc.client.Fault) as caught:
            xmlrpc.client.loads(answer.data)
        return caught.value.faultCode, caught.value.faultString

    db = browser.database
    calls = {
        1: (db, ADMIN, "admin", "res.partner", "no_such_method"),
        2: (db, ADMIN, "admin", "res.users", "create", {"name": "Again", "login": "admin"}),
        3: (db, ADMIN, "wrong", "res.partner", "search", []),
        4: (db, clerk["uid"], PASSWORD, "ir.config_parameter", "search", []),
    }
    for code, args in calls.items():
        assert fault("/xmlrpc/2/object", *args)[0] == code
    assert fault("/xmlrpc/object", *calls[2])[0].startswith("warning -- ")
    assert fault("/xmlrpc/object", *calls[3])[0] == "AccessDenied"
    assert fault("/xmlrpc/object", *calls[4])[0].startswith("warning -- AccessError")


def test_what_xml_cannot_write_is_left_out(browser):
    made = execute(browser, "res.partner", "create", {"name": "a\x01b\ufffec"})["result"]
    body = xmlrpc.client.dumps((browser.database, ADMIN, "admin", "res.partner", "read", [[made], ["name", "parent_id", "write_date"]]), "execute_kw")
    rows = xmlrpc.client.loads(post(browser, body, "/xmlrpc/2/object", "text/xml").data)[0][0]
    assert rows[0]["name"] == "abc"
    assert rows[0]["parent_id"] is False
    assert len(rows[0]["write_date"]) == 19


# -- services ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("service", "method"), [
    ("object", "execute_sql"), ("object", "__class__"), ("common", "_login"), ("common", "execute_kw"), ("db", "_drop"),
    ("db", "__init__"), ("report", "render_report"), ("", ""), ("wizard", "create"),
])
def test_services_and_methods_that_do_not_exist(browser, service, method):
    refusal(call(browser, {"service": service, "method": method, "args": []}))


@pytest.mark.parametrize("args", [
    [], [1], ["db"], [None, 2, "admin", "res.partner", "search", [[]]], [["db"], 2, "admin", "res.partner", "search", [[]]],
    [{}, {}, {}, {}, {}, {}, {}], ["postgres", 2, "admin", "res.partner", "search", [[]]],
    ["../../etc", 2, "admin", "res.partner", "search", [[]]],
])
def test_execute_kw_with_wrong_arguments(browser, args):
    refusal(call(browser, {"service": "object", "method": "execute_kw", "args": args}))


@pytest.mark.parametrize("uid", ["2", True, 2.0, 0, -1, 2**31, 2**80, None, [2], {"id": 2}, "2; DROP TABLE res_users"])
def test_a_user_id_is_a_number(browser, uid):
    if isinstance(uid, int) and uid > 2**63:
        answer = post(browser, json.dumps({"params": {"service": "object", "method": "execute_kw", "args": [
            browser.database, uid, "admin", "res.partner", "search", [[]]]}})).json
    else:
        answer = execute(browser, "res.partner", "search", [], uid=uid)
    assert refusal(answer)["name"] == "odoo.exceptions.AccessDenied"


@pytest.mark.parametrize("password", ["", None, 5, ["admin"], {"$ne": ""}, True, "x" * 100_000, "admin\x00"])
def test_a_password_is_a_text(browser, password):
    assert refusal(execute(browser, "res.partner", "search", [], password=password))["name"] == "odoo.exceptions.AccessDenied"


@pytest.mark.parametrize("model", [None, 1, [], {}, "", "nope", "res_partner", "res.partner; DROP", "__class__", "res.partner\x00"])
def test_models_that_do_not_exist(browser, model):
    assert "does not exist" in refusal(execute(browser, model, "search", []))["message"]


@pytest.mark.parametrize("model", ["base", "ir.http", "ir.qweb", "image.mixin"])
def test_models_without_a_table(browser, model):
    refusal(execute(browser, model, "search", []))


@pytest.mark.parametrize("method", [
    "", "_write", "__init__", "__class__", "sudo", "with_user", "with_context", "browse", "env", "pool", "ids", "id", "_name", "name",
    "_fields", "_sql_constraints", "search.__globals__", "mapped", "filtered", "check", "authenticate", "flush_model", "invalidate_model",
    "_check_credentials", "_login", "init", "new", "SELF_READABLE_FIELDS", "fetchall", None, 5, [], {}, True,
])
def test_what_is_no_public_method_cannot_be_called(browser, method):
    answer = execute(browser, "res.users", method, [ADMIN], "x")
    assert refusal(answer)["name"] in ("odoo.exceptions.AccessError", "builtins.AttributeError", "builtins.TypeError")


def test_methods_marked_private_cannot_be_called(browser, monkeypatch, web_database):
    from core import api
    from core.orm.registry import Registry

    def action_secret(self):
        return "told"

    cls = Registry.get(web_database).models["res.partner"]
    monkeypatch.setattr(cls, "action_secret", api.private(action_secret), raising=False)
    assert refusal(execute(browser, "res.partner", "action_secret", [1]))["name"] == "odoo.exceptions.AccessError"


@pytest.mark.parametrize(("args", "kwargs"), [
    ("text", {}), ([], "text"), ({}, {}), (5, {}), ([1, 2, 3, 4, 5, 6, 7, 8, 9], {}), ([[]], {"self": 1}), ([[]], {"cls": 1, "domain": []}),
    ([[]], {"unknown": 1}),
])
def test_arguments_that_do_not_fit(browser, args, kwargs):
    refusal(call(browser, {"service": "object", "method": "execute_kw",
                           "args": [browser.database, ADMIN, "admin", "res.partner", "search", args, kwargs]}))


# -- ids, values ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ids", ["1", 1.5, True, [True], ["1"], [1.0], [None], [[1]], {"id": 1}, [-1], [0], "abc", ["1 OR 1=1"], 2**63])
def test_ids_are_numbers(browser, ids):
    for method, args in (("read", [["name"]]), ("write", [{"name": "x"}]), ("unlink", [])):
        assert "ids of records" in refusal(execute(browser, "res.partner", method, ids, *args))["message"]


def test_ids_nobody_has(browser):
    for id_ in (999_999_999, 2**31, 2**62):
        assert execute(browser, "res.partner", "read", [id_], ["name"]).get("result", []) == []
        assert execute(browser, "res.partner", "exists", [id_]).get("result", []) == []
        assert execute(browser, "res.partner", "search", [["id", "=", id_]])["result"] == []
        assert refusal(execute(browser, "res.partner", "write", [id_], {"name": "x"}))


@pytest.mark.parametrize("values", [
    {"no_such_field": 1}, {"name": {"a": 1}}, {"name": [1]}, {"color": "red"}, {"color": 2**40}, {"parent_id": "one"}, {"parent_id": [1, 2, 3, 4]},
    {"parent_id": 999_999_999}, {"category_id": "x"}, {"category_id": [[9, 9, 9]]}, {"category_id": [[6, 0, "x"]]}, {"child_ids": [[0, 0, "x"]]},
    {"date": "tomorrow"}, {"date": 5}, {"image_1920": "not base64!"}, {"image_1920": "aGVsbG8="}, {"type": "no such type"}, {"lang": "xx"},
    {"tz": "Mars/Base"}, {"active": {"x": 1}}, {"partner_latitude": "north"}, {"id": "x"}, {"name": "x" * 10, "write_uid": "me"},
])
def test_values_of_the_wrong_kind(browser, values):
    """Either a clear refusal, or a value made of it as Odoo does (a number becomes a truth value); never half a record."""
    before = execute(browser, "res.partner", "search_count", [], context={"active_test": False})["result"]
    answer = execute(browser, "res.partner", "create", {"name": "Wrong", **values})
    if "error" in answer:
        refusal(answer)
        assert execute(browser, "res.partner", "search_count", [], context={"active_test": False})["result"] == before
    else:
        assert execute(browser, "res.partner", "unlink", [answer["result"]])["result"] is True


@pytest.mark.parametrize("values", [None, "x", 5, [], [[]], [1], {"a": {}}, [{"name": "fine"}, 5], True])
def test_create_takes_dictionaries(browser, values):
    answer = execute(browser, "res.partner", "create", values)
    if values == []:
        assert answer["result"] == []
    else:
        refusal(answer)


# -- domains, orders, groups, fields --------------------------------------------------------------------------------------


@pytest.mark.parametrize("domain", [
    False, True, 5, "x", {"a": 1}, [5], ["x"], ["&"], ["|", ["id", "=", 1]], [["id"]], [["id", "="]], [["id", "=", 1, 2]],
    [["id", "= 1 OR 1", 1]], [["id", None, 1]], [["id", ["="], 1]], [["no_such", "=", 1]], [["name; DROP TABLE res_users", "=", 1]],
    [["name) OR (1=1", "=", 1]], [["parent_id.no_such", "=", 1]], [["name.x", "=", 1]], [["parent_id.", "=", 1]], [[".name", "=", 1]],
    [["__class__", "=", 1]], [["_name", "=", 1]], [["child_ids", "any", "x"]], [["child_ids", "any", [["nope", "=", 1]]]],
    [["id", "inselect", ["SELECT 1", []]]], [["create_date", ">", "yesterday'; DROP"]],
])
def test_domains_nobody_understands(browser, domain):
    for method in ("search", "search_count", "search_read"):
        refusal(execute(browser, "res.partner", method, domain))


@pytest.mark.parametrize("domain", [
    ["!"] * 5000 + [["id", "=", 1]], ["|"] * 3000 + [["id", "=", 1]] * 3001, [["id", "in", list(range(50_000))]],
    [["name", "=", "x' OR '1'='1"]], [["name", "ilike", "%' ; DROP TABLE res_users; --"]], [["name", "ilike", "\\"]], [["name", "=", "%s %(x)s"]],
    [["id", "in", [True, None, False]]], [["name", "in", []]], [["id", "in", {"a": 1}]], [["id", "child_of", {"a": 1}]], [["name", "=like", ["x"]]], [["id", "=", 1.5]],
])
def test_odd_domains_are_answered_or_refused(browser, domain):
    answer = execute(browser, "res.partner", "search_count", domain)
    if "error" in answer:
        refusal(answer)
    assert execute(browser, "res.users", "search_count", [["id", "=", ADMIN]])["result"] == 1


def test_a_domain_nested_deeply(browser):
    domain = [["id", "=", 1]]
    for _level in range(240):
        domain = [["child_ids", "any", domain]]
    answer = execute(browser, "res.partner", "search_count", domain)
    if "error" in answer:
        assert "nested" in refusal(answer)["message"] or "too" in refusal(answer)["message"]


@pytest.mark.parametrize("order", [
    "id; DROP TABLE res_users", "name desc, (SELECT 1)", "no_such", "name sideways", "name nulls never", "parent_id.name.x", "1", "name,,", "random()",
    "child_ids", "create_uid.password", 5, ["name"], {"name": "desc"}, "name desc desc", "\"name\"", "--",
])
def test_orders_nobody_understands(browser, order):
    answer = execute(browser, "res.partner", "search", [], order=order, limit=1)
    refusal(answer)


@pytest.mark.parametrize(("name", "value"), [
    ("limit", "1; DROP TABLE res_users"), ("limit", "x"), ("limit", [1]), ("limit", -1), ("limit", 2**70), ("offset", "x"), ("offset", -5),
    ("offset", {}), ("offset", 2**70), ("limit", {"a": 1}),
])
def test_limits_are_numbers(browser, name, value):
    refusal(execute(browser, "res.partner", "search", [], **{name: value}))


@pytest.mark.parametrize(("fields", "groupby"), [
    (["id"], "no_such"), (["id"], ["name; DROP"]), (["id"], "create_date:century"), (["id"], "create_date:month; DROP"), (["id"], "name:sum"),
    (["id:evil"], "lang"), (["x:sum(id); DROP"], "lang"), (["x:sum(no_such)"], "lang"), (["id:sum)"], "lang"), (5, "lang"), (["id"], 5), (["id"], {"a": 1}),
    (["id"], ["lang", 5]), (["id"], "child_ids"), (["id"], "parent_id.name.x"), (["password:max"], "lang"),
])
def test_groups_nobody_understands(browser, fields, groupby):
    refusal(execute(browser, "res.partner", "read_group", [], fields, groupby))


@pytest.mark.parametrize("fields", [["no_such"], ["name; DROP"], "name", 5, [5], [["name"]], {"name": 1}, [None], ["_name"], ["__class__"], ["parent_id.name"]])
def test_fields_that_do_not_exist(browser, fields):
    answer = execute(browser, "res.partner", "read", [1], fields)
    if fields in ("name", {"name": 1}) and "result" in answer:
        return  # what can be read as names of fields
    refusal(answer)


@pytest.mark.parametrize("specification", [
    [], "name", 5, {"no_such": {}}, {"name": 5}, {"parent_id": {"fields": "x"}}, {"parent_id": {"fields": {"no_such": {}}}}, {"child_ids": {"fields": [], "limit": "x"}},
    {"child_ids": {"order": "name; DROP"}}, {"parent_id": {"context": "x", "fields": {}}},
])
def test_specifications_nobody_understands(browser, specification):
    answer = execute(browser, "res.partner", "web_search_read", [["parent_id", "!=", False]], specification)
    if "error" in answer:
        refusal(answer)
    else:
        assert specification == [] or execute(browser, "res.partner", "search_count", [["parent_id", "!=", False]])["result"] == 0 or answer


# -- contexts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("context", [
    {"lang": "xx_XX"}, {"lang": "en_US'; DROP TABLE res_users"}, {"lang": ["en_US"]}, {"lang": {}}, {"lang": 5}, {"tz": "Mars/Base"}, {"tz": ["UTC"]},
    {"tz": 5}, {"allowed_company_ids": [999]}, {"allowed_company_ids": "1"}, {"allowed_company_ids": ["1"]}, {"allowed_company_ids": [[1]]},
    {"allowed_company_ids": {"a": 1}}, {"active_test": "maybe"}, {"bin_size": {}}, {"uid": 1}, {"su": True}, {"_sudo": True}, {"default_name": {"a": 1}},
    {"default_parent_id": "x"}, {"prefetch_fields": []}, {"a": [[[[]]]]}, {"": 1}, {"tracking_disable": "x"},
])
def test_contexts_of_all_kinds(browser, context):
    """A context changes the answer or is refused; it never gives rights and never reaches a statement as text."""
    for method, args in (("search_read", ([["id", "=", 1]], ["name", "create_date", "country_id"])), ("default_get", (["name", "lang"],)), ("read", ([1], ["display_name"]))):
        answer = execute(browser, "res.partner", method, *args, context=context)
        if "error" in answer:
            refusal(answer)
    assert execute(browser, "res.users", "search_count", [["id", "=", ADMIN]])["result"] == 1


@pytest.mark.parametrize("context", ["x", 5, [1], [["lang", "en_US"]], True])
def test_a_context_is_a_dictionary(browser, context):
    refusal(execute(browser, "res.partner", "search", [], context=context))


def test_a_context_gives_no_rights(as_clerk):
    for context in ({"uid": 1}, {"su": True}, {"_sudo": True}, {"allowed_company_ids": [1, 999]}, {"user": 1}, {"sudo": True}):
        refusal(as_clerk("ir.config_parameter", "search", [], context=context))


def test_companies_of_others_are_refused(as_clerk, committed):
    foreign = committed(lambda env: env["res.company"].create({"name": "Elsewhere"}).id)
    answer = as_clerk("res.partner", "search_read", [], ["name", "company_id"], context={"allowed_company_ids": [foreign]})
    assert refusal(answer)["name"] == "odoo.exceptions.AccessError"


# -- what may not be read is not told ------------------------------------------------------------------------------------------


def test_a_hidden_record_does_not_show(as_clerk, clerk):
    hidden, child = clerk["hidden"], clerk["child"]
    assert as_clerk("res.partner", "search", [["id", "=", hidden]])["result"] == []
    assert as_clerk("res.partner", "search_count", [["email", "=", "secret@example.com"]])["result"] == 0
    assert hidden not in [id_ for id_, _name in as_clerk("res.partner", "name_search", "Top Secret")["result"]]
    for model, method, args in (("res.partner", "read", ([hidden], ["name"])), ("res.partner", "write", ([hidden], {"name": "x"})),
                                ("res.partner", "web_read", ([hidden], {"name": {}})), ("res.partner", "copy", ([hidden],)),
                                ("res.partner", "export_data", ([hidden], ["name"])), ("res.partner", "unlink", ([hidden],)),
                                ("res.partner", "web_save", ([hidden], {"name": "x"}, {"name": {}})),
                                ("res.partner", "message_post", ([hidden],)), ("res.partner", "get_formview_action", ([hidden],))):
        answer = as_clerk(model, method, *args)
        assert "Top Secret" not in json.dumps(answer), method
        assert "secret@example.com" not in json.dumps(answer), method
    assert child


def test_a_hidden_record_is_not_found_through_others(as_clerk):
    """A path through a relation sees of the other side what the user may see there."""
    for domain in ([["parent_id.email", "=", "secret@example.com"]], [["parent_id.name", "ilike", "Top"]], [["parent_id", "ilike", "Top Secret"]],
                   [["parent_id", "any", [["ref", "=", "HIDDEN"]]]], [["parent_id.child_ids.parent_id.email", "like", "secret"]]):
        assert as_clerk("res.partner", "search", domain)["result"] == [], domain
    groups = as_clerk("res.partner", "read_group", [["email", "like", "secret"]], ["id"], ["email"])["result"]
    assert groups == []


@pytest.mark.parametrize(("model", "field"), [("web.session", "token_hash"), ("web.session", "data"), ("res.users", "password")])
def test_fields_kept_from_the_user_answer_nothing(as_clerk, model, field):
    """Not read, not searched for, not sorted by, not grouped by: each of them would tell the value bit by bit."""
    for method, args, kwargs in (
        ("search", ([[field, "like", "a"]],), {}), ("search_count", ([[field, "=like", "a%"]],), {}), ("search", ([],), {"order": field}),
        ("read_group", ([], ["id"], [field]), {}), ("read_group", ([], [f"{field}:max"], []), {}), ("search_read", ([], [field]), {}),
        ("name_search", ("",), {"args": [[field, "like", "a"]]}), ("search", ([["create_uid." + field, "like", "a"]],), {}),
        ("export_data", ([1], [field]), {}), ("web_search_read", ([], {field: {}}), {}),
    ):
        answer = as_clerk(model, method, *args, **kwargs)
        if "error" not in answer:
            text = json.dumps(answer["result"])
            assert "$argon2" not in text
            assert field == "password", (method, answer)
            assert text in ("[]", "0", "{}") or '"password": ""' in text or method in ("search_read", "web_search_read", "export_data", "read_group"), answer


def test_hashes_of_passwords_and_keys_are_no_fields(browser):
    for model in ("res.users", "res.users.apikeys"):
        described = execute(browser, model, "fields_get")["result"]
        assert "key" not in described
        assert "index" not in described
    rows = execute(browser, "res.users", "read", [ADMIN], [])["result"]
    assert "argon2" not in json.dumps(rows)


def test_a_duplicate_is_named_without_the_other_record(as_clerk, browser):
    answer = execute(browser, "res.users", "create", {"name": "Again", "login": "clerk"})
    assert "same login" in refusal(answer)["message"]
    assert "clerk's" not in json.dumps(answer)


# -- keys ------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def make_key(committed, clerk):
    def make(scope=None, days=1):
        from datetime import timedelta

        from core import fields

        def generate(env):
            return env(user=clerk["uid"])["res.users.apikeys"]._generate(scope, "Test", fields.Datetime.now() + timedelta(days=days))

        return committed(generate)

    return make


def test_a_key_stands_for_the_password(browser, clerk, make_key):
    for scope in (None, "rpc"):
        key = make_key(scope)
        assert execute(browser, "res.users", "context_get", uid=clerk["uid"], password=key)["result"]["uid"] == clerk["uid"]
        signed_in = call(browser, {"service": "common", "method": "login", "args": [browser.database, "clerk", key]})
        assert signed_in["result"] == clerk["uid"]


def test_a_key_is_good_for_its_owner_and_scope_only(browser, clerk, make_key):
    key = make_key()
    assert refusal(execute(browser, "res.partner", "search", [], uid=ADMIN, password=key))["name"] == "odoo.exceptions.AccessDenied"
    other = make_key("mail_plugin")
    assert refusal(execute(browser, "res.partner", "search", [], uid=clerk["uid"], password=other))["name"] == "odoo.exceptions.AccessDenied"
    for wrong in (key[:-1], key + "0", key[:8], key.upper() if key.upper() != key else "x" * 40):
        refusal(execute(browser, "res.partner", "search", [], uid=clerk["uid"], password=wrong))


def test_a_key_does_not_open_pages(browser, make_key):
    assert browser.sign_in("clerk", make_key()).status_code == 401


def test_an_expired_key_is_refused_though_it_was_good_a_moment_ago(browser, clerk, make_key, monkeypatch, committed):
    from datetime import UTC, datetime, timedelta

    from core.base import clock

    key = make_key(days=1)
    assert execute(browser, "res.users", "context_get", uid=clerk["uid"], password=key)["result"]
    committed(lambda env: env.cr.execute("UPDATE res_users_apikeys SET expiration_date = now() at time zone 'utc' + interval '1 second'"))
    assert execute(browser, "res.users", "context_get", uid=clerk["uid"], password=key)["result"], "the cached answer"
    monkeypatch.setattr(clock, "now", lambda: datetime.now(UTC).replace(tzinfo=None) + timedelta(days=2))
    committed(lambda env: env.cr.execute("UPDATE res_users_apikeys SET expiration_date = now() at time zone 'utc' - interval '1 second'"))
    expired = execute(browser, "res.users", "context_get", uid=clerk["uid"], password=key)
    assert refusal(expired)["name"] == "odoo.exceptions.AccessDenied"


def test_a_revoked_key_is_refused_at_once(browser, clerk, make_key, committed):
    key = make_key()
    assert execute(browser, "res.users", "context_get", uid=clerk["uid"], password=key)["result"]
    committed(lambda env: env["res.users.apikeys"].search([("user_id", "=", clerk["uid"])])._remove())
    assert refusal(execute(browser, "res.users", "context_get", uid=clerk["uid"], password=key))["name"] == "odoo.exceptions.AccessDenied"


def test_keys_of_others_are_neither_seen_nor_made(as_clerk, browser, make_key):
    make_key()
    assert as_clerk("res.users.apikeys", "search", [["user_id", "=", ADMIN]])["result"] == []
    for method, args in (("create", ({"name": "x", "user_id": ADMIN},)), ("_generate", (None, "x", None)), ("_check_credentials", ())):
        refusal(as_clerk("res.users.apikeys", method, *args))


# -- databases -----------------------------------------------------------------------------------------------------------------------


def test_the_default_master_password_is_good_on_this_machine_only(browser):
    body = json.dumps({"params": {"service": "db", "method": "drop", "args": ["admin", "no_such_database"]}})

    def ask(**environ):
        return browser.client.post("/jsonrpc", data=body, content_type="application/json", environ_base=LOCAL,
                                   environ_overrides=environ).json

    assert ask()["result"] is False
    for environ in ({"REMOTE_ADDR": "203.0.113.9"}, {"HTTP_HOST": "erp.example.com"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}, {"HTTP_FORWARDED": "for=203.0.113.9"}):
        assert refusal(ask(**environ))["name"] == "odoo.exceptions.AccessDenied"


@pytest.mark.parametrize(("method", "args"), [
    ("drop", []), ("drop", [None]), ("drop", ["wrong", "x"]), ("drop", ["admin"]), ("drop", ["admin", 5]), ("drop", ["admin", "x", "y"]),
    ("create_database", ["admin", "../x"]), ("create_database", ["admin", "a b"]), ("create_database", ["admin", "template1"]), ("create_database", ["admin", "x" * 64]),
    ("create_database", ["admin", None]), ("create_database", ["admin", "x\";DROP"]), ("rename", ["admin", "no_such", "x"]), ("dump", ["admin", "no_such"]),
    ("restore", ["admin", "x_restored", "not base64"]), ("restore", ["admin", "x_restored", "aGVsbG8="]), ("restore", ["admin", "x_restored", 5]),
    ("duplicate_database", ["admin", "postgres", "x_copy"]), ("migrate_databases", ["admin", "x"]), ("migrate_databases", ["admin", ["no_such"]]), ("change_admin_password", ["admin", ""]),
])
def test_wrong_calls_of_the_database_service(browser, method, args):
    before = call(browser, {"service": "db", "method": "list", "args": []})["result"]
    refusal(call(browser, {"service": "db", "method": method, "args": args}))
    assert call(browser, {"service": "db", "method": "list", "args": []})["result"] == before


def test_a_closed_list_closes_the_service(browser, monkeypatch):
    from core.base.config import config

    monkeypatch.setitem(config, "list_db", False)
    for method, args in (("list", []), ("drop", ["admin", "x"]), ("dump", ["admin", browser.database])):
        assert refusal(call(browser, {"service": "db", "method": method, "args": args}))["name"] == "odoo.exceptions.AccessDenied"


def test_forms_of_other_sites_are_refused(browser):
    form = {"master_pwd": "admin", "name": "no_such_database"}
    assert browser.client.post("/web/database/drop", data=form, headers={"Origin": "https://evil.example"}, environ_base=LOCAL).status_code == 403
    assert browser.client.post("/web/database/drop", data={**form, "master_pwd": "wrong"}, environ_base=LOCAL).status_code == 403
    assert browser.client.get("/web/database/drop").status_code == 405
    assert browser.client.post("/web/database/drop", data=form, environ_base=LOCAL).status_code == 303
