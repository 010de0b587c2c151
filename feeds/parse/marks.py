"""What a page says of itself in its own marks: headings, microdata, links to authors, classes.

For pages that say it neither in JSON-LD nor in ``meta`` elements
(https://html.spec.whatwg.org/multipage/microdata.html, and the habits of publishers).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, dropwhile, islice
from typing import Final, TypeAlias

from lxml import html

from feeds.model import Stamp
from feeds.parse.dates import read_stamp
from feeds.parse.values import as_text, only_once
from feeds.text.characters import join_line
from feeds.text.scripts import UNSPACED
from feeds.text.words import split_words

_LONGEST_NAME: Final = 80
_LONGEST_DATE: Final = 60
_FEWEST_WORDS: Final = 3
_LONGEST_HEADING: Final = 300
_LONGEST_SITE: Final = 4
# As many signs of scripts that part no words are a few words.
_UNSPACED: Final = re.compile(f"[{UNSPACED}]{{5}}")
_SITE_BEHIND: Final = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")
_SHORT: Final = 3
_MOST_AUTHORS: Final = 6
# A box around a date and a heading stands so near around the date.
_MOST_AROUND: Final = 4
# A date that stands in running text is one of the report's.
_RUNNING_WORDS: Final = 20

_AUTHOR_CLASS: Final = re.compile(
    r"(?:(?:(?:post|meta|article|entry|story|content)[-_]{1,2})?author"
    r"|(?:[a-z]{1,20}[-_]{1,2}){0,3}byline)s?(?:[-_]{0,2}(?:name|link|txt|text|inner))?"
)
_DATE_CLASS: Final = re.compile(
    r"(?:[a-z]{1,20}[-_]{1,2}){0,4}(?:publish(?:ed)?|publication|pub|post(?:ed)?|story|entry|article)?"
    r"[-_]{0,2}date",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"\b\d{1,2}\b.*\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.*\b\d{1,2}\b")
# What their classes say is how the page looks: "with-sidebar".
_WHOLE_PAGE: Final = frozenset({"html", "body"})
_LINES: Final = frozenset({"div", "p", "li"})
_APART_TAGS: Final = frozenset({"nav", "aside", "footer", "form"})
_APART: Final = re.compile(
    r"\b(?:comments?|related|recommended|sidebar|teasers?|promo|recirc|widget|footer|popular|"
    r"trending|carousel)\b"
)
_NOT_PUBLISHED: Final = re.compile(r"updated?|modified|expir|event|issue|comment|copyright|footer")
_DATE_LABEL: Final = re.compile(
    r"^(?:first )?(?:published|posted|publié|veröffentlicht|publicado|pubblicato)(?: on| le| am)?\b"
    r"\s*:?\s*",
    re.IGNORECASE,
)

_AUTHOR_MARKS: Final[tuple[Callable[[html.HtmlElement], bool], ...]] = (
    lambda it: "author" in it.get("rel", "").lower().split(),
    lambda it: "author" in it.get("itemprop", "").split(),
    lambda it: any(_AUTHOR_CLASS.fullmatch(name) for name in it.get("class", "").split()),
)
# "Jane van Dyk", "Local news", "Arts and culture": a heading so short may name an author or a part
# of the site.
_SECTION_WORDS: Final = 2
_NAME_WORDS: Final = 4
_MOST_NAMES: Final = 3
_NAME_PARTS: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_JOINED: Final = re.compile(r"\S+ (?:&|and|und|et|y|e|en|og|och|i|и|та) \S+")
_UNDER_FIRST: Final = ("h2", "h3", "h4")
# What announces another report says less.
_REPORT_WORDS: Final = 60
# What is known of boxes: whether they are headed by a link to another report.
_Boxes: TypeAlias = "dict[html.HtmlElement, bool | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """By what the headings of a page are known as its own.

    Attributes:
        titles: What its head states.
        addresses: Where it is, as its head states.
        heading: That with its text below, though it is a link; None if another one heads it.
    """

    titles: str
    addresses: tuple[str, ...]
    heading: html.HtmlElement | None


def find_authors(tree: html.HtmlElement) -> tuple[str, ...]:
    """Return the names that a page marks as its authors', with a "By" if that is in the mark.

    The best kind of mark that names anybody counts, and of it the first, with those beside it: in
    a list of other reports further down stand other authors.
    """
    judged: _Boxes = {}
    page = _know_own(tree)
    for is_marked in _AUTHOR_MARKS:
        marked = [it for it in _iterate(tree) if is_marked(it) and _name(it)]
        own = [it for it in marked if not _stands_apart(it) and not _is_teaser(it, page, judged)]
        if own:
            near = _family(own[0])
            names = [_name(it) for it in own if _family(it) & near]
            return only_once(names)[:_MOST_AUTHORS]
    return ()


def find_heading(tree: html.HtmlElement, headline: str) -> str:
    """Return the heading of the first rank that says what the headline says; empty if none does.

    One that is a link names the site; one of fewer than three words, or without most of the longer
    words of the headline, is another one's.
    """
    wanted = _pick_long(headline)
    headings = map(_words, _list_headings(tree))
    shares = {it: len(wanted & _pick_long(it)) for it in headings if _may_head(it)}
    best = max(shares, key=shares.__getitem__, default="")
    least = min(len(wanted), len(_pick_long(best)))
    return best if best and 2 * shares[best] > least else ""


def find_article_heading(tree: html.HtmlElement) -> str:
    """Return the heading of the first rank in the article of a page; empty if it is not the one."""
    inside = (
        it
        for it in _list_headings(tree)
        if next(it.iterancestors("article"), None) is not None and not _stands_apart(it)
    )
    headings = [_words(it) for it in inside]
    return headings[0] if len(headings) == 1 and _may_head(headings[0]) else ""


def find_short_heading(tree: html.HtmlElement, title: str, site: str) -> str:
    """Return the only heading of the first rank, of a word or two, that a title begins with.

    Behind it stands the name of the site, or its section: that is short, too, and heads nothing
    else. Where the title is the name of the site, it is the heading in an article.

    Args:
        tree: The page.
        title: As the page states it.
        site: Its name; empty if it is not stated.
    """
    headings = [it for it in _list_headings(tree) if _words(it)]
    if len(headings) != 1 or _stands_apart(headings[0]):
        return ""
    heading = _words(headings[0])
    words = split_words(heading)
    inside = next(headings[0].iterancestors("article"), None) is not None
    first, _, rest = _SITE_BEHIND.sub("\n", join_line(title), count=1).partition("\n")
    behind = split_words(rest)
    if not words or len(words) >= _FEWEST_WORDS or words == split_words(site):
        return ""
    if not behind:
        return heading if inside and split_words(first) == split_words(site) else ""
    heads = any(split_words(_words(it)) == behind for it in tree.iter("h2", "h3"))
    plain = inside or (len(behind) <= _LONGEST_SITE and not heads)
    return heading if plain and split_words(first) == words else ""


def _list_headings(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the headings of the first rank that are no links."""
    for heading in tree.iter("h1"):
        if heading.find(".//a") is None and next(heading.iterancestors("a"), None) is None:
            yield heading


