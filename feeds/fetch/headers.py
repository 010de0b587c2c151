"""What we say when we ask: the headers of a request."""

from feeds import __version__
from feeds.model import Settings, Validators

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5"
)

Headers = tuple[tuple[bytes, bytes], ...]


def compose_headers(settings: Settings, own: Headers, validators: Validators) -> Headers:
    """Return the headers of a request.

    Args:
        settings: Whose contact is named in the User-Agent (RFC 9110, 10.1.5).
        own: Configured for the source; they replace ours of the same name.
        validators: Sent back byte for byte (RFC 9110, 13.1); none are ever made up.
    """
    ours = (
        (b"User-Agent", name_ourselves(settings.contact)),
        (b"Accept", ACCEPT.encode()),
        (b"Accept-Encoding", b"gzip, deflate, br"),
        # Each source is asked once in a while: an open connection would only cost its server.
        (b"Connection", b"close"),
    )
    replaced = {name.lower() for name, _ in own}
    kept = tuple(pair for pair in ours if pair[0].lower() not in replaced)
    return kept + own + _conditions(validators)


def name_ourselves(contact: str | None) -> bytes:
    """Return the User-Agent: program, version, and how to reach who runs it."""
    agent = f"wiredesk/{__version__}"
    return (f"{agent} (+{' '.join(contact.split())})" if contact else agent).encode()


def _conditions(validators: Validators) -> Headers:
    """Return If-None-Match and If-Modified-Since, as far as the server gave us something.

    With them goes the wish for only what is new since (RFC 3229, with the manipulation ``feed``):
    without them there would be no "since".
    """
    conditions = (
        (b"If-None-Match", validators.etag),
        (b"If-Modified-Since", validators.last_modified),
    )
    sent = tuple((name, value.encode("latin-1")) for name, value in conditions if value)
    return (*sent, (b"A-IM", b"feed")) if sent else ()
