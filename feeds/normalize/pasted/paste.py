"""A report out of text copied from a web page, without the furniture around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from feeds.normalize.days.reading_times import drop_reading
from feeds.normalize.days.stamps import pair_published, says_when, tells_published, tells_updated
from feeds.normalize.furniture.captions import ends_with_agency, is_caption
from feeds.normalize.furniture.interviewers import may_credit
from feeds.normalize.furniture.lines import READ, Line, names_who_or_when
from feeds.normalize.furniture.makers import read_makers
from feeds.normalize.furniture.wire import drop_marks, join_datelines
from feeds.normalize.pasted.broken_headlines import join_headlines
from feeds.normalize.pasted.doubt import choose_lines
from feeds.normalize.pasted.files import read_weights
from feeds.normalize.pasted.hyphens import join_soft
from feeds.normalize.pasted.layout import Layout, fold_line, lay_out
from feeds.normalize.pasted.notices import is_of_desk
from feeds.normalize.pasted.quotations import join_quotations
from feeds.normalize.pasted.short_heads import is_short_standfirst
from feeds.normalize.pasted.wrapped import join_wrapped
from feeds.text.characters import clean_characters
from feeds.text.language import detect_language
from feeds.text.notices import is_hold

_STANDFIRST_WORDS: Final = 5
_BELOW: Final = 3
# So few words between headline and standfirst are a label such as "Editorial" or a name.
_LABEL_WORDS: Final = 3
_KICKER_WORDS: Final = 4
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedReport:
    """What was found in pasted text.

    Attributes:
        kicker: What stands right above the headline, if it is a word or a few; else empty.
        headline: Empty if none was found.
        standfirst: Empty if none was found.
        paragraphs: Of the report, in order; behind them the corrections and editor's notes that
            stood above it, so that the first one is still that with the dateline; and what holds it
            back, wherever that stood.
        doubtful: Those of them that may be the site's.
        captions: Lines under pictures, known by their credit; no part of the paragraphs.
        bylines: Lines that name who wrote it, or the agencies whose copy it is, as they stand
            there; without the day that they state.
        makers: Lines of credits right below the report that are none of its paragraphs.
        stamps: Lines that say when, as they stand there.
        dates: Those of them, and what bylines say of a day, that state a day of the report: above
            it or below it, that it was published or changed then; below the headline, nothing else.
    """

    kicker: str = ""
    headline: str = ""
    standfirst: str = ""
    paragraphs: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def read_paste(text: str, title: str = "", language: str | None = None) -> PastedReport:
    """Return the report in pasted text.

    Args:
        text: As pasted.
        title: The headline, if it is known from elsewhere.
        language: BCP 47 tag, if it is stated.
    """
    language = language or detect_language(text)
    layout = lay_out(split_blocks(text, language), title, language)
    choice = choose_lines(layout, read_weights())
    lines, end = layout.lines, layout.core[1]
    captions = [line for line in lines if line.kind not in READ and is_caption(line.text)]
    head = 0 if layout.place is None else layout.place + 1
    above = [lines[it] for it in range(head, layout.opening) if it not in layout.points]
    # An answer to a mail begins with what it answers: no standfirst, but part of what was sent.
    own = [line for line in above if not line.text.startswith(">")]
    notes = [line for line in own if line.kind in READ and is_of_desk(line.text, language)]
    told = frozenset(notes)
    places = frozenset(choice.places)
    read = {*places, *range(head, layout.opening)}
    held = [it for it, line in enumerate(lines) if it not in read and is_hold(line.folded)]
    behind = range(layout.opening, min(layout.ending + _BELOW, len(lines)))
    unread = [lines[it].text for it in behind if it not in places and may_credit(lines[it])]
    quoted = [line for line in above if line.text.startswith(">") and line.kind in READ]
    return PastedReport(
        kicker=_find_kicker(layout),
        headline=drop_marks(layout.headline),
        standfirst=find_standfirst([it for it in own if it not in told], layout.headline),
        paragraphs=(
            *(line.text for line in quoted),
            *(lines[place].text for place in choice.places),
            *(line.text for line in notes),
            *layout.notices,
            *(lines[it].text for it in held),
        ),
        doubtful=tuple(lines[place].text for place in choice.places if place in choice.doubtful),
        captions=tuple(line.text for line in captions if line.folded != fold_line(layout.headline)),
        bylines=layout.bylines,
        makers=tuple(text for text in unread if read_makers(text) is not None),
        stamps=tuple(line.text for line in lines[:end] if line.kind == "stamp"),
        dates=_list_dates(layout, language),
    )


def _find_kicker(layout: Layout) -> str:
    """Return the few words right above the headline, if no others stand above them as in a menu."""
    above = [line.words <= _KICKER_WORDS for line in layout.lines[: layout.place or 0]]
    alone = above[-2:] in ([True], [False, True])
    return layout.lines[len(above) - 1].text if alone else ""


def _list_dates(layout: Layout, language: str | None) -> tuple[str, ...]:
    """Return the lines around the report that state a day of it, those above it first.

    Below it counts what says that it was published, if nothing above tells when. Right above a
    paragraph it may be that of another report which is announced there.
    """
    lines, head = layout.lines, layout.place
    stamps = [it for it in range(layout.core[1]) if lines[it].kind == "stamp" or lines[it].when]
    said = {it: drop_reading(lines[it].when or lines[it].text) for it in stamps}
    stated = [it for it in stamps if says_when(said[it])]
    bare = [it for it in stamps if lines[it].day and head is not None and it > head]
    bare += [it for it in stamps if lines[it].when]
    above = [it for it in stamps if it < layout.opening and it in {*stated, *bare}]
    below = [it for it in stated if it > layout.opening and not _is_above_paragraph(lines, it)]
    if any(_tells_first(said[it], language) for it in above):
        below = [it for it in below if not tells_published(said[it])]
    return tuple(said[it] for it in (*above, *below))


def _tells_first(line: str, language: str | None) -> bool:
    """Tell whether a line says when the report was published, and not only when it was changed."""
    first = tells_published(line) or bool(pair_published(line, language))
    return first or not tells_updated(line)


def _is_above_paragraph(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a paragraph or short sentence follows a line."""
    return any(line.kind in READ for line in lines[place + 1 : place + 2])


