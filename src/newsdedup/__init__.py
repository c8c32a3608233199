"""News articles in, consolidated event records out.

Copies are found by shingling and MinHash-LSH, reports of one event are grouped, and the figures
that they give are reconciled: every claim with its words, its place and its origin.

What is public stands in `__init__.pyi`; each name is imported when it is first asked for.
"""

import lazy_loader

from newsdedup.support.display import shown_by

__version__ = "0.1.0"
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

shown_by("newsdedup.interfaces.notebook")
