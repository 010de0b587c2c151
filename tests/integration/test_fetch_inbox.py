"""The inbox: real files in a folder."""

import asyncio
import os
from dataclasses import replace
from pathlib import Path

import pytest
from asking import NOW

from feeds.fetch import fetch_source, open_web
from feeds.model import Failed, Fetched, NotModified, Outcome, Settings, Source, SourceState
from feeds.text.characters import clean_characters, join_line


async def _read(folder: Path, body_hash: str | None = None, max_bytes: int = 1024) -> Outcome:
    """Return what the folder answers."""
    source = Source(id="inbox", kind="inbox", path=folder)
    state = SourceState(source_id="inbox", body_hash=body_hash)
    async with open_web(replace(Settings(), max_bytes=max_bytes)) as web:
        return await fetch_source(source, state, web, NOW)


async def test_article_files_are_read_sorted_with_their_types(tmp_path: Path) -> None:
    """All known endings, in subfolders as well, in order of their names."""
    (tmp_path / "2026").mkdir()
    (tmp_path / "2026" / "Brücke.HTML").write_bytes(b"<p>Die Br\xfccke</p>")
    (tmp_path / "b.eml").write_bytes(b"Subject: B")
    (tmp_path / "c.MHT").write_bytes(b"From: C")
    (tmp_path / "d.mhtml").write_bytes(b"From: D")
    (tmp_path / "e.md").write_bytes(b"# E")
    (tmp_path / "f.markdown").write_bytes(b"# F")
    (tmp_path / "a.txt").write_bytes(b"A")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert [(body.name, body.media_type) for body in outcome.bodies] == [
        ("2026/Brücke.HTML", "text/html"),
        ("a.txt", "text/plain"),
        ("b.eml", "message/rfc822"),
        ("c.MHT", "multipart/related"),
        ("d.mhtml", "multipart/related"),
        ("e.md", "text/markdown"),
        ("f.markdown", "text/markdown"),
    ]
    assert outcome.bodies[0].content == b"<p>Die Br\xfccke</p>"
    assert outcome.problems == ()


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.txt", "~$a.docx", "a.txt~", "a.txt.tmp", "a.txt.part", ".git/a.txt"),
        *(".DS_Store", "Thumbs.db", "__MACOSX/a.pdf", "#a.txt#", ".a.txt.swp", "a.pdf.crdownload"),
        *("a.pdf.download/a.pdf", ".~lock.a.odt#", ".a.pages/a.txt"),
    ],
)
async def test_what_nobody_means_for_a_report_is_passed_over(tmp_path: Path, name: str) -> None:
    """Hidden and unfinished files, and those of systems, are neither read nor a problem."""
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert (outcome.bodies, outcome.problems) == ((), ())


