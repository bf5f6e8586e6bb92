"""Somebody at a form: types into lines, pastes rows, drops files, and waits only as long as the page works."""

from __future__ import annotations

from typing import Any

from browser_user import User

_QUIET = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"
_PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""


class FormUser(User):
    def settle(self) -> None:
        self.page.wait_for_timeout(40)
        self.page.wait_for_function(_QUIET)
        self.page.wait_for_timeout(40)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path, wait_until="domcontentloaded")
        self.page.wait_for_function("() => document.readyState === 'complete' && window.htmx")
        self.settle()

    def order(self, *lines: tuple[str, str]) -> None:
        """A quotation being written, not saved: (what is typed to find the product, quantity)."""
        self.open("/app/quotations/new")
        self.choose("partner_id", "Azure")
        for product, quantity in lines:
            self.page.click("[data-add]")
            self.settle()
            self.choose("product_id", product)
            self.fill("product_uom_qty", quantity)

    def lines(self) -> list[str]:
        """What the lines show, cell by cell, without the buttons."""
        cells = "rows => rows.map(row => [...row.cells].slice(1, -1).map(cell => cell.innerText.trim()).join(' | '))"
        return list(self.page.locator("[data-lines] tbody tr[data-key]").evaluate_all(cells))

    def cell(self, column: str, line: int = 0) -> Any:
        return self.page.locator("tr[data-key]").nth(line).locator(f"td[data-column={column}]")

    def edit(self, column: str, line: int = 0) -> None:
        """Click into a cell of a line."""
        self.cell(column, line).click()
        self.page.wait_for_selector(f"tr.o-editing td[data-column={column}] .o-input")
        self.settle()

    def focus(self) -> str:
        return str(self.page.evaluate("document.activeElement.name ?? ''"))

    def total(self) -> str:
        return self.page.inner_text(".o-totals .o-total dd")

    def paste(self, text: str) -> None:
        self.page.evaluate(_PASTE, text)
        self.settle()

    def suggestions(self, name: str, text: str) -> list[str]:
        """What a relation offers for a text."""
        field = self.page.locator(f'[name="{name}.text"], [name$=".{name}.text"]').last
        with self.page.expect_response(lambda answer: "search" in (answer.request.post_data or "")):
            field.fill(text)
        self.page.wait_for_selector("[role=listbox]")
        self.page.wait_for_timeout(30)
        return self.page.locator("[role=option]").all_inner_texts()
