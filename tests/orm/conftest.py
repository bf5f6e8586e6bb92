"""A database for the library of ``library.py``."""
from __future__ import annotations

import uuid

import library
import pytest

from core import db
from core.orm.environment import Environment


@pytest.fixture(scope="module")
def library_database():
    name = f"sen_library_{uuid.uuid4().hex[:8]}"
    db.create_database(name)
    cr = db.connect(name).cursor()
    registry = library.make_registry(name, cr)
    env = Environment(cr, 1, {})
    company = env["res.company"].create({"name": "Library"})
    env["res.users"].create({"name": "root", "company_id": company.id, "company_ids": [(6, 0, company.ids)]})
    cr.commit()
    yield registry, cr
    cr.rollback()
    cr.close()
    db.drop_database(name)


@pytest.fixture
def lib(library_database):
    """A superuser's environment; everything is rolled back."""
    registry, cr = library_database
    from core.orm.environment import Transaction
    cr.transaction = Transaction(registry, cr)
    yield Environment(cr, 1, {})
    cr.rollback()
