"""Test cases for addons: ``from core.tests import TransactionCase, tagged, Form``."""
from core.orm.commands import Command
from core.testing.common import (
    BaseCase,
    RecordCapturer,
    SingleTransactionCase,
    TransactionCase,
    get_db_name,
    loaded_demo_data,
    new_test_user,
    tagged,
    users,
    warmup,
)
from core.testing.form import Form, M2MProxy, O2MForm, O2MProxy
from core.testing.http import HOST, HttpCase
from core.testing.workflow import WorkflowConformance

ADMIN_USER_ID = 2

__all__ = [
    "ADMIN_USER_ID", "BaseCase", "Command", "Form", "HOST", "HttpCase", "M2MProxy", "O2MForm", "O2MProxy",
    "RecordCapturer", "SingleTransactionCase", "TransactionCase", "WorkflowConformance", "get_db_name",
    "loaded_demo_data", "new_test_user", "tagged", "users", "warmup",
]
