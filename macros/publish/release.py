"""`python -m macros.publish.release`: dist/ of a commit that anybody can build again, with checksums."""

import sys
from collections.abc import Callable
from pathlib import Path

from ..version import version_of
from .downloads import write_sums

SUMS = "SHA256SUMS"


def release(root: Path, build: Callable[[], int]) -> int:
    """Build the guide at `root` and tell its files; 1, with the reason on stderr, when it is not as its commit says."""
    version = version_of(root)
    if not version.commit:
        print("Ikke udgivet: mappen er ikke et git-arkiv. Hent guiden med git clone, og prøv igen.", file=sys.stderr)
        return 1
    if version.changed:
        why = "Ikke udgivet: der er ændringer, som ikke er gemt i git (se dem med git status)."
        print(f"{why} Gem dem med git commit, eller fortryd dem.", file=sys.stderr)
        return 1
    if build():
        return 1
    dist = root / "dist"
    write_sums(dist, (path for path in dist.iterdir() if path.name != SUMS), dist / SUMS)
    print(f"Udgave {version.name} ligger i dist/:\n{(dist / SUMS).read_text(encoding='utf-8')}", end="")
    return 0


if __name__ == "__main__":
    from .__main__ import main

    sys.exit(release(Path.cwd(), main))
