"""Short hashes of keys, so that tables and indexes stay small."""

import hashlib


def hash_key(key: str) -> str:
    """Return 32 hexadecimal digits (BLAKE2b, 128 bit): collisions are out of question."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def mark_key(key: str) -> int:
    """Return a signed 64-bit number: good for finding candidates, whose keys are then compared."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
