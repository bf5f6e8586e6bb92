"""Session tokens and CSRF tokens, without a database."""

import pytest
from freezegun import freeze_time

from core.http.session import Session, cookie_value, csrf_token, csrf_valid, read_cookie


def test_the_cookie_carries_database_and_token():
    session = Session("demo")
    assert read_cookie(cookie_value(session)) == ("demo", session.token)


@pytest.mark.parametrize("value", [None, "", "abc", "demo~short", "demo~" + "x" * 200])
def test_a_foreign_cookie_is_ignored(value):
    assert read_cookie(value) is None


def test_signing_in_takes_a_new_token():
    session = Session("demo", "planted-by-somebody-else")
    session.sign_in(2, "mai", {"lang": "vi_VN"})
    assert session.token != "planted-by-somebody-else"
    assert session.context == {"lang": "vi_VN"}


def test_a_csrf_token_belongs_to_its_session_and_ends():
    session, other = Session("demo"), Session("demo")
    token = csrf_token("secret", session)
    assert csrf_valid("secret", session, token)
    assert not csrf_valid("secret", other, token)
    assert not csrf_valid("other secret", session, token)
    with freeze_time("2099-01-01"):
        assert not csrf_valid("secret", session, token)


@pytest.mark.parametrize("token", [None, "", "x", "aobocod", "o" * 50])
def test_a_broken_csrf_token_is_refused(token):
    assert not csrf_valid("secret", Session("demo"), token)


def test_each_page_gets_another_csrf_token():
    session = Session("demo")
    assert csrf_token("secret", session) != csrf_token("secret", session)
