"""What people with bad intentions send: nothing gets through, and nothing more is told than needed."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from core.http.request import HTTPRequest
from tests.http.conftest import Browser


def call(browser: Browser, model: Any, method: Any, *args: Any, **kwargs: Any) -> Any:
    """The answer of an RPC call, or the message of its error."""
    params = {"model": model, "method": method, "args": list(args), "kwargs": kwargs}
    answer = browser.client.post("/web/dataset/call_kw", json={"jsonrpc": "2.0", "params": params}).get_json()
    return answer["error"]["data"]["message"] if "error" in answer else answer["result"]


class TestMethodsFromOutside:
    @pytest.mark.parametrize(
        ("model", "method"),
        [
            ("ir.module.module", "module_uninstall"),
            ("res.users", "check"),
            ("res.users", "authenticate"),
            ("ir.mail_server", "connect"),
            ("ir.mail_server", "send_email"),
            ("ir.config_parameter", "init_parameters"),
            ("res.partner", "_write"),
            ("res.partner", "sudo"),
            ("res.partner", "with_user"),
            ("res.partner", "__class__"),
        ],
    )
    def test_what_is_between_methods_cannot_be_called(self, outsider: Browser, model: str, method: str) -> None:
        assert "cannot be called remotely" in call(outsider, model, method)

    @pytest.mark.parametrize(
        ("model", "method", "args"),
        [
            ("ir.module.module", "button_immediate_uninstall", [[1]]),
            ("ir.module.module", "update_list", []),
            ("ir.cron", "method_direct_trigger", [[1]]),
            ("ir.config_parameter", "get_param", ["database.secret"]),
            ("ir.attachment", "force_storage", []),
            ("res.users", "write", [[2], {"password": "x"}]),
            ("res.groups", "write", [[1], {"name": "x"}]),
            ("ir.actions.server", "create", [{"name": "x", "model_id": 1, "state": "code", "code": "1"}]),
            ("ir.ui.view", "create", [{"name": "x", "model": "res.partner", "arch": "<form/>"}]),
            ("ir.rule", "unlink", [[1]]),
            ("web.session", "search_read", [[]]),
        ],
    )
    def test_what_administrators_do_is_refused(self, outsider: Browser, model: str, method: str, args: list) -> None:
        message = call(outsider, model, method, *args)
        assert isinstance(message, str)
        assert any(text in message for text in ("may not", "not allowed", "Only an administrator", "Private")), message

    def test_passwords_are_never_shown(self, outsider: Browser) -> None:
        assert call(outsider, "res.users", "read", [2], ["password"])[0]["password"] == ""
        assert "not stored" in call(outsider, "res.users", "search", [["password", "like", "$argon2"]])

    def test_context_keys_between_methods_are_dropped(self, signed_in: Browser, committed: Callable) -> None:
        """`_force_unlink` skips the refusals of @api.ondelete while an addon is uninstalled; nobody else may say it."""
        admin = committed(lambda env: env.ref("base.user_admin").id)
        message = call(signed_in, "res.users", "unlink", [admin], context={"_force_unlink": True})
        assert isinstance(message, str) and committed(lambda env: env["res.users"].browse(admin).exists())

    @pytest.mark.parametrize("context", ["x", [1], 5])
    def test_a_context_of_the_wrong_kind(self, outsider: Browser, context: Any) -> None:
        assert "must be a dictionary" in call(outsider, "res.partner", "search", [], context=context)

    @pytest.mark.parametrize("ids", ["abc", {"a": 1}, [["a"]], [1.5]])
    def test_ids_of_the_wrong_kind(self, outsider: Browser, ids: Any) -> None:
        assert "list of numbers" in call(outsider, "res.partner", "read", ids, ["name"])

    @pytest.mark.parametrize("model", [{"a": 1}, None, "no.such", ["res.partner"]])
    def test_models_there_are_none(self, outsider: Browser, model: Any) -> None:
        assert "does not exist" in call(outsider, model, "read")

    def test_requests_nested_beyond_reason(self, outsider: Browser) -> None:
        domain: list = []
        for _level in range(300):
            domain = [["parent_id", "any", domain]]
        for asked in (domain, [[".".join(["parent_id"] * 500), "=", 1]]):
            message = call(outsider, "res.partner", "search", asked)
            assert "deep" in message or "steps" in message, message


class TestAttachments:
    def test_a_key_of_the_store_opens_nothing(self, outsider: Browser, committed: Callable) -> None:
        secret = committed(lambda env: env["ir.attachment"].create(
            {"name": "secret", "raw": b"top secret", "res_model": "ir.config_parameter", "res_id": env["ir.config_parameter"].search([], limit=1).id}))
        key = committed(lambda env: env["ir.attachment"].browse(secret.id).store_fname)

        assert "may not" in call(outsider, "ir.attachment", "read", [secret.id], ["raw"])
        assert "may not" in call(outsider, "ir.attachment", "read", [secret.id], ["raw"], context={"_attachment_access_checked": True})
        for store_fname in (key, "../../../etc/passwd"):
            mine = call(outsider, "ir.attachment", "create", {"name": "mine", "store_fname": store_fname})
            assert not call(outsider, "ir.attachment", "read", [mine], ["datas"])[0]["datas"]
        assert outsider.get(f"/web/content/{secret.id}").status_code in (403, 404)

    def test_files_others_are_about_to_attach_stay_theirs(self, outsider: Browser, committed: Callable) -> None:
        draft = committed(lambda env: env["ir.attachment"].create({"name": "draft", "raw": b"draft"}).id)
        assert "may not" in call(outsider, "ir.attachment", "read", [draft], ["raw"])
        assert "may not" in call(outsider, "ir.attachment", "write", [draft], {"res_model": "res.partner", "res_id": 1})

    @pytest.mark.parametrize("mimetype", ["text/html", "TEXT/HTML; charset=utf-8", "image/svg+xml", "text/html\r\nX: y"])
    def test_pages_uploaded_by_people_never_run_here(self, outsider: Browser, mimetype: str) -> None:
        mine = call(outsider, "ir.attachment", "create", {"name": 'x"\r\nX: y', "mimetype": mimetype, "datas": "PHNjcmlwdD4="})
        answer = outsider.get(f"/web/content/{mine}")
        assert answer.mimetype in ("text/plain", "application/octet-stream")
        assert "X" not in answer.headers
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


    def test_pictures_that_would_fill_the_memory(self, signed_in: Browser) -> None:
        from PIL import Image

        file = io.BytesIO()
        Image.new("1", (8000, 8000)).save(file, "PNG")
        message = call(signed_in, "res.partner", "create", {"name": "x", "image_1920": base64.b64encode(file.getvalue()).decode()})
        assert "64 megapixels, at most 50 are accepted" in message
        file = io.BytesIO()
        Image.effect_noise((2500, 2500), 50).save(file, "PNG")
        broken = base64.b64encode(file.getvalue()[:20_000]).decode()
        assert "could not be read as an image" in call(signed_in, "res.partner", "create", {"name": "x", "image_1920": broken})


class TestExternalApi:
    def execute(self, browser: Browser, uid: Any, password: str) -> str:
        args = [browser.database, uid, password, "res.partner", "search", [[]]]
        params = {"service": "object", "method": "execute_kw", "args": args}
        return browser.client.post("/jsonrpc", json={"params": params}).get_json()["error"]["data"]["message"]

    def test_guessing_passwords_by_user_id_is_throttled(self, browser: Browser, committed: Callable) -> None:
        for guess in range(5):
            assert self.execute(browser, 2, f"guess {guess}") == "Wrong user id or password."
        assert "Too many failed sign-ins" in self.execute(browser, 2, "admin")
        committed(lambda env: env.cr.execute("DELETE FROM web_login_attempt"))

    @pytest.mark.parametrize("uid", [True, "2", None, 999999])
    def test_users_there_are_none(self, browser: Browser, committed: Callable, uid: Any) -> None:
        assert self.execute(browser, uid, "admin") == "Wrong user id or password."
        committed(lambda env: env.cr.execute("DELETE FROM web_login_attempt"))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_document_types_are_refused_in_every_encoding(self, browser: Browser, encoding: str) -> None:
        entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
        body = f'<?xml version="1.0" encoding="{encoding}"?>{" " * 3000}<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><methodCall><methodName>&e9;</methodName></methodCall>'
        answer = browser.client.post("/xmlrpc/2/common", data=body.encode(encoding), content_type="text/xml")
        assert "Document types are not accepted" in answer.text

    def test_databases_that_are_not_offered_are_not_confirmed(self, browser: Browser) -> None:
        def exists(name: str) -> bool:
            params = {"service": "db", "method": "db_exist", "args": [name]}
            return bool(browser.client.post("/jsonrpc", json={"params": params}).get_json()["result"])

        assert exists(browser.database)
        assert not exists("postgres")


class TestAddresses:
    @pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/x", "/\\evil.example", "http://[", "javascript:alert(1)", "/x\r\nSet-Cookie: a=b", "\x00"])
    def test_signing_in_leads_nowhere_else(self, browser: Browser, target: str) -> None:
        answer = browser.post("/web/login", {"login": "admin", "password": "admin", "redirect": target})
        location = answer.headers["Location"]
        assert answer.status_code == 303
        assert location.startswith("/") and not location.startswith("//")
        assert "\r" not in location and "Set-Cookie: a=b" not in str(answer.headers)

    @pytest.mark.parametrize(
        "path",
        [
            "/web/static/../../../etc/passwd", "/web/static/%2e%2e/__manifest__.py", "/web/static/..%2f__manifest__.py", "/web/static/%00",
            "/web/assets/x/web/../../__manifest__.py", "/..%2f/static/x", "/web/assets/x/npm/../../package.json", "/app/m-res.partner/" + "9" * 5000,
        ],
    )  # fmt: skip
    def test_paths_that_climb_find_nothing(self, signed_in: Browser, path: str) -> None:
        assert signed_in.get(path).status_code == 404

    @pytest.mark.parametrize("query", ["ctx=" + "[" * 60_000, "ctx={", "domain=__import__('os')", "order=name;drop", "group=name:x", "page=" + "9" * 30, "db[]=x"])
    def test_queries_nobody_meant(self, signed_in: Browser, query: str) -> None:
        assert signed_in.get("/app/m-res.partner?" + query).status_code in (200, 422)

    def test_a_file_where_a_login_is_expected(self, browser: Browser) -> None:
        answer = browser.post("/web/login", {"login": (io.BytesIO(b"x"), "x.txt"), "password": "x"})
        assert answer.status_code == 401

    def test_a_link_on_another_site_sets_nothing_off(self, signed_in: Browser, committed: Callable) -> None:
        def create(env: Any) -> int:
            model = env["ir.model"]._get("res.partner").id
            return env["ir.actions.server"].create({"name": "Run", "model_id": model, "state": "code", "code": "env['res.partner'].create({'name': 'Run'})"}).id

        action = committed(create)
        found = lambda: committed(lambda env: env["res.partner"].search_count([("name", "=", "Run")]))  # noqa: E731
        signed_in.get(f"/web/run/{action}", headers={"Sec-Fetch-Site": "cross-site"})
        assert found() == 0
        signed_in.get(f"/web/run/{action}", headers={"Sec-Fetch-Site": "same-origin"})
        assert found() == 1

    def test_a_body_larger_than_the_server_takes(self, signed_in: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(HTTPRequest, "max_content_length", 10_000)
        answer = signed_in.client.post("/web/dataset/call_kw", json={"params": {"model": "x" * 20_000}})
        assert answer.status_code == 413
        assert "Send less at once" in answer.text


class TestSandbox:
    """Administrators write rules, server actions, views and templates: they run restricted all the same."""

    ESCAPES = (
        "().__class__.__bases__[0].__subclasses__()",
        "env.registry.__class__",
        "(lambda: 0).__globals__",
        "'{0.__class__}'.format(env)",
        "getattr(env, '__class__')",
        "__import__('os').system('true')",
        "open('/etc/passwd')",
        "env.cr._connection",
    )

    @pytest.mark.parametrize("source", ESCAPES)
    def test_server_actions(self, committed: Callable, source: str) -> None:
        def run(env: Any) -> Any:
            model = env["ir.model"]._get("res.partner").id
            values = {"name": "x", "model_id": model, "state": "code", "code": f"action = {{'found': str({source})}}"}
            try:
                return env["ir.actions.server"].create(values).run()
            except Exception as error:
                env.cr.rollback()
                return str(error)

        answer = committed(run)
        assert isinstance(answer, str), answer

    @pytest.mark.parametrize("source", ESCAPES)
    def test_rules(self, committed: Callable, source: str) -> None:
        def create(env: Any) -> str:
            model = env["ir.model"]._get("res.partner").id
            try:
                env["ir.rule"].create({"name": "x", "model_id": model, "domain_force": f"[('name', '=', {source.replace('env', 'user')})]"})
                env.flush_all()
            except Exception as error:
                env.cr.rollback()
                return str(error)
            env.cr.rollback()
            return ""

        assert "does not work on res.partner" in committed(create)

    @pytest.mark.parametrize("source", ESCAPES)
    def test_templates(self, committed: Callable, source: str) -> None:
        from lxml import etree

        def render(env: Any) -> str:
            element = etree.Element("t")
            etree.SubElement(element, "t").set("t-out", source)
            try:
                return "RENDERED " + str(env["ir.qweb"]._render(element, {}))
            except Exception as error:
                return str(error)

        assert not committed(render).startswith("RENDERED")

    @pytest.mark.parametrize("arch", [
        '<!DOCTYPE form [<!ENTITY x SYSTEM "file:///etc/passwd">]><form><field name="name"/>&x;</form>',
        '<!DOCTYPE form [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><form string="&b;"><field name="name"/></form>',
    ])  # fmt: skip
    def test_entities_in_views(self, committed: Callable, arch: str) -> None:
        def create(env: Any) -> str:
            try:
                view = env["ir.ui.view"].create({"name": "x", "model": "res.partner", "type": "form", "arch": arch})
                return str(view._get_combined_arch() is not None and json.dumps(env["res.partner"].get_view(view.id)["arch"]))
            except Exception as error:
                return str(error)
            finally:
                env.cr.rollback()

        answer = committed(create)
        assert "root:" not in answer and "hahaha" not in answer
