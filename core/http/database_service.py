"""Databases as a whole over the API: the service `db` of XML-RPC and JSON-RPC, and the addresses `/web/database/…`.

Whoever calls proves knowledge of the master password: `admin_passwd` of the configuration, or what `change_admin_password`
put in its place. While nobody has chosen one it is `admin`, as Odoo's clients expect, and good only for programs on the
server's own machine. Only databases of ours are touched. `--no-database-list` closes the service.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import argon2

from core.base.config import config
from core.base.errors import AccessDenied, UserError
from core.i18n import _

from . import rpc
from .databases import filtered, forget_names, listed_databases
from .request import _current

_logger = logging.getLogger(__name__)

#: Good only on this machine, until somebody chooses another.
DEFAULT_PASSWORD = "admin"
_LOOPBACK = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]", "::1", "")
_FORWARDING_HEADERS = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


def dispatch(method: str, args: list[Any]) -> Any:
    """Run a method of the service `db`; those that change or show more than names take the master password first."""
    if method in _OPEN:
        return rpc.call_checked(_OPEN[method], *args)
    if method not in _PROTECTED:
        known = ", ".join(sorted([*_OPEN, *_PROTECTED]))
        raise rpc.BadCall(f"The service 'db' has no method {method!r}; it has {known}.")
    if not args:
        raise rpc.BadCall(f"{method}() takes the master password as its first argument.")
    check_master_password(args[0])
    return run(method, *args[1:])


def run(method: str, *args: Any) -> Any:
    """A method that takes the master password, for a caller who has shown it."""
    try:
        return rpc.call_checked(_PROTECTED[method], *args)
    finally:
        forget_names()


# -- the master password -----------------------------------------------------------------------------------------


def check_master_password(password: Any) -> None:
    """Raise AccessDenied unless this is the master password and the service is open."""
    if not config["list_db"]:
        _logger.warning("A program asked for the database service, which --no-database-list closes")
        raise AccessDenied()
    if not isinstance(password, str) or not _is_master_password(password):
        _logger.warning("The database service was called from %s with a wrong master password", _remote_address())
        raise AccessDenied(_("Wrong master password."))


def _is_master_password(password: str) -> bool:
    chosen = _chosen_password()
    if not chosen:
        return hmac.compare_digest(password.encode(), DEFAULT_PASSWORD.encode()) and _is_local()
    if chosen.startswith("$argon2"):
        try:
            return _hasher().verify(chosen, password)
        except argon2.exceptions.Argon2Error:
            return False
    return hmac.compare_digest(password.encode(), chosen.encode())


def _chosen_password() -> str:
    """What `change_admin_password` stored, else the configuration's; a hash or plain text."""
    try:
        return _password_file().read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return str(config["admin_passwd"] or "")


def _password_file() -> Path:
    return Path(config["data_dir"]) / "master_password"


def _change_admin_password(new_password: str) -> bool:
    if not isinstance(new_password, str) or not new_password.strip():
        raise UserError(_("The master password cannot be empty."))
    target = _password_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=target.parent, prefix=".master_password")  # readable by us alone
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(_hasher().hash(new_password))
    os.replace(part, target)
    return True


def _hasher() -> argon2.PasswordHasher:
    return argon2.PasswordHasher(time_cost=int(config["argon2_time_cost"]), memory_cost=int(config["argon2_memory_cost"]), parallelism=1)


def _is_local() -> bool:
    """Whether the caller sits at this machine: no reverse proxy between, and no foreign name that resolves to us."""
    environ = _current.get().httprequest.environ
    host = str(environ.get("HTTP_HOST") or "").lower()
    name = host if host.endswith("]") else host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    return (environ.get("REMOTE_ADDR") in _LOOPBACK and name in _LOCAL_HOSTS
            and not any(environ.get(header) for header in _FORWARDING_HEADERS))


def _remote_address() -> str:
    return _current.get().httprequest.remote_addr or "?"


# -- what needs no password ----------------------------------------------------------------------------------------


def _host() -> str:
    return _current.get().httprequest.host


def names(document: bool = False) -> list[str]:
    """Our databases; AccessDenied where the list is closed."""
    if not config["list_db"]:
        raise AccessDenied()
    return sorted(listed_databases(_host()))


