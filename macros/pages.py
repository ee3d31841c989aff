"""The Markdown pages: front matter, component calls, headings and links, each with its line."""

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from .loading import Document, load_text, read_text
from .models.pages import PageMeta
from .problems import suggest
from .validation import validate

# Component name -> kind of the id it is called with; None: called without an id.
CALLS: dict[str, str | None] = {
    "box": "box",
    "changed_words": None,
    "checklist": "checklist",
    "contact": None,
    "document": "document",
    "doors": None,
    "example": "example",
    "flow": "flow",
    "glossary": None,
    "idea": "idea",
    "idea_cards": "idea_set",
    "idea_list": "idea_set",
    "jump_bar": "idea_set",
    "my_page": None,
    "page_cards": "page",
    "pathway": "pathway",
    "pocket_card": "idea_set",
    "source": "source",
    "source_facts": "source",
    "source_parts": "source",
    "status": "topic",
    "subject_index": None,
    "task_plan": "task_plan",
    "validity_highlights": None,
    "validity_topics": None,
    "voice": "voice",
}
# Components that hold prose of the page itself: {% call idea("id") %} … {% endcall %}.
WITH_PROSE = {"idea"}
ENDCALL = "{% endcall %}"
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
CALL = re.compile(r"(?:\{\{ (\w+)\((.*)\) \}\}|\{% call (\w+)\((.*)\) %\})")
QUOTED = re.compile(r'"([^"]*)"')
HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s*\{\s*#([^\s}]+)[^}]*\})?\s*$")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(\s*([^)\s]+)")
FENCE = re.compile(r"^(```|~~~)")


@dataclass(frozen=True)
class Call:
    """A component call: its name, quoted arguments, line, and the heading level it stands under."""

    name: str
    ids: tuple[str, ...]
    line: int
    level: int

    @property
    def id(self) -> str:
        """The first argument: the id of the thing shown."""
        return self.ids[0] if self.ids else ""


@dataclass
class Page:
    """A page of docs/."""

    path: str
    document: Document
    meta: PageMeta | None = None
    text: str = ""
    calls: list[Call] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    headings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The built file's path in the site."""
        return self.path.removesuffix(".md") + ".html"

    def level(self, name: str, called: str) -> int:
        """The heading level a component's own heading takes: one below the heading it stands under."""
        levels = (call.level for call in self.calls if (call.name, call.id) == (name, called))
        return min(next(levels, 1) + 1, 4)

    def resolve(self, target: str) -> str:
        """A link of this page as a path from docs/, with its anchor."""
        path, hash_, anchor = target.partition("#")
        if path.startswith("/"):
            path = path.lstrip("/")
        elif path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        return (path or self.path) + hash_ + anchor


def load_pages(docs: Path, root: Path) -> dict[str, Page]:
    """All pages below docs/ by path; their mistakes are noted in their documents."""
    return {page.path: page for page in (_load(path, docs, root) for path in sorted(docs.rglob("*.md")))}


def _load(path: Path, docs: Path, root: Path) -> Page:
    page = Page(path.relative_to(docs).as_posix(), Document(path.relative_to(root).as_posix()))
    text = read_text(path, page.document)
    if text is None:
        return page
    front = FRONT.match(text)
    if front is None:
        page.document.problem(
            1,
            "siden mangler sit hoved",
            text.split("\n", 1)[0],
            "--- øverst, så felterne title og summary, så --- igen",
        )
        return page
    load_text(front[1], page.document, first_line=2)
    page.meta = validate(PageMeta, page.document)
    page.text = text[front.end() :]
    _scan(page, page.text, front[0].count("\n") + 1)
    return page


def _scan(page: Page, body: str, first_line: int) -> None:
    level, fenced, prose, opened = 1, False, [], 0
    for number, line in enumerate(body.split("\n"), first_line):
        if FENCE.match(line):
            fenced = not fenced
        prose.append("" if fenced else line)
        if fenced:
            continue
        if heading := HEADING.match(line):
            level = _heading(page, heading, number)
        if line.rstrip() == ENDCALL and opened:
            opened = 0
        elif "{{" in line or "{%" in line:
            _endless(page, opened)
            opened = number if line.startswith("{% call ") else 0
            _call(page, line, number, level)
    _endless(page, opened)
    text = "\n".join(prose)
    page.links = [(link[1], first_line + text.count("\n", 0, link.start(1))) for link in LINK.finditer(text)]


def _heading(page: Page, heading: re.Match, number: int) -> int:
    marks, text, anchor = heading.groups()
    if len(marks) == 1:
        page.document.problem(
            number, "siden må ikke have en overskrift med ét #: titlen står i hovedet", heading[0], f"## {text}"
        )
    elif not anchor:
        page.document.problem(number, "overskriften mangler et fast id", heading[0], f"{marks} {text} {{#et-id}}")
    elif anchor in page.anchors:
        page.document.problem(number, f"id'et »{anchor}« er brugt før på siden", heading[0], "et andet id")
    page.anchors.add(anchor)
    page.headings.append((text, anchor))
    return len(marks)


def _endless(page: Page, opened: int) -> None:
    if opened:
        page.document.problem(
            opened, f"kaldet slutter ikke med {ENDCALL}", "", f"{ENDCALL} på sin egen linje efter teksten"
        )


def _call(page: Page, line: str, number: int, level: int) -> None:
    call = CALL.fullmatch(line)
    if call is None:
        page.document.problem(
            number,
            "et kald af en komponent skal stå alene og yderst til venstre",
            line.strip(),
            '{{ box("id") }} på sin egen linje uden mellemrum foran',
        )
        return
    name, arguments = (call[1], call[2]) if call[1] else (call[3], call[4])
    if name not in CALLS:
        page.document.problem(
            number, f"komponenten »{name}« findes ikke", line, suggest(name, CALLS) or ", ".join(CALLS)
        )
        return
    quoted = tuple(QUOTED.findall(arguments))
    if CALLS[name] and not quoted:
        page.document.problem(number, f"komponenten »{name}« mangler et id i anførselstegn", line, _right(name, '"id"'))
        return
    if bool(call[3]) != (name in WITH_PROSE):
        what = "skal have en tekst i sig" if name in WITH_PROSE else "kan ikke have en tekst i sig"
        page.document.problem(number, f"komponenten »{name}« {what}", line, _right(name, arguments))
        return
    page.calls.append(Call(name, quoted, number, level))


def _right(name: str, arguments: str) -> str:
    if name in WITH_PROSE:
        return f"{{% call {name}({arguments}) %}}, så teksten, så {ENDCALL}"
    return f"{{{{ {name}({arguments}) }}}}"
