"""The house itself: floors, quiet files, sizes, exports, words at the doors."""

import ast
import importlib
import re
import statistics
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "feeds"
FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
ROOMS = "sources fetch parse normalize compare dedupe curate publish alert".split()

# What touches the world is named after what it touches.
WORLDLY = {
    "apprise.py",
    "clock.py",
    "daemon.py",
    "database.py",
    "files.py",
    "http.py",
    "lock.py",
    "log.py",
    "heap.py",
    "network.py",
    "processes.py",
    "reaper.py",
    "scratch.py",
    "smtp.py",
}
WORLD_MODULES = {
    "apprise",
    "ctypes",
    "os",
    "random",
    "secrets",
    "shutil",
    "signal",
    "smtplib",
    "subprocess",
    "tempfile",
    "time",
    "threading",
    "apscheduler",
    "pebble",
}
# It counts with times that are handed in.
CALENDAR = "apscheduler.triggers.cron"
WORLD_CALLS = {
    "open",
    "input",
    "print",
    "read_text",
    "read_bytes",
    "write_text",
    "write_bytes",
    "create_engine",
    "exists",
    "glob",
    "iterdir",
    "mkdir",
    "rglob",
    "stat",
    "today",
    "unlink",
    "utcnow",
    "AsyncClient",
    "create_connection",
    "getaddrinfo",
    "AsyncHTTPTransport",
}


def is_quiet(path: Path) -> bool:
    """Return whether a file may touch nothing."""
    return path.name not in WORLDLY and "cli" not in path.parts and path.name != "__main__.py"


def imported_modules(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of all imported modules, lazily imported ones included."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield module
                yield from (f"{module}.{alias.name}" for alias in names)


def called_names(tree: ast.AST) -> Iterator[str]:
    """Yield the last names of everything called."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                yield name


def module_name(path: Path) -> str:
    """Return the dotted name of a file of the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", [p for p in FILES if is_quiet(p)], ids=module_name)
def test_a_quiet_file_touches_nothing(path: Path) -> None:
    """No clock, environment, randomness, network or file outside files named after them."""
    tree = ast.parse(path.read_text("utf-8"))
    imported = {name for name in imported_modules(tree) if not name.startswith(CALENDAR)}
    touched = {name.partition(".")[0] for name in imported} & WORLD_MODULES
    called = set(called_names(tree)) & WORLD_CALLS

    assert (set(), set()) == (touched, called)


def test_no_file_is_long() -> None:
    """No file has over 400 lines; half of them are near 100 or shorter."""
    lengths = {module_name(p): len(p.read_text("utf-8").splitlines()) for p in FILES}

    assert [] == [name for name, length in lengths.items() if length > 400]
    assert statistics.median(lengths.values()) <= 120


def test_functions_are_short() -> None:
    """Nine functions of ten have at most 30 lines."""
    lengths = [
        node.end_lineno - node.lineno + 1
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]

    assert statistics.quantiles(lengths, n=10)[-1] <= 30


def test_there_is_no_import_cycle() -> None:
    """Modules can be put in an order, counting lazy imports; packages count as their modules."""
    names = {module_name(path) for path in FILES}
    graph = {
        module_name(path): {
            name
            for name in imported_modules(ast.parse(path.read_text("utf-8")))
            if name in names and not module_name(path).startswith(f"{name}.")
        }
        - {module_name(path)}
        for path in FILES
        if path.name != "__init__.py"
    }

    assert tuple(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_passes_its_doors(room: str) -> None:
    """Every room's docstring says In, Out, Touches and Next."""
    doc = importlib.import_module(f"feeds.{room}").__doc__ or ""

    assert [] == [word for word in ("In:", "Out:", "Touches:", "Next:") if word not in doc]


@pytest.mark.parametrize("name", [*ROOMS, "model", "store", "web"])
def test_exports_are_named_and_there(name: str) -> None:
    """A folder names what passes its door, and everything named is there."""
    module = importlib.import_module(f"feeds.{name}")

    assert module.__all__
    assert [] == [exported for exported in module.__all__ if not hasattr(module, exported)]


def test_nothing_is_called_by_an_empty_name() -> None:
    """A file called utils has its wall in the wrong place."""
    empty = {"utils", "common", "helpers", "base", "core", "manager", "misc"}

    assert [] == [module_name(path) for path in FILES if path.stem in empty]


def test_only_the_corridor_knows_the_order_of_the_rooms() -> None:
    """Outside the corridor, a file imports from at most one room besides its own."""
    counts = {}
    for path in FILES:
        found = set(imported_modules(ast.parse(path.read_text("utf-8"))))
        rooms = {room for room in ROOMS for name in found if name.startswith(f"feeds.{room}")}
        counts[module_name(path)] = len(rooms)

    knowing = {name for name, rooms in counts.items() if rooms > 1}
    assert {"feeds.pipeline"} == {name.rpartition(".")[0] for name in knowing}


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_tests_neither_patch_nor_sleep(path: Path) -> None:
    """A test that wants to patch misses a door; one that sleeps misses an event."""
    tree = ast.parse(path.read_text("utf-8"))
    imported = set(imported_modules(tree))
    named = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}

    assert set() == imported & {"mock", "unittest.mock", "pytest_mock", "time.sleep"}
    assert "sleep" not in set(called_names(tree))
    assert set() == named & {"monkeypatch", "mocker"}


def test_the_image_holds_every_extra_but_the_tools_of_developers() -> None:
    """What reads better is there for those who cannot install it themselves."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    (line,) = re.findall(r"pip install .*", (ROOT / "Dockerfile").read_text())

    assert line.endswith(f"'.[{','.join(sorted(extras.keys() - {'dev'}))}]'")
