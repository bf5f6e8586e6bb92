"""What can go wrong on the command line: each time the reason and the remedy, and nothing half-done."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.modules.module_helpers import BAD_ADDONS, fingerprint

from tests.faults.conftest import ROOT, Sen, environment


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_an_unknown_database_comes_with_the_commands_that_help(sen: Sen) -> None:
    code, text = sen("shell", "-d", "no_such_one")
    assert code == 1
    assert "There is no database 'no_such_one'." in text
    assert "db list" in text and "db create no_such_one" in text


def test_an_unreachable_server_is_named_with_the_options(sen: Sen, closed_port: int) -> None:
    code, text = sen("db", "list", DATABASE_URL=f"postgresql://u:secret@127.0.0.1:{closed_port}/x")
    assert code == 1
    assert f"127.0.0.1:{closed_port}" in text and "DATABASE_URL" in text
    assert "secret" not in text


def test_a_data_folder_that_cannot_be_used(sen: Sen) -> None:
    code, text = sen("db", "list", SEN_DATA_DIR="/dev/null/sen", SEN_DB_HOST="")
    assert code == 1
    assert "/dev/null/sen" in text and "--data-dir" in text


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"SEN_HTTP_PORT": "many"}, "http_port: 'many' is not a number"),
        ({"DATABASE_URL": "mysql://host/db"}, "postgresql://"),
    ],
)
def test_a_variable_nobody_can_read(sen: Sen, variables: dict[str, str], says: str) -> None:
    code, text = sen("db", "list", **variables)
    assert code == 1
    assert says in text


def test_a_log_file_in_no_folder(sen: Sen) -> None:
    code, text = sen("--logfile", "/no/such/folder/sen.log", "--stop-after-init")
    assert code == 1
    assert "/no/such/folder/sen.log: No such file or directory" in text


def test_without_its_packages_it_says_how_to_get_them(tmp_path: Path) -> None:
    shutil.copy(ROOT / "odoo-bin.py", tmp_path)
    done = subprocess.run([sys.executable, "-I", "-S", str(tmp_path / "odoo-bin.py")], capture_output=True, text=True)
    assert done.returncode == 1
    assert "make install" in done.stderr and "Traceback" not in done.stderr


def test_a_language_nobody_knows(sen: Sen, small_database: str) -> None:
    code, text = sen("-d", small_database, "--load-language", "xx_YY", "--stop-after-init")
    assert code == 1
    assert "'xx_YY'" in text and "vi_VN" in text


def test_tests_of_an_addon_that_is_not_installed(sen: Sen, small_database: str) -> None:
    code, text = sen("test", "-d", small_database, "sale")
    assert code == 2
    assert f"Not installed in {small_database}: sale" in text


def test_all_mistakes_of_addons_are_reported_together(sen: Sen, small_database: str) -> None:
    """Syntax, dependencies missing and cyclic, ids given twice, unknown names, broken XML, an xpath that finds nothing."""
    before = fingerprint(small_database)
    addons = (
        "bad_syntax bad_missing_dependency bad_cycle_a bad_duplicate_id bad_unknown_model bad_unknown_field bad_xml bad_schema bad_xpath bad_import"
    ).split()

    code, text = sen("module", "install", "-d", small_database, "--addons-path", BAD_ADDONS, *addons)

    assert code == 1
    assert "Nothing was changed." in text
    for place in (
        "bad_syntax/models.py:4",
        "bad_missing_dependency/__manifest__.py:4",
        "bad_cycle_a/__manifest__.py:4",
        "bad_cycle_b/__manifest__.py:4",
        "bad_duplicate_id/data/partners.xml:5",
        "bad_unknown_model/data/things.xml:2",
        "bad_unknown_field/data/partners.xml:4",
        "bad_xml/data/broken.xml:3",
        "bad_schema/data/partners.xml:2",
        "bad_xpath/views/partner.xml:7",
        "bad_import/models.py:3",
    ):
        assert place in text, f"{place} is missing in\n{text}"
    assert fingerprint(small_database) == before


def test_a_folder_of_the_addons_path_that_is_missing(sen: Sen, small_database: str) -> None:
    code, text = sen("module", "install", "-d", small_database, "--addons-path", "/no/such/folder", "my_own_addon")
    assert code == 1
    assert "No addon is called 'my_own_addon'." in text and "no folder /no/such/folder" in text


MAPPING = """
model = "res.currency.rate"
file = "rates.csv"
external_id = "rate_{code}"
namespace = "faults"
columns = [
    { column = "day", field = "name", required = true, unique = true },
    { column = "rate", field = "rate", required = true },
    { column = "currency", field = "currency_id", lookup = { by = "name" } },
]
"""


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (b"code,day,rate,currency\nA,2026-01-02,1,\xff\xfe\n", ["row 2", "UTF-8"]),
        (b"code;day;rate;currency\nA;2026-01-02;1;EUR\n", ["row 1", "separated by a semicolon", "delimiter"]),
        (b"code,date,rate,currency\nA,2026-01-02,1,EUR\n", ["column day", "no such column", "code, date, rate, currency"]),
        (b"code,day,rate,currency\nA,31.02.2026,1,EUR\n", ["row 2", "day", "31.02.2026"]),
        (b"code,day,rate,currency\nA,2026-01-02,much,EUR\n", ["row 2", "rate", "much"]),
        (b"code,day,rate,currency\nA,2026-01-02,1,ZZZ\n", ["row 2", "currency", "ZZZ"]),
        (b"code,day,rate,currency\nA,2026-01-02,1,EUR\nB,2026-01-02,1,USD\n", ["row 3", "day", "2026-01-02"]),
    ],
    ids=["encoding", "separator", "column", "date", "number", "reference", "twice"],
)
def test_a_table_with_a_mistake_is_told_with_its_place(sen: Sen, small_database: str, tmp_path: Path, table: bytes, says: list[str]) -> None:
    (tmp_path / "mapping.toml").write_text(MAPPING)
    (tmp_path / "rates.csv").write_bytes(table)
    before = fingerprint(small_database)

    code, text = sen("import", "-d", small_database, "--mapping", tmp_path / "mapping.toml", tmp_path / "rates.csv")

    assert code == 1
    for part in ("rates.csv", "Nothing was imported", *says):
        assert part in text, text
    assert fingerprint(small_database) == before


def test_a_taken_port_is_told_and_the_next_one_used(small_database: str, taken_port: int) -> None:
    command = [sys.executable, str(ROOT / "odoo-bin.py"), "-d", small_database, "-p", str(taken_port), "--max-cron-threads", "0"]
    server = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    watch = threading.Timer(60, server.kill)
    watch.start()
    try:
        assert server.stdout
        text = ""
        for line in server.stdout:
            text += line
            if "Serving on" in line:
                break
        found = re.search(r"Serving on (http://[\d.:]+)", text)
        assert found, text
        assert f"Port {taken_port} is taken; using" in text
        with urllib.request.urlopen(f"{found.group(1)}/web/health") as answer:
            assert answer.status == 200
    finally:
        watch.cancel()
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=30)
    assert server.returncode in (0, -signal.SIGTERM)


@pytest.mark.skipif(os.getuid() != 0, reason="only root may mount a file system that is full")
def test_a_full_disk_is_told_before_anything_is_begun(sen: Sen) -> None:
    small = Path(tempfile.mkdtemp())  # not in pytest's folder: the server's own user must reach it
    small.chmod(0o755)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs", str(small)], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        code, text = sen("db", "list", SEN_DATA_DIR=str(small / "data"), SEN_DB_HOST="")
        assert code == 1
        assert "space" in text and str(small) in text
    finally:
        subprocess.run(["umount", str(small)], check=False)
        small.rmdir()
