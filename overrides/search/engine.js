/* guideSearch(source) -> ask(query, filter) => {hits, whole, instead}. ask.prepare(milliseconds) builds the index a little at a
   time; a question asked before it is done builds the rest at once. `filter` tells of a section whether to take it. */
window.guideSearch = (source) => {
  "use strict";
  const LIMIT = 20;
  const index = invert(source), read = reader(index), rank = ranker(index), show = excerpts(index);

  const ask = (query, filter = () => true) => {
    index.prepare();
    const slots = read(query);
    const found = rank(slots, danish.asksFor(query)).filter(({ number }) => filter(index.sections[number]));
    const hits = found.slice(0, LIMIT).map(({ number }) => {
      const section = index.sections[number], { address, part, kind } = section;
      return { address, part, kind, ...show(section, slots) };
    });
    const misread = slots.some((slot) => slot.instead);
    const instead = misread ? slots.map((slot) => slot.instead || slot.folded).join(" ") : "";
    return { hits, whole: Boolean(found[0]?.whole), instead };
  };
  return Object.assign(ask, { prepare: index.prepare });
};
