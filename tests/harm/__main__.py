"""``python -m harm crash``, ``sweep`` or ``kill``.

Every worker process of a sweep would import the module that it began with: this one is light.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main(name: str, *words: str) -> int:
    """Run one of the programs with the words of a command line."""
    if name == "crash":
        from harm import crash  # noqa: PLC0415 - see above

        return crash.main(words)
    if "LD_PRELOAD" not in os.environ:
        return _begin_with_shim(name, *words)
    if name == "kill":
        from harm import killing  # noqa: PLC0415 - see above

        return killing.main(words)
    from harm import sweep  # noqa: PLC0415 - see above

    return sweep.main(words)


def _begin_with_shim(*words: str) -> int:
    """Begin again as a process that has the shim in it."""
    from harm.shim import compile_shim  # noqa: PLC0415 - see above

    with tempfile.TemporaryDirectory() as folder:
        shim = compile_shim(Path(folder))
        return subprocess.run(
            [sys.executable, "-m", "harm", *words],
            env=os.environ | {"LD_PRELOAD": str(shim)},
            check=False,
        ).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
