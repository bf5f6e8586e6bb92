"""Pages end to end, without a script: lists, forms, saving, refusing, conflicts."""

import html
import re

import pytest


@pytest.fixture
def partner(committed):
    return committed(lambda env: env["res.partner"].create({"name": "Mai Linh", "city": "Huế"}).id)


def name_of(committed, partner, field="name"):
    return committed(lambda env: env["res.partner"].browse(partner)[field])


def test_the_start_page_offers_the_apps(signed_in):
    assert "Settings" in signed_in.get("/app").text


def test_a_list_finds_sorts_and_pages(signed_in, committed):
    committed(lambda env: env["res.partner"].create([{"name": f"Row {number:03}"} for number in range(90)]))
    first = signed_in.get("/app/m-res.partner?s=1&q=Row&sort=complete_name desc").text
    assert "1–80 / 90" in first
    assert "Row 089" in first and "Row 000" not in first
    assert "Row 000" in signed_in.get("/app/m-res.partner?s=1&q=Row&sort=complete_name desc&page=2").text


@pytest.mark.parametrize("query", ["?sort=name; DROP TABLE res_partner", "?page=-1", "?page=x", "?filter=nothing&s=1", "?field=nothing&q=a"])
def test_nonsense_in_the_address_of_a_list_is_harmless(signed_in, query):
    assert signed_in.get("/app/m-res.partner" + query).status_code == 200


def test_an_unreadable_domain_in_the_address_is_explained(signed_in):
    answer = signed_in.get("/app/m-res.partner?domain=__import__('os')")
    assert answer.status_code == 422
    assert "cannot be read" in answer.text


@pytest.mark.parametrize("path", ["/app/nowhere", "/app/m-no.such.model", "/app/m-res.partner/99999999", "/nothing/here"])
def test_what_does_not_exist_is_a_404_page(signed_in, path):
    answer = signed_in.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_a_form_saves_what_changed(signed_in, committed, partner):
    answer = signed_in.act(f"/app/m-res.partner/{partner}", name="Mai Linh 2", city="Huế")
    assert answer.status_code == 303, answer.text
    assert name_of(committed, partner) == "Mai Linh 2"


def test_a_new_record_gets_an_address(signed_in, committed):
    answer = signed_in.act("/app/m-res.partner/new", name="Fresh", is_company="1")
    assert re.fullmatch(r"/app/m-res\.partner/\d+", answer.headers["Location"])


def test_a_missing_required_field_is_marked_and_nothing_is_lost(signed_in, committed, partner):
    answer = signed_in.act(f"/app/m-res.partner/{partner}", name="", city="Đà Nẵng")
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert "Đà Nẵng" in answer.text
    assert name_of(committed, partner, "city") == "Huế"


def test_a_number_that_is_none_is_explained_at_its_field(signed_in):
    answer = signed_in.act("/app/m-ir.sequence/new", name="S", padding="many")
    assert answer.status_code == 422
    assert "This is not a number" in answer.text
    assert 'value="many"' in answer.text


def test_a_refusal_of_the_model_is_shown_and_nothing_is_changed(signed_in, committed, partner):
    other = committed(lambda env: env["res.partner"].create({"name": "Child", "parent_id": partner}).id)
    answer = signed_in.act(f"/app/m-res.partner/{partner}", **{"parent_id": str(other), "parent_id__dot__text": "Mai Linh, Child", "is_company": "0"})
    assert answer.status_code == 422, answer.headers
    assert 'role="alert"' in answer.text
    assert not name_of(committed, partner, "parent_id")


def test_other_peoples_changes_are_merged_when_they_touch_other_fields(signed_in, committed, partner):
    path = f"/app/m-res.partner/{partner}"
    page = signed_in.get(path)
    committed(lambda env: env["res.partner"].browse(partner).write({"phone": "0901"}))
    answer = signed_in.resubmit(page, path, "save", city="Hà Nội")
    assert answer.status_code == 303, answer.text
    assert name_of(committed, partner, "phone") == "0901"
    assert name_of(committed, partner, "city") == "Hà Nội"


