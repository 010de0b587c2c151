"""An article saved as an HTML page: what its head says, and the whole page.

Read are JSON-LD, Open Graph (https://ogp.me), plain meta elements and the document's own title.
Where the report stands inside the page is found in ``normalize/``.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import html

from feeds.model import (
    Document,
    Entry,
    Link,
    RawMedia,
    RawPerson,
    Stamp,
    Text,
    Unreadable,
    show_address,
)
from feeds.parse import jsonld
from feeds.parse.dates import read_stamp
from feeds.parse.marks import (
    find_article_heading,
    find_authors,
    find_heading,
    find_published,
    find_short_heading,
    find_updated,
)
from feeds.parse.values import as_text, is_web_address, join_url, only_once, title_text
from feeds.text.embedded import drop_embedded
from feeds.text.urls import canonicalize_url, clean_url, is_public, names_page

_PUBLISHED = (
    *("article:published_time", "datepublished", "article:published", "og:published_time"),
    *("parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date", "pubdate"),
    *("publishdate", "date", "sailthru.date"),
)
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
# The year of the first page of the web: programs write the year 1 where they know none.
_FIRST_PAGES = 1991
# What browsers, and the extension SingleFile, write on top of a page they save.
_SAVED_FROM = re.compile(
    r"<!-- saved from url=\(\d{1,6}\)(https?://\S{1,2000}) -->"
    r"|<!--\s{1,9}Page saved with SingleFile\s{1,9}url: (https?://\S{1,2000})\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What a page says about itself.

    Attributes:
        tree: The page.
        base: Base of relative links.
        metas: Contents of meta elements by lower-case name, in order.
        article: The article in JSON-LD; empty if there is none.
        named: All things in JSON-LD by their ``@id``.
    """

    tree: html.HtmlElement
    base: str
    metas: dict[str, list[str]]
    article: dict[str, object]
    named: dict[str, dict[str, object]]

    def first(self, *names: str) -> str:
        """Return the first content of the first meta element that has one of these names."""
        return next((self.metas[name][0] for name in names if name in self.metas), "")


def read_page(text: str, url: str, name: str) -> Document | Unreadable:
    """Return one entry: the words of the head, and the whole page as a text of role ``page``.

    Args:
        text: The decoded page.
        url: Its address, if known.
        name: Path of the file inside the inbox; it identifies the entry.
    """
    text = drop_embedded(text)
    tree = _parse_html(text)
    if tree is None:
        return Unreadable(kind="malformed", reason="an HTML page with nothing in it")
    saved = _SAVED_FROM.search(text[:5000])
    address = url or (saved[1] or saved[2] if saved else "")
    article, named, problems = jsonld.find_article(
        [script.text or "" for script in tree.iter("script") if _is_jsonld(script)]
    )
    metas = _read_metas(tree)
    canonical = _read_canonical(tree, metas, address)
    base = _find_base(tree, address or canonical)
    head = _Head(tree=tree, base=base, metas=metas, article=article, named=named)
    return Document(
        form="html",
        entries=(_make_entry(head, text, name, canonical, address),),
        title=_read_site(head),
        language=_read_language(head),
        problems=problems,
    )


def refuse_page(text: str, url: str) -> Unreadable:
    """Return why a page is no feed, with its title and the feeds it names: both help people."""
    tree = _parse_html(text)
    reason = "an HTML page, not a feed"
    if tree is None:
        return Unreadable(kind="not a feed", reason=reason)
    title = " ".join((tree.findtext(".//title") or "").split())
    if title:
        reason += f' (titled "{title[:80]}")'
    feeds = (
        join_url(url, link.get("href", ""))
        for link in tree.iter("link")
        if link.get("type", "").lower() in _FEED_TYPES
    )
    feed = next(filter(None, feeds), "")
    if feed:
        reason += f"; it names {show_address(feed)[:150]}"
    return Unreadable(kind="not a feed", reason=reason)


def _parse_html(text: str) -> html.HtmlElement | None:
    """Return the tree of a page, or None where libxml2 finds no element."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ValueError, html.etree.ParserError):
        return None
    return tree


def _is_jsonld(script: html.HtmlElement) -> bool:
    """Tell a block of JSON-LD from a program."""
    kind: str = script.get("type", "")
    return kind.strip().lower().startswith("application/ld+json")


def _read_metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    """Return the contents of the head's meta elements, by name, property or itemprop."""
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = as_text(meta.get("content"))
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(content)
    return metas


def _make_entry(head: _Head, text: str, name: str, canonical: str, address: str) -> Entry:
    """Return the page as one entry."""
    link = canonical or address
    article = head.article
    sections = jsonld.read_names(article.get("articleSection"), head.named)
    sections += tuple(head.metas.get("article:section", ()))
    words = jsonld.split_keywords(article.get("keywords")) or tuple(
        head.metas.get("article:tag", ())
    )
    words = words or jsonld.split_keywords(head.first("news_keywords", "keywords"))
    return Entry(
        guid=name,
        links=(Link(href=link, type="text/html"),) if link else (),
        canonical=canonical,
        title=_read_title(head),
        texts=_read_texts(head, text),
        published=_prefer(_read_date(head, "datePublished", _PUBLISHED), find_published, head),
        updated=_prefer(_read_date(head, "dateModified", _UPDATED), find_updated, head),
        authors=_read_authors(head),
        categories=only_once((*sections[1:], *words)),
        section=sections[0] if sections else "",
        genres=jsonld.read_genres(article, head.named),
        language=_read_language(head),
        media=_read_media(head),
        agencies=jsonld.read_names(article.get("sourceOrganization"), head.named),
    )