def _db_exist(name: Any) -> bool:
    return isinstance(name, str) and name in listed_databases(_host())


def _server_version() -> str:
    from .services import SERVER_SERIE

    return SERVER_SERIE


def _list_lang() -> list[list[str]]:
    """Code and own name of every language that can be installed."""
    from babel import Locale

    return sorted(([code, Locale.parse(code).get_display_name() or code] for code in _language_codes()), key=lambda pair: pair[1])


def _language_codes() -> list[str]:
    import csv

    from core.base.config import ROOT

    with (ROOT / "addons" / "base" / "data" / "res.lang.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file) if row.get("code")]
    return [code for code in codes if _is_known_to_babel(code)]


def _is_known_to_babel(code: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return False
    return True


# -- what needs it -------------------------------------------------------------------------------------------------


def _list_countries() -> list[list[str]]:
    """Code (in small letters) and English name of every country."""
    from babel import Locale

    territories = Locale("en").territories
    return sorted(([code.lower(), name] for code, name in territories.items() if len(code) == 2 and code.isalpha()),
                  key=lambda pair: pair[1])


def _create_database(db_name: str, demo: bool = False, lang: str | None = "en_US", user_password: str = "admin",
                     login: str = "admin", country_code: str | None = None, phone: str | None = None) -> bool:
    """A new database with `base` and `web`. It gets its name last, so that a half-made one is never listed."""
    from core.db import admin, backup
    from core.modules import operations
    from core.orm.registry import Registry

    _check_texts(db_name=db_name, login=login, user_password=user_password)
    _check_new_name(db_name)
    with backup.making(db_name) as unfinished:
        admin.create_empty(unfinished)
        admin.prepare_database(unfinished, mark=False)
        try:
            operations.change(
                unfinished, install=["base", "web"], demo=bool(demo),
                before_commit=lambda env: _set_up(env, lang or "en_US", login, user_password, country_code, phone),
            )
        finally:
            Registry.delete(unfinished)
    return True


def _set_up(env: Any, lang: str, login: str, password: str, country_code: str | None, phone: str | None) -> None:
    """The first administrator and the company, as the caller wants them."""
    if lang != "en_US":
        if not env["res.lang"]._activate_lang(lang):
            raise UserError(_("There is no language %s.", lang))
        env["ir.module.module"].search([("state", "=", "installed")])._update_translations([lang])
    company = env.ref("base.main_company")
    if country_code:
        country = env["res.country"].search([("code", "=", str(country_code).upper())], limit=1)
        if not country:
            raise UserError(_("There is no country with the code %s.", country_code))
        company.country_id = country
        if country.currency_id:
            country.currency_id.active = True
            company.currency_id = country.currency_id
    if phone:
        company.phone = phone
    administrator = env.ref("base.user_admin")
    administrator.write({"login": login, "password": password, "lang": lang})
    if "@" in login:
        administrator.email = login


def _duplicate_database(db_original_name: str, db_name: str, neutralize_database: bool = False) -> bool:
    """A copy under another name; work on the original is cut short where it does not end by itself."""
    from core.db import backup

    _check_ours(db_original_name)
    _check_new_name(db_name)
    _disconnecting(db_original_name, lambda: backup.duplicate(db_original_name, db_name))
    if neutralize_database:
        _neutralize(db_name)
    return True


def _drop(db_name: str) -> bool:
    """False when there is no such database."""
    from core.db import admin
    from core.orm.registry import Registry

    _check_texts(db_name=db_name)
    if db_name not in _ours():
        return False
    Registry.delete(db_name)
    admin.drop_database(db_name)
    return True


def _dump(db_name: str, format: str = "zip") -> str:
    """The dump as base64: a zip with `dump.sql`, the attachments and a manifest; or (`format='dump'`) pg_dump's own format."""
    with dump_file(db_name, format) as file:
        return base64.b64encode(file.read()).decode()


def dump_file(db_name: str, format: str) -> Any:
    """An open temporary file with the dump."""
    from core.db import backup

    _check_ours(db_name)
    if format not in ("zip", "dump"):
        raise UserError(_("A dump is written as zip or dump, not as %s.", format))
    with tempfile.TemporaryDirectory(prefix="sen-dump-") as folder:
        target = Path(folder) / "database"
        if format == "zip":
            backup.dump(db_name, target, plain=True)
        else:
            backup.dump_database(db_name, target)
        return target.open("rb")


def _restore(db_name: str, data: str, copy: bool = False) -> bool:
    """A new database from what `dump` returned."""
    _check_texts(db_name=db_name)
    try:
        content = base64.b64decode(data)
    except (binascii.Error, TypeError, ValueError) as error:
        raise UserError(_("The dump is expected as base64 text.")) from error
    with tempfile.TemporaryDirectory(prefix="sen-restore-") as folder:
        source = Path(folder) / "dump"
        source.write_bytes(content)
        del content
        restore_file(db_name, source)
    return True


def restore_file(db_name: str, source: Path, *, neutralize: bool = False) -> None:
    from core.db import backup

    _check_new_name(db_name)
    backup.restore(source, db_name)
    if neutralize:
        _neutralize(db_name)


def _rename(old_name: str, new_name: str) -> bool:
    from core.db import backup
    from core.orm.registry import Registry

    _check_ours(old_name)
    _check_new_name(new_name)
    Registry.delete(old_name)
    _disconnecting(old_name, lambda: backup.rename(old_name, new_name))
    return True


def _migrate_databases(databases: list[str]) -> bool:
    """Upgrade all addons of these databases."""
    from core.modules import operations

    if not isinstance(databases, (list, tuple)):
        raise rpc.BadCall("migrate_databases() takes a list of names.")
    for name in databases:
        _check_ours(name)
    for name in databases:
        operations.change(name, upgrade=["base"])
    return True


_OPEN: dict[str, Callable[..., Any]] = {
    "list": names, "db_exist": _db_exist, "server_version": _server_version, "list_lang": _list_lang,
}
_PROTECTED: dict[str, Callable[..., Any]] = {
    "create_database": _create_database, "duplicate_database": _duplicate_database, "drop": _drop, "dump": _dump,
    "restore": _restore, "rename": _rename, "change_admin_password": _change_admin_password,
    "list_countries": _list_countries, "migrate_databases": _migrate_databases,
}


# -- helpers ---------------------------------------------------------------------------------------------------------


def _check_texts(**values: Any) -> None:
    for name, value in values.items():
        if not isinstance(value, str) or not value:
            raise rpc.BadCall(f"{name} is expected as a text, not {value!r}.")


def _ours() -> list[str]:
    """Databases on the server that belong to us and to the caller's host: nobody else's is touched."""
    return listed_databases(_host())


def _check_ours(name: Any) -> None:
    from core.db.pool import unknown_database

    if not isinstance(name, str) or name not in _ours():
        raise unknown_database(str(name))


def _check_new_name(name: Any) -> None:
    from core.db import admin
    from core.db.errors import DatabaseExists

    _check_texts(db_name=name)
    admin.check_name(name)
    if admin.exists(name):
        raise DatabaseExists(_("Database %s exists already.", name), hint=_("Choose another name, or drop that database first."))
    if not filtered([name], _host()):
        raise UserError(_("The database filter of this server does not allow the name %s.", name))


def _disconnecting(name: str, action: Callable[[], None], attempts: int = 5) -> None:
    """Run what needs the database for itself; other workers come back at once, so it may take more than one attempt."""
    from core.db import admin
    from core.db.errors import DatabaseInUse

    for attempt in range(attempts):
        admin.disconnect(name, force=attempt > 0)
        try:
            return action()
        except DatabaseInUse:
            if attempt == attempts - 1:
                raise


def _neutralize(name: str) -> None:
    """Make a copy harmless: `data/neutralize.sql` of every installed addon runs, in the order of their loading."""
    from core.db import connect
    from core.modules import manifest

    with connect(name).cursor() as cr:
        cr.run("SELECT name FROM ir_module_module WHERE state = 'installed' ORDER BY name <> 'base', name")
        for (addon,) in cr.fetchall():
            folder = manifest.find(addon)
            script = folder / "data" / "neutralize.sql" if folder else None
            if script is not None and script.is_file():
                cr.run(script.read_text(encoding="utf-8").replace("%", "%%"), [])