def test_other_peoples_changes_of_the_same_field_are_shown_not_overwritten(signed_in, committed, partner):
    path = f"/app/m-res.partner/{partner}"
    dirty = signed_in.act(path, "onchange:name", city="Hà Nội")
    assert dirty.status_code == 200
    committed(lambda env: env["res.partner"].browse(partner).write({"city": "Cần Thơ"}))
    conflict = signed_in.resubmit(dirty, path, "save", city="Hà Nội")
    assert conflict.status_code == 422
    assert "Cần Thơ" in conflict.text and "Hà Nội" in conflict.text
    assert name_of(committed, partner, "city") == "Cần Thơ"

    mine = signed_in.resubmit(conflict, path, "save", __resolve="1", city="Hà Nội")
    assert mine.status_code == 303, mine.text
    assert name_of(committed, partner, "city") == "Hà Nội"


def test_lines_are_added_and_saved_without_a_script(signed_in, committed):
    page = signed_in.act("/app/m-ir.sequence/new", "add:date_range_ids", name="By year", use_date_range="1")
    assert 'name="date_range_ids.new-1.date_from"' in page.text
    saved = signed_in.resubmit(page, "/app/m-ir.sequence/new", "save", name="By year", **{
        "date_range_ids.new-1.date_from": "01/01/2026", "date_range_ids.new-1.date_to": "12/31/2026"})
    assert saved.status_code == 303, saved.text
    found = committed(lambda env: [str(line.date_to) for line in env["ir.sequence"].search([("name", "=", "By year")]).date_range_ids])
    assert found == ["2026-12-31"]


def test_an_untouched_new_line_is_not_saved(signed_in, committed):
    page = signed_in.act("/app/m-ir.sequence/new", "add:date_range_ids", name="Empty", use_date_range="1")
    assert signed_in.resubmit(page, "/app/m-ir.sequence/new", "save", name="Empty").status_code == 303


def test_search_as_you_type_answers_options(signed_in, partner):
    answer = signed_in.act(f"/app/m-res.partner/{partner}", "search:country_id", __q="viet")
    assert re.findall(r'role="option"[^>]*>([^<]+)<', answer.text) == ["Vietnam"]


def test_deleting_goes_back_to_the_list(signed_in, committed, partner):
    question = signed_in.act(f"/app/m-res.partner/{partner}", "delete")
    assert "Yes, delete" in question.text
    assert committed(lambda env: env["res.partner"].browse(partner).exists())
    answer = signed_in.post("/web/delete", {"model": "res.partner", "ids": str(partner), "back": "/app/m-res.partner", "do": "delete"})
    assert answer.headers["Location"] == "/app/m-res.partner"
    assert not committed(lambda env: env["res.partner"].browse(partner).exists())
    assert "Deleted: " in signed_in.get("/app/m-res.partner").text


@pytest.mark.parametrize("action", ["button:_write", "button:unlink_all", "button:sudo", "nonsense", "step:x", "add:nothing", "open:nothing:1"])
def test_only_what_the_form_offers_can_be_pressed(signed_in, partner, action):
    answer = signed_in.act(f"/app/m-res.partner/{partner}", action)
    assert answer.status_code in (403, 422, 500)
    assert answer.status_code != 500 or action in ("button:unlink_all", "step:x"), answer.text


def test_a_broken_state_is_refused(signed_in, partner):
    answer = signed_in.post(f"/app/m-res.partner/{partner}", {"__state": "{not json", "__action": "save"})
    assert answer.status_code == 422


def test_htmx_gets_the_changed_part_only(signed_in):
    answer = signed_in.get("/app/users", headers={"HX-Request": "true"})
    assert "<html" not in answer.text
    assert answer.headers["HX-Retarget"] == "#main"
    assert "<title>" in answer.text


