/* Tries in this very browser what the guide needs of it. Nothing is left behind. */
mount("[data-component=self_check]", (root) => {
  "use strict";
  const words = root.dataset;
  const PATIENCE = 30000;

  const tries = {
    async search() {
      const { engine, index } = document.querySelector("[data-search]").dataset;
      await Promise.all([loadScript(engine), loadScript(index)]);
      return window.guideSearch(window.guideIndex)(words.probe).hits.length > 0;
    },
    menu: () => "popover" in HTMLElement.prototype && "showModal" in HTMLDialogElement.prototype,
    storage: () => storage.write("check", "1") && storage.read("check") === "1" && storage.remove("check"),
    print: () => typeof window.print === "function",
    async download() {
      const packed = await zip({ "a.txt": "a" }, "application/zip");
      return "download" in HTMLAnchorElement.prototype && (await packed.text()).startsWith("PK");
    },
    dates() {
      const field = document.createElement("input");
      field.type = "date";
      return field.type === "date";
    },
    clipboard: () => Boolean(navigator.clipboard?.writeText),
    /* A page from a disk is at hand anyway. On the first visit the copy takes a while to come. */
    async offline() {
      if (location.protocol === "file:") return true;
      if (!offlineCopy.possible || !offlineCopy.wanted() || navigator.connection?.saveData) return false;
      const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
      return Boolean(await Promise.race([navigator.serviceWorker.ready, late]));
    },
  };

  const judge = async (item) => {
    let works = false;
    try { works = await tries[item.dataset.check](); } catch (error) { console.warn(item.dataset.check, error); }
    item.dataset.state = works ? "works" : "fails";
    return works;
  };
  const sum = (answers) => {
    const failed = answers.filter((works) => !works).length;
    const sentence = failed > 1 ? words.some : failed ? words.one : words.all;
    root.querySelector("[data-sum]").textContent = sentence.replace("{count}", failed);
  };

  root.querySelector("[data-app]").hidden = false;
  root.querySelector("[data-browser]").textContent = navigator.userAgent;
  Promise.all([...root.querySelectorAll("[data-check]")].map(judge)).then(sum);
});
