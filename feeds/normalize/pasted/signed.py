"""Lines below a headline that say who wrote the report, and beside it when it was published.

What "By" stands before is a name. Other words beside a day may be a place, a part of the
publication, or what the report tells of: they are names only where nothing speaks against it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from feeds.model import RawPerson
from feeds.normalize.credits.agencies import AMBIGUOUS
from feeds.normalize.credits.byline import read_byline
from feeds.normalize.credits.credited import read_credit_line
from feeds.normalize.credits.gazetteer import begins_like_place, is_city, is_land
from feeds.normalize.credits.leads import cut_lead
from feeds.normalize.days.dates import drop_day
from feeds.normalize.days.stamps import names_clock, says_when, states_day, tells_published
from feeds.normalize.furniture.lines import READ, Line, count_line_words, is_byline
from feeds.normalize.furniture.no_names import NO_FIRST_NAMES, NO_NAMES
from feeds.text.words import fold_text, split_words

_LONGEST: Final = 200
_SIGNS: Final = "|·•"
_PARTED: Final = re.compile(rf"\s*[{_SIGNS}]\s*|,\s+|\s+[–—-]\s+")
_AROUND: Final = f" ,–—-{_SIGNS}"
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME_WORDS: Final = range(2, 5)
_LONGEST_PARTICLE: Final = 3
_ABOUT_AUTHOR: Final = 2

WhoWhen: TypeAlias = tuple[str, str]
"""Who wrote a report, and when it was published."""


def sign_lines(
    lines: Sequence[Line], head: int, opening: int, language: str | None
) -> tuple[Line, ...]:
    """Return lines, those between headline and report that say who and when as bylines.

    So are those that credit an agency.

    Args:
        lines: As judged, to the end of the report.
        head: Right behind the headline.
        opening: Where the report begins.
        language: BCP 47 tag.
    """
    signed = _sign_dated(lines, head, opening, language)
    return tuple(
        replace(line, kind="byline") if head <= place < opening and _credits(line) else line
        for place, line in enumerate(signed)
    )


def _sign_dated(
    lines: Sequence[Line], head: int, opening: int, language: str | None
) -> tuple[Line, ...]:
    """Return lines, those between headline and report that say who and when as bylines."""
    stamps = {it: lines[it] for it in range(head, opening) if _may_sign(lines[it])}
    signed = {it: split_byline(line, language) for it, line in stamps.items()}
    if not any(signed.values()) and all(line.kind != "byline" for line in lines[:opening]):
        signed = {it: split_named(line.text, language) for it, line in stamps.items()}
        if not _are_of_report(lines, {it: found for it, found in signed.items() if found}, opening):
            return tuple(lines)
    return tuple(_sign_line(line, signed.get(place)) for place, line in enumerate(lines))


def split_byline(line: Line, language: str | None) -> WhoWhen | None:
    """Return who and when of a line with a word such as "By", and a day before it or behind.

    Args:
        line: A ``byline``, or one that begins with the day.
        language: BCP 47 tag.
    """
    words = line.text.split()
    for place in range(1, len(words)):
        before, behind = " ".join(words[:place]), " ".join(words[place:])
        if line.kind == "byline" and states_day(behind, language):
            return _name_whole(line.text, before, behind) if _may_name(before) else None
        who = behind.strip(_AROUND)
        if line.kind == "stamp" and _begins_byline(who) and states_day(before, language):
            return who, before
    return None


def split_named(text: str, language: str | None) -> WhoWhen | None:
    """Return who and when of a line that holds names and a day, and nothing else.

    Behind a comma or dash a day without a time may be that of a picture, or of what happened.

    Args:
        text: The line.
        language: BCP 47 tag.
    """
    for who, sign, when in _list_parts(text):
        if _are_people(who) and states_day(when, language):
            timed = names_clock(drop_day(when, language) or "")
            if timed or says_when(when) or sign.strip() in _SIGNS:
                return who, when
    return None


def _credits(line: Line) -> bool:
    """Tell whether a line credits an agency, and says nothing else; its name means nothing else."""
    named = read_credit_line(line.text) if line.kind == "title" else ()
    return bool(named) and AMBIGUOUS.isdisjoint(named)


def _may_sign(line: Line) -> bool:
    """Tell whether a line may hold a name and a day."""
    return line.kind in {"byline", "stamp"} and not line.day and len(line.text) <= _LONGEST


def _sign_line(line: Line, found: WhoWhen | None) -> Line:
    """Return a line as a byline that states a day, if it is one."""
    if found is None:
        return line
    return replace(line, kind="byline", who=found[0], when=found[1].strip(_AROUND))


def _are_of_report(lines: Sequence[Line], signed: Mapping[int, WhoWhen], opening: int) -> bool:
    """Tell whether lines with names are but one, and its names none of whom the report tells.

    Several announce other reports. What the report tells of is a place or an event.
    """
    told = (*lines[: min(signed, default=0)], *lines[opening:])
    alone = len({lines[place].folded for place in signed}) == 1
    return alone and not any(_tells_of(told, who) for who, _ in signed.values())


def _tells_of(lines: Sequence[Line], who: str) -> bool:
    """Tell whether lines use all words of a name, or one of them in small letters.

    The last ones may be about the author.
    """
    texts = [line.text for line in lines if line.kind in {*READ, "title"}]
    for name in _list_people(who):
        last = (text for text in texts[-_ABOUT_AUTHOR:] if not text.startswith(name))
        told = " ".join((*texts[:-_ABOUT_AUTHOR], *last))
        named = (word.lower() for word in name.split() if word[0].isupper())
        if not frozenset(_WORD.findall(told)).isdisjoint(named):
            return True
        if frozenset(split_words(told)).issuperset(split_words(name)):
            return True
    return False


def _begins_byline(text: str) -> bool:
    """Tell whether a text is a byline by itself, without a day."""
    return is_byline(text, count_line_words(text))


def _may_name(who: str) -> bool:
    """Tell whether what stands behind "By" may be names: neither a place nor a verse."""
    first, _, _ = who.partition(",")
    return not _names_place(first) and not any(map(str.isdigit, who))


def _name_whole(text: str, who: str, when: str) -> WhoWhen:
    """Return who and when; the whole text where a name may end as a day begins: "Par Jean Le"."""
    parted = who[-1] in _AROUND or tells_published(when)
    return (who if parted else text), when


def _list_parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what may be names, the sign beside them, and what may be a day, in both orders."""
    for found in _PARTED.finditer(text):
        before, behind = text[: found.start()], text[found.end() :]
        yield before, found[0], behind
        yield behind, found[0], before


def _names_place(who: str) -> bool:
    """Tell whether a place is among names, or stands behind a word such as "By": "Da Roma"."""
    parts = [part.strip(_AROUND) for part in cut_lead(who).split(",")]
    return any(is_city(part) or is_land(part) for part in parts)


def _are_people(who: str) -> bool:
    """Tell whether words name people, perhaps with their agencies or roles."""
    if _names_place(who) or not NO_NAMES.isdisjoint(split_words(who)):
        return False
    people = _list_people(who)
    return bool(people) and all(map(_is_full_name, people))


def _list_people(who: str) -> tuple[str, ...]:
    """Return the people of a line."""
    return read_byline([RawPerson(name=who)], ()).people


def _is_full_name(name: str) -> bool:
    """Tell whether a name is like "Jane Doe" or "Jan de Vries", and unlike a place's."""
    words = name.split()
    if len(words) not in _NAME_WORDS or fold_text(words[0]) in NO_FIRST_NAMES:
        return False
    if begins_like_place(name) or any(word.endswith(("'s", "’s")) for word in words):
        return False
    small = [word for word in words if not word[0].isupper()]
    particles = all(word.islower() and len(word) <= _LONGEST_PARTICLE for word in small)
    return particles and words[0] not in small and words[-1] not in small
