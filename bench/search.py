"""How well the search finds: recall@3, MRR and time, by kind of query, beside stock Material on the same pages.

    python -m bench.search [--set build|fresh|wide|report|unseen] [--misses]

The queries and the sections each should find stand in bench/queries.yml. A hit is right when its address is a
target, or lies on a target that is a whole page. MRR is the mean of 1/rank (0 beyond rank 20). Both engines run in
Chromium on the built pages.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

from bench.build import plain
from bench.grow import grown
from bench.record import record, show
from tests.chromium import ARGUMENTS, PROGRAM

ROOT = Path(__file__).parent.parent
COLUMNS = ["engine", "kind", "queries", "recall_at_3", "mrr", "median_ms"]
ASK_GUIDE = """(query) => {
  const at = performance.now();
  const addresses = engine(query).hits.map((hit) => hit.address);
  return [addresses, performance.now() - at];
}"""
ASK_MATERIAL = """(query) => new Promise((answer) => {
  const at = performance.now();
  worker.onmessage = ({ data }) => {
    if (data.type === 3) answer([data.data.items.flat().map((one) => one.location), performance.now() - at]);
  };
  worker.postMessage({ type: 2, data: query });
})"""
START_MATERIAL = """async () => {
  const data = await (await fetch('search/search_index.json')).json();
  const address = JSON.parse(document.getElementById('__config').textContent).search;
  window.worker = new Worker(address);
  await new Promise((ready) => {
    worker.onmessage = ready;
    worker.postMessage({ type: 0, data: { ...data, options: {} } });
  });
}"""


def right(address: str, targets: list[str]) -> bool:
    """Whether a hit's address is one of the targets, or on a page that is one."""
    return any(address == target or ("#" not in target and address.partition("#")[0] == target) for target in targets)


def measure(page: Page, script: str, queries: list[dict]) -> list[dict]:
    """Each query with its rank (0: not found) and its time in ms."""
    measured = []
    for query in queries:
        addresses, took = page.evaluate(script, query["query"])
        rank = next((place for place, address in enumerate(addresses[:20], 1) if right(address, query["targets"])), 0)
        measured.append(query | {"rank": rank, "ms": took, "found": addresses[:3]})
    return measured


def table(name: str, measured: list[dict]) -> list[list]:
    """A row for each kind and for all: recall@3 in per cent, MRR and the median time in ms."""
    kinds = defaultdict(list)
    for query in measured:
        kinds[query["kind"]].append(query)
    rows = []
    for kind, asked in [*kinds.items(), ("all", measured)]:
        recall = 100 * sum(0 < query["rank"] <= 3 for query in asked) / len(asked)
        mrr = sum(1 / query["rank"] for query in asked if query["rank"]) / len(asked)
        median = sorted(query["ms"] for query in asked)[len(asked) // 2]
        rows.append([name, kind, len(asked), round(recall, 1), round(mrr, 2), round(median, 1)])
    return rows


def main() -> None:
    """Run both engines over the queries and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--set", choices=["build", "fresh", "wide", "report", "unseen"])
    parser.add_argument("--misses", action="store_true", help="list what was not among the first three")
    parser.add_argument("--alone", action="store_true", help="leave stock Material out")
    options = parser.parse_args()
    queries = yaml.safe_load((ROOT / "bench" / "queries.yml").read_text(encoding="utf-8"))
    queries = [query for query in queries if options.set in (None, query["set"])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        page = browser.new_page()
        page.goto((ROOT / "site" / "index.html").as_uri())
        for part in ("data-engine", "data-index"):
            page.add_script_tag(url=page.get_attribute("[data-search]", part))
        page.evaluate("() => { window.engine = guideSearch(guideIndex); }")
        guide = measure(page, ASK_GUIDE, queries)
        rows = table("guide", guide)
        if options.misses:
            for query in guide:
                if not 0 < query["rank"] <= 3:
                    found = ", ".join(query["found"])
                    print(f"  {query['kind']}: {query['query']} -> {query['rank']}: {found}; not {query['targets']}")
        if options.alone:
            show(COLUMNS, rows)
        else:
            record("soegning", COLUMNS, rows + table("plain_material", material(browser, queries)))
        browser.close()


def material(browser, queries: list[dict]) -> list[dict]:
    """The same queries asked of stock Material, served from this machine."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        config, site = plain(grown(folder)), folder / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site)]
        subprocess.run(command, check=True, cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        server = subprocess.Popen(
            [sys.executable, "-m", "http.server", "8123", "--bind", "127.0.0.1", "-d", str(site)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(1)
            page = browser.new_page()
            page.goto("http://127.0.0.1:8123/index.html")
            page.evaluate(START_MATERIAL)
            return measure(page, ASK_MATERIAL, queries)
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
