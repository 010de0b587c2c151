"""What a pasted line is: the report's, or the site's furniture around it.

A sentence is the report's unless it is unmistakably the site talking about itself; only short
lines are judged by labels and looks. A doubtful line stays.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.dateline import find_dateline
from feeds.normalize.credits.roles import ROLES
from feeds.normalize.days.stamps import (
    drop_time,
    list_unsaid,
    names_ago,
    names_clock,
    names_day,
    names_long_ago,
    names_time,
    says_when,
    states_day,
    tells_updated,
)
from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.glued import is_glued
from feeds.normalize.furniture.listed_names import are_names, drop_credit
from feeds.normalize.furniture.menu_words import MENU
from feeds.normalize.furniture.phrases import (
    ADVERTS,
    LABELS,
    OPENINGS,
    POINTERS,
    RELATED,
    RELATED_BEGINS,
    TAGS,
    TELLING,
)
from feeds.normalize.furniture.press_words import names_contact
from feeds.normalize.furniture.retold import is_retold
from feeds.normalize.furniture.rows import find_rows
from feeds.normalize.furniture.site_talk import is_site_talk
from feeds.normalize.furniture.wire import is_for_newsrooms
from feeds.text.notices import is_hold
from feeds.text.scripts import CONTINUOUS
from feeds.text.words import find_beginning, fold_text, split_words

Kind: TypeAlias = Literal[
    "prose", "sentence", "title", "row", "repeated", "byline", "stamp", "related", "furniture"
]

READ: Final = frozenset({"prose", "sentence"})
"""What is text of the report."""
SIGNED: Final = frozenset({"byline", "stamp"})
PROSE_WORDS: Final = 8
_NAME_WORDS: Final = 4
LONGEST_STANDFIRST: Final = 25
_UNENDED_PROSE_WORDS: Final = 26
_SHORT_WORDS: Final = 14
_DATED_WORDS: Final = 20
_PREAMBLE: Final = 3
_AROUND_LABELS: Final = " :.!>»→▸|•·-–—+✕×"
_LONGEST_SHORT: Final = 300

BULLET: Final = re.compile(r"[*•‣▪●◦·–—-](?=\s+\S)")
"""What stands before an item of a list."""
COLONS: Final = (":", "\uff1a")
"""With what a line ends that announces something."""
_CLOSERS: Final = "\"'”’»“)]›」』«‹‘）】》〉"
_ENDS: Final = (".", "…", "。", "．", "।", "۔", "!", "?", "！", "？", "؟")
WITHOUT_SPACES: Final = re.compile(
    f"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f{CONTINUOUS}]"
)
"""Signs of which two are taken for one word of a line."""
_BYLINE: Final = re.compile(
    r"^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]a|[Dd]oor|[Aa]f|[Aa]v|Text|Texte|Texto|Autor(?:in)?|Author"
    r"|Posted by|Published by|Publié par|Publicado por|Veröffentlicht von"
    r"|Written by|Reported by|Story by|Words by|Words|Redacción|Rédaction|Redaktion"
    r"|Автор|Авторы|Текст)\b\s*:?\s+"
    r"(?:(?:our|the|la|le|les|der|die|unserer|a)\s+)?(\S.*)$"
)
# Words that mean more than "by", where they do not begin a line with a capital.
_SMALL_BY: Final = re.compile(r"(?:di|da|door|af|av)\b")
_FULL_NAME: Final = 2
_ROLE_LINE: Final = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|contributor|korrespondent(?:in)?"
    r"|redakteur(?:in)?|journaliste|correspondant(?:e)?|corresponsal|redactora?|giornalista"
    r"|jornalista|repórter)\b",
    re.IGNORECASE,
)
# "Jane Doe, Reuters", "Ana Ruiz | EFE", "Hanna Voss/dpa".
_BEFORE_AGENCY: Final = re.compile(r"\s*[,|/·•–—]\s*(?=\S+(?:\s\S+)?$)")
_COUNT: Final = re.compile(
    r"^(?!\d{1,2}[.)] [^\W\d_]{2})[+(]?\d[\d.,\s]*[kKmM]?[)+]?(?: \S+){0,2}$"
    r"|^\S+ [(]?\d[\d.,]*[kKmM]?[)]?$"
)
_SEPARATOR: Final = re.compile(r"\s+[|•·›»>/▸→]\s+|\s{2,}|\t")
_CRUMB: Final = re.compile(
    r"^(?:\S{1,20}(?: \S{1,20}){0,2} [›»>▸→] ){1,6}\S{1,20}(?: \S{1,20}){0,2}$"
)
_ADDRESS_ONLY: Final = re.compile(r"^(?:\S{0,40}\s)?(?:https?://|www\.|[@#])\S+$|^\S+@\S+\.\S+$")
# Under what somebody wrote in a network: "— Jane Doe (@janedoe) November 21, 2026".
_POST_SIGNED: Final = re.compile(r"^[—–-]+\s.{1,80}\(@\w{1,30}\)")
# Short forms of "p.m.", "hours" and "year" that end a date and no sentence.
_ENDS_TIME: Final = re.compile(r"[\dAaPp\s]\.?\s?(?:[Mm]|น|г)\.$")
_TAIL: Final = re.compile(r"\s{0,3}(?:pic\.twitter\.com/|https?://t\.co/)\w{1,20}\s*$")
_MAY_BE_ROW: Final = frozenset({"title", "furniture", "stamp", "sentence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with what it is.

    Attributes:
        text: Without spaces around.
        kind: ``prose`` is a paragraph of the report, ``sentence`` a short one, ``row`` one of a
            table or list, ``title`` a line without full stop that may be headline, subheading or
            furniture nobody knows, ``repeated`` such a line that stands there several times;
            ``related`` a label above links or contacts, or any line past the end of the report; the
            rest is no text of the report.
        words: How many.
        folded: For comparing: no case, accents or spaces in a row.
        day: Whether it states a day and nothing else. It is a ``stamp``, or a ``title`` where it
            tells when something happened.
        who: Of a ``byline`` that states a day as well, the names (``signed``).
        when: The rest of it, which states a day and nothing else.
        guessed: Whether a ``row`` may as well be the site's: it is marked where it is kept.
    """

    text: str
    folded: str
    kind: Kind
    words: int
    day: bool = False
    who: str = ""
    when: str = ""
    guessed: bool = False


