"""The parts of the configuration: one for each file."""

from dataclasses import dataclass
from pathlib import Path
from typing import final

from feeds.sources.fields import explain_type
from feeds.sources.findings import Findings
from feeds.sources.nodes import ListNode, MapNode, Node, Place
from feeds.sources.scalars import describe_node


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of the configuration.

    Attributes:
        folder: Where it lies, absolute: paths in it begin there.
        root: Its document.
    """

    folder: Path
    root: MapNode


def check_root(root: Node | None, file: str, findings: Findings) -> MapNode | None:
    """Return the document of a file if it is a mapping; None if it is not, which is told."""
    if isinstance(root, MapNode):
        return root
    if root is None:
        message = "the file is empty; begin with sources: and an address below it"
        findings.add_problem(Place(file=file), message)
        return None
    message = explain_type(root, "a mapping with sources: and the like at the top")
    findings.add_problem(root.place, message)
    return None


def list_section(root: MapNode, name: str, findings: Findings) -> tuple[Node, ...]:
    """Return the items of a list at the top of a file; none if it is not there or wrong."""
    match root.values.get(name):
        case None:
            return ()
        case ListNode() as found:
            return found.items
        case wrong if describe_node(wrong) == "nothing":
            findings.add_problem(wrong.place, f"{name} is empty; list at least one below it")
            return ()
        case wrong:
            findings.add_problem(wrong.place, explain_type(wrong, "a list"))
            return ()


def map_section(root: MapNode, name: str, findings: Findings) -> MapNode | None:
    """Return a mapping at the top of a file; None if it is not there or wrong."""
    match root.values.get(name):
        case None:
            return None
        case MapNode() as found:
            return found
        case wrong:
            findings.add_problem(wrong.place, explain_type(wrong, "a mapping"))
            return None
