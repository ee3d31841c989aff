"""An idea is put on the reader's own plan: one press, one row, and nothing the reader wrote is lost."""

from tests.axe import found

PAGE, PLAN = "lokalt-samarbejde/igangsaettelse.html", "Opgave- og tidsplan 1"
TITLE = "Lav en samarbejdsaftale"
ROWS = "copies.of('document', 'opgaveplan').map((copy) => copy.entries.opgaver.value.map((row) => row[0]))"


def idea(page, number: int = 0):
    return page.locator("[data-component=idea]").nth(number)


def put(page, number: int = 0):
    idea(page, number).get_by_role("button", name="Sæt på handlingsplan").click()
    idea(page, number).get_by_role("link", name="Åbn planen").wait_for()


def test_an_idea_becomes_the_last_task_of_a_plan_that_begins_with_the_given_tasks(visit):
    page = visit(PAGE)
    title = idea(page).get_attribute("data-title")
    assert page.evaluate("localStorage.length") == 0
    put(page)
    [rows] = page.evaluate(ROWS)
    assert (len(rows), rows[-1]) == (16, title)
    assert idea(page).get_by_role("status").inner_text() == f"Står som opgave 16 i »{PLAN}«."
    idea(page).get_by_role("link", name="Åbn planen").click()
    assert page.get_by_label("Opgave, række 16").input_value() == title
    assert page.get_by_label("Kopi").locator("option:checked").inner_text() == PLAN


def test_a_second_idea_joins_the_same_plan_and_one_already_there_says_so_after_a_reload(visit):
    page = visit(PAGE)
    put(page)
    put(page, 1)
    [rows] = page.evaluate(ROWS)
    assert rows[15:] == [idea(page, number).get_attribute("data-title") for number in (0, 1)]
    page.reload()
    assert idea(page, 1).get_by_role("status").inner_text() == f"Står som opgave 17 i »{PLAN}«."
    assert not idea(page, 1).get_by_role("button", name="Sæt på handlingsplan").is_visible()
    assert found(page) == []


def test_the_row_joins_what_the_reader_has_written_and_undo_takes_only_the_row(visit):
    page = visit("dokumenter/opgaveplan.html")
    page.get_by_label("Opgave, række 1", exact=True).fill("Min egen opgave")
    page.get_by_label("Kommune og enhed").fill("Ærø")
    page.goto(page.url.replace("dokumenter/opgaveplan.html", PAGE))
    put(page)
    assert page.evaluate(ROWS)[0][0] == "Min egen opgave"
    idea(page).get_by_role("button", name="Fortryd").click()
    [rows] = page.evaluate(ROWS)
    assert (len(rows), rows[0]) == (15, "Min egen opgave")
    assert (
        idea(page)
        .get_by_role("button", name="Sæt på handlingsplan")
        .evaluate("(one) => one === document.activeElement")
    )


def test_undo_takes_away_a_plan_that_began_with_the_idea(visit):
    page = visit(PAGE)
    put(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("localStorage.length") == 0


def test_a_full_plan_takes_no_more_and_says_so(visit):
    page = visit(PAGE)
    page.evaluate(
        """() => {
          const plan = copies.create("document", "opgaveplan", "Fuld");
          const value = Array.from({ length: 200 }, (_, at) => [`Opgave ${at}`, "", "", ""]);
          copies.write(plan.id, { opgaver: { value } });
        }"""
    )
    idea(page).get_by_role("button", name="Sæt på handlingsplan").click()
    page.get_by_text("Planen har ikke plads til flere opgaver.").wait_for()
    assert len(page.evaluate(ROWS)[0]) == 200
