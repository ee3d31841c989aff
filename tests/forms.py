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
  const place = row ? [rows.indexOf(row) + 1, [...row.querySelectorAll("[data-control]")].indexOf(box)] : [box.dataset.part];
  const tag = [field.dataset.field, ...place].filter((part) => part !== undefined).join("--");
  return { tag, kind: field.dataset.kind, type: box.type, value: box.value };
})"""


def fill(page) -> dict[str, str]:
    """Fill every field; returns what a content control with each tag must say."""
    expected, long = {}, True
    boxes = page.query_selector_all("[data-control]")
    for box, about in zip(boxes, page.eval_on_selector_all("[data-control]", CONTROLS), strict=True):
        tag, text = about["tag"], TEXT + about["tag"]
        if about["type"] == "radio":
            box.check()
            expected[tag] = about["value"]
            continue
        if about["type"] == "date":
            box.fill(DAY)
            expected[tag] = DANISH_DAY
            continue
        if about["type"] == "textarea":
            text += "\nlinje to"
        if about["kind"] == "long_text" and long:
            text, long = LONG, False
        box.fill(text)
        expected[tag] = text
    return expected


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
