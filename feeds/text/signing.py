"""Keys that sign messages, as the Standard Webhooks specification writes them."""

import base64
import binascii

_PREFIX = "whsec_"
_SHORTEST, _LONGEST = 24, 64


def read_signing_key(text: str) -> bytes:
    """Return the key in a secret: ``whsec_`` and base64 of 24 to 64 bytes.

    Raises:
        ValueError: It is none; the message does not repeat it.
    """
    wrong = ValueError("a signing secret is whsec_ and base64 of 24 to 64 random bytes")
    if not text.startswith(_PREFIX):
        raise wrong
    try:
        key = base64.b64decode(text.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        raise wrong from None
    if not _SHORTEST <= len(key) <= _LONGEST:
        raise wrong
    return key
