"""Nothing is lost: found = published + draft + scheduled + expired + refused, in every build, and the build says so."""

import random
from collections import Counter
from pathlib import Path

import pytest

from plugins.model.vocab import Standing
from tests.commune import Commune, publish
from tests.hostile.line import judged

ITEMS = 1_000
_GOOD = {"title": "Bài thường", "date": "2/3/2026 08:00", "category": "chi-so"}
# What becomes of an item → front matters and bytes that lead there (judged on 16 November 2026).
KINDS: dict[str, list[dict[str, str | None] | bytes]] = {
    "public": [{}, {"expires": "31/12/2026"}, {"tags": "một cửa"}, {"status": "published"}, {"date": "16/11/2026 08:00"}],
    Standing.DRAFT: [{"status": "nháp"}, {"status": "draft", "date": "chưa rõ"}, {"status": "draft", "category": None}],
    Standing.SCHEDULED: [{"date": "16/11/2026 08:01"}, {"date": "1/1/2027"}],
    Standing.EXPIRED: [{"expires": "15/11/2026"}, {"expires": "16/11/2026 08:00"}],
    "refused": [
        *({"date": None}, {"date": "30/2/2026"}, {"title": None}, {"category": "khong-co"}, {"status": "pubished"}, {"catgory": "x"}),
        *(b"", b"\xff\xfe\x00", b"Chi co van xuoi.\n", b"---\ntitle: A\n"),
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_every_file_is_counted_once_and_every_refused_one_is_named(seed: int, memory: Path):
    chance = random.Random(seed)
    commune = Commune(memory / f"counts-{seed}")
    wanted: Counter[str] = Counter()
    refused = set()
    for number in range(ITEMS):
        kind = chance.choices(list(KINDS), (60, 10, 10, 10, 10))[0]
        wanted[kind] += 1
        given = chance.choice(KINDS[kind])
        name = f"{2020 + number % 7}/bai-{number:04d}"
        if isinstance(given, bytes):
            path = commune.write(f"tin-tuc/{name}.md", given)
        else:
            path = commune.news(name, **{**_GOOD, "title": f"Bài số {number}", **given})
        if kind == "refused":
            refused.add(path.relative_to(commune.content).as_posix())
    verdict, problems = judged(commune.content)
    withheld = Counter(kept.standing for kept in verdict.withheld)
    assert {"public": verdict.public, "refused": verdict.refused, **withheld} == wanted
    assert verdict.found == ITEMS == verdict.public + verdict.refused + len(verdict.withheld)
    assert {problem.path for problem in problems} == refused


def test_the_count_is_printed_by_the_publish_itself(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("mot")
    commune.news("hai", status="nháp")
    commune.news("ba", date="1/1/2027")
    commune.news("bon", expires="1/5/2026")
    outcome = publish(commune.content, tmp_path / "public")
    assert outcome.code == 0, outcome.said
    [line] = [line for line in outcome.said.splitlines() if line.startswith("Tìm thấy")]
    assert "4 bài" in line
    assert "1 đăng" in line
    commune.news("nam", date="31/2/2026")
    line = next(line for line in publish(commune.content, tmp_path / "public").said.splitlines() if line.startswith("Tìm thấy"))
    assert "5 bài" in line


@pytest.mark.slow
def test_two_thousand_items_are_published_whole(memory: Path):
    commune = Commune(memory / "many" / "content")
    for number in range(2_000):
        commune.news(f"{2015 + number % 12}/bai-{number:04d}", date=f"{1 + number % 28}/{1 + number % 5}/{2015 + number % 12}", tags=f"thẻ {number % 20}")
    outcome = publish(commune.content, memory / "many" / "public", WORKERS="2")
    assert outcome.code == 0, outcome.said
    assert len(list((memory / "many" / "public" / "tin-tuc").rglob("bai-*.html"))) == 2_000
