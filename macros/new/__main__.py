"""`python -m macros.new`: asks three questions and writes the files."""

import sys
from pathlib import Path

from ..checks import check_content
from ..content import Content, load_content
from ..problems import ContentError, suggest
from ..validation import slug
from .kinds import GLOSSARY, KINDS, MENU, Answers

KIND = f"Hvad slags ({', '.join(KINDS)})?"
TITLE = "Hvad er titlen?"
SOURCE = "Hvilken kilde og side (fx {example} 12, eller en tom linje)?"
GROWING = (GLOSSARY, MENU)  # files that get a part more; every other file is new


class Refused(Exception):
    """What the editor is told when nothing is written."""


def main(root: Path) -> int:
    """Ask on stdin, write below `root`, and say what to do next. Returns 0, or 1 with the reason on stderr."""
    try:
        content = load_content(root)
        check_content(content)
        kind, answers = _ask(content)
        files = KINDS[kind].files(answers, content, root)
        _refuse_existing(root, files, answers, content)
        _write(root, files)
    except ContentError as error:
        print(f"Ret først det, der er galt:\n\n{error}", file=sys.stderr)
    except Refused as reason:
        print(reason, file=sys.stderr)
    except EOFError:
        print("\nIntet er skrevet: der kom intet svar.", file=sys.stderr)
    else:
        print("\nSkrevet:", *(f"  {name}" for name in files), "", sep="\n")
        print(KINDS[kind].next.format(id=answers.id))
        print("Ret teksterne i filen, og kør make check.")
        return 0
    return 1


def _ask(content: Content) -> tuple[str, Answers]:
    kind = _answer(KIND).lower()
    if kind not in KINDS:
        raise Refused(f"»{kind}« kan ikke laves her. Skriv {suggest(kind, KINDS) or ' eller '.join(KINDS)}.")
    title = _answer(TITLE)
    id_ = slug(title)
    if not id_:
        raise Refused("Titlen skal have mindst ét bogstav eller tal.")
    sources = content.things["source"]
    source, _, page = _answer(SOURCE.format(example=next(iter(sources), "kilden"))).partition(" ")
    if source and source not in sources:
        raise Refused(f"Kilden »{source}« findes ikke. Skriv {suggest(source, sources) or ' eller '.join(sources)}.")
    return kind, Answers(id_, title, source, page.removeprefix("side").strip())


def _answer(question: str) -> str:
    return input(f"{question} ").strip()


def _refuse_existing(root: Path, files: dict[str, str], answers: Answers, content: Content) -> None:
    taken = [document.file for (_, stem), document in content.documents.items() if stem == answers.id]
    taken += [GLOSSARY for term in content.glossary.terms if GLOSSARY in files and term.id == answers.id]
    taken += [name for name in files if name not in GROWING and (root / name).exists()]
    if taken:
        raise Refused(f"Id'et »{answers.id}« findes allerede i {taken[0]}. Vælg en anden titel.")


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(Path()))
