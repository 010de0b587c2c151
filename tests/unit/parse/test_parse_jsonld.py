"""The article of a page is found in its JSON-LD."""

import json

from feeds.model import RawMedia, RawPerson
from feeds.parse.jsonld import find_article, read_images, read_names, read_people, split_keywords


def test_article_is_found_wherever_it_stands() -> None:
    """Lists, graphs, main entities, several types and full type names lead to the article."""
    article = {"@type": ["Thing", "http://schema.org/OpinionNewsArticle"], "headline": "H"}
    for block in (article, [article], {"@graph": [{"@type": "WebSite"}, article]}):
        assert find_article([json.dumps(block)])[0] == article
    nested = {"@type": "WebPage", "mainEntity": article}
    assert find_article(["{}", json.dumps(nested)])[0] == article


def test_article_with_a_headline_is_preferred() -> None:
    """A teaser without headline does not hide the article after it."""
    blocks = [{"@type": "Article"}, {"@type": "NewsArticle", "headline": "H"}]
    assert find_article([json.dumps(blocks)])[0] == blocks[1]


def test_wrapping_and_loose_ends_are_taken_off() -> None:
    """Comments, CDATA marks, a semicolon and raw line breaks in strings are common."""
    script = '//<![CDATA[\n{"@type": "Article", "headline": "a\nb"};\n//]]>'
    article, _, problems = find_article([script])
    assert article["headline"] == "a\nb"
    assert problems == ()


def test_block_that_cannot_be_read_is_told() -> None:
    """One broken block is a problem and hides no other."""
    article, _, problems = find_article(["{", '{"@type": "Report", "headline": "H"}', "[" * 99_999])
    assert article["headline"] == "H"
    assert len(problems) == 2


def test_people_and_pictures_in_every_spelling() -> None:
    """Names, objects, lists of names and references are all read, each once."""
    named = {"#a": {"@id": "#a", "name": "Ann"}}
    people = read_people(["Bo", {"@id": "#a"}, {"name": ["Cy", "Bo"]}, None, 5.5, {}], named)
    assert [person.name for person in people] == ["Bo", "Ann", "Cy", "5.5"]
    assert read_people({"name": "Di", "url": "u"}, {}) == (RawPerson(name="Di", url="u"),)
    assert read_people("https://n.example/ann", {}) == (RawPerson(url="https://n.example/ann"),)
    images = read_images(
        ["/a.jpg", {"url": "/b.jpg", "width": {"value": 3}}, {}], {}, "https://n.example/"
    )
    assert images == (
        RawMedia(url="https://n.example/a.jpg", medium="image"),
        RawMedia(url="https://n.example/b.jpg", medium="image", width="3"),
    )


def test_names_and_keywords() -> None:
    """Organisations by name or object; keywords as list or line."""
    assert read_names([{"name": "Delta Press"}, "Upriver", {}], {}) == ("Delta Press", "Upriver")
    assert split_keywords("a, b,,a") == ("a", "b")
    assert split_keywords(["a", {"name": "c"}]) == ("a", "c")
