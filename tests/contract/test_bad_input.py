"""Values from outside that reach the ORM as domain, order, grouping, context, expression: answered or refused, never executed."""

from __future__ import annotations

from typing import Any

import pytest

from odoo.exceptions import AccessError, UserError, ValidationError

REFUSED = (ValueError, TypeError, KeyError, UserError)

TEXTS = ["'; DROP TABLE contract_thing; --", "name; DELETE FROM res_users", "(SELECT password FROM res_users LIMIT 1)", "name) OR 1=1 --", "%s", "\x00"]


@pytest.fixture
def model(env: Any, make_user: Any, things: Any) -> Any:
    """The things as a plain user sees them."""
    return env["contract.thing"].with_user(make_user("ann"))


def still_there(env: Any) -> bool:
    env.cr.execute("SELECT count(*) FROM contract_thing")
    return bool(env.cr.fetchone()[0] >= 3)


@pytest.mark.parametrize("text", TEXTS)
def test_injection_through_order(env: Any, model: Any, text: str) -> None:
    for order in (text, f"name, {text}", f"name {text}", f"name desc nulls {text}", f"partner_id.{text}"):
        with pytest.raises(REFUSED):
            model.search([], order=order)
    assert still_there(env)


@pytest.mark.parametrize("text", TEXTS)
def test_injection_through_groupby_and_aggregates(env: Any, model: Any, text: str) -> None:
    for groupby, aggregates in (([text], ["__count"]), ([f"date:{text}"], ["__count"]), ([], [text]), ([], [f"amount:{text}"]), ([], [f"x:sum({text})"])):
        with pytest.raises(REFUSED):
            model._read_group([], groupby, aggregates)
    with pytest.raises(REFUSED):
        model.read_group([], [f"x:sum({text})"], ["state"])
    with pytest.raises(REFUSED):
        model._read_group([], ["state"], ["__count"], having=[(text, "=", 1)])
    with pytest.raises(REFUSED):
        model._read_group([], ["state"], ["__count"], order=text)
    assert still_there(env)


@pytest.mark.parametrize("text", TEXTS)
def test_injection_through_names_in_domains(env: Any, model: Any, text: str) -> None:
    for domain in ([(text, "=", 1)], [("name", text, 1)], [(f"partner_id.{text}", "=", 1)], [text], [("properties." + text, "=", 1)]):
        with pytest.raises(REFUSED):
            model.search(domain)
    assert still_there(env)


@pytest.mark.parametrize("text", [text for text in TEXTS if "\x00" not in text])
def test_injection_through_values_of_domains(env: Any, model: Any, text: str) -> None:
    for operator in ("=", "!=", "like", "ilike", "=like", "not ilike"):
        assert isinstance(model.search_count([("name", operator, text)]), int)
    assert model.search_count([("name", "in", [text])]) == 0
    assert still_there(env)


@pytest.mark.parametrize(
    "context",
    [{"lang": "'; DROP TABLE contract_thing; --"}, {"tz": "'; DROP"}, {"active_test": "'"}, {"allowed_company_ids": "1 OR 1=1"}, {"allowed_company_ids": ["x"]}, {"lang": ["en_US"]}, {"lang": 7}, {"tz": 5}],
    ids=["lang", "tz", "active_test", "companies_text", "companies_list", "lang_list", "lang_number", "tz_number"],
)  # fmt: skip
def test_injection_through_the_context(env: Any, model: Any, context: dict[str, Any]) -> None:
    def read() -> None:
        found = model.with_context(**context)
        found.search([("title", "ilike", "x")], order="title")
        found.create({"name": "x", "title": "y"})
        env.flush_all()

    try:
        with env.cr.savepoint():
            read()
    except REFUSED:
        pass
    assert still_there(env)


def test_injection_through_limit_and_offset(env: Any, model: Any) -> None:
    for page in ({"limit": "1; DROP TABLE contract_thing"}, {"offset": "0; SELECT 1"}, {"limit": [1]}):
        with pytest.raises(REFUSED):
            model.search([], **page)
    assert still_there(env)


def test_injection_through_field_names(env: Any, model: Any, things: Any) -> None:
    for act in (
        lambda: model.browse(things.ids).read(["name FROM res_users --"]),
        lambda: model.create({"name": "x", "name) VALUES (1) --": 1}),
        lambda: model.browse(things.ids).write({'note" = 1 --': "x"}),
        lambda: model.search_fetch([], ["id; DROP TABLE contract_thing"]),
        lambda: model.browse(things.ids).mapped("name; DROP"),
    ):
        with pytest.raises(REFUSED):
            act()
    assert still_there(env)


