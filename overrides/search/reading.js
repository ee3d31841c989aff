/* What the words of a query may mean. A slot is one word of the query: {folded, stem, weight, levels}, where levels
   maps a word of the guide to how sure it is what was meant (1: the word itself), and phrases are words together. */
const reader = (index) => {
  "use strict";
  const SURE = { exact: 1, stem: 0.92, whole: 0.85, same: 0.55, loose: 0.7, last: 0.55, part: 0.48, prefix: 0.45, slip: 0.7, piece: 0.3 };
  const FAINT = 0.35;
  const { nearest, apart } = spelling(index);

  const mean = (slot, words, sure) => {
    for (const word of words || []) if (sure > (slot.levels.get(word) || 0)) slot.levels.set(word, sure);
  };
  const meanStem = (slot, stem, sure) => {
    mean(slot, index.stems.get(stem), sure * SURE.stem);
    for (const word of index.byPart.get(stem) || []) mean(slot, [word], sure * (word.parts.at(-1) === stem ? SURE.last : SURE.part));
  };
  const startOf = (folded, stem, weight = 1) => ({ folded, stem, weight: danish.isFaint(folded) ? weight * FAINT : weight, levels: new Map(), phrases: [], meant: new Set([stem]), instead: "" });

  const known = (folded, stem) => index.words.has(folded) || index.stems.has(stem);
  /* One word of the query as slots: itself, or the words it is made of. */
  const slotsOf = (folded, last) => {
    const stem = danish.stem(folded), slot = startOf(folded, stem);
    if (known(folded, stem)) {
      mean(slot, [index.words.get(folded)].filter(Boolean), SURE.exact);
      meanStem(slot, stem, 1);
      for (const part of index.partsOf.get(stem) || []) if (!danish.isFaint(part)) meanStem(slot, part, SURE.piece);
    }
    if ((last || !known(folded, stem)) && folded.length > 2) {
      for (const word of index.words.values()) if (word.folded.length > folded.length && word.folded.startsWith(folded)) mean(slot, [word], SURE.prefix);
    }
    if (known(folded, stem)) return [slot];
    meanStem(slot, stem, 1);
    mean(slot, index.byLoose.get(danish.loose(stem)), SURE.loose);
    if (slot.levels.size) return [slot];
    const near = nearest(folded), pieces = near.slips > 1 ? apart(folded) : null;
    if (pieces) return pieces.flatMap((piece) => slotsOf(piece, false)).map((one) => Object.assign(one, { joined: true }));
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
      for (const stem of [...slot.meant]) count([slot], stem);
      for (const stop of [at + 2, at + 3]) {
        if (stop <= slots.length) count(slots.slice(at, stop), slots.slice(at, stop).map((one) => one.stem).join(" "));
      }
      if (at) for (const link of ["", "s", "e"]) count([slots[at - 1], slot], danish.stem(slots[at - 1].folded + link + slot.folded));
    });
  };
  /* Words that together make a compound, written apart or turned round: the compound counts for each of them. */
  const addWholes = (slots) => {
    slots.slice(1).forEach((late, at) => {
      for (const link of ["", "s", "e"]) {
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

  /* The slots of a query, at most sixteen words of it. */
  return (query) => {
    const all = danish.tokens(query.slice(0, 200)).map(({ word }) => danish.fold(word)).slice(0, 16);
    const asked = all.filter((word) => !danish.isStop(word));
    const words = asked.length ? asked : all;
    const slots = words.flatMap((word, at) => slotsOf(word, at === words.length - 1));
    addSame(slots);
    addWholes(slots);
    return slots;
  };
};
