"""Whatever an editor, a webmaster, the clock or a broken disk does in whatever order: an incremental build is the cold build, byte for byte."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pelican.settings import read_settings

from plugins.generator import CchcGenerator, Run
from plugins.model.dates import parse_date
from plugins.model.problems import ContentRefused, Problem
from plugins.press.press import Release
from tests.commune import Commune

ROOT = Path(__file__).resolve().parents[2]
SETTINGS: dict[str, Any] = dict(read_settings(str(ROOT / "publishconf.py")))
CATEGORIES = ("chi-so", "hoi-dap", "chinh-quyen-so")
LONG_AGO = 1_600_000_000


@dataclass
class History:
    """A commune, its theme, its clock, and the release that is live."""

    folder: Path
    now: datetime = field(default_factory=lambda: parse_date("1/6/2026 08:00"))
    workers: int = 1
    live: Release | None = None
    builds: int = 0
    ticks: int = 0
    hotline: int = 0

    def __post_init__(self) -> None:
        self.commune = Commune(self.folder / "content")
        self.theme = self.folder / "theme"
        shutil.copytree(ROOT / "theme", self.theme)
        self.commune.picture("hinh-anh/a.png")
        self.commune.page("gioi-thieu", "Xem [bài](../tin-tuc/bai-1.md).")
        for number in range(6):
            self.news(number)
        for source in ("ho-tich/1.001193.md", "ho-tich/1.000894.md"):
            at = self.commune.content / "thu-tuc" / source
            at.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "content/thu-tuc" / source, at)

    @property
    def cache(self) -> Path:
        return self.folder / "cache.sqlite"

    def news(self, number: int, body: str = "Nội dung.", **keys: Any) -> None:
        given = {"date": f"{number + 1}/5/2026", "category": CATEGORIES[number % 3], "tags": "một cửa, đất đai" if number % 2 else None}
        if number % 3 == 0:
            given |= {"image": "hinh-anh/a.png", "image_alt": "Ảnh"}
        self.commune.news(f"bai-{number}", f"{body} Xem [trang](../trang/gioi-thieu.md) và [bài](bai-1.md).", **{**given, **keys})

    def files(self) -> list[Path]:
        return sorted(self.commune.content.glob("tin-tuc/*.md"))

    def build(self, out: Path, cache: Path | None, last: Release | None) -> Release:
        # Files that were written long ago are known by their stamps; those of the last seconds are read again.
        for path in self.commune.content.rglob("*"):
            if path.is_file() and self.ticks % 2 == 0:
                os.utime(path, (LONG_AGO + self.ticks, LONG_AGO + self.ticks))
        run = Run(self.now, cache, last, self.workers)
        given = {**SETTINGS, "PATH": str(self.commune.content), "THEME": str(self.theme), "OUTPUT_PATH": str(out), "CCHC_RUN": run}
        generator = CchcGenerator({}, given, given["PATH"], given["THEME"], given["OUTPUT_PATH"])
        generator.generate_context()
        generator.generate_output(None)
        release: Release = given["CCHC_BUILT"].release
        return release

    def outcome(self, out: Path, cache: Path | None, last: Release | None) -> tuple[Release | None, tuple[Problem, ...]]:
        """The release, or why there is none."""
        try:
            return self.build(out, cache, last), ()
        except ContentRefused as refused:
            return None, refused.problems

    def step(self) -> dict[str, object]:
        """Build on top of what is live, and again knowing nothing: what differs, by path, as (incremental, cold)."""
        self.builds += 1
        live, refused = self.outcome(self.folder / f"out-{self.builds}", self.cache, self.live)
        cold, refused_cold = self.outcome(self.folder / "cold", None, None)
        if live is None or cold is None:
            return {} if refused == refused_cold else {"": (refused, refused_cold)}
        self.live = live
        here, there = tree(live.folder), tree(cold.folder)
        shutil.rmtree(cold.folder)
        return {path: (here.get(path), there.get(path)) for path in here.keys() | there.keys() if here.get(path) != there.get(path)}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def edit(history: History, number: int) -> None:
    history.news(number % 6, f"Nội dung sửa lần {history.builds}.")


def retitle(history: History, number: int) -> None:
    history.news(number % 6, title=f"Tiêu đề {history.builds}", tags="Một Cửa")


def add(history: History, number: int) -> None:
    history.news(10 + number, date=f"{1 + number % 28}/4/2026")


def delete(history: History, number: int) -> None:
    free = [path for path in history.files() if path.stem != "bai-1"]
    if len(free) > 2:
        free[number % len(free)].unlink()


def rename(history: History, number: int) -> None:
    free = [path for path in history.files() if path.stem != "bai-1"]
    one = free[number % len(free)]
    one.rename(one.with_name(f"ten-{history.builds}-{number}.md"))


def move(history: History, number: int) -> None:
    history.news(number % 6, category=CATEGORIES[(number + 1) % 3])


def schedule(history: History, number: int) -> None:
    if number % 6 != 1:
        history.news(number % 6, date="10/6/2026 09:00")


def expire(history: History, number: int) -> None:
    if number % 6 != 1:
        history.news(number % 6, expires="12/6/2026")


def hide(history: History, number: int) -> None:
    if number % 6 != 1:
        history.news(number % 6, status="nháp")


def pass_time(history: History, number: int) -> None:
    history.now += timedelta(days=number)


def turn_back(history: History, number: int) -> None:
    history.now -= timedelta(days=number)


def repaint(history: History, number: int) -> None:
    history.commune.picture("hinh-anh/a.png", 64 + number, 48)


def procedure(history: History, number: int) -> None:
    path = history.commune.content / ("thu-tuc/ho-tich/1.001193.md", "thu-tuc/ho-tich/1.000894.md")[number % 2]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n---\n", f"\nlocal_note: Ghi chú {history.builds}\n---\n", 1) if "local_note" not in text else text + "\n", encoding="utf-8")


def profile(history: History, number: int) -> None:
    history.commune.profile(unit={"hotline": f"0200 3850 {number:03d}"}, categories={"chi-so": f"Chỉ số {number}"} if number % 2 else {})


def restyle(history: History, number: int) -> None:
    file = history.theme / ("templates/article.html", "words.toml", "static/css/base.css", "templates/partials/footer.html")[number % 4]
    mark = {"html": f"<!-- {history.builds} -->", "toml": f"\n# {history.builds}\n", "css": f"\n/* {history.builds} */\n"}[file.suffix[1:]]
    file.write_text(file.read_text(encoding="utf-8") + mark, encoding="utf-8")


def lose_cache(history: History, number: int) -> None:
    if history.cache.exists():
        data = history.cache.read_bytes()
        history.cache.write_bytes((b"", data[: len(data) // 2], b"x" * 500 + data[500:], b"not a database")[number % 4])


def meddle(history: History, number: int) -> None:
    """Somebody writes into the live site by hand."""
    if history.live:
        path = history.live.folder / sorted(history.live.files)[number % len(history.live.files)]
        path.unlink()
        path.write_text("thay", encoding="utf-8")


def share(history: History, number: int) -> None:
    history.workers = 1 + number % 2


def settle(history: History, number: int) -> None:
    """From now on, files bear old times, or new ones."""
    history.ticks += 1 + number % 2


ACTIONS: tuple[Callable[[History, int], None], ...] = (
    *(edit, retitle, add, delete, rename, move, schedule, expire, hide, pass_time, turn_back),
    *(repaint, procedure, profile, restyle, lose_cache, meddle, share, settle),
)


@pytest.mark.slow
@settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 12)), min_size=1, max_size=3), min_size=1, max_size=6))
def test_any_history_gives_the_site_of_a_cold_build(steps):
    with TemporaryDirectory() as folder:
        history = History(Path(folder))
        assert history.step() == {}
        for actions in steps:
            for act, number in actions:
                act(history, number)
            assert history.step() == {}


@pytest.mark.parametrize("act", ACTIONS, ids=lambda act: act.__name__)
def test_each_change_alone_gives_the_site_of_a_cold_build(act, tmp_path):
    history = History(tmp_path)
    assert history.step() == {}
    for number in (0, 3):
        act(history, number)
        assert history.step() == {}, number
        assert history.step() == {}, "built again with nothing changed"
