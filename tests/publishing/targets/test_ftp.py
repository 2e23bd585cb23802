"""FTP on real servers of two makes: what is sent, what is listed, what is refused and how that is told."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from publishing.targets.contract import Promise, Release, TargetRefused
from publishing.targets.ftplisting import Item, from_list, from_mlsd
from publishing.targets.inplace import TargetFull
from publishing.targets.lock import Note
from tests.publishing.targets.ftp_server import PASSWORD, Faults, Server, pyftpdlib, vsftpd
from tests.publishing.targets.linked_site import files_in, is_exactly, site
from tests.publishing.targets.publisher import bytes_of_release, commune_site, publish, release_of, served_by


@pytest.fixture(params=[vsftpd, pyftpdlib], ids=["vsftpd", "pyftpdlib"])
def server(request, tmp_path) -> Iterator[Server]:
    with request.param(tmp_path / "may chu") as running:
        yield running


@pytest.fixture
def first(tmp_path) -> Release:
    return release_of(tmp_path / "dựng", 1, commune_site("1"))


@pytest.fixture
def second(tmp_path) -> Release:
    return release_of(tmp_path / "dựng", 2, commune_site("2"))


def refusal(server: Server, release: Release, **other: object) -> str:
    """What a publisher is told."""
    with pytest.raises(TargetRefused) as told:
        publish(server.target(**other), release)
    assert PASSWORD not in str(told.value)
    return str(told.value)


def test_a_release_and_the_next_become_the_tree_and_only_what_changed_is_sent(server, first, second):
    target = server.target()
    assert sum(publish(target, first).values()) == sum(entry.size for entry in first.manifest.files.values())
    assert is_exactly(server.site, first)
    told = publish(target, second)
    assert told.keys() == {path for path, entry in second.manifest.files.items() if first.manifest.files.get(path) != entry}
    assert is_exactly(server.site, second)
    assert publish(target, second) == {}
    assert target.promise is Promise.EACH_FILE


def test_the_home_page_is_told_last(server, first):
    assert list(publish(server.target(), first))[-1] == "index.html"


def test_names_and_folders_of_any_letters_arrive_and_come_back(server, tmp_path):
    files = {"tin tức/đường về xã.html": "đường", "a/b/c/d.txt": b"", "x-'\"&(1).html": "x", "index.html": "trang chủ", "-la.html": "y"}
    release = release_of(tmp_path / "dựng", 1, files)
    publish(server.target(), release)
    assert is_exactly(server.site, release)
    assert served_by(server.target()) == bytes_of_release(release)


def test_files_that_others_put_there_are_listed_hidden_ones_too_and_stay(server, first, second):
    publish(server.target(), first)
    injected = {".htaccess": b"x", "tin-tuc/.an.php": b"x", "tin-tuc/shell.php": b"<?php", "anh moi/ la .gif": b"x"}
    for path, data in injected.items():
        (server.site / path).parent.mkdir(exist_ok=True)
        (server.site / path).write_bytes(data)
    publish(server.target(), second)
    with server.target().open() as session:
        strangers = set(session.listing()) - second.manifest.files.keys()
        assert strangers == injected.keys()
        assert session.read("tin-tuc/shell.php") == b"<?php"
        assert session.read("khong-co.html") is None


def test_a_server_whose_clock_is_a_year_off_changes_nothing(server, first, second):
    publish(server.target(), first)
    for offset in (-1, 1):
        moment = time.time() + offset * timedelta(days=366).total_seconds()
        for path in server.site.rglob("*"):
            os.utime(path, (moment, moment))
        assert publish(server.target(), first) == {}
    publish(server.target(), second)
    assert is_exactly(server.site, second)


def test_times_are_never_asked_for_and_a_usual_publishing_lists_no_folder(tmp_path, first, second):
    told = Faults()
    with pyftpdlib(tmp_path, faults=told) as server:
        publish(server.target(), first)
        told.reset()
        publish(server.target(), second)
        verbs = {line.split()[0] for line in told.heard}
    assert not verbs & {"MDTM", "MFMT", "MLSD", "LIST", "NLST", "MLST", "STAT"}


def test_two_publishers_do_not_send_at_once_and_the_second_hears_of_the_first(server, first, tmp_path):
    with server.target().open() as session, session.locked("Lan, UBND xã"):
        other = replace(server, state=tmp_path / "máy khác")
        with pytest.raises(TargetRefused, match=r"đang bị khóa bởi Lan, UBND xã .*0 phút trước.*xóa thư mục cchc-lock"):
            publish(other.target(), first)
        with pytest.raises(TargetRefused, match="lượt đăng khác từ máy này"):
            publish(server.target(), first)
    publish(server.target(), first)
    assert is_exactly(server.site, first)


def put_lock(server: Server, note: str) -> None:
    (server.site / "cchc-lock").mkdir()
    (server.site / "cchc-lock" / "cchc-lock.json").write_text(note, encoding="utf-8")


def test_a_lock_of_another_machine_is_explained_with_its_age_however_old_it_is(server, first):
    put_lock(server, Note("Minh", "may-o-nha", "0" * 16, 7, "2026-01-02T08:00:00+07:00", "aa").written())
    assert "bởi Minh trên máy may-o-nha (tiến trình 7), từ " in refusal(server, first)
    assert " giờ " in refusal(server, first)


@pytest.mark.parametrize("left", ["dead", "empty", "cut"])
def test_a_lock_that_is_surely_nobodys_is_taken_over(left, server, first):
    with subprocess.Popen(["true"]) as gone:
        gone.wait()
    dead = replace(Note.mine("Lan"), pid=gone.pid).written()
    put_lock(server, {"dead": dead, "empty": "", "cut": dead[:40]}[left])
    publish(server.target(), first)
    assert is_exactly(server.site, first)


def test_a_wrong_password_is_told_without_repeating_it(server, first):
    told = refusal(server, first, password="mật-khẩu-sai")
    assert "không cho đăng nhập (mã 530)" in told
    assert "mật-khẩu-sai" not in told


def test_a_missing_password_names_the_variable_to_set(server, first):
    assert "Đặt biến môi trường CCHC_HOSTING_PASSWORD" in refusal(server, first, password="")


def test_a_folder_that_is_not_there_is_refused_before_anything_is_sent(server, first):
    assert f"không cho vào thư mục {server.path}/nham" in refusal(server, first, path=f"{server.path}/nham")
    assert files_in(server.site) == {}


def test_a_server_that_is_not_there_or_not_found_is_told(server, first):
    assert "từ chối kết nối khi kết nối" in refusal(server, first, port=1)
    assert "Không tìm thấy máy chủ may-chu.invalid" in refusal(server, first, host="may-chu.invalid")


def test_a_silent_server_is_given_up_after_the_time_limit(tmp_path, first):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        silent = Server(mute.getsockname()[1], tmp_path, "/", "xa", tmp_path / "state")
        began = time.monotonic()
        assert "không trả lời khi kết nối (hết thời gian chờ)" in refusal(silent, first)
        assert time.monotonic() - began < 10


def test_an_account_that_may_not_write_is_told(tmp_path, first):
    with pyftpdlib(tmp_path, permissions="elr") as server:
        assert "Kiểm tra quyền ghi của tài khoản" in refusal(server, first)
    with vsftpd(tmp_path / "v", more="anon_upload_enable=NO") as server:
        assert "Kiểm tra quyền ghi của tài khoản" in refusal(server, first)


@pytest.mark.parametrize(
    ("command", "reply", "told"),
    [
        ("STOR", "552 Exceeded storage allocation (quota).", "Hết chỗ"),
        ("STOR", "452 Insufficient storage space in system.", "Hết chỗ"),
        ("STOR", "451 Failure writing to local file.", "Hết chỗ"),
        ("STOR", "425 Can't open data connection.", "Kết nối dữ liệu"),
        ("MKD", "421 There are too many connections from your address.", "quá nhiều kết nối"),
        ("RNTO", "500 Internal error.", "không làm được việc: đổi tên tệp"),
        ("USER", "530 Non-anonymous sessions must use encryption.", "chỉ nhận kết nối mã hóa. Đổi sang kiểu 'ftps'"),
        ("PASV", "227 Entering nowhere.", "không làm được việc"),
    ],
)
def test_replies_of_servers_are_told_with_what_to_do(command, reply, told, tmp_path, first):
    with pyftpdlib(tmp_path, faults=Faults(answers={command: reply})) as server:
        assert told in refusal(server, first)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    folder.mkdir(parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a tmpfs")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("make", [vsftpd, pyftpdlib], ids=["vsftpd", "pyftpdlib"])
def test_a_full_disk_keeps_the_old_site_whole_gets_its_room_back_and_is_told(make, tmp_path):
    folder = tmp_path / "may-chu"
    old = release_of(tmp_path / "dựng", 1, site(1))
    new = release_of(tmp_path / "dựng", 2, {**site(2), "tai-lieu/lon.pdf": bytes(600_000)})
    with small_disk(folder / "public_html", 300), make(folder) as server:
        publish(server.target(), old)
        with pytest.raises(TargetRefused) as told:
            publish(server.target(), new)
        assert {path: data for path, data in files_in(server.site).items() if path in old.manifest.files} == bytes_of_release(old)
        if make is vsftpd:  # the other says only that the transfer was aborted
            assert isinstance(told.value, TargetFull)
            assert "Hết chỗ" in str(told.value)
            assert not [path for path in files_in(server.site) if path.endswith("~cchc")]
        smaller = release_of(tmp_path / "dựng", 3, site(3))
        publish(server.target(), smaller)
        assert is_exactly(server.site, smaller)


@pytest.mark.slow
def test_a_target_with_ten_thousand_files_is_listed_in_one_pass_and_published_to_without_listing(tmp_path):
    many: dict[str, str | bytes] = {f"tin-tuc/{n // 100:03d}/bai-{n}.html": f"<p>{n}" for n in range(10_000)}
    old = release_of(tmp_path / "dựng", 1, many)
    new = release_of(tmp_path / "dựng", 2, {**many, "index.html": "mới"})
    with vsftpd(tmp_path / "may-chu", site=old.folder) as server:
        (server.site / "cchc-manifest.json").write_bytes(old.signed)
        (server.site / "tin-tuc" / "042" / ".an.php").write_text("x")
        began = time.monotonic()
        with server.target().open() as session:
            assert set(session.listing()) - many.keys() == {"tin-tuc/042/.an.php"}
        listed, began = time.monotonic() - began, time.monotonic()
        assert publish(server.target(), new) == {"index.html": len("mới".encode())}
        assert listed < 20
        assert time.monotonic() - began < 5


def test_a_file_that_arrives_short_is_refused(tmp_path, first):
    with pyftpdlib(tmp_path, faults=Faults(answers={"SIZE": "213 1"})) as server:
        assert "không đủ (1 trong" in refusal(server, first)


def test_a_server_without_size_is_trusted_when_it_says_that_all_arrived(tmp_path, first):
    with pyftpdlib(tmp_path, faults=Faults(answers={"SIZE": "502 Command not implemented."})) as server:
        publish(server.target(), first)
        assert is_exactly(server.site, first)


def test_a_folder_that_may_not_be_looked_into_is_named_in_the_listing(tmp_path, first):
    with pyftpdlib(tmp_path, faults=Faults(answers={"MLSD /public_html/cgi-bin": "550 Permission denied."})) as server:
        publish(server.target(), first)
        (server.site / "cgi-bin").mkdir()
        assert served_by(server.target()).keys() - first.manifest.files.keys() == {"cgi-bin/"}


def test_links_in_circles_are_listed_and_have_an_end(server, first):
    publish(server.target(), first)
    for name in ("vòng", "vòng nữa", "tin-tuc/lên"):
        (server.site / name).symlink_to("..")
    with server.target().open() as session:
        strangers = set(session.listing()) - first.manifest.files.keys()
    assert {name.split("/")[0] for name in strangers} == {"vòng", "vòng nữa", "tin-tuc"}
    assert len(strangers) < 200


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("drwxr-xr-x    2 0        0            4096 Nov 22 13:36 tin tuc", Item("tin tuc", True, 4096)),
        ("-rw-r--r--    1 1001     nhóm a        12 Jan  1  2025  đầu dòng", Item(" đầu dòng", False, 12)),
        ("lrwxrwxrwx    1 0        0               2 Nov 22 13:36 vong -> ..", Item("vong", False, 2)),
        ("drwxr-xr-x    2 0        0            4096 Nov 22 13:36 ..", None),
        ("total 24", None),
        ("11-22-26  01:36PM       <DIR>          aspnet client", Item("aspnet client", True, 0)),
        ("11-22-2026  13:36                 1234 index.html", Item("index.html", False, 1234)),
        ("+i8388621.48594,m825718503,r,s280,\tla.php", Item("+i8388621.48594,m825718503,r,s280,\tla.php", False, 0)),
    ],
)
def test_listings_of_unix_and_windows_are_read_and_nothing_is_overlooked(line, item):
    assert from_list(line) == item


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("type=file;size=12;modify=20261122133611; a b.html", Item("a b.html", False, 12)),
        ("Type=dir;Modify=20261122133611; tin-tuc", Item("tin-tuc", True, 0)),
        ("type=OS.unix=slink:..;size=2; vong", Item("vong", False, 2)),
        ("type=cdir; .", None),
        ("type=pdir; ..", None),
    ],
)
def test_machine_listings_are_read(line, item):
    assert from_mlsd(line) == item