def judge_lines(lines: Sequence[str], language: str | None = None) -> tuple[Line, ...]:
    """Return every line with its kind.

    Args:
        lines: In order.
        language: BCP 47 tag; without it, months and days are known in ten languages.
    """
    folded_lines = [fold_text(" ".join(text.split())) for text in lines]
    counts = Counter(folded_lines)
    rows = find_rows(lines)
    judged = []
    for place, (text, folded) in enumerate(zip(lines, folded_lines, strict=True)):
        words = count_line_words(text)
        day = words <= _DATED_WORDS and states_day(text, language)
        kind = _judge_line(text, folded, words, language, day=day)
        if kind == "title" and words < PROSE_WORDS and counts[folded] > 1:
            kind = "repeated"
        elif place in rows and kind in _MAY_BE_ROW:
            kind = "row"
        day = day and kind == "stamp"
        judged.append(Line(text=text, folded=folded, kind=kind, words=words, day=day))
    return tuple(judged)


def tells_happened(line: Line) -> bool:
    """Tell whether a line states a day, and not that something was published or changed then."""
    return line.day and not says_when(line.text)


def count_line_words(text: str) -> int:
    """Return how many words a line has; where none are parted, two signs are taken for one."""
    return len(split_words(WITHOUT_SPACES.sub("", text))) + len(WITHOUT_SPACES.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences do, closing quotes and brackets left aside.

    So are the short addresses that networks put behind what is written there.
    """
    if ".co" in text:  # most lines have no address
        text = _TAIL.sub("", text)
    return text.rstrip(_CLOSERS + " ").endswith(_ENDS)


def find_opening(lines: Sequence[Line]) -> int:
    """Return where the report's first paragraph stands, behind a standfirst if there is one.

    It is the paragraph with a dateline, or the one behind a byline or date, or the first of all.
    """
    prose = [i for i, line in enumerate(lines) if line.kind == "prose"]
    for place in prose[:_PREAMBLE]:
        if find_dateline(lines[place].text):
            return place
    if len(prose) > 1 and _is_signed(lines, *prose[:2]):
        return prose[1]
    return prose[0] if prose else 0


def goes_on(line: Line) -> bool:
    """Tell whether a line of the report goes on with the sentence of the line above."""
    return line.kind in READ and line.text[:2].islower()


def _is_signed(lines: Sequence[Line], first: int, second: int) -> bool:
    """Tell whether below the first paragraph stands who wrote the report, or when it was published.

    A day alone says that only below a standfirst, which is short; not where the day is stated
    above, where other days follow, or where the sentence goes on below it.
    """
    between = lines[first + 1 : second]
    if any(line.kind == "byline" or (line.kind == "stamp" and not line.day) for line in between):
        return True
    stamps = [line for line in between if line.kind == "stamp"]
    if any(tells_updated(line.text) for line in stamps):
        return True
    dated = any(line.day for line in lines[:first])
    timed = any(names_clock(line.text) for line in stamps)
    short = timed or lines[first].words <= LONGEST_STANDFIRST
    ended = not any(goes_on(line) for line in lines[first + 2 : second + 1])
    return short and ended and not dated and len({line.folded for line in stamps}) == 1


def names_furniture(text: str) -> bool:
    """Tell whether a line is the site's by its very words, wherever it stands: label or talk."""
    folded = fold_text(" ".join(text.split()))
    label = _cut_address(folded).strip(_AROUND_LABELS)
    return label in LABELS or is_site_talk(folded) or folded.startswith(POINTERS)


def names_related(text: str) -> bool:
    """Tell whether a line is a label above links to other reports, and nothing else."""
    return fold_text(" ".join(text.split())).strip(_AROUND_LABELS) in RELATED


def is_advert(line: Line) -> bool:
    """Tell whether a line is the label of an advertisement, which may stand inside any report."""
    return line.kind in {"furniture", "repeated"} and line.folded.strip(_AROUND_LABELS) in ADVERTS


def names_who_or_when(text: str) -> bool:
    """Tell whether a line names an author or has a whole date, and more than that."""
    text = " ".join(text.split())  # no-break spaces stand in dates
    author = _BYLINE.match(text)
    return names_day(text) or (author is not None and are_names(" ".join(author[1].split()[:2])))


def _judge_line(text: str, folded: str, words: int, language: str | None, *, day: bool) -> Kind:
    """Return what one line, which may state a day, is, whatever stands around it."""
    if is_hold(folded):
        return "sentence"
    if is_site_talk(folded) or is_caption(text) or _is_for_others(text, folded):
        return "furniture"
    if _POST_SIGNED.match(text):
        return "sentence"
    if is_byline(text, words):
        return "byline"
    if day or (words <= _SHORT_WORDS and _names_who_and_when(text, language)):
        return "stamp"
    ended = ends_sentence(text)
    if words >= _UNENDED_PROSE_WORDS or (words >= PROSE_WORDS and (ended or text.endswith(":"))):
        return "prose"
    if short := _judge_short(text, _cut_address(folded).strip(_AROUND_LABELS), words):
        return short
    return "sentence" if ended and words > 1 else "title"


def _cut_address(folded: str) -> str:
    """Return a line without the address behind it, as plain text shows where a label leads."""
    label, _, address = folded.partition("http")
    return label.rstrip(" <([") if "://" in address[:4] and " " not in address else folded


def _is_for_others(text: str, folded: str) -> bool:
    """Tell whether a line leads readers elsewhere, or is not meant for them."""
    return folded.startswith(POINTERS) or is_for_newsrooms(text, folded)


def _judge_short(text: str, folded: str, words: int) -> Kind | None:
    """Return what a line that is no paragraph is, if its looks or words say so."""
    if len(text) > _LONGEST_SHORT:
        return None
    if folded in RELATED or names_contact(text, folded):
        return "related"
    if words < PROSE_WORDS and folded.startswith(RELATED_BEGINS):
        return "related"
    if ":" in folded and folded.partition(":")[0].rstrip() in TAGS and not ends_sentence(text):
        return "related"
    if _COUNT.match(text):
        return _judge_count(text, folded)
    if words == 0 or folded in LABELS or _ADDRESS_ONLY.match(text):
        return "furniture"
    if _is_stamp(text, words):
        return "stamp"
    if words <= _SHORT_WORDS and (opening := find_beginning(folded, OPENINGS)):
        return _judge_opening(text, folded, opening)
    if _is_menu(text, folded) or is_glued(text, words):
        return "furniture"
    return None


def _judge_opening(text: str, folded: str, opening: str) -> Kind:
    """Return what a line is that begins as the site's do: a sentence may tell something."""
    told = opening in TELLING and text.endswith(".") and not any(map(str.isdigit, text))
    retold = ends_sentence(text) and is_retold(folded, 0, 0)
    return "sentence" if told or retold else "furniture"


def _judge_count(text: str, folded: str) -> Kind:
    """Return what a line of a number and a word or two is: "21 November 2026", "12 shares"."""
    if names_long_ago(folded):
        return "title"
    return "stamp" if names_day(text) or names_ago(folded) else "furniture"


def is_byline(text: str, words: int) -> bool:
    """Tell whether a line names who wrote the report."""
    match = _BYLINE.match(text)
    dated = match is not None and names_time(match[1])
    if words > (_DATED_WORDS if dated else _SHORT_WORDS) or (not dated and ends_sentence(text)):
        return False
    if match is None:
        return bool(words <= PROSE_WORDS and _ROLE_LINE.search(text) and text.count(",") == 1)
    named = drop_credit(drop_time(match[1]) if dated else match[1])
    first = named.split(maxsplit=1)[0] if named.strip() else ""
    if _SMALL_BY.match(text) and len(named.split()) < _FULL_NAME:
        return False  # "da Roma" goes on a sentence
    return (first[:1].isupper() or first.casefold() in ROLES) and are_names(named)


def _is_stamp(text: str, words: int) -> bool:
    """Tell whether a line says no more than when, and perhaps who; or who, and for which agency.

    "Jane Doe, Reuters" may be "New York, Reuters" and is not taken for a byline.
    """
    text = " ".join(text.split())  # no-break spaces stand in dates
    name, _, agency = _BEFORE_AGENCY.sub("\n", text, count=1).partition("\n")
    if name_agency(agency) and len(name.split()) > 1 and are_names(name):
        return True
    if words > _SHORT_WORDS or not names_time(text) or ends_sentence(text):
        return False
    rest = drop_time(text)
    left = count_line_words(rest)
    if left <= 1 and sum(map(str.isalpha, rest)) <= 10:  # noqa: PLR2004 - a zone
        return True
    return left <= _NAME_WORDS and are_names(rest) and names_day(text)


def _names_who_and_when(text: str, language: str | None) -> bool:
    """Tell whether a line states a day, and nothing else but names.

    Letters without case show no names: there a few words beside a day and a time are taken for one.
    """
    if ends_sentence(text) and not _ENDS_TIME.search(text):
        return False
    words = list_unsaid(text, language)
    if words is None or count_line_words(" ".join(words)) > _NAME_WORDS:
        return False
    cased = [word for word in words if word[0].lower() != word[0].title()]
    return are_names(" ".join(cased)) and (len(cased) == len(words) or names_clock(text))


def _is_menu(text: str, folded: str) -> bool:
    """Tell a row of links by what parts them or by its words."""
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    if len(items) > 2 and all(len(item.split()) <= 4 for item in items):  # noqa: PLR2004
        return True
    if len(items) > 1 and _CRUMB.search(text) and not ends_sentence(text):
        return True
    words = split_words(folded)
    known = sum(word in MENU for word in words)
    return len(words) > 1 and known >= 0.6 * len(words) and known > 1
