"""``wiredesk opml`` as a process: lists of other readers go in and come out."""

from desk import DeskFolder

LIST = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline type="rss" text="The Post" xmlUrl="https://post.example/rss"/>
<outline type="rss" text="Old" xmlUrl="http://old.example/rss"/></outline>
<outline type="rss" text="Again" xmlUrl="https://post.example/rss"/>
<outline type="rss" text="Coast" xmlUrl="https://coast.example/feed"/></body></opml>"""

CONFIG = "sources:\n- https://old.example/rss\n\n# topics\ntopics:\n- {slug: all, match: '*'}\n"


def write(desk: DeskFolder, text: str) -> None:
    """Write the list and a configuration."""
    desk.configure(CONFIG)
    (desk.folder / "list.opml").write_text(text, "utf-8")


def text(desk: DeskFolder) -> str:
    """Return the configuration file as it is."""
    return (desk.folder / "sources.yaml").read_text("utf-8")


async def test_what_is_new_is_added_in_one_go(desk: DeskFolder) -> None:
    """Folders become comments, known ones are left out, and a second time adds nothing."""
    write(desk, LIST)
    first = await desk.run("opml", "import", "list.opml")
    after = text(desk)
    second = await desk.run("opml", "import", "list.opml", "--json")

    assert (0, 0) == (first.code, second.code)
    assert "2 sources added to sources.yaml, 2 known already, 0 refused" in first.out
    assert (
        CONFIG.replace(
            "/rss\n",
            "/rss\n- url: https://coast.example/feed\n  title: Coast\n"
            "# News\n- url: https://post.example/rss\n  title: The Post\n",
        )
        == after
    )
    assert ([], 4) == (second.json["added"], len(second.json["known"]))
    assert after == text(desk)
    assert 0 == (await desk.run("check")).code


async def test_a_dry_run_shows_the_lines(desk: DeskFolder) -> None:
    """And writes nothing."""
    write(desk, LIST)
    ended = await desk.run("opml", "import", "list.opml", "--dry-run")

    assert 0 == ended.code
    assert "  - url: https://coast.example/feed\n    title: Coast\n  # News\n" in ended.out
    assert "2 sources would be added to sources.yaml" in ended.out
    assert CONFIG == text(desk)


async def test_what_cannot_be_used_is_told_and_the_rest_is_added(desk: DeskFolder) -> None:
    """Exit code 1, the reason, and no password on the terminal."""
    write(desk, LIST.replace("https://coast.example", "https://me:hush@coast.example"))
    ended = await desk.run("opml", "import", "list.opml")

    assert 1 == ended.code
    assert "1 source added" in ended.out
    assert "refused: https://***@coast.example/feed: url: a user or password" in ended.err
    assert "hush" not in ended.out + ended.err + text(desk)


async def test_a_broken_list_adds_nothing(desk: DeskFolder) -> None:
    """The line is told; a file that is not there is told."""
    write(desk, LIST.removesuffix("</opml>"))
    broken = await desk.run("opml", "import", "list.opml")
    missing = await desk.run("opml", "import", "none.opml")

    assert (1, 1) == (broken.code, missing.code)
    assert "list.opml:5:" in broken.err
    assert "none.opml cannot be read" in missing.err
    assert CONFIG == text(desk)


async def test_what_goes_out_comes_in_again(desk: DeskFolder) -> None:
    """An exported list, imported into an empty desk, gives the same addresses."""
    write(desk, LIST)
    await desk.run("opml", "import", "list.opml")
    out = (await desk.run("opml", "export")).out
    again = await desk.run("opml", "import", "list.opml", "--json")
    (desk.folder / "list.opml").write_text(out, "utf-8")
    desk.configure("topics: []\n")
    ended = await desk.run("opml", "import", "list.opml", "--json")

    assert [] == again.json["added"]
    assert [
        "https://old.example/rss",
        "https://coast.example/feed",
        "https://post.example/rss",
    ] == [added["url"] for added in ended.json["added"]]


async def test_a_list_of_thousands_is_quick(desk: DeskFolder) -> None:
    """All of them in one go."""
    outlines = "".join(f'<outline xmlUrl="https://a{n}.example/"/>' for n in range(3000))
    write(desk, f"<opml><body>{outlines}</body></opml>")
    ended = await desk.run("opml", "import", "list.opml", "--json")

    assert 3000 == len(ended.json["added"])


async def test_an_included_source_keeps_its_id(desk: DeskFolder) -> None:
    """Sources of included files are known; one with the same made id is not renumbered."""
    write(
        desk,
        '<opml><body><outline xmlUrl="https://b.example/rss"/>'
        '<outline xmlUrl="https://b.example/rss/"/></body></opml>',
    )
    (desk.folder / "more.yaml").write_text("sources:\n- https://b.example/rss\n", "utf-8")
    desk.configure("include: [more.yaml]\n" + CONFIG)
    ended = await desk.run("opml", "import", "list.opml", "--json")

    assert ["https://b.example/rss"] == ended.json["known"]
    assert [{"id": "b.example-rss-2", "url": "https://b.example/rss/"}] == ended.json["added"]
