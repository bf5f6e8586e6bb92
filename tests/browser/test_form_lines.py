"""Lines of an order: typed, moved, duplicated, pasted from a spreadsheet, taken back."""

import pytest
from form_user import FormUser

DRAWER, BIN = "FURN_8900", "E-COM10"


@pytest.fixture(scope="module")
def clerk(chromium, server):
    person = FormUser(chromium, server, viewport={"width": 1280, "height": 800}).sign_in()
    person.page.on("dialog", lambda dialog: dialog.accept())
    yield person
    person.close()
    assert not person.errors, person.errors


def products(clerk):
    return [line.split(" | ")[0] for line in clerk.lines()]


def test_a_line_is_written_by_keyboard_alone(clerk):
    clerk.order()
    clerk.page.click("[data-add]")
    clerk.settle()
    assert clerk.focus().endswith(".product_id.text")
    keyboard = clerk.page.keyboard
    keyboard.type("drawer bl")
    clerk.page.wait_for_selector("[role=option][aria-selected=true]")
    keyboard.press("Enter")
    clerk.settle()
    clerk.page.focus('[name$=".product_uom_qty"]')
    keyboard.press("Control+a")
    keyboard.type("3")
    keyboard.press("Enter")
    clerk.settle()
    assert clerk.lines()[0].startswith("[FURN_8900] Drawer Black")
    assert clerk.focus() == "order_line.new-2.product_id.text", "Enter goes on with the next line"
    keyboard.press("Enter")
    clerk.settle()
    assert len(clerk.lines()) == 1, "a line nobody wrote into is not kept"
    assert "data-add" in clerk.page.evaluate("document.activeElement.outerHTML")


def test_the_total_follows_while_a_quantity_is_typed(clerk):
    clerk.order((DRAWER, "1"))
    one = clerk.total()
    clerk.edit("product_uom_qty")
    clerk.page.keyboard.press("Control+a")
    clerk.page.keyboard.type("1")
    clerk.page.keyboard.type("0")
    clerk.page.wait_for_function(f"() => document.querySelector('.o-totals .o-total dd').innerText !== {one!r}")
    clerk.settle()
    field = clerk.page.locator("tr.o-editing [name$=product_uom_qty]")
    assert field.input_value() == "10", "what is being typed is not rewritten"
    assert field.evaluate("field => [document.activeElement === field, field.selectionStart]") == [True, 2]


def test_half_a_number_is_no_mistake_while_it_is_typed(clerk):
    clerk.order((DRAWER, "1"))
    clerk.edit("product_uom_qty")
    clerk.page.keyboard.press("Control+a")
    clerk.page.keyboard.type("-")
    clerk.page.wait_for_timeout(600)
    clerk.settle()
    assert not clerk.page.locator(".o-field-error").count()
    clerk.page.keyboard.press("Tab")
    clerk.settle()
    assert "number" in clerk.page.inner_text(".o-field-error"), "left like that, it is one"


def test_tab_leads_through_the_cells_into_the_next_line(clerk):
    clerk.order((DRAWER, "1"), (BIN, "1"))
    clerk.edit("product_uom_qty", 0)
    for _step in range(10):
        if clerk.focus().startswith("order_line.new-2."):
            break
        clerk.page.keyboard.press("Tab")
        clerk.settle()
    assert clerk.focus() == "order_line.new-2.product_id.text"


def test_escape_takes_back_what_was_typed_into_a_line(clerk):
    clerk.order((DRAWER, "2"))
    clerk.save()
    before = clerk.lines(), clerk.total()
    clerk.edit("product_uom_qty")
    clerk.page.keyboard.type("99")
    clerk.page.keyboard.press("Tab")
    clerk.settle()
    assert clerk.total() != before[1]
    clerk.page.keyboard.press("Escape")
    clerk.settle()
    assert (clerk.lines(), clerk.total()) == before


def test_a_line_is_duplicated_below_itself_with_its_price(clerk):
    clerk.order((DRAWER, "2"), (BIN, "1"))
    clerk.page.locator("tr[data-key] .o-icon-duplicate").first.click()
    clerk.settle()
    clerk.page.click("[data-add]")
    clerk.settle()
    drawer, copy, _bin, _new = clerk.lines()
    assert copy == drawer


