"""External ids: found without a query the second time, and never found once their record is gone."""

from __future__ import annotations

import pytest

from core.data import xmlids


@pytest.fixture
def partner(env):
    record = env["res.partner"].create({"name": "Known"})
    env["ir.model.data"]._update_xmlids([{"xml_id": "base.known", "record": record}])
    return record


def test_a_committed_id_costs_no_query_the_second_time(env):
    env.ref("base.main_company")
    before = env.cr.sql_log_count
    env.ref("base.main_company")
    assert env.cr.sql_log_count == before


def test_an_id_stored_in_this_transaction_is_found(env, partner):
    assert env.ref("base.known") == partner
    assert env["ir.model.data"]._xmlid_to_res_id("base.known") == partner.id


def test_the_id_goes_with_its_record(env, partner):
    partner.unlink()
    assert env.ref("base.known", raise_if_not_found=False) is None
    assert not env["ir.model.data"].search([("name", "=", "known")])


def test_a_savepoint_takes_an_id_back(env):
    with pytest.raises(ZeroDivisionError), env.cr.savepoint():
        record = env["res.partner"].create({"name": "Undone"})
        env["ir.model.data"]._update_xmlids([{"xml_id": "base.undone", "record": record}])
        assert env.ref("base.undone") == record
        1 / 0  # noqa: B018
    assert env.ref("base.undone", raise_if_not_found=False) is None


def test_an_id_written_by_hand_is_found_at_once(env, partner):
    env["ir.model.data"].create({"module": "base", "name": "by_hand", "model": "res.partner", "res_id": partner.id})
    assert env.ref("base.by_hand") == partner


def test_an_unknown_id_is_refused_with_the_nearest(env):
    with pytest.raises(ValueError, match=r"base\.main_company"):
        env["ir.model.data"]._xmlid_lookup("base.main_compny")
    with pytest.raises(ValueError):
        env.ref("base.main_compny")


def test_several_ids_in_one_query(env):
    before = env.cr.sql_log_count
    found = xmlids.rows(env, ["base.main_company", "base.user_admin", "base.nowhere"])
    assert env.cr.sql_log_count == before + 1
    assert {name: row.model for name, row in found.items()} == {"base.main_company": "res.company", "base.user_admin": "res.users"}


def test_noupdate_can_be_switched(env, partner):
    data = env["ir.model.data"].search([("name", "=", "known")])
    assert not data.noupdate
    env["ir.model.data"].toggle_noupdate("res.partner", partner.id)
    assert data.noupdate


def test_metadata_names_the_ids(env, partner):
    [data] = partner.get_metadata()
    assert (data["xmlid"], data["noupdate"]) == ("base.known", False)
