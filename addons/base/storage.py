"""Where the contents of attachments live.

One interface, so that several application servers can share a store (a network folder, an object store).
Contents are addressed by their hash: equal files are stored once, and a stored file never changes.
"""
import contextlib
import hashlib
import os
import tempfile
import time
from pathlib import Path

from core.tools import config


class Filestore:
    """Contents as files below a folder, `ab/abcdef…` by the SHA-256 of the content."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def put(self, content):
        """Store `content` (bytes) and return its key.

        Safe to call before the transaction commits: when it does not, the collector takes the file again.
        """
        digest = hashlib.sha256(content).hexdigest()
        key = f"{digest[:2]}/{digest}"
        path = self.path(key)
        if path.exists():
            # A collector must not take a file that is being referenced again at this moment.
            with contextlib.suppress(OSError):
                os.utime(path)
            return key
        self.mark_unused(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        incoming = self.folder / "incoming"
        incoming.mkdir(exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        return key

    def get(self, key, size=None):
        """Return the bytes stored under `key` (the first `size` of them); FileNotFoundError when it is gone."""
        with open(self.path(key), "rb") as file:
            return file.read() if size is None else file.read(size)

    def path(self, key):
        """The file of `key`; a key can never point outside the folder."""
        head, _separator, tail = str(key).partition("/")
        if not tail or not (head + tail).isalnum():
            raise ValueError(f"{key!r} is not a key of the filestore")
        return self.folder / head / tail

    def mark_unused(self, key):
        """Remember that `key` may be unused; `collect` decides later."""
        mark = self.folder / "checklist" / key.replace("/", "-")
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()

    def collect(self, used, grace_seconds=3600):
        """Delete the marked contents that `used(keys) -> set of keys` does not name.

        Contents touched within `grace_seconds` stay: an open transaction may have just stored them.
        """
        marks = {mark.name.replace("-", "/", 1): mark for mark in (self.folder / "checklist").glob("*")}
        kept, deleted, now = used(list(marks)) if marks else set(), 0, time.time()
        for key, mark in marks.items():
            path = self.path(key)
            if key not in kept:
                try:
                    if now - path.stat().st_mtime < grace_seconds:
                        continue
                    path.unlink()
                    deleted += 1
                except FileNotFoundError:
                    pass
            mark.unlink(missing_ok=True)
        self._forget_torsos(now - grace_seconds)
        return deleted

    def _forget_torsos(self, before):
        """Delete what a killed process was writing."""
        for path in (self.folder / "incoming").glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()


def storage_for(dbname):
    """The store of a database."""
    return Filestore(config.filestore(dbname))
