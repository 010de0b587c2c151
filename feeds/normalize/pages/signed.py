"""Lines of a page that say who wrote its report and when, where it marks neither for programs.

They stand near its headline, or at the end of the box around both, as themes of blogs have it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from lxml import etree

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.leads import cut_lead
from feeds.normalize.days.stamps import states_day, tells_published
from feeds.normalize.furniture.lines import judge_lines
from feeds.normalize.furniture.no_names import HOUSES, PUBLICATIONS
from feeds.normalize.pasted.content import tells_sentence
from feeds.normalize.pasted.signed import split_byline, split_named
from feeds.text.characters import join_line
from feeds.text.markup import BLOCKS, element_to_text
from feeds.text.words import fold_text, split_words

_HEADINGS: Final = ("h1", "h2", "h3")
# Another report begins there.
_NEXT: Final = frozenset({*_HEADINGS, "article"})
_LONGEST: Final = 200
_MOST_LINES: Final = 12
_TITLE_WORDS: Final = 3
# So many elements stand between a day and the headline below it at most.
_BEFORE: Final = 5
_PAGE: Final = frozenset({"html", "body"})
_APART_TAGS: Final = frozenset({"nav", "aside", "form", "figure", "blockquote", "table"})
_APART: Final = re.compile(
    r"comment|respon[ds]|repl(?:y|ies)|related|recommend|sidebar|teaser|promo|recirc|widget"
    r"|popular|trending|carousel|caption|gallery|event|nav(?:igation)?\b|pagination|pager|copyright"
)
# At the end of a report only what is named so says who and when; a title may stand there, too.
_SIGNING: Final = re.compile(
    r"meta|footer|info|posted|submitted|byline|author|autor|date|datum|credit|published|signature"
)
# Where a program says in which part of the site it has put a report: folded.
_FILED: Final = re.compile(
    r"(?:this (?:entry|post|article) was (?:posted|published|written)|this entry is filed"
    r"|dieser (?:beitrag|eintrag|artikel) wurde|(?:cette entree|cet article) a ete"
    r"|est[ae] (?:entrada|post|articulo|artigo) (?:fue|foi)|quest[oa] (?:articolo|voce) e stat[oa]"
    r"|dit bericht werd|ten wpis został|запись опубликована)\b"
)
_BY: Final = re.compile(
    r"\b(?:by|von|par|por|da|door|przez|автором)\s+((?:[^\W\d_a-zà-ÿ][\w.'’-]*\s?){2,4})"
)
_LOOSE: Final = frozenset({"small", "span", "em", "i", "b", "strong", "time"})
# "Submitted by Jane Doe", as Drupal says it.
_SUBMITTED: Final = re.compile(
    r"(?:submitted|created|written|authored|gespeichert|eingereicht|geschrieben|soumis|écrit|enviado"
    r"|escrito|inviato|scritto|pubblicato|ingediend|geschreven)\s(?:by|von|par|por|da|door)\s(?=\S)",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(
    r",?\s(?:at|um|à|a las|alle|às|om|kl\.?)\s\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\suhr)?$",
    re.IGNORECASE,
)
# Before a day it ends a name; with a capital letter it may be a part of that.
_ON: Final = re.compile(r"(?:on|am|le|el|il|op|em)\s|[|·•]")
_SIGNS: Final = " |·•"
# In the name of a company, and of nobody.
_COMPANIES: Final = frozenset(
    split_words(
        "gmbh mbh ag kg inc ltd llc corp corporation plc limited company srl sarl bv nv oy media"
        " medien publishing publishers publications verlag verlage verlagsgesellschaft editions"
        " ediciones edizioni editrice editora uitgeverij uitgevers forlag forlaget wydawnictwo"
        " издательство ооо видавництво"
    )
)
_HOUSES: Final = _COMPANIES | HOUSES | PUBLICATIONS | {"house", "haus", "maison", "casa"}
# Before whoever made the site, or the book, and who is seldom the author; folded.
_ISSUED: Final = re.compile(
    r"(?:published|veroffentlicht|herausgegeben|publie|publicado|pubblicato|gepubliceerd|uitgegeven"
    r"|edite) (?:by|von|par|por|da|door)\b"
)
_ISSUER_WORDS: Final = 2
_BEFORE_NAME: Final = re.compile(r"\s(?:by|von|par|por|da|door|przez|автором)$")
_DAY_WORDS: Final = range(1, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who and when, as lines say.

    Attributes:
        bylines: Names, perhaps with "By" before them.
        days: Days, perhaps with what happened on them.
    """

    bylines: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


