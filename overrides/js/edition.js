/* Makes the guide installable, keeps the copy on the device, and says when a new edition is ready to be shown. */
mount("[data-edition]", (place) => {
  "use strict";
  if (!offlineCopy.possible) return;
  const [offer, said] = [place.querySelector("[data-offer]"), place.querySelector("[data-said]")];
  let shown = false;
  const look = (registration) => { offer.hidden = !(registration.waiting && navigator.serviceWorker.controller); };
  const follow = (registration) => {
    registration.addEventListener("updatefound", () => {
      registration.installing.addEventListener("statechange", () => look(registration));
    });
    look(registration);
  };
  /* A manifest in the page itself would be asked for, and refused, on a page from a disk. */
  const install = () => {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = place.dataset.manifest;
    document.head.append(link);
  };
  const begin = () => {
    install();
    if (!offlineCopy.wanted() || navigator.connection?.saveData) return;
    offlineCopy.start().then(follow, () => {}).then(() => document.dispatchEvent(new Event("offline-copy")));
  };

  place.querySelector("[data-show]").addEventListener("click", async () => {
    shown = true;
    (await offlineCopy.registration()).waiting?.postMessage("show");
  });
  place.querySelector("[data-later]").addEventListener("click", () => { offer.hidden = true; });
  navigator.serviceWorker.addEventListener("message", () => { said.textContent = place.dataset.others; });
  navigator.serviceWorker.addEventListener("controllerchange", () => { if (shown) location.reload(); });
  /* When the browser has nothing else to do. Now and then one never says so: then after five seconds. */
  const idle = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => idle(begin, { timeout: 5000 }));
});
