"""The whole way at every kind of target, against real servers: brought, found honest, guarded, taken over, rolled back."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from publishing.audit import Findings, Place, audit
from publishing.targets.archive import ArchiveTarget
from publishing.targets.branch import BranchTarget
from publishing.targets.config import ArchiveConfig, BranchConfig, FolderConfig, S3Config, Secrets
from publishing.targets.contract import Release, Target, TargetRefused
from publishing.targets.folder import FolderCopyTarget
from publishing.targets.rsync import RsyncTarget
from publishing.targets.s3 import Layout, S3Target
from publishing.targets.sftp import SftpTarget
from tests.publishing.disk import Publisher
from tests.publishing.targets.ftp_server import certificate, vsftpd
from tests.publishing.targets.s3_server import KEY_ID, SECRET_KEY, client_at, moto_process
from tests.publishing.targets.ssh_server import Sshd

OLD = {"index.html": "1", "a.html": "a1", "b.html": "b1", "theme/x.css": "x", "tin-tuc/đăng ký.html": "đ"}
NEW = {"index.html": "2", "a.html": "a2", "c.html": "c1", "theme/x.css": "x", "tin-tuc/đăng ký.html": "đ"}

Opening = Callable[[Path, Sshd], AbstractContextManager[Target]]


def _made(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def folder(home: Path, _: Sshd) -> AbstractContextManager[Target]:
    return nullcontext(FolderCopyTarget(FolderConfig(name="kho", secrets=Secrets("kho", {}), state=home / "state", path=_made(home / "kho"))))


def branch(home: Path, _: Sshd) -> AbstractContextManager[Target]:
    subprocess.run(["git", "init", "-q", "--bare", home / "kho.git"], check=True)
    return nullcontext(BranchTarget(BranchConfig(name="git", secrets=Secrets("git", {}), state=home / "state", remote=str(home / "kho.git"))))


def archive(home: Path, _: Sshd) -> AbstractContextManager[Target]:
    return nullcontext(ArchiveTarget(ArchiveConfig(name="zip", secrets=Secrets("zip", {}), state=home / "state", file=home / "giao.zip")))


@contextmanager
def ftps(home: Path, _: Sshd) -> Iterator[Target]:
    with vsftpd(_made(home / "ftp"), certificate(home / "cert")) as server:
        yield server.target()


def sftp(home: Path, sshd: Sshd) -> AbstractContextManager[Target]:
    return nullcontext(SftpTarget(sshd.sftp(_made(home / "web"))))


def rsync(home: Path, sshd: Sshd) -> AbstractContextManager[Target]:
    if not shutil.which("rsync"):
        pytest.skip("needs Debian's rsync")
    return nullcontext(RsyncTarget(sshd.rsync(_made(home / "web"))))


@contextmanager
def s3(home: Path, layout: Layout) -> Iterator[Target]:
    secrets = Secrets("kho", {"CCHC_KHO_KEY_ID": KEY_ID, "CCHC_KHO_SECRET_KEY": SECRET_KEY})
    with moto_process(home / "log") as address:
        admin = client_at(address)
        admin.create_bucket(Bucket="trang-lamkhe")
        admin.close()
        yield S3Target(S3Config(name="kho", secrets=secrets, state=home / "state", bucket="trang-lamkhe", endpoint=address, region="us-east-1"), layout)


def s3_plain(home: Path, _: Sshd) -> AbstractContextManager[Target]:
    return s3(home, Layout.PLAIN)


def s3_releases(home: Path, _: Sshd) -> AbstractContextManager[Target]:
    return s3(home, Layout.RELEASES)


def look(target: Target, release: Release) -> Findings:
    with target.open() as session:
        return audit(release.manifest, release.signed, Place(session.listing, session.read, session.manifest), {})


@pytest.mark.parametrize("opening", [folder, branch, archive, ftps, sftp, *(pytest.param(one, marks=pytest.mark.slow) for one in (rsync, s3_plain, s3_releases))])
def test_a_release_is_brought_found_honest_rolled_back_and_guarded(opening: Opening, sshd: Sshd, tmp_path):
    ours, theirs = Publisher(tmp_path / "ours"), Publisher(tmp_path / "theirs")
    with opening(_made(tmp_path / "at"), sshd) as target:
        for files, put, drop in ((OLD, set(OLD), ()), (NEW, {"index.html", "a.html", "c.html"}, ("b.html",)), (OLD, {"index.html", "a.html", "b.html"}, ("c.html",))):
            release = ours.build(files)
            assert ours.bring(release, target, dry_run=True).changes.drop == drop
            done = ours.bring(release, target)
            assert (set(done.changes.put), done.changes.drop) == (put, drop)
            assert look(target, release).honest
            assert ours.bring(release, target).up_to_date
        assert not look(target, ours.build(NEW)).honest
        with pytest.raises(TargetRefused, match="do khóa khác ký"):
            theirs.bring(theirs.build(NEW), target)
        assert look(target, release).honest
        mine = theirs.build(NEW)
        done = theirs.bring(mine, target, takeover=True)
        assert done.number == 4
        found = look(target, theirs.desk.release(mine.folder, mine.manifest.files))
        assert found.honest, found
