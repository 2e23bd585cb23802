"""Ten thousand combinations of draft, scheduled and expired items: no trace of one that is not public, in no byte and no path.

Every item carries a mark of its own in title, summary, body, tags, address, author, picture and attachment; the mark of one
that must be kept back stands nowhere in the output, and the mark of every public one does.
"""

import gzip
import io
import random
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest

from commands.packing import with_copies
from plugins.model.profiletables import Server
from plugins.press.press import Release, press
from tests.conftest import ROOT
from tests.gate.test_agreement import BODY, Catalogue
from tests.hostile.commune import NOW
from tests.hostile.line import judge_folder

SEEDS, ITEMS, PARTS = 50, 200, 10
MARK = re.compile(rb"zq(an|hien)(\d{4})")

pytestmark = pytest.mark.slow


class Drawn:
    """One item at random: which of its keys hold, and whether that makes it public."""

    def __init__(self, chance: random.Random, number: int) -> None:
        self._chance = chance
        self.draft = chance.random() < 0.4
        self.kind = chance.choices(("tin-tuc", "trang", "thu-tuc", "quyet-dinh"), (15, 2, 3, 1))[0]
        self.begins, dated = self._moment((-900, -1, 0, 1, 400), 0.55)
        self.ends, ending = self._moment((-300, -1, 0, 1, 300), 0.5) if chance.random() < 0.4 else (None, None)
        if self.ends is not None and self.ends <= self.begins:  # would be refused
            self.ends = ending = None
        if self.ends is not None and ":" not in str(ending):  # to the end of its day
            self.ends += timedelta(days=1)
        if self.kind == "trang":
            public = not self.draft
        elif self.kind == "tin-tuc":
            public = not self.draft and self.begins <= NOW and (self.ends is None or self.ends > NOW)
        else:
            dated = f"{self.begins:%d/%m/%Y}"
            # A public decision needs the procedures that it names; here only what is kept back matters.
            self.draft = self.draft or (self.kind == "quyet-dinh" and self.begins.date() <= NOW.date())
            public = not self.draft and self.begins.date() <= NOW.date()
        self.public, self.dated, self.ending = public, dated, ending
        self.mark = f"zq{'hien' if public else 'an'}{number:04d}"

    def _moment(self, days: tuple[int, ...], exact: float) -> tuple[datetime, str]:
        """A moment around now, to the minute or only by its day, as an editor may type it."""
        day = NOW + timedelta(days=self._chance.choice(days))
        if self._chance.random() < exact:
            moment = day + timedelta(minutes=self._chance.choice((-61, -1, 0, 1, 60)))
            form = self._chance.choice(("%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M", "%H:%M %d/%m/%Y", "%Y-%m-%dT%H:%M:00+07:00"))
            return moment, moment.strftime(form)
        return day.replace(hour=0, minute=0), day.strftime(self._chance.choice(("%d/%m/%Y", "%Y-%m-%d")))

    @property
    def status(self) -> str | None:
        words = ("draft", "nháp", "bản nháp", "Draft") if self.draft else (None, "published", "đăng")
        return self._chance.choice(words)


def write(commune: Catalogue, drawn: Drawn, number: int, chance: random.Random) -> None:
    mark = drawn.mark
    commune.write(f"tai-lieu/{mark}.txt", f"Tệp {mark}\n")
    body = f"Nội dung {mark}.\n\n### Mục {mark}\n\nXem [tệp {mark}](/tai-lieu/{mark}.txt)."
    keys: dict[str, Any] = {"title": f"Bài {mark}", "summary": f"Tóm tắt {mark}", "status": drawn.status}
    if drawn.kind == "tin-tuc":
        if number % 5 == 0:
            commune.picture(f"hinh-anh/{mark}.png", 8, 8)
            keys |= {"image": f"hinh-anh/{mark}.png", "image_alt": f"Ảnh {mark}"}
        keys |= {"date": drawn.dated, "expires": drawn.ending, "tags": f"thẻ {mark}", "author": f"Người {mark}", "source": f"Báo {mark}"}
        keys |= {"slug": mark if chance.random() < 0.5 else None, "pinned": "có" if chance.random() < 0.1 else None}
        keys |= {"category": chance.choice(("chi-so", "hoi-dap; tuyen-truyen", "chinh-quyen-so")), "correction": f"Đính chính {mark}"}
        commune.news(f"2026/{mark}", body, **keys)
    elif drawn.kind == "trang":
        commune.page(mark, body, **keys)
    elif drawn.kind == "thu-tuc":
        facts = {"title": f"Thủ tục {mark}", "sector": f"Lĩnh vực {mark}", "keywords": mark, "description": f"Mô tả {mark}", "posted_on": drawn.dated}
        commune.procedure(f"1.{number:06d}", f"{BODY}\n## Thông tin thêm\n\n{body}\n", **facts, status="Nháp" if drawn.draft else "")
    else:
        status = {"status": "nháp"} if drawn.draft else {}
        commune.decision(mark, number=f"{number}/QĐ-{mark.upper()}", new=f"2.{number:06d}", title=f"Công bố {mark}", date=drawn.dated, **status)


def unpacked(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and of what it packs."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".gz":
        yield gzip.decompress(data)
    if path.suffix == ".br":
        yield brotli.decompress(data)
    if path.suffix in (".xlsx", ".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def marks(folder: Path) -> set[str]:
    """All marks in the bytes and paths below a folder."""
    found = set()
    for path in folder.rglob("*"):
        for data in (path.relative_to(folder).as_posix().encode(), *(unpacked(path) if path.is_file() else ())):
            found |= {match[0].decode() for match in MARK.finditer(data.lower())}
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_of_what_is_not_public_is_in_any_byte_or_path(part: int, memory: Path):
    for seed in range(part, SEEDS, PARTS):
        chance = random.Random(seed)
        base = memory / f"withheld-{seed}"
        commune = Catalogue(base / "content")
        drawn = [Drawn(chance, number) for number in range(ITEMS)]
        for number, one in enumerate(drawn):
            write(commune, one, number, chance)
        verdict, planned = judge_folder(commune.content)
        assert verdict.site is not None
        release = press(verdict.site, planned, ROOT / "theme", commune.content, base / "out", None, 1)
        packed = with_copies(release, Release(base / "none", {}), base / "out", Server(precompressed=True, brotli=True))
        assert len([path for path in packed.files if path.endswith(".gz")]) > 100
        public = {one.mark for one in drawn if one.public}
        assert (verdict.found, verdict.public, len(verdict.withheld), verdict.refused) == (ITEMS, len(public), ITEMS - len(public), 0)
        assert 40 < len(public) < 160
        assert marks(base / "out") == public, seed
