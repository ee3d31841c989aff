"""One browser a worker; pages from the unpacked bundle with the network refused, or from a server here."""

import functools
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import ARGUMENTS, PROGRAM
from tests.firefox import Firefox
from tests.lists import PAGE, Sheet


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Start Chromium, with further settings of its own where a test asks for them."""
    with sync_playwright() as playwright:
        yield lambda *more: playwright.chromium.launch(executable_path=PROGRAM, args=[*ARGUMENTS, *more])


@pytest.fixture(scope="session")
def browser(launch) -> Iterator[Browser]:
    started = launch()
    yield started
    started.close()


@pytest.fixture
def firefox(tmp_path: Path) -> Iterator[Firefox]:
    started = Firefox(tmp_path)
    yield started
    started.close()


@pytest.fixture(scope="session")
def bundle(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the unpacked offline bundle, in a folder with a space and Danish letters in its name."""
    folder = tmp_path_factory.mktemp("Møder på USB")
    with zipfile.ZipFile(root / "site" / "filer" / "samarbejdsguiden-offline.zip") as packed:
        packed.extractall(folder)
    return (folder / "samarbejdsguiden").as_uri()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A test's output is not an access log."""


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine."""
    handler = functools.partial(_Silent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def visit(browser: Browser, bundle: str) -> Iterator[Callable[..., Page]]:
    """Open a page of the bundle offline. At the end nothing may have been asked of a host or complained of."""
    complaints: list[str] = []
    contexts = []

    def opened(name: str, width: int = 1280, height: int = 800, base: str = bundle, **settings: object) -> Page:
        # Without the smooth scrolling a busy machine draws out.
        settings = {"reduced_motion": "reduce"} | settings
        context = browser.new_context(viewport={"width": width, "height": height}, offline=base is bundle, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request",
            lambda request: (
                complaints.append(request.url) if not request.url.startswith((base, "data:", "blob:")) else None
            ),
        )
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{base}/{name}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def sheet(visit) -> Sheet:
    return Sheet(visit(PAGE))


@pytest.fixture
def other_tab(visit):
    """Another tab of the same reader; it too may not complain."""
    complaints = []

    def opened(page, address: str = ""):
        tab = page.context.new_page()
        tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.goto(address or page.url)
        return tab

    yield opened
    assert complaints == []
