"""Two builds of the same content give the same bytes, whatever the machine, the hour and the history."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commune import Commune, publish, published, tree

FIXED = {"NOW": "2026-06-01T08:00"}


def write(content: Path) -> Commune:
    """Enough items that several processes share the work."""
    commune = Commune(content, site={"domain": "https://thunghiem.example/cchc"})
    commune.picture("hinh-anh/Ảnh đại diện.jpg", 320, 200)
    commune.page("gioi-thieu")
    for number in range(70):
        commune.news(
            f"{2024 + number % 3}/Bài số {number}",
            f"Nội dung {number}. Xem [giới thiệu](/trang/gioi-thieu.html).\n\n- + Một;\n- Hai.",
            date=f"{1 + number % 28}/{1 + number % 5}/{2024 + number % 3}",
            category=("chi-so", "hoi-dap; tuyen-truyen", "chinh-quyen-so")[number % 3],
            tags="một cửa, đất đai" if number % 2 else "dịch vụ công",
            image="'hinh-anh/Ảnh đại diện.jpg'" if number % 5 == 0 else None,
            image_alt="Ảnh" if number % 5 == 0 else None,
        )
    return commune


@pytest.fixture(scope="module")
def reference(tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("reference")
    return published(write(folder / "content").content, folder / "public", **FIXED)


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C", "umask": "077", "WORKERS": "2"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "umask": "000"},
        {"NOW": "", "SOURCE_DATE_EPOCH": "1780275600"},
        {"NOW": "2026-06-01T09:00", "PYTHONOPTIMIZE": "2", "HOME": "/nonexistent"},
        {"NOW": "2026-06-02T08:00", "PYTHONHASHSEED": "77", "LC_ALL": "POSIX", "LANGUAGE": "vi"},
    ],
    ids=["hash seed", "zone, locale, umask, processes", "another locale", "source date epoch", "an hour later, optimised, no home", "a day later"],
)
def test_the_machine_does_not_show_in_the_bytes(environ, reference, tmp_path):
    content = write(tmp_path / "một thư mục khác" / "nội dung").content
    assert published(content, tmp_path / "nơi đăng", **{**FIXED, **environ}) == reference


def test_times_of_files_do_not_show_in_the_bytes(reference, tmp_path):
    content = write(tmp_path / "content").content
    for number, path in enumerate(sorted(content.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
    assert published(content, tmp_path / "public", **FIXED) == reference


def test_the_order_in_which_files_came_to_the_folder_does_not_show_in_the_bytes(reference, tmp_path):
    """Another order in the folder is what a copy, an archive or another file system gives. (Another user: tests/faults/test_box.py.)"""
    content, copy = write(tmp_path / "first").content, tmp_path / "content"
    for path in sorted(content.rglob("*"), key=lambda path: path.name[::-1], reverse=True):
        if path.is_file():
            at = copy / path.relative_to(content)
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_bytes(path.read_bytes())
    assert published(copy, tmp_path / "public", **FIXED) == reference


# — an incremental build equals a fresh one —


def edited(commune: Commune) -> None:
    commune.news("2024/Bài số 0", "Nội dung đã sửa.", date="1/1/2024", category="chi-so")


def retitled(commune: Commune) -> None:
    commune.news("2025/Bài số 1", title="Tiêu đề mới", date="2/2/2025", category="hoi-dap", tags="Một Cửa")


def added(commune: Commune) -> None:
    commune.news("2026/moi", date="30/5/2026", category="cai-cach-the-che", tags="thẻ mới")


def deleted(commune: Commune) -> None:
    (commune.content / "tin-tuc/2026/Bài số 2.md").unlink()
    commune.write("chuyen-huong.txt", "tin-tuc/bai-so-2.html -\n")


def renamed(commune: Commune) -> None:
    (commune.content / "tin-tuc/2026/Bài số 5.md").rename(commune.content / "tin-tuc/2026/ten-khac.md")


def moved(commune: Commune) -> None:
    commune.news("2025/Bài số 4", date="5/5/2025", category="guong-dien-hinh")


def new_picture(commune: Commune) -> None:
    commune.picture("hinh-anh/Ảnh đại diện.jpg", 200, 320)


def new_profile(commune: Commune) -> None:
    commune.profile(site={"domain": "https://moi.example"}, unit={"hotline": "0200 3850 999"}, categories={"chi-so": "Chỉ số"})


@pytest.mark.parametrize("change", [edited, retitled, added, deleted, renamed, moved, new_picture, new_profile])
def test_publishing_a_change_gives_the_tree_of_a_fresh_publish(change: Callable[[Commune], None], reference, tmp_path):
    commune = write(tmp_path / "content")
    assert published(commune.content, tmp_path / "public", **FIXED) == reference
    change(commune)
    after = published(commune.content, tmp_path / "public", **FIXED)
    assert after != reference
    assert after == published(commune.content, tmp_path / "fresh" / "public", **FIXED)


def test_an_item_whose_hour_comes_is_published_by_the_clock_alone_and_one_that_expires_goes(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("bay-gio", date="1/5/2026")
    commune.news("hen-gio", date="10/6/2026 09:00", image="hinh-anh/a.jpg", image_alt="Ảnh")
    commune.news("het-han", date="1/5/2026", expires="10/6/2026 09:00")
    commune.picture("hinh-anh/a.jpg")
    public = tmp_path / "public"
    for now, there in (("2026-06-10T08:59", "het-han"), ("2026-06-10T09:00", "hen-gio")):
        made = published(commune.content, public, NOW=now)
        assert {path for path in made if path.startswith("tin-tuc/")} == {"tin-tuc/bay-gio.html", f"tin-tuc/{there}.html"}
        assert ("hinh-anh/a.jpg" in made) == (there == "hen-gio")
        assert made == published(commune.content, tmp_path / now / "public", NOW=now)
        assert not [path for path, data in made.items() if ({"hen-gio", "het-han"} - {there}).pop().encode() in data]


def test_when_nothing_changed_no_file_is_touched(tmp_path):
    content = write(tmp_path / "content").content
    public = tmp_path / "public"
    published(content, public, **FIXED)
    times = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in [public, *public.rglob("*")]}
    outcome = publish(content, public, **{**FIXED, "NOW": "2026-06-02T10:00", "PYTHONHASHSEED": "5"})
    assert (outcome.code, "Không có gì thay đổi" in outcome.said) == (0, True), outcome.said
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in [public, *public.rglob("*")]} == times


def test_a_small_change_leaves_the_times_of_all_other_files_alone(tmp_path):
    commune = write(tmp_path / "content")
    public = tmp_path / "public"
    published(commune.content, public, **FIXED)
    times = {path: path.stat().st_mtime_ns for path in public.rglob("*") if path.is_file()}
    before = tree(public)
    added(commune)
    after = published(commune.content, public, **FIXED)
    touched = {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file() and times.get(path) != path.stat().st_mtime_ns}
    assert touched == {path for path in after if before.get(path) != after[path]}
    assert len(touched) < 30


def test_a_refused_publish_leaves_the_public_site_as_it_was(tmp_path):
    commune = write(tmp_path / "content")
    before = published(commune.content, tmp_path / "public", **FIXED)
    commune.news("hong", date="31/2/2026")
    outcome = publish(commune.content, tmp_path / "public", **FIXED)
    assert outcome.code == 1
    assert "tin-tuc/hong.md:3" in outcome.said
    assert "Traceback" not in outcome.said
    assert tree(tmp_path / "public") == before
