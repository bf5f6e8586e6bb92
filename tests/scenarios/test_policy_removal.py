"""Shipping policies come and go: one that open orders follow stays, and no default is left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core.base.errors import UserError
from core.modules import operations
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness

POLICIES = ["sale_policy_manual", "sale_policy_picking", "sale_policy_postpaid", "sale_policy_prepaid"]


@pytest.fixture(scope="module")
def template() -> str:
    return harness.build_template(POLICIES, demo=False)


@pytest.fixture
def dbname(template: str) -> Iterator[str]:
    name = harness.clone(template, "policy")
    yield name
    harness.drop(name)


def ask(dbname: str, function: Callable[[Any], Any]) -> Any:
    with Registry.get(dbname).check_signaling().cursor() as cr:
        return function(Environment(cr, 1, {}))


def an_order(env: Any, policy: str) -> Any:
    product = env["product.product"].create({"name": "Lamp", "type": "consu", "list_price": 10})
    return env["sale.order"].create({
        "partner_id": env["res.partner"].create({"name": "Customer"}).id,
        "order_policy": policy,
        "order_line": [(0, 0, {"product_id": product.id, "product_uom_qty": 1})],
    })


@pytest.mark.parametrize("addon", POLICIES)
def test_each_policy_can_be_removed_and_comes_back_alone(dbname, addon):
    others = [name for name in POLICIES if name != addon]
    operations.uninstall(dbname, [addon])
    states = ask(dbname, lambda env: {name: env["ir.module.module"]._get(name).state for name in POLICIES})
    assert states == {addon: "uninstalled", **dict.fromkeys(others, "installed")}
    assert operations.install(dbname, [addon]).steps() == [("install", addon)]


def test_a_policy_open_orders_follow_stays(dbname):
    name = ask(dbname, lambda env: (order := an_order(env, "prepaid")).action_confirm() and order.name)
    with pytest.raises(UserError) as refused:
        operations.uninstall(dbname, ["sale_policy_prepaid"])
    assert name in str(refused.value)
    assert ask(dbname, lambda env: env["ir.module.module"]._get("sale_policy_prepaid").state) == "installed"


def test_quotations_and_companies_forget_a_policy_that_goes(dbname):
    def prepare(env):
        env.company.order_policy = "prepaid"
        return an_order(env, "prepaid").id

    order_id = ask(dbname, prepare)
    operations.uninstall(dbname, ["sale_policy_prepaid"])

    def look(env):
        assert not env["sale.order"].browse(order_id).order_policy
        assert not env.company.order_policy
        return an_order(env, False).action_confirm()

    assert ask(dbname, look)
