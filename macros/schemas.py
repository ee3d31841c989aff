"""`python -m macros.schemas`: writes data/schemas/, from which an editor program takes its help and its completion.

.vscode/settings.json, which binds each schema to its files, comes with them. With `--check` nothing is written: it
returns 1 when a file is not as the models say.
"""

import json
import sys
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from .content import FILES, FOLDERS
from .models.base import Model

COMMAND = ".venv/bin/python -m macros.schemas"
FOLDER = "data/schemas"
SETTINGS = ".vscode/settings.json"
# The models' docstrings are English, and their names are code: an editor reads only the fields' own help.
NOISE = ("description", "title")


class _Schema(GenerateJsonSchema):
    def field_title_should_be_set(self, schema) -> bool:
        return False


def schemas() -> dict[str, dict]:
    """Every schema by the kind of data it describes."""
    models = dict(FOLDERS.values()) | FILES
    return {kind: _schema(model) for kind, model in models.items()}


def files() -> dict[str, str]:
    """Every file to write, by its path from the top of the guide."""
    places = {kind: f"data/{folder}/*.yml" for folder, (kind, _) in FOLDERS.items()}
    places |= {kind: f"data/{kind}.yml" for kind in FILES}
    settings = {"yaml.schemas": {f"./{FOLDER}/{kind}.json": place for kind, place in places.items()}}
    made = {f"{FOLDER}/{kind}.json": schema for kind, schema in schemas().items()} | {SETTINGS: settings}
    return {path: json.dumps(value, ensure_ascii=False, indent=2) + "\n" for path, value in made.items()}


def main(arguments: list[str], root: Path) -> int:
    """Write the files below `root`, or with --check tell on stderr which of them are not up to date."""
    made = files()
    found = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / FOLDER).glob("*.json")}
    found |= {SETTINGS: (root / SETTINGS).read_text("utf-8")} if (root / SETTINGS).exists() else {}
    wrong = sorted(path for path in found.keys() | made.keys() if found.get(path) != made.get(path))
    if "--check" in arguments:
        if wrong:
            print(f"Ikke ajour: {', '.join(wrong)}. Kør {COMMAND}", file=sys.stderr)
        return bool(wrong)
    for path in wrong:
        if path in made:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(made[path], encoding="utf-8")
        else:
            (root / path).unlink()
    return 0


def _schema(model: type[Model]) -> dict:
    schema = model.model_json_schema(schema_generator=_Schema)
    for part in (schema, *schema.get("$defs", {}).values()):
        for key in NOISE:
            part.pop(key, None)
    return schema


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path()))
