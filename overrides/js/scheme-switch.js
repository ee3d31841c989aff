mount("[data-scheme-switch]", (button) => {
  "use strict";
  const root = document.documentElement;
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.scheme === "dark"));
  button.addEventListener("click", () => {
    root.dataset.scheme = root.dataset.scheme === "dark" ? "light" : "dark";
    storage.write("scheme", root.dataset.scheme);
    show();
  });
  show();
});
