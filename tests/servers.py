"""The real servers on a free port of this machine, with a configuration that includes the one shipped in hosting/."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOSTING = ROOT / "hosting"
# Debian puts them there whether or not the user's PATH says so.
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

NGINX_CONFIG = """
load_module {brotli};
{user} daemon off; pid {work}/nginx.pid; error_log stderr warn; worker_processes auto;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; sendfile on;
  log_format sent $bytes_sent; access_log {log};
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work}; uwsgi_temp_path {work};
  scgi_temp_path {work};
  include {hosting}/nginx/conf.d/*.conf;
  server {{
    listen 127.0.0.1:{port};
    {body}
  }}
}}
"""
NGINX_TOP = "root {site}; error_page 403 404 =404 /404.html; include {hosting}/nginx/snippets/samarbejdsguiden.conf;"
NGINX_FOLDER = """
location /{folder}/ {{
  root {work}; error_page 403 404 =404 /{folder}/404.html; include {hosting}/nginx/snippets/samarbejdsguiden.conf;
}}
"""
CADDY_CONFIG = """
{{
  admin off
  auto_https off
  storage file_system {work}
}}
import {hosting}/caddy/samarbejdsguiden.caddy
http://127.0.0.1:{port} {{
  bind 127.0.0.1
  root * {site}
  import samarbejdsguiden
  handle_errors {{
    import samarbejdsguiden_errors
  }}
}}
"""


@contextmanager
def nginx(site: Path, work: Path, folder: str = "", log: Path | None = None) -> Iterator[str]:
    """The address of `site` on nginx, at the top of the host or in a folder.

    `log` gets a line for each answer: the bytes sent, headers too.
    """
    port, config = _free_port(), work / "nginx.conf"
    if folder:
        (work / folder).symlink_to(site)
    body = (NGINX_FOLDER if folder else NGINX_TOP).format(site=site, work=work, hosting=HOSTING, folder=folder)
    user = "user root;" if os.geteuid() == 0 else ""  # else its workers may not read root's temporary folders
    kept = {"user": user, "log": f"{log} sent" if log else "off", "body": body}
    config.write_text(NGINX_CONFIG.format(brotli=BROTLI, work=work, hosting=HOSTING, port=port, **kept))
    with _running([NGINX, "-e", "stderr", "-p", str(work), "-c", str(config)], work, port):
        yield f"http://127.0.0.1:{port}/{folder}".rstrip("/")


@contextmanager
def caddy(site: Path, work: Path) -> Iterator[str]:
    """The address of `site` on Caddy."""
    port, config = _free_port(), work / "Caddyfile"
    config.write_text(CADDY_CONFIG.format(work=work, hosting=HOSTING, port=port, site=site))
    with _running(["caddy", "run", "--adapter", "caddyfile", "--config", str(config)], work, port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(command: list[str], work: Path, port: int) -> Iterator[None]:
    with (work / "log").open("w+") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env={"HOME": str(work), "PATH": "/usr/bin:/bin"})
        try:
            _wait(server, port, work / "log")
            yield
        finally:
            server.terminate()
            server.wait(10)


def _wait(server: subprocess.Popen, port: int, log: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and server.poll() is None:
        with closing(socket.socket()) as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


def _free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