def find_signed(
    root: "etree._Element", body: "etree._Element", known: Iterable[str], language: str | None
) -> Signed:
    """Return who wrote the report of a page and when, as its own lines say.

    Near the headline a line that states nothing but a day counts, too; at the end only one that
    says who, or that it was published then. Nothing is taken from comments, other reports, captions
    or what stands in no box with the report.

    Args:
        root: Of the page.
        body: The element with the report in it.
        known: Its headline among others.
        language: BCP 47 tag, if it is stated.
    """
    elements = list(root.iter())
    places = {element: place for place, element in enumerate(elements)}
    told = list(body.iter("p", "li", "blockquote"))
    first = next(filter(_is_prose, told), None)
    last = next(filter(_is_prose, reversed(told)), None)
    opening = 0 if first is None else places[first]
    heading = _find_heading(elements[:opening], known)
    if heading is None or last is None:
        return Signed()
    box = _find_box(heading, body)
    start = places[heading] + 1
    around = set(heading.iterancestors())
    near = [it for it in elements[max(0, start - _BEFORE) : start - 1] if it.getparent() in around]
    before = _list_lines(near, box, near=heading)
    above = [*before[-1:], *_list_lines(elements[start:opening], box, near=heading)]
    top = _read_lines(above, language, bare=True)
    if box is None or (top.bylines and top.days):
        return top
    ending = places[last] + sum(1 for _ in last.iter())
    behind = takewhile(lambda it: it.tag not in _NEXT, elements[ending:])
    lines = _list_lines(list(behind), box, near=None)
    end = _read_lines(lines, language, bare=False)
    return Signed(bylines=top.bylines or end.bylines, days=top.days or end.days)


def _is_prose(element: "etree._Element") -> bool:
    """Tell whether an element is a paragraph of the report."""
    text = join_line(element_to_text(element))
    return tells_sentence(text) and not _FILED.match(fold_text(text)) and not _is_apart(element)


def _find_heading(
    elements: "Sequence[etree._Element]", known: Iterable[str]
) -> "etree._Element | None":
    """Return the last heading above the report that says the headline, or how it begins."""
    titles = [fold_text(join_line(text)) for text in known if text]
    for element in reversed(elements):
        if element.tag not in _HEADINGS or _is_apart(element):
            continue
        text = fold_text(join_line(element_to_text(element)))
        if text in titles[:2]:
            return element
        if len(text.split()) >= _TITLE_WORDS and any(it.startswith(text) for it in titles):
            return element
    return None


def _find_box(heading: "etree._Element", body: "etree._Element") -> "etree._Element | None":
    """Return the box around headline and report; None if that is the whole page."""
    around = {body, *body.iterancestors()}
    box = next((it for it in heading.iterancestors() if it in around), None)
    return None if box is None or box.tag in _PAGE else box


def _list_lines(
    elements: "Sequence[etree._Element]",
    box: "etree._Element | None",
    near: "etree._Element | None",
) -> "list[etree._Element]":
    """Return the blocks with no other block inside, and what stands loose between blocks.

    Args:
        elements: In order.
        box: Around headline and report; None if that is the whole page.
        near: The headline, near which they stand; None at the end of the report, where they stand
            in the box, and their names say what they are.
    """
    inside = set() if near is None else set(near.iter())
    lines: list[etree._Element] = []
    for element in elements:
        if element in inside or not _is_line(element) or _is_apart(element):
            continue
        around = set(element.iterancestors())
        if near is None and not (box in around and _is_signing(element, box)):
            continue
        if 0 < len(join_line(element_to_text(element))) <= _LONGEST:
            lines.append(element)
    return lines[:_MOST_LINES]


