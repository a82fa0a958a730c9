"""Settings of the documentation site; `build.py` beside this file builds it."""

import planaudit

project = "planaudit for Python"
author = "The planaudit developers"
copyright = "the planaudit developers"
version = release = planaudit.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
myst_heading_anchors = 3

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
default_role = "code"
napoleon_google_docstring = False
napoleon_use_rtype = False
napoleon_preprocess_types = True

html_theme = "furo"
html_title = project
# The site opens from disk: nothing in it asks for another page's permission or for a network.
html_copy_source = False
html_show_sphinx = False
