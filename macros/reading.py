"""Reads the pages of docs/: what a page says of itself, and what in it cannot be built."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from .files import Document, read_text
from .loading import load_text
from .markup import blanked, forbidden
from .models.base import ID_PATTERN
from .models.pages import PageMeta
from .pages import CALLS, Call, Page
from .problems import Place, place_in, suggest
from .validation import slug, validate

# Components that hold prose of the page itself: {% call idea("id") %} … {% endcall %}.
WITH_PROSE = {"idea"}
# Components called with several ids, and those that take words by name beside their id.
SEVERAL, NAMED = {"page_cards", "status"}, {"source": ("page", "where")}
QUOTES = re.compile("[\u201c-\u201f\u2018-\u201b»«']")
ENDCALL = "{% endcall %}"
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
CALL = re.compile(r"(?:\{\{ (\w+)\((.*)\) \}\}|\{% call (\w+)\((.*)\) %\})")
ARGUMENT = r'(?:(\w+)=)?"([^"\\{}]*)"'
ARGUMENTS = re.compile(rf"(?:{ARGUMENT}(?:, {ARGUMENT})*)?")
SIGNS = re.compile(r"\{\{|\{%|\{!--")
HEADING = re.compile(r"^(#{1,6})(?!#)\s*(.*?)(?:\s*\{\s*#([^\s}]+)[^}]*\})?\s*$")
# Python-Markdown makes headings of these too, and nothing gives them an id.
UNDERLINE = re.compile(r"^(=+|-+) *$")
NESTED = re.compile(r"^(?:\s*>){7}|^[ \t]{60}")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(\s*([^)\s]+)")
FENCE = re.compile(r"^(```+|~~~+)")
CODE = re.compile(r"`[^`\n]*`")
NOTE = re.compile(r"^\[\^(?P<note>[^\]\s]+)\]:|\[\^(?P<mark>[^\]\s]+)\]", re.MULTILINE)
PATH = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md")


def load_pages(docs: Path, root: Path, kept: Mapping[str, Page] | None = None) -> dict[str, Page]:
    """All pages below docs/ by path; their mistakes are noted in their documents. Those `kept` are not read again."""
    paths = {path.relative_to(root).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    pages = [(kept or {}).get(name) or load_page(path, docs, root) for name, path in paths.items()]
    return {page.path: page for page in pages}


def load_page(path: Path, docs: Path, root: Path) -> Page:
    """The page at `path` below `docs`, its file named relative to `root`."""
    page = Page(path.relative_to(docs).as_posix(), Document(path.relative_to(root).as_posix()))
    if not PATH.fullmatch(page.path):
        right = "/".join(map(slug, page.path.removesuffix(".md").split("/")))
        page.document.problem(Place(1), "filens navn er også sidens adresse", page.path, f"{right}.md")
    text = read_text(path, page.document)
    if text is None:
        return page
    front = FRONT.match(text)
    if front is None:
        what = "sidens hoved slutter ikke" if text.startswith("---\n") else "siden mangler sit hoved"
        write = "--- øverst, så felterne title og summary, så --- igen"
        page.document.problem(Place(1), what, text.split("\n", 1)[0], write)
        return page
    load_text(front[1], page.document, first_line=2)
    page.meta = validate(PageMeta, page.document)
    page.text, page.first_line = text[front.end() :], front[0].count("\n") + 1
    _Reader(page).read()
    return page


def outside_code(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a page, each with whether it is prose: neither the marks of a block of code nor inside one."""
    mark = ""
    for line in text.split("\n"):
        found = FENCE.match(line)
        if mark:
            yield line, False
            mark = "" if line.rstrip() == mark else mark
        else:
            mark = found[1] if found else ""
            yield line, not found


def prose_of(page: Page) -> str:
    """The page's text with blanks in the place of what is no prose: code, calls, addresses, ids."""
    return blanked("\n".join(line if prose else " " * len(line) for line, prose in outside_code(page.text)))


def with_code_shown(text: str) -> str:
    """The page's text with calls inside blocks of code written so that Jinja shows them and does not make them."""
    return "\n".join(
        line if prose else SIGNS.sub(lambda sign: f'{{{{ "{sign[0]}" }}}}', line) for line, prose in outside_code(text)
    )