def cut_signature(text: str) -> str:
    """Return an e-mail's plain text without its signature, behind a line ``--`` (RFC 3676, 4.3).

    More words behind the line than before it are no signature.
    """
    found = list(_SIGNATURE.finditer(text))
    if not found:
        return text
    head, rest = text[: found[-1].start()], text[found[-1].end() :]
    return head if len(rest.split()) < len(head.split()) else text


def split_blocks(text: str, language: str | None = None) -> list[list[str]]:
    """Return the lines with something in them, those together between which none was left empty.

    Lines broken to one width are joined again, and those of a headline. In a quotation a line is
    empty but for its sign.

    Args:
        text: As pasted.
        language: BCP 47 tag, if it is known.
    """
    # Spaces in a row are kept: they part the items of a menu. So do tabs, and the cells of a row.
    plain = clean_characters(join_soft(text).replace("\t", "  "))
    parts = [
        [
            line.rstrip().removesuffix(" =")
            for line in join_quotations(block.split("\n"))
            if line.strip().strip("> ")
        ]
        for block in re.split(r"\n\s*\n", plain)
    ]
    joined = join_datelines(join_wrapped([block for block in parts if block]))
    return join_headlines(joined, language)


def find_standfirst(lines: Sequence[Line], headline: str) -> str:
    """Return the sentences between headline and report, and a long line right below the headline.

    Such a line without full stop is the standfirst only if neither name nor date stands above it.
    """
    folded = fold_line(headline)
    below = [line for line in lines if line.folded != folded]
    sentences = " ".join(line.text for line in below if line.kind in {"prose", "sentence"})
    first = next((it for it in below if it.kind != "title" or it.words >= _LABEL_WORDS), None)
    near = bool(below) and below[0] is first and is_short_standfirst(first)
    if first is None or first.kind != "title" or not (near or _is_standfirst(first)):
        return sentences
    return "\n\n".join(filter(None, (first.text, sentences)))


def _is_standfirst(line: Line) -> bool:
    """Tell whether a line without full stop may be a standfirst: it credits nobody."""
    credited = names_who_or_when(line.text) or ends_with_agency(line.text)
    return line.words >= _STANDFIRST_WORDS and not credited
