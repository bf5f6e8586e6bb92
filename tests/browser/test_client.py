"""The client itself: typing, lines, dialogs, keyboard, phone, themes, and what happens when things go wrong."""

import re

import pytest


def new_sequence(user):
    user.open("/app/m-ir.sequence/new")
    user.page.fill("input[name=name]", "By year")
    user.page.check("input[type=checkbox][name=use_date_range]")
    user.settle()


def test_lines_are_typed_by_keyboard_alone(user):
    new_sequence(user)
    user.page.click("[data-add]")
    user.settle()
    keyboard = user.page.keyboard
    keyboard.type("01/01/2026")
    keyboard.press("Tab")
    keyboard.type("12/31/2026")
    keyboard.press("Enter")
    user.settle()
    assert user.page.evaluate("document.activeElement.name") == "date_range_ids.new-2.date_from"
    user.save()
    assert user.page.locator("[data-lines] tbody tr:not(.o-add)").count() == 1
    assert "/new" not in user.page.url


def test_what_is_typed_while_a_request_runs_stays(user):
    new_sequence(user)
    user.page.route("**/app/**", lambda route: (user.page.wait_for_timeout(300), route.continue_()))
    user.page.uncheck("input[type=checkbox][name=use_date_range]")
    user.page.fill("input[name=prefix]", "typed meanwhile")
    user.settle()
    assert user.page.input_value("input[name=prefix]") == "typed meanwhile"


def test_a_refused_form_keeps_everything_and_shows_the_field(user):
    user.open("/app/m-res.partner/new")
    user.page.fill("input[name=city]", "Huế")
    user.save()
    assert user.page.input_value("input[name=city]") == "Huế"
    assert user.page.evaluate("document.activeElement.name") == "name"
    assert user.messages()


def test_leaving_with_unsaved_changes_asks_first(user):
    user.open("/app/m-res.partner/new")
    user.page.fill("input[name=name]", "Unsaved")
    asked = []
    user.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    user.page.click(".o-crumbs a")
    user.settle()
    assert asked
    assert user.page.input_value("input[name=name]") == "Unsaved"


def test_an_ended_session_asks_again_and_loses_nothing(user):
    user.open("/app/m-res.partner/new")
    user.page.fill("input[name=name]", "Saved by somebody impatient")
    user.context.clear_cookies()
    user.page.keyboard.press("Control+s")
    user.page.wait_for_selector("#sign-in-again")
    user.page.fill("#sign-in-again [name=password]", "admin")
    user.page.click("#sign-in-again button")
    user.page.wait_for_selector("#sign-in-again", state="detached")
    user.save()  # pressed again although the save that waited is already on its way
    user.page.wait_for_url(re.compile(r"/m-res\.partner/\d+$"))
    user.settle()
    assert user.page.input_value("input[name=name]") == "Saved by somebody impatient"
    assert not user.messages()
    assert all("401" in error for error in user.errors), user.errors  # the browser notes the refused requests itself
    user.errors.clear()
    user.open("/app/m-res.partner")
    assert user.page.locator("tbody tr[data-id]", has_text="Saved by somebody impatient").count() == 1


def test_the_list_opens_a_record_and_back_returns(user):
    user.open("/app/users")
    user.page.click("tbody tr[data-id] td:nth-child(3)")
    user.settle()
    assert user.page.url.split("/")[-1].isdigit()
    user.page.go_back()
    user.settle()
    assert user.page.locator("tbody tr[data-id]").count()


def test_search_by_keyboard(user):
    user.open("/app/m-res.country")
    user.page.keyboard.press("/")
    user.page.keyboard.type("viet")
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.locator("tbody tr[data-id]").all_inner_texts()[0].strip().startswith("Vietnam")


def test_a_dialog_edits_a_line_and_escape_closes_it(user):
    user.open("/app/m-res.partner/new")
    user.page.fill("input[name=name]", "Company")
    user.page.click('[value="open:child_ids:new"]')
    user.settle()
    user.page.fill("dialog input[name=name]", "Branch")
    user.page.click("dialog button[value=save]")
    user.settle()
    assert "Branch" in user.page.inner_text("[data-lines=child_ids]")
    user.page.click("[data-lines=child_ids] [data-open]")
    user.settle()
    user.page.keyboard.press("Escape")
    user.settle()
    assert not user.page.locator("dialog[open]").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/app", "/app/users", "/app/users/2", "/app/quotations", "/app/quotations/new"])
def test_nothing_is_cut_off_on_a_phone(anyone, path, scheme):
    person = anyone(width=360, height=720, color_scheme=scheme)
    person.open(path)
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_a_script_a_record_can_be_read_and_saved(anyone):
    person = anyone(java_script_enabled=False)
    person.page.goto(f"{person.address}/app/m-res.partner/new")
    person.page.fill("input[name=name]", "Saved without a script")
    person.page.click("button[value=save]")
    assert person.page.url.split("/")[-1].isdigit()
    assert "Saved without a script" in person.page.content()


def test_a_button_that_would_be_refused_says_why(user):
    user.open("/app/quotations/new")
    user.choose("partner_id", "Azure")
    user.save()
    confirm = user.page.locator('.o-refused button:has-text("Confirm")')
    assert confirm.get_attribute("aria-disabled") == "true"
    confirm.focus()
    assert "line" in user.page.inner_text(".o-refused .o-why")
    user.page.click("[data-add]")
    user.settle()
    user.choose("product_id", "Office Chair")
    user.press("action_confirm")  # unsaved lines count: the button saves first
    assert "Sales Order" in user.page.inner_text(".o-statusbar")
