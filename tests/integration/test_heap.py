"""What a process holds after it let go of large blocks, and how often it looks for what is free."""

import gc
import platform
import subprocess
import sys

import pytest

from feeds.heap import never_look

# Blocks with something small behind each, as an answer leaves behind what was read in it.
_SCRIPT = """
import sys
from pathlib import Path
from feeds.heap import return_large_blocks

if sys.argv[1] == "told":
    return_large_blocks()
block = bytearray(16 << 20)
del block
kept = []
blocks = []
for _ in range(20):
    blocks.append(bytearray(8 << 20))
    kept.append(bytearray(64 << 10))
blocks.clear()
(line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if "VmRSS" in line)
print(line.split()[1])
"""


def run_script(script: str, *how: str) -> int:
    """Run a script in a process of its own, as it is or told how; return the number it prints."""
    command = [sys.executable, "-c", script, *how]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_large_blocks_go_back_to_the_system() -> None:
    """Without being told so, the C library keeps 160 MiB for the next time."""
    kept, returned = (run_script(_SCRIPT, how) for how in ("as it is", "told"))

    assert returned < kept - 100 * 1024


def test_python_looks_less_often_for_what_holds_itself() -> None:
    """Of fifty thousand objects that stay each five thousand are looked at once."""
    script = (
        "import gc, sys\n"
        "from feeds.heap import look_seldom\n"
        "if sys.argv[1] == 'told': look_seldom()\n"
        "before = gc.get_stats()[0]['collections']\n"
        "kept = [[] for _ in range(50_000)]\n"
        "print(gc.get_stats()[0]['collections'] - before)\n"
    )
    often, seldom = (run_script(script, how) for how in ("as it is", "told"))

    assert 8 <= seldom <= 10
    assert often >= 2 * seldom


def test_what_is_imported_is_never_looked_at() -> None:
    """Neither meanwhile nor when all is looked at; afterwards Python looks as before."""
    script = (
        "import gc, sys\n"
        "from contextlib import nullcontext\n"
        "from feeds.heap import never_look\n"
        "before = sum(it['collections'] for it in gc.get_stats())\n"
        "with never_look() if sys.argv[1] == 'told' else nullcontext():\n"
        "    modules = [[] for _ in range(50_000)]\n"
        "after = sum(it['collections'] for it in gc.get_stats())\n"
        "looked_at = len(gc.get_objects())\n"
        "assert gc.isenabled()\n"
        "print(-1 if before == after and looked_at < 50_000 else looked_at)\n"
    )

    assert run_script(script, "as it is") > 50_000
    assert -1 == run_script(script, "told")


def test_the_program_starts_without_looking() -> None:
    """What was imported for a command is looked at no more when it runs."""
    script = (
        "import gc, sys\n"
        "from contextlib import redirect_stdout, suppress\n"
        "from io import StringIO\n"
        "from feeds import __main__\n"
        "with redirect_stdout(StringIO()), suppress(SystemExit):\n"
        "    __main__.run_command()\n"
        "print(gc.get_freeze_count() if gc.isenabled() else -1)\n"
    )

    assert run_script(script, "--version") > 10_000


def test_no_module_of_the_program_is_looked_at_while_it_is_imported() -> None:
    """Neither those of the command line nor those of a command."""
    script = (
        "import gc, sys\n"
        "from contextlib import redirect_stdout, suppress\n"
        "from io import StringIO\n"
        "from feeds import __main__\n"
        "MODULE = ('<module>', 'feeds.cli')\n"
        "looks = []\n"
        "def name(frame):\n"
        "    return frame.f_code.co_name, frame.f_globals.get('__package__')\n"
        "def note(phase, _):\n"
        "    frame = sys._getframe()\n"
        "    while frame and name(frame) != MODULE:\n"
        "        frame = frame.f_back\n"
        "    looks.append(frame is not None)\n"
        "gc.callbacks.append(note)\n"
        "with redirect_stdout(StringIO()), suppress(SystemExit):\n"
        "    __main__.run_command()\n"
        "print(sum(looks))\n"
    )

    assert run_script(script, "check", "--help") == 0


def test_after_a_failed_import_python_looks_as_before() -> None:
    """At all there is; and who never looked does not begin to."""
    gc.collect()
    before = gc.get_freeze_count()
    with pytest.raises(ImportError), never_look():
        raise ImportError
    assert (True, before) == (gc.isenabled(), gc.get_freeze_count())

    gc.disable()
    try:
        with pytest.raises(ImportError), never_look():
            raise ImportError
        assert not gc.isenabled()
    finally:
        gc.enable()
