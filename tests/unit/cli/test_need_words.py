"""Which faults are those of the machine."""

import errno
import os

import pytest

from feeds.cli.need import is_need


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_too_few_open_files_are_no_fault_of_the_program(number: int) -> None:
    """Whatever else failed because of them."""
    error = RuntimeError("it could not be closed")
    error.__context__ = OSError(number, os.strerror(number))

    assert is_need(error)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("can't start new thread"),
        ImportError("libstdc++.so.6: failed to map segment from shared object"),
        ImportError("x.so: cannot create shared object descriptor: Cannot allocate memory"),
        OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)),
        SystemError("error return without exception set"),
    ],
)
def test_too_little_memory_is_no_fault_of_the_program(error: Exception) -> None:
    """Nor is it where a library is loaded."""
    assert is_need(error)


def test_other_faults_are() -> None:
    """Of a file that is missing, too."""
    assert not is_need(OSError(errno.ENOENT, "gone"))
    assert not is_need(ImportError("no module named x"))
