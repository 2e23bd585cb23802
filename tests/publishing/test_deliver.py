"""Bringing a release to a target: only what changed, never over somebody else's site, right again after every cut."""

import json
import os

import pytest

from commands.deliver import unknown_targets
from commands.sending import Sending
from publishing.signing import check
from publishing.targets.config import FolderConfig, Secrets
from publishing.targets.contract import MANIFEST, TargetRefused
from publishing.targets.folder import FolderCopyTarget
from tests.commune import Commune, publish, run, tree
from tests.publishing.disk import DiskTarget, Publisher

OLD = {"index.html": "1", "a.html": "a1", "b.html": "b1", "theme/x.css": "x"}
NEW = {"index.html": "2", "a.html": "a2", "c.html": "c1", "theme/x.css": "x"}


def bytes_of(files: dict[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in files.items()}


@pytest.fixture
def ours(tmp_path) -> Publisher:
    return Publisher(tmp_path / "ours")


@pytest.fixture
def theirs(tmp_path) -> Publisher:
    return Publisher(tmp_path / "theirs")


@pytest.fixture
def disk(tmp_path) -> DiskTarget:
    (tmp_path / "dia").mkdir()
    return DiskTarget(tmp_path / "dia")


def test_a_first_delivery_brings_everything_and_the_manifest_last(ours, disk):
    release = ours.build(OLD)
    done = ours.bring(release, disk)
    assert (done.changes.drop, done.changes.size, done.number) == ((), sum(map(len, OLD.values())), 1)
    assert disk.served() == bytes_of(OLD)
    assert check(disk.get(MANIFEST), ours.desk.signer.key) == release.manifest
    assert disk.log.index(MANIFEST) > max(disk.log.index(path) for path in OLD)


def test_a_second_delivery_brings_only_what_changed_and_a_third_nothing(ours, disk):
    ours.bring(ours.build(OLD), disk)
    done = ours.bring(ours.build(NEW), disk)
    assert done.changes.put == ("c.html", "a.html", "index.html")
    assert done.changes.drop == ("b.html",)
    assert disk.served() == bytes_of(NEW)
    disk.log.clear()
    assert ours.bring(ours.build(NEW), disk).up_to_date
    assert disk.log == []


def test_a_dry_run_tells_the_same_and_touches_nothing(ours, disk):
    ours.bring(ours.build(OLD), disk)
    before = tree(disk.root)
    told = ours.bring(ours.build(NEW), disk, dry_run=True)
    assert (told.changes.put, told.changes.drop, told.dry_run) == (("c.html", "a.html", "index.html"), ("b.html",), True)
    assert tree(disk.root) == before


def test_after_a_cut_at_any_moment_the_next_run_ends_it(tmp_path, ours):
    for cut in range(40):
        disk = DiskTarget(tmp_path / f"dia-{cut}", name=f"dia-{cut}")
        disk.root.mkdir()
        ours.bring(ours.build(OLD), disk)
        disk.breaks_after = cut
        try:
            ours.bring(ours.build(NEW), disk)
            break
        except TargetRefused:
            disk.breaks_after = -1
        ours.bring(ours.build(NEW), disk)
        assert disk.served() == bytes_of(NEW), cut
    assert cut > 5


def test_after_a_cut_the_content_may_go_back_and_the_old_site_is_whole_again(tmp_path, ours):
    for cut in range(40):
        disk = DiskTarget(tmp_path / f"dia-{cut}", name=f"dia-{cut}")
        disk.root.mkdir()
        ours.bring(ours.build(OLD), disk)
        disk.breaks_after = cut
        try:
            ours.bring(ours.build(NEW), disk)
            break
        except TargetRefused:
            disk.breaks_after = -1
        ours.bring(ours.build(OLD), disk)
        assert disk.served() == bytes_of(OLD), cut
    assert cut > 5


def test_a_target_that_switches_whole_releases_gets_them_too(tmp_path, ours):
    (tmp_path / "srv").mkdir()
    target = FolderCopyTarget(FolderConfig(name="srv", secrets=Secrets("srv", {}), state=tmp_path / "state", path=tmp_path / "srv"))
    for files in (OLD, NEW, OLD):
        ours.bring(ours.build(files), target)
        served = tree(tmp_path / "srv" / "current")
        served.pop(MANIFEST)
        assert served == bytes_of(files)


@pytest.mark.parametrize("lies", [b"", b"{}", b"\xff\x00", b"[1,2"], ids=["empty", "no manifest", "no text", "half"])
def test_an_unreadable_manifest_is_told_and_everything_is_sent_again(lies, ours, disk):
    ours.bring(ours.build(OLD), disk)
    (disk.root / MANIFEST).write_bytes(lies)
    (disk.root / "a.html").write_text("lạ", encoding="utf-8")
    done = ours.bring(ours.build(NEW), disk)
    assert "không đọc được nên không được tin" in done.notices[0]
    assert set(done.changes.put) == set(NEW)
    assert disk.served() == bytes_of(NEW)


def test_a_forged_manifest_hides_nothing(ours, disk):
    ours.bring(ours.build(OLD), disk)
    told = json.loads(disk.get(MANIFEST))
    told["number"] = 999
    (disk.root / MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    done = ours.bring(ours.build(NEW), disk)
    assert "chữ ký sai" in done.notices[0]
    assert disk.served() == bytes_of(NEW)


def test_what_was_withdrawn_goes_even_when_the_manifest_was_lost(ours, disk):
    ours.bring(ours.build(OLD), disk)
    (disk.root / MANIFEST).unlink()
    (disk.root / "cua-nguoi-khac.txt").write_text("giữ", encoding="utf-8")
    ours.bring(ours.build(NEW), disk)
    assert disk.served() == bytes_of({**NEW, "cua-nguoi-khac.txt": "giữ"})


def test_a_site_of_another_key_is_refused_until_it_is_taken_over(ours, theirs, disk):
    theirs.bring(theirs.build({**OLD, "cu.html": "cũ"}), disk)
    before = tree(disk.root)
    with pytest.raises(TargetRefused, match=r"do khóa khác ký.*TAKEOVER=1"):
        ours.bring(ours.build(NEW), disk)
    assert tree(disk.root) == before
    done = ours.bring(ours.build(NEW), disk, takeover=True)
    assert done.number == 2
    assert disk.served() == bytes_of(NEW)
    with pytest.raises(TargetRefused, match="do khóa khác ký"):
        theirs.bring(theirs.build(OLD), disk)


def test_a_place_with_files_of_others_is_refused_until_it_is_taken_over(ours, disk):
    (disk.root / "index.html").write_text("trang của đơn vị khác", encoding="utf-8")
    with pytest.raises(TargetRefused, match=r"đã có 1 tệp không do chương trình gửi \(index.html\)"):
        ours.bring(ours.build(NEW), disk)
    assert disk.served() == {"index.html": "trang của đơn vị khác".encode()}
    ours.bring(ours.build(NEW), disk, takeover=True)
    assert disk.served() == bytes_of(NEW)


def test_a_greater_number_at_the_target_is_refused_with_a_remedy(ours, disk, tmp_path):
    for files in (OLD, NEW, {**NEW, "d.html": "d"}):
        ours.bring(ours.build(files), disk)
    (ours.home / "state" / "release.json").unlink()  # a state folder from an old backup
    before = tree(disk.root)
    with pytest.raises(TargetRefused, match=r"đang giữ bản số 3, làm lúc 12:00 ngày 01/06/2026, mới hơn bản số 1 .*TAKEOVER=1"):
        ours.bring(ours.build(OLD), disk)
    assert tree(disk.root) == before
    assert ours.bring(ours.build(OLD), disk, takeover=True).number == 4
    assert disk.served() == bytes_of(OLD)
    assert ours.bring(ours.build(NEW), disk).number == 5


def test_a_target_that_was_tampered_with_is_made_whole_by_taking_it_over(ours, disk, tmp_path):
    (tmp_path / "srv").mkdir()
    whole = FolderCopyTarget(FolderConfig(name="srv", secrets=Secrets("srv", {}), state=tmp_path / "state", path=tmp_path / "srv"))
    release = ours.build(OLD)
    for target, live in ((disk, disk.root), (whole, tmp_path / "srv" / "current")):
        ours.bring(release, target)
        (live / "a.html").write_text("a9", encoding="utf-8")
        assert ours.bring(release, target).up_to_date
        done = ours.bring(release, target, takeover=True)
        assert (set(done.changes.put), done.number) == (set(OLD), ours.desk.release(release.folder, release.manifest.files).manifest.number)
        assert {path: data for path, data in tree(live).items() if path != MANIFEST} == bytes_of(OLD)


def test_two_machines_with_one_key_cannot_overwrite_each_other_unseen(ours, theirs, disk):
    theirs.home.joinpath("state").mkdir(parents=True)
    ours.bring(ours.build(OLD), disk)
    (theirs.home / "state" / "signing-key").write_bytes((ours.home / "state" / "signing-key").read_bytes())
    with pytest.raises(TargetRefused, match="có thể đã đăng từ máy khác"):
        theirs.bring(theirs.build(NEW), disk)


def test_a_file_that_was_altered_after_the_build_is_never_sent(ours, disk):
    release = ours.build(NEW)
    (release.folder / "a.html").write_text("bị chèn", encoding="utf-8")
    with pytest.raises(TargetRefused, match=r"1 tệp trên máy này đã bị sửa sau khi dựng \(a.html\)"):
        ours.bring(release, disk)
    assert disk.served() == {}


def test_a_manifest_that_is_not_there_after_sending_is_no_success(ours, disk, monkeypatch):
    release = ours.build(OLD)
    real = disk.put
    monkeypatch.setattr(disk, "put", lambda path, data: real(path, b"{}" if path == MANIFEST else data))
    with pytest.raises(TargetRefused, match="đọc lại không thấy đúng bản vừa gửi"):
        ours.bring(release, disk)


def test_a_lock_of_another_stops_before_anything_is_sent(ours, disk):
    with disk.locked("anh-ba@may-2 pid 9"), pytest.raises(TargetRefused, match="Đang bị khóa"):
        ours.bring(ours.build(OLD), disk)
    assert disk.served() == {}
    ours.bring(ours.build(OLD), disk)
    assert disk.served() == bytes_of(OLD)


# — all targets of a profile, as a person runs it —


@pytest.fixture
def commune(tmp_path) -> Commune:
    """Two folders beside content/: one that is there, one whose disk is not mounted."""
    made = Commune(tmp_path / "content", **{"publish.kho": {"kind": "folder", "path": "kho"}, "publish.xa": {"kind": "folder", "path": "mnt/xa"}})
    made.news("bai-mot")
    (tmp_path / "kho").mkdir()
    return made


def served(folder) -> dict[str, bytes]:
    found = tree(folder / "current")
    found.pop(MANIFEST, None)
    return found


def test_every_target_is_tried_and_one_that_fails_is_told_with_an_exit_code(commune, tmp_path):
    public = tmp_path / "public"
    outcome = publish(commune.content, public)
    assert outcome.code == 2
    assert "kho: đã gửi" in outcome.said
    assert "xa: KHÔNG gửi được. Không có thư mục" in outcome.said
    assert served(tmp_path / "kho") == tree(public)
    (tmp_path / "mnt" / "xa").mkdir(parents=True)
    outcome = publish(commune.content, public)
    assert outcome.code == 0
    assert "Không có gì thay đổi" in outcome.said
    assert "kho: đã có đúng bản này" in outcome.said
    assert "xa: đã gửi" in outcome.said
    assert served(tmp_path / "mnt" / "xa") == tree(public)


def test_one_target_can_be_asked_for_and_a_wrong_name_stops_before_the_build(commune, tmp_path):
    public, cache = tmp_path / "public", tmp_path / "cache"
    outcome = run("publish", "--content", commune.content, "--public", public, "--target", "kho", cache=cache)
    assert (outcome.code, "xa:" in outcome.said) == (0, False)
    outcome = run("publish", "--content", commune.content, "--public", tmp_path / "other", "--target", "khoo", cache=cache)
    assert outcome.code == 2
    assert "Không có nơi đăng 'khoo' trong site.toml (đang có: kho, xa)" in outcome.said
    assert not (tmp_path / "other").exists()


def test_a_dry_run_switches_nothing_here_and_sends_nothing_there(commune, tmp_path):
    public, cache = tmp_path / "public", tmp_path / "cache"
    run("publish", "--content", commune.content, "--public", public, "--target", "kho", cache=cache)
    before, there = tree(public), tree(tmp_path / "kho")
    commune.news("bai-hai")
    outcome = run("publish", "--content", commune.content, "--public", public, "--target", "kho", "--dry-run", cache=cache)
    assert outcome.code == 0, outcome.said
    assert "+ tin-tuc/bai-hai.html" in outcome.said
    assert "kho: sẽ gửi" in outcome.said
    assert (tree(public), tree(tmp_path / "kho")) == (before, there)


def test_what_stands_under_publish_changes_no_page(commune, tmp_path):
    public = tmp_path / "public"
    publish(commune.content, public)
    before = {path: os.stat(public / path).st_mtime_ns for path in tree(public)}
    commune.profile(**{"publish.kho": {"kind": "folder", "path": "kho", "address": "https://kho.example"}})
    outcome = publish(commune.content, public)
    assert "Không có gì thay đổi" in outcome.said
    assert {path: os.stat(public / path).st_mtime_ns for path in tree(public)} == before


def test_without_targets_no_key_is_made(tmp_path):
    commune = Commune(tmp_path / "content")
    commune.news("bai-mot")
    assert publish(commune.content, tmp_path / "public").code == 0
    assert not (tmp_path / ".public.cchc" / "signing-key").exists()


def test_names_are_checked_against_the_profile_and_a_broken_profile_is_left_to_the_gate(commune):
    assert unknown_targets(commune.content, Sending(("kho", "xa"))) == ""
    assert unknown_targets(commune.content, Sending()) == ""
    commune.write("site.toml", "= hỏng")
    assert unknown_targets(commune.content, Sending(("kho",))) == ""
