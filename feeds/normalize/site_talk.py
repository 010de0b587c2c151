"""Lines in which a site talks about itself, its readers or its program, and tells nothing."""

import re
from typing import Final

from feeds.normalize.comment_forms import is_comment_form
from feeds.normalize.phrases import SITE_TALK, SITE_TALK_BEGINS, SITE_TALK_UNPARTED
from feeds.normalize.program_talk import is_program_talk

OPENERS: Final = ('"', "“", "„", "”", "«", "»", "'", "‘", "‚", "「", "『")
"""What stands before what somebody said."""
_LONGEST_TALK: Final = 600
_TALK_BEGINS: Final = re.compile("|".join(SITE_TALK_BEGINS))
_TALK: Final = re.compile("|".join(SITE_TALK))
_TALK_UNPARTED: Final = re.compile(SITE_TALK_UNPARTED)


def is_site_talk(folded: str) -> bool:
    """Tell whether the site talks about itself, or has its readers talk.

    Args:
        folded: A line, folded, with one space between words.
    """
    if len(folded) > _LONGEST_TALK or folded.startswith(OPENERS):  # somebody else is talking
        return False
    if is_comment_form(folded) or is_program_talk(folded):
        return True
    return bool(_TALK_BEGINS.match(folded) or _TALK.search(folded) or _TALK_UNPARTED.search(folded))
