/* The copy of the guide on this device, on or off. It needs a host, so nothing of it runs from a disk. */
const offlineCopy = (() => {
  "use strict";
  const { worker } = document.querySelector("[data-worker]")?.dataset ?? {};
  const possible = Boolean(worker) && location.protocol !== "file:" && "serviceWorker" in navigator;
  const scope = new URL("./", new URL(worker ?? "", location.href));
  return {
    possible,
    /* Has the reader left it on? */
    wanted: () => storage.read("offline") !== "off",
    registration: () => navigator.serviceWorker.getRegistration(scope),
    start() {
      storage.remove("offline");
      return navigator.serviceWorker.register(worker);
    },
    async stop() {
      storage.write("offline", "off");
      await (await this.registration())?.unregister();
      const own = (await caches.keys()).filter((name) => name.startsWith(`samarbejdsguiden ${scope.pathname} `));
      await Promise.all(own.map((name) => caches.delete(name)));
    },
  };
})();
