"""The first use of a term on a page explains itself: the word becomes a button that opens its card."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from .models.reference import Term

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-z0-9]+)")
# Where a button may not stand, where the word is a name of its own, or where nothing is running text.
SKIP = {
    "a", "button", "caption", "code", "dl", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "label", "legend", "nav", "pre", "script", "style", "summary", "svg", "th", "title",
}  # fmt: skip
Explanation = Callable[[Term, str, bool], tuple[str, str]]


class Explainer:
    """Finds terms in finished HTML."""

    def __init__(self, terms: Iterable[Term]):
        self._terms = terms_by_form(term for term in terms if term.explain)
        self._word = words_of(self._terms)

    def explain(self, html: str, explanation: Explanation) -> str:
        """`html` with the first use of each term marked, and the terms' cards at its end.

        `explanation` gives the mark and the card of a term; it is told the word as it stands and
        whether the text itself writes it out, as in "lokalt beskæftigelsesråd (LBR)".
        """
        cards: dict[str, str] = {}

        def mark(match: re.Match) -> str:
            term = self._terms[match[0]]
            if term.id in cards:
                return match[0]
            spelled = match.string[match.start() - 1 : match.start()] == "(" or match[0] == term.long
            marked, cards[term.id] = explanation(term, match[0], spelled)
            return marked

        depth, parts = 0, TAG.split(html)
        for index, part in enumerate(parts):
            if index % 2:
                depth += _nesting(part)
            elif not depth:
                parts[index] = self._word.sub(mark, part)
        return "".join([*parts, *cards.values()])


def terms_by_form(terms: Iterable[Term]) -> dict[str, Term]:
    """Each way a term may stand in a text, with the term."""
    return {form: term for term in terms for form in _forms(term)}


def words_of(forms: Iterable[str]) -> re.Pattern:
    """A pattern that finds the forms as whole words, the longest first; sorted by first sign, so that few are tried."""
    by_sign = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        by_sign[form[0]].append(re.escape(form[1:]))
    tried = (f"{re.escape(sign)}(?:{'|'.join(rest)})" for sign, rest in by_sign.items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(tried) or '(?!)'})(?!\w)")


def _forms(term: Term) -> set[str]:
    forms = {term.term, *term.forms}
    return forms | {form[0].upper() + form[1:] for form in forms}


def _nesting(tag: str) -> int:
    name = NAME.match(tag)
    if not name or name[1] not in SKIP or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1
