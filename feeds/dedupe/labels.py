"""Labels by which outlets mark what a story is, before or behind what its headline says."""

import re
from collections.abc import Iterable


def compile_labels(labels: Iterable[str]) -> re.Pattern[str]:
    """Return what finds such a label in a headline.

    ``Opinion: …``, ``… | Opinion``, ``【社説】…``; "Kommentar zur Wahl: …" says of what it is one.

    Args:
        labels: In any case.
    """
    label = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(
        rf"""^\W*(?:{label})(?:\s(?:on|zu[mr]?|über|sur)\s[^:|]{{2,40}})?\s*(?:[:：|】」\]）)]|[.]\s|\s[–—-]\s)
        |(?:[|–—:：]|\s-)\s*(?:the\s)?(?:{label})\W*$""",
        re.IGNORECASE | re.VERBOSE,
    )
