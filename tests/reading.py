"""Waiting for events in the log of a program."""

import asyncio


async def read_until(stream: asyncio.StreamReader | None, word: bytes) -> bytes:
    """Read the log up to the first line with a word."""
    assert stream
    lines = b""
    while word not in lines:
        line = await stream.readline()
        assert line, lines.decode()
        lines += line
    return lines
