"""YAML as editors mean it."""

import pytest

from macros.files import MAX_BYTES, MAX_LINE, Document
from macros.loading import MAX_DEPTH, load_file, load_text


def loaded(text: str) -> object:
    document = load_text(text, Document("x.yml"))
    assert document.problems == []
    return document.data


def told(text: str) -> list[tuple[int, str]]:
    return [(problem.at.line, problem.what) for problem in load_text(text, Document("x.yml")).problems]


def from_bytes(tmp_path, raw: bytes) -> Document:
    (tmp_path / "x.yml").write_bytes(raw)
    return load_file(tmp_path / "x.yml", tmp_path)


INDENTED = (
    "linjen er rykket for langt eller for kort ind, eller linjen over mangler mellemrum efter bindestreg eller kolon"
)
NO_COLON = "der mangler et kolon og et mellemrum efter feltets navn, eller en bindestreg og et mellemrum foran punktet"


@pytest.mark.parametrize(
    "text",
    [
        *("no", "No", "yes", "on", "off", "y", "n"),  # truth in YAML 1.1
        *("12:30", "1:2:3", "190:20:30"),  # numbers to the base of sixty
        *("01234", "0o17", "0x1F", "1_000", "0b1"),  # other bases, and leading noughts
        *("2026-11-22", "2026-11-22 10:00"),  # dates
        *("1e3", ".5", "1.", ".inf", ".nan", "+.5"),
        *("NULL", "TRUE", "nul", "~x", "+", "="),
        *("8-9", "2.1.3", "1,5", "side 4", "§ 56", "100 %"),
    ],
)
def test_what_looks_like_something_else_stays_text(text):
    assert loaded(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("2.5", 2.5),
    ],
)
def test_truth_nothing_and_plain_numbers_are_what_they_are(text, value):
    assert loaded(f"a: {text}") == {"a": value}
    assert type(loaded(f"a: {text}")["a"]) is type(value)


@pytest.mark.parametrize("text", ["true", "12", "null", "2.10"])
def test_quotation_marks_make_text(text):
    assert loaded(f"a: \"{text}\"\nb: '{text}'") == {"a": text, "b": text}


def test_keys_are_text_even_when_they_look_like_truth_or_numbers():
    assert loaded("no: 1\n12: 2\ntrue: 3") == {"no": 1, "12": 2, "true": 3}


def test_folded_and_literal_texts_keep_their_form():
    assert loaded("a: >-\n  en\n  linje\nb: |\n  to\n  linjer\n") == {"a": "en linje", "b": "to\nlinjer\n"}


def test_an_empty_file_and_a_file_of_comments_hold_nothing():
    assert loaded("") is None
    assert loaded("# kun en bemærkning\n") is None


def test_every_value_knows_its_place_and_how_it_was_written():
    document = load_text("a: 1\nb:\n  - c: 2.10\n\n  - d: >-\n      ord\n", Document("x.yml"))
    places = {("a",): (1, 1), ("b",): (2, 1), ("b", 0): (3, 5), ("b", 0, "c"): (3, 5), ("b", 1, "d"): (5, 5)}
    assert {path: document.at(path) for path in places} == places
    values = {("a",): (1, 4), ("b",): (2, 1), ("b", 0, "c"): (3, 8), ("b", 1, "d"): (5, 8)}
    assert {path: document.value_at(path) for path in values} == values
    assert document.written[("b", 0, "c")] == "2.10"


def test_what_is_missing_is_told_at_the_line_of_what_is_around_it():
    document = load_text("a: 1\nb:\n  - c: 2\n", Document("x.yml"))
    assert document.at(("b", 0, "e", "f")) == (3, 5)
    assert document.at(("nowhere",)) == (1, 1)


def test_lines_count_from_where_the_text_begins_in_its_file():
    document = load_text("a: 1\na: 2\n", Document("x.md"), first_line=5)
    assert [problem.at.line for problem in document.problems] == [6]


def test_a_duplicate_key_is_refused_with_both_lines():
    assert told("a: 1\nb: 2\na: 3") == [(3, "feltet »a« står to gange (første gang i linje 1)")]


def test_a_duplicate_key_inside_a_list_is_refused_and_the_same_key_in_two_points_is_not():
    assert told("l:\n  - a: 1\n    a: 2") == [(3, "feltet »a« står to gange (første gang i linje 2)")]
    assert loaded("l:\n  - a: 1\n  - a: 2") == {"l": [{"a": 1}, {"a": 2}]}


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "a: &x {c: 1}\nb: *x", "a: &x {c: 1}\nb: {<<: *x}"])
def test_an_anchor_and_its_alias_are_refused_where_they_stand(text):
    sentence = "et {} uden anførselstegn må ikke begynde en tekst"
    assert told(text) == [(1, sentence.format("&")), (2, sentence.format("*"))]


@pytest.mark.parametrize("text", ["a: *x", "a: &x", "a: * x", "a: & x", "a: *x* y"])
def test_a_star_or_an_ampersand_that_begins_a_text_is_explained(text):
    [(line, what)] = told(f"b: 1\n{text}")
    assert (line, what[-43:]) == (2, "uden anførselstegn må ikke begynde en tekst")


@pytest.mark.parametrize(
    "tag", ["!x", "!!python/object/apply:os.system", "!!python/name:os.system", "!!set", "!!binary"]
)
def test_a_tag_is_refused(tag):
    assert told(f"a: 1\nb: {tag} [ls]") == [(2, "et mærke, der begynder med !, må ikke bruges")]


def test_a_value_unlike_its_tag_is_refused():
    assert told("a: !!int fem") == [(1, "værdien passer ikke til sit mærke")]


