"""``status``, ``show`` and ``check`` where something is in the way."""

import json
import shutil

import feedparser
import pytest
from desk import DeskFolder

_INBOX = "sources:\n  - path: inbox/\n"
_ALL = f"{_INBOX}topics:\n  - {{slug: all, match: '*'}}\n"


async def _hold_story(desk: DeskFolder) -> None:
    """Let the desk hold one story, and publish it."""
    desk.configure(_ALL)
    desk.drop("dam.txt", "The dam holds\n\nEngineers said on Monday that the old dam would hold.\n")
    assert 0 == (await desk.run("fetch")).code


async def test_an_empty_name_shows_no_story(desk: DeskFolder) -> None:
    """Every id begins with nothing: an empty name would fit all."""
    await desk.begin_after(_hold_story)
    for name in ("", " "):
        ended = await desk.run("show", name)
        assert (1, "") == (ended.code, ended.out)
        assert "the name is empty" in ended.err


@pytest.mark.parametrize("command", [("show",), ("why",), ("diff",), ("alerts", "mute")])
async def test_a_name_that_is_no_text_is_refused(
    desk: DeskFolder, command: tuple[str, ...]
) -> None:
    """A terminal can send any bytes; they fit no id and no address."""
    await desk.begin_after(_hold_story)
    ended = await desk.run(*command, "\udcff\udcfe")

    assert (2, "") == (ended.code, ended.out)
    assert ended.err == "wiredesk: an argument is no text in UTF-8\n"


async def test_scripts_read_by_what_a_story_is_part_of_no_event(desk: DeskFolder) -> None:
    """In the words in which people read it; nothing of a report."""
    desk.configure(_ALL)
    desk.drop("dam.txt", "The dam holds\n\nEngineers said on Monday that the old dam would hold.\n")
    desk.drop("dams.txt", "Opinion: The dam must go\n\nI have never liked the old dam.\n")
    await desk.run("fetch")
    names = {item["title"]: item["id"] for item in desk.feed("all")["items"]}
    opinion, report = [
        (await desk.run("why", names[title], "--json")).json["genre"] for title in sorted(names)
    ]

    assert ("opinion", None) == (opinion["genre"], report)
    assert opinion["text"].startswith("it is an opinion (by its headline): it reports no event")


_SAVED = """<html lang="en"><head><title>{headline} | {site}</title>
<meta property="og:site_name" content="{site}"></head>
<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"""
_WIRE = """\
A dam above the town of Aubeval cracked on Monday night and 4,000 people were told to leave their \
homes, officials said.
Engineers opened the second sluice shortly before noon, and the lake behind the dam fell by half a \
metre within two hours.
“Nobody has to be afraid, but nobody has to be careless either,” said Ida Brenn, who leads the \
works at the dam of Aubeval.
The railway to Lorne stays closed until the water falls, and the mill at the bridge has sent its \
people home for the week.
Rain is expected to end by Wednesday morning, and the sluices will be closed again before the \
weekend, the council said.
Those who live by the harbour were told to keep their boats on land until the storm has passed the \
coast of Hask.""".split("\n")
_OWN = """\
The cracked dam of Aubeval is holding for now, Ida Brenn, the chief engineer, told \
reporters on Tuesday.
Some 4,000 residents spent the night in schools after officials ordered the evacuation of the \
lower town.
Pumps from Lorne arrived in the morning, and the sluices are to be kept open until the rain stops.\
""".split("\n")


@pytest.mark.parametrize("form", ["html", "txt"])
async def test_what_several_sites_tell_folds_in_one_folder_as_their_feeds_would(
    desk: DeskFolder, form: str
) -> None:
    """An agency's text, a shorter copy of it, and another report of the same, saved or pasted."""
    pages = {
        "The Aubeval Post": ("Thousands flee as dam cracks above Aubeval", _WIRE),
        "Lorne Mail": ("Dam cracks, 4,000 told to leave", _WIRE[:3]),
        "Hask Star": ("Cracked dam of Aubeval holds for now", _OWN),
    }
    topics = (
        "{slug: events, match: '*', fold: events}",
        "{slug: copies, match: '*', fold: copies}",
    )
    desk.configure(f"{_INBOX}topics: [{', '.join(topics)}]\n")
    for site, (headline, told) in pages.items():
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in told)
        page = _SAVED.format(site=site, headline=headline, paragraphs=paragraphs)
        text = "\n\n".join((headline, *told))
        desk.drop(f"{site}.{form}", page if form == "html" else text)
    await desk.run("fetch")

    assert 1 == len(desk.feed("events")["items"])
    assert 2 == len(desk.feed("copies")["items"])


