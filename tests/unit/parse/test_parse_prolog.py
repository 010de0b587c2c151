"""The first element is found behind anything XML allows before it."""

import pytest

from feeds.parse.prolog import find_root, read_entities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<a:feed x='1'>", "a:feed"),
        ("<?xml version='1.0'?>\n<!-- <b> --><rss>", "rss"),
        ('<!DOCTYPE rss [ <!ELEMENT rss (a)> <!-- it\'s --> <!ENTITY e "]>"> ]><rss>', "rss"),
        ("<!DOCTYPE rss PUBLIC 'a>b' 'c'><rss>", "rss"),
        ("<!-- never closed <rss>", "rss"),
        ("<!DOCTYPE rss [ never closed > <rss>", "rss"),
        ("1 < 2 <3 </p>", ""),
        ("", ""),
    ],
)
def test_first_element(text: str, name: str) -> None:
    """Comments, instructions and declarations are passed, closed or not."""
    assert find_root(text).name == name


def test_local_name_is_without_prefix() -> None:
    """The prefix and the case of a name do not matter."""
    assert find_root("<RDF:Rdf>").local == "rdf"


def test_only_harmless_entities_are_read() -> None:
    """Plain text and single characters are entities; references, files and long words are not."""
    doctype = (
        """<!DOCTYPE r [<!ENTITY a "A"> <!ENTITY b 'B&#38;'> <!ENTITY c "&a;"> """
        f"""<!ENTITY d SYSTEM "x"> <!ENTITY % e "E"> <!ENTITY f "{"f" * 101}"> ]>"""
    )
    assert read_entities(doctype) == {"a": "A", "b": "B&"}
