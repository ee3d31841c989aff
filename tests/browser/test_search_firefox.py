"""The search in Firefox, from a folder on the disk, with the network refused."""

ANSWER = """
  const list = document.querySelector("[data-search-hits]"), stop = performance.now() + 10000;
  const there = () => list.textContent.includes(given[0]);
  while (performance.now() < stop && !there()) await new Promise((later) => setTimeout(later, 20));
  return [...list.querySelectorAll(".l-search__title")].slice(0, 3).map((title) => title.textContent);
"""


def test_firefox_finds_from_the_disk_and_keeps_the_query_in_the_address(firefox, bundle):
    firefox.visit(f"{bundle}/index.html")
    firefox.click("[data-search-open]")
    firefox.type("#soeg-ord", "samabejdsaftalerne")
    titles = firefox.evaluate(ANSWER, "amarbejdsaftale")
    assert any("amarbejdsaftale" in title for title in titles)
    assert firefox.evaluate("return new URLSearchParams(location.search).get('q');") == "samabejdsaftalerne"
    firefox.visit(f"{bundle}/haandbogen/index.html?q=netv%C3%A6rk&i=box")
    assert firefox.evaluate(ANSWER, "Boks 2.1")[0].startswith("Boks")
    reached = "try { await fetch('http://127.0.0.1:9/'); return true; } catch { return false; }"
    assert firefox.evaluate(reached) is False
