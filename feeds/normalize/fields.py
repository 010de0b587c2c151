"""Small fields of a story: addresses, labels, language, and who is credited."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Final
from urllib.parse import urlsplit

from feeds.model import Document, Entry, Inference, RawMedia, RawPerson, Source, Stamp, Story
from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.byline import FoundByline, read_byline
from feeds.normalize.credits.credited import read_credit_line
from feeds.normalize.credits.dateline import FoundDateline, find_dateline
from feeds.normalize.days.dates import ReadDate, read_date
from feeds.normalize.days.stamps import (
    names_clock,
    pair_published,
    says_when,
    split_update,
    tells_published,
)
from feeds.normalize.furniture.interviewers import names_either, read_interviewers
from feeds.normalize.furniture.lines import BULLET
from feeds.normalize.senders import is_personal, split_sender
from feeds.normalize.texts import ReadTexts
from feeds.text.characters import cut_text
from feeds.text.language import detect_language, read_language
from feeds.text.markup import plain_line
from feeds.text.scripts import is_latin
from feeds.text.urls import canonicalize_url, clean_url, names_page
from feeds.text.words import fold_text
from feeds.text.zones import FARTHEST

_MAX_CATEGORIES: Final = 100
_MAX_LABEL: Final = 200
_OPENING_PARAGRAPHS: Final = 2
# A list on top may have a title; one paragraph with a dash may begin with a dateline.
_TOP: Final = 2
_FEWEST_POINTS: Final = 2
_DAY: Final = timedelta(days=1)
# A day before the web is what a report tells of.
_EARLIEST: Final = 1990
# Fewer words may be names: of clubs and their players, of a film and who made it.
_FEWEST_FOREIGN: Final = 20
# The detector takes Scots, Pidgin and Krio for English, and English for them.
_ENGLISH: Final = frozenset({"en", "sco", "pcm", "kri"})

_NUMBER_OF_RECORD: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_GLUED: Final = re.compile(r"(?<!\d),(?=[^\s\d])")


def read_url(entry: Entry, base: str) -> str | None:
    """Return where people read an entry; whether a guid is an address was decided by ``parse/``."""
    links = (link.href for link in entry.links if link.rel in {"", "alternate"})
    return next(filter(None, (clean_url(href, base) for href in links)), None)


def read_canonical(entry: Entry, url: str | None, base: str) -> str | None:
    """Return the address for comparing: what the page calls itself, unless that is no page."""
    stated = clean_url(entry.canonical, url or base) if entry.canonical else None
    address = stated if stated and names_page(stated) else url
    return canonicalize_url(address) if address else None


def list_enclosures(entry: Entry) -> tuple[RawMedia, ...]:
    """Return enclosures that stand only among the links."""
    return tuple(
        RawMedia(url=link.href, type=link.type, length=link.length, title=link.title)
        for link in entry.links
        if link.rel == "enclosure"
    )


def plain_label(words: str) -> str:
    """Return a label on one line, of a decent length."""
    return cut_text(plain_line(words[: 20 * _MAX_LABEL], markup=False), _MAX_LABEL)


def read_categories(stated: Iterable[str]) -> tuple[str, ...]:
    """Return the publisher's labels, each once, whatever its case; record numbers are none."""
    found: dict[str, str] = {}
    for label in map(plain_label, stated):
        if label and len(found) < _MAX_CATEGORIES and not _NUMBER_OF_RECORD.fullmatch(label):
            found.setdefault(fold_text(label), label)
    return tuple(found.values())


def split_section(stated: str) -> tuple[str, ...]:
    """Return the part of the publication, and labels that a program wrote behind it.

    ``news,world,slider`` are three; ``Life, Arts & Culture`` is one.
    """
    return tuple(filter(None, map(plain_label, _GLUED.split(stated)))) or ("",)


def name_letter(entry: Entry, document: Document) -> str:
    """Return the name of the newsletter that sent an e-mail, if it was not a person alone."""
    senders = entry.authors if document.form == "email" else ()
    return next(filter(None, (plain_label(_name_letter(it, entry)) for it in senders)), "")


