"""``wiredesk run --listen``: what others may ask the daemon."""

import asyncio
import json
import re
import sys
from pathlib import Path

import pytest
from desk import DeskFolder
from raw import free_port, get
from reading import read_until

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "sources:\n  - {id: letters, path: letters}\ntopics:\n  - {slug: dams, match: dam}\n"


@pytest.mark.case("T-19")
async def test_the_daemon_says_that_it_is_well_where_it_was_told_to_listen(
    desk: DeskFolder,
) -> None:
    """The setting is enough; the option goes before it; SIGTERM still ends it with 0."""
    port, other = free_port(), free_port()
    desk.configure(f"{NOBODY}settings: {{listen: '127.0.0.1:{port}'}}\n")
    first = await desk.start("run")
    await read_until(first.stderr, b"listening")
    by_setting = await get(port, "/healthz")
    first.terminate()
    await first.communicate()
    second = await desk.start("run", "--listen", f"127.0.0.1:{other}")
    await read_until(second.stderr, b"listening")
    by_option = await get(other, "/healthz")
    second.terminate()
    await second.communicate()

    assert [(200, b"well\n")] * 2 == [(a.status, a.body) for a in (by_setting, by_option)]
    assert (0, 0) == (first.returncode, second.returncode)


@pytest.mark.case("P-22")
async def test_a_port_that_is_taken_ends_the_daemon_with_one_sentence(desk: DeskFolder) -> None:
    """Exit code 6; the other program keeps its port."""
    desk.configure(NOBODY)
    async with await asyncio.start_server(lambda *_: None, "127.0.0.1", 0) as taken:
        port = taken.sockets[0].getsockname()[1]
        ended = await desk.run("run", "--listen", f"127.0.0.1:{port}")

    assert 6 == ended.code
    assert f"cannot listen at 127.0.0.1:{port}: " in ended.err


async def test_what_is_no_address_and_port_is_refused(desk: DeskFolder) -> None:
    """Before anything is done."""
    desk.configure(NOBODY)
    ended = await desk.run("run", "--listen", "8080")

    assert 2 == ended.code
    assert "must be an address and a port" in ended.err
    assert not (desk.folder / "data").exists()


async def test_the_health_check_of_the_image_tells_a_well_daemon_from_none(
    desk: DeskFolder,
) -> None:
    """The line of the Dockerfile, with the port of this test."""
    port = free_port()
    line = re.search(
        r"HEALTHCHECK .*? CMD (\[.*\])$", (ROOT / "Dockerfile").read_text(), re.MULTILINE
    )
    assert line
    program, *args = json.loads(line[1].replace("8080", str(port)))
    desk.configure(NOBODY)

    async def check() -> int | None:
        """Run the line."""
        process = await asyncio.create_subprocess_exec(sys.executable, *args, stderr=-3)
        return await process.wait()

    daemon = await desk.start("run", "--listen", f"127.0.0.1:{port}")
    await read_until(daemon.stderr, b"listening")
    well = await check()
    daemon.terminate()
    await daemon.communicate()

    assert "python" == program
    assert (0, 1) == (well, await check())
