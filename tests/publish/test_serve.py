"""`make serve`: a change is seen at once, what is seen is right, and a mistake leaves the last good page."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("docs", "data", "macros", "overrides", "mkdocs.yml")
PAGE, BOX = "docs/haandbogen/netvaerk.md", "data/boxes/boks-2-2-netvaerk.yml"
URL = "haandbogen/netvaerk.html"
LONGEST = 1.0  # seconds of the server's own work: what the clock shows hangs on what else the machine does
PATIENCE = 180


class Served:
    """The guide in a folder of its own, served by the real command."""

    def __init__(self, root: Path):
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "macros.publish.serve", str(self.port)]
        self.told = root / "told.txt"
        with self.told.open("w") as told:
            self.process = subprocess.Popen(command, cwd=root, stdout=told, stderr=told)
        self.until(lambda: "Guiden vises på" in self.told.read_text())
        self.until(self.answers)  # it watches the files before it answers

    def until(self, seen: Callable[[], bool]) -> float:
        """Seconds until something is seen."""
        started = time.monotonic()
        while not seen():
            assert self.process.poll() is None and time.monotonic() - started < PATIENCE, self.told.read_text()
            time.sleep(0.02)
        return time.monotonic() - started

    def answers(self) -> bool:
        try:
            return bool(self.page())
        except urllib.error.URLError:
            return False

    def worked(self) -> float:
        """The server's work until now, in seconds of a processor (proc(5): utime and stime)."""
        user, system = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def page(self, url: str = URL) -> str:
        return urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{url}").read().decode()

    def write(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("served")
    for part in PARTS:
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, root / part)
    made = Served(root)
    yield made
    made.process.terminate()
    made.process.wait()


def test_a_change_of_a_page_or_a_box_is_seen_in_a_second(served):
    times = {PAGE: [], BOX: []}
    for name, before, after in ((PAGE, "Uanset", "Uanset{}"), (BOX, "title: Netværk", "title: Netværk{}")):
        last = before
        for number in range(4):
            new = after.format(number)
            served.write(name, last, new)
            before_it = served.worked()
            clock = served.until(lambda new=new: new.removeprefix("title: ") in served.page())
            times[name].append(served.worked() - before_it)
            print(f"{name}: {clock:.2f} s on the clock, {times[name][-1]:.2f} s of work")
            last = new
    assert all(min(found) < LONGEST for found in times.values()), times


def test_other_pages_are_as_new_when_they_are_asked_for(served):
    served.write("data/glossary.yml", "definition: Hovedorganisation for folk", "definition: Forening for folk")
    served.until(lambda: "Forening for folk" in served.page("ordliste.html"))
    served.write(PAGE, "title: Netværksdannelse", "title: Dan netværk")
    served.until(lambda: "Dan netværk" in served.page("haandbogen/index.html"))


def test_a_mistake_is_told_in_the_window_and_the_last_good_page_stays(served):
    served.write(BOX, "checklist: netvaerkspersoner", "checklist: netvaerkspersonerne")
    served.until(lambda: "tjeklisten »netvaerkspersonerne« findes ikke" in served.told.read_text())
    assert "boks-2-2-netvaerk" in served.page() and "Traceback" not in served.told.read_text()
    served.write(BOX, "checklist: netvaerkspersonerne", "checklist: netvaerkspersoner")
    served.write(PAGE, "## Hvem kan I påvirke?", "## Hvem vil I påvirke?")
    served.until(lambda: "Hvem vil I påvirke?" in served.page())


def test_a_new_page_and_a_new_label_are_seen_too(served):
    head = "---\ntitle: Ny side\nsummary: En ny side.\nown_advice: true\n---\n\n"
    (served.root / "docs" / "haandbogen" / "ny.md").write_text(f"{head}Hej med jer.\n")
    line = "      - haandbogen/netvaerk.md\n"
    served.write("mkdocs.yml", line, f"{line}      - haandbogen/ny.md\n")
    served.until(lambda: "Ny side" in served.page())
    served.write("data/labels.yml", "summary: Kort fortalt", "summary: I korte træk")
    served.until(lambda: "I korte træk" in served.page())


def test_the_reloading_script_is_allowed_on_the_page(served):
    page = served.page()
    assert "livereload(" in page and "Content-Security-Policy" not in page
