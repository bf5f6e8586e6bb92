"""A server in a thread over a database with every addon, and Chromium to use it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from browser_user import User

from core.base.config import config as options
from tests import harness

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_database(template_database: str) -> Iterator[str]:
    """The database that the server serves to the tests of this folder."""
    name = harness.clone(template_database, "browser")
    yield name
    harness.drop(name)


@pytest.fixture(scope="module", autouse=True)
def _served(browser_database: str) -> Iterator[None]:
    """A worker runs modules of other folders in between, which serve databases of their own."""
    before = options.get("db_name")
    options["db_name"] = browser_database
    yield
    options["db_name"] = before or ""


@pytest.fixture(scope="session")
def server(browser_database: str) -> Iterator[str]:
    """The address of a server over `browser_database`."""
    from werkzeug.serving import make_server

    from core.http import application

    listening = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not _CHROMIUM:
        pytest.skip("Chromium is not installed (apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def user(chromium: Any, server: str) -> Iterator[User]:
    person = User(chromium, server).sign_in()
    yield person
    person.close()
    assert not person.errors, person.errors


@pytest.fixture(scope="session")
def vietnamese(browser_database: str) -> str:
    """The login (and password) of an administrator who works in Vietnamese."""
    from core.cli.server import _activate_languages
    from core.db import transaction
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    def hire(cr: Any) -> None:
        env = Environment(cr, 1, {})
        groups = env.ref("base.user_admin").groups_id.ids
        env["res.users"].create({"name": "Nguyễn Thị Lan", "login": "lan", "password": "lan", "lang": "vi_VN", "groups_id": [(6, 0, groups)]})

    registry = Registry.get(browser_database)
    _activate_languages(registry, ["vi_VN"])
    transaction.run(registry.db_name, hire)
    registry.signal_changes()
    return "lan"


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