async def test_a_bundle_is_told_as_one_file_unless_it_holds_an_article(tmp_path: Path) -> None:
    """Then it is a folder, and what else lies in it is told."""
    for name in ("A.pages/Data/x.iwa", "A.pages/B.key/y.iwa", "C.pages/a.pdf", "C.pages/D.key/y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "C.pages/deep").mkdir()
    (tmp_path / "C.pages/deep/story.txt").write_bytes(b"A")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert [body.name for body in outcome.bodies] == ["C.pages/deep/story.txt"]
    assert [line.partition(":")[0] for line in outcome.problems] == [
        *("A.pages", "C.pages/D.key", "C.pages/a.pdf"),
    ]


async def test_a_file_that_nobody_can_read_is_told_once(tmp_path: Path) -> None:
    """With its path and what to do; the others are read, and the next look finds nothing new."""
    for name in ("deep/b.PDF", "a.docx", "scan.jpg", "Notes.pages/Data/x.iwa", "report"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    for name in ("old.tmp/a.txt", "old.pages/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"A")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert [body.name for body in outcome.bodies] == ["old.pages/b.txt", "old.tmp/a.txt"]
    assert [line.partition(":")[0] for line in outcome.problems] == [
        *("Notes.pages", "a.docx", "deep/b.PDF", "report", "scan.jpg"),
    ]
    assert outcome.problems[2] == (
        "deep/b.PDF: a PDF is not read: save it as text (.txt), HTML (.html) or e-mail (.eml)"
    )
    assert isinstance(await _read(tmp_path, outcome.body_hash), NotModified)
    (tmp_path / "a.docx").unlink()
    assert isinstance(await _read(tmp_path, outcome.body_hash), Fetched)


async def test_many_unread_files_of_one_kind_are_told_in_one_line(tmp_path: Path) -> None:
    """Somebody gave an album for an inbox: what is wrong with others is seen all the same."""
    for number in range(103):
        (tmp_path / f"{number:03}.jpg").write_bytes(b"")
    for number in range(5):
        (tmp_path / f"{number:03}.pdf").write_bytes(b"")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert [line.partition(":")[0] for line in outcome.problems] == [
        *("000.jpg", "000.pdf", "001.pdf", "002.pdf", "003.pdf", "004.pdf"),
    ]
    assert outcome.problems[0].startswith("000.jpg: and 102 more like it: a picture is not read")


async def test_of_very_many_kinds_of_unread_files_the_first_are_told(tmp_path: Path) -> None:
    """Days at the end of names make each a kind of its own."""
    for number in range(103):
        (tmp_path / f"journal.{number:03}").write_bytes(b"")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert len(outcome.problems) == 101
    assert outcome.problems[-1] == "and 3 more lines like these"


@pytest.mark.parametrize("page", ["a.html", "a.md"])
async def test_pictures_and_styles_belong_to_a_page_beside_or_above_them(
    tmp_path: Path, page: str
) -> None:
    """Documents do not, and pictures elsewhere are told."""
    (tmp_path / "one" / "deep").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    for name in (f"one/{page}", "one/a.jpg", "one/deep/a.css", "one/deep/b.pdf", "two/c.jpg"):
        (tmp_path / name).write_bytes(b"x")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    told = [line.partition(":")[0] for line in outcome.problems]
    assert told == ["one/deep/b.pdf", "two/c.jpg"]


@pytest.mark.parametrize(
    ("page", "beside"),
    [
        ("Bridge closes.html", "Bridge closes_files/frame.html"),
        ("Bridge closes.HTM", "bridge closes_files/deep/data.json"),
        ("Bridge closes.xhtml", "Bridge closes.files/a.txt"),
        ("2026/Brücke.html", "2026/Brücke-Dateien/anzeige.html"),
        ("Le pont.html", "Le pont_fichiers/a.html"),
        ("Bro.html", "Bro-filer/a.html"),
        ("Мост.html", "Мост_файлы/a.html"),
        ("橋.htm", "橋_ファイル/a.html"),
        ("Most.html", "Most_su\u0301bory/a.html"),
        ("Bru\u0308cke.html", "Br\u00fccke-Dateien/a.html"),
    ],
)
async def test_what_a_browser_saves_beside_a_page_is_passed_over(
    tmp_path: Path, page: str, beside: str
) -> None:
    """In the languages of browsers, and however a disk spells the letters."""
    (tmp_path / beside).parent.mkdir(parents=True)
    (tmp_path / beside).write_bytes(b"<p>Buy now</p>")
    (tmp_path / page).write_bytes(b"<p>The bridge</p>")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert [body.content for body in outcome.bodies] == [b"<p>The bridge</p>"]
    assert outcome.problems == ()


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("Bridge.txt", "Bridge_files/a.html"),
        ("Bridge closes.html", "Bridge_files/a.html"),
        ("deep/Bridge.html", "Bridge_files/a.html"),
        (".Bridge.html", "Bridge_files/a.html"),
        ("Bridge.html", "Bridge_reports/a.html"),
        ("Bridge.html", "Bridge/a.html"),
        (".html", "_files/a.html"),
        ("a.html", "files/a.html"),
    ],
)
async def test_folders_without_a_page_beside_them_are_read(
    tmp_path: Path, other: str, name: str
) -> None:
    """Whatever they are called; and those beside a page that no browser names so."""
    for path in (tmp_path / other, tmp_path / name):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert name in [body.name for body in outcome.bodies]


async def test_an_unchanged_folder_is_not_modified(tmp_path: Path) -> None:
    """The same names and contents are no news; a new name or content is."""
    (tmp_path / "a.txt").write_bytes(b"A")
    first = await _read(tmp_path)
    assert isinstance(first, Fetched)
    assert await _read(tmp_path, first.body_hash) == NotModified(status=None)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    second = await _read(tmp_path, first.body_hash)
    assert isinstance(second, Fetched)
    (tmp_path / "b.txt").write_bytes(b"B")
    assert isinstance(await _read(tmp_path, second.body_hash), Fetched)


async def test_one_bad_file_costs_only_itself(tmp_path: Path) -> None:
    """Too large, a dangling link, a pipe: each is told, and the others are read."""
    (tmp_path / "good.txt").write_bytes(b"x" * 1024)
    (tmp_path / "large.txt").write_bytes(b"x" * 1025)
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    outcome = await _read(tmp_path)
    assert isinstance(outcome, Fetched)
    assert [body.name for body in outcome.bodies] == ["good.txt"]
    assert outcome.problems == (
        "large.txt: larger than 1 KiB: raise max_bytes of the settings",
        "link.txt: No such file or directory",
        "pipe.txt: this is no plain file",
    )
    assert isinstance(await _read(tmp_path, outcome.body_hash), NotModified)


async def test_links_are_followed_only_inside_the_folder(tmp_path: Path) -> None:
    """A link to a neighbour is read; one that leads out is told and not read."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (inbox / "a.txt").write_bytes(b"A")
    (inbox / "b.txt").symlink_to("a.txt")
    (inbox / "c.txt").symlink_to("../secret.txt")
    (inbox / "up").symlink_to("..")
    outcome = await _read(inbox)
    assert isinstance(outcome, Fetched)
    assert [body.content for body in outcome.bodies] == [b"A", b"A"]
    assert outcome.problems == ("c.txt: the link leads out of the inbox",)


@pytest.mark.parametrize(
    "names",
    [
        [b"M\xfcller.txt", b"M\xf6ller.txt", b"M%FCller.txt", "M\ufffdller.txt".encode()],
        ["Müller.txt".encode(), "Mu\u0308ller.txt".encode(), b"Mu%CC%88ller.txt"],
        [b"a b.txt", b"a  b.txt", b"a\nb.txt", b"a\x01b.txt", b"ab.txt"],
    ],
    ids=["latin-1", "decomposed", "spaces"],
)
def test_files_whose_names_look_alike_stay_apart(tmp_path: Path, names: list[bytes]) -> None:
    """Every file has a name of its own that the desk does not change any more."""
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)
    outcome = asyncio.run(_read(tmp_path))
    assert isinstance(outcome, Fetched)
    given = {body.name or "" for body in outcome.bodies}
    assert len(given) == len(names) == len(outcome.bodies)
    assert given == {join_line(clean_characters(name)) for name in given}


def test_a_name_that_is_no_utf8_can_still_be_shown(tmp_path: Path) -> None:
    """Bytes in a file name that are no text are percent-encoded, the same every time."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"x")
    outcome = asyncio.run(_read(tmp_path))
    assert isinstance(outcome, Fetched)
    assert outcome.bodies[0].name == "./caf%E9.txt"


async def test_a_missing_folder_fails_with_its_path(tmp_path: Path) -> None:
    """The reason names the folder."""
    outcome = await _read(tmp_path / "none")
    expected = Failed(kind="missing", reason=f"{tmp_path}/none: there is no such folder")
    assert outcome == expected


async def test_a_file_in_place_of_the_folder_is_unreadable(tmp_path: Path) -> None:
    """It is there, but no folder."""
    (tmp_path / "inbox").write_bytes(b"x")
    outcome = await _read(tmp_path / "inbox")
    expected = Failed(kind="unreadable", reason=f"{tmp_path}/inbox: Not a directory")
    assert outcome == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_folder_is_unreadable(tmp_path: Path) -> None:
    """Missing rights are told."""
    tmp_path.chmod(0)
    try:
        outcome = asyncio.run(_read(tmp_path))
    finally:
        tmp_path.chmod(0o700)
    assert isinstance(outcome, Failed)
    assert outcome.kind == "unreadable"
