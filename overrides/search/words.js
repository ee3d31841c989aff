/* Danish words: folding, stop words and stems. The stemmer is Snowball's for Danish
   (https://snowballstem.org/algorithms/danish/stemmer.html), run twice, so that indsatsen meets indsats and
   virksomhederne virksomhed; words that would fall together with others keep a stem of their own. */
const danish = (() => {
  "use strict";
  const fold = (text) => text.toLowerCase().replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa")
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const loose = (folded) => folded.replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a");
  const tokens = (text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0], from: match.index, to: match.index + match[0].length }));

  const STOP = new Set(("og i jeg det at en den til er som paa de med han af for ikke der var mig sig men et har om vi min havde ham hun nu "
    + "over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind naar vaere dog noget ville jo deres "
    + "efter ned skulle denne end dette mit ogsaa under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive "
    + "mange ad bliver hendes vaeret thi jer saadan kan faar faa goer goere hvem hvordan hvornaar hvorfor hvilke hvilken hvilket maa "
    + "vores jeres stadig boer boede staa staar gaar saa findes giver tage tager ved igen gerne ens laver lave bruge bruger").split(" "));

  const ENDINGS = ["erendes", "erende", "hedens", "ethed", "erede", "heden", "heder", "endes", "ernes", "erens", "erets", "ered", "ende", "erne",
    "eren", "erer", "heds", "enes", "eres", "eret", "hed", "ene", "ere", "ens", "ers", "ets", "en", "er", "es", "et", "e"];
  const VOWEL = /[aeiouyæøå]/;
  const DOUBLE = /([bcdfghklmnprstvz])\1$/;

  /* The region after the first consonant that follows a vowel, at least three letters in. */
  const region = (word) => {
    for (let at = 1; at < word.length; at += 1) {
      if (VOWEL.test(word[at - 1]) && !VOWEL.test(word[at])) return Math.max(at + 1, 3);
    }
    return word.length;
  };
  const cut = (word, start, endings) => {
    const found = endings.find((ending) => word.endsWith(ending) && word.length - ending.length >= start);
    return found ? word.slice(0, -found.length) : null;
  };
  const undouble = (word, start) => (/(gd|dt|gt|kt)$/.test(word) && word.length - 2 >= start ? word.slice(0, -1) : word);

  const snowball = (whole) => {
    const start = region(whole);
    let word = cut(whole, start, ENDINGS);
    if (word === null) word = /[abcdfghjklmnoprtvyzå]s$/.test(whole) && whole.length - 1 >= start ? whole.slice(0, -1) : whole;
    word = undouble(word, start);
    if (word.endsWith("igst")) word = word.slice(0, -2);
    const suffixed = word.endsWith("løst") && word.length - 4 >= start ? word.slice(0, -1) : cut(word, start, ["elig", "els", "lig", "ig"]);
    if (suffixed !== null) word = undouble(suffixed, start);
    return DOUBLE.test(word) && word.length - 1 >= start ? word.slice(0, -1) : word;
  };

  const OWN = /^(leder|ledels|ledig)/;
  const unfold = (folded) => folded.replace(/ae/g, "æ").replace(/oe/g, "ø").replace(/aa/g, "å");
  const stem = (folded) => OWN.exec(folded)?.[0] || fold(snowball(snowball(unfold(folded))));

  return { fold, loose, snowball, tokens, stem, isStop: (folded) => STOP.has(folded) };
})();