def _may_head(words: str) -> bool:
    """Tell whether a heading is as long as headlines are."""
    told = len(words.split()) >= _FEWEST_WORDS or _UNSPACED.search(words) is not None
    return told and len(words) <= _LONGEST_HEADING


def find_published(tree: html.HtmlElement) -> Stamp | None:
    """Return when a page says that it was published, where its marks say so in a whole date."""
    return _find_date(tree, "datePublished", _may_tell_published)


def find_updated(tree: html.HtmlElement) -> Stamp | None:
    """Return when a page says that it was changed, where its microdata say so."""
    return _find_date(tree, "dateModified", lambda _: False)


def _find_date(
    tree: html.HtmlElement, name: str, may_tell: Callable[[html.HtmlElement], bool]
) -> Stamp | None:
    """Return the date of a property, or of the first other element that may tell it."""
    named = (it for it in _iterate(tree) if name in it.get("itemprop", "").split())
    others = (it for it in _iterate(tree) if may_tell(it))
    judged: _Boxes = {}
    own = (it for it in chain(named, others) if not _stands_apart(it))
    stamps = ((it, _read_date(it)) for it in own)
    told = ((it, stamp) for it, stamp in stamps if stamp and _states_day(stamp))
    page = _know_own(tree)
    return next((stamp for it, stamp in told if not _is_teaser(it, page, judged)), None)


