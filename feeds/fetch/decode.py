"""Content codings undone in small pieces, so that a bomb can be stopped while it unfolds.

One coding only (RFC 9110, 8.4): a chain of them has no honest use for a feed. Every decoder takes
the wire's bytes in order with ``decode`` and is asked at the end with ``finish`` whether it got
all of them.
"""

import zlib
from collections.abc import Iterator
from typing import Protocol, final

import brotli

from feeds.fetch.failures import FetchError

_PIECE = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = 0x1F
_ZLIB_METHOD = 8
_MEMBERS = 100


class Decoder(Protocol):
    """Undoes one content coding."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the wire unfold to, in pieces of about 64 KiB."""
        ...

    def finish(self) -> None:
        """Raise :class:`FetchError` when the coded bytes stopped before their end."""
        ...


def choose_decoder(content_encoding: str) -> Decoder:
    """Return the decoder for a Content-Encoding field.

    Raises:
        FetchError: Kind ``encoding``, for an unknown coding or more than one.
    """
    names = [name.strip().lower() for name in content_encoding.split(",")]
    match [name for name in names if name not in {"", "identity"}]:
        case []:
            return PlainDecoder()
        case ["gzip" | "x-gzip"]:
            return ZlibDecoder(gzip=True)
        case ["deflate"]:
            return ZlibDecoder(gzip=False)
        case ["br"]:
            return BrotliDecoder()
        case [_]:
            raise _broken("was sent in a content coding that was not asked for")
        case _:
            raise _broken("was sent in several content codings, one inside the other")


@final
class PlainDecoder:
    """Bytes that were not coded."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the bytes as they are."""
        yield data

    def finish(self) -> None:
        """Do nothing: the framing of the message tells its end."""


@final
class ZlibDecoder:
    """gzip (RFC 1952) of one or more members, or deflate (RFC 1950; bare RFC 1951 as well)."""

    def __init__(self, *, gzip: bool) -> None:
        """Begin; ``gzip`` tells the two codings apart."""
        self._gzip = gzip
        self._stream = zlib.decompressobj()
        self._open = False
        self._members = 0

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the bytes unfold to; what follows the end of the coded bytes is ignored."""
        more = False
        while data or (more and self._open):
            if not self._open and not self._begin(data[0]):
                return
            try:
                piece = self._stream.decompress(data, _PIECE)
            except zlib.error as error:
                raise _broken("could not be decompressed") from error
            if piece:
                yield piece
            # A full piece may leave more inside zlib although all the input was taken.
            more = len(piece) == _PIECE
            self._open = not self._stream.eof
            data = self._stream.unconsumed_tail if self._open else self._stream.unused_data

    def finish(self) -> None:
        """Raise if a member was begun and not ended."""
        if self._open:
            raise _broken("was cut off: the compressed data stop before their end")

    def _begin(self, first: int) -> bool:
        """Open the next member and return True; padding behind the last one opens none."""
        if self._members and not (self._gzip and first == _GZIP_MAGIC):
            return False
        self._members += 1
        if self._members > _MEMBERS:
            raise _broken("was compressed in far too many parts")
        self._open = True
        self._stream = zlib.decompressobj(_GZIP if self._gzip else _deflate_bits(first))
        return True


def _deflate_bits(first: int) -> int:
    """Return zlib's window bits for a deflate body, told by its first byte.

    The low half of a zlib header's first byte is 8 (RFC 1950, 2.2); bare deflate, which some
    servers send, would begin so only with padding that nobody sets.
    """
    return zlib.MAX_WBITS if first & 0x0F == _ZLIB_METHOD else -zlib.MAX_WBITS


@final
class BrotliDecoder:
    """br (RFC 7932)."""

    def __init__(self) -> None:
        """Begin."""
        self._stream = brotli.Decompressor()
        self._begun = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield what the bytes unfold to; what follows the end of the coded bytes is ignored."""
        self._begun = self._begun or bool(data)
        while not self._stream.is_finished():
            try:
                piece = self._stream.process(data, output_buffer_limit=_PIECE)
            except brotli.error as error:
                raise _broken("could not be decompressed") from error
            if not piece:
                return
            yield piece
            data = b""  # it was taken in whole; the rest is drawn out

    def finish(self) -> None:
        """Raise if the coded bytes stopped before their end."""
        if self._begun and not self._stream.is_finished():
            raise _broken("was cut off: the compressed data stop before their end")


def _broken(what: str) -> FetchError:
    """Return the error for a body that cannot be decoded."""
    return FetchError("encoding", f"the answer {what}")
