"""What fails, or is killed, half-way leaves the database exactly as it was: schema, rows, files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from module_helpers import full_fingerprint, write_addon

from core.base.config import ROOT, config
from core.base.errors import LoadError
from core.db import connect
from core.modules import operations
from core.orm.environment import Environment
from core.orm.registry import Registry

ADDON = "test_life"
MODEL = """
from odoo import fields, models


class Life(models.Model):
    _name = "test.life"
    _description = "Life"

    name = fields.Char(required=True)
    {more}


class Partner(models.Model):
    _inherit = "res.partner"

    life_id = fields.Many2one("test.life")
    {partner}
"""
HOOKS = """
from . import models


def pre_init(env):
    env["ir.config_parameter"].set_param("test_life.pre", "1")
    {pre_init}


def post_init(env):
    env["ir.attachment"].create({{"name": "made by a hook", "raw": b"content of the hook"}})
    env["res.partner"].create({{"name": "made by a hook"}})
    env.flush_all()
    {post_init}


def uninstall(env):
    env["res.partner"].create({{"name": "made while uninstalling"}})
    {uninstall}
"""
DATA = """<odoo>
    <record id="one" model="test.life"><field name="name">One</field></record>
    <record id="logo" model="ir.attachment"><field name="name">logo</field><field name="raw">content of the data</field></record>
    {more}
</odoo>"""
FAIL = "raise ValueError('on purpose')"


def life(addons: Path, version: str = "1.0", **parts: str) -> None:
    """The addon; ``parts`` break one of its pieces."""
    files = {
        "__init__.py": HOOKS.format(**{name: parts.get(name, "pass") for name in ("pre_init", "post_init", "uninstall")}),
        "models.py": MODEL.format(more=parts.get("field", ""), partner=parts.get("partner", "")),
        "data.xml": DATA.format(more=parts.get("data", "")),
    }
    for stage in ("pre", "post", "end"):
        if stage in parts:
            script = "def migrate(cr, version):\n    cr.execute(\"UPDATE res_partner SET comment = 'touched'\")\n    " + parts[stage]
            files[f"migrations/1.1/{stage}-change.py"] = script + "\n"
    write_addon(
        addons, ADDON, files, data=["data.xml"], version=version,
        pre_init_hook="pre_init", post_init_hook="post_init", uninstall_hook="uninstall",
    )  # fmt: skip


def collected(dbname: str) -> dict[str, str]:
    """The database once files nobody refers to are collected, as every night."""
    registry = Registry.new(dbname)
    with registry.cursor() as cr:
        attachments = Environment(cr, 1, {})["ir.attachment"]
        attachments._store.collect(attachments._used_keys, grace_seconds=0)
    return full_fingerprint(dbname)


def assert_unchanged(dbname: str, before: dict[str, str]) -> None:
    after = collected(dbname)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == set()


# what raises


@pytest.mark.parametrize(
    "broken",
    [
        {"pre_init": FAIL},
        {"data": '<function model="test.life" name="write" eval="[[1], {\'no_such_field\': 1}]"/>'},
        {"post_init": FAIL},
    ],
    ids=["pre_init_hook", "data", "post_init_hook"],
)
def test_a_failed_installation(dbname: str, addons: Path, broken: dict[str, str]) -> None:
    life(addons, **broken)
    before = collected(dbname)
    with pytest.raises(LoadError):
        operations.install(dbname, [ADDON])
    assert_unchanged(dbname, before)
    assert "test.life" not in Registry.get(dbname)


@pytest.mark.parametrize(
    "broken",
    [
        {"pre": FAIL},
        {"post": FAIL},
        {"end": FAIL},
        {"data": '<record id="two" model="test.life"><field name="name" eval="1 / 0"/></record>'},
        {"field": "size = fields.Integer(required=True)\n    _sql_constraints = [('few', 'CHECK (size > 0)', 'x')]", "post": FAIL},
    ],
    ids=["pre_migration", "post_migration", "end_migration", "data", "new_column_and_constraint"],
)
def test_a_failed_upgrade(dbname: str, addons: Path, broken: dict[str, str]) -> None:
    life(addons)
    operations.install(dbname, [ADDON])
    before = collected(dbname)
    life(addons, "1.1", **{"partner": "life_note = fields.Char(default='x')", **broken})
    with pytest.raises(LoadError):
        operations.upgrade(dbname, [ADDON])
    life(addons)
    assert_unchanged(dbname, before)


def test_a_failed_uninstallation(dbname: str, addons: Path) -> None:
    life(addons, uninstall=FAIL)
    operations.install(dbname, [ADDON])
    before = collected(dbname)
    with pytest.raises(ValueError, match="on purpose"):
        operations.uninstall(dbname, [ADDON])
    assert_unchanged(dbname, before)


# what is killed


_KILLED = """
import os, signal, sys
import core
from core.db.cursor import Cursor
from core.modules import operations

