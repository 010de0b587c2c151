"""By which evidence stories stand together, as ``show`` and ``why`` say it."""

from stories import a_place, a_story

from feeds.cli.evidence import tell_evidence, tell_step
from feeds.model import Level

OWN, NEAR, FAR = a_story("dam"), a_story("weir"), a_story("lock")


def test_evidence_between_two_others_names_the_other_end() -> None:
    """The lock shares its words with the weir, and not with the story that is shown."""
    own = a_place(OWN, twin_id=NEAR.id, reason="shares Mirren")
    near = a_place(NEAR)
    lone = a_place(NEAR, twin_id="gone", reason="shares 12")
    far = a_place(FAR, twin_id=NEAR.id, reason="shares 140, aground")
    some = [(near, NEAR), (far, FAR)]

    assert "shares Mirren" == tell_evidence(near, NEAR, some, own)
    assert "shares 140, aground, with “The weir holds”" == tell_evidence(far, FAR, some, own)
    other = a_place(OWN, twin_id="third", reason="shares Mirren")
    assert "told first, and joined by others" == tell_evidence(near, NEAR, some, other)
    assert "shares 12, with another of its reports" == tell_evidence(lone, NEAR, some, other)


def test_evidence_with_the_story_that_is_shown_is_told_as_it_is() -> None:
    """Whichever of both came later."""
    far = a_place(FAR, twin_id=OWN.id, reason="shares 140")

    assert "shares 140" == tell_evidence(far, FAR, [(far, FAR)], a_place(OWN))


def test_the_evidence_for_a_copy_is_a_share_of_the_shorter_text() -> None:
    """Of the copy's own, or of the other's: which of them is the shorter one is not kept."""
    kept = {"twin_id": OWN.id, "level": Level.COPY, "score": 0.943, "reason": "94 % of its text"}
    copy = a_place(NEAR, copies_id=OWN.id, fold_id=OWN.id, **kept)

    assert "94 % of the shorter text" == tell_evidence(copy, NEAR, [(copy, NEAR)], a_place(OWN))
    assert "94 % of the shorter text" == tell_evidence(a_place(OWN), OWN, [], copy)
    assert tell_step(copy, {OWN.id: OWN, NEAR.id: NEAR}) == (
        "“The weir holds” (post, id-weir) is a copy of “The dam holds” (post, id-dam): "
        "94 % of the shorter text (score 0.94)"
    )
