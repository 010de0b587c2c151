"""Labels by which outlets mark what a story is, before or behind what its headline says."""

import re
from collections.abc import Iterable


def compile_labels(labels: Iterable[str], behind: str) -> re.Pattern[str]:
    """Return what finds such a label in a headline.

    ``Opinion: …``, ``… | Opinion``, ``【社説】…``; "Kommentar zur Wahl: …" says of what it is one.
    What stands behind a colon is who says so ("Half of rivers dirty: analysis"), and no label.

    Args:
        labels: In any case.
        behind: A pattern of the signs that part a label from the headline before it.
    """
    label = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(
        rf"""^\W*(?:{label})(?:\s(?:zu[mr]?|über)\s[^:|]{{2,40}})?\s*(?:[:：|】」\]）)]|[.]\s|\s[–—-]\s)
        |(?:{behind})\s*(?:the\s)?(?:{label})\W*$
        |\s[(\[](?:{label})[)\]]\W*$""",
        re.IGNORECASE | re.VERBOSE,
    )
