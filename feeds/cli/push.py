"""Whether a hub pushes what is new of a source, in words for people."""

from dataclasses import asdict
from datetime import datetime
from urllib.parse import urlsplit

from feeds.cli.terminal import count, show_moment
from feeds.model import Subscription

# Who knows these could push in the hub's name; the callback ends in the token.
_SECRET = ("secret", "token", "callback")


def show_push(subscription: Subscription, now: datetime) -> str:
    """Return how a subscription stands, and how many pushes were forged."""
    words = _show_state(subscription, now)
    if not subscription.refused:
        return words
    return f"{words}; {count(subscription.refused, 'forged push', 'forged pushes')} dropped"


def describe_push(subscription: Subscription) -> dict[str, object]:
    """Return everything about a subscription but what is secret, for machines."""
    values = asdict(subscription)
    return {name: value for name, value in values.items() if name not in _SECRET}


def _show_state(subscription: Subscription, now: datetime) -> str:
    """Return how a subscription stands."""
    hub, until = urlsplit(subscription.hub).hostname, subscription.lease_until
    why = f": {subscription.reason}" if subscription.reason else ""
    match subscription.state:
        case "active" if until and until > now:
            return f"pushed by {hub}, lease ends {show_moment(until, now)}{why}"
        case "active":
            return f"push of {hub} not renewed, lease ended {show_moment(until, now)}{why}"
        case "asked":
            return f"push asked of {hub}{why}"
        case "denied":
            return f"push denied by {hub}{why}"
        case "broken":
            return f"push broken{why}"
        case "ending":
            return f"push of {hub} is ending{why}"
