"""Nothing typed is lost: lost connection, ended session, two people, two tabs, pressed twice, gone records, no script."""

import re

import pytest
from form_user import FormUser

SAVED = re.compile(r"/m-res\.partner/\d+$")


@pytest.fixture
def clerk(chromium, server):
    person = FormUser(chromium, server, viewport={"width": 1280, "height": 800}).sign_in()
    yield person
    person.close()


@pytest.fixture
def company(server, template_database):
    """Makes a contact behind the pages' back; answers its id."""
    from core.base.config import config
    from core.db import transaction
    from core.orm.environment import Environment

    def make(**values):
        def create(cr):
            return Environment(cr, 2, {}).get("res.partner").create({"name": "Contact", **values}).id
        return transaction.run(config["db_name"], create)
    return make


def write(partner_id, **values):
    from core.base.config import config
    from core.db import transaction
    from core.orm.environment import Environment

    def change(cr):
        partner = Environment(cr, 1, {})["res.partner"].browse(partner_id)
        partner.unlink() if values.pop("delete", False) else partner.write(values)
    transaction.run(config["db_name"], change)


def test_saving_goes_on_when_the_connection_is_back(clerk):
    clerk.open("/app/m-res.partner/new")
    clerk.page.fill("input[name=name]", "Typed in the tunnel")
    clerk.context.set_offline(True)
    clerk.page.keyboard.press("Control+s")
    clerk.page.wait_for_selector("#messages .o-alert-danger")
    assert "kept" in clerk.messages()
    clerk.context.set_offline(False)
    clerk.page.wait_for_url(SAVED)
    assert clerk.page.input_value("input[name=name]") == "Typed in the tunnel"


def test_a_page_that_was_lost_comes_back_with_its_unsaved_changes(clerk):
    clerk.open("/app/m-res.partner/new")
    clerk.page.fill("input[name=name]", "Written before the battery died")
    clerk.page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('sen-draft'))")
    clerk.page.close()  # without being asked
    clerk.page = clerk.context.new_page()
    clerk.open("/app/m-res.partner/new")
    clerk.page.wait_for_selector("#messages .o-alert-info")
    assert clerk.page.input_value("input[name=name]") == "Written before the battery died"
    clerk.page.click("[data-discard]")
    clerk.settle()
    assert clerk.page.input_value("input[name=name]") == ""
    assert not clerk.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('sen-draft'))")


def test_a_second_tab_does_not_take_over_what_the_first_is_writing(clerk, company):
    path = f"/app/m-res.partner/{company()}"
    clerk.open(path)
    clerk.page.fill("input[name=city]", "Huế")
    clerk.page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('sen-draft'))")
    first, clerk.page = clerk.page, clerk.context.new_page()
    clerk.open(path)
    clerk.page.wait_for_timeout(300)
    assert clerk.page.input_value("input[name=city]") == ""
    first.bring_to_front()
    assert first.input_value("input[name=city]") == "Huế"


def test_leaving_on_purpose_leaves_no_draft(clerk):
    clerk.open("/app/m-res.partner/new")
    clerk.page.fill("input[name=name]", "Given up")
    clerk.page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('sen-draft'))")
    clerk.page.on("dialog", lambda dialog: dialog.accept())
    clerk.page.click(".o-crumbs a")
    clerk.page.wait_for_selector("#form", state="detached")
    clerk.open("/app/m-res.partner/new")
    clerk.page.wait_for_timeout(200)
    assert clerk.page.input_value("input[name=name]") == ""


def test_an_ended_session_signs_in_and_the_save_goes_on(clerk):
    clerk.open("/app/m-res.partner/new")
    clerk.page.fill("input[name=name]", "Typed before the session ended")
    clerk.context.clear_cookies()
    clerk.page.keyboard.press("Control+s")
    clerk.page.wait_for_selector("#sign-in-again[open]")
    clerk.page.fill("#sign-in-again [name=password]", "wrong")
    clerk.page.click("#sign-in-again button")
    clerk.page.wait_for_selector("#sign-in-again [role=alert]:not(:empty)")
    clerk.page.fill("#sign-in-again [name=password]", "admin")
    clerk.page.click("#sign-in-again button")
    clerk.page.wait_for_url(SAVED)
    assert clerk.page.input_value("input[name=name]") == "Typed before the session ended"


