"""Channels in a configuration file: what they become, and who looks at their addresses."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest

from feeds.errors import ConfigError
from feeds.model import Channel, Secret
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

    def find_fault(address: str) -> str:
        seen.append(address)
        return "no service is called nonsense"

    with pytest.raises(ConfigError) as caught:
        load_config(path, {}, find_fault=find_fault)

    assert seen == ["nonsense://s3cret"]
    assert [str(problem) for problem in caught.value.problems] == [
        f"{path}:5:9: channels.chat: no service is called nonsense"
    ]
    assert len(load_config(path, {}).channels) == 3


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