class _Reader:
    """Goes through a page's lines and notes what stands there."""

    def __init__(self, page: Page):
        self.page = page
        self.level = 1
        self.opened: Place | None = None
        self.problem = page.document.problem

    def read(self) -> None:
        page, above, kept = self.page, "", []
        for number, (line, prose) in enumerate(outside_code(page.text), page.first_line):
            kept.append(line if prose else "")
            if prose:
                self.line(line, above, number)
            above = line if prose else ""
        if not prose and not FENCE.fullmatch(line.rstrip()):
            fences = [(at, FENCE.match(text)) for at, text in enumerate(page.text.split("\n"), page.first_line)]
            at, mark = [(at, found[1]) for at, found in fences if found][-1]
            self.problem(Place(at), "blokken af kode slutter ikke", "", f"{mark} på en linje for sig selv efter koden")
        self.endless()
        text = CODE.sub(lambda code: " " * len(code[0]), "\n".join(kept))
        page.links = [(link[1], place_in(text, link.start(1), page.first_line)) for link in LINK.finditer(text)]
        self.notes(text)
        told = {problem.at.line for problem in page.document.problems}
        for index, what, found, write in forbidden(text):
            if (at := place_in(text, index, page.first_line)).line not in told:
                self.problem(at, what, found, write)
                told.add(at.line)

    def notes(self, text: str) -> None:
        """Each mark of a footnote has its note, and each note its mark."""
        found: dict[str, dict[str, Place]] = {"mark": {}, "note": {}}
        for each in NOTE.finditer(text):
            at = place_in(text, each.start(), self.page.first_line)
            found[each.lastgroup].setdefault(each[each.lastgroup], at)
        for name in found["mark"].keys() - found["note"].keys():
            write = f"[^{name}]: og så noten, på en linje for sig selv nederst på siden"
            self.problem(found["mark"][name], f"fodnoten »{name}« findes ikke", f"[^{name}]", write)
        for name in found["note"].keys() - found["mark"].keys():
            write = f"[^{name}] i teksten, hvor noten hører til"
            self.problem(found["note"][name], f"ingen tekst henviser til fodnoten »{name}«", f"[^{name}]:", write)

    def line(self, line: str, above: str, number: int) -> None:
        if heading := HEADING.match(line):
            self.heading(heading, number)
        elif UNDERLINE.match(line) and above.strip():
            what = "en linje af = eller - under en tekst gør teksten til en overskrift uden id"
            write = f"## {above.strip()} {{#{slug(above)}}}, eller en tom linje imellem"
            self.problem(Place(number, 1), what, above, write)
        elif NESTED.match(line):
            self.problem(Place(number, 1), "linjen er rykket for langt ind", line, "teksten længere til venstre")
        if line.rstrip() == ENDCALL and self.opened:
            self.opened = None
        elif signs := SIGNS.search(line):
            self.endless()
            at = Place(number, signs.start() + 1)
            self.opened = at if line.startswith("{% call ") else None
            self.call(line, at)

    def heading(self, heading: re.Match, number: int) -> None:
        (marks, text, anchor), at, page = heading.groups(), Place(number, 1), self.page
        if len(marks) == 1:
            what = "siden må ikke have en overskrift med ét #: titlen står i hovedet"
            self.problem(at, what, heading[0], f"## {text}")
        elif not text:
            self.problem(at, "overskriften mangler en tekst", heading[0], f"{marks} Overskriften {{#et-id}}")
        elif anchor and not re.fullmatch(ID_PATTERN, anchor):
            at = Place(number, heading.start(3) + 1)
            write = f"{{#{slug(anchor) or 'et-id'}}}"
            self.problem(at, f"id'et »{anchor}« har en forkert form", heading[0], write)
        elif not anchor:
            write = f"{marks} {text} {{#{slug(text) or 'et-id'}}}"
            self.problem(at, "overskriften mangler et fast id", heading[0], write)
        elif anchor in page.anchors:
            at = Place(number, heading.start(3) + 1)
            self.problem(at, f"id'et »{anchor}« er brugt før på siden", heading[0], "et andet id")
        page.anchors.add(anchor)
        page.headings.append((text, anchor))
        self.level = len(marks)

    def endless(self) -> None:
        if self.opened:
            write = f"{ENDCALL} på sin egen linje efter teksten"
            self.problem(self.opened, f"kaldet slutter ikke med {ENDCALL}", "", write)

    def call(self, line: str, at: Place) -> None:
        call = CALL.fullmatch(line)
        if call is None:
            what = "et kald af en komponent skal begynde med {{ og slutte med }} og stå alene, yderst til venstre"
            self.problem(at, what, line.strip(), '{{ box("id") }} på sin egen linje uden mellemrum foran')
            return
        name, arguments = (call[1], call[2]) if call[1] else (call[3], call[4])
        if name not in CALLS:
            write = suggest(name, CALLS) or ", ".join(CALLS)
            self.problem(at, f"komponenten »{name}« findes ikke", line, write)
        elif CALLS[name] and '"' not in arguments:
            straight = QUOTES.sub('"', arguments)
            what, right = "mangler et id i anførselstegn", '"id"'
            if straight != arguments:
                what, right = "skal have lige, dobbelte anførselstegn om sit id", straight
            self.problem(at, f"komponenten »{name}« {what}", line, _right(name, right))
        elif not _fits(name, arguments):
            write = _right(name, '"id"' if CALLS[name] else "")
            self.problem(at, f"komponenten »{name}« kan ikke kaldes sådan", line, write)
        elif bool(call[3]) != (name in WITH_PROSE):
            what = "skal have en tekst i sig" if name in WITH_PROSE else "kan ikke have en tekst i sig"
            self.problem(at, f"komponenten »{name}« {what}", line, _right(name, arguments))
        else:
            ids = tuple(text for _, text in re.findall(ARGUMENT, arguments))
            self.page.calls.append(Call(name, ids, at, self.level))


def _fits(name: str, arguments: str) -> bool:
    """Whether a component can be called with these arguments: texts alone, and as many as it takes."""
    names = [named for named, _ in re.findall(ARGUMENT, arguments)]
    free = [named for named in names if not named]
    named = [each for each in names if each]
    return (
        bool(ARGUMENTS.fullmatch(arguments))
        and names == free + named
        and (len(free) >= 1 if name in SEVERAL else len(free) == (CALLS[name] is not None))
        and len(set(named)) == len(named)
        and set(named) <= set(NAMED.get(name, ()))
    )


def _right(name: str, arguments: str) -> str:
    if name in WITH_PROSE:
        return f"{{% call {name}({arguments}) %}}, så teksten, så {ENDCALL}"
    return f"{{{{ {name}({arguments}) }}}}"
