"""Dump and restore: a database and its attachments as one file.

A dump is a zip file: ``manifest.json``, ``database.dump`` (pg_dump's custom format) and ``filestore/…`` (attachments,
content-addressed, so that files written while the dump runs do no harm). Both directions stream; nothing is written
to a temporary place of the dump's size.

Neither direction overwrites anything. A restore works on a database with a name of its own and renames it as the last
step, so that an interrupted one never looks finished.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

import psycopg2

from core import release
from core.base.config import config
from core.db import admin
from core.db.connection import connect
from core.db.embedded import wheel_binaries
from core.db.errors import DatabaseError, DatabaseExists, DatabaseInUse, DiskFull, EmbeddedServerError, FolderNotWritable
from core.db.install import FUNCTIONS_VERSION
from core.db.pool import MAINTENANCE, open_connection, pool, unknown_database
from core.db.server import ServerAddress, address

FORMAT = 1
MANIFEST, DATABASE, FILESTORE = "manifest.json", "database.dump", "filestore"
#: The same as SQL text, under the name clients of the external API look for.
PLAIN_DATABASE = "dump.sql"
MAGIC = b"PGDMP"
CHUNK_BYTES = 1 << 20
#: Prefix of the name a database has while it is being restored.
UNFINISHED = "_restoring_"

#: ``progress(done, total, text)``
Progress = Callable[[int, int, str], None]


class DumpUnreadable(DatabaseError):
    """The file is not a dump, or is damaged."""

    default_code = "db.dump"


class DumpFailed(DatabaseError):
    """pg_dump or pg_restore gave up; the text ends with its own words."""

    default_code = "db.dump"


def _silent(done: int, total: int, text: str) -> None:
    pass


# -- dump ------------------------------------------------------------------------------------------


def dump(name: str, target: Path, progress: Progress = _silent, *, plain: bool = False) -> dict[str, Any]:
    """Write the database ``name`` and its attachments to ``target``, which must not exist; returns the manifest.

    :param plain: the database as SQL text (``dump.sql``), which anybody can read and other programs expect
    :raises UnknownDatabase, DatabaseExists, DiskFull, FolderNotWritable, DumpFailed: no file is left behind
    """
    if not admin.exists(name):
        raise unknown_database(name)
    if target.exists():
        raise DatabaseExists(f"{target} exists already.", hint="Choose another file name, or move that file away.")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _explained(target), zipfile.ZipFile(part, "x", zipfile.ZIP_STORED, allowZip64=True) as archive:
            manifest = _write_archive(archive, name, progress, plain)
        with _explained(target):
            os.link(part, target)  # fails, unlike rename, when somebody else wrote the target meanwhile
    except FileExistsError as error:
        raise DatabaseExists(f"{target} exists already.", hint="Choose another file name.") from error
    finally:
        with suppress(OSError):
            part.unlink()
    return manifest


def dump_database(name: str, target: Path) -> None:
    """Write the database alone, in pg_dump's own format; :func:`restore` reads it too."""
    with _explained(target), target.open("xb") as file:
        _pg_dump(address(), name, file)


def _write_archive(archive: zipfile.ZipFile, name: str, progress: Progress, plain: bool) -> dict[str, Any]:
    server = address()
    files = list(_attachments(name))
    total = len(files) + 1
    progress(0, total, "database")
    member = zipfile.ZipInfo(PLAIN_DATABASE if plain else DATABASE, time.localtime()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED if plain else zipfile.ZIP_STORED  # pg_dump's format is compressed itself
    with archive.open(member, "w", force_zip64=True) as target:
        _pg_dump(server, name, target, "plain" if plain else "custom")
    for number, (path, inside) in enumerate(files, start=1):
        progress(number, total, "attachments")
        with suppress(FileNotFoundError):  # collected since the list was made: nothing in the database needs it
            archive.write(path, inside)
    manifest = _manifest(name, len(files))
    archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    progress(total, total, "done")
    return manifest


def _attachments(name: str) -> Iterator[tuple[Path, str]]:
    root = config.filestore(name)
    for folder, _folders, names in os.walk(root):
        for file in sorted(names):
            path = Path(folder) / file
            yield path, str(PurePosixPath(FILESTORE, *path.relative_to(root).parts))


def _manifest(name: str, attachments: int) -> dict[str, Any]:
    with connect(name).cursor(readonly=True) as cr:
        cr.run("SELECT to_regclass('ir_module_module') IS NOT NULL")
        row = cr.fetchone()
        modules: list[str] = []
        if row and row[0]:
            cr.run("SELECT name FROM ir_module_module WHERE state = 'installed' ORDER BY name")
            modules = [module for (module,) in cr.fetchall()]
        version = cr.connection.server_version // 10000
    return {
        "format": FORMAT, "database": name, "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": release.product_version, "postgresql": version, "functions_version": FUNCTIONS_VERSION,
        "modules": modules, "attachments": attachments,
    }


def _pg_dump(server: ServerAddress, name: str, target: IO[bytes], format: str = "custom") -> None:
    command = [_program("pg_dump", _server_major(server)), f"--format={format}", "--no-owner", "--no-acl",
               f"--dbname={name}"]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=server.environment()
    ) as process:
        errors = _collect(process.stderr)
        assert process.stdout is not None
        try:
            shutil.copyfileobj(process.stdout, target, CHUNK_BYTES)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise _failed("pg_dump", errors())


