"""Starting worker processes is slow, and nobody else may wait for it."""

import os
import subprocess
import sys
from pathlib import Path

# What the processes import first reads a pipe to its end; only the event loop, going on meanwhile,
# opens it for writing and closes it.
_IMPORTED = """
from pathlib import Path
Path({pipe!r}).read_bytes()
"""
_PROGRAM = """
import asyncio
from pathlib import Path
from feeds.processes import Workers

async def main():
    async with Workers(count=1, preload=("slow_to_import",)) as workers:
        work = asyncio.create_task(workers.run(divmod, 7, 2))
        await asyncio.wait((work,), timeout=0.01)
        await asyncio.to_thread(Path({pipe!r}).write_bytes, b"")
        print(await work)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_the_event_loop_goes_on_while_processes_start(tmp_path: Path) -> None:
    """Whatever they import first may take its time: here as long as until the loop acts."""
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    (tmp_path / "slow_to_import.py").write_text(_IMPORTED.format(pipe=pipe), "utf-8")
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM.format(pipe=pipe), "utf-8")

    run = subprocess.run(
        [sys.executable, str(program)],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )

    assert "(3, 1)\n" == run.stdout, run.stderr
