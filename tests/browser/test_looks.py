"""How it looks: in both languages, on a phone and enlarged, light and dark, in the company's colours; and what people see while they wait."""

import base64
import io
import re

import pytest
from browser_user import User

PAGES = ["/app", "/app/quotations", "/app/quotations/2", "/app/quotations/new", "/app/receipts", "/app/contacts/1", "/app/settings", "/web/workflow"]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def lan(chromium, server, vietnamese):
    """Somebody who works in Vietnamese."""
    person = User(chromium, server, viewport={"width": 1280, "height": 800}).sign_in(vietnamese, vietnamese)
    yield person
    person.close()
    assert not person.errors, person.errors


def width(user):
    return user.page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("path", PAGES)
def test_enlarged_four_times_nothing_is_lost(reader, path):
    """400 % on a laptop leaves 320 pixels (WCAG 1.4.10); 200 % leaves 640."""
    reader.open(path)
    for size in (640, 320):
        reader.page.set_viewport_size({"width": size, "height": 500})
        assert width(reader) <= size
    reader.page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("path", PAGES[:-1])
def test_vietnamese_fits_a_phone(lan, path):
    lan.page.set_viewport_size(PHONE)
    lan.open(path)
    assert lan.page.get_attribute("html", "lang") == "vi"
    assert width(lan) <= PHONE["width"]


@pytest.mark.parametrize(("path", "words"), [
    ("/app", ["Bán hàng", "Kho", "Đơn cần lập hóa đơn"]), ("/app/quotations", ["Báo giá", "Mới"]), ("/web/shortcuts", ["Phím tắt", "Xóa"]),
    ("/web/workflow", ["Quy trình", "Đơn bán hàng"])])
def test_pages_speak_vietnamese(lan, path, words):
    lan.page.set_viewport_size({"width": 1280, "height": 800})
    lan.open(path)
    text = lan.page.inner_text("main")
    for word in words:
        assert word in text


def test_what_a_document_offers_lies_under_the_thumb(anyone):
    person = anyone(**PHONE, has_touch=True)
    person.open("/app/quotations/2")
    for button in person.page.locator(".o-form-head .o-buttons .btn").all()[:3]:
        box = button.bounding_box()
        assert box["y"] > PHONE["height"] * .85
        assert box["height"] >= 40


def test_numbers_bring_up_the_keyboard_of_numbers(anyone):
    person = anyone(**PHONE, has_touch=True)
    person.open("/app/quotations/new")
    person.page.click("[data-add]")
    person.settle()
    assert person.page.get_attribute("[name$='.product_uom_qty']", "inputmode") == "decimal"


def test_everything_on_a_phone_is_big_enough_to_touch(anyone):
    person = anyone(**PHONE, has_touch=True)
    for path in ("/app", "/app/receipts", "/app/quotations/2"):
        person.open(path)
        small = person.page.evaluate("""() => [...document.querySelectorAll("button, summary, a.btn, .o-app > a, .o-todos a")]
          .filter((each) => each.getClientRects().length && !each.closest("table, .o-editor, .o-rich-tools, .o-help"))  // help: its ::before is larger
          .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()]).filter(([, box]) => box.height < 32 || box.width < 32).map(([html]) => html)""")
        assert not small, path


def colours(user, selector):
    """(text, background) of an element, as (r, g, b)."""
    values = user.page.eval_on_selector(selector, "(element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]")
    return tuple(tuple(int(float(part)) for part in re.findall(r"[\d.]+", value)[:3]) for value in values)


def test_light_and_dark_follow_the_system_until_somebody_chooses(anyone):
    person = anyone(color_scheme="dark")
    person.open("/app")
    assert sum(colours(person, "html")[1]) < 150
    person.page.click(".o-user > summary")
    person.page.select_option("[data-theme-choice]", "light")
    assert sum(colours(person, "html")[1]) > 600
    person.open("/app/quotations")
    assert sum(colours(person, "html")[1]) > 600
    assert person.page.get_attribute("html", "data-theme") == "light"


@pytest.fixture
def yellow_company(server):
    """The company chooses a colour nobody could read on white, and a logo."""
    from PIL import Image

    from core.base.config import config
    from core.db import transaction
    from core.orm.environment import Environment

    picture = io.BytesIO()
    Image.new("RGB", (90, 30), "#ffe600").save(picture, "PNG")

    def choose(values):
        def change(cr):
            Environment(cr, 1, {}).ref("base.main_company").write(values)
        transaction.run(config["db_name"], change)

    choose({"primary_color": "#ffe600", "logo": base64.b64encode(picture.getvalue())})
    yield
    choose({"primary_color": False, "logo": False})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_companys_logo_and_colour_before_and_after_signing_in(yellow_company, chromium, server, scheme):
    from odoo.addons.web.colours import contrast

    person = User(chromium, server, color_scheme=scheme)
    person.open("/web/login")
    assert person.page.evaluate("document.querySelector('.o-login-logo').naturalWidth") > 0
    assert contrast(*colours(person, "button.btn-primary")) >= 4.5
    person.sign_in().open("/app/quotations")
    assert contrast(*colours(person, "a.btn-primary")) >= 4.5
    assert person.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--brand')").strip()
    assert not person.errors
    person.close()


def test_counters_on_the_home_page_open_exactly_what_they_count(user):
    user.open("/app")
    todo = user.page.locator(".o-todos a", has_text="Quotations to send").first
    count = int(todo.locator(".o-count").inner_text())
    todo.click()
    user.settle()
    assert user.page.locator("tbody tr[data-id]").count() == count


def test_a_slow_answer_shows_that_something_happens(user):
    user.open("/app/quotations")
    user.page.route("**/app/quotations/new", lambda route: (user.page.wait_for_timeout(600), route.continue_()))
    user.page.keyboard.press("Alt+c")
    user.page.wait_for_selector("html.o-waiting")
    user.page.wait_for_selector("html:not(.o-waiting)")
    user.settle()
    assert user.page.url.endswith("/new")


def test_a_quick_answer_does_not_flicker(user):
    user.open("/app/quotations")
    user.page.evaluate("""() => { window.waited = 0;
      new MutationObserver(() => { window.waited += document.documentElement.classList.contains("o-waiting"); }).observe(document.documentElement, {attributes: true}); }""")
    user.page.route("**/app/quotations/new", lambda route: route.fulfill(status=204))
    user.page.keyboard.press("Alt+c")
    user.page.wait_for_timeout(350)
    assert user.page.evaluate("window.waited") == 0


def test_those_who_want_no_motion_get_none(anyone):
    person = anyone(reduced_motion="reduce")
    person.open("/app")
    assert person.page.evaluate("""() => [...document.querySelectorAll("*")].every((each) => {
      const style = getComputedStyle(each); return parseFloat(style.transitionDuration) === 0 && style.animationName === "none"; })""")


def test_our_pages_cannot_be_framed(chromium, server):
    """A page of another site that lays ours into a frame gets nothing."""
    context = chromium.new_context()
    page = context.new_page()
    page.set_content(f'<iframe src="{server}/web/login"></iframe>')
    page.wait_for_timeout(500)
    assert all("login" not in (frame.content() if frame != page.main_frame else "") for frame in page.frames)
    context.close()
