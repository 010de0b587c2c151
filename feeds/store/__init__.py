"""The memory: what the desk holds, behind a narrow door with SQL behind it.

In: changes, sketches, memberships, selections, alerts, states and health of sources, visits.
Out: the same, as they were kept. Touches: the database file and the lock file.
Next: whoever holds a transaction decides; the store never does.
"""

from feeds.store.alerts import read_alerts, save_alerts
from feeds.store.changes import Wanted, read_changes
from feeds.store.database import Store, Transaction, open_store
from feeds.store.echoes import find_own_ids, find_told_keys
from feeds.store.events import (
    find_candidates,
    find_signed,
    read_candidates,
    read_companions,
    read_founders,
    read_memberships,
    read_reports,
    read_rulings,
    save_ruling,
    save_sketches,
)
from feeds.store.health import (
    read_health_changes,
    read_last_of_desk,
    read_told_lately,
    save_health_changes,
)
from feeds.store.lock import hold_data
from feeds.store.rulings import (
    add_rulings,
    find_events_named,
    load_rulings,
    locate_rulings,
    read_copies,
    read_headlines,
    replace_rulings,
)
from feeds.store.sources import read_source_states, save_source_states
from feeds.store.stories import (
    count_stories,
    find_story_ids,
    read_last_revisions,
    read_revisions,
    read_standings,
    recall_stories,
    save_changes,
    save_sightings,
)
from feeds.store.subscriptions import (
    find_subscription,
    forget_subscriptions,
    read_subscriptions,
    save_subscriptions,
)
from feeds.store.topics import (
    add_selections,
    forget_topics,
    read_selected,
    read_topic_matches,
    read_topic_slugs,
    remove_selections,
    replace_selections,
    walk_stories,
)
from feeds.store.visits import (
    call_visits,
    drop_visits,
    plan_visits,
    put_off_visits,
    read_due_visits,
    read_robots,
    read_visits,
    save_robots,
    save_visits,
)

__all__ = [
    "Store",
    "Transaction",
    "Wanted",
    "add_rulings",
    "add_selections",
    "call_visits",
    "count_stories",
    "drop_visits",
    "find_candidates",
    "find_events_named",
    "find_own_ids",
    "find_signed",
    "find_story_ids",
    "find_subscription",
    "find_told_keys",
    "forget_subscriptions",
    "forget_topics",
    "hold_data",
    "load_rulings",
    "locate_rulings",
    "open_store",
    "plan_visits",
    "put_off_visits",
    "read_alerts",
    "read_candidates",
    "read_changes",
    "read_companions",
    "read_copies",
    "read_due_visits",
    "read_founders",
    "read_headlines",
    "read_health_changes",
    "read_last_of_desk",
    "read_last_revisions",
    "read_memberships",
    "read_reports",
    "read_revisions",
    "read_robots",
    "read_rulings",
    "read_selected",
    "read_source_states",
    "read_standings",
    "read_subscriptions",
    "read_told_lately",
    "read_topic_matches",
    "read_topic_slugs",
    "read_visits",
    "recall_stories",
    "remove_selections",
    "replace_rulings",
    "replace_selections",
    "save_alerts",
    "save_changes",
    "save_health_changes",
    "save_robots",
    "save_ruling",
    "save_sightings",
    "save_sketches",
    "save_source_states",
    "save_subscriptions",
    "save_visits",
    "walk_stories",
]