def _find_base(tree: html.HtmlElement, address: str) -> str:
    """Return what relative links are joined to: the base element, or the page's own address.

    A folder of the machine it was saved on is none.
    """
    element = tree.find(".//base[@href]")
    base = "" if element is None else join_url(address, element.get("href", ""))
    return base if is_web_address(base) else address


def _read_canonical(tree: html.HtmlElement, metas: dict[str, list[str]], address: str) -> str:
    """Return what the page calls its own address; a word that is no address is passed over.

    So is the front page of a site, or a machine of its makers, where it is known to have stood
    elsewhere: programs write one address above all their pages.
    """
    links = (
        link.get("href", "")
        for link in tree.iter("link")
        if "canonical" in link.get("rel", "").lower().split()
    )
    base = _find_base(tree, address)
    stated = (join_url(base, as_text(href)) for href in (*links, *metas.get("og:url", ())))
    return next((it for it in stated if is_web_address(it) and not _is_worse(it, address)), "")


def _is_worse(stated: str, known: str) -> bool:
    """Tell whether an address says less of where a page stood than the one that is known."""
    if not (known and is_public(known)):
        return False
    return not is_public(stated) or (_names_page(known) and not _names_page(stated))


def _names_page(url: str) -> bool:
    """Tell whether an address names a page of its host; what only counts readers does not."""
    clean = clean_url(url)
    return clean is not None and names_page(canonicalize_url(clean))


def _read_title(head: _Head) -> Text | None:
    """Return the headline: of the article, of its sharing card, or of the page.

    For search engines and sharing cards a headline is often told in other words; where the page
    shows one that has most of these words, it is what readers know. The title of the page is for
    the browser: the heading of the article stands before it, whatever its words.
    """
    stated = as_text(head.article.get("headline")) or head.first("og:title", "twitter:title")
    headline = stated or " ".join((head.tree.findtext(".//title") or "").split())
    headline = headline or as_text(head.article.get("name"))
    shown = find_heading(head.tree, headline) if headline else ""
    shown = shown or ("" if stated else find_article_heading(head.tree))
    shown = shown or find_short_heading(head.tree, headline, _read_site(head))
    if not (shown or headline):
        return None
    return Text(value=shown, role="title") if shown else title_text(headline)


def _read_texts(head: _Head, text: str) -> tuple[Text, ...]:
    """Return the description, the report as JSON-LD states it, if they do, and the whole page."""
    description = as_text(head.article.get("description"))
    description = description or head.first("og:description", "description", "twitter:description")
    report = as_text(head.article.get("articleBody"))
    summary = replace(title_text(description), role="summary") if description else None
    body = replace(title_text(report), role="body") if report else None
    page = Text(value=text, type="html", role="page", base=head.base)
    return tuple(filter(None, (summary, body, page)))


def _read_date(head: _Head, key: str, names: tuple[str, ...]) -> Stamp | None:
    """Return a date of the article or of the meta elements; one that can be read is preferred."""
    words = (as_text(head.article.get(key)), *(head.first(name) for name in names))
    stamps = [stamp for stamp in map(read_stamp, words) if stamp]
    readable = (stamp for stamp in stamps if stamp.parsed)
    return next(readable, stamps[0] if stamps else None)


def _prefer(
    stated: Stamp | None, find: Callable[[html.HtmlElement], Stamp | None], head: _Head
) -> Stamp | None:
    """Return a date of the head that can be read; else one that the page marks, if there is one."""
    if stated and stated.parsed and stated.parsed.year >= _FIRST_PAGES:
        return stated
    return find(head.tree) or stated


def _read_authors(head: _Head) -> tuple[RawPerson, ...]:
    """Return the article's authors, those of the meta elements, or those the page marks."""
    people = jsonld.read_people(head.article.get("author"), head.named)
    if people:
        return people
    stated = (
        head.metas.get("author")
        or head.metas.get("article:author")
        or head.metas.get("parsely-author")
        or []
    )
    names = [name for name in stated if not is_web_address(name)] or find_authors(head.tree)
    if names:
        return only_once(RawPerson(name=name) for name in names)
    return only_once(RawPerson(url=url) for url in stated)


def _read_site(head: _Head) -> str:
    """Return the name of the site, or of its publisher, or else of its program."""
    publisher = jsonld.read_names(head.article.get("publisher"), head.named)
    stated = head.first("og:site_name") or next(iter(publisher), "")
    return stated or head.first("application-name")


def _read_language(head: _Head) -> str | None:
    """Return the language of the article, of the page, or of its sharing card."""
    stated = as_text(head.article.get("inLanguage")) or as_text(head.tree.get("lang"))
    stated = stated or head.first("content-language", "og:locale")
    return stated.replace("_", "-") or None


def _read_media(head: _Head) -> tuple[RawMedia, ...]:
    """Return the article's pictures, and the one of the sharing card."""
    pictures = jsonld.read_images(head.article.get("image"), head.named, head.base)
    address = join_url(head.base, head.first("og:image", "og:image:url", "twitter:image"))
    if not address or any(picture.url == address for picture in pictures):
        return pictures
    card = RawMedia(
        url=address,
        type=head.first("og:image:type"),
        medium="image",
        width=head.first("og:image:width"),
        height=head.first("og:image:height"),
        title=head.first("og:image:alt"),
    )
    return (*pictures, card)
