"""YAML as editors mean it: every value where it stands, no surprises, all mistakes at once.

The scalars are those of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), so that
`no`, `on`, `12:30` and `01234` stay text. Duplicate keys, aliases and tags are refused.
"""

import re
from pathlib import Path
from typing import ClassVar

import yaml

from .files import Document, read_text
from .problems import HIDDEN, Place, place_in

MAX_DEPTH = 20
MAX_SIGNS = 20  # aliases told of before the rest of the file is left unread
CONSTRUCT = {
    "tag:yaml.org,2002:null": lambda text: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:str": str,
}
COLLECTIONS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
SYNTAX = (
    (r"mapping values are not allowed", "et kolon for meget på linjen", 'teksten i anførselstegn: "… : …"'),
    (
        r"could not find expected ':'",
        "der mangler et kolon og et mellemrum efter feltets navn, eller en bindestreg og et mellemrum foran punktet",
        "navn: værdi, eller - punkt",
    ),
    (
        r"did not find expected (key|'-')",
        "indrykningen passer ikke, eller en tekst mangler anførselstegn",
        "samme indrykning som linjen over, og hele teksten i anførselstegn",
    ),
    (
        r"unexpected end of stream|expected node content|expected ',' or|while scanning a quoted",
        "et anførselstegn eller en parentes er ikke lukket",
        "det tegn, der mangler til sidst",
    ),
    (
        r"unacceptable character|special characters are not allowed",
        "et usynligt tegn, som ikke må stå i filen",
        "linjen forfra",
    ),
    (r"expected a single document", "en linje med kun --- deler filen i to", "ét indhold i hver fil"),
    (
        r"scanning an (alias|anchor)",
        "et * eller & uden anførselstegn må ikke begynde en tekst",
        "teksten i anførselstegn",
    ),
)


