"""Test cases for addons: ``from core.tests import TransactionCase, tagged, Form``."""
from core.orm.commands import Command
from core.testing.addon import AddonConformance
from core.testing.common import (
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
    standalone,
    tagged,
    users,
    warmup,
)
from core.testing.form import Form, M2MProxy, O2MForm, O2MProxy
from core.testing.http import HOST, HttpCase
from core.testing.workflow import WorkflowConformance

ADMIN_USER_ID = 2

#: Existing addons note here which files may replace methods of models while tests run; nothing forbids it here.
SETATTR_SOURCES: dict[str, tuple[str, ...]] = {}

__all__ = [
    "ADMIN_USER_ID", "AddonConformance", "SETATTR_SOURCES", "BaseCase", "Command", "Form", "HOST", "Like", "SavepointCase", "can_import", "no_retry", "standalone", "HttpCase", "M2MProxy", "O2MForm", "O2MProxy",
    "RecordCapturer", "SingleTransactionCase", "TransactionCase", "WorkflowConformance", "get_db_name",
    "loaded_demo_data", "new_test_user", "tagged", "users", "warmup",
]
