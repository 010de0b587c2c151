"""``wiredesk split``, ``merge`` and ``undo``, alone and beside the daemon."""

import asyncio
import json
from typing import Any

import pytest
from desk import DeskFolder

from feeds.store import hold_data

_PAPERS = ("post", "mail", "times")
_DESK = """
sources:
  - {id: post, path: post, rank: 90}
  - {id: mail, path: mail}
  - {id: times, path: times}
topics:
  - {slug: all, match: '*'}
  - {slug: told, match: '*', fold: events}
"""
_DAM = (
    "Engineers in Aubeval said on Monday that the old dam above the town would hold through the "
    "winter, after divers inspected the foundations for three days and found no new cracks in "
    "the concrete. The mayor thanked them and reopened the valley road, which had been closed "
    "since the flood warning of last week."
)
_ORCHESTRA = "The orchestra begins its tour in Meadowbrook with music by three young composers."


def drop(desk: DeskFolder, paper: str, headline: str, text: str) -> None:
    """Let a paper tell something."""
    folder = desk.folder / paper
    folder.mkdir(exist_ok=True)
    (folder / f"{headline}.txt").write_text(f"{headline}\n\n{text}\n", "utf-8")


def prepare(desk: DeskFolder) -> None:
    """Two copies of one text, and something else."""
    desk.configure(_DESK)
    drop(desk, "post", "Aubeval dam holds", _DAM)
    drop(desk, "mail", "Aubeval dam holds through the winter", _DAM)
    drop(desk, "times", "Orchestra of Ostmark tours the coast", _ORCHESTRA)


def entries(desk: DeskFolder, slug: str) -> dict[str, str]:
    """Return the ids of a feed's entries, by headline."""
    return {item["title"]: item["id"] for item in desk.feed(slug)["items"]}


async def find_ids(desk: DeskFolder) -> dict[str, str]:
    """Return the ids of the stories, by paper."""
    shown = await desk.run("show", entries(desk, "all")["Aubeval dam holds"], "--json")
    ids = {it[1]["source_id"]: it[1]["id"] for it in shown.json["companions"]}
    other = entries(desk, "all")["Orchestra of Ostmark tours the coast"]
    return ids | {"post": shown.json["story"]["id"], "times": other.removeprefix("urn:uuid:")}


async def fetch(desk: DeskFolder) -> None:
    """Poll once."""
    ended = await desk.run("fetch")
    assert 0 == ended.code, ended.err


async def fetch_papers(desk: DeskFolder) -> None:
    """Poll the papers, and write down the ids of their stories."""
    prepare(desk)
    await fetch(desk)
    ids = await find_ids(desk)
    (desk.folder / "ids.json").write_text(json.dumps(ids), "utf-8")


def read_ids(desk: DeskFolder) -> dict[str, str]:
    """Return the ids of the stories, by paper."""
    ids: dict[str, str] = json.loads((desk.folder / "ids.json").read_text("utf-8"))
    return ids


async def test_a_split_holds_whatever_comes_and_a_merge_takes_it_back(desk: DeskFolder) -> None:
    """At once, after a new copy, after the loss of the database; the first keeps its id."""
    await desk.begin_after(fetch_papers)
    before, ids = entries(desk, "all"), read_ids(desk)
    split = await desk.run("split", ids["mail"])
    at_once = entries(desk, "all")
    drop(desk, "times", "Dam at Aubeval holds", _DAM)
    await fetch(desk)
    later = entries(desk, "all")
    for path in (desk.folder / "data").glob("wiredesk.db*"):
        path.unlink()
    await fetch(desk)
    rebuilt = entries(desk, "all")
    mail, post = ids["mail"][:8], ids["post"][:8]
    data = f"{desk.folder / 'data'}"
    merged = await desk.run("merge", mail, post, "--data", data)

    assert (0, 2) == (split.code, len(before))
    assert "mail: Aubeval dam holds through the winter is parted from 1 other:" in split.out
    assert "It stands alone now.\nWritten: all.rss, all.atom, all.json" in split.out
    assert split.out.endswith(f"To take it back: wiredesk undo {mail}\n")
    assert merged.out.endswith(f"To take it back: wiredesk undo {mail} --data {data}\n")
    assert at_once == before | {"Aubeval dam holds through the winter": f"urn:uuid:{ids['mail']}"}
    assert at_once == later == rebuilt
    assert 0 == merged.code
    assert before == entries(desk, "all")


