"""When alerts go out, and through which channels."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from stories import NOON, a_change, a_revision, a_story

from feeds.alert import GATHERING, Known, decide_alert, plan_alert, plan_health
from feeds.model import (
    AlertRule,
    Delivery,
    Edit,
    Everything,
    HealthChange,
    HealthRule,
    Kind,
    Topic,
)
from feeds.text.hours import read_hours

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = read_hours("22:00-07:00")


def plan(*rules: AlertRule, kind: Kind = Kind.NEW, at: datetime = NOON) -> tuple[Delivery, ...]:
    """Plan the alert of a change of five words."""
    topic = Topic(slug="dams", title="Dams", match="*", query=Everything(), alerts=rules)
    story = a_story()
    previous = None if kind is Kind.NEW else a_revision(story)
    change = a_change(story, previous=previous, kinds=(kind,), seen=at)
    edits = (Edit(kind=kind, after="x", words=5),) if previous else ()
    change = replace(change, revision=replace(change.revision, edits=edits))
    alert = decide_alert(topic, change, Known(event_id=story.id, copies_id=story.id))
    return plan_alert(topic, alert, change, BERLIN) if alert else ()


def test_what_is_new_is_told_at_once_and_an_edit_gathers() -> None:
    """Copies that are edited in the same way have a minute to join."""
    (new,) = plan(AlertRule(on=(Kind.NEW,), to=("desk",)))
    (edit,) = plan(AlertRule(on=(Kind.HEADLINE,), to=("desk",)), kind=Kind.HEADLINE)

    assert ("desk", "alert", NOON, "", "waiting") == (
        new.channel,
        new.about,
        new.due,
        new.digest,
        new.state,
    )
    assert NOON + GATHERING == edit.due


def test_a_channel_is_told_once_by_the_rule_that_is_first() -> None:
    """Two rules and two channels make two deliveries, under ids that are the same for ever."""
    daily = AlertRule(on=(Kind.NEW,), to=("desk", "mail"), digest="0 7 * * *")
    at_once = AlertRule(on=(Kind.NEW,), to=("desk",))
    found = plan(daily, at_once)

    assert [("desk", ""), ("mail", "0 7 * * *")] == [(it.channel, it.digest) for it in found]
    assert [it.id for it in found] == [it.id for it in plan(at_once, daily)]
    assert 2 == len({it.id for it in found})


def test_a_rule_that_holds_an_edit_back_tells_its_channel_nothing() -> None:
    """The threshold of one rule is not that of another."""
    rules = [
        AlertRule(on=(Kind.BODY,), to=(name,), least_words=least)
        for name, least in (("desk", 5), ("mail", 6))
    ]

    assert ["desk"] == [it.channel for it in plan(*rules, kind=Kind.BODY)]


@pytest.mark.case("A-21")
def test_quiet_hours_end_in_the_morning_of_the_time_zone() -> None:
    """What happens at night is told together when they end; a digest may end later."""
    night = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    morning = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
    rule = AlertRule(on=(Kind.NEW,), to=("desk",), quiet=NIGHT)
    (quiet,) = plan(rule, at=night)
    (day,) = plan(rule)
    (both,) = plan(replace(rule, digest="0 6 * * *"), at=night)
    (last,) = plan(
        replace(rule, on=(Kind.HEADLINE,)),
        kind=Kind.HEADLINE,
        at=datetime(2026, 11, 23, 20, 59, 30, tzinfo=UTC),
    )

    assert (morning, "quiet until 07:00") == (quiet.due, quiet.digest)
    assert (NOON, "") == (day.due, day.digest)
    assert (morning, "0 6 * * *") == (both.due, both.digest)
    assert morning == last.due


@pytest.mark.case("A-21")
def test_each_story_is_in_one_digest_over_summer_time_and_the_end_of_a_month() -> None:
    """Every moment of ten days has one digest, which comes after it, in order."""
    rule = AlertRule(on=(Kind.NEW,), to=("desk",), digest="30 2 * * *")
    for begin in (datetime(2026, 3, 24, tzinfo=UTC), datetime(2026, 10, 22, tzinfo=UTC)):
        moments = [begin + timedelta(minutes=20 * n) for n in range(720)]
        dues = [plan(rule, at=moment)[0].due for moment in moments]

        assert all(moment < due for moment, due in zip(moments, dues, strict=True))
        assert dues == sorted(dues)
        assert 11 >= len(set(dues)) >= 10
        assert {(2, 30), (3, 30)} >= {
            (local.hour, local.minute) for due in dues for local in [due.astimezone(BERLIN)]
        }


def test_the_health_of_sources_goes_to_those_who_asked() -> None:
    """By kind; other kinds are told to nobody."""
    rules = (
        HealthRule(on=("failing", "gone"), to=("desk",)),
        HealthRule(on=("gone",), to=("mail",), digest="0 7 * * *"),
    )
    failing, gone, gap = (
        HealthChange(id=kind, source_id="post", kind=kind, text="x", created=NOON)
        for kind in ("failing", "gone", "gap")
    )

    assert ["desk"] == [it.channel for it in plan_health(rules, failing, BERLIN)]
    assert [("desk", "health", "gone"), ("mail", "health", "gone")] == [
        (it.channel, it.about, it.told_id) for it in plan_health(rules, gone, BERLIN)
    ]
    assert () == plan_health(rules, gap, BERLIN)
