"""The daemon obeys the file of rulings when somebody writes it."""

import asyncio
import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from polls import StandingClock, a_desk, a_poll
from stories import NOON, a_source, a_story
from structlog.testing import capture_logs

from feeds.model import Source, SourceState
from feeds.pipeline.edit import edit_batch
from feeds.pipeline.overrule import split_story
from feeds.pipeline.poll import Polled
from feeds.schedule.desk import Desk
from feeds.schedule.pulse import Pulse
from feeds.schedule.state import remember_poll
from feeds.store import Store

POST, MAIL = a_source("post"), a_source("mail")
TEXT = " ".join(f"word{n} stands{n}" for n in range(60))


@pytest.fixture
def newsroom(store: Store, tmp_path: Path) -> Desk:
    """A desk that holds two copies of one text."""
    desk = a_desk(store, tmp_path / "output", POST, MAIL)
    stories = [a_story(f"dam {it.id}", source_id=it.id, body_text=TEXT) for it in (POST, MAIL)]
    polls = [a_poll(one, source=it) for one, it in zip(stories, (POST, MAIL), strict=True)]
    edit_batch(store, polls, desk.config, remember_poll)
    return desk


async def bring_nothing(source: Source, state: SourceState, *, now: datetime) -> Polled:
    """A poll that brings nothing."""
    return a_poll(source=source, state=state, now=now)


def published(desk: Desk) -> int:
    """Return how many entries the published feed has."""
    return len(json.loads((desk.output / "dams.json").read_text("utf-8"))["items"])


async def look(pulse: Pulse) -> None:
    """Look at the file, and let the editor do what follows."""
    await pulse.look_at_rulings()
    await pulse.edit_waiting()


async def test_what_another_process_decided_is_published(newsroom: Desk) -> None:
    """When the file was written, and not before somebody looks."""
    pulse = Pulse(newsroom, bring_nothing)
    await pulse.begin()
    before = published(newsroom)
    split_story(newsroom.store, "id-dam mail", None, NOON)
    await pulse.edit_waiting()
    unseen = published(newsroom)
    await look(pulse)

    assert (1, 1, 2) == (before, unseen, published(newsroom))


async def test_a_file_that_is_there_at_the_start_is_obeyed(newsroom: Desk, tmp_path: Path) -> None:
    """What was decided while no daemon ran."""
    said = {"decided": NOON.isoformat(), "said": "split", "story": "id-dam mail"}
    line = json.dumps(said | {"other": "id-dam post"})
    (tmp_path / "rulings.jsonl").write_text(line, "utf-8")
    await Pulse(newsroom, bring_nothing).begin()

    assert 2 == published(newsroom)


async def test_mistyped_lines_are_told_once_and_the_desk_goes_on(
    newsroom: Desk, tmp_path: Path
) -> None:
    """On one line of the log; what was known is obeyed, and the file when it is mended."""
    pulse = Pulse(newsroom, bring_nothing)
    await pulse.begin()
    split_story(newsroom.store, "id-dam mail", None, NOON)
    path = tmp_path / "rulings.jsonl"
    good = path.read_text("utf-8")
    path.write_text(f"{good}mistyped\nagain\n", "utf-8")
    with capture_logs() as logs:
        await look(pulse)
        await pulse.edit_waiting()
        assert isinstance(newsroom.clock, StandingClock)
        newsroom.clock.time += 2 * POST.every
        polls = await asyncio.gather(*await pulse.beat())
    path.write_text("", "utf-8")
    await look(pulse)

    (told,) = [line for line in logs if line["event"] == "rulings not obeyed"]
    assert 2 == told["reason"].count("rulings.jsonl:")
    assert "\n" not in told["reason"]
    assert 2 == len(polls)
    assert 1 == published(newsroom)


async def test_rulings_that_hang_are_not_alive_though_the_desk_beats(
    newsroom: Desk, tmp_path: Path
) -> None:
    """A file that never ends; when it does, the desk is well again."""
    pulse = Pulse(newsroom, bring_nothing)
    await pulse.begin()
    path = tmp_path / "rulings.jsonl"
    os.mkfifo(path)
    editing = asyncio.create_task(look(pulse))
    file = await asyncio.to_thread(path.open, "wb")
    assert isinstance(newsroom.clock, StandingClock)
    newsroom.clock.time += timedelta(minutes=6)
    await pulse.beat()
    hanging = pulse.tell_life()
    file.close()
    await editing

    assert (False, True) == (hanging.is_alive, pulse.tell_life().is_alive)
