/* The reader's own choice: a copy of the guide on the device, or none. */
mount("[data-component=offline_switch]", (root) => {
  "use strict";
  const show = (state) => { root.dataset.state = state; };
  const buttons = [root.querySelector("[data-turn-off]"), root.querySelector("[data-turn-on]")];
  /* The copy is whole when there is an active worker; until then, or when fetching it failed, it is not there. */
  const follow = async (registration) => {
    if (registration.active) { show("on"); return; }
    show("fetching");
    const worker = registration.installing ?? registration.waiting;
    worker.addEventListener("statechange", () => { if (worker.state === "activated") show("on"); else if (worker.state === "redundant") show("later"); });
  };
  const look = async () => {
    if (location.protocol === "file:") return show("disk");
    if (!offlineCopy.possible) return show("unable");
    if (!offlineCopy.wanted()) return show("off");
    const registration = await offlineCopy.registration();
    return registration ? follow(registration) : show(navigator.connection?.saveData ? "later" : "fetching");
  };
  const press = (button, act) => button.addEventListener("click", async () => {
    await act();
    buttons.find((other) => other !== button).focus();
  });

  press(buttons[0], async () => { await offlineCopy.stop(); show("off"); });
  press(buttons[1], async () => {
    try { await follow(await offlineCopy.start()); } catch { show("unable"); }
  });
  document.addEventListener("offline-copy", look);
  look();
});
