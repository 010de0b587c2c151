"""Durations, sizes, names and variables."""

from datetime import timedelta

import pytest

from feeds.sources.names import name_folder, name_url, number_name
from feeds.sources.variables import expand_text, read_variables
from feeds.text.amounts import read_duration, read_size


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90s", 90), ("10m", 600), ("2h", 7200), ("14d", 1_209_600), ("1w", 604_800)],
)
def test_durations_are_a_number_and_a_unit(written: str, seconds: int) -> None:
    """Every unit is understood."""
    assert read_duration(written, least="1s", most="30d") == timedelta(seconds=seconds)


@pytest.mark.case("C-08")
@pytest.mark.parametrize(
    "written", [600, "600", "", "1s", "31d", "9" * 5000 + "s", "1٣m", True, None]
)
def test_a_wrong_duration_is_told_with_the_bounds(written: object) -> None:
    """Whatever is wrong, the message shows what is allowed."""
    with pytest.raises(ValueError, match="from 60s to 30d"):
        read_duration(written, least="60s", most="30d")


@pytest.mark.parametrize(
    ("written", "size"),
    [(4096, 4096), ("4096B", 4096), ("4KiB", 4096), ("1 MiB", 2**20), ("1GiB", 2**30)],
)
def test_sizes_are_numbers_or_have_a_unit(written: object, size: int) -> None:
    """Every unit is understood."""
    assert read_size(written, least="1KiB", most="1GiB") == size


@pytest.mark.case("GHSA-4j9m-cxq4-9c36")
@pytest.mark.parametrize("written", [0, -1, True, "4096", "16MB", "2GiB", "9" * 5000 + "B"])
def test_a_wrong_size_is_told_with_the_bounds(written: object) -> None:
    """Whatever is wrong, the message shows what is allowed."""
    with pytest.raises(ValueError, match="from 1KiB to 1GiB"):
        read_size(written, least="1KiB", most="1GiB")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.valley.example/rss.xml", "valley.example-rss.xml"),
        ("HTTP://VALLEY.example:8080/A/b_c/?x=1", "valley.example-a-b_c-x-1"),
        ("https://valley.example", "valley.example"),
        ("https://täler.example/nachrichten", "xn--tler-loa.example-nachrichten"),
        ("https://valley.example/%D0%BD/x", "valley.example-x"),
        ("http://[::1]/", "1"),
    ],
)
def test_an_address_makes_a_name_of_host_and_path(url: str, name: str) -> None:
    """The name is a slug that people recognise."""
    assert name_url(url) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [("inbox/", "inbox"), ("../Post Eingang", "post-eingang"), ("/", "inbox"), ("ящик", "inbox")],
)
def test_a_folder_makes_a_name_of_its_own(path: str, name: str) -> None:
    """The last part of the path counts; a folder without letters is an inbox."""
    assert name_folder(path) == name


def test_names_that_are_taken_get_numbers() -> None:
    """Numbers begin with 2, pass what is taken, and keep names within 64 characters."""
    taken = {"a": 1, "a-3": 1}

    assert [number_name("a", taken) for _ in range(3)] == ["a-2", "a-4", "a-5"]
    long = [number_name("x" * 64, taken) for _ in range(11)]
    assert (long[-1], {len(name) for name in long}) == ("x" * 61 + "-11", {64})


@pytest.mark.case("C-09")
def test_variables_are_put_in_once() -> None:
    """What is put in is not read again."""
    variables = {"A": "1${B}", "B": "2"}

    assert expand_text("x${A}y$A{B}$", variables) == "x1${B}y$A{B}$"


@pytest.mark.case("C-09")
@pytest.mark.parametrize("text", ["${A", "${}", "${a b}", "${1A}", "$${", "${A${B}}", "${NONE}"])
def test_variables_that_are_none_are_refused(text: str) -> None:
    """The message says how a variable is written, or which one is not set."""
    with pytest.raises(ValueError, match=r"NONE|NAME"):
        expand_text(text, {"A": "1", "B": "2"})


def test_a_secrets_file_is_lines_of_names_and_values() -> None:
    """Comments and empty lines are free; the last of two counts; other lines are told."""
    text = "# one\n\nA = b=c \r\nB='q'\nA=d\nnonsense\nexport C=1\nD=\n"

    assert read_variables(text) == ({"A": "d", "B": "'q'", "D": ""}, (6, 7))
