/* The draft on a document's page: shows it, keeps it while the reader writes, and follows it when another tab writes. */
const draftOf = (of, fields, given, seen) => {
  "use strict";
  const dirty = new Set();
  let current = "", timer = 0;

  const fits = (value, like) => Array.isArray(value) === Array.isArray(like) && typeof value === typeof like && value !== null;
  const known = (id) => {
    const value = current && copies.get(current)?.entries[id]?.value;
    return fits(value, given.get(id)) ? value : given.get(id);
  };
  const all = () => copies.of("document", of);
  const show = (ids) => {
    for (const id of ids) {
      const value = known(id);
      if (!answers.same(answers.read(fields.get(id)), value)) answers.show(fields.get(id), value);
    }
    seen();
  };
  const busy = (id) => dirty.has(id) || fields.get(id).contains(document.activeElement);

  const draft = {
    all,
    id: () => current,
    copy: () => (current ? copies.get(current) : null),
    open(id) {
      draft.save();
      current = id && copies.get(id) ? id : "";
      dirty.clear();
      show(fields.keys());
    },
    /* The draft the address names, else the one written in last. */
    begin() {
      const asked = new URLSearchParams(location.search).get("kopi");
      const last = (copy) => Math.max(copy.named, ...Object.values(copy.entries).map((entry) => entry.at));
      const mine = all();
      const open = mine.filter((copy) => !copy.archived).sort((one, other) => last(other) - last(one));
      draft.open((mine.find((copy) => copy.id === asked) || open[0])?.id);
    },
    changed(id, name) {
      dirty.add(id);
      clearTimeout(timer);
      timer = setTimeout(() => draft.save(name), 300);
    },
    /* Keep what is not kept yet. `name` makes the name of a draft that begins now. */
    save(name = draft.name) {
      clearTimeout(timer);
      if (!dirty.size) return;
      if (current && !copies.get(current)) current = "";
      const ids = (current ? [...dirty] : [...fields.keys()]).filter((id) => !answers.same(answers.read(fields.get(id)), known(id)));
      const written = Object.fromEntries(ids.map((id) => [id, { value: answers.read(fields.get(id)) }]));
      dirty.clear();
      if (ids.length && !current) current = copies.create("document", of, name()).id;
      if (ids.length) copies.write(current, written);
      seen();
    },
    name: () => "",
  };
  copies.watch((id) => {
    if (current && (!id || id === current) && copies.get(current)) show([...fields.keys()].filter((field) => !busy(field)));
    else seen();
  });
  addEventListener("pagehide", () => draft.save());
  document.addEventListener("visibilitychange", () => { if (document.hidden) draft.save(); });
  return draft;
};
