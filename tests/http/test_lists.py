"""Lists over HTTP, without a script: search in the address, groups, columns, rows edited in place, actions, hostile input."""

import html
import json
import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest

LIST = "/app/m-res.partner"


@pytest.fixture(scope="module", autouse=True)
def partners(web_database):
    """Three people of Huế, two of Đà Nẵng, one of nowhere; one name is a script."""
    import core
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    with Registry.get(web_database).cursor() as cr:
        env = Environment(cr, core.SUPERUSER_ID, {})
        env["res.partner"].create([
            {"name": "Đường An", "city": "Huế", "color": 1, "email": "an@hue.vn"}, {"name": "Bình", "city": "Huế", "color": 2},
            {"name": "<script>alert(1)</script>", "city": "Huế", "color": 3}, {"name": "Chi", "city": "Đà Nẵng", "color": 4},
            {"name": "Dũng", "city": "Đà Nẵng", "color": 5}, {"name": "Em", "city": False, "color": 6, "is_company": True},
        ])


def names(page):
    """What stands in the first column, row by row."""
    body = page.text.partition("<tbody>")[2].partition("</tbody>")[0]
    return [html.unescape(re.search(r'<td[^>]*><a href="[^"]*">([^<]*)</a>', row).group(1)) for row in body.split("<tr")[1:] if 'data-id="' in row]


def facets(page):
    return [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", each))).strip(" ×")
            for each in re.findall(r"data-facet>(.*?)<a ", page.text, re.DOTALL)]


def address(path=LIST, **parameters):
    pairs = [(key, value) for key, values in parameters.items() for value in (values if isinstance(values, list) else [values])]
    return f"{path}?s=1&" + "&".join(f"{key.strip('_')}={quote(str(value))}" for key, value in pairs)


# -- searching -----------------------------------------------------------------------------------------------------


def test_a_text_is_found_without_its_diacritics(signed_in):
    assert names(signed_in.get(address(q="duong"))) == ["Đường An"]


def test_an_own_condition_narrows_the_list_and_is_called_by_its_words(signed_in):
    page = signed_in.get(address(custom=json.dumps(["city", "=", "Huế"])))
    assert sorted(names(page)) == ["<script>alert(1)</script>", "Bình", "Đường An"]
    assert facets(page) == ["City is Huế"]


def test_conditions_add_up(signed_in):
    page = signed_in.get(address(custom=[json.dumps(["city", "=", "Huế"]), json.dumps(["color", ">", 1]), json.dumps(["email", "not set", True])]))
    assert sorted(names(page)) == ["<script>alert(1)</script>", "Bình"]


def test_a_typed_condition_becomes_part_of_the_address(signed_in):
    answer = signed_in.get(f"{LIST}?s=1&__condition=city&__operator=ilike&__value=da nang")
    assert answer.status_code == 303
    assert json.loads(parse_qs(urlsplit(answer.headers["Location"]).query)["custom"][0]) == ["city", "ilike", "da nang"]
    assert sorted(names(signed_in.get(answer.headers["Location"]))) == ["Chi", "Dũng"]


@pytest.mark.parametrize(("field", "operator", "value", "message"), [
    ("color", "=", "many", "cannot be read"), ("create_date", ">", "soon", "cannot be read"), ("type", "=", "zzz", "is no choice of"),
    ("city", "=", "", "is to be compared with"), ("password", "=", "x", "cannot be searched"), ("city", "; DROP", "x", "cannot be searched"),
])
def test_a_condition_that_cannot_be_meant_is_explained(signed_in, field, operator, value, message):
    answer = signed_in.get(f"{LIST}?s=1&__condition={quote(field)}&__operator={quote(operator)}&__value={quote(value)}")
    assert answer.status_code == 200
    assert message in html.unescape(answer.text)


def test_suggestions_name_the_fields(signed_in):
    answer = signed_in.get(f"{LIST}?__part=suggest&__text={quote('<b>an')}").text
    assert "&lt;b&gt;an" in answer and "<b>an" not in answer
    assert 'role="option"' in answer


