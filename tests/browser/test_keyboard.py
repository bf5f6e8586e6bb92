"""The main job without a mouse: the palette, shortcuts, deleting after a look at the consequences, record after record."""

import pytest


def options(user):
    return user.page.locator("#palette [role=option] span").all_inner_texts()


def palette(user, text=""):
    user.page.keyboard.press("Control+k")
    user.page.wait_for_selector("#palette[open]")
    if text:
        user.page.keyboard.type(text)
        user.page.wait_for_load_state("networkidle")
        user.page.wait_for_timeout(250)
        user.page.wait_for_load_state("networkidle")


def focused(user, what="tagName"):
    return user.page.evaluate(f"document.activeElement.{what}")


def contact(user, name):
    """A new contact's page."""
    user.open("/app/m-res.partner/new")
    user.page.fill("input[name=name]", name)
    user.save()
    return user.page.url


def test_the_palette_opens_a_menu(user):
    palette(user, "quotations")
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.url.endswith("/app/quotations")


def test_the_palette_finds_a_document_without_diacritics(user):
    address = contact(user, "Cửa hàng Bánh Đậu")
    user.open("/app")
    palette(user, "banh dau")
    assert options(user) == ["Cửa hàng Bánh Đậu"]
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.url.split("/")[-1] == address.split("/")[-1]


def test_the_palette_presses_the_buttons_of_the_page(user):
    user.open("/app/quotations")
    palette(user, "new")
    assert options(user)[0] == "New"
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.url.endswith("/quotations/new")


def test_the_palette_remembers_what_was_opened(user):
    contact(user, "Opened lately")
    user.open("/app")
    palette(user)
    assert "Opened lately" in options(user)


def test_the_palette_warns_before_unsaved_changes_are_left(user):
    user.open("/app/m-res.partner/new")
    user.page.fill("input[name=name]", "Unsaved")
    asked = []
    user.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    palette(user, "quotations")
    user.page.keyboard.press("Enter")
    user.settle()
    assert asked
    assert user.page.input_value("input[name=name]") == "Unsaved"


def test_escape_gives_the_focus_back(user):
    user.open("/app/m-res.partner/new")
    user.page.focus("input[name=name]")
    palette(user)
    user.page.keyboard.press("Escape")
    assert focused(user, "name") == "name"


def test_deleting_lists_the_consequences_and_no_changes_nothing(user):
    address = contact(user, "To be deleted")
    user.page.keyboard.press("Control+d")
    user.page.wait_for_selector("dialog[open]")
    assert "Delete for good?" in user.page.inner_text("dialog[open]")
    assert focused(user, "innerText") == "No"  # the harmless answer is the one Enter gives
    user.page.keyboard.press("Enter")
    user.page.wait_for_selector("dialog[open]", state="detached")
    user.open(address.removeprefix(user.address))
    assert "To be deleted" in user.page.inner_text("h1 >> nth=0")


def test_deleting_after_yes_leads_to_the_list(user):
    address = contact(user, "Deleted by keyboard")
    user.page.keyboard.press("Control+d")
    user.page.wait_for_selector("dialog[open]")
    user.page.keyboard.press("Shift+Tab")
    user.page.keyboard.press("Shift+Tab")
    assert focused(user, "innerText") == "Yes, delete"
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.url == address.rsplit("/", 1)[0]
    assert "Deleted by keyboard" in user.messages()


def test_what_cannot_be_deleted_says_why(user):
    user.open("/app/users/2")
    user.page.keyboard.press("Control+d")
    user.page.wait_for_selector("dialog[open]")
    assert "This cannot be deleted" in user.page.inner_text("dialog[open]")
    assert not user.page.locator("dialog[open] [value=delete]").count()
    user.page.keyboard.press("Escape")
    user.page.wait_for_selector("dialog[open]", state="detached")


def test_next_and_previous_follow_the_list_one_came_from(user):
    user.open("/app/m-res.country?s=1&q=land")
    names = [row.split("\n")[0].split("\t")[0].strip() for row in user.page.locator("tbody tr[data-id]").all_inner_texts()]
    user.page.locator("tbody tr[data-id]").nth(1).locator("a").first.click()
    user.settle()
    assert user.page.inner_text("[data-pager] span") == f"2 / {len(names)}"
    user.page.keyboard.press("Alt+n")
    user.settle()
    assert names[2] in user.page.inner_text("#main h1 >> nth=0")
    user.page.keyboard.press("Alt+p")
    user.settle()
    assert names[1] in user.page.inner_text("#main h1 >> nth=0")
    user.page.click(".o-crumbs a >> nth=-1")
    user.settle()
    assert "q=land" in user.page.url or "land" in user.page.inner_text("#main")


