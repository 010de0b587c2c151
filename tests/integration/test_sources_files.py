"""Configuration files on a real disk: included files, secrets files, files that cannot be read."""

import datetime as dt
import os
import tracemalloc
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from counting import count_calls

from feeds.errors import ConfigError
from feeds.model import AlertRule, Config, HealthRule, Hours, Kind, Secret, Settings
from feeds.sources import load_config

ONE = "sources: [https://valley.example/rss.xml]\n"
CANARY = "canary-7f3a"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder and return the first."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / next(iter(files))


def load(folder: Path, files: Mapping[str, str | bytes], **environment: str) -> Config:
    """Write files and load the first."""
    return load_config(write(folder, files), environment)


def problems_of(folder: Path, files: Mapping[str, str | bytes], **environment: str) -> list[str]:
    """Write files, load the first, and return what is wrong, without the folder."""
    path = write(folder, files)
    with pytest.raises(ConfigError) as caught:
        load_config(path, environment)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_a_whole_configuration_becomes_one_value(tmp_path: Path) -> None:
    """Every key that can be written arrives in the model."""
    text = """
sources:
  - https://www.valley.example/rss.xml
  - id: agency-x
    url: https://agency.example/world.atom
    title: Agency X
    every: 10m
    rank: 90
    language: pt-BR
    allow_private: true
    headers: {Authorization: "Bearer ${TOKEN}", Accept-Language: pt}
  - path: inbox/
topics:
  - slug: north-sea
    match: harbour OR ferry*
    description: What happens at the quays.
    language: en
    fold: events
    keep: 4w
    limit: 50
    alerts:
      - on: [new, correction, new]
        to: [desk, desk]
        least_words: 5
        digest: 0 7 * * MON-FRI
        quiet: 22:00-07:00
      - on: [withdrawn]
channels:
  desk: ${DESK_URL}
settings:
  title: Coast desk
  base_url: https://news.example.org/coast
  contact: desk@example.org
  language: fr
  every: 15m
  concurrency: 32
  per_host: 1
  deadline: 45s
  max_bytes: 4MiB
  timezone: Europe/Lisbon
  alerts:
    - {on: [failing, recovered, failing], to: [desk], quiet: 7:00-08:00}
"""
    (tmp_path / "inbox").mkdir()
    config = load(tmp_path, {"sources.yaml": text}, TOKEN="t-1", DESK_URL="https://hooks.example/d")

    plain, agency, inbox = config.sources
    assert (plain.id, plain.kind, plain.every) == (
        "valley.example-rss.xml",
        "feed",
        timedelta(minutes=15),
    )
    assert (agency.title, agency.every, agency.rank) == ("Agency X", timedelta(minutes=10), 90)
    assert (agency.language, agency.allow_private) == ("pt-BR", True)
    assert agency.headers == (
        ("Authorization", Secret("Bearer t-1")),
        ("Accept-Language", Secret("pt")),
    )
    assert (inbox.id, inbox.kind, inbox.path, inbox.url) == (
        "inbox",
        "inbox",
        tmp_path / "inbox",
        None,
    )
    (topic,) = config.topics
    assert (topic.slug, topic.title, topic.match) == (
        "north-sea",
        "North sea",
        "harbour OR ferry*",
    )
    assert (topic.fold, topic.keep, topic.limit) == ("events", timedelta(weeks=4), 50)
    assert topic.alerts == (
        AlertRule(
            on=(Kind.NEW, Kind.CORRECTION),
            to=("desk",),
            least_words=5,
            digest="0 7 * * mon-fri",
            quiet=Hours(begin=dt.time(22), end=dt.time(7)),
        ),
        AlertRule(on=(Kind.WITHDRAWN,)),
    )
    assert [(c.name, c.url) for c in config.channels] == [
        ("desk", Secret("https://hooks.example/d"))
    ]
    assert config.settings == Settings(
        title="Coast desk",
        base_url="https://news.example.org/coast/",
        contact="desk@example.org",
        language="fr",
        every=timedelta(minutes=15),
        concurrency=32,
        per_host=1,
        deadline=timedelta(seconds=45),
        max_bytes=4 * 1024 * 1024,
        timezone="Europe/Lisbon",
        alerts=(
            HealthRule(
                on=("failing", "recovered"),
                to=("desk",),
                quiet=Hours(begin=dt.time(7), end=dt.time(8)),
            ),
        ),
    )
    assert () == config.warnings


