"""Custom models and fields made from outside, and used by the next request."""

from __future__ import annotations

from typing import Any

from test_rpc import execute


def made(answer: dict[str, Any]) -> Any:
    assert "error" not in answer, answer
    return answer["result"]


def test_a_custom_field_is_used_by_the_next_call(browser: Any) -> None:
    (model,) = made(execute(browser, "ir.model", "search", [["model", "=", "res.partner"]]))
    field = made(execute(browser, "ir.model.fields", "create", {"model_id": model, "name": "x_nick", "ttype": "char", "field_description": "Nick"}))
    partner = made(execute(browser, "res.partner", "create", {"name": "Ann", "x_nick": "Annie"}))
    assert made(execute(browser, "res.partner", "search", [["x_nick", "=", "Annie"]])) == [partner]
    assert made(execute(browser, "res.partner", "fields_get", ["x_nick"], ["string"])) == {"x_nick": {"string": "Nick"}}

    assert made(execute(browser, "ir.model.fields", "unlink", [field])) is True
    assert "x_nick" not in made(execute(browser, "res.partner", "fields_get", [], ["string"]))
    assert "x_nick" in execute(browser, "res.partner", "create", {"name": "Bob", "x_nick": "b"})["error"]["data"]["message"]
    made(execute(browser, "res.partner", "unlink", [partner]))


def test_a_custom_model_is_used_by_the_next_call(browser: Any) -> None:
    model = made(execute(browser, "ir.model", "create", {"name": "Pet", "model": "x_pet"}))
    refused = execute(browser, "x_pet", "create", {"x_name": "Rex"})
    assert refused["error"]["data"]["name"] == "odoo.exceptions.AccessError"
    rights = {"name": "pets", "model_id": model, "perm_read": True, "perm_create": True, "perm_write": True, "perm_unlink": True}
    made(execute(browser, "ir.model.access", "create", rights))
    pet = made(execute(browser, "x_pet", "create", {"x_name": "Rex"}))
    assert made(execute(browser, "x_pet", "read", [pet], ["display_name"])) == [{"id": pet, "display_name": "Rex"}]

    made(execute(browser, "ir.model", "unlink", [model]))
    assert "x_pet" in execute(browser, "x_pet", "search", [])["error"]["data"]["message"]


def test_a_field_that_cannot_be_made_leaves_nothing(browser: Any) -> None:
    (model,) = made(execute(browser, "ir.model", "search", [["model", "=", "res.partner"]]))
    values = {"model_id": model, "name": "x_bad", "ttype": "char", "related": "country_id.nothing"}
    assert "nothing" in execute(browser, "ir.model.fields", "create", values)["error"]["data"]["message"]
    assert made(execute(browser, "ir.model.fields", "search", [["name", "=", "x_bad"]])) == []
    assert made(execute(browser, "res.partner", "search_count", [["id", "=", 1]])) == 1
