/* guideSearch(source) -> ask(query, take) => {hits, whole, instead}. ask.prepare(milliseconds) builds the index a
   little at a time; a question asked before it is done builds the rest at once. `take` tells of a section whether to
   take it. */
window.guideSearch = (source) => {
  "use strict";
  const LIMIT = 20;
  const index = invert(source), read = reader(index), rank = ranker(index), show = excerpts(index);

  const ask = (query, take = () => true) => {
    index.prepare();
    const asked = read(query), { slots } = asked;
    const found = rank(asked, take);
    const hits = found.slice(0, LIMIT).map(({ number }) => {
      const section = index.sections[number], { address, part, kind } = section;
      return { address, part, kind, ...show(section, slots) };
    });
    const misread = slots.some((slot) => slot.instead);
    const instead = misread ? slots.map((slot) => slot.instead || slot.typed).join(" ") : "";
    return { hits, whole: Boolean(found[0]?.whole), instead };
  };
  return Object.assign(ask, { prepare: index.prepare });
};
