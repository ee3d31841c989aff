/* A text box cannot run over to the next sheet: for print, each answer is set beside its box as plain text. */
const paper = (root, controls) => {
  "use strict";
  const template = root.querySelector("template[data-printed]");
  let printed = [];
  addEventListener("beforeprint", () => {
    for (const control of controls()) {
      if (control.type === "date") control.toggleAttribute("data-empty", !control.value);
      if (!control.value || control.type === "radio") continue;
      const node = template.content.firstElementChild.cloneNode(true);
      node.textContent = control.type === "date" ? answers.day(control.value) : control.value;
      control.after(node);
      printed.push(node);
    }
  });
  addEventListener("afterprint", () => { printed.forEach((node) => node.remove()); printed = []; });
};