def _may_tell_published(element: html.HtmlElement) -> bool:
    """Tell whether an element is a date above the report, and not that of a change."""
    names = element.get("class", "").split()
    if any(_NOT_PUBLISHED.search(name.lower()) for name in (*names, element.get("itemprop", ""))):
        return False
    known = element.tag == "time" or _is_stamp(element)
    if not known and not any(_DATE_CLASS.fullmatch(name) for name in names):
        return False
    return all(len(_words(it).split()) < _RUNNING_WORDS for it in element.iterancestors("p"))


def _read_date(element: html.HtmlElement) -> Stamp | None:
    """Return the date in an element: as it is written for programs, or for people."""
    written = as_text(element.get("datetime")) or as_text(element.get("content"))
    written = written or (as_text(element.get("title")) if _is_stamp(element) else "")
    words = written or _words(element)
    if len(words) > _LONGEST_DATE:
        return None
    return read_stamp(_DATE_LABEL.sub("", words))


def _is_stamp(element: html.HtmlElement) -> bool:
    """Tell whether an element says in ``title`` when it was published (microformats: hAtom)."""
    return element.tag == "abbr" and "published" in element.get("class", "").split()


def _states_day(stamp: Stamp) -> bool:
    """Tell whether a date can be read, or may be by who knows the names of months."""
    return stamp.parsed is not None or _WHOLE.search(stamp.raw) is not None


def _name(element: html.HtmlElement) -> str:
    """Return the name that an element marks; nothing where it holds more than that."""
    inner = next((it for it in element.iter() if it.get("itemprop") == "name"), element)
    name = as_text(inner.get("content")) or _words_in_lines(inner)
    return name if len(name) <= _LONGEST_NAME and not re.search(r"\d|@", name) else ""


def _stands_apart(element: html.HtmlElement) -> bool:
    """Tell whether an element stands in a menu, a comment, or a list of other reports."""
    return any(
        it.tag in _APART_TAGS
        or _APART.search(f"{it.get('class', '')} {it.get('id', '')}".lower().replace("_", "-"))
        for it in (element, *element.iterancestors())
        if it.tag not in _WHOLE_PAGE
    )


def _is_teaser(element: html.HtmlElement, page: _Own, judged: _Boxes) -> bool:
    """Tell whether an element stands in a box with the linked heading of another report.

    Args:
        element: A mark of a page.
        page: What is known of its own heading.
        judged: What is known of boxes; gets what is found of more.
    """
    for box in islice(element.iterancestors(), _MOST_AROUND):
        if box not in judged:
            judged[box] = _announces(box, page)
        if judged[box] is not None:
            return judged[box] is True
    return False


def _announces(box: html.HtmlElement, page: _Own) -> bool | None:
    """Tell whether a box is headed by a link to another report; None if it has no heading.

    The page's own heading can be a link to itself. One that is an author's name, or that of a part
    of the site, announces nothing.
    """
    if box.tag in _WHOLE_PAGE or next(box.iter("h1"), None) is not None:
        return False
    headings = (it for it in box.iter(*_UNDER_FIRST) if not _holds_author(it))
    heading = next((it for it in headings if not (_is_linked(it) and _is_name(_words(it)))), None)
    if heading is None:
        return None
    return _is_linked(heading) and not _is_own(heading, page)


