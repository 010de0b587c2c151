"""The decoders by themselves: bounded pieces, members, ends."""

import gzip
import zlib

import brotli
import pytest

from feeds.fetch.decode import choose_decoder
from feeds.fetch.failures import FetchError

_TEXT = b"".join(b"Line %d of the harbour report.\n" % number for number in range(20_000))


def _undo(coding: str, body: bytes, step: int) -> bytes:
    """Return what a decoder makes of a body that comes in steps."""
    decoder = choose_decoder(coding)
    steps = [body[start : start + step] for start in range(0, len(body), step)]
    content = b"".join(piece for data in steps for piece in decoder.decode(data))
    decoder.finish()
    return content


def _bare(content: bytes) -> bytes:
    """Return bare deflate, as some servers send it."""
    stream = zlib.compressobj(wbits=-15)
    return stream.compress(content) + stream.flush()


@pytest.mark.parametrize("step", [1, 7, 65536, 10**9])
@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(_TEXT)),
        ("X-GZIP", gzip.compress(_TEXT)),
        ("identity, gzip", gzip.compress(_TEXT)),
        ("gzip", gzip.compress(_TEXT[:5000]) + gzip.compress(_TEXT[5000:]) + bytes(20)),
        ("deflate", zlib.compress(_TEXT)),
        ("deflate", _bare(_TEXT)),
        ("br", brotli.compress(_TEXT, quality=3)),
        ("", _TEXT),
    ],
)
def test_every_coding_comes_out_whole_in_any_steps(coding: str, body: bytes, step: int) -> None:
    """However the wire cuts it, and with padding behind it, the content is the same."""
    assert _undo(coding, body, step) == _TEXT


@pytest.mark.parametrize("size", [65535, 65536, 65537, 131072])
def test_bare_deflate_ends_well_at_every_piece(size: int) -> None:
    """Content that fills a piece exactly is not taken for cut."""
    assert _undo("deflate", _bare(bytes(size)), 10**9) == bytes(size)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(bytes(10**7))),
        ("deflate", zlib.compress(bytes(10**7))),
        ("br", brotli.compress(bytes(10**7))),
    ],
)
def test_pieces_stay_small(coding: str, body: bytes) -> None:
    """A small body that holds ten megabytes unfolds in pieces of at most 128 KiB."""
    pieces = list(choose_decoder(coding).decode(body))
    assert max(map(len, pieces)) <= 128 * 1024
    assert sum(map(len, pieces)) == 10**7


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", ""])
def test_an_empty_body_is_empty_in_every_coding(coding: str) -> None:
    """Servers name a coding for nothing at all, too."""
    assert _undo(coding, b"", 1) == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_plain_text_in_place_of_a_coding_fails(coding: str) -> None:
    """A coding that was named and not used."""
    with pytest.raises(FetchError):
        _undo(coding, b"<rss><channel/></rss>" * 5, 10**9)


def test_thousands_of_empty_members_are_refused() -> None:
    """Members of gzip without content cost time and give nothing."""
    with pytest.raises(FetchError, match="too many parts"):
        _undo("gzip", gzip.compress(b"") * 101, 10**9)
