"""A report that a page states whole for programs, where it shows but its first lines."""

from typing import Final

from feeds.model import Text
from feeds.normalize.furniture.lines import names_furniture
from feeds.normalize.pasted.content import tells_sentence
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
    """Return the markup of a report: as a page shows it, with what it only states behind that.

    What is stated is the same report: most of what is shown stands in it, unless no sentence is
    shown. Else nothing that is shown is lost, and of what is stated the site's own lines are left
    out.

    Args:
        shown: The report as it was found in the page.
        stated: What the page calls the text of its article (``articleBody``); None if it does not.
    """
    if stated is None:
        return shown
    told = _list_stated(stated)
    lines = html_to_text(shown).split("\n\n")
    prose = [_list_signs(it) for it in lines if tells_sentence(it)]
    own = _list_signs("".join(lines)) if prose else ""
    whole = "".join(map(_list_signs, told))
    if len(whole) < max(_FEW, _LONGER * len(own)):
        return shown
    shared = sum(len(part) for part in prose[:_MOST_PARTS] if part in whole)
    if prose and shared < _SHARE * sum(map(len, prose[:_MOST_PARTS])):
        return shown
    more = [it for it in told if _list_signs(it) not in own and not names_furniture(it)]
    return (shown if prose else "") + mark_paragraphs("\n\n".join(more))


def _list_stated(stated: Text) -> list[str]:
    """Return the paragraphs of a stated text; in plain text every line is one."""
    value = clean_characters(stated.value[:_MOST_LETTERS])
    if stated.type != "text":
        return html_to_text(value).split("\n\n")
    return [line for line in map(str.strip, value.split("\n")) if line]


def _list_signs(text: str) -> str:
    """Return the letters and digits of a text, for comparing."""
    return "".join(filter(str.isalnum, fold_text(text)))
