"""What the configuration asks for, and is done better by an extra that is not installed."""

from typing import Final

from feeds.sources.findings import Findings
from feeds.sources.nodes import Node, ScalarNode, find_key
from feeds.sources.parts import Part, list_section
from feeds.sources.scalars import plain_value

_ASKING: Final = {"full_text": True, "watch": "page"}


def warn_plain_reader(parts: tuple[Part, ...], findings: Findings) -> None:
    """Warn, where the first source asks for pages, that only the desk's own reader reads them.

    Args:
        parts: All files.
        findings: Takes the warning.
    """
    nodes = [node for part in parts for node in list_section(part.root, "sources", findings)]
    asking = [found for node in nodes if (found := _find_asking(node))]
    if asking:
        others = f", and those of {len(asking) - 1} more" if len(asking) > 1 else ""
        message = (
            f"the desk's own reader alone reads the pages of this source{others}; "
            "pip install 'wiredesk[fulltext]' adds a better one"
        )
        findings.add_warning(asking[0].place, message)


def _find_asking(source: Node) -> Node | None:
    """Return what in a source asks for its pages to be read; None if nothing does."""
    for key, value in _ASKING.items():
        found = find_key(source, key)
        if isinstance(found, ScalarNode) and plain_value(found) == value:
            return found
    return None
