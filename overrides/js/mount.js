/* Mounts a component on each of its elements; a broken one is reported and never stops the page. */
const mount = (selector, start) => {
  "use strict";
  document.querySelectorAll(selector).forEach((element) => {
    try { start(element); } catch (error) { console.error(selector, error); }
  });
};
