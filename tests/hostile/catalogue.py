"""All hostile cases, in the order of the catalogue."""

from hostile.cases import Case
from hostile.control_cases import CONTROL, HTML
from hostile.link_cases import ADDRESSES, JSON
from hostile.markup_cases import MARKUP
from hostile.network_cases import NETWORK
from hostile.redirect_cases import REDIRECT
from hostile.slip_cases import ENCODINGS, SLIPS
from hostile.status_cases import STATUS
from hostile.story_cases import STORY_CASES
from hostile.xml_cases import DEPTH, EXPANSION, FLOODS

CASES: tuple[Case, ...] = (
    *(*CONTROL, *NETWORK, *REDIRECT, *STATUS),
    *(
        *EXPANSION,
        *DEPTH,
        *FLOODS,
        *ENCODINGS,
        *SLIPS,
        *MARKUP,
        *ADDRESSES,
        *JSON,
        *STORY_CASES,
        *HTML,
    ),
)
GROUPS = tuple(dict.fromkeys(case.group for case in CASES))
