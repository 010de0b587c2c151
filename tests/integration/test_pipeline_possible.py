"""What is possibly the same, and who also reported it, as readers get it in each format."""

from pathlib import Path

import feedparser
from stories import NOON, a_change, a_place, a_sketch, a_source, a_story

from feeds.model import Config, Everything, Membership, Story, Topic
from feeds.pipeline.publish import publish_feeds
from feeds.pipeline.selecting import select_again
from feeds.store import Store, open_store, save_changes, save_sketches

TOLD = Topic(slug="told", title="Told", match="*", query=Everything(), fold="events")
ALL = Topic(slug="all", title="All", match="*", query=Everything())
CONFIG = Config(sources=(a_source(),), topics=(TOLD, ALL))


def hold(store: Store, *held: tuple[Story, Membership]) -> None:
    """Keep stories where a test wants them, again where they are kept already."""
    with store.write() as tx:
        save_changes(tx, [a_change(story) for story, _ in held])
        save_sketches(tx, [a_sketch(story) for story, _ in held], [place for _, place in held])
    select_again(store, CONFIG.topics)


def read(folder: Path, name: str) -> dict[str, tuple[str, str]]:
    """Return id and text of each entry, by headline, as a reader of that format gets them."""
    entries = feedparser.parse((folder / name).read_bytes()).entries
    return {
        it.title: (it.id, (it.get("content") or [it.summary_detail])[0].value) for it in entries
    }


def test_other_reports_stand_in_every_format_and_lead_to_their_pages(tmp_path: Path) -> None:
    """Escaped once for readers; in a topic that folds copies each is an entry of its own."""
    one, two = a_story("one", standfirst="It does."), a_story("two", headline="Dam & dyke hold")
    near = a_story("near", headline="Is <the> dam safe?", url="https://post.example/?a=1&b=2")
    with open_store(None) as store:
        event = {"event_id": "id-one"}
        hold(
            store,
            (one, a_place(one)),
            (two, a_place(two, fold_id="id-one", **event)),
            (near, a_place(near, **event)),
        )
        publish_feeds(store, CONFIG, tmp_path, NOON)
        told = [read(tmp_path, f"told.{kind}") for kind in ("rss", "atom")]

    assert told[0] == told[1]
    lead = next(text for title, (_, text) in told[0].items() if "safe" not in title)
    assert "Also reported by:" in lead
    assert (
        "<p>Possibly the same:</p><ul><li>post: "
        '<a href="https://post.example/?a=1&amp;b=2">Is &lt;the&gt; dam safe?</a></li></ul>'
    ) in lead
    assert "Possibly the same" in (tmp_path / "told.json").read_text("utf-8")
    assert (2, 3) == (len(told[0]), len(read(tmp_path, "all.rss")))
    assert not any("ossibly" in text for _, text in read(tmp_path, "all.atom").values())
