"""A guide of any size: the real pages, and copies of their prose below one part of the menu."""

import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
EACH = 25  # pages in one section of the copies, and sections in one group
# Copies leave out component calls, which may stand once in a guide, and links, whose targets are not copied.
LEAVE = ("{{", "{%")


def read_config(path: Path) -> dict:
    """mkdocs.yml as plain data; what asks for the environment becomes its default."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    loader.add_multi_constructor("tag:yaml.org,2002:python", lambda loader, suffix, node: None)
    return yaml.load(path.read_text(encoding="utf-8"), loader)


def grown(folder: Path, pages: int = 0) -> Path:
    """A guide of so many pages in `folder`, at least the real ones. Returns its mkdocs.yml."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in ("macros", "data", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    real = sorted(path for path in (folder / "docs").rglob("*.md"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config += _nav(_copies(folder / "docs", [_prose(path) for path in real], max(0, pages - len(real))))
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder / "mkdocs.yml"


def _prose(path: Path) -> tuple[str, str]:
    """A page's title, and its text without what can only stand once."""
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    text = text.replace("](", "] (")
    return yaml.safe_load(head)["title"], "\n".join(line for line in text.split("\n") if not line.startswith(LEAVE))


def _copies(docs: Path, prose: list[tuple[str, str]], count: int) -> list[str]:
    paths = []
    for number in range(count):
        title, text = prose[number % len(prose)]
        path = docs / "kopier" / f"{number // EACH**2}" / f"{number // EACH}" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {title!r}\nsummary: En kopi til at måle på.\nown_advice: true\ntopics: []\n---\n"
        path.write_text(head + text, encoding="utf-8")
        paths.append(path.relative_to(docs).as_posix())
    return paths


def _nav(paths: list[str]) -> str:
    tree: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        _, group, section, _ = path.split("/")
        tree.setdefault(f"Gruppe {group}", {}).setdefault(f"Afsnit {section}", []).append(path)
    groups = [{name: [{part: pages} for part, pages in parts.items()]} for name, parts in tree.items()]
    text = yaml.safe_dump([{"Kopier": groups}], allow_unicode=True) if groups else ""
    return "\n" + "".join(f"  {line}\n" for line in text.splitlines())
