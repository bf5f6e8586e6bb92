"""Somebody at a browser."""

from __future__ import annotations

from typing import Any


class User:
    """Somebody at a browser: signs in, opens pages, fills fields, presses buttons, and never sees a script error."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address = address
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def sign_in(self, login: str = "admin", password: str = "admin") -> User:
        self.page.goto(f"{self.address}/web/login")
        self.page.fill("#login", login)
        self.page.fill("#password", password)
        self.page.click("button.btn-primary")
        self.page.wait_for_url("**/app**")
        return self

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.settle()

    def settle(self) -> None:
        """Wait until no request is running and the answer is on the page."""
        self.page.wait_for_load_state("networkidle")
        for state in ("request", "settling", "swapping"):
            self.page.wait_for_selector(f".htmx-{state}", state="detached")
        self.page.wait_for_timeout(60)

    def choose(self, name: str, text: str) -> None:
        """Type into a many2one and take the first entry of its list."""
        field = self.page.locator(f'[name="{name}.text"], [name$=".{name}.text"]').last
        field.fill(text)
        self.page.wait_for_selector("[role=option][aria-selected=true]")
        field.press("Enter")
        self.settle()

    def fill(self, name: str, text: str) -> None:
        field = self.page.locator(f'input[name="{name}"], input[name$=".{name}"], textarea[name="{name}"], textarea[name$=".{name}"]').last
        field.fill(text)
        field.press("Tab")
        self.settle()

    def press(self, action: str) -> None:
        """A button by what it does: `action_confirm`, `save`, `step:invoice`."""
        value = action if ":" in action or action in ("save", "delete") else f"button:{action}"
        scope = self.page.locator("dialog[open]") if self.page.locator("dialog[open]").count() else self.page.locator("#main")
        scope.locator(f'button[value="{value}"]').first.click()
        self.settle()

    def save(self) -> None:
        self.page.keyboard.press("Control+s")
        self.settle()

    def messages(self) -> str:
        return self.page.inner_text("#messages").strip()

    def status(self) -> str:
        """The marked step of the status bar."""
        return self.page.inner_text(".o-statusbar [aria-current]")

    def close(self) -> None:
        self.context.close()
