"""One message through one channel: which door it takes, and what its answer means."""

import ssl
from datetime import datetime

from feeds.alert import (
    compose_test,
    compose_webhook,
    send_by_apprise,
    send_mail,
)
from feeds.fetch import Web, open_web, post_bytes
from feeds.model import (
    Accepted,
    Channel,
    Failed,
    Message,
    Posted,
    Refused,
    Sending,
    Settings,
    Unanswered,
    Unsure,
)

__all__ = [
    "read_posted",
    "send_message",
    "send_test",
]

_SUCCESS = range(200, 300)
_GONE = 410


async def send_message(
    channel: Channel,
    message: Message,
    web: Web,
    now: datetime,
    *,
    tls: ssl.SSLContext | None = None,
) -> Sending:
    """Send a message and return what became of it.

    It takes half a minute at most, and a webhook the ``deadline`` of the settings.

    Args:
        channel: Where to; the scheme of its address says how.
        message: What is told.
        web: The door to the network, for webhooks.
        now: The time.
        tls: What mail servers are trusted by; None means what the machine trusts.
    """
    match channel.scheme:
        case "http" | "https":
            return await _post_message(channel, message, web, now)
        case "smtp" | "smtps":
            return await send_mail(channel, message, web.settings.title, now, tls=tls)
        case _:
            return await send_by_apprise(channel, message)


async def send_test(
    channel: Channel, settings: Settings, message_id: str, now: datetime
) -> Sending:
    """Send a message that only says that a channel works, past the outbox.

    Args:
        channel: Where to.
        settings: For the network, and the desk's name.
        message_id: A new one.
        now: The time.
    """
    message = compose_test(channel.name, message_id, settings, now)
    async with open_web(settings) as web:
        return await send_message(channel, message, web, now)


async def _post_message(channel: Channel, message: Message, web: Web, now: datetime) -> Sending:
    """Post a message to a webhook."""
    body, headers = compose_webhook(message, channel.secrets, now)
    url, private = channel.url.reveal(), channel.allow_private
    posted = await post_bytes(web, url, body, headers, now, allow_private=private)
    return read_posted(posted)


def read_posted(posted: Posted | Failed | Unanswered) -> Sending:
    """Return what the answer of a webhook means, by the Standard Webhooks specification.

    Only 410 is for good, and switches the channel off; whatever else it says, it may take the same
    message later.
    """
    match posted:
        case Unanswered(reason=reason):
            return Unsure(reason=reason)
        case Failed(reason=reason):
            return Refused(reason=reason)
        case Posted(status=status) if status in _SUCCESS:
            return Accepted()
        case Posted(status=status, reason=reason, retry_after=retry_after):
            gone = status == _GONE
            return Refused(reason=reason, final=gone, off=gone, retry_after=retry_after)
