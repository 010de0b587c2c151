"""Channels in a configuration file: what they become, and who looks at their addresses."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.errors import ConfigError
from feeds.model import Channel, ChatAddress, Secret
from feeds.sources import load_config

ONE = "sources: [https://valley.example/rss.xml]\n"
OLD = "whsec_" + base64.b64encode(b"o" * 24).decode()
NEW = "whsec_" + base64.b64encode(b"n" * 64).decode()


def write(folder: Path, channels: str) -> Path:
    """Write a configuration with channels."""
    path = folder / "sources.yaml"
    path.write_text(f"{ONE}channels:\n{channels}")
    return path


def test_a_channel_is_an_address_or_a_mapping(tmp_path: Path) -> None:
    """Every key that can be written arrives; a single secret is a list of one."""
    path = write(
        tmp_path,
        "  plain: ${HOOK}\n"
        "  signed: {url: 'https://hooks.example/b', secret: '${NEW}', expire: 12h}\n"
        "  both: {url: 'http://10.0.0.1/', secret: ['${NEW}', '${OLD}'], allow_private: true}\n"
        "  mail: 'smtp://desk:${PW}@mail.example/?from=a@tal.example&to=b@tal.example'\n",
    )
    known = {"HOOK": "https://hooks.example/a", "NEW": NEW, "OLD": OLD, "PW": "p%40ss"}
    config = load_config(path, known)
    plain, signed, both, mail = config.channels

    assert plain == Channel(name="plain", url=Secret("https://hooks.example/a"))
    assert (signed.secrets, signed.expire) == ((Secret(NEW),), timedelta(hours=12))
    assert both.secrets == (Secret(NEW), Secret(OLD))
    assert (both.allow_private, both.expire) == (True, timedelta(days=3))
    assert [channel.scheme for channel in config.channels] == ["https", "https", "http", "smtp"]
    assert "p%40ss" in mail.url.reveal()
    assert [warning.split(": ", 1)[1] for warning in config.warnings] == [
        f"channels.{name}: no rule names this channel: nothing is sent to it"
        for name in ("plain", "signed", "both", "mail")
    ]


def test_a_secret_in_the_file_is_a_warning(tmp_path: Path) -> None:
    """Whoever reads the file could sign; it is not repeated."""
    path = write(tmp_path, f"  a: {{url: 'https://hooks.example/', secret: {NEW}}}\n")
    warning, _ = load_config(path, {}).warnings

    assert warning.startswith(f"{path}:3:46: channels.a.secret: a secret should not stand in")
    assert NEW not in warning


@pytest.mark.case("A-16")
def test_addresses_of_chats_are_looked_at_by_who_knows_them(tmp_path: Path) -> None:
    """And only those; what is wrong is told at its place. Where nobody knows, none is refused."""
    path = write(
        tmp_path,
        "  web: https://hooks.example/a\n"
        "  mail: smtp://localhost/?from=a@tal.example&to=b@tal.example\n"
        "  chat: nonsense://s3cret\n",
    )
    seen: list[str] = []

    def look(address: str) -> ChatAddress:
        seen.append(address)
        return ChatAddress(fault="no service is called nonsense")

    with pytest.raises(ConfigError) as caught:
        load_config(path, {}, look=look)

    assert seen == ["nonsense://s3cret"]
    assert [str(problem) for problem in caught.value.problems] == [
        f"{path}:5:9: channels.chat: no service is called nonsense"
    ]
    assert len(load_config(path, {}).channels) == 3


def test_an_extra_that_is_missing_is_told_with_everything_else(tmp_path: Path) -> None:
    """At its place, also where something is wrong; of pages once, however many sources ask."""
    path = tmp_path / "sources.yaml"
    path.write_text(
        "sources:\n  - https://valley.example/rss.xml\n"
        "  - {url: https://dale.example/rss.xml, full_text: True}\n"
        "  - {url: https://fell.example/rss.xml, watch: page}\n"
        "topics: [{slug: all, match: '*', alerts: [{on: [new], to: [a, b]}]}]\n"
        "channels:\n  a: tgram://${TOKEN}/1\n  b: ftp://tal.example/\n"
    )

    def look(address: str) -> ChatAddress:
        return ChatAddress(missing=f"{address.partition(':')[0]} needs an extra")

    with pytest.raises(ConfigError) as caught:
        load_config(path, {"TOKEN": "s3cret"}, look=look, plain_reader=True)
    (problem,) = caught.value.problems
    chat, pages = caught.value.warnings

    assert str(problem).startswith(f"{path}:8:6: channels.b: nothing is sent by ftp; a channel is")
    assert chat == f"{path}:7:6: channels.a: tgram needs an extra"
    assert pages.startswith(f"{path}:3:52: sources.1.full_text: the desk's own reader alone reads")
    assert "and those of 1 more; pip install 'wiredesk[fulltext]' adds a better one" in pages
    path.write_text(path.read_text().replace("ftp", "https"))
    assert load_config(path, {"TOKEN": "s3cret"}).warnings == ()


@pytest.mark.parametrize("rule", ["on: [lost], to: [a]", "on: [new], to: a"])
def test_a_rule_that_is_wrong_still_names_its_channels(tmp_path: Path, rule: str) -> None:
    """It is not said of them that no rule does."""
    path = write(
        tmp_path,
        "  a: https://hooks.example/a\n"
        f"topics: [{{slug: all, match: '*', alerts: [{{{rule}}}]}}]\n",
    )
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})

    assert caught.value.warnings == ()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("smtp://desk:s3cret@mail.example/?from=a@tal.example&to=b@tal.example", True),
        ("smtp://desk:${PW}@mail.example/?from=a@tal.example&to=b@tal.example", False),
        ("smtp://desk@mail.example/?from=a@tal.example&to=b@tal.example", False),
        ("https://desk:s3cret@hooks.example/", True),
        ("https://desk:s3cret@hooks.example/${PW}", True),
        ("https://hooks.example/a:b@c?channel=3", False),
        ("https://hooks.example/?channel=3&access_token=s3cret", True),
        ("https://hooks.example/?token=${PW}", False),
        ("${URL}", False),
        ("tgram://123:s3cret/1", True),
        ("tgram://${PW}/1", False),
    ],
)
def test_a_password_in_an_address_is_a_warning(tmp_path: Path, address: str, told: bool) -> None:  # noqa: FBT001 - a row of a table
    """Whoever reads the file could send, or read mail; it is not repeated."""
    known = {"PW": "p%40ss", "URL": "https://desk:s3cret@hooks.example/"}

    def look(seen: str) -> ChatAddress:
        return ChatAddress(holds_secret=seen.startswith("tgram:"))

    path = write(tmp_path, f"  a: '{address}'\n")
    *found, _ = load_config(path, known, look=look).warnings

    assert [warning.partition(" should")[0] for warning in found] == (
        [f"{path}:3:6: channels.a: a password or token"] if told else []
    )
    assert "s3cret" not in "".join(found)


@pytest.mark.parametrize(
    ("scheme", "meant"),
    [("stmp", "smtp"), ("htps", "https"), ("htp", "http"), ("htttp", "http"), ("smpts", "smtps")],
)
def test_a_mistyped_scheme_is_a_mistake(tmp_path: Path, scheme: str, meant: str) -> None:
    """Whether or not anybody knows chats; the rest of the address is not repeated."""
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, f"  a: {scheme}://s3cret.example/\n"), {})
    (problem,) = caught.value.problems

    assert problem.message == f"is no address that is known; did you mean {meant}://?"


@pytest.mark.parametrize("scheme", ["httpsms", "smtp2go", "tgram", "json", "ntfy", "mailto"])
def test_services_with_names_of_their_own_are_no_mistakes(tmp_path: Path, scheme: str) -> None:
    """Two of them are nearly called as what we know."""
    assert load_config(write(tmp_path, f"  a: {scheme}://s3cret/\n"), {}).channels


def test_a_channel_that_a_rule_names_is_no_warning(tmp_path: Path) -> None:
    """Be it a rule of a topic, or one about the health of sources; the third is named by none."""
    path = write(
        tmp_path,
        "  a: https://hooks.example/a\n  b: https://hooks.example/b\n  c: https://hooks.example/c\n"
        "topics: [{slug: all, match: '*', alerts: [{on: [new], to: [a]}]}]\n"
        "settings: {alerts: [{on: [failing], to: [b]}]}\n",
    )
    (warning,) = load_config(path, {}).warnings

    assert warning.startswith(f"{path}:5:3: channels.c: no rule names this channel")
