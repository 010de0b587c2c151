"""Alerts that go out, and ``wiredesk alerts``, alone and beside the daemon."""

from typing import Any

import pytest
from desk import DeskFolder
from loopback import Page
from reading import read_until
from sinks import WebhookSink

pytestmark = pytest.mark.timeout(300)

_DESK = """
sources:
  - {{id: post, path: post}}
topics:
  - slug: all
    match: '*'
    alerts: [{{on: [new, headline], to: [desk]}}]
channels:
  desk: {{url: '{url}', allow_private: true}}
"""


def tell(desk: DeskFolder, name: str, headline: str) -> None:
    """Let the source tell something."""
    folder = desk.folder / "post"
    folder.mkdir(exist_ok=True)
    text = f"{headline}\n\nEngineers in Aubeval looked at the {name} and were pleased.\n"
    (folder / f"{name}.txt").write_text(text, "utf-8")


async def hold_backlog(desk: DeskFolder) -> None:
    """Let the backlog come, of which nobody is told."""
    async with WebhookSink() as hook:
        desk.configure(_DESK.format(url=hook.url))
        tell(desk, "weir", "The weir holds")
        assert 0 == (await desk.run("fetch")).code
    assert () == hook.messages


async def begin(desk: DeskFolder, hook: WebhookSink) -> None:
    """Begin with the backlog, and tell a receiver what is new."""
    await desk.begin_after(hold_backlog)
    desk.configure(_DESK.format(url=hook.url))


async def listed(desk: DeskFolder, *words: str) -> list[Any]:
    """Return what is in the outbox, the newest first."""
    ended = await desk.run("alerts", *words, "--json")
    assert 0 == ended.code, ended.err
    rows: list[Any] = ended.json["deliveries"]
    return rows


@pytest.mark.case("A-01")
async def test_a_pass_sends_what_is_new_and_keeps_what_was_refused(desk: DeskFolder) -> None:
    """The backlog is not told; what the receiver refused is listed, and can be sent once more."""
    async with WebhookSink() as hook:
        await begin(desk, hook)
        hook.answer(Page(status=204), Page(status=500))
        tell(desk, "dam", "The dam holds")
        sent = await desk.run("fetch")
        tell(desk, "dyke", "The dyke holds")
        refused = await desk.run("fetch", "--json")
        status = await desk.run("status", "--json")
        shown = await desk.run("status")
        waiting, told = await listed(desk)
        table = await desk.run("alerts", "--state", "waiting")
        held_up = await desk.run("alerts", "retry", waiting["delivery"]["id"][:8])
        hook.answer(Page(status=204))
        free = await desk.run("alerts", "unmute", "desk")
        again = await desk.run("alerts", "retry", waiting["delivery"]["id"][:8])
        await desk.run("fetch")
        rows = await listed(desk, "--state", "sent", "--channel", "desk")

    assert "desk: 1 alert sent" in sent.out
    (report,) = refused.json["channels"]
    assert ("desk", 0, 1) == (report["name"], report["sent"], report["waiting"])
    assert "500" in report["reason"]
    assert ("waiting", "sent") == (waiting["delivery"]["state"], told["delivery"]["state"])
    assert ("The dyke holds", ["post"], "all") == (
        waiting["headline"],
        waiting["sources"],
        waiting["topic"],
    )
    (channel,) = status.json["channels"]
    assert (1, {"sent": 1, "waiting": 1}) == (channel["failures"], channel["deliveries"])
    assert "for it failed once: " in shown.out
    assert "wiredesk alerts unmute desk uses it at once" in shown.out
    assert waiting["next"] == channel["rests_until"] > waiting["delivery"]["due"]
    assert None is told["next"]
    assert " ago" not in table.out
    assert "But desk is at rest until" in held_up.out
    assert "wiredesk alerts unmute desk uses it at once." in held_up.out
    assert "at rest" not in again.out
    assert "desk is told again." in free.out
    assert "1 delivery is sent once more." in again.out
    assert 2 == len(rows)
    assert {told["delivery"]["id"]: 1, waiting["delivery"]["id"]: 2} == dict(hook.counts)


@pytest.mark.case("A-14")
async def test_a_channel_that_is_gone_is_shown_and_can_be_switched_on(desk: DeskFolder) -> None:
    """The status says how."""
    async with WebhookSink() as hook:
        await begin(desk, hook)
        hook.answer(Page(status=410))
        tell(desk, "dam", "The dam holds")
        await desk.run("fetch")
        off = await desk.run("status")
        hook.answer(Page(status=204))
        await desk.run("fetch")
        silent = len(hook.messages)
        await desk.run("alerts", "unmute", "desk")
        await desk.run("fetch")

    assert "off since" in off.out
    assert "wiredesk alerts unmute desk switches it on" in off.out
    assert (1, 2) == (silent, len(hook.messages))


