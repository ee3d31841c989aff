/* The search dialog. Engine and index are fetched as plain scripts at the first use, so file:// works as http does. */
mount("[data-search]", (dialog) => {
  "use strict";
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[data-search-status]");
  const list = dialog.querySelector("[data-search-hits]");
  const hint = status.textContent;
  const words = dialog.dataset;
  let engine = null;

  const script = (address) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = resolve;
    element.onerror = () => reject(new Error(address));
    document.head.append(element);
  });
  const load = () => {
    engine ??= Promise.all([script(words.engine), script(words.index)])
      .then(() => window.guideSearch(window.guideIndex))
      .catch((error) => { engine = null; throw error; });
    return engine;
  };

  const marked = (text, ranges) => {
    const parts = [];
    let at = 0;
    for (const [from, to] of ranges) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      parts.push(text.slice(at, from), mark);
      at = to;
    }
    parts.push(text.slice(at));
    return parts;
  };
  const span = (name, ...content) => {
    const element = document.createElement("span");
    element.className = "l-search__" + name;
    element.append(...content);
    return element;
  };
  const row = (hit) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.base + hit.address;
    link.append(span("where", hit.where), span("title", ...marked(hit.title, hit.titleMarks)), span("excerpt", ...marked(hit.excerpt, hit.excerptMarks)));
    item.append(link);
    return item;
  };
  const answer = (query, found) => {
    list.replaceChildren(...found.hits.map(row));
    const count = found.hits.length;
    const sentence = !count ? words.none : found.instead ? words.instead : !found.whole ? words.nearest : count === 1 ? words.one : words.many;
    status.textContent = sentence.replace("{query}", () => (count && found.instead) || query).replace("{count}", count);
  };
  const search = async () => {
    const query = input.value.trim();
    if (!query) { list.replaceChildren(); status.textContent = hint; return; }
    try {
      const engine = await load();
      if (query === input.value.trim()) answer(query, engine(query));
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
  input.addEventListener("input", search);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    // In a search field the browser would spend the first Escape on emptying it.
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); }
  });

  mount("[data-search-open]", (button) => button.addEventListener("click", () => open()));
  mount("[data-search-form]", (form) => form.addEventListener("submit", (event) => { event.preventDefault(); open(form.elements.q.value); }));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(); }
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) open(asked);
});
