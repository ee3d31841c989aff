/* Marks the idea the reader is at. */
mount("[data-component=jump_bar]", (bar) => {
  "use strict";
  const links = [...bar.querySelectorAll("a")];
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const update = () => {
    const line = innerHeight * 0.4;
    let current = -1;
    targets.forEach((target, index) => { if (target && target.getBoundingClientRect().top < line) current = index; });
    links.forEach((link, index) => { if (index === current) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current"); });
  };
  let waiting = false;
  const look = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; update(); });
  };
  addEventListener("scroll", look, { passive: true });
  look();
});
