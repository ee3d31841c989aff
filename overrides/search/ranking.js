/* Sections in order: BM25 (Robertson & Zaragoza, 2009; k1 1.6, b 0.55) for each word asked, taken at its surest reading,
   times how much of the query is answered, how well the heading fits, and how near the words stand to each other. */
const ranker = (index) => {
  "use strict";
  const K = 1.6, B = 0.55, SURELY = 0.8, CONTEXT = 0.6, PAGE = 0.2, NEAR = 60, COVER = 0.7, CUED = 1.6, NAMED = 3;
  const rare = (count) => Math.log(1 + (index.sections.length - count + 0.5) / (count + 0.5));

  /* How often something stands in each section. */
  const tally = () => {
    const counts = new Float32Array(index.sections.length), touched = [];
    const add = (word) => word.sections.forEach((section, at) => {
      if (!counts[section]) touched.push(section);
      counts[section] += word.counts[at];
    });
    return { counts, touched, add };
  };
  /* Score by section of one slot, counting less sure readings on top of surer ones, and the surest reading there. */
  const scoresOf = (slot) => {
    const average = index.average();
    const scores = new Float32Array(index.sections.length), sures = scores.slice(), sums = tally();
    const norm = (section) => K * (1 - B + B * index.sections[section].length / average);
    const put = (section, count, sure) => {
      sures[section] = Math.max(sures[section], sure);
      const score = sure * count * (K + 1) / (count + norm(section));
      if (score > scores[section]) scores[section] = score;
    };
    const bySure = new Map();
    for (const [word, sure] of slot.levels) bySure.set(sure, [...(bySure.get(sure) || []), word]);
    let certain = null;  // How many sections have the word itself, in any form.
    for (const [sure, words] of [...bySure].sort(([one], [other]) => other - one)) {
      if (sure < 0.65) certain ??= sums.touched.length;
      words.forEach(sums.add);
      for (const word of words) for (const section of word.sections) put(section, sums.counts[section], sure);
    }
    for (const { stems, sure } of slot.phrases) {
      for (const [section, count] of together(stems)) put(section, count, sure);
    }
    slot.rarity = slot.weight * rare(certain || scores.reduce((count, score) => count + (score > 0), 0));
    return { scores, sures, onPage: mostByPage(sures) };
  };
  /* The surest reading anywhere on each page. */
  const mostByPage = (sures) => {
    const most = new Map();
    sures.forEach((sure, number) => {
      const { page } = index.sections[number];
      if (sure > (most.get(page) || 0)) most.set(page, sure);
    });
    return most;
  };
  /* The sections that have all the words of a phrase, and how often the least of them stands there. */
  const together = (stems) => {
    const each = stems.map((stem) => {
      const sums = tally();
      (index.stems.get(stem) || []).forEach(sums.add);
      return sums;
    });
    return each[0].touched.map((section) => [section, Math.min(...each.map(({ counts }) => counts[section]))])
      .filter(([, least]) => least);
  };

  const surest = (slot, words) => words.reduce((most, word) => Math.max(most, slot.levels.get(word) || 0), 0);
  /* How much of the heading was asked for, and how much of the query the heading answers (both 0 to 1). */
  const fit = (heading, slots, all) => {
    if (!heading.length) return [0, 0];
    const telling = slots.filter((slot) => slot.weight === 1);
    const most = (word) => Math.max(0, ...telling.map((slot) => slot.levels.get(word) || 0));
    const asked = heading.reduce((sum, word) => sum + most(word), 0);
    return [asked / heading.length, slots.reduce((sum, slot) => sum + slot.rarity * surest(slot, heading), 0) / all];
  };
  /* How closely the words asked stand in the text: 1 when neighbours of the query are neighbours there. */
  const nearness = (section, slots) => {
    if (slots.length < 2) return 0;
    const last = slots.map(() => -Infinity), best = slots.map(() => Infinity);
    [...section.heading, ...section.body].forEach((word, at) => slots.forEach((slot, number) => {
      if (!((slot.levels.get(word) || 0) >= 0.5)) return;
      last[number] = at;
      if (number) best[number] = Math.min(best[number], at - last[number - 1] || 1);
      if (number + 1 < slots.length) best[number + 1] = Math.min(best[number + 1], at - last[number + 1] || 1);
    }));
    return best.slice(1).reduce((sum, gap) => sum + 1 / Math.max(1, gap), 0) / (slots.length - 1);
  };

  return ({ slots, name, kind }, take) => {
    const each = slots.map(scoresOf);
    const all = slots.reduce((sum, slot) => sum + slot.rarity, 0) || 1;
    const touched = [...index.sections.keys()]
      .filter((number) => each.some(({ scores }) => scores[number]) && take(index.sections[number]));
    const found = touched.map((number) => {
      const section = index.sections[number];
      let score = 0, covered = 0, sure = 0;
      slots.forEach((slot, at) => {
        const own = each[at].scores[number], page = each[at].onPage.get(section.page) || 0;
        const around = section.context.reduce((most, words) => Math.max(most, surest(slot, words)), 0);
        score += slot.rarity * (own + CONTEXT * around);
        covered += slot.rarity * Math.max(
          each[at].sures[number] ** COVER, SURELY * around, PAGE * page ** COVER,
        );
        sure += own || around ? slot.rarity : 0;
      });
      const [asked, answered] = fit(section.heading, slots, all);
      const heading = 1 + 0.9 * asked + 0.6 * answered;
      const wanted = section.weight * (section.kind === kind ? CUED : 1) * (section.name === name ? NAMED : 1);
      return { number, score: score * (covered / all) ** 2 * heading * wanted, whole: sure >= all * 0.999 };
    }).sort((one, other) => other.score - one.score);
    for (const one of found.slice(0, NEAR)) one.score *= 1 + 0.4 * nearness(index.sections[one.number], slots);
    return found.slice(0, NEAR).sort((one, other) => other.score - one.score);
  };
};
