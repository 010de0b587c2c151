"""Which of pasted lines is the headline, and where the report begins below it."""

from collections.abc import Sequence
from typing import Final

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.furniture.captions import is_caption, is_no_headline
from feeds.normalize.furniture.lines import (
    BULLET,
    LONGEST_STANDFIRST,
    SIGNED,
    Line,
    find_opening,
    names_who_or_when,
)
from feeds.normalize.pasted.answers import is_spoken
from feeds.normalize.pasted.content import list_content, list_report, share_content
from feeds.normalize.pasted.short_heads import is_label, lift_short

_HEADLINE_WORDS: Final = range(3, 26)
_USUAL_WORDS: Final = range(5, 19)
# Of fewer words that say something, as of a label, it says little that the report uses them.
_TELLING: Final = 3
_SHORT_WORDS: Final = range(1, 3)
_HALF: Final = 0.5
_NEAR: Final = 4
# A line further above the first paragraph is rather one of the site's.
_USUAL_HEAD: Final = 12
_PREAMBLE: Final = 3
_FOREIGN: Final = 0.25
_OWN: Final = 0.4
# So many lines of nothing known are rather a list than a name and what somebody is.
_LIST_LINES: Final = 3
# How a headline stands above a standfirst or caption: few lines between, and no list of links.
_LONGEST_HEAD: Final = 12
_MOST_TITLES_ABOVE: Final = 3
_LONGEST_ALONE: Final = 12
_ARROWS: Final = ("←", "→", "⟵", "⟶")
_TITLES: Final = frozenset({"title", "repeated"})
_SITE: Final = frozenset({"furniture", "related"})


def find_headline(lines: Sequence[Line], start: int) -> int | None:
    """Return where the headline stands, or None if no line looks like one.

    It stands before the first paragraph of the core; of several lines the one most like a
    headline: long enough, with words the report uses, near a byline or date. If such a line stands
    right above that one, the lower one is the standfirst or a caption.

    Args:
        lines: As judged.
        start: Where the core begins.
    """
    prose = [i for i, line in enumerate(lines) if line.kind == "prose" and not _asks(line)]
    first = next((place for place in prose if place >= start), len(lines))
    best = _best_title(lines, 0, first)
    short = _find_short(lines, first)
    if best is not None and (short is None or best > short or not _is_foreign(lines, best, first)):
        return lift_short(lines, _lift_headline(lines, best, first), first)
    if short is not None:
        return short
    # Sentences of the site may stand on top of the headline.
    for below in prose[1 : _PREAMBLE + 1]:
        best = _best_title(lines, prose[0] + 1, below)
        if best is not None:
            dated = any(
                find_dateline(lines[it].text) for it in prose[1 : _PREAMBLE + 1] if it > best
            )
            return best if dated or _stands_alone(lines, prose[0], best) else None
    return None


def _find_short(lines: Sequence[Line], end: int) -> int | None:
    """Return where a headline of a word or two stands above the first paragraph; None without one.

    The report uses one of two words, as of "Mayor quits"; or it is what was pasted first.
    """
    above = (place for place in range(end - 1, -1, -1) if lines[place].kind in _TITLES)
    place = next(above, None)
    if place is None or lines[place].words not in _SHORT_WORDS or is_label(lines[place]):
        return None
    share = share_content(lines[place].text, list_report(lines[end:]))
    if lines[place].words == _SHORT_WORDS[-1] and share >= _HALF:
        return place
    first, signed = _is_first(lines, place, end), end > place + 1
    return place if first and _may_be_short(lines[place], share, signed=signed) else None


def _is_first(lines: Sequence[Line], place: int, end: int) -> bool:
    """Tell whether above a line are only labels and menus, and below it only who and when."""
    alone = all(line.kind in SIGNED for line in lines[place + 1 : end])
    return alone and all(line.kind in _SITE or is_label(line) for line in lines[:place])


def _may_be_short(line: Line, share: float, *, signed: bool) -> bool:
    """Tell whether a line may be a headline by its looks, and no name, label or salutation.

    Args:
        line: Of a word or two.
        share: How many of its words the report uses.
        signed: Whether who or when stands below it, as below no salutation, name or label.
    """
    text = line.text.strip("\"'“”„«»‘’ ")
    if line.text.endswith((",", ":")) or text.isupper() or name_agency(text) or "." in text:
        return False
    named = all(word[:1].isupper() for word in text.split()) and " " in text
    cased = text.lower() != text.upper()
    return share > 0 or (cased and not named and (signed or text.endswith(("!", "?"))))


def _is_foreign(lines: Sequence[Line], place: int, end: int) -> bool:
    """Tell whether the report uses no word of a line, as of the name of a site."""
    return share_content(lines[place].text, list_report(lines[end:])) == 0.0


def find_report(lines: Sequence[Line]) -> int:
    """Return where the report begins below the headline: with its first paragraph, or an interview.

    A short paragraph above a byline, a date, a caption or another line that is no sentence is the
    standfirst.

    Args:
        lines: Those behind the headline.
    """
    opening = _find_first(lines)
    while opening and is_spoken(lines[opening - 1]):
        opening -= 1
    return opening


