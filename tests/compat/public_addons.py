"""`make compat`: do public addons install here and pass the tests they ship, unmodified?

    make compat                                         the twelve addons of the contract
    make compat ADDONS="odoo-addon-x odoo-addon-y"      others

pip installs them, with the addons they need, into a throw-away environment that sees the packages of this project.
Each is installed into a database of its own, cloned from a template that holds the addons of ours it depends on with
their demo data, and its tests run there. What an addon ships for the browser is no part of it. Needs the package index.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import harness  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from rich.text import Text  # noqa: E402

from core.base.config import config  # noqa: E402
from core.modules import graph, manifest  # noqa: E402

CONTRACT = (
    "odoo-addon-partner-firstname",
    "odoo-addon-partner-contact-birthdate",
    "odoo-addon-partner-contact-department",
    "odoo-addon-product-code-unique",
    "odoo-addon-product-manufacturer",
    "odoo-addon-sale-order-line-date",
    "odoo-addon-sale-quotation-number",
    "odoo-addon-sale-cancel-reason",
    "odoo-addon-sale-order-archive",
    "odoo-addon-sale-fixed-discount",
    "odoo-addon-base-tier-validation",
    "odoo-addon-sale-tier-validation",
)
#: What public addons and their tests import and no wheel declares (freezegun and odoo-test-helper are ours already).
PACKAGES = ("decorator", "num2words", "openpyxl", "requests", "requests-mock", "responses", "vcrpy", "xlrd")
_SUMMARY = re.compile(r"^(?P<run>\d+) tests in [\d.]+ s: (?P<passed>\d+) passed(?P<rest>.*)$", re.MULTILINE)
_COUNT = re.compile(r"(\d+) (failed|with errors|skipped)")
_MINUTES = 20


@dataclass
class Result:
    """What became of one addon."""

    addon: str
    version: str = ""
    installed: bool = False
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reason: str = ""

    @property
    def good(self) -> bool:
        return self.installed and not self.failed and not self.reason


# The throw-away environment


class Environment:
    """A virtual environment that also sees the packages of the one this runs in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        self.packages = next(folder.glob("lib/python*/site-packages"))
        ours = [entry for entry in sys.path if entry.endswith("site-packages")]
        (self.packages / "project.pth").write_text("".join(f"{entry}\n" for entry in ours), encoding="utf-8")

    def install(self, names: Sequence[str]) -> dict[str, str]:
        """Install packages; why, by name, for those pip refused."""
        if not names or not self._pip(names):
            return {}
        if len(names) == 1:
            return {names[0]: self._pip(names)}
        return {name: reason for single in names for name, reason in self.install([single]).items()}

    def _pip(self, names: Sequence[str]) -> str:
        """pip's complaint, empty when it is content."""
        command = [sys.executable, "-m", "pip", "--python", str(self.python), "install", "--no-input", "-q", *names]
        done = subprocess.run(command, capture_output=True, text=True)
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        return (errors or [done.stderr.strip() or "pip failed"])[-1] if done.returncode else ""

    def distribution(self, name: str) -> Distribution | None:
        wanted = _canonical(name)
        found = distributions(path=[str(self.packages)])
        return next((one for one in found if _canonical(one.metadata["Name"]) == wanted), None)

    @staticmethod
    def addons(distribution: Distribution) -> list[str]:
        """The technical names of the addons a distribution brings."""
        files = [file.parts for file in distribution.files or ()]
        return [parts[2] for parts in files if parts[:2] == ("odoo", "addons") and parts[3:] == ("__manifest__.py",)]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.split("=")[0].split("<")[0].split(">")[0]).lower()


# One addon


class Bench:
    """Runs addons one by one in databases cloned from templates."""

    def __init__(self, environment: Environment, logs: Path) -> None:
        self.environment = environment
        self.logs = logs
        config.set_options(data_dir=os.environ.get("SEN_DATA_DIR") or str(harness._data_folder()))
        config.set_options(addons_path=[str(environment.packages / "odoo" / "addons")])

    def templates(self, addons: Iterable[str]) -> dict[str, str]:
        """By addon, the template with the addons of this repository that it needs."""
        found: dict[str, str] = {}
        built: dict[frozenset[str], str] = {}
        for addon in addons:
            ours = frozenset(self._needed(addon))
            if ours not in built:
                built[ours] = harness.build_template(sorted(ours))
            found[addon] = built[ours]
        return found

    @staticmethod
    def _needed(addon: str) -> Iterator[str]:
        for name in graph.load_order([addon]):
            path = manifest.find(name)
            if path and path.parent == ROOT / "addons":
                yield name

    def run(self, addon: str, template: str) -> Result:
        """Install an addon into a fresh database and run its tests there."""
        result = Result(addon, getattr(manifest.get(addon), "version", ""))
        database = harness.clone(template, "compat")
        try:
            output = self._test(addon, database)
        except subprocess.TimeoutExpired:
            result.reason = f"not done after {_MINUTES} minutes"
            return result
        finally:
            harness.drop(database)
        (self.logs / f"{addon}.log").write_text(output, encoding="utf-8")
        _read_outcome(output.replace(f"{self.environment.packages}/odoo/addons/", ""), result)
        return result

    def _test(self, addon: str, database: str) -> str:
        command = [str(self.environment.python), str(ROOT / "odoo-bin.py"), "test", "-d", database, "-D", config["data_dir"],
                   "-i", addon, "--test-tags", f"/{addon}", addon]  # fmt: skip
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60 * _MINUTES)
        return done.stdout


