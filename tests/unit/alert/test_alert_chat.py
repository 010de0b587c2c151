"""Words in chats: nobody is called and nothing is hidden."""

import re

import pytest

from feeds.alert.chat import quiet_words


@pytest.mark.case("A-11")
@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ("@everyone and @here", r"@(everyone|here)"),
        ("<!channel> <!subteam^S1> <!here|here>", r"<!"),
        ("<@U024BE7LH> <@&42> <@!42>", r"<@|@&|@!"),
        ("<#C024BE7LR>", r"<#"),
        ("<https://bad.example|the dam>", r"<https"),
        ("[the dam](https://bad.example)", r"\]\("),
        ("![pixel](https://bad.example/p.gif)", r"\]\("),
        ("<at>all</at>", r"<at|</at"),
        ("/kick everybody\n!ban\n.deop", r"(?m)^[/!.]\w"),
    ],
)
def test_words_that_a_chat_would_obey_do_nothing(words: str, pattern: str) -> None:
    """Discord, Slack, Teams and their like; people see what was written."""
    quiet = quiet_words(words)

    assert re.search(pattern, words)
    assert not re.search(pattern, quiet)
    assert quiet.replace("\u200b", "") == words


def test_other_words_stay_as_they_are() -> None:
    """Open addresses, figures before and after, numbers with a sign."""
    words = "Figures: [12 → 15] dead\nhttps://post.example/a?b=c\n2 < 3 > 1, a @ b"

    assert quiet_words(words) == words
