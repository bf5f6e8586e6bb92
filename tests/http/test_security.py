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


@pytest.mark.parametrize("path", [
    "/web/login", "/app", "/app/users", "/app/nowhere", "/web/delete", "/web/palette?q=a", "/web/shortcuts", "/web/brand/x/0f6b62.css", "/logo.png",
    "/web/content/999999", "/web/health", "/web/static/src/web.css", "/report/html/nothing/1"])
def test_every_answer_forbids_framing_and_guessing(signed_in, path):
    """Also errors, files and style sheets: no page of ours can be laid under somebody else's."""
    headers = signed_in.get(path).headers
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"] or "sandbox" in headers["Content-Security-Policy"] \
        or "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(("path", "data"), [
    ("/app/users/2", {"__action": "save"}), ("/app/m-res.partner", {"__action": "delete", "ids": "1"}), ("/web/wizard", {"__model": "res.partner"}),
    ("/web/delete", {"model": "res.partner", "ids": "1", "do": "delete"}), ("/web/logout", {}), ("/web/preferences/language", {"lang": "en_US"}),
    ("/web/preferences/companies", {}), ("/web/preferences/password", {"old": "admin", "new": "12345678", "again": "12345678"}),
    ("/web/login", {"login": "admin", "password": "admin"})])
def test_nothing_can_be_posted_from_another_site(signed_in, path, data):
    """What a form on another site sends: the browser's cookie may come along, the session's token does not."""
    answer = signed_in.client.post(path, data=data, headers={"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400
    assert signed_in.get("/app").status_code == 200


def test_the_token_of_another_session_is_no_use(signed_in, web_database):
    other = type(signed_in)(web_database)
    other.sign_in()
    assert signed_in.client.post("/web/logout", data={"csrf_token": other.token()}).status_code == 400


def test_the_sessions_cookie_stays_with_us(browser):
    browser.sign_in()
    cookie = next(header for header in browser.get("/web/login").headers.getlist("Set-Cookie") + browser.sign_in().headers.getlist("Set-Cookie")
                  if header.startswith("session_id="))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_the_companys_style_sheet_holds_colours_only(browser):
    assert browser.get("/web/brand/x/ff0000.css").mimetype == "text/css"
    assert browser.get("/web/brand/x/red;}body{display:none.css").status_code == 404


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
