"""Master data is read once per process, and still nobody sees anything but committed, present values."""
from __future__ import annotations

from contextlib import contextmanager

import pytest

from core import db
from core.db import signals
from core.orm.environment import Environment, Transaction


@pytest.fixture
def shop(library_database):
    """A company, committed; gone afterwards."""
    registry, _cr = library_database
    registry.shared_rows.clear()
    with transaction(registry) as env:
        company = env["res.company"].create({"name": "Hoa Sen"})
        env.cr.commit()
    yield registry, company.id
    with transaction(registry) as env:
        env["res.company"].browse(company.id).unlink()
        env.cr.commit()


@contextmanager
def transaction(registry):
    cr = db.connect(registry.db_name).cursor()
    cr.transaction = Transaction(registry, cr)
    try:
        yield Environment(cr, 1, {})
    finally:
        cr.rollback()
        cr.close()


def statements(env, function):
    before = env.cr.sql_log_count
    function()
    return env.cr.sql_log_count - before


def name_of(env, company_id):
    return env["res.company"].browse(company_id).name


def test_the_second_transaction_asks_nothing(shop):
    registry, company_id = shop
    with transaction(registry) as env:
        assert name_of(env, company_id) == "Hoa Sen"
        assert env["res.company"].search([("name", "=", "Hoa Sen")]).id == company_id
    with transaction(registry) as env:
        assert statements(env, lambda: name_of(env, company_id)) == 0
        assert statements(env, lambda: env["res.company"].search([("name", "=", "Hoa Sen")])) == 0


def test_a_change_is_seen_by_its_transaction_at_once_and_by_others_after_the_commit(shop):
    registry, company_id = shop
    with transaction(registry) as env:
        name_of(env, company_id)
    with transaction(registry) as writer, transaction(registry) as reader:
        writer["res.company"].browse(company_id).name = "Sen Vàng"
        writer.flush_all()
        writer._drop_cache()
        assert name_of(writer, company_id) == "Sen Vàng"
        assert name_of(reader, company_id) == "Hoa Sen"
        writer.cr.commit()
    with transaction(registry) as env:
        assert name_of(env, company_id) == "Sen Vàng"
        assert env["res.company"].search([("name", "=", "Sen Vàng")]).id == company_id


def test_a_rollback_leaves_nothing_behind(shop):
    registry, company_id = shop
    with transaction(registry) as env:
        env["res.company"].browse(company_id).name = "Never"
        env.flush_all()
        env._drop_cache()
        assert name_of(env, company_id) == "Never"
    with transaction(registry) as env:
        assert name_of(env, company_id) == "Hoa Sen"


def test_an_older_snapshot_fills_nothing_in(shop):
    registry, company_id = shop
    with transaction(registry) as old:
        old["res.company"].search_count([])  # the snapshot is taken, the company itself is not read yet
        with transaction(registry) as writer:
            writer["res.company"].browse(company_id).name = "Mới"
            writer.cr.commit()
        assert name_of(old, company_id) == "Hoa Sen", "its snapshot is from before"
    with transaction(registry) as env:
        assert name_of(env, company_id) == "Mới"


def test_another_worker_is_told_by_the_signal(shop):
    registry, company_id = shop
    with transaction(registry) as env:
        name_of(env, company_id)
    with db.connect(registry.db_name).cursor() as cr:  # as another process would
        cr.execute("UPDATE res_company SET name = 'Elsewhere' WHERE id = %s", (company_id,))
        signals.bump(cr, "rows")
    registry.shared_rows.checked_at = float("-inf")
    with transaction(registry) as env:
        assert name_of(env, company_id) == "Elsewhere"


def test_raw_sql_with_invalidation_is_announced(shop):
    registry, company_id = shop
    with transaction(registry) as env:
        name_of(env, company_id)
    with transaction(registry) as env:
        env.cr.execute("UPDATE res_company SET name = 'By SQL' WHERE id = %s", (company_id,))
        env["res.company"].invalidate_model(["name"])
        assert name_of(env, company_id) == "By SQL"
        env.cr.commit()
    with transaction(registry) as env:
        assert name_of(env, company_id) == "By SQL"


def test_a_deleted_row_is_gone_everywhere(shop):
    registry, _company_id = shop
    with transaction(registry) as env:
        other = env["res.company"].create({"name": "Short-lived"})
        env.cr.commit()
        name_of(env, other.id)
    with transaction(registry) as env:
        env["res.company"].browse(other.id).unlink()
        env.cr.commit()
    with transaction(registry) as env:
        assert not env["res.company"].search([("name", "=", "Short-lived")])
