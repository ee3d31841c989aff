"""What makes a phone offer the guide as an app: the manifest, its icons, and a list of every file."""

import json
import re
import struct
from pathlib import Path

import pytest

from macros.publish.worker import LEFT_OUT


@pytest.fixture(scope="module")
def manifest(site) -> dict:
    return json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))


def test_the_manifest_is_danish_and_every_address_in_it_is_there(manifest, site):
    assert manifest["lang"] == "da" and manifest["name"] == "Samarbejdsguiden" and manifest["description"]
    addresses = [manifest["start_url"], *(icon["src"] for icon in manifest["icons"])]
    addresses += [shortcut["url"] for shortcut in manifest["shortcuts"]]
    assert [address for address in addresses if not (site / address).is_file()] == []


def test_every_icon_has_the_size_the_manifest_says(manifest, site):
    drawn = {
        icon["src"]: "x".join(map(str, struct.unpack(">II", (site / icon["src"]).read_bytes()[16:24])))
        for icon in manifest["icons"]
        if icon["type"] == "image/png"
    }
    assert drawn == {icon["src"]: icon["sizes"] for icon in manifest["icons"] if icon["src"] in drawn}
    assert {"192x192", "512x512"} <= set(drawn.values())
    assert [icon["purpose"] for icon in manifest["icons"] if "purpose" in icon] == ["maskable"]


def test_its_colours_are_the_guide_s(manifest, root):
    tokens = (root / "overrides" / "css" / "tokens.css").read_text()
    light = dict(re.findall(r"--([\w-]+): (#\w+);", tokens.split("}")[0]))
    assert (manifest["theme_color"], manifest["background_color"]) == (light["brand-deep"], light["paper"])


def test_the_service_worker_names_every_file_of_the_site(site):
    line = (site / "service-worker.js").read_text().split("\n")[0]
    named = dict(json.loads(re.search(r"new Map\((.*)\);$", line)[1]))
    built = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    meant = {name for name in built if Path(name).suffix not in LEFT_OUT | {""}}
    assert meant - set(named) == {"service-worker.js"}
    assert set(named) <= built