def _is_linked(heading: html.HtmlElement) -> bool:
    """Tell whether a heading is a link, or holds one."""
    return heading.find(".//a") is not None or next(heading.iterancestors("a"), None) is not None


def _is_name(text: str) -> bool:
    """Tell whether a heading is so short that it may name an author or a part of the site."""
    words = text.split()
    if _UNSPACED.search(text):
        return False
    if len(words) <= _SECTION_WORDS or _JOINED.fullmatch(text):
        return True
    capitals = [it for it in words if it[0].isupper()]
    small = (it for it in words if not it[0].isupper())
    named = len(capitals) in {_SECTION_WORDS, _MOST_NAMES} and len(words) <= _NAME_WORDS
    particles = all(len(it) <= _SHORT and it.isalpha() for it in small)
    return named and particles and all(map(_NAME_PARTS.fullmatch, words))


def _is_own(heading: html.HtmlElement, page: _Own) -> bool:
    """Tell whether a linked heading is that of the page: by its words, its address, or its text."""
    if heading is page.heading or _words(heading) in page.titles:
        return True
    links = (*heading.iterancestors("a"), *heading.iter("a"))
    paths = (it.get("href", "").partition("#")[0].lstrip(".") for it in links)
    return any(len(it) > _SHORT and to.endswith(it) for it in paths for to in page.addresses)


def _know_own(tree: html.HtmlElement) -> _Own:
    """Return what the head of a page says of it, and its heading."""
    metas = {
        it.get("property") or it.get("name"): it.get("content", "") for it in tree.iter("meta")
    }
    titles = (tree.findtext(".//title") or "", metas.get("og:title", ""))
    links = [it.get("href", "") for it in tree.iter("link") if it.get("rel") == "canonical"]
    return _Own(
        titles=" ".join(" ".join(titles).split()),
        addresses=(*links, metas.get("og:url", "")),
        heading=_find_linked_heading(tree),
    )


def _find_linked_heading(tree: html.HtmlElement) -> html.HtmlElement | None:
    """Return the first linked heading, if more stands below it than below another report's."""
    if any(_may_head(_words(it)) for it in _list_headings(tree)):
        return None
    linked = (it for it in tree.iter(*_UNDER_FIRST) if _is_linked(it) and not _is_name(_words(it)))
    heading = next((it for it in linked if not _stands_apart(it)), None)
    if heading is None:
        return None
    counted = 0
    behind = dropwhile(lambda it: it is not heading, tree.iter("p", "h1", *_UNDER_FIRST))
    for element in islice(behind, 1, None):
        if element.tag != "p" and element.tag <= heading.tag:
            return None
        counted += len(split_words(_words(element)))
        if counted >= _REPORT_WORDS:
            return heading
    return None


def _holds_author(heading: html.HtmlElement) -> bool:
    """Tell whether a heading holds the name of an author, marked as such."""
    return any(is_marked(it) for it in _iterate(heading) for is_marked in _AUTHOR_MARKS)


def _family(element: html.HtmlElement) -> set[html.HtmlElement]:
    """Return what an element stands in, two steps up."""
    return set(list(element.iterancestors())[:2])


def _iterate(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the elements of the body, comments left out."""
    return (it for it in tree.iter() if isinstance(it.tag, str) and it.tag != "meta")


def _pick_long(text: str) -> set[str]:
    """Return the longer words of a text: the others stand in every headline."""
    return {word for word in split_words(text) if len(word) > _SHORT}


def _words(element: html.HtmlElement) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def _words_in_lines(element: html.HtmlElement) -> str:
    """Return the words of an element; those of lines of their own apart."""
    if not as_text(element.text) and any(it.tag in _LINES for it in element):
        return " | ".join(filter(None, map(_words, element)))
    return _words(element)
