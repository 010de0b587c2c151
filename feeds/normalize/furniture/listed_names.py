"""Names of people as bylines list them, with roles, agencies and what joins them."""

import re
from typing import Final

from feeds.normalize.credits.agencies import name_agency
from feeds.normalize.credits.roles import ROLES

_WITH_AGENCY: Final = re.compile(
    r",?\s(?:with|mit|avec|con|com|met|og|och|und|and|et)\s(?:the\s)?(\S+(?:\s\S+)?)$",
    re.IGNORECASE,
)
_HELPED: Final = re.compile(r",?\s(?:with\s)?(?:additional\s)?reporting\sby\s", re.IGNORECASE)
JOINING: Final = frozenset(
    {"and", "und", "et", "y", "e", "de", "von", "van", "der", "la", "in", "for"}
)
"""Words in small letters that stand among names."""


def drop_credit(text: str) -> str:
    """Return names without the agency with which they wrote: "Luc Mercier avec AFP".

    Nor is it said how somebody helped: "Reuters, with additional reporting by Jane Doe".
    """
    text = _HELPED.sub(", ", text)
    found = _WITH_AGENCY.search(text)
    return text[: found.start()] if found and name_agency(found[1]) else text


def are_names(text: str) -> bool:
    """Tell whether all words are names, roles, agencies, or join them."""
    names = (it for it in re.split(r"[\s,|/&()]+", text) if any(map(str.isalpha, it)))
    return all(_may_be_name(name) for name in names)


def _may_be_name(name: str) -> bool:
    """Tell whether a word may stand in a list of names."""
    known = name in JOINING or name.casefold() in ROLES or name_agency(name) is not None
    return known or name[:1].isupper() or "@" in name
