"""What may be written in a configuration file: the types, and nothing else.

The JSON Schema for editors is generated from these types and ``docs/reference/configuration.md``
is tested against them. A key that is not written is not there; the defaults are the model's.
"""

from datetime import timedelta
from functools import partial
from typing import Annotated, Any, Literal, Required

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    with_config,
)
from typing_extensions import TypedDict

from feeds.model import Fold, HealthKind, Kind, Withdrawn
from feeds.sources import checks
from feeds.text.amounts import read_duration, read_size
from feeds.text.cron import check_cron
from feeds.text.hours import HOURS

_STRICT = ConfigDict(strict=True, extra="forbid")
_URL_OR_PATH: Any = [{"required": ["url"]}, {"required": ["path"]}]


def _text(most: int) -> tuple[Any, ...]:
    """Return how a line of text is read and shown."""
    return Field(max_length=most), AfterValidator(checks.check_text)


def _shaped(pattern: str) -> Any:
    """Return how text of a pattern is shown to editors."""
    return Field(json_schema_extra={"pattern": f"^{pattern}$"})


def _duration(least: str, most: str) -> tuple[Any, ...]:
    """Return how a duration between two bounds is read and shown."""
    read = partial(read_duration, least=least, most=most)
    shown = {"type": "string", "pattern": "^[0-9]+[smhdw]$"}
    return BeforeValidator(read), WithJsonSchema(shown)


Slug = Annotated[str, AfterValidator(checks.check_slug), _shaped(checks.SLUG)]
TopicSlug = Annotated[str, AfterValidator(checks.check_topic_slug), _shaped(checks.SLUG)]
Language = Annotated[str, AfterValidator(checks.check_language), _shaped(checks.LANGUAGE)]
Url = Annotated[str, AfterValidator(checks.check_url), _shaped("[Hh][Tt][Tt][Pp][Ss]?://.+")]
BaseUrl = Annotated[
    str, AfterValidator(checks.check_base_url), _shaped("[Hh][Tt][Tt][Pp][Ss]?://.+")
]
Selector = Annotated[str, Field(max_length=500), AfterValidator(checks.check_selector)]
InnerSelector = Annotated[str, Field(max_length=500), AfterValidator(checks.check_inner_selector)]
HeaderName = Annotated[str, AfterValidator(checks.check_header_name)]
Visible = Annotated[str, Field(max_length=4000), AfterValidator(checks.check_visible)]
Title = Annotated[str, *_text(200)]
Description = Annotated[str, *_text(2000)]
FilePath = Annotated[str, *_text(1000)]
Every = Annotated[timedelta, *_duration("60s", "30d")]
Keep = Annotated[timedelta, *_duration("1h", "520w")]
Pause = Annotated[timedelta, *_duration("0s", "1m")]
Expire = Annotated[timedelta, *_duration("10m", "30d")]
Secrets = Annotated[
    list[Visible],
    BeforeValidator(lambda value: value if isinstance(value, list) else [value]),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Listen = Annotated[str, AfterValidator(checks.check_listen), _shaped(checks.LISTEN)]
Deadline = Annotated[timedelta, *_duration("1s", "10m")]
Size = Annotated[
    int,
    BeforeValidator(partial(read_size, least="1KiB", most="1GiB")),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1024, "maximum": 1024**3},
                {"type": "string", "pattern": "^[0-9]+ ?(B|KiB|MiB|GiB)$"},
            ]
        }
    ),
]
Cron = Annotated[str, Field(max_length=200), AfterValidator(check_cron)]
QuietHours = Annotated[
    Any,
    BeforeValidator(checks.check_hours),
    WithJsonSchema({"type": "string", "pattern": f"^{HOURS}$"}),
]
TimeZone = Annotated[str, Field(max_length=64), AfterValidator(checks.check_timezone)]
AnyKind = Annotated[Kind, Field(strict=False)]


@with_config(_STRICT)
class WrittenPage(TypedDict, total=False):
    """Where the reports stand in a page: CSS selectors, or XPath beginning with / or ./."""

    item: Required[Annotated[Selector, Field(description="What holds one report each.")]]
    link: Annotated[InnerSelector, Field(description="Leads to the report; else its first link.")]
    headline: Annotated[InnerSelector, Field(description="Else the words of the link.")]
    summary: Annotated[InnerSelector, Field(description="What the report says in short.")]
    date: Annotated[InnerSelector, Field(description="When it was published.")]
    base: Annotated[Url, Field(description="What relative links are relative to.")]


@with_config({**_STRICT, "json_schema_extra": {"oneOf": _URL_OR_PATH}})
class WrittenSource(TypedDict, total=False):
    """Where we listen: a feed, sitemap or page (url), or a folder of articles (path)."""

    id: Annotated[Slug, Field(description="Its name; made from the address if absent.")]
    url: Annotated[Url, Field(description="Address of a feed, a sitemap or a page.")]
    kind: Annotated[
        Literal["feed", "sitemap", "page"], Field(description="What stands at the address.")
    ]
    page: Annotated[WrittenPage, Field(description="Where reports stand; for kind: page.")]
    path: Annotated[FilePath, Field(description="Folder of articles, from this file's folder.")]
    title: Annotated[Title, Field(description="How people call it; else its own title.")]
    publisher: Annotated[Title, Field(description="Of a folder's articles that name none.")]
    every: Annotated[Every, Field(description="How often it is polled: 60s to 30d.")]
    quiet_every: Annotated[Every, Field(description="How often while it has little to say.")]
    quiet_after: Annotated[Keep, Field(description="Silent for so long it has gone quiet.")]
    rank: Annotated[int, Field(ge=0, le=100, description="The higher is preferred as lead.")]
    language: Annotated[Language, Field(description="Assumed where the feed states none.")]
    allow_private: Annotated[bool, Field(description="Its address may be private or loopback.")]
    headers: Annotated[
        dict[HeaderName, Visible], Field(description="Extra request headers; may hold ${NAME}.")
    ]
    full_text: Annotated[bool, Field(description="Read the pages of new stories, each once.")]
    watch: Annotated[
        Literal["feed", "page"], Field(description="Where edits are noticed; page: there too.")
    ]