def _name_letter(sender: RawPerson, entry: Entry) -> str:
    """Return the newsletter in the name of a sender; what went to many is one in doubt."""
    if entry.sent_to_many and (letter := split_sender(sender)[1]):
        return letter
    return "" if is_personal(sender, sent_to_many=entry.sent_to_many) else sender.name


def _list_authors(entry: Entry) -> list[RawPerson]:
    """Return who is named as author; of what went to many the newsletter is none of them."""
    if not entry.sent_to_many:
        return list(entry.authors)
    named = ((it, split_sender(it)[0], _name_letter(it, entry)) for it in entry.authors)
    return [
        replace(it, name=person) if person else it
        for it, person, letter in named
        if person or not letter or name_agency(letter)
    ]


def read_people(entry: Entry, texts: ReadTexts, document: Document, source: Source) -> FoundByline:
    """Return the people of the byline, and agencies among them or in lines of credits."""
    letter = name_letter(entry, document)
    publications = (document.title, source.title or "", entry.source_title, letter)
    credits_of = {line: read_credit_line(line) for line in texts.bylines}
    own = (line for line, credited in credits_of.items() if not credited)
    lines = (_name_line(line) for line in own if not names_either(line))
    named = ((it, read_interviewers(it.name)) for it in (*_list_authors(entry), *lines))
    persons = [replace(it, name=who) if who else it for it, who in named]
    found = read_byline(persons, publications, _list_hosts(entry, document, source))
    dated = _read_dated(texts.stamps, publications)
    agencies = (*found.agencies, *(name for names in credits_of.values() for name in names))
    return FoundByline(
        people=found.people or dated.people,
        agencies=tuple(dict.fromkeys((*agencies, *dated.agencies))),
    )


def credit_makers(texts: ReadTexts, publications: Iterable[str]) -> FoundByline:
    """Return the people and agencies that reported, as a line of credits below the text says."""
    return read_byline(map(_name_line, texts.makers), publications)


def _read_dated(stamps: Iterable[str], publications: Iterable[str]) -> FoundByline:
    """Return agencies in lines that say when, and several people named with one.

    "Jane Doe, Reuters" alone may be "New York, Reuters".
    """
    found = [read_byline([_name_line(line)], publications) for line in stamps]
    named = [line.people for line in found if line.agencies and len(line.people) > 1]
    people = (name for names in named if all(" " in name for name in names) for name in names)
    agencies = (name for line in found for name in line.agencies)
    return FoundByline(people=tuple(dict.fromkeys(people)), agencies=tuple(agencies))


def _list_hosts(entry: Entry, document: Document, source: Source) -> list[str]:
    """Return the hosts at which an entry, its document and its source are found."""
    links = (link.href for link in entry.links if link.rel in {"", "alternate"})
    addresses = (entry.canonical, *links, document.link, source.url or "")
    cleaned = (clean_url(address) for address in addresses)
    return [urlsplit(address).hostname or "" for address in cleaned if address]


def open_with(texts: ReadTexts) -> FoundDateline | None:
    """Return the dateline that the body, or else the standfirst, begins with."""
    paragraphs = _drop_points(texts.body_text.split("\n\n"))[:_OPENING_PARAGRAPHS]
    found = (find_dateline(part) for part in (*paragraphs, texts.standfirst))
    return next((dateline for dateline in found if dateline), None)


def _drop_points(paragraphs: list[str]) -> list[str]:
    """Return paragraphs without the list on top, in which the report is told in short."""
    marked = [it for it, part in enumerate(paragraphs[:_TOP]) if BULLET.match(part)]
    start = marked[0] if marked else 0
    end = start + sum(1 for _ in takewhile(BULLET.match, paragraphs[start:]))
    return paragraphs[end:] if end - start >= _FEWEST_POINTS else paragraphs


def list_credits(entry: Entry) -> tuple[str, ...]:
    """Return the agencies credited in a field of its own; unknown ones under the name stated."""
    return tuple(name_agency(name) or plain_label(name) for name in entry.agencies if name.strip())


