"""What nginx and Caddy answer with the configurations in hosting/, asked over a real connection."""

import gzip
import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from tests.pages import SITE, page_names
from tests.servers import caddy, nginx

KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "public, max-age=0, s-maxage=300, must-revalidate"
NO = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb".split()
SENT = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{name}=()" for name in NO),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
TYPES = {
    ".css": r"text/css; charset=utf-8",
    ".docx": r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document",
    ".epub": r"application/epub\+zip",
    ".html": r"text/html; charset=utf-8",
    ".ico": r"image/.*icon",
    ".js": r"(?:text|application)/javascript; charset=utf-8",
    ".pdf": r"application/pdf",
    ".png": r"image/png",
    ".svg": r"image/svg\+xml(?:; charset=utf-8)?",
    ".txt": r"text/plain; charset=utf-8",
    ".webmanifest": r"application/manifest\+json(?:; charset=utf-8)?",
    ".webp": r"image/webp",
    ".woff2": r"font/woff2",
    ".xml": r"(?:text|application)/xml(?:; charset=utf-8)?",
    ".zip": r"application/zip",
}
FILES = sorted(path for path in SITE.rglob("*") if path.suffix not in ("", ".br", ".gz"))
ONE_OF_EACH = sorted({path.suffix: path for path in FILES}.values())
HASHED = [path for path in FILES if re.search(r"\.[0-9a-f]{12}\.(css|js)$", path.name)]


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def host(request, tmp_path_factory) -> http.client.HTTPConnection:
    with request.param(SITE, tmp_path_factory.mktemp("server")) as address:
        yield http.client.HTTPConnection(urlsplit(address).netloc)


class Answer:
    def __init__(self, host, path: str, method: str = "GET", **headers: str):
        host.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        told = host.getresponse()
        self.status, self.body = told.status, told.read()
        self.headers = {name.lower(): value for name, value in told.getheaders()}


def address(path: Path) -> str:
    return "/" + path.relative_to(SITE).as_posix()


def own_policy(name: str) -> str:
    text = (SITE / name).read_text(encoding="utf-8")
    return re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)[1]


@pytest.mark.parametrize("path", ["/", "/haandbogen/", *map(address, ONE_OF_EACH)])
def test_every_kind_of_file_bears_the_headers_that_keep_readers_safe(host, path):
    answer = Answer(host, path)
    assert answer.status == 200
    assert {name: answer.headers[name] for name in SENT} == SENT
    assert answer.headers["content-security-policy"] == own_policy("index.html") + "; frame-ancestors 'none'"


def test_the_server_does_not_tell_its_version(host):
    assert not re.search(r"\d", Answer(host, "/").headers.get("server", ""))


def test_every_page_bears_one_and_the_same_policy_and_it_allows_nothing_inline():
    policies = {own_policy(name) for name in page_names() if name != "404.html"}
    assert len(policies) == 1
    assert "unsafe" not in policies.pop() and "default-src 'none'" in own_policy("404.html")


@pytest.mark.parametrize("path", ONE_OF_EACH, ids=lambda path: path.suffix)
def test_a_file_is_sent_as_what_it_is(host, path):
    assert re.fullmatch(TYPES[path.suffix], Answer(host, address(path)).headers["content-type"])


@pytest.mark.parametrize("path", ONE_OF_EACH, ids=lambda path: path.suffix)
def test_a_text_is_sent_packed_as_the_browser_asks_and_is_the_same_text(host, path):
    packed = path.with_name(path.name + ".br").exists()
    for asked, unpacked in (("br, gzip", brotli.decompress), ("gzip", gzip.decompress)):
        answer = Answer(host, address(path), Accept_Encoding=asked)
        assert answer.headers.get("content-encoding") == (asked.split(",")[0] if packed else None)
        assert (unpacked(answer.body) if packed else answer.body) == path.read_bytes()
        assert not packed or answer.headers["vary"] == "Accept-Encoding"
    assert Answer(host, address(path)).body == path.read_bytes()


def test_what_bears_its_hash_is_kept_for_good_and_all_else_asked_for_again(host):
    assert {path.suffix for path in HASHED} == {".css", ".js"}
    for path in HASHED:
        assert Answer(host, address(path)).headers["cache-control"] == KEPT
    for path in set(ONE_OF_EACH) - set(HASHED):
        assert Answer(host, address(path)).headers["cache-control"] == ASKED_AGAIN


def test_a_page_that_is_the_same_is_not_sent_again(host):
    first = Answer(host, "/index.html", Accept_Encoding="br")
    again = Answer(host, "/index.html", Accept_Encoding="br", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/findes-ikke.html", "/haandbogen/findes/ikke/", "/guide.0123456789ab.css", "/js/", "/js", "/.git/config"]
)
def test_an_address_without_a_page_gives_the_guide_s_own_404_page(host, path):
    answer = Answer(host, path)
    if answer.status in (301, 308):
        answer = Answer(host, answer.headers["location"])
    assert answer.status == 404
    assert answer.body == (SITE / "404.html").read_bytes()
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"  # its own names its style
    assert answer.headers["cache-control"] == ASKED_AGAIN
    assert {name: answer.headers[name] for name in SENT} == SENT


def test_a_folder_without_its_slash_leads_to_its_page_without_naming_the_server(host):
    answer = Answer(host, "/haandbogen")
    assert answer.status in (301, 308) and answer.headers["location"] == "/haandbogen/"


def test_nothing_can_be_sent_to_it(host):
    assert Answer(host, "/index.html", method="POST").status == 405
