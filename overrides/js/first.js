/* Before the first paint: script runs here, and whether the device can share. Not what the device keeps: a browser that
   is asked so early may not have what the page before this one wrote last, and then holds on to that. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  if (navigator.share && location.protocol !== "file:") root.dataset.canShare = "";
})();
