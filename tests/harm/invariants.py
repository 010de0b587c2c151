"""What must hold after every fault, asked of a data directory and an output folder.

The database is read from a copy, as whoever starts next would find it: asking mends nothing.
The desk asked must have a topic ``all`` that selects everything and tells :data:`TOLD`.
"""

import json
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from lxml import etree

TOPIC = "all"
TOLD = {"new", "headline"}
MINOR = frozenset({"date", "trivial"})
CONFIG_TOPIC = f"""topics:
  - slug: {TOPIC}
    match: "*"
    fold: none
    keep: 520w
    limit: 1000
    alerts: [{{on: [{", ".join(sorted(TOLD))}]}}]
"""
# So many changes of a story within a day, and it is told less of.
_RESTLESS = 6
_AGAIN = timedelta(days=1)
_XML = {".rss", ".atom", ".opml"}
# What may lie in a data directory besides copies made before a migration.
_MEMORY = {"wiredesk.db", "wiredesk.db-wal", "wiredesk.db-shm", "wiredesk.lock"}


@dataclass(frozen=True, kw_only=True)
class Version:
    """A revision as it is held."""

    kinds: frozenset[str]
    seen: str
    guid: str
    headline: str
    content_hash: str
    first_seen: str


@dataclass(frozen=True, kw_only=True)
class Held:
    """What a data directory holds.

    Attributes:
        integrity: What SQLite says of the file; ``ok`` alone if it is sound.
        owners: Story id to source id.
        last: Story id to the number of its last revision.
        versions: Story id to its revisions, oldest first, by number.
        baselines: Source id to its first good poll, which is told to nobody.
        alerts: (topic, story, revision) of every alert.
        deliveries: (alert, state, message, reason) of every row of the outbox.
        known: Story ids that have an identity key, a place and a selection.
    """

    integrity: tuple[str, ...] = ("ok",)
    owners: Mapping[str, str] = field(default_factory=dict)
    last: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, Mapping[int, Version]] = field(default_factory=dict)
    baselines: Mapping[str, str] = field(default_factory=dict)
    alerts: tuple[tuple[str, str, int], ...] = ()
    deliveries: tuple[tuple[str, str, str, str], ...] = ()
    known: frozenset[str] = frozenset()

    @property
    def guids(self) -> Counter[tuple[str, str]]:
        """How many stories each (source, guid) has; one, if all is well."""
        return Counter(
            (self.owners.get(name, ""), told[max(told)].guid)
            for name, told in self.versions.items()
        )

    @property
    def headlines(self) -> Mapping[tuple[str, str], str]:
        """The last headline of each (source, guid)."""
        return {
            (self.owners.get(name, ""), told[max(told)].guid): told[max(told)].headline
            for name, told in self.versions.items()
        }


def read_held(data: Path) -> Held:
    """Read a data directory; nobody may be writing to it."""
    if not (data / "wiredesk.db").exists():
        return Held()
    with tempfile.TemporaryDirectory() as name:
        for path in data.glob("wiredesk.db*"):
            if path.suffix in {".db", ".db-wal"}:  # the third can be made from these
                shutil.copy(path, name)
        with closing(sqlite3.connect(Path(name) / "wiredesk.db")) as raw:
            try:
                return _read_tables(raw)
            except sqlite3.DatabaseError as error:
                return Held(integrity=(str(error),))


def _read_tables(raw: sqlite3.Connection) -> Held:
    """Read what the rules below need."""
    integrity = tuple(str(row[0]) for row in raw.execute("PRAGMA integrity_check"))
    if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'revisions'").fetchone():
        return Held(integrity=integrity)
    stories = raw.execute("SELECT story_id, source_id, revision FROM stories").fetchall()
    return Held(
        integrity=integrity,
        owners={name: source for name, source, _ in stories},
        last={name: number for name, _, number in stories},
        versions=_read_versions(raw),
        baselines=dict(
            raw.execute("SELECT source_id, first_ok FROM sources WHERE first_ok IS NOT NULL")
        ),
        alerts=tuple(raw.execute("SELECT topic, story_id, revision FROM alerts")),
        deliveries=_read_deliveries(raw),
        known=frozenset(
            name
            for (name,) in raw.execute(
                "SELECT story_id FROM sightings INTERSECT SELECT story_id FROM memberships"
                " INTERSECT SELECT story_id FROM sketches"
                " INTERSECT SELECT story_id FROM selections WHERE slug = ?",
                [TOPIC],
            )
        ),
    )


def _read_deliveries(raw: sqlite3.Connection) -> tuple[tuple[str, str, str, str], ...]:
    """Read the outbox; older versions have none."""
    if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'deliveries'").fetchone():
        return ()
    return tuple(raw.execute("SELECT told_id, state, message_id, reason FROM deliveries"))


def _read_versions(raw: sqlite3.Connection) -> Mapping[str, Mapping[int, Version]]:
    """Read every revision."""
    found: dict[str, dict[int, Version]] = defaultdict(dict)
    rows = raw.execute("SELECT story_id, number, seen, kinds, story FROM revisions ORDER BY number")
    for name, number, seen, kinds, text in rows:
        story = json.loads(text)
        found[name][number] = Version(
            kinds=frozenset(kinds.split()),
            seen=seen,
            guid=story["guid"] or story["url"] or "",
            headline=story["headline"],
            content_hash=story["content_hash"],
            first_seen=story["first_seen"],
        )
    return dict(found)