def test_what_is_not_written_is_as_the_model_says(tmp_path: Path) -> None:
    """A file with one address gets the defaults of the model."""
    config = load(tmp_path, {"sources.yaml": ONE})

    assert config.settings == Settings()
    assert (config.sources[0].every, config.sources[0].rank) == (timedelta(minutes=30), 50)


def test_the_query_of_a_topic_is_shown_with_a_caret(tmp_path: Path) -> None:
    """All in which it cannot be read is told at its place, with a pointer into it."""
    text = ONE + "topics:\n  - slug: coast\n    match: (harbour OR\n"

    problems = problems_of(tmp_path, {"sources.yaml": text})

    assert ["^", "         ^"] == [problem.split("\n")[2] for problem in problems]
    for problem in problems:
        first, query, _ = problem.split("\n")
        assert first.startswith("sources.yaml:4:12: topics.0.match: ")
        assert query == "(harbour OR"


def test_included_files_add_to_the_first(tmp_path: Path) -> None:
    """Paths and globs begin at the including file's folder; globs come in order of name."""
    config = load(
        tmp_path,
        {
            "sources.yaml": ONE + "include: [more/coast.yaml, 'topics/*.yaml']\n",
            "more/coast.yaml": "include: [deeper.yaml]\nsources: [{path: in}]\n",
            "more/deeper.yaml": "channels: {desk: 'https://hooks.example/d'}\n",
            "topics/b.yaml": "topics: [{slug: b, match: b}]\n",
            "topics/a.yaml": ("topics: [{slug: a, match: a, alerts: [{on: [new], to: [desk]}]}]\n"),
        },
    )

    assert [source.id for source in config.sources] == ["valley.example-rss.xml", "in"]
    assert config.sources[1].path == tmp_path / "more" / "in"
    assert [topic.slug for topic in config.topics] == ["a", "b"]
    assert [channel.name for channel in config.channels] == ["desk"]


def test_a_glob_may_be_an_absolute_path(tmp_path: Path) -> None:
    """An absolute glob is matched from the root."""
    text = ONE + f"include: ['{tmp_path}/t/*.yaml']\n"

    config = load(tmp_path, {"a.yaml": text, "t/x.yaml": "topics: [{slug: x, match: x}]\n"})

    assert [topic.slug for topic in config.topics] == ["x"]


@pytest.mark.case("C-05")
def test_twins_in_two_files_name_both(tmp_path: Path) -> None:
    """An id that stands in two files is told with both files and lines."""
    told = problems_of(
        tmp_path,
        {
            "sources.yaml": "include: [b.yaml]\nsources:\n  - {id: x, url: 'https://v.example/'}\n",
            "b.yaml": "sources:\n  - {id: x, url: 'https://w.example/'}\n",
        },
    )

    assert told == [
        "b.yaml:2:10: sources.0.id: the id stands twice, "
        f"in line 3 of {tmp_path}/sources.yaml and in line 2".replace(f"{tmp_path}/", "")
    ]


def test_included_files_may_not_hold_settings(tmp_path: Path) -> None:
    """Settings stand in the first file only."""
    told = problems_of(
        tmp_path,
        {"sources.yaml": ONE + "include: [b.yaml]\n", "b.yaml": "settings: {title: B}\n"},
    )

    assert told == ["b.yaml:1:1: settings: settings may only stand in the first file"]


def test_files_that_include_each_other_are_an_error(tmp_path: Path) -> None:
    """A circle is told at the place that closes it; so is a file that comes twice."""
    told = problems_of(
        tmp_path,
        {
            "sources.yaml": ONE + "include: [b.yaml, ./c.yaml]\n",
            "b.yaml": "include: [c.yaml, sources.yaml]\n",
            "c.yaml": "topics: []\n",
        },
    )

    assert told == [
        "b.yaml:1:11: include.0: c.yaml is included twice; once is enough",
        "b.yaml:1:19: include.1: sources.yaml includes itself in a circle",
    ]


