"""Sources that are about to be added: checked, named, and told from those that are there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import final

from feeds.errors import ConfigError
from feeds.model import Source
from feeds.sources.fields import read_fields
from feeds.sources.findings import Findings
from feeds.sources.names import name_url, number_name
from feeds.sources.nodes import MapNode, Place, ScalarNode
from feeds.sources.written import WrittenSource
from feeds.text.urls import canonicalize_url, key_url


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A feed to be written into a configuration file.

    Attributes:
        url: Its address.
        id: Its name; None to have it made from the address.
        title: How people call it; None for the title it states.
        every: How often it is polled, as written in the file: ``10m``; None for what is usual.
        allow_private: Whether its address may be private.
        folder: Where it stood in another reader; becomes a comment above it. Empty for none.
    """

    url: str
    id: str | None = None
    title: str | None = None
    every: str | None = None
    allow_private: bool = False
    folder: str = ""


def check_addition(addition: Addition) -> None:
    """Refuse what the configuration would refuse.

    Raises:
        ValueError: With every mistake, each after its key, in one line.
    """
    here = Place(file="")
    told = {
        "id": addition.id,
        "url": addition.url,
        "title": addition.title,
        "every": addition.every,
    }
    values = {
        key: ScalarNode(place=replace(here, key=key), text=text, plain=False)
        for key, text in told.items()
        if text is not None
    }
    findings = Findings()
    node = MapNode(place=here, values=values, keys=dict.fromkeys(values, here))
    read_fields(node, WrittenSource, findings)
    try:
        findings.raise_problems(())
    except ConfigError as error:
        told_all = "; ".join(f"{problem.key}: {problem.message}" for problem in error.problems)
        raise ValueError(told_all) from None


def find_source(url: str, sources: Iterable[Source]) -> Source | None:
    """Return the source that listens to an address, in whatever spelling; None if none does.

    http and https, tracking parameters, the order of parameters and the fragment make no
    difference.
    """
    wanted = _spell_url(url)
    return next((s for s in sources if s.url is not None and _spell_url(s.url) == wanted), None)


def choose_new(
    additions: Sequence[Addition], sources: Sequence[Source]
) -> tuple[tuple[Addition, ...], tuple[Addition, ...]]:
    """Return those that are new, and those that are there already or stand twice.

    Args:
        additions: Checked ones.
        sources: Those of the configuration.

    Returns:
        New ones with an ``id`` where the one made from the address is taken, so that no source
        gets another id than it had; the rest as it was.
    """
    seen = {_spell_url(source.url) for source in sources if source.url is not None}
    taken = {source.id: 1 for source in sources}
    taken |= {addition.id: 1 for addition in additions if addition.id}
    fresh: list[Addition] = []
    known: list[Addition] = []
    for addition in additions:
        spelling = _spell_url(addition.url)
        if spelling in seen:
            known.append(addition)
            continue
        seen.add(spelling)
        fresh.append(addition if addition.id else _name_addition(addition, taken))
    return tuple(fresh), tuple(known)


def group_folders(additions: Sequence[Addition]) -> tuple[Addition, ...]:
    """Return additions with those of one folder together, and those of none first."""
    folders = dict.fromkeys(["", *(addition.folder for addition in additions)])
    order = {folder: place for place, folder in enumerate(folders)}
    return tuple(sorted(additions, key=lambda addition: order[addition.folder]))


def _name_addition(addition: Addition, taken: dict[str, int]) -> Addition:
    """Write an id where the one made from the address is not free."""
    usual = name_url(addition.url)
    name = number_name(usual, taken)
    return addition if name == usual else replace(addition, id=name)


def _spell_url(url: str) -> str:
    """Return one spelling for all that lead to the same feed."""
    return key_url(canonicalize_url(url))
