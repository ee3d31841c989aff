/* The inverted index, built in the browser from what macros/publish/search.py writes. It can be built a little at a
   time: prepare(milliseconds) builds for that long and tells whether it is done; no argument means to the end. */
const invert = (source) => {
  "use strict";
  const TITLE = 3, CALLED = 5;
  const key = (word) => danish.stem(danish.fold(word));
  const words = new Map();   // folded word -> {folded, shown, stem, parts, sections, counts}
  const seen = new Map();    // word as it is written -> the same
  const stems = new Map();   // stem -> its words
  const byPart = new Map();  // stem of a part -> the compounds with it
  const byRoot = new Map();  // root of a family -> its words
  const partsOf = new Map(); // stem -> stems of its parts
  const sections = [];
  const group = (map, name, one) => {
    const found = map.get(name);
    if (found) found.push(one); else map.set(name, [one]);
  };

  const learn = (shown) => {
    const folded = danish.fold(shown);
    let word = words.get(folded);
    if (!word) {
      const stem = danish.stem(folded), parts = partsOf.get(stem) || [];
      word = { folded, shown: shown.toLowerCase(), stem, parts, sections: [], counts: [] };
      words.set(folded, word);
      group(stems, stem, word);
      group(byRoot, danish.root(stem), word);
      for (const part of new Set(parts)) group(byPart, part, word);
    }
    seen.set(shown, word);
    return word;
  };
  /* Words by their stem as it sounds; few queries need them, so they are gathered at the first that does. */
  let loosely = null;
  const byLoose = (loose) => {
    if (!loosely) {
      loosely = new Map();
      for (const word of words.values()) group(loosely, danish.loose(word.stem), word);
    }
    return loosely.get(loose);
  };
  const read = (text) => danish.tokens(text).map(({ word }) => seen.get(word) || learn(word));
  /* The words stand with their parts marked, as arbejd_s-evne, and a letter tells how much of the one before each
     begins with, A for none. */
  const undivided = (piece) => piece.replace(/[-_]/g, "");
  const pieces = [];  // [piece, its word or null]
  function* learnPieces() {
    let before = "";
    const list = source.pieces.split("\n")
      .map((line) => { before = before.slice(0, line.charCodeAt(0) - 65) + line.slice(1); return before; });
    for (const [number, piece] of list.entries()) {
      if (number % 256 === 0) yield;
      const made = /^[\p{L}\p{N}].*-/u.test(piece) && piece.split("-").map((part) => part.split("_")[0]);
      if (made) partsOf.set(key(undivided(piece)), made.map(key));
    }
    for (const piece of list) {
      const word = /^[\p{L}\p{N}]/u.test(piece) ? undivided(piece) : "";
      pieces.push([word || piece, word ? learn(word) : null]);
      if (pieces.length % 256 === 0) yield;
    }
  }
  const wordsOf = (coded) => {
    const found = [];
    for (const number of numbers(coded)) if (pieces[number][1]) found.push(pieces[number][1]);
    return found;
  };
  /* A sentence's first word is written without its capital. */
  const textOf = (coded) => {
    let text = "", before = null, first = true;
    for (const number of numbers(coded)) {
      const [piece, word] = pieces[number];
      if (word && before) text += " ";
      text += word && first ? piece[0].toUpperCase() + piece.slice(1) : piece;
      first = !word && /[.:?!]/.test(piece);
      before = word;
    }
    return text;
  };
  /* An anchor's * stands for the heading, as an address has it. */
  const anchorOf = (anchor, title) => anchor.replace(
    "*", () => danish.fold(textOf(title)).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""),
  );
  const post = (word, section, weight) => {
    const last = word.sections.length - 1;
    if (word.sections[last] === section) word.counts[last] += weight;
    else { word.sections.push(section); word.counts.push(weight); }
  };

  /* A heading or a query to compare: without the number before it, as in 2.4 and Boks 2.4. */
  const nameOf = (all) => all.join(" ").replace(/^(boks |bilag )?(\d+ )+(?=\D)/, "");
  let length = 0, pages = 0;
  const readPage = ([url, part, weight, entries]) => {
    const name = entries[0][2], around = [wordsOf(name), read(part)];
    const kinds = new Map(Object.entries(source.kinds).map(([kind, words]) => [kind, [...around, read(words)]]));
    for (const [anchor, kind, title, text, called = ""] of entries) {
      const at = sections.length, heading = wordsOf(title || name), body = wordsOf(text);
      for (const word of heading) post(word, at, TITLE);
      for (const word of body) post(word, at, 1);
      for (const word of wordsOf(called)) post(word, at, CALLED);
      length += body.length + 8;
      sections.push({
        page: pages, address: url + (anchor && "#" + anchorOf(anchor, title)), kind: kind || "section", part, weight,
        shown: () => ({
          title: textOf(title || name), page: title && title !== name ? textOf(name) : "", text: textOf(text),
        }),
        body, length: body.length + 8,
        name: nameOf(heading.map((word) => word.folded)),
        heading: [...new Set(heading)].filter((word) => !danish.isStop(word.folded)),
        context: kinds.get(kind) || around,
      });
    }
    pages += 1;
  };

  /* Phrases that mean the same, by the families of their words: the stems of the others. */
  const same = new Map();
  const readSame = (line) => {
    const phrases = [[]];
    for (const number of numbers(line)) {
      const [piece, word] = pieces[number];
      if (!word && piece.includes("|")) phrases.push([]);
      else if (word && !danish.isStop(word.folded)) phrases.at(-1).push(word.stem);
    }
    const said = phrases.filter((one) => one.length).map((one) => [one.map(danish.root).join(" "), one]);
    for (const [name] of said) group(same, name, said.filter(([other]) => other !== name).map(([, stems]) => stems));
  };

  function* building() {
    yield* learnPieces();
    for (const page of source.pages) yield readPage(page);
    for (const line of source.same) yield readSame(line);
  }
  const work = building();
  let done = false;
  const prepare = (milliseconds = Infinity) => {
    const stop = performance.now() + milliseconds;
    while (!done && performance.now() < stop) done = work.next().done;
    return done;
  };
  const known = (shown) => seen.get(shown) || words.get(danish.fold(shown));
  const average = () => length / Math.max(1, sections.length);
  return { words, stems, byRoot, byPart, byLoose, partsOf, same, sections, prepare, nameOf, known, average };
};