def list_faults(held: Held, before: Held | None = None) -> list[str]:
    """Return what is wrong with what is held, one line each.

    Args:
        held: As it stands now.
        before: As it stood at an earlier time; all of that must still be there.
    """
    return [
        *(f"integrity: {line}" for line in held.integrity if line != "ok"),
        *_list_halves(held),
        *_list_repeats(held),
        *_list_untold(held),
        *_list_unsent(held),
        *(_list_losses(held, before) if before else ()),
    ]


def _list_halves(held: Held) -> Iterator[str]:
    """A story has all its parts, or none."""
    yield from (f"{name}: rows are missing" for name in held.owners.keys() - held.known)
    yield from (f"{name}: rows without a story" for name in held.versions.keys() ^ held.owners)
    for name, told in held.versions.items():
        if sorted(told) != list(range(1, held.last.get(name, 0) + 1)):
            yield f"{name}: revisions {sorted(told)}, the last is {held.last.get(name)}"
        if len({version.first_seen for version in told.values()}) > 1:
            yield f"{name}: first seen at several times"


def _list_repeats(held: Held) -> Iterator[str]:
    """No story twice, no revision twice, no alert twice."""
    yield from (f"{key}: held {n} times" for key, n in held.guids.items() if n > 1)
    yield from (f"{key}: told {n} times" for key, n in Counter(held.alerts).items() if n > 1)
    for name, told in held.versions.items():
        pairs = pairwise(told[number] for number in sorted(told))
        if any(_repeats(one, other) for one, other in pairs):
            yield f"{name}: the same revision twice"


def _list_untold(held: Held) -> Iterator[str]:
    """What is asked to be told is in the outbox, and nothing else is.

    A headline is told once a day, and of a story that changed again and again not everything is.
    """
    told_of = Counter(name for _, name, _ in held.alerts)
    wanted = {
        (TOPIC, name, number)
        for name, told in held.versions.items()
        for number, version in told.items()
        if version.kinds & TOLD and version.seen > held.baselines.get(held.owners.get(name, ""), "")
    }
    for key in wanted - set(held.alerts):
        _, name, number = key
        if told_of[name] < _RESTLESS and not _was_told(held.versions[name], number):
            yield f"{key}: not in the outbox"
    yield from (f"{key}: in the outbox for nothing" for key in set(held.alerts) - wanted)


def _repeats(version: Version, later: Version) -> bool:
    """Whether a later revision is the same again, and not only its date another."""
    return version.content_hash == later.content_hash and not _is_minor(later)


def _is_minor(version: Version) -> bool:
    """Whether a revision is a trivial edit or a moved date: another one may take its place."""
    return version.kinds <= MINOR


def _is_kept(version: Version, now: Version | None) -> bool:
    """Whether a revision is there, or the one that may take its place."""
    return version == now or bool(now and _is_minor(version) and _is_minor(now))


def _was_told(versions: Mapping[int, Version], number: int) -> bool:
    """Tell whether an earlier edit brought the same headline less than a day before."""
    this = versions[number]
    return any(
        earlier > 1
        and version.headline == this.headline
        and datetime.fromisoformat(this.seen) - datetime.fromisoformat(version.seen) < _AGAIN
        for earlier, version in versions.items()
        if earlier < number
    )


def _list_unsent(held: Held) -> Iterator[str]:
    """Each alert has its row in the outbox, once, if there is a channel for it."""
    rows = Counter(told_id for told_id, *_ in held.deliveries)
    if rows:
        yield from (f"{told_id}: {n} rows in the outbox" for told_id, n in rows.items() if n > 1)
        if len(rows) != len(held.alerts):
            yield f"{len(held.alerts)} alerts, {len(rows)} of them in the outbox"


def _list_losses(held: Held, before: Held) -> Iterator[str]:
    """What was held once is held for ever, under the same ids."""
    for name, told in before.versions.items():
        now = held.versions.get(name, {})
        if not all(_is_kept(version, now.get(number)) for number, version in told.items()):
            yield f"{name}: lost or changed"
    yield from (f"{key}: lost from the outbox" for key in set(before.alerts) - set(held.alerts))


def list_torn_files(output: Path) -> list[str]:
    """Return the published files that are no whole document of their kind."""
    if not output.exists():
        return []
    visible = [path for path in sorted(output.iterdir()) if not path.name.startswith(".")]
    return [
        f"{path.name}: {why}" for path in visible if (why := _find_tear(path.read_bytes(), path))
    ]


def _find_tear(content: bytes, path: Path) -> str:
    """Return why bytes are no whole document; empty if they are one."""
    try:
        if path.suffix in _XML:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
        elif path.suffix == ".json":
            json.loads(content)
        elif not content.rstrip().endswith(b"</html>"):
            return "the end is missing"
    except (ValueError, etree.XMLSyntaxError) as error:
        return str(error)
    return ""


def list_unpublished(held: Held, output: Path) -> list[str]:
    """Return how the topic's feed differs from what is held."""
    wanted = Counter(held.headlines.values())
    feed = json.loads((output / f"{TOPIC}.json").read_text("utf-8"))
    shown = Counter(item["title"] for item in feed["items"])
    return [
        *(f"not published: {headline}" for headline in sorted(wanted - shown)),
        *(f"published, not held: {headline}" for headline in sorted(shown - wanted)),
    ]


def list_strays(data: Path, output: Path) -> list[str]:
    """Return files that nobody needs, after a start that published."""
    memory = [path.name for path in data.iterdir()] if data.exists() else []
    published = [path.name for path in output.iterdir()] if output.exists() else []
    return [
        *(name for name in memory if name not in _MEMORY and not name.endswith(".backup.db")),
        *(name for name in published if name.startswith(".")),
    ]
