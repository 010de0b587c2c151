"""All the publishers of a benchmark in one process of their own, so that the client pays nothing.

Run by ``fetch.py``. Each feed has a loopback address of its own, as feeds have hosts of their own.
It speaks in lines: the first one it writes, as JSON, says the port and what must be found; then
each mode it reads is answered with how many requests were answered with each status since the
last one. It ends when its input ends.
"""

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import asdict

from loopback import Page, make_page, serve_pages
from typesetting import MEDIA_TYPES, set_paper
from workload import Paper, Workload, make_workload


def name_address(number: int) -> str:
    """Return the loopback address of a feed (RFC 6890: all of 127.0.0.0/8 is this machine)."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


def name_path(number: int) -> str:
    """Return the path of a feed."""
    return f"/feeds/{number}.xml"


def make_pages(workload: Workload) -> dict[str, dict[str, Page]]:
    """Return for each mode what is published under each path."""
    first = {name_path(paper.number): _print_paper(paper) for paper in workload.papers}
    churned = {name_path(paper.number): _print_paper(paper) for paper in workload.churned}
    bare = {path: Page(body=page.body, media_type=page.media_type) for path, page in first.items()}
    return {"cold": first, "not-modified": first, "unchanged": bare, "churn": churned}


async def publish(feeds: int, seed: int) -> None:
    """Serve the feeds until the input ends."""
    workload = make_workload(feeds, seed)
    modes = make_pages(workload)
    pages = dict(modes["cold"])
    counted: Counter[int] = Counter()

    def count(status: int) -> None:
        counted[status] += 1

    addresses = [name_address(number) for number in range(feeds)]
    async with serve_pages(pages.get, count, addresses) as port:
        expected = {mode: asdict(found) for mode, found in workload.expected.items()}
        size = sum(len(page.body) for page in pages.values())
        _say({"port": port, "bytes": size, "expected": expected})
        async for mode in _read_lines():
            _say(dict(counted))
            counted.clear()
            pages.update(modes[mode])


def _print_paper(paper: Paper) -> Page:
    """Return a newspaper as a page with validators."""
    return make_page(set_paper(paper), MEDIA_TYPES[paper.form])


def _say(value: object) -> None:
    """Write one line."""
    print(json.dumps(value), flush=True)


async def _read_lines() -> AsyncIterator[str]:
    """Yield the lines of the input."""
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        yield line.strip()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    given = parser.parse_args()
    asyncio.run(publish(given.feeds, given.seed))
