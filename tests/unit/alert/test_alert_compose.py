"""Messages: one, many, how sources are; the JSON of each fits its schema."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from messages import a_health_change, an_alert
from stories import NOON

from feeds.alert import MOST_IN_FULL, Names, compose_message, compose_test
from feeds.alert.told import Told
from feeds.model import Edit, Kind, Message, Settings

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"
SCHEMA = Draft202012Validator(
    json.loads((REFERENCE / "messages.schema.json").read_text("utf-8")),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)
NAMES = Names(
    sources={"post": "Valley Post", "coast": "Coast Daily"}, topics={"dams": "Dams and weirs"}
)


def compose(*told: Told) -> Message:
    """Return a message under the ids of what it tells."""
    return compose_message(told, told[0].id, NAMES, Settings(title="Coast desk"))


def data(message: Message) -> Any:
    """Return the payload of a message, which fits the schema."""
    payload = json.loads(json.dumps(message.data))
    SCHEMA.validate(payload)
    return payload


def test_one_alert_is_told_whole() -> None:
    """Subject, edits, all who told it, the page; the same in every form."""
    alert = an_alert(sources=("post", "coast", "other"))
    message = compose(alert)

    assert message.subject == "[Dams and weirs] Headline: The dam breaks"
    assert message.text.split("\n") == [
        "Headline: The dam breaks",
        "",
        "Headline: The dam [holds → breaks]",
        "",
        "Valley Post, Coast Daily, other, 2026-11-23 12:00 UTC",
        "https://post.example/0",
        "",
    ]
    assert '<a href="https://post.example/0">The dam breaks</a>' in message.html
    assert (message.id, message.thread, message.created) == (alert.id, "event-0", NOON)
    payload = data(message)
    assert payload["type"] == "wiredesk.alert"
    assert payload["data"]["sources"][0] == {"id": "post", "name": "Valley Post"}
    assert payload["data"]["edits"][0]["pieces"][0] == {"op": "same", "text": "The dam "}


def test_a_notice_is_told_once_and_figures_not_again_with_their_text() -> None:
    """In words and HTML; programs get every edit whole."""
    hurt = ("Twelve were hurt.", "Fifteen were hurt.")
    notice = "Correction: An earlier version said twelve."
    alert = an_alert(
        kinds=(Kind.BODY, Kind.FIGURES, Kind.CORRECTION),
        edits=(
            Edit(kind=Kind.BODY, before=hurt[0], after=f"{hurt[1]} … {notice}", words=8),
            Edit(kind=Kind.FIGURES, before=hurt[0], after=hurt[1], words=2),
            Edit(kind=Kind.CORRECTION, after=notice, note=notice),
        ),
        text="Text: 20 words is now 26 words\nFigures: one\nCorrection: two",
    )
    message = compose(alert)

    assert message.text.split("\n")[:5] == [
        "Text + figures + correction: The dam breaks",
        "",
        "Figures: [Twelve → Fifteen] were hurt.",
        "“Correction: An earlier version said twelve.”",
        "",
    ]
    assert message.html.count("were hurt") == message.html.count("An earlier version") == 1
    assert len(data(message)["data"]["edits"]) == 3


@pytest.mark.case("A-22")
def test_a_message_has_the_words_of_the_alert() -> None:
    """What it tells comes from the alert alone: no story is looked at again."""
    message = compose(an_alert(edits=(), text="Headline: it was one thing"))

    assert "Headline: it was one thing" in message.text
    assert '<p dir="auto">Headline: it was one thing</p>' in message.html


def test_how_a_source_is_is_a_message_too() -> None:
    """With its name; an outage is the desk's own."""
    message, outage = (
        compose(a_health_change()),
        compose(a_health_change(source_id=None, kind="outage")),
    )

    assert message.subject == "failing: Valley Post"
    assert "it answers 500" in message.text
    assert data(message)["data"]["source"] == {"id": "post", "name": "Valley Post"}
    assert outage.subject == "outage: the desk itself"
    assert data(outage)["data"]["source"] is None


