"""The guide's components under Zensical, which runs the macros' module anew for each page and names a page its own way.

bench/zensical.py gives it a module that does no more than import this one, so that the content is read once.
"""

import threading
from types import SimpleNamespace

import macros

_current = threading.local()
_components: dict = {}


class _Page:
    @property
    def file(self) -> SimpleNamespace:
        return SimpleNamespace(src_uri=_current.path)


def define_env(env) -> None:
    """Register every component for a page; the content is read and checked once."""
    if not _components:
        conf = {"extra": {}, "site_name": env.conf["site_name"], "site_url": "", "markdown_extensions": []}
        once = SimpleNamespace(project_dir=env.project_dir, conf=conf, page=_Page())
        once.macro = lambda function, name: _components.update({name: function})
        macros.define_env(once)
    _current.path = env.page.path
    for name, function in _components.items():
        env.macro(function, name)
