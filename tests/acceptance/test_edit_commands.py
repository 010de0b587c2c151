"""``diff`` and ``changes``: what publishers edited."""

from desk import DeskFolder
from loopback import Page, Publisher

_FEED = """<rss version="2.0"><channel><title>Post</title><link>https://post.example/</link>
<description>News</description><item><title>{headline}</title><guid>dam-1</guid>
<link>https://post.example/dam</link><description>Engineers said so.</description></item>
</channel></rss>"""

_DESK = """sources:
  - {{id: a, url: '{url}', allow_private: true}}
topics:
  - {{slug: dams, title: Dams, match: dam}}
"""


def _page(headline: str) -> Page:
    """The feed with one story."""
    body = _FEED.format(headline=headline).encode()
    return Page(body=body, headers={"Content-Type": "application/rss+xml"})


async def _edit(desk: DeskFolder, *headlines: str) -> str:
    """Let a publisher edit a headline; return the story's id."""
    async with Publisher() as publisher:
        url = publisher.serve("/rss", *(_page(headline) for headline in headlines))
        desk.configure(_DESK.format(url=url))
        for _ in headlines:
            assert 0 == (await desk.run("fetch", "--all")).code
    return _read_id(desk)


def _read_id(desk: DeskFolder) -> str:
    """Return the id of the one story."""
    return str(desk.feed("dams")["items"][0]["id"])


async def _edit_twice(desk: DeskFolder) -> None:
    """Let a publisher edit a headline twice."""
    await _edit(desk, "The dam holds", "The dam breaks", "The old dam breaks")


async def test_a_diff_shows_what_left_and_what_came(desk: DeskFolder) -> None:
    """Where there are no colours in brackets; the last two revisions unless numbers are given."""
    await desk.begin_after(_edit_twice)
    name = _read_id(desk)
    last, first, whole = [
        await desk.run("diff", name, *numbers) for numbers in ((), ("2",), ("1", "3"))
    ]

    assert [(0, ""), (0, ""), (0, "")] == [(it.code, it.err) for it in (last, first, whole)]
    assert "The {+old +}dam breaks" in last.out
    assert "The dam [-holds-]{+breaks+}" in first.out
    assert "revision 1" in whole.out
    assert "revision 3" in whole.out


async def test_a_diff_calls_fields_as_people_do_and_wraps_no_line(desk: DeskFolder) -> None:
    """For scripts they have the names of the schema; the terminal wraps what is long."""
    words = "Engineers at the weir of Aubeval looked at it for hours. " * 6
    for text in (f"{words}They met on 2026-11-24.", f"{words}They met on 2026-11-26."):
        desk.configure(
            "sources:\n  - {id: a, path: inbox}\ntopics:\n  - {slug: dams, match: dam}\n"
        )
        desk.drop("dam.txt", f"The dam holds\n\n{text}\n")
        assert 0 == (await desk.run("fetch")).code
    name = _read_id(desk)
    shown, machine = await desk.run("diff", name), (await desk.run("diff", name, "--json")).json
    lines = shown.out.splitlines()

    assert "body" in lines
    assert "body_text" in [field["field"] for field in machine["fields"]]
    assert "They met on [-2026-11-24-]{+2026-11-26+}." in lines[lines.index("body") + 1]


async def test_a_diff_for_scripts_has_its_pieces(desk: DeskFolder) -> None:
    """Joined they give both texts."""
    await desk.begin_after(_edit_twice)
    document = (await desk.run("diff", _read_id(desk), "1", "2", "--json")).json
    (field,) = document["fields"]
    pieces = [(piece["op"], piece["text"]) for piece in field["pieces"]]

    assert "headline" == field["field"]
    assert [("same", "The dam "), ("removed", "holds"), ("added", "breaks")] == pieces
    assert [1, 2] == [document[side]["revision"] for side in ("before", "after")]


async def test_a_diff_says_which_revisions_there_are(desk: DeskFolder) -> None:
    """Of a story that was never edited there is nothing to compare, and that is no failure."""
    name = await _edit(desk, "The dam holds")
    alone = await desk.run("diff", name)
    wrong = await desk.run("diff", name, "9")
    same = await desk.run("diff", name, "1", "1")

    assert 0 == alone.code
    assert "Revision 1 is the first" in alone.out
    assert (1, True) == (same.code, "give two different ones" in same.err)
    assert (1, "") == (wrong.code, wrong.out)
    assert "there is no revision 9; there are 1 to 1" in wrong.err


async def test_changes_lists_edits_and_not_that_stories_came(desk: DeskFolder) -> None:
    """The newest first; a kind, a topic or a source narrows it."""
    await desk.begin_after(_edit_twice)
    shown = await desk.run("changes")
    found = [
        [(change["revision"], change["kinds"]) for change in ended.json["changes"]]
        for ended in [
            await desk.run("changes", "--json", *narrowed)
            for narrowed in (
                (),
                ("--kind", "headline", "--topic", "dams", "--source", "a"),
                ("--kind", "new"),
                ("--since", "2999-01-01"),
            )
        ]
    ]

    edited, new = [(3, ["headline"]), (2, ["headline"])], [(1, ["new"])]
    assert [edited, edited, new, []] == found
    _, last, added, *_, first, replaced = shown.out.splitlines()
    assert last.index("The old dam breaks") + 2 == added.index("Headline: The [+old+] dam breaks")
    assert first.index("The dam breaks") + 2 == replaced.index("Headline: The dam [holds → breaks]")
    assert 2 == shown.out.count(_read_id(desk).removeprefix("urn:uuid:")[:8])


async def test_changes_tells_when_there_are_none_and_when_there_are_more(
    desk: DeskFolder,
) -> None:
    """In a remark beside the list, so that scripts read only the list."""
    await desk.begin_after(_edit_twice)
    none = await desk.run("changes", "--kind", "withdrawn")
    cut = await desk.run("changes", "--most", "1")
    wrong = await desk.run("changes", "--since", "yesterday")

    assert (0, "") == (none.code, none.out)
    assert "nothing that fits was edited since" in none.err
    assert "more than 1" in cut.err
    assert "The old dam breaks" in cut.out
    assert "The dam [holds → breaks]" not in cut.out
    assert 2 == wrong.code
    assert "2026-11-24" in wrong.err


async def test_changes_refuses_names_that_nothing_has(desk: DeskFolder) -> None:
    """With what was meant; a topic or source that has told nothing yet is no mistake."""
    await desk.begin_after(_edit_twice)
    for name, code, said in (
        ("--topic dans", 2, "no topic is called dans; did you mean dams?"),
        ("--source b", 2, "no source is called b; known are: a"),
        ("--topic dams --source a", 0, ""),
    ):
        ended = await desk.run("changes", *name.split())
        assert (code, True) == (ended.code, said in ended.said)
    desk.configure(f"{_DESK.format(url='https://a.example/')}  - {{slug: new, match: dyke}}\n")
    new = await desk.run("changes", "--topic", "new")
    (desk.folder / "sources.yaml").unlink()
    remembered = await desk.run("changes", "--topic", "dams", "--json")

    assert (0, True) == (new.code, "nothing that fits was edited since" in new.err)
    assert 2 == len(remembered.json["changes"])
