"""Selectors find what they say, and can do nothing else."""

import pytest
from lxml import etree

from feeds.text.selectors import compile_selector

PAGE = etree.fromstring(
    "<html><body><div id='a' class='one two'><h2><a href='/1'>First</a></h2></div>"
    "<div id='b' class='two'><h2><a href='/2'>Second</a></h2></div></body></html>"
)


def find(words: str, start: "etree._Element" = PAGE) -> list[str]:
    """Return what a selector finds: attributes, and for elements their ids or words."""
    found = compile_selector(words).select(start)
    return [one if isinstance(one, str) else one.get("id") or one.text or "" for one in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("div.two", ["a", "b"]),
        (".one", ["a"]),
        ("h2 a", ["First", "Second"]),
        ("div:has(a[href='/2'])", ["b"]),
        ("#b, .one", ["a", "b"]),
        ("//div", ["a", "b"]),
        ("//a/@href", ["/1", "/2"]),
        ("//a[contains(., 'Sec')]/text()", ["Second"]),
        ("//a[. = 'f(x) $y z:z']", []),
        ("//a[. = '[[[[[[[[']", []),
        ("p", []),
    ],
)
def test_css_and_xpath_find_elements_and_attributes(words: str, found: list[str]) -> None:
    """CSS selects elements; XPath attributes and words as well."""
    assert found == find(words)


def test_a_selector_looks_in_its_element_and_at_it() -> None:
    """An item that is itself the link is found by the selector of the link."""
    second = PAGE.findall(".//a")[1]

    assert ["Second"] == find("a", second)
    assert ["/2"] == find("./@href", second)


@pytest.mark.case("C-15", "CVE-2026-29039")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "no CSS"),
        ("div[", "no CSS"),
        ("a::text", "no CSS"),
        ("a:unknown", "no CSS"),
        ("//a[", "no XPath"),
        ("//a | 1", "no XPath"),
        ("/a = 1", "single value"),
        ("./a + 1", "single value"),
        ("//a[document('file:///etc/passwd')]", r"document\(\)"),
        ("//a[unparsed-text('x')]", r"unparsed-text\(\)"),
        ("//a[re:test(., 'a')]", r"test\(\)"),
        ("//a[re:x]", "prefixes"),
        ("//a[$x]", "variables"),
        ("a" * 501, "500 characters"),
        ("//*[count(" * 20 + "//*" + ") > 0]" * 20, "nested more than 5 deep"),
        ("a:has(" * 20 + "b" + ")" * 20, "nested more than 5 deep"),
    ],
)
def test_a_selector_that_cannot_be_used_says_why(words: str, why: str) -> None:
    """C-15: nothing but XPath 1.0 without functions of others, wherever in it they stand."""
    with pytest.raises(ValueError, match=why):
        compile_selector(words)
