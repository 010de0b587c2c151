"""What a robots.txt allows (RFC 9309)."""

from typing import Final

from protego import Protego

PRODUCT: Final = "wiredesk"
"""The product token by which publishers name the desk (RFC 9309, 2.2.1)."""


def allows_visit(rules: str, url: str) -> bool:
    """Tell whether the rules let the desk ask for an address: the longest rule that fits counts.

    Hostile rules can make this slow: it belongs into a process with limits.

    Args:
        rules: The text of a robots.txt.
        url: Absolute.
    """
    return Protego.parse(rules).can_fetch(url, PRODUCT)
