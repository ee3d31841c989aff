/* Hands a place of the page to the device's own sharing. A reader who changes their mind is no error. */
mount("[data-component=share]", (button) => {
  "use strict";
  button.addEventListener("click", () => {
    const url = new URL(`#${button.dataset.place}`, location.href.split(/[?#]/)[0]).href;
    navigator.share({ title: button.dataset.title, url }).catch(() => {});
  });
});
