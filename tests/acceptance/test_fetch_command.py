"""``wiredesk`` as a process: what it prints, what it writes, how it ends."""

import asyncio.subprocess as processes
import json
import re
import sqlite3
import sys
from pathlib import Path

import pytest
from desk import PROGRAM, DeskFolder
from loopback import Page, Publisher
from lxml import etree, html

from feeds import __version__

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title>
<link>https://post.example/</link><description>News</description>
<item><title>{headline}</title><link>https://post.example/dam</link><guid>dam-1</guid>
<description>Engineers in Aubeval said the old dam would hold through the night.</description>
</item></channel></rss>"""

TOPIC = """
topics:
  - {slug: dams, title: Dams, match: dam, alerts: [{on: [headline]}]}
"""

UNREACHABLE = "http://127.0.0.1:9/feed"  # the discard port: nobody listens there


def page(headline: str = "The dam holds", **more: str) -> Page:
    """The feed with one story."""
    body = FEED.format(headline=headline).encode()
    return Page(body=body, headers={"Content-Type": "application/rss+xml"}, **more)


def listen(desk: DeskFolder, *urls: str) -> None:
    """Configure sources a, b, … at these addresses."""
    lines = [
        f"  - {{id: {name}, url: '{url}', allow_private: true}}\n"
        for name, url in zip("abcdef", urls, strict=False)
    ]
    desk.configure(f"sources:\n{''.join(lines)}{TOPIC}")


async def fetch_story(desk: DeskFolder) -> None:
    """Poll a publisher who tells one story."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", page()))
        assert 0 == (await desk.run("fetch")).code


async def test_a_story_walks_all_the_way(desk: DeskFolder) -> None:
    """From a publisher to three formats, an index and an OPML list."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", page()))
        ended = await desk.run("fetch")

    assert 0 == ended.code, ended.err
    assert "1 source polled, 1 new story" in ended.out
    assert {
        "dams.alerts.atom",
        "dams.alerts.json",
        "dams.alerts.rss",
        "dams.atom",
        "dams.json",
        "dams.rss",
        "feeds.opml",
        "index.html",
        "sources.health.atom",
        "sources.health.json",
        "sources.health.rss",
    } == desk.files().keys()
    (item,) = desk.feed("dams")["items"]
    assert ("The dam holds", "https://post.example/dam") == (item["title"], item["url"])


@pytest.mark.case("P-09")
async def test_an_edit_is_revised_told_and_keeps_its_id(desk: DeskFolder) -> None:
    """The second poll revises; the alerts feed says so; the entry is the same entry."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", page(), page("The dam breaks")))
        await desk.run("fetch", "--all")
        before = desk.feed("dams")["items"]
        quiet = (desk.output / "dams.alerts.atom").read_text("utf-8")
        ended = await desk.run("fetch", "--all", "--json")
        after = desk.feed("dams")["items"]

    assert 1 == ended.json["sources"][0]["revised"]
    assert [item["id"] for item in before] == [item["id"] for item in after]
    assert "The dam breaks" == after[0]["title"]
    assert "<entry>" not in quiet
    assert "The dam [holds → breaks]" in (desk.output / "dams.alerts.atom").read_text("utf-8")


async def test_validators_go_back_byte_for_byte(desk: DeskFolder) -> None:
    """The second poll is conditional, and a 304 ends the walk."""
    dated = "Mon, 23 Nov 2026 10:00:00 GMT"
    async with Publisher() as publisher:
        url = publisher.serve("/rss", page(etag='W/"a-1"', last_modified=dated))
        listen(desk, url)
        await desk.run("fetch", "--all")
        ended = await desk.run("fetch", "--all", "--json")
        sent = publisher.requests[1].headers

    assert "not modified" == ended.json["sources"][0]["answer"]
    assert ('W/"a-1"', dated) == (sent["if-none-match"], sent["if-modified-since"])


