"""What of an entry's texts is the headline, the standfirst and the body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final
from urllib.parse import unquote, urlsplit

from feeds.model import Document, Entry, Inference, Problem, RawMedia, Text
from feeds.normalize.days.stamps import says_when
from feeds.normalize.furniture.captions import is_caption
from feeds.normalize.furniture.makers import read_makers
from feeds.normalize.furniture.tails import CutText, cut_tail
from feeds.normalize.media.attached import list_pictures
from feeds.normalize.pages.clippings import part_clipping
from feeds.normalize.pages.report import PageParts, part_page, strip_site, take_heading
from feeds.normalize.pages.stated import complete_page
from feeds.normalize.pasted.farewells import cut_farewell
from feeds.normalize.pasted.paste import PastedReport, cut_signature, read_paste
from feeds.normalize.senders import names_author
from feeds.normalize.summaries import (
    MAX_BODY,
    MAX_MARKUP,
    Summary,
    clean_summary,
    plain_text,
    read_summary,
)
from feeds.text.characters import clean_characters, cut_text, join_line
from feeds.text.markup import (
    drop_code,
    has_markup,
    html_to_text,
    mark_paragraphs,
    plain_line,
    sanitize_html,
    tidy_paragraphs,
)
from feeds.text.urls import clean_url
from feeds.text.words import fold_text

MAX_TITLE: Final = 1000
_MAX_INFERRED: Final = 150
_MAX_MARKED: Final = 200
_MOST_MARKED: Final = 20
_LONGEST_MARK: Final = 100
_REPORT_WORDS: Final = 120
_PARAGRAPH_WORDS: Final = 8
_CAPTION: Final = "left out as a caption"
_DOUBT: Final = "kept in doubt"
NO_HEADLINE: Final = "(no headline)"

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\"”’»)]?\s|(?<=[。！？])")
_CUT_MARK: Final = re.compile(
    r"\s*(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\])\s*(?:(?:continue reading|read more).*)?$",
    re.IGNORECASE,
)
_FILE_ENDING: Final = re.compile(r"\.(?:html?|php|aspx?|jsp|cfm|shtml|stm)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTexts:
    """The words of a story.

    Attributes:
        kicker: A few words above the headline of pasted text; empty if there are none.
        headline: Plain, one line; empty if none was stated or found.
        standfirst: Plain.
        body_html: Sanitized.
        body_text: Plain, paragraphs parted by blank lines.
        pictures: Of the body or summary, for a story that states none apart.
        captioned: Pictures of a page whose captions are left out of the body.
        bylines: Lines of pasted text or of a page that name who wrote it.
        makers: Names of who reported, as the line of credits below the text says.
        credits: That line, and others below the text that are none of it.
        stamps: Such lines that say when.
        dates: Those of them that state a day of the report.
        inferred: What was found rather than stated.
        problems: What had to be cut.
    """

    kicker: str = ""
    headline: str = ""
    standfirst: str = ""
    body_html: str = ""
    body_text: str = ""
    pictures: tuple[RawMedia, ...] = ()
    captioned: tuple[RawMedia, ...] = ()
    bylines: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    inferred: tuple[Inference, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_texts(entry: Entry, document: Document, base: str, language: str | None) -> ReadTexts:
    """Return headline, standfirst and body of an entry.

    A text of role ``paste`` or ``page`` is searched for the report, which a body beside a page may
    complete; otherwise the summary is the standfirst and the longest body is the body.

    Args:
        entry: As parsed.
        document: The one it stands in, for the name of the site.
        base: What relative links are relative to, where a text does not say.
        language: BCP 47 tag, if it is stated.
    """
    title, cut = _read_title(entry, document)
    stated = _first(entry, "summary")
    told = read_summary(stated, title) if stated else Summary()
    summary, standfirst = told.text, told.standfirst
    if pasted := _first(entry, "paste"):
        if document.form == "email":
            pasted = replace(pasted, value=cut_farewell(cut_signature(pasted.value)))
        report = read_paste(pasted.value[:MAX_BODY], title, language)
        return _take_report(report, title, standfirst, (*cut, *_note_cut("body", pasted.value)))
    body = _first_page(entry) or _longest_body(entry)
    if body is None and _is_report(standfirst):
        body, standfirst, told = summary, "", Summary()
    page, long = PageParts(), _note_markup("body", stated if body is summary else body)
    long_summary = _note_markup("standfirst", stated) if summary is not body else ()
    if body and body.role == "page":
        known = _list_known(entry, document, title, standfirst)
        saved_as = entry.guid if document.form == "html" else ""
        page = part_page(_clean_markup(body), known, language, saved_as)
        whole = complete_page(page.html, _longest_body(entry))
        body, title = replace(body, value=whole), take_heading(title, page.headings)
    elif body and document.form == "markdown":
        known = _list_known(entry, document, title, standfirst)
        page = part_clipping(_clean_markup(body), known, language)
        body = replace(body, value=page.html)
    read, body_text, body_cut = _read_body(body, base, title) if body else (CutText(), "", ())
    body_html = read.html
    pictures = list_pictures(body_html or clean_summary(summary, base))
    captioned = _place_pictures(page.pictures, body.base or base) if body else ()
    titles = {it.title for it in captioned}
    captions = (*page.margins.captions, *(it for it in page.captions if it not in titles))
    if _says_no_more(body_text, standfirst):
        body_html = body_text = ""
    found = bool(body_text) and body is not None and body.role == "page"
    inferred = (Inference(field="body_text", origin="found in the page"),) if found else ()
    return ReadTexts(
        headline=title,
        standfirst="" if _repeats(standfirst, title, body_text) else cut_text(standfirst, MAX_BODY),
        body_html=body_html,
        body_text=body_text,
        pictures=pictures,
        captioned=captioned,
        bylines=() if names_author(entry, document) else page.margins.bylines,
        makers=read.makers or told.cut.makers,
        credits=(*read.lines, *told.cut.lines),
        stamps=page.margins.stamps,
        dates=(*filter(says_when, page.margins.stamps), *page.margins.days),
        inferred=(
            *inferred,
            *_mark_lines("standfirst", _CAPTION, told.captions),
            *_mark_lines("body_text", _DOUBT, _list_doubtful(page.margins.doubtful, read)),
            *_mark_lines("body_text", "left out in doubt", page.margins.unlikely),
            *_mark_lines("body_text", _CAPTION, captions),
        ),
        problems=(
            *(*cut, *(long or body_cut)),
            *(long_summary or _note_cut("standfirst", standfirst)),
        ),
    )


def infer_headline(texts: ReadTexts, url: str | None) -> tuple[str, str]:
    """Return a headline where none is stated, and where it came from.

    The first sentence of the text, else the last words of the address, else that there is none.
    """
    text = texts.standfirst or texts.body_text
    if text:
        line = text.split("\n")[0]
        sentence = _SENTENCE_END.split(line, maxsplit=1)[0]
        short = cut_text(sentence, _MAX_INFERRED)
        return short if short == sentence else f"{short}…", "first sentence of the text"
    words = _read_slug(url or "")
    return (words, "the address") if words else (NO_HEADLINE, "nothing was stated")


def _is_report(text: str) -> bool:
    """Tell whether a summary is the whole report: long, or of several paragraphs."""
    words = [len(part.split()) for part in text.split("\n\n")]
    return sum(words) >= _REPORT_WORDS or sum(count >= _PARAGRAPH_WORDS for count in words) > 1


def _repeats(standfirst: str, title: str, body_text: str) -> bool:
    """Tell whether a standfirst says nothing but the headline or how the body begins."""
    plain = " ".join(fold_text(_drop_cut_mark(standfirst)).split())
    body = " ".join(fold_text(body_text[: 2 * len(standfirst) + 100]).split())
    return plain == " ".join(fold_text(title).split()) or body.startswith(plain)


def _drop_cut_mark(text: str) -> str:
    """Return an excerpt without the dots and words that say it goes on elsewhere."""
    return text[:-_LONGEST_MARK] + _CUT_MARK.sub("", text[-_LONGEST_MARK:])


def _says_no_more(body_text: str, standfirst: str) -> bool:
    """Tell whether a body is the summary again, with nothing but captions beside it."""
    if _is_report(standfirst):
        return False
    summary = fold_text(join_line(standfirst))
    parts = (part for part in body_text.split("\n\n") if not is_caption(part))
    # Most bodies begin otherwise, and need no look at the rest.
    first = next(parts, None)
    if first is None or not summary.startswith(fold_text(first)):
        return False
    return fold_text(" ".join((first, *parts))) == summary


def _first(entry: Entry, role: str) -> Text | None:
    """Return the first text of a role that has words."""
    return next((text for text in entry.texts if text.role == role and text.value.strip()), None)


def _longest_body(entry: Entry) -> Text | None:
    """Return the body; of several, the longest: the others are excerpts of it."""
    bodies = (text for text in entry.texts if text.role == "body" and text.value.strip())
    return max(bodies, key=lambda text: len(text.value), default=None)


def _read_title(entry: Entry, document: Document) -> tuple[str, tuple[Problem, ...]]:
    """Return the stated headline on one line, without the name of the site."""
    if entry.title is None:
        return "", ()
    title = plain_line(entry.title.value[: 20 * MAX_TITLE], markup=entry.title.type != "text")
    if document.form == "html":
        title = strip_site(title, document.title)
    cut = cut_text(title, MAX_TITLE)
    return cut, (Problem(what="the headline was cut"),) if cut != title else ()


def _take_report(
    report: PastedReport, title: str, standfirst: str, problems: tuple[Problem, ...]
) -> ReadTexts:
    """Return what stands in pasted text, beside what was stated."""
    whole = mark_paragraphs("\n\n".join(report.paragraphs))
    read = cut_tail(whole, title or report.headline)
    body_text = html_to_text(read.html)
    found = {
        "headline": report.headline and not title,
        "standfirst": report.standfirst and not standfirst,
        "body_text": body_text,
    }
    return ReadTexts(
        kicker=report.kicker,
        headline=title or cut_text(join_line(report.headline), MAX_TITLE),
        standfirst=standfirst or tidy_paragraphs(report.standfirst),
        body_html=read.html,
        body_text=body_text,
        bylines=report.bylines,
        makers=(*read.makers, *filter(None, map(read_makers, report.makers))),
        credits=(*read.lines, *report.makers),
        stamps=report.stamps,
        dates=report.dates,
        inferred=(
            *(Inference(field=it, origin="found in pasted text") for it in found if found[it]),
            *_mark_lines("headline", "left out above it", _list_kickers(report)),
            *_mark_lines("body_text", _DOUBT, _list_doubtful(report.doubtful, read)),
            *_mark_lines("body_text", _CAPTION, report.captions),
        ),
        problems=problems,
    )


def _list_kickers(report: PastedReport) -> tuple[str, ...]:
    """Return the words above the headline of pasted text; one alone is a label."""
    return (report.kicker,) if len(report.kicker.split()) > 1 else ()


def _list_doubtful(lines: Iterable[str], read: CutText) -> Iterable[str]:
    """Return what is left of lines that are kept in doubt."""
    return filter(None, (_drop_cut(join_line(it), read) for it in lines))


def _drop_cut(line: str, read: CutText) -> str:
    """Return what is left of a line of pasted text."""
    for cut in read.lines:
        line = line.removesuffix(cut).rstrip()
    return line


def _mark_lines(field: str, what: str, lines: Iterable[str]) -> tuple[Inference, ...]:
    """Return where in a text somebody might want to look again: the first lines, each cut."""
    marked = (cut_text(join_line(line), _MAX_MARKED) for line in islice(lines, _MOST_MARKED))
    return tuple(Inference(field=field, origin=f"{what}: {line}") for line in marked)


def _read_body(body: Text, base: str, title: str) -> tuple[CutText, str, tuple[Problem, ...]]:
    """Return a body as safe HTML, with who made it, and as plain text."""
    value = _clean_markup(body)
    if body.type == "text" and not has_markup(value):
        body_html = mark_paragraphs(value)
    else:
        body_html = sanitize_html(value, body.base or base)
    read = cut_tail(body_html, title)
    body_text = html_to_text(read.html)
    if len(read.html) <= MAX_BODY:
        return read, body_text, _note_cut("body", body_text)
    body_text = cut_text(body_text, MAX_BODY // 2)
    problem = Problem(what="the body was cut")
    return replace(read, html=mark_paragraphs(body_text)), body_text, (problem,)


def _clean_markup(text: Text) -> str:
    """Return a text's markup, as much of it as is read."""
    return clean_characters(text.value[:MAX_MARKUP])


