"""What editors decided, in a file beside the database: it outlives the loss of that.

The file has a line of JSON for each decision, the last at the end, and is the truth; the table is
what grouping reads. Whoever writes the file does so while it alone may write to the database.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import delete, select

from feeds.errors import DataError
from feeds.model import Ruling, list_ruled
from feeds.store.chunks import chunked
from feeds.store.database import Store, Transaction
from feeds.store.events import read_companions, read_memberships, read_rulings, save_ruling
from feeds.store.files import read_if_there, replace_text
from feeds.store.members import list_members
from feeds.store.tables import memberships, rulings, stories
from feeds.store.wanted import want_ids

RULINGS: Final = "rulings.jsonl"
_SAID: Final = {"split": False, "merge": True}
_FIELDS: Final = ("decided", "said", "story", "other")
_MEND: Final = ": mend it, or delete it"
_SHOWN: Final = 20


def locate_rulings(store: Store) -> Path | None:
    """Return the file of rulings; None for a memory that is in no file."""
    return store.path.with_name(RULINGS) if store.path else None


def load_rulings(path: Path) -> tuple[Ruling, ...] | None:
    """Return all that the file says, in the order it was decided; None if there is no file.

    Raises:
        DataError: Lines cannot be read; the message has a line for each, with its number.
    """
    text = read_if_there(path)
    if text is None:
        return None
    read: list[Ruling] = []
    wrong: list[str] = []
    # Some editors of Windows put a byte-order mark before the text.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        match _read_line(line) if line.strip() else None:
            case Ruling() as ruling:
                read.append(ruling)
            case str(problem):
                wrong.append(f"{path}:{number}: {problem}")
    if wrong:
        raise DataError("\n".join(wrong))
    return tuple(sorted(read, key=lambda one: (one.ruled, one.story_id, one.other_id)))


def load_headlines(path: Path) -> dict[str, str]:
    """Return the headlines that the file has of stories, by id, as they were decided about last.

    A line that cannot be read has none: :func:`load_rulings` tells of it.

    Raises:
        DataError: The file cannot be read.
    """
    found: dict[str, str] = {}
    for line in (read_if_there(path) or "").removeprefix("\ufeff").split("\n"):
        if line.strip() and isinstance(_read_line(line), Ruling):
            found |= _find_headlines(json.loads(line))
    return found


def choose_last(said: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return the last word about any two stories, as the table has it.

    Args:
        said: In the order it was decided.
    """
    last = {one.pair: one for one in said}
    return tuple(sorted(last.values(), key=lambda one: (one.ruled, one.story_id, one.other_id)))


def add_rulings(path: Path, made: Sequence[Ruling], headlines: Mapping[str, str]) -> None:
    """Write rulings below those that are in the file.

    Args:
        path: The file.
        made: What was decided, in order.
        headlines: Of the stories, by id, for people who read the file.

    Raises:
        DataError: The file cannot be written.
    """
    before = read_if_there(path) or ""
    gap = "\n" if before and not before.endswith("\n") else ""
    lines = "".join(_write_line(ruling, headlines) for ruling in made)
    replace_text(path, f"{before}{gap}{lines}")


def drop_rulings(path: Path, ruled: datetime) -> None:
    """Take the lines of one decision out of the file; the others stay as they are written.

    Args:
        path: The file.
        ruled: The time of the decision.

    Raises:
        DataError: The file cannot be written.
    """
    lines = (read_if_there(path) or "").removeprefix("\ufeff").split("\n")
    kept = [line for line in lines if not (line.strip() and _is_of(line, ruled))]
    replace_text(path, "\n".join(kept))


def replace_rulings(tx: Transaction, wanted: Iterable[Ruling]) -> frozenset[str]:
    """Let the table say just this; return the ids of stories about which it said otherwise."""
    known, new = set(read_rulings(tx)), set(wanted)
    for gone in known - new:
        pair = (rulings.c.story_id == gone.story_id) & (rulings.c.other_id == gone.other_id)
        tx.execute(delete(rulings).where(pair))
    for ruling in new - known:
        save_ruling(tx, ruling)
    return list_ruled(known ^ new)