def test_problems_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    """All problems of the first file, by line, then those of the next."""
    told = problems_of(
        tmp_path,
        {
            "z.yaml": "sources: [7]\ntopics: [x]\ninclude: [a.yaml]\nwrong: 1\n",
            "a.yaml": "sources: [ftp://x.example/]\n",
        },
    )

    assert [problem[:9] for problem in told] == ["z.yaml:1:", "z.yaml:2:", "z.yaml:4:", "a.yaml:1:"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.yaml", "No such file or directory"), (".", "is not a file")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str, reason: str) -> None:
    """A missing file or a folder is a problem in line 1, column 1."""
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path / name, {})

    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, 1)
    assert reason in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_is_told(tmp_path: Path) -> None:
    """A file of mode 0000 is a problem."""
    path = write(tmp_path, {"sources.yaml": ONE})
    path.chmod(0)

    with pytest.raises(ConfigError, match="Permission denied"):
        load_config(path, {})


def test_a_pipe_or_a_link_to_itself_is_told_at_once(tmp_path: Path) -> None:
    """Nobody waits for the other end of a pipe, or runs in a circle of links."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")

    told = problems_of(tmp_path, {"sources.yaml": ONE + "include: [pipe.yaml, loop.yaml]\n"})

    assert "pipe.yaml is not a file" in told[0]
    assert "loop.yaml cannot be read" in told[1]


def test_secrets_come_from_the_environment_before_the_file(tmp_path: Path) -> None:
    """The secrets file fills what the environment leaves open or empty."""
    path = write(
        tmp_path,
        {
            "sources.yaml": ONE
            + "settings: {secrets: private/env}\n"
            + "channels: {a: '${A}', b: '${B}', c: '${C}'}\n",
            "private/env": "# ours\n\nA=https://file.example/a\nB = https://file.example/b \n"
            "C=https://file.example/c?x=1\n",
        },
    )
    (tmp_path / "private/env").chmod(0o600)

    config = load_config(path, {"A": "https://environment.example/a", "B": ""})

    assert [channel.url.reveal() for channel in config.channels] == [
        "https://environment.example/a",
        "https://file.example/b",
        "https://file.example/c?x=1",
    ]
    assert all("no rule names" in warning for warning in config.warnings)


@pytest.mark.case("C-23")
def test_a_secrets_file_others_may_read_is_a_warning(tmp_path: Path) -> None:
    """The warning shows the mode."""
    path = write(tmp_path, {"s.yaml": ONE + "settings: {secrets: env}\n", "env": "A=b\n"})
    (tmp_path / "env").chmod(0o644)

    config = load_config(path, {})

    assert config.warnings == (
        f"{path}:2:21: settings.secrets: {tmp_path}/env has mode 0644; make it 0600",
    )


def test_a_line_of_a_secrets_file_that_is_none_is_told_without_its_text(tmp_path: Path) -> None:
    """The problem names file and line only."""
    files = {"s.yaml": ONE + "settings: {secrets: env}\n", "env": f"A=b\n{CANARY}\n"}

    told = problems_of(tmp_path, files)

    assert told == ["env:2:1: a secrets file has lines NAME=value"]


def test_a_missing_secrets_file_is_told(tmp_path: Path) -> None:
    """It is told where it is named."""
    told = problems_of(tmp_path, {"s.yaml": ONE + "settings: {secrets: env}\n"})

    assert told == ["s.yaml:2:21: settings.secrets: env cannot be read: No such file or directory"]


@pytest.mark.case("C-09", "C-12", "A-18", "CVE-2023-22481")
def test_no_secret_is_ever_shown(tmp_path: Path) -> None:
    """Neither problems nor the value show what a variable holds or an address hides."""
    text = (
        f"sources:\n  - https://me:{CANARY}@valley.example/\n"
        f"  - url: https://valley.example/a\n    headers: {{X: '${{A}}', Y: '${{B}}'}}\n"
        f"channels: {{a: '${{A}}', b: 'no {CANARY}'}}\n"
    )

    told = problems_of(tmp_path, {"s.yaml": text}, A=f"{CANARY}\n", B=f"{CANARY}ü")
    config = load(
        tmp_path,
        {"t.yaml": ONE + "channels: {a: '${A}'}\n"},
        A=f"https://hooks.example/{CANARY}",
    )

    assert len(told) == 5
    assert CANARY not in "".join(told) + repr(config)


@pytest.mark.case("C-03")
def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    """Editors on Windows write both."""
    config = load(tmp_path, {"s.yaml": b"\xef\xbb\xbf" + ONE.replace("\n", "\r\n").encode()})

    assert [source.id for source in config.sources] == ["valley.example-rss.xml"]


@pytest.mark.case("C-02")
def test_a_large_file_is_refused_at_once(tmp_path: Path) -> None:
    """Of a file of 10 MB only the first megabyte is read."""
    tracemalloc.start()
    try:
        told = problems_of(tmp_path, {"s.yaml": b"# " + b"x" * 10_000_000})
        tracemalloc.reset_peak()
        with pytest.raises(ConfigError):
            load_config(tmp_path / "s.yaml", {})
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert told == ["s.yaml:1:1: the file is larger than 1 MiB; split it with include:"]
    assert peak < 15_000_000


def list_written(many: int) -> Iterator[str]:
    """Yield sources as one writes them."""
    for number in range(many):
        url = f"https://valley.example/{number}.xml"
        yield f"- {{id: s{number}, url: {url}, every: 10m, rank: 3}}\n"


def count_loading(folder: Path, items: Iterable[str]) -> int:
    """Return how many calls it takes to load these sources."""
    path = write(folder, {"s.yaml": "sources:\n" + "".join(items)})
    with count_calls() as calls:
        load_config(path, {})
    return calls.total()


@pytest.mark.case("C-16")
def test_ten_thousand_sources_load(tmp_path: Path) -> None:
    """Catalogue C-16; what it takes is counted for fewer."""
    config = load(tmp_path, {"s.yaml": "sources:\n" + "".join(list_written(10_000))})

    assert len(config.sources) == 10_000


@pytest.mark.case("C-16")
def test_a_source_more_costs_the_same_however_many_there_are(tmp_path: Path) -> None:
    """Catalogue C-16: so that 10,000 take a second or two of a processor."""
    few = count_loading(tmp_path, list_written(400))
    many = count_loading(tmp_path, list_written(1_600))

    assert many < 4.1 * few
    assert many < 400 * 1_600


@pytest.mark.case("C-16")
def test_a_thousand_sources_hold_a_tenth_of_the_memory_allowed(tmp_path: Path) -> None:
    """Catalogue C-16: 10,000 may take 300 MiB at their highest."""
    path = write(tmp_path, {"s.yaml": "sources:\n" + "".join(list_written(1_000))})
    tracemalloc.start()
    try:
        load_config(path, {})
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 30 * 2**20


def test_ten_thousand_sources_of_one_address_are_named(tmp_path: Path) -> None:
    """Each gets a number, and a word that it stands there twice."""
    config = load(tmp_path, {"s.yaml": "sources:\n" + "- https://valley.example/a\n" * 10_000})

    assert config.sources[-1].id == "valley.example-a-10000"
    assert len(config.warnings) == 9_999


def test_making_an_id_does_not_slow_down_with_those_that_ask_for_the_same(tmp_path: Path) -> None:
    """The next number is known; it is not looked for."""
    few = count_loading(tmp_path, ["- https://valley.example/a\n"] * 400)
    many = count_loading(tmp_path, ["- https://valley.example/a\n"] * 1_600)

    assert many < 4.1 * few


def test_an_inbox_that_is_no_folder_is_warned_of(tmp_path: Path) -> None:
    """It can be made later, but a slip of the pen shows before the first run."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "notes.txt").write_text("x")
    text = "sources:\n  - path: inbox/\n  - path: inbx/\n  - path: notes.txt\n"
    config = load(tmp_path, {"sources.yaml": text})

    assert [warning.partition("sources.yaml:")[2] for warning in config.warnings] == [
        "3:11: sources.1.path: there is no folder inbx/",
        "4:11: sources.2.path: there is no folder notes.txt",
    ]


def test_a_source_that_states_its_interval_is_always_polled_so(tmp_path: Path) -> None:
    """Without it, it follows its own rhythm between the two of the settings."""
    path = tmp_path / "sources.yaml"
    path.write_text(
        "sources:\n"
        "  - https://post.example/rss\n"
        "  - {url: 'https://gate.example/rss', every: 3h}\n"
        "  - {url: 'https://quay.example/rss', every: 1h, quiet_every: 1d, quiet_after: 2d}\n"
        "settings: {every: 10m, quiet_every: 5m, secrets: keys.env}\n"
    )
    (tmp_path / "keys.env").touch(0o600)
    config = load_config(path, {})

    assert [(600, 600, None), (10800, None, None), (3600, 86400, 172800)] == [
        tuple(
            length and length.total_seconds() for length in (s.every, s.quiet_every, s.quiet_after)
        )
        for s in config.sources
    ]
    assert (path, tmp_path / "keys.env") == config.files