def test_many_are_grouped_by_topic_and_event() -> None:
    """Topics in the order of their first, what belongs together side by side, sources last."""
    told = (
        a_health_change(1),
        an_alert(2),
        an_alert(3, topic="syria"),
        an_alert(4),
        an_alert(5, event_id="event-2"),
    )
    message = compose(*told)
    payload = data(message)

    assert (
        message.subject == "Coast desk: 5 changes in Dams and weirs, syria, Health of the sources"
    )
    assert [alert["story_id"] for alert in payload["data"]["alerts"]] == [
        f"story-{number}" for number in (2, 5, 4, 3)
    ]
    assert payload["data"]["topics"] == {"dams": 3, "syria": 1, "sources.health": 1}
    assert re.findall(r"<h2>(.+?)</h2>", message.html) == [
        "Dams and weirs: 3",
        "syria: 1",
        "Health of the sources: 1",
    ]
    assert (message.thread, payload["type"]) == ("", "wiredesk.digest")


def test_of_very_many_the_first_are_told_and_the_others_counted() -> None:
    """A storm is one message that people can read."""
    message = compose(*(an_alert(number) for number in range(10_000)))
    payload = data(message)["data"]

    assert (payload["count"], payload["left_out"]) == (10_000, 10_000 - MOST_IN_FULL)
    assert len(payload["alerts"]) == MOST_IN_FULL == message.html.count("<h3")
    assert "… and 9950 more in Dams and weirs" in message.text
    assert "… and 9950 more in Dams and weirs" in message.html
    assert len(message.text) < 20_000


@pytest.mark.parametrize(
    "headline",
    [
        "One\r\nBcc: all@tal.example",
        "ten kilobytes " * 700,
        "\u202eright to left\u2066",
        "a\u2028b\x00c\x85d",
    ],
)
def test_a_subject_is_one_line_of_at_most_200_characters(headline: str) -> None:
    """Line breaks and characters that turn the direction of reading are gone."""
    for message in (
        compose(an_alert(headline=headline)),
        compose_test("desk", "id", Settings(title=headline), NOON),
    ):
        assert len(message.subject) <= 200
        assert message.subject.isprintable()
        assert len(message.text.split("\n")[0]) <= 1000


@pytest.mark.case("A-12")
@pytest.mark.parametrize("words", ["{{7*7}}", "${HOME}", "%(x)s", "{0.__class__}", "%s %d"])
def test_words_that_look_like_a_template_are_told_as_they_are(words: str) -> None:
    """No form of a message executes anything of a story."""
    edit = Edit(kind=Kind.HEADLINE, before="The dam", after=words)
    message = compose(an_alert(headline=words, edits=(edit,)))

    assert all(words in form for form in (message.subject, message.text, message.html))
    assert data(message)["data"]["headline"] == words


def test_only_web_addresses_become_links() -> None:
    """Whatever a source calls its page, and however it quotes."""
    for url in ("javascript:alert(1)", 'https://a.example/"onclick="x'):
        html = compose(an_alert(url=url)).html

        assert 'href="javascript' not in html
        assert '"onclick="' not in html


def test_long_edits_are_cut_in_the_data() -> None:
    """An ellipsis shows it."""
    edit = Edit(kind=Kind.BODY, before="", after="word " * 5000, words=5000)
    told = data(compose(an_alert(edits=(edit,))))["data"]["edits"][0]

    assert len(told["after"]) <= 4000
    assert told["after"].endswith(" …")


def test_a_test_says_what_it_is() -> None:
    """A message that asks nobody for anything."""
    message = compose_test("desk", "id-1", Settings(title="Coast desk"), NOON)

    assert message.subject == "Coast desk: a test of the channel desk"
    assert data(message)["data"]["channel"] == "desk"


def test_a_digest_of_which_only_a_part_was_read_counts_the_rest() -> None:
    """Of each topic, and of those of which nothing was read."""
    told = [an_alert(id=str(number), event_id=str(number)) for number in range(2)]
    topics = {told[0].topic: 9, "iraq": 4}
    message = compose_message(told, "m", NAMES, Settings(title="Coast desk"), topics)

    assert "Dams and weirs: 9" in message.text
    for shown in (message.text, message.html):
        assert "… and 7 more in Dams and weirs" in shown
        assert "… and 4 more in iraq" in shown
    assert ("m", 11) == (message.id, message.data["data"]["left_out"])
    assert max(one.created for one in told) == message.created
