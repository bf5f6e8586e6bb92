"""The external API: who may call what, and the shapes of answers and errors."""

import xmlrpc.client

import pytest


def call(browser, path, params):
    answer = browser.client.post(path, json={"jsonrpc": "2.0", "id": 7, "method": "call", "params": params})
    assert answer.json["id"] == 7
    return answer.json


def execute(browser, model, method, *args, password="admin", **kwargs):
    return call(browser, "/jsonrpc", {
        "service": "object", "method": "execute_kw", "args": [browser.database, 2, password, model, method, list(args), kwargs]})


def xml(browser, service, method, *args):
    body = xmlrpc.client.dumps(args, method, allow_none=True)
    answer = browser.client.post(f"/xmlrpc/2/{service}", data=body, content_type="text/xml")
    return xmlrpc.client.loads(answer.data)[0][0]


def test_version(browser):
    assert xml(browser, "common", "version")["server_serie"] == "18.0"
    assert call(browser, "/web/webclient/version_info", {})["result"]["protocol_version"] == 1


def test_authenticate(browser):
    assert xml(browser, "common", "authenticate", browser.database, "admin", "admin", {}) == 2
    assert xml(browser, "common", "login", browser.database, "admin", "wrong") is False
    assert xml(browser, "common", "login", "nowhere", "admin", "admin") is False


def test_execute_kw(browser):
    assert execute(browser, "res.partner", "search_count", [["id", "=", 1]])["result"] == 1
    assert xml(browser, "object", "execute_kw", browser.database, 2, "admin", "res.users", "read", [[2]], {"fields": ["login"]}) == [
        {"id": 2, "login": "admin"}]


def test_create_answers_an_id_or_ids_as_it_was_asked(browser):
    one = execute(browser, "res.partner", "create", {"name": "One"})["result"]
    two = execute(browser, "res.partner", "create", [{"name": "Two"}])["result"]
    assert isinstance(one, int)
    assert isinstance(two, list)
    assert execute(browser, "res.partner", "write", [one], {"name": "Uno"})["result"] is True
    assert execute(browser, "res.partner", "unlink", [one, *two])["result"] is True


@pytest.mark.parametrize("method", ["_write", "__init__", "sudo", "with_user", "browse", "env", "init"])
def test_private_methods_are_refused(browser, method):
    error = execute(browser, "res.partner", method, [1])["error"]
    assert error["data"]["name"] in ("odoo.exceptions.AccessError", "builtins.AttributeError")


def test_an_error_has_odoos_envelope_and_no_traceback(browser):
    error = execute(browser, "res.partner", "write", [999999], {"name": "Nobody"})
    assert error["error"]["code"] == 200
    assert error["error"]["message"] == "Odoo Server Error"
    assert error["error"]["data"]["name"] == "odoo.exceptions.MissingError"
    assert "File" not in error["error"]["data"]["debug"]


def test_a_wrong_password_is_refused(browser):
    assert execute(browser, "res.partner", "read", [1], password="wrong")["error"]["data"]["name"] == "odoo.exceptions.AccessDenied"
    with pytest.raises(xmlrpc.client.Fault) as caught:
        xml(browser, "object", "execute_kw", browser.database, 2, "wrong", "res.partner", "read", [[1]])
    assert caught.value.faultCode == 3


def test_the_session_api(browser):
    answer = call(browser, "/web/session/authenticate", {"db": browser.database, "login": "admin", "password": "admin"})
    assert answer["result"]["uid"] == 2
    assert answer["result"]["username"] == "admin"
    rows = call(browser, "/web/dataset/call_kw", {"model": "res.users", "method": "web_search_read", "args": [], "kwargs": {
        "domain": [["id", "=", 2]], "specification": {"login": {}, "partner_id": {"fields": {"display_name": {}}}}}})
    assert rows["result"]["records"][0]["login"] == "admin"
    views = call(browser, "/web/dataset/call_kw", {"model": "res.partner", "method": "get_views", "args": [[[False, "form"], [False, "list"]]], "kwargs": {}})
    assert "<form" in views["result"]["views"]["form"]["arch"]
    assert "name" in views["result"]["models"]["res.partner"]["fields"]


def test_without_a_session_the_client_is_told_so(browser):
    error = call(browser, "/web/dataset/call_kw", {"model": "res.users", "method": "read", "args": [[2]], "kwargs": {}})["error"]
    assert error["code"] == 100
    assert error["data"]["name"] == "odoo.http.SessionExpiredException"


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"params": 3}', b"\xff"])
def test_malformed_json_is_refused(browser, body):
    answer = browser.client.post("/jsonrpc", data=body, content_type="application/json")
    assert answer.status_code == 400 or "error" in answer.json


def test_entities_in_xml_are_refused(browser):
    bomb = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><methodCall><methodName>version</methodName></methodCall>"
    answer = browser.client.post("/xmlrpc/2/common", data=bomb, content_type="text/xml")
    with pytest.raises(xmlrpc.client.Fault):
        xmlrpc.client.loads(answer.data)