def test_the_menu_offers_filters_groups_and_favourites(signed_in):
    menu = signed_in.get(f"{LIST}?__part=menu", headers={"HX-Request": "true"}).text
    assert "Favourites" in menu and 'name="__condition"' in menu


# -- groups --------------------------------------------------------------------------------------------------------


def groups_of(page):
    return re.findall(r'data-group="([^"]*)".*?</span>\s*([^<]*) <span class="o-group-count">\((\d+)\)', page.text, re.DOTALL)


MINE = json.dumps(["color", ">", 0])


def test_groups_count_and_unfold(signed_in):
    page = signed_in.get(address(group="city", custom=MINE))
    assert sorted((label, count) for _path, label, count in groups_of(page)) == [("Huế", "3"), ("None", "1"), ("Đà Nẵng", "2")]
    assert names(page) == []

    opened = next(path for path, label, _count in groups_of(page) if label == "Đà Nẵng")
    assert sorted(names(signed_in.get(address(group="city", custom=MINE, open=html.unescape(opened))))) == ["Chi", "Dũng"]


def test_groups_nest_by_dates_and_yes_or_no(signed_in):
    page = signed_in.get(address(group=["is_company", "create_date:year"], custom=MINE, open="false"))
    labels = [(label, count) for _path, label, count in groups_of(page)]
    assert labels[0] == ("Is a Company: No", "5")
    assert labels[1][0].isdigit() and labels[1][1] == "5"
    assert labels[2] == ("Is a Company: Yes", "1")


def test_an_open_group_has_pages(signed_in, committed):
    committed(lambda env: env["res.partner"].create([{"name": f"Paged {number:02}", "city": "Pages"} for number in range(45)]))
    found = address(group="city", custom=json.dumps(["city", "=", "Pages"]), open="Pages", size=20)
    assert len(names(signed_in.get(found))) == 20
    assert names(signed_in.get(found + "&at=Pages:3")) == [f"Paged {number:02}" for number in range(40, 45)]


# -- columns, order, pages ----------------------------------------------------------------------------------------------


def headings(page):
    return re.findall(r'<th[^>]*data-name="(\w+)"', page.text)


def test_columns_are_chosen_and_remembered(signed_in):
    page = signed_in.get(LIST)
    offered = re.findall(r'name="__column" value="(\w+)"( checked)?', page.text)
    kept = [name for name, checked in offered if checked][:2]

    answer = signed_in.post(LIST, {"__action": "columns", "__column": kept})
    assert answer.status_code == 303, answer.text
    assert [name for name in headings(signed_in.get(LIST)) if name not in kept] == []

    signed_in.post(LIST, {"__action": "columns:reset", "__column": kept})
    assert headings(signed_in.get(LIST)) == headings(page)


def test_a_list_without_columns_is_refused(signed_in):
    assert "At least one column" in signed_in.post(LIST, {"__action": "columns"}).text


def test_a_list_is_sorted_by_several_columns(signed_in):
    page = signed_in.get(address(custom=MINE, sort="city,complete_name desc"))
    assert names(page) == ["Đường An", "Bình", "<script>alert(1)</script>", "Dũng", "Chi", "Em"]
    assert re.findall(r'aria-sort="(\w+)" scope="col" data-name="(\w+)"', page.text)[0] == ("descending", "complete_name")


@pytest.mark.parametrize("query", [
    "size=999999", "size=-1", "page=99999999999999999999", "sort=name;DROP,password desc", "sort=" + "name," * 5000, "group=password", "group=name:century",
    "group=category_id&open=../../etc", "open=" + "x" * 5000 + "&group=city", "at=:&at=city:-5&group=city", "custom={}", "custom=[1,2,3]",
    'custom=["city","=",["a"]]', 'custom=["company_id.name","=","x"]', "is=parent_id:99999999999999999999", "is=type:%27%22%3E", "find=:", "find=nothing:x",
    "fav=1 OR 1=1", "fav=999999", "panel=x:y", "view=pivot", "filter=%00", "q=" + quote("%_\\'\"<script>"), "q=" + "x" * 20000,
])
def test_a_hostile_address_shows_a_list(signed_in, query):
    answer = signed_in.get(f"{LIST}?s=1&{query}")
    assert answer.status_code == 200, answer.text[:500]
    assert "<script>" not in answer.text.replace('<script src=', "")


