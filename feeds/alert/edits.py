"""An edit as people read it: in plain text, and in HTML with ``ins`` and ``del``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final, Literal

from feeds.model import Edit, Kind
from feeds.text.characters import cut_text
from feeds.text.diff import Piece, diff_words

NAMES: Final[Mapping[Kind, str]] = {
    Kind.NEW: "New",
    Kind.HEADLINE: "Headline",
    Kind.STANDFIRST: "Standfirst",
    Kind.BODY: "Text",
    Kind.FIGURES: "Figures",
    Kind.CORRECTION: "Correction",
    Kind.BYLINE: "Byline",
    Kind.URL: "Address",
    Kind.DATE: "Date",
    Kind.MEDIA: "Pictures",
    Kind.FULL_TEXT: "Full text",
    Kind.WITHDRAWN: "Withdrawn",
    Kind.RESTORED: "Restored",
    Kind.REVERTED: "Reverted",
    Kind.TRIVIAL: "Trivial",
}
"""What people call the kinds."""

# Characters: of two texts that are compared, of the words around an edit, of one edited stretch.
_MOST_COMPARED = 20_000
_AROUND = 120
_MOST_EDITED = 1_000
_MOST_PIECES = 60
# What is replaced by no more than this reads well as "12 → 15".
_SHORT = 40

# Their values are names of people, addresses and dates, not prose: shown whole, side by side.
_WHOLE = frozenset({Kind.BYLINE, Kind.URL, Kind.DATE, Kind.MEDIA})

# Their note says it all; what else was edited is another edit.
_NOTED = frozenset({Kind.CORRECTION, Kind.WITHDRAWN})

# Heard and not seen; a reader that drops styles shows the words.
_HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch of an edit as it is shown.

    Attributes:
        op: What became of it.
        before: How it read; of ``same`` too.
        after: How it reads; empty of ``same``.
    """

    op: Literal["same", "removed", "added", "replaced"]
    before: str = ""
    after: str = ""


def show_edit_text(edit: Edit) -> str:
    """Return an edit in plain text: ``Figures: the flood killed [12 → 15] people``.

    What left stands in ``[-…-]``, what came in ``[+…+]``; the notice of a correction, and why
    something was withdrawn, in a line of its own. A note that begins with the name of its kind
    needs no other.
    """
    words = "".join(map(_show_part_text, _list_parts(edit)))
    lines = (f"“{edit.note}”" if edit.kind is Kind.CORRECTION else edit.note, words)
    told = "\n".join(line for line in lines if line.strip("“”"))
    return told if names_kind(edit) else f"{NAMES[edit.kind]}: {told or _count(edit)}"


def names_kind(edit: Edit) -> bool:
    """Tell whether the note of an edit begins with what it is: ``Correction: it broke``."""
    return edit.note.casefold().startswith(edit.kind.value)


def show_edit_html(edit: Edit) -> str:
    """Return an edit in HTML: paragraphs with ``ins`` and ``del``, each announced in hidden words.

    Everything that comes from a story is escaped text.
    """
    name = "" if names_kind(edit) else f"<strong>{escape(NAMES[edit.kind])}</strong>: "
    words = "".join(map(_show_part_html, _list_parts(edit))).replace("\n", "<br>")
    note = escape(edit.note)
    if note and edit.kind is Kind.CORRECTION:
        note = f"<q>{note}</q>"
    told = [line for line in (note, words) if line] or [escape(_count(edit))]
    first, *others = told
    more = "".join(f'<p dir="auto">{line}</p>' for line in others)
    return f'<p dir="auto">{name}{first}</p>{more}'


@lru_cache(maxsize=1_024)
def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return what differs, compared once for every form and each publishing of an alerts feed."""
    return diff_words(before, after)


def _list_parts(edit: Edit) -> tuple[_Part, ...]:
    """Return what is shown of an edit's words; nothing where its note says it all."""
    before, after = edit.before, edit.after
    if edit.note and edit.kind in _NOTED:
        return ()
    if max(len(before), len(after)) > _MOST_COMPARED:
        return ()
    if edit.kind in _WHOLE and before and after:
        parts: Sequence[_Part] = (_Part(op="replaced", before=before, after=after),)
    elif edit.kind in {Kind.NEW, Kind.RESTORED, Kind.FULL_TEXT} and not before:
        parts = (_Part(op="same", before=after),)
    else:
        parts = tuple(_pair_pieces(compare_words(before, after)))
    last = len(parts) - 1
    shown = [_shorten(part, number, last) for number, part in enumerate(parts[:_MOST_PIECES])]
    return (*shown, _Part(op="same", before=" …")) if last >= _MOST_PIECES else tuple(shown)


