"""Configuration in layers: defaults ← ``config/default.conf`` ← ``-c FILE`` ← environment ← options.

``config['db_host']`` gives the value of the topmost layer that sets the option. Names are those of the addon
API; every option can also be set as ``SEN_<NAME>`` in the environment, the database server as ``DATABASE_URL``.
"""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]

#: Every option with its default; the type of the default (or of ``_TYPES``) is the option's type.
DEFAULTS: dict[str, Any] = {
    "addons_path": [],
    "admin_passwd": "",
    "argon2_time_cost": 2,
    "argon2_memory_cost": 19 * 1024,
    "csv_internal_sep": ",",
    "data_dir": "",
    "db_host": "",
    "db_maxconn": 32,
    "db_name": "",
    "db_password": "",
    "db_port": 0,
    "db_sslmode": "prefer",
    "db_template": "template0",
    "db_user": "",
    "dbfilter": "",
    "country": "",
    "demo": {},
    "dev_mode": [],
    "embedded_linger": 3.0,
    "embedded_user": "nobody",
    "email_from": "",
    "from_filter": "",
    "http_enable": True,
    "http_interface": "127.0.0.1",
    "http_port": 8069,
    "import_partial": "",
    "init": {},
    "limit_memory_soft": 0,
    "list_db": True,
    "load_language": "",
    "log_db": "",
    "log_handler": [],
    "log_level": "info",
    "logfile": "",
    "max_cron_threads": 1,
    "overwrite_existing_translations": False,
    "pidfile": "",
    "proxy_mode": False,
    "report_url": "",
    "root_path": str(ROOT / "core"),
    "screencasts": "",
    "screenshots": "",
    "server_wide_modules": ["base", "web"],
    "smtp_password": "",
    "smtp_port": 25,
    "smtp_server": "",
    "smtp_ssl": False,
    "smtp_user": "",
    "stop_after_init": False,
    "test_enable": False,
    "test_file": "",
    "test_tags": "",
    "transient_age_limit": 1.0,
    "translate_modules": ["all"],
    "unaccent": False,
    "update": {},
    "upgrade_path": "",
    "with_demo": True,
    "without_demo": "",
    "workers": 0,
    "x_sendfile": False,
}

_TRUE = frozenset(("1", "true", "t", "yes", "y", "on"))
_FALSE = frozenset(("0", "false", "f", "no", "n", "off", "none", ""))
_LAYERS = ("default.conf", "file", "environment", "options", "runtime")


def _convert(name: str, value: Any) -> Any:
    """Text from a file or the environment as the option's type."""
    default = DEFAULTS.get(name)
    if not isinstance(value, str) or default is None:
        return value
    text = value.strip()
    if isinstance(default, bool):
        if text.lower() in _TRUE:
            return True
        if text.lower() in _FALSE:
            return False
        raise ValueError(f"Option {name}: {value!r} is neither true nor false.")
    if isinstance(default, (int, float)):
        if text.lower() in ("false", "none", ""):
            return default
        try:
            return type(default)(text)
        except ValueError:
            raise ValueError(f"Option {name}: {value!r} is not a number.") from None
    if isinstance(default, list):
        return [part.strip() for part in text.split(",") if part.strip()]
    if isinstance(default, dict):
        return {part.strip(): 1 for part in text.split(",") if part.strip()}
    return "" if text in ("False", "None") else text


