"""A topic's stories become its feed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from counting import count_calls
from stories import NOON, a_held, a_place, a_story

from feeds.curate import compose_feed
from feeds.model import Everything, Feed, HeldStory, History, Settings, Story, Topic

HOUR = timedelta(hours=1)


def hold(story: Story, **fields: Any) -> HeldStory:
    """A story held alone, by a source of middling rank."""
    ids = ("copies_id", "fold_id", "event_id")
    place = a_place(story, **{k: fields.pop(k) for k in ids if k in fields})
    address = {"source_url": "https://post.example/rss"}
    return a_held(story, membership=place, **address | fields)


def compose(*held: HeldStory, **fields: Any) -> Feed:
    """The feed of a topic that wants everything."""
    topic = Topic(slug="rivers", title="Rivers", match="*", query=Everything(), **fields)
    return compose_feed(topic, held, Settings(base_url="https://desk.example/"), NOON)


def test_items_stand_newest_first_by_when_they_were_told() -> None:
    """A stated date counts, but never later than we saw it; equal times go by id."""
    old = hold(a_story("old", published=NOON - 3 * HOUR))
    new = hold(a_story("new", published=NOON - HOUR))
    future = hold(a_story("future", published=NOON + HOUR, first_seen=NOON - 2 * HOUR))
    twin = hold(a_story("twin", published=NOON - HOUR))

    feed = compose(old, twin, future, new, fold="none")

    assert ["id-new", "id-twin", "id-future", "id-old"] == [
        item.id.removeprefix("urn:uuid:") for item in feed.items
    ]


def test_old_stories_leave_by_when_we_first_saw_them() -> None:
    """Keep counts from first seen, and its last moment still counts."""
    kept = hold(a_story("kept", first_seen=NOON - 2 * HOUR))
    gone = hold(a_story("gone", first_seen=NOON - 2 * HOUR - timedelta(seconds=1)))

    assert ["The kept holds"] == [item.title for item in compose(kept, gone, keep=2 * HOUR).items]


@pytest.mark.case("P-23")
def test_of_ten_thousand_stories_only_those_a_feed_shows_are_written() -> None:
    """The newest; one that is not shown costs a look at its time."""
    told = [NOON - timedelta(minutes=number) for number in range(10_000)]
    held = [hold(a_story(f"d{n}", published=moment)) for n, moment in enumerate(told)]
    with count_calls() as calls:
        feed = compose(*reversed(held), fold="none", limit=50)

    assert [f"The d{number} holds" for number in range(50)] == [item.title for item in feed.items]
    assert calls.total() < 40 * 10_000


@pytest.mark.parametrize(("fold", "ids"), [("none", 3), ("copies", 2), ("events", 1)])
def test_a_topic_folds_as_it_asks(fold: str, ids: int) -> None:
    """None, copies, events: three, two, one entry for the same three stories."""
    held = (
        hold(a_story("one")),
        hold(a_story("two"), copies_id="id-one", fold_id="id-one"),
        hold(a_story("three"), fold_id="id-one"),
    )

    assert ids == len(compose(*held, fold=fold).items)


def test_the_limit_counts_entries_and_not_stories() -> None:
    """Folding comes first."""
    first = (hold(a_story("one")), hold(a_story("two"), copies_id="id-one"))
    second = hold(a_story("three", published=NOON - HOUR))

    feed = compose(*first, second, limit=2)

    assert 2 == len(feed.items)
    assert 1 == len(feed.items[0].also)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"rank": 90}, {"rank": 10}),
        ({}, {"body_text": "", "word_count": 99}),
        ({"word_count": 20}, {"word_count": 10}),
        ({"first_seen": NOON - HOUR}, {}),
        ({"first_seen": NOON - HOUR, "word_count": 33}, {"word_count": 36}),
    ],
)
def test_the_best_report_leads(better: dict[str, Any], worse: dict[str, Any]) -> None:
    """Rank, then a full text, then half as many words again, then the earlier."""

    def make(name: str, fields: dict[str, Any]) -> HeldStory:
        rank = {"rank": fields["rank"]} if "rank" in fields else {}
        story = a_story(name, **{k: v for k, v in fields.items() if k != "rank"})
        return hold(story, copies_id="id-first", **rank)

    (item,) = compose(make("worse", worse), make("better", better)).items

    assert "The better holds" == item.title


def test_a_new_lead_keeps_the_id() -> None:
    """Readers see the entry updated, not a second one."""
    founder = hold(a_story("one"))
    other = hold(a_story("two"), copies_id="id-one", rank=90)

    (before,), (after,) = compose(founder).items, compose(founder, other).items

    assert before.id == after.id == "urn:uuid:id-one"
    assert (before.title, after.title) == ("The one holds", "The two holds")


def test_others_are_listed_with_links_and_escaped() -> None:
    """What another source wrote cannot become markup."""
    lead = hold(a_story("one", body_html="<p>All of it.</p>"), rank=90)
    other = hold(
        a_story("two", headline="<b>Dam</b> & bridge", url="https://b.example/?a=1&b=2"),
        copies_id="id-one",
        source_title="A & B",
    )

    (item,) = compose(lead, other).items

    assert item.content_html.startswith("<p>All of it.</p>")
    assert "Also reported by:" in item.content_html
    assert '<a href="https://b.example/?a=1&amp;b=2">' in item.content_html
    assert "&lt;b&gt;Dam&lt;/b&gt; &amp; bridge" in item.content_html
    assert "A &amp; B" in item.content_html
    assert ["A & B"] == [one.source_title for one in item.also]


def test_others_are_listed_once_for_each_page() -> None:
    """One page in three feeds is one report; what has no page is one for each story."""
    page, other = "https://b.example/dam", "https://c.example/dam"
    names = {"lead": page, "again": page, "one": other, "two": other, "x": None, "y": None}
    stories = [
        a_story(it, url=url and f"{url}?from={it}", canonical_url=url) for it, url in names.items()
    ]
    ranked = [
        hold(story, copies_id="id-lead", rank=90 - place) for place, story in enumerate(stories)
    ]

    (item,) = compose(*ranked).items

    assert ["The one holds", "The x holds", "The y holds"] == [one.headline for one in item.also]
    assert 5 == item.folded


def test_others_that_are_no_page_of_the_same_site_are_all_listed() -> None:
    """A home page is none, a mark on a page is another report, and another outlet another one."""
    shown = {
        "lead": ("https://b.example/live#1", "https://b.example/live"),
        "mark": ("https://b.example/live#2", "https://b.example/live"),
        "outlet": ("https://c.example/dam", "https://b.example/live"),
        "home": ("https://d.example/", "https://d.example/"),
        "again": ("https://d.example/", "https://d.example/"),
    }
    stories = [a_story(it, url=url, canonical_url=page) for it, (url, page) in shown.items()]
    ranked = [
        hold(story, copies_id="id-lead", rank=90 - place) for place, story in enumerate(stories)
    ]

    (item,) = compose(*ranked).items

    assert 4 == len(item.also)


def test_entries_of_one_event_name_each_other_as_possibly_the_same() -> None:
    """By their leads, with links and escaped; not the entry itself, and no other event."""
    first = hold(a_story("one", headline="Dam <breaks>"), event_id="id-one", source_title="A & B")
    folded = hold(a_story("two"), fold_id="id-one", event_id="id-one", rank=10)
    second = hold(a_story("three", published=NOON - HOUR), event_id="id-one")
    alone = hold(a_story("four", published=NOON - 2 * HOUR))

    one, three, four = compose(first, folded, second, alone, fold="events").items

    assert ["The three holds"] == [other.headline for other in one.possible]
    assert ["Dam <breaks>"] == [other.headline for other in three.possible]
    assert () == four.possible
    assert "Possibly the same" not in four.content_html
    assert three.content_html.endswith(
        "<p>Possibly the same:</p><ul><li>A &amp; B: "
        '<a href="https://post.example/one">Dam &lt;breaks&gt;</a></li></ul>'
    )


def test_no_page_that_an_entry_shows_already_is_possibly_the_same() -> None:
    """Neither the one it leads to nor one that reports the same; and each other page once."""
    page, other, third = "https://b.example/dam", "https://c.example/dam", "https://d.example/dam"
    shown = {
        "lead": (page, page),
        "also": (other, other),
        "own": (f"{page}?from=list", page),
        "plain": (page.replace("https", "http"), page.replace("https", "http")),
        "told": (other, "https://other.example/dam"),
        "one": (third, third),
        "two": (f"{third}?from=list", third),
        "bare": (None, None),
    }
    stories = [a_story(it, url=url, canonical_url=at) for it, (url, at) in shown.items()]
    folds = {"id-lead": "id-lead", "id-also": "id-lead"}
    held = [
        hold(it, event_id="id-lead", fold_id=folds.get(it.id, it.id), rank=90 - place)
        for place, it in enumerate(stories)
    ]

    items = compose(*held, fold="events").items

    possible = {it.title: [other.headline for other in it.possible] for it in items}
    assert ["The bare holds", "The one holds"] == possible["The lead holds"]
    assert "The one holds" not in possible["The two holds"]


@pytest.mark.parametrize("fold", ["none", "copies"])
def test_a_topic_that_does_not_fold_events_names_nothing_as_possible(fold: str) -> None:
    """There all reports of an event are entries by intention."""
    held = [hold(a_story(name), event_id="id-one") for name in ("one", "two")]

    assert [(), ()] == [item.possible for item in compose(*held, fold=fold).items]


def test_at_most_five_are_named_as_possibly_the_same() -> None:
    """The newest ones."""
    held = [hold(a_story(f"s{n}", published=NOON - n * HOUR), event_id="id-s0") for n in range(8)]

    last = compose(*held, fold="events").items[-1]

    assert [f"The s{n} holds" for n in range(5)] == [other.headline for other in last.possible]


def test_what_one_feed_folds_another_may_show() -> None:
    """The same stories are one entry here and two there, and the id of the first is the same."""
    held = (hold(a_story("one")), hold(a_story("two"), fold_id="id-one", event_id="id-one"))

    folded, apart = (compose(*held, fold=fold).items for fold in ("events", "copies"))

    assert [1, 2] == [len(folded), len(apart)]
    assert folded[0].id in {item.id for item in apart}


def test_a_text_without_markup_becomes_escaped_paragraphs() -> None:
    """Only plain text is held: each paragraph is one."""
    (item,) = compose(hold(a_story(body_text="One < two.\n\nThree."))).items

    assert "<p>One &lt; two.</p><p>Three.</p>" == item.content_html


def test_dates_are_stated_or_seen_and_never_now() -> None:
    """Published is stated only; updated falls back to when we first saw it."""
    seen = NOON - 5 * HOUR
    (undated,) = compose(hold(a_story(first_seen=seen))).items
    (stated,) = compose(hold(a_story(first_seen=seen, published=seen - HOUR))).items
    (revised,) = compose(
        hold(a_story(first_seen=seen, published=seen - HOUR), history=History(revised=NOON - HOUR))
    ).items

    assert (undated.published, undated.updated) == (None, seen)
    assert (stated.published, stated.updated) == (seen - HOUR, seen - HOUR)
    assert (revised.published, revised.updated) == (seen - HOUR, NOON - HOUR)


@pytest.mark.parametrize(
    ("founder", "others", "said"),
    [
        (2, (3, 1), 2),
        (None, (3, 1), 3),
        (None, (None, 1), 1),
        (None, (None, None), None),
    ],
)
def test_an_entry_is_dated_by_the_report_it_began_with(
    founder: int | None, others: tuple[int | None, ...], said: int | None
) -> None:
    """Not by the lead or the earliest; without a date, by the first that came in with one."""
    stated = [NOON - hours * HOUR if hours else None for hours in (founder, *others)]
    held = [
        hold(a_story(f"s{n}", published=date, first_seen=NOON + n * HOUR), fold_id="id-s0", rank=n)
        for n, date in enumerate(stated)
    ]
    (item,) = compose(*held, fold="events").items

    assert "The s2 holds" == item.title
    assert (NOON - said * HOUR if said else None) == item.published


def test_a_date_yet_to_come_dates_an_entry_only_where_no_other_is_stated() -> None:
    """It would hold the entry on top of a reader for as long."""
    founder = hold(a_story("one", published=NOON + 720 * HOUR), fold_id="id-one")
    other = hold(a_story("two", published=NOON - HOUR), fold_id="id-one")

    (alone,), (both,) = compose(founder).items, compose(founder, other, fold="events").items

    assert (NOON + 720 * HOUR, NOON - HOUR) == (alone.published, both.published)


def test_an_entry_whose_founder_is_elsewhere_is_dated_by_what_came_in_first() -> None:
    """Of what came in one batch, by what was told first, whichever leads."""
    late = hold(a_story("late", published=NOON - 9 * HOUR, first_seen=NOON + HOUR), fold_id="id-x")
    lead = hold(a_story("lead", published=NOON - HOUR), fold_id="id-x", rank=90)
    second = hold(a_story("second", published=NOON - 2 * HOUR), fold_id="id-x")
    (item,) = compose(late, lead, second, fold="events").items

    assert ("The lead holds", NOON - 2 * HOUR) == (item.title, item.published)


def test_the_last_change_of_an_entry_is_that_of_any_report_in_it() -> None:
    """So it does not go back when another leads; its source is dated by the lead alone."""
    lead = hold(a_story("lead", published=NOON - 3 * HOUR), copies_id="id-x", rank=90)
    other = hold(a_story("other"), copies_id="id-x", history=History(revised=NOON + HOUR))
    (item,) = compose(lead, other).items

    assert item.attribution
    assert (NOON + HOUR, NOON - 3 * HOUR) == (item.updated, item.attribution.updated)


def test_a_feed_is_as_new_as_its_newest_item() -> None:
    """And an empty one is as old as can be."""
    feed = compose(hold(a_story("a")), hold(a_story("b", first_seen=NOON - HOUR)))

    assert feed.updated == NOON
    assert compose().updated == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_feed_is_named_by_its_slug_alone() -> None:
    """Its id stays when title, base URL and items change."""
    assert compose().id == compose(hold(a_story()), description="x").id
    assert compose().id.startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("languages", "said", "told"),
    [
        (("de", "de"), None, "de"),
        (("de", "fr"), None, None),
        (("de", None), None, None),
        (("de", "de"), "en", "en"),
        ((), None, None),
    ],
)
def test_a_feed_has_a_language_when_all_items_share_it(
    languages: tuple[str | None, ...], said: str | None, told: str | None
) -> None:
    """The topic's word goes first; one unknown item leaves it open."""
    held = [hold(a_story(f"s{n}", language=code)) for n, code in enumerate(languages)]

    assert told == compose(*held, language=said).language


def test_an_item_says_who_reported_it() -> None:
    """Its source, or the publication it was taken from; without an address, a made-up URN."""
    own, taken, inbox = (
        compose(held).items[0].attribution
        for held in (
            hold(a_story()),
            hold(a_story(attribution_title="Ostmark Times", attribution_url="")),
            hold(a_story(), source_title="Inbox", source_url=None),
        )
    )

    assert own is not None
    assert taken is not None
    assert inbox is not None
    assert ("Valley Post", "https://post.example/rss") == (own.title, own.id)
    assert ("Ostmark Times", None) == (taken.title, taken.url)
    assert ("Inbox", None) == (inbox.title, inbox.url)
    assert taken.id.startswith("urn:uuid:")
    assert inbox.id.startswith("urn:uuid:")
    assert taken.id != inbox.id


def test_the_section_is_the_first_category_and_none_comes_twice() -> None:
    """Readers get the publisher's words once."""
    (item,) = compose(hold(a_story(section="World", categories=("Rivers", "World")))).items

    assert ("World", "Rivers") == item.categories
