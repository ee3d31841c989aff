"""The letters of the printed book."""

import shutil
from importlib.resources import files
from pathlib import Path

import typst

# From pinned packages alone, so that no machine sets the book in its own.
LETTERS = {
    "font_source_serif_pro": ("SerifPro-Regular", "SerifPro-It", "SerifPro-Semibold", "SerifPro-Bold"),
    "font_source_sans_pro": ("SansPro-Regular", "SansPro-It", "SansPro-Semibold", "SansPro-Bold"),
}
STANDARD = "ua-1"  # PDF/UA-1, ISO 14289-1: Typst stops at what it does not allow, such as a sign no letter shows


def copy_letters(desk: Path) -> None:
    """Lay the letters into the folder `desk`."""
    for package, names in LETTERS.items():
        for name in names:
            shutil.copy(files(package) / "files" / f"Source{name}.ttf", desk)


def letters(desk: Path) -> typst.Fonts:
    """The letters of the folder `desk`, and none of the machine's own."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[desk])
