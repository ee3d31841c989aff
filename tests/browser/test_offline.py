"""The guide from a USB stick: the unpacked zip, opened by double-click, with no network at all."""


def test_the_doors_of_the_front_page_lead_along_a_reading_path(visit):
    page = visit("index.html")
    page.get_by_role("link", name="Jobkonsulent", exact=True).click()
    assert page.locator("h1").inner_text() == "Fem minutter før besøget"
    page.locator(".c-pathway__link a").first.click()
    page.wait_for_url("**/jobkonsulenten/index.html*")


def test_the_search_finds_an_inflected_word_and_leads_to_its_section(visit):
    page = visit("index.html")
    page.keyboard.press("/")
    page.keyboard.type("samarbejdsaftalerne")
    page.wait_for_selector(".l-search__hits a")
    titles = page.locator(".l-search__title").all_inner_texts()
    assert any("samarbejdsaftale" in title.lower() for title in titles[:3])
    assert page.locator(".l-search__hits mark").count()
    page.locator(".l-search__hits a", has_text="Indgå skriftlige samarbejdsaftaler").first.click()
    page.wait_for_url("**/haandbogen/samarbejdsaftaler.html*")


def test_the_front_page_s_own_field_searches_the_same_way(visit):
    page = visit("index.html")
    page.fill("#forside-soeg", "moede")
    page.keyboard.press("Enter")
    page.wait_for_selector(".l-search__hits a")
    assert "møde" in " ".join(page.locator(".l-search__title").all_inner_texts()).lower()


def test_an_address_with_a_query_opens_the_search(visit):
    page = visit("haandbogen/index.html?q=formand")
    page.wait_for_selector(".l-search__hits a")
    assert page.input_value("#soeg-ord") == "formand"


def test_a_query_without_an_answer_says_what_to_try(visit):
    page = visit("index.html?q=zzzzqqqq")
    page.wait_for_function("() => document.querySelector('[data-search-status]').textContent.includes('zzzzqqqq')")
    assert "kortere ord" in page.locator("[data-search-status]").inner_text()
    assert page.locator(".l-search__hits li").count() == 0


def test_markup_in_a_query_is_shown_and_never_obeyed(visit):
    page = visit("index.html")
    page.keyboard.press("/")
    for query in ("<img src=x onerror=alert(1)>", "[(*+?", "\\", "𝕬🙂", "a" * 5000):
        page.fill("#soeg-ord", query)
        page.wait_for_timeout(50)
    assert page.locator(".l-search img").count() == 0


def test_light_or_dark_is_chosen_by_the_system_and_kept_only_once_the_reader_chooses(visit):
    page = visit("index.html", color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate("localStorage.length") == 0
    page.click("[data-scheme-switch]")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme") == "light"
    assert page.evaluate("Object.keys(localStorage)") == ["samarbejdsguiden:1:scheme"]


def test_the_same_page_works_from_a_server(visit, server):
    page = visit("jobkonsulenten/index.html", base=server)
    page.keyboard.press("/")
    page.keyboard.type("tillid")
    page.wait_for_selector(".l-search__hits a")


def test_nothing_of_the_search_is_fetched_before_it_is_used(visit, server):
    asked = []
    page = visit("index.html", base=server)
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not [address for address in asked if "search" in address]
    assert len(asked) <= 8