last = float(sys.argv[3]); count = 0; run, commit = Cursor.run, Cursor.commit

def counted(self, *arguments, **options):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return run(self, *arguments, **options)

def committed(self):
    if last == -1 and count > 30:
        os.kill(os.getpid(), signal.SIGKILL)
    commit(self)
    if last == -2 and count > 30:
        os.kill(os.getpid(), signal.SIGKILL)

Cursor.run, Cursor.commit = counted, committed
getattr(operations, sys.argv[1])(sys.argv[2], ["test_life"])
print(count)
"""


@pytest.fixture
def killed(addons: Path) -> Callable[..., int]:
    """Runs an operation in a process that kills itself at the n-th statement (-1: before the commit, -2: after it)."""

    def killed(operation: str, dbname: str, at: int | float) -> int:
        options = {f"SEN_{name.upper()}": str(config[name]) for name in ("data_dir", "db_host", "db_port", "db_user") if config[name]}
        finished = subprocess.run(
            [sys.executable, "-c", _KILLED, operation, dbname, str(at)], capture_output=True, text=True, check=False, cwd=ROOT,
            env={**os.environ, **options, "SEN_ADDONS_PATH": str(addons)},
        )  # fmt: skip
        assert finished.returncode in (0, -9), finished.stderr
        return 0 if finished.returncode else int(finished.stdout.split()[-1])

    return killed


def installed(dbname: str) -> str | None:
    with connect(dbname).cursor() as cr:
        cr.run("SELECT state, latest_version FROM ir_module_module WHERE name = %s", [ADDON])
        state, version = cr.fetchone() or (None, None)
        return version if state == "installed" else None


def test_a_killed_installation(dbname: str, addons: Path, killed: Callable[..., int]) -> None:
    """Whenever the process dies before the commit nothing has happened, and the next attempt succeeds."""
    life(addons)
    before = collected(dbname)
    for at in (60, -1):
        assert killed("install", dbname, at) == 0
        assert_unchanged(dbname, before)
    assert killed("install", dbname, -2) == 0
    assert installed(dbname) == "18.0.1.0"


def test_a_killed_upgrade(dbname: str, addons: Path, killed: Callable[..., int]) -> None:
    life(addons)
    operations.install(dbname, [ADDON])
    before = collected(dbname)
    life(addons, "1.1", partner="life_note = fields.Char(default='x')", pre="pass", post="pass", end="pass")
    for at in (35, -1):
        assert killed("upgrade", dbname, at) == 0
        assert_unchanged(dbname, before)
    assert killed("upgrade", dbname, -2) == 0
    assert installed(dbname) == "18.0.1.1"


def test_a_killed_uninstallation(dbname: str, addons: Path, killed: Callable[..., int]) -> None:
    life(addons)
    operations.install(dbname, [ADDON])
    before = collected(dbname)
    assert killed("uninstall", dbname, -1) == 0
    assert_unchanged(dbname, before)
