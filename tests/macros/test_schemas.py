"""data/schemas/ and .vscode/settings.json, from which an editor program takes its help."""

import subprocess
import sys

import pytest

from macros.content import FILES, FOLDERS
from macros.schemas import COMMAND, SETTINGS, files, main, schemas

KINDS = dict(FOLDERS.values()) | FILES
SCHEMAS = schemas()


def test_the_schemas_are_up_to_date(root):
    command = [sys.executable, "-m", "macros.schemas", "--check"]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")


def test_every_kind_of_data_has_a_schema_and_its_place(root):
    assert {path.stem for path in (root / "data" / "schemas").iterdir()} == set(KINDS)
    settings = files()[SETTINGS]
    assert [kind for kind in KINDS if f'"./data/schemas/{kind}.json": "data/' not in settings] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_help_and_no_unknown_field_is_allowed(kind):
    schema = SCHEMAS[kind]
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert [name for name, field in part["properties"].items() if not field.get("description")] == []


def test_check_names_what_is_old_missing_and_left_over_and_the_command_that_mends_it(tmp_path, capsys):
    main([], tmp_path)
    folder = tmp_path / "data" / "schemas"
    (folder / "box.json").write_text("{}")
    (folder / "voice.json").unlink()
    (folder / "gone.json").write_text("{}")
    assert main(["--check"], tmp_path) == 1
    told = capsys.readouterr().err
    assert "data/schemas/box.json, data/schemas/gone.json, data/schemas/voice.json" in told
    assert COMMAND in told
    assert (folder / "box.json").read_text() == "{}"


def test_writing_mends_what_check_names(tmp_path):
    (tmp_path / "data" / "schemas").mkdir(parents=True)
    (tmp_path / "data" / "schemas" / "gone.json").write_text("{}")
    assert main(["--check"], tmp_path) == 1
    assert main([], tmp_path) == 0
    written = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.json")}
    assert written == files()
    assert main(["--check"], tmp_path) == 0