def read_headlines(tx: Transaction, story_ids: Iterable[str]) -> dict[str, str]:
    """Return the headlines of the stories that are held, by id."""
    query = select(stories.c.story_id, stories.c.headline)
    found: dict[str, str] = {}
    for ids in chunked(sorted(story_ids)):
        rows = tx.execute(query.where(stories.c.story_id.in_(ids)))
        found |= {row.story_id: row.headline for row in rows}
    return found


def read_copies(tx: Transaction, story_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of all copies of these stories, theirs included, as far as they are held."""
    held = read_headlines(tx, story_ids)
    places = read_memberships(tx, held)
    sets = {place.copies_id for place in places.values()}
    events = {place.event_id: place for place in places.values()}
    companions = (one for place in events.values() for one in read_companions(tx, place))
    return tuple(sorted(one.story_id for one in companions if one.copies_id in sets))


def find_events_named(tx: Transaction, story_ids: Iterable[str]) -> frozenset[str]:
    """Return the ids of events that go by the id of one of these stories, or have folds that do."""
    names = (memberships.c.event_id, memberships.c.fold_id, memberships.c.copies_id)
    members = (list_members(name, want_ids(story_ids)) for name in names)
    query = select(memberships.c.event_id)
    return frozenset(
        event_id
        for some in members
        for event_id in tx.scalars(query.where(memberships.c.story_id.in_(some)))
    )


def _write_line(ruling: Ruling, headlines: Mapping[str, str]) -> str:
    """Write one decision."""
    said = {
        "decided": ruling.ruled.isoformat(),
        "said": "merge" if ruling.together else "split",
        "story": ruling.story_id,
        "other": ruling.other_id,
        "headlines": [headlines.get(it, "") for it in (ruling.story_id, ruling.other_id)],
    }
    return json.dumps(said, ensure_ascii=False) + "\n"


def _is_of(line: str, ruled: datetime) -> bool:
    """Tell whether a line is part of a decision."""
    read = _read_line(line)
    return isinstance(read, Ruling) and read.ruled == ruled


def _read_line(line: str) -> Ruling | str:
    """Read one decision, its two stories in order as in the table; or say what is wrong with it."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return f"this is no line as wiredesk split and merge write them{_MEND}"
    fault = _find_fault(said)
    if fault:
        return f"{fault}{_MEND}"
    first, second = sorted((said["story"], said["other"]))
    ruled = datetime.fromisoformat(said["decided"]).astimezone(UTC)
    return Ruling(story_id=first, other_id=second, together=_SAID[said["said"]], ruled=ruled)


def _find_headlines(said: Mapping[str, Any]) -> dict[str, str]:
    """Return the headlines that a decision names its stories by: nobody has to write them."""
    headlines = said.get("headlines")
    if not isinstance(headlines, list):
        return {}
    named = zip((said["story"], said["other"]), headlines, strict=False)
    return {story_id: " ".join(it.split()) for story_id, it in named if _is_text(it)}


def _find_fault(said: object) -> str | None:
    """Say which part of a decision is wrong; None if it is right."""
    if not isinstance(said, dict):
        return "this is no decision of an editor"
    wrong = [it for it in _FIELDS if not _is_text(said.get(it))]
    if wrong:
        return f"{' and '.join(wrong)} must be text"
    if said["said"] not in _SAID:
        return f"said must be {' or '.join(_SAID)}, not {said['said'][:_SHOWN]}"
    if not _is_moment(said["decided"]):
        return "decided must be a time with its zone, as 2026-11-26T09:12:44+00:00"
    if said["story"] == said["other"]:
        return "story and other must be two stories"
    return None


def _is_text(value: object) -> bool:
    """Tell whether this is text that a database takes: half a character is none."""
    try:
        return isinstance(value, str) and bool(value.encode())
    except UnicodeEncodeError:
        return False


def _is_moment(text: str) -> bool:
    """Tell whether this is a time with its zone, in years that there are in UTC."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.tzinfo is not None and bool(moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return False