async def test_a_daemon_sends_and_obeys_while_it_runs(desk: DeskFolder) -> None:
    """A muted story and a muted channel are silent; what was muted can be sent all the same."""
    async with WebhookSink() as hook:
        await begin(desk, hook)
        daemon = await desk.start("run")
        await read_until(daemon.stderr, b"started")
        mute = await desk.run("alerts", "mute", "desk", "--for", "2h")
        tell(desk, "dam", "The dam holds")
        await read_until(daemon.stderr, b"stories")
        while not (rows := await listed(desk, "--state", "muted")):
            pass  # what a poll told is settled right behind it
        before = len(hook.messages)
        await desk.run("alerts", "unmute", "desk")
        again = await desk.run("alerts", "retry", "--all")
        told = await hook.received(0)
        daemon.terminate()
        await daemon.communicate()

    assert "desk is muted until" in mute.out
    assert "1 delivery is sent once more." in again.out
    assert 0 == before
    assert "The dam holds" == told.json["data"]["headline"]
    assert rows[0]["delivery"]["id"] == told.id
    assert 0 == daemon.returncode


async def test_a_muted_story_is_silent(desk: DeskFolder) -> None:
    """Until it is unmuted; the alerts feed has everything."""
    async with WebhookSink() as hook:
        await begin(desk, hook)
        story = desk.feed("all")["items"][0]["id"]
        mute = await desk.run("alerts", "mute", story, "--json")
        shown = await desk.run("show", story)
        tell(desk, "weir", "The weir breaks")
        await desk.run("fetch")
        silent = [(row["delivery"]["state"], row["kinds"]) for row in await listed(desk)]
        table = await desk.run("alerts")
        unmute = await desk.run("alerts", "unmute", story)
        told = await desk.run("show", story)
        not_muted = await desk.run("alerts", "unmute", story)

    assert {"muted": story, "until": None} == mute.json
    assert ("muted  in alerts", False) == (
        next(line.strip() for line in shown.out.splitlines() if "muted" in line),
        "muted" in told.out,
    )
    assert [("muted", ["headline"])] == silent
    assert "headline" in table.out
    assert () == hook.messages
    assert 1 == len(desk.feed("all.alerts")["items"])
    assert "is told again." in unmute.out
    assert "was not muted." in not_muted.out


async def test_what_cannot_be_done_is_one_sentence(desk: DeskFolder) -> None:
    """And nothing is written or sent."""
    async with WebhookSink() as hook:
        await begin(desk, hook)
        for words, code, said in (
            ("retry", 2, "give the id of a delivery, or --all"),
            ("retry abc --all", 2, "give the id of a delivery, or --all"),
            ("retry abc", 1, "no delivery has the id abc"),
            ("mute nobody", 1, "no channel or story is called nobody"),
            ("mute dessk", 1, "no channel or story is called dessk; did you mean desk?"),
            ("mute desk --for 1day", 2, "--for"),
            ("--state lost", 2, "lost"),
            ("--channel dessk", 2, "no channel is called dessk; did you mean desk?"),
            ("--channel desk", 0, "nothing in the outbox fits"),
        ):
            ended = await desk.run("alerts", *words.split())
            assert (code, True) == (ended.code, said in ended.said)
        assert "nothing is in the outbox" in (await desk.run("alerts")).err
    assert () == hook.messages


async def test_what_waits_for_a_channel_that_was_taken_out_is_told(desk: DeskFolder) -> None:
    """By each command that shows channels, and by the log; put back, it is told it all."""
    async with WebhookSink() as hook:
        await begin(desk, hook)
        hook.answer(Page(status=500))
        tell(desk, "dam", "The dam holds")
        await desk.run("fetch")
        desk.configure("sources:\n  - {id: post, path: post}\n")
        polled = await desk.run("fetch")
        status, machine = await desk.run("status"), await desk.run("status", "--json")
        table = await desk.run("alerts", "--channel", "desk")
        (waiting,) = await listed(desk)
        again = await desk.run("alerts", "retry", waiting["delivery"]["id"])
        daemon = await desk.start("run")
        assert daemon.stderr
        lines = [(await daemon.stderr.readline()).decode() for _ in range(2)]
        daemon.terminate()
        await daemon.communicate()
        desk.configure(_DESK.format(url=hook.url))
        hook.answer(Page(status=204))
        await desk.run("alerts", "unmute", "desk")
        await desk.run("fetch")
        (told,) = await listed(desk)

    assert "desk: 0 alerts sent, 1 waiting: it is not in the configuration any more" in polled.out
    (channel,) = machine.json["channels"]
    assert (False, {"waiting": 1}) == (channel["configured"], channel["deliveries"])
    assert ("waiting", None) == (waiting["delivery"]["state"], waiting["next"])
    for shown in (status.out, table.out, again.out, "".join(lines)):
        assert "put it back into the configuration" in " ".join(shown.split())
    assert "sent" == told["delivery"]["state"]