async def test_one_failed_source_is_one_clear_line_and_stops_nobody(desk: DeskFolder) -> None:
    """Exit code 1, the reason in words, the other source published."""
    async with Publisher() as publisher:
        listen(desk, UNREACHABLE, publisher.serve("/rss", page()))
        ended = await desk.run("fetch")

    lines = [line for line in ended.out.splitlines() if line.startswith("a ")]
    assert 1 == ended.code
    assert 1 == len(lines)
    assert "refused" in lines[0]
    assert 1 == len(desk.feed("dams")["items"])


async def test_only_what_is_due_is_polled(desk: DeskFolder) -> None:
    """A second run right away asks nobody; a name asks all the same."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", page()))
        await desk.run("fetch")
        second = await desk.run("fetch")
        assert 1 == len(publisher.requests)
        await desk.run("fetch", "a")
        assert 2 == len(publisher.requests)

    assert "No source is due" in second.out


@pytest.mark.case("C-21")
async def test_a_source_that_is_renamed_is_a_warning(desk: DeskFolder) -> None:
    """Before the first good poll under its new id, and no more after it."""
    async with Publisher() as publisher:
        url = publisher.serve("/rss", page())
        listen(desk, url)
        first = await desk.run("fetch")
        desk.configure(f"sources:\n  - {{id: again, url: '{url}', allow_private: true}}\n{TOPIC}")
        second, third = await desk.run("fetch"), await desk.run("fetch", "--all")

    assert ("", "") == (first.err, third.err)
    assert second.err.startswith('warning: "again" has the address of "a", which is not configured')
    assert "call it that" in second.err


async def test_a_source_that_is_not_configured_is_a_mistake(desk: DeskFolder) -> None:
    """It is no source that failed: nothing is polled, and what was meant is said."""
    desk.configure("sources:\n  - {id: harbour, path: inbox}\n")
    desk.drop("dam.txt", "The dam holds\n\nEngineers said so.\n")
    ended = await desk.run("fetch", "harbuor")

    assert (2, "") == (ended.code, ended.out)
    assert "no source is called harbuor; did you mean harbour?" in ended.said
    assert not desk.output.exists() or not list(desk.output.iterdir())


async def test_a_private_address_needs_permission(desk: DeskFolder) -> None:
    """Without ``allow_private`` loopback is not asked, and the line says what to do."""
    async with Publisher() as publisher:
        url = publisher.serve("/rss", page())
        desk.configure(f"sources:\n  - {url}\n{TOPIC}")
        ended = await desk.run("fetch")

        assert [] == publisher.requests
    assert 1 == ended.code
    assert "allow_private" in ended.out


async def test_a_wrong_configuration_ends_with_2_and_every_problem(desk: DeskFolder) -> None:
    """file:line:column, the key, and the word that was probably meant; nothing is polled."""
    desk.configure(
        "sources:\n  - url: https://post.example/rss\n    evry: 10m\n"
        "topics:\n  - slug: dams\n    match: (dam OR\n"
    )
    for command in ("check", "fetch"):
        ended = await desk.run(command)

        assert 2 == ended.code
        assert "sources.yaml:3:5: sources.0.evry" in ended.err
        assert "every" in ended.err.splitlines()[0]
        assert "sources.yaml:6:12: topics.0.match" in ended.err
        assert "^" in ended.err
    assert not desk.output.exists()


async def test_check_tells_warnings_beside_problems(desk: DeskFolder) -> None:
    """One run shows all that is to be said, to people and to machines."""
    desk.configure(
        "sources:\n  - url: https://post.example/rss\n    evry: 10m\n"
        "channels:\n  desk: https://me:s3cret@hooks.example/\n"
    )
    people = await desk.run("check")
    machine = (await desk.run("check", "--json")).json

    assert 2 == people.code
    password, unnamed, problem = people.err.splitlines()
    assert "warning: sources.yaml:5:9: channels.desk: a password or token should not" in password
    assert "warning: sources.yaml:5:3: channels.desk: no rule names this channel" in unnamed
    assert problem.startswith("sources.yaml:3:5: sources.0.evry")
    assert [f"warning: {warning}" for warning in machine["warnings"]] == [password, unnamed]


async def test_check_can_be_read_by_machines(desk: DeskFolder) -> None:
    """--json lists problems; a right configuration has none."""
    desk.configure("sources: []\ntopics: {}\n")
    wrong = await desk.run("check", "--json")
    desk.configure("sources:\n  - https://post.example/rss\n")
    right = await desk.run("check", "--json")

    assert (2, False) == (wrong.code, wrong.json["ok"])
    assert {"file", "line", "column", "key", "message"} == wrong.json["problems"][0].keys()
    assert (0, True) == (right.code, right.json["ok"])


async def test_a_missing_configuration_says_so(desk: DeskFolder) -> None:
    """The file is named."""
    ended = await desk.run("fetch")

    assert 2 == ended.code
    assert "sources.yaml" in ended.err


@pytest.mark.case("C-11")
@pytest.mark.parametrize("command", ["fetch", "run"])
async def test_feeds_beside_the_memory_end_with_5(desk: DeskFolder, command: str) -> None:
    """Before anything is made in either folder."""
    listen(desk, "https://post.example/rss")
    (desk.folder / "public").mkdir()
    ended = await desk.run(command, "--data", "public", "--output", "public")

    assert 5 == ended.code
    assert "public and public are one folder" in ended.err
    assert [] == list((desk.folder / "public").iterdir())


async def test_a_second_instance_ends_with_3(desk: DeskFolder) -> None:
    """While one holds the data directory, another says which process does."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", page()))
        daemon = await desk.start("run")
        assert daemon.stderr
        assert b"started" in await daemon.stderr.readline()
        ended = await desk.run("fetch")
        daemon.terminate()
        await daemon.communicate()

    assert 3 == ended.code
    assert str(daemon.pid) in ended.err


