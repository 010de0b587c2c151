"""What stands at a source's address, and where in a page its reports are."""

from typing import Literal

from feeds.model import Listing
from feeds.sources.fields import explain_type, read_fields
from feeds.sources.findings import Findings
from feeds.sources.nodes import MapNode, Node, find_key
from feeds.sources.written import WrittenPage, WrittenSource

_WITH_URL = (
    "headers",
    "allow_private",
    "kind",
    "page",
    "quiet_every",
    "quiet_after",
    "full_text",
    "watch",
)
_READING = ("full_text", "watch")


def check_kind(node: MapNode, findings: Findings) -> None:
    """Tell keys that do not go with a folder, and a kind that does not go with its selectors."""
    if "path" in node.values and "url" not in node.values:
        for name in _WITH_URL:
            if name in node.values:
                findings.add_problem(node.keys[name], f"{name} goes with url, not with path")
        return
    if "publisher" in node.values:
        findings.add_problem(node.keys["publisher"], "publisher goes with path, not with url")
    _check_watch(node, findings)
    kind = getattr(node.values.get("kind"), "text", None)
    if kind == "page" and "page" not in node.values:
        message = "kind: page needs page: with item: and what else is known"
        findings.add_problem(node.values["kind"].place, message)
    if kind in ("feed", "sitemap") and "page" in node.values:
        findings.add_problem(node.keys["page"], f"page goes with kind: page, not with {kind}")


def _check_watch(node: MapNode, findings: Findings) -> None:
    """Tell a source that wants its pages watched, and not read."""
    full_text, watch = (getattr(node.values.get(name), "text", "") for name in _READING)
    if watch == "page" and full_text == "false":
        message = "watch: page reads the pages; leave out full_text: false"
        findings.add_problem(node.keys["full_text"], message)


def choose_kind(
    written: WrittenSource, listing: Listing | None
) -> Literal["feed", "sitemap", "page", "inbox"]:
    """Return the kind of a source; selectors say enough."""
    if "url" not in written:
        return "inbox"
    return "page" if listing else written.get("kind", "feed")


def make_listing(source: Node, findings: Findings) -> Listing | None:
    """Return the selectors of a source; None if it has none, or they are wrong, which is told."""
    match find_key(source, "page"):
        case None:
            return None
        case MapNode() as node:
            written = read_fields(node, WrittenPage, findings)
            return Listing(**written) if "item" in written else None
        case wrong:
            findings.add_problem(wrong.place, explain_type(wrong, "a mapping with item:"))
            return None