@pytest.mark.parametrize(("keys", "address"), [("Alt+c", "/app/quotations/new"), ("Alt+h", "/app")])
def test_new_and_home(user, keys, address):
    user.open("/app/quotations")
    user.page.keyboard.press(keys)
    user.settle()
    assert user.page.url == user.address + address


def test_discard_takes_the_changes_back(user):
    contact(user, "As it was")
    user.page.fill("input[name=name]", "Changed")
    user.page.keyboard.press("Alt+j")
    user.settle()
    assert user.page.input_value("input[name=name]") == "As it was"


def test_the_next_step_is_a_key_away(user):
    user.open("/app/quotations/new")
    user.choose("partner_id", "Azure")
    user.page.click("[data-add]")
    user.settle()
    user.choose("product_id", "Office Chair")
    user.save()
    user.page.keyboard.press("Alt+x")
    user.settle()
    assert "Cancelled" in user.page.inner_text(".o-statusbar")


def test_the_way_of_a_document_is_drawn_and_told(user):
    user.open("/app/sales-orders?s=1")
    user.page.locator("tbody tr[data-id] a").first.click()
    user.settle()
    user.page.keyboard.press("Alt+w")
    user.page.wait_for_selector("dialog[open] svg.wf")
    assert user.page.locator("svg.wf .wf-current, svg.wf .wf-done").count()
    assert "Quotation → Sales Order" in user.page.inner_text(".wf-story")
    user.page.keyboard.press("Escape")
    user.page.wait_for_selector("dialog[open]", state="detached")


def test_the_list_of_shortcuts_and_the_keys_on_the_buttons(user):
    user.open("/app/quotations")
    user.page.keyboard.press("?")
    user.page.wait_for_selector(".o-shortcuts")
    assert "Ctrl+K" in user.page.inner_text(".o-shortcuts").replace("\n", "")
    user.page.keyboard.press("Escape")
    user.page.keyboard.down("Alt")
    user.page.wait_for_selector("body.o-hints")
    user.page.keyboard.up("Alt")
    assert not user.page.locator("body.o-hints").count()


def test_arrows_walk_through_a_list_and_enter_opens(user):
    user.open("/app/m-res.country")
    rows = user.page.locator("tbody tr[data-id]")
    rows.first.locator("a").first.focus()
    user.page.keyboard.press("ArrowDown")
    user.page.keyboard.press("Space")
    assert rows.nth(1).locator("input[name=ids]").is_checked()
    user.page.keyboard.press("Space")
    user.page.keyboard.press("ArrowDown")
    expected = rows.nth(2).get_attribute("data-id")
    user.page.keyboard.press("Enter")
    user.settle()
    assert user.page.url.endswith(f"/m-res.country/{expected}")


@pytest.mark.parametrize("path", ["/app", "/app/quotations", "/app/quotations/new"])
def test_the_tab_key_shows_where_it_is_and_reaches_the_content(user, path):
    """Each stop has a visible focus ring, none is covered by the sticky bars, and none holds the keyboard."""
    user.open(path)
    seen = []
    for _stop in range(40):
        user.page.keyboard.press("Tab")
        stop = user.page.evaluate("""() => {
          const element = document.activeElement; if (element === document.body) return null;
          const ringed = (each) => each && getComputedStyle(each).outlineStyle !== 'none' && parseFloat(getComputedStyle(each).outlineWidth) >= 1;
          const box = element.getBoundingClientRect();
          const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
          const label = element.closest('label');
          return { what: element.outerHTML.slice(0, 120), ring: ringed(element) || ringed(element.parentElement) || ringed(element.parentElement.parentElement),
                   shown: Boolean(at && (element.contains(at) || at.contains(element) || label?.contains(at))), main: Boolean(element.closest('main')) };
        }""")
        if stop is None:
            break
        seen.append(stop)
    assert any(stop["main"] for stop in seen)
    assert not [stop["what"] for stop in seen if not stop["ring"]]
    assert not [stop["what"] for stop in seen if not stop["shown"]]
    assert len({stop["what"] for stop in seen}) > min(len(seen), 10) - 2