def _pair_pieces(pieces: Sequence[Piece]) -> Iterator[_Part]:
    """Yield pieces as parts: what left and what came in its place are one."""
    removed = ""
    for piece in pieces:
        match piece.op:
            case "removed":
                removed = piece.text
                continue
            case "added" if removed:
                yield _Part(op="replaced", before=removed, after=piece.text)
            case "added":
                yield _Part(op="added", after=piece.text)
            case "same":
                if removed:
                    yield _Part(op="removed", before=removed)
                yield _Part(op="same", before=piece.text)
        removed = ""
    if removed:
        yield _Part(op="removed", before=removed)


def _shorten(part: _Part, number: int, last: int) -> _Part:
    """Return a part with no more words around edits than are needed to know the place."""
    if part.op != "same":
        before, after = (_cut_end(text, _MOST_EDITED) for text in (part.before, part.after))
        return _Part(op=part.op, before=before, after=after)
    text = part.before
    if not last:
        return _Part(op="same", before=_cut_end(text, _MOST_EDITED))
    if number == 0:
        return _Part(op="same", before=_cut_begin(text, _AROUND))
    if number == last:
        return _Part(op="same", before=_cut_end(text, _AROUND))
    if len(text) <= 2 * _AROUND:
        return part
    ends = f"{cut_text(text, _AROUND)} … {_cut_begin(text, _AROUND).removeprefix('… ')}"
    return _Part(op="same", before=ends)


def _cut_end(text: str, limit: int) -> str:
    """Return the beginning of a text, with an ellipsis where it was cut."""
    return text if len(text) <= limit else f"{cut_text(text, limit)} …"


def _cut_begin(text: str, limit: int) -> str:
    """Return the end of a text, from a word on, with an ellipsis where it was cut."""
    if len(text) <= limit:
        return text
    tail = text[-limit:]
    return f"… {tail.partition(' ')[2] or tail}"


def _show_part_text(part: _Part) -> str:
    """Return a part in plain text; white space around it stays outside of the brackets."""
    match part.op:
        case "same":
            return part.before
        case "removed":
            return _wrap(part.before, "[-", "-]")
        case "added":
            return _wrap(part.after, "[+", "+]")
        case "replaced" if max(len(part.before), len(part.after)) <= _SHORT:
            return _wrap(f"{part.before.rstrip()} → {part.after.lstrip()}", "[", "]")
        case "replaced":
            return f"{_wrap(part.before, '[-', '-]').rstrip()} {_wrap(part.after, '[+', '+]')}"


def _show_part_html(part: _Part) -> str:
    """Return a part in HTML."""
    match part.op:
        case "same":
            return escape(part.before)
        case "removed":
            return _mark("del", "removed:", part.before)
        case "added":
            return _mark("ins", "added:", part.after)
        case "replaced":
            came = _mark("ins", "now", part.after)
            return f"{_mark('del', 'was', part.before).rstrip()} {came.lstrip()}"


def _mark(tag: str, heard: str, text: str) -> str:
    """Return text in an element that is announced, white space around it left outside."""
    hidden = f'<span style="{_HIDDEN}">{heard} </span>'
    begin, core, end = _part_spaces(text)
    return f"{begin}<{tag}>{hidden}{escape(core)}</{tag}>{end}"


def _wrap(text: str, opening: str, closing: str) -> str:
    """Return text in brackets, white space around it left outside."""
    begin, core, end = _part_spaces(text)
    return f"{begin}{opening}{core}{closing}{end}"


def _part_spaces(text: str) -> tuple[str, str, str]:
    """Return the white space before a text, the text, and that behind it."""
    core = text.strip()
    begin, _, end = text.partition(core) if core else (text, "", "")
    return begin, core, end


def _count(edit: Edit) -> str:
    """Return how large an edit is, where its words are not shown."""
    if not edit.words:
        return "changed"
    return f"{edit.words} {'word' if edit.words == 1 else 'words'} changed"
