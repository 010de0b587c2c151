"""Pictures and fonts that stand inside a page, as ``data:`` addresses (RFC 2397)."""

import re
from typing import Final

# What begins an address: the quote of an attribute, its entity, ``url(``, or a comma of ``srcset``.
_HEAD: Final = r"""["'=(;,]\s{0,50}data:[\w.+/-]{0,100}(?:;[\w.+=-]{0,100}){0,9},"""
# One without blanks, but for the line breaks that programs of mail write into it.
_PLAIN: Final = re.compile(
    rf"({_HEAD})[\w.!~*$@+/=%-]{{40,}}+"
    r"(?:(?:\s|&#(?:10|13|x0?a|x0?d);){1,9}[\w+/%]{40,}+={0,2})*+",
    re.IGNORECASE | re.ASCII,
)
# A drawing as it is written, up to the quote it began with. In ``srcset`` others may follow.
_DRAWING: Final = re.compile(
    r"((?<!srcset)[=(]\s{0,9}(?:(\")|')\s{0,9}data:image/svg\+xml[^\"'<>,\s]{0,100},)"
    r"(?=\s{0,9}(?:<|%3C))(?(2)[^\"]*+|[^']*+)",
    re.IGNORECASE,
)
# A report about such addresses shows short ones.
_SHORT: Final = 500


def drop_embedded(markup: str) -> str:
    """Return markup with nothing in its long ``data:`` addresses, in one pass.

    What is left of them, ``data:image/png;base64,``, is still an address that nobody follows.

    Args:
        markup: HTML, or a feed in which it stands, escaped or not.
    """
    if "data:" not in markup.lower():
        return markup
    return _PLAIN.sub(_keep_short, _DRAWING.sub(_keep_short, markup))


def _keep_short(found: re.Match[str]) -> str:
    """Return what begins an address, and all of a short one."""
    return found[1] if len(found[0]) > _SHORT else found[0]
