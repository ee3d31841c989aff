"""Takes out of each page what the theme's base template writes for a script the guide does not load.

The base template (mkdocs-material 9.8.1, templates/base.html) puts these outside its blocks, so overrides/
cannot leave them out: two checkboxes with an attribute HTML does not allow there, their overlay, a second
skip link, two empty containers, and two inline scripts, which the guide's policy would refuse.
"""

import re
from pathlib import Path

LEFTOVERS = (
    r'<input class="md-toggle"[^>]*>\s*',
    r'<label class="md-overlay"[^>]*></label>\s*',
    r'<div data-md-component="skip">.*?</div>\s*',
    r'<div data-md-component="announce">\s*</div>\s*',
    r'<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*',
    r"<script>__md_scope=.*?</script>\s*",
    r"<script>var target=.*?</script>\s*",
)
# A run of blank lines; or what is kept to the byte: code, and what the policy names by its hash.
BLANK = re.compile(r"(?P<exact><(pre|script|style)\b.*?</\2>)|\n\s*\n+", re.DOTALL)


def mend_page(html: str) -> str:
    """A page without the leftovers and without runs of blank lines.

    Raises ValueError when one is not there: then the theme has changed.
    """
    for pattern in LEFTOVERS:
        html, count = re.subn(pattern, "", html, flags=re.DOTALL)
        if not count:
            raise ValueError(f"mkdocs-material no longer writes {pattern}: look at macros/publish/mend.py")
    return BLANK.sub(lambda found: found["exact"] or "\n", html)


def mend_site(site: Path) -> None:
    """Mend every page of the site made with the theme's base template."""
    for path in site.rglob("*.html"):
        if path.name != "404.html":
            path.write_text(mend_page(path.read_text(encoding="utf-8")), encoding="utf-8")