def parse_database_url(url: str) -> dict[str, Any]:
    """``postgresql://user:password@host:port/name?sslmode=…`` as options."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("DATABASE_URL must start with postgresql://")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {
        "db_host": unquote(parts.hostname or query.get("host", "")),
        "db_port": parts.port or int(query.get("port", 0)),
        "db_user": unquote(parts.username or ""),
        "db_password": unquote(parts.password or ""),
        "db_name": unquote(parts.path.lstrip("/")),
        "db_sslmode": query.get("sslmode", ""),
    }
    return {name: value for name, value in options.items() if value}


@lru_cache(maxsize=16)
def _addons_folders(configured: tuple[str, ...], search_path: tuple[str, ...]) -> tuple[str, ...]:
    folders = [str(Path(folder).expanduser().resolve()) for folder in configured]
    folders.append(str(ROOT / "addons"))
    folders += [
        str(candidate)
        for entry in search_path
        if entry and (candidate := Path(entry) / "odoo" / "addons").is_dir()
    ]
    return tuple(dict.fromkeys(folders))


class Config(MutableMapping[str, Any]):
    """The options in force. Reading is by item; assignment sets the topmost layer (tests, single options)."""

    def __init__(self) -> None:
        self.rcfile = ""
        self.config_file = ""
        self.misc: dict[str, dict[str, str]] = {}
        self._layers: dict[str, dict[str, Any]] = {name: {} for name in _LAYERS}
        self._merged: dict[str, Any] = dict(DEFAULTS)
        self.load()

    # loading

    def load(self, rcfile: str | None = None, environ: Mapping[str, str] | None = None) -> None:
        """Read the files and the environment again; options already set by :meth:`set_options` stay."""
        self.misc.clear()
        environ = os.environ if environ is None else environ
        self._layers["default.conf"] = self._read_file(ROOT / "config" / "default.conf", missing_ok=True)
        rcfile = rcfile or environ.get("SEN_RC") or environ.get("ODOO_RC")
        self.rcfile = self.config_file = rcfile or ""
        self._layers["file"] = self._read_file(Path(rcfile)) if rcfile else {}
        self._layers["environment"] = self._read_environment(environ)
        self._merge()

    def set_options(self, **options: Any) -> None:
        """Set options given on the command line."""
        self._layers["options"].update({name: _convert(name, value) for name, value in options.items()})
        self._merge()

    def given_options(self) -> dict[str, Any]:
        """The options set on the command line."""
        return dict(self._layers["options"])

    def _read_file(self, path: Path, missing_ok: bool = False) -> dict[str, Any]:
        parser = configparser.RawConfigParser()
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            if missing_ok:
                return {}
            raise ValueError(f"Configuration file {path} does not exist.") from None
        try:
            parser.read_string(text, source=str(path))
        except configparser.Error as error:
            raise ValueError(f"Configuration file {path}: {error}") from None
        for section in parser.sections():
            if section != "options":
                self.misc.setdefault(section, {}).update(parser.items(section))
        if not parser.has_section("options"):
            return {}
        return {name: _convert(name, value) for name, value in parser.items("options")}

    def _read_environment(self, environ: Mapping[str, str]) -> dict[str, Any]:
        options = parse_database_url(environ["DATABASE_URL"]) if environ.get("DATABASE_URL") else {}
        for variable, value in environ.items():
            name = variable[4:].lower()
            if variable.startswith("SEN_") and name in DEFAULTS:
                options[name] = _convert(name, value)
        return options

    def _merge(self) -> None:
        merged = dict(DEFAULTS)
        for name in _LAYERS:
            merged.update(self._layers[name])
        self._merged = merged

    # mapping

    def __getitem__(self, name: str) -> Any:
        if name == "addons_path":
            return ",".join(self.addons_path)
        if name == "data_dir":
            return str(self.data_dir)
        return self._merged[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._layers["runtime"][name] = _convert(name, value)
        self._merge()

    def __delitem__(self, name: str) -> None:
        self._layers["runtime"].pop(name, None)
        self._merge()

    def __iter__(self) -> Iterator[str]:
        return iter(self._merged)

    def __len__(self) -> int:
        return len(self._merged)

    def __contains__(self, name: object) -> bool:
        return name in self._merged

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._merged[name]
        except KeyError:
            raise AttributeError(f"no option {name!r}") from None

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self._merged else default

    @property
    def options(self) -> Config:
        return self

    def pop(self, name: str, *default: Any) -> Any:
        value = self[name] if name in self._merged or not default else default[0]
        del self[name]
        return value

    def get_misc(self, section: str, key: str, default: Any = None) -> Any:
        """An entry of another section of the configuration file."""
        return self.misc.get(section, {}).get(key, default)

    # places

    @property
    def addons_path(self) -> list[str]:
        """Folders holding addons: the configured ones, our own, and pip-installed ``odoo/addons``."""
        return list(_addons_folders(tuple(self._merged["addons_path"]), tuple(sys.path)))

    @property
    def data_dir(self) -> Path:
        """Where the embedded database, attachments and sessions live."""
        configured = self._merged["data_dir"]
        if configured:
            return Path(configured).expanduser().resolve()
        home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
        return Path(home) / "sen"

    @property
    def addons_data_dir(self) -> str:
        return str(self.data_dir / "addons")

    @property
    def session_dir(self) -> str:
        return str(self.data_dir / "sessions")

    def filestore(self, dbname: str) -> Path:
        """Folder of a database's attachments."""
        if not dbname or dbname in (".", "..") or "/" in dbname or "\\" in dbname:
            raise ValueError(f"{dbname!r} is not a database name")
        return self.data_dir / "filestore" / dbname


config = Config()
