"""What ``wiredesk check`` says of extras that are not there."""

from dataclasses import replace

from polls import a_config
from stories import a_source

from feeds.cli.check import list_missing, list_mute
from feeds.model import Channel, Secret


def test_an_extra_that_would_help_is_named() -> None:
    """With what is done without it, and the command that adds it."""
    config = a_config(a_source("post", full_text=True), a_source("mail"))
    (line,) = list_missing(config, installed=False)

    assert line.startswith("1 source asks for full texts")
    assert "own reader alone" in line
    assert "pip install 'wiredesk[fulltext]'" in line


def test_nothing_is_said_where_nothing_is_missing() -> None:
    """It is installed, or nobody asks for it."""
    asking, other = a_source("post", full_text=True), a_source("mail")

    assert () == list_missing(a_config(asking), installed=True)
    assert () == list_missing(a_config(other), installed=False)


def test_a_channel_that_needs_an_extra_is_named() -> None:
    """Of those that need none nothing is said, nor where it is installed."""
    urls = {"hook": "https://a.example/", "mail": "smtp://localhost/", "chat": "discord://1/2"}
    channels = tuple(Channel(name=name, url=Secret(url)) for name, url in urls.items())
    config = replace(a_config(a_source("post")), channels=channels)
    (line,) = list_mute(config, installed=False)

    assert line == (
        "a channel needs an extra that is not installed: chat; pip install 'wiredesk[notify]'"
    )
    assert list_mute(config, installed=True) == ()
