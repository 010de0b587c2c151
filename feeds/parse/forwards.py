"""What an e-mail that was sent on says of the one that came first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from feeds.model import RawPerson
from feeds.parse.mail_words import (
    ANSWERED,
    DATE,
    MARKED,
    MARKED_PLAIN,
    OTHER,
    SENDER,
    SENT_ON,
    SEPARATOR,
    SUBJECT,
    TICKETS,
    TO,
)
from feeds.text.characters import join_line
from feeds.text.words import count_words as count_text_words

# "Fwd: Re: Port strike ends".
_PREFIX: Final = re.compile(rf"\s*(?:(?P<sent_on>{SENT_ON})|{ANSWERED})\s*[:：]", re.IGNORECASE)
_MARK: Final = re.compile(
    rf"\s*(?:[\[{{(]\s*(?:{MARKED})\s*[?!:]?\s*[\]}})]|\*{{2,}}\s*(?:{MARKED})\s*[?!]?\s*\*{{2,}}"
    rf"|(?-i:(?:{MARKED_PLAIN})[:：])|\[(?:{TICKETS}[:#\s]{{1,3}}|#)[\w-]*\d[\w-]*\])[\s:]*",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"\s*\[(?P<tag>[^\[\]]{2,60})\]\s*")
_NO_WORD: Final = re.compile(r"[\W_]+")
_DATE: Final = re.compile(
    rf"^[>\s*]*(?:{DATE})\s?\*?:\*?\s?(?P<date>[^\n]{{6,80}})$", re.IGNORECASE | re.MULTILINE
)
_FIELD: Final = re.compile(
    rf"\**(?:(?P<sender>{SENDER})|(?P<date>{DATE})|(?P<subject>{SUBJECT})|(?P<to>{TO})"
    rf"|(?P<other>{OTHER}))\s?\**[:：]\**\s?(?P<value>.*)",
    re.IGNORECASE,
)
# In a language that nobody knows here.
_UNKNOWN: Final = re.compile(r"\**[^\W\d_][^:：<>@]{0,29}[:：](?!//)\**\s?(?P<value>.*\S.*)")
_STATED: Final = ("sender", "date", "subject", "to")
_LEAST_STATED: Final = 3
_LEAST_SEPARATED: Final = 2
# Above the header stands what nobody writes: it was sent on, then, whatever the subject.
_SEPARATOR: Final = re.compile(
    r"(?:[-_=]{2,}\s*|(?:begin|anfang|début|inicio|início|inizio)\b[\w\s]{0,9}\s)"
    rf"(?:{SEPARATOR})|[\w\s]{{0,30}}?(?:{SEPARATOR})[\w\s]{{0,15}}[:：]$",
    re.IGNORECASE,
)
_DIRECTION: Final = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_QUOTED: Final = re.compile(r"(?:\s*>)*\s*")
_ADDRESS: Final = re.compile(r"[<\[(]\s*(?:mailto:)?\s*(?P<email>[^\s<>\[\]()]+@[^\s<>\[\]()]+)")
_FOLDED: Final = re.compile(r"<|.*<\S+@\S+>[,;]?$")
# The header of the first message stands on top.
_TOP: Final = 2_000
_MOST_ABOVE: Final = 2_000
_MOST_LINES: Final = 40
_LONGEST: Final = 1_000
# A subject is broken into so many lines more.
_MOST_BROKEN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """The header of a message that was sent on, as it stands above its text.

    Attributes:
        start: How many lines stand above the header.
        end: How many stand above the text of the message, the header among them.
        quoted: By how many signs ``>`` each line of the message is set off.
        sender: Empty if it is not stated, like all that follows.
        date: When it was sent.
        subject: With what mail programs put before it.
    """

    start: int
    end: int
    quoted: int = 0
    sender: str = ""
    date: str = ""
    subject: str = ""


def cut_prefixes(subject: str, list_id: str = "") -> tuple[str, bool]:
    """Return a subject without what mail programs put before it, and whether it was sent on.

    So do gateways (``[EXTERNAL]``), and lists their name (``[Orme-Press]``).

    Args:
        subject: On one line; of nothing but prefixes it stays as it is.
        list_id: By what the list is known to which it went (RFC 2919).
    """
    rest, sent_on = subject, False
    while found := _PREFIX.match(rest) or _MARK.match(rest) or _match_tag(rest, list_id):
        sent_on = sent_on or found.groupdict().get("sent_on") is not None
        rest = rest[found.end() :]
    return rest.strip() or subject, sent_on


def _match_tag(subject: str, list_id: str) -> re.Match[str] | None:
    """Return the name of a list before a subject: as people or programs have it, and whole.

    "[Video]" before what the list "videonews" sent is the writer's.
    """
    found = _TAG.match(subject) if list_id else None
    phrase, _, rest = list_id.rpartition("<")
    names = {_join_name(phrase), _join_name(rest.partition(".")[0])}
    return found if found and _join_name(found["tag"]) in names - {""} else None


def _join_name(name: str) -> str:
    """Return the letters and digits of a name, for comparing."""
    return _NO_WORD.sub("", name).casefold()


def find_first_date(text: str) -> str:
    """Return when the first message was sent, as its header says on top of a text; empty if not."""
    found = _DATE.search(normalize("NFC", text[:_TOP]))
    return found["date"].strip(" *\r") if found else ""


def find_forward(lines: Sequence[str], subject: str, *, sent_on: bool) -> Forward | None:
    """Return the header of the message that came first, or None where there is doubt.

    Where the message in it was itself sent on, it is the header of that.

    Args:
        lines: Of the whole text, in order.
        subject: Of the message that holds it, without prefixes.
        sent_on: Whether the subject says that it was sent on; else a line above the header must,
            and more words must stand below it than above.
    """
    found = _find_header(lines, 0, subject, sent_on=sent_on)
    if found and not sent_on and _has_more_above(lines, found):
        return None
    while found:
        inner, again = cut_prefixes(found.subject)
        deeper = _find_header(lines, found.end, inner, sent_on=True) if again else None
        if deeper is None:
            break
        found = deeper
    return found


def is_answer(subject: str) -> bool:
    """Tell whether a subject says that a message answers another: "Re: Port strike ends"."""
    found = _PREFIX.match(subject)
    return found is not None and found["sent_on"] is None


def find_header(lines: Sequence[str], subject: str) -> Forward | None:
    """Return the first header of a message in a text, whatever stands above it.

    Args:
        lines: Of the whole text, in order.
        subject: Of the message that holds it, without prefixes.
    """
    return _find_header(lines, 0, subject, sent_on=True)


def is_quoted(line: str) -> bool:
    """Tell whether a line is set off by signs ``>``."""
    return _count_quotes(line) > 0


def count_words(lines: Sequence[str]) -> int:
    """Return how many words lines have; where no spaces part them, two signs are taken for one."""
    return sum(map(count_text_words, lines))


def read_sender(stated: str) -> tuple[RawPerson, ...]:
    """Return who a message was from, as the header in the text says: with the address or without.

    Args:
        stated: ``Vera Bell <vera@harlow.example>``, ``Vera Bell [mailto:vera@harlow.example]``.
    """
    address = _ADDRESS.search(stated)
    name = (stated[: address.start()] if address else stated).strip(" *\"'")
    if address is None and "@" in name:
        return (RawPerson(email=name),)
    person = RawPerson(name=name, email=address["email"] if address else "")
    return (person,) if person != RawPerson() else ()


def strip_quotes(lines: Sequence[str], quoted: int) -> list[str]:
    """Return the lines of a message without the signs ``>`` that set them off.

    What stands below the last of them, apart, is not of the message.
    """
    if not quoted:
        return list(lines)
    mark = re.compile(rf"(?:\s*>){{1,{quoted}}} ?")
    last = max((it for it, line in enumerate(lines) if mark.match(line)), default=-1)
    apart = (it for it in range(last + 1, len(lines)) if not lines[it].strip())
    end = next(apart, len(lines))
    return [mark.sub("", line, count=1) if mark.match(line) else line for line in lines[:end]]


def _count_quotes(line: str) -> int:
    """Return by how many signs ``>`` a line is set off."""
    found = _QUOTED.match(line)
    return found[0].count(">") if found else 0


def _find_header(
    lines: Sequence[str], start: int, subject: str, *, sent_on: bool
) -> Forward | None:
    """Return the first header behind a line that is one for sure."""
    above, separated = 0, False
    for place in range(start, min(start + _MOST_ABOVE, len(lines))):
        line = _strip_line(lines[place])
        if _FIELD.match(line) or (separated and _UNKNOWN.match(line)):
            found, stated = _read_header(lines, place, subject, separated=separated)
            on_top = above < _TOP or _fold(found.subject) == _fold(subject)
            if separated and stated >= _LEAST_SEPARATED:
                return found
            if found.sender and stated >= _LEAST_STATED and sent_on and on_top:
                return found
        if line:
            separated = _SEPARATOR.match(line) is not None
        above += len(lines[place])
    return None


def _read_header(
    lines: Sequence[str], place: int, subject: str, *, separated: bool
) -> tuple[Forward, int]:
    """Return the header that begins at a line, and how much of what counts it states.

    Below a line that separates, lines in unknown languages are of it too, and count where one
    names an address.
    """
    held: dict[str, str] = {}
    unknown: list[str] = []
    end, before = place, ""
    for at in range(place, min(place + _MOST_LINES, len(lines))):
        line = _strip_line(lines[at])
        found = _FIELD.match(line)
        kind = _name_field(found) if found else ""
        strange = (
            None if found or not separated or len(held) >= len(_STATED) else _UNKNOWN.match(line)
        )
        if not line or (kind in held and kind != "other"):
            break
        if found:
            rest = _list_broken(lines, at, found["value"], subject) if kind == "subject" else []
            held[kind] = " ".join((found["value"].strip(" *"), *rest))
            end = at + 1 + len(rest)
        elif strange:
            unknown.append(strange["value"].strip(" *"))
            end = at + 1
        elif end == at and (before.endswith((",", ";")) or _FOLDED.match(line)):
            end = at + 1
        elif end < at:
            break
        before = line
    header = Forward(
        start=place,
        end=end,
        quoted=_count_quotes(lines[place]),
        sender=held.get("sender") or _guess_sender(unknown, held),
        date=held.get("date", ""),
        subject=held.get("subject", ""),
    )
    addressed = any(map(_ADDRESS.search, (*held.values(), *unknown)))
    counted = sum(kind in held for kind in _STATED)
    return header, counted + (len(unknown) if addressed else 0)


def _guess_sender(unknown: Sequence[str], held: Mapping[str, str]) -> str:
    """Return who sent, where names of lines are unknown: the first of two who have an address.

    One alone may be whom the message went to.
    """
    named = [value for value in unknown if _ADDRESS.search(value)]
    return named[0] if len(named) + ("to" in held) > 1 and named else ""


def _list_broken(lines: Sequence[str], at: int, value: str, subject: str) -> list[str]:
    """Return the lines on which a subject goes on that was broken where the width ended.

    They make it the subject of the message around it; others may be the message already.

    Args:
        lines: Of the whole text.
        at: Where the subject begins.
        value: How it begins.
        subject: Of the message around it.
    """
    rest: list[str] = []
    if _fold(value) == _fold(subject):
        return rest
    for following in lines[at + 1 : at + 1 + _MOST_BROKEN]:
        line = _strip_line(following)
        if not line or _FIELD.match(line):
            return []
        rest.append(line)
        if _fold(" ".join((value, *rest))) == _fold(subject):
            return rest
    return []


def _name_field(found: re.Match[str]) -> str:
    """Return which line of a header it is."""
    return next(kind for kind in (*_STATED, "other") if found[kind])


def _strip_line(line: str) -> str:
    """Return a line without signs of quoting, as far as a header can reach.

    Accents are in one piece with their letters (Unicode NFC), as the words of a header are here;
    marks that say in which direction to read are left out.
    """
    plain = _DIRECTION.sub("", line[:_LONGEST])
    return normalize("NFC", join_line(_QUOTED.sub("", plain, count=1)))


def _fold(subject: str) -> str:
    """Return a subject for comparing."""
    return cut_prefixes(join_line(subject))[0].casefold()


def _has_more_above(lines: Sequence[str], header: Forward) -> bool:
    """Tell whether more words stand above a header than below it."""
    return count_words(lines[: header.start]) > count_words(lines[header.end :])
