"""A morning at the desk: ``wiredesk fetch`` listens to a small invented town, six times.

``.venv/bin/python benchmarks/demo.py [--keep DIR]``. The newspapers of ``town.yaml`` are published
on this machine; the program polls them while they print new reports and edit old ones. What is
told here is read from the program's own output. Exit code 1 if something announced did not happen.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from textwrap import indent
from typing import Any

import feedparser
from loopback import Page, serve_pages
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from town import Paper, Report, open_town, print_paper

from feeds.clock import SystemClock

_WIREDESK = Path(sys.executable).with_name("wiredesk")
_PIPE_WIDTH = 110
_LIMIT = 60
_MORNING = timedelta(hours=6)
_TOLD = ["headline", "body", "figures", "correction", "withdrawn", "restored"]
# What the alerts feed must have told in the end.
_ALERTED = sorted([*_TOLD, "figures"])
# What is announced, and how many stories are folded into others then.
_ROUNDS = {
    1: ("Round 1. The desk listens for the first time: a backlog, nobody is alerted.", 0),
    2: ("Round 2. News. Three papers print one wire report; one report stands in two feeds.", 3),
    3: ("Round 3. A headline in Aubeval and a text in Talbrück are edited.", 0),
    4: ("Round 4. The Gazette takes a report back, with a tombstone in its feed.", 0),
    5: ("Round 5. The Gazette prints it again.", 0),
    6: ("Round 6. Nothing happens.", 0),
}
_TOPICS = [
    {"slug": "town", "match": "*", "alerts": [{"on": _TOLD}]},
    {"slug": "harbour", "match": "harbour OR ferry OR quay"},
]

Json = dict[str, Any]


async def live_through(folder: Path, console: Console) -> None:
    """Publish the town, poll it in every round, and tell what the desk made of it."""
    woke = SystemClock().now().replace(microsecond=0) - _MORNING
    pages: dict[str, Page] = {}
    answered: Counter[int] = Counter()

    def count(status: int) -> None:
        answered[status] += 1

    before = open_town(0, woke)
    addresses = sorted({paper.address for paper in before})
    async with serve_pages(pages.get, count, addresses) as port:
        write_config(folder, before, port)
        for number, (title, folds) in _ROUNDS.items():
            console.print(f"\n[bold]{title}[/bold]")
            town = open_town(number, woke)
            pages.update({paper.path: print_paper(paper) for paper in town})
            answered.clear()
            told = await live_round(folder, console, before, town)
            expect("stories folded", told["folded"], folds)
            before = town
    expect("answers of the last round", dict(answered), {304: len(before)})
    tell_alerts(folder, console)


async def live_round(
    folder: Path, console: Console, before: tuple[Paper, ...], town: tuple[Paper, ...]
) -> Counter[str]:
    """Poll once, compare the output with that of the round before, and tell it.

    Returns:
        How many stories were told as new, folded or revised.
    """
    old_files, old_items = read_files(folder), read_items(folder)
    report = await run_wiredesk(folder, "fetch", "--all", "--config", folder / "sources.yaml")
    files, items = read_files(folder), read_items(folder)
    new, revised = find_news(before, town)
    expect("new stories", sum(source["new"] for source in report["sources"]), new)
    expect("revised stories", sum(source["revised"] for source in report["sources"]), revised)
    changed = [path for path in files if files[path] != old_files.get(path)]
    expect("files said to be written", sorted(report["written"]), sorted(changed))
    if not new and not revised:
        expect("files changed", changed, [])
        answers = Counter(source["answer"] for source in report["sources"])
        console.print(f"  {answers['not modified']} feeds not modified (304), no byte written.")
        return Counter()
    names = {paper.id: paper.name for paper in town}
    rows = await tell_items(folder, items, old_items, names)
    table = open_table()
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)
    told = Counter(row[0] for row in rows)
    expect("stories told as new or folded", told["new"] + told["folded"], new)
    expect("stories told as revised", told["revised"], revised)
    return told


async def tell_items(
    folder: Path, items: dict[str, Json], old: dict[str, Json], names: dict[str, str]
) -> list[list[str]]:
    """Return the rows of a round: what is new, what was folded into it, what was revised."""
    rows = []
    for key, item in items.items():
        paper = item["_wiredesk"]["source"]["title"]
        if key not in old:
            rows.append(["new", paper, item["title"], ""])
            rows += await tell_folds(folder, key, names)
        elif item != old[key]:
            shown = await run_wiredesk(folder, "show", key)
            rows.append(["revised", paper, *tell_revision(shown["revisions"])])
    return rows


async def tell_folds(folder: Path, key: str, names: dict[str, str]) -> list[list[str]]:
    """Return a row for each story folded into an entry, with the reason of whichever came later."""
    shown = await run_wiredesk(folder, "show", key)
    return [
        [
            "folded",
            names[story["source_id"]],
            story["headline"],
            f"{place['level']}: {place['reason'] or shown['membership']['reason']}",
        ]
        for place, story in shown["companions"]
        if place["fold_id"] == shown["membership"]["fold_id"]
    ]


def tell_revision(revisions: list[Json]) -> tuple[str, str]:
    """Return the headline, with the old one if it changed, and what changed."""
    old, new = revisions[-2], revisions[-1]
    kinds = ", ".join(new["kinds"])
    before, after = old["story"]["headline"], new["story"]["headline"]
    title = after if before == after else f"{before} → {after}"
    return title, f"{kinds}, revision {new['number']}"


def tell_alerts(folder: Path, console: Console) -> None:
    """Tell the entries of the alerts feed and where everything is."""
    path = folder / "output" / "town.alerts.atom"
    entries = feedparser.parse(path.read_bytes())["entries"]
    console.print("\n[bold]The alerts feed says:[/bold]")
    for entry in entries:
        told = indent(f"{entry['title']}\n{indent(entry['summary'], '  ')}", "  ")
        console.print(escape(told), soft_wrap=True)
    told = sorted(term for entry in entries for term in {tag.term for tag in entry["tags"]})
    expect("kinds of edits in the alerts", told, _ALERTED)
    console.print(f"\nThe feeds are in {folder / 'output'}:", soft_wrap=True)
    console.print("  " + ", ".join(sorted(read_files(folder))))


def find_news(before: tuple[Paper, ...], town: tuple[Paper, ...]) -> tuple[int, int]:
    """Return how many reports the papers print for the first time, and how many they revised."""
    old, new = list_reports(before), list_reports(town)
    revised = [key for key in new if key in old and new[key] != old[key]]
    return len(new.keys() - old.keys()), len(revised)


def list_reports(town: tuple[Paper, ...]) -> dict[tuple[str, str], Report | None]:
    """Return all reports by paper and id; None for one that was taken back."""
    printed = {(paper.id, report.id): report for paper in town for report in paper.reports}
    return printed | {(paper.id, it): None for paper in town for it in paper.deleted}


async def run_wiredesk(folder: Path, *arguments: str | Path) -> Any:
    """Run the real program and return what it prints as JSON."""
    where: list[str | Path] = ["--json", "--data", folder / "data"]
    if arguments[0] == "fetch":
        where += ["--output", folder / "output"]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(_WIREDESK, *arguments, *where, stdout=pipe)
    try:
        printed, _ = await asyncio.wait_for(process.communicate(), _LIMIT)
    except TimeoutError:
        process.kill()
        sys.exit(f"demo: wiredesk {arguments[0]} took more than {_LIMIT} s")
    expect(f"exit code of wiredesk {arguments[0]}", process.returncode, 0)
    return json.loads(printed)


def write_config(folder: Path, town: tuple[Paper, ...], port: int) -> None:
    """Write the ``sources.yaml`` of the town; JSON is YAML, too."""
    sources = [
        {
            "id": paper.id,
            "url": f"http://{paper.address}:{port}{paper.path}",
            "rank": paper.rank,
            "allow_private": True,
        }
        for paper in town
    ]
    config = {"sources": sources, "topics": _TOPICS}
    (folder / "sources.yaml").write_text(json.dumps(config, indent=1))


def read_items(folder: Path) -> dict[str, Json]:
    """Return the entries of the town's JSON Feed by the id of their story."""
    path = folder / "output" / "town.json"
    items = json.loads(path.read_bytes())["items"] if path.exists() else []
    return {item["id"].removeprefix("urn:uuid:"): item for item in items}


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file published."""
    return {path.name: path.read_bytes() for path in (folder / "output").glob("*")}


def open_table() -> Table:
    """Return the table of a round."""
    table = Table(box=None, pad_edge=True, header_style="dim")
    table.add_column("What", style="bold", no_wrap=True)
    for name in ("Paper", "Headline", "Why"):
        table.add_column(name)
    return table


def expect(what: str, found: object, wanted: object) -> None:
    """End the demo if something did not happen as announced."""
    if found != wanted:
        sys.exit(f"demo: {what}: {found}, and {wanted} was announced")


def main() -> None:
    """Run the demo in a folder that stays for a look."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work there, not in a temp folder")
    keep: Path | None = parser.parse_args().keep
    folder = keep or Path(tempfile.mkdtemp(prefix="wiredesk-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        parser.error(f"{folder} is not empty")
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _PIPE_WIDTH)
    asyncio.run(live_through(folder, console))


if __name__ == "__main__":
    main()
