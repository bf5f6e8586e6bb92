"""Database errors of the unit of work, told in the words of models, fields and records."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import psycopg2
import psycopg2.errors

from core.base.errors import ValidationError
from core.orm.environment import Transaction

_classes: dict[type, type] = {}


def explain(transaction: Transaction, model: Any, error: psycopg2.Error, ids: Sequence[int],
            deleting: Any = None) -> BaseException:
    """An error that says which rule of which model was broken.

    :param deleting: the records that were to be deleted, if that was it
    It is both a ValidationError (for people) and of psycopg2's class (addons catch IntegrityError).
    Errors that are not about the data (lost connection, serialisation) come back as they are.
    """
    if not isinstance(error, (psycopg2.IntegrityError, psycopg2.DataError)):
        return error
    message = _message(transaction, model, error, ids, deleting)
    cls = _classes.get(type(error))
    if cls is None:
        cls = _classes[type(error)] = type(f"Refused{type(error).__name__}", (ValidationError, type(error)), {
            "pgcode": property(lambda self: self._pgcode), "diag": property(lambda self: self._diag),
            "pgerror": property(lambda self: self._pgerror)})
    refused = cls(message)
    refused._pgcode, refused._diag, refused._pgerror = error.pgcode, error.diag, error.pgerror
    return refused


def _message(transaction: Transaction, model: Any, error: psycopg2.Error, ids: Sequence[int], deleting: Any) -> str:
    env = transaction.superuser_env()
    lang = transaction.extra.get("lang")
    if lang:
        env = env(context={"lang": lang})
    diag = error.diag
    registry = transaction.registry
    model = model or registry.model_of_table(diag.table_name)
    text = registry.constraint_message(diag.constraint_name or "", env) if diag.constraint_name else None
    if text:
        return text
    if model is None:  # never the statement, which the whole text of the error shows
        return str(diag.message_primary or type(error).__name__)
    label = model._description or model._name
    if isinstance(error, psycopg2.errors.NotNullViolation):
        field = model._fields.get(diag.column_name)
        return env._(
            "%(model)s: the field %(field)s is required but has no value. Fill it in and save again.",
            model=label, field=field.label(env) if field else diag.column_name)
    # PostgreSQL 18 tells a restricted deletion from other broken references, earlier ones do not.
    if deleting is not None and isinstance(error, (psycopg2.errors.ForeignKeyViolation, psycopg2.errors.RestrictViolation)):
        return _still_used(env, model, error, deleting)
    if isinstance(error, psycopg2.errors.ForeignKeyViolation):
        return env._(
            "%(model)s: a record refers to another one that does not exist, or is still used elsewhere (%(detail)s).",
            model=label, detail=diag.message_detail or diag.message_primary)
    if isinstance(error, psycopg2.errors.UniqueViolation):
        return env._("%(model)s: this value must be unique and is used already (%(detail)s).",
                     model=label, detail=diag.message_detail or "")
    return f"{label}: {diag.message_primary or error}"


def _still_used(env: Any, user: Any, error: psycopg2.Error, deleting: Any) -> str:
    key = re.search(r"\(id\)=\((\d+)\)", error.diag.message_detail or "")
    used = deleting.browse(int(key[1])) if key else deleting[:1]
    column = (error.diag.constraint_name or "").removeprefix(f"{user._table}_").removesuffix("_fkey")
    field = user._fields.get(column)
    remedy = (env._("Archive it instead.") if "active" in deleting._fields
              else env._("Change or delete what uses it first."))
    return env._(
        "%(model)s “%(record)s” cannot be deleted: it is still used as %(field)s by %(user)s. %(remedy)s",
        model=deleting._description or deleting._name, record=_known_name(env.transaction, used),
        field=field.label(env) if field else column, user=user._description or user._name, remedy=remedy)


def _known_name(transaction: Transaction, record: Any) -> str:
    """The record's name as far as it was read before: the failed transaction reads no more."""
    for name in ("display_name", record._rec_name):
        field = record._fields.get(name)
        for key in transaction.context_data_keys(field) if field else ():
            value = transaction.data.get(key, {}).get(record.id)
            if isinstance(value, str) and value:
                return value
    return f"#{record.id}"
