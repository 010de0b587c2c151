"""Which changes are told, and how."""

import pytest
from stories import NOON, a_change, a_revision, a_story

from feeds.alert import compose_alerts_feed, decide_alerts
from feeds.model import AlertRule, Everything, Kind, Settings, Topic


def a_topic(*kinds: Kind) -> Topic:
    """A topic that asks for some kinds."""
    rules = (AlertRule(on=kinds),) if kinds else ()
    return Topic(slug="dams", title="Dams", match="*", query=Everything(), alerts=rules)


def test_an_asked_for_kind_is_told() -> None:
    """A new story makes one alert with what it is about."""
    (alert,) = decide_alerts(a_topic(Kind.NEW), a_change(a_story(standfirst="All is dry.")))

    assert ("dams", (Kind.NEW,), "New: All is dry.") == (alert.topic, alert.kinds, alert.text)
    assert NOON == alert.created


def test_a_kind_nobody_asked_for_is_not_told() -> None:
    """A topic chooses its kinds."""
    assert () == decide_alerts(a_topic(Kind.HEADLINE), a_change(a_story()))


def test_a_topic_without_rules_tells_nothing() -> None:
    """No rule, no alert."""
    assert () == decide_alerts(a_topic(), a_change(a_story()))


@pytest.mark.case("A-06")
def test_the_backlog_of_a_new_source_is_never_told() -> None:
    """A baseline is no news."""
    assert () == decide_alerts(a_topic(Kind.NEW), a_change(a_story(), baseline=True))


@pytest.mark.case("A-22")
@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        (Kind.HEADLINE, {"headline": "It breaks"}, "Headline: “The dam holds” is now “It breaks”"),
        (Kind.STANDFIRST, {"standfirst": "Wet."}, "Standfirst: “” is now “Wet.”"),
        (Kind.BODY, {"word_count": 7}, "Body: 0 words is now 7 words"),
        (Kind.BYLINE, {"byline": ("Ida Moor",)}, "Byline: nobody is now Ida Moor"),
        (Kind.MEDIA, {}, "Media changed"),
    ],
)
def test_an_edit_is_told_with_before_and_after(
    kind: Kind, fields: dict[str, object], line: str
) -> None:
    """The alert can be read without opening the story."""
    change = a_change(a_story(**fields), previous=a_revision(a_story()), kinds=(kind,))
    (alert,) = decide_alerts(a_topic(kind), change)

    assert line == alert.text


@pytest.mark.case("A-07")
def test_an_alert_has_the_same_id_however_often_it_is_decided() -> None:
    """Receivers can tell a repetition."""
    change = a_change(a_story())
    (first,), (second,) = (decide_alerts(a_topic(Kind.NEW), change) for _ in range(2))

    assert first.id == second.id


@pytest.mark.case("CVE-2025-52558")
def test_the_alerts_feed_escapes_story_text() -> None:
    """No markup of a headline becomes markup of the feed."""
    change = a_change(a_story(headline="<b>", standfirst="<i>x</i> & y"))
    alerts = decide_alerts(a_topic(Kind.NEW), change)
    feed = compose_alerts_feed(a_topic(Kind.NEW), alerts, Settings())

    assert ("dams.alerts", NOON) == (feed.slug, feed.updated)
    assert "<p>New: &lt;i&gt;x&lt;/i&gt; &amp; y</p>" == feed.items[0].content_html
