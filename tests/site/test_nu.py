"""The W3C's HTML checker, run over the whole site at once."""

import json
import subprocess


def test_the_nu_html_checker_finds_no_error(site, root):
    jar = next((root / ".venv").glob("vnu-*.jar"))
    command = ["java", "-jar", str(jar), "--skip-non-html", "--format", "json", "--exit-zero-always", str(site)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(told.stderr)["messages"]
    errors = [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in found
        if message["type"] == "error"
    ]
    assert errors == []
