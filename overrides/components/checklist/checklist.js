/* Lists that remember. A copy is made at the first tick or note; what the list shows is always what the copy holds. */
mount("[data-component=checklist]", (root) => {
  "use strict";
  const of = root.dataset.id;
  const words = document.querySelector("template[data-template=list-words]").dataset;
  const tools = parts.clone("list-tools");
  const find = (selector) => tools.querySelector(selector);
  const [filter, menu, select, naming] = [find("[data-filter]"), find("[data-menu]"), find("[data-copies]"), parts.naming(find("[data-naming]"))];
  const summary = menu.querySelector("summary");
  const back = () => summary.focus();
  const notice = parts.notice(find("[data-notice]"));
  let chosen = new URLSearchParams(location.search).get("kopi");

  const own = () => copies.of("list", of);
  const usable = () => own().filter((copy) => !copy.archived || copy.id === chosen);
  const current = () => usable().find((copy) => copy.id === chosen) || usable().reduce((one, other) => (one && changed(one) > changed(other) ? one : other), null);
  const ensured = () => { const copy = current() || copies.create("list", of, root.dataset.title); chosen = copy.id; return copy; };
  const write = (key, change) => { copies.set(ensured().id, key, change); };

  const items = [...root.querySelectorAll("[data-item]")].map((element) => {
    const key = element.dataset.item, box = element.querySelector("input"), mine = parts.clone("list-item");
    mine.querySelector("[data-of]").textContent = `: ${box.parentElement.textContent.trim()}`;
    element.append(mine);
    box.autocomplete = "off";
    box.addEventListener("change", () => { write(key, { state: box.checked ? "done" : "open" }); onwards(element); });
    const item = { key, element, box, mine, kept: null, skip: null, fields: [] };
    const notes = mine.querySelector("[data-notes]");
    // The click, so that the next key finds the fields; the toggle, when the browser opens it by itself.
    notes.firstElementChild.addEventListener("click", () => unfold(item));
    notes.addEventListener("toggle", () => unfold(item));
    return item;
  });
  const keys = items.map((item) => item.key);

  /* Under the filter what is ticked goes away: the focus moves on to the next that is missing. */
  const onwards = (element) => {
    if (!element.hasAttribute("data-away")) return;
    const left = items.filter((item) => !item.element.hasAttribute("data-away"));
    const next = left.find((item) => element.compareDocumentPosition(item.element) & Node.DOCUMENT_POSITION_FOLLOWING) || left[0];
    (next ? next.box : filter).focus();
  };

  const value = (entry, name) => (typeof entry[name] === "string" ? entry[name] : "");
  const day = (text) => { const noon = new Date(`${text}T12:00`); return Number.isNaN(noon.getTime()) ? "" : noon.toLocaleDateString("da-DK", { dateStyle: "long" }); };
  const showFields = (item, entry) => {
    if (!item.skip) return;
    item.skip.checked = entry.state === "skipped";
    for (const field of item.fields) {
      const text = value(entry, field.dataset.field);
      if (field.value !== text) field.value = text;
    }
  };
  /* Most items are only ticked. What one holds besides is shown when it does; its fields are made when a reader opens it. */
  const showKept = (item, entry, state) => {
    const names = ["note", "owner", "date"].filter((name) => value(entry, name).trim());
    if (!item.kept && !names.length && state !== "skipped") return;
    if (!item.kept) {
      item.kept = parts.clone("list-kept");
      item.mine.prepend(item.kept);
    }
    for (const line of item.kept.querySelectorAll("[data-show]")) {
      const name = line.dataset.show, text = value(entry, name);
      line.lastElementChild.textContent = name === "date" ? day(text) : text;
      line.hidden = !line.lastElementChild.textContent.trim();
    }
    item.kept.querySelector("[data-kept]").hidden = !names.length;
  };
  const unfold = (item) => {
    if (item.skip) return;
    const inside = parts.clone("list-fields");
    item.skip = inside.querySelector("[data-skip]");
    item.fields = [...inside.querySelectorAll("[data-field]")];
    showFields(item, current()?.entries[item.key] || {});
    item.skip.addEventListener("change", () => { write(item.key, { state: item.skip.checked ? "skipped" : "open" }); onwards(item.element); });
    for (const field of item.fields) field.addEventListener("input", () => { write(item.key, { [field.dataset.field]: field.value }); });
    item.mine.querySelector("[data-notes]").append(inside);
  };
  const showItem = (item, entry, missing) => {
    const state = ["done", "skipped"].includes(entry.state) ? entry.state : "open";
    item.element.dataset.state = state;
    item.box.checked = state === "done";
    item.element.toggleAttribute("data-away", missing && state !== "open");
    showFields(item, entry);
    showKept(item, entry, state);
  };
  const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const show = () => {
    const copy = current(), missing = filter.getAttribute("aria-pressed") === "true", { done, total, skipped } = progress(copy, keys);
    items.forEach((item) => showItem(item, copy?.entries[item.key] || {}, missing));
    root.toggleAttribute("data-used", Boolean(copy && Object.keys(copy.entries).length && (done || skipped || root.querySelector("[data-kept]:not([hidden])"))));
    say(find("[data-count]"), parts.fill(words.progress, { done, total }) + (skipped ? parts.fill(words.skipped, { count: skipped }) : ""));
    Object.assign(find("[data-bar]"), { max: total || 1, value: total ? done : 1 });
    find("[data-none]").hidden = !missing || done < total;
    showCopies(copy);
    const trouble = copy ? copies.trouble() : "";
    find("[data-trouble]").toggleAttribute("data-shown", Boolean(trouble));
    say(find("[data-sentence]"), trouble ? words.trouble : "");
    find("[data-trouble] button").hidden = !trouble;
  };
  const showCopies = (copy) => {
    const all = usable();
    find("[data-name]").hidden = !copy || (all.length === 1 && copy.name === root.dataset.title);
    find("[data-name]").textContent = copy ? copy.name : "";
    find("[data-choose]").hidden = all.length < 2;
    const wanted = JSON.stringify(all.map(({ id, name }) => [id, name]));
    if (select.dataset.shown !== wanted) {
      select.dataset.shown = wanted;
      select.replaceChildren(...all.map(({ id, name }) => new Option(name || root.dataset.title, id)));
    }
    if (copy) select.value = copy.id;
    tools.querySelectorAll("[data-needs]").forEach((button) => { button.hidden = !copy; });
    find("[data-act=archive]").hidden = !copy || copy.archived;
    find("[data-act=unarchive]").hidden = !copy || !copy.archived;
  };

  /* A phone can read the address off the screen, when it leads to a host and is short enough. */
  const picture = async (address) => {
    const [code, said] = [find("[data-qr]"), find("[data-qr-said]")];
    code.toggleAttribute("hidden", true);
    said.hidden = !address.startsWith("http");
    if (said.hidden) return;
    try {
      if (!window.guideQr) await loadScript(words.qr);
      const rows = window.guideQr(address);
      say(said, rows ? words.qrScan : words.qrLong);
      if (!rows) return;
      const side = rows.length + 8; // with the quiet zone of four squares the standard asks for
      code.setAttribute("viewBox", `0 0 ${side} ${side}`);
      code.querySelector("path").setAttribute("d", rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join(""));
      code.toggleAttribute("hidden", false);
    } catch (error) { console.error(error); said.hidden = true; }
  };

  const choose = (id) => { chosen = id; show(); };
  const undoing = (text, undo) => { notice.say(text, undo, back); };
  const acts = {
    create: () => naming("", (name) => choose(copies.create("list", of, name).id), back),
    rename: ({ id, name }) => naming(name, (wanted) => copies.rename(id, wanted), back),
    duplicate: ({ id, name }) => naming(parts.fill(words.copy, { name }), (wanted) => choose(copies.duplicate(id, wanted).id), back),
    archive({ id, name }) {
      chosen = null;
      copies.archive(id, true);
      undoing(parts.fill(words.archived, { name }), () => { copies.archive(id, false); choose(id); });
    },
    unarchive({ id, name }) {
      copies.archive(id, false);
      undoing(parts.fill(words.unarchived, { name }), () => copies.archive(id, true));
    },
    reset(copy) {
      copies.write(copy.id, Object.fromEntries(Object.keys(copy.entries).map((key) => [key, { state: "open" }])));
      undoing(parts.fill(words.emptied, copy), () => { copies.write(copy.id, copy.entries); choose(copy.id); });
    },
    remove(copy) {
      chosen = null;
      copies.remove(copy.id);
      undoing(parts.fill(words.deleted, copy), () => { copies.restore(copy); choose(copy.id); });
    },
    print() {
      const whole = document.documentElement;
      whole.setAttribute("data-print-one", "");
      root.setAttribute("data-print-this", "");
      addEventListener("afterprint", () => { whole.removeAttribute("data-print-one"); root.removeAttribute("data-print-this"); back(); }, { once: true });
      print();
    },
    file: (copy) => { parts.save(copies.file([copy]), `samarbejdsguiden-${of}`); back(); },
    async link(copy) {
      const page = document.querySelector("link[rel=canonical]")?.href || location.href.replace(/[?#].*$/, "");
      const [shared, address] = [find("[data-address]"), find("[data-address] input")];
      address.value = page + await fragment.of(copies.file([copy]));
      shared.hidden = false;
      picture(address.value);
      const copied = await navigator.clipboard?.writeText(address.value).then(() => true, () => false);
      address.focus();
      address.select();
      notice.say(copied ? words.linked : words.link);
    },
  };
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (!button) return;
    menu.open = false;
    find("[data-address]").hidden = true;
    acts[button.dataset.act](current());
  });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape" && menu.open) { menu.open = false; summary.focus(); } });
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  filter.addEventListener("click", () => { filter.setAttribute("aria-pressed", String(filter.getAttribute("aria-pressed") !== "true")); show(); });
  select.addEventListener("change", () => choose(select.value));

  /* A list that came with the address. */
  let offered = null;
  const offer = async () => {
    if (!fragment.carried(location.hash)) return;
    const file = await fragment.read(location.hash);
    const copy = Array.isArray(file?.copies) ? file.copies[0] : null;
    const lists = [...document.querySelectorAll("[data-component=checklist]")];
    const home = copy && lists.find((list) => list.dataset.id === (movedIds[`list/${copy.of}`] || copy.of));
    if ((home || lists[0]) !== root) return;
    if (!home) { notice.say(words.broken); } else {
      offered = file;
      find("[data-offer]").hidden = false;
      say(find("[data-offered]"), parts.fill(words.offer, { name: String(copy.name || root.dataset.title).slice(0, 200) }));
    }
    tools.scrollIntoView({ block: "center" });
  };
  const answered = () => {
    find("[data-offer]").hidden = true;
    history.replaceState(null, "", location.href.replace(/#.*$/, ""));
    back();
  };
  find("[data-accept]").addEventListener("click", () => {
    answered();
    try {
      const report = copies.merge({ ...offered, copies: offered.copies.slice(0, 1) });
      if (report.refused) notice.say(words.broken);
      else { notice.say(words.taken); choose(offered.copies[0].id); }
    } catch { notice.say(words.broken); }
  });
  find("[data-decline]").addEventListener("click", answered);
  addEventListener("hashchange", offer);

  root.querySelector("[data-place]").replaceWith(tools);
  copies.watch((id) => { const copy = id && copies.get(id); if (!copy || copy.of === of) show(); });
  show();
  offer();
});
