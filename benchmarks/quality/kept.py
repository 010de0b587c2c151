"""What is kept in the repository: the last results, their floors, and the tables made of them."""

import json
from collections.abc import Sequence
from pathlib import Path

from quality.lines import Line, describe_lines, raise_floors
from quality.summary import write_summaries
from quality.table import write_table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SETS = HERE / "sets"
_RESULTS = HERE / "results.json"
_FLOORS = HERE / "floors.json"
_README = ROOT / "README.md"
_REFERENCE = ROOT / "docs" / "reference" / "quality.md"
_BEGIN, _END = "<!-- quality: begin -->\n", "<!-- quality: end -->\n"


def read_results() -> tuple[Line, ...]:
    """Return the lines that were kept last."""
    return tuple(Line(**line) for line in json.loads(_RESULTS.read_text("utf-8")))


def read_floors() -> dict[str, float]:
    """Return what each line may not fall under, by its key."""
    floors: dict[str, float] = json.loads(_FLOORS.read_text("utf-8"))
    return floors


def keep_results(lines: Sequence[Line]) -> None:
    """Write the results, raise the floors, and bring the tables up to date."""
    floors = raise_floors(lines, read_floors())
    _RESULTS.write_text(json.dumps(describe_lines(lines), indent=1) + "\n", "utf-8")
    _FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    for path, tables in write_tables(lines).items():
        path.write_text(put_tables(path.read_text("utf-8"), tables), "utf-8")


def write_tables(lines: Sequence[Line]) -> dict[Path, str]:
    """Return what each page shows of the results: the README most, the reference each line."""
    return {_README: write_summaries(lines), _REFERENCE: write_table(lines)}


def read_tables(path: Path) -> str:
    """Return the tables that stand on a page."""
    _, _, rest = path.read_text("utf-8").partition(_BEGIN)
    return rest.partition(_END)[0]


def put_tables(page: str, tables: str) -> str:
    """Return a page with these tables between its markers."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    return f"{before}{begin}{tables}{end}{after}"
