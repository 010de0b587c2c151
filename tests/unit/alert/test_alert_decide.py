"""Which changes are told, and how."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from stories import NOON, a_change, a_revision, a_story

from feeds.alert import Known, compose_alerts_feed, decide_alert
from feeds.model import (
    RESTLESS,
    Alert,
    AlertRule,
    Change,
    Edit,
    Everything,
    Kind,
    Settings,
    Story,
    Topic,
)

EVENT = "id-dam"


def a_topic(*kinds: Kind) -> Topic:
    """A topic that asks for some kinds."""
    rules = (AlertRule(on=kinds),) if kinds else ()
    return Topic(slug="dams", title="Dams", match="*", query=Everything(), alerts=rules)


def decide(topic: Topic, change: Change, *told: Alert, **fields: Any) -> Alert | None:
    """Decide for a change in an event of which this was told."""
    return decide_alert(
        topic, change, Known(event_id=EVENT, copies_id=EVENT, alerts=told, **fields)
    )


def tell(topic: Topic, change: Change, *told: Alert, **fields: Any) -> Alert:
    """Return the alert that is decided."""
    alert = decide(topic, change, *told, **fields)
    assert alert
    return alert


def an_edit(
    after: str, *, story: Story | None = None, hours: float = 0, kind: Kind = Kind.HEADLINE
) -> Change:
    """An edit that reads so now, so many hours after noon."""
    edited = story or a_story()
    edit = Edit(kind=kind, before="x", after=after, words=2)
    change = a_change(
        edited, previous=a_revision(edited), kinds=(kind,), seen=NOON + timedelta(hours=hours)
    )
    return replace(change, revision=replace(change.revision, edits=(edit,)))


def test_an_asked_for_kind_is_told() -> None:
    """A new story makes one alert with what it is about."""
    alert = tell(a_topic(Kind.NEW), a_change(a_story(standfirst="All is dry.")))

    assert ("dams", (Kind.NEW,), "New: All is dry.") == (alert.topic, alert.kinds, alert.text)
    assert NOON == alert.created


def test_a_kind_nobody_asked_for_is_not_told() -> None:
    """A topic chooses its kinds."""
    assert None is decide(a_topic(Kind.HEADLINE), a_change(a_story()))


def test_a_topic_without_rules_tells_nothing() -> None:
    """No rule, no alert."""
    assert None is decide(a_topic(), a_change(a_story()))


@pytest.mark.case("A-06")
def test_the_backlog_of_a_new_source_is_never_told() -> None:
    """A baseline is no news."""
    assert None is decide(a_topic(Kind.NEW), a_change(a_story(), baseline=True))


@pytest.mark.case("A-22")
@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        (Kind.HEADLINE, {"headline": "It breaks"}, "Headline: “The dam holds” is now “It breaks”"),
        (Kind.STANDFIRST, {"standfirst": "Wet."}, "Standfirst: “” is now “Wet.”"),
        (Kind.BODY, {"word_count": 7}, "Text: 0 words is now 7 words"),
        (Kind.BYLINE, {"byline": ("Ida Moor",)}, "Byline: nobody is now Ida Moor"),
        (Kind.MEDIA, {}, "Pictures changed"),
    ],
)
def test_an_edit_is_told_with_before_and_after(
    kind: Kind, fields: dict[str, object], line: str
) -> None:
    """The alert can be read without opening the story."""
    change = a_change(a_story(**fields), previous=a_revision(a_story()), kinds=(kind,))
    alert = tell(a_topic(kind), change)

    assert line == alert.text


@pytest.mark.case("A-07")
def test_an_alert_has_the_same_id_however_often_it_is_decided() -> None:
    """Receivers can tell a repetition."""
    change = a_change(a_story())
    first, second = (tell(a_topic(Kind.NEW), change) for _ in range(2))

    assert first.id == second.id


@pytest.mark.case("CVE-2025-52558")
def test_the_alerts_feed_escapes_story_text() -> None:
    """No markup of a headline becomes markup of the feed."""
    change = a_change(a_story(headline="<b>", standfirst="<i>x</i> & y"))
    alerts = [tell(a_topic(Kind.NEW), change)]
    feed = compose_alerts_feed(a_topic(Kind.NEW), alerts, {}, Settings())

    assert ("dams.alerts", NOON) == (feed.slug, feed.updated)
    (item,) = feed.items
    told = '<p dir="auto">New: &lt;i&gt;x&lt;/i&gt; &amp; y</p>'
    assert f"{told}<p>post, 2026-11-23 12:00 UTC</p>" == item.content_html


@pytest.mark.case("A-22")
@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (
            Edit(kind=Kind.FIGURES, before="12 are missing.", after="15 are missing."),
            "Figures: “12 are missing.” is now “15 are missing.”",
        ),
        (
            Edit(kind=Kind.CORRECTION, note="We got a name wrong."),
            "Correction: We got a name wrong.",
        ),
        (
            Edit(kind=Kind.CORRECTION, note="Correction: We got a name wrong."),
            "Correction: We got a name wrong.",
        ),
        (
            Edit(kind=Kind.HEADLINE, before="a" * 400, after="b"),
            f"Headline: “{'a' * 299}…” is now “b”",
        ),
        (
            Edit(kind=Kind.WITHDRAWN, note="its page answered 410"),
            "Withdrawn: its page answered 410",
        ),
    ],
)
def test_the_words_of_an_edit_are_told(edit: Edit, line: str) -> None:
    """As compare kept them, each on a line; long ones are cut."""
    story = a_story()
    change = a_change(story, previous=a_revision(story), kinds=(edit.kind,))
    change = replace(change, revision=replace(change.revision, edits=(edit,)))
    alert = tell(a_topic(edit.kind), change)

    assert (line, (edit,)) == (alert.text, alert.edits)


@pytest.mark.parametrize(("words", "told"), [(4, (Kind.FIGURES,)), (5, (Kind.BODY, Kind.FIGURES))])
def test_a_small_edit_is_held_back(words: int, told: tuple[Kind, ...]) -> None:
    """The threshold is about words of standfirst and body; a figure may be one word."""
    story, kinds = a_story(), (Kind.BODY, Kind.FIGURES)
    edits = (Edit(kind=Kind.BODY, after="x", words=words), Edit(kind=Kind.FIGURES, words=1))
    change = a_change(story, previous=a_revision(story), kinds=kinds)
    change = replace(change, revision=replace(change.revision, edits=edits))
    topic = replace(a_topic(), alerts=(AlertRule(on=kinds, least_words=5),))

    assert told == tell(topic, change).kinds


def test_an_event_is_new_once() -> None:
    """Another report is one more source of the alert, however late; the same source is not."""
    topic = a_topic(Kind.NEW)
    first = tell(topic, a_change(a_story()))
    late = NOON + timedelta(days=9)
    second = tell(topic, a_change(a_story("dam wall", source_id="mail"), seen=late), first)
    again = tell(topic, a_change(a_story("dam gate", source_id="mail"), seen=late), second)

    assert (first.id, ("post",), ("post", "mail")) == (second.id, first.sources, second.sources)
    assert again == second
    assert EVENT == first.event_id


def test_the_same_edit_of_another_outlet_is_no_other_alert() -> None:
    """It becomes a source; case and dashes do not make it another edit. Other words do."""
    topic = a_topic(Kind.HEADLINE)
    first = tell(topic, an_edit("Dam breaks – 12 dead"))
    mail = a_story("dam of the mail", source_id="mail")
    same = tell(topic, an_edit("DAM BREAKS - 12 dead", story=mail, hours=2), first)
    other = tell(topic, an_edit("Dam breaks, 15 dead", story=mail, hours=2), first)
    late = tell(topic, an_edit("Dam breaks – 12 dead", story=mail, hours=24), first)

    assert (first.id, ("post", "mail")) == (same.id, same.sources)
    assert 3 == len({first.id, other.id, late.id})
    assert [("mail",), ("mail",)] == [other.sources, late.sources]


@pytest.mark.case("A-07")
def test_an_edit_that_goes_back_and_forth_is_told_once_a_day() -> None:
    """Each text once in 24 hours."""
    topic, told = a_topic(Kind.HEADLINE), list[Alert]()
    for hour in range(48):
        alert = decide(topic, an_edit("A" if hour % 2 else "B", hours=hour), *told)
        told += [alert] if alert and alert not in told else []

    assert [0, 1, 24, 25] == [int((alert.created - NOON) / timedelta(hours=1)) for alert in told]


@pytest.mark.case("A-07")
def test_a_restless_story_is_told_less_of() -> None:
    """The ninth change within a day says so; then only what must be told, until it stands still."""
    topic = a_topic(Kind.HEADLINE, Kind.CORRECTION)
    told = [tell(topic, an_edit(f"take {n}", hours=n / 10)) for n in range(8)]
    ninth = tell(topic, an_edit("take 9", hours=1), *told)
    told.append(ninth)
    unrest = NOON
    tenth = decide(topic, an_edit("take 10", hours=30), *told, restless_since=unrest)
    correction = an_edit("take 11", hours=31, kind=Kind.CORRECTION)
    calm = an_edit("take 12", hours=80)

    assert [False] * 8 + [True] == [RESTLESS in alert.hashes for alert in told]
    assert "again and again" in ninth.text
    assert tenth is None
    corrected = tell(topic, correction, *told, restless_since=unrest)
    assert (Kind.CORRECTION,) == corrected.kinds
    both = an_edit("take 13", hours=32)
    edits = (*both.revision.edits, *correction.revision.edits)
    both = replace(
        both,
        revision=replace(both.revision, kinds=(Kind.HEADLINE, Kind.CORRECTION), edits=edits),
    )
    assert decide(topic, both, *told, corrected, restless_since=unrest) is None
    stood_still = tell(topic, calm, *told, restless_since=NOON + timedelta(hours=55))
    assert "again and again" not in stood_still.text


def test_another_story_of_the_event_is_not_called_restless() -> None:
    """Each is counted alone, and what told a story as new does not count."""
    topic = a_topic(Kind.HEADLINE, Kind.NEW)
    told = [tell(topic, a_change(a_story()))]
    told += [tell(topic, an_edit(f"take {n}", hours=n / 10)) for n in range(4)]
    fifth = tell(topic, an_edit("take 5", hours=1), *told)
    mail = a_story("dam of the mail", source_id="mail")
    other = tell(topic, an_edit("take 6", story=mail, hours=1), *told, fifth)

    assert RESTLESS not in fifth.hashes
    assert RESTLESS not in other.hashes


def test_what_the_desk_says_of_a_return_makes_no_other_alert() -> None:
    """When a page was seen, and which revision reads so, differ each time; what happened not."""
    for kind in (Kind.WITHDRAWN, Kind.RESTORED, Kind.REVERTED):
        change = an_edit("", kind=kind)
        first, again = (
            replace(change, revision=replace(change.revision, edits=(Edit(kind=kind, note=note),)))
            for note in ("seen at 12:00", "seen at 12:10")
        )
        told = tell(a_topic(kind), first)

        assert told == decide(a_topic(kind), again, told)


@pytest.mark.parametrize("kind", [Kind.WITHDRAWN, Kind.RESTORED])
def test_another_report_of_the_event_that_is_gone_or_back_is_told(kind: Kind) -> None:
    """A copy of the text is not: it is the same that fell."""
    topic, first = a_topic(kind), an_edit("", kind=kind)
    other = an_edit("", kind=kind, story=a_story("flood", source_id="mail"), hours=5)
    told = decide_alert(topic, first, Known(event_id=EVENT, copies_id="text"))
    assert told

    copied = decide_alert(topic, other, Known(event_id=EVENT, copies_id="text", alerts=(told,)))
    parted = decide_alert(topic, other, Known(event_id=EVENT, copies_id="other", alerts=(told,)))
    assert copied
    assert parted
    assert (told.id, ("post", "mail")) == (copied.id, copied.sources)
    assert (parted.id != told.id, ("mail",)) == (True, parted.sources)


def test_another_notice_of_a_withdrawal_is_told() -> None:
    """It is the publisher's word, as printed."""
    topic, story = a_topic(Kind.WITHDRAWN), a_story(headline="STORY REMOVED")
    told = []
    for note in ("STORY REMOVED", "Kill"):
        change = replace(
            an_edit("", story=story, kind=Kind.WITHDRAWN), previous=a_revision(a_story())
        )
        edit = Edit(kind=Kind.WITHDRAWN, note=note)
        change = replace(change, revision=replace(change.revision, edits=(edit,)))
        told.append(tell(topic, change, *told))

    assert told[0].hashes != told[1].hashes
