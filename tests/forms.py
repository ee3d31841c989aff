"""How the browser tests fill in a document, fetch its files and read its paper form."""

import io
import re
from pathlib import Path

from pypdf import PdfReader

from tests.pages import page_names

IDS = [Path(name).stem for name in page_names() if re.match(r"dokumenter/(?!index)", name)]
TEXT = "Ærø & Øst: \"citat\" 'så' »godt« <b>&amp;</b> ]]> 🙂 nr. "
LONG = ("Åbent år på Ærø. " * 300)[:5000].strip()
DAY, DANISH_DAY = "2026-03-14", "14. marts 2026"
CONTROLS = """(boxes) => boxes.map((box) => {
  const field = box.closest("[data-field]"), row = box.closest("[data-row]");
  const rows = [...field.querySelectorAll("[data-row]")];
  const column = () => [...row.querySelectorAll("[data-control]")].indexOf(box);
  const place = row ? [rows.indexOf(row) + 1, column()] : [box.dataset.part];
  const tag = [field.dataset.field, ...place].filter((part) => part !== undefined).join("--");
  return { tag, kind: field.dataset.kind, type: box.type, value: box.value };
})"""
# As a reader's keys and clicks do it: the browser edits the focused field and tells the page. All in one go, for two
# thousand fields take minutes one by one; that each kind of field can be typed in is tried in test_documents.py.
WRITE = """(boxes, answers) => boxes.forEach((box, at) => {
  box.focus();
  if (box.type === "radio") return box.click();
  if (box.type !== "date") return box.select(), document.execCommand("insertText", false, answers[at]);
  box.value = answers[at];
  for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
})"""


def fill(page) -> dict[str, str]:
    """Fill every field; returns what a content control with each tag must say."""
    boxes = page.locator("[data-control]")
    known = boxes.evaluate_all(CONTROLS)
    long = next((box["tag"] for box in known if box["kind"] == "long_text"), None)
    answers = [LONG if box["tag"] == long else _answer(box) for box in known]
    boxes.evaluate_all(WRITE, answers)
    return {box["tag"]: DANISH_DAY if box["type"] == "date" else text for box, text in zip(known, answers, strict=True)}


def _answer(box: dict[str, str]) -> str:
    if box["type"] == "radio":
        return box["value"]
    if box["type"] == "date":
        return DAY
    return f"{TEXT}{box['tag']}" + ("\nlinje to" if box["type"] == "textarea" else "")


def opened(page, name: str):
    page.goto(re.sub(r"dokumenter/.*", f"dokumenter/{name}.html", page.url))
    return page


def fetched(page, press: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=press).first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def by_place(found: dict[str, str | None]) -> dict[str, str | None]:
    """Controls of tables by the number of their column, as fill() counts."""
    columns: dict[str, list[str]] = {}
    placed = {}
    for tag, text in found.items():
        parts = tag.split("--")
        if len(parts) == 3:
            known = columns.setdefault(parts[0], [])
            if parts[2] not in known:
                known.append(parts[2])
            parts[2] = str(known.index(parts[2]))
        placed["--".join(parts)] = text
    return placed


def values(page) -> list:
    return page.locator("[data-control]").evaluate_all(
        "(boxes) => boxes.map((box) => box.type === 'radio' ? box.checked : box.value)"
    )


def printed(page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
