/* guideSearch(source) -> (query) => {hits, whole, instead}. Every word of a query is read in every way it may be meant;
   the best reading of a word counts for a section, and sections that answer all the words come first. */
window.guideSearch = (source) => {
  "use strict";
  const LIMIT = 20, EXCERPT = 170;
  const WEIGHT = { exact: 1, stem: 0.9, whole: 0.8, same: 0.65, loose: 0.6, part: 0.5, prefix: 0.45, slip: 0.5, head: 0.3 };
  const index = invert(source);

  const add = (into, from, weight) => {
    for (const [section, score] of from) if (score * weight > (into.get(section) || 0)) into.set(section, score * weight);
  };
  const has = (name) => index.postings.has(name);

  /* Damerau-Levenshtein distance, given up beyond `most`. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[b.length];
  };
  /* The words of the guide nearest to a misspelt one: one slip to seven letters, two beyond. */
  const nearest = (folded) => {
    const most = folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2;
    const plain = danish.loose(folded);
    let best = [], least = most + 0.5;
    for (const word of most ? index.words.keys() : []) {
      const slips = Math.min(distance(folded, word, most), distance(plain, danish.loose(word), most) + 0.25);
      if (slips < least) [best, least] = [[word], slips];
      else if (slips === least) best.push(word);
    }
    return best.sort((one, other) => index.postings.get("=" + other).size - index.postings.get("=" + one).size).slice(0, 3);
  };

  /* One word: {scores by section, weight of the word in the query, the word it was read as}. */
  const reading = (folded, last) => {
    const scores = new Map(), stem = danish.stem(folded);
    const known = has("=" + folded) || has(stem);
    add(scores, index.scores("=" + folded), WEIGHT.exact);
    add(scores, index.scores(stem), WEIGHT.stem);
    add(scores, index.scores("+" + stem), WEIGHT.part);
    for (const part of index.partsOf.get(stem) || []) {
      add(scores, index.scores(part), WEIGHT.head);
      add(scores, index.scores("+" + part), WEIGHT.head);
    }
    if ((last || !known) && folded.length > 2) {
      for (const word of index.words.keys()) if (word.length > folded.length && word.startsWith(folded)) add(scores, index.scores("=" + word), WEIGHT.prefix);
    }
    if (!known) for (const other of index.byLoose.get(danish.loose(stem)) || []) add(scores, index.scores(other), WEIGHT.loose);
    let instead = "";
    if (!scores.size) {
      const words = nearest(folded);
      instead = words[0] || "";
      words.forEach((word) => {
        add(scores, index.scores("=" + word), WEIGHT.slip);
        add(scores, index.scores(index.words.get(word).stem), WEIGHT.slip * 0.9);
      });
    }
    return { folded, stem: instead ? index.words.get(instead).stem : stem, scores, instead, rarity: known ? index.rarity(stem) : 4 };
  };

  /* A phrase of the query that means the same as another: the other counts for each of its words. */
  const addSame = (readings) => readings.forEach(({ stem }, at) => {
    for (const { phrase, others } of index.same.get(stem) || []) {
      const asked = readings.slice(at, at + phrase.length);
      if (asked.map((one) => one.stem).join() !== phrase.join()) continue;
      for (const other of others) {
        const each = other.map(index.scores);
        const both = new Map([...each[0]].filter(([section]) => each.every((one) => one.has(section)))
          .map(([section]) => [section, each.reduce((sum, one) => sum + one.get(section), 0) / each.length]));
        // A rare word for a common one must not count for more than the word that was asked.
        for (const one of asked) add(one.scores, both, WEIGHT.same * Math.min(1, one.rarity / Math.max(...other.map(index.rarity))));
      }
    }
  });
  /* Words that together make a compound, written apart or turned round: the compound counts for each of them.
     Returns the compounds' stems. */
  const addWholes = (readings) => {
    const wholes = new Set();
    const count = (asked, name, weight) => asked.forEach((one) => add(one.scores, index.scores(name), weight));
    readings.slice(1).forEach((late, at) => {
      for (const link of ["", "s", "e"]) {
        const joined = readings[at].folded + link + late.folded, stem = danish.stem(joined);
        if (!has(stem)) continue;
        wholes.add(stem);
        count([readings[at], late], "=" + joined, WEIGHT.exact);
        count([readings[at], late], stem, WEIGHT.stem);
      }
    });
    const stems = new Map(readings.map((one) => [one.stem, one]));
    for (const [word, { stem, parts }] of index.words) {
      const asked = parts.filter((part) => stems.has(part));
      if (asked.length < 2) continue;
      wholes.add(stem);
      count(asked.map((part) => stems.get(part)), "=" + word, WEIGHT.whole);
    }
    return wholes;
  };

  const ranked = (readings, wholes) => {
    const asked = new Set(readings.map((one) => one.stem));
    const all = readings.reduce((sum, one) => sum + one.rarity, 0);
    const total = new Map();
    for (const one of readings) for (const [section, score] of one.scores) {
      const sum = total.get(section) || { score: 0, covered: 0 };
      total.set(section, { score: sum.score + score, covered: sum.covered + one.rarity });
    }
    return [...total].map(([section, { score, covered }]) => {
      const title = index.titles[section];
      const named = [...title].filter((stem) => asked.has(stem)).length;
      const answered = Math.max(named / asked.size, [...title].some((stem) => wholes.has(stem)) ? 1 : 0);
      const heading = title.size ? 1 + 0.35 * (Math.max(named, answered) / title.size) + 0.35 * Math.min(1, answered) : 1;
      return { section, score: score * (covered / all) ** 1.6 * heading * index.sections[section][4], whole: covered >= all - 1e-9 };
    }).sort((one, other) => other.score - one.score);
  };

  const marks = (text, stems) => danish.tokens(text).filter(({ word }) => {
    const folded = danish.fold(word);
    const { stem, parts } = index.words.get(folded) || { stem: danish.stem(folded), parts: [] };
    return stems.has(stem) || parts.some((part) => stems.has(part)) || [...stems].some((one) => one.length > 3 && folded.startsWith(one));
  }).map(({ from, to }) => [from, to]);

  const excerpt = (text, stems) => {
    const found = marks(text, stems);
    const at = found.length ? found[0][0] : 0;
    const start = at < 60 ? 0 : text.lastIndexOf(" ", at - 40) + 1;
    const stop = text.length - start <= EXCERPT ? text.length : Math.max(text.lastIndexOf(" ", start + EXCERPT), start + 40);
    const before = start ? "… " : "";
    const shift = before.length - start;
    return {
      excerpt: before + text.slice(start, stop) + (stop < text.length ? " …" : ""),
      excerptMarks: found.filter(([from, to]) => from >= start && to <= stop).map(([from, to]) => [from + shift, to + shift]),
    };
  };

  return (query) => {
    const all = danish.tokens(query.slice(0, 200)).map(({ word }) => danish.fold(word)).slice(0, 16);
    const asked = all.filter((word) => !danish.isStop(word));
    const words = asked.length ? asked : all;
    const readings = words.map((word, at) => reading(word, at === words.length - 1));
    addSame(readings);
    const found = ranked(readings, addWholes(readings));
    const stems = new Set(readings.flatMap((one) => [one.stem, ...(index.partsOf.get(one.stem) || [])]));
    const hits = found.slice(0, LIMIT).map(({ section }) => {
      const [address, title, where, text] = index.sections[section];
      return { address, title, where, titleMarks: marks(title, stems), ...excerpt(text, stems) };
    });
    const misspelt = readings.some((one) => one.instead);
    return { hits, whole: Boolean(found.length && found[0].whole), instead: misspelt ? readings.map((one) => index.words.get(one.instead || one.folded)?.shown || one.folded).join(" ") : "" };
  };
};