# Of those, what the place itself says more of: the line up to it, and from it on.
AT_THE_PLACE = (
    ("cannot start any token", "", "\t", "en tabulator rykker linjen ind", "mellemrum i stedet for tabulator"),
    ("cannot start any token", "", "[@`%]", "en tekst må ikke begynde med @, ` eller %", "teksten i anførselstegn"),
    (
        r"mapping values are not allowed",
        r"\s*(?:- *)*[\w-]+$",
        r":",
        "linjen er rykket for langt eller for kort ind, eller linjen over mangler mellemrum "
        "efter bindestreg eller kolon",
        "feltet lige under det felt, det hører sammen med",
    ),
    (
        r"did not find expected",
        r"[^\"']*: +([\"']).*\1\s*$",
        r"",
        "teksten går videre efter sit anførselstegn",
        """hele teksten i den anden slags anførselstegn, fx '"Ja" og nej'""",
    ),
    (
        r"did not find expected",
        r".*: +[\[{].*[\]}]\s*$",
        r"",
        "en tekst må ikke begynde med [ eller {",
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


def load_file(path: Path, root: Path) -> Document:
    """The YAML file at `path`, named relative to `root`; mistakes are noted, never raised."""
    document = Document(path.relative_to(root).as_posix())
    text = read_text(path, document)
    return document if text is None else load_text(text, document)


def load_text(text: str, document: Document, first_line: int = 1, tags: bool = False) -> Document:
    """Fill `document` from YAML text that begins on `first_line` of its file.

    With `tags`, a value with a tag is no mistake: it is left out.
    """
    document.text, document.first_line = text, first_line
    try:
        node = None if _refused(text, document, first_line) else yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        unclosed = re.search("quoted|flow|simple key", error.context or "")
        mark = error.context_mark if unclosed else error.problem_mark
        _note_syntax(document, Place(mark.line + first_line, mark.column + 1), str(error))
    except yaml.reader.ReaderError as error:
        before = text.encode("utf-8", "surrogatepass")[: error.position].decode("utf-8", "surrogatepass")
        _note_syntax(document, place_in(text, len(before), first_line), str(error))
    else:
        document.data = _Builder(document, first_line, tags).build(node, ()) if node else None
    return document


def _refused(text: str, document: Document, first_line: int) -> bool:
    """Note aliases, and too many levels: read event by event, since thousands of levels break the parser itself."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        anchor = getattr(event, "anchor", None)
        if not anchor and depth <= MAX_DEPTH:
            continue
        at = Place(event.start_mark.line + first_line, event.start_mark.column + 1)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            write = f"teksten uden {sign}, eller i anførselstegn"
            document.problem(at, f"et {sign} uden anførselstegn må ikke begynde en tekst", f"{sign}{anchor}", write)
        if depth > MAX_DEPTH:
            document.problem(at, "der er for mange lag inden i hinanden", "", f"højst {MAX_DEPTH} lag")
        if depth > MAX_DEPTH or len(document.problems) == MAX_SIGNS:
            break
    return bool(document.problems)


def _note_syntax(document: Document, at: Place, error: str) -> None:
    lines = document.text.split("\n")
    line = lines[min(at.line - document.first_line, len(lines) - 1)]
    found = line.strip()
    if quote := _endless_quote(document.text, at.line - document.first_line):
        at = Place(quote.line + document.first_line, quote.column + 1)
        what = "et anførselstegn begynder en tekst, der ikke slutter på linjen"
        document.problem(at, what, lines[quote.line].strip(), "anførselstegnet også efter teksten")
        return
    for pattern, before, after, what, write in AT_THE_PLACE:
        here = re.match(before, line[: at.column - 1]) and re.match(after, line[at.column - 1 :])
        if here and re.search(pattern, error):
            document.problem(at, what, found, write)
            return
    for pattern, what, write in SYNTAX:
        if re.search(pattern, error):
            document.problem(at, what, found, write)
            return
    document.problem(at, "linjen kan ikke læses som YAML", found, "navn: værdi")


def _endless_quote(text: str, line: int) -> yaml.Mark | None:
    """Where a quoted text of several lines begins that ends on the line of a mistake: its own end was forgotten."""
    last = None
    try:
        for event in yaml.parse(text, Loader=_Loader):
            last = event if isinstance(event, yaml.ScalarEvent) else last
    except yaml.YAMLError:
        pass
    runs_on = last and last.style in ("'", '"') and last.start_mark.line < last.end_mark.line == line
    return last.start_mark if runs_on else None


class _Builder:
    """Turns composed nodes into plain data and notes the place of each value."""

    def __init__(self, document: Document, first_line: int, tags: bool):
        self.document = document
        self.offset = first_line
        self.tags = tags

    def at(self, node: yaml.Node) -> Place:
        return Place(node.start_mark.line + self.offset, node.start_mark.column + 1)

    def build(self, node: yaml.Node, path: tuple) -> object:
        self.document.places.setdefault(path, self.at(node))
        if node.tag not in CONSTRUCT and node.tag not in COLLECTIONS:
            if self.tags:
                return None
            what = "et mærke, der begynder med !, må ikke bruges"
            self.document.problem(self.at(node), what, node.tag, "teksten uden mærket")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        self.document.written[path] = node.value
        self.document.spans[path] = slice(node.start_mark.index, node.end_mark.index)
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, path: tuple) -> dict:
        data: dict = {}
        for key_node, value_node in node.value:
            at = self.at(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.document.problem(at, "et felts navn skal være ét ord", "", "navn: værdi")
                continue
            key = str(key_node.value)
            if key in data:
                first = self.document.places[(*path, key)].line
                what = f"feltet »{key}« står to gange (første gang i linje {first})"
                self.document.problem(at, what, f"{key}:", "feltet én gang")
                continue
            self.document.places[(*path, key)] = at
            data[key] = self.build(value_node, (*path, key))
        return data

    def scalar(self, node: yaml.ScalarNode) -> object:
        if HIDDEN.search(node.value):
            what = "et usynligt tegn, som ikke må stå i filen"
            self.document.problem(self.at(node), what, node.value, "teksten forfra")
            return None
        try:
            return CONSTRUCT[node.tag](node.value)
        except ValueError:
            what, found = "værdien passer ikke til sit mærke", f"{node.tag} {node.value}"
            self.document.problem(self.at(node), what, found, "teksten uden mærket")
            return None
