"""A host on this machine, as a guide has one: in a folder of its own, compressing, and able to fail."""

import gzip
import mimetypes
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

UNDER = "/guide/"
COMPRESSED = {".css", ".html", ".js", ".svg", ".webmanifest"}


class Host:
    """Serves `folder` below /guide/. `left` is the number of bytes it may still send before the line is cut.

    While `styles` is not set, stylesheets wait.
    """

    def __init__(self, folder: Path):
        self.folder, self.left, self.sent, self.asked = folder, None, 0, []
        self.styles = threading.Event()
        self.styles.set()
        self._lock, self._server, self._port = threading.Lock(), None, 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}{UNDER}"

    def start(self, folder: Path | None = None) -> None:
        """Answer again, at the same address."""
        self.stop()
        self.folder, self.left = folder or self.folder, None
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler())
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        """From here on nobody answers."""
        self.styles.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def take(self, count: int) -> int:
        """How many of `count` bytes still get through."""
        with self._lock:
            through = count if self.left is None else min(self.left, count)
            self.left = None if self.left is None else self.left - through
            self.sent += through
            return through

    def file(self, address: str) -> Path:
        path = unquote(urlsplit(address).path)
        found = self.folder / path.removeprefix(UNDER) if path.startswith(UNDER) else self.folder / "none"
        return found / "index.html" if found.is_dir() else found

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = host.file(self.path)
                host.asked.append(urlsplit(self.path).path.removeprefix(UNDER))
                if path.suffix == ".css":
                    host.styles.wait()
                if host.left == 0:
                    return
                if not path.is_file():
                    self.send_error(404)
                    return
                body = path.read_bytes()
                self.send_response(200)
                self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
                if path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
                    body = gzip.compress(body, mtime=0)
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                with suppress(ConnectionError):  # a browser may leave before it has it all
                    self.wfile.write(body[: host.take(len(body))])

            def log_message(self, *_: object) -> None:
                """A test's output is not an access log."""

        return Handler