@pytest.mark.case("S-14")
async def test_a_newer_database_ends_with_4(desk: DeskFolder) -> None:
    """Nothing is touched."""
    await desk.begin_after(fetch_story)
    database = sqlite3.connect(desk.folder / "data" / "wiredesk.db")
    database.execute("UPDATE alembic_version SET version_num = 'later'")
    database.commit()
    database.close()
    ended = await desk.run("fetch", "--all")

    assert 4 == ended.code
    assert "newer version" in ended.err


async def test_who_asked_for_rest_is_not_counted_as_failed(desk: DeskFolder) -> None:
    """The last line counts as the table does."""
    async with Publisher() as publisher:
        rest = Page(status=429, headers={"Retry-After": "60"})
        listen(desk, publisher.serve("/rest", rest), publisher.serve("/broken", Page(status=500)))
        ended = await desk.run("fetch")

    assert 1 == ended.code
    assert "2 sources polled, 0 new stories, 0 revised, 1 failed, 1 throttled in" in ended.out


async def test_status_repeats_what_was_wrong_in_a_feed(desk: DeskFolder) -> None:
    """A feed that breaks off is not just well: what fetch remarked of it is said again."""
    async with Publisher() as publisher:
        cut = FEED.format(headline="The dam holds").removesuffix("</channel></rss>") + "<item><ti"
        listen(desk, publisher.serve("/cut", Page(body=cut.encode())))
        fetched = await desk.run("fetch")
    status = await desk.run("status")
    remarks = [line for line in fetched.out.splitlines() if line.startswith("a: ")]

    assert remarks
    assert remarks == [line for line in status.out.splitlines() if line.startswith("a: ")]
    assert "well; " in status.out


