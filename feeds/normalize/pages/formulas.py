"""Formulas in pages (MathML): their signs are words of the report."""

from typing import Final

from lxml import etree

from feeds.text.characters import join_line
from feeds.text.markup import remove_element

# The formula again, for programs.
_AGAIN: Final = ("annotation", "annotation-xml")


def open_formulas(root: "etree._Element") -> None:
    """Make running text of the formulas below an element, each said once.

    MathML is not safe to show, so it would be cut out with its words. A space stays between two
    signs: numbers above each other are not one.
    """
    for formula in list(root.iter("math")):
        for element in list(formula.iter(*_AGAIN)):
            remove_element(element)
        signs = join_line(" ".join(map(str, formula.itertext())))
        del formula[:]
        formula.tag, formula.text = "span", signs