def _is_line(element: "etree._Element") -> bool:
    """Tell whether an element is a block without others, or stands loose beside blocks."""
    if next(element.iterdescendants(*BLOCKS), None) is not None:
        return False
    if element.tag in BLOCKS:
        return True
    around = element.getparent()
    return element.tag in _LOOSE and around is not None and any(it.tag in BLOCKS for it in around)


def _is_signing(element: "etree._Element", box: "etree._Element | None") -> bool:
    """Tell whether an element, or one around it inside a box, is named as what says who or when."""
    around = takewhile(lambda it: it is not box, (element, *element.iterancestors()))
    return any(it.tag == "footer" or _SIGNING.search(_name(it)) for it in around)


def _is_apart(element: "etree._Element") -> bool:
    """Tell whether an element stands in a menu, a comment, a caption or a list of other reports."""
    return any(
        it.tag in _APART_TAGS or _APART.search(_name(it))
        for it in (element, *element.iterancestors())
        if it.tag not in _PAGE
    )


def _name(element: "etree._Element") -> str:
    """Return class and id of an element."""
    return f"{element.get('class', '')} {element.get('id', '')}".lower()


def _read_lines(
    elements: "Sequence[etree._Element]", language: str | None, *, bare: bool
) -> Signed:
    """Return who and when in lines.

    Args:
        elements: The lines.
        language: BCP 47 tag, if it is stated.
        bare: Whether a line that states nothing but a day says when.
    """
    found: list[tuple[str, str]] = []
    for element in elements:
        read = _read_line(join_line(element_to_text(element)), language, bare=bare)
        found.append(read if any(read) else _read_line(_part(element), language, bare=bare))
    bylines = (who for who, _ in found if who)
    days = (when for _, when in found if when)
    return Signed(bylines=tuple(bylines)[:1], days=tuple(dict.fromkeys(days)))


def _part(element: "etree._Element") -> str:
    """Return the words of an element, those of its own elements parted by a sign."""
    texts = (element.text, *(text for it in element for text in (element_to_text(it), it.tail)))
    return " | ".join(filter(None, map(join_line, filter(None, texts))))


def _read_line(text: str, language: str | None, *, bare: bool) -> tuple[str, str]:
    """Return who and when a line says; empty where it does not."""
    text = _SUBMITTED.sub("By ", text, count=1) if _SUBMITTED.match(text) else text
    (line,) = judge_lines((text,), language)
    if _FILED.match(line.folded):
        return _read_filed(text, language)
    signed = split_byline(line, language) if line.kind in {"byline", "stamp"} else None
    signed = signed or split_named(text, language)
    if signed is not None:
        who, when = signed
        who = (who.removesuffix(when) if _ON.match(when) else who).rstrip()
        return _keep_people(who, when.lstrip(_SIGNS), bare=bare)
    if line.kind == "byline":
        return _keep_people(_HOUR.sub("", text), "", bare=bare)
    return "", text if line.day and (bare or tells_published(text)) else ""


def _keep_people(who: str, when: str, *, bare: bool) -> tuple[str, str]:
    """Return who and when; nobody where that is a company.

    At the end of a report a line that names a house is an imprint: its day is that of the site.
    """
    name = cut_lead(who)
    words = split_words(name)
    if name_agency(name.strip(" ,")):
        return who, when
    if bare:
        return ("" if not _COMPANIES.isdisjoint(words) else who), when
    alone = _ISSUED.match(fold_text(who)) is not None and len(words) < _ISSUER_WORDS
    return ("", "") if alone or not _HOUSES.isdisjoint(words) else (who, when)


def _read_filed(text: str, language: str | None) -> tuple[str, str]:
    """Return who and when a sentence says that tells where a report was filed."""
    words = text.replace("(", " ").replace(")", " ").split()
    spans = (
        " ".join(words[start : start + count]).strip(",.")
        for start in range(len(words))
        for count in reversed(_DAY_WORDS)
    )
    day = next((it for it in spans if it and states_day(it, language)), "")
    named = _BY.search(text)
    return (named[1].strip(" .") if named else ""), _BEFORE_NAME.sub("", day)
