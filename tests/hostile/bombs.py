"""Small bodies that unfold to large ones; none is ever held unfolded."""

import gzip
import zlib
from collections.abc import Iterator
from itertools import repeat

import brotli
from hostile.documents import FEED, MIB

_ZEROS = bytes(MIB)


def unfold_gzip() -> Iterator[bytes]:
    """Yield the 4 MiB of gzip that hold 4 GiB."""
    return _unfold(31)


def unfold_deflate() -> Iterator[bytes]:
    """Yield the 4 MiB of zlib that hold 4 GiB."""
    return _unfold(15)


def _unfold(window: int) -> Iterator[bytes]:
    """Yield one flushed block again and again; nobody reads as far as the missing end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    yield packer.compress(FEED) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(_ZEROS) + packer.flush(zlib.Z_FULL_FLUSH)
    yield from repeat(block, 4096)


def nest_gzip() -> bytes:
    """Return a gzip bomb in gzip: some kilobytes that hold 4 MiB that hold 4 GiB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*map(packer.compress, unfold_gzip()), packer.flush()])


def pack_brotli() -> bytes:
    """Return 128 MiB in some hundred bytes."""
    packer = brotli.Compressor(quality=5, lgwin=24)
    pieces = [packer.process(FEED), *(packer.process(_ZEROS) for _ in range(128))]
    return b"".join([*pieces, packer.finish()])


def pack_members() -> bytes:
    """Return a feed in gzip and 100,000 empty members behind it."""
    return gzip.compress(FEED) + gzip.compress(b"") * 100_000
