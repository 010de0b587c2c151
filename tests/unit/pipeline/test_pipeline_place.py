"""In which lists the stories of a batch are placed."""

from stories import a_sketch, a_story

from feeds.model import Sketch
from feeds.pipeline.place import part_sketches


def sketches(count: int, shingles: int) -> list[Sketch]:
    """Sketches of texts of some length."""
    numbers = tuple(range(shingles))
    return [a_sketch(a_story(f"n{n}"), shingles=numbers) for n in range(count)]


def test_short_stories_are_placed_a_hundred_at_a_time() -> None:
    """What is looked up for each list is looked up seldom."""
    assert [100, 100, 1] == [len(some) for some in part_sketches(sketches(201, 40))]


def test_of_long_stories_fewer_are_in_memory_at_once() -> None:
    """A batch can bring thousands of them."""
    assert [20, 20, 5] == [len(some) for some in part_sketches(sketches(45, 1_000))]


def test_all_are_placed_in_their_order() -> None:
    """None is lost, and nothing makes no list."""
    given = sketches(7, 9_000)

    assert given == [sketch for some in part_sketches(given) for sketch in some]
    assert [] == list(part_sketches([]))


def test_cards_are_shared_by_five_times_as_many() -> None:
    """Of short stories and of long ones."""
    assert [500, 1] == [len(some) for some in part_sketches(sketches(501, 40), 5)]
    assert [100, 5] == [len(some) for some in part_sketches(sketches(105, 1_000), 5)]
