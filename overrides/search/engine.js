/* guideSearch(index) -> (query) => {hits, whole}. The index is what macros/publish/search.py writes:
   sections as [address, title, where, text], and groups of words that mean the same. */
window.guideSearch = (index) => {
  "use strict";
  const LIMIT = 20, TITLE = 6, EXCERPT = 170;
  const WEIGHT = { exact: 1, stem: 0.85, part: 0.45, same: 0.6, prefix: 0.5, loose: 0.55, slip: 0.35 };
  const words = new Map();   // folded word -> {stem, loose}
  const postings = new Map(); // stem -> Map(section -> {score, exact: Set of folded words})
  const looseStems = new Map();
  const lengths = [];

  const seen = (folded) => {
    let word = words.get(folded);
    if (!word) {
      const stem = danish.stem(folded);
      word = { stem, parts: (index.parts[folded] || []).map((part) => danish.stem(danish.fold(part))) };
      words.set(folded, word);
      const key = danish.loose(stem);
      if (!looseStems.has(key)) looseStems.set(key, new Set());
      looseStems.get(key).add(stem);
    }
    return word;
  };
  const post = (stem, section, weight) => {
    if (!postings.has(stem)) postings.set(stem, new Map());
    const list = postings.get(stem);
    list.set(section, (list.get(section) || 0) + weight);
  };
  const read = (text, section, weight) => {
    const found = danish.tokens(text);
    for (const { word } of found) {
      const folded = danish.fold(word);
      const { stem, parts } = seen(folded);
      post(stem, section, weight);
      post("=" + folded, section, weight);
      for (const part of parts) post("+" + part, section, weight);
    }
    return found.length;
  };
  index.sections.forEach(([, title, , text], section) => {
    read(title, section, TITLE);
    lengths.push(read(text, section, 1) + 8);
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

  const same = new Map();
  for (const group of index.same) {
    const stems = group.map((phrase) => danish.tokens(phrase).map(({ word }) => danish.stem(danish.fold(word))));
    for (const phrase of stems) {
      if (phrase.length !== 1) continue;
      const others = stems.filter((other) => other !== phrase && other.length === 1).map(([stem]) => stem);
      same.set(phrase[0], [...(same.get(phrase[0]) || []), ...others]);
    }
  }

  /* BM25 of one key over all sections, into `scores` (the best way to read a word counts, not the sum). */
  const weigh = (key, weight, scores) => {
    const list = postings.get(key);
    if (!list) return false;
    const rarity = Math.log(1 + (lengths.length - list.size + 0.5) / (list.size + 0.5));
    for (const [section, count] of list) {
      const score = weight * rarity * (count * 2.2) / (count + 1.2 * (0.4 + 0.6 * lengths[section] / average));
      if (score > (scores.get(section) || 0)) scores.set(section, score);
    }
    return true;
  };

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
      before = row;
      row = next;
    }
    return row[b.length];
  };

  /* Every way to read one word of a query: scores by section. */
  const readings = (folded, last) => {
    const scores = new Map();
    const stem = danish.stem(folded);
    let plain = weigh("=" + folded, WEIGHT.exact, scores);
    plain = weigh(stem, WEIGHT.stem, scores) || plain;
    weigh("+" + stem, WEIGHT.part, scores);
    for (const other of same.get(stem) || []) weigh(other, WEIGHT.same, scores);
    for (const part of index.parts[folded] || []) weigh(danish.stem(danish.fold(part)), WEIGHT.part / 2, scores);
    if (last && folded.length > 2) {
      for (const word of words.keys()) if (word.length > folded.length && word.startsWith(folded)) weigh("=" + word, WEIGHT.prefix, scores);
    }
    if (!plain) {
      for (const other of looseStems.get(danish.loose(stem)) || []) weigh(other, WEIGHT.loose, scores);
    }
    if (!plain && !scores.size && folded.length > 3) {
      const most = folded.length > 7 ? 2 : 1;
      for (const word of words.keys()) {
        const slips = distance(folded, word, most);
        if (slips <= most) weigh("=" + word, WEIGHT.slip / slips, scores);
      }
    }
    return scores;
  };

  const marks = (text, stems) => danish.tokens(text).filter(({ word }) => {
    const folded = danish.fold(word);
    const { stem, parts } = seen(folded);
    return [stem, ...parts].some((one) => stems.has(one)) || [...stems].some((one) => one.length > 2 && folded.startsWith(one));
  }).map(({ from, to }) => [from, to]);

  const excerpt = (text, stems) => {
    const found = marks(text, stems);
    const at = found.length ? found[0][0] : 0;
    const start = at < 60 ? 0 : text.lastIndexOf(" ", at - 40) + 1;
    const stop = text.length - start <= EXCERPT ? text.length : text.lastIndexOf(" ", start + EXCERPT);
    const before = start ? "… " : "";
    const shift = before.length - start;
    return {
      excerpt: before + text.slice(start, stop) + (stop < text.length ? " …" : ""),
      excerptMarks: found.filter(([from, to]) => from >= start && to <= stop).map(([from, to]) => [from + shift, to + shift]),
    };
  };

  const hit = (section, stems) => {
    const [address, title, where, text] = index.sections[section];
    return { address, title, where, titleMarks: marks(title, stems), ...excerpt(text, stems) };
  };

  return (query) => {
    const all = danish.tokens(query.slice(0, 200)).map(({ word }) => danish.fold(word));
    const asked = all.filter((word) => !danish.isStop(word));
    const used = asked.length ? asked : all;
    const read = used.map((word, at) => readings(word, at === used.length - 1));
    const total = new Map();
    for (const scores of read) for (const [section, score] of scores) total.set(section, (total.get(section) || 0) + score);
    const covered = (section) => read.filter((scores) => scores.has(section)).length;
    const ranked = [...total].map(([section, score]) => [section, score * (covered(section) / used.length) ** 1.5]).sort((a, b) => b[1] - a[1]);
    const stems = new Set(used.map(danish.stem));
    const hits = ranked.slice(0, LIMIT).map(([section]) => hit(section, stems));
    return { hits, whole: ranked.length > 0 && covered(ranked[0][0]) === used.length };
  };
};
