/* What stands in a form: reads and shows the answer of a field. An answer is a text, { name, role }, { name, date } or rows of cells. */
const answers = (() => {
  "use strict";
  const MOST_ROWS = 200;
  const text = (value) => (typeof value === "string" ? value : "");
  const controls = (field) => [...field.querySelectorAll("[data-control]")];
  const rows = (field) => [...field.querySelectorAll("[data-row]")];

  const add = (field) => {
    const row = field.querySelector("[data-row-template]").content.querySelector("[data-row]").cloneNode(true);
    field.querySelector("[data-rows]").append(row);
    return row;
  };
  const set = (control, value) => {
    if (control.value !== value) control.value = value;
    fit(control);
  };
  /* Where the browser cannot grow a text box by itself. */
  const fit = (control) => {
    if (control.localName !== "textarea" || CSS.supports("field-sizing", "content")) return;
    const lines = control.value.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
    control.rows = Math.max(control.closest("[data-row]") ? 1 : 4, Math.min(lines, 60));
  };

  const table = {
    read: (field) => rows(field).map((row) => controls(row).map((control) => control.value)),
    show(field, value) {
      const wanted = (Array.isArray(value) ? value : []).filter(Array.isArray).slice(0, MOST_ROWS);
      while (rows(field).length > wanted.length) rows(field).at(-1).remove();
      while (rows(field).length < wanted.length) add(field);
      rows(field).forEach((row, at) => controls(row).forEach((control, column) => set(control, text(wanted[at][column]))));
    },
  };
  const parts = {
    read: (field) => Object.fromEntries(controls(field).map((control) => [control.dataset.part, control.value])),
    show(field, value) { controls(field).forEach((control) => set(control, text(value && value[control.dataset.part]))); },
  };
  const choice = {
    read: (field) => controls(field).find((control) => control.checked)?.value ?? "",
    show(field, value) { controls(field).forEach((control) => { control.checked = control.value === value; }); },
  };
  const single = {
    read: (field) => controls(field)[0].value,
    show(field, value) { set(controls(field)[0], text(value)); },
  };
  const kinds = { table, choice, person: parts, signature: parts };
  const kind = (field) => kinds[field.dataset.kind] || single;

  const flat = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(flat));
  return {
    controls,
    rows,
    add,
    fit,
    read: (field) => kind(field).read(field),
    show: (field, value) => kind(field).show(field, value),
    same: (one, other) => JSON.stringify(one) === JSON.stringify(other),
    /* Nothing is written beyond what stood there from the start. */
    empty(value, given) {
      if (!Array.isArray(value)) return flat(value).every((part) => !part.trim());
      return value.every((cells, at) => cells.every((cell, column) => !cell.trim() || cell === given[at]?.[column]));
    },
    /* 31. januar 2026 */
    day: (iso) => new Date(iso + "T00:00:00Z").toLocaleDateString("da-DK", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
    /* How many lines of 90 signs a text takes. */
    lines: (value) => text(value).split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / 90)), 0),
  };
})();
