"""The seed: a story as it arrives as text copied from a news site."""

from pathlib import Path

import feedparser
import pytest
from desk import DeskFolder


@pytest.fixture
async def seeded(desk: DeskFolder, shared: Path) -> DeskFolder:
    """A desk that has polled an inbox with the seed in it."""
    desk.drop("seed-story.txt", (shared / "seed-story.txt").read_bytes())
    desk.configure(
        "sources:\n  - {id: inbox, path: inbox}\n"
        "topics:\n  - {slug: syria, match: 'syria* OR iraq OR \"islamic state\"'}\n"
    )
    ended = await desk.run("fetch")
    assert 0 == ended.code, ended.err + ended.out
    return desk


async def test_the_seed_is_held_in_the_common_schema(seeded: DeskFolder, shared: Path) -> None:
    """Headline, standfirst, dateline, agency, language, no date, every paragraph, no furniture."""
    item_id = seeded.feed("syria")["items"][0]["id"]
    story = (await seeded.run("show", item_id, "--json")).json["story"]
    lines = (shared / "seed-story.txt").read_text("utf-8").split("\n")
    start = next(n for n, line in enumerate(lines) if " — " in line)

    assert lines[2] == story["headline"]
    assert lines[4] == story["standfirst"]
    assert {"place": lines[start].split(" — ")[0].strip(), "date": None} == story["dateline"]
    assert [{"name": "Reuters", "role": "quoted"}] == story["agencies"]
    assert "en" == story["language"]
    assert (None, "") == (story["published"], story["published_raw"])
    assert [line.strip() for line in lines[start:] if line.strip()] == story["body_text"].split(
        "\n\n"
    )


async def test_the_seed_is_published_in_all_three_formats(seeded: DeskFolder) -> None:
    """The topic on Syria has it, without an invented date."""
    (item,) = seeded.feed("syria")["items"]
    rss = feedparser.parse((seeded.output / "syria.rss").read_bytes()).entries[0]
    atom = feedparser.parse((seeded.output / "syria.atom").read_bytes()).entries[0]

    assert item["title"] == rss.title == atom.title
    assert item["id"] == rss.id == atom.id
    assert "date_published" not in item
    assert "published" not in rss
    assert "published" not in atom