def _collect(stream: IO[bytes] | None) -> Callable[[], str]:
    """Read a program's error output beside, so that it never blocks; the function returned waits for its end."""
    assert stream is not None
    parts: list[bytes] = []
    thread = threading.Thread(target=lambda: parts.append(stream.read()), daemon=True)
    thread.start()

    def text() -> str:
        thread.join()
        return b"".join(parts).decode(errors="replace").strip()

    return text


def duplicate(source: str, name: str) -> None:
    """Copy a database nobody is using, and its attachments, on the server itself.

    :raises UnknownDatabase, DatabaseExists, InvalidDatabaseName, DiskFull: nothing is left behind
    """
    admin.create_database(name, template=source)
    try:
        with _explained(config.filestore(name)):
            if config.filestore(source).exists():
                shutil.copytree(config.filestore(source), config.filestore(name))
        with connect(name).cursor() as cr:
            cr.run("UPDATE sen.database SET uuid = gen_random_uuid()")
    except BaseException:
        admin.drop_database(name)
        raise


# -- restore ---------------------------------------------------------------------------------------


def restore(source: Path, name: str, progress: Progress = _silent) -> dict[str, Any]:
    """Restore a dump as the new database ``name``; returns the manifest.

    :raises DumpUnreadable, DatabaseExists, InvalidDatabaseName, DiskFull, DumpFailed: nothing is left behind
    """
    admin.check_name(name)
    with _opened(source) as found:
        if admin.exists(name):
            raise DatabaseExists(f"The name {name!r} is in use.", hint="Choose another name; nothing is overwritten.")
        with making(name) as unfinished:
            files = found.attachments()
            progress(0, len(files) + 1, "database")
            _restore_database(found, unfinished)
            if found.archive is not None:
                _restore_attachments(found.archive, files, config.filestore(unfinished), progress)
        progress(len(files) + 1, len(files) + 1, "done")
    return found.manifest


@contextmanager
def making(name: str) -> Iterator[str]:
    """The name a database has until it is complete; it gets ``name`` at the end of the block, or is dropped.

    :raises DatabaseInUse: somebody else is making a database of this name right now
    """
    filestore = config.filestore(name)
    if filestore.exists() and any(filestore.iterdir()):
        raise DatabaseExists(
            f"There are attachments of a former database {name!r} in {filestore}.",
            hint="Choose another name, or move that folder away.",
        )
    unfinished = (UNFINISHED + name)[:63]
    with _only_maker(name):
        _drop_unfinished(unfinished)
        try:
            yield unfinished
            _finish(unfinished, name)
        except BaseException:
            _drop_unfinished(unfinished)
            raise


@contextmanager
def _only_maker(name: str) -> Iterator[None]:
    """Held on the server, so that it covers all processes and ends with a killed one."""
    connection = open_connection(MAINTENANCE)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(hashtext('sen.making'), hashtext(%s))", [name])
            if (False,) == cursor.fetchone():
                raise DatabaseInUse(f"Somebody is making a database {name!r} right now.", hint="Choose another name.")
        yield
    finally:
        connection.close()


def rename(name: str, new_name: str) -> None:
    """Rename a database nobody is using, attachments included."""
    if admin.exists(new_name):
        raise DatabaseExists(f"The name {new_name!r} is in use.", hint="Choose another name.")
    _finish(name, new_name)


class _Dump:
    """An opened dump: a zip file of ours, or the database alone as pg_dump writes it."""

    def __init__(self, path: Path, archive: zipfile.ZipFile | None, manifest: dict[str, Any], member: str = ""):
        self.path = path
        self.archive = archive
        self.manifest = manifest
        self.member = member

    @property
    def plain(self) -> bool:
        return self.member == PLAIN_DATABASE

    def database(self) -> Any:
        return self.archive.open(self.member) if self.archive is not None else self.path.open("rb")

    def attachments(self) -> list[zipfile.ZipInfo]:
        members = self.archive.infolist() if self.archive is not None else []
        return [member for member in members if _is_attachment(member.filename)]


