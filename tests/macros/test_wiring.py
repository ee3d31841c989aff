from datetime import date

from macros import content_day


def test_the_day_of_the_content_is_that_of_the_build_when_it_is_told(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert content_day() == date(2026, 11, 22)


def test_the_day_of_the_content_is_else_today(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert content_day() == date.today()
