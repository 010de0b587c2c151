"""Items are saved one by one from what cannot be read as a whole."""

from lxml import etree

from feeds.parse.salvage import find_starts, is_cut_short, salvage_xml


def save(text: str) -> list[str]:
    """Return the text of each item that was saved."""
    tree = etree.fromstring(salvage_xml(text, find_starts(text)).encode())
    return ["".join(str(word) for word in item.itertext()) for item in tree.iter("item")]


def test_each_item_is_mended_alone() -> None:
    """Open comments, elements and CDATA sections end with their item."""
    text = (
        "<rss><channel><item><t>1</t><!-- </item><item><t>2</item>"
        "<item><t><![CDATA[3</t></item><item>4</item></channel></rss>"
    )
    assert save(text) == ["1", "2", "3", "4"]


def test_half_a_word_at_the_end_is_left_out() -> None:
    """Of a document cut off, the last item keeps its whole elements."""
    assert save("<rss><item><a>one</a><b>tw") == ["one"]


def test_end_inside_an_item_is_noticed() -> None:
    """A document is cut short when its last item never closes."""
    assert is_cut_short("<item></item><item>", [0, 13])
    assert not is_cut_short("<item></item>", [0])
    assert not is_cut_short("", [])


def test_only_items_and_entries_count() -> None:
    """Elements whose names only begin alike are no items."""
    assert find_starts("<items><item><a:entry x='1'><itemx><entry/>") == [7, 13, 35]


def test_hopeless_text_gives_nothing() -> None:
    """Where libxml2 finds no element there is nothing to save."""
    assert salvage_xml("no markup", []) == ""