def test_a_button_pressed_twice_counts_once(clerk):
    clerk.open("/app/m-res.partner/new")
    clerk.page.fill("input[name=name]", "Pressed twice")
    clerk.page.evaluate("() => { const save = document.querySelector('.o-save'); save.click(); save.click(); }")
    clerk.page.wait_for_url(SAVED)
    clerk.open("/app/m-res.partner?search=Pressed+twice")
    assert clerk.page.locator("tbody tr[data-id]", has_text="Pressed twice").count() == 1


def test_two_people_changed_different_fields_and_both_changes_stay(clerk, company):
    partner = company(city="Hà Nội", function="Buyer")
    clerk.open(f"/app/m-res.partner/{partner}")
    write(partner, city="Đà Nẵng")
    clerk.page.fill("input[name=street]", "1 Lê Lợi")
    clerk.save()
    assert "Both changes are kept" in clerk.messages()
    assert clerk.page.input_value("input[name=city]") == "Đà Nẵng"
    assert clerk.page.input_value("input[name=street]") == "1 Lê Lợi"


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Huế"), ("theirs", "Đà Nẵng")])
def test_two_people_changed_the_same_field_and_one_chooses(clerk, company, choice, kept):
    partner = company(city="Hà Nội")
    clerk.open(f"/app/m-res.partner/{partner}")
    write(partner, city="Đà Nẵng")
    clerk.page.fill("input[name=city]", "Huế")
    clerk.save()
    row = clerk.page.locator(".o-conflict tbody tr")
    assert [text.strip() for text in row.locator("td").all_inner_texts()] == ["Huế", "Đà Nẵng"]
    row.locator(f"input[value={choice}]").check()
    clerk.page.click("button[value=save]")
    clerk.page.wait_for_selector(".o-conflict", state="detached")
    assert clerk.page.input_value("input[name=city]") == kept


def test_a_record_deleted_meanwhile_is_told(clerk, company):
    partner = company()
    clerk.open(f"/app/m-res.partner/{partner}")
    write(partner, delete=True)
    clerk.page.fill("input[name=city]", "Huế")
    clerk.save()
    assert "does not exist any more" in clerk.messages()
    assert clerk.page.input_value("input[name=city]") == "Huế", "what was typed can still be copied"
    answer = clerk.page.goto(f"{clerk.address}/app/m-res.partner/{partner}")
    assert answer.status == 404 and "does not exist any more" in clerk.page.inner_text("main")


def test_a_forbidden_record_is_no_secret_and_no_crash(clerk):
    clerk.page.goto(f"{clerk.address}/web/login")
    clerk.context.clear_cookies()
    clerk.sign_in("demo", "demo")
    answer = clerk.page.goto(f"{clerk.address}/app/m-ir.config_parameter/1")
    assert answer.status == 403 and "access" in clerk.page.inner_text("main").lower()


def test_back_and_forward_show_the_record_as_it_is_now(clerk, company):
    first, second = company(name="First"), company(name="Second")
    clerk.open(f"/app/m-res.partner/{first}")
    clerk.open(f"/app/m-res.partner/{second}")
    clerk.page.fill("input[name=city]", "Huế")
    clerk.save()
    clerk.page.go_back()
    clerk.page.wait_for_function("() => document.querySelector('input[name=name]')?.value === 'First'")
    clerk.page.go_forward()
    clerk.page.wait_for_function("() => document.querySelector('input[name=name]')?.value === 'Second'")
    assert clerk.page.input_value("input[name=city]") == "Huế"


def test_without_a_script_lines_are_written_and_saved(chromium, server):
    person = FormUser(chromium, server, java_script_enabled=False).sign_in()
    page = person.page
    page.goto(f"{server}/app/quotations/new")
    page.fill('[name="partner_id.text"]', "Azure Interior")
    page.click("[data-add] >> nth=0")
    page.fill('[name$="product_id.text"]', "FURN_8900")
    page.fill('[name$="product_uom_qty"]', "3")
    page.click("button.o-save")
    assert page.url.split("/")[-1].isdigit(), page.inner_text("#messages")
    assert "Drawer Black" in page.inner_text("[data-lines=order_line]")
    page.click("[data-chatter] a")
    page.fill("[data-chatter] textarea", "Ghi không cần script")
    page.click('[value="note"]')
    assert "Ghi không cần script" in page.inner_text(".o-messages")
    person.close()
