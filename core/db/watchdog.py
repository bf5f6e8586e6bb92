"""Supervisor of the embedded PostgreSQL server.

Run as a script by :mod:`core.db.embedded`, one process per data folder; imports nothing but the standard library,
so that it stays small and cannot be broken by an addon.

* It is the parent of the server and asks the kernel to stop the server when the parent dies
  (``PR_SET_PDEATHSIG``): whatever kills the watchdog, no server is left behind.
* Users of the server hold a shared ``flock`` on the file ``lease``. The kernel releases it when a process ends in
  any way. When the watchdog gets the exclusive lock and nobody comes back within ``linger_seconds``,
  it stops the server and leaves.
* A server that dies (kill -9, out of memory) is started again on the same port while users are left.

What it has to say is in ``server.json``: ``state`` is ``starting``, ``ready`` or ``failed``.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

PR_SET_PDEATHSIG = 1
MAX_LOG_BYTES = 10_000_000
MAX_RESTARTS_PER_MINUTE = 10


class StartError(Exception):
    """The server cannot be started; the text is for the user."""


class Watchdog:
    """State of the supervisor of one cluster. ``settings`` is written by :mod:`core.db.embedded`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.settings: dict[str, Any] = json.loads((home / "settings.json").read_text())
        self.data = home / "data"
        self.run = Path(self.settings["socket_folder"])
        self.port: int = 0
        self.server: subprocess.Popen[bytes] | None = None
        self.stopping = False
        self.starts: list[float] = []
        self.wake_read, self.wake_write = os.pipe()
        os.set_blocking(self.wake_write, False)
        os.set_blocking(self.wake_read, False)

    # -- life ------------------------------------------------------------------------------------

    def main(self) -> int:
        guard = (self.home / "watchdog.lock").open("wb")
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 0  # another watchdog was faster
        self.publish("starting")
        signal.set_wakeup_fd(self.wake_write)
        signal.signal(signal.SIGCHLD, lambda *_args: None)
        signal.signal(signal.SIGTERM, self.request_stop)
        signal.signal(signal.SIGINT, self.request_stop)
        with (self.home / "lease").open("rb+") as lease:
            try:
                self.prepare_cluster()
                self.stop_stranger()
                self.start_server()
                self.supervise(lease)
            except StartError as error:
                self.publish("failed", error=str(error))
                return 1
            finally:
                self.stop_server()
            (self.home / "server.json").unlink(missing_ok=True)
            # The locks are released by the end of the process: who waits for the lease then starts anew.
        return 0

    def request_stop(self, *_args: Any) -> None:
        self.stopping = True

    def supervise(self, lease: BinaryIO) -> None:
        """Until nobody needs the server: restart it when it dies."""
        idle_since: float | None = None
        linger = float(self.settings["linger_seconds"])
        while not self.stopping:
            self.sleep(min(1.0, max(linger / 4, 0.05)))
            if self.server is not None and self.server.poll() is not None:
                self.start_server()
            try:
                fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                idle_since = None
                continue
            idle_since = idle_since or time.monotonic()
            if time.monotonic() - idle_since >= linger:
                return  # still holding the lease: newcomers wait until the server is down
            fcntl.flock(lease, fcntl.LOCK_UN)

    def sleep(self, seconds: float) -> None:
        """Sleep, woken early by a signal."""
        if select.select([self.wake_read], [], [], seconds)[0]:
            os.read(self.wake_read, 512)

    def publish(self, state: str, **facts: Any) -> None:
        facts |= {
            "state": state, "watchdog": os.getpid(), "port": self.port, "socket_folder": str(self.run),
            "server": self.server.pid if self.server else None,
        }
        temporary = self.home / "server.json.new"
        temporary.write_text(json.dumps(facts))
        temporary.replace(self.home / "server.json")

    # -- the cluster -----------------------------------------------------------------------------

    def prepare_cluster(self) -> None:
        """initdb into a folder beside and rename: an interrupted initdb leaves nothing that looks finished."""
        self.make_folder(self.run)
        if not (self.data / "PG_VERSION").exists():
            unfinished = self.home / "data.new"
            shutil.rmtree(unfinished, ignore_errors=True)
            self.make_folder(unfinished)
            self.initdb(unfinished)
            if self.data.exists():
                self.data.rmdir()
            unfinished.rename(self.data)
        self.write_access_rules()

    def make_folder(self, path: Path) -> None:
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.settings["uid"] is not None:
                os.chown(path, self.settings["uid"], self.settings["gid"])
        except OSError as error:
            raise StartError(f"cannot prepare the folder {path}: {error.strerror}") from error

    def initdb(self, target: Path) -> None:
        password = self.run / "password"
        self.write_for_server(password, (self.home / "password").read_text())
        command = [
            self.program("initdb"), "--pgdata", str(target), "--username", "sen", "--encoding", "UTF8",
            "--locale-provider", "builtin", "--locale", "C.UTF-8", "--auth", "scram-sha-256", "--no-instructions",
            "--pwfile", str(password),
        ]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, cwd="/", env=self.environment(), check=False,
            **self.identity(),
        )
        password.unlink()
        if done.returncode:
            raise StartError(f"initdb failed: {done.stderr.decode(errors='replace').strip()}")

    def write_access_rules(self) -> None:
        """Socket: the operating system vouches for the owner. TCP: password. Everybody else: no entry."""
        user = self.settings["os_user"]
        local = "local all all peer map=sen\n" if user else "local all all scram-sha-256\n"
        rules = (
            "# Written at every start of the embedded server.\n" + local
            + "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n"
        )
        self.write_for_server(self.data / "pg_hba.conf", rules)
        self.write_for_server(self.data / "pg_ident.conf", f'sen "{user}" sen\n' if user else "")

    def write_for_server(self, path: Path, text: str) -> None:
        try:
            path.unlink(missing_ok=True)
            path.write_text(text)
            path.chmod(0o600)
            if self.settings["uid"] is not None:
                os.chown(path, self.settings["uid"], self.settings["gid"])
        except OSError as error:
            raise StartError(f"cannot write {path}: {error.strerror}") from error

    # -- the server ------------------------------------------------------------------------------

    def stop_stranger(self) -> None:
        """Stop a server of this data folder that is not our child; drop a pid file whose process is gone.

        PostgreSQL itself refuses to start when the pid in the file now belongs to any other process of the user.
        """
        pid_file = self.data / "postmaster.pid"
        try:
            pid = int(pid_file.read_text().splitlines()[0])
        except (OSError, ValueError, IndexError):
            return
        for signal_number, patience in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            if not self.is_our_server(pid):
                break
            try:
                os.kill(pid, signal_number)
            except ProcessLookupError:
                break
            deadline = time.monotonic() + patience
            while self.is_our_server(pid) and time.monotonic() < deadline:
                time.sleep(0.02)
        pid_file.unlink(missing_ok=True)

    def is_our_server(self, pid: int) -> bool:
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            if Path("/proc/self").exists():
                return False
            return _is_alive(pid)
        return os.path.basename(command[0]) == b"postgres" and os.fsencode(self.data) in command

    def start_server(self) -> None:
        """Start and wait until connections are accepted; tries again while a killed server's children linger."""
        self.publish("starting")
        deadline = time.monotonic() + float(self.settings["start_seconds"])
        while True:
            self.count_start()
            mark = self.log_size()
            self.port = self.free_port()
            self.launch()
            if self.wait_until_ready():
                self.publish("ready")
                return
            reason = self.log_text(mark)
            transient = "shared memory block" in reason or "Address already in use" in reason
            if self.stopping or not transient or time.monotonic() > deadline:
                raise StartError(f"PostgreSQL does not start:\n{reason[-2000:].strip()}")
            self.sleep(0.2)

    def count_start(self) -> None:
        now = time.monotonic()
        self.starts = [moment for moment in self.starts if now - moment < 60] + [now]
        if len(self.starts) > MAX_RESTARTS_PER_MINUTE:
            raise StartError(f"PostgreSQL ends again and again; see {self.home / 'log'}")

    def free_port(self) -> int:
        """The port used before when still free, so that addresses stay valid; else any free one."""
        for candidate in (self.port, 0):
            with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", candidate))
                except OSError:
                    continue
                return int(probe.getsockname()[1])
        raise StartError("no free TCP port on 127.0.0.1")

    def launch(self) -> None:
        options = dict(self.settings["options"])
        options |= {
            "port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": str(self.run),
            "unix_socket_permissions": "0700",
        }
        command = [self.program("postgres"), "-D", str(self.data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        watchdog = os.getpid()

        def die_with_parent() -> None:
            _set_parent_death_signal()
            if os.getppid() != watchdog:
                os._exit(1)

        with self.open_log() as log:
            self.server = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=self.environment(),
                start_new_session=True, preexec_fn=die_with_parent, **self.identity(),
            )

    def wait_until_ready(self) -> bool:
        """The server writes its state into line 8 of postmaster.pid. Crash recovery may take its time."""
        assert self.server is not None
        while self.server.poll() is None and not self.stopping:
            try:
                lines = (self.data / "postmaster.pid").read_text().splitlines()
            except OSError:
                lines = []
            if len(lines) >= 8 and lines[7].strip() == "ready" and int(lines[0]) == self.server.pid:
                return True
            self.sleep(0.01)
        return False

    def stop_server(self) -> None:
        """Fast shutdown; harder when the server does not follow."""
        if self.server is None:
            return
        for signal_number, patience in ((signal.SIGINT, 30), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
            if self.server.poll() is not None:
                break
            self.server.send_signal(signal_number)
            try:
                self.server.wait(patience)
            except subprocess.TimeoutExpired:
                continue
        self.server = None

    # -- helpers ---------------------------------------------------------------------------------

    def program(self, name: str) -> str:
        return str(Path(self.settings["binaries"]) / name)

    def identity(self) -> dict[str, Any]:
        if self.settings["uid"] is None:
            return {}
        return {"user": self.settings["uid"], "group": self.settings["gid"], "extra_groups": []}

    def environment(self) -> dict[str, str]:
        return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}

    def open_log(self) -> BinaryIO:
        path = self.home / "log"
        if self.log_size() > MAX_LOG_BYTES:
            path.replace(self.home / "log.old")
        return path.open("ab")

    def log_size(self) -> int:
        try:
            return (self.home / "log").stat().st_size
        except OSError:
            return 0

    def log_text(self, start: int) -> str:
        with (self.home / "log").open("rb") as log:
            log.seek(start if start <= self.log_size() else 0)
            return log.read().decode(errors="replace")


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _set_parent_death_signal() -> None:
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
    except (AttributeError, OSError):
        pass  # not Linux: an orphan is stopped by the next watchdog, see stop_stranger


def main(arguments: list[str]) -> int:
    """``watchdog.py HOME``: detach from the caller, then supervise."""
    home = Path(arguments[1])
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir("/")
    os.umask(0o077)
    null = os.open(os.devnull, os.O_RDWR)
    log = os.open(home / "watchdog.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for target, source in ((0, null), (1, log), (2, log)):
        os.dup2(source, target)
    return Watchdog(home).main()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