async def test_a_merge_makes_one_entry_where_events_are_folded(desk: DeskFolder) -> None:
    """And says where the two stay apart; a split brings both entries back under their ids."""
    await desk.begin_after(fetch_papers)
    before, ids = entries(desk, "told"), read_ids(desk)
    merged = await desk.run("merge", ids["times"], ids["post"])
    (one,) = desk.feed("told")["items"]
    split = await desk.run("split", ids["times"], ids["post"], "--json")

    assert (0, 0) == (merged.code, split.code)
    assert "They stay entries of their own where events are not folded: all" in merged.out
    assert one["id"] == before["Aubeval dam holds"]
    assert "Orchestra of Ostmark tours the coast" in one["content_html"]
    assert before == entries(desk, "told")
    assert ["Aubeval dam holds"] == [it["headline"] for it in split.json["parted"]]
    assert [] == split.json["folded"]
    assert "told.json" in split.json["written"]


async def test_what_was_decided_is_taken_back_one_after_the_other(desk: DeskFolder) -> None:
    """The last decision, or the last about a story; then there is none, and that is told."""
    await desk.begin_after(fetch_papers)
    before, ids = entries(desk, "told"), read_ids(desk)
    await desk.run("merge", ids["times"], ids["post"])
    await desk.run("split", ids["mail"], ids["times"])
    last = await desk.run("undo")
    merged = entries(desk, "told")
    first = await desk.run("undo", ids["times"], "--json")
    none, about = await desk.run("undo"), await desk.run("undo", ids["mail"])

    assert [0, 0, 1, 1] == [last.code, first.code, none.code, about.code]
    assert "Taken back: the split of " in last.out
    assert "They had been parted from each other:\n" in last.out
    assert "All stands again as it did before.\nOne entry where events are folded:\n" in last.out
    assert (1, before) == (len(merged), entries(desk, "told"))
    assert ("merge", True) == (first.json["said"], first.json["restored"])
    assert [["mail", "post"], ["times"]] == [
        sorted(story["source_id"] for story in entry) for entry in first.json["entries"]
    ]
    assert "nothing was decided: there is nothing to take back" in none.err
    assert f"nothing was decided about {ids['mail']}" in about.err
    assert "" == (desk.folder / "data" / "rulings.jsonl").read_text("utf-8")


async def test_decisions_are_listed_with_what_came_of_them(desk: DeskFolder) -> None:
    """For people and scripts, all or those about a story; what one overrules is said at once."""
    await desk.begin_after(fetch_papers)
    ids, files = read_ids(desk), desk.files()
    none = await desk.run("decisions")
    unchanged = desk.files()
    await desk.run("split", ids["mail"])
    merged = await desk.run("merge", ids["mail"], ids["post"])
    told, scripts = await desk.run("decisions"), await desk.run("decisions", "--json")
    other = await desk.run("decisions", ids["times"][:8])

    assert [0, 0, 0, 0] == [none.code, told.code, scripts.code, other.code]
    assert ("Nothing was decided.\n", files) == (none.out, unchanged)
    (last, first) = scripts.json
    assert "It overrules what was decided on 20" in merged.out
    lines = told.out.splitlines()
    assert lines[0].endswith(": merge, holds")
    assert ": split, overruled by 20" in lines[3]
    assert [False, True] == [line.startswith("  with ") for line in lines[1:3]]
    assert "The first is taken back by: wiredesk undo" == lines[-1]
    assert f"Nothing was decided about {ids['times'][:8]}.\n" == other.out
    assert ("merge", "holds", []) == (last["said"], last["effect"], last["overruled_by"])
    assert ("split", "overruled", [last["decided"]]) == (
        first["said"],
        first["effect"],
        first["overruled_by"],
    )
    assert {"post", "mail"} == {it["source_id"] for it in first["stories"]}


async def test_what_cannot_be_published_is_decided_all_the_same(desk: DeskFolder) -> None:
    """And that is said, or it would be decided, or taken back, once more."""
    await desk.begin_after(fetch_papers)
    ids = read_ids(desk)
    await desk.run("split", ids["mail"])
    desk.output.rename(desk.folder / "moved")
    desk.output.write_text("", "utf-8")
    undo = await desk.run("undo")
    desk.output.unlink()
    (desk.folder / "moved").rename(desk.output)
    again = await desk.run("undo")

    assert [5, 1] == [undo.code, again.code]
    assert "undo is done, and kept; do not repeat it. But wiredesk cannot publish" in undo.err
    assert "nothing was decided" in again.err


async def test_without_a_database_nothing_is_taken_back(desk: DeskFolder) -> None:
    """Feeds of an empty one would be empty; and no name is not the same as an empty one."""
    await desk.begin_after(fetch_papers)
    ids = read_ids(desk)
    await desk.run("split", ids["mail"])
    empty, listed = await desk.run("undo", ""), await desk.run("decisions", "")
    before = desk.feed("all")
    for path in (desk.folder / "data").glob("wiredesk.db*"):
        path.unlink()
    lost, elsewhere = await desk.run("undo"), await desk.run("undo", "--data", "nowhere")

    assert [1, 1, 1, 1] == [empty.code, listed.code, lost.code, elsewhere.code]
    assert "the name is empty" in empty.err
    assert "nothing is held yet in data: run wiredesk fetch first" in lost.err
    assert not (desk.folder / "nowhere").exists()
    assert before == desk.feed("all")


