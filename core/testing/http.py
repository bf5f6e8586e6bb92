"""``HttpCase``: requests against the application, in the test's own transaction, without a network."""
from __future__ import annotations

import json
from typing import Any

from core.testing.common import TransactionCase, get_db_name, registry_in_test_mode

HOST = "127.0.0.1"


class Reply:
    """An answer with the attributes that tests written for ``requests`` look at."""

    def __init__(self, response: Any) -> None:
        self.status_code: int = response.status_code
        self.headers = response.headers
        self.content: bytes = response.get_data()
        self.url = response.request.url

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    @property
    def ok(self) -> bool:
        return self.status_code < 400

    def json(self) -> Any:
        return json.loads(self.content)

    def raise_for_status(self) -> None:
        if not self.ok:
            raise AssertionError(f"HTTP {self.status_code}: {self.text[:500]}")


class HttpCase(TransactionCase):
    """Tests that fetch pages: ``self.authenticate(login, password)``, then ``self.url_open(path)``."""

    def setUp(self) -> None:
        super().setUp()
        from werkzeug.test import Client

        from core.http import application
        self.opener = self.client = Client(application)
        mode = registry_in_test_mode(self.registry, self.cr)
        mode.__enter__()
        self.addCleanup(mode.__exit__, None, None, None)
        self.session: Any = None

    def authenticate(self, user: str | None, password: str | None) -> Any:
        """Log in (None: log out); later requests carry the session."""
        if not user:
            self.client.delete_cookie("session_id")
            return None
        reply = self.url_open("/web/session/authenticate", json={
            "jsonrpc": "2.0", "method": "call",
            "params": {"db": get_db_name(), "login": user, "password": password}})
        result = reply.json()
        if result.get("error"):
            raise AssertionError(f"{user} cannot log in: {result['error']['data']['message']}")
        self.session = result["result"]
        return self.session

    def url_open(self, url: str, data: Any = None, files: Any = None, timeout: float | None = None,
                 headers: Any = None, json: Any = None, params: Any = None, allow_redirects: bool = True,
                 cookies: Any = None, method: str | None = None) -> Reply:
        """GET, or POST when ``data``, ``files`` or ``json`` are given."""
        self.env.flush_all()
        body: dict[str, Any] = {}
        if files:
            body["data"] = {**(data or {}), **{name: (value[1], value[0]) if isinstance(value, tuple) else value
                                               for name, value in dict(files).items()}}
        elif data is not None:
            body["data"] = data
        if json is not None:
            body["json"] = json
        for name, value in (cookies or {}).items():
            self.client.set_cookie(name, value)
        response = self.client.open(url, method=method or ("POST" if body else "GET"), headers=headers, query_string=params,
                                    follow_redirects=allow_redirects, **body)
        self.env.invalidate_all()
        return Reply(response)

    def make_jsonrpc_request(self, route: str, params: Any = None, headers: Any = None, **kwargs: Any) -> Any:
        """Call a JSON route; an error of the server is raised."""
        reply = self.url_open(route, json={"jsonrpc": "2.0", "id": 0, "method": "call", "params": params or {}}, headers=headers)
        answer = reply.json()
        if "error" in answer:
            raise AssertionError(answer["error"]["data"]["message"])
        return answer.get("result")

    def base_url(self) -> str:
        return self.env["ir.config_parameter"].sudo().get_param("web.base.url") or f"http://{HOST}:8069"
