"""What people touch: the command line and its tables, views for notebooks, pictures, estimators."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach(__name__, submodules=["plots"])
