"""``python benchmarks/quality/calendars.py``: write the names of months and days, and their parts.

They are those of the Common Locale Data Repository (Unicode, Inc., Unicode License v3), as Babel
2.18 ships it, which has to be installed for that: the Gregorian calendar, of all regions of a
language together. What two regions use for different months is left out.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from babel import Locale, localedata

from feeds.normalize.days.calendars import make_plain, name_plain

_FILE = Path(__file__).resolve().parents[2] / "feeds/normalize/days/calendars.json"
_NOON, _DAY = 12 * 60, 24 * 60
_MONTHS = 12
# Where a language has no names, the repository says "M01", or the number.
_NO_NAME = re.compile(r"m?\d+")
_HALVES = {"am": [0, _NOON], "pm": [_NOON, _DAY], "noon": [_NOON, _NOON + 60], "midnight": [0, 60]}


def main() -> int:
    """Write the file."""
    identifiers = sorted(localedata.locale_identifiers())
    languages = {
        language: describe_language([Locale.parse(name) for name in names])
        for language, names in groupby(identifiers, key=lambda name: name.partition("_")[0])
    }
    known = [name for name, one in languages.items() if len(set(one["months"].values())) == _MONTHS]
    lines = (f"{json.dumps(name)}: {write_json(languages[name])}" for name in sorted(known))
    _FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return 0


def describe_language(locales: list[Locale]) -> dict[str, Any]:
    """Return the months, the days of the week and the parts of the day of a language by names."""
    months = defaultdict[str, set[int]](set)
    days = set[str]()
    periods = defaultdict[str, set[tuple[int, int]]](set)
    for locale in locales:
        prefix = find_prefix(locale)
        for number, name in list_names(locale.months):
            months[name].add(number)
            months[f"{prefix}{name}"].add(number)
        days |= {name for _, name in list_names(locale.days)}
        rules = list_rules(locale)
        for period, name in list_names({"format": locale.day_periods.get("format", {})}):
            periods[name] |= {tuple(span) for span in rules.get(period, ())}
    return {
        "months": {name: min(some) for name, some in months.items() if len(some) == 1},
        "weekdays": sorted(days),
        "periods": {name: sorted(spans) for name, spans in periods.items() if spans},
    }


def write_json(value: Any) -> str:
    """Return a value on one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def list_names(contexts: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    """Yield what has a name, with that, of all contexts; the narrowest are no names."""
    for widths in contexts.values():
        for width, names in widths.items():
            if width != "narrow":
                for key, name in names.items():
                    plain = name_plain(make_plain(name)).strip()
                    if plain and not _NO_NAME.fullmatch(plain):
                        yield key, plain


def find_prefix(locale: Locale) -> str:
    """Return the letters that a language writes before the name of a month in a date."""
    found = re.search(r"([^\W\d_A-Za-z]+)MMMM", locale.date_formats["long"].pattern)
    return found[1] if found else ""


def list_rules(locale: Locale) -> dict[str, list[list[int]]]:
    """Return from which to which minute of the day each of its parts is."""
    rules: dict[str, list[list[int]]] = {name: [span] for name, span in _HALVES.items()}
    for period, spans in locale.day_period_rules.get(None, {}).items():
        for span in spans if isinstance(spans, list) else [spans]:
            if "from" in span and "before" in span:
                start, end = read_minutes(span["from"]), read_minutes(span["before"])
                parts = [[start, end]] if start < end else [[start, _DAY], [0, end]]
                rules.setdefault(period, []).extend(parts)
    return rules


def read_minutes(value: Any) -> int:
    """Return the minute of the day of a rule, which states seconds or a time."""
    if isinstance(value, int):
        return value // 60
    hour, minute = value.split(":")
    return int(hour) * 60 + int(minute)


if __name__ == "__main__":
    sys.exit(main())