async def test_lines_of_decisions_that_cannot_be_read_are_told(desk: DeskFolder) -> None:
    """A daemon that is at work goes on without them: so the status says which they are."""
    await desk.begin_after(fetch_papers)
    ids = read_ids(desk)
    await desk.run("split", ids["mail"])
    well = await desk.run("status")
    rulings = desk.folder / "data" / "rulings.jsonl"
    with rulings.open("ab") as file:
        file.write(b"nonsense\n")
    wrong, scripts = await desk.run("status"), await desk.run("status", "--json")
    rulings.write_bytes(b"\n\xff\n")
    no_text = await desk.run("status")

    assert [0, 1, 1, 1] == [well.code, wrong.code, scripts.code, no_text.code]
    assert "3 stories held, 1 decision of an editor." in well.out
    assert (
        "The file of decisions cannot be read; what was decided before it broke holds:\n"
        in wrong.out
    )
    assert "rulings.jsonl:2: this is no line as wiredesk split and merge write them" in wrong.out
    assert (1, 1) == (scripts.json["decisions"], len(scripts.json["unread"]))
    assert "rulings.jsonl:2: this is not written in UTF-8" in no_text.out


async def _wait_for(desk: DeskFolder, *headlines: str, ended: asyncio.Future[Any]) -> None:
    """Wait until a feed has these entries; a daemon that ended publishes nothing."""
    wanted = set(headlines)
    while not (desk.output / "all.json").exists() or wanted != set(entries(desk, "all")):
        await asyncio.wait((ended,), timeout=0.1)
        assert not ended.done()


async def test_beside_a_daemon_the_decision_is_kept_and_the_daemon_publishes_it(
    desk: DeskFolder,
) -> None:
    """Nobody waits for the daemon to end; and it obeys the file when somebody writes that."""
    await desk.begin_after(fetch_papers)
    ids, whole = read_ids(desk), list(entries(desk, "all"))
    daemon = await desk.start("run")
    assert daemon.stderr is not None
    started = await daemon.stderr.readline()
    ended = asyncio.ensure_future(daemon.wait())
    split = await desk.run("split", ids["mail"])
    await _wait_for(desk, *whole, "Aubeval dam holds through the winter", ended=ended)
    rulings = desk.folder / "data" / "rulings.jsonl"
    decided = rulings.read_text("utf-8")
    undo = await desk.run("undo", ids["mail"])
    await _wait_for(desk, *whole, ended=ended)
    rulings.write_text(decided, "utf-8")
    await _wait_for(desk, *whole, "Aubeval dam holds through the winter", ended=ended)
    daemon.terminate()
    _, log = await daemon.communicate()

    assert b"started" in started
    assert 0 == split.code, split.err
    assert "The wiredesk run that is at work publishes it within seconds." in split.out
    assert '"said": "split"' in decided
    assert 0 == undo.code, undo.err
    assert undo.out.endswith("The wiredesk run that is at work publishes it within seconds.\n")
    assert 0 == daemon.returncode
    assert b"Traceback" not in log


@pytest.mark.parametrize(
    ("command", "holder"), [("fetch", "wiredesk fetch"), ("", "another wiredesk")]
)
async def test_who_holds_the_data_is_named_where_it_is_no_daemon(
    desk: DeskFolder, command: str, holder: str
) -> None:
    """Nobody is told that a fetch, or who did not say what it is, publishes within seconds."""
    await desk.begin_after(fetch_papers)
    ids = read_ids(desk)
    with hold_data(desk.folder / "data", command):
        split = await desk.run("split", ids["mail"])
        merged = await desk.run("merge", ids["mail"], ids["post"], "--json")

    assert 0 == split.code, split.err
    assert f"{holder} holds the data directory: the next feeds to be published" in split.out
    assert (None, holder) == (merged.json["written"], merged.json["holder"])


@pytest.mark.parametrize("command", [("split", "x"), ("merge", "x", "y")])
async def test_what_is_not_held_is_neither_parted_nor_put_together(
    desk: DeskFolder, command: tuple[str, ...]
) -> None:
    """One sentence and 1, with a memory and without; nothing is written."""
    prepare(desk)
    without = await desk.run(*command)
    await desk.begin_after(fetch_papers)
    unknown = await desk.run(*command)
    ids = read_ids(desk)
    same = await desk.run(command[0], ids["post"], ids["post"])

    assert [1, 1, 1] == [without.code, unknown.code, same.code]
    assert "nothing is held yet in data" in without.err
    assert "no story has the id or the address x" in unknown.err
    assert "name the same story" in same.err
    assert not (desk.folder / "data" / "rulings.jsonl").exists()


