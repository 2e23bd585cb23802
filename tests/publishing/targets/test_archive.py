"""A zip to hand over holds the release and nothing else, with the same bytes each time."""

import os
import subprocess
import zipfile

import pytest
from filelock import FileLock

from publishing.targets.archive import ArchiveTarget
from publishing.targets.config import ArchiveConfig, Secrets
from publishing.targets.contract import MANIFEST, Promise, TargetRefused
from tests.publishing.targets.publisher import bytes_of_release, commune_site, publish, release_of, served_by


@pytest.fixture
def target(tmp_path) -> ArchiveTarget:
    return ArchiveTarget(ArchiveConfig(name="usb", secrets=Secrets("usb", {}), state=tmp_path / "state", file=tmp_path / "giao" / "trang.zip"))


@pytest.fixture
def release(tmp_path):
    return release_of(tmp_path, 1, commune_site("1"))


def test_a_zip_holds_what_the_release_holds_and_its_signed_manifest(target, release, tmp_path):
    told = publish(target, release)
    with zipfile.ZipFile(target.config.file) as packed:
        packed.extractall(tmp_path / "out")
        assert packed.testzip() is None
    found = {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert found.pop(MANIFEST) == release.signed
    assert found == bytes_of_release(release)
    assert told == {path: entry.size for path, entry in release.manifest.files.items()}
    assert target.promise is Promise.HANDED_OVER


def test_packing_twice_gives_the_same_bytes_wherever_whenever_and_in_whatever_order_files_lie(target, release, tmp_path):
    publish(target, release)
    first = target.config.file.read_bytes()
    target.config.file.unlink()
    backwards = release_of(tmp_path / "elsewhere", 1, dict(reversed(commune_site("1").items())))
    for path in backwards.manifest.files:
        os.utime(backwards.folder / path, (0, 0))
        (backwards.folder / path).chmod(0o600)
    publish(target, backwards)
    assert target.config.file.read_bytes() == first


def test_the_next_release_takes_the_place_of_the_last(target, release, tmp_path):
    publish(target, release)
    publish(target, release_of(tmp_path, 2, {"index.html": "mới"}))
    assert served_by(target) == {"index.html": "mới".encode()}
    assert [path.name for path in target.config.file.parent.iterdir()] == ["trang.zip"]


def test_before_the_first_release_nothing_lies_there(target):
    with target.open() as session:
        assert session.manifest() is None
        assert list(session.listing()) == []
        assert session.read("index.html") is None


def test_a_file_that_somebody_put_into_the_zip_is_listed(target, release):
    publish(target, release)
    with zipfile.ZipFile(target.config.file, "a") as packed:
        packed.writestr("shell.php", "<?php")
    assert served_by(target).keys() - release.manifest.files.keys() == {"shell.php"}


@pytest.mark.parametrize("there", [b"my own notes", b""], ids=["no zip", "empty"])
def test_a_file_that_is_no_zip_is_never_replaced(there, target, release):
    target.config.file.parent.mkdir()
    target.config.file.write_bytes(there)
    with pytest.raises(TargetRefused, match="không phải tệp zip đọc được"):
        publish(target, release)
    assert target.config.file.read_bytes() == there


def test_a_zip_of_somebody_else_is_never_replaced(target, release):
    target.config.file.parent.mkdir()
    with zipfile.ZipFile(target.config.file, "w") as packed:
        packed.writestr("anh-cuoi.jpg", "quý")
    with pytest.raises(TargetRefused, match="không do chương trình này tạo ra"):
        publish(target, release)
    with zipfile.ZipFile(target.config.file) as packed:
        assert packed.namelist() == ["anh-cuoi.jpg"]


def test_a_file_that_changed_after_the_build_stops_the_packing_and_the_old_zip_stays(target, release, tmp_path):
    publish(target, release)
    before = target.config.file.read_bytes()
    changed = release_of(tmp_path, 2, {"index.html": "mới", "z.html": "z"})
    (changed.folder / "z.html").write_text("bị sửa")
    with pytest.raises(TargetRefused, match=r"z\.html của bản dựng đã bị đổi"):
        publish(target, changed)
    assert target.config.file.read_bytes() == before
    assert [path.name for path in target.config.file.parent.iterdir()] == ["trang.zip"]


def test_a_folder_where_nothing_can_be_written_is_named(target, release):
    target.config.file.parent.write_text("a file where the folder should be")
    with pytest.raises(TargetRefused, match=r"Không ghi được tệp .*trang\.zip"):
        publish(target, release)


def test_a_full_disk_leaves_the_old_zip(target, release, tmp_path, small_disk):
    target = ArchiveTarget(ArchiveConfig(name="usb", secrets=Secrets("usb", {}), state=tmp_path / "state", file=small_disk / "trang.zip"))
    publish(target, release)
    before = target.config.file.read_bytes()
    with pytest.raises(TargetRefused, match="No space left on device"):
        publish(target, release_of(tmp_path, 2, {"lon.pdf": os.urandom(2_000_000)}))
    assert target.config.file.read_bytes() == before
    assert [path.name for path in small_disk.iterdir()] == ["trang.zip"]
    publish(target, release_of(tmp_path, 3, {"index.html": "nhỏ"}))
    assert served_by(target) == {"index.html": "nhỏ".encode()}


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte; needs the right to mount."""
    place = tmp_path / "disk"
    place.mkdir()
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("tmpfs cannot be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_two_publishers_do_not_write_at_once(target, release):
    with target.open() as session, session.locked("cán bộ A"), pytest.raises(TargetRefused, match="của cán bộ A"):
        publish(target, release, owner="cán bộ B")
    publish(target, release, owner="cán bộ B")


def test_what_a_killed_packer_left_beside_goes_with_the_next_run(target, release):
    target.config.file.parent.mkdir()
    (target.config.file.parent / ".trang.zip.cchc").write_bytes(b"half")
    publish(target, release)
    assert [path.name for path in target.config.file.parent.iterdir()] == ["trang.zip"]
    assert not FileLock(target.config.state / "lock").is_locked