@pytest.mark.parametrize(("publisher", "entries"), [("", 1), ("publisher: The Harrow Agency", 2)])
async def test_of_a_folder_of_one_publisher_texts_are_not_taken_for_those_of_others(
    desk: DeskFolder, publisher: str, entries: int
) -> None:
    """One source seldom tells one thing twice in other words; each entry says whose it is."""
    topics = "topics: [{slug: events, match: '*', fold: events}]\n"
    desk.configure(f"sources: [{{path: inbox, {publisher}}}]\n{topics}")
    desk.drop("dam.txt", "\n\n".join(("Thousands flee as dam cracks above Aubeval", *_WIRE)))
    desk.drop("again.txt", "\n\n".join(("Cracked dam of Aubeval holds for now", *_OWN)))
    await desk.run("fetch")

    items = desk.feed("events")["items"]
    assert entries == len(items)
    assert all(("Harrow Agency" in json.dumps(it)) is bool(publisher) for it in items)


async def test_of_two_stories_it_is_told_what_keeps_them_apart(desk: DeskFolder) -> None:
    """For people and scripts; a story is no other than itself."""
    desk.configure(_ALL)
    desk.drop("dam.txt", "\n\n".join(("Dam cracks above Aubeval", *_WIRE)))
    desk.drop("fair.txt", "Fair opens in Marwick\n\nRiders and sheep came to Marwick on Monday.\n")
    await desk.run("fetch")
    dam, fair = (
        next(it["id"] for it in desk.feed("all")["items"] if word in it["title"]).split(":")[-1]
        for word in ("Dam", "Fair")
    )

    people = await desk.run("why", dam, "--with", fair)
    of_topic = await desk.run("why", dam, "all", "--with", fair)
    scripts = await desk.run("why", dam, "--with", fair, "--json")
    itself = await desk.run("why", dam, "--with", dam[:8])
    unknown = await desk.run("why", dam, "--with", "moon")

    told = (
        "Beside the other story\n  It is neither folded with nor possibly the same as “Fair opens"
    )
    assert told in people.out
    assert "\nall\n  In the feed: " in of_topic.out.partition(told)[0]
    assert "In the feed: " not in people.out
    assert "all" == scripts.json["topics"][0]["slug"]
    beside = json.loads(scripts.out)["beside"]
    assert (fair, False, ["Monday"]) == (beside["id"], beside["copy"], beside["shared"])
    assert beside["text"].startswith("It is neither folded with")
    assert (1, f"wiredesk: {dam[:8]} is the story itself: name another one behind --with\n") == (
        itself.code,
        itself.err,
    )
    assert (1, "wiredesk: no story has the id or the address moon\n") == (
        unknown.code,
        unknown.err,
    )


async def test_a_story_is_exported_for_other_programs(desk: DeskFolder) -> None:
    """``--as`` prints one JSON document and nothing else; with ``--json`` it is refused."""
    await desk.begin_after(_hold_story)
    name = desk.feed("all")["items"][0]["id"]
    ninjs = await desk.run("show", name, "--as", "ninjs")
    article = await desk.run("show", name, "--as", "jsonld")

    assert [(0, ""), (0, "")] == [(ended.code, ended.err) for ended in (ninjs, article)]
    assert name == ninjs.json["uri"] == article.json["@id"]
    assert "The dam holds" == ninjs.json["headlines"][0]["value"] == article.json["headline"]
    for refused in (("--as", "xml"), ("--as", "ninjs", "--json")):
        ended = await desk.run("show", name, *refused)
        assert (2, "") == (ended.code, ended.out)


@pytest.mark.parametrize("command", [("status",), ("show", "x"), ("fetch",)])
async def test_a_file_as_data_folder_is_called_a_file(
    desk: DeskFolder, command: tuple[str, ...]
) -> None:
    """``--data`` with the database in place of its folder."""
    await desk.begin_after(_hold_story)
    ended = await desk.run(*command, "--data", "data/wiredesk.db")

    assert 5 == ended.code
    assert "data/wiredesk.db is a file; --data names the folder" in ended.err


@pytest.mark.parametrize("command", [("status",), ("show", "x"), ("fetch",)])
async def test_a_damaged_database_comes_with_advice(
    desk: DeskFolder, command: tuple[str, ...]
) -> None:
    """What the file is and what to do; no traceback, and the file is left as it is."""
    await desk.begin_after(_hold_story)
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
    await desk.begin_after(_hold_story)
    before = [item["id"] for item in desk.feed("all")["items"]]
    (desk.folder / "data").rename(desk.folder / "damaged")
    await desk.run("fetch")

    assert 1 == len(before)
    assert before == [item["id"] for item in desk.feed("all")["items"]]


