"""What axe-core finds on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passed is not collected, which takes most of the time
    "preload": False,  # axe would ask for the stylesheets again, which a page on disk may not
}
COLOURS = RULES | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def found(page, rules: dict = RULES) -> list[str]:
    answer = Axe().run(page, options=rules).response
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in answer["violations"]
        for node in fault["nodes"]
    ]
