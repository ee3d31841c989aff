/* The only place that touches the device's storage. Keys are prefixed, since all local files share one store. */
const storage = (() => {
  "use strict";
  const prefix = "samarbejdsguiden:1:";
  return {
    read(key) {
      try { return localStorage.getItem(prefix + key); } catch { return null; }
    },
    write(key, value) {
      try { localStorage.setItem(prefix + key, value); return true; } catch { return false; }
    },
  };
})();
