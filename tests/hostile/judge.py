"""What must be true after every case, whatever the publisher did."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from hostile.cases import Case, Seen

from feeds.model import Failed, Fetched, Gone, Moved, NotModified, Story, Throttled

SECRET = "planted-3f9c"
LONGEST_LINE = 300
DEADLINE = 8.0
MOST_BODY = 300 * 1024
_ACTIVE = frozenset(
    "script style iframe frame frameset object embed applet form input button textarea select svg "
    "math base meta link template noscript video audio canvas body html head title".split()
)
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+", re.IGNORECASE)
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def list_faults(case: Case, seen: Seen) -> list[str]:
    """Return everything that is not as it must be; empty is good."""
    return [
        *_judge_class(case, seen),
        *_judge_lines(seen),
        *_judge_stories(case, seen),
        *(fault for story in seen.stories for fault in _judge_story(story)),
        *(["its own check said no"] if case.check and not case.check(seen) else []),
    ]


def name_answer(seen: Seen) -> str:
    """Return the kind of failure, or ``fetched``."""
    match seen.outcome:
        case Failed(kind=kind):
            return kind
        case Gone():
            return "gone"
        case Throttled():
            return "throttled"
        case Fetched() | Moved() | NotModified():
            return "fetched"


def _judge_class(case: Case, seen: Seen) -> Iterator[str]:
    """The class of the catalogue: error, ok or partial; the kind of an error; the deadline."""
    answer = name_answer(seen)
    if answer == "timeout" and seen.seconds > DEADLINE + 1:
        yield f"it took {seen.seconds:.1f} s"
    match case.expected, answer:
        case "error", "fetched":
            yield f"taken as good, with {len(seen.stories)} stories; told: {seen.problems[:3]}"
        case "error", _ if answer not in case.kinds:
            yield f"kind {answer!r} is none of {case.kinds}: {seen.report.reason}"
        case "ok" | "partial", kind if kind != "fetched":
            yield f"failed: {seen.report.reason}"
        case "partial", _ if not seen.problems:
            yield "nothing was told about what is missing"


def _judge_lines(seen: Seen) -> Iterator[str]:
    """One clear line for people (I6): short, printable, no traceback, no secret."""
    bad = name_answer(seen) != "fetched"
    if bad and not seen.report.reason:
        yield "failed without a word"
    for line in (seen.report.reason, *seen.problems):
        if len(line) > LONGEST_LINE:
            yield f"a line of {len(line)} characters: {line[:80]}…"
        if line and not line.isprintable():
            yield f"a line with control characters: {line[:80]!r}"
        if "Traceback" in line or SECRET in line:
            yield f"a traceback or a secret in: {line[:80]}"
    if any("fault in wiredesk itself" in report.reason for report in seen.reports):
        yield "a bug was met"


def _judge_stories(case: Case, seen: Seen) -> Iterator[str]:
    """None lost, none twice, none new that was told before."""
    stories = seen.stories
    if case.expected == "error" and stories:
        yield f"{len(stories)} stories of an error"
    if case.stories is not None and len(stories) != case.stories:
        yield f"{len(stories)} stories instead of {case.stories}"
    if len({story.id for story in stories}) != len(stories):
        yield "one id stands for two stories"
    keys = [story.keys[0] for story in stories]
    if len(set(keys)) != len(keys):
        yield "one key stands for two stories"
    new = len(stories) if case.new is None else case.new
    if seen.report.new != new:
        yield f"{seen.report.new} new stories instead of {new}"


def _judge_story(story: Story) -> Iterator[str]:
    """Nothing active, nothing unprintable, nothing endless."""
    finder = _ActiveFinder()
    finder.feed(story.body_html)
    yield from finder.found
    plain = (story.headline, story.standfirst, story.body_text, story.section, *story.byline)
    for text in (*plain, story.body_html, story.guid, *story.categories):
        if _UNFIT.search(text):
            yield f"unfit characters in {text[:60]!r}"
    if "\n" in story.headline or not story.headline.strip():
        yield f"headline {story.headline[:60]!r}"
    if len(story.body_html) > MOST_BODY or len(story.headline) > 1000 or len(story.guid) > 2000:
        yield "a field without bound"
    addresses = (story.url, story.canonical_url, story.attribution_url or None)
    for address in (*addresses, *(media.url for media in story.media)):
        if address is not None and not re.match(r"https?://[^\s]{1,2000}\Z", address):
            yield f"address {address[:60]!r}"


class _ActiveFinder(HTMLParser):
    """Finds what a browser would run or load without being asked."""

    def __init__(self) -> None:
        """Begin."""
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        if tag in _ACTIVE or ":" in tag:
            self.found.append(f"<{tag}> in the body")
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcset", "srcdoc", "formaction"}:
                self.found.append(f"attribute {name} in the body")
            if name in {"href", "src", "cite"} and not _SAFE_ADDRESS.fullmatch(value or ""):
                self.found.append(f"address {value!r} in the body")

    def handle_decl(self, decl: str) -> None:
        """No declaration belongs into a body."""
        self.found.append(f"<!{decl[:20]}> in the body")

    def handle_comment(self, data: str) -> None:
        """Nor does a comment."""
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        """Nor an instruction."""
        self.handle_decl(data)
