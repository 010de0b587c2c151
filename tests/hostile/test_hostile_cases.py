"""The catalogue of hostile publishers, played sixteen at once, each case under its own name."""

from pathlib import Path

import pytest
from hostile.bench import (
    NOW,
    count_descriptors,
    list_grandchildren,
    open_bench,
    play_alone,
    play_cases,
    write_record,
)
from hostile.catalogue import CASES, GROUPS
from hostile.table import README, render_readme

from feeds.model import Source
from feeds.pipeline.read import READING, read_bodies
from feeds.processes import Workers

SOURCE = Source(id="nobody", kind="feed")


def test_every_case_has_a_name_of_its_own() -> None:
    """The table is a catalogue: two cases of one name would hide each other."""
    names = [case.name for case in CASES]

    assert len(set(names)) == len(names)
    assert not [case.name for case in CASES if (case.expected == "error") != bool(case.kinds)]


def test_the_table_of_cases_is_up_to_date() -> None:
    """README.md lists every case; hostile/table.py writes it."""
    assert render_readme() == README.read_text("utf-8")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("group", GROUPS)
async def test_the_desk_survives_the_group(
    group: str, tmp_path: Path, subtests: pytest.Subtests, request: pytest.FixtureRequest
) -> None:
    """Every case ends as the catalogue says; no canary is touched and nothing is left behind."""
    wanted = request.config.getoption("--case", default="") or ""
    cases = [case for case in CASES if case.group == group and wanted in case.name]
    async with Workers(count=1, preload=READING) as workers:
        # The fork server stays, and so do its descriptors.
        await workers.run(read_bodies, (), SOURCE, NOW)
    descriptors = count_descriptors()

    async with play_alone(), open_bench(cases, tmp_path) as bench:
        verdicts = await play_cases(bench, cases)
        canaries = bench.server.canaries()

    if folder := request.config.getoption("--record", default=""):
        write_record(Path(folder) / f"{group}.json", cases, verdicts)
    for name, (_, faults) in verdicts.items():
        with subtests.test(name):
            assert [] == faults
    assert [] == canaries
    assert [] == list_grandchildren()
    assert descriptors == count_descriptors()
