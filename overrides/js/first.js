/* Before the first paint: the reader's own choice of light or dark, else the system's; and whether the device can share. */
(function () {
  "use strict";
  var root = document.documentElement, chosen = null;
  root.classList.replace("no-js", "js");
  try { chosen = localStorage.getItem("samarbejdsguiden:1:scheme"); } catch (error) { /* storage is forbidden: follow the system */ }
  if (chosen !== "dark" && chosen !== "light") chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.scheme = chosen;
  if (navigator.share && location.protocol !== "file:") root.dataset.canShare = "";
})();
