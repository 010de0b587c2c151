"""A message as a webhook posts it, signed by the Standard Webhooks specification (1.0)."""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import datetime

from feeds.model import Message, Secret
from feeds.text.signing import read_signing_key

Headers = tuple[tuple[bytes, bytes], ...]


def compose_webhook(
    message: Message, secrets: Sequence[Secret], now: datetime
) -> tuple[bytes, Headers]:
    """Return the body of a message, and the headers that say what it is and who sent it.

    The body has the same bytes however often it is sent: JSON with sorted keys and without spaces,
    in UTF-8. Its id is the same too, so that a receiver can tell what it has already.

    Args:
        message: What is told.
        secrets: Each signs, in this order: while a secret is replaced, receivers know either.
        now: When it is sent: receivers refuse what was signed long ago.
    """
    body = json.dumps(
        message.data, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode("utf-8", "replace")
    stamp = str(int(now.timestamp()))
    signed = b".".join((message.id.encode(), stamp.encode(), body))
    headers = (
        (b"Content-Type", b"application/json"),
        (b"webhook-id", message.id.encode()),
        (b"webhook-timestamp", stamp.encode()),
    )
    if not secrets:
        return body, headers
    signatures = b" ".join(_sign(secret, signed) for secret in secrets)
    return body, (*headers, (b"webhook-signature", signatures))


def _sign(secret: Secret, signed: bytes) -> bytes:
    """Return one signature: its version, and HMAC-SHA256 in base64."""
    digest = hmac.new(read_signing_key(secret.reveal()), signed, hashlib.sha256).digest()
    return b"v1," + base64.b64encode(digest)
