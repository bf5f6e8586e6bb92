"""An addon as pip installs it, `site-packages/odoo/addons/<name>` beside no `odoo/__init__.py`: found, installed, tested."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from core.base.config import config

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def odoo_bin(*arguments: str, packages: Path = HERE / "site-packages") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(packages), "SEN_DATA_DIR": config["data_dir"]}
    command = [sys.executable, str(ROOT / "odoo-bin.py"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)


def test_installed_and_tested(new_small_database: Callable[[], str]) -> None:
    done = odoo_bin("test", "-d", new_small_database(), "-i", "review", "review")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("(assets) is left out") == 1
    assert "17 tests" in done.stderr and "17 passed" in done.stderr


def test_the_distribution_pip_asks_for() -> None:
    assert version("odoo") == "18.0"


def test_packages_under_odoo_do_not_hide_the_alias() -> None:
    script = "import core, odoo, odoo.tools; from odoo import models; assert odoo is core, odoo"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(HERE / "site-packages")}, check=True)
