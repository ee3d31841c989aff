/* The numbers of the pieces in a text of the index, as macros/publish/search_codes.py writes them. */
const numbers = (() => {
  "use strict";
  const MANY = 91, SINGLE = 30, TRIPLE = 3, LEADS = MANY - SINGLE - TRIPLE;
  return (coded) => {
    const found = [];
    let at = 0;
    const next = () => { const code = coded.charCodeAt(at); at += 1; return code - (code > 92 ? 36 : 35); };
    while (at < coded.length) {
      const lead = next();
      if (lead < SINGLE) found.push(lead);
      else if (lead < SINGLE + LEADS) found.push(SINGLE + (lead - SINGLE) * MANY + next());
      else found.push(SINGLE + LEADS * MANY + (lead - SINGLE - LEADS) * MANY * MANY + next() * MANY + next());
    }
    return found;
  };
})();
