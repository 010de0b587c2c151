"""The installed program as a process, with a folder of its own."""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(sys.executable).with_name("wiredesk")


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A run that ended: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """What it said of a mistake, on one line and without the box around it."""
        return " ".join(self.err.replace("│", " ").split())

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


class DeskFolder:
    """A folder with a configuration, in which the program is run."""

    def __init__(self, folder: Path, kept: Path | None = None) -> None:
        """Use a folder; what desks begin after is kept in another."""
        self.folder = folder
        self.output = folder / "output"
        self._kept = kept
        self._started: list[asyncio.subprocess.Process] = []

    def configure(self, text: str) -> None:
        """Write ``sources.yaml``."""
        (self.folder / "sources.yaml").write_text(text, "utf-8")

    def drop(self, name: str, content: str | bytes) -> Path:
        """Put a file into ``inbox/``."""
        path = self.folder / "inbox" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    async def begin_after(self, prepare: Callable[["DeskFolder"], Awaitable[None]]) -> None:
        """Begin as a function leaves a desk; that is run once, and what it left is copied.

        It may leave nothing that names its place, or a port that is asked again.
        """
        assert self._kept
        kept = self._kept / f"{prepare.__module__}.{prepare.__name__}"
        if not kept.exists():
            desk = DeskFolder(self._kept / "begun")
            shutil.rmtree(desk.folder, ignore_errors=True)
            desk.folder.mkdir()
            await prepare(desk)
            desk.folder.rename(kept)
        shutil.copytree(kept, self.folder, dirs_exist_ok=True)

    async def start(self, *args: str, **environment: str) -> asyncio.subprocess.Process:
        """Start the program, with these variables besides the few it always has."""
        process = await asyncio.create_subprocess_exec(
            PROGRAM,
            *args,
            cwd=self.folder,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "LANG": "C.UTF-8",
                **environment,
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        self._started.append(process)
        return process

    async def end(self) -> None:
        """Kill what a failed test left running."""
        for process in self._started:
            if process.returncode is None:
                process.kill()
                await process.communicate()

    async def run(self, *args: str, **environment: str) -> Ended:
        """Run the program to its end; a traceback is never right."""
        process = await self.start(*args, **environment)
        out, err = await process.communicate()
        ended = Ended(code=process.returncode or 0, out=out.decode(), err=err.decode())
        assert "Traceback" not in ended.err, ended.err
        return ended

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Return bytes and modification time of every published file."""
        return {
            path.name: (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.output.iterdir())
        }

    def feed(self, slug: str) -> Any:
        """Return a topic's JSON Feed."""
        return json.loads((self.output / f"{slug}.json").read_text("utf-8"))
