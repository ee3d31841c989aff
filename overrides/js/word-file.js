/* Fills the Word layout made in the build: each answer goes into the content control that bears its field's id. */
const wordFile = (() => {
  "use strict";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const BODY = "word/document.xml";

  const clean = (text) => (text.toWellFormed?.() ?? text).replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

  /* The layout as a tree, with its controls by tag. */
  const opened = (xml) => {
    const tree = new DOMParser().parseFromString(xml, "application/xml");
    const space = tree.documentElement.namespaceURI;
    const within = (node, name) => [...node.getElementsByTagNameNS(space, name)];
    const attribute = (node, name) => node.getAttributeNS(space, name);
    const made = (name) => tree.createElementNS(space, "w:" + name);
    const controls = new Map(within(tree, "sdt").map((node) => [attribute(within(node, "tag")[0], "val"), node]));
    const open = [...controls].find(([tag, node]) => tag.split("--").length === 3 && within(node, "showingPlcHdr").length)?.[1];
    const content = (node) => within(node, "sdtContent")[0];
    return { tree, space, within, attribute, made, controls, content, blank: open && content(open).cloneNode(true) };
  };

  const text = (word, value) => {
    const node = word.made("t");
    node.setAttributeNS(word.tree.lookupNamespaceURI("xml"), "xml:space", "preserve");
    node.textContent = value;
    return node;
  };
  /* A run for each line. The controls are rich text, since LibreOffice 7.4 moves a break to the front of a plain one. */
  const runs = (word, value) => value.split("\n").map((line, at) => {
    const node = word.made("r");
    node.append(...(at ? [word.made("br")] : []), text(word, line));
    return node;
  });

  const fill = (word, node, value) => {
    const date = word.within(node, "date")[0];
    const day = date && /^\d{4}-\d\d-\d\d$/.test(value);
    if (day) date.setAttributeNS(word.space, "w:fullDate", value + "T00:00:00Z");
    word.within(node, "showingPlcHdr").forEach((sign) => sign.remove());
    word.content(node).replaceChildren(...runs(word, day ? answers.day(value) : clean(value)));
  };
  /* A cell that held a text and is empty now becomes a place to write again. */
  const empty = (word, node) => {
    if (word.within(node, "showingPlcHdr").length) return;
    const text = word.within(node, "sdtPr")[0].lastElementChild;
    text.before(word.made("showingPlcHdr"));
    word.content(node).replaceChildren(...(word.blank ? [...word.blank.cloneNode(true).childNodes] : runs(word, "")));
  };
  const put = (word, tag, value) => {
    const node = word.controls.get(tag);
    if (!node) return;
    if (value.trim()) fill(word, node, value); else empty(word, node);
  };

  const renumber = (word, row, field, number) => word.within(row, "sdt").forEach((node) => {
    const tag = word.within(node, "tag")[0];
    const name = [field, number, word.attribute(tag, "val").split("--")[2]].join("--");
    tag.setAttributeNS(word.space, "w:val", name);
    word.within(node, "id")[0].setAttributeNS(word.space, "w:val", String(word.controls.size + 1));
    word.controls.set(name, node);
  });
  const fillTable = (word, field, rows) => {
    const cell = [...word.controls].find(([tag]) => tag.startsWith(field + "--1--"));
    if (!cell) return;
    let last = cell[1];
    while (last.localName !== "tr") last = last.parentNode;
    const table = last.parentNode;
    const present = () => word.within(table, "tr").slice(1);
    while (present().length > Math.max(rows.length, 1)) present().at(-1).remove();
    while (present().length < rows.length) {
      const copy = present().at(-1).cloneNode(true);
      table.append(copy);
      renumber(word, copy, field, present().length);
    }
    const columns = word.within(present()[0], "tag").map((tag) => word.attribute(tag, "val").split("--")[2]);
    rows.forEach((cells, at) => columns.forEach((column, index) => put(word, [field, at + 1, column].join("--"), cells[index] ?? "")));
  };

  /* document.xml with `given`: field id -> answer. What is left empty stays a place to write. */
  const filled = (xml, given) => {
    const word = opened(xml);
    for (const [field, value] of Object.entries(given)) {
      if (Array.isArray(value)) fillTable(word, field, value);
      else if (typeof value === "string") put(word, field, value);
      else for (const [part, answer] of Object.entries(value)) put(word, field + "--" + part, answer);
    }
    return HEAD + new XMLSerializer().serializeToString(word.tree.documentElement);
  };
  return { make: (parts, given) => zip({ ...parts, [BODY]: filled(parts[BODY], given) }, TYPE) };
})();
