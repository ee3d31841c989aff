/* The inverted index, built in the browser from what macros/publish/search.py writes:
   sections as [address, title, where, text, weight], groups of phrases that mean the same, and the parts of compounds. */
const invert = (source) => {
  "use strict";
  const TITLE = 5;
  const key = (word) => danish.stem(danish.fold(word));
  const keys = (phrase) => danish.tokens(phrase).map(({ word }) => danish.fold(word)).filter((word) => !danish.isStop(word)).map(danish.stem);
  const partsOf = new Map(Object.entries(source.parts).map(([word, parts]) => [key(word), parts.map(key)]));
  const words = new Map();    // folded word -> {stem, parts}
  const postings = new Map(); // "=word", "stem" or "+part" -> Map(section -> weighted count)
  const byLoose = new Map();  // stem without æ, ø, å -> stems
  const lengths = [];
  const titles = [];

  const learn = (folded, shown) => {
    let word = words.get(folded);
    if (!word) {
      const stem = danish.stem(folded);
      word = { stem, parts: partsOf.get(stem) || [], shown: shown.toLowerCase() };
      words.set(folded, word);
      const loose = danish.loose(stem);
      if (!byLoose.has(loose)) byLoose.set(loose, new Set());
      byLoose.get(loose).add(stem);
    }
    return word;
  };
  const post = (name, section, weight) => {
    let list = postings.get(name);
    if (!list) postings.set(name, list = new Map());
    list.set(section, (list.get(section) || 0) + weight);
  };
  const read = (text, section, weight) => danish.tokens(text).map(({ word }) => {
    const folded = danish.fold(word);
    const { stem, parts } = learn(folded, word);
    post("=" + folded, section, weight);
    post(stem, section, weight);
    for (const part of parts) post("+" + part, section, weight);
    return folded;
  });

  source.sections.forEach(([, title, , text], section) => {
    const heading = read(title, section, TITLE).filter((word) => !/^\d/.test(word) && !danish.isStop(word));
    titles.push(new Set(heading.map((word) => words.get(word).stem)));
    lengths.push(read(text, section, 1).length + 8);
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);

  /* Phrases that mean the same, by the first stem of each. */
  const same = new Map();
  for (const group of source.same) {
    const phrases = group.map(keys).filter((phrase) => phrase.length);
    for (const phrase of phrases) {
      if (!same.has(phrase[0])) same.set(phrase[0], []);
      same.get(phrase[0]).push({ phrase, others: phrases.filter((other) => other.join() !== phrase.join()) });
    }
  }

  const rarity = (name) => {
    const count = postings.get(name)?.size || 0;
    return Math.log(1 + (lengths.length - count + 0.5) / (count + 0.5));
  };
  /* BM25 (Robertson & Zaragoza, 2009; k1 1.2, b 0.6) of one name over all sections. */
  const scores = (name) => {
    const rare = rarity(name);
    return new Map([...(postings.get(name) || [])].map(([section, count]) => [
      section, rare * (count * 2.2) / (count + 1.2 * (0.4 + 0.6 * lengths[section] / average)),
    ]));
  };
  return { sections: source.sections, words, postings, byLoose, titles, same, partsOf, rarity, scores };
};
