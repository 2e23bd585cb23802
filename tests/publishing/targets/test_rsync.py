"""rsync over SSH against a real sshd."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from publishing.targets.contract import Target, TargetRefused
from publishing.targets.rsync import RsyncTarget
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
from tests.publishing.targets.ssh_server import Sshd, line_to, make_key, sshd_in

pytestmark = pytest.mark.skipif(not (shutil.which("rsync") and shutil.which("ssh")), reason="needs Debian's rsync and openssh-client")


@pytest.fixture
def site(tmp_path) -> Path:
    place = tmp_path / "trang 'web' $(x)"
    place.mkdir()
    return place


@pytest.fixture
def target(sshd: Sshd, site: Path) -> Target:
    return RsyncTarget(sshd.rsync(site))


class TestRsync(ReleaseBehaviour):
    def test_a_live_page_that_was_changed_is_sent_again_instead_of_linked(self, target, site, tmp_path):
        old, new = editions(tmp_path)
        publish(target, old)
        page = site / "current/tin-tuc/bai-00.html"
        page.write_bytes(bytes(len(page.read_bytes())))
        assert "tin-tuc/bai-00.html" in publish(target, new)
        assert on_disk(site / "current") == whole(new)


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_release(target, site, tmp_path):
    with senders(4, "publishing.targets.rsync") as killers:
        check_kills(killers, target, site, tmp_path, kills=200)


@pytest.mark.slow
def test_the_death_of_the_server_at_any_moment_leaves_the_old_or_the_new_release(sshd, target, site, tmp_path):
    check_deaths(sshd.kill_sessions, target, site, tmp_path, deaths=100, seed=5)


@pytest.mark.slow
def test_a_line_cut_after_any_number_of_bytes_leaves_a_whole_release_and_the_next_run_completes_it(sshd, site, tmp_path):
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        check_cuts(line, RsyncTarget(sshd.rsync(site, port=line.port)), site, tmp_path, cuts=6)


@pytest.mark.slow
def test_a_connection_cut_after_each_command_leaves_a_whole_release_and_the_next_run_completes_it(site, tmp_path):
    orders = Orders(tmp_path / "orders")
    with sshd_in(tmp_path / "sshd", forced=orders.wrapped('/bin/sh -c "$SSH_ORIGINAL_COMMAND"')) as server:
        assert check_each_request(orders, RsyncTarget(server.rsync(site)), site, tmp_path) > 15


def test_after_a_cut_only_what_is_missing_is_sent(sshd, site, tmp_path):
    large = {f"tai-lieu/{n}.pdf": os.urandom(300_000) for n in range(20)}
    release = release_of(tmp_path, 1, {**small_site("một"), **large})
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        target = RsyncTarget(sshd.rsync(site, port=line.port))
        line.until(4_500_000)
        with pytest.raises(TargetRefused, match=r"Kết nối tới máy chủ 127\.0\.0\.1 bị cắt.*gửi tiếp phần còn lại"):
            publish(target, release)
        line.up = 0
        publish(target, release)
        assert line.up < 4_500_000  # some of what was on the way is lost with the line
    assert on_disk(site / "current") == whole(release)


def test_a_second_sending_costs_few_bytes_on_the_line(sshd, site, tmp_path):
    old = release_of(tmp_path, 1, commune_site("một", items=200))
    new = release_of(tmp_path, 2, {**{path: (old.folder / path).read_bytes() for path in old.manifest.files}, "moi.html": "x" * 1000})
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        target = RsyncTarget(sshd.rsync(site, port=line.port))
        publish(target, old)
        line.until(None)
        assert publish(target, new) == {"moi.html": 1000}
        assert line.up < 120_000


@pytest.mark.slow
def test_pages_can_be_read_at_any_moment_of_a_switch(target, site, tmp_path):
    assert check_switches_under_reading(target, site, tmp_path, switches=10) > 500


def test_no_file_is_linked_where_nothing_is_held_and_all_are_where_all_is_the_same(target, site, tmp_path):
    old, new = editions(tmp_path)
    publish(target, old)
    assert {(site / "current" / path).stat().st_nlink for path in old.manifest.files} == {1}
    publish(target, new)
    linked = subprocess.run(["find", f"{site}/current/", "-type", "f", "-links", "+1"], capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(linked) == sum(old.manifest.files.get(path) == entry for path, entry in new.manifest.files.items())


def test_a_key_that_the_server_does_not_take_is_told(sshd, site, tmp_path):
    make_key(tmp_path / "another")
    with pytest.raises(TargetRefused, match=r"không nhận tài khoản.*rsync không dùng mật khẩu"):
        publish(RsyncTarget(sshd.rsync(site, key_file=tmp_path / "another")), editions(tmp_path)[0])


def test_an_unknown_host_is_refused_with_its_fingerprint_and_how_to_accept_it(sshd, site, tmp_path):
    printed = subprocess.run(["ssh-keygen", "-l", "-f", str(sshd.folder / "host.pub")], capture_output=True, text=True, check=True).stdout.split()[1]
    with pytest.raises(TargetRefused, match=r"Chưa biết máy chủ.*ssh-keyscan -p \d+ 127\.0\.0\.1") as told:
        publish(RsyncTarget(sshd.rsync(site, known_hosts=tmp_path / "empty")), editions(tmp_path)[0])
    assert printed in str(told.value)
    assert not any(site.iterdir())


def test_a_changed_host_key_is_refused_as_a_possible_impostor(sshd, site, tmp_path):
    make_key(tmp_path / "other")
    known = tmp_path / "known"
    known.write_text(f"[127.0.0.1]:{sshd.port} {(tmp_path / 'other.pub').read_text()}")
    with pytest.raises(TargetRefused, match=r"đã đổi.*SHA256:.*giả làm.*ssh-keygen -R '\[127\.0\.0\.1\]:\d+' -f '.*known'"):
        publish(RsyncTarget(sshd.rsync(site, known_hosts=known)), editions(tmp_path)[0])


def test_a_server_that_is_off_or_has_no_such_name_is_told(sshd, site, tmp_path):
    with pytest.raises(TargetRefused, match=r"không nhận kết nối ở cổng \d+"):
        publish(RsyncTarget(sshd.rsync(site, port=free_port())), editions(tmp_path)[0])
    with pytest.raises(TargetRefused, match=r"Không tìm thấy máy chủ khong-co\.invalid"):
        publish(RsyncTarget(sshd.rsync(site, host="khong-co.invalid")), editions(tmp_path)[0])
    with pytest.raises(TargetRefused, match=r"không được bắt đầu bằng dấu gạch"):
        publish(RsyncTarget(sshd.rsync(site, host="-oProxyCommand=touch x")), editions(tmp_path)[0])


@pytest.mark.parametrize("after", [0, 1500, 30_000], ids=["at once", "while logging in", "while sending"])
def test_a_server_that_falls_silent_is_given_up(sshd, site, tmp_path, after):
    release = release_of(tmp_path, 1, {"to.pdf": os.urandom(100_000)})
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        line.until(after, silent=True)
        began = time.monotonic()
        with pytest.raises(TargetRefused, match=r"không trả lời|bị cắt"):
            publish(RsyncTarget(sshd.rsync(site, port=line.port), timeout=1.0), release)
        assert time.monotonic() - began < 12


def test_nothing_secret_and_no_question_stands_on_a_command_line(sshd, site, tmp_path, monkeypatch):
    """What ssh and rsync are really started with, seen by a stand-in that hands over to them."""
    for program in ("ssh", "rsync"):
        (tmp_path / program).write_text(f'#!/bin/sh\nprintf "%s\\n" "$0 $*" >> "{tmp_path}/seen"\nexec {shutil.which(program)} "$@"\n')
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("CCHC_MAY_CHU_PASSWORD", "bí mật lắm")
    publish(RsyncTarget(sshd.rsync(site)), editions(tmp_path)[0])
    seen = (tmp_path / "seen").read_text()
    assert "bí mật lắm" not in seen
    ssh = [line for line in seen.splitlines() if "/ssh " in line]
    assert len(ssh) > 5
    assert all("BatchMode=yes" in line and "StrictHostKeyChecking=yes" in line for line in ssh)
