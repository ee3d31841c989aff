"""Writes data/dependencies.yml: every package the guide is made or tried with, as the installed ones tell of it."""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import yaml
from packaging.requirements import Requirement

from supply.lock import pinned, pins

OUT = Path("data") / "dependencies.yml"
HEAD = "# Skrevet af make lock; skriv ikke i filen.\n"
LISTS = {"site": Path("requirements.txt"), "tests": Path("tests/requirements.txt")}
UNKNOWN = "ikke oplyst"
# What packages wrote before SPDX names were asked for (PEP 639), where it can mean one licence alone.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "MPL 2.0": "MPL-2.0",
    "SIL OFL 1.1": "OFL-1.1",
}
# Names that may mean several licences, or none: what the licence itself says is surer.
VAGUE = {"UNKNOWN", "Other/Proprietary License", "BSD", "BSD License"}
# What only the text of one licence says; the first that is found counts.
TEXTS = {
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software": "MIT",
    "Neither the name": "BSD-3-Clause",
    "Redistribution and use in source and binary forms": "BSD-2-Clause",
}


def packages() -> list[dict]:
    """Each package by name: the form of models.hosting.Dependency."""
    uses = {name: use for use in reversed(LISTS) for name in pins(LISTS[use])}
    return [_described(name, use, uses.keys()) for name, use in sorted(uses.items())]


def _described(name: str, use: str, known: set[str]) -> dict:
    found = distribution(name)
    needs = [Requirement(text) for text in found.requires or ()]
    used = {pinned(f"{need.name}==") for need in needs if not need.marker or need.marker.evaluate({"extra": ""})}
    return {
        "name": found.metadata["Name"],
        "version": found.version,
        "licence": _licence(found),
        "use": use,
        "needs": sorted(used & set(known)),
    }


def _licence(found: Distribution) -> str:
    """The licence a package names, or the one whose text it holds where the name says too little."""
    told = found.metadata
    classifiers = [one.split(" :: ")[-1] for one in told.get_all("Classifier") or () if one.startswith("License ::")]
    short = [line for line in [(told.get("License") or "").strip()] if "\n" not in line and len(line) < 60]
    named = [name for name in (told.get("License-Expression"), *short, *classifiers) if name]
    sure = [SPDX.get(name, name) for name in named if name not in VAGUE]
    return next(iter([*sure, *_by_text(found), *named]), UNKNOWN)


def _by_text(found: Distribution) -> list[str]:
    files = [file for file in found.files or () if re.match(r"LICEN[CS]E|COPYING", file.name)]
    texts = [" ".join(found.locate_file(file).read_text(encoding="utf-8").split()) for file in files]
    return [name for text in texts for said, name in TEXTS.items() if said in text][:1]


def main() -> None:
    """Write the file."""
    text = yaml.safe_dump({"packages": packages()}, allow_unicode=True, sort_keys=False, width=120)
    OUT.write_text(HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    main()
