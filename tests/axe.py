"""What axe-core finds on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passed is not collected, which takes most of the time
    "preload": False,  # axe would ask for the stylesheets again, which a page on disk may not
}
# To look at colours takes most of the time. What stands in the same tags with the same classes, all the way out, has
# the same colours: so one of each is looked at.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
ALL_BUT_COLOURS = RULES | {"rules": {rule: {"enabled": False} for rule in COLOUR_RULES}}
COLOURS = RULES | {"runOnly": {"type": "rule", "values": COLOUR_RULES}}
ONE_OF_EACH = """() => {
  const seen = new Set();
  const look = (one) => {
    const { tagName, classList, attributes } = one;
    return [tagName, [...classList].sort(), [...attributes].map(({ name }) => name).sort()].join();
  };
  const chain = (one) => (one ? `${chain(one.parentElement)}>${look(one)}` : "");
  const says = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  for (const one of document.querySelectorAll("body *")) {
    if (!says(one) || !one.checkVisibility({ visibilityProperty: true })) continue;
    const known = chain(one), size = seen.size;
    if (seen.add(known).size > size) one.dataset.lookedAt = "";
  }
  return seen.size;
}"""


def found(page, rules: dict = RULES, places: str = "") -> list[str]:
    """What axe finds wrong; only at the `places` of a selector, if one is given."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    answer = page.evaluate(
        "([places, rules]) => axe.run(places ? { include: [[places]] } : document, rules)", [places, rules]
    )
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in answer["violations"]
        for node in fault["nodes"]
    ]


def found_in_colours(page) -> list[str]:
    """What axe finds wrong with the colours the page now has, in one of each kind of text on it."""
    assert page.evaluate(ONE_OF_EACH) > 0
    return found(page, COLOURS, "[data-looked-at]")
