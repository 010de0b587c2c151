"""``status``, ``show`` and ``check`` where something is in the way."""

import pytest
from desk import DeskFolder

_INBOX = "sources:\n  - path: inbox/\n"


async def _hold_story(desk: DeskFolder) -> None:
    """Let the desk hold one story."""
    desk.configure(_INBOX)
    desk.drop("dam.txt", "The dam holds\n\nEngineers said on Monday that the old dam would hold.\n")
    assert 0 == (await desk.run("fetch")).code


async def test_an_empty_name_shows_no_story(desk: DeskFolder) -> None:
    """Every id begins with nothing: an empty name would fit all."""
    await _hold_story(desk)
    for name in ("", " "):
        ended = await desk.run("show", name)
        assert (1, "") == (ended.code, ended.out)
        assert "the name is empty" in ended.err


@pytest.mark.parametrize("command", [("status",), ("show", "x"), ("fetch",)])
async def test_a_file_as_data_folder_is_called_a_file(
    desk: DeskFolder, command: tuple[str, ...]
) -> None:
    """``--data`` with the database in place of its folder."""
    await _hold_story(desk)
    ended = await desk.run(*command, "--data", "data/wiredesk.db")

    assert 5 == ended.code
    assert "data/wiredesk.db is a file; --data names the folder" in ended.err


@pytest.mark.parametrize("command", [("status",), ("show", "x"), ("fetch",)])
async def test_a_damaged_database_comes_with_advice(
    desk: DeskFolder, command: tuple[str, ...]
) -> None:
    """What the file is and what to do; no traceback, and the file is left as it is."""
    await _hold_story(desk)
    path = desk.folder / "data" / "wiredesk.db"
    path.write_bytes(b"not a database at all " * 400)
    before = path.read_bytes()
    ended = await desk.run(*command)

    assert 5 == ended.code
    assert "file is not a database; this file is the memory of the desk" in ended.err
    assert before == path.read_bytes()


@pytest.mark.case("P-09")
async def test_the_advice_for_a_damaged_database_brings_stories_back(desk: DeskFolder) -> None:
    """The data folder is moved away, and the next run holds the story under the same id."""
    desk.configure(f"{_INBOX}topics:\n  - {{slug: all, match: '*'}}\n")
    desk.drop("dam.txt", "The dam holds\n\nEngineers said on Monday that the old dam would hold.\n")
    await desk.run("fetch")
    before = [item["id"] for item in desk.feed("all")["items"]]
    (desk.folder / "data").rename(desk.folder / "damaged")
    await desk.run("fetch")

    assert 1 == len(before)
    assert before == [item["id"] for item in desk.feed("all")["items"]]


async def test_check_warns_of_an_inbox_that_is_not_there(desk: DeskFolder) -> None:
    """A warning with its place; the configuration can still be used."""
    desk.configure(_INBOX)
    ended = await desk.run("check")

    assert 0 == ended.code
    assert "sources.yaml:2:11: sources.0.path: there is no folder inbox/" in ended.out
