"""Ids of sources that a query names: which are there, and which was meant by one that is not.

What hangs on the sources that are configured today is not sure: a story is held longer than its
source may be.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import Final, final

from feeds.model import Query, Term
from feeds.text.query import spell_words, split_terms
from feeds.text.query.genres import SEPARATORS
from feeds.text.review.doubt import Doubt, Line, list_nodes
from feeds.text.urls import host_within

_SHOWN: Final = 8
_LEAST_LETTERS: Final = 3
_LONGEST: Final = 64
# What may stand before the host of a site, or of its feeds.
_SERVING: Final = ("www.", "feeds.", "feed.", "rss.")
_HOST: Final = re.compile(
    r"(?:[a-z]+:/*)?((?:[^\W_][\w-]*\.)+[^\W\d_]{2,})(?:[:/?].*)?", re.IGNORECASE
)
# Below these a land's registry sells names: "co.uk" and "com.au" are nobody's host.
_SOLD_BELOW: Final = frozenset(
    {
        *("ac", "asso", "co", "com", "ed", "edu", "go", "gob", "gouv", "gov", "govt", "gv", "id"),
        *("in", "info", "ltd", "me", "mil", "ne", "net", "nic", "nom", "or", "org", "plc", "sch"),
        "web",
    }
)
_LAND: Final = 2
_MOST_HOSTED: Final = 3
_JOINT: Final = re.compile(r"[\W_]+")
# However many sources there are, so many names are looked at for one that was mistyped.
_MOST_COUNTED: Final = 4_000
_MOST_COMPARED: Final = 20


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sources that queries may name.

    Attributes:
        ids: As they are written.
        spelled: Their words, each as a text in which those of a term are found.
        names: By two letters that stand side by side, the ids and words that hold them.
    """

    ids: tuple[str, ...]
    spelled: tuple[str, ...]
    names: Mapping[str, Sequence[str]] = field(repr=False)

    def have(self, words: Sequence[str], *, prefix: bool = False) -> bool:
        """Tell whether one of the ids, or a part of it, is named so."""
        wanted = spell_words(words, open_end=prefix)
        return any(wanted in id_ for id_ in self.spelled)


@lru_cache(maxsize=1)
def know_sources(ids: tuple[str, ...]) -> Sources:
    """Return the sources as queries see them; all topics ask for the same."""
    parted = [split_terms(source) for source in ids]
    words = {word for terms in parted for word in terms if len(word) >= _LEAST_LETTERS}
    names = defaultdict[str, list[str]](list)
    for name in dict.fromkeys((*ids, *sorted(words))):
        for pair in _list_pairs(name):
            names[pair].append(name)
    return Sources(
        ids=ids,
        spelled=tuple(spell_words(terms) for terms in parted),
        names=names,
    )


def find_unknown_sources(
    query: Query, line: Line, sources: Sources, hosts: Mapping[str, str]
) -> Iterator[Doubt]:
    """Find terms that name no source.

    Args:
        query: The query.
        line: As it is written.
        sources: All of them.
        hosts: That of each source that has an address, by id.
    """
    for term in list_nodes(query):
        if not isinstance(term, Term) or term.field != "source":
            continue
        if not sources.have(term.words, prefix=term.prefix):
            yield Doubt(column=term.column, message=_explain_unknown(term, line, sources, hosts))


def _explain_unknown(term: Term, line: Line, sources: Sources, hosts: Mapping[str, str]) -> str:
    """Say that no source is meant by a term, and which was probably."""
    parts = [part for part in SEPARATORS.split(term.written) if part]
    shown = ", ".join(sources.ids[:_SHOWN]) + (", …" if len(sources.ids) > _SHOWN else "")
    name = "source:" * line.has_field(term)
    host = _HOST.fullmatch(term.written)
    if hosted := _find_hosted(host[1], hosts) if host else []:
        meant = _offer_hosted(hosted, name)
    elif len(parts) > 1 and all(sources.have(split_terms(part)) for part in parts):
        meant = f"did you mean {name}({' OR '.join(parts)})?"
    elif (close := _find_close("-".join(term.words), sources)) and (
        host is None or close != term.words[-1]
    ):
        meant = f"did you mean {close}?"
    elif host:
        meant = f"the sources are {shown}; url:{host[1]} finds stories by their address"
    else:
        meant = f"the sources are {shown}"
    return f"No source has {term.written!r} in its id; {meant}"


def _find_hosted(name: str, hosts: Mapping[str, str]) -> list[str]:
    """Return the ids of the sources that are at a host, or at one above or below it.

    Above a host is what somebody owns, and not what all hosts of a land share.
    """
    wanted = _strip_host(name)
    own = {source: _strip_host(host) for source, host in hosts.items() if host}
    return [source for source, host in own.items() if _share_owner(host, wanted)]


def _share_owner(one: str, other: str) -> bool:
    """Tell whether two hosts are one, or one of them is below the other."""
    upper, lower = sorted((one, other), key=len)
    return upper == lower or (not _is_shared(upper) and host_within(lower, (upper,)))


def _is_shared(host: str) -> bool:
    """Tell whether a host is one label, or what registries sell names below: ``co.uk``."""
    *others, land = host.split(".")
    sold = len(others) == 1 and others[0] in _SOLD_BELOW and len(land) == _LAND
    return not others or sold


def _strip_host(host: str) -> str:
    """Return a host without what only says that it serves a site or its feeds."""
    host = host.lower().rstrip(".")
    return next((host.removeprefix(it) for it in _SERVING if host.startswith(it)), host)


def _offer_hosted(ids: Sequence[str], name: str) -> str:
    """Say which sources are at a host; all of them, if they are few."""
    if len(ids) == 1:
        return f"did you mean {ids[0]}, which is at that host?"
    shown = ", ".join(ids[:_MOST_HOSTED])
    if len(ids) > _MOST_HOSTED:
        return f"sources at that host are {shown}, …"
    return f"did you mean {name}({' OR '.join(ids)}), which are at that host?"


def _find_close(name: str, sources: Sources) -> str | None:
    """Return the name most like one that is mistyped, of those that share most pairs of letters."""
    counts = Counter[str]()
    # What few names have tells most, and is counted first.
    pairs = sorted(
        _list_pairs(name[:_LONGEST]), key=lambda it: (len(sources.names.get(it, ())), it)
    )
    for pair in pairs:
        counts.update(sources.names.get(pair, ())[:_MOST_COUNTED])
        if counts.total() >= _MOST_COUNTED:
            break
    likely = [found for found, _ in counts.most_common(_MOST_COMPARED)]
    return next(iter(get_close_matches(name[:_LONGEST], likely, n=1)), None)


def _list_pairs(name: str) -> frozenset[str]:
    """Return the pairs of letters that stand side by side, the first and the last letter too."""
    plain = _JOINT.sub(" ", name.lower())
    return frozenset(one + other for one, other in pairwise(f" {plain} "))
