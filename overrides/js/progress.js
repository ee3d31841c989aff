/* How far a copy is, seen from the ids its list or document has today. Entries of other ids are kept, not counted. */
const progress = (copy, ids) => {
  "use strict";
  const entries = ids.map((id) => (copy && copy.entries[id]) || {});
  const filled = (value) => (typeof value === "string" ? value.trim() !== "" : value !== null && typeof value === "object" ? Object.values(value).some(filled) : Boolean(value));
  const answered = (entry) => Object.entries(entry).some(([name, value]) => name !== "at" && filled(value));
  const list = !copy || copy.kind === "list";
  const skipped = list ? entries.filter((entry) => entry.state === "skipped").length : 0;
  const done = entries.filter((entry) => (list ? entry.state === "done" : answered(entry))).length;
  return { done, skipped, total: ids.length - skipped };
};
/* When a copy was last changed, in ms. */
const changed = (copy) => Math.max(copy.named, ...Object.values(copy.entries).map((entry) => entry.at));
