/* The bar of a document's drafts: which one, its name, and what has just been said about it. */
const draftBar = (root) => {
  "use strict";
  const one = (selector) => root.querySelector(selector);
  const dialog = one("[data-naming]"), name = one("[data-naming-name]"), list = one("[data-drafts]");
  const status = one("[data-status]"), undo = one("[data-undo]"), trouble = one("[data-trouble]");
  const option = one("template[data-option]").content.firstElementChild;
  let back = null;

  one("[data-naming-cancel]").addEventListener("click", () => dialog.close(""));
  undo.addEventListener("click", () => { const again = back; tell(""); again(); });
  const tell = (text, undoing) => {
    status.textContent = text;
    back = undoing || null;
    undo.hidden = !back;
  };
  const entry = (value, text) => {
    const node = option.cloneNode();
    node.value = value;
    node.textContent = text;
    return node;
  };
  return {
    list,
    tell,
    /* The drafts to choose between; `current` is "" while nothing is kept. */
    show(drafts, current) {
      const unsaved = current ? [] : [entry("", root.dataset.unsaved)];
      list.replaceChildren(...unsaved, ...drafts.map((draft) => entry(draft.id, draft.name)));
      list.value = current || "";
      root.querySelectorAll("[data-kept]").forEach((button) => { button.hidden = !current; });
    },
    state(text) { if (one("[data-state]").textContent !== text) one("[data-state]").textContent = text; },
    /* What keeps the device from keeping: "", "forbidden" or "full". */
    trouble(what) {
      trouble.hidden = !what;
      if (what && trouble.textContent !== root.dataset[what]) trouble.textContent = root.dataset[what];
    },
    /* Ask for a name; "" when the reader thinks better of it. */
    ask: (suggested) => new Promise((resolve) => {
      name.value = suggested;
      dialog.returnValue = "";
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok" ? name.value.trim() : ""), { once: true });
      dialog.showModal();
      name.select();
    }),
  };
};
