"""`python -m macros.schemas`: writes data/schemas/, from which an editor program takes its help and its completion.

With `--check` nothing is written: it returns 1 when a schema is not as the models say.
"""

import json
import sys
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from .content import FILES, FOLDERS
from .models.base import Model

COMMAND = ".venv/bin/python -m macros.schemas"
# The models' docstrings are English, and their names and titles are code: an editor reads only the fields' own help.
NOISE = ("description", "title")


class _Schema(GenerateJsonSchema):
    def field_title_should_be_set(self, schema) -> bool:
        return False


def schemas() -> dict[str, str]:
    """Every schema by file name, as the text of its file."""
    models = dict(FOLDERS.values()) | FILES
    return {f"{kind}.json": _text(model) for kind, model in models.items()}


def main(arguments: list[str], folder: Path) -> int:
    """Write the schemas into `folder`, or with --check tell on stderr what is not up to date there."""
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    made = schemas()
    wrong = sorted(name for name in found.keys() | made.keys() if found.get(name) != made.get(name))
    if "--check" in arguments:
        if wrong:
            print(f"data/schemas/ er ikke ajour: {', '.join(wrong)}. Kør {COMMAND}", file=sys.stderr)
        return bool(wrong)
    folder.mkdir(parents=True, exist_ok=True)
    for name in wrong:
        if name in made:
            (folder / name).write_text(made[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return 0


def _text(model: type[Model]) -> str:
    schema = model.model_json_schema(schema_generator=_Schema)
    for part in (schema, *schema.get("$defs", {}).values()):
        for key in NOISE:
            part.pop(key, None)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path("data") / "schemas"))
