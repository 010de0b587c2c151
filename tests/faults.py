"""Writes who proves what into docs/reference/faults.md: ``PYTHONPATH=tests python -m faults``.

A row names its cases in the first column. The last one is written from the tests that are marked
with one of them, and from the hostile publishers that the row names; where there are none, what
people wrote there stays.
"""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "faults.md"
HOSTILE = ROOT / "tests" / "hostile" / "README.md"

_CASE = re.compile(r"[A-Z]-\d\d|[A-Za-z]+-[\w-]*\d[\w-]*|simplepie-xxe")
_CODE = re.compile(r"`([a-z0-9_]+)`")
_COUNTS = re.compile(r"^\d+ rows.*\.$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A test, or a file of the corpus, that is marked with cases.

    Attributes:
        cases: Of the catalogue.
        name: As a sentence.
        path: Its file, from the root.
    """

    cases: tuple[str, ...]
    name: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the page: its cases, what happens, what the desk does, and who proves it."""

    cases: tuple[str, ...]
    happens: str
    does: str
    proved: str


def find_proofs() -> tuple[Proof, ...]:
    """Return everything that is marked, in the order of the files."""
    tests = sorted((ROOT / "tests").rglob("test_*.py"))
    corpus = sorted((ROOT / "tests" / "corpus").rglob("*.expected.json"))
    return (
        *(proof for path in tests for proof in _read_tests(path)),
        *(proof for path in corpus for proof in _read_expectation(path)),
    )


def read_rows(text: str) -> tuple[Row, ...]:
    """Return the rows of all tables of cases."""
    return tuple(row for line in text.splitlines() if (row := _read_row(line)))


def render_page(text: str, proofs: Sequence[Proof]) -> str:
    """Return the page with its last column and its counts brought up to date."""
    by_case: dict[str, list[Proof]] = {}
    for proof in proofs:
        for case in proof.cases:
            by_case.setdefault(case, []).append(proof)
    played = set(re.findall(r"^\| `(\w+)` \|", HOSTILE.read_text("utf-8"), re.MULTILINE))
    lines = [_render_line(line, by_case, played) for line in text.splitlines()]
    page = "\n".join(lines) + "\n"
    return _COUNTS.sub(_tell_counts(read_rows(page)), page, count=1)


def _read_tests(path: Path) -> Iterator[Proof]:
    """Yield the marked tests of a file; a marker outside of a test is the whole file's."""
    for node in ast.parse(path.read_text("utf-8")).body:
        cases = tuple(_marked(node))
        if cases:
            name = getattr(node, "name", path.stem)
            yield Proof(cases=cases, name=_say(name), path=_name_path(path))


def _marked(tree: ast.AST) -> Iterator[str]:
    """Yield the cases of every marker below a node."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="mark"), attr="case")):
                yield from (ast.literal_eval(case) for case in node.args)


def _read_expectation(path: Path) -> Iterator[Proof]:
    """Yield a file of the corpus, if its expectation names cases."""
    expected = json.loads(path.read_text("utf-8"))
    cases = expected.get("cases", ()) if isinstance(expected, dict) else ()
    if cases:
        name = path.name.removesuffix(".expected.json")
        yield Proof(cases=tuple(cases), name=f"corpus: {_say(name)}", path=_name_path(path))


def _say(name: str) -> str:
    """Return the name of a test as a sentence."""
    return name.removeprefix("test_").replace("_", " ")


def _name_path(path: Path) -> str:
    """Return the path from the root."""
    return path.relative_to(ROOT).as_posix()


def _read_row(line: str) -> Row | None:
    """Return the row in a line of the page; None if it holds none."""
    cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
    if len(cells) != len(Row.__dataclass_fields__) or not line.startswith("|"):
        return None
    cases = tuple(cells[0].split(", "))
    if not all(map(_CASE.fullmatch, cases)):
        return None
    return Row(cases=cases, happens=cells[1], does=cells[2], proved=cells[3])


def _render_line(line: str, proofs: Mapping[str, Sequence[Proof]], played: set[str]) -> str:
    """Return a line of the page with its last column written, if it is a row."""
    row = _read_row(line)
    if row is None:
        return line
    found = dict.fromkeys(proof for case in row.cases for proof in proofs.get(case, ()))
    links = [f"[{proof.name}](../../{proof.path})" for proof in found]
    if any(name in played for name in _CODE.findall(row.does)):
        links.append("[hostile](../../tests/hostile/README.md)")
    kept = "" if row.proved.startswith("[") else row.proved
    cells = (", ".join(row.cases), row.happens, row.does, "; ".join(links) or kept)
    return f"| {' | '.join(cells)} |"


def _tell_counts(rows: Sequence[Row]) -> str:
    """Return how many rows are proved, do not apply, and are open."""
    counts = Counter(row.proved.partition(":")[0] for row in rows)
    apart, still = counts["does not apply"], counts["open"]
    told = f"{len(rows)} rows: {len(rows) - apart - still} proved, {apart} do not apply"
    return f"{told}, {still} open." if still else f"{told}."


if __name__ == "__main__":
    PAGE.write_text(render_page(PAGE.read_text("utf-8"), find_proofs()), "utf-8")
