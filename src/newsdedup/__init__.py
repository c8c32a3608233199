"""News articles in, consolidated event records out.

Copies are found by shingling and MinHash-LSH, articles about one event are grouped, and the figures
that they print are reconciled: every claim keeps its words, its offset in the article and its origin.

The public names are listed in `__init__.pyi`; each is imported when it is first used.
"""

import lazy_loader

from newsdedup.support.display import shown_by

__version__ = "0.1.0"
try:
    __getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
except ValueError:  # there is no such file: this is in a zip file
    from importlib import resources  # imported here because it is slow

    with resources.as_file(resources.files(__name__).joinpath("__init__.pyi")) as stub:
        __getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, str(stub))

shown_by(
    "newsdedup.interfaces.cli.tables",
    "newsdedup.interfaces.cli.store_tables",
    "newsdedup.interfaces.desk_page.page",
    "newsdedup.interfaces.notebook.views",
    "newsdedup.interfaces.notebook.group_views",
    "newsdedup.interfaces.notebook.explanation_views",
    "newsdedup.interfaces.notebook.store_views",
)
