/* Words as they were meant: the nearest word of the guide to a misspelt one, and unknown compounds taken apart. */
const spelling = (index) => {
  "use strict";
  const rows = [0, 1, 2].map(() => new Uint8Array(64));
  const letters = (loose) => [...loose].reduce((set, letter) => set | 1 << letter.charCodeAt(0) % 32, 0);
  const sounds = new Map();  // word -> [as it sounds, its letters]
  const soundOf = (word) => {
    let sound = sounds.get(word);
    if (!sound) {
      const loose = danish.loose(word.folded);
      sounds.set(word, sound = [loose, letters(loose)]);
    }
    return sound;
  };
  const count = (bits) => { let sum = 0; for (let left = bits; left; left &= left - 1) sum += 1; return sum; };

  /* Damerau-Levenshtein distance, given up beyond `most`. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most || b.length > 62) return most + 1;
    let [before, row, next] = rows;
    for (let j = 0; j <= b.length; j += 1) row[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      let least = next[0] = i;
      for (let j = 1; j <= b.length; j += 1) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [before, row, next] = [row, next, before];
    }
    return row[b.length];
  };

  /* The nearest words, and how far off: one slip in five to seven letters, two to eleven, three beyond. A slip in
     letters that do not sound counts a little. */
  const nearest = (folded) => {
    const most = folded.length < 5 ? 0 : folded.length < 8 ? 1 : folded.length < 12 ? 2 : 3;
    const loose = danish.loose(folded), own = letters(loose);
    let found = [], least = most + 0.5;
    for (const word of most && folded.length < 60 ? index.words.values() : []) {
      if (Math.abs(word.folded.length - folded.length) > most) continue;
      // A slip changes at most two of the letters that are in the word at all: most words are passed over here.
      const [sound, set] = soundOf(word);
      if (count(own ^ set) > 2 * least) continue;
      const sounding = distance(loose, sound, Math.ceil(least));
      if (sounding > least) continue;
      const slips = Math.min(sounding + 0.4, distance(folded, word.folded, Math.ceil(least)));
      if (slips < least) [found, least] = [[word], slips];
      else if (slips === least) found.push(word);
    }
    return { words: found.sort((one, other) => other.sections.length - one.sections.length).slice(0, 3), slips: least };
  };

  const known = (folded) => {
    const stem = danish.stem(folded);
    return folded.length > 2 && (index.words.get(folded)
      || (index.stems.get(stem) || index.byRoot.get(danish.root(stem)) || index.byPart.get(stem))?.[0]);
  };
  /* Two known words that make an unknown one, the rarest break last: nabo+byer, tilmelding(s)+blanket. */
  const apart = (folded) => {
    let best = null;
    for (let at = 3; at <= folded.length - 3; at += 1) {
      const first = known(folded.slice(0, at));
      if (!first) continue;
      for (const link of ["", "s", "e"]) {
        const rest = folded.slice(at + link.length), last = folded.startsWith(link, at) && known(rest);
        const weak = Math.min(at, rest.length);
        if (last && (!best || weak > best.weak)) best = { weak, pieces: [folded.slice(0, at), rest] };
      }
    }
    return best?.pieces || null;
  };
  return { nearest, apart };
};
