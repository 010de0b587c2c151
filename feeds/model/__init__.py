"""The words of the desk: frozen values, in the order of the walk.

In: nothing. Out: every value that passes a door. Touches: nothing. Imports: only errors.
"""

from feeds.model.alert import Alert
from feeds.model.change import NOTICED_KINDS, Change, Kind, Remembered, Revision, Unchanged
from feeds.model.config import AlertRule, Channel, Config, Fold, Settings, Topic
from feeds.model.entry import (
    Document,
    Entry,
    Link,
    Problem,
    RawMedia,
    RawPerson,
    Stamp,
    Text,
    Unreadable,
)
from feeds.model.event import SIGNS, Candidate, Event, Level, Membership, Ruling, Sketch
from feeds.model.feed import (
    GENERATOR,
    AlsoReported,
    Attribution,
    Feed,
    FeedItem,
    HeldStory,
    Rendition,
)
from feeds.model.fetched import (
    Body,
    Failed,
    FailureKind,
    Fetched,
    Gone,
    Moved,
    NotModified,
    Outcome,
    Posted,
    Throttled,
    find_answer,
)
from feeds.model.health import Health, HealthChange, HealthKind
from feeds.model.pace import Pace
from feeds.model.query import And, Everything, Not, Or, Query, Term
from feeds.model.report import (
    Answer,
    RunReport,
    SourceReport,
    TopicReport,
    describe_outcome,
    show_address,
    tell_hidden,
)
from feeds.model.secret import Secret
from feeds.model.source import Listing, Source, SourceState, Validators, choose_address
from feeds.model.story import Agency, Dateline, Inference, Media, Story
from feeds.model.subscription import Intent, Subscription, SubscriptionState

__all__ = [
    "GENERATOR",
    "NOTICED_KINDS",
    "SIGNS",
    "Agency",
    "Alert",
    "AlertRule",
    "AlsoReported",
    "And",
    "Answer",
    "Attribution",
    "Body",
    "Candidate",
    "Change",
    "Channel",
    "Config",
    "Dateline",
    "Document",
    "Entry",
    "Event",
    "Everything",
    "Failed",
    "FailureKind",
    "Feed",
    "FeedItem",
    "Fetched",
    "Fold",
    "Gone",
    "Health",
    "HealthChange",
    "HealthKind",
    "HeldStory",
    "Inference",
    "Intent",
    "Kind",
    "Level",
    "Link",
    "Listing",
    "Media",
    "Membership",
    "Moved",
    "Not",
    "NotModified",
    "Or",
    "Outcome",
    "Pace",
    "Posted",
    "Problem",
    "Query",
    "RawMedia",
    "RawPerson",
    "Remembered",
    "Rendition",
    "Revision",
    "Ruling",
    "RunReport",
    "Secret",
    "Settings",
    "Sketch",
    "Source",
    "SourceReport",
    "SourceState",
    "Stamp",
    "Story",
    "Subscription",
    "SubscriptionState",
    "Term",
    "Text",
    "Throttled",
    "Topic",
    "TopicReport",
    "Unchanged",
    "Unreadable",
    "Validators",
    "choose_address",
    "describe_outcome",
    "find_answer",
    "show_address",
    "tell_hidden",
]
