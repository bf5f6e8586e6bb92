"""Faults as people meet them: the command line as a program of its own, pages through the WSGI application."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.base.config import config as options
from tests.http.conftest import Browser, browser, committed, signed_in, web_database  # noqa: F401 – fixtures

ROOT = Path(__file__).resolve().parents[2]
Sen = Callable[..., tuple[int, str]]


def environment(**variables: str) -> dict[str, str]:
    """The environment of a command that uses the tests' own PostgreSQL."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("SEN_", "DATABASE_URL"))}
    ours["SEN_DATA_DIR"] = str(options["data_dir"])
    for name in ("db_host", "db_port", "db_user"):
        if options.get("db_host") and options.get(name):
            ours[f"SEN_{name.upper()}"] = str(options[name])
    return {**ours, **variables}


@pytest.fixture
def sen() -> Sen:
    """`sen('db', 'list')` runs `odoo-bin.py db list`: (exit code, what it printed), never with a traceback."""

    def run(*arguments: Any, **variables: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, str(ROOT / "odoo-bin.py"), *map(str, arguments)], env=environment(**variables),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        text = done.stdout + done.stderr
        assert "Traceback" not in text, text
        return done.returncode, text

    return run


@pytest.fixture
def outsider(web_database: str, committed: Callable[[Any], Any]) -> Browser:  # noqa: F811
    """Somebody signed in who may do nothing special."""

    def create(env: Any) -> None:
        if not env["res.users"].search([("login", "=", "mallory")]):
            group = env.ref("base.group_user")
            env["res.users"].create({"name": "Mallory", "login": "mallory", "password": "mallory", "groups_id": [(6, 0, group.ids)]})

    committed(create)
    mallory = Browser(web_database)
    assert mallory.sign_in("mallory", "mallory").status_code == 303
    return mallory
