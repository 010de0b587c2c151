"""Mending leaves good documents alone and bad ones readable."""

import pytest

from feeds.parse.groups import number_groups
from feeds.parse.repair import clean_xml, mend_ampersands, prepare_media


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("a & b &amp; &lt; &#8217; &#x2019;", "a &amp; b &amp; &lt; &#8217; &#x2019;"),
        ("&nbsp;&eacute;&nobody;&LT;", "\xa0é&amp;nobody;&lt;"),
        ("?a=1&b=2&copy=3", "?a=1&amp;b=2&amp;copy=3"),
        (
            "<![CDATA[a & b &nbsp;]]> & <![CDATA[ & ]]>",
            "<![CDATA[a & b &nbsp;]]> &amp; <![CDATA[ & ]]>",
        ),
        ("& <![CDATA[ & never closed", "&amp; <![CDATA[ & never closed"),
        ("&&&", "&amp;&amp;&amp;"),
    ],
)
def test_ampersands_are_mended(broken: str, mended: str) -> None:
    """A lone ampersand is escaped, a name becomes its character, CDATA is left alone."""
    assert mend_ampersands(broken) == mended


def test_declared_entities_are_put_in_as_text() -> None:
    """What an entity stands for is text, never markup."""
    assert mend_ampersands("&co;", {"co": "<b> & Co"}) == "&lt;b&gt; &amp; Co"


def test_good_document_is_left_alone() -> None:
    """Of a good document only what stands before the root goes, and places stay."""
    text = "<?xml version='1.0'?>\n<!-- c -->  <rss>\n<a>é &amp; &#233;</a></rss>"
    cleaned, root, problems = clean_xml(text)
    assert cleaned == "\n            <rss>\n<a>é &amp; &#233;</a></rss>"
    assert root.name == "rss"
    assert problems == ()


def test_problem_of_an_illegal_character_has_a_place() -> None:
    """Line and column lead to the first one."""
    cleaned, _, (problem,) = clean_xml("<rss>\n<a>x\x0b</a></rss>")
    assert cleaned == "<rss>\n<a>x</a></rss>"
    assert (problem.line, problem.column) == (2, 5)


def test_captions_get_a_name_of_their_own() -> None:
    """Only the description of Media RSS is renamed, whatever its prefix."""
    text = (
        '<rss xmlns:m="http://search.yahoo.com/mrss/"><description>d</description>'
        '<m:description type="plain">c</m:description></rss>'
    )
    assert prepare_media(text).endswith(
        '<description>d</description><info type="plain">c</info></rss>'
    )


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        ("<m:group><m:content/></m:group>", '<m:group><m:content wiredesk-group="1"/></m:group>'),
        ("<m:group><m:contents/><m:content ", "<m:group><m:contents/><m:content "),
        (
            "<m:content/><m:group a='1'>\n<m:thumbnail\n/></m:group>",
            "<m:content/><m:group a='1'>\n<m:thumbnail wiredesk-group=\"1\"\n/></m:group>",
        ),
        ("<media:group><media:content/></media:group>",) * 2,
    ],
)
def test_media_of_a_group_bear_its_number(text: str, numbered: str) -> None:
    """Under the prefix of the document only, and not where the group has no end."""
    assert number_groups(text, "m") == numbered
