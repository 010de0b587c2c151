"""Lines that say when a report was published or changed."""

import re
from typing import Final

from feeds.normalize.days.calendars import find_calendar, make_plain, write_pattern
from feeds.normalize.days.clocks import HOURS, TIME
from feeds.normalize.days.dates import drop_day
from feeds.normalize.days.months import PRINTED_DATE
from feeds.normalize.days.reading_times import drop_reading
from feeds.normalize.days.stamp_words import BESIDE, PUBLISHED, UPDATED
from feeds.normalize.days.worded import drop_yearless
from feeds.text.scripts import write_word
from feeds.text.zones import HALF

_TIME: Final = re.compile(
    rf"\b(?:{PRINTED_DATE}|\d{{1,2}}(?:[:.h]| h )\d{{2}}(?:[:.]\d{{2}})?(?: ?[ap]\.?m\b\.?)?"
    r"|\d{1,2} ?[ap]\.?m\b\.?|\d{4}-\d{2}-\d{2}(?:T[\d:.+-]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|(?:19|20)\d{2}|\d+\s?(?:min(?:ute)?n?s?|hours?|hrs?|days?|weeks?|mins?|stunden?|tagen?"
    r"|heures?|jours?|horas?|d[ií]as?|minut[oi]s?|or[ae]|giorni|uur|dagen)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    rf"\b(?:{PRINTED_DATE}\s*,?\s\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
    rf"|\b{PRINTED_DATE}.{{0,12}}\b\d{{1,2}}(?:[:.h]| h )\d{{2}}",
    re.IGNORECASE,
)
_STAMP_WORDS: Final = re.compile(
    r"\b(?:updated?|published|posted|last|first|modified|on|at|the|ago|stand|aktualisiert|veröffentlicht"
    r"|am|um|uhr|vor|by|von|par|por|publié|mis|à|às|jour|le|il|y|a|publiziert|publicado|actualizado|atualizado|el|las|hace|em"
    r"|pubblicato|aggiornato|ore|alle|il|gmt|utc|bst|e[sd]t|p[sd]t|cet|cest|ist|read|lesezeit|de|lecture"
    r"|lectura|lettura|lesen|tempo|tiempo|temps|geplaatst|kl|og|and|und|et)\b",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(write_pattern(PUBLISHED), re.IGNORECASE)
_BEGINS_PUBLISHED: Final = re.compile(rf"\W*(?:{_PUBLISHED.pattern})", re.IGNORECASE)
_UPDATED: Final = re.compile(write_pattern(UPDATED), re.IGNORECASE)
_CLOCK: Final = re.compile(rf"{TIME}|(?<!\d)\d{{1,2}}\s?(?:{HALF}|{HOURS})", re.IGNORECASE)
_SAID: Final = re.compile(write_pattern((*PUBLISHED, *BESIDE)))
# A full hour has no minutes in some languages; 24 of them are a while.
_HOUR: Final = re.compile(r"\b(?:[01]?\d|2[0-3]) ?(?:h|uhr)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")
_LONGEST: Final = 200
# In Thai nothing parts it from the day of the week before it.
_ORDINAL: Final = re.compile(r"(?<=[\u0e00-\u0e7f])ที่(?!\S)")
_WORD: Final = re.compile(write_word(without=r"\d"))
_BETWEEN: Final = " |·•(,;:/–—-"
_ELSE: Final = re.compile(r"[^\W_]")
_AGO: Final = re.compile(
    r"\d{1,3} (?!years?\b|jaar|anni\b|anos\b|ans\b|ar\b|лет\b|рок)\w{2,9} "
    r"(?:ago|geleden|siden|sedan|sitten|fa|atras|temu|once|назад|тому)"
)
_LONG_AGO: Final = re.compile(
    r"[1-9]\d{1,3} (?:years?|jaar|anni|anos|ans|ar|лет|рок\w{0,2}|lat|vuotta|yıl|let|godina|ev) "
    r"(?:ago|geleden|siden|sedan|sitten|fa|atras|temu|once|назад|тому|nazaj|zpet|pre|ezelott)"
)


def names_time(text: str) -> bool:
    """Tell whether a day, a time, a year or a while stands in a line."""
    return _TIME.search(text) is not None


def names_clock(text: str) -> bool:
    """Tell whether a time of day stands in a line."""
    return _CLOCK.search(text) is not None


def names_day(text: str) -> bool:
    """Tell whether a whole date stands in a line."""
    return _DAY.search(text) is not None


def names_ago(folded: str) -> bool:
    """Tell whether a line is how long ago something was, if not in years, and nothing else.

    Args:
        folded: The line, folded, with one space between words.
    """
    return _AGO.fullmatch(folded) is not None


def names_long_ago(folded: str) -> bool:
    """Tell whether a line is a number of years ago, ten at least, and nothing else.

    It heads what old papers told; no page says so of itself.

    Args:
        folded: The line, folded, with one space between words.
    """
    return folded[:1].isdigit() and _LONG_AGO.fullmatch(folded) is not None


def drop_time(text: str) -> str:
    """Return a line without days, times, and the words that stand beside them."""
    return _STAMP_WORDS.sub(" ", _HOUR.sub(" ", _TIME.sub(" ", text)))


def states_day(line: str, language: str | None) -> bool:
    """Tell whether a line states a day, perhaps with a time, and nothing else.

    Of a report that was changed, it may state two.

    Args:
        line: Plain, of any length.
        language: BCP 47 tag; without it, months and days are known in ten languages.
    """
    if len(line) > _LONGEST or not _YEAR.search(line):
        return False
    parts = [part for part in split_update(drop_reading(line)) if any(map(str.isalnum, part))]
    return bool(parts) and all(_states_one_day(part, language) for part in parts)


def says_when(line: str) -> bool:
    """Tell whether a line says of a day that something was published or changed then."""
    return tells_published(line) or tells_updated(line)


def tells_published(line: str) -> bool:
    """Tell whether a line begins with that something was published then, or goes on so."""
    return _BEGINS_PUBLISHED.match(split_update(line)[0]) is not None


def tells_updated(line: str) -> bool:
    """Tell whether a line says of a day that something was changed then."""
    return bool(split_update(line)[1])


def split_update(line: str) -> tuple[str, str]:
    """Return what a line says beside the words that something was changed, and when that was.

    In some languages these words stand behind the day; what says that something was published may
    stand behind both.

    Returns:
        The line and nothing, where it does not say so.
    """
    found = _UPDATED.search(line)
    if found is None:
        return line, ""
    before, behind = line[: found.start()], line[found.end() :]
    if not _has_digits(behind):
        return "", before
    first = _PUBLISHED.search(behind)
    if first and _has_digits(behind[: first.start()]) and not _has_digits(before):
        return behind[first.start() :], behind[: first.start()]
    return before, behind


def pair_published(line: str, language: str | None) -> str:
    """Return the day that stands beside one on which something was changed; empty if none does.

    Args:
        line: "21/11/2026 10h · Atualizado 22/11/2026": the first is when it was published.
        language: BCP 47 tag; without it, months and days are known in ten languages.
    """
    before, changed = split_update(line)
    day = before.strip(_BETWEEN)
    return day if changed and states_day(day, language) else ""


def list_unsaid(line: str, language: str | None) -> tuple[str, ...] | None:
    """Return the words of a line that say nothing of the day it states, or of the time.

    Args:
        line: Plain, of any length.
        language: BCP 47 tag.

    Returns:
        None where it states no day, or more than one; without a year it must state a time.
    """
    line = drop_reading(line[: _LONGEST + 1])
    dated = _YEAR.search(line[:_LONGEST])
    rest = drop_day(line, language) if dated else None
    if not dated and len(line) <= _LONGEST and names_clock(line):
        rest = drop_yearless(line, language)
    if rest is None:
        return None
    unsaid = set(_WORD.findall(_drop_said(rest, language)))
    return tuple(word for word in _WORD.findall(line) if make_plain(word) in unsaid)


def _has_digits(text: str) -> bool:
    """Tell whether there is a digit in a text."""
    return any(map(str.isdigit, text))


def _states_one_day(part: str, language: str | None) -> bool:
    """Tell whether words state one day, perhaps with a time, and nothing else."""
    rest = drop_day(part, language)
    if rest is None or len(_CLOCK.findall(rest)) > 1:
        return False
    return _ELSE.search(_drop_said(rest, language)) is None


def _drop_said(rest: str, language: str | None) -> str:
    """Return what stands beside a day without times and what is said of it."""
    return _STAMP_WORDS.sub(" ", _drop_names(_CLOCK.sub(" ", rest), language))


def _drop_names(text: str, language: str | None) -> str:
    """Return a text in small letters without days of the week, parts of the day, and such words."""
    plain = _ORDINAL.sub(" ", make_plain(text))
    if (calendar := find_calendar(language)) is not None:
        plain = re.sub(
            calendar.weekday, _drop_weekday, re.sub(calendar.period, " ", plain), count=1
        )
    return _SAID.sub(" ", plain)


def _drop_weekday(found: re.Match[str]) -> str:
    """Return nothing in place of a weekday; a single sign is one in brackets only."""
    bracketed = found.string[: found.start()].rstrip().endswith(("(", "（"))
    return " " if len(found[0]) > 1 or bracketed else found[0]