def _read_outcome(output: str, result: Result) -> None:
    summary = _SUMMARY.search(output)
    if not summary:
        result.reason = _last_error(output)
        return
    counts = {kind: int(number) for number, kind in _COUNT.findall(summary["rest"])}
    result.installed = True
    result.passed = int(summary["passed"])
    result.failed = counts.get("failed", 0) + counts.get("with errors", 0)
    result.skipped = counts.get("skipped", 0)
    if result.failed:
        result.reason = _last_error(output[: summary.start()])


def _last_error(output: str) -> str:
    """The line of the output that says most: the first problem found in an addon, else the last exception."""
    problems = re.findall(r"^\S+\.(?:xml|csv|py|po):\d+: .*", output, re.MULTILINE)
    raised = re.findall(r"^(?:\w+\.)*\w*(?:Error|Exception|Warning|Denied)\b.*", output, re.MULTILINE)
    lines = [line for line in output.splitlines() if line.strip()]
    return (problems[:1] or raised[-1:] or lines[-1:] or ["no output"])[0]


# All of them


def check(names: Sequence[str], folder: Path, processes: int) -> list[Result]:
    """Install the packages and run every addon they bring."""
    console = Console(stderr=True, soft_wrap=True)
    console.print(f"Installing {len(names)} packages from the package index")
    environment = Environment(folder / "environment")
    environment.install(PACKAGES)
    refused = environment.install(names)
    logs = folder / "logs"
    logs.mkdir(exist_ok=True)
    bench = Bench(environment, logs)
    results = [Result(name, reason=reason) for name, reason in refused.items()]
    wanted: list[str] = []
    for name in names:
        found = environment.distribution(name)
        if found is None and name not in refused:
            results.append(Result(name, reason="pip installed no such package"))
        wanted += environment.addons(found) if found else []
    possible = []
    for addon in dict.fromkeys(wanted):
        missing = sorted(_missing(addon, set()))
        if missing:
            results.append(Result(addon, reason=f"needs {', '.join(missing)}, which is not here"))
        else:
            possible.append(addon)
    templates = bench.templates(possible)
    with concurrent.futures.ThreadPoolExecutor(processes) as pool:
        for result in pool.map(lambda addon: bench.run(addon, templates[addon]), possible):
            results.append(result)
            console.print(f"{result.addon}: {_verdict(result)}", highlight=False, markup=False)
    return results


def _missing(addon: str, seen: set[str]) -> set[str]:
    """The addons nobody has among those `addon` needs."""
    if addon in seen:
        return set()
    seen.add(addon)
    found = manifest.get(addon)
    if found is None:
        return {addon}
    return {name for dependency in found.depends for name in _missing(dependency, seen)}


def _verdict(result: Result) -> str:
    return "passed" if result.good else result.reason or "failed"


def print_table(results: Sequence[Result]) -> None:
    table = Table("Addon", "Version", "Installed", "Passed", "Failed", "Skipped", "Reason")
    for result in sorted(results, key=lambda one: (not one.good, one.addon)):
        counts = [str(result.passed), str(result.failed), str(result.skipped)] if result.installed else ["", "", ""]
        table.add_row(result.addon, result.version, "yes" if result.installed else "no", *counts, Text(result.reason[:200]))
    Console(width=None if sys.stdout.isatty() else 200).print(table)
    print(f"{sum(result.good for result in results)} of {len(results)}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2, help="addons tested at the same time")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the environment and the logs in this folder, and use them again")
    parser.add_argument("packages", nargs="*", default=CONTRACT, metavar="PACKAGE")
    options = parser.parse_args(arguments)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        results = check(options.packages, options.keep.resolve(), options.processes)
    else:
        with tempfile.TemporaryDirectory(prefix="compat-") as folder:
            results = check(options.packages, Path(folder), options.processes)
    print_table(results)
    return 0 if all(result.good for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
