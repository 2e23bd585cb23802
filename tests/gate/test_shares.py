"""What the gate keeps of all items together holds just as long as it is true."""

from pathlib import Path

import pytest

from commands.session import settings_for
from plugins.gate import dated, shares
from plugins.generator import Run, glance, judge
from plugins.model.addresses import REGISTER_PARTS
from plugins.model.dates import parse_date
from plugins.model.site import Site
from tests.gate.test_register import FULL, Office, office

__all__ = ["office"]
LAW = "Theo Nghị định số 30/2020/NĐ-CP ngày {} của Chính phủ."


class Told(Exception):
    """Raised where something is told anew that should be known."""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


def run(cache: Path | None) -> Run:
    return Run(parse_date("1/6/2026"), cache)


def site_of(office: Office, cache: Path | None) -> Site:
    site = judge(settings_for(office.content, run(cache)), run(cache))[0].site
    assert site is not None
    return site


def register(site: Site) -> dict[str, object]:
    """All that rooms can ask of the register."""
    return {part: (site.citing_in(part), site.citing_keys.get(part)) for part in ("", *REGISTER_PARTS)} | {"mentions": site.mentions}


def refuse(*_: object) -> None:
    raise Told


def test_an_edited_body_takes_no_mentions_apart(office, cache, monkeypatch):
    office.news("a", FULL)
    office.news("b", LAW.format("05/3/2020"))
    site_of(office, cache)
    office.news("a", f"Thêm một câu. {FULL}")
    monkeypatch.setattr(shares, "shares_of", refuse)
    monkeypatch.setattr(dated, "_doubtful", refuse)
    site = site_of(office, cache)
    assert "Thêm một câu" in next(one for one in site.news if one.path == "tin-tuc/a.html").body.html
    assert len(site.citing) == 2


@pytest.mark.parametrize("change", ["body", "title", "mention", "new", "gone", "document", "draft", "unit"])
def test_whatever_changes_the_register_is_that_of_a_site_read_anew(office, cache, change):
    office.news("a", FULL)
    office.news("b", LAW.format("05/3/2020"))
    site_of(office, cache)
    if change == "body":
        office.news("a", f"Thêm một câu. {FULL}")
    elif change == "title":
        office.news("a", FULL, title="Tên mới của bài")
    elif change == "mention":
        office.news("a", f"{FULL} {LAW.format('05/3/2020')}")
    elif change == "new":
        office.news("c", f"{FULL} Quyết định số 5/QĐ-UBND ngày 2/2/2026 của UBND tỉnh.")
    elif change == "gone":
        (office.content / "tin-tuc/a.md").unlink()
    elif change == "document":
        office.document()
    elif change == "draft":
        office.news("a", FULL, status="nháp")
    else:
        office.profile(unit={"name": "Xã Khác"})
    assert register(site_of(office, cache)) == register(site_of(office, None))


def test_two_dates_are_told_again_from_what_was_kept_and_no_longer_when_one_is_mended(office, cache, monkeypatch):
    for name, day in (("a", "05/3/2020"), ("b", "06/3/2020"), ("c", "05/3/2020")):
        office.news(name, LAW.format(day))

    def told() -> list[str]:
        verdict, _ = judge(settings_for(office.content, run(cache)), run(cache))
        return [problem.path for problem in verdict.problems if problem.code == "cited-two-dates"]

    assert told() == ["tin-tuc/b.md"]
    with monkeypatch.context() as patch:
        patch.setattr(dated, "_doubtful", refuse)
        assert told() == ["tin-tuc/b.md"]
    office.news("b", LAW.format("05/3/2020"))
    assert told() == []


def test_a_preview_keeps_nothing_of_what_is_withheld(office, cache):
    office.news("a", LAW.format("05/3/2020"))
    site_of(office, cache)
    office.news("mat", LAW.format("06/3/2020"), status="nháp")
    verdict, _ = glance(settings_for(office.content, run(cache)), run(cache), "tin-tuc/mat.md")
    assert "cited-two-dates" in {problem.code for problem in verdict.problems}
    assert b"mat.html" not in b"".join(file.read_bytes() for file in cache.parent.glob("cache.sqlite*"))
