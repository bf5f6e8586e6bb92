"""Names of constraints and indexes. They are stable, so that a database error can be mapped back to its field."""

from __future__ import annotations

import hashlib

#: PostgreSQL cuts longer identifiers silently, which would make two names one.
MAX_IDENTIFIER_BYTES = 63
#: Beginning of the comment of a column or table no model wants, followed by the day it was found.
RETIRED = "left over since "


def quote(name: str) -> str:
    """An SQL identifier, always quoted."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """An SQL string literal, for the places of DDL where no parameter is allowed."""
    escaped = text.replace("'", "''")
    if "\\" in escaped:
        return " E'" + escaped.replace("\\", "\\\\") + "'"
    return f"'{escaped}'"


def shorten(name: str) -> str:
    """The name itself, or its beginning and a digest of the whole when it is too long for PostgreSQL."""
    if len(name.encode()) <= MAX_IDENTIFIER_BYTES:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return name.encode()[: MAX_IDENTIFIER_BYTES - 9].decode(errors="ignore") + "_" + digest


def foreign_key_name(table: str, column: str) -> str:
    """``sale_order_partner_id_fkey``"""
    return shorten(f"{table}_{column}_fkey")


def index_name(table: str, column: str) -> str:
    """``sale_order__partner_id_index``: two underscores, so that no table and column can collide with another pair."""
    return shorten(f"{table}__{column}_index")


def constraint_name(table: str, key: str) -> str:
    """``sale_order_name_uniq`` for ``_sql_constraints = [('name_uniq', …)]``"""
    return shorten(f"{table}_{key}")
