"""The HTML: MkDocs run in this process, with its findings told to editors in Danish."""

import logging
import re
from pathlib import Path
from typing import Protocol

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..problems import ContentError, Place, Problem, place_in
from ..settings import FILE, load_settings

# MkDocs' own warnings about content, by the form of their text (mkdocs 1.6.1, structure/pages.py and nav.py).
WARNINGS = (
    (
        r"'(?P<file>[^']+)' contains (?:a link|an absolute link|an unrecognized relative link) '(?P<found>[^']+)'",
        "linket fører ingen steder hen",
    ),
)


class _Warnings(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.told: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.told = record.getMessage()
        else:
            self.texts.append(record.getMessage())


class Reader(Protocol):
    """What is told of the pages while MkDocs reads them."""

    def begin(self, config: MkDocsConfig) -> None:
        """The menu is known, and no page is read."""

    def page(self, path: str, html: str) -> None:
        """The page at `path`, from docs/, is read and is `html`."""

    def end(self) -> None:
        """Every page is read and in order, and none is written. Not called when the build is about to fail."""


class _Listener(BasePlugin):
    """Tells a reader what MkDocs tells its plugins."""

    def __init__(self, warnings: _Warnings, reader: Reader):
        self._warnings, self._reader = warnings, reader

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self._reader.begin(config)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        self._reader.page(page.file.src_uri, html)

    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        if not self._warnings.texts:
            self._reader.end()


def build_html(root: Path, into: Path, reader: Reader | None = None, preview: BasePlugin | None = None) -> MkDocsConfig:
    """Build the pages of `root` into the folder `into`; returns the configuration used.

    `reader` is told of each page as it is read. `preview` is the plugin of `make serve`: its pages keep no copy on
    the device. Raises ContentError when something is wrong.
    """
    load_settings(root)
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(warnings)
    try:
        config = _config(root, into, warnings)
        config.extra["published"] = not preview
        if preview:
            config.plugins["preview"] = preview
        if reader:
            config.plugins["reader"] = _Listener(warnings, reader)
        config.plugins.run_event("startup", command="build", dirty=False)
        build(config)
        return config
    except Abort:
        if warnings.told:
            raise ContentError.told(warnings.told) from None
        raise ContentError(_problem(root, text) for text in warnings.texts) from None
    except PluginError as error:
        raise ContentError.told(str(error)) from None
    except SystemExit:  # mkdocs-macros-plugin, when a component fails
        raise RuntimeError("\n".join(warnings.texts)) from None
    finally:
        logger.removeHandler(warnings)


def _config(root: Path, into: Path, warnings: _Warnings) -> MkDocsConfig:
    try:
        return load_config(str(root / FILE), site_dir=str(into), strict=True)
    except (Abort, MkDocsException) as error:
        found = warnings.told or str(error)
        raise ContentError([Problem(FILE, Place(1), "MkDocs kan ikke bruge filen", found)]) from None


def _problem(root: Path, text: str) -> Problem:
    for pattern, what in WARNINGS:
        if found := re.search(pattern, text, re.DOTALL):
            path = f"docs/{found['file']}"
            at = _place((root / path).read_text(encoding="utf-8"), found["found"])
            return Problem(path, at, what, found["found"], "stien til en side eller et billede, der findes i docs/")
    return Problem(FILE, Place(1), "MkDocs melder", text)


def _place(text: str, found: str) -> Place:
    """Where a link's address stands; elsewhere in the page the same letters may be words."""
    index = text.find(f"]({found}")
    return Place(1) if index < 0 else place_in(text, index + 2)