@pytest.mark.case("S-22", "P-09")
async def test_a_data_folder_that_was_copied_back_is_the_same_desk(desk: DeskFolder) -> None:
    """Nothing is new, and the feeds have the same bytes as before."""
    await desk.begin_after(_hold_story)
    before = {name: content for name, (content, _) in desk.files().items()}
    shutil.copytree(desk.folder / "data", desk.folder / "backup")
    shutil.rmtree(desk.folder / "data")
    shutil.rmtree(desk.output)
    (desk.folder / "backup").rename(desk.folder / "data")
    ended = await desk.run("fetch", "--all", "--json")

    assert (0, 0) == (ended.code, ended.json["sources"][0]["new"])
    assert before == {name: content for name, (content, _) in desk.files().items()}


@pytest.mark.case("S-17")
@pytest.mark.parametrize("zone", ["Pacific/Apia", "America/St_Johns", "Nowhere/Else"])
async def test_the_zone_of_the_machine_changes_nothing_that_is_published(
    desk: DeskFolder, zone: str
) -> None:
    """Dates around a change of summer time and a leap second are the same in every zone."""
    dates = ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2016-12-31T23:59:60Z")
    items = "".join(
        f"<item><guid>{date}</guid><title>Dam {place}</title><pubDate>{date}</pubDate></item>"
        for place, date in enumerate(dates)
    )
    desk.configure(f"{_INBOX}topics:\n  - {{slug: all, match: dam, fold: none}}\n")
    desk.drop("a.xml", f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>")
    ended = await desk.run("fetch", TZ=zone)
    told = {item["title"]: item.get("date_published") for item in desk.feed("all")["items"]}

    assert 0 == ended.code, ended.err
    assert told == {
        "Dam 0": "2026-10-25T00:30:00+00:00",
        "Dam 1": "2026-10-25T01:30:00+00:00",
        "Dam 2": told["Dam 2"],
    }
    assert told["Dam 2"] in {None, "2016-12-31T23:59:59+00:00", "2017-01-01T00:00:00+00:00"}


@pytest.mark.case("P-05")
async def test_a_topic_without_stories_has_valid_feeds(desk: DeskFolder) -> None:
    """In every format, and on the page."""
    desk.configure(f"{_INBOX}topics:\n  - {{slug: none, match: nobody, alerts: [{{on: [new]}}]}}\n")
    desk.drop("dam.txt", "The dam holds\n\nEngineers said on Monday that the old dam would hold.\n")
    await desk.run("fetch")

    assert [] == desk.feed("none")["items"] == desk.feed("none.alerts")["items"]
    for name in ("none.rss", "none.atom", "none.alerts.rss", "none.alerts.atom"):
        read = feedparser.parse((desk.output / name).read_bytes())
        assert (False, "None", []) == (read.bozo, read.feed.title.partition(":")[0], read.entries)
    assert "Nothing yet." in (desk.output / "index.html").read_text("utf-8")


async def test_check_warns_of_an_inbox_that_is_not_there(desk: DeskFolder) -> None:
    """A warning with its place; the configuration can still be used."""
    desk.configure(_INBOX)
    ended = await desk.run("check")

    assert 0 == ended.code
    assert "sources.yaml:2:11: sources.0.path: there is no folder inbox/" in ended.out


async def test_who_published_a_story_is_shown_and_where_nobody_knows_that_is(
    desk: DeskFolder,
) -> None:
    """For people and scripts: a text that names nobody is not its folder's."""
    desk.configure(_ALL)
    desk.drop(
        "bridge.md", "---\ntitle: Bridge closes\nsite: Lorne Mail\n---\nIt closes on Monday.\n"
    )
    desk.drop("dam.txt", "The dam holds\n\nEngineers said on Monday that the old dam would hold.\n")
    await desk.run("fetch")
    names = {item["title"]: item["id"] for item in desk.feed("all")["items"]}
    bridge = (await desk.run("show", names["Bridge closes"])).out
    dam = (await desk.run("show", names["The dam holds"])).out
    scripts = [(await desk.run("show", it, "--json")).json["publisher"] for it in names.values()]

    assert "   publisher  Lorne Mail\n" in bridge
    assert "   publisher  unknown: the text names none\n" in dam
    assert {"Lorne Mail", None} == set(scripts)
