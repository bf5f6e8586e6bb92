"""``HttpCase``: requests against the application, in the transaction of the test."""

from __future__ import annotations

import json
import re
from typing import Any
from unittest.mock import patch

from core.base.config import config
from core.testing.case import TransactionCase, _Borrowed


class Answer:
    """A response, read the way tests read those of the requests library."""

    def __init__(self, response: Any, url: str) -> None:
        self.status_code: int = response.status_code
        self.headers = response.headers
        self.content: bytes = response.get_data()
        self.url = url
        self.history = list(response.history)

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
            raise AssertionError(f"{self.url} answered {self.status_code}: {self.text[:500]}")


class HttpCase(TransactionCase):
    """Requests run in this process and see what the test wrote; nothing is committed."""

    def setUp(self) -> None:
        super().setUp()
        from werkzeug.test import Client

        from core.http import application

        self.startPatcher(patch("core.db.transaction.run", self._run_in_test))
        self.opener = Client(application)
        config["db_name"] = self.registry.db_name

    def _run_in_test(self, dbname: str, function: Any, **_options: Any) -> Any:
        self.env.flush_all()
        try:
            with _Borrowed(self.cr) as cursor:
                return function(cursor)
        finally:
            self.env.invalidate_all(flush=False)

    @classmethod
    def base_url(cls) -> str:
        return f"http://127.0.0.1:{config['http_port']}"

    def url_open(
        self,
        url: str,
        data: Any = None,
        files: Any = None,
        timeout: int = 12,
        headers: dict[str, str] | None = None,
        allow_redirects: bool = True,
        head: bool = False,
        json: Any = None,  # noqa: A002 – the name the requests library has
        method: str | None = None,
    ) -> Answer:
        """GET, or POST when there is data."""
        has_body = data is not None or files is not None or json is not None
        verb = method or ("HEAD" if head else "POST" if has_body else "GET")
        body = {**(data if isinstance(data, dict) else {}), **(files or {})} if isinstance(data, dict) or files else data
        path = url.removeprefix(self.base_url())
        options: dict[str, Any] = {"json": json} if json is not None else {"data": body}
        response = self.opener.open(
            path, method=verb, headers=headers or {}, base_url=self.base_url(), follow_redirects=allow_redirects, **options
        )
        return Answer(response, path)

    def authenticate(self, user: str | None, password: str | None) -> None:
        """Log in through the login page."""
        if user is None:
            self.logout()
            return
        page = self.url_open("/web/login")
        token = re.search(r'name="csrf_token"[^>]*value="([^"]*)"', page.text)
        values = {"login": user, "password": password or "", "csrf_token": token[1] if token else ""}
        answer = self.url_open("/web/login", data=values, allow_redirects=False)
        if answer.status_code not in (302, 303):
            raise AssertionError(f"{user} could not log in: {answer.status_code}")

    def logout(self, keep_db: bool = True) -> None:
        self.url_open("/web/session/logout")

    def make_jsonrpc_request(self, route: str, params: Any = None, headers: Any = None) -> Any:
        """The result of a JSON-RPC call; a refusal raises."""
        answer = self.url_open(route, json={"jsonrpc": "2.0", "method": "call", "id": 1, "params": params or {}}, headers=headers)
        content = answer.json()
        if "error" in content:
            raise AssertionError(content["error"])
        return content["result"]

    def browser_js(self, url_path: str, code: str = "", ready: str = "", login: str | None = None, **kwargs: Any) -> None:
        self.skipTest("drives the JavaScript of another web client")

    def start_tour(self, url_path: str, tour_name: str, step_delay: Any = None, **kwargs: Any) -> None:
        self.skipTest("drives the JavaScript of another web client")


HttpSavepointCase = HttpCase


