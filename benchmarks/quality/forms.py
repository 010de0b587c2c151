"""The forms of sets: the type of their rows, and what no type can say."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from quality.contents import UnreadableError, read_content
from quality.folding import tells_anything
from quality.rows import Row, read_story
from quality.written import (
    Time,
    WrittenAgency,
    WrittenEdit,
    WrittenPage,
    WrittenPaste,
    WrittenPlace,
    WrittenStory,
    WrittenVersion,
    WrittenWords,
)

_MOST_NAMED, _LONGEST = 6, 64
# Under what other names the texts of a report go, and how they are called here.
_MEANT: Mapping[str, tuple[str, ...]] = {
    "abstract": ("standfirst",),
    "article": ("text", "body"),
    "body": ("text",),
    "content": ("text", "body"),
    "description": ("standfirst",),
    "summary": ("standfirst",),
    "text": ("body",),
    "title": ("headline",),
}

Found = Iterator[tuple[str, str]]


def _nothing_more(_: Row, __: Path) -> Found:
    """Find nothing: the type says it all."""
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the rows of a set are written.

    Attributes:
        shape: Their type.
        check: Yields what else is wrong with a row, whatever its type says: a path in it, which is
            empty for the whole, and a message. It is handed the folder of the set, too.
        label: A field that some row must hold, or nothing can be measured; empty if there is none.
    """

    shape: type
    check: Callable[[Row, Path], Found] = _nothing_more
    label: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are known."""
        return tuple(self.shape.__annotations__)

    def make_reader(self) -> TypeAdapter[Any]:
        """Return what reads one row."""
        return TypeAdapter(self.shape)


def needs_text(shape: type, texts: Mapping[str, str]) -> Callable[[Row, Path], Found]:
    """Return a check that a row holds a text that is shown.

    Args:
        shape: Its type, whose names are known.
        texts: Its texts by what they are in a story: ``headline``, ``standfirst`` or ``text``.
    """

    def check(row: Row, _: Path) -> Found:
        said = {part: value for part, name in texts.items() if (value := row.get(name)) is not None}
        # What is no text has been told.
        if not all(isinstance(value, str) for value in said.values()):
            return
        if not tells_anything(read_story({"id": "1"} | said)):
            yield "", tell_textless(row, tuple(texts.values()), tuple(shape.__annotations__))

    return check


def tell_textless(row: Row, texts: tuple[str, ...], known: Iterable[str]) -> str:
    """Return in words that a row has none of its texts, and under what names they may stand."""
    wanted = " or ".join(part for part in (", ".join(texts[:-1]), texts[-1]) if part)
    others = [name for name in row if name not in known]
    if not others:
        return f"has no {wanted}" + ("; give it one of them" if len(texts) > 1 else "")
    named = ", ".join(name[:_LONGEST] for name in others[:_MOST_NAMED])
    named += ", …" if len(others) > _MOST_NAMED else ""
    meant = list(dict.fromkeys(one for name in others for one in _guess(name, texts)))
    end = f": did you mean {', '.join(meant)}?" if meant else "; none of these is known"
    return f"has no {wanted}, but has {named}{end}"


def _guess(name: str, texts: tuple[str, ...]) -> list[str]:
    """Return which text was probably meant by a name that is not known; none or one."""
    usual = [one for one in _MEANT.get(name.lower(), ()) if one in texts]
    return usual[:1] or difflib.get_close_matches(name[:_LONGEST].lower(), texts, n=1)


_check_version = needs_text(
    WrittenVersion, {"headline": "headline", "standfirst": "standfirst", "text": "body"}
)


def _check_edit(row: Row, folder: Path) -> Found:
    """Yield the versions that hold no text."""
    earlier = row.get("earlier")
    versions = {name: row.get(name) for name in ("before", "after")} | {
        f"earlier.{place}": version
        for place, version in enumerate(earlier if isinstance(earlier, list) else ())
    }
    for where, version in versions.items():
        if isinstance(version, dict):
            yield from ((where, message) for _, message in _check_version(version, folder))


def check_page(row: Row, folder: Path) -> Found:
    """Yield that a page is not there."""
    name = row.get("html_file")
    if "html" not in row and name is None:
        yield "html", "is missing; give the page, or a file with it as html_file"
    if "html" not in row and isinstance(name, str):
        try:
            read_content(folder / name)
        except UnreadableError as error:
            yield "html_file", f"{folder / name} {error}"


def _check_words(row: Row, _: Path) -> Found:
    """Yield that something is expected that its kind cannot have."""
    kind, expected = row.get("kind"), row.get("expected")
    if not isinstance(kind, str) or kind not in _EXPECTED or expected is None:
        return
    reader, wanted = _EXPECTED[kind]
    try:
        reader.validate_python(expected)
    except ValidationError:
        yield "expected", f"must be {wanted}, or null if there is none"


def _adapt(shape: Any) -> TypeAdapter[Any]:
    """Return what reads values of a type, and takes no other for one."""
    return TypeAdapter(shape, config=ConfigDict(strict=True))


_EXPECTED: Mapping[str, tuple[TypeAdapter[Any], str]] = {
    "dateline": (_adapt(str | WrittenPlace), 'a place, or {"place": …, "date": …}'),
    "agency": (
        _adapt(str | list[str] | list[WrittenAgency]),
        'a name, a list of names, or a list of {"name": …, "role": "credited" or "quoted"}',
    ),
    "byline": (_adapt(str | list[str]), "a list of people"),
    "date": (
        _adapt(Annotated[Time, Field(min_length=1)]),
        "a date with a zone, as in 2026-11-23T12:00:00+01:00",
    ),
}
_check_story = needs_text(WrittenStory, {name: name for name in ("headline", "standfirst", "text")})
COPIES = Form(shape=WrittenStory, check=_check_story)
EVENTS = Form(shape=WrittenStory, check=_check_story, label="event")
EDITS = Form(shape=WrittenEdit, check=_check_edit)
PAGES = Form(shape=WrittenPage, check=check_page)
PASTES = Form(shape=WrittenPaste)
WORDS = Form(shape=WrittenWords, check=_check_words)