@pytest.mark.parametrize("text", ["a:\n\t- b", "\ta: 1", "a: @b", "a: `b", "a: %b"])
def test_a_tabulator_and_signs_of_yaml_are_explained(text):
    what = "en tabulator rykker linjen ind" if "\t" in text else "en tekst må ikke begynde med @, ` eller %"
    assert told(text) == [(text.count("\n") + 1, what)]


@pytest.mark.parametrize("opening", ["'tekst", '"tekst', "[tekst", "{b: tekst"])
def test_what_is_never_closed_is_told_where_it_begins(opening):
    assert told(f"a: 1\nb: {opening}\nc: 3\nd: 4\n") == [(2, "et anførselstegn eller en parentes er ikke lukket")]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: b: c", 1, "et kolon for meget på linjen"),
        ("a: 1\n b: 2", 2, INDENTED),
        ("-a: 1\n b: 2", 2, INDENTED),
        ("a: 1\nb\nc: 2", 2, NO_COLON),
        ("a: 1\nb:2\nc: 2", 2, NO_COLON),
        ('a: "b\nc: 1\nd: "2"', 1, "et anførselstegn begynder en tekst, der ikke slutter på linjen"),
        ("a: [b](c.md)", 1, "en tekst må ikke begynde med [ eller {"),
        ("a:\n  - b\n c: 1", 3, "indrykningen passer ikke, eller en tekst mangler anførselstegn"),
        ('a: "b" c', 1, "teksten går videre efter sit anførselstegn"),
        ("- a\nb: 1", 2, "indrykningen passer ikke, eller en tekst mangler anførselstegn"),
        ("a: 1\n---\nb: 2", 2, "en linje med kun --- deler filen i to"),
    ],
)
def test_other_slips_are_explained_in_danish(text, line, what):
    assert told(text) == [(line, what)]


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b"])
def test_an_invisible_sign_is_told_with_its_line(sign):
    assert told(f"æ: 1\nb: en{sign}to\nc: 3") == [(2, "et usynligt tegn, som ikke må stå i filen")]


@pytest.mark.parametrize("deep", ["[" * 100_000, "- " * 5_000, "{a: " * 5_000, "[" * 500 + "]" * 500])
def test_deep_nesting_is_refused_before_it_breaks_the_parser(deep):
    assert told(f"a: 1\nb:\n  {deep}") == [(3, "der er for mange lag inden i hinanden")]


def test_as_many_levels_as_the_guide_may_have_are_read():
    depth = MAX_DEPTH - 1
    assert loaded("a: " + "[" * depth + "]" * depth).keys() == {"a"}


def test_latin_1_is_refused_with_the_line_as_it_was_meant(tmp_path):
    document = from_bytes(tmp_path, "a: 1\nb: Råd\n".encode("latin-1"))
    problem = document.problems[0]
    assert (problem.at.line, problem.what, problem.found) == (2, "filen er ikke gemt som UTF-8", "b: Råd")


def test_utf_16_is_refused(tmp_path):
    assert from_bytes(tmp_path, "a: 1\n".encode("utf-16")).problems[0].what == "filen er ikke gemt som UTF-8"


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text(tmp_path):
    document = from_bytes(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n")
    assert (document.data, document.problems) == ({"a": 1, "b": "x\ny\n"}, [])


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    document = from_bytes(tmp_path, b"#" * (MAX_BYTES + 1))
    assert [problem.what for problem in document.problems] == ["filen er for stor"]
    assert from_bytes(tmp_path, (b"#" * 999 + b"\n") * (MAX_BYTES // 1000)).problems == []


def test_a_line_that_is_too_long_is_told_with_its_number(tmp_path):
    assert from_bytes(tmp_path, b"a: 1\nb: " + b"x" * MAX_LINE).problems[0].at == (2, 0)
    assert from_bytes(tmp_path, b"a: 1\nb: " + b"x" * (MAX_LINE - 3)).problems == []


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\ufffd", "\x85", "\x0c"])
def test_a_sign_nobody_sees_is_told_and_shown_by_its_number(sign, tmp_path):
    document = from_bytes(tmp_path, f"a: 1\nb: en{sign}to\n".encode())
    assert document.problems[0].at == (2, 6)
    assert f"⟨U+{ord(sign):04X}⟩" in str(document.problems[0])
    assert told(f'a: 1\nb: "en\\u{ord(sign):04x}to"') == [(2, "et usynligt tegn, som ikke må stå i filen")]


@pytest.mark.parametrize("text", ["sam\u00adarbejde", "5\u00a0%", "👩\u200d🔧", "a\tb"])
def test_signs_that_are_meant_are_read(text, tmp_path):
    assert from_bytes(tmp_path, f"a: {text}\n".encode()).problems == []


def test_a_part_of_a_value_is_found_where_it_is_written():
    document = load_text("a: se [b](/c.md)\nd: >-\n  en\n  [e](/f.md)\n", Document("x.yml"))
    assert document.find(("a",), "/c.md") == (1, 11)
    assert document.find(("d",), "/f.md") == (4, 7)
    assert document.find(("d",), "nowhere") == (2, 4)


def test_what_is_no_file_is_told(tmp_path):
    (tmp_path / "x.yml").mkdir()
    assert load_file(tmp_path / "x.yml", tmp_path).problems[0].what == "det er ikke en fil, der kan læses"


def test_a_name_that_is_a_list_is_refused():
    assert told("a: 1\n? [b, c]\n: 2") == [(2, "et felts navn skal være ét ord")]


def test_a_file_is_named_from_the_top_of_the_guide(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.yml").write_text("a: 1")
    assert load_file(tmp_path / "data" / "x.yml", tmp_path).file == "data/x.yml"
