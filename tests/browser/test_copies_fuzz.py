"""A thousand files and stored values that nobody meant: no list is lost or altered, no script fails."""

import json
import random

import pytest

CASES, BATCH = 1000, 100
SCRAPS = [
    None, True, False, 0, -1, 1, 1.5, 1e308, 9e15, -0.0, "", "x", "list", "document", "netvaerksraad", "del",
    "__proto__", "constructor", "toString", "Æblegrød 🙂", "\u0000", "<b>&\"'", "2027-13-45", "2027-01-12", "done",
    "skipped", "open", "a" * 3000, "\ud800", [], {}, [[]], [{}], {"at": 1}, {"__proto__": {"x": 1}}, ["abcdef"],
]  # fmt: skip
HERE = {"mineliste1": "list", "mineliste2": "list", "mitdokument": "document"}
KEYS = ["format", "id", "kind", "of", "name", "named", "archived", "created", "entries"]
SPREAD = """(cases) => {
  const prefix = "samarbejdsguiden:1:copy:", faults = [];
  const complain = console.error;
  console.error = (...said) => faults.push(["console", said.map(String).join(" ")]);
  for (const { here, stored, file } of cases) {
    localStorage.clear();
    dispatchEvent(new StorageEvent("storage", { key: null })); // as when another tab has emptied the store
    for (const copy of here) localStorage.setItem(prefix + copy.id, JSON.stringify(copy));
    for (const [key, value] of stored) localStorage.setItem(prefix + key, value);
    const before = Object.entries(localStorage);
    let data = null, report = null;
    try { data = JSON.parse(file); } catch { /* not JSON: the page says so */ }
    try { report = copies.merge(data); } catch (error) {
      if (!(error instanceof TypeError)) faults.push(["threw", String(error), file]);
    }
    copies.all().forEach((copy) => copies.get(copy.id));
    dispatchEvent(new StorageEvent("storage", { key: prefix + here[0].id }));
    const brought = new Set(report && Array.isArray(data?.copies) ? data.copies.map((copy) => copy?.id) : []);
    for (const [key, value] of before) {
      const id = key.slice(prefix.length), now = localStorage.getItem(key);
      if (now === value) continue;
      if (!brought.has(id) || !here.some((copy) => copy.id === id)) {
        faults.push(["altered", key, value, now]);
        continue;
      }
      const [was, is] = [JSON.parse(value), JSON.parse(now)];
      const renamed = is.name !== was.name && is.named <= was.named;
      if (is.kind !== was.kind || is.of !== was.of || renamed) faults.push(["renamed", value, now]);
      for (const [name, entry] of Object.entries(was.entries)) {
        const kept = is.entries[name];
        const altered = kept && kept.at <= entry.at && JSON.stringify(kept) !== JSON.stringify(entry);
        if (!kept || altered) faults.push(["entry", name, value, now]);
      }
    }
    const once = JSON.stringify(Object.entries(localStorage).sort());
    if (report) {
      const again = copies.merge(data);
      const twice = JSON.stringify(Object.entries(localStorage).sort());
      if (again.added || again.updated || twice !== once) faults.push(["twice", file]);
    }
  }
  console.error = complain;
  return faults;
}"""


class Chance:
    """Values at random, the same at every run."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)

    def scrap(self, depth: int = 2):
        kind = self.random.random()
        if depth and kind < 0.1:
            return [self.scrap(depth - 1) for _ in range(self.random.randrange(4))]
        if depth and kind < 0.2:
            return {
                str(self.random.choice(SCRAPS))[:20]: self.scrap(depth - 1) for _ in range(self.random.randrange(4))
            }
        return self.random.choice(SCRAPS)

    def entry(self):
        entry = {"at": self.random.randrange(1, 2_000), "state": self.random.choice(["open", "done", "skipped"])}
        if self.random.random() < 0.5:
            entry[self.random.choice(["note", "owner", "date", "at", "state", "value", "x"])] = self.scrap()
        return entry if self.random.random() < 0.85 else self.scrap()

    def copy(self, id_: str, kind: str, clean: bool = False) -> dict:
        keys = ["del", "planlaeg", "opsoeg", "ukendt-punkt"]
        entries = {key: {"at": self.random.randrange(1, 2_000), "state": "done", "note": key} for key in keys}
        if not clean:
            entries = {
                str(self.random.choice([*keys, "__proto__", "", "Æ", "x" * 200])): self.entry() for _ in range(5)
            }
        copy = {
            "format": 1, "id": id_, "kind": kind, "of": "netvaerksraad" if kind == "list" else "samarbejdsaftale",
            "name": f"Navn {self.random.randrange(9)}", "named": self.random.randrange(1, 2_000), "archived": False,
            "created": self.random.randrange(1, 2_000), "entries": entries,
        }  # fmt: skip
        while not clean and self.random.random() < 0.35:
            copy[self.random.choice(KEYS)] = self.scrap()
        if not clean and self.random.random() < 0.1:
            del copy[self.random.choice(KEYS)]
        return copy

    def file(self) -> str:
        ids = [*HERE, "nyliste12", "rubbish1", "kort", "MED-STORT"]
        chosen = [self.random.choice(ids) for _ in range(self.random.randrange(6))]
        copies = [
            self.copy(id_, HERE.get(id_, "list")) if self.random.random() < 0.9 else self.scrap() for id_ in chosen
        ]
        file = {"program": "samarbejdsguiden", "format": 1, "saved": "", "copies": copies}
        while self.random.random() < 0.15:
            file[self.random.choice(list(file))] = self.scrap()
        text = json.dumps(file)
        if self.random.random() < 0.1:
            at = self.random.randrange(len(text))
            text = text[:at] + self.random.choice(["", "{", '"', "\\", "\u0000"]) + text[at + 1 :]
        return text

    def stored(self) -> list[tuple[str, str]]:
        values = [self.scrap(), self.copy("rubbish1", "list") | {"format": 2}, self.copy("andenid1", "list")]
        keys = ["", "rubbish1", "rubbish2", "__proto__", "æøå"]
        return [(key, json.dumps(self.random.choice(values))[: self.random.choice([5, 10**6])]) for key in keys]

    def case(self) -> dict:
        here = [self.copy(id_, kind, clean=True) for id_, kind in HERE.items()]
        return {"here": here, "stored": self.stored(), "file": self.file()}


@pytest.mark.parametrize(("name", "seed"), [("min-side.html", 20261122), ("haandbogen/netvaerk.html", 20261123)])
def test_a_thousand_random_files_and_stored_values_alter_nothing_and_break_nothing(visit, name, seed):
    """Half of them on each page."""
    page = visit(name)
    chance = Chance(seed)
    for _ in range(CASES // 2 // BATCH):
        assert page.evaluate(SPREAD, [chance.case() for _ in range(BATCH)]) == []
