"""Importing in the browser: from the list's tools to the imported records and back."""

from __future__ import annotations

from pathlib import Path

NORTHWIND = Path(__file__).parents[1] / "data" / "northwind"


def upload(user, tmp_path, text, name="contacts.csv"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    user.page.set_input_files("#file", str(file))
    user.page.click(".o-import-upload .btn-primary")
    user.page.wait_for_url("**/import/*")
    user.settle()


def column(user, name):
    """The input that says which field a column feeds."""
    return user.page.get_by_label(name, exact=True)


def press(user, do):
    user.page.click(f'button[name="__do"][value="{do}"]')
    user.settle()


def test_a_table_is_mapped_corrected_imported_and_undone(anyone, tmp_path):
    user = anyone()
    user.open("/app/m-res.partner")
    user.page.click('[data-entry="import"]')
    user.settle()
    upload(user, tmp_path, "Tên,Quốc gia,Điện thoại,Since\nPhở Thìn,Vietnam,0912345678,01/02/2026\nBún chả,Nowhere,0987654321,02/02/2026\n")
    assert column(user, "Tên").input_value() == "Name"
    assert column(user, "Quốc gia").input_value() == "Country"
    assert column(user, "Điện thoại").input_value() == "Phone"
    assert "'Nowhere' refers to no record" in user.page.inner_text(".o-import-preview")

    press(user, "import")
    assert "Not imported" in user.messages()
    problem = user.page.inner_text("#problems tbody tr")
    assert problem.split("\t")[:3] == ["3", "Quốc gia", "Nowhere"]

    field = column(user, "Quốc gia")
    field.fill("")
    field.press("Tab")
    user.settle()
    assert not user.page.locator(".o-import-wrong").count()
    press(user, "test")
    assert "2 records can be imported" in user.messages()
    press(user, "import")
    assert "/app/imports/" in user.page.url
    assert "2 records were imported" in user.messages()

    user.press("action_open_records")
    shown = user.page.inner_text("#main")
    assert "Phở Thìn" in shown and "Bún chả" in shown
    user.page.go_back()
    user.settle()
    user.page.on("dialog", lambda dialog: dialog.accept())
    user.press("action_undo")
    assert user.page.inner_text(".o-statusbar [aria-current]") == "Undone"
    user.open("/app/m-res.partner?q=Ph%E1%BB%9F+Th%C3%ACn&s=1")
    assert not user.page.locator('tbody tr[data-id]:has-text("Phở Thìn")').count()


def test_northwinds_customers_on_a_phone(anyone):
    user = anyone(width=390, height=844)
    user.open("/import?model=res.partner&back=/app/m-res.partner")
    user.page.set_input_files("#file", str(NORTHWIND / "customers.csv"))
    user.page.click(".o-import-upload .btn-primary")
    user.page.wait_for_url("**/import/*")
    user.settle()
    assert column(user, "customerID").input_value() == "Reference"
    for name, field in (("companyName", "Name"), ("contactName", ""), ("contactTitle", ""), ("country", "")):
        column(user, name).fill(field)
        column(user, name).press("Tab")
        user.settle()
    assert user.page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    press(user, "import")
    assert "91 records were imported" in user.messages()
    user.page.on("dialog", lambda dialog: dialog.accept())
    user.press("action_undo")
    assert user.page.inner_text(".o-statusbar [aria-current]") == "Undone"


def test_a_picture_called_csv_is_refused_in_words(anyone, tmp_path):
    user = anyone()
    user.open("/import?model=res.partner&back=/app/m-res.partner")
    file = tmp_path / "photo.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    user.page.set_input_files("#file", str(file))
    user.page.click(".o-import-upload .btn-primary")
    user.settle()
    assert "neither a CSV file nor a spreadsheet" in user.messages()
    assert user.page.locator("#file").count()
