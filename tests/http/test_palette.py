"""The command palette: menus and documents by a few letters, with the user's rights."""

import pytest


@pytest.fixture
def contact(committed):
    made = committed(lambda env: env["res.partner"].create({"name": "Công ty Đường Việt"}).id)
    yield made
    committed(lambda env: env["res.partner"].browse(made).unlink())


def found(browser, q, **more):
    answer = browser.get("/web/palette", query_string={"q": q, **more})
    return {group["title"]: [item["name"] for item in group["items"]] for group in answer.json["groups"]}


def test_menus_are_found_by_parts_of_their_path(signed_in):
    assert "Users" in found(signed_in, "settings users")["Menus"]


def test_the_best_menu_comes_first(signed_in):
    assert found(signed_in, "compan")["Menus"][0] == "Companies"


def test_addresses_lead_there(signed_in):
    groups = signed_in.get("/web/palette", query_string={"q": "users"}).json["groups"]
    address = next(item["url"] for item in groups[0]["items"] if item["name"] == "Users")
    assert signed_in.get(address).status_code == 200


def test_documents_are_found_without_diacritics(signed_in, committed, contact, monkeypatch):
    from odoo.addons.web import palette

    monkeypatch.setattr(palette, "_models", lambda env, menus, preferred: [("res.partner", "Contacts")])
    assert found(signed_in, "duong viet") == {"Contacts": ["Công ty Đường Việt"]}


def test_what_was_used_most_comes_first(committed):
    def order(env):
        from odoo.addons.web import palette

        env = env(user=env.ref("base.user_admin").id, su=False)
        menus = {"root": {"children": [1]}, 1: menu(env, "app", "base.action_partner_form", [2]), 2: menu(env, "users", "base.action_res_users", [])}
        return [model for model, _label in palette._models(env, menus, ["res.users"])]

    assert committed(order) == ["res.users", "res.partner"]


def menu(env, name, action, children):
    found = env.ref(action)
    return {"name": name, "xmlid": name, "action_model": found._name, "action_id": found.id, "children": children}


def test_nothing_fits(signed_in):
    assert found(signed_in, "zzzzzz") == {}


def test_who_is_not_signed_in_finds_nothing(browser):
    assert browser.get("/web/palette?q=users").status_code in (303, 401)


def test_markup_and_very_long_texts_do_no_harm(signed_in):
    assert signed_in.get("/web/palette", query_string={"q": "<script>" * 1000}).status_code == 200
