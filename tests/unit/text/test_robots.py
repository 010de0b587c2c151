"""What a robots.txt allows (RFC 9309)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.text.robots import MOST_RULES, allows_visit, pick_rules

PAGE = "https://post.example/news/dam"
PAGES = (PAGE, "https://post.example/", "https://post.example/sport", "https://post.example/new")
LINES = (
    *("User-agent: *", "User-agent: wiredesk", "user agent Wiredesk", "User-agent: otherbot"),
    *(
        "User-agent: wiredesk*",
        "useragent: wire",
        "User-agent",
        "User-agent :  *",
        "User-agent: a b",
    ),
    *("Disallow: /", "Disallow /news", "Allow: /news/dam", "Dissallow: /sport", "Disallow:"),
    *("Disallow: /*m$", "allow /sport # but", "# remark", "", "nonsense", "noindex: /news"),
    *("Sitemap: https://post.example/s", "Sitemap https://post.example/s", "Host: post", "a:b"),
    *("Crawl-delay: 5", "crawl-delay 5", "site-map: s"),
)


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


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_what_is_picked_allows_and_forbids_what_the_whole_file_does(lines: list[str]) -> None:
    """Whatever stands in it, in whatever order and spelling."""
    rules = "\n".join(lines)
    picked = pick_rules(rules)

    assert [allows_visit(rules, url) for url in PAGES] == [
        allows_visit(picked, url) for url in PAGES
    ]


def test_only_what_speaks_to_us_is_picked() -> None:
    """Each rule once, without remarks; nothing for other programs, nor for all if we are named."""
    ours = "User-agent: wiredesk\nDisallow: /news # not now\nDisallow: /news\n"
    theirs = "User-agent: *\nDisallow: /sport\nUser-agent: otherbot\nDisallow: /\n"

    assert "User-agent: *\nDisallow: /news\n" == pick_rules(f"{theirs}\n{ours}")
    assert "User-agent: *\nDisallow: /sport\n" == pick_rules(theirs)
    assert "" == pick_rules("User-agent: otherbot\nDisallow: /\n")


def test_more_rules_than_are_kept_forbid_everything() -> None:
    """Nobody is visited on a guess; as many rules for others are no matter."""
    many = "".join(f"Disallow: /{n:0100}\n" for n in range(MOST_RULES // 100))

    assert not allows_visit(pick_rules(f"User-agent: *\n{many}"), PAGE)
    assert allows_visit(pick_rules(f"User-agent: otherbot\n{many}"), PAGE)
