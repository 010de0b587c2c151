"""The page that shows people which feeds there are.

It is plain HTML that needs nothing else: no script, no picture, no font, nothing from elsewhere.
Every value of a feed passes through ``escape``.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from html import escape

from feeds.model import Feed, FeedItem, Rendition, Settings
from feeds.publish.clean import clean_feed, clean_text
from feeds.publish.formats import FORMATS, INDEX_PATH, OPML_PATH, name_file
from feeds.publish.style import PAGE_POLICY, STYLE
from feeds.text.markup import html_to_text
from feeds.text.tags import write_tag

_HEADLINES = 10
_ORDER = (
    "The newest stand first, by when the report that leads an entry was published, or came in if "
    "it states no date. Shown is when the first report of the entry was published."
)

__all__ = ["PAGE_POLICY", "render_index"]


def render_index(feeds: Sequence[Feed], settings: Settings) -> Rendition:
    """Say which feeds there are and what is newest in each.

    Args:
        feeds: In the order they are shown.
        settings: For the desk's name and language.

    Returns:
        ``index.html``. Its links to feeds are relative, so the folder works wherever it lies. It
        tells when each feed last changed, never when the page was made.
    """
    cleaned = [clean_feed(replace(feed, items=feed.items[:_HEADLINES])) for feed in feeds]
    title = clean_text(settings.title)
    page = f"""<!doctype html>
<html lang="{escape(write_tag(settings.language))}">
{_write_head(cleaned, title)}
<body>
{_write_header(cleaned, title)}
<main>
{"".join(_write_topic(feed) for feed in cleaned)}</main>
</body>
</html>
"""
    return Rendition(path=INDEX_PATH, media_type="text/html", content=page.encode())


def _write_head(feeds: Sequence[Feed], title: str) -> str:
    """Name every feed in every format, so that readers discover them."""
    links = "".join(
        f'<link rel="alternate" type="{form.media_type}" '
        f'title="{escape(feed.title)} ({form.name})" href="{escape(name_file(feed, form))}">\n'
        for feed in feeds
        for form in FORMATS
    )
    return f"""<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
{links}<style>{STYLE}</style>
</head>"""


def _write_header(feeds: Sequence[Feed], title: str) -> str:
    """Write the desk's name and the way to each topic."""
    topics = "".join(
        f'<li><a href="#{escape(feed.slug)}"{_lang(feed.language)}>{escape(feed.title)}</a></li>\n'
        for feed in feeds
    )
    return f"""<header>
<h1>{escape(title)}</h1>
<nav aria-label="Topics"><ul>
{topics}</ul></nav>
<p class="faint" lang="en">Subscribe to a topic in any feed reader, or import \
<a href="{OPML_PATH}">all of them (OPML)</a>. {_ORDER}</p>
</header>"""


def _write_topic(feed: Feed) -> str:
    """Write one topic; a slug never begins with "_", so the heading's id is nobody else's."""
    about = f"<p>{escape(feed.description)}</p>\n" if feed.description else ""
    return f"""<section id="{escape(feed.slug)}" aria-labelledby="_{escape(feed.slug)}"\
{_lang(feed.language)}>
<h2 id="_{escape(feed.slug)}">{escape(feed.title)}</h2>
{about}{_write_formats(feed)}
{_write_stories(feed)}
</section>
"""


def _write_formats(feed: Feed) -> str:
    """Link to the feed in each format; the labels tell them apart when read aloud."""
    links = "".join(
        f'<li><a href="{escape(name_file(feed, form))}" type="{form.media_type}" '
        f'aria-label="{escape(feed.title)}: {form.name}">{form.name}</a></li>\n'
        for form in FORMATS
    )
    return f'<ul class="formats" lang="en">\n{links}</ul>'


def _write_stories(feed: Feed) -> str:
    """Write the newest entries, or that there are none."""
    if not feed.items:
        return '<p class="faint" lang="en">Nothing yet.</p>'
    stories = "".join(_write_story(item) for item in feed.items)
    return f"""<p class="faint" lang="en">Last change {_write_time(feed.updated)}</p>
<ul class="stories">
{stories}</ul>"""


def _write_story(item: FeedItem) -> str:
    """Write one headline, linked to its page; one that has none opens its text here."""
    headline = f'<span dir="auto"{_lang(item.language)}>{escape(item.title)}</span>'
    if item.url:
        headline = f'<a href="{escape(item.url)}">{headline}</a>'
    told = f"{headline}{_write_origin(item)}"
    text = "" if item.url else _write_text(item)
    if text:
        told = f"<details><summary>{told}</summary>\n{text}</details>"
    return f"<li>{told}</li>\n"


def _write_text(item: FeedItem) -> str:
    """Write the words of a story as paragraphs: no picture, no link and no other markup."""
    paragraphs = (html_to_text(item.content_html) or item.summary).split("\n\n")
    return "".join(
        f'<p dir="auto"{_lang(item.language)}>{escape(paragraph)}</p>\n'
        for paragraph in paragraphs
        if paragraph.strip()
    )


def _write_origin(item: FeedItem) -> str:
    """Say who tells the story, when it was published, and when it last changed if that differs.

    Both are those of its feeds: the first is of the report with which it began, and stays when
    another leads; the second counts all its reports.
    """
    lead = [item.attribution.title] if item.attribution else []
    others = [also.source_title for also in item.also if also.source_title.strip()]
    sources = dict.fromkeys([*lead, *others])
    parts = [f'<span dir="auto">{escape(", ".join(sources))}</span>'] if sources else []
    if item.published:
        parts.append(_write_time(item.published))
    if item.published is None or _show_time(item.published) != _show_time(item.updated):
        parts.append(f'<span lang="en">last change {_write_time(item.updated)}</span>')
    return f' <span class="faint">{" · ".join(parts)}</span>'


def _write_time(time: datetime) -> str:
    """Write a time so that it reads the same in every language."""
    return f'<time datetime="{time.isoformat()}">{_show_time(time)}</time>'


def _show_time(time: datetime) -> str:
    """Return a time to the minute."""
    return f"{time:%Y-%m-%d %H:%M} UTC"


def _lang(language: str | None) -> str:
    """Return the attribute that marks a language; nothing where it is unknown."""
    return f' lang="{escape(language)}"' if language else ""
