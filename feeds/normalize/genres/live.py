"""Live blogs: one report of all that happens in a day, which would draw its events together."""

import re
from typing import Final

# These words mean nothing else.
_SURE: Final = r"live[\s-]?(?:blog|ticker)|news[\s-]?(?:blog|ticker)"
_NAMES: Final = (
    rf"{_SURE}|live\s(?:updates?|coverage)|as\sit\shappened|minute\sby\sminute"
    r"|minuto\s(?:a|per)\sminuto|ao\sminuto|la\sdiretta(?:\sd[ei][^:|]{1,20})?"
)
# What is said of an accident on air, too.
_ON_AIR: Final = r"en\s(?:direct|vivo|directo)|in\sdiretta|em\sdirec?to|ao\svivo"
_LABEL: Final = r"live|(?:le\s|el\s)?direct[eo]?|diretta|direto|ticker"
_VERBS: Final = (
    "to we who they you play plays sing sings broadcast shown aired streamed go goes night"
)
_NO_LABEL: Final = "".join(rf"(?<!\b{word}\s)" for word in _VERBS.split())
# Before "latest:" they say of what it is the last, and no story goes on.
_WHOSE: Final = "the a its his her their our my your to s say says announces reveals unveils shows"
_NO_STORY: Final = "".join(rf"(?<!\b{word}\s)" for word in _WHOSE.split())
# One of these is in every mark; most headlines have none.
_WORDS: Final = re.compile("live|blog|ticker|happened|minut|dire[ct]|vivo|latest", re.IGNORECASE)
# As a label before what the headline tells, or as a mark behind it: in between it may be anything.
_LIVE: Final = re.compile(
    rf"""\b(?:{_SURE})\b
    |^\W*(?:{_LABEL}|{_NAMES}|{_ON_AIR})\s*(?:[:|.,–—+]|\s-)
    |^\W*(?-i:(?:LIVE|DIRECT|EN\sDIRECT)\s[^\Wa-z_])(?=.*(?-i:[a-z]))
    |^\W*suivez\s(?:\S+\s){{0,3}}en\sdirect\b
    |^[^:|]{{2,60}}(?:\s|[:|]\s)live\supdates?\s(?:as|on|from)\b
    |^[^:|]{{2,60}}\s{_NO_STORY}latest(?:\snews|\supdates?)?\s*[:|]
    |^(?:\S+\s+){{3,}}[–—-]\s+latest(?:\snews|\supdates?)?\W{{0,3}}$
    |^\W*live(?:\s\S+){{1,3}}\supdates?(?:\s(?:for|on)\b|\s*[:–—-])
    |^[^:|]{{2,60}}{_NO_LABEL}\b(?:live|{_NAMES})\s*(?:[:|]|–\s)
    |^(?:[^:|,]{{1,60}},[^:|,]{{0,40}}|\W{{0,3}}\w+(?:\s\w+)?)\s(?:{_ON_AIR})\s*[:|]
    |,[^,:|]{{0,60}}\s(?:{_ON_AIR})\W{{0,3}}$
    |\s[–—-]\s+(?:[\w']+\s){{0,3}}(?:live|ticker|{_NAMES})\W{{0,3}}$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_live(headline: str) -> bool:
    """Tell whether a headline is that of a live blog, by how outlets mark them.

    ``Virus live: ferry breakdown, schools to close``, ``… – as it happened``, ``DIRECT. …``, and in
    German, Spanish, Italian and Portuguese. ``Live music returns`` is none.
    """
    return _WORDS.search(headline) is not None and _LIVE.search(headline) is not None
