"""A corpus of news items and procedures that is the same for everyone: same numbers, same bytes. Standard library only.

Items are dated over ten years, the highest number is the newest; number ``news + 1`` is the one more that comes after them.
"""

import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bench import words
from bench.writer import Writer, body_of, facts_of, parts_of, slugify

PICTURES = 24
FIRST, SPAN = datetime(2016, 1, 4, 7, 30), timedelta(days=3580)


@dataclass(frozen=True, slots=True)
class News:
    """One item. ``body`` is Markdown with ``@ANH:05@`` for a picture and ``@THUTUC:7@`` for a procedure."""

    number: int
    title: str
    moment: datetime
    category: str
    tags: tuple[str, ...]
    author: str
    slug: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure: its facts by the keys of the project, its parts as Markdown."""

    number: int
    code: str
    title: str
    facts: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """``news`` items and ``procedures``; ``seed`` chooses among equal ones."""

    news: int
    procedures: int
    seed: int = 1

    def items(self) -> Iterator[News]:
        return (self.item(number) for number in range(1, self.news + 1))

    def item(self, number: int) -> News:
        """Item ``number``, from 1; ``news + 1`` is newer than all."""
        moment = (FIRST + SPAN * (number - 1) / self.news).replace(second=0, microsecond=0)
        writer = Writer(f"{self.seed}:tin:{number}", moment.year, words.PLACES[number % len(words.PLACES)])
        title = writer.fill(writer.one(words.TITLES))
        slugs, weights = [slug for slug, _, _ in words.CATEGORIES], [weight for _, _, weight in words.CATEGORIES]
        category = writer.random.choices(slugs, weights)[0]
        tags = tuple(writer.random.sample(words.TAGS, writer.random.randint(1, 4)))
        slug = f"{slugify(title)[:60].strip('-')}-{number}"
        body = body_of(writer, title, PICTURES, self.procedures)
        return News(number, title, moment, category, tags, writer.one(words.AUTHORS), slug, writer.sentence(), body)

    def announced(self) -> Iterator[Procedure]:
        return (self.procedure(number) for number in range(1, self.procedures + 1))

    def procedure(self, number: int) -> Procedure:
        """Procedure ``number``, from 1."""
        year = random.Random(f"{self.seed}:nam:{number}").randint(FIRST.year, FIRST.year + 9)
        writer = Writer(f"{self.seed}:thu-tuc:{number}", year, words.PLACES[number % len(words.PLACES)])
        title = f"{writer.one(words.PROCEDURE_VERBS)} {writer.one(words.PROCEDURE_OBJECTS)} (mẫu {number})"
        return Procedure(number, code(number), title, facts_of(writer), parts_of(writer))


def code(number: int) -> str:
    """The code of procedure ``number``."""
    return f"{1 + number % 3}.{100000 + number:06d}"


def picture(number: int, width: int = 320, height: int = 200) -> bytes:
    """Picture ``number`` as PNG: a slanted pattern of greys that does not compress to nothing."""
    noise = random.Random(number)
    rows = b"".join(b"\0" + bytes((x * number + 5 * y + (n & 7)) & 255 for x, n in enumerate(noise.randbytes(width))) for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
