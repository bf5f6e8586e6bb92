"""States of the server as people in front of a page meet them, in their language."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.http.conftest import Browser

#: The module; `core.http.application` as an attribute is the WSGI callable.
HTTP = sys.modules["core.http.application"]
VIETNAMESE = {"Accept-Language": "vi"}


@pytest.fixture
def in_vietnamese(committed: Callable[[Any], Any]) -> None:
    committed(lambda env: env["res.lang"]._activate_lang("vi_VN"))


@pytest.fixture
def statement(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """`statement('53100')`: every request meets this error of PostgreSQL."""

    def fail(code: str) -> None:
        def dispatch(request: Any, endpoint: Any, arguments: Any) -> Any:
            request.cr.execute(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{code}'; END $$")

        monkeypatch.setattr(HTTP, "dispatch", dispatch)

    return fail


@pytest.mark.parametrize(
    ("code", "english", "vietnamese"),
    [
        ("53100", ["no space left", "Free some space"], ["hết dung lượng", "giải phóng"]),
        ("53300", ["accepts no more connections", "max_connections"], ["kết nối", "max_connections"]),
        ("25006", ["cannot be written", "primary server"], ["để đọc", "máy chủ chính"]),
    ],
    ids=["disk full", "too many connections", "replica"],
)
def test_a_server_that_cannot_serve_is_explained(
    browser: Browser, statement: Callable[[str], None], in_vietnamese: None, code: str, english: list[str], vietnamese: list[str]
) -> None:
    statement(code)
    for headers, texts in (({}, english), (VIETNAMESE, vietnamese)):
        answer = browser.get("/web/login", headers=headers)
        assert answer.status_code == 503
        for text in texts:
            assert text in answer.text
        assert "psycopg2" not in answer.text and "Traceback" not in answer.text


def test_attachments_on_a_full_disk(signed_in: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def dispatch(*_args: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/filestore/ab/abcd")

    monkeypatch.setattr(HTTP, "dispatch", dispatch)
    answer = signed_in.get("/app")
    assert answer.status_code == 503
    assert "No space is left on the disk." in answer.text
    assert "/srv/filestore" not in answer.text


@pytest.mark.parametrize(
    ("headers", "says"),
    [({}, ["Something went wrong", "Nothing was changed", "reference"]), (VIETNAMESE, ["Đã xảy ra lỗi", "mã tham chiếu"])],
)
def test_a_mistake_of_ours_gives_a_reference_and_no_detail(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, in_vietnamese: None, headers: dict[str, str], says: list[str]
) -> None:
    def dispatch(*_args: Any) -> Any:
        raise KeyError("a secret of the code")

    monkeypatch.setattr(HTTP, "dispatch", dispatch)
    answer = browser.get("/web/login", headers=headers)
    assert answer.status_code == 500
    for text in says:
        assert text in answer.text
    assert "secret of the code" not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize("login", ["admin", "nobody at all"])
def test_a_refused_sign_in_says_the_same_for_every_login(browser: Browser, committed: Any, in_vietnamese: None, login: str) -> None:
    committed(lambda env: env.cr.execute("DELETE FROM web_login_attempt"))
    page = {"login": login, "password": "wrong"}
    assert "Wrong login or password." in browser.post("/web/login", page).text
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in browser.post("/web/login", page, headers=VIETNAMESE).text
    for _attempt in range(3):
        browser.post("/web/login", page)
    assert "Too many failed sign-ins. Try again in 10 minutes" in browser.post("/web/login", page).text
    committed(lambda env: env.cr.execute("DELETE FROM web_login_attempt"))


def test_an_unknown_database_is_named(browser: Browser) -> None:
    answer = browser.get("/web/login?db=nowhere")
    assert answer.status_code == 404
    assert "There is no database named nowhere here." in answer.text
