"""What several edits of one alert say alike is shown once."""

from dataclasses import replace

import pytest

from feeds.alert.repeats import drop_repeats
from feeds.model import Edit, Kind

_NOTICE = "Correction: it held."
_CORRECTION = Edit(kind=Kind.CORRECTION, after=_NOTICE, note=_NOTICE)


@pytest.mark.parametrize(
    ("before", "after", "rest"),
    [
        ("It broke.", f"It held. {_NOTICE}", ("It broke.", "It held.")),
        ("It broke.", f"{_NOTICE} … It held.", ("It broke.", "It held.")),
        ("One. … Two.", f"Six. … {_NOTICE} … Ten.", ("One. … Two.", "Six. … Ten.")),
        ("It broke.", _NOTICE, ("It broke.", "")),
        ("", _NOTICE, None),
        ("It held. …", f"It held. {_NOTICE}", None),
        ("It broke.", "It held.", ("It broke.", "It held.")),
    ],
)
def test_the_notice_of_a_correction_is_not_shown_in_the_text_too(
    before: str, after: str, rest: tuple[str, str] | None
) -> None:
    """What else was edited there is, with an ellipsis where something was left out."""
    edit = Edit(kind=Kind.BODY, before=before, after=after, words=3)
    *shown, last = drop_repeats((edit, _CORRECTION))

    assert last is _CORRECTION
    assert [(it.before, it.after) for it in shown] == ([rest] if rest else [])


def test_a_notice_that_is_the_headline_is_shown_as_that() -> None:
    """With what stood there before; the text keeps its own words."""
    headline = Edit(kind=Kind.HEADLINE, before="It broke", after=_NOTICE)
    body = Edit(kind=Kind.BODY, before="One.", after="Two.")
    noticed = replace(body, after=f"Two. {_NOTICE}")

    assert drop_repeats((headline, body, _CORRECTION)) == (headline, body)
    assert drop_repeats((headline, noticed, _CORRECTION)) == (headline, body)


def test_of_the_same_words_the_last_kind_is_shown() -> None:
    """Edits without words say that something changed, each."""
    body = Edit(kind=Kind.BODY, before="12 boats", after="15 boats", words=2)
    figures = Edit(kind=Kind.FIGURES, before="12 boats", after="15 boats", words=2)
    media, other = Edit(kind=Kind.MEDIA), Edit(kind=Kind.BYLINE)

    assert drop_repeats((body, figures, media, other)) == (figures, media, other)
