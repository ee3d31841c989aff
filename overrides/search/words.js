/* Danish words: folding, stop words and stems. The stemmer is Snowball's for Danish
   (https://snowballstem.org/algorithms/danish/stemmer.html), run twice, so that indsatsen meets indsats and
   virksomhederne virksomhed; words that would fall together with others keep a stem of their own. */
const danish = (() => {
  "use strict";
  const PLAIN = /^[\x00-\x7f]*$/;
  const fold = (text) => {
    const lower = text.toLowerCase();
    if (PLAIN.test(lower)) return lower;
    const folded = lower.replace(/æ/g, "ae").replace(/ø/g, "oe").replace(/å/g, "aa");
    return PLAIN.test(folded) ? folded : folded.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  };
  /* As many write: without æ, ø, å and double letters, and with the letters that sound. */
  const loose = (folded) => folded.replace(/ae/g, "e").replace(/oe/g, "o").replace(/aa/g, "a").replace(/(.)\1+/g, "$1")
    .replace(/ou/g, "u").replace(/c(?=[eiy])/g, "s").replace(/[cq]/g, "k").replace(/z/g, "s").replace(/x/g, "ks").replace(/w/g, "v")
    .replace(/hv|hj/g, (two) => two[1]).replace(/([nlr])d(?=[a-z])/g, "$1");
  const WORD = /[\p{L}\p{N}]+/gu;
  const tokens = (text) => [...text.matchAll(WORD)].map((match) => ({ word: match[0], from: match.index, to: match.index + match[0].length }));

  const STOP = new Set(("og i jeg det at en den til er som paa de med han af for ikke der var mig sig men et har om vi min havde ham hun nu "
    + "over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind naar vaere dog noget ville jo deres "
    + "efter ned skulle denne end dette mit ogsaa under have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive "
    + "mange ad bliver hendes vaeret thi jer saadan kan hvem hvordan hvornaar hvorfor hvilke hvilken hvilket maa vores jeres saa "
    + "boer boede dit dine mellem gennem uden inden ved kommer sker egentlig overhovedet siger sige").split(" "));
  // Words that say little of what is sought, but are not quite empty.
  const FAINT = new Set(("stadig igen gerne findes giver give faar faa goer goere laver lave bruger bruge tager tage staar staa gaar gaa "
    + "holder holde stor store lille smaa ny nye nyt gammel gamle god godt gode bedst bedre helt andre andet flere ens tit sammen hvert "
    + "forskel forskellen forskelle eksempel eksempler grund grunde vigtig vigtigt hjaelp hjaelpe hjaelper brug "
    + "del ting slags maade foerst foerste finde finder vaelge vaelger dag laenge "
    + "hedder hedde kaldes kaldt lige hele rigtig rigtige ind inde sidder sidde "
    + "undgaa undgaar undgaas soerge soerger saette saetter saettes se ser ses vide ved synes tror tro mener mene handler gaelder oensker "
    + "behoever samme alle eget egen egne gang gange sted steder mulig muligt tit ofte altid aldrig folk bestemmer vigtigste").split(" "));

  // What the wording of a query tells of the kind of place that answers it; asked of the folded query.
  const CUES = [
    ["term", /^hvad (er|betyder|vil|menes|mener)\b|\b(betydning|definition|staar for|forkortelse)/],
    ["topic", /\b(hedder .* nu|blev der af|skete der med|stadig|stadigvaek|laengere|endnu|idag|i dag|nuvaerende|gaeldende|afskaffet|nedlagt|erstattet|afloest)\b/],
    ["document", /\b(skabelon|blanket|formular|udfyld|udfylde|word|dokument)/],
    ["list", /\b(tjekliste|huskeliste|checkliste|kryds)/],
  ];
  const asksFor = (query) => CUES.find(([, cue]) => cue.test(fold(query)))?.[0] || "";

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

  const WHOLE = "leder|ledels|ledig|interess|tale|hensigt|indsigt|oversigt|raadighed|sidd|styrels|tidlig|varighed|rummelig|synlig"
    + "|oprigtig|lighed";
  const OWN = new RegExp(`^(${WHOLE})(?=(e|r|en|er|es|ens|ne|nes|erne|ernes|s|t|hed|heden|heds|hedens)?$)`);
  const unfold = (folded) => folded.replace(/ae/g, "æ").replace(/oe/g, "ø").replace(/aa/g, "å");
  const stems = new Map();
  const stem = (folded) => {
    let found = stems.get(folded);
    if (!found) stems.set(folded, found = OWN.exec(folded)?.[0] || fold(snowball(snowball(unfold(folded)))));
    return found;
  };

  // Words of one family whose vowel changes; the first names the family.
  const FAMILIES = new Map(("krav kraeve|valg vaelge valgte valgt|salg saelge solgte|hjaelp hjalp hjulpet|mand maend|bog boeger|haand "
    + "haender|lang laenge laengere laengst laengde|stor stoerre stoerst stoerrelse|ung yngre yngst|gammel aeldre "
    + "aeldst|god bedre bedst|nem nemt|syg sygdom|vaert|start|faa faerre faerrest|lille smaa mindre mindst|give gav|gave|"
    + "skrive skrev skrift|bringe bragte bragt|spoerge spurgte spurgt spoergsmaal|foelge fulgte fulgt|taelle talte|"
    + "tal|laegge lagde lagt|saette satte sat|vide vidste viden|finde fandt fundet fund|binde bandt bundet|vinde "
    + "vandt vundet|forstaa forstod forstaaelse|gaelde gjaldt gyldig|traeffe traf truffet|bryde broed brudt|tvinge "
    + "tvang tvunget|foreslaa foreslog forslag|ansaette ansatte ansat|fastsaette fastsatte fastsat|nedsaette "
    + "nedsatte nedsat|ivaerksaette ivaerksat|afsaette afsatte afsat|vedtage vedtog|deltage deltog|inddrage "
    + "inddrog|modtage modtog|udgive udgav|indgaa indgik indgaaet|gennemgaa gennemgik gennemgang|overgaa overgang|"
    + "underskrive underskrev underskrift|beskrive beskrev|traekke trak trukket|vokse vaekst|nedlaegge nedlagt "
    + "nedlagde|planlaegge planlagt planlagde|udlaegge udlagt|fremlaegge fremlagt|kortlaegge kortlagt|"
    + "tilrettelaegge tilrettelagt|udpege udpegede|opsige opsagde opsagt|oedelaegge oedelagt").split("|").flatMap((line) => {
      const stems = line.split(" ").map(stem);
      return stems.map((one) => [one, stems[0]]);
    }));
  /* What the words of a family have in common: tilmelde and tilmelding, vurdere and vurdering, sygdom and syg. */
  const bare = (word, endings) => endings.exec(word)?.[1] || word;
  const root = (word) => FAMILIES.get(word) || bare(bare(word, /^(.{4,}?)(ering|ation|ion|ning|ing|skab)$/), /^(.{4,})t$/);

  return { fold, loose, snowball, tokens, stem, root, isStop: (folded) => STOP.has(folded), isFaint: (folded) => FAINT.has(folded), asksFor };
})();
