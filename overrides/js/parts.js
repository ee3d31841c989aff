/* Parts that several components build from the templates of a page. */
const parts = (() => {
  "use strict";
  /* A copy of what the template of that name holds. */
  const clone = (name) => document.querySelector(`template[data-template="${name}"]`).content.firstElementChild.cloneNode(true);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  /* What was done, with a way to undo it. It stays until it is undone or closed; what came before it then shows again. */
  const notice = (element) => {
    const said = element.querySelector("[data-said]");
    const undo = element.querySelector("[data-undo]");
    const stack = [];
    const show = () => {
      const top = stack.at(-1);
      said.textContent = top ? top.text : "";
      element.toggleAttribute("data-shown", Boolean(top));
      undo.hidden = !(top && top.undo);
    };
    const leave = (back) => { stack.pop(); show(); if (!stack.length) back(); else (stack.at(-1).undo ? undo : said).focus(); };
    let home = () => {};
    undo.addEventListener("click", () => { const top = stack.at(-1); if (top) { leave(home); top.undo(); } });
    element.querySelector("[data-dismiss]").addEventListener("click", () => leave(home));
    return {
      /* `back` moves the focus on when the notice is gone. */
      say(text, undoing, back) {
        if (!undoing) while (stack.length && !stack.at(-1).undo) stack.pop();
        stack.push({ text, undo: undoing });
        if (back) home = back;
        show();
        if (undoing) undo.focus();
      },
    };
  };

  /* A small form that asks for a name. Escape and the second button leave it. */
  const naming = (form) => {
    const field = form.querySelector("input");
    let then = null, back = null;
    const close = () => { form.hidden = true; const to = back; back = null; if (to) to(); };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = field.value.trim();
      field.setCustomValidity("");
      if (!name) { field.focus(); return; }
      const done = then;
      close();
      done(name);
    });
    form.querySelector("[data-cancel]").addEventListener("click", close);
    form.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); close(); } });
    return (name, done, focus) => {
      field.value = name;
      [then, back] = [done, focus];
      form.hidden = false;
      field.focus();
      field.select();
    };
  };

  /* Hand the reader a file of copies, dated today. */
  const save = (file, name) => download(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }), `${name}-${new Date().toLocaleDateString("sv")}.json`);
  return { clone, fill, notice, naming, save };
})();
