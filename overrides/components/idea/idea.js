/* Puts an idea on the reader's own plan, as a new row of the document's table. */
mount("[data-component=idea]", (root) => {
  "use strict";
  const MOST = 200; // rows a form shows
  const words = document.querySelector("template[data-template=idea-plan]").dataset, title = root.dataset.title;
  const tools = parts.clone("idea-plan");
  const [put, said, open, undo] = ["put", "said", "open", "undo"].map((name) => tools.querySelector(`[data-${name}]`));
  let back = null;

  const plans = () => copies.of("document", words.of).filter((copy) => !copy.archived).sort((one, other) => changed(other) - changed(one));
  const rows = (copy) => { const value = copy.entries[words.field]?.value; return Array.isArray(value) && value.every(Array.isArray) ? value : null; };
  const place = (copy) => (rows(copy) || []).findIndex(([first]) => first === title);
  const say = (text) => { if (said.textContent !== text) said.textContent = text; };

  const show = () => {
    const plan = plans().find((copy) => place(copy) >= 0);
    put.hidden = Boolean(plan);
    open.hidden = !plan;
    undo.hidden = !plan || !back;
    if (!plan) return;
    open.href = `${words.page}?kopi=${plan.id}`;
    say(copies.trouble() ? words.trouble : parts.fill(words.stands, { number: place(plan) + 1, name: plan.name }));
  };
  const add = async () => {
    if (!window.guidePlan) await loadScript(words.rows);
    const old = plans()[0], table = (old && rows(old)) || window.guidePlan.rows;
    if (table.length >= MOST) { say(words.full); return; }
    const plan = old || copies.create("document", words.of, words.name);
    const row = Array.from({ length: window.guidePlan.columns }, (_, column) => (column ? "" : title));
    back = () => takeOff(plan.id, !old);
    copies.write(plan.id, { [words.field]: { value: [...table, row] } });
    open.focus();
  };
  /* Only the row as it was put there goes; what the reader has written in the plan since stays. */
  const takeOff = (id, made) => {
    const plan = copies.get(id);
    const untouched = plan && made && Object.keys(plan.entries).length === 1;
    if (untouched) copies.remove(id);
    else if (plan && rows(plan)) copies.write(id, { [words.field]: { value: rows(plan).filter(([first, ...rest]) => first !== title || rest.some(Boolean)) } });
  };

  tools.querySelector("[data-of]").textContent = `: ${title}`;
  put.addEventListener("click", () => { add().catch((error) => { console.error(error); say(words.failed); }); });
  undo.addEventListener("click", () => { const again = back; back = null; say(""); again(); show(); put.focus(); });
  root.append(tools);
  copies.watch(show);
  show();
});
