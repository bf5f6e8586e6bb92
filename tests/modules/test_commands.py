"""`odoo-bin.py module …` and `odoo-bin.py import …`."""

from __future__ import annotations

import pytest
from module_helpers import fingerprint, write_addon

from core.cli import main
from core.modules import operations


@pytest.fixture
def run(dbname, capsys):
    """`run(command, …)` → (exit code, what it printed); the database is named by itself."""

    def call(*arguments):
        code = main([*arguments[:2], "-d", dbname, *arguments[2:]] if arguments[0] == "module" else [arguments[0], "-d", dbname, *arguments[1:]])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return call


def test_a_dry_run_shows_the_plan_and_changes_nothing(run, dbname, addons):
    write_addon(addons, "test_side")
    write_addon(addons, "test_top", depends=["test_side"])
    before = fingerprint(dbname)
    code, printed = run("module", "install", "test_top", "--dry-run")
    assert code == 0
    assert printed.index("test_side: would be installed") < printed.index("test_top: would be installed")
    assert fingerprint(dbname) == before


def test_install_list_upgrade_uninstall(run, addons):
    write_addon(addons, "test_top")
    assert "test_top: installed" in run("module", "install", "test_top")[1]
    assert "test_top" in run("module", "list", "--state", "installed")[1]
    assert "test_top: upgraded" in run("module", "upgrade", "test_top")[1]
    assert "Nothing to do" in run("module", "install", "test_top")[1]
    assert "Uninstalled: test_top" in run("module", "uninstall", "test_top", "--yes")[1]


def test_mistakes_are_printed_without_a_traceback(run, addons):
    code, printed = run("module", "install", "test_nothing_like_this")
    assert code == 1
    assert "No addon is called" in printed
    assert "Traceback" not in printed
    code, printed = run("module", "uninstall", "base", "--yes")
    assert code == 1
    assert "cannot be uninstalled" in printed


def test_import_and_its_dry_run(run, dbname, tmp_path):
    (tmp_path / "partners.csv").write_text("code,name\nA,Alpha\n")
    (tmp_path / "mapping.toml").write_text(
        'model = "res.partner"\nfile = "partners.csv"\nexternal_id = "imported_{code}"\n'
        'columns = [{ column = "code", field = "ref" }, { column = "name", field = "name" }]\n'
    )
    mapping = ("--mapping", str(tmp_path / "mapping.toml"), str(tmp_path / "partners.csv"))
    before = fingerprint(dbname)
    assert "1 record(s) could be imported" in run("import", "--dry-run", *mapping)[1]
    assert fingerprint(dbname) == before
    assert "res.partner: 1 record(s) imported" in run("import", *mapping)[1]
    (tmp_path / "partners.csv").write_text("code,nmae\nA,Alpha\n")
    code, printed = run("import", *mapping)
    assert code == 1
    assert "partners.csv, row 1, column name" in printed


def test_two_installations_of_one_addon_leave_one(dbname, addons):
    write_addon(addons, "test_top")
    operations.install(dbname, ["test_top"])
    assert operations.plan(dbname, install=["test_top"]).steps() == []
