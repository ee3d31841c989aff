/* A document to fill in: drafts on the device, words at the field, Word, print and calendar. */
mount("[data-component=document]", (root) => {
  "use strict";
  const words = root.dataset;
  const fields = new Map([...root.querySelectorAll("[data-field]")].map((field) => [field.dataset.field, field]));
  const given = new Map([...fields].map(([id, field]) => [id, answers.read(field)]));
  const bar = draftBar(root);
  const draft = draftOf(words.id, fields, given, () => update());

  const fieldOf = (node) => node.closest("[data-field]");
  const name = () => draft.copy()?.name || words.title;
  draft.name = () => {
    const taken = new Set(draft.all().map((copy) => copy.name));
    let number = 1;
    while (taken.has(words.name.replace("{number}", number))) number += 1;
    return words.name.replace("{number}", number);
  };

  /* Words at the field: what is missing or too long. */
  const problem = (field) => {
    const value = answers.read(field), most = Number(field.dataset.most);
    if ("needed" in field.dataset && answers.empty(value, given.get(field.dataset.field))) return words.required;
    const lines = most ? answers.lines(value) : 0;
    return lines > most ? words.long.replace("{lines}", lines).replace("{most}", most) : "";
  };
  const judge = (field) => {
    const text = problem(field), line = field.querySelector("[data-problem]");
    const target = field.dataset.kind === "choice" ? field : answers.controls(field)[0];
    line.textContent = text;
    line.hidden = !text;
    if (text) target?.setAttribute("aria-invalid", "true"); else target?.removeAttribute("aria-invalid");
    return text;
  };
  const judged = (field) => !field.querySelector("[data-problem]").hidden;

  /* Rows of a table. One that bears its number already is left alone. */
  const numberRows = (field) => answers.rows(field).forEach((row, at) => {
    const number = row.querySelector("[data-number]");
    if (number.textContent === String(at + 1)) return;
    number.textContent = at + 1;
    answers.controls(row).forEach((control) => {
      const column = control.closest("[data-label]").dataset.label;
      control.setAttribute("aria-label", words.cell.replace("{column}", column).replace("{row}", at + 1));
    });
    row.querySelector("[data-remove]").setAttribute("aria-label", words.remove.replace("{row}", at + 1));
  });
  const addRow = (field) => {
    answers.controls(answers.add(field))[0].focus();
    numberRows(field);
    draft.changed(field.dataset.field);
  };
  const removeRow = (row) => {
    const field = fieldOf(row), before = answers.read(field), at = answers.rows(field).indexOf(row);
    row.remove();
    draft.changed(field.dataset.field);
    update();
    (answers.rows(field)[at]?.querySelector("[data-remove]") || field.querySelector("[data-add]")).focus();
    bar.tell(words.removed.replace("{row}", at + 1), () => { answers.show(field, before); draft.changed(field.dataset.field); update(); });
  };

  const days = () => [...fields].flatMap(([id, field]) => {
    if (field.dataset.kind === "signature") return [];
    return answers.controls(field).filter((control) => control.type === "date" && control.value).map((control) => {
      const row = control.closest("[data-row]");
      const first = row ? answers.controls(row).find((cell) => cell.type !== "date" && cell.value.trim())?.value.trim() : "";
      const what = [first, row ? control.closest("[data-label]").dataset.label : field.dataset.label].filter(Boolean).join(": ");
      const place = row ? answers.rows(field).indexOf(row) + "-" + answers.controls(row).indexOf(control) : "0";
      return { id: [draft.id() || words.id, id, place].join("-"), day: control.value, title: words.event.replace("{what}", what).replace("{name}", name()) };
    });
  });

  const update = () => {
    for (const field of fields.values()) {
      if (field.dataset.kind === "table") numberRows(field);
      const clear = field.querySelector("[data-clear]");
      if (clear) clear.hidden = !answers.read(field);
      if (judged(field)) judge(field);
    }
    bar.show(draft.all().filter((copy) => !copy.archived || copy.id === draft.id()), draft.id());
    bar.state(!draft.id() ? words.auto : copies.trouble() ? "" : words.saved);
    bar.trouble(copies.trouble());
    root.querySelectorAll("[data-calendar]").forEach((button) => { button.hidden = !days().length; });
  };

  const forget = (gone, text) => {
    draft.open("");
    bar.tell(text, () => { gone.forEach((copy) => copies.restore(copy)); draft.open(gone[0]?.id); bar.tell(words.restored); });
    draft.begin();
  };
  const actions = {
    async create() {
      const chosen = await bar.ask(draft.name());
      if (chosen) draft.open(copies.create("document", words.id, chosen).id);
    },
    async rename() {
      draft.save();
      const chosen = await bar.ask(draft.copy()?.name || draft.name());
      if (!chosen) return;
      if (draft.id()) copies.rename(draft.id(), chosen); else draft.open(copies.create("document", words.id, chosen).id);
      update();
    },
    duplicate() {
      draft.save();
      if (draft.id()) draft.open(copies.duplicate(draft.id(), words.copied.replace("{name}", name())).id);
    },
    remove() {
      draft.save();
      if (!draft.id()) return;
      const text = words.deleted.replace("{name}", name());
      forget([copies.remove(draft.id())], text);
    },
    removeAll() {
      draft.save();
      const gone = draft.all();
      gone.forEach((copy) => copies.remove(copy.id));
      forget(gone, words.emptied.replace("{count}", gone.length));
    },
    async word() {
      draft.save();
      try {
        if (!window.guideWord) await loadScript(words.parts);
        const file = await wordFile.make(window.guideWord, Object.fromEntries([...fields].map(([id, field]) => [id, answers.read(field)])));
        download(file, name() + ".docx");
      } catch (error) {
        console.error(error);
        bar.tell(words.failed);
        return;
      }
      const wanting = [...fields.values()].filter(judge);
      bar.tell(wanting.length ? words.missing.replace("{count}", wanting.length).replace("{label}", wanting[0].dataset.label) : words.fetched);
    },
    print: () => window.print(),
    calendar: () => download(calendar.make(days()), name() + ".ics"),
  };

  root.addEventListener("input", (event) => {
    const field = fieldOf(event.target);
    if (!field) return;
    answers.fit(event.target);
    bar.state(words.saving);
    draft.changed(field.dataset.field);
  });
  root.addEventListener("focusout", (event) => {
    const field = fieldOf(event.target);
    if (field && !field.contains(event.relatedTarget)) judge(field);
  });
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const field = fieldOf(button);
    if (button.dataset.do) actions[button.dataset.do]();
    else if ("add" in button.dataset) addRow(field);
    else if ("remove" in button.dataset) removeRow(button.closest("[data-row]"));
    else if ("clear" in button.dataset) { answers.show(field, ""); answers.controls(field)[0].focus(); draft.changed(field.dataset.field); update(); }
  });
  bar.list.addEventListener("change", () => draft.open(bar.list.value));
  root.querySelectorAll("[data-bar], [data-outputs], [data-add]").forEach((element) => { element.hidden = false; });
  paper(root, () => [...fields.values()].flatMap(answers.controls));
  draft.begin();
});