def find_evidence(said: str) -> list[str]:
    """Return what ``why`` says of the evidence."""
    _, _, rest = said.partition("What it was matched with\n")
    return rest.partition("\n\n")[0].splitlines()


async def test_copies_and_other_reports_are_told_apart(desk: DeskFolder) -> None:
    """Copies are folded in every topic that folds, other reports only where events are."""
    await desk.begin_after(fetch_papers)
    ids = read_ids(desk)
    copy = await desk.run("why", ids["mail"])
    merged = await desk.run("merge", ids["times"], ids["post"])
    both, scripts = await desk.run("why", ids["mail"]), await desk.run("why", ids["mail"], "--json")

    assert (0, 0) == (merged.code, copy.code)
    copies = "Copies, folded with it in every topic that folds\n  “Aubeval dam holds” (post"
    reports = "Other reports, folded with it where a topic folds events\n  “Orchestra of Ostmark"
    assert (True, False) == (copies in copy.out, "Other reports" in copy.out)
    assert (True, True) == (copies in both.out, reports in both.out)
    assert [ids["post"]] == [it["id"] for it in scripts.json["copies"]]
    assert {ids["post"], ids["times"]} == {it["id"] for it in scripts.json["folded"]}


async def test_why_says_in_words_where_a_story_is(desk: DeskFolder) -> None:
    """In each feed or in one, for people and for scripts; nothing is polled or written."""
    await desk.begin_after(fetch_papers)
    ids, files = read_ids(desk), desk.files()
    told, first = await desk.run("why", ids["mail"]), await desk.run("why", ids["post"])
    one = await desk.run("why", ids["mail"][:8], "told", "--json")
    nowhere = await desk.run("why", ids["mail"], "nowhere")
    nobody = await desk.run("why", "nobody")

    assert (0, 0, 2, 1) == (told.code, one.code, nowhere.code, nobody.code)
    lead = f"“Aubeval dam holds” (post, {ids['post'][:8]})"
    assert f"It is in an entry of 2 stories (fold: copies), which {lead} leads: " in told.out
    assert "of the two that one, for its source has rank 90, the other's 50." in told.out
    assert f"is a copy of {lead}: 100 % of the shorter text (score 1.00)" in told.out
    assert find_evidence(told.out) == find_evidence(first.out)
    (topic,) = one.json["topics"]
    assert ("told", "folded", f"urn:uuid:{ids['post']}") == (
        topic["slug"],
        topic["standing"],
        topic["entry"],
    )
    assert topic["text"].startswith("In the feed: entry ")
    assert [ids["post"]] == [other["id"] for other in one.json["folded"]]
    assert "no topic is called nowhere; known are: all, told" in nowhere.said
    assert files == desk.files()


async def test_a_story_that_is_no_longer_held_is_named_by_its_headline(desk: DeskFolder) -> None:
    """In its place among the others; one of which nothing was written down is no bare id."""
    await desk.begin_after(fetch_papers)
    ids = read_ids(desk)
    await desk.run("split", ids["mail"])
    rulings = desk.folder / "data" / "rulings.jsonl"
    by_hand = {"said": "merge", "decided": "2030-11-26T09:12:44Z", "story": "moon"}
    rulings.write_text(
        rulings.read_text("utf-8") + json.dumps(by_hand | {"other": ids["post"]}) + "\n", "utf-8"
    )
    (desk.folder / "mail" / "Aubeval dam holds through the winter.txt").unlink()
    for path in (desk.folder / "data").glob("wiredesk.db*"):
        path.unlink()
    await fetch(desk)
    people, scripts = await desk.run("decisions"), await desk.run("decisions", "--json")

    told = [
        line.strip().removeprefix("from ").removeprefix("with ") for line in people.out.split("\n")
    ]
    mail, post = ids["mail"][:8], ids["post"][:8]
    assert {f"post: Aubeval dam holds  {post}", "a story that is not held  moon"} == set(told[1:3])
    lost = f"Aubeval dam holds through the winter (no longer held)  {mail}"
    assert {f"post: Aubeval dam holds  {post}", lost} == set(told[4:6])
    assert {ids["mail"]: "Aubeval dam holds through the winter"} == scripts.json[1]["remembered"]
    assert ([ids["mail"]], {}) == (scripts.json[1]["missing"], scripts.json[0]["remembered"])
