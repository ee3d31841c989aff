/* What a hit shows: the words asked marked in the title and in the stretch of the text that has most of them. */
const excerpts = (index) => {
  "use strict";
  const LONG = 180;
  /* [from, to, slot] of each word that was asked. */
  const marks = (text, slots) => danish.tokens(text).flatMap(({ word, from, to }) => {
    const known = index.known(word);
    const slot = known ? slots.findIndex((one) => (one.levels.get(known) || 0) >= 0.4) : -1;
    return slot < 0 ? [] : [[from, to, slot]];
  });
  const plain = (found) => found.map(([from, to]) => [from, to]);

  const startOf = (text, found) => {
    let best = 0, most = 0;
    found.forEach(([from], at) => {
      const here = new Set(found.slice(at).filter(([, to]) => to < from + LONG - 50).map(([, , slot]) => slot)).size;
      if (here > most) [best, most] = [from, here];
    });
    return best < 60 ? 0 : text.lastIndexOf(" ", best - 40) + 1;
  };
  const excerpt = (text, slots) => {
    const found = marks(text, slots), start = text.length <= LONG ? 0 : startOf(text, found);
    const stop = text.length - start <= LONG ? text.length : Math.max(text.lastIndexOf(" ", start + LONG), start + 40);
    const before = start ? "… " : "", shift = before.length - start;
    return {
      excerpt: before + text.slice(start, stop) + (stop < text.length ? " …" : ""),
      excerptMarks: plain(found).filter(([from, to]) => from >= start && to <= stop)
        .map(([from, to]) => [from + shift, to + shift]),
    };
  };
  return (section, slots) => {
    const { title, page, text } = section.shown();
    return { title, page, titleMarks: plain(marks(title, slots)), ...excerpt(text, slots) };
  };
};
