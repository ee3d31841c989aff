/* Hands the reader a file, and fetches a script on demand: both work from file://. */
const download = (blob, name) => {
  "use strict";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-").replace(/^[.\s]+|[.\s]+(?=\.\w+$)/g, "");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
const loadScript = (address) => new Promise((resolve, reject) => {
  "use strict";
  const element = document.createElement("script");
  element.src = address;
  element.onload = resolve;
  element.onerror = () => { element.remove(); reject(new Error(address)); };
  document.head.append(element);
});
