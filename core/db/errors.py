"""What can be wrong with the database server or a database, each with its remedy.

All are :class:`~core.base.errors.UserError`, so that the command line and the web page show them the same way.
Errors of single SQL statements are not wrapped: they stay psycopg2's classes, which addons catch.
"""

from __future__ import annotations

import errno

from core.base.errors import UserError

#: Oldest PostgreSQL whose SQL we rely on, as ``connection.server_version`` counts.
MINIMUM_SERVER_VERSION = 150000


class DatabaseError(UserError):
    """Base of the errors of this room."""

    default_code = "db.error"

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message, code=self.default_code, hint=hint)


class ServerUnreachable(DatabaseError):
    """No PostgreSQL answers at the configured address, or it refuses us."""

    default_code = "db.unreachable"


class ServerTooOld(DatabaseError):
    """PostgreSQL is older than 15."""

    default_code = "db.too_old"


class FolderNotWritable(DatabaseError):
    """A folder of the configuration cannot be written."""

    default_code = "db.folder"


class DiskFull(DatabaseError):
    """No space left where the data lies."""

    default_code = "db.disk_full"


class UnknownDatabase(DatabaseError):
    """There is no database of this name."""

    default_code = "db.unknown"


class DatabaseExists(DatabaseError):
    """The name is in use already."""

    default_code = "db.exists"


class DatabaseInUse(DatabaseError):
    """Somebody works with the database; copying and renaming need it for themselves."""

    default_code = "db.in_use"


class InvalidDatabaseName(DatabaseError):
    """The name cannot be used for a database."""

    default_code = "db.name"


class EmbeddedServerError(DatabaseError):
    """The embedded PostgreSQL could not be prepared or started."""

    default_code = "db.embedded"


class PoolExhausted(DatabaseError):
    """All connections this process may open are in use."""

    default_code = "db.pool"


class Busy(DatabaseError):
    """Others keep changing the same data."""

    default_code = "db.busy"


def explain(error: BaseException) -> DatabaseError | None:
    """The error of a statement as a text for the user, with a remedy; None when it is not about the server's state.

    Constraint violations are not among them: only the ORM knows which field they are about.
    """
    from core.i18n import _  # here, because most commands never need it

    if isinstance(error, OSError):
        return _explain_file_error(error)
    code = getattr(error, "pgcode", None) or ""
    if code == "53100":
        return DiskFull(
            _("PostgreSQL has no space left on its disk."), hint=_("Free some space there, then try again.")
        )
    if code == "53300":
        return ServerUnreachable(
            _("PostgreSQL accepts no more connections."),
            hint=_("Lower db_maxconn or workers, or raise max_connections."),
        )
    if code in ("40001", "40P01", "55P03"):
        return Busy(_("Other people are changing the same data right now."), hint=_("Nothing was saved; try again."))
    if code.startswith(("57P0", "08")):
        return ServerUnreachable(
            _("The connection to PostgreSQL was lost."), hint=_("Nothing was saved; try again.")
        )
    if code == "25006":
        return ServerUnreachable(
            _("This database cannot be written: it is a replica, or opened read-only."),
            hint=_("Use the primary server."),
        )
    return None


def _explain_file_error(error: OSError) -> DatabaseError | None:
    """Attachments, dumps and logs lie in folders that fill up or are closed to us."""
    from core.i18n import _

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(_("No space is left on the disk."), hint=_("Free some space there, then try again."))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) and error.filename:
        return FolderNotWritable(
            _("%s cannot be opened or written.", error.filename),
            hint=_("Give the user the server runs as the right to, or choose another folder."),
        )
    return None