def test_the_first_load_is_small(signed_in):
    page = signed_in.get("/app/users", headers={"Accept-Encoding": "gzip"})
    total = len(page.data)
    links = re.findall(r'(?:src|href)="(/web/assets/[^"]+)"', html.unescape(signed_in.get("/app/users").text))
    modules = ["morphing", "requests", "form", "combobox", "list", "dialog", "keyboard", "dates", "chrome"]
    base = next(link for link in links if link.endswith("web.js")).removesuffix("web.js")
    for link in {*links, *(f"{base}{name}.js" for name in modules)}:
        answer = signed_in.get(link, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200, link
        total += len(answer.data)
    assert total <= 150 * 1024, total


def test_inputs_that_come_back_unedited_overwrite_nothing(signed_in, committed, partner):
    path = f"/app/m-res.partner/{partner}"
    page = signed_in.get(path)
    committed(lambda env: env["res.partner"].browse(partner).write({"phone": "0901", "city": "Cần Thơ"}))
    # a browser posts every input of the form, edited or not
    answer = signed_in.resubmit(page, path, "save", name="Mai Linh 3", phone="", city="Huế", email="")
    assert answer.status_code == 303, answer.text
    assert (name_of(committed, partner), name_of(committed, partner, "phone"), name_of(committed, partner, "city")) == ("Mai Linh 3", "0901", "Cần Thơ")


def test_a_conflict_is_noticed_in_the_first_post_too(signed_in, committed, partner):
    path = f"/app/m-res.partner/{partner}"
    page = signed_in.get(path)
    committed(lambda env: env["res.partner"].browse(partner).write({"city": "Cần Thơ"}))
    conflict = signed_in.resubmit(page, path, "save", city="Hà Nội")
    assert conflict.status_code == 422
    theirs = signed_in.resubmit(conflict, path, "save", __resolve="1", city="Hà Nội", **{"__keep.city": "theirs"})
    assert theirs.status_code == 303, theirs.text
    assert name_of(committed, partner, "city") == "Cần Thơ"


def test_two_people_on_one_line_are_told(signed_in, committed):
    sequence = committed(lambda env: env["ir.sequence"].create({"name": "Shared", "use_date_range": True, "date_range_ids": [
        (0, 0, {"date_from": "2026-01-01", "date_to": "2026-12-31"})]}).id)
    line = committed(lambda env: env["ir.sequence"].browse(sequence).date_range_ids.id)
    path = f"/app/m-ir.sequence/{sequence}"
    page = signed_in.act(path, f"edit:date_range_ids:{line}")
    committed(lambda env: env["ir.sequence.date_range"].browse(line).write({"date_to": "2026-06-30"}))
    answer = signed_in.resubmit(page, path, "save", **{f"date_range_ids.{line}.date_to": "11/30/2026"})
    assert answer.status_code == 422
    assert "06/30/2026" in answer.text
    again = signed_in.resubmit(answer, path, "save", **{f"date_range_ids.{line}.date_to": "11/30/2026"})
    assert again.status_code == 303, again.text


def test_other_workers_hear_of_changed_views(signed_in, web_database, committed):
    from core.db import signals

    def generation():
        return committed(lambda env: signals.generations(env.cr).get("templates", 0))

    before = generation()
    view = committed(lambda env: env.ref("base.view_country_form").id)
    assert signed_in.act(f"/app/m-ir.ui.view/{view}", name="renamed view").status_code == 303
    assert generation() > before


def test_a_tampered_state_puts_no_markup_on_the_page(signed_in):
    state = '{"r": {"date_range_ids": [{"k": "new-\\"><script>alert(1)</script>", "d": {}, "e": 1, "t": 1}]}, "d": {"use_date_range": true}}'
    answer = signed_in.post("/app/m-ir.sequence/new", {"__state": state, "__action": "done:", "name": "x"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize("state", ['{"d": {"name": {"a": 1}}}', '{"r": {"date_range_ids": [1]}}', '{"r": []}', '{"d": []}', '{"n": "x"}', "[]", "3"])
def test_states_of_the_wrong_shape_are_refused(signed_in, state):
    answer = signed_in.post("/app/m-ir.sequence/new", {"__state": state, "__action": "save", "name": "x"})
    assert answer.status_code in (303, 422), answer.text


@pytest.mark.parametrize(("typed", "stored"), [("#0F6B62", "#0f6b62"), ("", False), ("red", None), ("#12345", None)])
def test_a_colour_is_a_colour(signed_in, committed, typed, stored):
    answer = signed_in.act("/app/companies/1", "save", primary_color=typed)
    if stored is None:
        assert "This is not a colour" in answer.text
    else:
        assert answer.status_code == 303, answer.text
        assert committed(lambda env: env["res.company"].browse(1).primary_color) == stored
