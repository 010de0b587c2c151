"""A desk with too little memory or too few files."""

import subprocess
from pathlib import Path

import pytest
from desk import PROGRAM, DeskFolder
from harm.invariants import CONFIG_TOPIC, list_faults, list_torn_files, list_unpublished, read_held

from feeds.cli.need import TOLD


@pytest.fixture
def filled(desk: DeskFolder) -> DeskFolder:
    """A desk with an inbox of some reports."""
    desk.configure(f"sources:\n  - {{id: inbox, path: inbox}}\n{CONFIG_TOPIC}")
    for number in range(5):
        desk.drop(f"{number}.txt", f"Dam number {number} holds\n\nThe council met about it.\n")
    return desk


def limit(folder: Path, rule: str) -> subprocess.CompletedProcess[str]:
    """Run ``wiredesk fetch`` under a limit of the shell."""
    return subprocess.run(
        ["sh", "-c", f'ulimit {rule}; exec "$0" fetch', PROGRAM],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.timeout(300)
@pytest.mark.case("S-25", "S-26")
@pytest.mark.parametrize(
    "rule",
    ["-n 16", "-n 20", "-n 32", *(f"-v {mebibytes * 1024}" for mebibytes in (60, 200, 400))],
)
async def test_a_desk_in_need_fails_and_recovers(filled: DeskFolder, rule: str) -> None:
    """It says that it failed, and at the next start all is well."""
    ended = limit(filled.folder, rule)
    held = read_held(filled.folder / "data")

    assert ended.returncode != 0 or len(held.owners) == 5, ended.stderr
    assert "a fault in wiredesk" not in ended.stderr
    # With still less, Python or its fork server may be what fails, in words of its own.
    assert rule != "-n 32" or "Traceback" not in ended.stderr
    assert rule != "-v 61440" or TOLD in ended.stderr
    assert [] == list_faults(held)
    assert [] == list_torn_files(filled.output)
    again = await filled.run("fetch", "--all")
    held = read_held(filled.folder / "data")
    assert (0, 5) == (again.code, len(held.owners)), again.err
    assert [] == [*list_faults(held, held), *list_unpublished(held, filled.output)]