def test_injection_through_ids(env: Any, model: Any) -> None:
    for ids in (["1 OR 1=1"], [{"a": 1}], [2**70]):
        try:
            assert not model.browse(ids).exists()
        except REFUSED:
            pass
    assert still_there(env)


def test_a_domain_cannot_read_what_its_user_may_not(env: Any, model: Any) -> None:
    for domain in ([("secret", "=like", "a%")], [("user_id.password", "!=", False)], [("create_uid.password", "like", "$")]):
        with pytest.raises((AccessError, ValueError)):
            model.search(domain)


@pytest.mark.parametrize(
    "code",
    [
        "__import__('os').system('true')", "().__class__.__mro__[1].__subclasses__()", "open('/etc/passwd').read()", "eval('1')", "exec('1')",
        "[x for x in (1).__class__.__bases__]", "'{0.__class__}'.format(1)", "getattr(1, 'real')", "globals()", "ref.__globals__",
    ],
)  # fmt: skip
def test_eval_attributes_of_data_files_are_safe_expressions(env: Any, code: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.base.errors import LoadError
    from core.data import convert_file
    from core.modules import manifest

    folder = tmp_path / "contract_base"
    folder.mkdir()
    found = manifest.find
    monkeypatch.setattr(manifest, "find", lambda name: folder if name == "contract_base" else found(name))
    escaped = code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    (folder / "data.xml").write_text(f'<odoo>\n<record id="x" model="contract.thing"><field name="name">x</field>\n<field name="note" eval="{escaped}"/></record></odoo>')
    with pytest.raises(LoadError, match=r"data\.xml:[23]"), env.cr.savepoint():
        convert_file(env, "contract_base", folder / "data.xml", mode="init", noupdate=False)


def test_eval_of_rules_and_server_actions_is_checked(env: Any) -> None:
    for domain in ("[('name', '=', __import__('os').name)]", "[('name', '=', user.__class__)]", "not a domain ("):
        with pytest.raises((ValidationError, ValueError)), env.cr.savepoint():
            env["ir.rule"].create({"name": "x", "model_id": env.ref("contract_base.model_contract_thing").id, "domain_force": domain})


def test_a_deep_domain_is_refused_not_recursed_into(model: Any) -> None:
    for depth in (30, 2000):
        with pytest.raises(REFUSED):
            model.search(_nested(depth))
    assert model.search(["!"] * 5000 + [("name", "=", "Ada")]).name == "Ada"
    assert isinstance(model.search_count(["|"] * 500 + [("name", "=", str(number)) for number in range(501)]), int)


def _nested(depth: int) -> list[Any]:
    domain: list[Any] = [("name", "=", "x")]
    for _ in range(depth):
        domain = [("parent_id", "any", domain)]
    return [("partner_id", "any", domain)]


def test_a_circle_of_parents_is_refused_everywhere(env: Any) -> None:
    folder = env["contract.folder"].create({"name": "a"})
    with pytest.raises(UserError, match="below itself"):
        folder.parent_id = folder
    child = env["contract.folder"].create({"name": "b", "parent_id": folder.id})
    with pytest.raises(UserError, match="below itself"):
        folder.write({"parent_id": child.id})
    with pytest.raises((ValidationError, UserError)):
        env["res.partner"].create({"name": "p"}).write({"parent_id": env["res.partner"].search([], limit=1, order="id desc").id})
    category = env["ir.ui.menu"].create({"name": "m"})
    with pytest.raises((ValidationError, UserError)):
        category.parent_id = category


def test_a_circle_of_parents_made_behind_the_orm_does_not_hang(env: Any) -> None:
    top = env["contract.node"].create({"name": "top"})
    below = env["contract.node"].create({"name": "below", "above_id": top.id})
    env.flush_all()
    env.cr.execute("UPDATE contract_node SET above_id = %s WHERE id = %s", [below.id, top.id])
    env.invalidate_all()
    assert env["contract.node"].search([("id", "child_of", top.id)]) == top + below
    assert top._has_cycle("above_id")


def test_odd_values_for_fields_are_refused_by_name(env: Any, model: Any) -> None:
    for name, value in (("date", "31/31/2024"), ("amount", "abc"), ("kind", "zzz"), ("tag_ids", "x"), ("partner_id", "x"), ("sequence", [1]), ("line_ids", [(9, 0, 0)])):
        with pytest.raises((*REFUSED, AttributeError)), env.cr.savepoint():
            model.create({"name": "x", name: value})
            env.flush_all()
