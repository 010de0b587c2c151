"""A short headline above a longer standfirst, and a short standfirst below a headline."""

from collections.abc import Sequence
from typing import Final

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.gazetteer import is_city, is_land
from feeds.normalize.furniture.captions import ends_with_agency, is_caption
from feeds.normalize.furniture.lines import (
    BULLET,
    WITHOUT_SPACES,
    Line,
    names_furniture,
    names_who_or_when,
)
from feeds.normalize.furniture.menu_words import MENU
from feeds.normalize.furniture.no_names import NO_FIRST_NAMES, NO_NAMES, PUBLICATIONS
from feeds.normalize.genres.analyses import names_analyses
from feeds.normalize.genres.opinions import names_opinions
from feeds.normalize.pasted.content import list_report, share_content
from feeds.text.words import split_words

# Longer lines are told by what they share with the report.
_SHORT: Final = range(2, 5)
_STANDFIRST: Final = range(3, 5)
_NAMES: Final = 2
# Of fewer letters are words that join names.
_LETTERS: Final = 4
_TITLES: Final = frozenset({"title", "repeated"})
_SITE: Final = frozenset({"furniture", "related"})
_PARTS: Final = ":：/／|｜・()（）[]［］【】@.．"


def lift_short(lines: Sequence[Line], found: int, end: int) -> int:
    """Return where the headline stands: right above a line like one, if that is its standfirst.

    It is the first line, but for labels and menus, and below the standfirst stand only who and
    when, points, captions. Nothing speaks against it: a kicker names a place, a part of the
    publication, or a subject ("Flood in Hask"), or has a capital before each word; and the report
    uses none of its words.

    Args:
        lines: As judged.
        found: The line most like a headline.
        end: Where the first paragraph stands.
    """
    place = found - 1
    if place < 0 or lines[place].kind not in _TITLES or lines[place].words not in _SHORT:
        return found
    first = all(line.kind in _SITE or is_label(line) for line in lines[:place])
    if not first or any(map(_may_be_standfirst, lines[found + 1 : end])):
        return found
    kicker = is_label(lines[place]) or _names_subject(lines[place], lines[found])
    told = share_content(lines[place].text, list_report(lines[end:])) > 0
    return place if told and not kicker else found


def is_label(line: Line) -> bool:
    """Tell whether a line of a word or a few names a place, a site, or a part of one."""
    words = frozenset(split_words(line.folded))
    if words <= NO_NAMES or not (MENU | PUBLICATIONS).isdisjoint(words):
        return True
    named = names_opinions(line.text) or names_analyses(line.text) or names_furniture(line.text)
    return named or is_city(line.text) or is_land(line.text)


def is_short_standfirst(line: Line) -> bool:
    """Tell whether a line of a few words right below a headline may be the standfirst.

    It has words in small letters that join no names, and does not begin with a name and what
    belongs to it; where no words are parted, no sign stands between some.
    """
    if line.kind != "title" or line.words not in _STANDFIRST or is_label(line):
        return False
    credited = names_who_or_when(line.text) or ends_with_agency(line.text)
    if credited or not {*line.text}.isdisjoint(_PARTS):
        return False
    if WITHOUT_SPACES.search(line.text):
        return " " not in line.text and not any(map(str.isdigit, line.text))
    words = line.text.split()
    long = sum(word.islower() and len(word) >= _LETTERS for word in words)
    return long >= _NAMES or (long > 0 and words[1].islower())


def _may_be_standfirst(line: Line) -> bool:
    """Tell whether a line below another may be a standfirst, so that the upper is a headline."""
    long = line.words > _NAMES and line.kind in {*_TITLES, "sentence", "prose"}
    return long and BULLET.match(line.text) is None and not is_caption(line.text)


def _names_subject(line: Line, below: Line) -> bool:
    """Tell whether a line is what kickers are: capitals, names, or what happened and where.

    Args:
        line: Of a few words.
        below: What stands under it; some write each word of headlines with a capital.
    """
    words = split_words(line.folded)
    if line.text.isupper() or line.text.endswith((",", ":")) or not {*line.text}.isdisjoint(_PARTS):
        return True
    if name_agency(line.text) or BULLET.match(line.text):
        return True
    if not NO_FIRST_NAMES.isdisjoint(words[:_NAMES]):
        return True
    return _has_capitals(line) and not _has_capitals(below)


def _has_capitals(line: Line) -> bool:
    """Tell whether each longer word of a line begins with a capital."""
    return all(word[0].isupper() for word in line.text.split() if len(word) >= _LETTERS)
