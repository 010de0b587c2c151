"""The door to the network, and another configuration: real requests to a server on this machine."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from loopback import Page, Publisher

from feeds.model import Posted, Settings
from feeds.pipeline.read import READING
from feeds.processes import Workers
from feeds.schedule.doors import Doors

PLAIN = Settings(contact="desk@aubeval.example", per_host=1)


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    """A server."""
    async with Publisher() as opened:
        yield opened


@pytest.fixture
async def doors() -> AsyncIterator[Doors]:
    """An open door."""
    async with Workers(preload=READING) as workers, Doors(workers) as opened:
        await opened.open(PLAIN)
        yield opened


async def ask(doors: Doors, url: str) -> None:
    """Go through the door."""
    assert isinstance(await doors.post(url, (), allow_private=True), Posted)


async def test_the_door_is_that_of_the_settings_it_was_last_given(
    doors: Doors, publisher: Publisher
) -> None:
    """Others, and then the first again, whatever the editor did meanwhile."""
    url = publisher.serve("/hub", Page(status=202))
    await doors.open(replace(PLAIN, contact="other@aubeval.example"))
    await ask(doors, url)
    await doors.open(PLAIN)
    await ask(doors, url)
    names = [it.headers["user-agent"].partition("+")[2] for it in publisher.requests]

    assert ["other@aubeval.example)", "desk@aubeval.example)"] == names


@pytest.mark.parametrize(
    "settings",
    [replace(PLAIN, title="The desk"), replace(PLAIN, contact="other@aubeval.example")],
    ids=["same door", "new door"],
)
async def test_a_host_is_not_asked_more_often_at_once_because_of_other_settings(
    doors: Doors, publisher: Publisher, settings: Settings
) -> None:
    """Who goes through the new door waits for whoever is still under way behind the old one."""
    gate = asyncio.Event()
    url = publisher.serve("/hub", Page(status=202, gate=gate))
    first = asyncio.create_task(ask(doors, url))
    await publisher.received(0)
    await doors.open(settings)
    second = asyncio.create_task(ask(doors, url))
    await asyncio.wait((second,), timeout=0.1)
    gate.set()
    await asyncio.gather(first, second)

    assert (2, 1) == (len(publisher.requests), publisher.peak["127.0.0.1"])