@pytest.mark.parametrize("domain", [
    '[["no_such_field","=",1]]', '[["name","no operator",1]]', '[["id","=","abc"]]', '[["id","=",99999999999999999999999]]', "[1,2]", '["&"]', "{}", "5",
    "[('name', '=', open('/etc/passwd'))]", '[["create_date",">","not a date"]]', "[" * 3000,
])
def test_an_impossible_domain_is_told_in_a_sentence(signed_in, domain):
    answer = signed_in.get(f"{LIST}?domain={quote(domain)}")
    assert answer.status_code in (200, 422), answer.text[:800]
    assert "Traceback" not in answer.text


def test_values_are_no_markup(signed_in):
    page = signed_in.get(address(custom=[json.dumps(["city", "=", "Huế"]), json.dumps(["name", "ilike", "<script>"])])).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


# -- values beside the list ----------------------------------------------------------------------------------------------


def test_a_panel_narrows_the_list_and_counts(signed_in, committed):
    committed(lambda env: env["ir.ui.view"].create({
        "name": "with a panel", "model": "res.country.state", "type": "search", "priority": 1,
        "arch": "<search><field name='name'/><searchpanel><field name='country_id'/></searchpanel></search>"}))
    states = "/app/m-res.country.state"
    count = committed(lambda env: env["res.country.state"].search_count([("country_id", "=", env.ref("base.us").id)]))
    link = re.search(r'<a href="([^"]*)">United States <span class="o-group-count">(\d+)', signed_in.get(states).text)
    assert int(link.group(2)) == count > 0

    narrowed = signed_in.get(html.unescape(link.group(1)))
    assert f"/ {count}</span>" in narrowed.text
    assert re.search(r'aria-current="true">United States ', narrowed.text)


# -- favourites ----------------------------------------------------------------------------------------------------------


def test_a_favourite_keeps_search_groups_and_order(signed_in, committed):
    found = address(custom=json.dumps(["city", "=", "Huế"]), group="is_company", sort="complete_name desc")
    answer = signed_in.post(found, {"__action": "favourite", "__name": "People of Huế"})
    assert answer.status_code == 303, answer.text
    kept = signed_in.get(answer.headers["Location"])
    assert facets(kept) == ["★ People of Huế"]
    assert [(label, count) for _path, label, count in groups_of(kept)] == [("Is a Company: No", "3")]

    saved = committed(lambda env: env["ir.filters"].search([("name", "=", "People of Huế")]).read(["domain", "context", "sort", "user_id"])[0])
    assert saved["context"] == "{'group_by': ['is_company']}" and saved["sort"] == '["complete_name desc"]' and saved["user_id"]

    signed_in.post(LIST, {"__action": f"forget:{saved['id']}"})
    assert not committed(lambda env: env["ir.filters"].search_count([("name", "=", "People of Huế")]))


def test_somebody_elses_favourite_is_neither_used_nor_deleted(signed_in, committed):
    other = committed(lambda env: env["ir.filters"].create({
        "name": "Private", "model_id": "res.partner", "domain": "[('city', '=', 'Huế')]", "user_id": env.ref("base.default_user").id}).id)
    assert facets(signed_in.get(f"{LIST}?s=1&fav={other}")) == []
    assert "does not exist any more" in signed_in.post(LIST, {"__action": f"forget:{other}"}).text


# -- rows edited in place ---------------------------------------------------------------------------------------------

INDUSTRIES = "/app/m-res.partner.industry"


def state_of(page):
    return html.unescape(re.search(r'name="__state" value="([^"]*)"', page.text).group(1))