# -- the shapes programs read ---------------------------------------------------------------------------------------


def test_methods_answer_in_odoos_shapes(browser):
    def do(method, *args, **kwargs):
        answer = execute(browser, "res.partner", method, *args, **kwargs)
        assert "result" in answer, answer
        return answer["result"]

    made = do("create", {"name": "Shape", "email": "shape@example.com"})
    assert do("read", [made], ["name", "parent_id"]) == [{"id": made, "name": "Shape", "parent_id": False}]
    assert do("read", [made, 999_999_999], ["name"]) == [{"id": made, "name": "Shape"}], "a record that is gone is left out"
    child = do("create", {"name": "Child", "parent_id": made})
    assert do("read", [child], ["parent_id"]) == [{"id": child, "parent_id": [made, "Shape"]}]
    assert do("read", [child], ["parent_id"], load="") == [{"id": child, "parent_id": made}]
    assert do("search_read", [["id", "=", made]], ["name"], limit=1) == [{"id": made, "name": "Shape"}]
    assert do("search_count", [], limit=2) == 2
    assert do("fields_get", ["name"], attributes=["type", "string", "help"]) == {"name": {"type": "char", "string": "Name"}}
    assert do("name_search", "Shape", [["parent_id", "=", False]]) == [[made, "Shape"]]
    assert do("web_name_search", "Shape", {"display_name": {}}, [["parent_id", "=", False]]) == [{"id": made, "display_name": "Shape"}]
    assert do("name_create", "Quick")[1] == "Quick"
    assert do("web_read", [child], {"name": {}, "parent_id": {"fields": {"display_name": {}}}}) == [
        {"id": child, "name": "Child", "parent_id": {"id": made, "display_name": "Shape"}}]
    found = do("web_search_read", [["id", "in", [made, child]]], {"name": {}}, limit=1, order="id")
    assert found == {"length": 2, "records": [{"id": made, "name": "Shape"}]}
    assert do("web_save", [made], {"name": "Shaped"}, {"name": {}}) == [{"id": made, "name": "Shaped"}]
    groups = do("read_group", [["id", "in", [made, child]]], ["color:sum"], ["parent_id"])
    assert [(group["parent_id"], group["parent_id_count"]) for group in groups] == [([made, "Shaped"], 1), (False, 1)]
    assert do("web_read_group", [["id", "=", made]], [], ["lang"])["length"] == 1
    assert do("default_get", ["type"]) == {"type": "contact"}
    assert do("onchange", [], {}, [], {"name": {}, "type": {}})["value"]["type"] == "contact"
    assert [kind for kind in do("get_views", [[False, "list"], [False, "form"]])["views"]] == ["list", "form"]
    assert do("get_view", False, "form")["arch"].startswith("<form")
    assert do("export_data", [made], ["name", "email"]) == {"datas": [["Shaped", "shape@example.com"]]}
    loaded = do("load", ["name", "email"], [["Loaded", "l@example.com"]])
    assert (len(loaded["ids"]), loaded["messages"]) == (1, [])
    assert do("has_access", [made], "write") is True
    assert do("check_access_rights", "unlink") is True
    assert do("check_access", [made], "read") is None
    assert do("exists", [made, 999_999_999]) == [made]
    copies = do("copy", [made])
    assert isinstance(copies, list)
    assert do("unlink", [child, *copies, made]) is True


def test_buttons_answer_an_action_or_false(signed_in):
    found = call(signed_in, "/web/dataset/call_button", {"model": "res.users", "method": "api_key_wizard", "args": [[2]], "kwargs": {}})
    assert found["result"]["res_model"] == "res.users.apikeys.description"
    plain = call(signed_in, "/web/dataset/call_button", {"model": "res.partner", "method": "action_unarchive", "args": [[1]], "kwargs": {}})
    assert plain["result"] is False


def test_files_go_up_and_come_down(signed_in):
    import io

    answer = signed_in.post("/web/binary/upload_attachment", {
        "model": "res.partner", "id": "1", "ufile": (io.BytesIO(b"hello"), "hello.txt")})
    (file,) = answer.json
    assert (file["filename"], file["mimetype"], file["size"]) == ("hello.txt", "text/plain", 5)
    for path in (f"/web/content/{file['id']}", f"/web/content?id={file['id']}", f"/web/content?model=ir.attachment&id={file['id']}&download=1"):
        assert signed_in.get(path).data == b"hello"
    assert signed_in.get("/web/content/base.no_such_thing").status_code == 404
    assert signed_in.get("/web/content?id=1; DROP").status_code == 404
    assert signed_in.get("/web/image/base.main_partner").status_code == 404, "a partner is no picture by itself"


@pytest.mark.parametrize("data", ["", "x", "[]", "5", '["/report/pdf/no.such/1", "qweb-pdf"]', '[5, "x"]', '["/etc/passwd", "x"]'])
def test_documents_that_cannot_be_downloaded(signed_in, data):
    assert signed_in.get("/report/download", query_string={"data": data}).status_code in (404, 422)
