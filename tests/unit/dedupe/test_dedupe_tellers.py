"""Who told a story: a source, or a publication that a source passes on."""

import pytest
from stories import a_sketch, a_story

from feeds.dedupe import sketch_story
from feeds.dedupe.tellers import is_own, name_teller

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


def test_a_publication_is_kept_folded() -> None:
    """Capitals, accents and spaces in a row make no other one."""
    story = a_story("dam", attribution_title="Le  Courrier d'Orélie", **_INBOX)

    assert ("inbox", "le courrier d'orelie") == name_teller(sketch_story(story))
    assert ("inbox", "") == name_teller(sketch_story(a_story("dam", **_INBOX)))
