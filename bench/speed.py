"""A first visit on a phone with slow 4G: the guide beside plain Material on the same pages, in one run.

    python -m bench.speed [--runs N]

Chromium slows its network and processor as Lighthouse does on a phone. Keeps for each page the median of N visits:
requests, kB sent by the server, the largest contentful paint in seconds, total blocking time in ms and layout shift.
Each visit to one site is followed by one to the other, and the ratio is the median of these pairs' ratios.
"""

import argparse
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.chromium import ARGUMENTS, PROGRAM

from .record import record
from .served import PAGES, Served, served

# Lighthouse's phone, and its slow 4G as DevTools applies it: 150 ms × 3.75 a request and 0.9 of 1.6 Mbit/s.
# https://github.com/GoogleChrome/lighthouse/blob/v12.8.2/core/config/constants.js
PHONE = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
KBIT = 1024 / 8
SLOW_4G = {
    "offline": False,
    "latency": 150 * 3.75,
    "downloadThroughput": 1638.4 * 0.9 * KBIT,
    "uploadThroughput": 750 * 0.9 * KBIT,
}
SLOWER = 4
REST = 1000  # ms without anything from the network, so that work done when idle is counted too
FIGURES = {"requests": 0, "kb": 1, "lcp_s": 2, "tbt_ms": 0, "cls": 3}  # and their decimals
WATCH = """() => {
  window.seen = { lcp: 0, cls: 0, tasks: [] };
  const watch = (type, see) => {
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  };
  watch("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch("longtask", (entry) => { seen.tasks.push(entry); });
}"""
# What of each long task goes beyond 50 ms, after the first paint. https://web.dev/articles/tbt
TOLD = """() => {
  const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const blocked = seen.tasks.filter((task) => task.startTime >= painted).map((task) => task.duration - 50);
  return { lcp_s: seen.lcp / 1000, tbt_ms: blocked.reduce((sum, one) => sum + one, 0), cls: seen.cls };
}"""


def visit(browser: Browser, site: Served, path: str) -> dict[str, float]:
    """The figures of one first visit, with nothing kept from another."""
    before = len(site.sent())
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    page.add_init_script(f"({WATCH})()")
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{site.address}/{path}", wait_until="networkidle")
    page.wait_for_timeout(REST)
    found = page.evaluate(TOLD)
    context.close()
    sent = site.sent()[before:]
    return {"requests": len(sent), "kb": sum(sent) / 1000} | found


def rows(page: str, pairs: list[dict[str, dict[str, float]]]) -> list[list]:
    """The rows of a page: the guide, plain Material, and the one divided by the other."""
    made = []
    for name in pairs[0]:
        figures = {each: median(pair[name][each] for pair in pairs) for each in FIGURES}
        made.append([page, name, *(round(figures[each], decimals or None) for each, decimals in FIGURES.items())])
    return [*made, [page, "ratio", *(ratio(pairs, each) for each in FIGURES)]]


def ratio(pairs: list[dict[str, dict[str, float]]], figure: str) -> float | str:
    """The guide's figure divided by plain Material's: the median over the pairs; "none" where plain Material's is 0."""
    divided = [guide[figure] / plain[figure] for guide, plain in map(dict.values, pairs) if plain[figure]]
    return round(median(divided), 2) if len(divided) == len(pairs) else "none"


def main() -> None:
    """Visit each page of both sites in turn and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    found = []
    with served() as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        for page, path in PAGES.items():
            pairs = [{name: visit(browser, site, path) for name, site in sites.items()} for _ in range(runs)]
            found += rows(page, pairs)
        browser.close()
    record("sidevisning", ["page", "build", *FIGURES], found)


if __name__ == "__main__":
    main()
