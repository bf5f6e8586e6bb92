"""Choosing records: search without diacritics, by code and telephone, the whole list, creating and editing in a dialog."""

import pytest
from form_user import FormUser


@pytest.fixture(scope="module")
def clerk(chromium, server):
    person = FormUser(chromium, server, viewport={"width": 1280, "height": 800}).sign_in()
    person.page.on("dialog", lambda dialog: dialog.accept())
    person.open("/app/m-res.partner/new")
    person.page.fill("input[name=name]", "Công ty Đường sắt")
    person.page.fill("input[name=phone]", "+84 912 345 678")
    person.page.fill("input[name=email]", "lienhe@duongsat.example.com")
    person.save()
    assert "/new" not in person.page.url, person.messages()
    yield person
    person.close()
    assert not person.errors, person.errors


@pytest.mark.parametrize("typed", ["duong sat", "Đường", "0912345678", "912 345", "lienhe@duongsat"])
def test_a_customer_is_found(clerk, typed):
    clerk.open("/app/quotations/new")
    assert "Công ty Đường sắt" in clerk.suggestions("partner_id", typed)


@pytest.mark.parametrize("typed", ["FURN_8900", "furn_8900", "drawer bl"])
def test_a_product_is_found_by_code_and_name(clerk, typed):
    clerk.order()
    clerk.page.click("[data-add]")
    clerk.settle()
    assert clerk.suggestions("product_id", typed)[0] == "[FURN_8900] Drawer Black"


def test_f4_opens_the_whole_list_and_enter_takes_a_row(clerk):
    clerk.open("/app/quotations/new")
    clerk.page.focus('[name="partner_id.text"]')
    clerk.page.keyboard.press("F4")
    clerk.page.wait_for_selector("#lookup[open]")
    assert clerk.page.locator("#lookup th").count() > 2, "the columns of the model's list"
    with clerk.page.expect_response("**/quotations/**"):
        clerk.page.keyboard.press("PageDown")
    clerk.page.wait_for_selector('#lookup[data-page="1"]')
    with clerk.page.expect_response("**/quotations/**"):
        clerk.page.keyboard.type("duong sat")
    clerk.page.wait_for_function("() => document.querySelectorAll('#lookup tbody tr').length === 1")
    clerk.page.keyboard.press("Enter")
    clerk.settle()
    assert clerk.page.input_value('[name="partner_id.text"]') == "Công ty Đường sắt"
    assert clerk.focus() == "partner_id.text"
    assert not clerk.page.locator("#lookup").count()


def test_escape_leaves_the_field_as_it_was(clerk):
    clerk.order()
    before = clerk.page.input_value('[name="partner_id.text"]')
    clerk.page.focus('[name="partner_id.text"]')
    clerk.page.keyboard.press("F4")
    clerk.page.wait_for_selector("#lookup[open]")
    clerk.page.keyboard.press("Escape")
    clerk.page.wait_for_selector("#lookup", state="detached")
    assert clerk.page.input_value('[name="partner_id.text"]') == before


def test_create_and_edit_keeps_the_order_underneath(clerk):
    clerk.open("/app/quotations/new")
    clerk.page.click("[data-add]")
    clerk.settle()
    clerk.choose("product_id", "FURN_8900")
    clerk.suggestions("partner_id", "Khách hàng mới")
    clerk.page.locator("[data-create-record]").click()
    clerk.page.wait_for_selector("dialog[open]")
    assert clerk.page.input_value("dialog input[name=name]") == "Khách hàng mới"
    clerk.page.fill("dialog input[name=city]", "Huế")
    clerk.page.click("dialog button[value=save]")
    clerk.page.wait_for_selector("dialog[open]", state="detached")
    clerk.settle()
    assert clerk.page.input_value('[name="partner_id.text"]') == "Khách hàng mới"
    assert clerk.page.input_value("tr.o-editing [name$='product_id.text']") == "[FURN_8900] Drawer Black"


def test_the_chosen_record_opens_in_a_dialog_and_comes_back_renamed(clerk):
    clerk.order()
    clerk.choose("partner_id", "Khách hàng mới")
    clerk.page.click("[data-combo=partner_id] [data-open-record]")
    clerk.page.wait_for_selector("dialog[open]")
    assert clerk.page.input_value("dialog input[name=city]") == "Huế"
    clerk.page.fill("dialog input[name=name]", "Khách hàng quen")
    clerk.page.click("dialog button[value=save]")
    clerk.page.wait_for_selector("dialog[open]", state="detached")
    clerk.settle()
    assert clerk.page.input_value('[name="partner_id.text"]') == "Khách hàng quen"


def test_tags_are_chosen_from_the_list_and_created_by_name(clerk):
    clerk.open("/app/quotations/new")
    clerk.page.click("[role=tab]:has-text('Other Info')")
    clerk.page.focus('[name="tag_ids.text"]')
    clerk.page.keyboard.press("F4")
    clerk.page.wait_for_selector("#lookup[open]")
    chosen = clerk.page.locator("#lookup tbody tr").first.get_attribute("data-name")
    clerk.page.keyboard.press("Enter")
    clerk.page.wait_for_selector("[data-combo=tag_ids] .o-tag")
    clerk.suggestions("tag_ids", "Gấp lắm")
    clerk.page.locator("[data-create-name]").click()
    clerk.page.wait_for_function("() => document.querySelectorAll('[data-combo=tag_ids] .o-tag').length === 2")
    assert sorted(clerk.page.locator("[data-combo=tag_ids] .o-tag").evaluate_all("tags => tags.map(tag => tag.childNodes[1].data)")) == \
        sorted(["Gấp lắm", chosen])
