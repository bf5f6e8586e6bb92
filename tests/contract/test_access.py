"""Who may do what: rights of groups on models, record rules, groups of fields, companies; and how a refusal reads."""

from __future__ import annotations

from typing import Any

import pytest

from odoo.exceptions import AccessError


@pytest.fixture
def user(make_user: Any) -> Any:
    return make_user("ann")


@pytest.fixture
def manager(make_user: Any) -> Any:
    return make_user("max", "contract_base.group_manager")


@pytest.fixture
def documents(env: Any, user: Any, manager: Any) -> Any:
    """Ann's, Max's, and a shared one of Max's."""
    return env["contract.document"].create(
        [
            {"name": "Ann's", "owner_id": user.id},
            {"name": "Max's", "owner_id": manager.id},
            {"name": "Shared", "owner_id": manager.id, "shared": True},
        ]
    )


def seen(env: Any, user: Any) -> list[str]:
    return env["contract.document"].with_user(user).search([]).mapped("name")


# ir.model.access.csv


def test_access_csv_grants_operations_to_groups(env: Any, user: Any, manager: Any) -> None:
    page = env["contract.page"].create({"name": "p"})
    assert page.with_user(user).read(["name"])[0]["name"] == "p"
    for refused in (
        lambda: page.with_user(user).write({"name": "q"}),
        lambda: env["contract.page"].with_user(user).create({"name": "r"}),
        page.with_user(user).unlink,
    ):
        with pytest.raises(AccessError):
            refused()
    page.with_user(manager).name = "q"
    assert page.with_user(manager).unlink()


def test_without_a_right_a_model_is_closed(env: Any, manager: Any) -> None:
    with pytest.raises(AccessError, match=r"contract\.closed"):
        env["contract.closed"].with_user(manager).search([])
    assert env["contract.closed"].search_count([]) == 0, "the superuser may"


def test_rights_of_several_groups_add_up(env: Any, make_user: Any) -> None:
    both = make_user("both", "contract_base.group_user,contract_base.group_shared")
    access = env["contract.document"].with_user(both)
    assert (access.has_access("create"), access.has_access("unlink")) == (True, False)


def test_implied_groups_bring_their_rights(env: Any, manager: Any) -> None:
    assert manager.has_group("contract_base.group_user") and manager.has_group("base.group_user")
    assert env["contract.thing"].with_user(manager).has_access("create")


def test_check_access_and_has_access(env: Any, user: Any, documents: Any) -> None:
    mine, other = documents[0].with_user(user), documents[1].with_user(user)
    assert mine.check_access("write") is None
    assert mine.has_access("write") and not other.has_access("write")
    assert documents.with_user(user)._filtered_access("read") == documents[0]
    with pytest.raises(AccessError):
        documents.with_user(user).check_access("read")


# ir.rule


def test_group_rules_are_ored(env: Any, documents: Any, user: Any, make_user: Any) -> None:
    assert seen(env, user) == ["Ann's"]
    both = make_user("both", "contract_base.group_user,contract_base.group_shared")
    documents[0].owner_id = both
    assert sorted(seen(env, both)) == ["Ann's", "Shared"]


def test_a_rule_counts_for_its_operations_only(env: Any, documents: Any, make_user: Any) -> None:
    reader = make_user("reader", "base.group_user,contract_base.group_shared")
    assert seen(env, reader) == ["Shared"]
    env.ref("contract_base.access_document_shared").perm_write = True
    documents[2].with_user(reader).name = "no group rule speaks of writing"


def test_global_rules_are_anded(env: Any, documents: Any, manager: Any) -> None:
    other = env["res.company"].create({"name": "Other"})
    documents[2].company_id = other
    assert sorted(seen(env, manager)) == ["Ann's", "Max's"]


def test_rules_guard_every_way_to_a_record(env: Any, documents: Any, user: Any) -> None:
    other = documents[1].with_user(user)
    env.flush_all()
    env.invalidate_all()
    for act in (
        lambda: other.name,
        lambda: other.read(["name"]),
        lambda: other.write({"name": "x"}),
        lambda: other.copy(),
        lambda: env["contract.document"].with_user(user).create({"name": "x", "owner_id": documents[1].owner_id.id}),
    ):
        with pytest.raises(AccessError):
            act()
    assert env["contract.document"].with_user(user).search_count([("name", "=", "Max's")]) == 0
    groups = env["contract.document"].with_user(user)._read_group([], ["owner_id"], ["__count"])
    assert groups == [(user, 1)]


def test_a_write_may_not_move_a_record_out_of_reach(env: Any, documents: Any, user: Any) -> None:
    mine = documents[0].with_user(user)
    mine.name = "Mine"
    assert documents[0].name == "Mine"


def test_rules_see_user_company_and_time(env: Any) -> None:
    rule = env.ref("contract_base.rule_document_own")
    names = rule._eval_context()
    assert {"user", "time", "company_id", "company_ids"} <= set(names)


def test_a_wrong_rule_is_refused_when_written(env: Any) -> None:
    from odoo.exceptions import ValidationError

    with pytest.raises(ValidationError, match="nothing"):
        env.ref("contract_base.rule_document_own").domain_force = "[('nothing', '=', 1)]"


