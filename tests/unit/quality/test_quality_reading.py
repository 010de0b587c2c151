"""Sets are read completely, and all that is wrong with them is told for people."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from quality.corpora import list_corpora
from quality.forms import COPIES, EDITS, EVENTS, PAGES, PASTES, WORDS, Form
from quality.reading import SetError, read_rows, read_sets

EXAMPLE = "as in 2026-11-23T12:00:00+01:00"
TIME = f"write it {EXAMPLE}"
TEXTLESS = "has no headline, standfirst or text"
BODILESS = "has no headline, standfirst or body"
STORY = {"id": "1", "headline": "Dam holds"}
BEFORE, AFTER = {"headline": "Dam holds"}, {"headline": "Dam breaks"}
EDIT = {"id": "1", "language": "en", "before": BEFORE, "after": AFTER, "kinds": ["headline"]}


def write_set(folder: Path, *rows: Any, name: str = "mine.jsonl") -> Path:
    """Write a set of these rows."""
    path = folder / name
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def list_faults(path: Path, form: Form) -> list[str]:
    """Return what is told of a set, without the folder it lies in."""
    with pytest.raises(SetError) as caught:
        read_rows(path, form)
    return str(caught.value).replace(f"{path.parent}/", "").splitlines()


def test_a_set_that_is_right_is_read(tmp_path: Path) -> None:
    """Ids and labels become text; fields that are not known are ignored; blank lines are none."""
    path = tmp_path / "mine.jsonl.gz"
    rows = [STORY | {"id": 7, "event": 3, "why": 5, "text": None}, STORY | {"event": None}]
    lines = "\n\r\n".join(map(json.dumps, rows))
    path.write_bytes(gzip.compress(f"\ufeff{lines}".encode()))

    assert [
        STORY | {"id": "7", "event": "3", "text": None},
        STORY | {"event": ""},
    ] == read_rows(path, EVENTS)


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "a.jsonl", "is empty: there is nothing to measure"),
        (b"\xef\xbb\xbf\n \n", "a.jsonl", "is empty: there is nothing to measure"),
        (
            b'[\n{"id": 1}\n]',
            "a.jsonl",
            "begins with a list; write each object on a line of its own, without commas",
        ),
        (
            b"{}",
            "a.jsonl.gz",
            "is not compressed with gzip; take .gz from its name, or compress it",
        ),
        (
            gzip.compress(b"{}" * 99, mtime=0)[:-9],
            "a.jsonl.gz",
            "is cut or damaged, and cannot be unpacked; make it again",
        ),
        (gzip.compress(b"{}", mtime=0), "a.jsonl", "is compressed with gzip; name it a.jsonl.gz"),
    ],
)
def test_a_file_that_is_no_set_is_told_in_one_line(
    tmp_path: Path, content: bytes, name: str, told: str
) -> None:
    """What is wrong with the whole of it, and what to do."""
    path = tmp_path / name
    path.write_bytes(content)

    assert [f"{name}: {told}"] == list_faults(path, COPIES)


def test_a_path_that_leads_to_no_file_is_told(tmp_path: Path) -> None:
    """There is nothing, or a folder."""
    (tmp_path / "sets").mkdir()

    assert ["no.jsonl: is not there; is its path right?"] == list_faults(
        tmp_path / "no.jsonl", COPIES
    )
    assert ["sets: is a folder; name a file in it"] == list_faults(tmp_path / "sets", COPIES)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"Dam", "is no JSON (Expecting value, column 1); write one whole object on each line"),
        (b"5", "must be an object, not a number"),
        (b'{"headline": "caf\xe9"}', "is not UTF-8; save the file as UTF-8"),
        (b'{"headline": "\\ud83d"}', "holds half a character, as in \\ud83d; write it whole"),
        (b'{"a":' * 100_000, "is nested too deeply"),
        (b'{"id": ' + b"9" * 5000 + b"}", "holds a number that is too long"),
    ],
)
def test_a_line_that_is_no_row_is_told_with_its_number(
    tmp_path: Path, line: bytes, told: str
) -> None:
    """And the lines around it are read."""
    path = tmp_path / "mine.jsonl"
    path.write_bytes(b'{"id": 1, "headline": "a"}\n\n' + line + b'\n{"id": 2}\n')

    assert [
        f"mine.jsonl:3: {told}",
        f"mine.jsonl:4: {TEXTLESS}; give it one of them",
    ] == list_faults(path, COPIES)


@pytest.mark.parametrize(
    ("form", "row", "told"),
    [
        (COPIES, {"headline": "Dam holds"}, ["id: is missing"]),
        (COPIES, {"uid": 1, "text": "x"}, ["id: is missing; did you mean it by uid?"]),
        (COPIES, STORY | {"id": " "}, ["id: is empty; give each row one of its own"]),
        (COPIES, STORY | {"id": True}, ["id: must be text or a number"]),
        (COPIES, STORY | {"headline": 5}, ["headline: must be text, not a number"]),
        (COPIES, STORY | {"told": "2026-11-23"}, [f"told: has no zone; {TIME}"]),
        (COPIES, STORY | {"told": "2026-11-23T12:00:00"}, [f"told: has no zone; {TIME}"]),
        (COPIES, STORY | {"told": "today"}, [f"told: is no date of ISO 8601; {TIME}"]),
        (
            COPIES,
            STORY | {"told": "0001-01-01T00:00:00Z"},
            ["told: is in the year 1; is it a date that stands for none?"],
        ),
        (
            COPIES,
            {"id": 1, "title": "a", "body": "b", "told": 5},
            [
                "told: must be text, not a number",
                f"{TEXTLESS}, but has title, body: did you mean headline, text?",
            ],
        ),
        (
            COPIES,
            {"id": 1, "headline": "<p></p>", "c\x1b": 1},
            [f"{TEXTLESS}, but has c?; none of these is known"],
        ),
        (
            EDITS,
            EDIT | {"kinds": ["headlines"], "also": "body"},
            ["kinds.0: is not known; did you mean headline?", "also: must be a list, not text"],
        ),
        (
            EDITS,
            EDIT | {"before": {"title": "a", "text": "b"}, "after": "c", "earlier": [{}]},
            [
                "after: must be an object, not text",
                f"before: {BODILESS}, but has title, text: did you mean headline, body?",
                f"earlier.0: {BODILESS}; give it one of them",
            ],
        ),
        (
            EDITS,
            EDIT | {"after": AFTER | {"byline": "Ann", "media": [None], "url": "http://["}},
            [
                "after.byline: must be a list, not text",
                "after.url: is no address",
                "after.media.0: must be text, not null",
            ],
        ),
        (
            PAGES,
            {"id": 1, "body": "a", "date": "23.11.2026"},
            [
                "date: must be a day as in 2026-11-23, or null",
                "html: is missing; give the page, or a file with it as html_file",
            ],
        ),
        (
            PAGES,
            {"id": 1, "body": "a", "html_file": "p.html.gz"},
            ["html_file: p.html.gz is not there; is its path right?"],
        ),
        (
            PASTES,
            {"text": "a", "copied": "all"},
            ["body: is missing", "copied: is not known; known are: selection, page"],
        ),
        (
            WORDS,
            {"kind": "dates", "text": "a", "expected": 5},
            ["kind: is not known; did you mean date?"],
        ),
        (
            WORDS,
            {"kind": "byline", "text": "a", "expected": [5]},
            ["expected: must be a list of people, or null if there is none"],
        ),
        (
            WORDS,
            {"kind": "date", "text": "a", "expected": ""},
            [f"expected: must be a date with a zone, {EXAMPLE}, or null if there is none"],
        ),
    ],
)
def test_what_is_wrong_with_a_row_is_told_at_its_field(
    tmp_path: Path, form: Form, row: dict[str, Any], told: list[str]
) -> None:
    """All of it at once, each with what to do."""
    path = write_set(tmp_path, row)

    assert [f"mine.jsonl:1: {one}" for one in told] == list_faults(path, form)


def test_an_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    """The same as a number and as text, and though its row has other faults."""
    path = write_set(tmp_path, STORY | {"id": 1, "headline": 5}, STORY | {"id": "1"})

    assert [
        "mine.jsonl:1: headline: must be text, not a number",
        "mine.jsonl:2: id: stands on line 1 already; give each row one of its own",
    ] == list_faults(path, COPIES)


def test_events_are_not_measured_without_a_label(tmp_path: Path) -> None:
    """Copies are: the usual reference labels them."""
    path = write_set(tmp_path, STORY)

    assert ["mine.jsonl: no row has event: there is nothing to measure the desk by"] == list_faults(
        path, EVENTS
    )
    assert [STORY] == read_rows(path, COPIES)


def test_the_first_problems_of_each_file_are_told_and_the_others_counted(tmp_path: Path) -> None:
    """Of a file that is named twice they are told once."""
    many = write_set(tmp_path, *[{"id": n} for n in range(23)], name="many.jsonl")
    one = write_set(tmp_path, {"id": 1}, name="one.jsonl")

    with pytest.raises(SetError) as caught:
        read_sets([(many, COPIES), (one, COPIES), (many, COPIES)])

    lines = str(caught.value).splitlines()
    assert len(caught.value.problems) == 24
    assert [f"{many}:{n}" for n in range(1, 21)] == [line.partition(": ")[0] for line in lines[:20]]
    assert lines[20] == f"{many}: and 3 more"
    assert lines[21:] == [f"{one}:1: {TEXTLESS}; give it one of them"]


def test_a_folder_without_corpora_is_told(tmp_path: Path) -> None:
    """With the names of the files that were looked for."""
    path = write_set(tmp_path)

    for folder, told in {
        tmp_path: "holds none of copies-texts.jsonl.gz, ",
        tmp_path / "no": "is not there; is its path right?",
        path: "is no folder",
    }.items():
        with pytest.raises(SetError) as caught:
            list_corpora(folder)
        assert str(caught.value).startswith(f"{folder}: {told}")


def test_a_corpus_with_other_fields_is_told(tmp_path: Path) -> None:
    """As a set is."""
    row = json.dumps({"id": 1, "event": "a", "headline": "b", "publisher": None})
    (tmp_path / "events-headlines.jsonl.gz").write_bytes(gzip.compress(row.encode()))
    (task,) = list_corpora(tmp_path)

    assert [
        "events-headlines.jsonl.gz:1: title: is missing",
        "events-headlines.jsonl.gz:1: has no title, but has headline; none of these is known",
    ] == list_faults(task.path, task.form)
