"""What people write and what a form says about it: formatted text, help, mistakes with links, numbers of the wrong country, markup, too much."""

import pytest
from form_user import FormUser

MARKUP = "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>\"'&"


@pytest.fixture(scope="module")
def clerk(chromium, server):
    person = FormUser(chromium, server, viewport={"width": 1280, "height": 800}).sign_in()
    person.page.on("dialog", lambda dialog: dialog.accept())
    yield person
    person.close()
    assert not person.errors, person.errors


@pytest.fixture(scope="module")
def lan(chromium, server, vietnamese):
    """She works in Vietnamese."""
    person = FormUser(chromium, server, viewport={"width": 390, "height": 844}).sign_in(vietnamese, vietnamese)
    person.page.on("dialog", lambda dialog: dialog.accept())
    yield person
    person.close()
    assert not person.errors, person.errors


@pytest.fixture(scope="module")
def storekeeper(server):
    """The login (and password) of somebody who sees orders but does not sell."""
    from core.base.config import config
    from core.db import transaction
    from core.orm.environment import Environment

    def hire(cr):
        env = Environment(cr, 1, {})
        groups = (env.ref("base.group_user") | env.ref("stock.group_stock_user") | env.ref("account.group_account_invoice")).ids
        env["res.users"].create({"name": "Kho", "login": "kho", "password": "kho", "groups_id": [(6, 0, groups)]})
    transaction.run(config["db_name"], hire)
    return "kho"


def test_terms_are_written_with_bold_text(clerk):
    clerk.order(("FURN_8900", "1"))
    editor = clerk.page.locator(".o-rich-text").first
    editor.click()
    clerk.page.keyboard.type("Pay ")
    clerk.page.locator("[data-rich-command=bold]").first.click()
    clerk.page.keyboard.type("now")
    clerk.save()
    assert "/new" not in clerk.page.url
    assert editor.inner_text() == "Pay now" and editor.locator("b").inner_text() == "now"


def test_formatted_text_is_sanitised_by_the_server(clerk):
    clerk.order(("FURN_8900", "1"))
    forged = '<p onclick="x()">Kept</p><script>window.broken = 1</script><a href="javascript:x()">Link</a>'
    clerk.page.evaluate("html => { const field = document.querySelector('textarea[name=note]'); field.value = html; "
                        "field.dispatchEvent(new Event('input', {bubbles: true})); }", forged)
    clerk.save()
    html = clerk.page.locator(".o-rich-text").first.inner_html()
    assert "Kept" in html and "Link" in html
    assert not any(part in html for part in ("script", "onclick"))


def test_markup_in_every_text_field_is_shown_as_it_was_typed(clerk):
    clerk.open("/app/m-res.partner/new")
    fields = clerk.page.locator("#form input[type=text].o-input:not([role=combobox], [inputmode]):visible, #form textarea.o-input:visible")
    names = [name for name in fields.evaluate_all("fields => fields.map(field => field.name)") if name not in ("vat", "email", "website")]
    assert {"name", "street", "city"} <= set(names)
    for name in names:
        clerk.page.fill(f'[name="{name}"]', MARKUP)
    clerk.save()
    assert "/new" not in clerk.page.url, clerk.messages()
    assert clerk.page.input_value("input[name=street]") == MARKUP
    assert clerk.page.evaluate("window.broken") is None
    assert MARKUP in clerk.page.inner_text("h1")


def test_help_of_a_field_opens_by_touch_and_by_f1(anyone):
    person = anyone(has_touch=True)
    person.open("/app/quotations/new")
    tip = person.page.locator(".o-tip").first
    tip.locator("button").tap()
    assert tip.locator("[role=tooltip]").is_visible()
    person.page.keyboard.press("Escape")
    assert not tip.locator("[role=tooltip]").is_visible() or person.page.evaluate("document.activeElement.className") == "o-help"
    field = person.page.locator("[aria-describedby$='-help']").first
    field.focus()
    person.page.keyboard.press("F1")
    assert person.page.locator(".o-tip.o-shown [role=tooltip]").is_visible()


