"""Firefox, steered through the Marionette protocol it speaks itself: no driver and no package is needed."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

# A port of its own, and a proxy that refuses: a page can reach the disk and nothing else.
PREFERENCES = """
user_pref("marionette.port", {port});
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.enabled", false);
"""
START = 60  # seconds


class Firefox:
    """A headless Firefox with a profile in the given empty folder. Close it with close()."""

    def __init__(self, folder: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (folder / "user.js").write_text(PREFERENCES.format(port=port))
        command = [shutil.which("firefox-esr"), "--headless", "--no-remote", "--marionette", "--profile", str(folder)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        self._process = subprocess.Popen(command, env=os.environ | {"HOME": str(folder)}, **quiet)
        self._asked = 0
        self._socket = self._connected(port)
        self._stream = self._socket.makefile("rb")
        self._read()  # It says hello.
        self.do("WebDriver:NewSession", {"strictFileInteractability": True})

    def _connected(self, port: int) -> socket.socket:
        until = time.monotonic() + START
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=START)
            except ConnectionRefusedError:
                if time.monotonic() > until or self._process.poll() is not None:
                    raise
                time.sleep(0.1)

    def _read(self) -> list:
        length = b""
        while not length.endswith(b":"):
            length += self._stream.read(1)
        return json.loads(self._stream.read(int(length[:-1])))

    def do(self, command: str, given: dict | None = None) -> object:
        """Ask for a command of the protocol; what it answers. Raises RuntimeError on its error."""
        self._asked += 1
        message = json.dumps([0, self._asked, command, given or {}]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, answer = self._read()
        if error:
            raise RuntimeError(error)
        return answer.get("value") if isinstance(answer, dict) else answer

    def visit(self, address: str) -> None:
        self.do("WebDriver:Navigate", {"url": address})

    def evaluate(self, script: str, *arguments: object) -> object:
        """The value of an async function's body in the page."""
        told = "const done = arguments[arguments.length - 1], said = (error) => done('error: ' + error);"
        body = f"{told} (async (...given) => {{ {script} }})(...arguments).then(done, said);"
        return self.do("WebDriver:ExecuteAsyncScript", {"script": body, "args": list(arguments), "sandbox": None})

    def wait_for(self, value: str) -> object:
        """What a script's value is once it is something; from one page to the next, a script may be cut off."""
        until = time.monotonic() + START
        while time.monotonic() < until:
            with suppress(RuntimeError):
                if found := self.evaluate(f"return {value};"):
                    return found
            time.sleep(0.05)
        raise TimeoutError(value)

    def type(self, selector: str, text: str) -> None:
        found = self.do("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self.do("WebDriver:ElementSendKeys", {"id": next(iter(found.values())), "text": text})

    def click(self, selector: str) -> None:
        found = self.do("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self.do("WebDriver:ElementClick", {"id": next(iter(found.values()))})

    def close(self) -> None:
        self._socket.close()
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(30)
