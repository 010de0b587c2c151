"""A report that a page states whole for programs, where it shows but its first lines."""

from typing import Final

from feeds.model import Text
from feeds.text.characters import clean_characters
from feeds.text.markup import html_to_text, mark_paragraphs
from feeds.text.words import fold_text

# So many letters say nothing of what the rest would be: about thirty words.
_FEW: Final = 200
_LONGER: Final = 1.25
_SHARE: Final = 0.6
# As much of either is compared.
_MOST_LETTERS: Final = 500_000
_MOST_PARTS: Final = 100


def complete_page(shown: str, stated: Text | None) -> str:
    """Return the markup of a report: as a page shows it, or as the page states it, if that is more.

    What is stated is the same report: most of what is shown stands in it, unless that is little.

    Args:
        shown: The report as it was found in the page.
        stated: What the page calls the text of its article (``articleBody``); None if it does not.
    """
    if stated is None:
        return shown
    told = _clean_stated(stated)
    own, whole = html_to_text(shown), _list_signs(html_to_text(told))
    parts = [_list_signs(it) for it in own.split("\n\n")]
    letters = sum(map(len, parts))
    seen = parts[:_MOST_PARTS]
    if len(whole) < max(_FEW, _LONGER * letters):
        return shown
    shared = sum(len(part) for part in seen if part in whole)
    return told if letters <= _FEW or shared >= _SHARE * sum(map(len, seen)) else shown


def _clean_stated(stated: Text) -> str:
    """Return a stated text as markup; in plain text every line is a paragraph."""
    value = clean_characters(stated.value[:_MOST_LETTERS])
    return value if stated.type != "text" else mark_paragraphs(value.replace("\n", "\n\n"))


def _list_signs(text: str) -> str:
    """Return the letters and digits of a text, for comparing."""
    return "".join(filter(str.isalnum, fold_text(text)))
