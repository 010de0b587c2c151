"""Of a picture or film that is stated in several forms one is kept."""

from datetime import UTC, datetime

import pytest

from feeds.model import Document, Entry, RawMedia, Source, Text
from feeds.normalize import normalize_document

_SEEN = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_SOURCE = Source(id="post", kind="feed", url="https://post.example/feed.xml")
_PICTURES = "https://pictures.example"


def _keep(*media: RawMedia) -> list[str]:
    """Return the names of the media that the story of an entry with these has."""
    entry = Entry(guid="g1", title=Text(value="The dam holds", role="title"), media=media)
    ((story,), _) = normalize_document(Document(form="rss20", entries=(entry,)), _SOURCE, _SEEN)
    return [one.url.removeprefix(f"{_PICTURES}/") for one in story.media]


def _state(name: str, group: str = "1", medium: str = "image", **fields: str) -> RawMedia:
    """A medium of a group."""
    return RawMedia(url=f"{_PICTURES}/{name}", group=group, medium=medium, **fields)


@pytest.mark.parametrize(
    ("forms", "kept"),
    [
        ([_state("a.jpg"), _state("b.jpg", default="true")], "b.jpg"),
        ([_state("a.jpg", default="false"), _state("b.jpg", default=" TRUE ")], "b.jpg"),
        ([_state("a.jpg", width="9", height="9", default="true"), _state("b.jpg")], "a.jpg"),
        (
            [_state("a.jpg", width="60", height="60"), _state("b.jpg", width="640", height="9")],
            "b.jpg",
        ),
        ([_state("a.jpg"), _state("b.jpg")], "a.jpg"),
        ([_state("a.jpg", width="9" * 5_000, height="1"), _state("b.jpg")], "a.jpg"),
        ([_state("a.jpg", width="140"), _state("b.jpg", width="460")], "b.jpg"),
    ],
)
def test_of_several_forms_the_default_or_the_largest_or_the_first_is_kept(
    forms: list[RawMedia], kept: str
) -> None:
    """CNN states each picture in ten sizes, Fox a small one beside the default."""
    assert _keep(*forms) == [kept]


def test_what_stands_in_several_groups_or_in_none_is_all_kept() -> None:
    """In order; a film, its sound and its picture in one group are three things."""
    film = _state("c.mp4", medium="", type="video/mp4")
    sound = _state("c.mp3", medium="", type="audio/mpeg")
    alone = [_state("d.jpg", group=""), _state("e.jpg", group="")]

    assert _keep(_state("a.jpg"), _state("b.jpg", group="2"), film, sound, *alone) == [
        *("a.jpg", "b.jpg", "c.mp4", "c.mp3", "d.jpg", "e.jpg")
    ]


def test_a_form_that_is_left_out_does_not_return_as_a_thumbnail() -> None:
    """Fox states the small one again behind the group."""
    forms = [_state("a.jpg"), _state("a-60.jpg"), _state("a-60.jpg", group="")]

    assert _keep(*forms) == ["a.jpg"]


def test_what_is_kept_of_one_group_stays_though_another_leaves_it_out() -> None:
    """Two groups may name one file."""
    forms = [_state("a.jpg"), _state("b.jpg"), _state("b.jpg", group="2")]

    assert _keep(*forms) == ["a.jpg", "b.jpg"]


def test_what_nothing_shows_any_more_is_no_medium() -> None:
    """YouTube states its films as Flash, and a picture of each."""
    for kind in ("application/x-shockwave-flash", " application/X-Shockwave-Flash"):
        film = _state("a?version=3", medium="", type=kind)
        assert _keep(film, _state("a.jpg")) == ["a.jpg"]


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["a.jpg?width=140&quality=85&s=f3", "a.jpg?width=460&quality=85&s=0c"], "460"),
        (["a.jpg?w=1024&fit=max", "a.jpg?w=300&fit=max&dpr=2"], "1024"),
        (["a-150x150.jpg", "a.jpg"], "a.jpg"),
        (["a.jpg?ref=rss", "a-150x150.jpg?ref=rss"], "a.jpg"),
        (["a-150x150.jpeg", "a-1024x683.jpeg"], "1024"),
    ],
)
def test_pictures_whose_addresses_differ_by_a_size_are_one(names: list[str], kept: str) -> None:
    """The Guardian states two widths side by side, WordPress a small one as the thumbnail."""
    (name,) = _keep(*(_state(name, group="") for name in names))

    assert kept in name


def test_a_picture_is_known_by_its_type_alone() -> None:
    """Where neither its medium is stated nor its address ends as those of pictures do."""
    forms = [
        _state(f"dam?w={width}", group="", medium="", type="image/jpeg") for width in (140, 460)
    ]

    assert _keep(*forms) == ["dam?w=460"]


@pytest.mark.parametrize(
    "names",
    [
        ["show?id=1&width=300", "show?id=2&width=300"],
        ["a.jpg?s=1", "a.jpg?s=2"],
        ["a.jpg?v=1", "a.jpg?v=2"],
        ["a-1.jpg", "a-2.jpg"],
        ["a-150x150.jpg", "b-150x150.jpg"],
    ],
)
def test_pictures_whose_addresses_differ_otherwise_are_several(names: list[str]) -> None:
    """A number may be that of the picture."""
    assert _keep(*(_state(name, group="") for name in names)) == names


def test_sound_in_two_forms_outside_a_group_is_kept() -> None:
    """What a parameter means there, nobody knows."""
    names = ["a.mp3?w=1", "a.mp3?w=2"]
    sound = [_state(name, group="", medium="audio") for name in names]

    assert _keep(*sound) == names


def test_a_form_whose_address_is_none_takes_no_place() -> None:
    """A data URL is embedded, however large."""
    data = RawMedia(url="data:image/png;base64,R0", group="1", medium="image", width="900")

    assert _keep(data, _state("a.jpg", width="100")) == ["a.jpg"]


def test_the_form_that_is_kept_has_the_title_of_another() -> None:
    """A page titles the small picture that it shows, and states the large one."""
    small = _state("a-300x200.jpg", group="", title="The dam by night.", credit="Ann Ward")
    entry = Entry(guid="g1", media=(small, _state("a.jpg", group="")))
    ((story,), _) = normalize_document(Document(form="rss20", entries=(entry,)), _SOURCE, _SEEN)

    (picture,) = story.media
    assert (picture.title, picture.credit) == ("The dam by night.", "Ann Ward")
    assert picture.url.endswith("/a.jpg")