def test_a_missing_field_on_another_tab_is_named_and_linked(clerk):
    clerk.open("/app/quotations/new")
    clerk.page.click("[role=tab]:has-text('Other Info')")
    clerk.page.click("button.o-save")
    clerk.settle()
    link = clerk.page.locator("#messages [data-field-link]")
    assert link.inner_text() == "Customer"
    assert clerk.focus() == "partner_id.text"
    clerk.page.focus("[data-hotkey=s]")
    link.click()
    assert clerk.focus() == "partner_id.text"


def test_the_tab_of_a_notebook_is_remembered(clerk):
    clerk.open("/app/quotations")
    clerk.page.click("tbody tr[data-id] a >> nth=0")
    clerk.page.wait_for_selector("[role=tab]")
    clerk.page.click("[role=tab]:has-text('Other Info')")
    clerk.open("/app/quotations/new")
    assert clerk.page.locator("[role=tab][aria-selected=true]").first.inner_text() == "Other Info"
    clerk.page.click("[role=tab] >> nth=0")


@pytest.mark.parametrize(("typed", "shown"), [("1.500,5", "1.500,50"), ("1500,5", "1.500,50"), ("1,500.5", "1.500,50"), ("2", "2,00")])
def test_numbers_are_read_as_a_vietnamese_writes_them(lan, typed, shown):
    lan.order(("FURN_8900", typed))
    assert lan.page.locator("tr.o-editing [name$=product_uom_qty]").input_value() == shown


def test_what_is_no_number_or_date_is_told_at_the_field_in_vietnamese(lan):
    lan.order(("FURN_8900", "ba"))
    assert "Đây không phải là số" in lan.page.inner_text("tr.o-editing .o-field-error")
    lan.page.fill("input[name=validity_date]", "31/02/2027")
    lan.page.click("button.o-save")
    lan.settle()
    assert lan.page.locator("#validity_date-error").inner_text().startswith("Đây không phải là ngày")
    assert lan.page.input_value("input[name=validity_date]") == "31/02/2027"
    assert lan.page.locator("#messages [data-field-link]").count() == 2


def test_ten_megabytes_are_not_even_pasted(clerk):
    clerk.open("/app/m-res.partner/new")
    clerk.page.focus("input[name=name]")
    clerk.page.evaluate("""() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x'.repeat(10 * 1024 * 1024));
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    }""")
    assert "at most 1,000,000" in clerk.messages()
    assert clerk.page.input_value("input[name=name]") == ""


def test_ten_megabytes_that_came_all_the_same_are_refused_at_the_field(clerk):
    clerk.open("/app/m-res.partner/new")
    answer = clerk.page.evaluate("""async () => {
      const body = new FormData(document.getElementById('form'));
      body.set('name', 'x'.repeat(10 * 1024 * 1024));
      body.set('city', 'Huế');
      body.set('__action', 'save');
      const headers = {'HX-Request': 'true', 'X-CSRF-Token': document.getElementById('csrf').value};
      const answer = await fetch(location.href, {method: 'POST', body, headers});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return [page.getElementById('name-error').textContent, page.querySelector('[name=name]').value.length, page.querySelector('[name=city]').value];
    }""")
    assert answer == ["This text has 10,485,760 characters; at most 10,000 fit here.", 10 * 1024 * 1024, "Huế"]


def test_a_refused_button_says_why_and_whom_to_ask(chromium, server, storekeeper, clerk):
    clerk.order(("FURN_8900", "1"))
    clerk.save()
    person = FormUser(chromium, server).sign_in(storekeeper, storekeeper)
    person.page.goto(clerk.page.url)
    why = person.page.locator(".o-refused", has_text="Confirm").locator("[role=tooltip]").text_content()
    assert "You may not do “Confirm”" in why
    assert "Sales" in why and "Mitchell Admin" in why
    person.close()
