"""YAML as editors mean it: every value where it stands, no surprises, all mistakes at once.

The scalars are those of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), so that
`no`, `on`, `12:30` and `01234` stay text. Duplicate keys, aliases and tags are refused.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import yaml

from .problems import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
CONSTRUCT = {
    "tag:yaml.org,2002:null": lambda text: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:str": str,
}
COLLECTIONS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
SYNTAX = (
    (
        r"cannot start any token",
        "en tabulator eller et tegn, YAML ikke forstår",
        "mellemrum i stedet for tabulator, og tekst med særlige tegn i anførselstegn",
    ),
    (r"mapping values are not allowed", "et kolon for meget på linjen", 'teksten i anførselstegn: "… : …"'),
    (r"could not find expected ':'", "der mangler et kolon efter feltets navn", "navn: værdi"),
    (
        r"did not find expected (key|'-')",
        "indrykningen passer ikke, eller en tekst mangler anførselstegn",
        "samme indrykning som linjen over, og hele teksten i anførselstegn",
    ),
    (
        r"unexpected end of stream|expected ',' or|while scanning a quoted",
        "et anførselstegn eller en parentes er ikke lukket",
        "det tegn, der mangler til sidst",
    ),
    (
        r"unacceptable character|special characters are not allowed",
        "et usynligt tegn, som ikke må stå i filen",
        "linjen forfra",
    ),
    (
        r"scanning an (alias|anchor)",
        "et * eller & uden anførselstegn må ikke begynde en tekst",
        "teksten i anførselstegn",
    ),
)


class _Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers: ClassVar[dict] = {}


for _tag, _pattern, _first in (
    ("null", r"~|null|", "~n\0"),
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(0|[1-9][0-9]*)\.[0-9]+", "-+0123456789"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), [c.strip("\0") for c in _first]
    )


@dataclass
class Document:
    """A loaded file: its data, line and text of every value by path, and what was wrong."""

    file: str
    data: object = None
    lines: dict[tuple, int] = field(default_factory=dict)
    written: dict[tuple, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: tuple) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, line: int, what: str, found: str = "", write: str = "") -> None:
        """Note a mistake in this file."""
        self.problems.append(Problem(self.file, line, what, found, write))


def load_file(path: Path, root: Path) -> Document:
    """The YAML file at `path`, named relative to `root`; mistakes are noted, never raised."""
    document = Document(path.relative_to(root).as_posix())
    text = read_text(path, document)
    return document if text is None else load_text(text, document)


def read_text(path: Path, document: Document) -> str | None:
    """The text of the file at `path`, or None with the reason noted in `document`."""
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        document.problem(1, "filen er for stor", f"{len(raw)} byte", f"højst {MAX_BYTES} byte, delt i flere filer")
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n")
        found = raw.split(b"\n")[line].decode("latin-1").strip()
        document.problem(line + 1, "filen er ikke gemt som UTF-8", found, "filen igen med tegnsættet UTF-8")
        return None


def load_text(text: str, document: Document, first_line: int = 1) -> Document:
    """Fill `document` from YAML text that begins on `first_line` of its file."""
    try:
        node = None if _refused(text, document, first_line) else yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        unclosed = re.search("quoted|flow", error.context or "")
        mark = error.context_mark if unclosed else error.problem_mark
        _note_syntax(document, text, mark.line, str(error), first_line)
    except yaml.reader.ReaderError as error:
        _note_syntax(document, text, text.encode()[: error.position].count(b"\n"), str(error), first_line)
    else:
        document.data = _Builder(document, first_line).build(node, ()) if node else None
    return document


def _refused(text: str, document: Document, first_line: int) -> bool:
    """Note aliases, and too many levels: read event by event, since thousands of levels break the parser itself."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + first_line
        if anchor := getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            write = f"teksten uden {sign}, eller i anførselstegn"
            document.problem(line, f"et {sign} uden anførselstegn må ikke begynde en tekst", f"{sign}{anchor}", write)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            document.problem(line, "der er for mange lag inden i hinanden", "", f"højst {MAX_DEPTH} lag")
            break
    return bool(document.problems)


def _note_syntax(document: Document, text: str, line: int, error: str, first_line: int) -> None:
    lines = text.splitlines()
    found = lines[line] if line < len(lines) else (lines[-1] if lines else "")
    for pattern, what, write in SYNTAX:
        if re.search(pattern, error):
            document.problem(line + first_line, what, found.strip(), write)
            return
    document.problem(line + first_line, "linjen kan ikke læses som YAML", found.strip(), "navn: værdi")


class _Builder:
    """Turns composed nodes into plain data and notes the line of each value."""

    def __init__(self, document: Document, first_line: int):
        self.document = document
        self.offset = first_line

    def build(self, node: yaml.Node, path: tuple) -> object:
        line = node.start_mark.line + self.offset
        self.document.lines.setdefault(path, line)
        if node.tag not in CONSTRUCT and node.tag not in COLLECTIONS:
            self.document.problem(line, "et mærke, der begynder med !, må ikke bruges", node.tag, "teksten uden mærket")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        self.document.written[path] = node.value
        return self.scalar(node, line)

    def mapping(self, node: yaml.MappingNode, path: tuple) -> dict:
        data: dict = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + self.offset
            if key in data:
                first = self.document.lines[(*path, key)]
                self.document.problem(
                    line, f"feltet »{key}« står to gange (første gang i linje {first})", f"{key}:", "feltet én gang"
                )
                continue
            self.document.lines[(*path, key)] = line
            data[key] = self.build(value_node, (*path, key))
        return data

    def scalar(self, node: yaml.ScalarNode, line: int) -> object:
        try:
            return CONSTRUCT[node.tag](node.value)
        except ValueError:
            self.document.problem(
                line, "værdien passer ikke til sit mærke", f"{node.tag} {node.value}", "teksten uden mærket"
            )
            return None
