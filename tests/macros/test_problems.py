import pytest

from macros.problems import ContentError, Place, Problem, suggest


def test_a_problem_tells_place_mistake_what_stands_there_and_what_to_write():
    problem = Problem("data/x.yml", Place(3, 5), "feltet mangler", "titel:", "title:")
    assert str(problem) == "data/x.yml, linje 3, kolonne 5: feltet mangler\n    Der står: titel:\n    Skriv:    title:"


def test_a_problem_leaves_out_what_it_does_not_know():
    assert str(Problem("data/x.yml", Place(3), "feltet mangler")) == "data/x.yml, linje 3: feltet mangler"


def test_a_long_text_is_shown_on_one_line_of_120_letters():
    found = str(Problem("x.yml", Place(1), "for langt", "ord\n" * 100)).split("Der står: ")[1]
    assert found.startswith("ord ord ord")
    assert (len(found), found[-1]) == (120, "…")


def test_problems_are_told_once_in_the_order_of_files_and_lines():
    late, early = Problem("b.yml", Place(9, 2), "a"), Problem("b.yml", Place(9, 1), "x")
    other = Problem("a.yml", Place(99), "x")
    assert ContentError([late, early, other, late]).problems == (other, early, late)


def test_an_error_may_bring_its_own_words():
    error = ContentError.told("Noget helt andet")
    assert (str(error), error.problems) == ("Noget helt andet", ())


@pytest.mark.parametrize(
    ("wrong", "proposal"),
    [
        ("kidlen", "kilden eller kilder (mente du kilden?)"),
        ("moede", "mødet (mente du mødet?)"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_names_are_proposed_and_nothing_when_none_is_near(wrong, proposal):
    assert suggest(wrong, ["kilden", "kilder", "mødet"]) == proposal


def test_a_proposal_is_written_as_it_should_stand():
    assert suggest("moede.md", ["moedet.md"], before="/") == "/moedet.md (mente du /moedet.md?)"
