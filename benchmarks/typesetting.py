"""Newspapers as publishers put them on the wire: RSS 2.0, Atom and RSS 1.0, well-formed or not."""

from datetime import datetime
from email.utils import format_datetime
from html import escape

from workload import Item, Paper

MEDIA_TYPES = {
    "rss20": "application/rss+xml",
    "atom10": "application/atom+xml",
    "rss10": "application/rdf+xml",
}


def set_paper(paper: Paper) -> bytes:
    """Return the bytes of a feed; characters its encoding does not have become references."""
    text = _WRITERS[paper.form](paper)
    if paper.broken:
        text = _break_xml(text)
    return text.encode(paper.encoding, "xmlcharrefreplace")


def _break_xml(text: str) -> str:
    """Make the slips that are met most: an undeclared entity and a bare ampersand."""
    return text.replace(" beside the ", "&nbsp;beside the ").replace(" and its ", " & its ")


def _set_rss20(paper: Paper) -> str:
    """Return RSS 2.0 with the modules that newspapers use (content, dc, media)."""
    items = "".join(
        f"<item>\n<title>{_esc(item.headline)}</title>\n<link>{_link(paper, item)}</link>\n"
        f'<guid isPermaLink="false">{_guid(paper, item)}</guid>\n'
        f"<pubDate>{format_datetime(item.published)}</pubDate>\n"
        f"<dc:creator>{_esc(item.happening.person)}</dc:creator>\n"
        f"<category>{item.section}</category>\n"
        f"<description>{_esc(item.summary)}</description>\n"
        f"{_picture(paper, item)}{_cdata_content(item)}</item>\n"
        for item in paper.items
    )
    return (
        f'{_declare(paper)}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">\n'
        f"<channel>\n<title>{_esc(paper.name)}</title>\n<link>{_site(paper)}</link>\n"
        "<description>News from a newspaper that is not there</description>\n"
        f"<language>en</language>\n{items}</channel>\n</rss>\n"
    )


def _set_atom10(paper: Paper) -> str:
    """Return Atom 1.0 (RFC 4287)."""
    entries = "".join(
        f"<entry>\n<title>{_esc(item.headline)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{_link(paper, item)}"/>\n'
        f"<id>{_guid(paper, item)}</id>\n<published>{_iso(item.published)}</published>\n"
        f"<updated>{_iso(item.published)}</updated>\n"
        f"<author><name>{_esc(item.happening.person)}</name></author>\n"
        f'<category term="{item.section}"/>\n<summary>{_esc(item.summary)}</summary>\n'
        f"{_atom_content(item)}</entry>\n"
        for item in paper.items
    )
    return (
        f'{_declare(paper)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<title>{_esc(paper.name)}</title>\n<id>{_site(paper)}</id>\n"
        f'<link href="{_site(paper)}"/>\n<updated>{_iso(paper.items[0].published)}</updated>\n'
        f"{entries}</feed>\n"
    )


def _set_rss10(paper: Paper) -> str:
    """Return RSS 1.0: RDF, with the dates and names of Dublin Core."""
    places = "".join(f'<rdf:li rdf:resource="{_link(paper, item)}"/>' for item in paper.items)
    items = "".join(
        f'<item rdf:about="{_link(paper, item)}">\n<title>{_esc(item.headline)}</title>\n'
        f"<link>{_link(paper, item)}</link>\n<dc:date>{_iso(item.published)}</dc:date>\n"
        f"<dc:creator>{_esc(item.happening.person)}</dc:creator>\n"
        f"<dc:subject>{item.section}</dc:subject>\n"
        f"<description>{_esc(item.summary)}</description>\n{_cdata_content(item)}</item>\n"
        for item in paper.items
    )
    return (
        f'{_declare(paper)}<rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<channel rdf:about="{_site(paper)}">\n<title>{_esc(paper.name)}</title>\n'
        f"<link>{_site(paper)}</link>\n<description>News of the invented world</description>\n"
        "<dc:language>en</dc:language>\n"
        f"<items><rdf:Seq>{places}</rdf:Seq></items>\n</channel>\n{items}</rdf:RDF>\n"
    )


def _cdata_content(item: Item) -> str:
    """Return the full text as RSS carries it; nothing where there is none."""
    if not item.paragraphs:
        return ""
    return f"<content:encoded><![CDATA[{_html(item)}]]></content:encoded>\n"


def _atom_content(item: Item) -> str:
    """Return the full text as Atom carries it; nothing where there is none."""
    return f'<content type="html">{escape(_html(item))}</content>\n' if item.paragraphs else ""


def _html(item: Item) -> str:
    """Return the full text as a content system writes it: classes, a picture, a link, a quote."""
    first, *rest = [_esc(paragraph) for paragraph in item.paragraphs]
    picture = f'<img src="https://pictures.example/{item.number}.jpg" width="640" alt=""/>'
    middle = [f'<p class="story-text">{paragraph}</p>' for paragraph in rest[:-1]]
    last = [f"<blockquote><p>{paragraph}</p></blockquote>" for paragraph in rest[-1:]]
    more = f'<p><a href="https://www.example.org/{item.section}">More {item.section}</a></p>'
    head = f'<figure class="lead">{picture}</figure>\n<p class="intro">{first}</p>'
    return "\n".join([head, *middle, *last, more])


def _picture(paper: Paper, item: Item) -> str:
    """Return a thumbnail in every other newspaper."""
    if paper.number % 2:
        return ""
    url = f"https://pictures.example/{paper.number}/{item.number}.jpg"
    return f'<media:thumbnail url="{url}" width="320" height="180"/>\n'


def _declare(paper: Paper) -> str:
    """Return the XML declaration."""
    return f'<?xml version="1.0" encoding="{paper.encoding}"?>\n'


def _site(paper: Paper) -> str:
    """Return the newspaper's own address; nothing is ever asked of it."""
    return f"https://paper-{paper.number}.example/"


def _link(paper: Paper, item: Item) -> str:
    """Return the address of a story."""
    return f"{_site(paper)}{item.published:%Y/%m}/story-{item.number}.html"


def _guid(paper: Paper, item: Item) -> str:
    """Return the identity of a story."""
    return f"tag:paper-{paper.number}.example,2026:{item.number}"


def _iso(moment: datetime) -> str:
    """Return a time as RFC 3339 wants it."""
    return moment.isoformat()


def _esc(text: str) -> str:
    """Return text for an element."""
    return escape(text, quote=False)


_WRITERS = {"rss20": _set_rss20, "atom10": _set_atom10, "rss10": _set_rss10}