def test_sudo_and_superuser_pass_by(env: Any, documents: Any, user: Any) -> None:
    assert documents[1].with_user(user).sudo().name == "Max's"
    assert env["contract.document"].with_user(user).sudo().search_count([]) == 3


# groups of fields


def test_field_groups(env: Any, documents: Any, user: Any, manager: Any) -> None:
    documents[0].price = 7
    env.flush_all()
    env.invalidate_all()
    mine = documents[0].with_user(user)
    assert "price" not in mine.fields_get() and "price" not in mine.read()[0]
    with pytest.raises(AccessError, match=r"(?s)price.*contract_base\.group_manager"):
        mine.read(["price"])
    with pytest.raises(AccessError, match="price"):
        mine.price = 8
    assert documents[0].with_user(manager).price == 7


def test_field_groups_guard_order_and_grouping(env: Any, documents: Any, user: Any) -> None:
    model = env["contract.document"].with_user(user)
    for probe in (
        lambda: model.search([("price", ">", 1)]),
        lambda: model.search([], order="price"),
        lambda: model._read_group([], ["price"], ["__count"]),
        lambda: model._read_group([], [], ["price:sum"]),
        lambda: model.search([("page_ids.document_id.price", ">", 1)]),
    ):
        with pytest.raises((AccessError, ValueError)):
            probe()


# users and companies


def test_sudo_keeps_the_user(env: Any, documents: Any, user: Any) -> None:
    mine = documents[0].with_user(user).sudo()
    assert mine.env.su and mine.env.uid == user.id and mine.env.user == user
    assert not mine.sudo(False).env.su
    assert mine.is_superuser() if hasattr(mine, "is_superuser") else mine.env.is_superuser()


def test_with_user_drops_superuser(env: Any, documents: Any, user: Any) -> None:
    assert env.su and not documents.with_user(user).env.su
    assert documents.with_user(user).env.uid == user.id


def test_env_tells_about_the_user(env: Any, user: Any, manager: Any, make_user: Any) -> None:
    assert env.is_superuser() and env.is_admin() and env.is_system()
    assert not user.with_user(user).env.is_admin()
    assert user._is_internal() and not user._is_public() and not user._is_portal()
    assert user.has_groups("contract_base.group_user,!contract_base.group_manager")
    assert not manager.has_groups("contract_base.group_user,!contract_base.group_manager")


def test_allowed_company_ids_choose_the_companies(env: Any, make_user: Any) -> None:
    own, other = env.company, env["res.company"].create({"name": "Other"})
    user = make_user("two", company_id=own.id, company_ids=[(6, 0, [own.id, other.id])])
    as_user = env(user=user, su=False)
    assert as_user.company == own
    both = as_user(context={"allowed_company_ids": [other.id, own.id]})
    assert both.company == other and both.companies == other + own
    only = as_user(context={"allowed_company_ids": [other.id]})
    assert only.companies == other
    document = env["contract.document"].create({"name": "Far", "company_id": other.id, "owner_id": user.id})
    assert document.with_env(as_user(context={"allowed_company_ids": [own.id]})).search([("name", "=", "Far")]) == env["contract.document"]
    assert document.with_env(only).search([("name", "=", "Far")]) == document


def test_a_company_one_may_not_enter_is_refused(env: Any, make_user: Any) -> None:
    other = env["res.company"].create({"name": "Other"})
    user = make_user("one")
    with pytest.raises(AccessError):
        env(user=user, su=False, context={"allowed_company_ids": [other.id]}).company  # noqa: B018


def test_with_company_puts_it_first(env: Any, thing: Any) -> None:
    other = env["res.company"].create({"name": "Other"})
    assert thing.with_company(other).env.company == other
    assert thing.with_company(other.id).env.company == other
    assert thing.with_company(False).env.company == env.company


# what a refusal says


def test_a_refused_model_names_model_operation_and_who_may(env: Any, user: Any) -> None:
    with pytest.raises(AccessError) as refused:
        env["contract.page"].with_user(user).create({"name": "x"})
    text = str(refused.value)
    assert "Contract Page" in text and "contract.page" in text
    assert "create" in text
    assert "Contract/Manager" in text or "Contract / Manager" in text


def test_a_refused_record_names_record_rule_and_operation(env: Any, documents: Any, user: Any) -> None:
    with pytest.raises(AccessError) as refused:
        documents[1].with_user(user).write({"name": "x"})
    text = str(refused.value)
    assert "contract.document" in text and "modify" in text
    assert "Documents: users see their own" in text


def test_a_refused_field_names_field_and_groups(env: Any, documents: Any, user: Any) -> None:
    with pytest.raises(AccessError, match=r"(?s)price.*contract_base\.group_manager"):
        documents[0].with_user(user).write({"price": 1})


def test_a_refusal_leaks_no_values(env: Any, documents: Any, user: Any) -> None:
    documents[1].price = 4711
    with pytest.raises(AccessError) as refused:
        documents[1].with_user(user).read(["name"])
    assert "4711" not in str(refused.value)
