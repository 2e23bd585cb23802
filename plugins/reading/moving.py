"""Moving pictures without their notes: blocks with comments, EXIF and XMP are left out, every other byte stays.

GIF89a (W3C, 1990), PNG (W3C, third edition), WebP container (RFC 9649). Each raises ValueError when the blocks do not fit.
"""

from collections.abc import Callable, Iterator

_COMMENT, _APPLICATION, _EXTENSION, _IMAGE, _TRAILER = 0xFE, 0xFF, 0x21, 0x2C, 0x3B
# The one application block that says how often a picture moves.
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_PNG_NOTES = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_WEBP_NOTES = {b"EXIF": 0x08, b"XMP ": 0x04}  # chunk → its flag in the header


def gif(data: bytes) -> bytes:
    """A GIF without comments and without the blocks of programs."""
    kept = [data[: _after_table(data, 13, 10)]]
    at = len(kept[0])
    while data[at : at + 1] not in {b"", bytes([_TRAILER])}:
        end = _gif_block(data, at)
        label = data[at + 1] if data[at] == _EXTENSION else 0
        if label != _COMMENT and (label != _APPLICATION or data[at + 3 : at + 14] in _LOOPS):
            kept.append(data[at:end])
        at = end
    return b"".join(kept) + bytes([_TRAILER])


def _after_table(data: bytes, at: int, flags: int) -> int:
    """Where a colour table that begins at ``at`` ends, if there is one."""
    there = data[flags] & 0x80
    return at + 3 * (2 << (data[flags] & 7)) if there else at


def _gif_block(data: bytes, at: int) -> int:
    if data[at] == _EXTENSION:
        at += 2
    elif data[at] == _IMAGE:
        at = _after_table(data, at + 10, at + 9) + 1
    else:
        raise ValueError("no block of a GIF begins here")
    while data[at]:
        at += data[at] + 1
    return at + 1


def png(data: bytes) -> bytes:
    """A PNG without texts, EXIF and the time of its last change."""
    chunks = _chunks(data, 8, lambda at: (data[at + 4 : at + 8], 12 + int.from_bytes(data[at : at + 4], "big")))
    return data[:8] + b"".join(chunk for name, chunk in chunks if name not in _PNG_NOTES)


def webp(data: bytes) -> bytes:
    """A WebP without EXIF and XMP, and without the flags that announce them."""

    def chunk_at(at: int) -> tuple[bytes, int]:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        return data[at : at + 4], 8 + size + size % 2

    kept = [_without_flags(chunk) if name == b"VP8X" else chunk for name, chunk in _chunks(data, 12, chunk_at) if name not in _WEBP_NOTES]
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _without_flags(header: bytes) -> bytes:
    return header[:8] + bytes([header[8] & ~sum(_WEBP_NOTES.values())]) + header[9:]


def _chunks(data: bytes, at: int, chunk_at: Callable[[int], tuple[bytes, int]]) -> Iterator[tuple[bytes, bytes]]:
    while at < len(data):
        name, length = chunk_at(at)
        if at + length > len(data) + 1:  # the last one may lack its byte of padding
            raise ValueError("a chunk ends behind the file")
        yield name, data[at : at + length]
        at += length
