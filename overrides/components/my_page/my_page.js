/* All lists and documents on this device. */
mount("[data-component=my_page]", (root) => {
  "use strict";
  const words = root.dataset;
  const find = (selector) => root.querySelector(selector);
  const catalogue = new Map([...root.querySelector("template[data-catalogue]").content.querySelectorAll("a")].map((link) => [`${link.dataset.kind}/${link.dataset.of}`, link]));
  const notice = parts.notice(find("[data-notice]"));
  const rows = new Map();
  const home = () => find("[data-save]").focus();
  const done = (text, undo) => notice.say(text, undo, home);

  const address = (link, id) => {
    const [page, anchor] = link.getAttribute("href").split("#");
    return `${page}?kopi=${id}#${anchor || ""}`;
  };
  const clock = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeStyle: "short" });
  const how = (copy, link) => {
    const { done, total, skipped } = progress(copy, link ? link.dataset.keys.split(" ") : Object.keys(copy.entries));
    const text = parts.fill(copy.kind === "list" ? words.done : words.answered, { done, total });
    return `${text}${skipped ? parts.fill(words.skipped, { count: skipped }) : ""} · ${parts.fill(words.changed, { when: clock.format(changed(copy)) })}`;
  };
  const acts = {
    rename: (row, { id, name }) => row.ask(name, (wanted) => copies.rename(id, wanted), () => row.querySelector("[data-act=rename]").focus()),
    duplicate: (row, { id, name }) => row.ask(parts.fill(words.copy, { name }), (wanted) => rows.get(copies.duplicate(id, wanted).id).focus(), () => row.querySelector("[data-act=duplicate]").focus()),
    archive(row, copy) { copies.archive(copy.id, true); done(parts.fill(words.putAway, copy), () => copies.archive(copy.id, false)); },
    unarchive(row, copy) { copies.archive(copy.id, false); done(parts.fill(words.takenOut, copy), () => copies.archive(copy.id, true)); },
    remove(row, copy) { copies.remove(copy.id); done(parts.fill(words.deleted, copy), () => copies.restore(copy)); },
  };
  const made = (id) => {
    const row = parts.clone("my-copy");
    row.ask = parts.naming(row.querySelector("[data-naming]"));
    row.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]"), copy = copies.get(id);
      if (button && copy) acts[button.dataset.act](row, copy);
    });
    return row;
  };
  const row = (copy) => {
    const link = catalogue.get(`${copy.kind}/${copy.of}`);
    if (!rows.has(copy.id)) rows.set(copy.id, made(copy.id));
    const element = rows.get(copy.id), name = element.querySelector("[data-link]"), what = element.querySelector("[data-what]");
    name.textContent = copy.name || (link ? link.textContent : copy.of);
    if (link) name.href = address(link, copy.id);
    what.textContent = link ? link.textContent : words.unknown;
    what.hidden = Boolean(link) && link.textContent === name.textContent;
    element.querySelector("[data-how]").textContent = how(copy, link);
    element.querySelectorAll("[data-of]").forEach((span) => { span.textContent = `: ${name.textContent}`; });
    element.querySelector("[data-act=archive]").hidden = copy.archived;
    element.querySelector("[data-act=unarchive]").hidden = !copy.archived;
    return element;
  };
  const fill = (list, wanted) => {
    const elements = wanted.map(row);
    if (elements.length !== list.children.length || elements.some((element, at) => list.children[at] !== element)) list.replaceChildren(...elements);
  };
  const show = () => {
    const all = copies.all().sort((one, other) => changed(other) - changed(one));
    for (const group of root.querySelectorAll("[data-group]")) {
      const mine = all.filter((copy) => copy.kind === group.dataset.group), away = mine.filter((copy) => copy.archived);
      group.hidden = !mine.length;
      fill(group.querySelector("[data-copies]"), mine.filter((copy) => !copy.archived));
      fill(group.querySelector("[data-archived-copies]"), away);
      group.querySelector("[data-archive]").hidden = !away.length;
      group.querySelector("[data-archive-title]").textContent = parts.fill(words.archived, { count: away.length });
    }
    const unreadable = copies.unreadable();
    find("[data-empty]").hidden = all.length > 0;
    find("[data-save]").hidden = !all.length;
    find("[data-delete-all]").hidden = !all.length && !unreadable;
    const sentence = copies.trouble() ? words.trouble : unreadable ? parts.fill(words.unreadable, { count: unreadable }) : "";
    if (find("[data-sentence]").textContent !== sentence) find("[data-sentence]").textContent = sentence;
  };

  find("[data-save]").addEventListener("click", () => parts.save(copies.file(), "samarbejdsguiden"));
  find("[data-load]").addEventListener("click", () => find("[data-file]").click());
  find("[data-file]").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const text = await file.text();
    event.target.value = "";
    let said = words.broken;
    try { said = parts.fill(words.report, copies.merge(JSON.parse(text))); } catch { /* not a file of the guide: the sentence says so */ }
    show();
    done(said);
    find("[data-load]").focus();
  });
  const sure = find("[data-sure]");
  const ask = (asking) => { sure.hidden = !asking; (asking ? find("[data-no]") : find("[data-delete-all]")).focus(); };
  find("[data-delete-all]").addEventListener("click", () => ask(true));
  find("[data-no]").addEventListener("click", () => ask(false));
  sure.addEventListener("keydown", (event) => { if (event.key === "Escape") ask(false); });
  find("[data-yes]").addEventListener("click", () => {
    sure.hidden = true;
    const gone = copies.removeAll();
    show();
    notice.say(words.deletedAll, () => { copies.restoreAll(gone); show(); }, () => find("[data-load]").focus());
  });

  find("[data-app]").hidden = false;
  copies.watch(show);
  show();
});
