/* The reader's own choice of light or dark, else the system's, which the page has until then. A script here also makes
   Firefox wait for the stylesheet before it, so that it shows nothing without its looks. */
(function () {
  "use strict";
  var chosen = null;
  try { chosen = localStorage.getItem("samarbejdsguiden:1:scheme"); } catch (error) { /* storage is forbidden: follow the system */ }
  if (chosen !== "dark" && chosen !== "light") chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.scheme = chosen;
})();
