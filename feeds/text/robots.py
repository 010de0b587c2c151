"""What a robots.txt allows (RFC 9309)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

PRODUCT: Final = "wiredesk"
"""The product token by which publishers name the desk (RFC 9309, 2.2.1)."""
MOST_RULES: Final = 64 * 1024
"""Characters of the rules for us that are kept of one host."""

_ALL: Final = "*"
_FORBIDDEN: Final = f"User-agent: {_ALL}\nDisallow: /\n"
_AGENT: Final = re.compile(r"user(?:-|\s*)agent(?:\s*:|\s|$)\s*(.*)", re.IGNORECASE)
# They hold for the whole site, and stand between the lines of a group.
_OF_SITE: Final = ("sitemap", "site-map", "host")
# As they are written, and mistyped.
_RULES: Final = ("allow", "dis", "dia")


@dataclass(slots=True, kw_only=True)
class _Group:
    """Rules, and the names of those for whom they are."""

    names: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)


def allows_visit(rules: str, url: str) -> bool:
    """Tell whether the rules let the desk ask for an address: the longest rule that fits counts.

    Hostile rules can make this slow: it belongs into a process with limits.

    Args:
        rules: The text of a robots.txt.
        url: Absolute.
    """
    return Protego.parse(rules).can_fetch(url, PRODUCT)


def pick_rules(text: str) -> str:
    """Return what of a robots.txt speaks to the desk: the groups for it, or else those for all.

    Where that is more than can be kept, everything is forbidden: nobody is visited on a guess.

    Args:
        text: The whole file.

    Returns:
        Rules under one name, each once; empty where nothing speaks to the desk.
    """
    groups = list(_read_groups(text))
    best = max((_score(name) for group in groups for name in group.names), default=0)
    ours = [group for group in groups if best and best in map(_score, group.names)]
    rules = dict.fromkeys(rule for group in ours for rule in group.rules)
    kept = "".join(f"{rule}\n" for rule in rules)
    if len(kept) > MOST_RULES:
        return _FORBIDDEN
    return kept and f"User-agent: {_ALL}\n{kept}"


def _read_groups(text: str) -> Iterator[_Group]:
    """Yield the groups; names that follow each other begin one together (RFC 9309, 2.2.1)."""
    group = _Group()
    begun = False
    for line in _list_lines(text):
        agent = _AGENT.fullmatch(line)
        if agent and begun:
            yield group
            group, begun = _Group(), False
        if agent:
            group.names.append(agent[1].lower())
        elif line.lower().startswith(_RULES):
            group.rules.append(line)
        begun = not agent
    yield group


def _list_lines(text: str) -> Iterable[str]:
    """Yield the lines of groups, without remarks, and those that end the names of one."""
    for raw in text.splitlines():
        line = raw.partition("#")[0].strip()
        lower = line.lower()
        if line and not lower.startswith(_OF_SITE) and (":" in line or _is_known(lower)):
            yield line


def _is_known(lower: str) -> bool:
    """Tell whether a line without a colon may be one of a group all the same."""
    return lower.startswith((*_RULES, "user", "crawl", "request", "visit"))


def _score(name: str) -> int:
    """Return how well a name is ours: by its length, as far as our token begins so; 0 if not."""
    token = name.replace(_ALL, "")
    if name == _ALL:
        return 1
    return len(token) if token and PRODUCT.startswith(token) else 0
