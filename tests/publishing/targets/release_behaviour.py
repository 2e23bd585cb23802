"""What every target of releases does; each kind's own file of tests runs these with its ``target`` and ``site``."""

import json
import os
import platform
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from publishing.targets import lock
from publishing.targets.contract import KEPT, LOCK, MANIFEST, Promise, Target, TargetRefused
from tests.publishing.targets.publisher import bytes_of_release, publish, release_of, served_by
from tests.publishing.targets.release_sites import editions, on_disk, small_site, whole


@contextmanager
def mounted(place: Path, options: str) -> Iterator[None]:
    """A small file system of its own at a folder."""
    if os.getuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False).returncode:
        pytest.skip("mounting a tmpfs needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def note(**changes: object) -> str:
    mine = json.loads(lock.Note.mine("cán bộ B").written())
    return json.dumps({**mine, **changes})


def dead_pid() -> int:
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


class ReleaseBehaviour:
    def test_the_first_sending_serves_every_byte_with_dotfiles_and_vietnamese_names(self, target: Target, site: Path, tmp_path):
        release = release_of(tmp_path, 1, small_site("một"))
        told = publish(target, release)
        assert target.promise is Promise.WHOLE
        assert on_disk(site / "current") == whole(release)
        assert served_by(target) == bytes_of_release(release)
        assert told == {path: entry.size for path, entry in release.manifest.files.items()}
        assert sorted(p.name for p in site.iterdir()) == ["current", "releases"]

    def test_an_empty_target_holds_and_serves_nothing(self, target):
        with target.open() as session:
            assert session.manifest() is None
            assert list(session.listing()) == []
            assert session.read("index.html") is None

    def test_the_second_sending_sends_what_changed_and_links_the_rest(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        before = {path: (site / "current" / path).stat().st_ino for path in old.manifest.files}
        told = publish(target, new)
        changed = {path for path, entry in new.manifest.files.items() if old.manifest.files.get(path) != entry}
        assert {path: size for path, size in told.items() if size} == {path: new.manifest.files[path].size for path in changed}
        after = {path: (site / "current" / path).stat().st_ino for path in new.manifest.files}
        assert {path for path in after if before.get(path) == after[path]} == new.manifest.files.keys() - changed
        assert on_disk(site / "current") == whole(new)

    def test_putting_an_earlier_release_back_only_points_to_it(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        folder = (site / "current").readlink()
        publish(target, new)
        began = time.monotonic()
        told = publish(target, old)
        assert time.monotonic() - began < 5
        assert not any(told.values())
        assert (site / "current").readlink() == folder
        assert on_disk(site / "current") == whole(old)

    def test_earlier_files_under_a_new_number_are_linked_not_sent(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        publish(target, new)
        again = release_of(tmp_path, 3, small_site("một"))
        assert again.manifest.id == old.manifest.id
        assert not any(publish(target, again).values())
        assert on_disk(site / "current") == whole(again)

    def test_the_last_releases_are_kept_and_what_killed_runs_left_is_removed(self, target, site, tmp_path):
        releases = [release_of(tmp_path, number, {"index.html": f"bản {number}", f"{number}.html": "x"}) for number in range(1, KEPT + 3)]
        for name in ("7-" + "0" * 20 + ".part", "1-" + "0" * 20 + ".gone", "của-người-khác"):
            (site / "releases" / name / "a").mkdir(parents=True)
            (site / "releases" / name / "a/b.html").write_text("cũ")
        for release in releases:
            publish(target, release)
        kept = {f"{r.manifest.number}-{r.manifest.id}" for r in releases[-KEPT:]}
        assert {p.name for p in (site / "releases").iterdir()} == {*kept, "của-người-khác"}
        assert "1.html" not in served_by(target)

    def test_what_a_cut_run_left_is_checked_and_only_the_rest_is_sent(self, target, site, tmp_path):
        release = release_of(tmp_path, 1, small_site("một"))
        part = site / "releases" / f"1-{release.manifest.id}.part"
        (part / "tin-tuc").mkdir(parents=True)
        (part / "index.html").write_bytes((release.folder / "index.html").read_bytes())
        (part / "tin-tuc/bai-00.html").write_bytes(bytes(release.manifest.files["tin-tuc/bai-00.html"].size))
        (part / "tin-tuc/bai-01.html").write_bytes((release.folder / "tin-tuc/bai-01.html").read_bytes()[:100])
        (part / "tin-tuc/.bai-02.html.Xy12Zz").write_text("dở")
        (part / MANIFEST).write_text("dở")
        told = publish(target, release)
        assert [path for path, size in told.items() if size == 0] == ["index.html"]
        assert on_disk(site / "current") == whole(release)

    def test_what_a_cut_run_linked_is_never_written_into(self, target, site, tmp_path):
        old, new = release_of(tmp_path, 1, {"index.html": "cũ", "a.html": "a"}), release_of(tmp_path, 2, {"index.html": "mới!", "a.html": "a"})
        publish(target, old)
        part = site / "releases" / f"2-{new.manifest.id}.part"
        part.mkdir()
        (part / "index.html").hardlink_to(site / "current/index.html")
        earlier = (site / "current").resolve()
        publish(target, new)
        assert on_disk(earlier) == whole(old)
        assert on_disk(site / "current") == whole(new)

    def test_a_second_publisher_is_refused_and_told_who_is_at_work(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        refused = pytest.raises(TargetRefused, match=r"Đang có lượt đăng khác.*cán bộ A.*chưa đầy một phút trước")
        with target.open() as session, session.locked("cán bộ A"), refused:
            publish(target, new, owner="cán bộ B")
        assert on_disk(site / "current") == whole(old)
        publish(target, new, owner="cán bộ B")
        assert on_disk(site / "current") == whole(new)

    def test_the_lock_of_a_process_that_died_on_this_machine_is_taken_over(self, target, site, tmp_path):
        (site / LOCK).symlink_to(note(pid=dead_pid()))
        old, _ = editions(tmp_path)
        publish(target, old)
        assert on_disk(site / "current") == whole(old)
        assert not (site / LOCK).is_symlink()

    def test_of_many_who_find_a_dead_lock_at_once_one_takes_it(self, target, site):
        (site / LOCK).symlink_to(note(pid=dead_pid()))
        start, done = threading.Barrier(4), threading.Barrier(4)

        def attempt(owner: int) -> bool:
            with target.open() as session:
                start.wait(20)
                try:
                    with session.locked(f"cán bộ {owner}"):
                        done.wait(20)
                        return True
                except TargetRefused:
                    done.wait(20)
                    return False

        with ThreadPoolExecutor(4) as pool:
            assert sum(pool.map(attempt, range(4))) == 1
        assert not (site / LOCK).is_symlink()

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (note(host="may-khac", pid=1, time=(datetime.now(UTC) - timedelta(hours=5)).isoformat()), r"may-khac.*5 giờ trước.*xóa cchc-lock.json"),
            (note(host="may-khac", pid=1, time=(datetime.now(UTC) + timedelta(days=400)).isoformat()), r"may-khac.*chưa đầy một phút trước.*Chờ"),
            (note(machine="x", pid=1, time=(datetime.now(UTC) - timedelta(days=3)).isoformat()), platform.node() + r".*3 ngày trước"),
            ("không phải của chương trình này", r"không rõ của ai.*xóa cchc-lock.json"),
        ],
    )
    def test_a_lock_that_may_be_alive_is_explained_and_left(self, target, site, tmp_path, text, message):
        (site / LOCK).symlink_to(text)
        with pytest.raises(TargetRefused, match=message):
            publish(target, editions(tmp_path)[0])
        assert os.readlink(site / LOCK) == text

    def test_a_folder_or_a_link_that_is_not_ours_is_never_replaced(self, target, site, tmp_path):
        (site / "current").mkdir()
        (site / "current/index.html").write_text("của người khác")
        with pytest.raises(TargetRefused, match=r"'current' không phải liên kết.*Đổi tên"):
            publish(target, editions(tmp_path)[0])
        assert on_disk(site / "current") == {"index.html": "của người khác".encode()}
        (site / "current").rename(site / "khac")
        (site / "current").symlink_to("khac")
        with pytest.raises(TargetRefused, match=r"'current' dẫn tới nơi khác \(khac\)"):
            publish(target, editions(tmp_path)[0])

    def test_a_missing_folder_is_named(self, target, site, tmp_path):
        site.rmdir()
        with pytest.raises(TargetRefused, match=r"(?s)Không có thư mục .*Tạo thư mục"):
            publish(target, editions(tmp_path)[0])

    def test_a_folder_that_cannot_be_written_is_named(self, target, site, tmp_path):
        with mounted(site, "ro"), pytest.raises(TargetRefused, match=r"Không ghi|không cho ghi|từ chối một lệnh"):
            publish(target, editions(tmp_path)[0])

    def test_a_full_disk_leaves_the_site_whole_and_gives_the_room_back(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        large = release_of(tmp_path, 3, {**small_site("ba"), "to.pdf": os.urandom(600_000)})
        with mounted(site, "size=300k"):
            publish(target, old)
            with pytest.raises(TargetRefused, match=r"(?i)hết chỗ hoặc hết hạn mức"):
                publish(target, large)
            assert on_disk(site / "current") == whole(old)
            publish(target, new)
            assert on_disk(site / "current") == whole(new)

    def test_a_file_that_changes_while_it_is_sent_stops_the_sending(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        (new.folder / "index.html").write_text("<h1>sửa</h1>")
        with pytest.raises(TargetRefused, match=r"index\.html"):
            publish(target, new)
        assert on_disk(site / "current") == whole(old)
        (new.folder / "index.html").write_text("<h1>hai</h1>")
        publish(target, new)
        assert on_disk(site / "current") == whole(new)

    def test_a_path_that_leads_out_is_never_sent(self, target, site, tmp_path):
        release = release_of(tmp_path, 1, {"index.html": "x"})
        bad = replace(release, manifest=replace(release.manifest, files={"../x.html": release.manifest.files["index.html"]}))
        with pytest.raises(TargetRefused, match=r"\.\./x\.html"):
            publish(target, bad)
        assert not (site / "releases").exists()

    def test_strangers_are_listed_and_go_with_the_release_they_lie_in(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        (site / "current/.htaccess").write_text("x")
        (site / "current/tin-tuc/shell.php").write_text("<?php")
        (site / "current/ra-ngoai").symlink_to("/etc")
        with target.open() as session:
            assert set(session.listing()) - old.manifest.files.keys() == {".htaccess", "tin-tuc/shell.php", "ra-ngoai"}
            assert session.read("tin-tuc/shell.php") == b"<?php"
            assert session.read("../../x") is None
        publish(target, new)
        assert on_disk(site / "current") == whole(new)

    def test_sending_what_is_served_already_changes_nothing(self, target, site, tmp_path):
        old, _ = editions(tmp_path)
        publish(target, old)
        folder = (site / "current").readlink()
        publish(target, old)
        assert (site / "current").readlink() == folder

    def test_a_live_release_that_lost_a_file_is_made_anew(self, target, site, tmp_path):
        old, _ = editions(tmp_path)
        publish(target, old)
        (site / "current/index.html").unlink()
        publish(target, old)
        assert on_disk(site / "current") == whole(old)
