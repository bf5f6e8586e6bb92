"""Test cases for addons: ``from core.tests import Form, TransactionCase, tagged``."""

from __future__ import annotations

import importlib
from typing import Any

from core.testing.case import (
    ADMIN_USER_ID,
    HOST,
    BaseCase,
    Like,
    RecordCapturer,
    SavepointCase,
    SingleTransactionCase,
    TransactionCase,
    can_import,
    get_db_name,
    loaded_demo_data,
    new_test_user,
    no_retry,
    users,
    warmup,
)
from core.testing.tags import standalone, tagged

__all__ = [
    "ADMIN_USER_ID",
    "HOST",
    "BaseCase",
    "Form",
    "HttpCase",
    "HttpSavepointCase",
    "Like",
    "M2MProxy",
    "O2MForm",
    "O2MProxy",
    "RecordCapturer",
    "SavepointCase",
    "SingleTransactionCase",
    "TransactionCase",
    "can_import",
    "get_db_name",
    "loaded_demo_data",
    "new_test_user",
    "no_retry",
    "standalone",
    "tagged",
    "users",
    "warmup",
]

_LATER = {
    "Form": "form",
    "M2MProxy": "form",
    "O2MForm": "form",
    "O2MProxy": "form",
    "HttpCase": "http_case",
    "HttpSavepointCase": "http_case",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        value = getattr(importlib.import_module(f"core.testing.{_LATER[name]}"), name)
        globals()[name] = value
        return value
    if name == "common":
        return importlib.import_module("core.testing")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
