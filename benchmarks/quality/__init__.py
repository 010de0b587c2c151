"""How good the desk is, on labelled material: ``make eval``.

In: files of labelled stories, pages and words (docs/reference/evaluation.md). Out: lines of a
table, each one measure on one set. Everything is measured through the functions the program uses.
"""
