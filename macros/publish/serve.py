"""`python -m macros.publish.serve [port]`: the guide in a browser while it is written.

Everything is built once. After that a change is read and checked, the browser reloads, and a page that is older than
the change is made again when it is asked for; so what is seen is always right, and nothing else is waited for. Files
that come or go, and changes of code, menu or labels, build everything again.
"""

import re
import sys
import tempfile
import threading
import time
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page  # pinned; the whole build is made of these two
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from .html import build_html
from .mend import mend_page, mend_site
from .menu import parts
from .search import write_index

HOST, PORT = "127.0.0.1", 8000
WATCHED = ("data", "docs", "macros", "overrides", "mkdocs.yml")
CONTENT = re.compile(r"docs/.+\.md|data/.+\.yml")
WHOLE = {"data/labels.yml"}  # its words are in the frame of every page
POLL, SETTLE = 0.1, 0.05  # seconds between looks at the files, and without a change before the work begins
# The reloading script stands in the page, which the pages' policy does not allow.
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


class _Caught(BasePlugin):
    """Keeps what MkDocs makes on the way and a single page needs."""

    def on_env(self, env, config, files):
        self.env, self.files = env, files

    def on_nav(self, nav, config, files):
        self.nav = nav


class Preview:
    """The built site below `site`, kept as the files of `root` are."""

    def __init__(self, root: Path, site: Path):
        self.root, self.site = root, site
        self.lock = threading.Lock()
        self.seen = self._stamps()
        self.latest = 0  # the number of the last change
        self.broken = False  # whether what stands in the files now can be shown
        self.made: dict[str, int] = {}  # the change each page shows
        self.build()

    def build(self) -> None:
        """Build everything. Raises ContentError."""
        caught = _Caught()
        self.config = build_html(self.root, self.site, preview=caught)
        self.caught = caught
        self.guide = self.config.extra["guide"]
        mend_site(self.site)
        write_index(self.site, self.guide.content, parts(self.config.nav))
        self.pages = {file.dest_uri: file.page for file in self.caught.files.documentation_pages()}
        self.made = dict.fromkeys(self.pages, self.latest)

    def change(self) -> None:
        """Take in what has changed; what is wrong is told, and the site stays as it was."""
        from ..problems import ContentError

        started = time.perf_counter()
        now = self._stamps()
        changed = {name for name in self.seen.keys() | now.keys() if self.seen.get(name) != now.get(name)}
        with self.lock:
            try:
                self._take(changed) if self._is_small(changed, now) else self.build()
                self.seen, self.latest, self.broken = now, self.latest + 1, False
            except Exception as error:
                self.broken = True  # what was seen last stays so, and the next change takes this one in too
                known = isinstance(error, ContentError) or type(error).__name__ == ContentError.__name__
                print(f"\n{error if known else f'{type(error).__name__}: {error}'}\n", file=sys.stderr)
                return
        print(f"Set: {', '.join(sorted(changed))} ({time.perf_counter() - started:.2f} s)")

    def freshen(self, url: str) -> None:
        """Make the page at a path of the site again, if it is older than the last change."""
        with self.lock:
            page = self.pages.get(url)
            if page is None or self.made[url] == self.latest or self.broken:
                return
            _populate_page(page, self.config, self.caught.files)
            files = self.caught.files.documentation_pages()
            _build_page(page, self.config, files, self.caught.nav, self.caught.env)
            path = self.site / url
            path.write_text(mend_page(path.read_text(encoding="utf-8")), encoding="utf-8")
            self.made[url] = self.latest

    def _is_small(self, changed: set[str], now: dict) -> bool:
        there = changed <= self.seen.keys() & now.keys()
        return there and all(CONTENT.fullmatch(name) for name in changed) and not changed & WHOLE

    def _take(self, changed: set[str]) -> None:
        from ..checks import check_content
        from ..content import load_content

        content = load_content(self.root, self.guide.content, [self.root / name for name in changed])
        check_content(content)
        self.guide.take(content)
        for page in self.pages.values():
            if f"docs/{page.file.src_uri}" in changed:
                page.read_source(self.config)  # its title stands in the menu of the others

    def _stamps(self) -> dict[str, tuple[int, int]]:
        paths = [path for name in WATCHED for path in ((self.root / name).rglob("*"), [self.root / name])]
        files = [path for found in paths for path in found if path.is_file() and "__pycache__" not in path.parts]
        stats = [(path.relative_to(self.root).as_posix(), path.stat()) for path in files]
        return {name: (stat.st_mtime_ns, stat.st_size) for name, stat in stats}


class _Server(LiveReloadServer):
    def __init__(self, preview: Preview, port: int):
        super().__init__(preview.change, HOST, port, str(preview.site), polling_interval=POLL)
        self.build_delay = SETTLE
        self.preview = preview

    def _serve_request(self, environ, start_response):
        path = environ["PATH_INFO"].lstrip("/")
        if not path.startswith("livereload/"):
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            self.preview.freshen(f"{path}index.html" if path.endswith("/") or not path else path)
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content, epoch):
        return super()._inject_js_into_html(POLICY.sub(b"", content), epoch)


def main(port: int) -> int:
    """Serve until the process is stopped. Returns 1 when the guide cannot be built."""
    from ..problems import ContentError

    root = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="guide-") as folder:
        try:
            preview = Preview(root, Path(folder))
        except ContentError as error:
            print(f"\n{error}\n", file=sys.stderr)
            return 1
        server = _Server(preview, port)
        for name in WATCHED:
            server.watch(str(root / name))
        print(f"Guiden vises på http://{HOST}:{port}/. Stop med Ctrl+C.", flush=True)
        try:
            server.serve()
        except KeyboardInterrupt:
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else PORT))
