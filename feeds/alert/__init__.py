"""Who must know now?

In: changes, the topics they belong to; how sources were and are. Out: alerts for the outbox, what
is told of sources, feeds of both, and messages in every form that channels need. Touches: mail
servers (:mod:`.smtp`), chats and push services (:mod:`.apprise`). Next: publish writes the feeds,
the corridor posts to webhooks; the walk ends.
"""

from feeds.alert.apprise import (
    look_at_address,
    send_by_apprise,
)
from feeds.alert.compose import MOST_IN_FULL, Names, compose_message, compose_test
from feeds.alert.decide import AGAIN_AFTER, Known, decide_alert, list_kinds
from feeds.alert.edits import names_kind, show_edit_html, show_edit_text
from feeds.alert.feed import compose_alerts_feed
from feeds.alert.health import (
    FAILING_AFTER,
    LONGEST_AGAIN,
    decide_gap,
    decide_health,
    drop_repeated,
    settle_health,
    silent_since,
)
from feeds.alert.health_feed import compose_health_feed
from feeds.alert.outage import decide_outage, is_cut_off, may_be_outage
from feeds.alert.plan import GATHERING, plan_alert, plan_health
from feeds.alert.rest import is_silent, rest_channel
from feeds.alert.smtp import send_mail
from feeds.alert.storm import MOST_ALONE, Crowd, name_crowd
from feeds.alert.webhook import compose_webhook

__all__ = [
    "AGAIN_AFTER",
    "FAILING_AFTER",
    "GATHERING",
    "LONGEST_AGAIN",
    "MOST_ALONE",
    "MOST_IN_FULL",
    "Crowd",
    "Known",
    "Names",
    "compose_alerts_feed",
    "compose_health_feed",
    "compose_message",
    "compose_test",
    "compose_webhook",
    "decide_alert",
    "decide_gap",
    "decide_health",
    "decide_outage",
    "drop_repeated",
    "is_cut_off",
    "is_silent",
    "list_kinds",
    "look_at_address",
    "may_be_outage",
    "name_crowd",
    "names_kind",
    "plan_alert",
    "plan_health",
    "rest_channel",
    "send_by_apprise",
    "send_mail",
    "settle_health",
    "show_edit_html",
    "show_edit_text",
    "silent_since",
]