@contextmanager
def _opened(source: Path) -> Iterator[_Dump]:
    hint = "Give a file written by 'odoo-bin.py db dump'."
    try:
        with source.open("rb") as file:
            if file.read(len(MAGIC)) == MAGIC:
                yield _Dump(source, None, {"format": FORMAT, "modules": [], "attachments": 0})
                return
        archive = zipfile.ZipFile(source)
    except FileNotFoundError as error:
        raise DumpUnreadable(f"There is no file {source}.", hint=hint) from error
    except (OSError, zipfile.BadZipFile) as error:
        raise DumpUnreadable(f"{source} is not a dump: {error}", hint=hint) from error
    with archive:
        try:
            manifest = json.loads(archive.read(MANIFEST))
            member = PLAIN_DATABASE if PLAIN_DATABASE in archive.namelist() else DATABASE
            with archive.open(member) as database:
                if member == DATABASE and database.read(len(MAGIC)) != MAGIC:
                    raise ValueError(f"{DATABASE} is not what pg_dump writes")
        except (KeyError, ValueError, zipfile.BadZipFile) as error:
            raise DumpUnreadable(f"{source} is not a dump, or is damaged: {error}", hint=hint) from error
        if manifest.get("format") != FORMAT:
            raise DumpUnreadable(
                f"{source} has format {manifest.get('format')!r}, this version reads format {FORMAT}.",
                hint=f"It was written by version {manifest.get('version')}; restore it with that one.",
            )
        yield _Dump(source, archive, manifest, member)


