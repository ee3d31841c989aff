/* The reader's own work: named copies of lists and documents, one storage key each.

   A copy: { format: 1, id, kind: "list" | "document", of: id of the list or document, name, named: ms, archived: bool,
             created: ms, entries: { item or field id: { at: ms, ... } } }
   Every entry carries the time it was written. Two versions of a copy are merged entry by entry, the newer one wins:
   so two tabs, or a file from another machine, never undo each other's work. What cannot be read is left as it is. */
const copies = (() => {
  "use strict";
  const PREFIX = "copy:", FORMAT = 1, LATEST = 8e15; // no later time: it must have room to grow, and be a date
  const watchers = new Set();
  const memory = new Map(); // what the device would not keep: lives as long as the page
  const written = new Map(); // what this tab wrote: another tab, that had not seen it yet, may write over it
  let trouble = "";         // "", "forbidden" or "full"

  const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const time = (value) => (Number.isFinite(value) && value > 0 ? Math.min(value, LATEST) : 0);
  const after = (then) => Math.max(Date.now(), then + 1);
  const is = (pattern, value) => typeof value === "string" && pattern.test(value);
  const text = (value, most = 20000) => (typeof value === "string" ? value.slice(0, most) : "");

  /* What is stored or imported may be anything: keep what is a copy, null for the rest. */
  const cleaned = (raw) => {
    if (!plain(raw) || raw.format !== FORMAT || !is(/^[a-z0-9]{6,40}$/, raw.id)) return null;
    if (!["list", "document"].includes(raw.kind) || !is(/^[a-z0-9-]{1,80}$/, raw.of) || !plain(raw.entries)) return null;
    const entries = Object.create(null);
    for (const [old, entry] of Object.entries(raw.entries)) {
      const key = moved(raw.kind, raw.of, old);
      if (!is(/^[a-z0-9-]{1,120}$/, old) || !plain(entry)) continue;
      const kept = { ...entry, at: time(entry.at) };
      if (!entries[key] || entries[key].at < kept.at) entries[key] = kept;
    }
    return { format: FORMAT, id: raw.id, kind: raw.kind, of: movedWhole(raw.kind, raw.of), name: text(raw.name, 200), named: time(raw.named),
      archived: raw.archived === true, created: time(raw.created), entries: { ...entries } };
  };
  const moved = (kind, of, key) => movedIds[`${kind}/${of}/${key}`] || key;
  const movedWhole = (kind, of) => movedIds[`${kind}/${of}`] || of;

  const parsed = (id, value) => {
    try { const copy = cleaned(JSON.parse(value)); return copy && copy.id === id ? copy : null; } catch { return null; }
  };
  /* Both as one: of each entry, and of the name, the newer; `fresh` where they are as new as each other. */
  const newer = (old, fresh) => {
    if (!old || !fresh) return old || fresh;
    const entries = { ...old.entries };
    for (const [key, entry] of Object.entries(fresh.entries)) {
      if (!entries[key] || entries[key].at <= entry.at) entries[key] = entry;
    }
    const late = old.named > fresh.named ? old : fresh;
    return { ...late, created: Math.min(old.created, fresh.created) || late.created, entries };
  };
  const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
  const sorted = (value) => (plain(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);

  const get = (id) => newer(parsed(id, storage.read(PREFIX + id)), memory.get(id)) || null;
  const tell = (id) => watchers.forEach((watcher) => { try { watcher(id); } catch (error) { console.error(error); } });
  const put = (copy, quiet) => {
    const whole = newer(get(copy.id), copy);
    if (storage.write(PREFIX + copy.id, JSON.stringify(whole))) {
      memory.delete(copy.id);
      written.set(copy.id, whole);
      if (!memory.size) trouble = "";
    } else {
      memory.set(copy.id, whole);
      trouble = storage.allowed() ? "full" : "forbidden";
    }
    if (!quiet) tell(copy.id);
    return whole;
  };
  const all = () => [...new Set([...storage.keys(PREFIX).map((key) => key.slice(PREFIX.length)), ...memory.keys()])].map(get)
    .filter(Boolean).sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));

  addEventListener("storage", (event) => {
    const id = storage.named(event.key, PREFIX);
    if (event.key !== null && !id) return;
    const there = id && get(id), mine = id && written.get(id);
    if (!there) { written.delete(id); if (!id) written.clear(); }
    else if (mine && !same(newer(mine, there), there)) put(newer(mine, there), true);
    tell(id);
  });

  return {
    /* "" when all is kept, else "forbidden" or "full": the work then lives only as long as the page. */
    trouble: () => trouble,
    get,
    all,
    of: (kind, id) => all().filter((copy) => copy.kind === kind && copy.of === id),
    create(kind, of, name) {
      const id = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join("");
      const now = Date.now();
      return put({ format: FORMAT, id, kind, of, name: text(name, 200), named: now, archived: false, created: now, entries: {} });
    },
    /* Change parts of one entry (a tick, a note, an answer). */
    set(id, key, change) {
      const copy = get(id);
      if (!copy) return null;
      return put({ ...copy, entries: { [key]: { ...copy.entries[key], ...change, at: after(copy.entries[key]?.at || 0) } } });
    },
    /* Write entries whole, as now: to empty them, or to put back what they held. */
    write(id, entries) {
      const copy = get(id);
      if (!copy) return null;
      const now = Object.entries(entries).map(([key, entry]) => [key, { ...entry, at: after(copy.entries[key]?.at || 0) }]);
      return put({ ...copy, entries: Object.fromEntries(now) });
    },
    rename(id, name) { const copy = get(id); return copy && put({ ...copy, name: text(name, 200), named: after(copy.named) }); },
    archive(id, archived) { const copy = get(id); return copy && put({ ...copy, archived, named: after(copy.named) }); },
    duplicate(id, name) {
      const from = get(id);
      if (!from) return null;
      const to = this.create(from.kind, from.of, name);
      return put({ ...to, entries: from.entries });
    },
    /* Take a copy away; what is returned can be put back with restore. */
    remove(id) {
      const copy = get(id);
      storage.remove(PREFIX + id);
      memory.delete(id);
      written.delete(id);
      if (!memory.size) trouble = "";
      tell(id);
      return copy;
    },
    restore: (copy) => put(copy),
    /* How many stored values are no copies this version can read. */
    unreadable: () => storage.keys(PREFIX).filter((key) => !get(key.slice(PREFIX.length))).length,
    /* Everything, also what cannot be read. What is returned can be put back with restoreAll. */
    removeAll() {
      const gone = { copies: all(), raw: [] };
      gone.copies.forEach((copy) => this.remove(copy.id));
      for (const key of storage.keys(PREFIX)) { gone.raw.push([key, storage.read(key)]); storage.remove(key); }
      return gone;
    },
    restoreAll(gone) {
      gone.raw.forEach(([key, value]) => storage.write(key, value));
      gone.copies.forEach((copy) => this.restore(copy));
    },
    /* The file: { program, format, saved, copies }. */
    file: (chosen) => ({ program: "samarbejdsguiden", format: FORMAT, saved: new Date().toISOString(), copies: chosen || all() }),
    /* Merge a file's copies into what is here. Never replaces newer work. Throws TypeError when it is no such file. */
    merge(file) {
      if (!plain(file) || file.program !== "samarbejdsguiden" || !Array.isArray(file.copies)) throw new TypeError("not a file of the guide");
      const report = { added: 0, updated: 0, same: 0, refused: 0 };
      for (const raw of file.copies.slice(0, 5000)) {
        const copy = cleaned(raw);
        const here = copy && get(copy.id);
        const other = here ? here.kind !== copy.kind || here.of !== copy.of : copy && storage.read(PREFIX + copy.id) !== null;
        if (!copy || other) { report.refused += 1; continue; }
        const whole = newer(copy, here);
        if (here && same(whole, here)) { report.same += 1; continue; }
        put(whole, true);
        report[here ? "updated" : "added"] += 1;
      }
      tell("");
      return report;
    },
    watch: (watcher) => { watchers.add(watcher); },
  };
})();
