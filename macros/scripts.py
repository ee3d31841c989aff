"""Which scripts a page needs: nothing is loaded that it does not use."""

from .content import Content

OWN = {
    "checklist": "list.js",
    "document": "document.js",
    "my_page": "my-page.js",
    "offline_switch": "offline-switch.js",
    "self_check": "self-check.js",
}
WORK = {"checklist", "document", "my_page"}  # what keeps the reader's own work


def called(content: Content, path: str) -> set[str]:
    """The components on a page; a box that shows a list has that too."""
    calls = content.pages[path].calls
    boxes = (content.things["box"][call.id] for call in calls if call.name == "box")
    return {call.name for call in calls} | {"checklist" for box in boxes if box.checklist}


def scripts_of(content: Content, path: str, with_plan: bool) -> list[str]:
    """The scripts of a page beside guide.js; `with_plan`: its ideas can be put on a plan."""
    names = called(content, path)
    work = ["work.js"] if names & WORK or with_plan else []
    return work + [script for name, script in OWN.items() if name in names]
