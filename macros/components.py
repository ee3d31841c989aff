"""One method a component: look up, render. Every public method is a macro for the pages."""

from collections import defaultdict
from collections.abc import Callable

from jinja2 import Environment
from markupsafe import Markup, escape

from .content import Content, anchor
from .fields import things
from .models.base import Citation
from .pages import Page
from .rendering import danish_date
from .scripts import called, scripts_of
from .subjects import danish_order, subjects_of
from .terms import Explainer, Explanation
from .version import Version


class Components:
    """The components of one build. `page` tells which page is being built."""

    def __init__(self, content: Content, environment: Environment, page: Callable[[], Page], version: Version):
        self._environment = environment
        self._page = page
        self.version, self.date = version, danish_date(version.day)
        environment.globals |= {"anchor": anchor, "version": version}
        self.take(content)

    def take(self, content: Content) -> None:
        """Show this content from now on. For `make serve`."""
        self.content = content
        self.words = {name: escape(text) for name, text in content.labels.words.items()}  # MkDocs escapes nothing
        self._explainer = Explainer(content.glossary.terms)
        self._environment.globals["content"] = content

    def _render(self, name: str, **values: object) -> Markup:
        template = self._environment.get_template(f"{name}/{name}.html")
        return Markup(template.render(page=self._page(), **values).strip())

    def _level(self, name: str, id_: str) -> int:
        return self._page().level(name, id_)

    def _thing(self, kind: str, id_: str):
        return self.content.things[kind][id_]

    def box(self, id_: str) -> Markup:
        """A framed box with its points, or with the checklist it shows."""
        box = self._thing("box", id_)
        return self._render("box", box=box, level=self._level("box", id_), topics=self.content.topics(box.topics))

    def checklist(self, id_: str) -> Markup:
        """A list to tick, with a heading of its own."""
        return self._render("checklist", list=self._thing("checklist", id_), level=self._page().level("checklist", id_))

    def example(self, id_: str) -> Markup:
        """What somebody did."""
        example = self._thing("example", id_)
        return self._render("example", example=example, topics=self.content.topics(example.topics))

    def flow(self, id_: str) -> Markup:
        """A figure of steps."""
        return self._render("flow", flow=self._thing("flow", id_))

    def voice(self, id_: str) -> Markup:
        """What a named person said, told indirectly."""
        return self._render("voice", voice=self._thing("voice", id_))

    def idea(self, id_: str, caller: Callable[[], str]) -> Markup:
        """A numbered idea; the prose between call and endcall stands under its heading."""
        idea, number = self.content.numbered(id_)
        level, topics, prose = self._level("idea", id_), self.content.topics(idea.topics), Markup(caller().strip())
        return self._render("idea", idea=idea, number=number, level=level, topics=topics, prose=prose)

    def idea_list(self, id_: str) -> Markup:
        """The short list of a set's ideas, each with a link to the idea."""
        return self._render("idea_list", ideas=self._thing("idea_set", id_))

    def idea_cards(self, id_: str) -> Markup:
        """A set's ideas as cards to cut out, eight to a sheet."""
        return self._render("idea_cards", ideas=self._thing("idea_set", id_))

    def pocket_card(self, id_: str) -> Markup:
        """A set's ideas on a card that folds to A6."""
        return self._render("pocket_card", ideas=self._thing("idea_set", id_))

    def jump_bar(self, id_: str) -> Markup:
        """The numbers of a set's ideas, always at hand, and the way to the page's checklist."""
        lists = [call.id for call in self._page().calls if call.name == "checklist"]
        return self._render("jump_bar", ideas=self._thing("idea_set", id_), end=lists[0] if lists else None)

    def status(self, *ids: str) -> Markup:
        """What holds today, in short."""
        return self._render("status", topics=self.content.topics(ids))

    def source(self, id_: str, page: str | None = None, where: str | None = None) -> Markup:
        """Where something stands in a source."""
        return self._render("source", citations=[Citation(source=id_, page=page, where=where)])

    def source_facts(self, id_: str) -> Markup:
        """A source's publication facts and doubts."""
        return self._render("source_facts", source=self._thing("source", id_))

    def source_parts(self, id_: str) -> Markup:
        """Every part of a source and where the guide treats it."""
        return self._render("source_parts", source=self._thing("source", id_))

    def pathway(self, id_: str) -> Markup:
        """A reading path, stage by stage."""
        return self._render("pathway", pathway=self._thing("pathway", id_), level=self._page().level("pathway", id_))

    def document(self, id_: str) -> Markup:
        """A document to fill in."""
        return self._render("document", document=self._thing("document", id_), level=self._level("document", id_))

    def measurement(self, id_: str) -> Markup:
        """A table of what make bench measured, with its day and machine."""
        return self._render("measurement", table=self._thing("measurement", id_))

    def my_page(self) -> Markup:
        """The reader's own lists and documents on this device."""
        content, things = self.content, self.content.things
        lists = [(content.homes_of_lists.get(id_), list_) for id_, list_ in things["checklist"].items()]
        documents = [(content.homes.get(("document", id_)), form) for id_, form in things["document"].items()]
        return self._render("my_page", lists=lists, documents=documents)

    def self_check(self) -> Markup:
        """Tries the guide in the reader's own browser."""
        return self._render("self_check", checks=self.content.self_check.checks)

    def offline_switch(self) -> Markup:
        """Turns the copy of the guide on the reader's device on and off."""
        return self._render("offline_switch")

    def doors(self) -> Markup:
        """The reading paths as doors, by situation."""
        pathways = sorted(self.content.things["pathway"].values(), key=lambda pathway: pathway.order)
        return self._render("doors", pathways=pathways)

    def page_cards(self, *paths: str) -> Markup:
        """Pages as cards: title and summary, written once in the page's own head."""
        return self._render("page_cards", pages=[self.content.pages[path] for path in paths])

    def task_plan(self, id_: str) -> Markup:
        """Tasks and results, with room for owner and time."""
        return self._render("task_plan", plan=self._thing("task_plan", id_))

    def validity_highlights(self) -> Markup:
        """The most important changes."""
        return self._render("validity_highlights", validity=self.content.validity)

    def changed_words(self) -> Markup:
        """Words that mean something else today."""
        return self._render("changed_words", validity=self.content.validity)

    def validity_topics(self) -> Markup:
        """Every topic, by group."""
        groups = defaultdict(list)
        for topic in self.content.validity.topics:
            groups[topic.group].append(topic)
        return self._render("validity_topics", validity=self.content.validity, topics=groups)

    def glossary(self) -> Markup:
        """All terms by letter."""
        letters = defaultdict(list)
        for term in sorted(self.content.glossary.terms, key=lambda term: danish_order(term.term)):
            letters[term.term[0].upper()].append(term)
        return self._render("glossary", letters=letters)

    def subject_index(self) -> Markup:
        """What the guide treats, from A to Å, and where."""
        return self._render("subject_index", letters=subjects_of(self.content))

    def fields(self) -> Markup:
        """Every field of every kind of file, as the models describe it."""
        return self._render("fields", things=things())

    def contact(self) -> Markup:
        """Who publishes this copy of the guide and takes complaints."""
        return self._render("contact", publisher=self.content.publisher)

    def downloads(self) -> Markup:
        """The place for the files a reader can take away; it is filled in when they are made."""
        return self._render("downloads", files=())

    def feed(self) -> Markup:
        """The way to the feed of changes."""
        return self._render("feed")

    def hosting(self) -> Markup:
        """What a visit weighs, what a month of them comes to, and what one machine answered."""
        return self._render("hosting", measured=self.content.hosting)

    def dependencies(self) -> Markup:
        """Every package the guide is made or tried with, and its licence."""
        return self._render("dependencies", dependencies=self.content.dependencies)

    def frame(self, path: str, html: str, toc: object, styles: str = "") -> str:
        """A whole article: head, the page's own HTML and foot, terms explained at first use. For the page layout.

        `styles`: the markup that fetches the styles of all below the summary; the book has its own.
        """
        page = self.content.pages[path]
        topics = self.content.topics(page.meta.topics)
        article = self._environment.get_template("frame/frame.html").render(
            page=page, meta=page.meta, topics=topics, html=Markup(html), toc=toc, styles=Markup(styles)
        )
        return self._explainer.explain(article, self._explanation(page))

    def home(self, path: str, html: str, styles: str) -> str:
        """The front page: a wide head with the search. For the page layout; `styles` as for `frame`."""
        page, template = self.content.pages[path], self._environment.get_template("home/home.html")
        return template.render(page=page, meta=page.meta, html=Markup(html), styles=Markup(styles))

    def plan(self, path: str) -> dict[str, str] | None:
        """The plan a page's ideas can be put on: its document, field, page, first name. For the page layout."""
        if "idea" not in called(self.content, path) or not self.content.plans:
            return None
        form, field = self.content.plans[0]
        name = self.words["document_name"].format(title=form.title, number=1)
        page = self.content.homes["document", form.id].partition("#")[0]
        return {"document": form.id, "field": field.id, "page": page, "name": name}

    def styled(self) -> list[str]:
        """The components that have a stylesheet. For guide.css."""
        names = self._environment.list_templates()
        return sorted(name.split("/")[0] for name in names if name.endswith(".css"))

    def scripts(self, path: str) -> list[str]:
        """The scripts a page needs beside guide.js. For the page layout."""
        return scripts_of(self.content, path, bool(self.plan(path)))

    @staticmethod
    def first_page(item):
        """The first page below a part of the menu; of a page, itself. For the page layout."""
        while item.children:
            item = item.children[0]
        return item

    def title(self, path: str) -> str:
        """A page's title. For the page layout."""
        return self.content.pages[path].meta.title

    def _explanation(self, page: Page) -> Explanation:
        template = self._environment.get_template("term/term.html").make_module({"page": page})
        return lambda term, shown, spelled: (str(template.mark(term, shown, spelled)), str(template.card(term)))
