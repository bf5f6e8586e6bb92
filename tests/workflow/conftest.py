"""A database with the ticket addon."""
from __future__ import annotations

import pytest
from ticket_world import write_ticket_addon

from tests.modules.conftest import addons, base_template, dbname  # noqa: F401


@pytest.fixture
def ticket_env(dbname, addons):  # noqa: F811
    """A superuser's environment on a database with the ticket addon."""
    from core.modules import operations
    from core.orm.environment import Environment
    from core.orm.registry import Registry
    write_ticket_addon(addons)
    operations.install(dbname, ["wf_ticket"])
    with Registry.get(dbname).cursor() as cr:
        yield Environment(cr, 1, {})
        cr.rollback()
