"""What a robots.txt allows (RFC 9309)."""

import pytest

from feeds.text.robots import allows_visit

PAGE = "https://post.example/news/dam"


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("user-agent: *\ndisallow: /news", False),
        ("User-agent: *\nDisallow: /sport", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/dam", True),
        ("User-agent: *\nAllow: /news\nDisallow: /news/d", False),
        ("User-agent: *\nDisallow: /news\n\nUser-agent: wiredesk\nDisallow: /sport", True),
        ("User-agent: Wiredesk\nDisallow: /news\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: otherbot\nUser-agent: wiredesk\nDisallow: /", False),
        ("User-agent: *\nDisallow: /*/dam$", False),
        ("User-agent: *\nDisallow: /*.php$", True),
        ("<!DOCTYPE html><title>Not found</title>", True),
        ("\x00\xff nonsense\nUser-agent\nDisallow", True),
    ],
)
def test_the_longest_rule_of_the_group_that_fits_counts(rules: str, *, allowed: bool) -> None:
    """Allow against disallow, a group of our own against that of all, and no rules at all."""
    assert allowed == allows_visit(rules, PAGE)


def test_a_hostile_pattern_is_decided() -> None:
    """One that could be tried in a thousand million ways is not."""
    stars = "*a" * 40

    assert allows_visit(f"User-agent: *\nDisallow: /{stars}*b$", f"{PAGE}{'a' * 300}")
    assert not allows_visit(f"User-agent: *\nDisallow: /{stars}$", f"{PAGE}{'a' * 300}")