async def test_status_tells_how_sources_are(desk: DeskFolder) -> None:
    """Health, rhythm, next due time and why, for people and machines; failing is exit code 1."""
    async with Publisher() as publisher:
        listen(desk, UNREACHABLE, publisher.serve("/rss", page()))
        await desk.run("fetch", "--all")
        early = await desk.run("status")
        for _ in range(2):
            await desk.run("fetch", "--all")
        people = await desk.run("status")
        machines = await desk.run("status", "--json")

    failing, good = machines.json["sources"]
    assert (0, 1, 1) == (early.code, people.code, machines.code)
    assert "failed 1 time: refused" in early.out
    assert re.search(r"failing since \d+ (s|min): refused", people.out)
    assert "well" in people.out
    assert (3, "failing", 0, "well") == (
        failing["failures"],
        failing["health"],
        good["failures"],
        good["health"],
    )
    assert "after a failure" == failing["due_because"]
    assert (None, None) == (good["usual_gap"], machines.json["outage"])
    assert good["last_ok"]
    assert good["last_new"]


async def test_show_tells_a_story_with_its_revisions(desk: DeskFolder) -> None:
    """By address, by id and by the beginning of an id."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/rss", page(), page("The dam breaks")))
        await desk.run("fetch", "--all")
        await desk.run("fetch", "--all")
        shown = await desk.run("show", "https://post.example/dam", "--json")
        story_id = shown.json["story"]["id"]
        people = await desk.run("show", story_id[:8])
        nobody = await desk.run("show", "https://post.example/other")

    assert ["The dam holds", "The dam breaks"] == [
        revision["story"]["headline"] for revision in shown.json["revisions"]
    ]
    assert "The dam breaks" in people.out
    assert (1, "") == (nobody.code, nobody.out)
    assert "no story" in nobody.err


async def test_one_report_in_two_feeds_is_one_entry(desk: DeskFolder) -> None:
    """Copies are folded, the other is named, and show says why."""
    async with Publisher() as publisher:
        listen(desk, publisher.serve("/a", page()), publisher.serve("/b", page()))
        ended = await desk.run("fetch", "--json")
        shown = await desk.run("show", desk.feed("dams")["items"][0]["id"], "--json")

    (topic,) = ended.json["topics"]
    assert (1, 1) == (topic["entries"], topic["folded"])
    assert "same address" in json.dumps(shown.json["companions"])


async def test_output_that_is_no_terminal_has_no_colour(desk: DeskFolder) -> None:
    """Pipes and files get plain text."""
    listen(desk, UNREACHABLE)
    ended = await desk.run("fetch")

    assert "\x1b" not in ended.out + ended.err


@pytest.mark.parametrize("command", ["fetch", "run", "check", "status", "show"])
async def test_help_says_what_a_command_does_and_how_it_ends(
    desk: DeskFolder, command: str
) -> None:
    """A manual page: what, options, exit codes."""
    ended = await desk.run(command, "--help")

    assert 0 == ended.code
    assert "Exit codes" in ended.out


async def test_the_module_is_the_command(desk: DeskFolder) -> None:
    """``python -m feeds`` does the same."""
    named = await desk.run("--version")
    module = await processes.create_subprocess_exec(
        sys.executable, "-m", "feeds", "--version", stdout=processes.PIPE
    )
    out, _ = await module.communicate()

    assert f"wiredesk {__version__}\n" == named.out == out.decode()
    assert PROGRAM.exists()


async def test_the_inbox_is_published_without_any_network(desk: DeskFolder) -> None:
    """A saved text beside an unreachable source."""
    desk.drop(
        "dam.txt",
        "Cookie settings\n\nOld dam near Aubeval holds through the night\n\n"
        "AUBEVAL, Ostmark — The old dam above Aubeval held through the night although the lake "
        "rose by two metres, engineers said on Saturday.\n\n"
        "Several hundred people had left their homes on Friday evening, the mayor told Reuters.\n",
    )
    desk.configure(
        f"sources:\n  - {{id: a, url: '{UNREACHABLE}', allow_private: true}}\n"
        f"  - {{id: inbox, path: inbox}}\n{TOPIC}"
    )
    ended = await desk.run("fetch", "--json")
    (item,) = desk.feed("dams")["items"]

    assert 1 == ended.code
    assert "Old dam near Aubeval holds through the night" == item["title"]
    assert "date_published" not in item
    assert "Cookie settings" not in json.dumps(item)


async def test_a_file_dropped_into_the_inbox_is_seen_by_the_next_fetch(desk: DeskFolder) -> None:
    """A folder is looked at in every run, due or not."""
    desk.drop("one.txt", "The old dam holds\n\nThe dam above Aubeval held through the night.\n")
    desk.configure(f"sources:\n  - {{id: inbox, path: inbox}}\n{TOPIC}")
    await desk.run("fetch")
    desk.drop("two.txt", "The new dam leaks\n\nThe dam above Torwald leaked in the morning.\n")
    ended = await desk.run("fetch", "--json")

    assert 1 == ended.json["sources"][0]["new"]
    assert 2 == len(desk.feed("dams")["items"])


async def test_all_feeds_are_listed_those_of_alerts_behind_their_topic(desk: DeskFolder) -> None:
    """In the list for readers, on the page for people, and among the files that were written."""
    desk.configure(f"sources:\n  - {{id: inbox, path: inbox}}\n{TOPIC}")
    desk.drop("dam.txt", "The dam holds\n\nEngineers in Aubeval said the old dam would hold.\n")
    ended = await desk.run("fetch", "--json")
    listed = etree.fromstring((desk.output / "feeds.opml").read_bytes())
    shown = html.fromstring((desk.output / "index.html").read_bytes())
    (topic,) = ended.json["topics"]

    feeds = ["dams.rss", "dams.alerts.rss", "sources.health.rss"]
    assert feeds == listed.xpath("//outline/@xmlUrl")
    assert feeds == shown.xpath("//ul[@class='formats']//a[contains(@href, '.rss')]/@href")
    assert {"dams.atom", "dams.alerts.atom"} <= set(topic["written"])


async def test_every_link_of_an_alerts_feed_leads_to_a_file(desk: DeskFolder) -> None:
    """What it offers is there."""
    await desk.begin_after(fetch_story)
    feed = etree.fromstring((desk.output / "dams.alerts.atom").read_bytes())
    linked = {str(href) for href in feed.xpath("//*[local-name()='link']/@href")}

    assert linked
    assert linked <= desk.files().keys()


async def test_what_is_wrong_in_the_inbox_is_told_again_until_it_is_mended(
    desk: DeskFolder,
) -> None:
    """Every file is named, in the next run too, though nothing changed."""
    for number in range(3):
        desk.drop(f"empty-{number}.txt", "")
    desk.configure(f"sources:\n  - {{id: inbox, path: inbox}}\n{TOPIC}")
    for _ in range(2):
        ended = await desk.run("fetch")

        assert {"empty-0.txt", "empty-1.txt", "empty-2.txt"} == set(
            re.findall(r"empty-\d\.txt", ended.out)
        )


async def test_files_that_nobody_can_read_are_named_with_what_to_do(desk: DeskFolder) -> None:
    """By ``fetch`` and ``status``, which find nothing failing; a page saved as a file is read."""
    saved = Path(__file__).parents[1] / "corpus" / "normalize" / "de-single-file.mhtml"
    desk.drop("bridge.mhtml", saved.read_bytes())
    desk.drop("notes.md", "# The old dam holds\n\nThe *dam* above Aubeval held, engineers said.\n")
    desk.drop("minutes.pdf", b"%PDF-1.7")
    desk.drop("dam.docx.crdownload", b"PK")
    desk.configure(f"sources:\n  - {{id: inbox, path: inbox}}\n{TOPIC}")
    fetched, status = await desk.run("fetch"), await desk.run("status")

    told = "inbox: minutes.pdf: a PDF is not read: save it as text (.txt), HTML (.html) or e-mail"
    assert (0, 0) == (fetched.code, status.code)
    assert told in fetched.out
    assert told in status.out
    assert "crdownload" not in fetched.out + status.out
    assert fetched.out.split("inbox")[1].split()[:2] == ["fetched", "2"]
    assert ["The old dam holds"] == [item["title"] for item in desk.feed("dams")["items"]]
