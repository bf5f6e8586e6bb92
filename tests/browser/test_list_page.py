"""Lists as people use them: columns, order, groups, selected rows, rows edited in place, export; laptop and phone."""

from __future__ import annotations

import io

import pytest
from browser_user import User
from python_calamine import CalamineWorkbook
from test_accessibility import check, violations


def column(user, name):
    """The texts of one column, found by its heading."""
    place = user.page.locator(".o-list thead th").evaluate_all(
        "(all, name) => all.findIndex((each) => each.textContent.trim() === name)", name) + 1
    return [text.strip() for text in user.page.locator(f".o-list tbody tr[data-id] td:nth-child({place})").all_inner_texts()]


def headings(user):
    return [text.strip() for text in user.page.locator(".o-list thead th[scope=col]").all_inner_texts()]


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_the_order(user):
    user.open("/app/m-res.country?s=1&size=20")
    user.page.click("th[data-name=name] a")
    user.settle()
    first = column(user, "Country Name")
    user.page.click("th[data-name=name] a")
    user.settle()

    assert first[0].startswith("Afghanistan")
    assert "Zimbabwe" in column(user, "Country Name")[:5]
    assert user.page.get_attribute("th[data-name=name]", "aria-sort") == "descending"


def test_columns_are_shown_and_hidden_and_stay_so(user):
    user.open("/app/quotations?s=1")
    before = headings(user)
    user.page.click("[data-columns] > summary")
    user.page.locator("[data-columns] label", has_text="Salesperson").locator("input").uncheck()
    with user.page.expect_response(lambda answer: answer.request.method == "POST"):
        user.page.locator("button[value=columns]").press("Enter")
    user.settle()
    user.open("/app/quotations?s=1")
    assert headings(user) == [name for name in before if name != "Salesperson"]

    user.page.click("[data-columns] > summary")
    with user.page.expect_response(lambda answer: answer.request.method == "POST"):
        user.page.locator('button[value="columns:reset"]').press("Enter")
    user.settle()
    assert headings(user) == before


def test_groups_unfold_one_below_the_other_with_their_sums(user):
    user.open("/app/quotations?s=1&group=state&group=create_date:month")
    total = user.page.locator(".o-group-row").first
    assert "Quotation" in total.inner_text() and "$" in total.inner_text()

    total.locator("a").focus()
    user.page.keyboard.press("ArrowRight")
    user.settle()
    inner = user.page.locator(".o-group-row").nth(1)
    inner.locator("a").click()
    user.settle()
    rows = user.page.locator("tbody tr[data-id]").count()
    assert f"({rows})" in inner.inner_text()

    user.page.reload()  # what is unfolded stands in the address
    user.settle()
    assert user.page.locator("tbody tr[data-id]").count() == rows


def test_selected_rows_are_counted_and_exported(user):
    user.open("/app/quotations?s=1")
    user.page.check("[data-select-all]")
    count = user.page.locator("tbody tr[data-id]").count()
    assert user.page.inner_text("[data-selected-count]") == f"{count} selected"

    user.page.locator(".o-selected summary", has_text="Actions").click()
    user.page.click(".o-selected button[value=export]")
    user.settle()
    user.page.locator("[data-offered] > li", has_text="Order Lines").first.locator("[data-expand]").click()
    user.settle()
    user.page.locator("[data-offered] ul li", has_text="Description").first.locator("[data-add]").click()
    user.page.locator("[data-chosen] li", has_text="Salesperson").locator("[data-remove]").click()
    with user.page.expect_download() as waiting:
        user.page.locator("#export .btn-primary").click()
    with open(waiting.value.path(), "rb") as file:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(file.read())).get_sheet_by_index(0).to_python()
    assert "Order Lines/Description" in rows[0] and "Salesperson" not in rows[0]
    assert len({row[0] for row in rows[1:] if row[0]}) == count


def test_all_that_match_are_selected_beyond_the_page(user):
    user.open("/app/m-res.country?s=1&size=20")
    user.page.check("[data-select-all]")
    user.page.click("[data-select-match]")
    total = user.page.inner_text(".o-pager").partition("/")[2].strip().split()[0]
    assert user.page.inner_text("[data-selected-count]") == f"{total} selected"
    assert user.page.input_value("[data-all]") == "1"


