"""`make screenshots`: the pictures of the guides, taken in Chromium from a fresh demo company, in English and Vietnamese.

They go to docs/user/screenshots (not under version control). Each picture is a function below; its name is the file's.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.load import serving  # noqa: E402
FOLDER = ROOT / "docs" / "user" / "screenshots"
LANGUAGES = {"en": "en_US", "vi": "vi_VN"}
DATABASE = "docs_screenshots"
_LAPTOP, _PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
_CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

#: name → (who, screen, what to do before the picture is taken)
PICTURES: dict[str, tuple[str, dict[str, int], Callable[[Any], None]]] = {}


def picture(who: str, screen: dict[str, int] = _LAPTOP) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    def register(function: Callable[[Any], None]) -> Callable[[Any], None]:
        PICTURES[function.__name__.replace("_", "-")] = (who, screen, function)
        return function
    return register


# -- selling


@picture("sales")
def home(user: Any) -> None:
    user.open("/app")


@picture("manager")
def quotations(user: Any) -> None:
    user.open("/app/quotations?s=1")


@picture("manager")
def new_quotation(user: Any) -> None:
    user.open("/app/quotations/new")
    user.choose("partner_id", "a")
    user.page.locator("[data-add]").first.click()
    user.settle()
    user.page.locator("[name$='.product_id.text'], [name$='.product_template_id.text']").last.press_sequentially("ca")
    user.page.wait_for_selector("[role=option]")


@picture("manager")
def order(user: Any) -> None:
    user.open_first("/app/sales-orders?s=1")


@picture("manager")
def way(user: Any) -> None:
    user.open_first("/app/sales-orders?s=1")
    user.page.keyboard.press("Alt+w")
    user.page.wait_for_selector("svg.wf")


@picture("manager")
def refused(user: Any) -> None:
    user.open("/app/quotations/new")
    user.choose("partner_id", "a")
    user.page.keyboard.press("Control+s")
    user.settle()
    user.page.locator("button[aria-disabled=true]").first.hover()


@picture("manager")
def deletion(user: Any) -> None:
    user.open_first("/app/contacts?s=1&view=list")
    user.page.keyboard.press("Control+d")
    user.page.wait_for_selector("dialog[open]")


# -- the warehouse


@picture("stock", _PHONE)
def transfers_phone(user: Any) -> None:
    user.open("/app/deliveries?s=1")


@picture("stock", _PHONE)
def transfer_phone(user: Any) -> None:
    user.open_first("/app/deliveries?s=1")


@picture("stock")
def overview(user: Any) -> None:
    user.open("/app/inventory-overview")


@picture("stock")
def count(user: Any) -> None:
    user.open("/app/physical-inventory")


# -- the books


@picture("accountant")
def invoices(user: Any) -> None:
    user.open("/app/invoices?s=1")


@picture("accountant")
def invoice(user: Any) -> None:
    user.open_first("/app/invoices?s=1")


@picture("accountant")
def dark(user: Any) -> None:
    user.page.emulate_media(color_scheme="dark")
    user.open("/app/invoices?s=1")


# -- the keyboard


@picture("manager")
def palette(user: Any) -> None:
    user.open("/app/quotations?s=1")
    user.page.keyboard.press("Control+k")
    user.page.keyboard.type("s0")
    user.page.wait_for_selector("#palette [role=option]")
    user.page.wait_for_timeout(600)


@picture("manager")
def shortcuts(user: Any) -> None:
    user.open("/app/quotations?s=1")
    user.page.keyboard.press("?")
    user.page.wait_for_selector(".o-shortcuts")


# -- taking them


class Person:
    """Somebody of the demo company at a browser."""

    def __init__(self, browser: Any, address: str, login: str, language: str, screen: dict[str, int]) -> None:
        self.address = address
        self.context = browser.new_context(viewport=screen, device_scale_factor=1.5, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.page.goto(f"{address}/web/login")
        self.page.fill("#login", login)
        self.page.fill("#password", login)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/app**")
        if self.page.get_attribute("html", "lang") != language[:2]:
            token = self.page.input_value("#csrf")
            self.context.request.post(f"{address}/web/preferences/language", form={"lang": language, "csrf_token": token})

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.settle()
        if self.page.locator(".o-tour").is_visible():  # the offer of a tour would hide what is shown
            self.page.locator(".o-tour-buttons button").last.click()

    def open_first(self, path: str) -> None:
        """The first record of a list."""
        self.open(path)
        self.page.locator("tbody tr[data-id] a").first.click()
        self.page.wait_for_selector("#main #form")
        self.settle()

    def choose(self, name: str, text: str) -> None:
        field = self.page.locator(f'[name="{name}.text"]').last
        field.press_sequentially(text)
        self.page.wait_for_selector("[role=option]")
        field.press("ArrowDown")
        field.press("Enter")
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(250)


@contextmanager
def demo_company() -> Iterator[str]:
    """A server over a fresh demo company; its address. The database is dropped afterwards."""
    sen = [sys.executable, "odoo-bin.py"]
    subprocess.run([*sen, "demo", "-d", DATABASE, "--country", "VN", "--load-language", "vi_VN", "--stop-after-init"], cwd=ROOT, check=True)
    try:
        with serving(DATABASE) as server:
            yield f"http://127.0.0.1:{server.port}"
    finally:
        subprocess.run([*sen, "db", "drop", DATABASE, "--yes"], cwd=ROOT, check=False)


def take(browser: Any, address: str, name: str, language: str) -> None:
    who, screen, prepare = PICTURES[name]
    person = Person(browser, address, who, LANGUAGES[language], screen)
    try:
        prepare(person)
        person.page.screenshot(path=FOLDER / f"{name}.{language}.png")
    finally:
        person.context.close()


def main(names: list[str]) -> int:
    from playwright.sync_api import sync_playwright

    if not _CHROMIUM:
        print("Chromium is needed for the pictures. On Debian: apt install chromium", file=sys.stderr)
        return 1
    if unknown := set(names) - set(PICTURES):
        print(f"No picture {', '.join(sorted(unknown))}; there are {', '.join(PICTURES)}.", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    failed = []
    with demo_company() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for language in LANGUAGES:
            for name in names or PICTURES:
                try:
                    take(browser, address, name, language)
                    print(f"{name}.{language}.png", flush=True)
                except Exception as error:  # the other pictures are still wanted
                    failed.append(f"{name}.{language}: {str(error).splitlines()[0]}")
        browser.close()
    print("\n".join(failed), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
