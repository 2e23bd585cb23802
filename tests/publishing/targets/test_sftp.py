"""SFTP against a real sshd."""

import getpass
import os
import subprocess
import time
from pathlib import Path

import pytest

from publishing.targets.config import Secrets
from publishing.targets.contract import Target, TargetRefused
from publishing.targets.sftp import SftpTarget
from tests.ports import free_port
from tests.publishing.targets.cutting import Orders
from tests.publishing.targets.publisher import commune_site, publish, release_of
from tests.publishing.targets.release_behaviour import ReleaseBehaviour
from tests.publishing.targets.release_checks import (
    check_cuts,
    check_deaths,
    check_each_request,
    check_kills,
    check_switches_under_reading,
)
from tests.publishing.targets.release_sites import editions, on_disk, small_site, whole
from tests.publishing.targets.sender import senders
from tests.publishing.targets.ssh_server import SFTP_SERVER, Sshd, line_to, make_key, sshd_in


@pytest.fixture
def site(tmp_path) -> Path:
    place = tmp_path / "trang web"
    place.mkdir()
    return place


@pytest.fixture
def target(sshd: Sshd, site: Path) -> Target:
    return SftpTarget(sshd.sftp(site))


class TestSftp(ReleaseBehaviour):
    pass


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_release(target, site, tmp_path):
    with senders(2, "publishing.targets.sftp") as killers:
        check_kills(killers, target, site, tmp_path, kills=200)


@pytest.mark.slow
def test_the_death_of_the_server_at_any_moment_leaves_the_old_or_the_new_release(sshd, target, site, tmp_path):
    check_deaths(sshd.kill_sessions, target, site, tmp_path, deaths=100, seed=3)


@pytest.mark.slow
def test_a_line_cut_after_any_number_of_bytes_leaves_a_whole_release_and_the_next_run_completes_it(sshd, site, tmp_path):
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        check_cuts(line, SftpTarget(sshd.sftp(site, port=line.port)), site, tmp_path, cuts=20)


@pytest.mark.slow
def test_a_connection_cut_after_each_request_leaves_a_whole_release_and_the_next_run_completes_it(site, tmp_path):
    orders = Orders(tmp_path / "orders")
    with sshd_in(tmp_path / "sshd", sftp=orders.wrapped(str(SFTP_SERVER), str(SFTP_SERVER))) as server:
        assert check_each_request(orders, SftpTarget(server.sftp(site)), site, tmp_path) > 100


def test_after_a_cut_only_what_is_missing_is_sent(sshd, site, tmp_path):
    large = {f"tai-lieu/{n}.pdf": os.urandom(300_000) for n in range(20)}
    release = release_of(tmp_path, 1, {**small_site("một"), **large})
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        target = SftpTarget(sshd.sftp(site, port=line.port))
        line.until(4_500_000)
        with pytest.raises(TargetRefused, match=r"Kết nối tới máy chủ 127\.0\.0\.1 bị cắt.*gửi tiếp phần còn lại"):
            publish(target, release)
        line.up = 0
        publish(target, release)
        assert line.up < 3_000_000
    assert on_disk(site / "current") == whole(release)


def test_a_second_sending_costs_few_bytes_on_the_line(sshd, site, tmp_path):
    old = release_of(tmp_path, 1, commune_site("một", items=200))
    new = release_of(tmp_path, 2, {**{path: (old.folder / path).read_bytes() for path in old.manifest.files}, "moi.html": "x" * 1000})
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        target = SftpTarget(sshd.sftp(site, port=line.port))
        publish(target, old)
        line.until(None)
        assert publish(target, new) == {"moi.html": 1000}
        assert line.up < 120_000  # some 200 names to link, and the manifest


def test_pages_can_be_read_at_any_moment_of_a_switch(target, site, tmp_path):
    assert check_switches_under_reading(target, site, tmp_path, switches=20) > 1000


def test_a_server_that_knows_no_hard_links_gets_every_file_again(site, tmp_path):
    with sshd_in(tmp_path / "sshd", "hardlink") as server:
        old, new = editions(tmp_path)
        publish(SftpTarget(server.sftp(site)), old)
        told = publish(SftpTarget(server.sftp(site)), new)
    assert told == {path: entry.size for path, entry in new.manifest.files.items()}
    assert on_disk(site / "current") == whole(new)


@pytest.mark.parametrize(("denied", "message"), [("symlink", r"không tạo được liên kết|không cho ghi"), ("posix-rename", r"không đổi được liên kết trong một bước")])
def test_a_server_that_cannot_switch_is_refused_before_anything_is_sent(site, tmp_path, denied, message):
    with sshd_in(tmp_path / "sshd", denied) as server, pytest.raises(TargetRefused, match=message):
        publish(SftpTarget(server.sftp(site)), editions(tmp_path)[0])
    assert not any(path.is_file() for path in site.rglob("*"))


