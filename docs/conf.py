"""How the documentation is built: `python -m sphinx docs site`."""

from __future__ import annotations

import os
import re
import shutil
from importlib.metadata import version as version_of
from importlib.util import find_spec

project = "newsdedup"
author = "the newsdedup developers"
release = version = version_of("newsdedup")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsdedup {release}"
html_extra_path = ["record.schema.json"]
html_static_path = ["_static"]
html_css_files = ["notebooks.css"]
html_show_copyright = False

# Notebooks are percent scripts; every one is run when the pages are built, and must not fail.
nb_custom_formats = {".py": ["jupytext.reads", {"fmt": "py:percent"}]}
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 600
nb_merge_streams = True
exclude_patterns += ["conf.py"]
# PySpark has 400 MB and needs Java; the test of the notebook runs it too (`nox -s spark`).
if find_spec("pyspark") is None or not (shutil.which("java") or "JAVA_HOME" in os.environ):
    nb_execution_excludepatterns = ["notebooks/spark.py"]
    print("notebooks/spark.py is shown without outputs: it needs PySpark and Java 17, of which one is not installed")
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "none"  # the NumPy docstrings give them
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_ivar = True  # attributes are documented with their class, properties on their own
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

_NAMES = re.compile(r"^\w+(?:, \w+)+(?= : )")


def _names_together(app, what, name, obj, options, lines):
    """Keep attributes with one entry together ("title, summary : str"); napoleon would take the first for a type."""
    if "Attributes" in lines and "Parameters" not in lines:
        lines[:] = [_NAMES.sub(lambda names: names[0].replace(", ", ","), line) for line in lines]


def setup(app):
    """Called by Sphinx; the docstrings must be seen before napoleon (priority 500) sees them."""
    app.connect("autodoc-process-docstring", _names_together, priority=400)
