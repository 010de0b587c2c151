"""Who told a story: a source, or a publication that a source passes on."""

import pytest
from stories import a_sketch, a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.copies.tellers import is_own, may_be_own, name_teller

_INBOX = {"source_id": "inbox"}


@pytest.mark.parametrize(
    ("source", "publications", "own"),
    [
        ("inbox", ("the post", "the post"), True),
        ("inbox", ("the post", "lorne mail"), False),
        ("inbox", ("the post", ""), True),
        ("inbox", ("", ""), True),
        ("other", ("the post", "the post"), False),
    ],
)
def test_an_inbox_passes_on_what_several_tell(
    source: str, publications: tuple[str, str], *, own: bool
) -> None:
    """Where one names no publication nothing is known, and it may be of the other's."""
    new = a_sketch(a_story("new", **_INBOX), publication=publications[0])
    old = a_sketch(a_story("old", source_id=source), publication=publications[1])

    assert (own, own) == (is_own(new, old), is_own(old, new))


@pytest.mark.parametrize("both", [True, False])
@pytest.mark.parametrize(("source", "may_be"), [("inbox", True), ("other", False)])
def test_who_told_an_anonymous_text_is_not_known(source: str, *, may_be: bool, both: bool) -> None:
    """It may be whoever told another one of its inbox, but nothing says so."""
    new = a_sketch(a_story("new", **_INBOX), anonymous=True)
    old = a_sketch(a_story("old", source_id=source), anonymous=both)

    assert (False, may_be) == (is_own(new, old), may_be_own(new, old))
    assert (False, may_be) == (is_own(old, new), may_be_own(old, new))
    assert name_teller(new) != name_teller(old)


@pytest.mark.parametrize(
    ("title", "publishes", "anonymous"),
    [("", False, True), ("Lorne Mail", False, False), ("", True, False)],
)
def test_what_an_inbox_says_nothing_of_is_anonymous(
    title: str, *, publishes: bool, anonymous: bool
) -> None:
    """What a feed tells is its publisher's, unless it says otherwise."""
    story = a_story("dam", attribution_title=title, **_INBOX)

    assert anonymous is sketch_story(story, publishes=publishes).anonymous


def test_a_publication_is_kept_folded() -> None:
    """Capitals, accents and spaces in a row make no other one."""
    story = a_story("dam", attribution_title="Le  Courrier d'Orélie", **_INBOX)

    assert ("inbox", "le courrier d'orelie") == name_teller(sketch_story(story))
    assert ("inbox", "") == name_teller(sketch_story(a_story("dam", **_INBOX)))
