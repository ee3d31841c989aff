/* Search hits as rows: where it is, the title and an excerpt, with the words asked marked. Text alone, never markup. */
const searchHits = (base, kinds) => {
  "use strict";
  const marked = (text, ranges) => {
    const parts = [];
    let at = 0;
    for (const [from, to] of ranges) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      parts.push(text.slice(at, from), mark);
      at = to;
    }
    parts.push(text.slice(at));
    return parts;
  };
  const span = (name, ...content) => {
    const element = document.createElement("span");
    element.className = "l-search__" + name;
    element.append(...content);
    return element;
  };
  return (hit) => {
    const item = document.createElement("li"), link = document.createElement("a"), kind = kinds[hit.kind];
    const where = [hit.part, hit.page].filter(Boolean).join(" · ");
    // "Boks 2.4 …" says itself that it is a box.
    const named = hit.kind === "section" || hit.title.startsWith(kind);
    link.href = base + hit.address;
    link.append(
      span("where", ...(named ? [] : [span("kind", kind)]), where),
      span("title", ...marked(hit.title, hit.titleMarks)),
      span("excerpt", ...marked(hit.excerpt, hit.excerptMarks)),
    );
    item.append(link);
    return item;
  };
};
