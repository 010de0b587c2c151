"""Lines in which a site talks about itself, its readers or its program, and tells nothing."""

import re
from typing import Final

from feeds.normalize.furniture.comment_forms import is_comment_form
from feeds.normalize.furniture.mail_talk import is_mail_talk
from feeds.normalize.furniture.program_talk import is_program_talk
from feeds.normalize.furniture.retold import is_retold
from feeds.normalize.furniture.talk_words import (
    SITE_CALL_BEGINS,
    SITE_CALLS,
    SITE_TALK,
    SITE_TALK_BEGINS,
    SITE_TALK_UNPARTED,
)

OPENERS: Final = ('"', "“", "„", "”", "«", "»", "'", "‘", "‚", "「", "『")
"""What stands before what somebody said."""
_LONGEST_TALK: Final = 600
_TALK_BEGINS: Final = re.compile(
    f"{'|'.join(SITE_TALK_BEGINS)}|(?P<call>{'|'.join(SITE_CALL_BEGINS)})"
)
_TALK: Final = re.compile(f"{'|'.join(SITE_TALK)}|(?P<call>{'|'.join(SITE_CALLS)})")
# The same without a named group, which makes a search slow; most lines have nothing of it.
_MAY_TALK: Final = re.compile("|".join((*SITE_TALK, *SITE_CALLS)))
_TALK_UNPARTED: Final = re.compile(SITE_TALK_UNPARTED)


def is_site_talk(folded: str) -> bool:
    """Tell whether the site talks about itself, or has its readers talk.

    Args:
        folded: A line, folded, with one space between words.
    """
    if folded.startswith(OPENERS):  # somebody else is talking
        return False
    if is_mail_talk(folded):
        return True
    if len(folded) > _LONGEST_TALK:
        return False
    if is_comment_form(folded) or is_program_talk(folded):
        return True
    begun = _TALK_BEGINS.match(folded)
    inside = _TALK.finditer(folded) if _MAY_TALK.search(folded) else ()
    found = (*filter(None, (begun,)), *inside)
    if any(it["call"] is None or not is_retold(folded, it.start(), it.end()) for it in found):
        return True
    return _TALK_UNPARTED.search(folded) is not None
