"""The bill of materials: every package with version and licence, for programs that watch for faults in packages.

The form is CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
"""

import json
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path

from ..content import Content
from ..models.hosting import Dependency

NAME = "samarbejdsguiden.cdx.json"
SCOPES = {"site": "required", "tests": "excluded"}
SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def write_sbom(content: Content, site_name: str, into: Path, epoch: int) -> Path:
    """Write the bill into the folder `into`, dated `epoch` (seconds since 1970).

    The same packages and the same time give the same bytes.
    """
    packages = content.dependencies.packages
    refs = {_normal(package.name): _ref(package) for package in packages}
    root = {"type": "application", "bom-ref": "guide", "name": site_name}
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join([*refs.values(), str(epoch)]))}",
        "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "component": root},
        "components": [_component(package) for package in packages],
        "dependencies": [
            {"ref": "guide", "dependsOn": list(refs.values())},
            *({"ref": _ref(package), "dependsOn": [refs[name] for name in package.needs]} for package in packages),
        ],
    }
    into.mkdir(parents=True, exist_ok=True)
    path = into / NAME
    path.write_text(json.dumps(bill, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _component(package: Dependency) -> dict:
    known = SPDX.fullmatch(package.licence)
    return {
        "type": "library",
        "bom-ref": _ref(package),
        "name": package.name,
        "version": package.version,
        "scope": SCOPES[package.use],
        "licenses": [{"expression": package.licence} if known else {"license": {"name": package.licence}}],
        "purl": _ref(package),
    }


def _ref(package: Dependency) -> str:
    """Source: https://github.com/package-url/purl-spec"""
    return f"pkg:pypi/{_normal(package.name)}@{package.version}"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
