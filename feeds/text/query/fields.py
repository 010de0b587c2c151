"""The fields of a query, and what people call them elsewhere."""

from difflib import get_close_matches
from typing import Final

from feeds.text.query.terms import OPERATORS

QUERY_FIELDS: Final = (
    "headline",
    "standfirst",
    "body",
    "text",
    "section",
    "category",
    "genre",
    "source",
    "agency",
    "byline",
    "place",
    "language",
    "url",
)

TEXT_FIELDS: Final = ("headline", "standfirst", "body")
"""Where a term without a field is looked for."""

# Words people bring along from feeds, readers and search engines, and ours for the same thing.
_OTHER_WORDS: Final = {
    "title": "headline",
    "intitle": "headline",
    "allintitle": "headline",
    "subject": "headline",
    "summary": "standfirst",
    "description": "standfirst",
    "content": "body",
    "intext": "text",
    "allintext": "text",
    "author": "byline",
    "creator": "byline",
    "tag": "category",
    "hashtag": "category",
    "keyword": "category",
    "label": "category",
    "dateline": "place",
    "location": "place",
    "city": "place",
    "country": "place",
    "lang": "language",
    "link": "url",
    "site": "url",
    "domain": "url",
    "host": "url",
    "inurl": "url",
    "allinurl": "url",
    "feed": "source",
    "from": "source",
    "publisher": "source",
    "type": "genre",
}
_DATES: Final = frozenset(
    {
        *("after", "before", "since", "until", "newer", "older", "newer_than", "older_than"),
        *("date", "daterange", "day", "month", "year", "time", "when"),
        *("published", "pubdate", "updated", "seen"),
    }
)
# A word that is less alike is another word: "after" is no "category".
_NEAR: Final = 0.75
_FEWEST: Final = 2
_ALL: Final = f"the fields are {', '.join(QUERY_FIELDS)}."


def find_field(name: str) -> str | None:
    """Return the field that is called so here or elsewhere, in capitals or not."""
    name = name.lower()
    return name if name in QUERY_FIELDS else _OTHER_WORDS.get(name)


def explain_field(name: str) -> str:
    """Say that there is no such field, and which was probably meant."""
    meant = _guess(name.lower())
    return f"There is no field {name!r}; {meant} Words with a colon need quotation marks"


def _guess(name: str) -> str:
    if name.upper() in OPERATORS:
        return f"did you mean {name.upper()} and a space?"
    if name in _DATES:
        return (
            "no query asks for dates: how long a story stays in a topic is said beside match:, "
            "as in keep: 14d."
        )
    if meant := find_field(name) or _find_near(name):
        return f"did you mean {meant}:?"
    return _ALL


def _find_near(name: str) -> str | None:
    """Return the field whose name was cut short or mistyped."""
    cut = [field for field in QUERY_FIELDS if len(name) >= _FEWEST and field.startswith(name)]
    close = get_close_matches(name, (*QUERY_FIELDS, *_OTHER_WORDS), n=1, cutoff=_NEAR)
    return next((find_field(it) for it in (*cut, *close)), None)
