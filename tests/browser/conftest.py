"""A server in a thread over a database with every addon, and Chromium to use it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from core.base.config import config as options
from tests import harness

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]


@pytest.fixture(scope="session")
def server(template_database: str) -> Iterator[str]:
    """The address of a server over a database of its own."""
    from werkzeug.serving import make_server

    from core.http import application

    name = harness.clone(template_database, "browser")
    before = options.get("db_name")
    options["db_name"] = name
    listening = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()
    options["db_name"] = before or ""
    harness.drop(name)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not _CHROMIUM:
        pytest.skip("Chromium is not installed (apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


class User:
    """Somebody at a browser: signs in, opens pages, fills fields, presses buttons, and never sees a script error."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address = address
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def sign_in(self, login: str = "admin", password: str = "admin") -> User:
        self.page.goto(f"{self.address}/web/login")
        self.page.fill("#login", login)
        self.page.fill("#password", password)
        self.page.click("button.btn-primary")
        self.page.wait_for_url("**/app**")
        return self

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.settle()

    def settle(self) -> None:
        """Wait until no request is running and the answer is on the page."""
        self.page.wait_for_load_state("networkidle")
        for state in ("request", "settling", "swapping"):
            self.page.wait_for_selector(f".htmx-{state}", state="detached")
        self.page.wait_for_timeout(60)

    def choose(self, name: str, text: str) -> None:
        """Type into a many2one and take the first entry of its list."""
        field = self.page.locator(f'[name="{name}.text"], [name$=".{name}.text"]').last
        field.fill(text)
        self.page.wait_for_selector("[role=option][aria-selected=true]")
        field.press("Enter")
        self.settle()

    def fill(self, name: str, text: str) -> None:
        field = self.page.locator(f'input[name="{name}"], input[name$=".{name}"], textarea[name="{name}"], textarea[name$=".{name}"]').last
        field.fill(text)
        field.press("Tab")
        self.settle()

    def press(self, action: str) -> None:
        """A button by what it does: `action_confirm`, `save`, `step:invoice`."""
        value = action if ":" in action or action in ("save", "delete") else f"button:{action}"
        scope = self.page.locator("dialog[open]") if self.page.locator("dialog[open]").count() else self.page.locator("#main")
        scope.locator(f'button[value="{value}"]').first.click()
        self.settle()

    def save(self) -> None:
        self.page.keyboard.press("Control+s")
        self.settle()

    def messages(self) -> str:
        return self.page.inner_text("#messages").strip()

    def status(self) -> str:
        """The marked step of the status bar."""
        return self.page.inner_text(".o-statusbar [aria-current]")

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def user(chromium: Any, server: str) -> Iterator[User]:
    person = User(chromium, server).sign_in()
    yield person
    person.close()
    assert not person.errors, person.errors


@pytest.fixture(scope="module")
def reader(chromium: Any, server: str) -> Iterator[User]:
    """One signed-in user for all tests of a file that only look at pages."""
    person = User(chromium, server, viewport={"width": 1280, "height": 800}, reduced_motion="reduce").sign_in()
    yield person
    person.close()


@pytest.fixture
def visitor(chromium: Any, server: str) -> Iterator[User]:
    """Somebody who has not signed in."""
    person = User(chromium, server, reduced_motion="reduce")
    yield person
    person.close()


@pytest.fixture
def anyone(chromium: Any, server: str) -> Iterator[Any]:
    """`anyone(width=…, …)`: a signed-in user with another screen, language or setting."""
    people: list[User] = []

    def make(width: int = 1280, height: int = 800, **context: Any) -> User:
        people.append(User(chromium, server, viewport={"width": width, "height": height}, **context).sign_in())
        return people[-1]

    yield make
    for person in people:
        person.close()
        assert not person.errors, person.errors
