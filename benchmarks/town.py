"""The town of the demo: six feeds of newspapers that are not there, printed round by round.

What they print stands in ``town.yaml``.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

import yaml
from loopback import Page, make_page

_EDITED_IN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as a newspaper prints it; without an address it stands in its feed only."""

    id: str
    url: str | None
    headline: str
    byline: str
    html: str
    published: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One feed as it stands in a round.

    Attributes:
        id: Of the source in ``sources.yaml``.
        name: What it calls itself.
        site: Its invented address, where its stories would be.
        address: The loopback address it is published from.
        form: ``rss``, ``atom`` or ``json``.
        language: BCP 47 tag.
        rank: The higher is preferred as lead.
        reports: Newest first.
        deleted: Ids of reports that it took back.
    """

    id: str
    name: str
    site: str
    address: str
    form: str
    language: str
    rank: int
    reports: tuple[Report, ...]
    deleted: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where on its address the feed is."""
        return f"/{self.id}.{self.form}"


def open_town(number: int, woke: datetime) -> tuple[Paper, ...]:
    """Return every paper as it stands in a round.

    Args:
        number: Of the round, from 1.
        woke: When the town woke up; its reports are a little later.
    """
    written = yaml.safe_load(Path(__file__).with_name("town.yaml").read_text(encoding="utf-8"))
    return tuple(_open_paper(fields, number, woke) for fields in written)


def print_paper(paper: Paper) -> Page:
    """Return a paper as it is published."""
    match paper.form:
        case "rss":
            return make_page(_print_rss(paper).encode(), "application/rss+xml")
        case "atom":
            return make_page(_print_atom(paper).encode(), "application/atom+xml")
        case _:
            return make_page(_print_json(paper).encode(), "application/feed+json")


def _open_paper(fields: dict[str, Any], number: int, woke: datetime) -> Paper:
    """Return a paper with what it prints in a round."""
    known = [given for given in fields["reports"] if given.get("from", 1) <= number]
    gone = [given for given in known if given.get("gone") == number]
    printed = [given for given in known if given not in gone]
    edited = [
        given | given.get("edited", {}) if number >= _EDITED_IN else given for given in printed
    ]
    reports = [_open_report(given, fields["site"], woke) for given in edited]
    reports.sort(key=lambda report: report.published, reverse=True)
    deleted = tuple(_open_report(given, fields["site"], woke).id for given in gone)
    return Paper(**{**fields, "reports": tuple(reports), "deleted": deleted})


def _open_report(given: dict[str, Any], site: str, woke: datetime) -> Report:
    """Return one report as it stands."""
    url = f"{site}{given['slug']}"
    has_page = given.get("page", True)
    return Report(
        id=url if has_page else f"urn:report:{given['slug']}",
        url=url if has_page else None,
        headline=given["headline"],
        byline=given["byline"],
        html="".join(f"<p>{escape(text, quote=False)}</p>" for text in given["paragraphs"]),
        published=woke + timedelta(minutes=given["minutes"]),
    )


def _print_rss(paper: Paper) -> str:
    """Return RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(report.headline)}</title><link>{report.url}</link>"
        f"<guid>{report.id}</guid><dc:creator>{report.byline}</dc:creator>"
        f"<pubDate>{format_datetime(report.published)}</pubDate>"
        f"<description>{escape(report.html)}</description></item>\n"
        for report in paper.reports
    )
    return (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{escape(paper.name)}</title><link>{paper.site}</link>"
        f"<description>News</description><language>{paper.language}</language>\n"
        f"{items}</channel></rss>\n"
    )


def _print_atom(paper: Paper) -> str:
    """Return Atom 1.0 (RFC 4287)."""
    entries = "".join(
        f"<entry><id>{report.id}</id><title>{escape(report.headline)}</title>"
        f"{_link(report)}<author><name>{report.byline}</name></author>"
        f"<published>{report.published.isoformat()}</published>"
        f"<updated>{report.published.isoformat()}</updated>"
        f'<content type="html">{escape(report.html)}</content></entry>\n'
        for report in paper.reports
    )
    when = paper.reports[0].published.isoformat()
    stones = "".join(f'<at:deleted-entry ref="{it}" when="{when}"/>\n' for it in paper.deleted)
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{paper.language}"'
        ' xmlns:at="http://purl.org/atompub/tombstones/1.0">'
        f"<id>{paper.site}</id><title>{escape(paper.name)}</title>"
        f"<updated>{when}</updated>\n{stones}{entries}</feed>\n"
    )


def _link(report: Report) -> str:
    """Return the link to a report's page, if it has one."""
    return f'<link href="{report.url}"/>' if report.url else ""


def _print_json(paper: Paper) -> str:
    """Return JSON Feed 1.1."""
    items = [
        {
            "id": report.id,
            "url": report.url,
            "title": report.headline,
            "content_html": report.html,
            "date_published": report.published.isoformat(),
            "authors": [{"name": report.byline}],
        }
        for report in paper.reports
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": paper.name,
        "home_page_url": paper.site,
        "language": paper.language,
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)