def read_published(
    entry: Entry, texts: ReadTexts, seen: datetime, language: str | None
) -> ReadDate:
    """Return when they say it was published.

    That may be a day beside the one on which it was changed. A day alone that is yet to come is
    that of an event.
    """
    if entry.published:
        return read_date(entry.published, "published", seen, language)
    said = [split_update(line)[0] for line in texts.dates if tells_published(line)]
    bare = [line if not says_when(line) else pair_published(line, language) for line in texts.dates]
    lines = filter(None, said or bare)
    dates = [_read_line(line, "published", seen, language) for line in lines]
    chosen = _choose_date(dates)
    if chosen.date is None or said:
        return chosen
    # Where UTC is taken for a zone that is not stated, the day may have begun earlier.
    likely = chosen.date.year >= _EARLIEST and chosen.date <= seen + FARTHEST
    return chosen if likely else ReadDate()


def _choose_date(dates: Iterable[ReadDate]) -> ReadDate:
    """Return the date in lines that state one day, the first with a time; of two days none."""
    known = {read.date: read for read in dates if read.date}
    timed = sorted(date for date, read in known.items() if names_clock(read.raw))
    days = sorted(known.keys() - set(timed))
    if len(days) > 1 or (timed and timed[-1] - timed[0] >= _DAY):
        return ReadDate()
    if days and timed and not -FARTHEST <= timed[0] - days[0] < _DAY + FARTHEST:
        return ReadDate()
    return known[(timed or days)[0]] if known else ReadDate()


def read_updated(entry: Entry, texts: ReadTexts, seen: datetime, language: str | None) -> ReadDate:
    """Return when they say it was changed."""
    if entry.updated:
        return read_date(entry.updated, "updated", seen, language)
    lines = (split_update(line)[1] for line in texts.dates)
    return _read_line(next(filter(None, lines), ""), "updated", seen, language)


def state_language(entry: Entry, document: Document) -> str | None:
    """Return the language stated nearest to the text."""
    texts = (entry.title, *entry.texts)
    stated = (entry.language, *(it.language for it in texts if it), document.language)
    return next(filter(None, map(read_language, stated)), None)


def read_story_language(
    stated: str | None, source: Source, story: Story
) -> tuple[str | None, tuple[Inference, ...]]:
    """Return the language stated nearest to the text, else the one detected in it.

    Software states English where nobody chose a language: that holds as far as the text agrees.

    Args:
        stated: With the text.
        source: For which one may be configured.
        story: Its words, counted.
    """
    text = f"{story.headline}\n{story.standfirst}\n{story.body_text}"
    if stated and (not _is_english(stated) or _may_be_english(text, story.word_count)):
        return stated, ()
    if assumed := read_language(source.language):
        return assumed, (Inference(field="language", origin="assumed for the source"),)
    detected = detect_language(text)
    inferred = (Inference(field="language", origin="detected from the text"),) if detected else ()
    return detected, inferred


def _may_be_english(text: str, words: int) -> bool:
    """Tell whether a text of so many words is not in other letters, nor surely another language."""
    if not is_latin(text):
        return False
    if words < _FEWEST_FOREIGN:
        return True
    detected = detect_language(text)
    return detected is None or _is_english(detected)


def _is_english(tag: str) -> bool:
    """Tell whether a tag is that of English; Scots and pidgins of it are taken for each other."""
    return tag.partition("-")[0] in _ENGLISH


def _name_line(line: str) -> RawPerson:
    """Return a line as if it were an author."""
    return RawPerson(name=line)


def _read_line(line: str, field: str, seen: datetime, language: str | None) -> ReadDate:
    """Return the date in a line around the report; one that cannot be read was never a date."""
    read = read_date(Stamp(raw=line), field, seen, language)
    if read.date is None:
        return ReadDate()
    found = Inference(field=field, origin="found in the text")
    return ReadDate(date=read.date, raw=read.raw, inferred=(found, *read.inferred))
