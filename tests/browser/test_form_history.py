"""The history below a form: notes, messages, files, activities, followers, tracked changes."""

import pytest
from form_user import FormUser


@pytest.fixture(scope="module")
def clerk(chromium, server):
    person = FormUser(chromium, server, viewport={"width": 1280, "height": 800}).sign_in()
    person.page.on("dialog", lambda dialog: dialog.accept())
    person.order(("FURN_8900", "1"))
    person.save()
    assert "/new" not in person.page.url
    person.order_page = person.page.url.removeprefix(server)
    yield person
    person.close()
    assert not person.errors, person.errors


@pytest.fixture
def history(clerk):
    clerk.open(clerk.order_page)
    place = clerk.page.locator("[data-chatter]")
    place.scroll_into_view_if_needed()
    clerk.page.wait_for_selector("[data-chatter] textarea")
    return place


def newest(history):
    return history.locator(".o-messages > li").first.inner_text()


def test_a_note_is_logged_as_it_was_typed(clerk, history):
    history.locator("textarea").fill("<b>Gọi lại</b>\nngày mai")
    history.locator("[value=note]").click()
    clerk.page.wait_for_selector(".o-messages >> text=Gọi lại")
    assert "<b>Gọi lại</b>\nngày mai" in newest(history) and "Note" in newest(history)
    assert history.locator("textarea").input_value() == ""


def test_a_message_leaves_the_unsaved_changes_above_alone(clerk, history):
    clerk.edit("product_uom_qty")
    clerk.page.keyboard.type("7")
    history.locator("textarea").fill("Đang sửa đơn")
    history.locator("[value=message]").click()
    clerk.page.wait_for_selector(".o-messages >> text=Đang sửa đơn")
    assert clerk.page.locator("tr.o-editing [name$=product_uom_qty]").input_value() in ("7", "7.00")
    assert clerk.page.locator("#form.o-dirty").count()


def test_a_saved_change_is_tracked_with_its_author(clerk, history):
    before = clerk.total().strip("$")
    clerk.edit("product_uom_qty")
    clerk.page.keyboard.type("12")
    clerk.save()
    clerk.page.wait_for_selector(".o-messages .o-changes")
    change = newest(history)
    assert "Mitchell Admin" in change and before in change and clerk.total().strip("$") in change


def test_files_are_attached_downloaded_and_deleted(clerk, history):
    clerk.page.set_input_files("[data-upload]", [{"name": "<b>hợp đồng</b>.txt", "mimeType": "text/html", "buffer": b"<script>1</script>"}])
    clerk.page.wait_for_selector(".o-files")
    file = history.locator(".o-files li", has_text="hợp đồng")
    assert file.locator("a").inner_text() == "<b>hợp đồng</b>.txt"
    with clerk.page.expect_download() as download:
        file.locator("a").click()
    assert download.value.path().read_bytes() == b"<script>1</script>"
    file.locator("button").click()
    file.wait_for(state="detached")


def test_a_file_is_dropped_on_the_history(clerk, history):
    clerk.page.evaluate("""() => {
      const data = new DataTransfer();
      data.items.add(new File(['abc'], 'kéo thả.txt'));
      document.querySelector('[data-chatter]').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
    }""")
    history.locator(".o-files li", has_text="kéo thả.txt").wait_for()


def test_an_activity_is_planned_and_done(clerk, history):
    history.locator("[data-plan]").first.click()
    clerk.page.wait_for_selector("dialog[open] [name=summary]")
    clerk.page.fill("dialog [name=summary]", "Gọi cho khách")
    clerk.page.click("dialog button[value=save]")
    history.locator(".o-activities", has_text="Gọi cho khách").wait_for()
    assert not clerk.page.locator("dialog[open]").count()
    history.locator("[value^='done:']").click()
    history.locator(".o-activities").wait_for(state="detached")
    assert "Gọi cho khách" in newest(history)


def test_somebody_is_made_a_follower_and_removed(clerk, history):
    history.locator(".o-menu summary").click()
    history.locator("[name=who]").fill("nobody at all")
    history.locator("[value=invite]").click()
    history.locator(".o-alert", has_text="nobody at all").wait_for()
    history.locator(".o-menu summary").click()
    history.locator("[name=who]").fill("Brandon Freeman")
    history.locator("[value=invite]").click()
    history.locator(".o-alert").wait_for(state="detached")
    history.locator(".o-menu summary").click()
    follower = history.locator(".o-drop-row", has_text="Brandon Freeman")
    follower.locator("button").click()
    follower.wait_for(state="detached")
