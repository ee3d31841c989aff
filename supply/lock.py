"""`make lock`: from each list of packages written by hand (*.in), the list with every file's hash (*.txt).

A version changes only where the hand-written list asks for another, or where --upgrade is given. Asks the configured
package index alone.
"""

import re
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = Path(".venv") / "lock"
WHOLE = ("requirements", "tests/requirements", "supply/audit", "supply/lock")
# Installed beside the guide's packages, which they use: locked without what they need.
ALONE = ("tests/engines/properdocs", "bench/zensical")
FLAGS = (
    "--quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate "
    "--no-emit-index-url --no-emit-trusted-host --no-emit-find-links"
).split()
HEAD = "# Made of {name} by `make lock`. Write there, not here.\n"
PIN = re.compile(r"^([\w.-]+)==")


def main(arguments: list[str]) -> None:
    """Make every list; `arguments` go to pip-compile."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", "supply/lock.txt"], check=True)
    for name in (*WHOLE, *ALONE):
        source, made = Path(f"{name}.in"), Path(f"{name}.txt")
        subprocess.run([python, "-m", "piptools", "compile", *FLAGS, *arguments, "-o", made, source], check=True)
        text = made.read_text(encoding="utf-8")
        if name in ALONE:
            text = "".join(block for block in blocks(text) if pinned(block) in set(pins(source)))
        made.write_text(HEAD.format(name=source.name) + text, encoding="utf-8")


def blocks(text: str) -> list[str]:
    """A list's packages, each with its hashes."""
    return [block for block in re.split(r"(?m)^(?=\S)", text) if PIN.match(block)]


def pinned(line: str) -> str:
    """The name of the package a line pins, as the index writes it (PEP 503); "" when it pins none."""
    found = PIN.match(line)
    return re.sub(r"[-_.]+", "-", found[1]).lower() if found else ""


def pins(path: Path) -> list[str]:
    """The names of the packages a list pins."""
    return [name for line in path.read_text(encoding="utf-8").splitlines() if (name := pinned(line))]


if __name__ == "__main__":
    main(sys.argv[1:])
