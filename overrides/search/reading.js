/* What the words of a query may mean. A slot is one word of the query, whose levels say of each word of the guide how
   sure it is that it was meant (1: it is the word itself); its phrases are several words that together mean it. */
const reader = (index) => {
  "use strict";
  const SURE = {
    exact: 1, stem: 0.92, whole: 0.85, family: 0.7, loose: 0.7, slip: 0.7, same: 0.55, last: 0.55, part: 0.48,
    prefix: 0.45, piece: 0.2,
  };
  const FAINT = 0.5, LINKS = ["", "s", "e"];
  const { nearest, apart } = spelling(index);

  const mean = (slot, words, sure) => {
    for (const word of words || []) if (sure > (slot.levels.get(word) || 0)) slot.levels.set(word, sure);
  };
  const meanStem = (slot, stem, sure) => {
    mean(slot, index.stems.get(stem), sure * SURE.stem);
    mean(slot, index.byRoot.get(danish.root(stem)), sure * SURE.family);
    for (const word of index.byPart.get(stem) || []) {
      mean(slot, [word], sure * (word.parts.at(-1) === stem ? SURE.last : SURE.part));
    }
  };
  const startOf = (folded, stem, typed) => ({
    folded, stem, typed, weight: danish.isFaint(folded) ? FAINT : 1, instead: "",
    levels: new Map(), phrases: [], meant: new Set([stem]),
  });

  const known = (folded, stem) => index.words.has(folded) || index.stems.has(stem);
  /* One word of the query as slots: itself, or the words it is made of. */
  const slotsOf = (folded, last, typed = folded) => {
    const stem = danish.stem(folded), slot = startOf(folded, stem, typed);
    if (known(folded, stem)) {
      mean(slot, [index.words.get(folded)].filter(Boolean), SURE.exact);
      meanStem(slot, stem, 1);
      for (const part of index.partsOf.get(stem) || []) if (!danish.isFaint(part)) meanStem(slot, part, SURE.piece);
    }
    if ((last || !known(folded, stem)) && folded.length > 1) {
      for (const word of index.words.values()) {
        if (word.folded.length > folded.length && word.folded.startsWith(folded)) mean(slot, [word], SURE.prefix);
      }
    }
    if (known(folded, stem)) return [slot];
    meanStem(slot, stem, 1);
    mean(slot, index.byLoose(danish.loose(stem)), SURE.loose);
    if (slot.levels.size) return [slot];
    const near = nearest(folded), pieces = near.slips > 1 ? apart(folded) : null;
    if (pieces) return pieces.flatMap((piece) => slotsOf(piece, false));
    for (const word of near.words) {
      mean(slot, [word], SURE.slip);
      meanStem(slot, word.stem, SURE.slip);
      slot.meant.add(word.stem);
    }
    slot.instead = near.words[0]?.shown || "";
    return [slot];
  };

  /* A phrase of the query that means the same as another: the other counts for each of its words. */
  const addSame = (slots) => {
    const count = (asked, name) => {
      for (const others of index.same.get(name) || []) for (const other of others) for (const slot of asked) {
        if (other.length > 1) slot.phrases.push({ stems: other, sure: SURE.same });
        else { meanStem(slot, other[0], SURE.same); slot.meant.add(other[0]); }
      }
    };
    slots.forEach((slot, at) => {
      for (const stem of [...slot.meant]) count([slot], danish.root(stem));
      for (const stop of [at + 2, at + 3]) {
        const together = slots.slice(at, stop);
        if (stop <= slots.length) count(together, together.map((one) => danish.root(one.stem)).join(" "));
      }
      const before = slots[at - 1];
      if (at) for (const link of LINKS) count([before, slot], danish.root(danish.stem(before.folded + link + slot.folded)));
    });
  };
  /* Words that together make a compound, written apart or turned round: the compound counts for each of them. */
  const addWholes = (slots) => {
    slots.slice(1).forEach((late, at) => {
      for (const link of LINKS) {
        const joined = slots[at].folded + link + late.folded, stem = danish.stem(joined);
        for (const slot of [slots[at], late]) {
          mean(slot, index.stems.get(stem), SURE.whole);
          mean(slot, index.words.has(joined) ? [index.words.get(joined)] : [], SURE.exact);
        }
      }
    });
    const asked = new Map(slots.flatMap((slot) => [...slot.meant].map((stem) => [stem, slot])));
    for (const [stem, slot] of asked) for (const word of index.byPart.get(stem) || []) {
      for (const piece of word.parts) if (piece !== stem && asked.has(piece) && asked.get(piece) !== slot) {
        mean(slot, [word], SURE.whole * (slot.stem === stem ? 1 : 0.8) * (asked.get(piece).stem === piece ? 1 : 0.8));
      }
    }
  };

  /* A query as {slots, name, kind}, at most sixteen words of it: what its words may mean, the heading it would be, and
     the kind of place it asks for. */
  return (query) => {
    const typed = danish.tokens(query.slice(0, 200)).slice(0, 16).map(({ word }) => word.toLowerCase());
    const asked = typed.filter((word) => !danish.isStop(danish.fold(word)));
    const words = asked.length ? asked : typed;
    const slots = words.flatMap((word, at) => slotsOf(danish.fold(word), at === words.length - 1, word));
    addSame(slots);
    addWholes(slots);
    return { slots, name: index.nameOf(typed.map(danish.fold)), kind: danish.asksFor(query) };
  };
};
