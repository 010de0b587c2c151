"""An archive grown in a minute: stories told before all others, copied row by row in the database.

What the desk has placed is written again under other ids, other numbers and other hashes, each ten
thousand stories told a day before the last: as many rows, as long and as widely strewn as if the
stories had come one after the other, which takes an hour for a million. No copy shares a group with
a live story, nor with one of another day.
"""

from random import Random
from typing import Final

from sqlalchemy import text

from feeds.store import Store, Transaction

# Live stories have numbers from here on; the archive before them goes down to one.
FIRST_LIVE: Final = 2_000_000
BLOCK: Final = 10_000
# Further back than anything live is looked for.
_DAYS_BEFORE: Final = 20

_PREPARE: Final = """
CREATE TEMP TABLE IF NOT EXISTS pattern AS
    SELECT mark, story_number FROM marks WHERE story_number BETWEEN :first AND :last;
CREATE TEMP TABLE IF NOT EXISTS named (number INTEGER PRIMARY KEY, old TEXT, new TEXT);
CREATE INDEX IF NOT EXISTS named_old ON named (old);
DELETE FROM named;
INSERT INTO named SELECT number, story_id, lower(hex(randomblob(18)))
    FROM stories WHERE number BETWEEN :first AND :last
"""
_COPY: Final = """
INSERT INTO stories (number, story_id, source_id, url, headline, told, first_seen, revision)
    SELECT s.number - :off, n.new, s.source_id, s.url || n.new, s.headline,
        strftime('%Y-%m-%d %H:%M:%S.000000', s.told, :ago),
        strftime('%Y-%m-%d %H:%M:%S.000000', s.first_seen, :ago), s.revision
    FROM named n JOIN stories s ON s.number = n.number ORDER BY s.number;
INSERT INTO sketches (story_number, story_id, source_id, told, language, keys, bands, shingles,
        terms, weights, spelled)
    SELECT s.story_number - :off, n.new, s.source_id,
        strftime('%Y-%m-%d %H:%M:%S.000000', s.told, :ago), s.language, s.keys, s.bands,
        s.shingles, s.terms, s.weights, s.spelled
    FROM named n JOIN sketches s ON s.story_number = n.number ORDER BY s.story_number;
INSERT INTO memberships (story_id, copies_id, fold_id, event_id, level, twin_id, reason, score)
    SELECT n.new, coalesce(c.new, m.copies_id || :off), coalesce(f.new, m.fold_id || :off),
        coalesce(e.new, m.event_id || :off), m.level, m.twin_id, m.reason, m.score
    FROM named n JOIN memberships m ON m.story_id = n.old
    LEFT JOIN named c ON c.old = m.copies_id LEFT JOIN named f ON f.old = m.fold_id
    LEFT JOIN named e ON e.old = m.event_id ORDER BY n.new;
INSERT OR IGNORE INTO marks (mark, story_number)
    SELECT (mark | :mask) - (mark & :mask), story_number - :off FROM pattern ORDER BY 1
"""
_FIRST: Final = """
INSERT INTO stories (number, story_id, source_id, headline, told, first_seen, revision)
    VALUES (:number, 'before', '', '', :told, :told, 1)
"""


def begin_live(tx: Transaction) -> None:
    """Let the next story have the first of the live numbers."""
    told = "2000-01-01 00:00:00.000000"
    tx.execute(text(_FIRST), {"number": FIRST_LIVE - 1, "told": told})


def fill_archive(store: Store, done: int, wanted: int) -> None:
    """Write blocks of ten thousand stories below those that are there.

    Args:
        store: With at least one such block of live stories.
        done: How many blocks were written before.
        wanted: How many there shall be.
    """
    for block in range(done, wanted):
        values: dict[str, object] = {
            "first": FIRST_LIVE,
            "last": FIRST_LIVE + BLOCK - 1,
            "off": BLOCK * (block + 1) + 1,
            "ago": f"-{_DAYS_BEFORE + block} days",
            "mask": Random(block).getrandbits(62),
        }
        with store.write() as tx:
            for statement in f"{_PREPARE};{_COPY}".split(";"):
                asked = {name: it for name, it in values.items() if f":{name}" in statement}
                tx.execute(text(statement), asked)
