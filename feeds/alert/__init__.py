"""Who must know now?

In: changes, the topics they belong to. Out: alerts for the outbox, and the topic's alerts feed.
Touches: nothing yet. Next: publish writes the alerts feed; the walk ends.
"""

from feeds.alert.decide import decide_alerts
from feeds.alert.feed import compose_alerts_feed

__all__ = ["compose_alerts_feed", "decide_alerts"]
