"""Language tags as they are written."""


def write_tag(tag: str) -> str:
    """Return a language tag in the letters that RFC 5646, 2.1.1, recommends: ``zh-Hant-TW``.

    Regions are capitals and scripts begin with one; everything else is small, and so is all that
    stands behind a single letter, where two and four letters are neither.
    """
    parts = tag.lower().split("-")
    single = next((place for place, part in enumerate(parts) if len(part) == 1), len(parts))
    written = [_write_part(part) for part in parts[1:single]]
    return "-".join((parts[0], *written, *parts[max(single, 1) :]))


def _write_part(part: str) -> str:
    """Return a region in capitals and a script with one; anything else as it is."""
    match len(part):
        case 2:
            return part.upper()
        case 4:
            return part.capitalize()
        case _:
            return part