@pytest.mark.parametrize("width", [1280, 390])
def test_rows_are_written_one_after_the_other(anyone, width):
    user = anyone(width=width, height=844)
    names = [f"Row {width} {number}" for number in range(2)]
    user.open("/app/m-res.partner.industry?s=1")
    user.page.click(".o-list-bar button[value='add:new']")
    user.page.wait_for_selector(".o-row-edit input[name=name]:focus")
    for name in names:
        user.page.keyboard.type(name)
        user.page.keyboard.press("Enter")
        user.page.wait_for_function(
            "(name) => document.querySelector('.o-list tbody').innerText.includes(name) && document.activeElement?.name === 'name' && !document.activeElement.value", arg=name)
    user.page.keyboard.press("Escape")
    user.settle()
    assert not user.page.locator(".o-row-edit").count()

    user.page.locator("tbody tr", has_text=names[0]).locator("td:nth-child(2)").click()
    user.page.wait_for_selector(".o-row-edit input[name=name]:focus")
    user.page.fill(".o-row-edit input[name=name]", f"{names[0]} changed")
    user.page.click(".o-row-edit button[value=save]")
    user.settle()
    assert f"{names[0]} changed" in user.page.inner_text("tbody")


def test_a_refused_row_keeps_what_was_typed(user):
    user.open("/app/m-crm.tag?s=1")
    existing = user.page.locator("tbody tr[data-id] td:nth-child(2)").first.inner_text().strip()
    user.page.click(".o-list-bar button[value='add:new']")
    user.page.wait_for_selector(".o-row-edit input[name=name]:focus")
    user.page.keyboard.type(existing)
    user.page.keyboard.press("Enter")
    user.page.wait_for_selector("#messages .o-alert")
    assert "exists" in user.messages()
    assert user.page.input_value(".o-row-edit input[name=name]") == existing


def test_a_change_on_one_of_several_selected_rows_goes_to_all(user):
    user.open("/app/contacts?view=list&s=1")
    for number in (0, 1):
        user.page.locator("tbody input[name=ids]").nth(number).check()
    user.page.locator("tbody tr[data-id]").first.locator("td:nth-child(3)").click()
    user.page.wait_for_selector(".o-row-edit")
    user.page.fill(".o-row-edit input[name=phone]", "028 1234 5678")
    user.page.keyboard.press("Enter")
    user.page.wait_for_selector(".o-confirm")
    assert "Change 2 records?" in user.page.inner_text(".o-confirm")
    user.page.click(".o-confirm .btn-primary")
    user.page.wait_for_selector(".o-confirm", state="detached")
    assert column(user, "Phone")[:2] == ["028 1234 5678"] * 2


def test_a_phone_shows_rows_as_cards_that_open(anyone):
    user = anyone(width=390, height=844)
    user.open("/app/quotations?s=1&group=state")
    assert user.page.evaluate("document.documentElement.scrollWidth") <= 390
    user.page.locator(".o-group-row a").first.click()
    user.settle()
    user.page.locator("tbody tr[data-id] a").first.click()
    user.settle()
    assert user.page.url.split("?")[0].split("/")[-1].isdigit()


def test_everything_on_the_list_speaks_vietnamese(chromium, server, vietnamese):
    user = User(chromium, server, viewport={"width": 1280, "height": 800}).sign_in(vietnamese, vietnamese)
    user.open("/app/quotations?s=1")
    user.page.check("[data-select-all]")
    user.page.locator(".o-selected summary").last.click()
    user.page.click("[data-search-menu] > summary")
    user.page.wait_for_selector("[name=__condition]")
    text = user.page.inner_text("#main")
    for english in ("Filters", "Group by", "Favourites", "Export", "selected", "Actions", "Delete", "Save this search", "Add condition", "contains"):
        assert english not in text
    assert "Nhóm theo" in text and "đã chọn" in text
    user.close()
    assert not user.errors


@pytest.mark.parametrize("path", ["/app/quotations?view=kanban&s=1&group=state", "/app/contacts"])
def test_cards_are_for_everybody(reader, path):
    reader.open(path)
    check(reader)


def test_what_opens_on_a_list_is_for_everybody(reader):
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    reader.open("/app/quotations?s=1")
    reader.page.fill("#search", "de")
    reader.page.wait_for_selector("#search-list li")
    problems = violations(reader.page)
    reader.page.keyboard.press("Escape")
    reader.page.click("[data-search-menu] > summary")
    reader.page.wait_for_selector("[name=__condition]")
    problems += violations(reader.page)
    reader.open("/app/quotations?s=1")
    reader.page.click("[value='export:all']")
    reader.page.wait_for_selector("dialog[open]")
    problems += violations(reader.page)
    reader.open("/app/m-crm.tag?s=1")
    reader.page.click(".o-list-bar button[value='add:new']")
    reader.page.wait_for_selector(".o-row-edit")
    assert not problems + violations(reader.page)
