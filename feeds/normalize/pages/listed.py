"""What a report lists with a link each, as its five best inns: it looks like other reports do.

The report says how many there are (``counted``), numbers them, or each one has a site of its own,
as those of advertisers do: these have a label, or are signed.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final
from urllib.parse import urlsplit

from feeds.normalize.furniture.lines import SIGNED, is_advert, judge_lines
from feeds.normalize.pages.counted import FEWEST, read_counts

# "1. The Swan", "No. 2", "#3", "Platz 4:", "第5位"; a year or a result is none.
_NUMBERED: Final = re.compile(r"\W{0,2}(?:[^\W\d_]{1,6}\W{0,2})?(\d{1,3})(?![\d%]|[.,:]\d)")
# Above what others pay for, or have on their sites; folded.
_OF_PARTNERS: Final = re.compile(
    r"(?:(?:\w+ )?(?:from|by|of|with|van|von|fra|fran|de|chez|da|dai|dos|od|от) )?"
    r"(?:(?:our|the|unseren?|unserer?|nos|notre|nuestros|nostri|nossos|onze|vara|vore|vare|naszych"
    r"|наших) )?"
    r"(?:partners?|partnern?|partenaires?|socios|parceiros|partnere|partnerow|партн[её]ров)"
    r"(?: (?:content|offers|stories|sites|angebote|inhalte))?"
    r"|contenus? partenaires?|partner(?:angebote|inhalte)"
    r"|(?:sponsored|promoted|gesponsert\w{0,2}) .{1,30}"
    r"|paid (?:content|stories|posts?|for by .{1,30})"
    r"|advertorials?|promo(?:tions?|s)?|werbung|anzeigen?|.{0,30}\bby (?:outbrain|taboola)"
    r"|(?:more )?(?:from )?(?:around |across )?the web|aus dem (?:netz|web|internet)"
    r"|(?:ailleurs )?sur le web|(?:en|por|de) la (?:web|red)|dal web|pela web|van het web"
)
_AROUND_LABEL: Final = " :.!>»→|•-–—"
_LABEL_WORDS: Final = 6


def count_listed(
    texts: Sequence[str], addresses: Sequence[str], told: Iterable[str], above: Sequence[str]
) -> int:
    """Return how many texts, from the first on, are of things that the report lists.

    Args:
        texts: In order; each begins with its title, and has an empty line between its lines.
        addresses: Where the link of each leads.
        told: Lines of the report that may say how many it lists: its headline, its standfirst.
        above: What introduces them.
    """
    if len(texts) < FEWEST:
        return 0
    hosts = {urlsplit(it).hostname for it in addresses if it.startswith(("http:", "https:"))}
    apart = len(hosts) >= FEWEST and 2 * len(hosts) > len(texts)
    if apart and not any(map(_names_others, above)) and not _are_signed(texts):
        return len(texts)
    if any(len(texts) in read_counts(line) for line in (*told, *above)):
        return len(texts)
    return _count_numbered(texts)


def _names_others(line: str) -> bool:
    """Tell whether a line is a label above what others paid for, or have on their sites."""
    if len(line.split()) > _LABEL_WORDS:
        return False
    (judged,) = judge_lines((line,))
    label = judged.folded.strip(_AROUND_LABEL)
    return is_advert(judged) or _OF_PARTNERS.fullmatch(label) is not None


def _are_signed(texts: Sequence[str]) -> bool:
    """Tell whether most texts say by whom or when they are, or that they are paid for."""
    judged = (judge_lines(text.split("\n\n")) for text in texts)
    signed = sum(any(it.kind in SIGNED or is_advert(it) for it in lines) for lines in judged)
    return 2 * signed > len(texts)


def _count_numbered(texts: Sequence[str]) -> int:
    """Return how many texts are numbered, from the first on, up or down; 0 for fewer than three.

    One of them is the first of all.
    """
    found = [_NUMBERED.match(text) for text in texts]
    numbers = [int(it[1]) for it in takewhile(bool, found) if it]
    for step in (1, -1):
        goes_on = (it - numbers[0] == step * place for place, it in enumerate(numbers))
        count = sum(takewhile(bool, goes_on))
        if count >= FEWEST and 1 in numbers[:count]:
            return count
    return 0
