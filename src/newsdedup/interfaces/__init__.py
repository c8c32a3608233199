"""Interfaces: the command line, notebook views, pictures, Spark, the desk page, and scikit-learn estimators."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach(__name__, submodules=["plots", "spark"])
