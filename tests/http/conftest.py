"""A database of the room's own, and a client that signs in as a browser does."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from core.base.config import config as options
from core.http import application
from tests import harness

PASSWORD = "admin"


class Browser:
    """Cookies, CSRF token and forms over the WSGI application."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.client = Client(application)
        self.headers: dict[str, str] = {}

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        data = {"csrf_token": self.token(), **(data or {})}
        return self.client.post(path, data=data, **options)

    def token(self) -> str:
        page = self.get("/app" if self.get("/app").status_code == 200 else "/web/login").text
        found = re.search(r'(?:id="csrf" value|name="csrf_token" value)="([^"]+)"', page)
        assert found, page
        return found.group(1)

    def sign_in(self, login: str = "admin", password: str = PASSWORD) -> TestResponse:
        return self.post("/web/login", {"login": login, "password": password})

    def act(self, path: str, action: str = "save", **values: Any) -> TestResponse:
        """Press a button of a form page: its hidden state and the given inputs are posted, as without a script."""
        page = self.get(path)
        assert page.status_code == 200, page.text
        return self.resubmit(page, path, action, **values)

    def resubmit(self, page: TestResponse, path: str, action: str, **values: Any) -> TestResponse:
        state = re.search(r'name="__state" value="([^"]*)"', page.text)
        assert state, page.text
        import html

        data = {"__state": html.unescape(state.group(1)), "__action": action, **{key.replace("__dot__", "."): value for key, value in values.items()}}
        return self.post(path, data)


@pytest.fixture(scope="module")
def web_database() -> Iterator[str]:
    name = harness.clone(harness.build_template(["base", "web"], demo=False), "web")
    before = options.get("db_name")
    options["db_name"] = name
    yield name
    options["db_name"] = before or ""
    harness.drop(name)


@pytest.fixture
def browser(web_database: str) -> Browser:
    return Browser(web_database)


@pytest.fixture
def signed_in(browser: Browser) -> Browser:
    answer = browser.sign_in()
    assert answer.status_code == 303, answer.text
    return browser


@pytest.fixture
def committed(web_database: str) -> Callable[[Callable[[Any], Any]], Any]:
    """`committed(lambda env: …)`: run in the database and commit."""
    import core
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    def run(function: Callable[[Any], Any]) -> Any:
        with Registry.get(web_database).cursor() as cr:
            return function(Environment(cr, core.SUPERUSER_ID, {}))

    return run


# -- a server of its own, for clients that need a socket -----------------------------------------------------------------


@dataclass
class ApiServer:
    """Two workers on a port, with databases and attachments where the tests have theirs."""

    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def api_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiServer]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = ApiServer(port, tmp_path_factory.mktemp("server") / "log")
    command = [sys.executable, str(harness.ROOT / "odoo-bin.py"), "-p", str(port), "--workers", "2", "--max-cron-threads", "0"]
    environment = {**os.environ, **{f"SEN_{name.upper()}": str(options[name]) for name in (
        "data_dir", "db_host", "db_port", "db_user", "argon2_time_cost", "argon2_memory_cost") if options[name]}}
    environment.pop("SEN_DB_NAME", None)
    with server.log.open("wb") as log:
        process = subprocess.Popen(command, cwd=harness.ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait_for(server, process)
        yield server
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        (Path(options["data_dir"]) / "master_password").unlink(missing_ok=True)


def _wait_for(server: ApiServer, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{server.url}/web/health", timeout=5).read()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(server.log.read_text(errors="replace"))
