"""data/schemas/, from which an editor program takes its help."""

import json
import subprocess
import sys

import pytest

from macros.content import FILES, FOLDERS
from macros.schemas import COMMAND, main, schemas

KINDS = {kind: model for kind, model in FOLDERS.values()} | FILES


def run(root, *arguments) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "macros.schemas", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_schemas_are_up_to_date(root):
    told = run(root, "--check")
    assert (told.returncode, told.stderr) == (0, "")


def test_every_kind_of_data_has_a_schema(root):
    assert {path.stem for path in (root / "data" / "schemas").iterdir()} == set(KINDS)


def test_the_editor_program_binds_each_schema_to_its_files(root):
    bound = json.loads((root / ".vscode" / "settings.json").read_text())["yaml.schemas"]
    places = {kind: f"data/{folder}/*.yml" for folder, (kind, _) in FOLDERS.items()}
    places |= {kind: f"data/{kind}.yml" for kind in FILES}
    assert bound == {f"./data/schemas/{kind}.json": place for kind, place in places.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_help_and_no_unknown_field_is_allowed(kind):
    schema = json.loads(schemas()[f"{kind}.json"])
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert [name for name, field in part["properties"].items() if not field.get("description")] == []


def test_check_names_what_is_old_missing_and_left_over_and_the_command_that_mends_it(tmp_path, capsys):
    main([], tmp_path)
    (tmp_path / "box.json").write_text("{}")
    (tmp_path / "voice.json").unlink()
    (tmp_path / "gone.json").write_text("{}")
    assert main(["--check"], tmp_path) == 1
    told = capsys.readouterr().err
    assert "box.json, gone.json, voice.json" in told
    assert COMMAND in told
    assert (tmp_path / "box.json").read_text() == "{}"


def test_writing_mends_what_check_names(tmp_path):
    (tmp_path / "gone.json").write_text("{}")
    assert main([], tmp_path) == 0
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == schemas()
    assert main(["--check"], tmp_path) == 0
