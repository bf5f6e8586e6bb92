"""Access rights: who may do what with which model, and an error that says who could."""

from __future__ import annotations

import pytest

from core.base.errors import AccessError, UserError
from core.db import connect
from core.orm.environment import Environment
from core.orm.registry import Registry


@pytest.fixture
def env(dbname):
    Registry.get(dbname)
    with connect(dbname).cursor() as cr:
        yield Environment(cr, 1, {})
        cr.rollback()


@pytest.fixture
def clerk(env):
    """The environment of an internal user without further rights."""
    user = env["res.users"].create({
        "name": "Clerk", "login": "clerk", "groups_id": [(6, 0, [env.ref("base.group_user").id])]})
    return env(user=user.id)


def test_the_models_a_user_may_touch_come_in_one_query(clerk):
    access = clerk["ir.model.access"]
    assert "res.partner" in access._allowed("read")
    assert "ir.cron" not in access._allowed("unlink")
    before = clerk.cr.sql_log_count
    for mode in ("read", "write", "create", "unlink"):
        access._allowed(mode)
    assert clerk.cr.sql_log_count == before


def test_a_refusal_names_model_operation_and_who_may(clerk):
    with pytest.raises(AccessError) as refused:
        clerk["ir.model.access"].check("ir.cron", "write")
    text = str(refused.value)
    assert "ir.cron" in text
    assert "modify" in text
    assert "Administration / Settings" in text
    assert clerk["ir.model.access"].check("ir.cron", "write", raise_exception=False) is False


def test_a_change_of_rights_counts_at_once(env, clerk):
    access = clerk["ir.model.access"]
    assert "res.partner" not in access._allowed("unlink")
    env["ir.model.access"].create({
        "name": "clerks delete contacts", "model_id": env["ir.model"]._get("res.partner").id,
        "group_id": env.ref("base.group_user").id, "perm_unlink": True})
    assert "res.partner" in access._allowed("unlink")


def test_the_superuser_may_everything(env):
    assert env["ir.model.access"].check("ir.cron", "unlink")


def test_an_unknown_mode_is_a_mistake(env):
    with pytest.raises(ValueError, match="unknown access mode|Unknown access mode"):
        env["ir.model.access"]._allowed("delete")


def test_declared_models_and_fields_cannot_be_deleted(env):
    with pytest.raises(UserError, match="declared by an addon"):
        env["ir.model"]._get("res.partner").unlink()
    with pytest.raises(UserError, match="declared by an addon"):
        env["ir.model.fields"]._get("res.partner", "name").unlink()


def test_models_and_fields_describe_themselves(env):
    field = env["ir.model.fields"]._get("res.partner", "country_id")
    assert (field.ttype, field.relation, field.store, field.model_id.model) == ("many2one", "res.country", True, "res.partner")
    assert "base" in field.modules
    assert env["ir.model"]._get("res.partner").count >= env["res.partner"].search_count([])
