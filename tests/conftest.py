"""One build for all tests, made before the workers start."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    built = subprocess.run([sys.executable, "-m", "macros.publish"], cwd=ROOT, capture_output=True, text=True)
    if built.returncode:
        pytest.exit(f"the guide does not build:\n{built.stderr}", returncode=1)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    return ROOT / "site"