def _find_first(lines: Sequence[Line]) -> int:
    """Return where the first paragraph stands that is no standfirst."""
    opening = find_opening(lines)
    prose = [place for place, line in enumerate(lines) if line.kind == "prose"]
    if len(prose) < _PREAMBLE or opening != prose[0] or prose[1] == opening + 1:
        return opening
    above = {line.kind for line in lines[:opening]}
    if lines[opening].words > LONGEST_STANDFIRST or above - {"title"}:
        return opening
    between = lines[opening + 1 : prose[1]]
    if len(between) >= _LIST_LINES and all(line.kind == "title" for line in between):
        return opening  # names, verses, a line-up
    top = between[0]
    first = top.kind == "title" and top.words >= _HEADLINE_WORDS.start and not top.day
    return prose[1] if first or any(is_caption(line.text) for line in between) else opening


def _asks(line: Line) -> bool:
    """Tell whether a line ends with a question or a cry, as headlines may; none of an interview."""
    if line.words not in _HEADLINE_WORDS or is_spoken(line):
        return False
    return line.text.rstrip("\"'”’») ").endswith(("?", "!"))


def _lift_headline(lines: Sequence[Line], found: int, end: int) -> int:
    """Return where the headline stands if what was found is the standfirst or caption under it.

    Args:
        lines: As judged.
        found: The line most like a headline.
        end: Where the first paragraph stands.
    """
    report = list_report(lines[end:])
    if _count_titles(lines, found) > _MOST_TITLES_ABOVE:
        return found
    for place in range(found - 1, max(-1, found - _LONGEST_HEAD), -1):
        if _joins(lines, place + 1, found) and _is_above(lines, place, found, report):
            found = place
    return found


def _count_titles(lines: Sequence[Line], place: int) -> int:
    """Return how many lines that may be headlines stand right above a line, without a gap."""
    above = place
    while above and _may_head(lines[above - 1]):
        above -= 1
    return place - above


def _may_head(line: Line) -> bool:
    """Tell whether a line may be a headline by its length, kind and beginning.

    Items of lists and quotations are none.
    """
    if line.words not in _HEADLINE_WORDS or _is_item(line):
        return False
    return line.kind in _TITLES or _asks(line)


def _is_item(line: Line) -> bool:
    """Tell whether a line is one of a list or of a quotation, or leads to the next page."""
    if line.text.startswith((">", *_ARROWS)) or line.text.endswith(_ARROWS):
        return True
    return BULLET.match(line.text) is not None


def _joins(lines: Sequence[Line], start: int, end: int) -> bool:
    """Tell whether the lines between belong to the head of one report.

    Captions, authors and short sentences do; dates and labels only where who or when stands
    among them, and not once the lower line has its own below.
    """
    between = lines[start:end]
    kinds = {line.kind for line in between if not is_caption(line.text)}
    if not kinds & {"furniture", "repeated", "related", "stamp"}:
        return all(line.words <= LONGEST_STANDFIRST for line in between)
    below = {line.kind for line in lines[end + 1 : end + 1 + _NEAR]}
    return between[0].kind != "furniture" and bool(kinds & SIGNED) and not below & SIGNED


def _is_above(lines: Sequence[Line], place: int, found: int, report: frozenset[str]) -> bool:
    """Tell whether a line is the headline above another one that looked like it."""
    line = lines[place]
    if not _may_head(line) or is_no_headline(line.text) or names_who_or_when(line.text):
        return False
    if line.words not in _USUAL_WORDS and not is_no_headline(lines[found].text):
        return False  # a kicker
    if line.folded in lines[found].folded or lines[found].folded in line.folded:
        return False  # it stands there twice
    alone = (
        place == 0
        and line.words <= _LONGEST_ALONE
        and all(it.kind != "title" for it in lines[1:found])
    )
    return alone or share_content(line.text, report) > 0


def _best_title(lines: Sequence[Line], start: int, end: int) -> int | None:
    """Return the line between two places that is most like a headline; the first of equals."""
    report = list_report(lines[end:])
    rated = [
        (_rate_title(lines, place, end, report), -place)
        for place in range(start, end)
        if _may_head(lines[place])
    ]
    return -max(rated)[1] if rated else None


def _rate_title(lines: Sequence[Line], place: int, end: int, report: frozenset[str]) -> float:
    """Return how like a headline a line is.

    Args:
        lines: As judged.
        place: Where it stands.
        end: Where the first paragraph stands.
        report: What the report is about.
    """
    line = lines[place]
    usual = line.words in _USUAL_WORDS
    below = lines[place + 1 : place + 1 + _NEAR]
    near = any(it.kind in SIGNED for it in below) or any(it.folded == line.folded for it in below)
    other = is_no_headline(line.text)
    far = min(max(0, end - place - _USUAL_HEAD) / _USUAL_HEAD, 1)
    noted = line.text.endswith((")", "]"))
    credited = bool(below) and below[0].kind == "stamp" and _names_agency(below[0])
    told = min(len(list_content(line.text)) / _TELLING, 1) * share_content(line.text, report)
    against = 2 * other + far + (noted + _asks(line)) / 2 + credited
    return 2 * told + usual + near / 2 + (usual and place == 0) / 4 - against


def _names_agency(line: Line) -> bool:
    """Tell whether a line is a name and an agency, as under pictures."""
    return name_agency(line.text.rpartition(", ")[2]) is not None


def _stands_alone(lines: Sequence[Line], above: int, title: int) -> bool:
    """Tell whether a sentence on top shares no words with the report, but the title below does.

    The first paragraph of a report without headline would share more than a subheading does.
    """
    report = list_content(" ".join(line.text for line in lines[title + 1 :]))
    return (
        share_content(lines[above].text, report) < _FOREIGN
        and share_content(lines[title].text, report) > _OWN
    )
