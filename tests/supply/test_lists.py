"""The packages: the lists, the page of licences and the bill of materials tell of the same ones, as installed."""

import json
import re

import pytest
import yaml

from supply.licences import UNKNOWN, packages
from supply.lock import ALONE, WHOLE, blocks, pins
from tests.pages import SITE


@pytest.fixture(scope="module")
def told(root) -> list[dict]:
    return yaml.safe_load((root / "data" / "dependencies.yml").read_text(encoding="utf-8"))["packages"]


@pytest.fixture(scope="module")
def bill(root) -> dict:
    return json.loads((root / "dist" / "samarbejdsguiden.cdx.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*WHOLE, *ALONE])
def test_every_package_is_locked_to_one_version_and_the_hashes_of_its_files(root, name):
    text = (root / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert lines and all(re.match(r"\S+==\S+|    --hash=sha256:[0-9a-f]{64}", line) for line in lines)
    assert all("--hash=sha256:" in block for block in blocks(text))
    assert set(pins(root / f"{name}.in")) <= set(pins(root / f"{name}.txt")), "run `make lock`"


def test_what_is_asked_for_by_hand_is_what_is_locked(root):
    for name in (*WHOLE, *ALONE):
        locked = (root / f"{name}.txt").read_text(encoding="utf-8").lower()
        for line in (root / f"{name}.in").read_text(encoding="utf-8").lower().splitlines():
            if "==" in line:
                asked = re.sub(r"\[.*?\]|_", lambda part: "-" if part[0] == "_" else "", line).strip()
                assert f"{asked} " in locked, "run `make lock`"


def test_the_page_tells_of_the_packages_that_are_installed_with_their_licences(told):
    assert told == packages(), "run `make lock`"
    assert {package["use"] for package in told} == {"site", "tests"}
    assert [package["name"] for package in told if package["licence"] == UNKNOWN] == []
    page = (SITE / "om" / "licenser.html").read_text(encoding="utf-8")
    for package in told:
        assert f">{package['name']}</th>" in page and f">{package['licence']}</td>" in page


def test_a_licence_is_a_name_and_the_text_is_read_where_the_package_names_none(told):
    licences = {package["name"]: package["licence"] for package in told}
    assert [name for name, licence in licences.items() if "opyright" in licence] == []
    assert (licences["resvg_py"], licences["Jinja2"], licences["xlrd"]) == ("MIT", "BSD-3-Clause", "BSD-2-Clause")


def test_the_bill_of_materials_names_each_package_once_and_every_need_of_it(bill, told):
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [(each["name"], each["version"]) for each in bill["components"]] == [
        (package["name"], package["version"]) for package in told
    ]
    refs = [each["bom-ref"] for each in bill["components"]]
    assert len(set(refs)) == len(refs) and all(re.fullmatch(r"pkg:pypi/[a-z0-9-]+@[\w.]+", ref) for ref in refs)
    needs = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    assert needs.keys() == {*refs, "guide"} and needs["guide"] == refs
    assert {ref for wanted in needs.values() for ref in wanted} <= set(refs)
    assert any("pydantic-core" in ref for ref in needs[next(ref for ref in refs if "/pydantic@" in ref)])