def edited(browser, row, path=INDUSTRIES, save="save", **values):
    page = browser.post(path, {"__action": "add:new" if row == "new" else f"edit:{row}", **values.pop("first", {})})
    assert "o-row-edit" in page.text, page.text
    return browser.post(path, {"__action": save, "__row": row, "__state": state_of(page), **values})


def test_a_row_is_added_and_changed_in_place(signed_in, committed):
    assert edited(signed_in, "new", name="Forestry").status_code == 303
    industry = committed(lambda env: env["res.partner.industry"].search([("name", "=", "Forestry")]).id)

    assert edited(signed_in, str(industry), name="Forests").status_code == 303
    assert committed(lambda env: env["res.partner.industry"].browse(industry).name) == "Forests"


def test_saving_goes_on_with_the_row_below(signed_in, committed):
    first, second = committed(lambda env: env["res.partner.industry"].create([{"name": "One"}, {"name": "Two"}]).ids)
    page = edited(signed_in, str(first), name="One!", save=f"save:{second}")
    assert f'name="__row" value="{second}"' in page.text


def test_a_list_that_is_not_edited_in_place_says_so(signed_in):
    assert "Open the record instead" in signed_in.post("/app/m-res.country", {"__action": "edit:1"}).text


def test_a_change_goes_to_all_selected_rows_after_a_question(signed_in, committed):
    ids = committed(lambda env: env["res.partner"].create([{"name": f"Same {number}"} for number in range(3)]).ids)
    chosen = {"ids": [str(each) for each in ids]}
    page = signed_in.post(LIST, {"__action": f"edit:{ids[0]}", **chosen})
    assert "o-row-edit" in page.text, page.text
    values = {"__row": str(ids[0]), "__state": state_of(page), "email": "all@example.com", **chosen}

    asked = signed_in.post(LIST, {"__action": "save", **values})
    assert "Change 3 records?" in asked.text
    assert not committed(lambda env: env["res.partner"].browse(ids).mapped("email")[0])

    assert signed_in.post(LIST, {"__action": "save", "__sure": "1", **values}).status_code == 303
    assert committed(lambda env: env["res.partner"].browse(ids).mapped("email")) == ["all@example.com"] * 3


# -- actions on the selected rows -----------------------------------------------------------------------------------------


def test_all_that_match_are_archived(signed_in, committed):
    committed(lambda env: env["res.partner"].create([{"name": f"Gone {number}", "city": "Gone"} for number in range(30)]))
    answer = signed_in.post(address(custom=json.dumps(["city", "=", "Gone"]), size=20), {"__action": "archive", "__all": "1"})
    assert answer.status_code == 303, answer.text
    assert committed(lambda env: env["res.partner"].search_count([("city", "=", "Gone")])) == 0


def test_nothing_selected_is_said(signed_in):
    assert "Select at least one record" in signed_in.post(LIST, {"__action": "archive"}).text


@pytest.mark.parametrize("action", ["bound:1", "nothing", "button:unlink", "button:_compute_display_name", "row.1.button:unlink", "row.x", "edit:abc", "move:1:2"])
def test_what_a_list_does_not_offer_is_refused(signed_in, committed, action):
    partner = committed(lambda env: env["res.partner"].create({"name": "Stays"}).id)
    answer = signed_in.post(LIST, {"__action": action, "ids": str(partner)})
    assert answer.status_code in (403, 404, 422), answer.status_code
    assert committed(lambda env: env["res.partner"].browse(partner).exists().active)


def test_a_row_the_browser_kept_comes_back(signed_in, committed):
    row = committed(lambda env: env["res.partner.industry"].create({"name": "Kept"}).id)
    state = state_of(signed_in.post(INDUSTRIES, {"__action": f"edit:{row}"}))
    page = signed_in.post(INDUSTRIES, {"__action": "restore", "__row": str(row), "__state": state, "name": "Typed before", "__at": "yesterday"})
    assert page.status_code == 200 and "o-row-edit" in page.text
    assert 'value="Typed before"' in page.text and 'data-dirty="1"' in page.text
