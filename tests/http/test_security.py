"""Who gets in, for how long, and what a page may do."""

import re

import pytest

from core.http import throttle


@pytest.fixture(autouse=True)
def _no_failures_left(committed):
    committed(lambda env: env.cr.execute("DELETE FROM web_login_attempt"))


def test_pages_ask_to_sign_in_and_lead_back(browser):
    answer = browser.get("/app/users")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/web/login?redirect=/app/users"
    assert browser.post("/web/login", {"login": "admin", "password": "admin", "redirect": "/app/users"}).headers["Location"] == "/app/users"


@pytest.mark.parametrize("redirect", ["https://evil.example/x", "//evil.example/x", "\\\\evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_elsewhere(browser, redirect):
    location = browser.post("/web/login", {"login": "admin", "password": "admin", "redirect": redirect}).headers["Location"]
    assert location.startswith("/")
    assert not location.startswith("//")


@pytest.mark.parametrize(("login", "password"), [("admin", "wrong"), ("nobody", "wrong"), ("", ""), ("admin", "x" * 5000)])
def test_a_refused_login_does_not_say_which_part_was_wrong(browser, login, password):
    answer = browser.sign_in(login, password)
    assert answer.status_code == 401
    assert "Wrong login or password." in answer.text
    assert browser.get("/app").status_code == 303


def test_after_some_failures_even_the_right_password_waits(browser):
    for _attempt in range(throttle.MAX_PER_LOGIN_AND_ADDRESS):
        browser.sign_in("admin", "wrong")
    answer = browser.sign_in()
    assert answer.status_code == 401
    assert "Try again in" in answer.text


def test_unknown_logins_are_throttled_like_known_ones(browser):
    for _attempt in range(throttle.MAX_PER_LOGIN_AND_ADDRESS):
        browser.sign_in("nobody", "wrong")
    assert "Try again in" in browser.sign_in("nobody", "wrong").text


def test_the_session_is_renewed_at_sign_in(browser):
    browser.get("/web/login")
    before = browser.client.get_cookie("session_id").value
    browser.sign_in()
    cookie = browser.client.get_cookie("session_id")
    assert cookie.value != before
    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_only_a_hash_of_the_token_is_stored(signed_in, committed):
    token = signed_in.client.get_cookie("session_id").value.partition("~")[2]
    committed(lambda env: env.cr.execute("SELECT token_hash FROM web_session"))
    stored = committed(lambda env: (env.cr.execute("SELECT string_agg(token_hash, ' ') FROM web_session"), env.cr.fetchone()[0])[1])
    assert token not in stored


def test_a_revoked_session_ends_at_once(signed_in, committed):
    assert signed_in.get("/app").status_code == 200
    committed(lambda env: env["web.session"]._revoke_users([2]))
    assert signed_in.get("/app").status_code == 303


def test_a_changed_password_ends_all_sessions(signed_in, committed):
    committed(lambda env: env.ref("base.user_admin").write({"password": "another"}))
    try:
        assert signed_in.get("/app").status_code == 303
    finally:
        committed(lambda env: env.ref("base.user_admin").write({"password": "admin"}))


def test_an_archived_user_is_out(signed_in, committed):
    committed(lambda env: env.cr.execute("UPDATE res_users SET active = false WHERE id = 2"))
    try:
        assert signed_in.get("/app").status_code == 303
    finally:
        committed(lambda env: env.cr.execute("UPDATE res_users SET active = true WHERE id = 2"))


def test_signing_out_ends_the_session_on_the_server(signed_in):
    cookie = signed_in.client.get_cookie("session_id").value
    signed_in.post("/web/logout")
    signed_in.client.set_cookie("session_id", cookie)
    assert signed_in.get("/app").status_code == 303


@pytest.mark.parametrize("headers", [{}, {"X-CSRF-Token": "made-up"}])
def test_a_post_without_the_sessions_token_is_refused(signed_in, headers):
    answer = signed_in.client.post("/app/users/2", data={"__action": "delete"}, headers=headers)
    assert answer.status_code == 400
    assert signed_in.get("/app/users/2").status_code == 200


def test_pages_forbid_inline_scripts_and_frames(signed_in):
    page = signed_in.get("/app/users/2")
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["Cache-Control"] == "no-store"
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", page.text)


def test_markup_in_data_is_shown_not_run(signed_in, committed):
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    partner = committed(lambda env: env["res.partner"].create({"name": evil}).id)
    for path in (f"/app/m-res.partner/{partner}", "/app/m-res.partner?s=1&q=script", "/app/m-res.partner?s=1&q=<script>alert(1)</script>"):
        text = signed_in.get(path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_an_unknown_database_is_named(browser):
    answer = browser.get("/web/login?db=nowhere")
    assert answer.status_code == 404


def test_health_needs_no_database(browser):
    assert browser.get("/web/health").json == {"status": "pass"}


def test_changing_the_own_password_keeps_this_session_and_ends_the_others(signed_in, web_database, committed):
    other = type(signed_in)(web_database)
    other.sign_in()
    try:
        wrong = signed_in.post("/web/preferences/password", {"old": "wrong", "new": "a longer one", "again": "a longer one"})
        assert wrong.status_code == 422
        answer = signed_in.post("/web/preferences/password", {"old": "admin", "new": "a longer one", "again": "a longer one"})
        assert answer.status_code == 303
        assert signed_in.get("/app").status_code == 200
        assert other.get("/app").status_code == 303
    finally:
        committed(lambda env: env.ref("base.user_admin").write({"password": "admin"}))
