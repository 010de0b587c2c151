"""The sources: whom we listen to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, cast, final

from w3lib.url import canonicalize_url

from feeds.model import Secret, Settings, Source
from feeds.sources.checks import check_visible
from feeds.sources.fields import URL, explain_type, read_fields, read_value
from feeds.sources.findings import Findings
from feeds.sources.listings import check_kind, choose_kind, make_listing
from feeds.sources.names import name_folder, name_url, number_name, tell_place, tell_twins
from feeds.sources.nodes import ListNode, MapNode, Node, Place, ScalarNode, find_key
from feeds.sources.parts import Part, list_section
from feeds.sources.variables import expand_text, has_variable
from feeds.sources.written import WrittenSource

# A look into a folder costs nobody anything.
_INBOX_EVERY = timedelta(minutes=1)
_TELLING = {"authorization", "cookie", "proxy-authorization"}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A source before it has its id: what is written, and where."""

    node: Node
    folder: Path
    written: WrittenSource


def make_sources(
    parts: tuple[Part, ...], settings: Settings, variables: Mapping[str, str], findings: Findings
) -> tuple[Source, ...]:
    """Return the sources of all files, in order.

    Args:
        parts: All files.
        settings: How often a source is polled that does not say.
        variables: For ``${NAME}`` in headers.
        findings: Takes what is wrong, and a warning for an address that stands twice.
    """
    pairs = [
        (part, node) for part in parts for node in list_section(part.root, "sources", findings)
    ]
    drafts = [
        _Draft(node=node, folder=part.folder, written=_read_source(node, findings))
        for part, node in pairs
    ]
    tell_twins(_list_ids(drafts), "id", findings)
    _warn_twin_urls(drafts, findings)
    taken = {name: 1 for draft in drafts if (name := draft.written.get("id"))}
    made = [_make_source(draft, taken, settings, variables, findings) for draft in drafts]
    return tuple(source for source in made if source)


def tell_no_source(parts: tuple[Part, ...], findings: Findings) -> None:
    """Tell that no file names a source, unless its ``sources:`` is wrong and told already."""
    nodes = [part.root.values.get("sources") for part in parts]
    if all(node is None or (isinstance(node, ListNode) and not node.items) for node in nodes):
        message = "there is no source; add sources: with at least one address"
        findings.add_problem(parts[0].root.place, message)


def _read_source(node: Node, findings: Findings) -> WrittenSource:
    """Return what is right of one item of the list: an address, or a mapping."""
    match node:
        case ScalarNode(text=text) if text:
            url = read_value(node, URL, findings)
            return {"url": url} if url else {}
        case MapNode():
            _check_address(node, findings)
            return cast("WrittenSource", read_fields(node, WrittenSource, findings))
        case _:
            findings.add_problem(node.place, explain_type(node, "an address or a mapping"))
            return {}


def _check_address(node: MapNode, findings: Findings) -> None:
    """Tell a source that has no address, two, or keys that do not go with a folder."""
    if "url" in node.values and "path" in node.values:
        findings.add_problem(node.keys["path"], "a source has url or path, not both")
    if "url" not in node.values and "path" not in node.values:
        findings.add_problem(node.place, "the source has no address; add url: or path:")
    check_kind(node, findings)


def _list_ids(drafts: list[_Draft]) -> list[tuple[str, Place]]:
    """Return the ids as written, right or wrong, so that twins are told in one run."""
    nodes = [find_key(draft.node, "id") for draft in drafts]
    return [(node.text, node.place) for node in nodes if isinstance(node, ScalarNode)]


def _warn_twin_urls(drafts: list[_Draft], findings: Findings) -> None:
    """Warn of addresses that are the same in one spelling."""
    first: dict[str, Place] = {}
    for draft in drafts:
        if "url" not in draft.written:
            continue
        place = draft.node.place
        url = canonicalize_url(draft.written["url"])
        if url not in first:
            first[url] = place
            continue
        where = tell_place(first[url], place)
        findings.add_warning(place, f"the same address stands {where}; it is polled twice")


def _make_source(
    draft: _Draft,
    taken: dict[str, int],
    settings: Settings,
    variables: Mapping[str, str],
    findings: Findings,
) -> Source | None:
    """Return a source; None if it has no address that can be used."""
    written = draft.written
    headers = _make_headers(draft, variables, findings)
    listing = make_listing(draft.node, findings)
    url = written.get("url")
    path = written.get("path")
    if not url and not path:
        return None
    name = written.get("id")
    if name is None:
        name = number_name(name_url(url) if url else name_folder(path or ""), taken)
    stated: dict[str, Any] = {**_choose_pace(draft, settings, findings), **written}
    stated |= {"id": name, "headers": headers}
    stated["full_text"] = written.get("full_text", False) or written.get("watch") == "page"
    stated |= {"kind": choose_kind(written, listing), "listing": listing}
    if path:
        stated["path"] = draft.folder / path
    return Source(**stated)


def _choose_pace(
    draft: _Draft, settings: Settings, findings: Findings
) -> dict[str, timedelta | None]:
    """Return how often a source is polled; one that says ``every`` is always polled so often."""
    written = draft.written
    if "url" not in written:
        return {"every": min(settings.every, _INBOX_EVERY)}
    every = written.get("every", settings.every)
    usual = None if "every" in written else max(settings.quiet_every, every)
    quiet = written.get("quiet_every", usual)
    node = find_key(draft.node, "quiet_every")
    if node and quiet and quiet < every:
        findings.add_problem(node.place, "must not be shorter than every")
    return {"every": every, "quiet_every": quiet}


def _make_headers(
    draft: _Draft, variables: Mapping[str, str], findings: Findings
) -> tuple[tuple[str, Secret], ...]:
    """Return the headers of a source, with what ``${NAME}`` stands for."""
    node = find_key(draft.node, "headers")
    if not isinstance(node, MapNode):
        return ()
    tell_twins(node.keys.items(), "header", findings)
    made = []
    for name, value in node.values.items():
        if not isinstance(value, ScalarNode):
            continue
        if name.lower() in _TELLING and not has_variable(value.text):
            message = "a secret should not stand in the file; write ${NAME} and set NAME outside"
            findings.add_warning(node.keys[name], message)
        try:
            made.append((name, Secret(check_visible(expand_text(value.text, variables)))))
        except ValueError as error:
            findings.add_problem(value.place, str(error))
    return tuple(made)
