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
