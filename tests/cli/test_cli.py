"""The command line: Odoo's option names, and messages that help."""

from __future__ import annotations

import io
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from core.base.config import config
from core.cli import main, root
from core.cli import server as server_module
from core.cli.test import TagSelector
from core.orm.registry import Registry

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """``run('shell', '-d', name, input='…')`` → (exit code, everything printed). Options are forgotten afterwards."""
    before = {name: dict(config._layers[name]) for name in ("options", "runtime", "file", "environment")}
    for name in ("db_name", "addons_path"):  # other tests of this process have their own
        for layer in ("runtime", "options", "environment"):
            config._layers[layer].pop(name, None)
    config._merge()

    def call(*arguments: str, input: str = "") -> tuple[int, str]:  # noqa: A002
        monkeypatch.setattr(sys, "stdin", io.StringIO(input))
        capfd.readouterr()
        code = main(arguments)
        output = capfd.readouterr()
        return code, output.out + output.err

    yield call
    for name, values in before.items():
        config._layers[name] = values
    config._merge()


def test_help_lists_the_commands(run: Run) -> None:
    code, output = run("--help")
    assert code == 0
    for name in ("server", "shell", "db", "module", "import", "test", "i18n", "demo"):
        assert name in output


@pytest.mark.parametrize(
    "option",
    "-d --database -i --init -u --update -c --config --addons-path --without-demo --stop-after-init --test-enable --test-tags -p --http-port --no-http "
    "--workers --db_host --db_port --db_user --db_password -r -w --db_sslmode --log-level --load-language --data-dir --proxy-mode --db-filter --dev".split(),
)
def test_the_server_knows_the_options_implementers_know(option: str) -> None:
    command = root.get_command(click.Context(root), "server")
    assert command is not None
    assert option in {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}


def test_options_alone_mean_the_server(run: Run) -> None:
    assert run("--stop-after-init") == (0, "")


def test_a_misspelt_command_is_suggested(run: Run) -> None:
    code, output = run("shel")
    assert code == 2
    assert "no command 'shel'" in output and "'shell'" in output