def _is_attachment(member: str) -> bool:
    """Only plain names below ``filestore/``: a forged dump must not write elsewhere."""
    parts = PurePosixPath(member).parts
    return (
        len(parts) > 1 and parts[0] == FILESTORE and not member.endswith("/")
        and all(re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*", part) for part in parts)
    )


def _restore_database(found: _Dump, unfinished: str) -> None:
    admin.create_empty(unfinished)
    server = address()
    with found.database() as source:
        try:
            if found.plain:
                _run_script(server, unfinished, source)
            else:
                _pg_restore(server, unfinished, source)
        except zipfile.BadZipFile as error:
            raise DumpUnreadable(f"The dump is damaged: {error}", hint="Fetch the file again.") from error
    admin.prepare_database(unfinished, mark=False)
    with connect(unfinished).cursor() as cr:
        cr.run("UPDATE sen.database SET uuid = gen_random_uuid()")  # a copy is another database
        cr.run("ANALYZE")


def _pg_restore(server: ServerAddress, name: str, source: IO[bytes]) -> None:
    """pg_restore into an older server would set parameters that one does not know: its script is filtered then."""
    major = _server_major(server)
    program = _program("pg_restore", major)
    command = [program, "--no-owner", "--no-acl", "--exit-on-error"]
    if major >= 17:
        _feed([*command, f"--dbname={name}"], server, source)
        return
    script = subprocess.Popen([*command, "--file=-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
    with script:
        errors = _collect(script.stderr)
        feeder = threading.Thread(target=_copy, args=(source, script.stdin), daemon=True)
        feeder.start()
        assert script.stdout is not None
        psql = [str(Path(program).with_name("psql")), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null",
                f"--dbname={name}"]
        _feed(psql, server, _WithoutUnknownSettings(script.stdout))
        feeder.join()
    if script.returncode:
        raise _failed("pg_restore", errors())


_COPY = re.compile(rb"COPY .* FROM stdin;\s*$")


def _run_script(server: ServerAddress, name: str, source: IO[bytes]) -> None:
    """Run pg_dump's SQL text ourselves: psql would also obey commands a forged dump has for the shell."""
    connection = open_connection(name, server)
    try:
        with connection.cursor() as cursor:
            statements: list[bytes] = []
            for line in source:
                if _COPY.match(line):
                    _execute_all(cursor, statements)
                    cursor.copy_expert(line.decode().rstrip().rstrip(";"), _CopiedRows(source))
                elif not line.startswith((b"\\restrict ", b"\\unrestrict ", b"SET transaction_timeout")):
                    statements.append(line)
            _execute_all(cursor, statements)
        connection.commit()
    except (psycopg2.Error, UnicodeDecodeError) as error:
        raise DumpUnreadable(f"The dump is damaged: {str(error).strip()[-500:]}", hint="Fetch the file again.") from error
    finally:
        connection.close()


def _execute_all(cursor: Any, statements: list[bytes]) -> None:
    if any(line.strip() and not line.startswith(b"--") for line in statements):
        cursor.execute(b"".join(statements))
    statements.clear()


class _CopiedRows:
    """The rows after a COPY, up to the line that ends them, as a file for psycopg2."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._ended = False

    def readline(self, _size: int = -1) -> bytes:
        line = b"" if self._ended else self._source.readline()
        self._ended = not line or line.rstrip(b"\r\n") == b"\\."
        return b"" if self._ended else line

    def read(self, size: int = CHUNK_BYTES) -> bytes:
        lines: list[bytes] = []
        length = 0
        while length < size and (line := self.readline()):
            lines.append(line)
            length += len(line)
        return b"".join(lines)


class _WithoutUnknownSettings:
    """A script of pg_restore without the settings PostgreSQL 15 and 16 do not know; they stand at its beginning."""

    def __init__(self, script: IO[bytes]) -> None:
        head = []
        for _number in range(60):
            line = script.readline()
            if not line.startswith(b"SET transaction_timeout"):
                head.append(line)
        self._head = b"".join(head)
        self._script = script

    def read(self, size: int) -> bytes:
        if self._head:
            head, self._head = self._head, b""
            return head
        return self._script.read(size)


def _copy(source: Any, target: IO[bytes] | None) -> None:
    assert target is not None
    with suppress(BrokenPipeError), target:
        shutil.copyfileobj(source, target, CHUNK_BYTES)


def _feed(command: list[str], server: ServerAddress, source: Any) -> None:
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=server.environment()
    ) as process:
        errors = _collect(process.stderr)
        try:
            _copy(source, process.stdin)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise _failed(Path(command[0]).name, errors())


def _restore_attachments(
    archive: zipfile.ZipFile, files: list[zipfile.ZipInfo], folder: Path, progress: Progress
) -> None:
    for number, member in enumerate(files, start=1):
        progress(number, len(files) + 1, "attachments")
        target = folder.joinpath(*PurePosixPath(member.filename).parts[1:])
        with _explained(folder):
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as source, target.open("xb") as copy:
                shutil.copyfileobj(source, copy, CHUNK_BYTES)


def _finish(unfinished: str, name: str) -> None:
    """From here on it is a database like any other: attachments first, the name as the last, atomic step."""
    pool().close_all(unfinished)
    made, wanted = config.filestore(unfinished), config.filestore(name)
    with _explained(wanted):
        if wanted.exists():
            wanted.rmdir()
        if made.exists():
            made.rename(wanted)
    try:
        admin.rename_database(unfinished, name)
    except BaseException:
        if wanted.exists():
            wanted.rename(made)
        raise


def _drop_unfinished(unfinished: str) -> None:
    """What an earlier or this failed attempt left."""
    if admin.exists(unfinished):
        admin.drop_database(unfinished)
    shutil.rmtree(config.filestore(unfinished), ignore_errors=True)


# -- programs and errors ---------------------------------------------------------------------------


def _server_major(server: ServerAddress) -> int:
    connection = open_connection(MAINTENANCE, server)
    try:
        return connection.server_version // 10000
    finally:
        connection.close()


def _program(name: str, server_major: int) -> str:
    """A PostgreSQL client program not older than the server, which pg_dump insists on: the wheel's, or the system's."""
    with suppress(EmbeddedServerError):
        binaries = wheel_binaries()
        if binaries.major >= server_major:
            return str(binaries.programs / name)
    system = shutil.which(name)
    if system:
        version = re.search(r"\) (\d+)", subprocess.run([system, "--version"], capture_output=True, text=True, check=False).stdout)
        if version and int(version[1]) >= server_major:
            return system
    raise DumpFailed(
        f"The server is PostgreSQL {server_major}, and there is no {name} of that version here.",
        hint=f"Install the package postgresql-client-{server_major}.",
    )


def _failed(program: str, errors: str) -> DatabaseError:
    if "No space left on device" in errors:
        return admin.disk_full(f"{program} was running")
    if "did not find magic string" in errors or "could not read" in errors or "unexpected end of file" in errors:
        return DumpUnreadable(f"The dump is damaged: {errors[-500:]}", hint="Fetch the file again.")
    return DumpFailed(f"{program} failed: {errors[-2000:]}", hint="Nothing was changed.")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                f"No space left for {path}.", hint="Free some space, or choose another place."
            ) from error
        raise FolderNotWritable(
            f"{path} cannot be written: {error.strerror}.", hint="Choose another place, or make it writable."
        ) from error
    except psycopg2.errors.DiskFull as error:
        raise admin.disk_full("working") from error
