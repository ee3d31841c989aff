"""Wiring only: hands the guide's components to MkDocs' pages and to the page layout."""

import sys
from pathlib import Path


def define_env(env) -> None:
    """Register every component as a macro, and the guide for overrides/main.html.

    Called by mkdocs-macros-plugin before each build. Raises PluginError with one message that lists
    every mistake in the content.
    """
    _forget_old_code()
    from mkdocs.exceptions import PluginError

    from .checks import check_content
    from .components import Components
    from .content import load_content
    from .kept import Kept, past_markdown
    from .pages import CALLS
    from .problems import ContentError
    from .rendering import environment, inline_source
    from .required import check_required
    from .settings import check_menu, load_settings
    from .version import version_of

    root = Path(env.project_dir)
    try:
        content = load_content(root)
        check_required(content, root / "overrides")
        check_content(content)
        check_menu(load_settings(root), content.pages)
    except ContentError as error:
        raise PluginError(str(error)) from None
    words = {
        "words": content.labels.words,
        "labels": content.labels,
        "site_name": env.conf["site_name"],
        "site_url": env.conf["site_url"] or "",
    }
    guide = Components(
        content,
        environment(root / "overrides" / "components", **words),
        lambda: guide.content.pages[env.page.file.src_uri],
        version_of(root),
    )
    for name in CALLS:
        env.macro(past_markdown(getattr(guide, name)), name)
    env.conf["markdown_extensions"].append(Kept())
    env.conf["extra"] |= {"guide": guide, "inline_source": inline_source}


def on_pre_page_macros(env) -> None:
    """Let blocks of code show calls instead of making them. Called by mkdocs-macros-plugin before each page."""
    from .reading import with_code_shown

    env.markdown = with_code_shown(env.markdown)


def _forget_old_code() -> None:
    """`mkdocs serve` imports a package once, so changed code would not run without this."""
    if "macros.components" not in sys.modules:
        return  # the first build of this process
    for name in [name for name in sys.modules if name.startswith("macros.") and not name.startswith("macros.publish")]:
        del sys.modules[name]