@with_config(_STRICT)
class WrittenAlert(TypedDict, total=False):
    """Which kinds of change are told, and to which channels."""

    on: Required[Annotated[list[AnyKind], Field(min_length=1, description="Kinds of change.")]]
    to: Annotated[list[str], Field(description="Names of channels.")]
    least_words: Annotated[
        int, Field(ge=0, le=10_000, description="So many words make an edit worth telling.")
    ]
    digest: Annotated[Cron, Field(description="Cron line: when it is told together.")]
    quiet: Annotated[QuietHours, Field(description="In these hours nothing is sent.")]


@with_config(_STRICT)
class WrittenHealthAlert(TypedDict, total=False):
    """Which changes of the health of sources are told to which channels."""

    on: Required[
        Annotated[list[HealthKind], Field(min_length=1, description="What happens to sources.")]
    ]
    to: Required[Annotated[list[str], Field(min_length=1, description="Names of channels.")]]
    digest: Annotated[Cron, Field(description="Cron line: when it is told together.")]
    quiet: Annotated[QuietHours, Field(description="In these hours nothing is sent.")]


@with_config(_STRICT)
class WrittenTopic(TypedDict, total=False):
    """What a reader cares about."""

    slug: Required[Annotated[TopicSlug, Field(description="Names the files in output/.")]]
    title: Annotated[Title, Field(description="The feed's title; else the slug, capitalised.")]
    match: Required[Annotated[str, Field(description="The query.")]]
    description: Annotated[Description, Field(description="One sentence for the feed.")]
    language: Annotated[Language, Field(description="Language of the feed.")]
    fold: Annotated[Fold, Field(description="What becomes one entry.")]
    keep: Annotated[Keep, Field(description="How long a story stays: 1h to 520w.")]
    limit: Annotated[int, Field(ge=1, le=1000, description="Entries at most.")]
    withdrawn: Annotated[Withdrawn, Field(description="What becomes of a withdrawn entry.")]
    alerts: Annotated[list[WrittenAlert], Field(description="What is told when it changes.")]


@with_config(_STRICT)
class WrittenChannel(TypedDict, total=False):
    """Where alerts are sent."""

    url: Required[Annotated[Visible, Field(description="Its address; may hold ${NAME}.")]]
    secret: Annotated[Secrets, Field(description="Sign a webhook's messages: whsec_….")]
    allow_private: Annotated[bool, Field(description="A webhook may be private or loopback.")]
    expire: Annotated[Expire, Field(description="After so long it is given up: 10m to 30d.")]


@with_config(_STRICT)
class WrittenSettings(TypedDict, total=False):
    """What holds for the whole desk."""

    title: Annotated[Title, Field(description="The desk's name.")]
    base_url: Annotated[BaseUrl, Field(description="Where output/ is served.")]
    contact: Annotated[
        Visible, Field(max_length=200, description="Address in the User-Agent, for publishers.")
    ]
    language: Annotated[Language, Field(description="Language of the index page.")]
    every: Annotated[Every, Field(description="How often a source is polled that does not say.")]
    quiet_every: Annotated[
        Every, Field(description="How often such a source is polled while it has little to say.")
    ]
    concurrency: Annotated[int, Field(ge=1, le=100, description="Requests at once.")]
    per_host: Annotated[int, Field(ge=1, le=20, description="Requests at once to one host.")]
    host_pause: Annotated[Pause, Field(description="Between two requests to one host: 0s to 1m.")]
    revisits: Annotated[
        int, Field(ge=0, le=100_000, description="Pages of one host visited again, in a day.")
    ]
    deadline: Annotated[Deadline, Field(description="For one answer, redirects included.")]
    max_bytes: Annotated[Size, Field(description="Of one answer, decoded: 1KiB to 1GiB.")]
    typo: Annotated[
        int, Field(ge=0, le=5, description="Letters by which a mended typo may differ.")
    ]
    listen: Annotated[Listen, Field(description="Where the daemon listens, as 127.0.0.1:8080.")]
    websub: Annotated[BaseUrl, Field(description="Where WebSub hubs reach it from outside.")]
    timezone: Annotated[TimeZone, Field(description="Whose clocks digests and quiet hours follow.")]
    alerts: Annotated[
        list[WrittenHealthAlert], Field(description="What is told of the sources, and to whom.")
    ]
    secrets: Annotated[FilePath, Field(description="File of NAME=value lines for ${NAME}.")]


@with_config(_STRICT)
class WrittenFile(TypedDict, total=False):
    """A configuration file of Wiredesk."""

    sources: Annotated[list[Url | WrittenSource], Field(description="Whom we listen to.")]
    topics: Annotated[list[WrittenTopic], Field(description="What readers care about.")]
    channels: Annotated[
        dict[Slug, Visible | WrittenChannel],
        Field(description="Where alerts are sent; may hold ${NAME}."),
    ]
    settings: Annotated[WrittenSettings, Field(description="Only in the first file.")]
    include: Annotated[list[FilePath], Field(description="More files; paths or globs.")]
