"""Whether a push was signed with the secret its hub was given (W3C WebSub, 8)."""

import hmac
from collections.abc import AsyncIterable

from feeds.model import Secret

_METHODS = ("sha1", "sha256", "sha384", "sha512")


async def is_signed(chunks: AsyncIterable[bytes], signature: str | None, secret: Secret) -> bool:
    """Return whether the bytes of a push carry the right signature; they are not kept.

    Args:
        chunks: The body as it comes; it is read to its end whatever the signature is.
        signature: ``method=hex``, the field X-Hub-Signature; None if there is none.
        secret: What the hub was given.
    """
    method, _, told = (signature or "").strip().partition("=")
    known = method.lower() in _METHODS
    digest = hmac.new(secret.reveal().encode(), digestmod=method.lower() if known else "sha256")
    async for chunk in chunks:
        digest.update(chunk)
    # Compared as bytes: text outside ASCII cannot be compared in constant time.
    same = hmac.compare_digest(digest.hexdigest().encode(), told.lower().encode("utf-8", "replace"))
    return known and same