def test_options_reach_the_configuration(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sen.conf"
    file.write_text("[options]\nworkers = 7\nhttp_port = 1234\n")
    assert run("-c", str(file), "--http-port", "4321", "--addons-path", str(tmp_path), "--stop-after-init")[0] == 0
    assert (config["workers"], config["http_port"]) == (7, 4321)
    assert config.addons_path[0] == str(tmp_path)


def test_installing_needs_a_database(run: Run) -> None:
    code, output = run("-i", "base", "--stop-after-init")
    assert code == 2
    assert "Name it with -d" in output


def test_unknown_database(run: Run) -> None:
    code, output = run("shell", "-d", "there_is_none")
    assert code == 1
    assert "there_is_none" in output and "Traceback" not in output


def test_unreachable_server(run: Run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code, output = run("shell", "-d", "any", "--db_host", "127.0.0.1", "--db_port", str(port), "--db_user", "nobody")
    assert code == 1
    assert str(port) in output and "Traceback" not in output


def test_a_broken_configuration_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sen.conf"
    file.write_text("[options]\nhttp_port = many\n")
    code, output = run("-c", str(file))
    assert code == 1
    assert "http_port" in output and "not a number" in output


def test_a_failed_first_installation_leaves_no_database(run: Run) -> None:
    from core import db

    code, output = run("-d", "sen_cli_failed", "-i", "no_such_addon", "--stop-after-init")
    assert code == 1
    assert "no_such_addon" in output and "Nothing was changed" in output
    assert not db.exists("sen_cli_failed")


class TestPorts:
    def test_the_next_free_port_is_taken(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            assert server_module.free_port("127.0.0.1", port) > port

    def test_no_free_port(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            with pytest.raises(ValueError, match="--http-port"):
                server_module.free_port("127.0.0.1", taken.getsockname()[1], attempts=1)

    def test_an_address_of_another_machine(self) -> None:
        with pytest.raises(ValueError, match="--http-interface"):
            server_module.free_port("192.0.2.1", 8069)

    def test_workers_get_the_options(self, run: Run) -> None:
        run("--http-port", "4321", "--addons-path", "/a,/b", "--stop-after-init")
        variables = server_module._environment_for_workers()
        assert variables["SEN_HTTP_PORT"] == "4321"
        assert variables["SEN_ADDONS_PATH"] == "/a,/b"


class TestShell:
    def shell(self, run: Run, database: str, script: str) -> tuple[int, str]:
        return run("shell", "-d", database, input=script)

    def test_env_is_in_scope(self, run: Run, small_database: str) -> None:
        code, output = self.shell(run, small_database, "print(env.cr.dbname, env.user.id, self == env.user)")
        assert code == 0
        assert f"{small_database} 1 True" in output

    def test_only_commit_keeps(self, run: Run, small_database: str) -> None:
        create = "partner = env['res.partner'].create({'name': 'Shell %s'})\n"
        self.shell(run, small_database, create % "lost")
        self.shell(run, small_database, create % "kept" + "env.cr.commit()\n")
        _code, output = self.shell(
            run, small_database,
            "found = env['res.partner'].search([('name', 'like', 'Shell')])\n"
            "print('FOUND', found.mapped('name'))\nfound.unlink()\nenv.cr.commit()\n",
        )  # fmt: skip
        assert "FOUND ['Shell kept']" in output

    def test_an_error_ends_the_script(self, run: Run, small_database: str) -> None:
        with pytest.raises(ZeroDivisionError):
            self.shell(run, small_database, "1 / 0\nprint('not reached')")

    def test_a_database_must_be_named(self, run: Run) -> None:
        code, output = run("shell")
        assert code == 2 and "-d" in output


class TestAddonTests:
    @pytest.fixture
    def addons(self, tmp_path: Path) -> Iterator[Path]:
        """An addon with a passing, a failing and a skipped test."""
        folder = tmp_path / "clitested"
        (folder / "tests").mkdir(parents=True)
        (folder / "__init__.py").write_text("")
        (folder / "__manifest__.py").write_text("{'name': 'Tested', 'depends': ['base'], 'license': 'LGPL-3'}")
        (folder / "tests" / "__init__.py").write_text("from . import test_some\n")
        (folder / "tests" / "test_some.py").write_text(
            "from odoo.tests import TransactionCase, tagged\n"
            "class TestSome(TransactionCase):\n"
            "    def test_passes(self): self.assertTrue(self.env.user)\n"
            "    def test_fails(self): self.assertEqual(1, 2)\n"
            "    def test_skipped(self): self.skipTest('later')\n"
            "@tagged('-standard', 'slow')\n"
            "class TestSlow(TransactionCase):\n"
            "    def test_slow(self): pass\n"
        )
        yield tmp_path
        for name in [name for name in sys.modules if "clitested" in name]:
            del sys.modules[name]

    def test_summary_and_exit_code(self, run: Run, addons: Path) -> None:
        from tests.harness import build_template, clone, drop

        name = clone(build_template(["base", "web"], demo=False), "cli")
        try:
            code, output = run("test", "-d", name, "--addons-path", str(addons), "-i", "clitested", "clitested")
            assert code == 1
            assert "FAIL: odoo.addons.clitested.tests.test_some.TestSome.test_fails" in output
            assert "1 passed, 1 failed, 1 skipped" in output

            code, output = run("test", "-d", name, "--addons-path", str(addons), "--test-tags", "slow,.test_passes", "clitested")
            assert code == 0
            assert "2 tests" in output
        finally:
            Registry.delete(name)
            drop(name)


@pytest.mark.parametrize(
    ("specs", "runs"),
    [
        ("", {"at_install", "post"}), ("post_install", {"post"}), ("slow", {"slow"}), ("/sale", {"at_install", "post"}), ("/stock", set()),
        ("*", {"at_install", "post", "slow"}), ("-post_install", {"at_install"}), ("*,-/sale", set()), (":TestPost", {"post"}), (".test_it", {"at_install", "post"}),
        ("/sale:TestPost.test_it", {"post"}), ("/sale:TestPost.other", set()), ("slow,post_install", {"slow", "post"}),
    ],
)  # fmt: skip
def test_tags(specs: str, runs: set[str]) -> None:
    class Case:
        _testMethodName = "test_it"

    class TestInstall(Case):
        test_tags = {"standard", "at_install"}

    class TestPost(Case):
        test_tags = {"standard", "post_install"}

    class TestSlow(Case):
        test_tags = {"slow"}

    selector = TagSelector(specs)
    cases: dict[str, Any] = {"at_install": TestInstall(), "post": TestPost(), "slow": TestSlow()}
    assert {name for name, case in cases.items() if selector.selects(case, "sale")} == runs


def test_a_senseless_tag_is_refused() -> None:
    with pytest.raises(click.UsageError, match="is not"):
        TagSelector("a b")




class TestNewDatabase:
    @pytest.fixture
    def name(self) -> Iterator[str]:
        from tests.harness import drop

        yield "sen_cli_country"
        drop("sen_cli_country")

    def test_its_company_has_the_chosen_country(self, run: Run, name: str) -> None:
        code, _output = run("-d", name, "-i", "base", "--without-demo", "--country", "VN", "--load-language", "vi_VN", "--stop-after-init")
        assert code == 0
        script = "print('IS', env.company.country_id.code, env.company.currency_id.name, [code for code, _n in env['res.lang'].get_installed()])"
        assert "IS VN VND ['en_US', 'vi_VN']" in run("shell", "-d", name, input=script)[1]

    def test_without_a_country_it_is_neutral(self, run: Run, name: str) -> None:
        assert run("-d", name, "-i", "base", "--without-demo", "--stop-after-init")[0] == 0
        script = "print('IS', env.company.country_id, env.company.currency_id.name)"
        assert "IS res.country() USD" in run("shell", "-d", name, input=script)[1]

    def test_an_unknown_country_is_refused(self, run: Run, name: str) -> None:
        from core import db

        code, output = run("-d", name, "-i", "base", "--country", "XX", "--stop-after-init")
        assert code != 0
        assert "no country 'XX'" in output
        assert not db.exists(name)