def _first_page(entry: Entry) -> Text | None:
    """Return the page of an entry; the programs of a long one do not count."""
    page = _first(entry, "page")
    long = page is not None and len(page.value) > MAX_MARKUP
    return replace(page, value=drop_code(page.value)) if page and long else page


def _list_known(entry: Entry, document: Document, title: str, standfirst: str) -> list[str]:
    """Return what is held apart from the body and may stand above it once more."""
    stated = plain_text(entry.title) if entry.title else ""
    names = (person.name for person in entry.authors)
    return [title, stated, standfirst, entry.section, document.title, *entry.categories, *names]


def _place_pictures(pictures: Iterable[RawMedia], base: str) -> tuple[RawMedia, ...]:
    """Return the pictures of a page with their addresses in the web."""
    placed = ((it, clean_url(it.url, base)) for it in pictures)
    return tuple(replace(it, url=url) for it, url in placed if url)


def _note_cut(field: str, text: str) -> tuple[Problem, ...]:
    """Return a problem if a text is longer than is kept."""
    return (Problem(what=f"the {field} was cut"),) if len(text) > MAX_BODY else ()


def _note_markup(field: str, text: Text | None) -> tuple[Problem, ...]:
    """Return a problem if a text has more markup than is read."""
    long = text is not None and len(text.value) > MAX_MARKUP
    return (Problem(what=f"the {field} was cut"),) if long else ()


def _read_slug(url: str) -> str:
    """Return the words an address ends with: ``/2019/mayor-resigns.html`` is "mayor resigns"."""
    for part in reversed(urlsplit(url).path.split("/")):
        words = join_line(clean_characters(unquote(_FILE_ENDING.sub("", part))))
        plain = join_line(re.sub(r"[-_+]+", " ", words))
        if sum(map(str.isalpha, plain)) > 3:  # noqa: PLR2004 - "12a" names nothing
            return cut_text(plain, _MAX_INFERRED)
    return ""
