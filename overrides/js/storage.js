/* The only place that touches the device's storage. Keys are prefixed, since all local files share one store. */
const storage = (() => {
  "use strict";
  const prefix = "samarbejdsguiden:1:";
  const attempt = (action, otherwise) => {
    try { return action(); } catch { return otherwise; }
  };
  return {
    read: (key) => attempt(() => localStorage.getItem(prefix + key), null),
    write: (key, value) => attempt(() => { localStorage.setItem(prefix + key, value); return true; }, false),
    remove: (key) => attempt(() => { localStorage.removeItem(prefix + key); return true; }, false),
    /* All keys below a further prefix, without the guide's own prefix. */
    keys: (further) => attempt(() => Object.keys(localStorage), []).filter((key) => key.startsWith(prefix + further)).map((key) => key.slice(prefix.length)),
    /* What follows both prefixes in a key of a storage event; "" when the key is not the guide's. */
    named: (key, further) => (key && key.startsWith(prefix + further) ? key.slice((prefix + further).length) : ""),
    /* May the page use the store at all, be it full or not? */
    allowed: () => attempt(() => localStorage.length >= 0, false),
  };
})();
