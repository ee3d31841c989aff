"""A list as a reader handles it, and what the device holds of it."""

import json
from pathlib import Path

PAGE, LIST = "haandbogen/netvaerk.html", "netvaerksraad"
DENIED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
COPIES = "copies.all().map((copy) => ({ ...copy }))"


class Sheet:
    """One list on a page, as a reader handles it."""

    def __init__(self, page, id_: str = LIST):
        self.page, self.root = page, page.locator(f"[data-component=checklist][data-id={id_}]")
        self.count = self.root.locator("[data-count]")

    def box(self, number: int):
        return self.root.locator("[data-item] > label input").nth(number)

    def item(self, number: int):
        return self.root.locator("[data-item]").nth(number)

    def unfold(self, number: int):
        self.item(number).locator("[data-notes] > summary").click()

    def note(self, number: int, **fields: str):
        self.unfold(number)
        for name, text in fields.items():
            self.item(number).locator(f"[data-field={name}]").fill(text)

    def act(self, name: str):
        self.root.locator("[data-menu] > summary").click()
        self.root.locator(f"[data-menu] [data-act={name}]").click()

    def named(self, act: str, name: str):
        self.act(act)
        self.root.locator("[data-naming] input").fill(name)
        self.page.keyboard.press("Enter")

    def ticks(self) -> list[bool]:
        return self.root.locator("[data-item] > label input").evaluate_all("(all) => all.map((one) => one.checked)")


def kept(page) -> list:
    return page.evaluate(COPIES)


def saved_file(page, click) -> Path:
    with page.expect_download() as waiting:
        click()
    return waiting.value.path()


def take_in(page, file: Path | dict) -> str:
    text = file.read_bytes() if isinstance(file, Path) else json.dumps(file).encode()
    page.set_input_files("[data-file]", {"name": "fil.json", "mimeType": "application/json", "buffer": text})
    page.wait_for_function("() => document.querySelector('[data-notice] [data-said]').textContent !== ''")
    return page.locator("[data-notice] [data-said]").inner_text()


def my_page(page):
    page.goto(page.url.split("/haandbogen/")[0] + "/min-side.html")
    return page
