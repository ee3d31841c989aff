"""What the files for hosts say of themselves and of the guide."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
import yaml

from bench.load import visit
from tests.pages import SITE, page_names

MEASURED = ("first_bytes", "first_requests", "next_bytes")


def hashes(texts: list[tuple[str, str]], kind: str) -> str:
    digests = (sha256(text.encode()).digest() for name, text in texts if name == kind)
    return "".join(f" 'sha256-{b64encode(each).decode()}'" for each in digests)


@pytest.fixture(scope="module")
def workflow(root) -> dict:
    return yaml.safe_load((root / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))


def test_the_name_of_a_stylesheet_or_script_is_its_hash():
    named = [path for path in SITE.rglob("*") if re.search(r"\.[0-9a-f]{12}\.(css|js)$", path.name)]
    assert named
    for path in named:
        assert sha256(path.read_bytes()).hexdigest().startswith(path.name.split(".")[-2])


def test_no_page_has_a_script_or_a_style_inside_it_but_those_its_policy_names_by_hash():
    for name in page_names():
        text = (SITE / name).read_text(encoding="utf-8")
        assert (name, re.findall(r"<[a-z]+[^>]* (?:style|on[a-z]+)=\"", text)) == (name, [])
        inside = re.findall(r"<(script|style)>(.*?)</\1>", text, re.DOTALL)
        named = re.search(r"script-src 'self'(.*?); style-src 'self'(.*?);", text).groups()
        assert (name, named) == (name, (hashes(inside, "script"), hashes(inside, "style")))
        assert (name, len(inside)) == (name, 1 if name == "404.html" else 3)


def test_the_policy_stands_before_all_it_governs():
    for name in page_names():
        head = (SITE / name).read_text(encoding="utf-8").partition("<body")[0]
        assert head.index("Content-Security-Policy") < min(
            found.start() for found in re.finditer(r"<link|<script|<style", head)
        )


@pytest.mark.parametrize("what", MEASURED)
def test_what_the_page_for_hosts_says_a_visit_weighs_is_still_so_within_a_fifth(root, what):
    told = yaml.safe_load((root / "data" / "hosting.yml").read_text(encoding="utf-8"))["visit"]
    assert visit()[what] == pytest.approx(told[what], rel=0.2), "run `python -m bench.load`"


def test_the_workflow_runs_commands_of_the_makefile_and_actions_pinned_by_commit(workflow, root):
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", each) for each in used)
    made = {step["run"].removeprefix("make ") for step in steps if step.get("run", "").startswith("make ")}
    assert made == {"audit", "site", "test"} and made <= targets


def test_the_workflow_publishes_only_what_passed_and_with_no_more_rights_than_that_takes(workflow):
    publish = workflow["jobs"]["publish"]
    assert workflow["permissions"] == {} and publish["needs"] == "test"
    assert "refs/heads/main" in publish["if"]
    assert publish["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert workflow["jobs"]["test"]["permissions"] == {"contents": "read"}


def test_the_theme_s_notice_of_its_end_is_silenced_by_its_own_switch_and_its_date_is_written_down(root):
    assert "export NO_MKDOCS_2_WARNING := 1" in (root / "Makefile").read_text(encoding="utf-8")
    text = (root / "docs/om/beslutninger/2026-11-22-motor.md").read_text(encoding="utf-8")
    assert "5. maj 2027" in text and "NO_MKDOCS_2_WARNING=1" in text
