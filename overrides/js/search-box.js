/* The search dialog. Engine and index are fetched as plain scripts at the first use, so file:// works as http does.
   What is asked stands in the address (?q=, and ?i= for the part or kind it is looked for in), so it can be shared. */
mount("[data-search]", (dialog) => {
  "use strict";
  const SLICE = 12, REST = 40;  // milliseconds: work on the index at a time; a rest of the keys before an answer
  const input = dialog.querySelector("input");
  const filter = dialog.querySelector("select");
  const status = dialog.querySelector("[data-search-status]");
  const list = dialog.querySelector("[data-search-hits]");
  const hint = status.textContent;
  const words = dialog.dataset;
  const asked = new URLSearchParams(location.search);
  let engine = null, resting = 0, row = null, place = asked.get("i") || "";

  const script = (address) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = resolve;
    element.onerror = () => reject(new Error(address));
    document.head.append(element);
  });
  /* The index is built in slices, so that keys are heard in between; a message waits less than a timer does. */
  const built = (ask) => new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      try { if (ask.prepare(SLICE)) resolve(ask); else port2.postMessage(0); } catch (error) { reject(error); }
    };
    port2.postMessage(0);
  });
  const option = (value, name) => new Option(name, value, false, value === place);
  const fillFilter = ({ kinds, pages }) => {
    const groups = filter.querySelectorAll("optgroup");
    const parts = [...new Set(pages.map(([, part]) => part))].filter(Boolean);
    groups[0].replaceChildren(...parts.map((part) => option(part, part)));
    groups[1].replaceChildren(...Object.entries(kinds).map(([kind, name]) => option(kind, name)));
    place = filter.value;
  };
  const load = () => {
    engine ??= Promise.all([script(words.engine), script(words.index)]).then(() => {
      fillFilter(window.guideIndex);
      row = searchHits(words.base, window.guideIndex.kinds);
      return built(window.guideSearch(window.guideIndex));
    }).catch((error) => { engine = null; throw error; });
    return engine;
  };

  const tell = () => {
    const query = dialog.open ? input.value.trim() : "", address = new URL(location.href);
    for (const [name, value] of [["q", query], ["i", query && place]]) {
      if (value) address.searchParams.set(name, value); else address.searchParams.delete(name);
    }
    // A browser may keep a file's address as it is.
    try { history.replaceState(history.state, "", address); } catch { return; }
  };
  const answer = (query, found) => {
    list.replaceChildren(...found.hits.map(row));
    list.scrollTop = 0;
    const count = found.hits.length;
    const sentence = !count ? (place ? words.noneHere : words.none) : found.instead ? words.instead
      : !found.whole ? words.nearest : count === 1 ? words.one : words.many;
    const told = { query: (count && found.instead) || query, count, where: filter.selectedOptions[0].text };
    status.textContent = sentence.replace(/\{(\w+)\}/g, (_, name) => told[name]);
  };
  const search = async () => {
    const query = input.value.trim();
    tell();
    if (!query) { list.replaceChildren(); status.textContent = hint; return; }
    try {
      const ask = await load();
      if (query !== input.value.trim()) return;
      answer(query, ask(query, place ? ({ part, kind }) => part === place || kind === place : undefined));
    } catch (error) {
      console.error(error);
      status.textContent = words.failed;
    }
  };

  const open = (query) => {
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) input.value = query;
    input.focus();
    input.select();
    load().catch(() => {});
    search();
  };
  input.addEventListener("input", () => { clearTimeout(resting); resting = setTimeout(search, REST); });
  filter.addEventListener("change", () => { place = filter.value; search(); });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  // A reader who goes to a hit can come back to the hits; one who closes the dialog is done.
  let left = false;
  dialog.addEventListener("close", () => { if (!left) tell(); left = false; });
  dialog.addEventListener("click", (event) => {
    left = Boolean(event.target.closest("a"));
    if (event.target === dialog || left) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    // In a search field the browser would spend the first Escape on emptying it.
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target === filter) return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); }
  });

  // What a press on the button, or a start in the field, is the beginning of, is fetched at once.
  const early = () => { load().catch(() => {}); };
  mount("[data-search-open]", (button) => {
    button.addEventListener("pointerdown", early);
    button.addEventListener("click", () => open());
  });
  mount("[data-search-form]", (form) => {
    form.addEventListener("focusin", early);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(form.elements.q.value);
    });
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(); }
  });
  if (asked.get("q")) open(asked.get("q"));
});