def test_a_password_is_taken_from_the_environment_and_a_wrong_one_is_told_without_it(site, tmp_path):
    """A server in a mount name space of its own, where the account of this process has a password."""
    if os.getuid() != 0 or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("needs root")
    hashed = subprocess.run(["openssl", "passwd", "-6", "đúng rồi"], capture_output=True, text=True, check=True).stdout.strip()
    (tmp_path / "shadow").write_text(f"{getpass.getuser()}:{hashed}:19000:0:99999:7:::\n")
    before = ("unshare", "-m", "sh", "-c", f'mount --bind "{tmp_path}/shadow" /etc/shadow && exec "$@"', "sh")
    with sshd_in(tmp_path / "sshd", before=before) as server:
        settings = {"key_file": None, "secrets": Secrets("may-chu", {"CCHC_MAY_CHU_PASSWORD": "đúng rồi"})}
        old, _ = editions(tmp_path)
        publish(SftpTarget(server.sftp(site, **settings)), old)
        settings["secrets"] = Secrets("may-chu", {"CCHC_MAY_CHU_PASSWORD": "sai rồi"})
        with pytest.raises(TargetRefused, match=r"không nhận tài khoản.*CCHC_MAY_CHU_PASSWORD") as told:
            publish(SftpTarget(server.sftp(site, **settings)), old)
    assert on_disk(site / "current") == whole(old)
    assert "sai rồi" not in str(told.value)


def test_a_key_that_the_server_does_not_take_is_told(sshd, site, tmp_path):
    make_key(tmp_path / "another")
    with pytest.raises(TargetRefused, match=r"không nhận tài khoản"):
        publish(SftpTarget(sshd.sftp(site, key_file=tmp_path / "another")), editions(tmp_path)[0])


def test_a_key_file_with_a_passphrase_is_opened_from_the_environment_only(sshd, site, tmp_path):
    key = tmp_path / "locked"
    key.write_bytes((sshd.folder / "account key").read_bytes())
    key.chmod(0o600)
    subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", "mở ra", "-f", str(key)], check=True, stdout=subprocess.DEVNULL)
    with pytest.raises(TargetRefused, match=r"CCHC_MAY_CHU_PASSPHRASE"):
        publish(SftpTarget(sshd.sftp(site, key_file=key)), editions(tmp_path)[0])
    publish(SftpTarget(sshd.sftp(site, key_file=key, secrets=Secrets("may-chu", {"CCHC_MAY_CHU_PASSPHRASE": "mở ra"}))), editions(tmp_path)[0])


def test_an_unknown_host_is_refused_with_its_fingerprint_and_how_to_accept_it(sshd, site, tmp_path):
    printed = subprocess.run(["ssh-keygen", "-l", "-f", str(sshd.folder / "host.pub")], capture_output=True, text=True, check=True).stdout.split()[1]
    with pytest.raises(TargetRefused, match=r"Chưa biết máy chủ.*ssh-keyscan -p \d+ 127\.0\.0\.1") as told:
        publish(SftpTarget(sshd.sftp(site, known_hosts=tmp_path / "empty")), editions(tmp_path)[0])
    assert printed in str(told.value)
    assert not any(site.iterdir())


def test_a_changed_host_key_is_refused_as_a_possible_impostor(sshd, site, tmp_path):
    make_key(tmp_path / "other")
    known = tmp_path / "known"
    known.write_text(f"[127.0.0.1]:{sshd.port} {(tmp_path / 'other.pub').read_text()}")
    with pytest.raises(TargetRefused, match=r"đã đổi.*SHA256:.*giả làm.*ssh-keygen -R '\[127\.0\.0\.1\]:\d+'"):
        publish(SftpTarget(sshd.sftp(site, known_hosts=known)), editions(tmp_path)[0])


def test_a_server_that_is_off_or_has_no_such_name_is_told(sshd, site, tmp_path):
    with pytest.raises(TargetRefused, match=r"không nhận kết nối ở cổng \d+"):
        publish(SftpTarget(sshd.sftp(site, port=free_port())), editions(tmp_path)[0])
    with pytest.raises(TargetRefused, match=r"Không tìm thấy máy chủ khong-co\.invalid"):
        publish(SftpTarget(sshd.sftp(site, host="khong-co.invalid")), editions(tmp_path)[0])


@pytest.mark.parametrize("after", [0, 1000, 30_000], ids=["at once", "while logging in", "while sending"])
def test_a_server_that_falls_silent_is_given_up(sshd, site, tmp_path, after):
    release = release_of(tmp_path, 1, {"to.pdf": os.urandom(100_000)})
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        line.until(after, silent=True)
        began = time.monotonic()
        with pytest.raises(TargetRefused, match=r"không trả lời|bị cắt"):
            publish(SftpTarget(sshd.sftp(site, port=line.port), timeout=1.0), release)
        assert time.monotonic() - began < 8
