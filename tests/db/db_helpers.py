"""What the tests of the db room share."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any

SYSTEM_POSTGRESQL = Path("/usr/lib/postgresql/15/bin")


def unprivileged() -> dict[str, Any]:
    """Popen arguments: not root, which PostgreSQL refuses to be."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def reachable_folder(prefix: str) -> Path:
    """A short temporary folder the unprivileged user may enter (pytest's own are closed, and long)."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir="/tmp"))
    folder.chmod(0o755)
    return folder


class SystemCluster:
    """A throw-away cluster of the PostgreSQL installed on this machine."""

    def __init__(self) -> None:
        self.folder = reachable_folder("sen-pg15-")
        self.data = self.folder / "data"
        self.data.mkdir(mode=0o700)
        if identity := unprivileged():
            for path in (self.folder, self.data):
                os.chown(path, identity["user"], identity["group"])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._call("initdb", "-D", str(self.data), "-U", "sen", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._call("pg_ctl", "-D", str(self.data), "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def stop(self) -> None:
        self._call("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _call(self, program: str, *arguments: str) -> None:
        command = [str(SYSTEM_POSTGRESQL / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **unprivileged())