def test_lines_move_by_keyboard_and_stay_where_they_were_put(clerk):
    clerk.order((DRAWER, "1"), (BIN, "1"))
    clerk.page.keyboard.press("Alt+ArrowUp")
    clerk.settle()
    clerk.save()
    assert products(clerk) == ["[E-COM10] Pedal Bin", "[FURN_8900] Drawer Black"]
    clerk.open(clerk.page.url.removeprefix(clerk.address))
    assert products(clerk) == ["[E-COM10] Pedal Bin", "[FURN_8900] Drawer Black"]


def test_lines_are_dragged_by_their_handle(clerk):
    clerk.order((DRAWER, "1"), (BIN, "1"))
    clerk.page.wait_for_function("() => window.Sortable?.get(document.querySelector('[data-lines] tbody'))")
    first, second = (clerk.page.locator(".o-handle").nth(number).bounding_box() for number in (0, 1))
    mouse = clerk.page.mouse
    mouse.move(second["x"] + 6, second["y"] + 6)
    mouse.down()
    mouse.move(first["x"] + 6, first["y"] + 20, steps=4)
    mouse.move(first["x"] + 6, first["y"] - 4, steps=4)
    mouse.up()
    clerk.settle()
    clerk.save()
    assert products(clerk) == ["[E-COM10] Pedal Bin", "[FURN_8900] Drawer Black"]


def test_a_section_and_a_note_stand_between_the_lines(clerk):
    clerk.order((DRAWER, "1"))
    for control, text in (("1", "Furniture"), ("2", "Delivered in the morning")):
        clerk.page.click(f'[value="add:order_line:{control}"]')
        clerk.settle()
        clerk.page.keyboard.type(text)
    clerk.save()
    assert clerk.lines()[1:] == ["Furniture", "Delivered in the morning"]
    assert clerk.page.locator("td.o-section").count() == clerk.page.locator("td.o-note").count() == 1


@pytest.mark.parametrize("text", [
    "FURN_8900\t3\t1,500.50\nE-COM10\t2\t70",
    "Unit Price\tProduct\tQuantity\n1,500.50\tFURN_8900\t3\n70\tPedal Bin\t2",
])
def test_rows_of_a_spreadsheet_become_lines(clerk, text):
    clerk.order()
    clerk.page.click("[data-add]")
    clerk.settle()
    clerk.paste(text)
    drawer, pedal_bin = (line.split(" | ") for line in clerk.lines())
    assert drawer[0] == "[FURN_8900] Drawer Black" and drawer[2:4] == ["3.00", "1,500.50"]
    assert pedal_bin[0] == "[E-COM10] Pedal Bin" and pedal_bin[2:4] == ["2.00", "70.00"]
    clerk.save()
    assert "/new" not in clerk.page.url


def test_a_pasted_cell_that_cannot_be_read_is_marked_and_linked(clerk):
    clerk.order()
    clerk.page.click("[data-add]")
    clerk.settle()
    clerk.paste("FURN_8900\t3\nno such thing\tmany\nE-COM10\t2")
    assert [link.inner_text() for link in clerk.page.locator("#messages [data-field-link]").all()] == ["Line 2, Product", "Line 2, Quantity"]
    assert clerk.page.locator("tr.o-editing [name$='product_id.text']").input_value() == "no such thing"
    assert clerk.page.locator("tr.o-editing [name$=product_uom_qty]").input_value() == "many"
    clerk.page.locator("#messages [data-field-link]").last.click()
    assert clerk.focus().endswith(".product_uom_qty")


def test_a_column_of_quantities_is_pasted_over_the_lines_below(clerk):
    clerk.order((DRAWER, "1"), (BIN, "1"))
    clerk.edit("product_uom_qty", 0)
    clerk.paste("5\n6")
    assert [line.split(" | ")[2] for line in clerk.lines()] == ["5.00", "6.00"]


def test_lines_on_a_phone(anyone, server):
    person = anyone(width=390, height=844, has_touch=True)
    person.open("/app/quotations/new")
    person.choose("partner_id", "Azure")
    person.page.tap("[data-add]")
    person.settle()
    person.choose("product_id", DRAWER)
    person.fill("product_uom_qty", "4")
    person.page.locator(".o-save").tap()
    person.settle()
    assert "4.00" in person.page.inner_text("tr[data-key]")
    assert person.page.evaluate("document.documentElement.scrollWidth") <= 390
